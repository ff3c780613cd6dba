/** Ruled tables that go on from page to page: with further rows, a row that the page cuts, or further columns. */
import { ofPlainWidth } from '../../looks/plain-width.ts';
import type { SkippedLog } from '../../skipped-log.ts';
import type { PageLayout, RuledCell, RuledTable } from '../page-layout.ts';
import { isFigure } from './figures.ts';

/** Lines of one table stand in the same places on every page. */
const SAME_PLACE = 3;
const MOST_HEADER_ROWS = 4;
/** So many rows at the same places are those of one table. */
const FEWEST_ROWS = 4;

/** The table with the rows of the next page's; null where that one is a table of its own. */
export function continued(above: RuledTable, below: RuledTable, skipped: SkippedLog): RuledTable | null {
  const edges = commonEdges(above.edges, below.edges);
  if (!edges || below.page <= above.page) return null;
  const [table, next] = [onEdges(above, edges), onEdges(below, edges)];
  const repeated = repeatedRows(table, next);
  const kept = next.cells.filter(({ row }) => row > repeated);
  const left = next.cells.length - kept.length;
  if (left > 0) skipped.add('cell', 'repeated-header', null, left);
  const rest = kept.filter(({ row }) => row === repeated + 1);
  const last = table.cells.filter(({ row, rowSpan }) => row + rowSpan - 1 === table.rows);
  const cut = goesOnIn(last, rest);
  const shift = table.rows - repeated - (cut === 'cut' ? 1 : 0);
  const moved = kept.map((cell): RuledCell => {
    const unsure = cut === 'unsure' && cell.row === repeated + 1;
    const doubt = cell.doubt ?? (unsure ? ({ why: 'row', page: below.page } as const) : null);
    return { ...cell, row: cell.row + shift, doubt };
  });
  return {
    ...table,
    page: next.page,
    laidOut: table.laidOut || next.laidOut,
    top: next.top,
    rows: next.rows + shift,
    cells: cut === 'cut' ? joinedRow(table.cells, moved, table.rows) : [...table.cells, ...moved],
  };
}

/** The upright lines of both; null unless those of one are all among the other's: what is empty may have no borders. */
function commonEdges(a: readonly number[], b: readonly number[]): readonly number[] | null {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const found = fewer.length > 2 && fewer.every((edge) => more.some((other) => isSame(edge, other)));
  return found ? more : null;
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_PLACE;
}

/** The table on a grid of more upright lines than its own. */
function onEdges(table: RuledTable, edges: readonly number[]): RuledTable {
  const place = (column: number) => {
    const edge = table.edges[column - 1] ?? 0;
    return edges.findIndex((other) => isSame(edge, other)) + 1;
  };
  const cells = table.cells.map((cell) => {
    const [column, end] = [place(cell.column), place(cell.column + cell.columnSpan)];
    return { ...cell, column, columnSpan: Math.max(1, end - column) };
  });
  return { ...table, edges, cells };
}

/**
 * Whether cells go on with what the cells above them began, as a page cuts a row: fewer cells, no figure, nothing in
 * the first column unless it runs on, each below a text. It is so where one begins as no name does; `unsure` where none does.
 */
function goesOnIn(above: readonly RuledCell[], below: readonly RuledCell[]): 'cut' | 'unsure' | 'own' {
  const first = Math.min(...above.map(({ column }) => column));
  const mayBe =
    below.length > 0 &&
    below.length < above.length &&
    below.every(
      (cell) =>
        (cell.column !== first || begins(cell)) &&
        cell.columnSpan === 1 &&
        !isFigure({ text: textOf(cell) }) &&
        above.some(({ column, columnSpan }) => columnSpan === 1 && column === cell.column),
    );
  if (!mayBe) return 'own';
  if (below.some(begins)) return 'cut';
  const goOn = below.every((cell) => above.some(({ column, full }) => full && column === cell.column));
  return goOn ? 'unsure' : 'own';
}

/** Whether a text begins as what runs on does: names begin with a capital. */
function begins(cell: RuledCell): boolean {
  return /^[\p{Ll}(,;]/u.test(textOf(cell));
}

/** The cells of both, those that meet in the row as one. */
function joinedRow(
  above: readonly RuledCell[],
  below: readonly RuledCell[],
  row: number,
): readonly RuledCell[] {
  const meets = (a: RuledCell, b: RuledCell) =>
    b.row === row && a.column === b.column && a.row + a.rowSpan - 1 === row;
  const joined = above.map((cell) => {
    const rest = below.find((each) => meets(cell, each));
    if (!rest) return cell;
    const paragraphs = [...cell.paragraphs, ...rest.paragraphs];
    const runs = paragraphs.flatMap(({ runs: own }, n) =>
      n === 0 ? own : [{ text: ' ', font: null }, ...own],
    );
    const bold = paragraphs.every((each) => each.bold);
    const doubt = cell.doubt ?? rest.doubt;
    return { ...cell, rowSpan: cell.rowSpan + rest.rowSpan - 1, paragraphs: [{ runs, bold }], doubt };
  });
  return [...joined, ...below.filter((cell) => !above.some((each) => meets(each, cell)))];
}

/** How many of the next page's first rows are the table's own titles once more; a row of figures is none. */
function repeatedRows(table: RuledTable, next: RuledTable): number {
  let rows = 0;
  for (let row = 1; row <= MOST_HEADER_ROWS; row += 1) {
    const [here, there] = [rowText(table, row), rowText(next, row)];
    if (here !== there || (here !== '' && !isTitles(table, row))) break;
    // What a span covers has no text of its own, and belongs to the row above.
    rows = row;
  }
  return rowText(next, 1) === '' ? 0 : rows;
}

/** Titles, or their numbers: "1 2 3". */
function isTitles({ cells }: RuledTable, row: number): boolean {
  const texts = cells.filter((cell) => cell.row === row).map(textOf);
  if (!texts.some((text) => isFigure({ text }))) return true;
  const numbers = texts.filter((text) => /\d/.test(text)).map((text) => Number(text.replace(/[()]/g, '')));
  return numbers.length > 1 && numbers.every((number, n) => n === 0 || number === (numbers[n - 1] ?? 0) + 1);
}

function rowText({ cells }: RuledTable, row: number): string {
  return cells
    .filter((cell) => cell.row === row)
    .map(textOf)
    .join('|');
}

function textOf({ paragraphs }: RuledCell): string {
  return ofPlainWidth(paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' '));
}

/**
 * Sheets that are wider than their paper go on with further columns on later pages: there a table has its rows at the
 * very same places and other columns. Its cells are taken to the table that they belong to.
 */
export function withColumnsThatGoOn(pages: readonly PageLayout[]): readonly PageLayout[] {
  const wide = new Map<RuledTable, RuledTable>();
  const taken = new Set<RuledTable>();
  const tables = pages.flatMap(({ items }) => items.filter((item) => item.kind === 'ruled'));
  for (const table of tables) {
    const left = tables.find(
      (other) => !taken.has(other) && other.page < table.page && isRightOf(table, other),
    );
    if (!left) continue;
    taken.add(table);
    wide.set(left, beside(wide.get(left) ?? left, table));
  }
  if (taken.size === 0) return pages;
  return pages.map((page) => ({
    ...page,
    items: page.items
      .filter((item) => item.kind === 'line' || !taken.has(item))
      .map((item) => (item.kind === 'ruled' ? (wide.get(item) ?? item) : item)),
  }));
}

/** Whether a table has rows at the places of another one's and none of its columns, and names none of its own. */
function isRightOf(table: RuledTable, other: RuledTable): boolean {
  const [top, bottom] = [table.levels[0] ?? 0, table.levels.at(-1) ?? 0];
  const same =
    table.levels.length > FEWEST_ROWS &&
    isSame(top, other.levels[0] ?? 0) &&
    isSame(bottom, other.levels.at(-1) ?? 0) &&
    // Rows that are empty there may have no lines between them.
    table.levels.every((level) => other.levels.some((each) => isSame(level, each)));
  return same && !commonEdges(table.edges, other.edges) && firstColumn(table) !== firstColumn(other);
}

function firstColumn({ cells }: RuledTable): string {
  return cells
    .filter(({ column }) => column === 1)
    .map(textOf)
    .join('|');
}

function beside(left: RuledTable, right: RuledTable): RuledTable {
  const columns = left.edges.length - 1;
  const shift = (left.edges.at(-1) ?? 0) - (right.edges[0] ?? 0);
  const rowAt = (level: number) =>
    left.levels.findIndex((each) => isSame(each, right.levels[level] ?? 0)) + 1;
  const moved = right.cells.map((cell): RuledCell => {
    const [row, end] = [rowAt(cell.row - 1), rowAt(cell.row - 1 + cell.rowSpan)];
    const wide = end - row > 1 && isFigure({ text: textOf(cell) });
    const doubt = cell.doubt ?? (wide ? ({ why: 'row', page: cell.page } as const) : null);
    return { ...cell, row, rowSpan: end - row, column: cell.column + columns, doubt };
  });
  return {
    ...left,
    laidOut: left.laidOut || right.laidOut,
    edges: [...left.edges, ...right.edges.slice(1).map((edge) => edge + shift)],
    cells: [...left.cells, ...moved],
  };
}
