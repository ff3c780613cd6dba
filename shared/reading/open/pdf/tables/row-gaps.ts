/** Rows told by the gaps between lines: the lines of one cell are as far apart as the lines of any other, rows further. */
import { isEntry } from './figures.ts';
import type { PlacedLine } from './rows.ts';

/** Of a letter's size: lines of one cell are neither closer nor further apart. */
const CLOSEST = 0.9;
const NEXT_LINE = 1.5;
/** Of the distance of two lines of one cell: what is no further is one row, what is further is two. */
const SAME_ROW = 1.08;
const NEXT_ROW = 1.15;

/**
 * The row of each line of parts that stand below each other, counting from 1; null where the gaps do not tell, or where
 * a row would have two figures in one column. A part begins with a row of its own.
 */
export function rowsByGaps(parts: readonly (readonly PlacedLine[])[]): readonly number[] | null {
  const lines = parts.flat();
  const firsts = new Set(parts.map(([first]) => first));
  if (lines.length === 1) return [1];
  const pitch = pitchOf(lines);
  if (pitch === null) return null;
  const rows: number[] = [];
  let apart = 0;
  for (const [n, line] of lines.entries()) {
    const before = lines[n - 1];
    const known = rows.at(-1) ?? 0;
    if (firsts.has(line)) {
      rows.push(known + 1);
      continue;
    }
    if (line.ruledAbove) apart += 1;
    if (!before || line.page !== before.page || line.ruledAbove) {
      rows.push(before && !line.ruledAbove && goesOn(line) ? known : known + 1);
      continue;
    }
    const gap = (line.baseline - before.baseline) / pitch;
    if (gap > SAME_ROW && gap < NEXT_ROW) return null;
    if (gap >= NEXT_ROW) apart += 1;
    rows.push(gap > SAME_ROW ? known + 1 : known);
  }
  // Where all lines are as far apart the gaps tell nothing, nor does a line below the titles.
  if (apart === 0) return null;
  return hasOneFigureEach(lines, rows) ? rows : null;
}

/** Whether a line at the top of a page goes on with what the page before it began: names begin with a capital. */
function goesOn({ placed }: PlacedLine): boolean {
  return placed.length > 0 && placed.every(({ segment }) => /^[\p{Ll}(,;]/u.test(segment.text));
}

/** How far the lines of one cell are apart; where no cell has two, less than any two rows are. */
function pitchOf(lines: readonly PlacedLine[]): number | null {
  let least = Number.POSITIVE_INFINITY;
  let size = 0;
  const last = new Map<number, PlacedLine>();
  for (const line of lines) {
    for (const { segment, from, to } of line.placed) {
      size = Math.max(size, segment.size);
      if (from !== to) continue;
      const above = last.get(from);
      last.set(from, line);
      if (!above || above.page !== line.page) continue;
      const distance = line.baseline - above.baseline;
      if (distance >= CLOSEST * segment.size) least = Math.min(least, distance);
    }
  }
  if (least === Number.POSITIVE_INFINITY) return null;
  return least > NEXT_LINE * size ? CLOSEST * size : least;
}

function hasOneFigureEach(lines: readonly PlacedLine[], rows: readonly number[]): boolean {
  const seen = new Set<string>();
  return lines.every(({ placed }, n) =>
    placed.every(({ segment, from, to }) => {
      const [first] = segment.words;
      if (from !== to || !first || !isEntry(first)) return true;
      const key = `${rows[n]} ${from}`;
      const isFirst = !seen.has(key);
      seen.add(key);
      return isFirst;
    }),
  );
}
