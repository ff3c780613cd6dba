import type { Cell } from '../document.ts';
import type { SkippedLog } from '../skipped-log.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { XmlAttributes, XmlHandler } from '../xml/read-xml.ts';
import {
  type Area,
  checkPosition,
  formatAddress,
  type Position,
  parseAddress,
  parseArea,
  parseRow,
} from './cell-address.ts';
import { type CellValue, readValue, type ValueContext } from './cell-value.ts';
import { applyMerges, type DraftCell } from './merges.ts';
import { StringItem } from './strings.ts';

/** Filled cells of one workbook; a unit's report has some hundreds, a year's register some ten thousands. */
export const MAX_CELLS = 500_000;
const MAX_MERGES = 200_000;

/** Reads one xl/worksheets/sheetN.xml. Cells that hold nothing leave no trace, however many there are. */
export class SheetHandler implements XmlHandler {
  readonly #sheet: string;
  readonly #context: ValueContext;
  readonly #allowed: number;
  readonly #cells: DraftCell[] = [];
  readonly #merges: Area[] = [];
  readonly #inline = new StringItem();
  /** The element within a cell whose text is wanted. */
  #collecting: 'value' | 'formula' | null = null;
  #inCell = false;
  /** Extensions repeat names of the sheet for other purposes. */
  #extensions = 0;
  #inOrder = true;
  #last: Position = { row: 0, column: 0 };
  #at: Position = { row: 0, column: 0 };
  #type = '';
  #style = 0;
  #value: string | null = null;
  #formula: string | null = null;
  #printedNote = false;
  #hasPrintedNote = false;

  /** @param allowed how many more filled cells the workbook may have */
  constructor(sheet: string, context: ValueContext, allowed: number) {
    this.#sheet = sheet;
    this.#context = context;
    this.#allowed = allowed;
  }

  /** The filled cells in reading order, merges applied; what a merge hides goes to `skipped`. */
  finish(skipped: SkippedLog): Cell[] {
    const cells = this.#cells;
    if (!this.#inOrder) cells.sort((a, b) => a.row - b.row || a.column - b.column);
    cells.forEach((cell, index) => {
      const before = cells[index - 1];
      if (before?.row === cell.row && before.column === cell.column) {
        throw new UnreadableFile('XML_REFUSED', `${this.#sheet}: ${formatAddress(cell)} is there twice`);
      }
    });
    if (this.#hasPrintedNote)
      skipped.add('note', 'page-header-or-footer', this.#source({ row: 1, column: 1 }));
    return applyMerges(cells, this.#merges, (cell) => skipped.add('cell', 'covered-by-merge', cell.source));
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#inCell) {
      this.#openInCell(name, attributes);
      return;
    }
    if (name === 's:extLst') this.#extensions++;
    if (this.#extensions > 0) return;
    if (name === 's:row') this.#openRow(attributes.r);
    else if (name === 's:c') this.#openCell(attributes);
    else if (name === 's:mergeCell') this.#openMerge(attributes.ref ?? '');
    else if (/^s:(odd|even|first)(Header|Footer)$/.test(name)) this.#printedNote = true;
  }

  text(text: string): void {
    if (this.#collecting === 'value') this.#value = (this.#value ?? '') + text;
    else if (this.#collecting === 'formula') this.#formula = (this.#formula ?? '') + text;
    else if (this.#inCell) this.#inline.text(text);
    else if (this.#printedNote && text.trim() !== '') this.#hasPrintedNote = true;
  }

  close(name: string): void {
    if (this.#inCell && name === 's:c') this.#closeCell();
    else if (this.#inCell) {
      this.#collecting = null;
      this.#inline.close(name);
    } else if (name === 's:extLst') this.#extensions--;
    else this.#printedNote = false;
  }

  #openRow(r: string | undefined): void {
    const row = r === undefined ? this.#at.row + 1 : parseRow(r);
    this.#at = { row, column: 0 };
  }

  #openCell({ r, t, s }: XmlAttributes): void {
    this.#at = r === undefined ? { row: this.#at.row, column: this.#at.column + 1 } : parseAddress(r);
    this.#inCell = true;
    this.#type = t ?? 'n';
    this.#style = Number(s ?? 0);
    this.#value = null;
    this.#formula = null;
  }

  #openInCell(name: string, attributes: XmlAttributes): void {
    if (name === 's:v') {
      this.#collecting = 'value';
      this.#value ??= '';
    } else if (name === 's:f') {
      this.#collecting = 'formula';
      // A data table's input cells carry `f` and a plain value; any other `f` is a formula of this cell.
      this.#formula ??= attributes.t === 'dataTable' ? null : '';
    } else this.#inline.open(name, attributes);
  }

  #closeCell(): void {
    this.#inCell = false;
    this.#collecting = null;
    const stored = {
      type: this.#type,
      style: this.#style,
      value: this.#value,
      inline: this.#inline.take(),
      formula: this.#formula,
    };
    const value = readValue(stored, this.#context);
    if (value) this.#keep(value);
  }

  #keep(value: CellValue): void {
    const { row, column } = checkPosition(this.#at.row, this.#at.column, formatAddress(this.#at));
    if (this.#cells.length >= this.#allowed) {
      throw new UnreadableFile('ZIP_TOO_LARGE', `more than ${MAX_CELLS} filled cells`);
    }
    const last = this.#last;
    if (row < last.row || (row === last.row && column <= last.column)) this.#inOrder = false;
    this.#last = { row, column };
    this.#cells.push({
      row,
      column,
      ...value,
      rowSpan: 1,
      columnSpan: 1,
      source: this.#source({ row, column }),
    });
  }

  #openMerge(ref: string): void {
    if (this.#merges.length === MAX_MERGES) {
      throw new UnreadableFile('ZIP_TOO_LARGE', `${this.#sheet}: more than ${MAX_MERGES} merged areas`);
    }
    this.#merges.push(parseArea(ref));
  }

  #source(at: Position) {
    return { sheet: this.#sheet, cell: formatAddress(at) };
  }
}
