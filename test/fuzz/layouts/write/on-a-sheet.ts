/** Where everything stands once paragraphs and grids are laid out below each other on one sheet. */
import type { Draft, DraftCell } from '../draft.ts';

export interface SheetCell extends Omit<DraftCell, 'align' | 'turned'> {
  /** From 0, as the column is. */
  readonly row: number;
  readonly align?: DraftCell['align'];
}

/** In reading order. */
export function onASheet({ before, grids, after, beside }: Draft): readonly SheetCell[] {
  const cells: SheetCell[] = [];
  const plain = { column: 0, columnSpan: 1, rowSpan: 1, bold: false };
  let row = 0;
  const line = (text: string) => cells.push({ ...plain, row: row++, text });
  before.forEach(line);
  const notes = Math.max(...grids.map(({ columns }) => columns.length)) + 1;
  grids.forEach((grid, n) => {
    row += 1;
    const top = row;
    for (const each of grid.rows) {
      cells.push(...each.map((cell) => ({ ...cell, row })));
      row += 1;
    }
    if (n > 0) return;
    for (const [below, text] of beside.slice(0, grid.rows.length).entries()) {
      cells.push({ ...plain, row: top + below, column: notes, text });
    }
  });
  row += 1;
  after.forEach(line);
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Row by row, empty rows too. */
export function rowsOf(cells: readonly SheetCell[]): readonly (readonly SheetCell[])[] {
  const rows: SheetCell[][] = Array.from({ length: (cells.at(-1)?.row ?? -1) + 1 }, () => []);
  for (const cell of cells) rows[cell.row]?.push(cell);
  return rows;
}

/** The day as sheets count it. */
export function serialOf(date: string): number {
  return Date.parse(date) / 86_400_000 + 25_569;
}

export function formatOf({ percent, date }: SheetCell): string {
  return percent ? '0.0%' : date !== undefined ? 'dd/mm/yyyy' : '#,##0';
}
