/** Which paragraphs of a document went, came, or became others, as somebody edited it. Pure. */
import { wordsOf } from '../../reading/understand/folding.ts';
import { containment, SLIP_FROM } from '../../reading/understand/names/similarity.ts';

/** A paragraph, or a row of a table. */
export interface Piece {
  readonly text: string;
}

interface Pair {
  readonly from: Piece | null;
  readonly to: Piece | null;
}

/** What the two do not share in the same order; a piece that became another stands beside it. */
export function changedPieces(before: readonly Piece[], after: readonly Piece[]): readonly Pair[] {
  const kept = longestShared(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  );
  const pairs: Pair[] = [];
  let [b, a] = [0, 0];
  for (const [nextB, nextA] of [...kept, [before.length, after.length] as const]) {
    pairs.push(...pairedUp(before.slice(b, nextB), after.slice(a, nextA)));
    [b, a] = [nextB + 1, nextA + 1];
  }
  return pairs;
}

/** Places of the longest run of equal texts, in both orders. */
export function longestShared(
  one: readonly string[],
  other: readonly string[],
): readonly (readonly [number, number])[] {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const shared: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) {
      shared.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return shared;
}

/** The share of words from which a paragraph is the same one, changed. */
const sameParagraph = 0.5;

/** The first of those that are likest, for each that is gone. */
function pairedUp(gone: readonly Piece[], fresh: readonly Piece[]): readonly Pair[] {
  const left = fresh.map(counted);
  const pairs = gone.map((piece): Pair => {
    const from = counted(piece);
    let best = -1;
    let likest = 0;
    for (const [at, to] of left.entries()) {
      const most = mostAlike(from, to);
      if (most < sameParagraph || most <= likest) continue;
      const likeness = Math.min(containment(from.words, to.words), containment(to.words, from.words));
      if (likeness >= sameParagraph && likeness > likest) [best, likest] = [at, likeness];
    }
    const [to] = best < 0 ? [] : left.splice(best, 1);
    return { from: piece, to: to?.piece ?? null };
  });
  return [...pairs, ...left.map(({ piece }) => ({ from: null, to: piece }))];
}

interface Counted {
  readonly piece: Piece;
  readonly words: readonly string[];
  readonly times: ReadonlyMap<string, number>;
  /** How many words are long enough for a slip in them to be forgiven. */
  readonly long: number;
}

function counted(piece: Piece): Counted {
  const words = wordsOf(piece.text);
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return { piece, words, times, long: words.filter(({ length }) => length >= SLIP_FROM).length };
}

/** No likeness of the two can be more: a wrong file has thousands of pieces, and each is held against each. */
function mostAlike(one: Counted, other: Counted): number {
  const longer = Math.max(one.words.length, other.words.length);
  if (longer === 0 || Math.min(one.words.length, other.words.length) < sameParagraph * longer) return 0;
  let shared = Math.min(one.long, other.long);
  for (const [word, times] of one.times) shared += Math.min(times, other.times.get(word) ?? 0);
  return shared / longer;
}
