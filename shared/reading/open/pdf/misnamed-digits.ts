/** Digits that a file calls by another name than their shape: its table of letters (ToUnicode) is wrong, or was tampered with. */
import { otherDigit } from './digit-shapes.ts';
import { isRecord } from './font.ts';
import type { Glyph } from './page-content.ts';
import type { TextLine } from './text-lines.ts';
import { segmentOf, type Word } from './words.ts';

/** What is asked of a letter as the library hands it over. */
interface Named {
  readonly unicode: string;
  readonly fontChar?: unknown;
}

/** Where the library keeps a page's fonts and the outlines of their letters, by their names. */
interface Fonts {
  has(id: string): boolean;
  get(id: string): unknown;
}

/** What may hide a digit: a digit, what stands between digits, or nothing. */
const HIDES = /^[\d.,\-–\s\p{Cf}]*$/u;

/** One letter that is called by several digits: three dots that stand for what was left out. */
const SEVERAL = /\d.*\d/;
const UNKNOWN = '\ufffd';

/** Of one page: asks each letter's outline once. */
export class MisnamedDigits {
  readonly #library: Fonts;
  /** By the letter's name in its font: the digit that is seen there; null where it is what it is called. */
  readonly #seen = new Map<string, string | null>();
  readonly #strokes = new Map<string, number[]>();
  readonly #fonts = new Set<string>();

  constructor(library: Fonts) {
    this.#library = library;
  }

  /** The glyphs, marked where they are digits of a font that calls any of its digits otherwise: none is certain. */
  mark(glyphs: readonly Glyph[]): readonly Glyph[] {
    if (this.#fonts.size === 0) return glyphs;
    const strokes = new Set([...this.#fonts].flatMap((font) => this.#strokes.get(font) ?? []));
    return glyphs.map((glyph) =>
      strokes.has(glyph.stroke) && /[\d\ufffd]/.test(glyph.text) ? { ...glyph, mark: 'shape' } : glyph,
    );
  }

  /**
   * The digit that is seen where the file names something else.
   * @param stroke what draws it
   */
  ask(font: string, letter: Named, stroke: number): string | null {
    if (!HIDES.test(letter.unicode)) return null;
    this.#note(font, stroke);
    const name = `${font} ${String(letter.fontChar)} ${letter.unicode}`;
    const known = this.#seen.get(name);
    if (known !== undefined) return known;
    const byShape = this.#isInFile(font) ? this.#byOutline(font, letter) : byCode(letter);
    const shown = byShape ?? (SEVERAL.test(letter.unicode) ? UNKNOWN : null);
    this.#seen.set(name, shown);
    if (shown !== null) this.#fonts.add(font);
    return shown;
  }

  #note(font: string, stroke: number): void {
    const strokes = this.#strokes.get(font);
    if (!strokes) this.#strokes.set(font, [stroke]);
    else if (strokes.at(-1) !== stroke) strokes.push(stroke);
  }

  #isInFile(id: string): boolean {
    const font = this.#find(id);
    return isRecord(font) && font.missingFile !== true;
  }

  #byOutline(font: string, { fontChar, unicode }: Named): string | null {
    const outline = this.#find(`${font}_path_${String(fontChar)}`);
    const path = isRecord(outline) ? outline.path : null;
    return isOutline(path) ? otherDigit(path, unicode) : null;
  }

  #find(id: string): unknown {
    return this.#library.has(id) ? this.#library.get(id) : null;
  }
}

/**
 * What a font that is not in the file draws: the library tells it of fonts whose codes are letters' own. Of others, whose codes
 * are places in a font that nobody has here, it takes what they are called for what is drawn.
 */
function byCode({ unicode, fontChar }: Named): string | null {
  const shown = typeof fontChar === 'string' && /^\d$/.test(fontChar) ? fontChar : null;
  return shown === unicode ? null : shown;
}

/** Of numbers in whatever kind of array; older machines have no halved ones. */
function isOutline(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

/** Of what is drawn over a digit outside of tables: what hides it, or takes it back. */
const lost: ReadonlySet<Word['mark']> = new Set(['covered', 'struck']);

/**
 * A line outside of tables, where nothing says that its digits are in doubt: nothing is known of those that a font calls
 * otherwise than it draws them, nor of those that are painted over or struck out.
 */
export function withoutUncertain<T extends TextLine>(line: T): T {
  const segments = line.segments.map((segment) => {
    if (segment.words.some(({ mark }) => mark === 'shape')) return segmentOf(segment.words.map(unknown));
    if (!segment.words.some(({ mark }) => lost.has(mark))) return segment;
    return segmentOf(segment.words.map((word) => (lost.has(word.mark) ? unknown(word) : word)));
  });
  return { ...line, segments };
}

function unknown(word: Word): Word {
  const hide = (text: string) => text.replace(/\d/g, '\ufffd');
  return {
    ...word,
    text: hide(word.text),
    runs: word.runs.map((run) => ({ ...run, text: hide(run.text) })),
  };
}
