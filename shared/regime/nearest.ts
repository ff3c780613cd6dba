/** The word that somebody may have meant. */

/**
 * The one of `known` that is spelt most nearly like `word`, whatever its case and marks; null where none is near:
 * more than a third of the letters would have to be changed.
 */
export function nearestOf(word: string, known: Iterable<string>): string | null {
  const wanted = plain(word);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const each of known) {
    const edits = editsBetween(wanted, plain(each));
    if (edits < least) [best, least] = [each, edits];
  }
  return best;
}

/** `; did you mean "A05"?`, to stand behind a message; "" where no word is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const nearest = nearestOf(word, known);
  return nearest === null ? '' : `; did you mean "${nearest}"?`;
}

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Letters put in, left out, changed or swapped with their neighbour (optimal string alignment). */
function editsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const [above = 0, left = 0, diagonal = 0] = [last[j], row[j - 1], last[j - 1]];
      let edits = Math.min(above + 1, left + 1, diagonal + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      }
      row.push(edits);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
