/** A table's cells by row, as forms are read: line by line. */
import type { Cell, Table } from '../model/document.ts';

export interface Row {
  readonly row: number;
  /** Filled cells from left to right. */
  readonly cells: readonly Cell[];
}

/** The rows that hold anything, from top to bottom. */
export function rowsOf(table: Table): readonly Row[] {
  const rows = new Map<number, Cell[]>();
  for (const cell of table.cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({ row, cells: cells.sort((a, b) => a.column - b.column) }));
}

/** Columns from–to, both included, counting from 1. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The row's cells that begin in these columns. */
export function within({ row, cells }: Row, { from, to }: Range): Row {
  return { row, cells: cells.filter(({ column }) => column >= from && column <= to) };
}

/** The columns a cell covers. */
export function columnsOf(cell: Cell): Range {
  return { from: cell.column, to: cell.column + cell.columnSpan - 1 };
}

/** Whether two ranges of columns share one. */
export function overlaps(a: Range, b: Range): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The page of a pdf file on which a cell stands, from 1. */
export function pageOf({ row }: Cell, { pages }: Table): number {
  return pages?.get(row) ?? 1;
}
