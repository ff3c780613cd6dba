/** Glyphs → lines of text, cut where a wide gap stands between two columns. */
import type { Glyph } from './page-content.ts';
import { type Segment, segmentOf, type Word, WordDraft } from './words.ts';

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
/** A space that takes no room between two letters is drawn over them, and separates nothing. */
const LEAST_SPACE = 0.06;
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
  return lines.flatMap(({ glyphs: inLine }) => {
    const segments = segmentsOf(
      inLine.toSorted((a, b) => a.left - b.left),
      spaced,
    );
    return segments.length > 0 ? [{ baseline: mainBaseline(segments), segments }] : [];
  });
}

/** A raised letter does not raise its line. */
function mainBaseline(segments: readonly Segment[]): number {
  const words = segments.flatMap((segment) => segment.words);
  const largest = words.reduce((best, word) => (word.size > best.size ? word : best));
  return largest.baseline;
}

function segmentsOf(glyphs: readonly Glyph[], spaced: boolean): readonly Segment[] {
  const segments: Segment[] = [];
  let words: Word[] = [];
  let draft: WordDraft | null = null;
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
    const apart =
      (draft !== null && isBeyond(draft.place, glyph)) ||
      beyondSpaces > (otherStroke ? LEAST_COLUMN_GAP : unspaced) * size ||
      gap > SPACED_COLUMN_GAP * size;
    const separate = apart || (spaceEnd !== null && gap > LEAST_SPACE * size) || gap > WORD_GAP * size;
    if (draft && separate) {
      words.push(draft.finish());
      draft = null;
      if (apart) {
        segments.push(segmentOf(words));
        words = [];
      }
    }
    draft ??= new WordDraft();
    draft.add(glyph);
    spaceEnd = null;
  }
  if (draft) segments.push(segmentOf([...words, draft.finish()]));
  return segments;
}

/** Whether a letter stands where the one before it would not have been seen: in the next cell. */
function isBeyond(place: number, glyph: Glyph): boolean {
  return Math.abs(place - glyph.place) > SAME_PLACE && glyph.left >= place - SAME_PLACE;
}
