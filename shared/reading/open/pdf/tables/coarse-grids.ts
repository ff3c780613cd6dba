/**
 * A drawn grid is a hint: some tables have lines between their columns alone, or between their rows, or around a few
 * cells. What lies in one of its cells is laid out by the places of the words.
 */

import type { TextLine } from '../text-lines.ts';
import { type Segment, segmentOf, type Word } from '../words.ts';
import { placeInColumns } from './columns.ts';
import { cutSegment, isEntry, isFigure } from './figures.ts';
import type { Grid, GridCell } from './grids.ts';
import { type FilledCell, linesAcross, Places } from './places-across.ts';
import { rowsByGaps } from './row-gaps.ts';
import { type PlacedLine, rowsOfLines } from './rows.ts';

export interface RefinedGrid {
  readonly rows: number;
  /** The places of its upright lines, drawn and found. */
  readonly edges: readonly number[];
  readonly cells: readonly FilledCell[];
}

/** Of a letter's size: a gap that a drawn line elsewhere may stand in. */
const COLUMN_GAP = 0.6;
/** In points. */
const SAME_EDGE = 3;
/** With fewer lines of figures below each other a cell may as well hold two figures. */
const FEWEST_STACKED = 3;
/** Of a row's cells, those that have as many lines as the fullest. */
const MOST = 0.6;

/** The grid with its coarse cells parted; null where it has none. */
export function refine(grid: Grid, filled: readonly FilledCell[]): RefinedGrid | null {
  const cut = filled.flatMap((each) => cutAtEdges(grid, each));
  const columns = grid.columns.slice(1).map((_, n) => columnsWithin(n + 1, cut));
  const stacked = new Set(
    grid.levels.slice(1).flatMap((_, n) => (isStacked(n + 1, cut, columns) ? [n + 1] : [])),
  );
  const places = new Places(grid, columns);
  const byGaps = new Map<number, readonly number[]>();
  for (let row = 1; row <= grid.rows; row += 1) {
    const lines = linesAcross(inRow(row, cut), places);
    const found = rowsByGaps([lines]);
    if (found && areRows(lines, found)) byGaps.set(row, found);
  }
  const isParted = cut.length !== filled.length || columns.some((own) => own !== null);
  if (!isParted && stacked.size + byGaps.size === 0) return null;
  const rowStarts: number[] = [];
  const cells: FilledCell[] = [];
  let rows = 0;
  for (let row = 1; row <= grid.rows; row += 1) {
    rowStarts[row] = rows + 1;
    const own = inRow(row, cut);
    const gaps = byGaps.get(row);
    if (own.length === 0 || !(gaps || stacked.has(row) || own.some((each) => places.isParted(each)))) {
      rows += 1;
      continue;
    }
    const lines = linesAcross(own, places);
    const numbers = gaps ?? (stacked.has(row) ? rowsOfLines(lines) : lines.map(() => 1));
    cells.push(...cellsOf(lines, numbers, rows, grid, places.edges));
    rows += Math.max(...numbers);
  }
  rowStarts[grid.rows + 1] = rows + 1;
  const laidOut = (row: number) => (rowStarts[row + 1] ?? 0) - (rowStarts[row] ?? 0) > 1;
  for (const each of cut) {
    const { cell } = each;
    if (
      cell.rowSpan === 1 &&
      (laidOut(cell.row) ||
        cut.some(
          (other) => other.cell.row === cell.row && other.cell.rowSpan === 1 && places.isParted(other),
        ))
    )
      continue;
    const row = rowStarts[cell.row] ?? 1;
    const rowSpan = (rowStarts[cell.row + cell.rowSpan] ?? row + 1) - row;
    const [column, end] = [places.first(cell.column), places.last(cell.column + cell.columnSpan - 1)];
    cells.push({ ...each, cell: { ...cell, row, rowSpan, column, columnSpan: end - column + 1 } });
  }
  return { rows, edges: places.edges, cells };
}

function inRow(row: number, cells: readonly FilledCell[]): readonly FilledCell[] {
  return cells.filter(({ cell }) => cell.row === row && cell.rowSpan === 1);
}

/** Whether several of the rows have a name and a figure: a row of the grid holds them all. */
function areRows(lines: readonly PlacedLine[], rows: readonly number[]): boolean {
  const [named, filled] = [new Set<number>(), new Set<number>()];
  lines.forEach(({ placed }, n) => {
    const row = rows[n] ?? 1;
    for (const { segment } of placed) {
      const [first] = segment.words;
      if (first && isEntry(first)) filled.add(row);
      else named.add(row);
    }
  });
  return [...filled].filter((row) => named.has(row)).length > 1;
}

/** A cell over several columns of the grid, in pieces where its lines leave gaps in which the grid's lines stand. */
function cutAtEdges(grid: Grid, filled: FilledCell): readonly FilledCell[] {
  const { cell, lines } = filled;
  if (cell.columnSpan === 1) return [filled];
  const inner = grid.columns.slice(cell.column, cell.column + cell.columnSpan - 1);
  const pieces = lines.map((line) => ({
    line,
    segments: line.segments.flatMap((segment) => piecesOf(segment, inner, grid, line.baseline)),
  }));
  const columnOf = ({ left, right }: Segment) =>
    grid.columns.filter((edge) => edge <= (left + right) / 2).length;
  const fits = (segment: Segment) =>
    !inner.some((edge) => segment.left < edge - 1 && segment.right > edge + 1);
  const isRow = ({ segments }: { readonly segments: readonly Segment[] }) =>
    segments.length > 1 && segments.some(isFigure) && segments.every(fits);
  if (!pieces.some(isRow)) return [filled];
  if (pieces.length === 1) {
    const [only] = pieces;
    return (only?.segments ?? []).map((segment) => ({
      cell: { ...cell, column: columnOf(segment), columnSpan: 1 },
      lines: [{ baseline: only?.line.baseline ?? 0, segments: [segment] }],
    }));
  }
  // Lines of several rows: each keeps its pieces, and is placed when the rows are told apart.
  const byColumns = new Map<string, { cell: GridCell; lines: TextLine[] }>();
  for (const { line, segments } of pieces) {
    for (const segment of segments) {
      const [from, to] = fits(segment)
        ? [columnOf(segment), columnOf(segment)]
        : [cell.column, cell.column + cell.columnSpan - 1];
      const key = `${from} ${to}`;
      const known = byColumns.get(key) ?? {
        cell: { ...cell, column: from, columnSpan: to - from + 1 },
        lines: [],
      };
      byColumns.set(key, known);
      known.lines.push({ baseline: line.baseline, segments: [segment] });
    }
  }
  return [...byColumns.values()];
}

/** A segment in pieces: where a line of the grid goes through it, and where it leaves a gap for one drawn elsewhere. */
function piecesOf(
  segment: Segment,
  edges: readonly number[],
  { uprights }: Grid,
  baseline: number,
): readonly Segment[] {
  const isIn = (left: number, right: number) => (edge: number) => edge > left - 1 && edge < right + 1;
  const isDrawn = (edge: number) =>
    uprights.some(
      ({ at, from, to }) => Math.abs(at - edge) < SAME_EDGE && from < baseline && to > baseline - 1,
    );
  const words: Word[][] = [[]];
  segment.words.forEach((word, n) => {
    const before = segment.words[n - 1];
    if (before && edges.filter(isIn(before.right, word.left)).some(isDrawn)) words.push([]);
    words.at(-1)?.push(word);
  });
  return words
    .map(segmentOf)
    .flatMap((piece) =>
      cutSegment(
        piece,
        ({ left, right }) => edges.some(isIn(left, right)) && right - left > COLUMN_GAP * segment.size,
      ),
    );
}

/** The columns that words form within a column of the grid; null where they form one. */
function columnsWithin(column: number, cells: readonly FilledCell[]): readonly number[] | null {
  const own = cells.filter(({ cell }) => cell.column === column && cell.columnSpan === 1);
  const lines = own.flatMap((each) => each.lines).toSorted((a, b) => a.baseline - b.baseline);
  const crowded = lines.filter(({ segments }) => segments.length > 1 && segments.filter(isEntry).length > 0);
  if (crowded.length < 2) return null;
  const placed = placeInColumns(lines);
  if (!placed) return null;
  const count = Math.max(...placed.flat().map(({ to }) => to));
  if (count < 2) return null;
  return Array.from({ length: count }, (_, n) =>
    Math.min(
      ...placed
        .flat()
        .flatMap(({ segment, from, to }) => (from === n + 1 && to === n + 1 ? [segment.left] : [])),
    ),
  );
}

function isCrowded({ segments }: TextLine): boolean {
  return segments.length > 1 && segments.some(isEntry);
}

/** Whether a row of the grid holds several rows: its cells have as many lines each, some of them figures. */
function isStacked(
  row: number,
  cells: readonly FilledCell[],
  columns: readonly (readonly number[] | null)[],
): boolean {
  const own = inRow(row, cells);
  const isRows = ({ cell, lines }: FilledCell) =>
    cell.columnSpan === 1 && columns[cell.column - 1] !== null && lines.filter(isCrowded).length > 1;
  if (own.some(isRows)) return true;
  const stacks = own.filter(
    ({ lines }) =>
      lines.length > 1 && lines.filter(({ segments }) => segments.some(isEntry)).length > lines.length / 2,
  );
  const least = Math.min(...stacks.map(({ lines }) => lines.length));
  if (stacks.length === 0 || own.length < 2) return false;
  if (least < FEWEST_STACKED) return own.length > 2 && own.every(({ lines }) => lines.length === least);
  const alike = own.filter(({ lines }) => lines.length >= MOST * least).length;
  return alike > 1 && alike >= MOST * own.length;
}

function cellsOf(
  lines: readonly PlacedLine[],
  rows: readonly number[],
  before: number,
  { top, bottom }: Grid,
  edges: readonly number[],
): readonly FilledCell[] {
  const cells = new Map<string, { cell: GridCell; lines: TextLine[] }>();
  lines.forEach(({ baseline, placed }, n) => {
    const row = before + (rows[n] ?? 1);
    for (const { segment, from, to } of placed) {
      const key = `${row} ${from}`;
      const known = cells.get(key);
      if (known) {
        known.lines.push({ baseline, segments: [segment] });
        continue;
      }
      const [left, right] = [edges[from - 1] ?? segment.left, edges[to] ?? segment.right];
      const cell = { row, column: from, rowSpan: 1, columnSpan: to - from + 1, left, right, top, bottom };
      cells.set(key, { cell, lines: [{ baseline, segments: [segment] }] });
    }
  });
  return [...cells.values()];
}
