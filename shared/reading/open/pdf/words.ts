/** Words, and what stands together of them in a line. */
import type { LegacyFont } from '../legacy-fonts/legacy-text.ts';
import type { Glyph } from './page-content.ts';

/** Text in pieces of one font each. */
export interface Run {
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
  readonly mark: 'raised' | 'struck' | 'covered' | null;
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
    text: runs.map(({ text }) => text).join(''),
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

/** Of a digit's size: a digit that is smaller, and stands off the line of the digits beside it. */
const SMALLER = 0.85;
const OFF = 0.12;

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

  /** Some programs draw a letter twice to make it look bold. */
  repeats({ text, left, baseline, size }: Glyph): boolean {
    return this.#glyphs
      .slice(-2)
      .some(
        (glyph) =>
          glyph.text === text &&
          Math.abs(glyph.left - left) < size / 10 &&
          Math.abs(glyph.baseline - baseline) < size / 10,
      );
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
      const { text, font } = glyph;
      const run = runs.at(-1);
      if (run?.font === font) run.text += text;
      else runs.push({ text, font });
      if (largest && glyph.size > largest.size) largest = glyph;
      bold &&= glyph.bold;
      mark ??= glyph.mark;
    }
    return {
      text: runs.map(({ text }) => text).join(''),
      runs,
      left: first?.left ?? 0,
      right: this.right,
      baseline: largest?.baseline ?? 0,
      size: this.size,
      bold,
      mark: mark ?? (largest && this.#hasRaised(largest) ? 'raised' : null),
    };
  }

  /** Whether a small digit stands off the line of a larger one. */
  #hasRaised(largest: Glyph): boolean {
    if (!/\d/.test(largest.text)) return false;
    return this.#glyphs.some(
      ({ text, size, baseline }) =>
        size < SMALLER * largest.size &&
        Math.abs(baseline - largest.baseline) > OFF * largest.size &&
        /\d/.test(text),
    );
  }
}
