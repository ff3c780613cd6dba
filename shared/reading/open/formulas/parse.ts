/** Formulas of sheets → a tree, as far as plain arithmetic needs one. */

/** A place on a sheet; `sheet` is null for the formula's own. Row and column count from 1. */
export interface Reference {
  readonly kind: 'reference';
  readonly sheet: string | null;
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

export type Node =
  | { readonly kind: 'value'; readonly value: number | string | boolean }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'missing' }
  | Reference
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Node[] }
  | { readonly kind: 'negative' | 'percent'; readonly of: Node }
  | { readonly kind: 'operation'; readonly operator: string; readonly left: Node; readonly right: Node };

/** A formula as a file keeps it. */
export interface Formula {
  readonly text: string;
  /** How `of:=SUM([.A1:.A3];2)` and `SUM(A1:A3,2)` differ. */
  readonly language: 'excel' | 'opendocument';
  /** How far the cell stands from the one the text was written for; relative references move along. */
  readonly rows?: number;
  readonly columns?: number;
}

const LONGEST = 8192;
const DEEPEST = 64;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

const place = String.raw`(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})`;
const excelReference = new RegExp(
  String.raw`(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{M}\p{N}_.]*))!)?(?:${place}(?::${place})?|\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3}))(?![\p{L}\p{N}_(!.])`,
  'uy',
);
const openDocumentReference = new RegExp(
  String.raw`\[\$?(?:'((?:[^']|'')+)'|([^.'\[\]]+))?\.${place}(?::\.${place})?\]`,
  'uy',
);
const space = /\s+/y;
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const text = /"((?:[^"]|"")*)"/y;
const word = /[\p{L}_][\p{L}\p{M}\p{N}_.]*/uy;
const operator = /<=|>=|<>|[-+*/^&=<>%(),;]/y;
const errorCode = /#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)/y;

/** What binds more closely comes later; unary signs bind more closely than all of these. */
const levels: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/** @returns null for a formula that is more than plain arithmetic, or none at all */
export function parseFormula(formula: Formula): Node | null {
  if (formula.text.length > LONGEST) return null;
  const parser = new Parser(formula);
  const tree = parser.expression(0);
  return parser.atEnd ? tree : null;
}

/** Reads from left to right, each character once; whatever it does not know ends it, for good. */
class Parser {
  readonly #text: string;
  readonly #formula: Formula;
  #at = 0;
  #failed = false;
  #depth = 0;

  constructor(formula: Formula) {
    const begin = formula.language === 'opendocument' ? /^(?:[a-z]+:)?=/i : /^=/;
    this.#text = formula.text.replace(begin, '');
    this.#formula = formula;
  }

  get atEnd(): boolean {
    this.#take(space);
    return !this.#failed && this.#at === this.#text.length;
  }

  expression(level: number): Node {
    const operators = levels[level];
    if (!operators) return this.#signed();
    let left = this.expression(level + 1);
    for (let found = this.#operator(operators); found !== null; found = this.#operator(operators)) {
      left = { kind: 'operation', operator: found, left, right: this.expression(level + 1) };
    }
    return left;
  }

  #signed(): Node {
    this.#depth += 1;
    if (this.#depth > DEEPEST) return this.#fail();
    const sign = this.#operator(['-', '+']);
    const of = sign === null ? this.#counted() : this.#signed();
    this.#depth -= 1;
    return sign === '-' ? { kind: 'negative', of } : of;
  }

  #counted(): Node {
    let of = this.#single();
    while (this.#operator(['%']) !== null) of = { kind: 'percent', of };
    return of;
  }

  #single(): Node {
    if (this.#failed) return this.#fail();
    if (this.#operator(['(']) !== null) {
      const inner = this.expression(0);
      return this.#operator([')']) === null ? this.#fail() : inner;
    }
    this.#take(space);
    const reference = this.#reference();
    if (reference) return reference;
    const written = this.#take(number)?.[0];
    if (written !== undefined) return { kind: 'value', value: Number(written) };
    const quoted = this.#take(text)?.[1];
    if (quoted !== undefined) return { kind: 'value', value: quoted.replaceAll('""', '"') };
    const code = this.#take(errorCode)?.[0];
    if (code !== undefined) return { kind: 'error', code };
    const name = this.#take(word)?.[0].toUpperCase();
    if (name === undefined) return this.#fail();
    if (this.#operator(['(']) !== null) return this.#call(name.replace(/^_XLFN\./, ''));
    return name === 'TRUE' || name === 'FALSE' ? { kind: 'value', value: name === 'TRUE' } : this.#fail();
  }

  #call(name: string): Node {
    const given: Node[] = [];
    const ends = [')', this.#formula.language === 'excel' ? ',' : ';'];
    for (;;) {
      const end = this.#operator(ends);
      if (end === ')') return { kind: 'call', name, given };
      given.push(end === null ? this.expression(0) : { kind: 'missing' });
      const next = end === null ? this.#operator(ends) : end;
      if (next === null) return this.#fail();
      if (next === ')') return { kind: 'call', name, given };
    }
  }

  #reference(): Node | null {
    const found = this.#take(this.#formula.language === 'excel' ? excelReference : openDocumentReference);
    if (!found) return null;
    const [, quoted, plain, ...rest] = found;
    const sheet = quoted?.replaceAll("''", "'") ?? plain ?? null;
    const [firstColumn, lastColumn] = [rest[8], rest[9]];
    const ends =
      firstColumn === undefined
        ? [this.#place(rest.slice(0, 4)), rest[5] === undefined ? null : this.#place(rest.slice(4, 8))]
        : [
            { row: 1, column: columnOf(firstColumn) },
            { row: LAST_ROW, column: columnOf(lastColumn ?? firstColumn) },
          ];
    const [a, b] = [ends[0], ends[1] ?? ends[0]];
    if (!a || !b || !isOnSheet(a) || !isOnSheet(b)) return this.#fail();
    const from = { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) };
    const to = { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) };
    return { kind: 'reference', sheet: sheet?.normalize('NFC') ?? null, from, to };
  }

  #place([fixedColumn, letters = '', fixedRow, digits = '']: readonly (string | undefined)[]) {
    const { rows = 0, columns = 0 } = this.#formula;
    return {
      row: Number(digits) + (fixedRow ? 0 : rows),
      column: columnOf(letters) + (fixedColumn ? 0 : columns),
    };
  }

  #operator(wanted: readonly string[]): string | null {
    this.#take(space);
    const from = this.#at;
    const found = this.#take(operator)?.[0];
    if (found !== undefined && wanted.includes(found)) return found;
    this.#at = from;
    return null;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    if (this.#failed) return null;
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found;
  }

  #fail(): Node {
    this.#failed = true;
    return { kind: 'missing' };
  }
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function isOnSheet({ row, column }: { readonly row: number; readonly column: number }): boolean {
  return row >= 1 && row <= LAST_ROW && column >= 1 && column <= LAST_COLUMN;
}
