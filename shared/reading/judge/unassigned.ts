/**
 * What is asked of a table that was put together from places: each figure stands under a heading that is understood and
 * beside the name of an indicator, each row that is asked for is one of its own, or the table is in doubt.
 */

import type { DoubtReason } from '../../vocabulary/finding.ts';
import type { Cell, Doubt, NeutralDocument } from '../model/document.ts';
import type { ReadingRegime } from '../model/reading.ts';
import { looksLikeFigure, sharedHeadings } from '../understand/contested-figures.ts';
import type { Form, FormRow } from '../understand/form-rows.ts';
import { columnsOf, overlaps, pageOf } from '../understand/grid.ts';
import { columnMeant, isLeftAside, isUnder, type Layout, saysBoth } from '../understand/headers.ts';
import { saysNothing } from '../understand/numbers.ts';
import { holdingFigures } from './run-into-names.ts';
import { strayFigures } from './stray-figures.ts';

/** The cells of which it cannot be told whose they are; where all lines are drawn, those over several rows alone. */
export function unassigned(form: Form): ReadonlyMap<Cell, Doubt> {
  const { table, layouts, rows, span } = form;
  const doubts = new Map<Cell, Doubt>();
  const put = (cell: Cell, why: DoubtReason) => doubts.set(cell, { why, page: pageOf(cell, table) });
  if (table.pages) for (const cell of besideSeveral(form)) put(cell, 'row');
  // Columns that no heading names may be a plan's, or another year's.
  if (table.pages) for (const cell of guessed(rows)) put(cell, 'column');
  if (table.pages) for (const cell of besideOne(form)) put(cell, 'row');
  if (!table.laidOut) return doubts;
  const own = new Map(rows.map((row) => [row.row, row]));
  for (const layout of layouts) for (const cell of contradictions(layout)) put(cell, 'column');
  for (const cell of joinedAgain(layouts)) put(cell, 'column');
  for (const { figures } of sharedHeadings(form)) for (const cell of figures) put(cell, 'column');
  for (const cell of holdingFigures(rows)) put(cell, 'column');
  const isHeading = ({ row }: Cell) =>
    layouts.some(({ firstRow, lastRow }) => row >= firstRow && row <= lastRow);
  for (const cell of table.cells) {
    if (cell.row < span.from || isHeading(cell)) continue;
    const row = own.get(cell.row);
    // What says that there is nothing may belong to the row beside it.
    if (!row && saysNothing(cell.text) && isBlankBeside(cell, own)) put(cell, 'row');
    if (!looksLikeFigure(cell)) continue;
    if (!row) {
      if (!isNumbering(cell, layoutOf(cell, layouts))) put(cell, 'row');
    } else if (!hasHeading(cell, row)) put(cell, 'column');
  }
  return doubts;
}

function guessed(rows: readonly FormRow[]): readonly Cell[] {
  return rows.flatMap(({ layout, cells }) =>
    layout.from === 'guess' ? [cells.value ?? [], cells.cumulative ?? []].flat() : [],
  );
}

/** Second figures beside a name that goes over several rows. */
function besideOne({ table, rows }: Form): readonly Cell[] {
  const own = new Set(rows.flatMap(({ cells }) => Object.values(cells)));
  return rows.flatMap(({ row, layout, cells: { name, code } }) => {
    const rowSpan = Math.max(name?.rowSpan ?? 1, code?.rowSpan ?? 1);
    if (rowSpan === 1) return [];
    const columns = (['value', 'cumulative'] as const).flatMap((kind) => layout.columns.get(kind) ?? []);
    return table.cells.filter(
      (cell) =>
        cell.row > row &&
        cell.row < row + rowSpan &&
        looksLikeFigure(cell) &&
        !own.has(cell) &&
        columns.some((range) => overlaps(range, columnsOf(cell))),
    );
  });
}

/** Cells in columns of figures that go over rows of indicators other than the one that has it, if one has. */
function besideSeveral({ table, rows }: Form): readonly Cell[] {
  return table.cells.filter((cell) => {
    if (cell.rowSpan === 1 || !(/\d/.test(cell.text) || saysNothing(cell.text))) return false;
    return rows.some(({ row, layout, cells }) => {
      if (row < cell.row || row >= cell.row + cell.rowSpan) return false;
      return (['value', 'cumulative'] as const).some((kind) => {
        const range = layout.columns.get(kind);
        return range !== undefined && overlaps(range, columnsOf(cell)) && cells[kind] !== cell;
      });
    });
  });
}

/** Headings that begin again and join what the ones before them told apart. */
function joinedAgain(layouts: readonly Layout[]): readonly Cell[] {
  return layouts.flatMap(({ cells }, n) => {
    const before = layouts[n - 1]?.columns;
    const told = (['value', 'cumulative'] as const).flatMap((slot) => before?.get(slot) ?? []);
    return cells.filter(
      (cell) =>
        told.length === 2 &&
        told.every((range) => overlaps(range, columnsOf(cell))) &&
        !cells.some((below) => isUnder(below, cell)),
    );
  });
}

/** Headings of which one column has two that mean different things, or one means two. */
function contradictions({ cells, columns }: Layout): readonly Cell[] {
  const named = (['order', 'code', 'name'] as const).flatMap((each) => columns.get(each) ?? []);
  const isOverNames = (cell: Cell) => named.some((range) => overlaps(range, columnsOf(cell)));
  return cells.filter((cell) => {
    // Above headings of its own it is a group's name.
    if (cell.columnSpan > 1) {
      const ofFigures = /^(?:value|cumulative)$/.test(columnMeant(cell) ?? '');
      const isAstray = saysBoth(cell) || (ofFigures && isOverNames(cell));
      return isAstray && !cells.some((below) => isUnder(below, cell));
    }
    const [own, all] = [
      columnMeant(cell),
      cells.filter(({ column, columnSpan }) => columnSpan === 1 && column === cell.column),
    ];
    return saysBoth(cell) || all.some((other) => own !== null && (columnMeant(other) ?? own) !== own);
  });
}

/** Whether a row above or below is one of the form's and blank in the column of a cell. */
function isBlankBeside(cell: Cell, rows: ReadonlyMap<number, FormRow>): boolean {
  return [cell.row - 1, cell.row + 1].some((at) => {
    const row = rows.get(at);
    return (['value', 'cumulative'] as const).some((kind) => {
      const range = row?.layout.columns.get(kind);
      return range && overlaps(range, columnsOf(cell)) && row?.cells[kind] === undefined;
    });
  });
}

/** The layout that governs a row which means nothing. */
function layoutOf({ row }: Cell, layouts: readonly Layout[]): Layout | undefined {
  return layouts.findLast(({ lastRow }) => lastRow < row) ?? layouts[0];
}

function isNumbering(cell: Cell, layout: Layout | undefined): boolean {
  const columns = (['order', 'code', 'name'] as const).flatMap((kind) => layout?.columns.get(kind) ?? []);
  return columns.some((range) => overlaps(range, columnsOf(cell)));
}

/** Whether one heading tells what the figure is; columns that were guessed have none. */
function hasHeading(cell: Cell, { layout, cells }: FormRow): boolean {
  const isOver = (other: Cell) => overlaps(columnsOf(other), columnsOf(cell));
  const own = [...layout.columns].filter(([, range]) => overlaps(range, columnsOf(cell)));
  const [kind, ...more] = own.map(([each]) => each);
  if (more.length > 0) return false;
  if (layout.from !== 'header') return isNumbering(cell, layout);
  if (layout.cells.some((head) => isOver(head) && isLeftAside(head))) return true;
  // A figure among the remarks may be one that is missing beside them.
  if (kind === 'note')
    return cells.value !== undefined && (cells.cumulative !== undefined || !layout.columns.has('cumulative'));
  return kind !== undefined && kind !== 'unit';
}

/** What names a blank row of a form that was laid out by places, where a figure stands by itself beside the table. */
export function besideStrays(
  document: NeutralDocument,
  form: Form,
  regime: ReadingRegime,
): ReadonlyMap<Cell, Doubt> {
  const { table, rows } = form;
  if (!table.laidOut || strayFigures(document, form, regime).length === 0) return new Map();
  return new Map(namesOfBlanks(rows).map((cell) => [cell, { why: 'row', page: pageOf(cell, table) }]));
}

/** What names the rows that seem blank where a figure is asked for. */
function namesOfBlanks(rows: readonly FormRow[]): readonly Cell[] {
  return rows.flatMap(({ layout, match: { indicator }, cells }) => {
    const isBlank = (['value', 'cumulative'] as const).some(
      (slot) =>
        layout.columns.has(slot) && !cells[slot] && (slot === 'value' || indicator.acrossPeriods === 'sum'),
    );
    return isBlank ? (cells.name ?? cells.code ?? []) : [];
  });
}
