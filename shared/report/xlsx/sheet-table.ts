import type { CellAllowance } from '../cell-allowance.ts';
import type { Cell } from '../document.ts';
import type { SkippedLog } from '../skipped-log.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { type Area, formatAddress } from './cell-address.ts';
import type { CellValue } from './cell-value.ts';
import { applyMerges, type DraftCell } from './merges.ts';
import type { CellConsumer } from './sheet.ts';

/** Puts the cells of one sheet into a table of the neutral document. */
export class SheetTable implements CellConsumer {
  readonly #sheet: string;
  readonly #allowance: CellAllowance;
  readonly #cells: DraftCell[] = [];
  #inOrder = true;
  #lastRow = 0;
  #lastColumn = 0;

  constructor(sheet: string, allowance: CellAllowance) {
    this.#sheet = sheet;
    this.#allowance = allowance;
  }

  cell(row: number, column: number, value: CellValue): void {
    this.#allowance.take(value.text);
    if (row < this.#lastRow || (row === this.#lastRow && column <= this.#lastColumn)) this.#inOrder = false;
    this.#lastRow = row;
    this.#lastColumn = column;
    const source = { sheet: this.#sheet, cell: formatAddress({ row, column }) };
    this.#cells.push({ row, column, ...value, rowSpan: 1, columnSpan: 1, source });
  }

  /** The filled cells in reading order, merges applied; what a merge hides goes to `skipped`. */
  finish(merges: readonly Area[], skipped: SkippedLog): Cell[] {
    const cells = this.#cells;
    if (!this.#inOrder) cells.sort((a, b) => a.row - b.row || a.column - b.column);
    cells.forEach((cell, index) => {
      const before = cells[index - 1];
      if (before?.row === cell.row && before.column === cell.column) {
        throw new UnreadableFile('XML_REFUSED', `${this.#sheet}: ${formatAddress(cell)} is there twice`);
      }
    });
    return applyMerges(cells, merges, (cell) => skipped.add('cell', 'covered-by-merge', cell.source));
  }
}
