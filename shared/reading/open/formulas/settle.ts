/** Holds the results that a workbook stores for its formulas against the formulas themselves. */
import { additionOf, isOfForm } from '../../../vocabulary/form-formulas.ts';
import type { Cell } from '../../model/document.ts';
import { type Cells, evaluate } from './evaluate.ts';
import { type Formula, parseFormula, type Reference } from './parse.ts';
import { compare, FormulaError, type FormulaValue, NotComputable, notComputable } from './values.ts';

/** A cell on its way into the document, with what is known of it until all sheets are read. */
export type FormulaCell = { -readonly [K in keyof Cell]: Cell[K] } & { readonly formula?: Formula };

export interface FormulaSheet {
  readonly name: string;
  /** All of them, also those that a merge covers: formulas count them. In no order. */
  readonly cells: readonly FormulaCell[];
  readonly hiddenRows: ReadonlySet<number>;
}

/** A report's form has some hundreds; a register of a year may have a column of them. */
const MOST_FORMULAS = 20_000;
/** Cells looked at, over all formulas: a sum over each row of a register, not a sum of sums of sums. */
const MOST_LOOKS = 4_000_000;
/** Formulas that lead on to formulas; a column that counts up is worked out from its top and needs one. */
const DEEPEST_CHAIN = 100;

/**
 * Marks the formulas whose stored result is none: `stale-formula` where working it out gives another one (`computed`),
 * or where it cannot be worked out and the writer stores 0 for every formula; `unchecked` for a stored 0 that
 * nothing speaks against. An empty result that is right leaves the cell blank.
 */
export function settleFormulas(sheets: readonly FormulaSheet[]): void {
  const book = new FormulaBook(sheets);
  const open: FormulaCell[] = [];
  let calculates = false;
  let stale = false;
  for (const { name, cells } of sheets) {
    for (const cell of cells) {
      if (!cell.formula) continue;
      if (isOfForm(cell.formula.text)) cell.ofForm = true;
      // Programs that put rows in leave formulas as they are, which then speak of another row.
      const addition = additionOf(cell.formula.text);
      const isAstray = addition !== null && addition.row !== cell.row;
      if (cell.trouble === 'uncached-formula') {
        if (cell.ofForm && !isAstray) supply(cell, book.compute(cell, name), addition?.adds);
        continue;
      }
      if (cell.trouble !== undefined) continue;
      const stored = storedValue(cell);
      if (stored !== null && stored !== 0 && stored !== '') calculates = true;
      if (isAstray) cell.trouble = 'stale-formula';
      if (isAstray || cell.date !== undefined) continue;
      if (addition && stored === '') {
        leaveOpen(cell, addition.adds);
        continue;
      }
      const computed = book.compute(cell, name);
      if (computed === undefined) {
        if (stored === 0) open.push(cell);
      } else if (!agrees(stored, computed)) {
        stale = true;
        cell.trouble = 'stale-formula';
        cell.computed = written(computed);
        if (cell.text === '') cell.text = `=${cell.formula.text.replace(/^(?:[a-z]+:)?=/i, '')}`;
      }
    }
  }
  for (const cell of open) {
    if (calculates && !stale) cell.unchecked = true;
    else cell.trouble = 'stale-formula';
  }
}

/** The result of a formula of the form handed out, where a program wrote figures into it without working it out. */
function supply(cell: FormulaCell, computed: FormulaValue | undefined, adds: number | undefined): void {
  if (computed === undefined || computed === null || computed instanceof FormulaError) return;
  if (computed !== '') cell.computed = written(computed);
  else if (adds !== undefined) leaveOpen(cell, adds);
  else {
    cell.text = '';
    delete cell.trouble;
  }
}

/** What the formula took for no number may be a figure all the same: that is known once the row is understood. */
function leaveOpen(cell: FormulaCell, adds: number): void {
  cell.text ||= `=${cell.formula?.text ?? ''}`;
  cell.adds = adds;
  delete cell.trouble;
}

function storedValue({ number, text }: FormulaCell): FormulaValue {
  if (number !== undefined) return number;
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function agrees(stored: FormulaValue, computed: FormulaValue): boolean {
  if (computed instanceof FormulaError) return false;
  if (computed === null) return stored === 0 || stored === '';
  if (typeof computed === 'boolean' && typeof stored === 'number') return Number(computed) === stored;
  if (typeof computed === 'string') return typeof stored !== 'number' && plain(stored) === plain(computed);
  return typeof computed === typeof stored && compare(stored, computed) === 0;
}

function plain(value: FormulaValue): string {
  return String(value ?? '')
    .normalize('NFC')
    .trim();
}

function written(value: FormulaValue): string {
  if (value instanceof FormulaError) return value.code;
  if (value === null || value === '') return '';
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : String(value);
}

/** @returns the cells in reading order */
function inOrder(cells: readonly FormulaCell[]): readonly FormulaCell[] {
  return cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
}

interface IndexedSheet {
  readonly name: string;
  readonly cells: readonly FormulaCell[];
  /** Where each row begins in `cells`, for those that hold anything. */
  readonly rows: readonly { readonly row: number; readonly from: number }[];
  readonly hiddenRows: ReadonlySet<number>;
}

class FormulaBook implements Cells {
  readonly #sheets: ReadonlyMap<string, FormulaSheet>;
  readonly #indexed = new Map<string, IndexedSheet>();
  /** Undefined for a formula that cannot be worked out; null while it is being worked out. */
  readonly #results = new Map<FormulaCell, { readonly value: FormulaValue | undefined } | null>();
  #formulas = 0;
  #looks = 0;
  #chain = 0;

  constructor(sheets: readonly FormulaSheet[]) {
    this.#sheets = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  }

  /** @returns undefined for a formula that cannot be worked out */
  compute(cell: FormulaCell, sheet: string): FormulaValue | undefined {
    const known = this.#results.get(cell);
    if (known !== undefined) return known?.value;
    const tree = this.#formulas++ < MOST_FORMULAS && cell.formula ? parseFormula(cell.formula) : null;
    this.#results.set(cell, null);
    let value: FormulaValue | undefined;
    this.#chain += 1;
    try {
      if (tree && this.#chain <= DEEPEST_CHAIN) value = evaluate(tree, this, sheet);
    } catch (error) {
      if (!(error instanceof NotComputable)) throw error;
    }
    this.#chain -= 1;
    this.#results.set(cell, { value });
    return value;
  }

  valuesIn(reference: Reference, ownSheet: string): readonly FormulaValue[] {
    const sheet = this.#sheet(reference, ownSheet);
    return this.#cellsIn(sheet, reference).map((cell) => this.#valueOf(cell, sheet.name));
  }

  plainValuesIn(reference: Reference, ownSheet: string): readonly FormulaValue[] {
    const sheet = this.#sheet(reference, ownSheet);
    const cells = this.#cellsIn(sheet, reference);
    if (cells.some(({ row }) => sheet.hiddenRows.has(row))) throw notComputable;
    return cells
      .filter(({ formula }) => !/\bSUBTOTAL\(/i.test(formula?.text ?? ''))
      .map((cell) => this.#valueOf(cell, sheet.name));
  }

  /** What formulas find in a cell: for one with a formula of its own what that comes to. */
  #valueOf(cell: FormulaCell, sheet: string): FormulaValue {
    if (cell.trouble === 'error') return new FormulaError(cell.text);
    if (cell.date !== undefined) throw notComputable;
    if (!cell.formula) return cell.number ?? textIn(cell);
    const computed = this.compute(cell, sheet);
    if (computed !== undefined) return computed;
    const stored = storedValue(cell);
    if (cell.trouble !== undefined || stored === 0 || stored === '') throw notComputable;
    return stored;
  }

  #sheet({ sheet }: Reference, ownSheet: string): IndexedSheet {
    const name = (sheet ?? ownSheet).toLowerCase();
    const known = this.#indexed.get(name);
    if (known) return known;
    const found = this.#sheets.get(name);
    if (!found) throw notComputable;
    const cells = inOrder(found.cells);
    const rows = cells.flatMap(({ row }, from) => (row === cells[from - 1]?.row ? [] : [{ row, from }]));
    const indexed = { name: found.name, cells, rows, hiddenRows: found.hiddenRows };
    this.#indexed.set(name, indexed);
    return indexed;
  }

  #cellsIn({ cells, rows }: IndexedSheet, { from, to }: Reference): readonly FormulaCell[] {
    const found: FormulaCell[] = [];
    for (let at = firstFrom(rows, from.row); at < rows.length; at += 1) {
      const { row, from: begin } = rows[at] ?? { row: 0, from: 0 };
      if (row > to.row) break;
      for (let n = begin; n < cells.length; n += 1) {
        const cell = cells[n];
        if (cell?.row !== row || cell.column > to.column) break;
        if (++this.#looks > MOST_LOOKS) throw notComputable;
        if (cell.column >= from.column) found.push(cell);
      }
    }
    return found;
  }
}

/** Letters struck through count for a formula as any others do. */
function textIn({ text, leftOut }: FormulaCell & { readonly leftOut?: unknown }): FormulaValue {
  if (leftOut !== undefined) throw notComputable;
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  return text;
}

/** The first row at or below this one, by halving. */
function firstFrom(rows: IndexedSheet['rows'], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
