/** What was drawn over letters: lines through them, areas that cover them, a stroke like a minus before them. */
import type { Budget } from '../budget.ts';
import { hasDrawnMinus } from './drawn-minus.ts';
import type { Cover, Glyph } from './page-content.ts';
import type { Line, Ruling } from './rulings.ts';
import { at, byStrip } from './strips.ts';

/** Of a letter's size above its baseline: where a line goes through it and not below or above it. */
const LOWEST = 0.12;
const HIGHEST = 0.45;

/** With more lines in a strip of the page any of its figures may be crossed out: it is hatched. */
const MOST_CROSSING = 400;

interface Drawn {
  readonly rulings: readonly Ruling[];
  readonly covers: readonly Cover[];
  readonly slanted: readonly Line[];
}

/** The glyphs with what marks them; those that nothing marks as they are. */
export function markGlyphs(
  glyphs: readonly Glyph[],
  { rulings, covers, slanted }: Drawn,
  budget: Budget,
): readonly Glyph[] {
  const strikes = rulings.filter(({ upright }) => !upright);
  if (strikes.length + covers.length + slanted.length === 0) return glyphs;
  const crossing = byStrip(slanted, ({ from, to }) => [Math.min(from[1], to[1]), Math.max(from[1], to[1])]);
  const uprights = rulings.filter(({ upright }) => upright);
  const byHeight = Map.groupBy(strikes, ({ at }) => Math.round(at));
  // What is painted before all letters covers none.
  const later = byStrip(
    covers.filter(({ painted }) => painted > (glyphs[0]?.painted ?? 0)),
    ({ area }) => [area[1], area[3]],
  );
  // However long it is: a table's own lines go between the letters, and letters on one of them are no more certain.
  const isStruck = (glyph: Glyph): boolean => {
    const [top, bottom] = [glyph.baseline - HIGHEST * glyph.size, glyph.baseline - LOWEST * glyph.size];
    for (let at = Math.floor(top); at <= Math.ceil(bottom); at += 1) {
      for (const line of byHeight.get(at) ?? []) {
        if (line.at < top || line.at > bottom) continue;
        if (line.from <= glyph.left + 1 && line.to >= glyph.right - 1) return true;
      }
    }
    return false;
  };
  return glyphs.map((glyph) => {
    if (!/\d/.test(glyph.text) || glyph.turn !== 0) return glyph;
    budget.ask();
    const { x, y, painted } = glyph;
    const isCovered = at(later, y).some(
      ({ area, painted: at }) => at > painted && x > area[0] && x < area[2] && y > area[1] && y < area[3],
    );
    if (glyph.mark) return glyph;
    if (isCovered) return { ...glyph, mark: 'covered' };
    const lines = at(crossing, y);
    const isCrossed = lines.length > MOST_CROSSING || lines.some((line) => goesThrough(line, glyph));
    if (isCrossed || isStruck(glyph)) return { ...glyph, mark: 'struck' };
    return hasDrawnMinus(glyph, byHeight, uprights) ? { ...glyph, mark: 'minus' } : glyph;
  });
}

/** Of a letter's size: its inner part, so that what only touches it goes past. */
const INNER_TOP = 0.55;
const INNER_BOTTOM = 0.1;

/** Whether a line enters the inner part of a digit. */
function goesThrough({ from, to }: Line, { left, right, baseline, size }: Glyph): boolean {
  const margin = (right - left) / 5;
  const [x1, x2] = [left + margin, right - margin];
  const [y1, y2] = [baseline - INNER_TOP * size, baseline - INNER_BOTTOM * size];
  // Liang and Barsky: the part of the line that lies within the four sides.
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  let [first, last] = [0, 1];
  for (const [slope, room] of [
    [-dx, from[0] - x1],
    [dx, x2 - from[0]],
    [-dy, from[1] - y1],
    [dy, y2 - from[1]],
  ] as const) {
    if (slope === 0 && room < 0) return false;
    if (slope < 0) first = Math.max(first, room / slope);
    else if (slope > 0) last = Math.min(last, room / slope);
  }
  return first < last;
}
