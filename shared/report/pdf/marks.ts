/** What was drawn over letters: lines through them, areas that cover them. */
import type { Cover, Glyph } from './page-content.ts';
import type { Ruling } from './rulings.ts';

/** Of a letter's size above its baseline: where a line goes through it and not below or above it. */
const LOWEST = 0.12;
const HIGHEST = 0.45;
/** Of a letter's size, how far a line that strikes it may reach beyond it; a table's lines reach further. */
const BEYOND = 6;
/** Digits drawn at one go; a line through all of them strikes them. */
const MOST_STRUCK = 400;

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
    const isCovered = covers.some(
      (cover) =>
        cover.painted > painted &&
        x > cover.area[0] &&
        x < cover.area[2] &&
        y > cover.area[1] &&
        y < cover.area[3],
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
