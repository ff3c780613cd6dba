import type { CellAllowance } from '../cell-allowance.ts';
import type { CellValue, DraftCell, DraftSheet } from '../sheets/finish-sheets.ts';
import type { SkippedLog } from '../skipped-log.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { type Area, formatAddress, type Position } from './cell-address.ts';
import { applyMerges } from './merges.ts';
import type { CellConsumer } from './sheet.ts';

/** Puts the cells of one sheet into a table of the neutral document. */
export class SheetTable implements CellConsumer {
  readonly #sheet: string;
  readonly #allowance: CellAllowance;
  // What is refused for its size must not have cost the memory of a document first: places and values apart need a
  // third of what finished cells do.
  readonly #rows: number[] = [];
  readonly #columns: number[] = [];
  readonly #values: CellValue[] = [];

  constructor(sheet: string, allowance: CellAllowance) {
    this.#sheet = sheet;
    this.#allowance = allowance;
  }

  cell(row: number, column: number, value: CellValue): void {
    this.#allowance.take(value.text);
    this.#rows.push(row);
    this.#columns.push(column);
    this.#values.push(value);
  }

  /** The filled cells in reading order, merges applied; what a merge hides goes to `skipped`. */
  finish(merges: readonly Area[], hiddenRows: ReadonlySet<number>, skipped: SkippedLog): DraftSheet {
    const cells = this.#values.map((value, n): DraftCell => {
      const [row, column] = [this.#rows[n] ?? 0, this.#columns[n] ?? 0];
      const source = { sheet: this.#sheet, cell: formatAddress({ row, column }) };
      // The spread stands first, where it is one copy instead of a loop over names.
      return { ...value, row, column, rowSpan: 1, columnSpan: 1, source };
    });
    const inOrder = cells.every((cell, n) => comparePlaces(cells[n - 1], cell) < 0);
    if (!inOrder) cells.sort(comparePlaces);
    const twice = inOrder ? undefined : cells.find((cell, n) => comparePlaces(cells[n - 1], cell) === 0);
    if (twice)
      throw new UnreadableFile('XML_REFUSED', `${this.#sheet}: ${formatAddress(twice)} is there twice`);
    const visible = applyMerges(cells, merges, (cell) => {
      if (cell.text !== '') skipped.add('cell', 'covered-by-merge', cell.source);
    });
    return { name: this.#sheet, all: cells, visible, hiddenRows };
  }
}

/** In reading order; nothing comes before the first. */
function comparePlaces(a: Position | undefined, b: Position): number {
  return a ? a.row - b.row || a.column - b.column : -1;
}
