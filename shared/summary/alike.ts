/**
 * Folds texts that say the same. Comparing each with each would take the square of their number, so only texts whose
 * sketches (MinHash in bands: Broder, "On the resemblance and containment of documents") meet are compared.
 */

import { textOverlap, undatedWords } from '../reading/compare/text-overlap.ts';
import { literally } from '../vocabulary/literal-pattern.ts';
import type { NarrativeEntry, NarrativeGroup } from './summary.ts';

/** The share of words in equal runs from which two texts count as the same: what they are about must not differ. */
const same = 0.95;
const shingleLength = 3;
/** Two texts of which three fifths of the runs are shared miss each other once in two hundred times. */
const bands = 12;
const rowsInBand = 2;

interface Leader {
  readonly entry: NarrativeEntry;
  readonly alike: NarrativeEntry[];
  /** Without the unit's own name. */
  readonly texts: readonly string[];
}

/**
 * In the order given, which must be the regime's: each text stands with the first before it that is the same, so the
 * order in which reports came changes nothing. A unit's own name makes no difference (`names`: by unit's code, every
 * name it calls itself). Texts with other figures in them are never the same, whatever else they share; dates and
 * numbers of documents are no figures.
 */
export function foldAlike(
  entries: readonly NarrativeEntry[],
  names: ReadonlyMap<string, RegExp>,
): readonly NarrativeGroup[] {
  const leaders: Leader[] = [];
  const known = new Map<string, Leader>();
  const buckets = new Map<string, number[]>();
  for (const entry of entries) {
    const own = names.get(entry.unit.code);
    const texts = textsOf({ entry }).map((text) => (own ? text.replace(own, 'đơn vị') : text));
    const whole = texts.join('\n');
    // Texts with other figures in them need not meet at all: copies of one model text would meet by the thousand.
    const figures = known.has(whole) ? '' : figuresIn(texts);
    const keys = known.has(whole) ? [] : sketch(whole).map((band) => `${band} ${figures}`);
    const met = new Set(keys.flatMap((key) => buckets.get(key) ?? []));
    const leader =
      known.get(whole) ??
      firstAlike(
        [...met].sort((a, b) => a - b),
        leaders,
        { entry, texts },
      );
    if (leader) {
      leader.alike.push(entry);
      continue;
    }
    const fresh: Leader = { entry, alike: [], texts };
    const at = leaders.push(fresh) - 1;
    known.set(whole, fresh);
    for (const key of keys) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(at);
      else buckets.set(key, [at]);
    }
  }
  return leaders.map(({ entry, alike }) => ({ entry, alike }));
}

function firstAlike(
  candidates: readonly number[],
  leaders: readonly Leader[],
  told: Pick<Leader, 'entry' | 'texts'>,
): Leader | undefined {
  const at = candidates.find((each) => {
    const other = leaders[each];
    // A copied sentence may name the very unit that copied it ("gửi về Văn phòng Sở"): then the name belongs to it.
    return (
      other !== undefined &&
      (textOverlap(other.texts, told.texts) >= same || textOverlap(textsOf(other), textsOf(told)) >= same)
    );
  });
  return at === undefined ? undefined : leaders[at];
}

/** "05" and "5" are one figure. */
function textsOf({ entry }: Pick<Leader, 'entry'>): readonly string[] {
  return entry.paragraphs.map(({ text }) => text.normalize('NFC').replace(/(?<![\d.,])0+(?=\d)/g, ''));
}

function figuresIn(texts: readonly string[]): string {
  return undatedWords(texts)
    .filter((word) => /^\d+$/.test(word))
    .join(' ');
}

/** One pattern for all the names of a unit, the longest first. */
export function patternOf(names: readonly string[]): RegExp {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map(literally).join('|'), 'giu');
}

/** One key for each band, over the words as they stand: texts that differ in marks alone still share most of them. */
function sketch(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.map(hash) ?? [];
  const length = Math.min(shingleLength, words.length);
  if (length === 0) return [];
  const least = new Uint32Array(bands * rowsInBand).fill(0xffffffff);
  for (let at = 0; at + length <= words.length; at += 1) {
    let shingle = 0;
    for (let each = 0; each < length; each += 1) shingle = Math.imul(shingle, 31) + (words[at + each] ?? 0);
    for (let row = 0; row < least.length; row += 1) {
      const value = scrambled(shingle ^ Math.imul(row + 1, 0x9e3779b1));
      if (value < (least[row] ?? 0)) least[row] = value;
    }
  }
  return Array.from({ length: bands }, (_, band) => {
    return `${band}:${least.slice(band * rowsInBand, (band + 1) * rowsInBand).join(':')}`;
  });
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** The finalizer of MurmurHash3: every bit depends on every other. */
function scrambled(given: number): number {
  let value = given;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
