/** Letters that nobody sees: not drawn, though no scan lies under them, in the colour of their ground, or tiny. */
import type { Budget } from '../budget.ts';
import { areAlike, type Colour } from '../looks/colours.ts';
import { isWithin } from './areas.ts';
import type { Cover, Glyph } from './page-content.ts';
import { at, byStrip } from './strips.ts';

interface Drawn {
  readonly glyphs: readonly Glyph[];
  readonly covers: readonly Cover[];
}

const PAPER: Colour = 'FFFFFF';
/** Of the usual letter's size: what is smaller cannot be read. */
const TINY = 0.15;
/** Of a letter's size: a digit that is narrower is squeezed to a line. */
const NARROW = 0.08;

/** What is seen of a page without a picture, and the letters that are not. */
export function seenAndHidden(
  { glyphs, covers }: Drawn,
  budget: Budget,
): {
  readonly seen: readonly Glyph[];
  readonly hidden: string;
} {
  const strips = byStrip(covers, ({ area }) => [area[1], area[3]]);
  const tiny = TINY * usualSize(glyphs);
  const grounds = new Set([PAPER, ...covers.map(({ fill }) => fill)]);
  const suspect = new Map<Colour, boolean>();
  const mayVanish = (fill: Colour | null): fill is Colour => {
    if (fill === null) return false;
    const known =
      suspect.get(fill) ?? [...grounds].some((ground) => ground !== null && areAlike(fill, ground));
    suspect.set(fill, known);
    return known;
  };
  const isHidden = ({ notDrawn, size, text, left, right, fill, x, y, painted }: Glyph) => {
    if (notDrawn || size < tiny) return true;
    if (right - left < NARROW * size && /\d/.test(text)) return true;
    if (!mayVanish(fill)) return false;
    budget.ask();
    const below = at(strips, y).findLast((cover) => cover.painted <= painted && isWithin(cover.area, x, y));
    const ground = below ? below.fill : PAPER;
    return ground !== null && areAlike(fill, ground);
  };
  const hidden = glyphs.filter(isHidden);
  if (hidden.length === 0) return { seen: glyphs, hidden: '' };
  const unseen = new Set(hidden);
  return {
    seen: glyphs.filter((glyph) => !unseen.has(glyph)),
    hidden: hidden.map(({ text }) => text).join(''),
  };
}

function usualSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map(({ size }) => size).toSorted((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}
