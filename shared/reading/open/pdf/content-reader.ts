/** A page's operators → its glyphs, its ruled lines, and what is painted over or clips them. */
import { type Area, common, everywhere, frameOf, isSeeThrough, isWithin } from './areas.ts';
import { type Font, isRecord, plainFont, readFont } from './font.ts';
import { apply, identity, type Matrix, matrixOf, times } from './matrix.ts';
import type { Cover, Glyph } from './page-content.ts';
import type { PdfPage } from './pdf-file.ts';
import { pathRulings, type Ruling } from './rulings.ts';
import { along, turnOf, upwards } from './turns.ts';

interface TextState {
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

/** Saved and restored together. */
interface GraphicsState {
  transform: Matrix;
  font: Font;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  /** 1 for letters as wide as they are. */
  stretch: number;
  /** Nothing outside of it is drawn: left, top, right, bottom. */
  clip: Area;
  leading: number;
  rise: number;
  mode: number;
  /** What is painted lets through what lies below it. */
  seeThrough: boolean;
  /** Letters and areas are filled with this: `#rrggbb`; empty for a pattern. */
  fill: string;
}

/** Text rendering modes: letters that are filled and stroked look bold; those of mode 3 are not drawn. */
const FILL_AND_STROKE = 2;
const INVISIBLE = 3;
const WHITE = '#ffffff';
/** Of a letter's size: how far above its baseline the middle of a letter is. */
const MIDDLE = 0.3;
/** Areas as small as this cover no letter; in points. */
const LEAST_COVER = 4;

const atFirst: GraphicsState = {
  transform: identity,
  font: plainFont,
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  clip: everywhere,
  leading: 0,
  rise: 0,
  mode: 0,
  seeThrough: false,
  fill: '#000000',
};

/** Follows the operators of a page (ISO 32000-1, 8.4 and 9.4) and keeps the letters, lines and areas with their places. */
export class ContentReader {
  readonly glyphs: Glyph[] = [];
  readonly rulings: Ruling[] = [];
  readonly covers: Cover[] = [];
  /** The largest area of a picture. */
  widest = 0;
  /** Whether anything is shaded, of which only some may be white. */
  shaded = false;
  readonly clipped: Area[] = [];
  #clips = false;
  #strokes = 0;
  #painted = 0;
  /** Set by a change of the system of coordinates until anything is drawn in it: the library leaves pictures out. */
  #picture = 0;
  readonly #page: PdfPage;
  readonly #fonts = new Map<string, Font>();
  readonly #saved: GraphicsState[] = [];
  #state: GraphicsState;
  #text: TextState = { matrix: identity, x: 0, y: 0, lineX: 0, lineY: 0 };

  constructor(page: PdfPage, transform: Matrix) {
    this.#page = page;
    this.#state = { ...atFirst, transform };
  }

  take(operator: string, values: readonly unknown[], names: ReadonlyMap<number, string>): void {
    const [first, second, third] = values;
    const [a, b] = [numberOf(first), numberOf(second)];
    const state = this.#state;
    switch (operator) {
      case 'save':
        this.#saved.push({ ...state });
        return;
      case 'restore':
        this.widest = Math.max(this.widest, this.#picture);
        this.#picture = 0;
        this.#state = this.#saved.pop() ?? state;
        return;
      case 'transform': {
        state.transform = times(state.transform, matrixOf(values) ?? identity);
        const [a1, b1, c1, d1] = state.transform;
        this.#picture = Math.abs(a1 * d1 - b1 * c1);
        return;
      }
      case 'paintFormXObjectBegin':
        this.#saved.push({ ...state });
        state.transform = times(state.transform, matrixOf(first) ?? identity);
        return;
      case 'paintFormXObjectEnd':
        this.#state = this.#saved.pop() ?? state;
        return;
      case 'beginText':
        this.#text = { matrix: identity, x: 0, y: 0, lineX: 0, lineY: 0 };
        return;
      case 'setTextMatrix':
        this.#text = {
          matrix: matrixOf(first) ?? matrixOf(values) ?? identity,
          x: 0,
          y: 0,
          lineX: 0,
          lineY: 0,
        };
        return;
      case 'moveText':
        this.#moveText(a, b);
        return;
      case 'setLeadingMoveText':
        state.leading = -b;
        this.#moveText(a, b);
        return;
      case 'nextLine':
        this.#moveText(0, -state.leading);
        return;
      case 'setFont':
        state.font = this.#font(first);
        state.size = b;
        return;
      case 'setCharSpacing':
        state.characterSpacing = a;
        return;
      case 'setWordSpacing':
        state.wordSpacing = a;
        return;
      case 'setHScale':
        state.stretch = a / 100;
        return;
      case 'setLeading':
        state.leading = a;
        return;
      case 'setTextRise':
        state.rise = a;
        return;
      case 'setTextRenderingMode':
        state.mode = a;
        return;
      case 'showText':
        this.#picture = 0;
        if (Array.isArray(first)) this.#show(first);
        return;
      case 'setFillRGBColor':
        state.fill = typeof first === 'string' ? first : '';
        return;
      case 'setFillColorN':
        state.fill = '';
        return;
      case 'shadingFill':
        this.shaded = true;
        return;
      case 'setGState':
        if (Array.isArray(first)) state.seeThrough = isSeeThrough(first, state.seeThrough);
        return;
      case 'clip':
      case 'eoClip':
        this.#clips = true;
        return;
      case 'constructPath':
        if (this.#clips) this.#clip(third);
        this.#picture = 0;
        this.#painted += 1;
        this.rulings.push(...pathRulings(names.get(a) ?? '', second, state.transform));
        this.#cover(names.get(a) ?? '', third);
        return;
    }
  }

  /** Takes the frame of a path, mostly a cell or a page, for the path. */
  #clip(frame: unknown): void {
    this.#clips = false;
    const area = frameOf(frame, this.#state.transform);
    if (area) this.#state.clip = common(this.#state.clip, area);
  }

  #cover(painted: string, frame: unknown): void {
    if (!/fill/i.test(painted) || this.#state.seeThrough) return;
    const found = frameOf(frame, this.#state.transform);
    if (!found) return;
    const area = common(this.#state.clip, found);
    const [left, top, right, bottom] = area;
    if (right - left > LEAST_COVER && bottom - top > LEAST_COVER) {
      this.covers.push({ area, painted: this.#painted, white: this.#state.fill === WHITE });
    }
  }

  #moveText(x: number, y: number): void {
    const text = this.#text;
    text.lineX += x;
    text.lineY += y;
    text.x = text.lineX;
    text.y = text.lineY;
  }

  #show(shown: readonly unknown[]): void {
    const { transform, font, size, characterSpacing, wordSpacing, stretch, rise, mode, clip, fill } =
      this.#state;
    const faint = mode === INVISIBLE ? 'not-drawn' : mode === 0 && fill === WHITE ? 'white' : null;
    let hidden = false;
    /** The letter before is not seen. */
    let cut = false;
    this.#strokes += 1;
    const text = this.#text;
    const matrix = times(transform, text.matrix);
    const scale = Math.hypot(matrix[2], matrix[3]);
    for (const each of shown) {
      if (typeof each === 'number') {
        text.x -= (each * size * stretch) / 1000;
        continue;
      }
      const glyph = glyphOf(each);
      if (!glyph) continue;
      const width = glyph.width * font.unit * size;
      const [x, y] = apply(matrix, text.x, text.y + rise);
      const [endX, endY] = apply(matrix, text.x + width * stretch, text.y + rise);
      const turn = turnOf(matrix[0], matrix[1]);
      const [from, baseline] = along(turn, x, y);
      const [to] = along(turn, endX, endY);
      text.x += (width + characterSpacing + (glyph.isSpace ? wordSpacing : 0)) * stretch;
      const letterSize = Math.abs(size) * scale;
      const [up, left] = upwards(turn, letterSize * MIDDLE);
      const [middleX, middleY] = [(x + endX) / 2 + left, (y + endY) / 2 + up];
      if (!isWithin(clip, middleX, middleY)) {
        if (glyph.unicode.trim() !== '') {
          hidden = true;
          this.#markCut(cut);
          cut = true;
        }
        continue;
      }
      if (glyph.unicode.trim() === '') cut = false;
      this.glyphs.push({
        text: glyph.unicode,
        left: Math.min(from, to),
        right: Math.max(from, to),
        baseline,
        x: middleX,
        y: middleY,
        turn,
        size: letterSize,
        bold: font.bold || mode === FILL_AND_STROKE,
        font: font.legacy,
        stroke: this.#strokes,
        place: clip[2],
        mark: cut && /\d/.test(glyph.unicode) ? 'covered' : null,
        painted: this.#painted,
        faint,
      });
      cut = false;
    }
    if (hidden) this.clipped.push(clip);
  }

  /** A figure of which only a part is seen is another one. */
  #markCut(before: boolean): void {
    const last = this.glyphs.at(-1);
    if (before || !last || last.stroke !== this.#strokes || !/\d/.test(last.text)) return;
    this.glyphs[this.glyphs.length - 1] = { ...last, mark: 'covered' };
  }

  #font(id: unknown): Font {
    if (typeof id !== 'string') return plainFont;
    const read = this.#fonts.get(id) ?? readFont(this.#page, id);
    this.#fonts.set(id, read);
    return read;
  }
}

interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

function glyphOf(value: unknown): ShownGlyph | null {
  if (!isRecord(value) || typeof value.unicode !== 'string') return null;
  return { unicode: value.unicode, width: numberOf(value.width), isSpace: value.isSpace === true };
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
