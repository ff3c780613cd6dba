/** A minus that is drawn as a stroke and not written: without it the figure behind it is another one. */
import type { Glyph } from './page-content.ts';
import type { Ruling } from './rulings.ts';

/** Of a digit's size: how long a minus is, how far from its digit it ends, and how high above the baseline it stands. */
const [SHORTEST, LONGEST] = [0.25, 1];
const [OVER, APART] = [0.1, 0.5];
const [LOWEST, HIGHEST] = [0.15, 0.5];
/** In points: strokes closer than this are pieces of one line; an edge of a cell so near is the stroke's own. */
const NEXT_PIECE = 4;
const AT_EDGE = 1;
/** Of a digit's size: uprights that are shorter are no edges of cells. */
const EDGE = 0.5;

/** Whether one is drawn before the digit. @param levels the level lines of the page by their height, rounded */
export function hasDrawnMinus(
  { left, baseline, size }: Glyph,
  levels: ReadonlyMap<number, readonly Ruling[]>,
  uprights: readonly Ruling[],
): boolean {
  const [top, bottom] = [baseline - HIGHEST * size, baseline - LOWEST * size];
  for (let height = Math.floor(top); height <= Math.ceil(bottom); height += 1) {
    const beside = levels.get(height) ?? [];
    for (const stroke of beside) {
      const { at, from, to } = stroke;
      const isHere = at >= top && at <= bottom && to <= left + OVER * size && to >= left - APART * size;
      const isShort = to - from >= SHORTEST * size && to - from <= LONGEST * size;
      if (isHere && isShort && !beside.some((other) => isNextPiece(other, stroke))) {
        if (!uprights.some((edge) => edge.to - edge.from > EDGE * size && touches(edge, stroke))) return true;
      }
    }
  }
  return false;
}

function isNextPiece(other: Ruling, { from, to }: Ruling): boolean {
  const isBehind = other.from >= to - AT_EDGE && other.from <= to + NEXT_PIECE && other.to > to;
  return isBehind || (other.to <= from + AT_EDGE && other.to >= from - NEXT_PIECE && other.from < from);
}

function touches(edge: Ruling, { at, from, to }: Ruling): boolean {
  const isNear = edge.at >= from - AT_EDGE && edge.at <= to + AT_EDGE;
  return isNear && edge.from <= at + AT_EDGE && edge.to >= at - AT_EDGE;
}
