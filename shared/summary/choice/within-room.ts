/** Which of the sentences that may stand in one place of the report have room there. */
import { wordsOf } from '../../reading/understand/folding.ts';
import { containment, SLIP_FROM } from '../../reading/understand/names/similarity.ts';
import { lengthOf } from './authors.ts';
import type { Judged } from './choose.ts';
import type { Part, Statement } from './statements.ts';

/** In results only what tells something; a shortcoming or a plan need not glitter. */
export const leastScore: Readonly<Partial<Record<Part, number>>> = {
  results: 2,
  strengths: 0,
  directions: 0,
};
/** Off the score of a unit's further sentences in one place, so that many units are heard. */
const again = 3;
const mostOfOneUnit = 2;
/** In one place of the report, however short they are. */
const mostSentences = 6;
/** So many at least where there are any: of a hundred units one sentence is too little. */
const fewestOfMany = 3;
/** In one line. */
const mostRegistered = 6;
/** The share of a sentence's words that one already told has too; requests for two places are two requests. */
const muchAlike = 0.55;
const muchAlikeRequest = 0.85;

interface Said extends Pick<Judged, 'part'> {
  readonly words: readonly string[];
  readonly set: ReadonlySet<string>;
}

/** What the report tells already, wherever in it. */
export interface Heard {
  readonly said: Said[];
  /** By unit, by its place and by period, how many of its sentences. */
  readonly times: Map<string, number>;
  /** The report's own period. */
  readonly now: string;
}

/**
 * Takes the best that fits; what the office pinned always stands there.
 * @returns what may stand there and does not, and why
 */
export function leftOut(
  candidates: readonly Judged[],
  room: number,
  heard: Heard,
): ReadonlyMap<Judged, 'no-room' | 'similar'> {
  const { said, times } = heard;
  const taken = new Map<string, number>();
  let left = room;
  let [count, registered] = [0, 0];
  const take = (each: Judged) => {
    // What was registered stands in one line.
    if (!isRegistered(each) || registered === 0) count += 1;
    if (isRegistered(each)) registered += 1;
    left -= lengthOf(each);
    said.push(saidIn(each));
    const speaker = leastHeard(each, taken);
    const more = (of: Map<string, number>, key: string) => of.set(key, (of.get(key) ?? 0) + 1);
    more(taken, speaker.code);
    if (isOfEarlier(each, heard)) more(taken, periodOf(each));
    for (const key of [speaker.code, placeOf(speaker), periodOf(each)]) more(times, key);
  };
  for (const each of candidates) if (each.verdict === 'pinned') take(each);
  const waiting = new Set(candidates.filter(({ verdict }) => verdict === 'chosen'));
  const similar = new Set<Judged>();
  /** The first, from the best on, that is not much like what is told; those before it are. */
  const nextUnlike = (alikeFrom: number | null) => {
    for (const each of ranked(waiting, taken, heard, left)) {
      if (isRegistered(each) && registered >= mostRegistered) continue;
      waiting.delete(each);
      const words = saidIn(each);
      if (!said.some((other) => isMuchAlike(words, other, alikeFrom))) return each;
      similar.add(each);
    }
    return null;
  };
  const takeUpTo = (most: number, alikeFrom: number | null) => {
    while (count < most) {
      const next = nextUnlike(alikeFrom);
      if (next === null) return;
      take(next);
    }
  };
  const takeOf = (some: readonly Judged[], most: number, alikeFrom: number | null) => {
    for (const each of some) {
      similar.delete(each);
      waiting.add(each);
    }
    takeUpTo(most, alikeFrom);
  };
  if (candidates[0]?.part === 'upward') {
    takeUpTo(mostSentences, muchAlikeRequest);
    // However alike two requests are, the other one is asked too: it waits, and stays out for want of room alone.
    takeOf([...similar], mostSentences, null);
  } else {
    takeUpTo(mostSentences, muchAlike);
    // Where many filled one mould, one of them does not speak for all: what another did elsewhere is told too.
    const elsewhere = [...similar].filter(({ signs }) => signs.includes('place') || signs.includes('figure'));
    if (count < fewestOfMany) takeOf(elsewhere, fewestOfMany, muchAlikeRequest);
    for (const each of elsewhere) if (waiting.delete(each)) similar.add(each);
  }
  return new Map([
    ...[...waiting].map((each) => [each, 'no-room'] as const),
    ...[...similar].map((each) => [each, 'similar'] as const),
  ]);
}

/** What is planned or asked is no repetition of what was done. */
const ahead: ReadonlySet<Part> = new Set(['directions', 'upward', 'local']);

/** What was registered the figures count; they count nothing that is planned. */
function isRegistered({ part, signs }: Judged): boolean {
  return !ahead.has(part) && signs.includes('registered');
}

function saidIn({ shown, part }: Judged): Said {
  const words = wordsOf(shown);
  return { words, set: new Set(words), part };
}

/** No unit has a code with a space in it. */
function periodOf({ period }: Judged): string {
  return `period ${period}`;
}

/** Of an earlier period of the year, and not said again since. */
function isOfEarlier({ period, since }: Judged, { now }: Heard): boolean {
  return period !== now && since === undefined;
}

/** "UBND xã Bảo Lâm, huyện Cao Lộc" is of the same place as its neighbours; who names none is of its own. */
function placeOf(unit: Statement['unit']): string {
  const known = placed.get(unit);
  if (known !== undefined) return known;
  const [, place] = district.exec(unit.name.normalize('NFC')) ?? [];
  const key = `place ${place ?? unit.code}`;
  placed.set(unit, key);
  return key;
}

/** It is asked of every sentence that waits, each time one is taken. */
const placed = new WeakMap<Statement['unit'], string>();

const district = /(?<!\p{L})((?:huyện|quận|thị xã|thành phố)\s(?:\p{Lu}\p{L}{0,9}\s?){1,4})/iu;

/** Of those who wrote the sentence the one of whom least is told. */
function leastHeard({ unit, alike }: Judged, taken: ReadonlyMap<string, number>): Statement['unit'] {
  return [unit, ...alike.map((each) => each.unit)].reduce((least, each) =>
    (taken.get(each.code) ?? 0) < (taken.get(least.code) ?? 0) ? each : least,
  );
}

/** Most words are the same, or one mould was filled twice without a figure: "Kết quả … được Nhân dân ghi nhận". */
function isMuchAlike({ words, part }: Said, other: Said, from: number | null): boolean {
  if (from === null || (part !== other.part && (ahead.has(part) || ahead.has(other.part)))) return false;
  if (mayShare(words, other.set, from) && containment(words, other.words) >= from) return true;
  if (words.length < 8) return false;
  const ends = (of: readonly string[]) => [...of.slice(0, 2), ...of.slice(-4)].join(' ');
  return ends(words) === ends(other.words) && ![...words, ...other.words].some((word) => /\d/.test(word));
}

/** Whether enough words are the other's, were every longer one a slip of one of its words. */
function mayShare(words: readonly string[], other: ReadonlySet<string>, from: number): boolean {
  const most = words.filter((word) => word.length >= SLIP_FROM || other.has(word)).length;
  return most >= words.length * from;
}

/**
 * Those that fit, from the one that tells most on, of equal ones that of the unit, its place and the period of which the
 * report tells least; a unit's second sentence in one place counts less, a third does not count. Of a year no earlier
 * period speaks for the others: where only what tells something is taken, each further sentence of one comes later.
 */
function ranked(
  waiting: Iterable<Judged>,
  taken: ReadonlyMap<string, number>,
  heard: Heard,
  left: number,
): readonly Judged[] {
  const { times, now } = heard;
  const fitting = [...waiting].flatMap((each) => {
    const before = taken.get(leastHeard(each, taken).code) ?? 0;
    if (before >= mostOfOneUnit || lengthOf(each) > left) return [];
    const worth = each.score - again * before;
    // What a unit said earlier in the year and not again it may not mean any more.
    const least = leastScore[each.part] ?? (each.period === now ? Number.NEGATIVE_INFINITY : 0);
    if (before > 0 && worth < least) return [];
    const speaker = leastHeard(each, times);
    const told = [speaker.code, placeOf(speaker), periodOf(each)].map((key) => times.get(key) ?? 0);
    const later = each.part in leastScore && isOfEarlier(each, heard) ? (taken.get(periodOf(each)) ?? 0) : 0;
    return [{ each, worth: worth - later, told: told.reduce((sum, count) => sum + count, 0) }];
  });
  return fitting.sort((a, b) => b.worth - a.worth || a.told - b.told).map(({ each }) => each);
}
