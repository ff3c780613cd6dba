import type { Source } from '../../model/document.ts';
import type { CellAllowance } from '../cell-allowance.ts';
import type { CellValue, DraftCell, DraftSheet } from '../sheets/finish-sheets.ts';
import type { SkippedLog } from '../skipped-log.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { type Area, columnLetters, type Position } from './cell-address.ts';
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
    this.#rows.push(row);
    this.#columns.push(column);
    this.#values.push(value);
  }

  /** The filled cells in reading order, merges applied; what a merge hides goes to `skipped`. */
  finish(merges: readonly Area[], hiddenRows: ReadonlySet<number>, skipped: SkippedLog): DraftSheet {
    const cells = this.#cells();
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

  #cells(): DraftCell[] {
    const [sheet, rows, columns, values] = [this.#sheet, this.#rows, this.#columns, this.#values];
    const letters: string[] = [];
    let row = 0;
    let digits = '';
    return values.map((value, n) => {
      const column = columns[n] ?? 0;
      if (rows[n] !== row) {
        row = rows[n] ?? 0;
        digits = String(row);
      }
      letters[column] ??= columnLetters(column);
      const source = { sheet, cell: letters[column] + digits };
      return placed(value, row, column, source);
    });
  }
}

/** Numbers and texts that say nothing else are written out: a copy of whatever there is costs three times as much. */
function placed(value: CellValue, row: number, column: number, source: Source): DraftCell {
  const { text, number } = value;
  for (const name in value) {
    if (name !== 'text' && name !== 'number')
      return { ...value, row, column, rowSpan: 1, columnSpan: 1, source };
  }
  return number === undefined
    ? { text, row, column, rowSpan: 1, columnSpan: 1, source }
    : { text, number, row, column, rowSpan: 1, columnSpan: 1, source };
}

/** In reading order; nothing comes before the first. */
function comparePlaces(a: Position | undefined, b: Position): number {
  return a ? a.row - b.row || a.column - b.column : -1;
}
