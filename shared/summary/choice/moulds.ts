/** What many wrote in one mould, the same words but for the places that each names: told once, of no place. */
import { withoutEnd } from '../../vocabulary/visible-text.ts';
import type { Part, Statement } from './statements.ts';
import { figuresIn } from './substance.ts';

/** A sentence, and others who wrote the same. */
export interface Candidate {
  readonly first: Statement;
  readonly alike: readonly Statement[];
  /** What all of them share, where that is less than the sentence; else null. */
  readonly mould: Mould | null;
}

export interface Mould {
  /** Words of each of them, in their order. */
  readonly text: string;
  /** The place of which each speaks stood before them. */
  readonly hasLostSubject: boolean;
}

/** Behind a sentence of so many no names stand, so no place may stand for all of them. */
const fewest = 6;

const capitals = (kinds: string) =>
  kinds
    .split(', ')
    .map(([first = '', ...rest]) => `[${first}${first.toLocaleUpperCase('vi')}]${rest.join('')}`)
    .join('|');
const kind = capitals(
  'xã, phường, thị trấn, huyện, quận, thành phố, thị xã, thôn, bản, làng, xóm, ấp, khối phố, khu phố, tổ dân phố',
);
/** "Văn bản Luật …" names no hamlet. */
const noPlace = String.raw`(?<!(?:văn|cơ|biên|kịch|căn|nhân|tài|ấn|phiên|nguyên)\s)`;
const name = String.raw`(?:\p{Lu}\p{L}{0,12}(?:[\s-]\p{Lu}\p{L}{0,12}){0,4}|\d{1,3}(?![\p{L}\d%]|[.,]\d))`;
const place = String.raw`(?:(?:UBND|HĐND|Đảng ủy)\s)?(?:${kind})\s${name}`;
/** With the word before it that says no more than that it is a place. */
const places = new RegExp(
  String.raw`(?<![\p{L}\d])${noPlace}(?:(?:[Ởở]|[Tt]ại|của|thuộc|cho|[Tt]rên địa bàn)\s)?${place}(?:(?:,\s|\svà\s|\s-\s)${place}){0,5}(?![\p{L}\d])`,
  'gu',
);
const opensWithPlace = new RegExp(`^${place}`, 'u');
/** Without what stood behind it nobody knows what is meant. */
const dangling =
  /(?<!\p{L})(?:từ|đến|tới|với|và|giữa|qua|về|vào|ra|là|bằng|do|như|gồm|theo|ở|tại|của|cho|trong)\s*(?:[,;.]|$)/iu;
const spaces = /\s{1,20}/g;
/** Of results every figure is told; beside them a merit or a lack that many share needs none. */
const assessed: ReadonlySet<Part> = new Set(['strengths', 'weaknesses', 'causes']);

/** Null where no place stands in it, or it falls apart without. */
export function withoutPlaces(text: string): string | null {
  const whole = text.normalize('NFC').replace(spaces, ' ');
  const runs = whole.split(places);
  if (runs.length < 2) return null;
  if (runs.slice(0, -1).some((_, n) => isWithinQuotes(runs.slice(0, n + 1).join('')))) return null;
  // Whatever ends before a place, but the sentence's last run, has to be whole without it.
  if (runs.slice(0, -1).some((run) => dangling.test(run.trim()))) return null;
  const left = runs.map((run) => run.trim()).filter((run) => run !== '');
  return left
    .join(' ')
    .replace(/ {1,20}(?=[,;.])/g, '')
    .replace(/^[,;]\s*/, '');
}

/** Part of a name, which would be another without it. */
function isWithinQuotes(before: string): boolean {
  const last = (marks: readonly string[]) => Math.max(...marks.map((mark) => before.lastIndexOf(mark)));
  const opened = last(['“', '"', '«']);
  return opened >= 0 && opened >= last(['”', '"', '»']);
}

/**
 * Sentences of so many units that are the same without their places are one, where no figure stands in them, which would be
 * taken for that of all; merits and shortcomings also by the clauses that have none. `isApart`: what the office put in or out stands by itself.
 */
export function byMoulds(
  candidates: readonly Candidate[],
  isApart: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  const share = (text: string, told: string) => ({
    key: text.toLocaleLowerCase('vi').replace(numeral, '#'),
    text: told,
  });
  return shared(candidates, isApart, (text, part) => {
    if (figuresIn(text).length === 0) return share(text, text);
    const told = text.split('; ').filter((clause) => !/\d/.test(clause));
    return assessed.has(part) && told.length > 0 ? share(text, told.join('; ')) : null;
  });
}

const numeral = /\d[\d.,]*/g;

function shared(
  candidates: readonly Candidate[],
  isApart: (candidate: Candidate) => boolean,
  shareOf: (text: string, part: Part) => { readonly key: string; readonly text: string } | null,
): readonly Candidate[] {
  const shares = new Map<Candidate, { readonly key: string; readonly mould: Mould }>();
  for (const candidate of candidates) {
    const { part, period, text } = candidate.first;
    if (isApart(candidate)) continue;
    const bare = withoutEnd(withoutPlaces(text) ?? text, /[\s.;,…]/u);
    const share = shareOf(bare, part);
    if (!share) continue;
    const hasLostSubject = opensWithPlace.test(text.normalize('NFC'));
    shares.set(candidate, { key: `${share.key} | ${period}`, mould: { text: share.text, hasLostSubject } });
  }
  const groups = Map.groupBy(shares.keys(), (each) => shares.get(each)?.key ?? '');
  const folded = new Map<Candidate, Candidate | null>();
  for (const group of groups.values()) {
    const [first, ...others] = group;
    const all = group.flatMap((each) => [each.first, ...each.alike]);
    const mould = first && shares.get(first)?.mould;
    if (!first || !mould || others.length === 0) continue;
    if (new Set(all.map(({ unit }) => unit.code)).size < fewest) continue;
    folded.set(first, { first: first.first, alike: all.slice(1), mould });
    for (const each of others) folded.set(each, null);
  }
  return candidates.flatMap((each) => {
    const one = folded.get(each);
    if (one === undefined) return [each];
    return one === null ? [] : [one];
  });
}
