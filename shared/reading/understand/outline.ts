/** Recognises headings: numbered, styled or merely set apart, in the regime's words or in those units use. */

import { languageOf } from '../../regime/language.ts';
import { say } from '../../vocabulary/text.ts';
import type { ReadingRegime } from '../model/reading.ts';
import { fold, startsWithWords, wordsOf } from './folding.ts';
import type { Line } from './lines.ts';
import { containment, similarity } from './names/similarity.ts';

export type Heading =
  /** A section of the outline; `rest` is text that follows the heading in the same line. */
  | { readonly kind: 'section'; readonly id: string; readonly rank: number; readonly rest: string }
  /** A heading of the unit's own at the rank of a section or above. */
  | { readonly kind: 'other'; readonly rank: number; readonly roman: string | null }
  /** "Nơi nhận", the signature, an appendix: what follows is no narrative. */
  | { readonly kind: 'closing' };

interface Numbering {
  /** Uppercase Roman numeral with what follows it, such as `II` or `II.1`; null for Arabic numbers and letters. */
  readonly roman: string | null;
  readonly arabic: string | null;
  /** 1 for `II.` and `B.`, 2 for `II.1.` and `1.`, 3 for `1.1.`, 5 for `a)`. */
  readonly rank: number;
  readonly rest: string;
  /** No stop behind the number: "III Tổ chức thực hiện", but "12 cuộc họp" as well. */
  readonly bare: boolean;
}

const longestHeading = 40;
const longestBareHeading = 12;
/** Letters in which a title ends that text follows in the same line. */
const longestBeginning = 400;
const longestPlaceAndDate = 200;
/** What is longer is no heading, though it may begin with one. */
const longestLine = 2_000;
/** The rank of "a)". */
const lettered = 5;

/** Which section of the regime a heading means. */
export class Outline {
  readonly #titles: readonly { readonly id: string; readonly words: readonly string[] }[];
  /** Of two sections with one title the first. */
  readonly #byTitle: ReadonlyMap<string, string>;
  readonly #ids: ReadonlySet<string>;

  constructor(regime: ReadingRegime) {
    this.#ids = new Set(regime.sections.map((section) => section.id));
    this.#titles = regime.sections.flatMap(({ id, title, aliases }) =>
      [say(title, languageOf(regime)), ...aliases].map((text) => ({ id, words: wordsOf(text) })),
    );
    this.#byTitle = new Map(this.#titles.map(({ id, words }) => [words.join(' '), id] as const).toReversed());
  }

  /** What heading the line is, if any. `part`: the Roman number of the part it stands in, such as `II`. */
  headingOf(line: Line, part: string | null): Heading | null {
    if (line.text.length <= longestLine) return this.#headingOf(line, part);
    // Of a long line the beginning tells; all that follows is text.
    const heading = this.#headingOf({ ...line, text: line.text.slice(0, longestLine) }, part);
    if (heading?.kind !== 'section') return heading;
    const rest = heading.rest === '' ? line.text : heading.rest + line.text.slice(longestLine);
    return { ...heading, rest };
  }

  #headingOf(line: Line, part: string | null): Heading | null {
    if (isClosing(line.text)) return { kind: 'closing' };
    if (/^[-–+•*]/.test(line.text)) return null;
    const numbering = this.#numberingOf(line.text);
    const rest = numbering?.rest ?? line.text;
    const rank = numbering?.rank ?? line.level ?? 2;
    if (numbering?.roman?.includes('.') && this.#ids.has(numbering.roman)) {
      return { kind: 'section', id: numbering.roman, rank, rest: this.#after(rest, numbering.roman) };
    }
    const setApart = numbering !== null || line.level !== undefined || line.bold || isUpper(rest);
    // "a) Tuyên truyền" mostly is an item of a text: it opens a section in the section's own words alone.
    const titled = rank < lettered ? this.#titled(rest, setApart) : this.#begun(rest);
    if (titled) return { ...titled, rank };
    if (!numbering && line.level === undefined) return null;
    if (wordsOf(rest).length > longestHeading && line.level === undefined) return null;
    const id =
      numbering?.roman ?? (part !== null && numbering?.arabic ? `${part}.${numbering.arabic}` : null);
    if (id !== null && this.#ids.has(id) && (rest === '' || this.#speaksOf(rest, id))) {
      return { kind: 'section', id, rank, rest: '' };
    }
    const styled = line.level !== undefined || line.bold || isUpper(rest);
    return numbering?.roman || styled ? { kind: 'other', rank, roman: numbering?.roman ?? null } : null;
  }

  /** The section whose title or alias the text is, with the text that runs on behind it. */
  #titled(text: string, setApart: boolean): { kind: 'section'; id: string; rest: string } | null {
    const words = wordsOf(text);
    if (!setApart) {
      const same = this.#exact(words);
      return same ? { kind: 'section', id: same, rest: '' } : null;
    }
    const begun = this.#begun(text);
    if (begun) return begun;
    if (words.length > longestHeading) return null;
    const close = this.#titles.find(
      (each) =>
        (startsWithWords(words, each.words) && words.length <= each.words.length + 4) ||
        (words.length >= 4 && startsWithWords(each.words, words)) ||
        similarity(words, each.words, () => 1) >= 0.75,
    );
    return close ? { kind: 'section', id: close.id, rest: '' } : null;
  }

  /** The section whose title or alias, word for word, is all of the text or its beginning up to a colon or stop. */
  #begun(text: string): { kind: 'section'; id: string; rest: string } | null {
    const same = this.#exact(wordsOf(text));
    if (same) return { kind: 'section', id: same, rest: '' };
    const [whole = '', title = ''] =
      /^(.{8,200}?)\s*[:.]\s+(?=\S)/s.exec(text.slice(0, longestBeginning)) ?? [];
    const begun = this.#exact(wordsOf(title));
    return begun ? { kind: 'section', id: begun, rest: text.slice(whole.length) } : null;
  }

  /** A number without its stop counts only where what follows reads as a heading does. */
  #numberingOf(text: string): Numbering | null {
    const numbering = numberingOf(text);
    if (!numbering?.bare) return numbering;
    const { rest, roman } = numbering;
    if (this.#titled(rest, true)) return numbering;
    // "I", "V" and "X" also begin words of other kinds, and Arabic numbers count things.
    const isHeading =
      /^\p{Lu}/u.test(rest) && !/[.;,]$/.test(rest) && wordsOf(rest).length <= longestBareHeading;
    return roman !== null && roman.length > 1 && isHeading ? numbering : null;
  }

  #exact(words: readonly string[]): string | null {
    const text = words.join(' ');
    return this.#byTitle.get(text) ?? null;
  }

  /** What follows the title in `II.1. <title>: text`; all of it where it is a sentence rather than a title. */
  #after(text: string, id: string): string {
    const titled = this.#titled(text, true);
    if (titled?.id === id) return titled.rest;
    const sentence = /[.;]$/.test(text) || wordsOf(text).length > longestHeading;
    return sentence && !this.#speaksOf(text, id) ? text : '';
  }

  #speaksOf(text: string, id: string): boolean {
    const words = wordsOf(text);
    return this.#titles.some((title) => title.id === id && containment(words, title.words) >= 0.5);
  }
}

function numberingOf(text: string): Numbering | null {
  const roman =
    /^(?:phần\s+(?:thứ\s+)?|mục\s+)?([IVX]{1,5})((?:\.\d{1,2})*)\s*([.):\-–/]|$|\s(?=\S))\s*(.*)$/su.exec(
      text.replace(/^(phần|mục)/iu, (word) => word.toLowerCase()),
    );
  if (roman) {
    const [, number = '', path = '', mark = '', rest = ''] = roman;
    const named = /^(phần|mục)/iu.test(text);
    const bare = path === '' && !named && mark.trim() === '' && rest !== '';
    return { roman: `${number}${path}`, arabic: null, rank: 1 + path.split('.').length - 1, rest, bare };
  }
  const arabic = /^(?:phần\s+|mục\s+)?(\d{1,2}(?:\.\d{1,2})*)\s*([.):\-–]|\s)\s*(.*)$/su.exec(text);
  if (arabic) {
    const [, number = '', mark = '', rest = ''] = arabic;
    const parts = number.split('.').length;
    return { roman: null, arabic: number, rank: 1 + parts, rest, bare: mark.trim() === '' && parts === 1 };
  }
  const capital = /^(?:phần\s+|mục\s+)?[A-HĐ]\s*[.)]\s+(\S.*)$/su.exec(text);
  if (capital) return { roman: null, arabic: null, rank: 1, rest: capital[1] ?? '', bare: false };
  const letter = /^\(?([a-zđ])\s*(?:\)\s*|[./]\s+)(.*)$/su.exec(text);
  return letter ? { roman: null, arabic: null, rank: lettered, rest: letter[2] ?? '', bare: false } : null;
}

function isUpper(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) && text.length > 3;
}

const signers =
  /^((kt|tl|tuq|tm) )?(pho )?(giam doc|truong phong|chi cuc truong|chanh van phong|chanh thanh tra|thu truong don vi|truong ban)\b/;

const placeAndDate = /^.{0,40},\s*ngày\s*[\d.…]*\s*tháng\s*[\d.…]*\s*năm\s*[\d.…]*$/iu;

function isClosing(text: string): boolean {
  if (text.length <= longestPlaceAndDate && placeAndDate.test(text.normalize('NFC'))) return true;
  const folded = fold(text.slice(0, 120));
  if (/^(noi nhan|phu luc|bieu so lieu|bieu mau|bieu tong hop|nguoi lap)\b/.test(folded)) {
    return folded.split(' ').length <= 12;
  }
  return isUpper(text) && signers.test(folded) && folded.split(' ').length <= 8;
}
