/** What in a rebuilt table may be something else than the page shows. */

import type { DoubtReason } from '../../../../vocabulary/finding.ts';
import type { Doubt } from '../../../model/document.ts';
import type { Segment, Word } from '../words.ts';
import { isBrokenDate, isFigure, numbersIn } from './figures.ts';

/** The doubt about a cell of these segments; null where there is none. */
export function doubtOf(segments: readonly Segment[], page: number): Doubt | null {
  const why = reasonFor(segments);
  return why && { why, page };
}

/** In points: how far a figure may reach over the border of its cell, as programs reckon letters differently. */
const SLACK = 2;

/** The doubt about a figure that stands on the border of its cell. */
export function leavesItsCell(
  segments: readonly Segment[],
  { left, right }: { readonly left: number; readonly right: number },
  page: number,
): Doubt | null {
  const leaves = segments.some(
    (segment) => isFigure(segment) && (segment.left < left - SLACK || segment.right > right + SLACK),
  );
  return leaves ? { why: 'column', page } : null;
}

interface Laid {
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly segments: readonly Segment[];
  readonly page: number;
}

interface Lane {
  readonly left: number;
  readonly right: number;
}

/**
 * A second reading of a table that was laid out by places, by the lanes in which its figures stand: they must not run
 * into each other, each must have its title, and each figure a name.
 */
export function doubtsOf<T extends Laid>(cells: readonly T[]): ReadonlyMap<T, Doubt> {
  const doubts = new Map<T, Doubt>();
  const put = (cell: T, why: DoubtReason) => doubts.set(cell, doubts.get(cell) ?? { why, page: cell.page });
  for (const cell of cells) {
    const own = doubtOf(cell.segments, cell.page);
    if (own) doubts.set(cell, own);
    if (cell.columnSpan > 1 && cell.segments.every(isFigure)) put(cell, 'column');
  }
  const figures = cells.filter(({ columnSpan, segments }) => columnSpan === 1 && segments.every(isFigure));
  for (const page of Map.groupBy(figures, (cell) => cell.page).values()) {
    const lanes = new Map<number, Lane>();
    for (const { column, segments } of page) {
      const known = lanes.get(column);
      const [left, right] = [leftOf(segments), rightOf(segments)];
      lanes.set(column, {
        left: Math.min(left, known?.left ?? left),
        right: Math.max(right, known?.right ?? right),
      });
    }
    for (const cell of page) {
      const middle = (leftOf(cell.segments) + rightOf(cell.segments)) / 2;
      const strays = [...lanes].some(
        ([column, { left, right }]) => column !== cell.column && middle > left && middle < right,
      );
      if (strays) put(cell, 'column');
    }
  }
  for (const cell of untitled(cells, figures)) put(cell, 'column');
  for (const cell of withoutTitles(cells, figures)) put(cell, 'column');
  for (const cell of looseEnds(cells)) put(cell, 'row');
  return doubts;
}

/** Titles of columns of figures that do not stand over them, unless there are as many titles as columns. */
function untitled<T extends Laid>(cells: readonly T[], figures: readonly T[]): readonly T[] {
  const first = Math.min(...figures.filter(({ column }) => column > 1).map(({ row }) => row));
  const lanes = new Map(
    [...Map.groupBy(figures, ({ column }) => column)].map(([column, own]): [number, Lane] => [
      column,
      {
        left: Math.min(...own.map(({ segments }) => leftOf(segments))),
        right: Math.max(...own.map(({ segments }) => rightOf(segments))),
      },
    ]),
  );
  const titles = cells.filter(({ row, columnSpan }) => row < first && columnSpan === 1);
  const columns = new Set(cells.map(({ column }) => column));
  const isFull = [...columns].every((column) => titles.some((title) => title.column === column));
  return titles.filter(({ column, segments }) => {
    const [left, right] = [leftOf(segments), rightOf(segments)];
    const isOver = (lane: Lane) => lane.left < right && lane.right > left;
    const own = lanes.get(column);
    if (own && isOver(own)) return false;
    // Where the columns beside it have their own titles it can belong to no other.
    const isTitled = (each: number) => {
      const lane = lanes.get(each);
      return !lane || titles.some((title) => title.column === each && meets(title.segments, lane));
    };
    if (own && isTitled(column - 1) && isTitled(column + 1) && ![...lanes.values()].some(isOver))
      return false;
    const other = [...lanes].some(([each, lane]) => each !== column && isOver(lane));
    return other || (own !== undefined && !isFull);
  });
}

/** Of a letter's size: lines of one text are no further apart. */
const NEXT_LINE = 1.5;

/**
 * Texts that may go on in the row below them, which holds neither a figure nor anything in the first column; both rows'
 * cells.
 */
export function looseEnds<T extends Pick<Laid, 'row' | 'column' | 'columnSpan' | 'segments'>>(
  cells: readonly T[],
): readonly T[] {
  const rows = Map.groupBy(cells, ({ row }) => row);
  const first = Math.min(...cells.map(({ column }) => column));
  return [...rows].flatMap(([row, own]) => {
    const above = rows.get(row - 1) ?? [];
    if (!above.some(({ segments }) => segments.some(isFigure))) return [];
    if (own.some(({ column, segments }) => column === first || segments.some(isFigure))) return [];
    return own.flatMap((cell) => {
      const over = above.find(
        ({ column, columnSpan }) => column === cell.column && columnSpan === cell.columnSpan,
      );
      const [word, last] = [cell.segments[0]?.words[0], over?.segments.at(-1)?.words[0]];
      const close = word && last && word.baseline - last.baseline < NEXT_LINE * word.size;
      return over && close ? [over, cell] : [];
    });
  });
}

/** Figures behind the first column over which no title stands: they may be anything. */
function withoutTitles<T extends Laid>(cells: readonly T[], figures: readonly T[]): readonly T[] {
  const own = figures.filter(({ column }) => column > 1);
  const first = Math.min(...own.map(({ row }) => row));
  const titles = cells.filter(({ row }) => row < first);
  return own.filter(
    ({ column }) => !titles.some((each) => each.column <= column && column < each.column + each.columnSpan),
  );
}

function meets(segments: readonly Segment[], { left, right }: Lane): boolean {
  return leftOf(segments) < right && rightOf(segments) > left;
}

function leftOf(segments: readonly Segment[]): number {
  return Math.min(...segments.map(({ left }) => left));
}

function rightOf(segments: readonly Segment[]): number {
  return Math.max(...segments.map(({ right }) => right));
}

function reasonFor(segments: readonly Segment[]): DoubtReason | null {
  const words = segments.flatMap((segment) => segment.words);
  const mark = words.find((word) => word.mark)?.mark;
  if (mark) return mark;
  if (segments.length > 1 && overlap(words)) return 'row';
  if (!words.every(isFigure)) return null;
  if (isBrokenDate(words.map(({ text }) => text))) return null;
  return segments.reduce((sum, segment) => sum + numbersIn(segment.words), 0) > 1 ? 'figures' : null;
}

/** Of a letter's size: letters of two lines that are closer are drawn over each other. */
const SAME_LINE = 0.4;
const LEAST_PITCH = 0.85;

/** Whether lines run into each other: a text that is too long for its row stands in the next one. */
function overlap(words: readonly Word[]): boolean {
  return words.some((word, n) =>
    words.slice(n + 1, n + NEAR).some((other) => {
      const apart = Math.abs(other.baseline - word.baseline) / word.size;
      return apart > SAME_LINE && apart < LEAST_PITCH && other.left < word.right && word.left < other.right;
    }),
  );
}

/** Words of two lines that run into each other are not further from each other in their order. */
const NEAR = 40;
