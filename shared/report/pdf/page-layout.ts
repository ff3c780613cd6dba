/** One page's content → its ruled tables and the lines of text around them, from top to bottom. */
import { findGrids, type Grid, type GridCell } from './grids.ts';
import type { Glyph, PageContent } from './page-content.ts';
import { type FoundParagraph, lineOf, paragraphsOf } from './paragraphs.ts';
import { linesOf, type TextLine } from './text-lines.ts';

export interface RuledCell extends Pick<GridCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'> {
  /** Never empty. */
  readonly paragraphs: readonly FoundParagraph[];
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

/** Where text ends before the border of its cell, at least. */
const PADDING = 1.5;

export function layOut({ glyphs, rulings, height }: PageContent, page: number): PageLayout {
  const inGrids = new Map<Grid, Glyph[]>(findGrids(rulings).map((grid) => [grid, []]));
  const around: Glyph[] = [];
  for (const glyph of glyphs) {
    // A table may lie within a cell of another: the smallest is the one that holds the text.
    const held = [...inGrids.keys()]
      .filter((grid) => holds(grid, glyph))
      .toSorted((a, b) => areaOf(a) - areaOf(b));
    const [grid] = held;
    (grid ? inGrids.get(grid) : around)?.push(glyph);
  }
  const tables = [...inGrids].flatMap(([grid, own]): RuledTable[] => {
    const cells = cellsOf(grid, own);
    return cells.length > 0
      ? [{ kind: 'ruled', top: grid.top, rows: grid.rows, edges: grid.columns, cells }]
      : [];
  });
  const lines = linesOf(around).map((line): PageLine => ({ kind: 'line', page, ...line }));
  const top = (item: RuledTable | PageLine) => (item.kind === 'line' ? item.baseline : item.top);
  return { height, items: [...tables, ...lines].toSorted((a, b) => top(a) - top(b)) };
}

function cellsOf(grid: Grid, glyphs: readonly Glyph[]): RuledCell[] {
  const inCells = new Map<GridCell, Glyph[]>();
  for (const glyph of glyphs) {
    const cell = grid.cells.find((each) => holds(each, glyph));
    if (!cell) continue;
    const own = inCells.get(cell);
    if (own) own.push(glyph);
    else inCells.set(cell, [glyph]);
  }
  return grid.cells.flatMap((cell) => {
    const lines = linesOf(inCells.get(cell) ?? []).map(lineOf);
    if (lines.length === 0) return [];
    const area = { left: cell.left + PADDING, right: cell.right - PADDING };
    const { row, column, rowSpan, columnSpan } = cell;
    return [{ row, column, rowSpan, columnSpan, paragraphs: paragraphsOf(lines, area) }];
  });
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
