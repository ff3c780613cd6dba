/** Finds the form in one table: its header, the rows that mean an indicator, and those that do not. */

import { languageOf } from '../../regime/language.ts';
import type { Indicator } from '../../regime/regime.ts';
import { say } from '../../vocabulary/text.ts';
import type { Cell, Table } from '../model/document.ts';
import type { Ledger } from '../model/ledger.ts';
import type { ReadingRegime } from '../model/reading.ts';
import { Budget } from '../open/budget.ts';
import { fold } from './folding.ts';
import { columnsOf, overlaps, type Row, rowsOf, within } from './grid.ts';
import { continuedLayout, guessLayout, isFigure } from './guessed-layouts.ts';
import { type Asked, type Column, findLayouts, type Layout } from './headers.ts';
import type { RowMatch, RowMatcher } from './matching.ts';
import { isOpenLine } from './numbers.ts';

export interface FormRow {
  readonly match: RowMatch;
  readonly cells: Readonly<Partial<Record<Column, Cell>>>;
  /** Figures further down beside its name or code, which goes over several rows, where it has one already. */
  readonly more: readonly { readonly slot: 'value' | 'cumulative'; readonly cell: Cell }[];
  /** In its table, from 1. */
  readonly row: number;
  readonly layout: Layout;
}

export interface Stranger {
  readonly figure: Cell;
  readonly name: Cell | undefined;
  /** The indicator that the name would mean, but for a word that makes another figure of it. */
  readonly turnedFrom: Indicator | null;
}

export interface Form {
  readonly table: Table;
  /** The table with its header: itself, or the one it goes on from. */
  readonly headed: Table;
  readonly layouts: readonly Layout[];
  /** Rows that mean an indicator, from top to bottom. */
  readonly rows: readonly FormRow[];
  /** Figures in rows that mean none, each with the cell that names the row. */
  readonly strangers: readonly Stranger[];
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
  const { before } = search;
  const guessed = () =>
    continuedLayout(table, rows, before, { regime: asked.regime, matcher }) ?? guessLayout(rows, matcher);
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
  const strangers = strangersAmong(sorted.others, span.to, search);
  for (const { row, cells } of rows) {
    if (row < span.from || row > span.to) continue;
    for (const cell of cells) {
      if (isOpenLine(cell.text)) ledger.read(cell);
      else ledger.pass(cell, 'other-column');
    }
  }
  const headed = before && without?.from === 'table-before' ? before.headed : table;
  return { table, headed, layouts, rows: sorted.matched, strangers, span };
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
function strangersAmong(
  others: readonly OtherRow[],
  lastRow: number,
  { ledger, matcher }: Search,
): readonly Stranger[] {
  return others.flatMap(({ row, cells }) => {
    const figure = [cells.value, cells.cumulative].find((cell) => cell && isFigure(cell));
    const below = row.row > lastRow;
    if (!below || figure) for (const cell of row.cells) ledger.pass(cell, 'row-without-indicator');
    const { name } = cells;
    return figure && !(below && !name)
      ? [{ figure, name, turnedFrom: name ? matcher.turnedFrom(name.text) : null }]
      : [];
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
