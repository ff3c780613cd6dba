import { recordsOf } from './fields.ts';

/** No text holds it, so that a record cut by it is a line, or the quotation that a line is. */
const NOWHERE = '\u0001';
const LINES_JUDGED = 500;
const ENOUGH = 0.8;
/** Fewer may be a table of one column, which is no form. */
const FEWEST = 3;

/**
 * Takes the quotation marks off lines that stand in them as a whole, as programs leave them that take a table of
 * commas for one column: `"1,A01,""Số văn bản, chỉ đạo"",7"`. Any other text stays as it is.
 */
export function withoutQuotedLines(text: string): string {
  if (!text.startsWith('"')) return text;
  const lines = text.split(/\r\n?|\n/, LINES_JUDGED).filter((line) => line.trim() !== '');
  const quoted = lines.filter((line) => isQuotedWhole(line)).length;
  if (quoted < FEWEST || quoted < lines.length * ENOUGH) return text;
  return Array.from(recordsOf(text, NOWHERE), ([line = '']) => line).join('\n');
}

/** One quotation from the first sign to the last, with more than one field in it. */
function isQuotedWhole(line: string): boolean {
  const whole = line.trimEnd();
  const inner = whole.slice(1, -1);
  if (whole.length < 2 || !whole.startsWith('"') || !whole.endsWith('"')) return false;
  return /[,;\t|]/.test(inner) && !inner.replaceAll('""', '').includes('"');
}
