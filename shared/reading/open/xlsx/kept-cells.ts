import type { Source } from '../../model/document.ts';
import { showPercentOf } from '../number-shapes/number-format.ts';
import { type CellValue, type DraftCell, isUnfinished } from '../sheets/finish-sheets.ts';
import { formatAddress } from './cell-address.ts';

const SMALLEST_BLOCK = 256;
const LARGEST_BLOCK = 16_384;

const NUMBER = 0;
const PERCENT = 1;
const FIRST_VALUE = 2;

/** The cells of one sheet: what lives on after the reading is what the collector of garbage has to carry. */
export class KeptCells {
  readonly #sheet: string;
  readonly #full: CellBlock[] = [];
  #open: CellBlock;

  constructor(sheet: string) {
    this.#sheet = sheet;
    this.#open = new CellBlock(sheet, SMALLEST_BLOCK);
  }

  add(row: number, column: number, value: CellValue): void {
    this.#block().add(row, column, value);
  }

  /** A cell whose text is the number as JavaScript writes it, or that in percent. */
  addNumber(row: number, column: number, number: number, percent: boolean): void {
    this.#block().addNumber(row, column, number, percent);
  }

  /** All of them, in the order in which they came. */
  list(): DraftCell[] {
    const blocks = [...this.#full, this.#open];
    const cells: DraftCell[] = new Array(blocks.reduce((sum, { size }) => sum + size, 0));
    let from = 0;
    for (const block of blocks) {
      block.listInto(cells, from);
      from += block.size;
    }
    return cells;
  }

  #block(): CellBlock {
    if (this.#open.isFull) {
      this.#full.push(this.#open);
      this.#open = new CellBlock(this.#sheet, Math.min(this.#open.size * 2, LARGEST_BLOCK));
    }
    return this.#open;
  }
}

/**
 * Cells that follow each other, as columns of numbers, with an object for what is more than a number: most cells of large
 * sheets are figures.
 */
class CellBlock {
  size = 0;
  readonly #sheet: string;
  readonly #rows: Int32Array;
  readonly #columns: Uint16Array;
  readonly #numbers: Float64Array;
  /** Where in `#values` it says what is more than a number; NUMBER or PERCENT where nothing is. */
  readonly #more: Uint16Array;
  readonly #values: CellValue[] = [];
  /** Which cells there is more to be found out about. */
  readonly #unfinished: number[] = [];
  /** Made when asked for, and then the same: whoever compares places compares these objects. */
  #sources: (Source | undefined)[] = [];
  /** Of those that are merged with others. */
  readonly rowSpans = new Map<number, number>();
  readonly columnSpans = new Map<number, number>();

  constructor(sheet: string, room: number) {
    this.#sheet = sheet;
    this.#rows = new Int32Array(room);
    this.#columns = new Uint16Array(room);
    this.#numbers = new Float64Array(room);
    this.#more = new Uint16Array(room);
  }

  get isFull(): boolean {
    return this.size === this.#rows.length;
  }

  add(row: number, column: number, value: CellValue): void {
    if (isUnfinished(value)) this.#unfinished.push(this.size);
    this.#more[this.size] = FIRST_VALUE + this.#values.push(value) - 1;
    this.#place(row, column);
  }

  addNumber(row: number, column: number, number: number, percent: boolean): void {
    this.#numbers[this.size] = number;
    this.#more[this.size] = percent ? PERCENT : NUMBER;
    this.#place(row, column);
  }

  row(at: number): number {
    return this.#rows[at] ?? 0;
  }

  column(at: number): number {
    return this.#columns[at] ?? 0;
  }

  number(at: number): number | undefined {
    const value = this.more(at);
    return value ? value.number : this.#numbers[at];
  }

  percent(at: number): boolean | undefined {
    return this.#more[at] === PERCENT ? true : this.more(at)?.percent;
  }

  /** What there is to be said beyond a number. */
  more(at: number): CellValue | undefined {
    const more = this.#more[at] ?? NUMBER;
    return more < FIRST_VALUE ? undefined : this.#values[more - FIRST_VALUE];
  }

  value(at: number): CellValue {
    const known = this.more(at);
    if (known) return known;
    const number = this.#numbers[at] ?? 0;
    const written = String(number);
    const value =
      this.#more[at] === PERCENT
        ? { text: showPercentOf(written), number, percent: true }
        : { text: written, number };
    this.#more[at] = FIRST_VALUE + this.#values.push(value) - 1;
    return value;
  }

  source(at: number): Source {
    if (this.#sources.length === 0) this.#sources = new Array(this.size);
    const known = this.#sources[at];
    if (known) return known;
    const cell = formatAddress({ row: this.row(at), column: this.column(at) });
    const source = { sheet: this.#sheet, cell };
    this.#sources[at] = source;
    return source;
  }

  listInto(cells: DraftCell[], from: number): void {
    for (let at = 0; at < this.size; at++) cells[from + at] = new SheetCell(this, at);
    for (const at of this.#unfinished) {
      const { row, column, rowSpan, columnSpan, source } = new SheetCell(this, at);
      cells[from + at] = { ...this.value(at), row, column, rowSpan, columnSpan, source };
    }
  }

  #place(row: number, column: number): void {
    this.#rows[this.size] = row;
    this.#columns[this.size] = column;
    this.size++;
  }
}

/** A cell that looks up what it says. A spread leaves that behind: `changed` (model/changed.ts) makes an altered copy. */
class SheetCell implements DraftCell {
  readonly kept: CellBlock;
  readonly at: number;

  constructor(kept: CellBlock, at: number) {
    this.kept = kept;
    this.at = at;
  }

  get row() {
    return this.kept.row(this.at);
  }

  get column() {
    return this.kept.column(this.at);
  }

  get text() {
    return this.kept.value(this.at).text;
  }

  get number() {
    return this.kept.number(this.at);
  }

  get legacyFont() {
    return this.kept.more(this.at)?.legacyFont;
  }

  get storedText() {
    return this.kept.more(this.at)?.storedText;
  }

  get decomposed() {
    return this.kept.more(this.at)?.decomposed;
  }

  get date() {
    return this.kept.more(this.at)?.date;
  }

  get percent() {
    return this.kept.percent(this.at);
  }

  get doubt() {
    return this.kept.more(this.at)?.doubt;
  }

  get trouble() {
    return this.kept.more(this.at)?.trouble;
  }

  get rowSpan() {
    return this.kept.rowSpans.get(this.at) ?? 1;
  }

  set rowSpan(rows: number) {
    this.kept.rowSpans.set(this.at, rows);
  }

  get columnSpan() {
    return this.kept.columnSpans.get(this.at) ?? 1;
  }

  set columnSpan(columns: number) {
    this.kept.columnSpans.set(this.at, columns);
  }

  get source() {
    return this.kept.source(this.at);
  }

  /** Where it is, and how far it reaches. */
  place() {
    const { row, column, rowSpan, columnSpan, source } = this;
    return { row, column, rowSpan, columnSpan, source };
  }

  toJSON() {
    return { ...this.kept.value(this.at), ...this.place() };
  }
}
