/** Ruled lines that cross → grids of cells, merged ones as one. */

import type { Ruling } from '../rulings.ts';
import { withoutDots } from './dotted-lines.ts';

export interface GridCell {
  /** Counts from 1. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Grid {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** The places of its upright lines, from left to right. */
  readonly columns: readonly number[];
  /** The places of its level lines, from top to bottom. */
  readonly levels: readonly number[];
  readonly rows: number;
  readonly cells: readonly GridCell[];
  readonly uprights: readonly Ruling[];
}

/** Lines that programs mean to meet are this far apart at most. */
const CLOSE = 3;
/** Of a cell's side so much must be drawn. */
const MOST_OF = 0.6;
/** So many uprights are those of a table by themselves. */
const FEWEST_UPRIGHTS = 4;
/** A page has some dozens; a drawing made of lines is no table. */
const MOST_LINES = 3000;

/** The tables that are drawn on a page, from top to bottom. A frame around text is none. */
export function findGrids(rulings: readonly Ruling[]): readonly Grid[] {
  const lines = joined(withoutDots(rulings));
  if (lines.length > MOST_LINES) return [];
  const drawn = withUprightsAlone(groupsThatMeet(lines)).flatMap((group): Drawn[] => {
    const grid = gridOf(group);
    return grid ? [{ lines: group, grid }] : [];
  });
  return withIslands(drawn).toSorted((a, b) => a.top - b.top || a.left - b.left);
}

interface Drawn {
  readonly lines: readonly Ruling[];
  readonly grid: Grid;
}

/** Cells with borders amid cells without any belong to the table around them: their lines are its lines. */
function withIslands(drawn: readonly Drawn[]): readonly Grid[] {
  const around = (inner: Grid) =>
    drawn.find(({ grid }) => grid !== inner && isInside(inner, grid) && sharesColumns(inner, grid));
  return drawn.flatMap(({ grid, lines }) => {
    if (around(grid)) return [];
    const islands = drawn.filter((other) => around(other.grid)?.grid === grid);
    return islands.length === 0
      ? [grid]
      : (gridOf([lines, ...islands.map((each) => each.lines)].flat()) ?? []);
  });
}

function isInside(inner: Grid, outer: Grid): boolean {
  return (
    within(inner.left, outer.left, outer.right) &&
    within(inner.right, outer.left, outer.right) &&
    within(inner.top, outer.top, outer.bottom) &&
    within(inner.bottom, outer.top, outer.bottom)
  );
}

function sharesColumns(inner: Grid, outer: Grid): boolean {
  return inner.columns.every((place) => outer.columns.some((other) => Math.abs(place - other) <= CLOSE));
}

/** Pieces of one line, such as the borders of one cell after another, put together. */
function joined(rulings: readonly Ruling[]): Ruling[] {
  return [true, false].flatMap((upright) => {
    const sorted = rulings.filter((each) => each.upright === upright).toSorted((a, b) => a.at - b.at);
    const lines: Ruling[] = [];
    let bundle: Ruling[] = [];
    for (const [n, each] of sorted.entries()) {
      const before = sorted[n - 1];
      if (before && each.at - before.at > CLOSE / 2) {
        lines.push(...inOneLine(bundle));
        bundle = [];
      }
      bundle.push(each);
    }
    return [...lines, ...inOneLine(bundle)];
  });
}

function inOneLine(bundle: readonly Ruling[]): Ruling[] {
  const [first] = bundle;
  if (!first) return [];
  const at = bundle.reduce((sum, each) => sum + each.at, 0) / bundle.length;
  const lines: { from: number; to: number }[] = [];
  for (const { from, to } of bundle.toSorted((a, b) => a.from - b.from)) {
    const last = lines.at(-1);
    if (last && from <= last.to + CLOSE) last.to = Math.max(last.to, to);
    else lines.push({ from, to });
  }
  return lines.map(({ from, to }) => ({ upright: first.upright, at, from, to }));
}

function groupsThatMeet(lines: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const groups = new Groups(lines.length);
  const uprights = lines.flatMap((line, n) => (line.upright ? [{ line, n }] : []));
  lines.forEach((level, n) => {
    if (level.upright) return;
    for (const { line, n: m } of uprights) {
      const meets = within(line.at, level.from, level.to) && within(level.at, line.from, line.to);
      if (meets) groups.join(n, m);
    }
  });
  return groups.all().map((members) => members.flatMap((n) => lines[n] ?? []));
}

/** Uprights that no level line meets are a table's where several begin and end at the same places. */
function withUprightsAlone(groups: readonly (readonly Ruling[])[]): readonly (readonly Ruling[])[] {
  const alone = groups.filter(([only, ...more]) => only?.upright && more.length === 0).flat();
  const tables: Ruling[][] = [];
  for (const line of alone) {
    const known = tables.find(([first]) => first && meet(first.from, line.from) && meet(first.to, line.to));
    if (known) known.push(line);
    else tables.push([line]);
  }
  return [
    ...groups.filter(([only, ...more]) => !only?.upright || more.length > 0),
    ...tables.filter((own) => own.length >= FEWEST_UPRIGHTS),
  ];
}

function meet(a: number, b: number): boolean {
  return Math.abs(a - b) <= CLOSE;
}

function within(at: number, from: number, to: number): boolean {
  return at >= from - CLOSE && at <= to + CLOSE;
}

function gridOf(lines: readonly Ruling[]): Grid | null {
  const [uprights, levels] = [
    lines.filter(({ upright }) => upright),
    lines.filter(({ upright }) => !upright),
  ];
  // A line under a title, a bracket: nothing is enclosed.
  if (uprights.length === 0 || (levels.length < 2 && uprights.length < FEWEST_UPRIGHTS)) return null;
  // A table whose sides are open ends where its level lines end.
  const sides = levels.flatMap(({ from, to }) => [from, to]);
  const columns = distinct([
    ...uprights.map(({ at }) => at),
    ...(levels.length > 1 ? [Math.min(...sides), Math.max(...sides)] : []),
  ]);
  const ends = uprights.flatMap(({ from, to }) => [from, to]);
  const rows = distinct([...levels.map(({ at }) => at), Math.min(...ends), Math.max(...ends)]);
  const [left, right, top, bottom] = [columns[0], columns.at(-1), rows[0], rows.at(-1)];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null;
  const across = columns.length - 1;
  const down = rows.length - 1;
  if (across < 1 || down < 1 || across * down < 2) return null;
  const groups = new Groups(across * down);
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const n = row * across + column;
      const [from, to] = [rows[row] ?? 0, rows[row + 1] ?? 0];
      const [start, end] = [columns[column] ?? 0, columns[column + 1] ?? 0];
      if (column + 1 < across && !isDrawn(uprights, end, from, to)) groups.join(n, n + 1);
      if (row + 1 < down && !isDrawn(levels, to, start, end)) groups.join(n, n + across);
    }
  }
  const cells = groups.all().flatMap((members) => {
    // Empty cells without borders of their own run into each other: nothing is merged there.
    const parts = isRectangle(members, across) ? [members] : members.map((n) => [n]);
    return parts.map((part) => cellOf(part, across, columns, rows));
  });
  if (cells.length < 2) return null;
  return { top, bottom, left, right, columns, levels: rows, rows: down, cells, uprights };
}

function isRectangle(members: readonly number[], across: number): boolean {
  const [inRows, inColumns] = [new Set<number>(), new Set<number>()];
  for (const n of members) {
    inRows.add(Math.floor(n / across));
    inColumns.add(n % across);
  }
  const [height, width] = [spanOf(inRows), spanOf(inColumns)];
  return members.length === height * width;
}

function spanOf(places: ReadonlySet<number>): number {
  return Math.max(...places) - Math.min(...places) + 1;
}

function cellOf(
  members: readonly number[],
  across: number,
  columns: readonly number[],
  rows: readonly number[],
): GridCell {
  const inRows = members.map((n) => Math.floor(n / across));
  const inColumns = members.map((n) => n % across);
  const [firstRow, firstColumn] = [Math.min(...inRows), Math.min(...inColumns)];
  const [lastRow, lastColumn] = [Math.max(...inRows), Math.max(...inColumns)];
  return {
    row: firstRow + 1,
    column: firstColumn + 1,
    rowSpan: lastRow - firstRow + 1,
    columnSpan: lastColumn - firstColumn + 1,
    left: columns[firstColumn] ?? 0,
    right: columns[lastColumn + 1] ?? 0,
    top: rows[firstRow] ?? 0,
    bottom: rows[lastRow + 1] ?? 0,
  };
}

function isDrawn(lines: readonly Ruling[], at: number, from: number, to: number): boolean {
  let drawn = 0;
  for (const line of lines) {
    if (Math.abs(line.at - at) > CLOSE) continue;
    drawn += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
  }
  return drawn >= MOST_OF * (to - from);
}

/** Places in order, those that are meant to be one as one. */
function distinct(places: readonly number[]): readonly number[] {
  const kept: number[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = kept.at(-1);
    if (last === undefined || place - last > CLOSE) kept.push(place);
  }
  return kept;
}

/** Things that belong together, by number. */
class Groups {
  readonly #parents: number[];

  constructor(count: number) {
    this.#parents = Array.from({ length: count }, (_, n) => n);
  }

  join(a: number, b: number): void {
    this.#parents[this.#first(b)] = this.#first(a);
  }

  all(): readonly (readonly number[])[] {
    const groups = Map.groupBy(this.#parents.keys(), (n) => this.#first(n));
    return [...groups.values()];
  }

  #first(n: number): number {
    let at = n;
    for (let up = this.#parents[at]; up !== undefined && up !== at; up = this.#parents[at]) {
      this.#parents[at] = this.#parents[up] ?? up;
      at = up;
    }
    return at;
  }
}
