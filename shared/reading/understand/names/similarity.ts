/** How alike two phrases are, word by word; a slip of one letter in a longer word ("Interet") is forgiven. */

/** What a word tells: the rarer among the phrases compared, the more. */
export type WordWeight = (word: string) => number;

/** The length from which a slip of a letter hardly makes another word. */
export const SLIP_FROM = 6;

/** Between 0 (nothing in common) and 1 (the same words): the weight shared, twice, over the weight of both. */
export function similarity(a: readonly string[], b: readonly string[], weight: WordWeight): number {
  const total = weigh(a, weight) + weigh(b, weight);
  return total === 0 ? 0 : (2 * sharedWeight(a, b, weight)) / total;
}

/** The part of `a`'s weight that is found in `b`, between 0 and 1. */
export function containment(
  a: readonly string[],
  b: readonly string[],
  weight: WordWeight = () => 1,
): number {
  const total = weigh(a, weight);
  return total === 0 ? 0 : sharedWeight(a, b, weight) / total;
}

/** Weights by inverse document frequency over the given phrases. */
export function weightsOver(phrases: readonly (readonly string[])[]): WordWeight {
  const frequency = new Map<string, number>();
  for (const phrase of phrases) {
    for (const word of new Set(phrase)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const weights = new Map<string, number>();
  for (const [word, count] of frequency) weights.set(word, Math.log(1 + phrases.length / count));
  const unknown = Math.log(1 + phrases.length);
  return (word) => weights.get(word) ?? unknown;
}

/** What all the words tell together. */
export function weigh(words: readonly string[], weight: WordWeight): number {
  return words.reduce((sum, word) => sum + weight(word), 0);
}

/** No phrase can have more than this in common with `words`, slips of letters included. */
export function mostShared(words: readonly string[], weight: WordWeight): number {
  const rarest = weight('');
  return words.reduce((sum, word) => sum + (word.length < SLIP_FROM ? weight(word) : rarest), 0);
}

function sharedWeight(a: readonly string[], b: readonly string[], weight: WordWeight): number {
  const left = [...b];
  let shared = 0;
  for (const word of a) {
    const exact = left.indexOf(word);
    const at = exact >= 0 ? exact : left.findIndex((other) => isSlip(word, other));
    if (at < 0) continue;
    shared += weight(left[at] ?? word);
    left.splice(at, 1);
  }
  return shared;
}

/** One letter missing, added or exchanged, in words long enough. */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SLIP_FROM || Math.abs(a.length - b.length) > 1 || /\d/.test(a))
    return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}
