/** The columns of a form without a header: as in the table before it, or by what stands in them. */
import type { Cell, Table } from '../model/document.ts';
import type { ReadingRegime } from '../model/reading.ts';
import { columnsOf, overlaps, type Range, type Row, rowsOf } from './grid.ts';
import type { Column, Layout } from './headers.ts';
import type { RowMatch, RowMatcher } from './matching.ts';
import { readNumber } from './numbers.ts';

/** Whether a cell holds a number, stored or written. */
export function isFigure(cell: Cell): boolean {
  return cell.number !== undefined || readNumber(cell.text, { whole: false }) !== null;
}

/** The form in the table right before. */
interface FormBefore {
  readonly table: Table;
  readonly layouts: readonly Layout[];
  readonly rows: readonly { readonly match: RowMatch }[];
}

/** The layout of the form before, where the table has as many columns and its codes, or names, go on from there. */
export function continuedLayout(
  table: Table,
  rows: readonly Row[],
  before: FormBefore | null | undefined,
  { regime, matcher }: { readonly regime: ReadingRegime; readonly matcher: RowMatcher },
): Layout | null {
  const [last, layout] = [before?.rows.at(-1), before?.layouts.at(-1)];
  if (!before || !last || !layout || table.columns !== before.table.columns) return null;
  const [code, name] = [layout.columns.get('code'), layout.columns.get('name')];
  const found = rows.flatMap(({ cells }) => {
    const cell = cells.find((each) => overlaps(columnsOf(each), code ?? name ?? nowhere));
    if (!cell) return [];
    if (code) return matcher.byCode(cell.text) ?? [];
    const match = matcher.match(null, cell.text, null);
    return match?.name === 'exact' ? match.indicator : [];
  });
  const ordered = [last.match.indicator, ...found].map((indicator) => regime.indicators.indexOf(indicator));
  const goesOn = ordered.every((place, n) => n === 0 || place > (ordered[n - 1] ?? 0));
  if (found.length === 0 || !goesOn) return null;
  const { band: _, ...columns } = layout;
  return { ...columns, from: 'table-before', firstRow: 0, lastRow: 0 };
}

const nowhere: Range = { from: 0, to: 0 };

// Fewer rows that look like the form's may be chance.
const fewestRowsForAGuess = 5;

/** What stands over the figures of a table that would be a form, were its columns called as a form's are. */
export function strangeHeadings(table: Table, matcher: RowMatcher): readonly Cell[] {
  const rows = rowsOf(table);
  const guess = guessColumns(rows, matcher);
  return guess ? headingsOver(rows, guess, matcher) : [];
}

/** A form whose header was deleted. Where a header is there and means nothing known, nobody can tell its columns. */
export function guessLayout(rows: readonly Row[], matcher: RowMatcher): Layout | null {
  const guess = guessColumns(rows, matcher);
  if (!guess || headingsOver(rows, guess, matcher).length > 0) return null;
  const { coded, named, value, cumulative } = guess;
  const columns = new Map<Column, Range>([['value', { from: value, to: value }]]);
  if (cumulative !== undefined) columns.set('cumulative', { from: cumulative, to: cumulative });
  if (coded !== null) columns.set('code', { from: coded, to: coded });
  if (named !== null) columns.set('name', { from: named, to: named });
  return { from: 'guess', firstRow: 0, lastRow: 0, columns, cells: [] };
}

/** Without any nothing is a name. */
const LETTER = /\p{L}/u;

interface GuessedColumns {
  readonly coded: number | null;
  readonly named: number | null;
  readonly value: number;
  readonly cumulative: number | undefined;
}

/** The column of codes (or names) and the columns of numbers right of it. */
function guessColumns(rows: readonly Row[], matcher: RowMatcher): GuessedColumns | null {
  const coded = commonColumn(rows, (cell) => matcher.byCode(cell.text) !== null);
  const named = commonColumn(rows, (cell) => LETTER.test(cell.text) && matcher.isExact(cell.text));
  const key = coded ?? named;
  if (key === null) return null;
  const last = Math.max(coded ?? 0, named ?? 0);
  const counts = new Map<number, number>();
  for (const row of rows) {
    if (!row.cells.some((cell) => cell.column === key)) continue;
    for (const cell of row.cells) {
      if (cell.column > last && isFigure(cell)) counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
    }
  }
  const [value, cumulative] = [...counts]
    .filter(([, count]) => count >= 2)
    .map(([column]) => column)
    .sort((a, b) => a - b);
  return value === undefined ? null : { coded, named, value, cumulative };
}

/** Rows between a header and the first row of the form: column numbers, a section's title. */
const mostRowsUnderHeader = 4;
const longestHeading = 80;

/** Words, or years ("2024", "I/2024", "T3"); numbers of columns ("(1)", "A") are none. */
const HEADING = /\p{L}{2}|\p{L}\d|(?<!\d)20\d\d(?!\d)|[\p{L}\d]\/\d/u;

/** Words right above the columns of figures, in a row that is a header by what else stands in it. */
function headingsOver(
  rows: readonly Row[],
  { coded, named, value, cumulative }: GuessedColumns,
  matcher: RowMatcher,
): readonly Cell[] {
  const isKeyed = ({ cells }: Row) =>
    cells.some(
      ({ column, text }) =>
        (column === coded && matcher.byCode(text) !== null) || (column === named && matcher.isExact(text)),
    );
  const first = rows.find(isKeyed)?.row ?? 0;
  const figures = [value, cumulative ?? value].map((column) => ({ from: column, to: column }));
  const isOver = (cell: Cell) => figures.some((range) => overlaps(columnsOf(cell), range));
  const above = rows.filter(({ row }) => row < first && row >= first - mostRowsUnderHeader);
  for (const { cells } of above.toReversed()) {
    const over = cells.filter(
      (cell) => isOver(cell) && HEADING.test(cell.text) && cell.text.length <= longestHeading,
    );
    // A title runs over the names as well; a header has a cell for each column.
    const left = Math.min(coded ?? value, named ?? value);
    const apart = over.filter(({ column }) => column > left);
    if (apart.length > 0 && cells.some(({ column }) => column <= Math.max(coded ?? 0, named ?? 0)))
      return apart;
  }
  return [];
}

function commonColumn(rows: readonly Row[], holds: (cell: Cell) => boolean): number | null {
  const counts = new Map<number, number>();
  // Whoever deletes the header keeps the form near the top; a huge sheet is not searched to its end.
  for (const row of rows.slice(0, 500)) {
    for (const cell of row.cells.slice(0, 12)) {
      if (cell.text.length < 300 && holds(cell)) counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best && best[1] >= fewestRowsForAGuess ? best[0] : null;
}
