/** The ruled lines of a page: the borders of its tables, however a program draws them. */
import { apply, type Matrix } from './matrix.ts';

/** A straight line along the page's edges: at `at` (y of a level line, x of an upright one), from–to. */
export interface Ruling {
  readonly upright: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Filled areas as thin as this are lines. */
const THIN = 3.5;
/** Lines shorter than this are parts of drawings, or dots of a line (grids.ts puts them together). */
export const SHORTEST = 3;
const DOT = 0.3;
const STRAIGHT = 0.5;

/** How a path is written: a number for what to do, then the points it takes. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const SHORT_CURVE = 3;
const CLOSE = 4;

type Point = readonly [number, number];

/**
 * The ruled lines of one path.
 * @param painted the operator that paints it
 * @param data what the library hands over: arrays of numbers
 */
export function pathRulings(painted: string, data: unknown, transform: Matrix): readonly Ruling[] {
  const strokes = /stroke/i.test(painted);
  const fills = /fill/i.test(painted);
  if (!(strokes || fills) || !Array.isArray(data)) return [];
  const [path]: readonly unknown[] = data;
  if (!(path instanceof Float32Array || path instanceof Float64Array || Array.isArray(path))) return [];
  const outlines = outlinesOf(Array.from<unknown, number>(path, Number), transform);
  return outlines.flatMap((points) => [
    ...(strokes ? edgesOf(points) : []),
    ...(fills ? thinArea(points) : []),
  ]);
}

function outlinesOf(path: readonly number[], transform: Matrix): readonly (readonly Point[])[] {
  const outlines: Point[][] = [];
  let at = 0;
  const point = (): Point => {
    const [x = 0, y = 0] = [path[at], path[at + 1]];
    at += 2;
    return apply(transform, x, y);
  };
  while (at < path.length) {
    const what = path[at];
    at += 1;
    const current = outlines.at(-1);
    if (what === MOVE) outlines.push([point()]);
    else if (what === LINE) current?.push(point());
    else if (what === CURVE || what === SHORT_CURVE) {
      // A curve is no ruled line: what follows it begins anew.
      at += what === CURVE ? 4 : 2;
      outlines.push([point()]);
    } else if (what === CLOSE) {
      const [start] = current ?? [];
      if (start) current?.push(start);
    } else break;
  }
  return outlines;
}

function edgesOf(points: readonly Point[]): readonly Ruling[] {
  return points.flatMap(([x, y], n) => {
    const [endX, endY] = points[n + 1] ?? [x, y];
    return between(x, y, endX, endY);
  });
}

function between(x: number, y: number, endX: number, endY: number): readonly Ruling[] {
  const [width, height] = [Math.abs(endX - x), Math.abs(endY - y)];
  if (height <= STRAIGHT && width >= DOT) {
    return [{ upright: false, at: (y + endY) / 2, from: Math.min(x, endX), to: Math.max(x, endX) }];
  }
  if (width <= STRAIGHT && height >= DOT) {
    return [{ upright: true, at: (x + endX) / 2, from: Math.min(y, endY), to: Math.max(y, endY) }];
  }
  return [];
}

/** Word draws its borders as long and thin rectangles. */
function thinArea(points: readonly Point[]): readonly Ruling[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (points.length < 4 || points.length > 6) return [];
  const level: Ruling = { upright: false, at: (top + bottom) / 2, from: left, to: right };
  const upright: Ruling = { upright: true, at: (left + right) / 2, from: top, to: bottom };
  // A dot may be part of a line of either way.
  if (width < SHORTEST && height < SHORTEST) return width >= DOT && height >= DOT ? [level, upright] : [];
  if (height <= THIN && width > height) return [level];
  return width <= THIN ? [upright] : [];
}
