import type { CellValue } from '../sheets/finish-sheets.ts';
import { isTooLow, isTooNarrow, type Lines } from '../sheets/unseen-sizes.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { RecordedXml } from '../xml/recorded-xml.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-handler.ts';
import { type Area, checkPosition, parseAddress, parseArea, parseRow } from './cell-address.ts';
import { isPercent, LOST, plainNumber, readValue, type StoredCell, type ValueContext } from './cell-value.ts';
import { FormulaReader } from './formula-reader.ts';
import { type PlainCell, PlainCells } from './plain-cells.ts';
import { shortDecimal } from './short-decimal.ts';
import { StringItem } from './strings.ts';

/** Areas of one sheet. */
const MAX_MERGES = 200_000;

/** Conditional formats, those of 2010 among them. */
const RULES = /^(?:s|x14):conditionalFormatting$/;

/** Is handed the filled cells of a sheet one after another, in the file's order, which may be any. */
export interface CellConsumer {
  /** @param value cells that show the same text may share one */
  cell(row: number, column: number, value: CellValue): void;
  /**
   * A cell that says a number alone, and as text the number as JavaScript writes it, or that many hundredths in percent.
   * @param letters of the number as it is written
   */
  number(row: number, column: number, number: number, letters: number, percent: boolean): void;
}

/** Reads one xl/worksheets/sheetN.xml. Cells that hold nothing leave no trace, however many there are. */
export class SheetHandler implements XmlHandler {
  readonly merges: Area[] = [];
  /** Rows that hold something and are hidden, or filtered out. */
  readonly hiddenRows = new Set<number>();
  /** All that are hidden or too small to be seen. */
  readonly unseenRows: Lines[] = [];
  readonly unseenColumns: Lines[] = [];
  /** What it says of rules for how cells look. */
  readonly rules = new RecordedXml();
  /** The sheet says something at the head or the foot of its printed pages. */
  hasPrintedNote = false;
  readonly shortcut = new PlainCells(
    (cell) => this.#plainCell(cell),
    (row) => this.#enterRow(row),
  );
  readonly #sheet: string;
  readonly #context: ValueContext;
  readonly #consumer: CellConsumer;
  readonly #inline = new StringItem();
  #inRules = false;
  /** The element within a cell whose text is wanted. */
  #collecting: 'value' | 'formula' | null = null;
  #inCell = false;
  /** Extensions repeat names of the sheet for other purposes. */
  #extensions = 0;
  #row = 0;
  #rowHidden = false;
  #rowUnseen = false;
  #column = 0;
  #type = '';
  #style = 0;
  #value: string | null = null;
  readonly #formulas = new FormulaReader();
  #printedNote = false;

  constructor(sheet: string, context: ValueContext, consumer: CellConsumer) {
    this.#sheet = sheet;
    this.#context = context;
    this.#consumer = consumer;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#inCell) {
      this.#openInCell(name, attributes);
      return;
    }
    if (RULES.test(name)) this.#inRules = true;
    if (this.#inRules) this.rules.open(name, attributes);
    if (name === 's:extLst') {
      this.#extensions++;
      this.shortcut.active = false;
    }
    if (this.#extensions > 0) return;
    if (name === 's:row') this.#openRow(attributes);
    else if (name === 's:col') this.#openColumn(attributes);
    else if (name === 's:c') this.#openCell(attributes);
    else if (name === 's:mergeCell') this.#openMerge(attributes.ref ?? '');
    else if (/^s:(odd|even|first)(Header|Footer)$/.test(name)) this.#printedNote = true;
  }

  text(text: string): void {
    if (this.#collecting === 'value') this.#value = (this.#value ?? '') + text;
    else if (this.#collecting === 'formula') this.#formulas.text(text);
    else if (this.#inCell) this.#inline.text(text);
    else {
      if (this.#inRules) this.rules.text(text);
      if (this.#printedNote && text.trim() !== '') this.hasPrintedNote = true;
    }
  }

  close(name: string): void {
    if (this.#inCell) {
      if (name === 's:c') this.#closeCell();
      else {
        this.#collecting = null;
        this.#inline.close(name);
      }
      return;
    }
    if (this.#inRules) this.rules.close(name);
    if (RULES.test(name)) this.#inRules = false;
    if (name === 's:extLst') this.#extensions--;
    else {
      this.#printedNote = false;
      if (name === 's:row') this.shortcut.active = false;
    }
  }

  #openColumn({ min, max, hidden, width }: XmlAttributes): void {
    if (isOn(hidden) || isTooNarrow(numberIn(width)))
      this.unseenColumns.push({ from: Number(min), to: Number(max) });
  }

  #openRow({ r, hidden, ht }: XmlAttributes): void {
    const height = numberIn(ht);
    this.#rowHidden = isOn(hidden) || height === 0;
    this.#rowUnseen = this.#rowHidden || isTooLow(height);
    this.#enterRow(r === undefined ? this.#row + 1 : parseRow(r));
    this.shortcut.enterRow();
  }

  #enterRow(row: number): void {
    if (this.#rowUnseen) this.#leaveUnseen(row);
    this.#row = row;
    this.#column = 0;
    this.#printedNote = false;
  }

  #leaveUnseen(row: number): void {
    const last = this.unseenRows.at(-1);
    const follows = last?.to === row - 1;
    if (follows) this.unseenRows.pop();
    this.unseenRows.push({ from: follows ? last.from : row, to: row });
  }

  #openCell({ r, t, s }: XmlAttributes): void {
    if (r === undefined) this.#column++;
    else {
      const { row, column } = parseAddress(r);
      this.#row = row;
      this.#column = column;
    }
    this.#inCell = true;
    this.shortcut.active = false;
    this.#type = t ?? 'n';
    this.#style = Number(s ?? 0);
    this.#value = null;
  }

  #openInCell(name: string, attributes: XmlAttributes): void {
    // A second value, or anything within one: nobody can tell what the cell holds.
    if (this.#value !== null && (name === 's:v' || this.#collecting === 'value')) this.#value += LOST;
    if (name === 's:v') {
      this.#collecting = 'value';
      this.#value ??= '';
    } else if (name === 's:f') {
      this.#collecting = 'formula';
      this.#formulas.open(attributes);
    } else this.#inline.open(name, attributes);
  }

  #closeCell(): void {
    this.#inCell = false;
    this.shortcut.active = true;
    this.#collecting = null;
    this.#keep({
      type: this.#type,
      style: this.#style,
      value: this.#value,
      number: this.#value === null ? Number.NaN : shortDecimal(this.#value),
      letters: this.#value?.length ?? 0,
      inline: this.#inline.take(),
      formula: this.#formulas.take(this.#row, this.#column),
    });
  }

  #plainCell(cell: PlainCell): void {
    if (cell.row === 0) this.#column++;
    else {
      this.#row = cell.row;
      this.#column = cell.column;
    }
    this.#keep(cell);
  }

  #keep(stored: StoredCell): void {
    const number = plainNumber(stored, this.#context);
    const value = Number.isNaN(number) ? readValue(stored, this.#context) : undefined;
    if (value === null) return;
    const { row, column } = checkPosition(this.#row, this.#column);
    if (this.#rowHidden) this.hiddenRows.add(row);
    if (value) this.#consumer.cell(row, column, value);
    else this.#consumer.number(row, column, number, stored.letters, isPercent(stored, this.#context));
  }

  #openMerge(ref: string): void {
    if (this.merges.length === MAX_MERGES) {
      throw new UnreadableFile('ZIP_TOO_LARGE', `${this.#sheet}: more than ${MAX_MERGES} merged areas`);
    }
    this.merges.push(parseArea(ref));
  }
}

function numberIn(written: string | undefined): number | undefined {
  return written === undefined ? undefined : Number(written);
}

function isOn(written: string | undefined): boolean {
  return written === '1' || written === 'true';
}
