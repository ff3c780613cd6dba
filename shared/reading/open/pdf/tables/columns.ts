/** Tables without ruled lines: columns are known by what stands below what, and by where their titles stand. */

import type { TextLine } from '../text-lines.ts';
import type { Segment } from '../words.ts';
import { isFigure } from './figures.ts';

export interface Column {
  left: number;
  right: number;
}

/** A segment with the columns it covers, from–to, counting from 1. */
export interface PlacedSegment {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
}

/** Edges that line up differ by less than this. */
const ALIGNED = 1.5;

/**
 * The columns of lines that stand below each other, and where every segment of them stands.
 * @returns null where no two lines have anything in columns
 */
export function placeInColumns(lines: readonly TextLine[]): readonly (readonly PlacedSegment[])[] | null {
  const several = lines.filter(({ segments }) => segments.length > 1);
  if (several.length < 2) return null;
  const most = Math.max(...several.map(({ segments }) => segments.length));
  const title = titleLine(several, most);
  const columns: Column[] = [];
  // Of lines with as many pieces those further down come first: titles are wider than what they stand over.
  const fullest = several.toReversed().toSorted((a, b) => b.segments.length - a.segments.length);
  for (const line of fullest) if (line !== title) widen(columns, line.segments);
  const [head] = several;
  const ordered = inOrder(title ?? head, several);
  const titles = title?.segments.map(({ left, right }): Column => ({ left, right })) ?? [];
  const found = ordered?.columns ?? (title ? underTitles(columns, titles, several, title) : columns);
  const placed = oneWhereMet(
    found.toSorted((a, b) => a.left - b.left),
    several,
  );
  if (placed.length < 2) return null;
  return lines.map((line) =>
    line.segments.map((segment, n) =>
      line === ordered?.line ? { segment, from: n + 1, to: n + 1 } : { segment, ...placeOf(segment, placed) },
    ),
  );
}

/** Columns of which no line fills both, though a figure reaches from one into the other, are one. */
function oneWhereMet(columns: readonly Column[], lines: readonly TextLine[]): readonly Column[] {
  const kept: Column[] = [];
  for (const column of columns) {
    const last = kept.at(-1);
    const isIn = (own: Column) => (segment: Segment) => segment.left < own.right && segment.right > own.left;
    const met =
      last &&
      lines.some(({ segments }) =>
        segments.some((each) => isFigure(each) && isIn(last)(each) && isIn(column)(each)),
      );
    const both =
      last &&
      lines.some(({ segments }) =>
        segments.some(
          (each) => isIn(last)(each) && segments.some((other) => other !== each && isIn(column)(other)),
        ),
      );
    if (last && met && !both) last.right = Math.max(last.right, column.right);
    else kept.push({ ...column });
  }
  return kept;
}

/** Where a first line has a title for each column of what stands below it, they are its titles in their order. */
function inOrder(
  line: TextLine | undefined,
  several: readonly TextLine[],
): { readonly line: TextLine; readonly columns: readonly Column[] } | null {
  if (!line || several[0] !== line || several.length < 3) return null;
  const columns: Column[] = [];
  const body = several.slice(1).toSorted((a, b) => b.segments.length - a.segments.length);
  for (const each of body) widen(columns, each.segments);
  columns.sort((a, b) => a.left - b.left);
  const isFull = ({ segments }: TextLine) => segments.length === columns.length;
  return isFull(line) && body.some(isFull) ? { line, columns } : null;
}

/** The first line that has a title for most columns: words alone. */
function titleLine(several: readonly TextLine[], most: number): TextLine | null {
  const isTitle = ({ segments }: TextLine) =>
    segments.length >= Math.max(3, most - 2) && !segments.some(isFigure);
  const found = several.slice(0, 6).filter(isTitle);
  return found.toSorted((a, b) => b.segments.length - a.segments.length)[0] ?? null;
}

/** Takes a line's segments into the columns; one that would make two columns one covers them both instead. */
function widen(columns: Column[], segments: readonly Segment[]): void {
  for (const { left, right } of segments) {
    const met = columns.filter((column) => left < column.right && right > column.left);
    const [only, ...more] = met;
    if (!only) columns.push({ left, right });
    else if (more.length === 0) {
      only.left = Math.min(only.left, left);
      only.right = Math.max(only.right, right);
    }
  }
}

/**
 * Puts each column of figures under its title. Titles stand in the middle of their columns, figures at their right
 * end and words at their left, so that a figure may stand below no title at all, and nearer to the next one.
 */
function underTitles(
  columns: readonly Column[],
  titles: readonly Column[],
  lines: readonly TextLine[],
  title: TextLine | null,
): Column[] {
  const taken = titles.map(({ left, right }): Column[] => [{ left, right }]);
  const free: Column[] = [];
  for (const column of columns) {
    const over = titles.flatMap((each, n) =>
      column.left < each.right && column.right > each.left ? [n] : [],
    );
    if (over.length === 1) taken[over[0] ?? 0]?.push(column);
    else if (over.length === 0) free.push(column);
  }
  const untitled = pairInGaps(free, taken);
  const left = untitled.filter((column) => {
    const target = taken[besideOf(column, titles, lines, title)];
    const alone = target && !target.some((each) => standBeside(each, column, lines, title));
    if (alone) target.push(column);
    return !alone;
  });
  const joined = taken.map((parts) => ({
    left: Math.min(...parts.map(({ left }) => left)),
    right: Math.max(...parts.map(({ right }) => right)),
  }));
  return [...joined, ...left];
}

/** Between two columns with titles one title and one column that do not meet belong to each other. Returns the rest. */
function pairInGaps(free: readonly Column[], taken: Column[][]): readonly Column[] {
  const ends = taken.map((parts) => ({
    left: Math.min(...parts.map(({ left }) => left)),
    right: Math.max(...parts.map(({ right }) => right)),
    titled: parts.length > 1,
  }));
  return free.filter((column) => {
    const before = ends.findLastIndex(({ right, titled }) => titled && right <= column.left);
    const behind = ends.findIndex(({ left, titled }) => titled && left >= column.right);
    const last = behind < 0 ? ends.length : behind;
    const [only, ...more] = ends.flatMap(({ titled }, n) => (n > before && n < last && !titled ? [n] : []));
    const from = ends[before]?.right ?? Number.NEGATIVE_INFINITY;
    const to = ends[behind]?.left ?? Number.POSITIVE_INFINITY;
    const beside = free.filter(({ left, right }) => left >= from && right <= to);
    if (only === undefined || more.length > 0 || beside.length > 1) return true;
    taken[only]?.push(column);
    return false;
  });
}

/** Whether any line has something in both columns: then they are two. */
function standBeside(a: Column, b: Column, lines: readonly TextLine[], title: TextLine | null): boolean {
  const isIn = (column: Column) => (segment: Segment) =>
    segment.left < column.right && segment.right > column.left;
  return lines.some((line) => line !== title && line.segments.some(isIn(a)) && line.segments.some(isIn(b)));
}

/** The title left of figures that stand at the right end of their column, or right of words at the left end; or none. */
function besideOf(
  column: Column,
  titles: readonly Column[],
  lines: readonly TextLine[],
  title: TextLine | null,
): number {
  const own = lines
    .filter((line) => line !== title)
    .flatMap(({ segments }) => segments)
    .filter(({ left, right }) => left >= column.left - ALIGNED && right <= column.right + ALIGNED);
  const spread = (edges: readonly number[]) => Math.max(...edges) - Math.min(...edges);
  const [lefts, rights] = [spread(own.map(({ left }) => left)), spread(own.map(({ right }) => right))];
  const figures = own.every(isFigure);
  const atTheRight = Math.abs(lefts - rights) < ALIGNED ? figures : rights < lefts;
  const distances = titles.map(({ left, right }) => (atTheRight ? column.left - right : left - column.right));
  const best = Math.min(...distances.filter((distance) => distance >= -ALIGNED));
  return distances.indexOf(best);
}

function placeOf({ left, right }: Segment, columns: readonly Column[]): { from: number; to: number } {
  const met = columns.flatMap((column, n) => (left < column.right && right > column.left ? [n + 1] : []));
  const [first] = met;
  if (first !== undefined) return { from: first, to: met.at(-1) ?? first };
  const distance = (column: Column) => Math.max(column.left - right, left - column.right);
  const nearest = columns.reduce((best, column, n) => {
    const known = columns[best];
    return known && distance(known) <= distance(column) ? best : n;
  }, 0);
  return { from: nearest + 1, to: nearest + 1 };
}
