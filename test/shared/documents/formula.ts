/** Works out the few formulas that our workbooks hold, from the cells that they name: an office program in small. */
import type { ReopenedCell } from './reopened.ts';

export type Sheets = Readonly<Record<string, Readonly<Record<string, ReopenedCell>>>>;

/** The number, "—" where the formula says so, or null for an error such as a division by 0. */
export function workedOut(sheets: Sheets, sheet: string, formula: string): number | '—' | null {
  const numberAt = (address: string, of = sheet) => {
    const { value = '', type = 'n' } = sheets[of]?.[address] ?? {};
    return type === 's' || value === '' || value === '—' ? null : Number(value);
  };
  const cellsOf = (ranges: string) =>
    ranges.split(',').flatMap((range) => {
      const [from = '', to = from] = range.split(':');
      const [, first = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(from) ?? [];
      const [, last = ''] = /^([A-Z]+)/.exec(to) ?? [];
      const columns: string[] = [];
      for (let column = numbered(first); column <= numbered(last); column += 1) columns.push(named(column));
      return columns.flatMap((column) => numberAt(`${column}${row}`) ?? []);
    });
  const sum = (ranges: string) => cellsOf(ranges).reduce((total, each) => total + each, 0);

  const unless = /^IF\(COUNT\(([^)]*)\)=0,"—",SUM\(\1\)\)$/.exec(formula)?.[1];
  if (unless !== undefined) return cellsOf(unless).length === 0 ? '—' : sum(unless);
  const added = /^SUM\(([^)]*)\)$/.exec(formula)?.[1];
  if (added !== undefined) return sum(added);
  const other = /^'([^']+)'!([A-Z]+\d+)$/.exec(formula);
  if (other) return numberAt(other[2] ?? '', other[1]);
  const guarded = /^IFERROR\((.*),"—"\)$/.exec(formula)?.[1];
  const answer = arithmetic(guarded ?? formula, numberAt);
  return guarded !== undefined && answer === null ? '—' : answer;
}

/** `100*D12/D11`, `8+2+5`, `E10-G10`. */
function arithmetic(text: string, numberAt: (address: string) => number | null): number | null {
  const terms = [...text.matchAll(/([+-]?)([^+-]+)/g)].map(([, sign = '', product = '']) => {
    const factors = [...product.matchAll(/([*/]?)([A-Z]+\d+|\d+(?:\.\d+)?)/g)];
    const value = factors.reduce<number | null>((before, [, operator = '', operand = '']) => {
      const next = /^[A-Z]/.test(operand) ? numberAt(operand) : Number(operand);
      if (before === null || next === null || (operator === '/' && next === 0)) return null;
      return operator === '/' ? before / next : before * next;
    }, 1);
    return value === null ? null : sign === '-' ? -value : value;
  });
  return terms.reduce<number | null>((a, b) => (a === null || b === null ? null : a + b), 0);
}

function numbered(column: string): number {
  return [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function named(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? named(Math.floor((column - 1) / 26)) + letter : letter;
}
