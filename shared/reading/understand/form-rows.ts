/** Finds the form in one table: its header, the rows that mean an indicator, and those that do not. */

import { languageOf } from '../../regime/language.ts';
import { say } from '../../vocabulary/text.ts';
import type { Cell, Table } from '../model/document.ts';
import type { Ledger } from '../model/ledger.ts';
import type { ReadingRegime } from '../model/reading.ts';
import { Budget } from '../open/budget.ts';
import { fold } from './folding.ts';
import { columnsOf, overlaps, type Range, type Row, rowsOf, within } from './grid.ts';
import { type Asked, type Column, findLayouts, type Layout } from './headers.ts';
import type { RowMatch, RowMatcher } from './matching.ts';
import { isOpenLine, readNumber } from './numbers.ts';

export interface FormRow {
  readonly match: RowMatch;
  readonly cells: Readonly<Partial<Record<Column, Cell>>>;
  /** Figures further down beside its name or code, which goes over several rows, where it has one already. */
  readonly more: readonly { readonly slot: 'value' | 'cumulative'; readonly cell: Cell }[];
  /** In its table, from 1. */
  readonly row: number;
  readonly layout: Layout;
}

export interface Form {
  readonly table: Table;
  readonly layouts: readonly Layout[];
  /** Rows that mean an indicator, from top to bottom. */
  readonly rows: readonly FormRow[];
  /** Figures in rows that mean none, each with the cell that names the row. */
  readonly strangers: readonly { readonly figure: Cell; readonly name: Cell | undefined }[];
  /** The rows that belong to the form; what stands above and below is text. */
  readonly span: { readonly from: number; readonly to: number };
}

// Beyond these a sheet is a register of something else, of which the form stands at the top; what follows is skipped.
const longestGap = 300;
const mostRows = 2000;

/** What finding a form needs beside its table. */
export interface Search {
  readonly asked: Asked;
  readonly matcher: RowMatcher;
  readonly ledger: Ledger;
  /** The form in the table right before this one, which this one may continue without a header. */
  readonly before?: Form | null;
  readonly budget?: Budget;
}

/** The form in a table, or null where the table holds none. Accounts in the ledger for the cells of the span. */
export function findForm(table: Table, search: Search): Form | null {
  const { asked, matcher, ledger } = search;
  const rows = rowsOf(table);
  const found = findLayouts(rows, asked);
  const guessed = () => continuedLayout(table, rows, search) ?? guessLayout(rows, matcher);
  const without = found.length === 0 ? guessed() : null;
  const layouts = without ? [without] : found;
  const sorted = sortRows(rows, layouts, search);
  if (sorted.matched.length === 0) return null;
  const rowNumbers = sorted.matched.flatMap(({ cells, more }) =>
    [...Object.values(cells), ...more.map(({ cell }) => cell)].map(({ row }) => row),
  );
  const span = { from: layouts[0]?.firstRow || Math.min(...rowNumbers), to: Math.max(...rowNumbers) };

  ledger.read(...layouts.flatMap((layout) => layout.cells));
  for (const row of sorted.sections) if (row.row <= span.to) ledger.read(...row.cells);
  for (const { cells, more } of sorted.matched) {
    const { note, ...read } = cells;
    ledger.read(...Object.values(read), ...more.map(({ cell }) => cell));
    if (note) ledger.pass(note, 'remark-column');
  }
  const strangers = strangersAmong(sorted.others, span.to, ledger);
  for (const { row, cells } of rows) {
    if (row < span.from || row > span.to) continue;
    for (const cell of cells) {
      if (isOpenLine(cell.text)) ledger.read(cell);
      else ledger.pass(cell, 'other-column');
    }
  }
  return { table, layouts, rows: sorted.matched, strangers, span };
}

interface OtherRow {
  readonly row: Row;
  readonly cells: FormRow['cells'];
}

interface SortedRows {
  readonly matched: readonly FormRow[];
  /** Titles of sections between the indicators. */
  readonly sections: readonly Row[];
  /** Rows that mean nothing that is asked for. */
  readonly others: readonly OtherRow[];
}

/** What each row under a header is, read by the columns of that header. */
function sortRows(rows: readonly Row[], layouts: readonly Layout[], search: Search): SortedRows {
  const { asked, matcher, budget = Budget.unlimited() } = search;
  const matched: FormRow[] = [];
  const others: OtherRow[] = [];
  const sections: Row[] = [];
  for (const layout of layouts) {
    const next = layouts.find(({ firstRow }) => firstRow > layout.lastRow);
    const end = next?.firstRow ?? Number.POSITIVE_INFINITY;
    const { band } = layout;
    let last: RowMatch | null = null;
    let unmatched = 0;
    const governed = rows.filter(({ row }) => row > layout.lastRow && row < end);
    for (const row of band ? governed.map((each) => within(each, band)) : governed) {
      budget.step();
      if (row.cells.length === 0) continue;
      if (unmatched > longestGap || matched.length > mostRows) break;
      const cells = assign(row, layout);
      const above = matched.at(-1);
      const joined = above && above.layout === layout ? withFigures(above, row, cells) : null;
      if (joined) {
        matched[matched.length - 1] = joined;
        continue;
      }
      if (isSectionRow(cells, asked.regime)) {
        sections.push(row);
        last = null;
        continue;
      }
      const code = codeOf(row, cells, layout, matcher);
      const match = matcher.match(code, cells.name?.text ?? null, last?.indicator ?? null);
      if (match && !isProse(match, cells, matched)) {
        matched.push({ match, cells, more: [], row: row.row, layout });
        last = match;
        unmatched = 0;
      } else {
        others.push({ row, cells });
        unmatched += 1;
      }
    }
  }
  return { matched, sections, others };
}

/**
 * A row of figures alone beside the name, or the code, of the row above, which goes over several: they are its own, or
 * further ones where it has one.
 */
function withFigures(
  above: FormRow,
  row: Row,
  { value, cumulative, ...others }: FormRow['cells'],
): FormRow | null {
  if ((!value && !cumulative) || Object.keys(others).length > 0) return null;
  // Words beside them make them figures of something else.
  if (row.cells.some((cell) => cell !== value && cell !== cumulative && /\p{L}/u.test(cell.text)))
    return null;
  const named = [above.cells.name, above.cells.code].filter((cell) => cell !== undefined);
  if (named.length === 0 || named.some((cell) => row.row >= cell.row + cell.rowSpan)) return null;
  let joined = above;
  for (const slot of ['value', 'cumulative'] as const) {
    const cell = { value, cumulative }[slot];
    if (!cell) continue;
    joined = joined.cells[slot]
      ? { ...joined, more: [...joined.more, { slot, cell }] }
      : { ...joined, cells: { ...joined.cells, [slot]: cell } };
  }
  return joined;
}

/** Rows with a figure that means no indicator; below the form only where a name says that it is more than a total. */
function strangersAmong(others: readonly OtherRow[], lastRow: number, ledger: Ledger): Form['strangers'] {
  return others.flatMap(({ row, cells }) => {
    const figure = [cells.value, cells.cumulative].find((cell) => cell && isFigure(cell));
    const below = row.row > lastRow;
    if (!below || figure) for (const cell of row.cells) ledger.pass(cell, 'row-without-indicator');
    return figure && !(below && !cells.name) ? [{ figure, name: cells.name }] : [];
  });
}

/** A sentence below the form may sound like an indicator ("Đã ban hành 3 văn bản."); without figures it is none. */
function isProse(
  { by, name, indicator }: RowMatch,
  cells: FormRow['cells'],
  before: readonly FormRow[],
): boolean {
  if (by === 'code' || cells.value || cells.cumulative || cells.unit) return false;
  return name === 'near' || before.some(({ match }) => match.indicator === indicator);
}

/** A cell that covers several columns belongs to the first of these that it touches: a title row is a name. */
const precedence: readonly Column[] = ['name', 'code', 'order', 'value', 'cumulative', 'unit', 'note'];

function assign(row: Row, layout: Layout): FormRow['cells'] {
  const cells: Partial<Record<Column, Cell>> = {};
  for (const column of precedence) {
    const range = layout.columns.get(column);
    if (!range) continue;
    const taken = Object.values(cells);
    const cell = row.cells.find((each) => overlaps(columnsOf(each), range) && !taken.includes(each));
    if (cell && !isUnfilled(cell, column)) cells[column] = cell;
  }
  return cells;
}

function isUnfilled(cell: Cell, column: Column): boolean {
  return (column === 'value' || column === 'cumulative') && isOpenLine(cell.text);
}

/** The code cell's text, or a code that stands elsewhere before the figures (people delete the code column). */
function codeOf(row: Row, cells: FormRow['cells'], layout: Layout, matcher: RowMatcher): string | null {
  if (cells.code) return cells.code.text;
  const figures = layout.columns.get('value') ?? layout.columns.get('cumulative');
  const before = row.cells.filter((cell) => cell !== cells.name && figures && cell.column < figures.from);
  return before.find((cell) => matcher.byCode(cell.text))?.text ?? null;
}

const longestLabel = 40;

function isSectionRow(cells: FormRow['cells'], regime: ReadingRegime): boolean {
  const label = (cells.order ?? cells.code)?.text.slice(0, longestLabel).replace(/[.):\s]+$/, '');
  const figures = cells.value || cells.cumulative;
  if (!figures && regime.sections.some(({ id }) => id === label)) return true;
  if (figures || cells.code || cells.unit) return false;
  const named = fold((cells.name?.text ?? '').replace(/^\s*[IVX]+(\.\d+)?[.):\s]+/, ''));
  return regime.sections.some(({ title, aliases }) =>
    [say(title, languageOf(regime)), ...aliases].some((each) => fold(each) === named),
  );
}

function isFigure(cell: Cell): boolean {
  return cell.number !== undefined || readNumber(cell.text, { whole: false }) !== null;
}

/** The layout of the form before, where the table has as many columns and its codes, or names, go on from there. */
function continuedLayout(
  table: Table,
  rows: readonly Row[],
  { asked, matcher, before }: Search,
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
  const ordered = [last.match.indicator, ...found].map((indicator) =>
    asked.regime.indicators.indexOf(indicator),
  );
  const goesOn = ordered.every((place, n) => n === 0 || place > (ordered[n - 1] ?? 0));
  if (found.length === 0 || !goesOn) return null;
  return { from: 'table-before', firstRow: 0, lastRow: 0, columns: layout.columns, cells: [] };
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
function guessLayout(rows: readonly Row[], matcher: RowMatcher): Layout | null {
  const guess = guessColumns(rows, matcher);
  if (!guess || headingsOver(rows, guess, matcher).length > 0) return null;
  const { coded, named, value, cumulative } = guess;
  const columns = new Map<Column, Range>([['value', { from: value, to: value }]]);
  if (cumulative !== undefined) columns.set('cumulative', { from: cumulative, to: cumulative });
  if (coded !== null) columns.set('code', { from: coded, to: coded });
  if (named !== null) columns.set('name', { from: named, to: named });
  return { from: 'guess', firstRow: 0, lastRow: 0, columns, cells: [] };
}

interface GuessedColumns {
  readonly coded: number | null;
  readonly named: number | null;
  readonly value: number;
  readonly cumulative: number | undefined;
}

/** The column of codes (or names) and the columns of numbers right of it. */
function guessColumns(rows: readonly Row[], matcher: RowMatcher): GuessedColumns | null {
  const coded = commonColumn(rows, (cell) => matcher.byCode(cell.text) !== null);
  const named = commonColumn(rows, (cell) => matcher.match(null, cell.text, null)?.name === 'exact');
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

/** Words right above the columns of figures, in a row that is a header by what else stands in it. */
function headingsOver(
  rows: readonly Row[],
  { coded, named, value, cumulative }: GuessedColumns,
  matcher: RowMatcher,
): readonly Cell[] {
  const isKeyed = ({ cells }: Row) =>
    cells.some(
      ({ column, text }) =>
        (column === coded && matcher.byCode(text) !== null) ||
        (column === named && matcher.match(null, text, null)?.name === 'exact'),
    );
  const first = rows.find(isKeyed)?.row ?? 0;
  const figures = [value, cumulative ?? value].map((column) => ({ from: column, to: column }));
  const isOver = (cell: Cell) => figures.some((range) => overlaps(columnsOf(cell), range));
  const above = rows.filter(({ row }) => row < first && row >= first - mostRowsUnderHeader);
  for (const { cells } of above.toReversed()) {
    const over = cells.filter(
      (cell) => isOver(cell) && /\p{L}{2}/u.test(cell.text) && cell.text.length <= longestHeading,
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
