/** Fonts of a rich text: the code page of their letters, and those of before Unicode. */
import { type LegacyFont, legacyFontOf } from '../legacy-fonts/legacy-text.ts';
import { isOfPictures } from '../looks/figure-letters.ts';

/** Windows' character sets. */
const codePages: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);

export interface RtfFont {
  readonly legacy: LegacyFont | null;
  /** Its digits are pictures. */
  readonly pictures: boolean;
  /** Null for the document's own. */
  readonly codePage: string | null;
}

/** Collects the table of fonts. */
export class RtfFonts {
  readonly #fonts = new Map<number, RtfFont>();
  #number = 0;
  #codePage: string | null = null;
  #name = '';

  word(word: string, number: number | null): void {
    if (word === 'f') {
      this.#number = number ?? 0;
      this.#codePage = null;
      this.#name = '';
    } else if (word === 'fcharset') this.#codePage = codePages.get(number ?? 0) ?? null;
  }

  /** Text of the table: names, each ended by a semicolon. */
  text(text: string): void {
    const [name = '', ...more] = text.split(';');
    this.#name += name;
    if (more.length === 0) return;
    const font = this.#name.trim();
    this.#fonts.set(this.#number, {
      legacy: legacyFontOf(font),
      pictures: isOfPictures(font),
      codePage: this.#codePage,
    });
    this.#name = '';
  }

  font(number: number): RtfFont {
    return this.#fonts.get(number) ?? { legacy: null, pictures: false, codePage: null };
  }
}

/** `\ansicpg1258` → `windows-1258`; Western Europe's for what is not known. */
export function codePageNumbered(number: number | null): string {
  if (number !== null && number >= 1250 && number <= 1258) return `windows-${number}`;
  const asian = new Map([
    [874, 'windows-874'],
    [932, 'shift_jis'],
    [936, 'gbk'],
    [949, 'euc-kr'],
    [950, 'big5'],
    [10_000, 'macintosh'],
    [65_001, 'utf-8'],
  ]);
  return asian.get(number ?? 0) ?? 'windows-1252';
}
