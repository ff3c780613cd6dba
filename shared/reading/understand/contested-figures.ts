/**
 * Figures of which nobody can tell what they are of: in several columns below one heading, in one cell over the rows of
 * several indicators or over both columns, or in a row that has moved.
 */
import type { Indicator } from '../../regime/regime.ts';
import type { Cell } from '../model/document.ts';
import type { Form, FormRow } from './form-rows.ts';
import { columnsOf, overlaps } from './grid.ts';
import type { Layout } from './headers.ts';

export interface SharedHeading {
  /** Every figure below the heading, or the headings, from top to bottom. */
  readonly figures: readonly Cell[];
  /** Figures of the first row that tells the columns apart, at least two, or of the first two rows that do. */
  readonly differing: readonly Cell[];
  readonly headings: readonly Cell[];
}

/** What looks like a figure, in digits of any script, in any of its lines; those of several rows may stand in one cell. */
export function looksLikeFigure({ text }: Cell): boolean {
  return /^[-–−+(]?\p{Nd}/mu.test(text);
}

/**
 * The headings of one meaning that have figures in several columns which are not the same: one that goes over several
 * columns, or several as strong as each other.
 */
export function sharedHeadings({ table, rows }: Form): readonly SharedHeading[] {
  return [...Map.groupBy(rows, ({ layout }) => layout)].flatMap(([layout, own]) =>
    (['value', 'cumulative'] as const).flatMap((slot) => sharedIn(layout, slot, own, table.cells)),
  );
}

function sharedIn(
  layout: Layout,
  slot: 'value' | 'cumulative',
  rows: readonly FormRow[],
  cells: readonly Cell[],
): readonly SharedHeading[] {
  const range = layout.columns.get(slot);
  const ranges = [range ?? [], layout.rivals?.get(slot) ?? []].flat();
  if (!range || (ranges.length === 1 && range.from === range.to)) return [];
  const isBelow = (cell: Cell) => ranges.some((each) => overlaps(each, columnsOf(cell)));
  const known = new Map(rows.map((row) => [row.row, row]));
  const isOther = (cell: Cell) => {
    const own = known.get(cell.row)?.cells;
    return own !== undefined && (own[slot] === cell || !Object.values(own).includes(cell));
  };
  const figures = cells.filter((cell) => isBelow(cell) && isOther(cell) && looksLikeFigure(cell));
  const taken = figures.filter((cell) => known.get(cell.row)?.cells[slot] === cell);
  const others = figures.filter((cell) => {
    const own = known.get(cell.row)?.cells[slot];
    return own !== cell && own?.text !== cell.text;
  });
  const [start, other] = [taken[0], others[0]];
  // Where the cell before it reaches below the heading, borders are not drawn straight: it is the same column.
  const isAfter = ({ row, column }: Cell, before: Cell) =>
    column !== before.column &&
    !cells.some(
      (each) => each.row === row && each.column < column && overlaps(columnsOf(each), columnsOf(before)),
    );
  const elsewhere = start && taken.find((cell) => isAfter(cell, start));
  const differing = other
    ? figures.filter(({ row }) => row === other.row)
    : [start ?? [], elsewhere ?? []].flat();
  if (!other && !elsewhere) return [];
  return [{ figures, differing, headings: layout.cells.filter(isBelow) }];
}

export interface SpanningFigure {
  readonly cell: Cell;
  /** From top to bottom, at least two. */
  readonly indicators: readonly Indicator[];
}

/** The rows whose figure goes over the columns of both: of the period, and since the year began. */
export function figuresOfBothColumns({ rows }: Form): readonly FormRow[] {
  return rows.filter(({ cells: { value }, match, layout }) => {
    const cumulative = layout.columns.get('cumulative');
    if (!value || !cumulative || match.indicator.acrossPeriods !== 'sum') return false;
    return looksLikeFigure(value) && overlaps(columnsOf(value), cumulative);
  });
}

/** Whether a number stands in place of the unit of measure: what stood behind it has moved to the left. */
export function isFigureInUnit({ cells: { unit } }: FormRow): boolean {
  return unit !== undefined && /^[-+]?\p{Nd}[\p{Nd}.,\p{Zs}]*$/u.test(unit.text);
}

/** An answer in words may well be meant for each of the rows. */
const counted: ReadonlySet<Indicator['type']> = new Set(['count', 'percent']);

/** The cells of figures that reach into the row of another indicator of figures. */
export function spanningFigures({ rows }: Form): readonly SpanningFigure[] {
  return rows.flatMap(({ cells, layout }) =>
    [cells.value, cells.cumulative].flatMap((cell): SpanningFigure[] => {
      if (!cell || cell.rowSpan === 1) return [];
      const below = cell.row + cell.rowSpan;
      const covered = rows.filter(
        (each) => each.layout === layout && each.row >= cell.row && each.row < below,
      );
      const indicators = [...new Set(covered.map(({ match }) => match.indicator))];
      return indicators.length > 1 && indicators.every(({ type }) => counted.has(type))
        ? [{ cell, indicators }]
        : [];
    }),
  );
}
