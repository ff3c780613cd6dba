import type { DraftSheet } from '../sheets/finish-sheets.ts';
import { FormulaBook } from './book.ts';
import { applyLookRules } from './look-rules.ts';
import { settleFormulas } from './settle.ts';

/** What can be worked out of a workbook: results of its formulas, and where its rules of looks hold. */
export function settleSheets(sheets: readonly DraftSheet[]): void {
  const read = sheets.map(({ name, all, hiddenRows }) => ({ name, cells: all, hiddenRows }));
  const book = new FormulaBook(read);
  settleFormulas(read, book);
  applyLookRules(sheets, book);
}
