/** Text that is turned: by quarters on the page, and pages that lie on their side. */
import type { Area } from './areas.ts';
import type { Cover, Glyph, PageContent } from './page-content.ts';
import type { Ruling } from './rulings.ts';

/** Quarters against the clock by which a text is turned: 1 is read from below; `slanted` is anything between. */
export type Turn = 0 | 1 | 2 | 3 | 'slanted';

/** How far letters may climb on their way: a scanner's page is not quite straight. */
const LEVEL = 0.1;
/** Of a page's letters, those that are turned alike make the page lie on its side. */
const MOST = 0.8;

/** @param x how far a line goes to the right, and `y` down */
export function turnOf(x: number, y: number): Turn {
  if (Math.abs(y) <= Math.abs(x) * LEVEL) return x >= 0 ? 0 : 2;
  if (Math.abs(x) <= Math.abs(y) * LEVEL) return y < 0 ? 1 : 3;
  return 'slanted';
}

/** A point of the page as whoever reads text of that turn sees it: along its line, and down. */
export function along(turn: Turn, x: number, y: number): readonly [number, number] {
  if (turn === 1) return [-y, x];
  if (turn === 2) return [-x, -y];
  return turn === 3 ? [y, -x] : [x, y];
}

/** What goes up from a line by `distance`, in the page's y and x. */
export function upwards(turn: Turn, distance: number): readonly [number, number] {
  if (turn === 1) return [0, -distance];
  if (turn === 2) return [distance, 0];
  return turn === 3 ? [0, distance] : [-distance, 0];
}

/** The page as it is read: one whose text is turned lies on its side, whatever its file says of it. */
export function asRead(content: PageContent): PageContent {
  const letters = content.glyphs.filter(({ text }) => text.trim() !== '');
  const turn = ([1, 2, 3] as const).find(
    (each) => letters.filter((glyph) => glyph.turn === each).length > MOST * letters.length,
  );
  return turn === undefined ? content : turned(content, turn);
}

function turned(content: PageContent, by: 1 | 2 | 3): PageContent {
  const { width, height } = content;
  const [dx, dy] = [by === 3 ? 0 : by === 1 ? height : width, by === 1 ? 0 : by === 3 ? width : height];
  const point = (x: number, y: number): readonly [number, number] => {
    const [u, v] = along(by, x, y);
    return [u + dx, v + dy];
  };
  const glyphs = content.glyphs.map((glyph): Glyph => {
    const [x, y] = point(glyph.x, glyph.y);
    if (glyph.turn === 'slanted') return { ...glyph, x, y };
    const turn = ((glyph.turn - by + 4) % 4) as Turn;
    if (turn !== 0) return { ...glyph, x, y, turn };
    return {
      ...glyph,
      x,
      y,
      turn,
      left: glyph.left + dx,
      right: glyph.right + dx,
      baseline: glyph.baseline + dy,
    };
  });
  const rulings = content.rulings.map((line): Ruling => {
    const ends = [line.from, line.to].map((end) =>
      line.upright ? point(line.at, end) : point(end, line.at),
    );
    const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = ends;
    return by === 2
      ? { ...line, at: line.upright ? x1 : y1, ...between(line.upright ? [y1, y2] : [x1, x2]) }
      : {
          upright: !line.upright,
          at: line.upright ? y1 : x1,
          ...between(line.upright ? [x1, x2] : [y1, y2]),
        };
  });
  const turnArea = ([l, t, r, b]: Area): Area => {
    const [[x1, y1], [x2, y2]] = [point(l, t), point(r, b)];
    return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
  };
  const covers = content.covers.map((cover): Cover => ({ ...cover, area: turnArea(cover.area) }));
  const sides = by === 2 ? { width, height } : { width: height, height: width };
  const clipped = content.clipped.map(turnArea);
  return { ...content, ...sides, glyphs: glyphs.map(unclipped), rulings, covers, clipped };
}

/** The end of the place in which a letter is seen is known along the page as it lay alone. */
function unclipped(glyph: Glyph): Glyph {
  return { ...glyph, place: Number.POSITIVE_INFINITY };
}

function between([a, b]: readonly [number, number]): { readonly from: number; readonly to: number } {
  return { from: Math.min(a, b), to: Math.max(a, b) };
}
