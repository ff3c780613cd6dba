import type { XmlPiece, XmlShortcut } from '../xml/xml-handler.ts';
import { MAX_COLUMN, MAX_ROW } from './cell-address.ts';
import type { StoredCell } from './cell-value.ts';
import { shortDecimalIn } from './short-decimal.ts';
import { unescapeCharacters } from './strings.ts';

const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SPACE = 0x20;
const SLASH = 0x2f;
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

const NOTHING: XmlPiece = { text: '', codes: new Uint8Array(0) };

/** What a plain cell says; read before the next one is, and never kept. Row and column are 0 where it has no `r`. */
export class PlainCell implements StoredCell {
  row = 0;
  column = 0;
  type = 'n';
  style = 0;
  number = Number.NaN;
  inline = '';
  formula: string | null = null;
  #piece: XmlPiece = NOTHING;
  #from = -1;
  #to = -1;

  /** Cut out when asked for: of most cells the number alone is wanted. */
  get value(): string | null {
    return this.#from < 0 ? null : this.#piece.text.slice(this.#from, this.#to);
  }

  get letters(): number {
    return this.#to - this.#from;
  }

  clear(): void {
    this.row = 0;
    this.column = 0;
    this.type = 'n';
    this.style = 0;
    this.number = Number.NaN;
    this.inline = '';
    this.formula = null;
    this.#from = -1;
    this.#to = -1;
  }

  setValue(piece: XmlPiece, codes: Uint8Array, from: number, to: number): void {
    this.number = shortDecimalIn(codes, from, to);
    this.#piece = piece;
    this.#from = from;
    this.#to = to;
  }
}

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
  #tail: Uint8Array | null = null;
  #nextTail: Uint8Array | null = null;
  readonly #cell = new PlainCell();
  /** What is being read, and its codes: numbers are cheaper to look at than a text's characters. */
  #piece: XmlPiece = NOTHING;
  #codes = NOTHING.codes;
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

  take(piece: XmlPiece, at: number, parent: string): number {
    this.#nextTail = null;
    if (!this.active || parent !== 'row') {
      this.#nextTail = tailOf(piece.text, at);
      return at;
    }
    const { codes } = piece;
    this.#piece = piece;
    this.#codes = codes;
    let end = at;
    while (codes[end] === LESS) {
      if (this.#read(codes, end)) this.#receive(this.#cell);
      else if (!this.#passToNextRow(codes, end)) break;
      end = this.#at;
    }
    return end;
  }

  /** Reads `</row><row r="7"` and what followed the number of the row before. */
  #passToNextRow(codes: Uint8Array, at: number): boolean {
    if (this.#tail === null || !standsAt(codes, at, BETWEEN_ROWS)) return false;
    const digits = at + BETWEEN_ROWS.length;
    let row = 0;
    let end = digits;
    for (; ; end++) {
      const code = codes[end] ?? 0;
      if (code < ZERO || code > NINE) break;
      row = row * 10 + code - ZERO;
    }
    if (row < 1 || row > MAX_ROW || codes[digits] === ZERO || !standsAt(codes, end, this.#tail)) {
      return false;
    }
    this.#at = end + this.#tail.length;
    this.#beginRow(row);
    return true;
  }

  #read(codes: Uint8Array, from: number): boolean {
    if (codes[from + 1] !== LETTER_C) return false;
    const cell = this.#cell;
    cell.clear();
    let at = from + 2;
    let had = 0;
    while (codes[at] === SPACE) {
      if (codes[at + 2] !== EQUALS || codes[at + 3] !== QUOTE) return false;
      const name = codes[at + 1];
      const one = name === LETTER_R ? 1 : name === LETTER_S ? 2 : name === LETTER_T ? 4 : 0;
      if (one === 0 || (had & one) !== 0) return false;
      had |= one;
      at += 4;
      at = one === 1 ? this.#address(codes, at) : one === 2 ? this.#style(codes, at) : this.#type(codes, at);
      if (at < 0 || codes[at] !== QUOTE) return false;
      at++;
    }
    this.#at = at;
    return codes[at] === GREATER ? this.#content(codes) : this.#pass(EMPTY);
  }

  /** @returns where it ends; -1 for none */
  #address(codes: Uint8Array, from: number): number {
    let column = 0;
    let row = 0;
    let at = from;
    for (; ; at++) {
      const code = codes[at] ?? 0;
      if (code < LETTER_A || code > LETTER_Z) break;
      column = column * 26 + code - LETTER_A + 1;
    }
    const digits = at;
    for (; ; at++) {
      const code = codes[at] ?? 0;
      if (code < ZERO || code > NINE) break;
      row = row * 10 + code - ZERO;
    }
    // Long ones lose digits in a double, but are far beyond the last row and column by then.
    if (column < 1 || column > MAX_COLUMN || row < 1 || row > MAX_ROW) return -1;
    this.#cell.column = column;
    this.#cell.row = row;
    return codes[digits] === ZERO ? -1 : at;
  }

  /** @returns where it ends; -1 for none */
  #style(codes: Uint8Array, from: number): number {
    let style = 0;
    let at = from;
    for (; ; at++) {
      const code = codes[at] ?? 0;
      if (code < ZERO || code > NINE) break;
      style = style * 10 + code - ZERO;
    }
    this.#cell.style = style;
    return at === from || style > MAX_STYLE ? -1 : at;
  }

  /** @returns where it ends; -1 for none of the four types that nearly all cells have */
  #type(codes: Uint8Array, from: number): number {
    const letter = codes[from];
    if (codes[from + 1] === QUOTE) {
      if (letter !== LETTER_S && letter !== LETTER_N) return -1;
      this.#cell.type = letter === LETTER_S ? 's' : 'n';
      return from + 1;
    }
    const type = standsAt(codes, from, STR) ? 'str' : standsAt(codes, from, INLINE) ? 'inlineStr' : null;
    if (type === null) return -1;
    this.#cell.type = type;
    return from + type.length;
  }

  #content(codes: Uint8Array): boolean {
    const cell = this.#cell;
    this.#at++;
    const at = this.#at;
    if (codes[at] === LESS && codes[at + 1] === LETTER_V && codes[at + 2] === GREATER) {
      this.#at += 3;
      return this.#value(codes);
    }
    if (this.#pass(CELL_ENDS)) return true;
    if (this.#pass(FORMULA) || this.#pass(FORMULA_OF_CALC)) {
      const from = this.#at;
      if (!this.#passCharacters(codes)) return false;
      cell.formula = this.#piece.text.slice(from, this.#at);
      if (!this.#pass(FORMULA_ENDS)) return false;
      return this.#pass(VALUE) ? this.#value(codes) : this.#pass(CELL_ENDS);
    }
    if (!this.#pass(INLINE_TEXT) && !this.#pass(INLINE_TEXT_AS_IS)) return false;
    const from = this.#at;
    if (!this.#passCharacters(codes)) return false;
    cell.inline = unescapeCharacters(this.#piece.text.slice(from, this.#at));
    return this.#pass(INLINE_TEXT_ENDS);
  }

  /** Reads on from within a value. */
  #value(codes: Uint8Array): boolean {
    const from = this.#at;
    if (!this.#passCharacters(codes)) return false;
    const to = this.#at;
    this.#cell.setValue(this.#piece, codes, from, to);
    this.#at += 8;
    // Of every cell that holds something, so written out: `</v></c>`.
    return (
      codes[to + 1] === SLASH &&
      codes[to + 2] === LETTER_V &&
      codes[to + 3] === GREATER &&
      codes[to + 4] === LESS &&
      codes[to + 5] === SLASH &&
      codes[to + 6] === LETTER_C &&
      codes[to + 7] === GREATER
    );
  }

  /** Goes to the next tag. @returns whether there is one, and what stands before it holds no reference and may be text */
  #passCharacters(codes: Uint8Array): boolean {
    let at = this.#at;
    let code = codes[at];
    while (code !== LESS) {
      if (code === 0 || code === AMPERSAND || code === GREATER || code === undefined) return false;
      code = codes[++at];
    }
    this.#at = at;
    return true;
  }

  #pass(expected: Uint8Array): boolean {
    if (!standsAt(this.#codes, this.#at, expected)) return false;
    this.#at += expected.length;
    return true;
  }
}

function standsAt(codes: Uint8Array, at: number, expected: Uint8Array): boolean {
  for (let n = 0; n < expected.length; n++) if (codes[at + n] !== expected[n]) return false;
  return true;
}

const [STR, INLINE, EMPTY, CELL_ENDS, VALUE] = [
  codesOf('str"'),
  codesOf('inlineStr"'),
  codesOf('/>'),
  codesOf('</c>'),
  codesOf('<v>'),
];
const [FORMULA, FORMULA_OF_CALC, FORMULA_ENDS] = [
  codesOf('<f>'),
  codesOf('<f aca="false">'),
  codesOf('</f>'),
];
const [INLINE_TEXT, INLINE_TEXT_AS_IS, INLINE_TEXT_ENDS] = [
  codesOf('<is><t>'),
  codesOf('<is><t xml:space="preserve">'),
  codesOf('</t></is></c>'),
];

function codesOf(ascii: string): Uint8Array {
  return new TextEncoder().encode(ascii);
}

const BETWEEN_ROWS = codesOf('</row><row r="');

/** From the quotation mark behind the number of a row to the tag's end; null where that is not beyond doubt. */
function tailOf(text: string, at: number): Uint8Array | null {
  const [, tail] = /<row r="\d+("[^<>&'\u0080-\uffff]*>)/y.exec(text.slice(at, at + 1000)) ?? [];
  if (tail === undefined || tail.endsWith('/>') || tail.includes('xmlns')) return null;
  return tail.split('"').length % 2 === 0 ? codesOf(tail) : null;
}
