/** What was drawn over letters: lines through them, areas that cover them. */
import type { Cover, Glyph } from './page-content.ts';
import type { Ruling } from './rulings.ts';

/** Of a letter's size above its baseline: where a line goes through it and not below or above it. */
const LOWEST = 0.12;
const HIGHEST = 0.45;
/** In points, how far a line that strikes a text may reach beyond it; a table's lines reach further. */
const BEYOND = 6;
/** In points: longer lines are a table's. */
const MOST_STRUCK = 400;

/** In points: covers are looked up by strips of the page, and no page is higher. */
const STRIP = 20;
const HIGHEST_PAGE = 15_000;

/** The glyphs with what marks them; those that nothing marks as they are. */
export function markGlyphs(
  glyphs: readonly Glyph[],
  rulings: readonly Ruling[],
  covers: readonly Cover[],
): readonly Glyph[] {
  const strikes = rulings.filter(({ upright, from, to }) => !upright && to - from < MOST_STRUCK);
  if (strikes.length === 0 && covers.length === 0) return glyphs;
  const ends = strokeEnds(glyphs);
  const byHeight = Map.groupBy(strikes, ({ at }) => Math.round(at));
  const later = new Map<number, Cover[]>();
  for (const cover of covers) {
    // What is painted before all letters covers none.
    if (cover.painted <= (glyphs[0]?.painted ?? 0)) continue;
    const [from, to] = [Math.max(0, cover.area[1]), Math.min(HIGHEST_PAGE, cover.area[3])];
    for (let strip = Math.floor(from / STRIP); strip <= Math.floor(to / STRIP); strip += 1) {
      const known = later.get(strip);
      if (known) known.push(cover);
      else later.set(strip, [cover]);
    }
  }
  const isStruck = (glyph: Glyph): boolean => {
    const [left, right] = ends.get(glyph.stroke) ?? [glyph.left, glyph.right];
    const [top, bottom] = [glyph.baseline - HIGHEST * glyph.size, glyph.baseline - LOWEST * glyph.size];
    for (let at = Math.floor(top); at <= Math.ceil(bottom); at += 1) {
      for (const line of byHeight.get(at) ?? []) {
        if (line.at < top || line.at > bottom) continue;
        const through = line.from <= glyph.left + 1 && line.to >= glyph.right - 1;
        const short = line.from > left - BEYOND && line.to < right + BEYOND;
        if (through && short) return true;
      }
    }
    return false;
  };
  return glyphs.map((glyph) => {
    if (!/\d/.test(glyph.text) || glyph.turn !== 0) return glyph;
    const { x, y, painted } = glyph;
    const isCovered = (later.get(Math.floor(y / STRIP)) ?? []).some(
      ({ area, painted: at }) => at > painted && x > area[0] && x < area[2] && y > area[1] && y < area[3],
    );
    if (glyph.mark) return glyph;
    if (isCovered) return { ...glyph, mark: 'covered' };
    return isStruck(glyph) ? { ...glyph, mark: 'struck' } : glyph;
  });
}

function strokeEnds(glyphs: readonly Glyph[]): ReadonlyMap<number, readonly [number, number]> {
  const ends = new Map<number, readonly [number, number]>();
  for (const { stroke, left, right } of glyphs) {
    const [from, to] = ends.get(stroke) ?? [left, right];
    ends.set(stroke, [Math.min(from, left), Math.max(to, right)]);
  }
  return ends;
}
