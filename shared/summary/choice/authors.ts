/** Who wrote a sentence, and how much of the report it takes with their names. */
import type { Judged } from './choose.ts';

const mostNamed = 5;
const namedOfMany = 1;

/** Those who wrote the sentence, each once: of many the first are named, and the others counted. */
export function authorsOf({ unit, alike }: Pick<Judged, 'unit' | 'alike'>): {
  readonly count: number;
  readonly named: readonly string[];
} {
  const units = [unit, ...alike.map((each) => each.unit)];
  const names = [...new Map(units.map(({ code, name }) => [code, name])).values()];
  return { count: names.length, named: names.length > mostNamed ? names.slice(0, namedOfMany) : names };
}

/** Of those who wrote any of them how many did so in an earlier period of the year alone; `now`: the summary's own. */
export function onlyBefore(all: readonly Pick<Judged, 'unit' | 'period' | 'alike'>[], now: string): number {
  const said = all.flatMap((each) => [each, ...each.alike]);
  const still = new Set(said.filter(({ period }) => period === now).map(({ unit }) => unit.code));
  return new Set(said.map(({ unit }) => unit.code).filter((code) => !still.has(code))).size;
}

/** With the names behind it. */
export function lengthOf(judged: Judged): number {
  const names = authorsOf(judged).named.join(' ');
  return judged.shown.split(/\s+/).length + names.split(/\s+/).length;
}
