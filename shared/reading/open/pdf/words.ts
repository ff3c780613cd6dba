/** Words, and what stands together of them in a line. */
import type { LegacyFont } from '../legacy-fonts/legacy-text.ts';
import type { Glyph } from './page-content.ts';

/** Text in pieces of one font each. */
export interface Run {
  /** As the file stores it. */
  readonly text: string;
  readonly font: LegacyFont | null;
}

/** Letters without a gap between them. */
export interface Word {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  /** How it is marked, which may make it another one than its letters are. */
  readonly mark: 'raised' | Glyph['mark'];
}

/** Text of one line without a gap in it. */
export interface Segment {
  /** From left to right; never empty. */
  readonly words: readonly Word[];
  readonly text: string;
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly bold: boolean;
}

/** Words of one line that stand together, with a space between them. */
export function segmentOf(words: readonly Word[]): Segment {
  const runs: { text: string; readonly font: LegacyFont | null }[] = [];
  words.forEach((word, n) => {
    word.runs.forEach(({ text, font }, m) => {
      const spaced = n > 0 && m === 0 ? ` ${text}` : text;
      const run = runs.at(-1);
      if (run?.font === font) run.text += spaced;
      else runs.push({ text: spaced, font });
    });
  });
  return {
    words,
    text: words.map(({ text }) => text).join(' '),
    runs,
    left: words[0]?.left ?? 0,
    right: Math.max(...words.map(({ right }) => right)),
    size: Math.max(...words.map(({ size }) => size)),
    bold: words.every(({ bold }) => bold),
  };
}

/** Where the first word of a segment ends, and where the last one begins. */
export function firstWordEnd({ words, right }: Segment): number {
  return words[0]?.right ?? right;
}

/** In points from the left. */
export function lastWordStart({ words, left }: Segment): number {
  return words.at(-1)?.left ?? left;
}

/** Of a digit's size: one beside it that is smaller, or stands off its line, is a mark of its own. */
const SMALLER = 0.85;
const OFF = 0.12;
/** Of a letter's size: the same letter no further off is drawn twice. */
const TWICE = 0.1;
/** Of a letter's width and size: the same letter of another stroke is its shadow; others that overlap more are unclear. */
const SHADOW = 0.45;
const SHADOW_OFF = 0.25;
const OVERLAID = 0.35;

/** Letters of one line that are being joined to a word. */
export class WordDraft {
  readonly #glyphs: Glyph[] = [];
  #last: Glyph | null = null;
  right = Number.NEGATIVE_INFINITY;
  size = 0;

  /** Where the place of the last letter ends in which it is seen. */
  get place(): number {
    return this.#last?.place ?? Number.POSITIVE_INFINITY;
  }

  /** Of the last letter. */
  get stroke(): number | undefined {
    return this.#last?.stroke;
  }

  /** Some programs draw a letter twice to make it look bold, or to give it a shadow. */
  repeats({ text, left, right, baseline, size, stroke }: Glyph): boolean {
    return this.#glyphs.slice(-2).some((glyph) => {
      if (glyph.text !== text) return false;
      const [across, down] = [Math.abs(glyph.left - left), Math.abs(glyph.baseline - baseline)];
      if (across < size * TWICE && down < size * TWICE) return true;
      return glyph.stroke !== stroke && across < SHADOW * (right - left) && down < SHADOW_OFF * size;
    });
  }

  add(glyph: Glyph): void {
    this.#glyphs.push(glyph);
    this.#last = glyph;
    this.right = Math.max(this.right, glyph.right);
    this.size = Math.max(this.size, glyph.size);
  }

  finish(): Word {
    const runs: { text: string; readonly font: LegacyFont | null }[] = [];
    const [first] = this.#glyphs;
    let largest = first;
    let bold = true;
    let mark: Word['mark'] = null;
    for (const glyph of this.#glyphs) {
      const { stored: text, font } = glyph;
      const run = runs.at(-1);
      if (run?.font === font) run.text += text;
      else runs.push({ text, font });
      if (largest && glyph.size > largest.size) largest = glyph;
      bold &&= glyph.bold;
      mark ??= glyph.mark;
    }
    return {
      text: this.#glyphs.map(({ text }) => text).join(''),
      runs,
      left: first?.left ?? 0,
      right: this.right,
      baseline: largest?.baseline ?? 0,
      size: this.size,
      bold,
      mark: mark ?? (this.#hasRaised() ? 'raised' : this.#isOverlaid() ? 'covered' : null),
    };
  }

  /** Whether a digit is smaller than the one before it, or stands off its line. */
  #hasRaised(): boolean {
    return this.#digitPairs((a, b) => {
      const larger = Math.max(a.size, b.size);
      return Math.min(a.size, b.size) < SMALLER * larger || Math.abs(a.baseline - b.baseline) > OFF * larger;
    });
  }

  /** Whether digits lie over each other. */
  #isOverlaid(): boolean {
    return this.#digitPairs(
      (a, b) => a.right - b.left > OVERLAID * Math.min(a.right - a.left, b.right - b.left),
    );
  }

  /** Whether any digit stands so to the one before it; a separator may stand between them. */
  #digitPairs(stand: (before: Glyph, glyph: Glyph) => boolean): boolean {
    let before: Glyph | null = null;
    return this.#glyphs.some((glyph) => {
      const isDigit = /\d/.test(glyph.text);
      const found = isDigit && before !== null && stand(before, glyph);
      // Behind letters a digit is a unit's: "m2".
      if (isDigit) before = glyph;
      else if (!/^[.,]$/.test(glyph.text)) before = null;
      return found;
    });
  }
}
