/** One page's content → its ruled tables and the lines of text around them, from top to bottom. */
import type { Doubt } from '../document.ts';
import { doubtOf } from './doubts.ts';
import { findGrids, type Grid, type GridCell } from './grids.ts';
import type { Glyph, PageContent } from './page-content.ts';
import { type FoundParagraph, type Line, lineOf, paragraphsOf } from './paragraphs.ts';
import { hasSpaces, linesOf, type TextLine } from './text-lines.ts';

export interface RuledCell extends Pick<GridCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'> {
  /** Never empty. */
  readonly paragraphs: readonly FoundParagraph[];
  readonly doubt: Doubt | null;
}

export interface RuledTable {
  readonly kind: 'ruled';
  readonly top: number;
  readonly rows: number;
  /** The places of its upright lines. */
  readonly edges: readonly number[];
  readonly cells: readonly RuledCell[];
}

export interface PageLine extends TextLine {
  readonly kind: 'line';
  readonly page: number;
}

export interface PageLayout {
  readonly height: number;
  readonly items: readonly (RuledTable | PageLine)[];
}

/** Where text ends before the border of its cell: programs leave something, and seldom more than this. */
const LEAST_PADDING = 0.5;
const MOST_PADDING = 8;
/** Of a letter's size: letters drawn together are not further apart, and spaces between them are letters too. */
const NEXT_LETTER = 0.12;

export function layOut({ glyphs, rulings, height }: PageContent, page: number): PageLayout {
  const spaced = hasSpaces(glyphs);
  // A table may lie within a cell of another: the smallest is the one that holds the text.
  const grids = findGrids(rulings).toSorted((a, b) => areaOf(a) - areaOf(b));
  const inGrids = new Map<Grid, Map<GridCell, Glyph[]>>(grids.map((grid) => [grid, new Map()]));
  const around: Glyph[] = [];
  let before: { readonly glyph: Glyph; readonly place: Glyph[] } | null = null;
  for (const glyph of glyphs) {
    // A text that is too long for its cell runs over the border.
    const place: Glyph[] =
      before && runsOn(before.glyph, glyph) ? before.place : (placeOf(glyph, grids, inGrids) ?? around);
    place.push(glyph);
    before = { glyph, place };
  }
  const tables = [...inGrids].flatMap(([grid, own]): RuledTable[] => {
    const cells = cellsOf(grid, own, spaced, page);
    return cells.length > 0
      ? [{ kind: 'ruled', top: grid.top, rows: grid.rows, edges: grid.columns, cells }]
      : [];
  });
  const lines = linesOf(around, spaced).map((line): PageLine => ({ kind: 'line', page, ...line }));
  const top = (item: RuledTable | PageLine) => (item.kind === 'line' ? item.baseline : item.top);
  return { height, items: [...tables, ...lines].toSorted((a, b) => top(a) - top(b)) };
}

/** The letters of the cell in which the glyph stands; null around the tables. */
function placeOf(
  glyph: Glyph,
  grids: readonly Grid[],
  inGrids: ReadonlyMap<Grid, Map<GridCell, Glyph[]>>,
): Glyph[] | null {
  const grid = grids.find((each) => holds(each, glyph));
  const cell = grid?.cells.find((each) => holds(each, glyph));
  const letters = grid && inGrids.get(grid);
  if (!cell || !letters) return null;
  const known = letters.get(cell) ?? [];
  letters.set(cell, known);
  return known;
}

function runsOn(before: Glyph, glyph: Glyph): boolean {
  const near = Math.abs(glyph.left - before.right) < NEXT_LETTER * glyph.size;
  return near && Math.abs(glyph.baseline - before.baseline) < 0.1 * glyph.size;
}

function cellsOf(
  grid: Grid,
  letters: ReadonlyMap<GridCell, readonly Glyph[]>,
  spaced: boolean,
  page: number,
): RuledCell[] {
  const filled = grid.cells.flatMap((cell) => {
    const found = linesOf(letters.get(cell) ?? [], spaced);
    return found.length > 0 ? [{ cell, lines: found.map(lineOf), doubt: doubtOf(found, page) }] : [];
  });
  const padding = paddingOf(filled);
  return filled.map(({ cell, lines, doubt }) => {
    const area = { left: cell.left + padding, right: cell.right - padding };
    const { row, column, rowSpan, columnSpan } = cell;
    return { row, column, rowSpan, columnSpan, paragraphs: paragraphsOf(lines, () => area), doubt };
  });
}

/** How far text keeps from the borders in a table: as far as the text that comes closest to one. */
function paddingOf(filled: readonly { readonly cell: GridCell; readonly lines: readonly Line[] }[]): number {
  const gaps = filled.flatMap(({ cell, lines }) =>
    lines.map(({ left, right }) => Math.min(left - cell.left, cell.right - right)),
  );
  return Math.min(Math.max(LEAST_PADDING, Math.min(...gaps)), MOST_PADDING);
}

function holds(
  { left, right, top, bottom }: Pick<Grid, 'left' | 'right' | 'top' | 'bottom'>,
  glyph: Glyph,
): boolean {
  const [x, y] = [(glyph.left + glyph.right) / 2, glyph.baseline - glyph.size * 0.3];
  return x >= left && x < right && y >= top && y < bottom;
}

function areaOf({ left, right, top, bottom }: Grid): number {
  return (right - left) * (bottom - top);
}
