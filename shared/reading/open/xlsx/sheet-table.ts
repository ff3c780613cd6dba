import type { CellAllowance } from '../cell-allowance.ts';
import type { CellValue, DraftSheet } from '../sheets/finish-sheets.ts';
import type { SkippedLog } from '../skipped-log.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { type Area, columnLetters, type Position } from './cell-address.ts';
import { KeptCells } from './kept-cells.ts';
import { applyMerges } from './merges.ts';
import type { CellConsumer } from './sheet.ts';

/** Puts the cells of one sheet into a table of the neutral document. */
export class SheetTable implements CellConsumer {
  readonly #sheet: string;
  readonly #allowance: CellAllowance;
  readonly #kept: KeptCells;
  #inOrder = true;
  #lastRow = 0;
  #lastColumn = 0;

  constructor(sheet: string, allowance: CellAllowance) {
    this.#sheet = sheet;
    this.#allowance = allowance;
    this.#kept = new KeptCells(sheet);
  }

  cell(row: number, column: number, value: CellValue): void {
    this.#allowance.take(value.text.length);
    this.#follow(row, column);
    this.#kept.add(row, column, value);
  }

  number(row: number, column: number, number: number, letters: number, percent: boolean): void {
    this.#allowance.take(letters);
    this.#follow(row, column);
    this.#kept.addNumber(row, column, number, percent);
  }

  /** The filled cells in reading order, merges applied; what a merge hides goes to `skipped`. */
  finish(merges: readonly Area[], hiddenRows: ReadonlySet<number>, skipped: SkippedLog): DraftSheet {
    const cells = this.#kept.list();
    if (!this.#inOrder) {
      cells.sort(comparePlaces);
      const twice = cells.find((cell, n) => comparePlaces(cells[n - 1], cell) === 0);
      if (twice) {
        const address = columnLetters(twice.column) + twice.row;
        throw new UnreadableFile('XML_REFUSED', `${this.#sheet}: ${address} is there twice`);
      }
    }
    const visible = applyMerges(cells, merges, (cell) => {
      if (cell.text !== '') skipped.add('cell', 'covered-by-merge', cell.source);
    });
    return { name: this.#sheet, all: cells, visible, hiddenRows };
  }

  #follow(row: number, column: number): void {
    if (row < this.#lastRow || (row === this.#lastRow && column <= this.#lastColumn)) this.#inOrder = false;
    this.#lastRow = row;
    this.#lastColumn = column;
  }
}

/** In reading order; nothing comes before the first. */
function comparePlaces(a: Position | undefined, b: Position): number {
  return a ? a.row - b.row || a.column - b.column : -1;
}
