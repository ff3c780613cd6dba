/** Fonts and looks of the letters of an old workbook's cells; the library that reads it does not tell. */
import { type LegacyFont, legacyFontOf } from '../legacy-fonts/legacy-text.ts';
import { vanishes } from '../looks/colours.ts';
import { isOfPictures } from '../looks/figure-letters.ts';
import type { Look } from '../looks/letters.ts';
import { BEGIN, BIFF8, CONTINUED, END, recordsOf, SHEET_ENTRY, textAt, viewOf } from './records.ts';
import { type FontChange, fontChangesIn } from './shared-texts.ts';

/** Record types of the workbook's stream: [MS-XLS] 2.3. */
const FONT = 0x0031;
const STYLE = 0x00e0;
/** Colours of a workbook's own in place of those that a number means: how many, then red, green, blue and nothing each. */
const PALETTE = 0x0092;
/** The colours before it are nobody's to choose. */
const FIRST_CHOSEN = 8;
const SHARED_TEXTS = 0x00fc;
const SHARED_TEXT_CELL = 0x00fd;
/** Cells with text: an index of a shared text, and text of their own. */
const TEXT_CELLS = new Set([SHARED_TEXT_CELL, 0x0204, 0x00d6]);
/** Cells with a number, a truth, an error or a formula: what they hold has one look. */
const OTHER_CELLS = new Set([0x0203, 0x0205, 0x027e, 0x0006, 0x0206, 0x0406]);
/** Numbers beside each other: row, first column, then a format and a number each, last column. */
const NUMBERS = 0x00bd;
const STRUCK = 0x0008;

/** From a letter on a font of before Unicode, or another one (null), and how its letters look. */
export interface FontSpan {
  readonly start: number;
  readonly font: LegacyFont | null;
  readonly look?: Look | undefined;
  /** In twentieths of a point. */
  readonly size?: number;
}

interface Font extends Omit<FontSpan, 'start'> {
  /** Its number in the palette. */
  readonly colour?: number;
}

const PLAIN: Font = { font: null };

interface Style {
  readonly font: number;
  /** A number in the palette; null for none, undefined for a pattern of two colours. */
  readonly fill: number | null | undefined;
}

const NO_STYLE: Style = { font: 0, fill: undefined };

/**
 * By sheet name as the file stores it, then by `row,column` counting from 0; only cells in which there is a font of before Unicode, a
 * look that says something, or letters of two sizes.
 */
export type CellFonts = ReadonlyMap<string, ReadonlyMap<string, readonly FontSpan[]>>;

/** @param stream the stream `Workbook` (or `Book`) of the container */
export function cellFontsOf(stream: Uint8Array): CellFonts {
  const view = viewOf(stream);
  const fonts: Font[] = [];
  const styles: Style[] = [];
  const names = new Map<number, string>();
  const found = new Map<string, Map<string, readonly FontSpan[]>>();
  const texts: Uint8Array[] = [];
  let changes: readonly (readonly FontChange[])[] | null = null;
  // It stands behind the fonts and looks that name its colours.
  let palette: readonly string[] = [];
  let before = 0;
  let wide = true;
  let sheet: Map<string, readonly FontSpan[]> | null = null;
  // No font has the number 4: those behind it are counted one too many.
  const fontOf = (number: number) => fonts[number > 4 ? number - 1 : number] ?? PLAIN;
  const styleOf = (number: number) => styles[number] ?? NO_STYLE;
  const seenOn = ({ colour, ...font }: Font, { fill }: Style): Omit<FontSpan, 'start'> =>
    vanishes(colourOf(colour, palette), colourOf(fill, palette))
      ? { ...font, look: { ...font.look, hidden: true } }
      : font;
  const inStyle = (number: number) => seenOn(fontOf(styleOf(number).font), styleOf(number));
  const keep = (key: string, spans: readonly FontSpan[]) => {
    const [first] = spans;
    if (spans.some(({ font, look, size }) => font !== null || look || size !== first?.size)) {
      sheet?.set(key, spans);
    }
  };
  for (const { type, start, body, length } of recordsOf(view)) {
    const at = (offset: number) => (offset + 2 <= length ? view.getUint16(body + offset, true) : 0);
    if (type === BEGIN) {
      wide = at(0) === BIFF8;
      const name = names.get(start);
      sheet = name === undefined ? null : new Map();
      if (name !== undefined && sheet) found.set(name, sheet);
    } else if (type === END) sheet = null;
    else if (type === FONT) {
      const name = textAt(stream, body + 14, wide);
      const own = lookOf(at(0), at(2), at(8));
      const look = isOfPictures(name) ? { ...own, pictures: true } : own;
      fonts.push({
        font: legacyFontOf(name),
        colour: at(4),
        ...(at(0) > 0 && { size: at(0) }),
        ...(look && { look }),
      });
    } else if (type === STYLE)
      styles.push({ font: at(0), fill: wide ? fillOf(at(16) >> 10, at(18)) : undefined });
    else if (type === PALETTE) palette = coloursIn(stream.subarray(body, body + length));
    else if (type === SHEET_ENTRY && length > 6) {
      names.set(view.getUint32(body, true), textAt(stream, body + 6, wide));
    } else if (type === SHARED_TEXTS || (type === CONTINUED && before === SHARED_TEXTS)) {
      texts.push(stream.subarray(body, body + length));
    } else if (sheet && TEXT_CELLS.has(type)) {
      changes ??= fontChangesIn(texts);
      const own =
        type === SHARED_TEXT_CELL && length >= 10 ? changes[view.getUint32(body + 6, true)] : undefined;
      const spans = [
        { start: 0, ...inStyle(at(4)) },
        ...(own ?? []).map(({ start: from, font }) => ({
          start: from,
          ...seenOn(fontOf(font), styleOf(at(4))),
        })),
      ];
      keep(`${at(0)},${at(2)}`, spans);
    } else if (sheet && OTHER_CELLS.has(type)) {
      keep(`${at(0)},${at(2)}`, [{ start: 0, ...inStyle(at(4)) }]);
    } else if (sheet && type === NUMBERS) {
      for (let n = 0; n * 6 + 12 <= length; n += 1) {
        keep(`${at(0)},${at(2) + n}`, [{ start: 0, ...inStyle(at(4 + n * 6)) }]);
      }
    }
    if (type !== CONTINUED) before = type;
  }
  return found;
}

function coloursIn(body: Uint8Array): readonly string[] {
  return Array.from({ length: Math.max(0, Math.floor((body.length - 2) / 4)) }, (_, n) =>
    Array.from(body.subarray(2 + n * 4, 5 + n * 4), (part) => part.toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase(),
  );
}

/** By its number; 1 and 9 are white, but for a 9 that the workbook's own palette has otherwise. */
function colourOf<None extends null | undefined>(
  number: number | None,
  palette: readonly string[],
): string | None {
  if (typeof number !== 'number') return number;
  return palette[number - FIRST_CHOSEN] ?? (number === 1 || number === 9 ? 'FFFFFF' : `palette ${number}`);
}

/** @param colours the first seven bits are those of a fill in one colour */
function fillOf(pattern: number, colours: number): number | null | undefined {
  if (pattern === 0) return null;
  return pattern === 1 ? colours & 0x7f : undefined;
}

/** In twentieths of a point: smaller letters are no more than a dot. */
const UNREADABLE = 40;

function lookOf(height: number, flags: number, place: number): Look | undefined {
  const isTiny = height > 0 && height <= UNREADABLE;
  if ((flags & STRUCK) === 0 && place === 0 && !isTiny) return undefined;
  return {
    ...(isTiny && { hidden: true }),
    ...((flags & STRUCK) !== 0 && { struck: true }),
    ...(place !== 0 && { place: place === 1 ? 'above' : 'below' }),
  };
}
