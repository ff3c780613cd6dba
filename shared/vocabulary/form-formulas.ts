/**
 * The formulas of the form handed out, as it writes them and as they are known again in a file that comes back: programs
 * that write figures into a form leave them without a result.
 */

/** The period's figure and what it is added to; "" while the period's is no number. @param cell such as `E12` */
export function cumulativeFormula(cell: string, addsTo: number): string {
  return `IF(ISNUMBER(${cell}),${cell}${addsTo === 0 ? '' : `+${addsTo}`},"")`;
}

/** A share to two decimals; "" while one of its figures is no number. @param cells those it needs, each once */
export function shareFormula(cells: readonly string[], share: string): string {
  return `IF(COUNT(${cells.join(',')})<${cells.length},"",IFERROR(ROUND(${share},2),""))`;
}

const cumulative = /^IF\(ISNUMBER\(([A-Z]{1,3}\d{1,7})\),\1(?:\+(\d{1,15}(?:\.\d{1,9})?))?,""\)$/;
const share = /^IF\(COUNT\([A-Z\d,]{2,400}\)<\d{1,2},"",IFERROR\(ROUND\([-+*/().A-Z\d]{3,400},2\),""\)\)$/;

/** What a cumulative formula of the form adds, and to the figure of which row; null for any other formula. */
export function additionOf(formula: string): { readonly row: number; readonly adds: number } | null {
  const [, cell, adds = '0'] = cumulative.exec(formula) ?? [];
  return cell === undefined ? null : { row: Number(cell.replace(/^[A-Z]+/, '')), adds: Number(adds) };
}

/** @param formula without "=" */
export function isOfForm(formula: string): boolean {
  return cumulative.test(formula) || share.test(formula);
}
