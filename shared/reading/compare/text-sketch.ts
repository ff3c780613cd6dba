/** A text's fingerprint, small enough for the head of a version: whoever looks for like texts reads no others. */
import { shinglesOf, undatedWords } from './text-overlap.ts';

const runLength = 5;
/** So many of the smallest hashes are kept; the likeness of two sketches then errs by about a sixth at most. */
const kept = 32;
const digits = 8;

/** Shorter texts say the same in many reports ("Không phát sinh"), and nobody means anything by it. */
export const fewestWords = 30;

/** The smallest hashes of the text's runs of words, in hexadecimal; null for a text too short to be compared. */
export function sketchOf(paragraphs: readonly string[]): string | null {
  const words = undatedWords(paragraphs);
  if (words.length < fewestWords) return null;
  const hashes = new Set(shinglesOf(words, runLength).map(hashOf));
  return [...hashes]
    .sort((a, b) => a - b)
    .slice(0, kept)
    .map((hash) => hash.toString(16).padStart(digits, '0'))
    .join('');
}

/** The hashes of which a sketch is made, the smallest first. */
export function hashesOf(sketch: string): readonly string[] {
  return Array.from({ length: sketch.length / digits }, (_, at) =>
    sketch.slice(at * digits, (at + 1) * digits),
  );
}

/**
 * About which share (0 to 1) of all their runs two texts have in common: of the smallest hashes of both together,
 * those that both have. https://en.wikipedia.org/wiki/MinHash (the variant with a single hash function)
 */
export function sketchLikeness(one: string, other: string): number {
  let [a, b, seen, common] = [0, 0, 0, 0];
  // Both are in order, so that the smallest of both together come by walking along the two.
  for (; seen < kept && (a < one.length || b < other.length); seen++) {
    const [left, right] = [one.slice(a, a + digits), other.slice(b, b + digits)];
    if (left === right) common++;
    if (right === '' || (left !== '' && left <= right)) a += digits;
    if (left === '' || (right !== '' && right <= left)) b += digits;
  }
  return seen === 0 ? 0 : common / seen;
}

/** FNV-1a over UTF-16 units, and a last mixing, so that small hashes say nothing about the words. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
