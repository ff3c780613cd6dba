import type { DraftCell, DraftSheet } from '../sheets/finish-sheets.ts';
import type { TakenAway } from '../sheets/look-rules.ts';
import { FormulaBook } from './book.ts';
import { takenByRules } from './look-rules.ts';
import { settleFormulas } from './settle.ts';

/** What can be worked out of a workbook: results of its formulas, and where its rules of looks hold. */
export function settleSheets(sheets: readonly DraftSheet[]): ReadonlyMap<DraftCell, TakenAway> {
  const read = sheets.map(({ name, all, hiddenRows }) => ({ name, cells: all, hiddenRows }));
  const book = new FormulaBook(read);
  settleFormulas(read, book);
  return takenByRules(sheets, book);
}
