/** Letters that nobody sees: not drawn, though no scan lies under them, or white on white. */
import { isWithin } from './areas.ts';
import type { Cover, Glyph } from './page-content.ts';

interface Drawn {
  readonly glyphs: readonly Glyph[];
  readonly covers: readonly Cover[];
  /** Whether anything is shaded, of which only some may be white. */
  readonly shaded: boolean;
}

/** What is seen of a page without a picture, and the letters that are not. */
export function seenAndHidden({ glyphs, covers, shaded }: Drawn): {
  readonly seen: readonly Glyph[];
  readonly hidden: string;
} {
  const isHidden = ({ faint, x, y, painted }: Glyph) => {
    if (faint !== 'white') return faint === 'not-drawn';
    const below = covers.findLast((cover) => cover.painted <= painted && isWithin(cover.area, x, y));
    return !shaded && (below?.white ?? true);
  };
  const hidden = glyphs.filter((glyph) => glyph.faint !== null && isHidden(glyph));
  if (hidden.length === 0) return { seen: glyphs, hidden: '' };
  const unseen = new Set(hidden);
  return {
    seen: glyphs.filter((glyph) => !unseen.has(glyph)),
    hidden: hidden.map(({ text }) => text).join(''),
  };
}
