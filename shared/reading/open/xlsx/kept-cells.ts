import type { Source } from '../../model/document.ts';
import { type CellValue, type DraftCell, isUnfinished } from '../sheets/finish-sheets.ts';
import { formatAddress } from './cell-address.ts';

/**
 * The cells of one sheet as columns of numbers, with an object for what is more than a number: what lives on after the
 * reading is what the collector of garbage has to carry, and most cells of large sheets are figures.
 */
export class KeptCells {
  readonly sheet: string;
  size = 0;
  #rows = new Int32Array(256);
  #columns = new Uint16Array(256);
  #numbers = new Float64Array(256);
  /** Undefined for a number whose text nobody has asked for yet. */
  readonly #values: (CellValue | undefined)[] = [];
  /** Made when asked for, and then the same: whoever compares places compares these objects. */
  #sources: (Source | undefined)[] = [];
  /** Of those that are merged with others. */
  readonly rowSpans = new Map<number, number>();
  readonly columnSpans = new Map<number, number>();

  constructor(sheet: string) {
    this.sheet = sheet;
  }

  add(row: number, column: number, value: CellValue): void {
    this.#place(row, column, 0);
    this.#values.push(value);
  }

  /** A cell whose text is the number as JavaScript writes it. */
  addNumber(row: number, column: number, number: number): void {
    this.#place(row, column, number);
    this.#values.push(undefined);
  }

  row(at: number): number {
    return this.#rows[at] ?? 0;
  }

  column(at: number): number {
    return this.#columns[at] ?? 0;
  }

  number(at: number): number | undefined {
    const value = this.#values[at];
    return value ? value.number : this.#numbers[at];
  }

  /** What there is to be said beyond a number. */
  more(at: number): CellValue | undefined {
    return this.#values[at];
  }

  value(at: number): CellValue {
    const known = this.#values[at];
    if (known) return known;
    const number = this.#numbers[at] ?? 0;
    const value = { text: String(number), number };
    this.#values[at] = value;
    return value;
  }

  source(at: number): Source {
    if (this.#sources.length === 0) this.#sources = new Array(this.size);
    const known = this.#sources[at];
    if (known) return known;
    const source = { sheet: this.sheet, cell: formatAddress({ row: this.row(at), column: this.column(at) }) };
    this.#sources[at] = source;
    return source;
  }

  /** All of them, in the order in which they came. */
  list(): DraftCell[] {
    const cells: DraftCell[] = new Array(this.size);
    for (let at = 0; at < cells.length; at++) {
      const value = this.#values[at];
      const cell = new SheetCell(this, at);
      cells[at] = value && isUnfinished(value) ? { ...value, ...cell.place() } : cell;
    }
    return cells;
  }

  #place(row: number, column: number, number: number): void {
    const at = this.size;
    if (at === this.#rows.length) this.#grow();
    this.#rows[at] = row;
    this.#columns[at] = column;
    this.#numbers[at] = number;
    this.size++;
  }

  #grow(): void {
    const room = this.size * 2;
    const [rows, columns, numbers] = [this.#rows, this.#columns, this.#numbers];
    this.#rows = new Int32Array(room);
    this.#columns = new Uint16Array(room);
    this.#numbers = new Float64Array(room);
    this.#rows.set(rows);
    this.#columns.set(columns);
    this.#numbers.set(numbers);
  }
}

/** A cell that looks up what it says. A spread leaves that behind: `changed` (model/changed.ts) makes an altered copy. */
class SheetCell implements DraftCell {
  readonly kept: KeptCells;
  readonly at: number;

  constructor(kept: KeptCells, at: number) {
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
    return this.kept.more(this.at)?.percent;
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
