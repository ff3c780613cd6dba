/**
 * Folds texts that say the same. Comparing each with each would take the square of their number, so only texts whose
 * sketches (MinHash in bands: Broder, "On the resemblance and containment of documents") meet are compared.
 */
import { shinglesOf, textOverlap, undatedWords } from '../report/text-overlap.ts';
import type { NarrativeEntry, NarrativeGroup } from './summary.ts';

/** The share of words in equal runs from which two texts count as the same: what they are about must not differ. */
const same = 0.95;
const shingleLength = 3;
/** Two texts of which three fifths of the runs are shared miss each other once in two hundred times. */
const bands = 12;
const rowsInBand = 2;

/** By unit's code, every name it calls itself. */
export type Names = ReadonlyMap<string, readonly string[]>;

/**
 * In the order given, which must be the regime's: each text stands with the first before it that is the same, so the
 * order in which reports came changes nothing. A unit's own name makes no difference. Texts with other figures in
 * them are never the same, whatever else they share: dates and numbers of documents are no figures.
 */
export function foldAlike(entries: readonly NarrativeEntry[], names: Names): readonly NarrativeGroup[] {
  const groups: {
    entry: NarrativeEntry;
    figures: string;
    alike: NarrativeEntry[];
    texts: readonly string[];
  }[] = [];
  const buckets = new Map<string, number[]>();
  for (const entry of entries) {
    const texts = withoutName(entry, names.get(entry.unit.code) ?? [entry.unit.name]);
    const words = undatedWords(texts);
    const figures = words.flatMap((word) => (/^\d+$/.test(word) ? [Number(word)] : [])).join(' ');
    const keys = sketch(words).map((key) => `${key}|${figures}`);
    const met = new Set(keys.flatMap((key) => buckets.get(key) ?? []));
    const leader = [...met]
      .sort((a, b) => a - b)
      .find((at) => textOverlap(groups[at]?.texts ?? [], texts) >= same);
    const group = leader === undefined ? undefined : groups[leader];
    if (group) {
      group.alike.push(entry);
      continue;
    }
    const at = groups.push({ entry, figures, alike: [], texts }) - 1;
    for (const key of new Set(keys)) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(at);
      else buckets.set(key, [at]);
    }
  }
  return groups.map(({ entry, alike }) => ({ entry, alike }));
}

function withoutName({ paragraphs }: NarrativeEntry, names: readonly string[]): readonly string[] {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  const own = new RegExp(longestFirst.map(literally).join('|'), 'giu');
  return paragraphs.map(({ text }) => text.replace(own, 'đơn vị'));
}

/** As a pattern that matches the text itself. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function sketch(words: readonly string[]): readonly string[] {
  const shingles = shinglesOf(words, Math.min(shingleLength, Math.max(1, words.length))).map(hash);
  if (shingles.length === 0) return [];
  return Array.from({ length: bands }, (_, band) => {
    const least = Array.from({ length: rowsInBand }, (_row, row) => {
      const seed = Math.imul(band * rowsInBand + row + 1, 0x9e3779b1);
      let best = 0xffffffff;
      for (const shingle of shingles) best = Math.min(best, scrambled(shingle ^ seed));
      return best.toString(36);
    });
    return `${band}:${least.join(':')}`;
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
