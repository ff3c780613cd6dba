/** Text written with the fonts of before Unicode, which show other letters than the file stores. */
import { isSyllable } from './syllables.ts';
import { isOfTcvn3, readTcvn3 } from './tcvn3.ts';
import { isOfVni, readVni } from './vni.ts';

/** `tcvn3-capitals`: the fonts .VnTimeH and its kin show capitals for every letter. */
export type LegacyFont = 'tcvn3' | 'tcvn3-capitals' | 'vni';

/** What a font's name says of the letters it shows; null for a font of Unicode. */
export function legacyFontOf(name: string): LegacyFont | null {
  if (/^\.vn/i.test(name)) return name.endsWith('H') ? 'tcvn3-capitals' : 'tcvn3';
  return /^vni[- ]/i.test(name) ? 'vni' : null;
}

const codes: Readonly<
  Record<
    LegacyFont,
    { readonly has: (character: string) => boolean; readonly read: (text: string) => string }
  >
> = {
  tcvn3: { has: isOfTcvn3, read: readTcvn3 },
  'tcvn3-capitals': {
    has: isOfTcvn3,
    read: (text) => readTcvn3(text).toUpperCase(),
  },
  vni: { has: isOfVni, read: readVni },
};

/** Quotation marks, dashes and signs that are no letters in any of the codes. */
const signs = /[\u00a0\u00b0\u00b2\u00b3\u2010-\u2026\u2190-\u2212\uf000-\uf0ff]/;
const unicodeLetters = /[àáâãèéêìíòóôõùúý]/i;

/** What the characters say of the font; `either`: both readings are sensible ("kú" and "kỳ"). */
type Weighed = { readonly says: 'stored' } | { readonly says: 'legacy' | 'either'; readonly read: string };

const asStored: Weighed = { says: 'stored' };

/**
 * Whether font and characters agree. They do not in a text without letters beyond ASCII, with letters that the code
 * does not have, or that reads better as it is stored (people change fonts, not text).
 */
function weigh(text: string, font: LegacyFont): Weighed {
  const { has, read } = codes[font];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what the codes leave alone.
  const beyond = text.match(/[^\u0000-\u007f]/gu)?.filter((character) => !signs.test(character)) ?? [];
  if (beyond.length === 0 || !beyond.every(has)) return asStored;
  const asRead = read(text).normalize('NFC');
  const [before, after] = [syllablesIn(text), syllablesIn(asRead)];
  if (after !== before) return after > before ? { says: 'legacy', read: asRead } : asStored;
  const foreign = beyond.some((character) => !unicodeLetters.test(character));
  return { says: foreign ? 'legacy' : 'either', read: asRead };
}

/** How many words with letters beyond ASCII are Vietnamese syllables. */
function syllablesIn(text: string): number {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.filter((word) => /[^a-z]/i.test(word) && isSyllable(word)).length;
}

/** The fonts for capitals of TCVN3 have small letters with marks behind every capital: "B¸O C¸O" is "BÁO CÁO". */
export function inCapitals(text: string): string {
  if (/[A-Z].*[A-Z]/s.test(text) && !/[a-z]/.test(text)) return text.toUpperCase();
  return text.replace(/[\p{L}\p{M}]+/gu, (word) =>
    /[A-Z].*[A-Z]/.test(word) && !/[a-z]/.test(word) ? word.toUpperCase() : word,
  );
}

/** A piece of text in one font: a legacy one, or null. */
export interface FontRun {
  readonly text: string;
  readonly font: LegacyFont | null;
}

export interface LegacyReading {
  /** The text as it is seen. */
  readonly text: string;
  /** The first font that was read otherwise than stored; absent where none was. */
  readonly legacyFont?: LegacyFont;
  /** The text as it is stored, where that differs. */
  readonly storedText?: string;
}

/** Reads the texts of one file in their order: what could be read either way follows what came before it. */
export class LegacyReader {
  /** How many more texts in a font were clearly written with it than only bear its name. */
  readonly #evidence = new Map<(typeof codes)[LegacyFont]['has'], number>();

  /** Joins runs into the text seen. Neighbours in one font are decided on together, since runs end anywhere. */
  read(runs: readonly FontRun[]): LegacyReading {
    const joined: { text: string; readonly font: LegacyFont | null }[] = [];
    for (const { text, font } of runs) {
      const last = joined.at(-1);
      if (last?.font === font) last.text += text;
      else joined.push({ text, font });
    }
    let legacyFont: LegacyFont | undefined;
    const texts = joined.map(({ text, font }) => {
      const read = font === null ? null : this.#readIn(text, font);
      if (read !== null && font !== null) legacyFont ??= font;
      return read ?? text;
    });
    const text = texts.join('');
    return legacyFont ? { text, legacyFont, storedText: joined.map((run) => run.text).join('') } : { text };
  }

  /** The text as the font shows it; null where it stands as stored. */
  #readIn(text: string, font: LegacyFont): string | null {
    // Capitals and small letters of one code speak for each other.
    const { has } = codes[font];
    const weighed = weigh(text, font);
    const evidence = this.#evidence.get(has) ?? 0;
    if (weighed.says === 'either') return evidence > 0 ? weighed.read : null;
    if (weighed.says === 'legacy') {
      this.#evidence.set(has, evidence + 1);
      return weighed.read;
    }
    if (/\p{L}/u.test(text.replace(/[a-z]/gi, ''))) this.#evidence.set(has, evidence - 1);
    return null;
  }
}
