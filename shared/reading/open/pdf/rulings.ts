/** The ruled lines of a page: the borders of its tables, however a program draws them. */
import { apply, type Matrix } from './matrix.ts';

/** A straight line along the page's edges: at `at` (y of a level line, x of an upright one), from–to. */
export interface Ruling {
  readonly upright: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A straight line of any other way, from a point to another. */
export interface Line {
  readonly from: Point;
  readonly to: Point;
}

/** Filled areas as thin as this are lines. */
export const THIN = 3.5;
/** Lines shorter than this are parts of drawings, or dots of a line (grids.ts puts them together). */
export const SHORTEST = 3;
const DOT = 0.3;
const STRAIGHT = 0.5;
/** In points: shorter strokes, and pieces of curves, go through nothing. */
const SHORTEST_SLANT = 1;
/** Pieces of a curve that are straight enough to tell what it goes through. */
const PIECES = 6;

/** How a path is written: a number for what to do, then the points it takes. */
export const MOVE = 0;
export const LINE = 1;
export const CURVE = 2;
export const SHORT_CURVE = 3;
export const CLOSE = 4;

type Point = readonly [number, number];

/**
 * The ruled lines of one path.
 * @param painted the operator that paints it
 * @param data what the library hands over: arrays of numbers
 */
export function pathRulings(painted: string, data: unknown, transform: Matrix): readonly Ruling[] {
  const strokes = /stroke/i.test(painted);
  const fills = /fill/i.test(painted);
  const path = strokes || fills ? pathIn(data) : null;
  if (!path) return [];
  return outlinesOf(path, transform).flatMap((points) => [
    ...(strokes ? edgesOf(points) : []),
    ...(fills ? thinArea(points) : []),
  ]);
}

/** What is stroked in a path and is neither level nor upright: people cross figures out so. */
export function slantedLines(painted: string, data: unknown, transform: Matrix): readonly Line[] {
  const path = /stroke/i.test(painted) ? pathIn(data) : null;
  if (!path) return [];
  const found: Line[] = [];
  let [at, x, y, startX, startY] = [0, 0, 0, 0, 0];
  const lineTo = (endX: number, endY: number) => {
    const [from, to] = [apply(transform, x, y), apply(transform, endX, endY)];
    const [width, height] = [Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])];
    if (width > STRAIGHT && height > STRAIGHT && Math.hypot(width, height) >= SHORTEST_SLANT) {
      found.push({ from, to });
    }
    [x, y] = [endX, endY];
  };
  while (at < path.length) {
    const what = path[at];
    const value = (n: number) => path[at + n] ?? 0;
    const [a, b, c, d, e, f] = [value(1), value(2), value(3), value(4), value(5), value(6)];
    if (what === MOVE) {
      [x, y, startX, startY] = [a, b, a, b];
      at += 3;
    } else if (what === LINE) {
      lineTo(a, b);
      at += 3;
    } else if (what === CURVE) {
      const [x0, y0] = [x, y];
      for (let n = 1; n <= PIECES; n += 1) {
        lineTo(bezier(n / PIECES, x0, a, c, e), bezier(n / PIECES, y0, b, d, f));
      }
      at += 7;
    } else if (what === SHORT_CURVE) {
      lineTo(c, d);
      at += 5;
    } else if (what === CLOSE) {
      lineTo(startX, startY);
      at += 1;
    } else break;
  }
  return found;
}

function bezier(t: number, a: number, b: number, c: number, d: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

export function pathIn(data: unknown): Float32Array | Float64Array | readonly number[] | null {
  const [path]: readonly unknown[] = Array.isArray(data) ? data : [];
  if (path instanceof Float32Array || path instanceof Float64Array) return path;
  return Array.isArray(path) ? path.map(Number) : null;
}

function outlinesOf(path: ArrayLike<number>, transform: Matrix): readonly (readonly Point[])[] {
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
