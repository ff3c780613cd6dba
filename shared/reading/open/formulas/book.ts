/** The cells of a workbook, and what its formulas come to. */
import type { Cell } from '../../model/document.ts';
import { type Cells, evaluate } from './evaluate.ts';
import type { Placed } from './lookups.ts';
import { type Formula, type Node, parseFormula, type Reference } from './parse.ts';
import { FormulaError, type FormulaValue, NotComputable, notComputable } from './values.ts';

/** A cell on its way into the document, with what is known of it until all sheets are read. */
export type FormulaCell = { -readonly [K in keyof Cell]: Cell[K] } & {
  readonly formula?: Formula;
  /** The text with the white space around it, and marks apart from their letters: formulas tell these apart. */
  readonly asStored?: string;
};

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
/** The same for the functions that look cells up: a register of a year takes them all, and plain sums are not to suffer. */
const MOST_LOOKED_UP = 4_000_000;
/** Formulas that lead on to formulas; a column that counts up is worked out from its top and needs one. */
const DEEPEST_CHAIN = 100;

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

/** The cells of a workbook as its formulas find them, in bounded time. */
export class FormulaBook implements Cells {
  readonly #sheets: ReadonlyMap<string, FormulaSheet>;
  readonly #indexed = new Map<string, IndexedSheet>();
  /** Undefined for a formula that cannot be worked out; null while it is being worked out. */
  readonly #results = new Map<FormulaCell, { readonly value: FormulaValue | undefined } | null>();
  #formulas = 0;
  readonly #looks = { left: MOST_LOOKS };
  readonly #lookedUp = { left: MOST_LOOKED_UP };
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
    this.#chain += 1;
    const value = tree && this.#chain <= DEEPEST_CHAIN ? this.#evaluate(tree, sheet) : undefined;
    this.#chain -= 1;
    this.#results.set(cell, { value });
    return value;
  }

  /** What a formula comes to that stands in no cell; undefined for one that cannot be worked out. */
  computeAlone(formula: Formula, sheet: string): FormulaValue | undefined {
    const tree = this.#formulas++ < MOST_FORMULAS ? parseFormula(formula) : null;
    return tree ? this.#evaluate(tree, sheet) : undefined;
  }

  #evaluate(tree: Node, sheet: string): FormulaValue | undefined {
    try {
      return evaluate(tree, this, sheet);
    } catch (error) {
      if (!(error instanceof NotComputable)) throw error;
      return undefined;
    }
  }

  /** The filled cells of an area in reading order; none past what formulas may look at. */
  cellsWithin(reference: Reference): readonly FormulaCell[] {
    try {
      return cellsIn(this.#sheet(reference, ''), reference, this.#looks);
    } catch (error) {
      if (!(error instanceof NotComputable)) throw error;
      return [];
    }
  }

  valuesIn(reference: Reference, ownSheet: string): readonly FormulaValue[] {
    const sheet = this.#sheet(reference, ownSheet);
    return cellsIn(sheet, reference, this.#looks).map((cell) => this.#valueOf(cell, sheet.name));
  }

  placedIn(reference: Reference, ownSheet: string): readonly Placed[] {
    const sheet = this.#sheet(reference, ownSheet);
    const { row, column } = reference.from;
    return cellsIn(sheet, reference, this.#lookedUp).map((cell) => ({
      row: cell.row - row,
      column: cell.column - column,
      value: () => this.#valueOf(cell, sheet.name),
    }));
  }

  plainValuesIn(reference: Reference, ownSheet: string): readonly FormulaValue[] {
    const sheet = this.#sheet(reference, ownSheet);
    const cells = cellsIn(sheet, reference, this.#looks);
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
    return typeof stored === 'string' ? (cell.asStored ?? stored) : stored;
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
}

/** As the file keeps it. */
export function storedValue({ number, text }: FormulaCell): FormulaValue {
  if (number !== undefined) return number;
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** Letters struck through count for a formula as any others do. */
function textIn({ text, asStored, leftOut }: FormulaCell & { readonly leftOut?: unknown }): FormulaValue {
  if (leftOut !== undefined) throw notComputable;
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  return asStored ?? text;
}

/** @throws NotComputable where no looks are left */
function cellsIn(
  { cells, rows }: IndexedSheet,
  { from, to }: Reference,
  looks: { left: number },
): readonly FormulaCell[] {
  const found: FormulaCell[] = [];
  for (let at = firstWhere(rows.length, (n) => (rows[n]?.row ?? 0) >= from.row); at < rows.length; at += 1) {
    const { row, from: begin } = rows[at] ?? { row: 0, from: 0 };
    if (row > to.row) break;
    const before = found.length;
    const inRow = (rows[at + 1]?.from ?? cells.length) - begin;
    const first = firstWhere(inRow, (n) => (cells[begin + n]?.column ?? 0) >= from.column);
    for (let n = first; n < inRow; n += 1) {
      const cell = cells[begin + n];
      if (!cell || cell.column > to.column) break;
      found.push(cell);
      looks.left -= 1;
    }
    // A row that holds nothing here was looked at all the same.
    looks.left -= found.length === before ? 1 : 0;
    if (looks.left < 0) throw notComputable;
  }
  return found;
}

/** The first of so many for which it holds, and for all behind it; by halving. */
function firstWhere(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
