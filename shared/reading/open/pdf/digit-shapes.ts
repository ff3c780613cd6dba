/** Tells a digit by its outline, whatever the file calls it. */
import { digitFaces } from './digit-faces.ts';

const WIDE = 8;
const HIGH = 12;
/** Looks at each cell, along each side. */
const LOOKS = 4;
/** Pieces into which a curve is cut. */
const PIECES = 6;

/** The operators of an outline, as the library hands them over, and how many numbers follow each. */
const MOVE = 0;
const LINE = 1;
const CUBIC = 2;
const QUADRATIC = 3;

/** At most this far from a known digit a shape is that digit; where another one is nearly as close it may be either. */
const ALIKE = 0.25;
const APART = 0.075;
/** What a different width for one height counts. */
const OF_WIDTH = 0.25;
/** Of the letter's size: whatever is lower is no digit. */
const LOWEST = 0.35;

interface Shape {
  /** For each cell of the grid how much of it is inked. */
  readonly ink: readonly number[];
  readonly aspect: number;
}

type Edge = readonly [fromX: number, fromY: number, toX: number, toY: number];

const known: readonly (readonly Shape[])[] = digitFaces.map((face) =>
  face.map(([ink, aspect]) => ({
    aspect,
    ink: [...ink].flatMap((sign) => {
      const both = Number.parseInt(sign, 16);
      return [Math.floor(both / 4) / 3, (both % 4) / 3];
    }),
  })),
);

/**
 * The digit that an outline shows.
 * @param outline as the library hands it over, in parts of the letter's size
 * @param called what the file calls it: any digit, or something else
 * @returns null where it is what it is called, or might be, or is no digit beyond doubt
 */
export function otherDigit(outline: ArrayLike<number>, called: string): string | null {
  const shape = shapeOf(edgesOf(outline));
  if (!shape) return null;
  const apart =
    known[0]?.map((_, digit) =>
      Math.min(...known.map((face) => (face[digit] ? distance(shape, face[digit]) : 1))),
    ) ?? [];
  const nearest = Math.min(...apart);
  const shown = String(apart.indexOf(nearest));
  const ownCalled = /^\d$/.test(called) ? (apart[Number(called)] ?? 1) : 1;
  return shown !== called && nearest < ALIKE && nearest + APART < ownCalled ? shown : null;
}

function distance(one: Shape, other: Shape): number {
  const ink = one.ink.reduce((sum, inked, cell) => sum + Math.abs(inked - (other.ink[cell] ?? 0)), 0);
  return ink / (WIDE * HIGH) + OF_WIDTH * Math.min(1, Math.abs(one.aspect - other.aspect));
}

function shapeOf(edges: readonly Edge[]): Shape | null {
  let [left, right, low, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [fromX, fromY, toX, toY] of edges) {
    [left, right] = [Math.min(left, fromX, toX), Math.max(right, fromX, toX)];
    [low, top] = [Math.min(low, fromY, toY), Math.max(top, fromY, toY)];
  }
  if (!(right > left && top - low >= LOWEST)) return null;
  const ink = new Array<number>(WIDE * HIGH).fill(0);
  for (let row = 0; row < HIGH * LOOKS; row += 1) {
    const y = top - ((row + 0.5) / (HIGH * LOOKS)) * (top - low);
    const crossed = crossings(edges, y);
    for (let column = 0; column < WIDE * LOOKS; column += 1) {
      const x = left + ((column + 0.5) / (WIDE * LOOKS)) * (right - left);
      const turns = crossed.reduce((sum, { at, turn }) => (at <= x ? sum + turn : sum), 0);
      if (turns === 0) continue;
      const cell = Math.floor(row / LOOKS) * WIDE + Math.floor(column / LOOKS);
      ink[cell] = (ink[cell] ?? 0) + 1 / (LOOKS * LOOKS);
    }
  }
  return { ink, aspect: (right - left) / (top - low) };
}

function crossings(
  edges: readonly Edge[],
  y: number,
): readonly { readonly at: number; readonly turn: number }[] {
  return edges.flatMap(([fromX, fromY, toX, toY]) =>
    fromY > y === toY > y
      ? []
      : [{ at: fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX), turn: toY > fromY ? 1 : -1 }],
  );
}

/** The straight edges of an outline, curves cut into pieces. */
function edgesOf(outline: ArrayLike<number>): readonly Edge[] {
  const edges: Edge[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number) => {
    edges.push([x, y, toX, toY]);
    [x, y] = [toX, toY];
  };
  let at = 0;
  const next = () => outline[at++] ?? 0;
  while (at < outline.length) {
    const operator = next();
    if (operator === MOVE) {
      [x, y] = [next(), next()];
      [startX, startY] = [x, y];
    } else if (operator === LINE) lineTo(next(), next());
    else if (operator === CUBIC || operator === QUADRATIC) {
      const [fromX, fromY, firstX, firstY] = [x, y, next(), next()];
      const isCubic = operator === CUBIC;
      const [secondX, secondY] = isCubic ? [next(), next()] : [firstX, firstY];
      const [endX, endY] = [next(), next()];
      // One control point is two, each two thirds of the way to it.
      const pull = isCubic ? 1 : 2 / 3;
      const [b1, c1] = [fromX + pull * (firstX - fromX), fromY + pull * (firstY - fromY)];
      const [b2, c2] = [endX + pull * (secondX - endX), endY + pull * (secondY - endY)];
      for (let piece = 1; piece <= PIECES; piece += 1) {
        const t = piece / PIECES;
        lineTo(along(t, fromX, b1, b2, endX), along(t, fromY, c1, c2, endY));
      }
    } else lineTo(startX, startY);
  }
  return edges;
}

function along(t: number, from: number, first: number, second: number, to: number): number {
  const u = 1 - t;
  return u * u * u * from + 3 * u * u * t * first + 3 * u * t * t * second + t * t * t * to;
}
