/** Glyphs → lines of text, cut where a wide gap stands between two columns. */
import type { LegacyFont } from '../legacy-fonts/legacy-text.ts';
import type { Glyph } from './page-content.ts';

/** Text of one line without a gap in it. */
export interface Segment {
  readonly text: string;
  /** The text in pieces of one font each. */
  readonly runs: readonly { readonly text: string; readonly font: LegacyFont | null }[];
  readonly left: number;
  readonly right: number;
  /** Where the first word ends, and where the last one begins. */
  readonly firstWordEnd: number;
  readonly lastWordStart: number;
  readonly size: number;
  readonly bold: boolean;
  /** Some of it is not written from left to right. */
  readonly turned: boolean;
}

export interface TextLine {
  readonly baseline: number;
  /** From left to right; never empty. */
  readonly segments: readonly Segment[];
}

/** Parts of a letter's size: the gap that separates words, and that which separates columns. */
const WORD_GAP = 0.18;
const COLUMN_GAP = 1.2;
/** Where words are separated by spaces, a gap without one is no gap between words; and spaces may be many. */
const UNSPACED_COLUMN_GAP = 0.45;
const SPACED_COLUMN_GAP = 4;
const LEAST_COLUMN_GAP = 0.15;
/** In points. */
const SAME_PLACE = 2;
/** Of a text's letters at least so many are spaces, unless its words stand apart without any. */
const SPACES = 0.05;
/** Glyphs of one line stand this close to its baseline: small capitals of another font, raised numbers. */
const SAME_LINE = 0.4;

/** Whether the words of a text are separated by spaces, not by their places alone. */
export function hasSpaces(glyphs: readonly Glyph[]): boolean {
  return glyphs.filter(isSpace).length > glyphs.length * SPACES;
}

function isSpace({ text }: Glyph): boolean {
  return text.trim() === '';
}

/**
 * @param glyphs in any order: letters that a font lacks are drawn apart from their words
 * @param spaced whether words are separated by spaces
 */
export function linesOf(glyphs: readonly Glyph[], spaced: boolean): readonly TextLine[] {
  const sorted = glyphs.filter(({ text }) => text !== '').toSorted((a, b) => a.baseline - b.baseline);
  const lines: { baseline: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of sorted) {
    const last = lines.at(-1);
    const near = last && glyph.baseline - last.baseline <= SAME_LINE * Math.max(glyph.size, last.size);
    if (near) {
      last.glyphs.push(glyph);
      last.size = Math.max(last.size, glyph.size);
    } else lines.push({ baseline: glyph.baseline, size: glyph.size, glyphs: [glyph] });
  }
  return lines.flatMap(({ baseline, glyphs: inLine }) => {
    const segments = segmentsOf(
      inLine.toSorted((a, b) => a.left - b.left),
      spaced,
    );
    return segments.length > 0 ? [{ baseline, segments }] : [];
  });
}

function segmentsOf(glyphs: readonly Glyph[], spaced: boolean): readonly Segment[] {
  const segments: Segment[] = [];
  let draft: SegmentDraft | null = null;
  /** Where the spaces behind the last letter end; null behind a letter. */
  let spaceEnd: number | null = null;
  const unspaced = spaced ? UNSPACED_COLUMN_GAP : COLUMN_GAP;
  for (const glyph of glyphs) {
    if (isSpace(glyph)) {
      spaceEnd = Math.max(spaceEnd ?? glyph.right, glyph.right);
      continue;
    }
    if (draft?.repeats(glyph)) continue;
    const gap = draft ? glyph.left - draft.right : 0;
    const beyondSpaces = spaceEnd === null ? gap : glyph.left - spaceEnd;
    const size = Math.max(glyph.size, draft?.size ?? 0);
    // What fills its column almost touches what begins in the next one, but is drawn apart from it.
    const otherStroke = spaced && spaceEnd === null && draft !== null && draft.stroke !== glyph.stroke;
    const otherPlace = spaced && draft !== null && Math.abs(draft.place - glyph.place) > SAME_PLACE;
    const apart =
      otherPlace ||
      beyondSpaces > (otherStroke ? LEAST_COLUMN_GAP : unspaced) * size ||
      gap > SPACED_COLUMN_GAP * size;
    if (draft && apart) {
      segments.push(draft.finish());
      draft = null;
    }
    draft ??= new SegmentDraft(glyph);
    draft.add(glyph, draft.isEmpty ? false : spaceEnd !== null || gap > WORD_GAP * size);
    spaceEnd = null;
  }
  return draft ? [...segments, draft.finish()] : segments;
}

class SegmentDraft {
  readonly #left: number;
  readonly #runs: { text: string; readonly font: LegacyFont | null }[] = [];
  #bold = true;
  #turned = false;
  #firstWordEnd: number | null = null;
  #lastWordStart: number;
  #last: Glyph | null = null;
  right: number;
  size = 0;

  constructor({ left }: Glyph) {
    this.#left = left;
    this.#lastWordStart = left;
    this.right = left;
  }

  get isEmpty(): boolean {
    return this.#runs.length === 0;
  }

  get place(): number {
    return this.#last?.place ?? Number.POSITIVE_INFINITY;
  }

  /** Of the last letter. */
  get stroke(): number | undefined {
    return this.#last?.stroke;
  }

  /** Some programs draw a letter twice to make it look bold. */
  repeats({ text, left, size }: Glyph): boolean {
    return this.#last?.text === text && Math.abs(this.#last.left - left) < size / 10;
  }

  add(glyph: Glyph, space: boolean): void {
    const run = this.#runs.at(-1);
    const text = space ? ` ${glyph.text}` : glyph.text;
    if (run?.font === glyph.font) run.text += text;
    else this.#runs.push({ text, font: glyph.font });
    if (space) {
      this.#firstWordEnd ??= this.right;
      this.#lastWordStart = glyph.left;
    }
    this.#bold &&= glyph.bold;
    this.#turned ||= glyph.turned;
    this.#last = glyph;
    this.right = Math.max(this.right, glyph.right);
    this.size = Math.max(this.size, glyph.size);
  }

  finish(): Segment {
    return {
      text: this.#runs.map(({ text }) => text).join(''),
      runs: this.#runs,
      left: this.#left,
      right: this.right,
      firstWordEnd: this.#firstWordEnd ?? this.right,
      lastWordStart: this.#lastWordStart,
      size: this.size,
      bold: this.#bold,
      turned: this.#turned,
    };
  }
}
