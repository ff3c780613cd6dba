/** The mould that many filled with their own names and numbers: "Xã … bàn và quyết định mức đóng góp … triệu đồng". */
import type { Judged, Verdict } from './choose.ts';

/** The same for sentences that differ in nothing but numbers, and in names: what stands in quotes, and words with a capital. */
export function mouldOf(text: string): string {
  const [first = '', ...others] = text
    .normalize('NFC')
    .replace(/[“"][^”"]{1,120}[”"]/gu, '@')
    .replace(/\d+(?:[.,/-]\d+)*/gu, '#')
    .split(/\s+/);
  const named = others.map((word) => word.replace(/\p{Lu}[\p{L}-]*/gu, '@')).join(' ');
  return `${first.toLocaleLowerCase('vi')} ${named}`.replace(/@(?: @)+/gu, '@');
}

/** Behind the last of those of one mould that are told: who else filled it. */
export function withEchoes(told: readonly Judged[], candidates: readonly Judged[]): readonly Judged[] {
  const key = ({ shown, period }: Judged) => `${period} ${mouldOf(shown)}`;
  const asWritten = candidates.filter(({ verdict }) => stands.has(verdict));
  const moulds = Map.groupBy(asWritten, key);
  const last = new Map(told.map((each) => [key(each), each]));
  return told.map((each) => {
    if (last.get(key(each)) !== each) return each;
    const speaking = unitsOf(told.filter((other) => key(other) === key(each)));
    const writers = unitsOf(moulds.get(key(each)) ?? []);
    const echoed = [...writers].filter((code) => !speaking.has(code)).length;
    return echoed < fewestEchoes ? each : { ...each, echoed };
  });
}

const fewestEchoes = 2;

/** Neither struck by the office nor of another time. */
const stands: ReadonlySet<Verdict> = new Set(['pinned', 'chosen', 'no-substance']);

/** Who wrote them, by code. */
function unitsOf(all: readonly Judged[]): ReadonlySet<string> {
  return new Set(all.flatMap((each) => [each, ...each.alike]).map(({ unit }) => unit.code));
}
