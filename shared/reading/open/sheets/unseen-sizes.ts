/** Of which rows and columns of a sheet nothing is seen, in every kind of workbook. */
import type { Cell } from '../../model/document.ts';

/** In points; the letters of a report have ten or more. */
const LOWEST_ROW = 3;
/** In letters; a column with a figure has two or more. */
const NARROWEST_COLUMN = 0.5;
const POINTS_A_LETTER = 5.25;

/** @param points undefined where the file does not say */
export function isTooLow(points: number | undefined): boolean {
  return points !== undefined && points < LOWEST_ROW;
}

/** @param letters of the usual font; undefined where the file does not say */
export function isTooNarrow(letters: number | undefined): boolean {
  return letters !== undefined && letters < NARROWEST_COLUMN;
}

/** Rows or columns, from–to. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

const spans = { row: 'rowSpan', column: 'columnSpan' } as const;

/**
 * Of the rows or columns of which nothing is seen those in which something stands; of a merged cell all that it lies over,
 * for it is seen where one of them is.
 * @param unseen in any order
 */
export function unseenAmong(
  cells: readonly Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>[],
  way: 'row' | 'column',
  unseen: readonly Lines[],
): ReadonlySet<number> {
  const found = new Set<number>();
  if (unseen.length === 0) return found;
  const ends = new Map<number, number>();
  for (const cell of cells) {
    const [from, to] = [cell[way], cell[way] + cell[spans[way]] - 1];
    if ((ends.get(from) ?? 0) < to) ends.set(from, to);
  }
  const gone = joined(unseen);
  let next = 0;
  for (const { from, to } of joined([...ends].map(([from, to]) => ({ from, to })))) {
    while ((gone[next]?.to ?? Number.POSITIVE_INFINITY) < from) next += 1;
    for (const each of within(gone, next, to)) {
      for (let line = Math.max(from, each.from); line <= Math.min(to, each.to); line += 1) found.add(line);
    }
  }
  return found;
}

/** Those from the `first` on that begin no later than `to`. */
function* within(lines: readonly Lines[], first: number, to: number): Generator<Lines> {
  for (let at = first; at < lines.length; at += 1) {
    const each = lines[at];
    if (!each || each.from > to) return;
    yield each;
  }
}

/** The same lines in order, none of them twice. */
function joined(lines: readonly Lines[]): readonly Lines[] {
  const all: { from: number; to: number }[] = [];
  const inOrder = lines.filter(({ from, to }) => from <= to).sort((a, b) => a.from - b.from);
  for (const { from, to } of inOrder) {
    const last = all.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}

/** As `isTooNarrow`, of points. */
export function isTooNarrowInPoints(points: number | undefined): boolean {
  return points !== undefined && isTooNarrow(points / POINTS_A_LETTER);
}
