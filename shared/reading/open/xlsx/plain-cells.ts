import type { XmlShortcut } from '../xml/xml-handler.ts';
import { MAX_COLUMN, MAX_ROW } from './cell-address.ts';
import type { StoredCell } from './cell-value.ts';
import { unescapeCharacters } from './strings.ts';

/** What a plain cell says; read before the next one is, and never kept. Row and column are 0 where it has no `r`. */
export type PlainCell = { -readonly [K in keyof StoredCell]: StoredCell[K] } & {
  row: number;
  column: number;
};

const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SPACE = 0x20;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_A = 0x41;
const LETTER_Z = 0x5a;
const LETTER_C = 0x63;
const LETTER_N = 0x6e;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LETTER_V = 0x76;

/** The style of a cell is the number of a format; no workbook may have more than 65,490. */
const MAX_STYLE = 1_000_000;

/**
 * Reads cells where they are written as Excel, LibreOffice and most programs write them:
 * `<c r="B7" s="3" t="s"><v>12</v></c>`, with a formula, an inline text or nothing. Whatever is not exactly so (another
 * attribute, a reference, rich text, white space, the text's end) is left to the tokenizer.
 */
export class PlainCells implements XmlShortcut {
  readonly namespace = 's';
  /** Set while the cells that may come are the sheet's own. */
  active = false;
  readonly #receive: (cell: PlainCell) => void;
  readonly #beginRow: (row: number) => void;
  /** How the last row's tag went on behind its number; the same again means the same. Null where it is not known. */
  #tail: string | null = null;
  #nextTail: string | null = null;
  readonly #cell: PlainCell = {
    row: 0,
    column: 0,
    type: 'n',
    style: 0,
    value: null,
    inline: '',
    formula: null,
  };
  /** Where the reading has come to. */
  #at = 0;

  /** @param beginRow told where the row that was open ended and the next begins, which differs in its number alone */
  constructor(receive: (cell: PlainCell) => void, beginRow: (row: number) => void) {
    this.#receive = receive;
    this.#beginRow = beginRow;
  }

  /** The tokenizer has read the tag of a row. */
  enterRow(): void {
    this.active = true;
    this.#tail = this.#nextTail;
  }

  take(text: string, at: number, parent: string): number {
    this.#nextTail = null;
    if (!this.active || parent !== 'row') {
      this.#nextTail = tailOf(text, at);
      return at;
    }
    let end = at;
    while (end < text.length && text.charCodeAt(end) === LESS) {
      if (this.#read(text, end)) this.#receive(this.#cell);
      else if (!this.#passToNextRow(text, end)) break;
      end = this.#at;
    }
    return end;
  }

  /** Reads `</row><row r="7"` and what followed the number of the row before. */
  #passToNextRow(text: string, at: number): boolean {
    if (this.#tail === null || !text.startsWith(BETWEEN_ROWS, at)) return false;
    const digits = at + BETWEEN_ROWS.length;
    let row = 0;
    let end = digits;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code < ZERO || code > NINE) break;
      row = row * 10 + code - ZERO;
    }
    if (row < 1 || row > MAX_ROW || text.charCodeAt(digits) === ZERO || !text.startsWith(this.#tail, end)) {
      return false;
    }
    this.#at = end + this.#tail.length;
    this.#beginRow(row);
    return true;
  }

  #read(text: string, from: number): boolean {
    // The shortest cell is `<c/></row>` with what must follow it; so much is always there to look at.
    if (from + 10 > text.length || text.charCodeAt(from + 1) !== LETTER_C) return false;
    const cell = this.#cell;
    cell.row = 0;
    cell.column = 0;
    cell.type = 'n';
    cell.style = 0;
    cell.value = null;
    cell.inline = '';
    cell.formula = null;
    const { length } = text;
    let at = from + 2;
    let had = 0;
    while (text.charCodeAt(at) === SPACE) {
      if (at + 6 > length || text.charCodeAt(at + 2) !== EQUALS || text.charCodeAt(at + 3) !== QUOTE)
        return false;
      const name = text.charCodeAt(at + 1);
      const one = name === LETTER_R ? 1 : name === LETTER_S ? 2 : name === LETTER_T ? 4 : 0;
      if (one === 0 || (had & one) !== 0) return false;
      had |= one;
      at =
        one === 1
          ? this.#address(text, at + 4)
          : one === 2
            ? this.#style(text, at + 4)
            : this.#type(text, at + 4);
      if (at < 0 || at + 1 >= length || text.charCodeAt(at) !== QUOTE) return false;
      at++;
    }
    this.#at = at;
    return text.charCodeAt(at) === GREATER ? this.#content(text) : this.#pass(text, '/>');
  }

  /** @returns where it ends; -1 for none */
  #address(text: string, from: number): number {
    const { length } = text;
    let column = 0;
    let row = 0;
    let at = from;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code < LETTER_A || code > LETTER_Z) break;
      column = column * 26 + code - LETTER_A + 1;
    }
    const digits = at;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code < ZERO || code > NINE) break;
      row = row * 10 + code - ZERO;
    }
    // Long ones lose digits in a double, but are far beyond the last row and column by then.
    if (column < 1 || column > MAX_COLUMN || row < 1 || row > MAX_ROW) return -1;
    this.#cell.column = column;
    this.#cell.row = row;
    return text.charCodeAt(digits) === ZERO ? -1 : at;
  }

  /** @returns where it ends; -1 for none */
  #style(text: string, from: number): number {
    const { length } = text;
    let style = 0;
    let at = from;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code < ZERO || code > NINE) break;
      style = style * 10 + code - ZERO;
    }
    this.#cell.style = style;
    return at === from || style > MAX_STYLE ? -1 : at;
  }

  /** @returns where it ends; -1 for none that is known */
  #type(text: string, from: number): number {
    const type = typeAt(text, from);
    if (type === null) return -1;
    this.#cell.type = type;
    return from + type.length;
  }

  #content(text: string): boolean {
    const cell = this.#cell;
    this.#at++;
    if (this.#beginsValue(text)) return this.#value(text);
    if (this.#pass(text, '</c>')) return true;
    if (this.#pass(text, '<f>') || this.#pass(text, '<f aca="false">')) {
      cell.formula = this.#characters(text);
      if (cell.formula === null || !this.#pass(text, '</f>')) return false;
      return this.#beginsValue(text) ? this.#value(text) : this.#pass(text, '</c>');
    }
    if (!this.#pass(text, '<is><t>') && !this.#pass(text, '<is><t xml:space="preserve">')) return false;
    const inline = this.#characters(text);
    if (inline === null) return false;
    cell.inline = unescapeCharacters(inline);
    return this.#pass(text, '</t></is></c>');
  }

  /** Whether `<v>` is here. */
  #beginsValue(text: string): boolean {
    const at = this.#at;
    return (
      at + 2 < text.length &&
      text.charCodeAt(at) === LESS &&
      text.charCodeAt(at + 1) === LETTER_V &&
      text.charCodeAt(at + 2) === GREATER
    );
  }

  #value(text: string): boolean {
    this.#at += 3;
    this.#cell.value = this.#characters(text);
    return this.#cell.value !== null && this.#pass(text, '</v></c>');
  }

  /** @returns the text up to the next tag; null where it holds a reference or what may be no text */
  #characters(text: string): string | null {
    const from = this.#at;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === AMPERSAND || code === GREATER) return null;
      if (code !== LESS) continue;
      this.#at = at;
      return text.slice(from, at);
    }
    return null;
  }

  #pass(text: string, expected: string): boolean {
    if (!text.startsWith(expected, this.#at)) return false;
    this.#at += expected.length;
    return true;
  }
}

const BETWEEN_ROWS = '</row><row r="';

/** From the quotation mark behind the number of a row to the tag's end; null where that is not beyond doubt. */
function tailOf(text: string, at: number): string | null {
  const [, tail] = /<row r="\d+("[^<>&']*>)/y.exec(text.slice(at, at + 1000)) ?? [];
  if (tail === undefined || tail.endsWith('/>') || tail.includes('xmlns')) return null;
  return tail.split('"').length % 2 === 0 ? tail : null;
}

/** The four types that nearly all cells have. */
function typeAt(text: string, at: number): string | null {
  const letter = text.charCodeAt(at);
  if (at + 1 < text.length && text.charCodeAt(at + 1) === QUOTE) {
    return letter === LETTER_S ? 's' : letter === LETTER_N ? 'n' : null;
  }
  if (text.startsWith('str"', at)) return 'str';
  return text.startsWith('inlineStr"', at) ? 'inlineStr' : null;
}
