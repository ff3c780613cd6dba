/** Holds the results that a workbook stores for its formulas against the formulas themselves. */
import { additionOf, isOfForm } from '../../../vocabulary/form-formulas.ts';
import { FormulaBook, type FormulaCell, type FormulaSheet, storedValue } from './book.ts';

export type { FormulaCell } from './book.ts';

import { FormulaError, type FormulaValue, isClose } from './values.ts';

/**
 * Marks the formulas whose stored result is none: `stale-formula` where working it out gives another one (`computed`),
 * or where it cannot be worked out and the writer stores 0 for every formula; `unchecked` for a stored 0 that
 * nothing speaks against. An empty result that is right leaves the cell blank.
 */
export function settleFormulas(sheets: readonly FormulaSheet[], book = new FormulaBook(sheets)): void {
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
        // Nothing is what such a cell shows, and what is not stored for it.
        else if (!isAstray && book.compute(cell, name) === '') supply(cell, '', undefined);
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
        else if (typeof stored === 'number') cell.unproven = true;
      } else if (!agrees(cell, stored, computed)) {
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

function agrees({ number, text }: FormulaCell, stored: FormulaValue, computed: FormulaValue): boolean {
  if (computed instanceof FormulaError) return false;
  if (computed === null) return stored === 0 || stored === '';
  if (typeof computed === 'boolean' && typeof stored === 'number') return Number(computed) === stored;
  // Of digits alone it is a text all the same.
  if (typeof computed === 'string') return number === undefined && plain(text) === plain(computed);
  if (typeof computed === 'boolean') return stored === computed;
  return typeof stored === 'number' && isClose(stored, computed);
}

function plain(text: string): string {
  return text.normalize('NFC').trim();
}

function written(value: FormulaValue): string {
  if (value instanceof FormulaError) return value.code;
  if (value === null || value === '') return '';
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : String(value);
}
