/** A page's operators → its glyphs, its ruled lines, and what is painted over or clips them. */
import { ofPlainWidth } from '../looks/plain-width.ts';
import { type Area, areaBetween, common, frameOf, isWithin } from './areas.ts';
import { filledAreas } from './filled-paths.ts';
import { type Font, isRecord, plainFont, readFont } from './font.ts';
import {
  atFirst,
  drawsNothing,
  type GraphicsState,
  inGroup,
  letterColour,
  looksBold,
  set,
} from './graphics-state.ts';
import { apply, identity, type Matrix, matrixOf, times } from './matrix.ts';
import { MisnamedDigits } from './misnamed-digits.ts';
import type { Cover, Glyph } from './page-content.ts';
import type { PdfPage } from './pdf-file.ts';
import { type Line, pathRulings, type Ruling, slantedLines } from './rulings.ts';
import { along, turnOf, upwards } from './turns.ts';

interface TextState {
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

/** Of a letter's size: how far above its baseline the middle of a letter is. */
const MIDDLE = 0.3;
/** Areas as small as this cover no letter; in points. */
const LEAST_COVER = 4;
/** Of a page, what a picture takes of which nothing but a scan is thought. */
export const PICTURE = 0.3;
/** What stands for a text of which no letter is known, so that its place does not look blank. */
const UNKNOWN_TEXT = [{ unicode: '\ufffd', width: 500, isSpace: false }];
/** Letters of what is not shown that are kept to tell of it. */
const LONGEST_UNSHOWN = 1000;

/** What the file says of layers and of what lies on a page is asked of whoever knows the file. */
interface Visibility {
  /** Whether what belongs to a layer is shown when the file is opened. */
  isShown(layer: unknown): boolean;
  /** Whether what is put over the page by this name is read. */
  isRead(annotation: unknown): boolean;
}

/** Follows the operators of a page (ISO 32000-1, 8.4 and 9.4) and keeps the letters, lines and areas with their places. */
export class ContentReader {
  readonly glyphs: Glyph[] = [];
  readonly rulings: Ruling[] = [];
  /** Strokes that are neither level nor upright. */
  readonly slanted: Line[] = [];
  readonly covers: Cover[] = [];
  /** The largest area of a picture. */
  widest = 0;
  readonly clipped: Area[] = [];
  /** Letters of layers that are not shown. */
  unshown = '';
  /** What was put over the page and letters of it are read, by its name. */
  readonly annotations = new Set<unknown>();
  #clips = false;
  #strokes = 0;
  #painted = 0;
  /** Set by a change of the system of coordinates until anything is drawn in it: the library leaves pictures out. */
  #picture: { readonly size: number; readonly area: Area } | null = null;
  /** For each piece of marked content around whether it hides what is in it. */
  readonly #marked: boolean[] = [];
  #hiding = 0;
  /** The letter before, where it is not seen. */
  #cut: (Ends & Pick<Glyph, 'place'>) | null = null;
  #annotation: unknown = null;
  readonly #largest: number;
  readonly #page: PdfPage;
  readonly #atFirst: GraphicsState;
  readonly #visibility: Visibility;
  readonly digits: MisnamedDigits;
  readonly #fonts = new Map<string, Font>();
  readonly #saved: GraphicsState[] = [];
  #state: GraphicsState;
  #text: TextState = { matrix: identity, x: 0, y: 0, lineX: 0, lineY: 0 };

  /** @param transform from the page's coordinates to the places on it, of which those in `view` are seen */
  constructor(page: PdfPage, transform: Matrix, view: Area, visibility: Visibility) {
    this.#page = page;
    this.digits = new MisnamedDigits(page.commonObjs);
    this.#largest = PICTURE * (view[2] - view[0]) * (view[3] - view[1]);
    this.#atFirst = { ...atFirst, transform, clip: view };
    this.#state = { ...this.#atFirst };
    this.#visibility = visibility;
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
        this.#endPicture();
        this.#state = this.#saved.pop() ?? state;
        return;
      case 'transform': {
        state.transform = times(state.transform, matrixOf(values) ?? identity);
        const [a1, b1, c1, d1] = state.transform;
        const area = areaBetween(apply(state.transform, 0, 0), apply(state.transform, 1, 1));
        this.#picture = { size: Math.abs(a1 * d1 - b1 * c1), area };
        return;
      }
      case 'beginGroup':
        this.#saved.push({ ...state });
        Object.assign(state, inGroup(state));
        return;
      case 'endGroup':
        this.#state = this.#saved.pop() ?? state;
        return;
      case 'paintFormXObjectBegin':
        this.#saved.push({ ...state });
        state.transform = times(state.transform, matrixOf(first) ?? identity);
        return;
      case 'paintFormXObjectEnd':
        this.#state = this.#saved.pop() ?? state;
        return;
      case 'beginAnnotation':
        this.#beginAnnotation(first, second, third, values[3]);
        return;
      case 'endAnnotation':
        this.#annotation = null;
        this.#endMarked();
        return;
      case 'beginMarkedContent':
        this.#beginMarked(false);
        return;
      case 'beginMarkedContentProps':
        this.#beginMarked(first === 'OC' && !this.#visibility.isShown(second));
        return;
      case 'endMarkedContent':
        this.#endMarked();
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
      case 'showText':
        this.#picture = null;
        if (Array.isArray(first)) this.#show(first);
        return;
      case 'shadingFill':
        this.#painted += 1;
        if (this.#hiding === 0 && !state.seeThrough) {
          this.covers.push({ area: state.clip, painted: this.#painted, fill: null });
        }
        return;
      case 'clip':
      case 'eoClip':
        this.#clips = true;
        return;
      case 'constructPath':
        if (this.#clips) this.#clip(third);
        this.#picture = null;
        this.#painted += 1;
        if (this.#hiding > 0) return;
        this.rulings.push(...pathRulings(names.get(a) ?? '', second, state.transform));
        this.slanted.push(...slantedLines(names.get(a) ?? '', second, state.transform));
        this.#fill(names.get(a) ?? '', second, third);
        return;
      default:
        set(state, operator, values);
    }
  }

  /** What is put over a page begins with the page's own state, moved to its place, outside of which nothing is seen. */
  #beginAnnotation(name: unknown, place: unknown, transform: unknown, matrix: unknown): void {
    const isRead = this.#visibility.isRead(name);
    this.#annotation = name;
    this.#beginMarked(!isRead);
    this.#saved.length = 0;
    this.#picture = null;
    const frame = Array.isArray(place) ? frameOf(Float32Array.from(place), this.#atFirst.transform) : null;
    const own = times(this.#atFirst.transform, matrixOf(transform) ?? identity);
    this.#state = {
      ...this.#atFirst,
      transform: times(own, matrixOf(matrix) ?? identity),
      clip: frame ? common(this.#atFirst.clip, frame) : this.#atFirst.clip,
    };
  }

  #beginMarked(hides: boolean): void {
    this.#marked.push(hides);
    if (hides) this.#hiding += 1;
  }

  #endMarked(): void {
    if (this.#marked.pop()) this.#hiding -= 1;
  }

  #endPicture(): void {
    const picture = this.#picture;
    this.#picture = null;
    if (!picture || this.#hiding > 0) return;
    this.widest = Math.max(this.widest, picture.size);
    const [left, top, right, bottom] = common(this.#state.clip, picture.area);
    // A picture of a whole page, or much of it, is a scan or lies behind the text.
    const isPatch = picture.size < this.#largest && bottom - top > LEAST_COVER && right - left > LEAST_COVER;
    if (!isPatch) return;
    this.#painted += 1;
    this.covers.push({ area: [left, top, right, bottom], painted: this.#painted, fill: null });
  }

  /** Takes the frame of a path, mostly a cell or a page, for the path. */
  #clip(frame: unknown): void {
    this.#clips = false;
    const area = frameOf(frame, this.#state.transform);
    if (area) this.#state.clip = common(this.#state.clip, area);
  }

  #fill(painted: string, path: unknown, frame: unknown): void {
    const { transform, clip, seeThrough, fill } = this.#state;
    const whole = frameOf(frame, transform);
    if (!whole) return;
    const { areas, rulings } = filledAreas(painted, path, transform, whole);
    this.rulings.push(...rulings);
    if (seeThrough) return;
    for (const each of areas) {
      const area = common(clip, each);
      const [left, top, right, bottom] = area;
      if (right - left > LEAST_COVER && bottom - top > LEAST_COVER) {
        this.covers.push({ area, painted: this.#painted, fill });
      }
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
    const { transform, font, size, characterSpacing, wordSpacing, stretch, rise, clip } = this.#state;
    const bold = looksBold(this.#state);
    const notDrawn = drawsNothing(this.#state);
    const colour = letterColour(this.#state);
    let hidden = false;
    this.#strokes += 1;
    const text = this.#text;
    const matrix = times(transform, text.matrix);
    const scale = Math.hypot(matrix[2], matrix[3]);
    for (const each of font.unknown ? UNKNOWN_TEXT : shown) {
      if (typeof each === 'number') {
        text.x -= (each * size * stretch) / 1000;
        continue;
      }
      const glyph = glyphOf(each);
      if (!glyph) continue;
      const width = glyph.width * font.unit * size;
      const [x, y] = apply(matrix, text.x, text.y + rise);
      const [endX, endY] = apply(matrix, text.x + width * stretch, text.y + rise);
      // A page's own system has y grow upwards; what is mirrored besides is read by nobody.
      const isMirrored = (matrix[0] * matrix[3] - matrix[1] * matrix[2]) * stretch > 0;
      const isDigit = /\p{Nd}/u.test(glyph.unicode);
      // A mirrored figure keeps its place, so that this does not look blank.
      const isLost = isMirrored && isDigit;
      const turn = isLost ? 0 : isMirrored ? 'slanted' : turnOf(matrix[0], matrix[1]);
      const [from, baseline] = along(turn, x, y);
      const [to] = along(turn, endX, endY);
      text.x += (width + characterSpacing + (glyph.isSpace ? wordSpacing : 0)) * stretch;
      if (this.#hiding > 0) {
        if (this.unshown.length < LONGEST_UNSHOWN) this.unshown += glyph.unicode;
        continue;
      }
      const letterSize = Math.abs(size) * scale;
      const [up, left] = upwards(turn, letterSize * MIDDLE);
      const [middleX, middleY] = [(x + endX) / 2 + left, (y + endY) / 2 + up];
      const ends = { left: Math.min(from, to), right: Math.max(from, to), baseline, turn, size: letterSize };
      const isCut = this.#cut !== null && follows(this.#cut, ends, clip);
      if (!isWithin(clip, middleX, middleY)) {
        if (glyph.unicode.trim() !== '') {
          hidden = true;
          if (!isCut) this.#markCut(ends, clip);
          this.#cut = { ...ends, place: clip[2] };
        }
        continue;
      }
      this.#cut = null;
      const isMisnamed = this.digits.ask(font.id, glyph, this.#strokes) !== null;
      // What is no digit by its name would part a figure, or end it.
      const letter = isLost || (isMisnamed && !/\d/.test(glyph.unicode)) ? '\ufffd' : glyph.unicode;
      if (this.#annotation !== null) this.annotations.add(this.#annotation);
      this.glyphs.push({
        text: ofPlainWidth(letter),
        stored: letter,
        ...ends,
        x: middleX,
        y: middleY,
        bold,
        font: font.legacy,
        stroke: this.#strokes,
        place: clip[2],
        mark: !isDigit ? null : isCut ? 'covered' : font.pictures ? 'pictures' : null,
        painted: this.#painted,
        annotation: this.#annotation,
        notDrawn,
        fill: colour,
      });
    }
    if (hidden) this.clipped.push(clip);
  }

  /** A figure of which only a part is seen is another one. */
  #markCut(next: Ends, clip: Area): void {
    const last = this.glyphs.at(-1);
    if (!last || !/\d/.test(last.text) || !(last.stroke === this.#strokes || follows(last, next, clip)))
      return;
    this.glyphs[this.glyphs.length - 1] = { ...last, mark: 'covered' };
  }

  #font(id: unknown): Font {
    if (typeof id !== 'string') return plainFont;
    const read = this.#fonts.get(id) ?? readFont(this.#page, id);
    this.#fonts.set(id, read);
    return read;
  }
}

/** Where a letter stands along its line. */
type Ends = Pick<Glyph, 'left' | 'right' | 'baseline' | 'turn' | 'size'>;

/** In letters' sizes: what is further away is not the next letter. */
const NEXT_LETTER = 0.3;

/** Whether a letter stands right behind another one, seen in the same place: programs write one text letter by letter. */
function follows(before: Ends & Pick<Glyph, 'place'>, next: Ends, clip: Area): boolean {
  const isOfLine =
    before.place === clip[2] &&
    before.turn === next.turn &&
    Math.abs(before.baseline - next.baseline) < 0.1 * next.size;
  return isOfLine && Math.abs(next.left - before.right) < NEXT_LETTER * next.size;
}

interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly fontChar: unknown;
}

function glyphOf(value: unknown): ShownGlyph | null {
  if (!isRecord(value) || typeof value.unicode !== 'string') return null;
  const { unicode, width, isSpace, fontChar } = value;
  return { unicode, width: numberOf(width), isSpace: isSpace === true, fontChar };
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
