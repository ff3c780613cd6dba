/** What formulas work with, and how one kind of value is taken for another. */

import { plainText } from '../plain-text.ts';

/** `#DIV/0!` and its kin. */
export class FormulaError {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

/** Null for a blank cell. */
export type FormulaValue = number | string | boolean | null | FormulaError;

/** The formula needs what is not worked out here; nothing can be said of its result. */
export class NotComputable extends Error {
  override readonly name = 'NotComputable';
}

/** One for all: a workbook may hold thousands of such formulas. */
export const notComputable = new NotComputable('more than plain arithmetic');

/** In its own language a program may read more texts as numbers; those are left alone. */
const wholeNumber = /^\s*\d+\s*$/;

/**
 * A blank is 0, a truth 0 or 1; `#VALUE!` for a text without digits. Throws NotComputable for a text a program may
 * read as a number.
 */
export function numberOf(value: FormulaValue): number | FormulaError {
  if (typeof value === 'number' || value instanceof FormulaError) return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (wholeNumber.test(value)) return Number(value);
  if (value === '' || !/\d/.test(value)) return new FormulaError('#VALUE!');
  throw notComputable;
}

/** Any number but 0 is true. Throws NotComputable for a text. */
export function truthOf(value: FormulaValue): boolean | FormulaError {
  if (value instanceof FormulaError) return value;
  if (typeof value === 'string') throw notComputable;
  return value === null ? false : Boolean(value);
}

/**
 * Text is compared without regard to case; a blank is as 0, or as an empty text.
 * Throws NotComputable for numbers that are one but for the last digits, and for texts that are one but for white
 * space and the spelling of their letters: of these every program, and every way of saving, makes something else.
 */
export function compare(left: FormulaValue, right: FormulaValue): number {
  const [a, b] = [left ?? blankBeside(right), right ?? blankBeside(left)];
  if (typeof a === 'string' && typeof b === 'string') return orderOf(a.toLowerCase(), b.toLowerCase());
  if (typeof a === 'number' && typeof b === 'number') return differenceOf(a, b);
  // Numbers come before texts, texts before TRUE and FALSE.
  return rank(a) - rank(b) || Number(a) - Number(b);
}

function orderOf(a: string, b: string): number {
  if (a === b) return 0;
  const order = a.localeCompare(b);
  const isSpaced = a !== a.trim() || b !== b.trim();
  if (order === 0 || (isSpaced && plainText(a) === plainText(b))) throw notComputable;
  return order;
}

function differenceOf(a: number, b: number): number {
  if (Math.abs(a - b) <= 1e-15 * Math.max(Math.abs(a), Math.abs(b))) return 0;
  if (isClose(a, b)) throw notComputable;
  return a - b;
}

function blankBeside(other: FormulaValue): FormulaValue {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

function rank(value: FormulaValue): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

/** Sums that are computed in another order differ in their last digits; whole numbers, however large, never do. */
export function isClose(a: number, b: number): boolean {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return a === b;
  const size = Math.max(1, Math.abs(a), Math.abs(b));
  return Math.abs(a - b) <= Math.min(1e-9 * size, Math.max(0.0005, 1e-12 * size));
}
