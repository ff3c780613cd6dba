/** One page's content → its ruled tables and the lines of text around them, from top to bottom. */
import type { Doubt } from '../../model/document.ts';
import type { Area } from './areas.ts';
import type { Glyph, PageContent } from './page-content.ts';
import { type FoundParagraph, lineOf, paragraphsOf } from './paragraphs.ts';
import type { Ruling } from './rulings.ts';
import { refine } from './tables/coarse-grids.ts';
import { doubtOf, leavesItsCell, looseEnds } from './tables/doubts.ts';
import { findGrids, type Grid, type GridCell } from './tables/grids.ts';
import type { FilledCell } from './tables/places-across.ts';
import { hasSpaces, linesOf, type TextLine } from './text-lines.ts';
import { along, type Turn } from './turns.ts';

export interface RuledCell extends Pick<GridCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'> {
  /** Never empty. */
  readonly paragraphs: readonly FoundParagraph[];
  /** Whether the last line has no room for another word. */
  readonly full: boolean;
  readonly doubt: Doubt | null;
  readonly page: number;
}

export interface RuledTable {
  readonly kind: 'ruled';
  readonly page: number;
  readonly top: number;
  readonly rows: number;
  /** The places of its upright lines, and of its level ones. */
  readonly edges: readonly number[];
  readonly levels: readonly number[];
  readonly cells: readonly RuledCell[];
  /** Whether rows or columns were told by the places of the words: not all lines are drawn. */
  readonly laidOut: boolean;
}

export interface PageLine extends TextLine {
  readonly kind: 'line';
  readonly page: number;
  /** A ruled line stands between it and the line above. */
  readonly ruledAbove: boolean;
  /** Where it stands if that is only a part of the page's width. */
  readonly area?: { readonly left: number; readonly right: number };
}

export interface PageLayout {
  readonly height: number;
  readonly items: readonly (RuledTable | PageLine)[];
  /** Letters that are turned and stand in no table with lines. */
  readonly turned: number;
  /** Figures among them. */
  readonly turnedFigures: number;
}

/** Where text ends before the border of its cell: programs leave something, and seldom more than this. */
const LEAST_PADDING = 0.5;
const MOST_PADDING = 8;
/** Of a letter's size: letters drawn together are not further apart, and spaces between them are letters too. */
const NEXT_LETTER = 0.12;
/** Of a line of text, the part over which a ruled line above it goes. */
const MOST_OF = 0.5;

/** What stands on a page: tables by their lines or by their places, and the text around them. @param page from 1 */
export function layOut({ glyphs, rulings, height, clipped }: PageContent, page: number): PageLayout {
  const spaced = hasSpaces(glyphs);
  // A table may lie within a cell of another: the smallest is the one that holds the text.
  const grids = findGrids(rulings).toSorted((a, b) => areaOf(a) - areaOf(b));
  const inGrids = new Map<Grid, Map<GridCell, Glyph[]>>(grids.map((grid) => [grid, new Map()]));
  const within = slantedFigures(glyphs, grids);
  const around: Glyph[] = [];
  let before: { readonly glyph: Glyph; readonly place: Glyph[] } | null = null;
  for (const glyph of glyphs) {
    if (glyph.turn === 'slanted' && !within.has(glyph.stroke)) continue;
    // A text that is too long for its cell runs over the border.
    const place: Glyph[] =
      before && runsOn(before.glyph, glyph) ? before.place : (placeOf(glyph, grids, inGrids) ?? around);
    place.push(glyph);
    before = { glyph, place };
  }
  const tables: RuledTable[] = [];
  for (const [grid, own] of inGrids) {
    const table = tableOf(grid, own, spaced, page, clipped);
    // A frame around a text is no table.
    if (table) tables.push(table);
    else around.push(...[...own.values()].flat());
  }
  const upright = around.filter(({ turn }) => turn === 0);
  const lines = linesOf(upright, spaced).flatMap((line, n, all): PageLine[] => {
    const above = all[n - 1];
    if (isRule(line)) return [];
    const ruledAbove = above !== undefined && (isRule(above) || isRuledBetween(above, line, rulings));
    return [{ kind: 'line', page, ruledAbove, ...line }];
  });
  const top = (item: RuledTable | PageLine) => (item.kind === 'line' ? item.baseline : item.top);
  const slanted = glyphs.filter(({ turn, stroke }) => turn === 'slanted' && !within.has(stroke));
  const turned = [...around.filter((glyph) => glyph.turn !== 0), ...slanted];
  return {
    height,
    items: [...tables, ...lines].toSorted((a, b) => top(a) - top(b)),
    turned: turned.length,
    turnedFigures: figuresAmong(turned),
  };
}

/** A figure by itself. */
const FIGURE = /^\d[\d.,]*$/;

/** How many strokes draw a figure and nothing besides. */
function figuresAmong(glyphs: readonly Glyph[]): number {
  const texts = Map.groupBy(glyphs, ({ stroke }) => stroke).values();
  return [...texts].filter((letters) =>
    FIGURE.test(
      letters
        .map(({ text }) => text)
        .join('')
        .trim(),
    ),
  ).length;
}

/** The strokes that draw a figure at a slant within one cell: it is no blank one. What is written across a page is none. */
function slantedFigures(glyphs: readonly Glyph[], grids: readonly Grid[]): ReadonlySet<number> {
  const slanted = glyphs.filter(({ turn }) => turn === 'slanted');
  const cellOf = (glyph: Glyph) =>
    grids.find((each) => holds(each, glyph))?.cells.find((each) => holds(each, glyph));
  const texts = [...Map.groupBy(slanted, ({ stroke }) => stroke)].filter(([, letters]) => {
    const [cell, ...more] = new Set(letters.map(cellOf));
    return cell !== undefined && more.length === 0 && letters.some(({ text }) => /\d/.test(text));
  });
  return new Set(texts.map(([stroke]) => stroke));
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
  const near = before.turn === glyph.turn && Math.abs(glyph.left - before.right) < NEXT_LETTER * glyph.size;
  return near && Math.abs(glyph.baseline - before.baseline) < 0.1 * glyph.size;
}

/** Null for a frame: one column, or one cell that holds something. */
function tableOf(
  grid: Grid,
  letters: ReadonlyMap<GridCell, readonly Glyph[]>,
  spaced: boolean,
  page: number,
  clipped: readonly Area[],
): RuledTable | null {
  const turns = new Map<GridCell, Turn>();
  const filled = grid.cells.flatMap((cell): FilledCell[] => {
    const { turn, lines } = linesIn(letters.get(cell) ?? [], spaced);
    turns.set(cell, turn);
    return lines.length > 0 ? [{ cell, lines }] : [];
  });
  const refined = refine(grid, filled);
  const edges = refined?.edges ?? grid.columns;
  const parts = refined?.cells ?? filled;
  if (edges.length < 3 || parts.length === 0) return null;
  const padding = paddingOf(filled);
  const loose = new Set(refined ? looseEnds(parts.map(laidOut)).map(({ part }) => part) : []);
  const cells = parts.map((part): RuledCell => {
    const { row, column, rowSpan, columnSpan } = part.cell;
    const turn = turns.get(part.cell) ?? 0;
    const area = filled.includes(part) ? areaIn(part.cell, turn, padding) : textArea(part, parts);
    const lines = part.lines.map(lineOf);
    const segments = part.lines.flatMap((line) => line.segments);
    const doubt =
      turn === 'slanted' || turn === 2
        ? ({ why: 'turned', page } as const)
        : (doubtOf(segments, page) ??
          (turn === 0 ? leavesItsCell(segments, part.cell, page) : null) ??
          (loose.has(part) ? ({ why: 'row', page } as const) : null) ??
          (clipped.some((area) => isPlaceOf(area, part.cell)) ? ({ why: 'covered', page } as const) : null));
    const last = lines.at(-1);
    const full = last !== undefined && area.right - last.right < last.size * 2;
    return {
      row,
      column,
      rowSpan,
      columnSpan,
      paragraphs: paragraphsOf(lines, () => area),
      full,
      doubt,
      page,
    };
  });
  return {
    kind: 'ruled',
    page,
    top: grid.top,
    rows: refined?.rows ?? grid.rows,
    edges,
    levels: grid.levels,
    cells,
    laidOut: refined !== null,
  };
}

/** The lines of a cell, and which way they are turned; `slanted` where some are turned otherwise than others. */
function linesIn(letters: readonly Glyph[], spaced: boolean): { turn: Turn; lines: readonly TextLine[] } {
  const seen = letters.filter(({ text }) => text.trim() !== '');
  const [turn = 0, ...more] = new Set(seen.map((glyph) => glyph.turn));
  const own = letters.filter((glyph) => glyph.turn === turn);
  return {
    turn: more.length > 0 ? 'slanted' : turn,
    lines: linesOf(more.length > 0 ? letters : own, spaced),
  };
}

function areaIn(
  cell: GridCell,
  turn: Turn,
  padding: number,
): { readonly left: number; readonly right: number } {
  const ends = [along(turn, cell.left, cell.top)[0], along(turn, cell.right, cell.bottom)[0]];
  return { left: Math.min(...ends) + padding, right: Math.max(...ends) - padding };
}

/** Whether the place in which a text is seen is that of a cell. */
function isPlaceOf([left, top, right, bottom]: Area, cell: GridCell): boolean {
  const isNear = (a: number, b: number) => Math.abs(a - b) <= MOST_PADDING;
  return (
    isNear(left, cell.left) &&
    isNear(right, cell.right) &&
    isNear(top, cell.top) &&
    isNear(bottom, cell.bottom)
  );
}

function laidOut(part: FilledCell) {
  return { ...part.cell, part, segments: part.lines.flatMap(({ segments }) => segments) };
}

/** Where rows were told apart by their lines alone, a line is full where the longest of its column ends. */
function textArea(
  { cell }: FilledCell,
  parts: readonly FilledCell[],
): { readonly left: number; readonly right: number } {
  const own = parts.filter(
    (part) => part.cell.column === cell.column && part.cell.columnSpan === cell.columnSpan,
  );
  const segments = own.flatMap(({ lines }) => lines.flatMap((line) => line.segments));
  return {
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
  };
}

/** How far text keeps from the borders in a table: as far as the text that comes closest to one. */
function paddingOf(filled: readonly FilledCell[]): number {
  let least = MOST_PADDING;
  for (const { cell, lines } of filled) {
    for (const { segments } of lines) {
      const [first, last] = [segments[0], segments.at(-1)];
      if (first && last) least = Math.min(least, first.left - cell.left, cell.right - last.right);
    }
  }
  return Math.max(LEAST_PADDING, least);
}

/** A line drawn with letters. */
function isRule({ segments }: TextLine): boolean {
  return segments.every(({ text }) => /^[-–—=+|─┼\s]{8,}$/u.test(text));
}

function isRuledBetween(above: TextLine, line: TextLine, rulings: readonly Ruling[]): boolean {
  const [left, right] = [line.segments[0]?.left ?? 0, line.segments.at(-1)?.right ?? 0];
  let drawn = 0;
  for (const { upright, at, from, to } of rulings) {
    if (upright || at <= above.baseline || at >= line.baseline) continue;
    drawn += Math.max(0, Math.min(to, right) - Math.max(from, left));
  }
  return drawn > MOST_OF * (right - left);
}

function holds(
  { left, right, top, bottom }: Pick<Grid, 'left' | 'right' | 'top' | 'bottom'>,
  { x, y }: Glyph,
): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}

function areaOf({ left, right, top, bottom }: Grid): number {
  return (right - left) * (bottom - top);
}
