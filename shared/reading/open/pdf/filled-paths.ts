/** What a filled path covers of a page: borders are drawn as areas with holes, and many areas as one path. */
import { type Area, areaBetween } from './areas.ts';
import { apply, type Matrix } from './matrix.ts';
import { CLOSE, CURVE, LINE, MOVE, pathIn, type Ruling, SHORT_CURVE, THIN } from './rulings.ts';

interface Outline {
  readonly area: Area;
  /** Twice the area within, below 0 where the outline runs the other way round. */
  readonly turn: number;
  /** Straight and along the page's edges. */
  readonly isFrame: boolean;
  readonly curved: boolean;
}

interface Filled {
  readonly areas: readonly Area[];
  /** The thin areas between an outline and its holes: borders. */
  readonly rulings: readonly Ruling[];
}

const nothing: Filled = { areas: [], rulings: [] };
/** Drawings of more outlines are no borders; each is held against all others. */
const MOST_OUTLINES = 300;

/**
 * The areas that one path fills, curves by their frames, without the holes in it.
 * @param painted the operator that paints it
 * @param data what the library hands over: arrays of numbers
 * @param whole the frame of all of it
 */
export function filledAreas(painted: string, data: unknown, transform: Matrix, whole: Area): Filled {
  if (!/fill/i.test(painted)) return nothing;
  const outlines = outlinesIn(data, transform);
  if (outlines === null || outlines.length === 1) return { areas: [whole], rulings: [] };
  const evenOdd = /eo/i.test(painted);
  // A ring around a figure: what lies within its inner curve is seen.
  const frames = outlines.filter(({ isFrame, curved }) => isFrame || curved);
  const holes = new Map<Outline, Outline[]>();
  for (const inner of frames) {
    const outside = frames
      .filter((outer) => lies(inner.area, outer.area))
      .toSorted((a, b) => sizeOf(a.area) - sizeOf(b.area));
    if (!isFilled(outside, evenOdd) || isFilled([inner, ...outside], evenOdd)) continue;
    // What lies in a hole is filled anew, up to its own edge.
    const edge = outside.findIndex((_, n) => !isFilled(outside.slice(n + 1), evenOdd));
    for (const outer of outside.slice(0, edge + 1)) {
      holes.set(outer, [...(holes.get(outer) ?? []), inner]);
    }
  }
  const cutOut = new Set([...holes.values()].flat());
  const pieces = [...holes].map(([outer, inner]) => ({
    areas: around(outer.area, inner),
    curved: [outer, ...inner].some((each) => each.curved),
  }));
  return {
    areas: [
      ...outlines.filter((each) => !holes.has(each) && !cutOut.has(each)).map(({ area }) => area),
      ...pieces.flatMap(({ areas }) => areas),
    ],
    rulings: pieces.flatMap(({ areas, curved }) => (curved ? [] : areas.flatMap(asRuling))),
  };
}

/** What is within these outlines, and in no other, by the rule of even and odd or by that of turns (ISO 32000-1, 8.5.3.3). */
function isFilled(outlines: readonly Outline[], evenOdd: boolean): boolean {
  if (evenOdd) return outlines.length % 2 === 1;
  return outlines.reduce((turns, { turn }) => turns + Math.sign(turn), 0) !== 0;
}

function sizeOf([left, top, right, bottom]: Area): number {
  return (right - left) * (bottom - top);
}

function lies([left, top, right, bottom]: Area, [l, t, r, b]: Area): boolean {
  const isSmaller = left > l || top > t || right < r || bottom < b;
  return isSmaller && left >= l && top >= t && right <= r && bottom <= b;
}

/** What of an area is left around its holes: bands between their edges, each less the holes beside it. */
function around([left, top, right, bottom]: Area, holes: readonly Outline[]): readonly Area[] {
  const edges = [...new Set([top, bottom, ...holes.flatMap(({ area }) => [area[1], area[3]])])].sort(
    (a, b) => a - b,
  );
  return edges.slice(1).flatMap((end, n) => {
    const start = edges[n] ?? top;
    const beside = holes.filter(({ area }) => area[1] <= start && area[3] >= end).map(({ area }) => area);
    let at = left;
    const pieces: Area[] = [];
    for (const [from, , to] of beside.toSorted((a, b) => a[0] - b[0])) {
      if (from > at) pieces.push([at, start, from, end]);
      at = Math.max(at, to);
    }
    return at < right ? [...pieces, [at, start, right, end] as const] : pieces;
  });
}

function asRuling([left, top, right, bottom]: Area): readonly Ruling[] {
  const [width, height] = [right - left, bottom - top];
  if (height <= THIN && width > height)
    return [{ upright: false, at: (top + bottom) / 2, from: left, to: right }];
  return width <= THIN ? [{ upright: true, at: (left + right) / 2, from: top, to: bottom }] : [];
}

/** @returns null where there are none, or too many to be held against each other */
function outlinesIn(data: unknown, transform: Matrix): readonly Outline[] | null {
  const path = pathIn(data);
  if (!path) return null;
  const outlines: Outline[] = [];
  let points: (readonly [number, number])[] = [];
  let curved = false;
  const end = () => {
    const outline = outlineOf(points, curved);
    if (outline) outlines.push(outline);
    points = [];
    curved = false;
  };
  const lengths: Readonly<Record<number, number>> = {
    [MOVE]: 2,
    [LINE]: 2,
    [CURVE]: 6,
    [SHORT_CURVE]: 4,
    [CLOSE]: 0,
  };
  for (let at = 0; at < path.length; ) {
    const what = path[at] ?? -1;
    const length = lengths[what];
    if (length === undefined) break;
    if (what === MOVE) end();
    curved ||= what === CURVE || what === SHORT_CURVE;
    for (let n = 1; n < length; n += 2) {
      points.push(apply(transform, path[at + n] ?? 0, path[at + n + 1] ?? 0));
    }
    at += 1 + length;
    if (outlines.length > MOST_OUTLINES) return null;
  }
  end();
  return outlines.length === 0 ? null : outlines;
}

function outlineOf(points: readonly (readonly [number, number])[], curved: boolean): Outline | null {
  const [first] = points;
  if (!first || points.length < 3) return null;
  let turn = 0;
  let straight = true;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  points.forEach(([x, y], n) => {
    const [nextX, nextY] = points[n + 1] ?? first;
    turn += x * nextY - nextX * y;
    straight &&= Math.min(Math.abs(nextX - x), Math.abs(nextY - y)) < STRAIGHT;
  });
  const area = areaBetween([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]);
  return { area, turn, curved, isFrame: straight && !curved && points.length <= LONGEST_FRAME };
}

const STRAIGHT = 0.5;
/** Four corners, and the first once more, or twice. */
const LONGEST_FRAME = 6;
