/** Where the columns of a drawn grid stand once they are parted, and the lines of cells beside each other. */

import type { TextLine } from '../text-lines.ts';
import type { Segment } from '../words.ts';
import type { PlacedSegment } from './columns.ts';
import type { Grid, GridCell } from './grids.ts';
import type { PlacedLine } from './rows.ts';

/** What a cell of the grid holds, and where it stands once the grid's cells are parted. */
export interface FilledCell {
  readonly cell: GridCell;
  readonly lines: readonly TextLine[];
}

/** Of a letter's size: lines this close stand beside each other. */
const SAME_LINE = 0.4;

/** Where the columns of the grid stand among those that were found in them. */
export class Places {
  readonly edges: readonly number[];
  readonly #columns: readonly (readonly number[] | null)[];
  readonly #starts: readonly number[];

  constructor(grid: Grid, columns: readonly (readonly number[] | null)[]) {
    this.#columns = columns;
    let next = 1;
    this.#starts = columns.map((own) => {
      const start = next;
      next += own?.length ?? 1;
      return start;
    });
    this.edges = [
      ...columns.flatMap((own, n) => [grid.columns[n] ?? 0, ...(own?.slice(1) ?? [])]),
      grid.right,
    ];
  }

  first(column: number): number {
    return this.#starts[column - 1] ?? column;
  }

  last(column: number): number {
    return this.first(column) + (this.#columns[column - 1]?.length ?? 1) - 1;
  }

  isParted({ cell, lines }: FilledCell): boolean {
    return (
      cell.columnSpan === 1 &&
      this.#columns[cell.column - 1] !== null &&
      lines.some(({ segments }) => segments.length > 1)
    );
  }

  place(cell: GridCell, segment: Segment): PlacedSegment {
    const own = cell.columnSpan === 1 ? this.#columns[cell.column - 1] : null;
    const [first, last] = [this.first(cell.column), this.last(cell.column + cell.columnSpan - 1)];
    if (!own) return { segment, from: first, to: last };
    const before = own.filter((left) => left <= segment.left + 0.5).length;
    const reached = own.filter((left) => left < segment.right).length;
    const from = first + Math.max(1, before) - 1;
    return { segment, from, to: Math.max(from, first + reached - 1) };
  }
}

/** The lines of cells beside each other, as lines across the table. */
export function linesAcross(cells: readonly FilledCell[], places: Places): readonly PlacedLine[] {
  const pieces = cells
    .flatMap(({ cell, lines }) =>
      lines.flatMap(({ baseline, segments }) =>
        segments.map((segment) => ({ baseline, placed: places.place(cell, segment) })),
      ),
    )
    .toSorted((a, b) => a.baseline - b.baseline);
  const lines: { baseline: number; placed: PlacedSegment[] }[] = [];
  for (const { baseline, placed } of pieces) {
    const last = lines.at(-1);
    if (last && baseline - last.baseline <= SAME_LINE * placed.segment.size) last.placed.push(placed);
    else lines.push({ baseline, placed: [placed] });
  }
  return lines.map((line) => ({ ...line, page: 1, ruledAbove: false }));
}
