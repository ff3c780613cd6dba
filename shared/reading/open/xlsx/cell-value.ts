import type { Formula } from '../formulas/parse.ts';
import type { LegacyFont, LegacyReader } from '../legacy-fonts/legacy-text.ts';
import { type Colour, vanishes } from '../looks/colours.ts';
import { IN_PICTURES } from '../looks/figure-letters.ts';
import { cellOfLetters, type Look, lettersThatCount } from '../looks/letters.ts';
import { disguised } from '../number-shapes/disguised.ts';
import { type Shape, showPercent, showPercentOf, withPercentSign } from '../number-shapes/number-format.ts';
import { showIso, showSerial } from '../number-shapes/serial-date.ts';
import { plainText } from '../plain-text.ts';
import { type CellValue, withoutLetters } from '../sheets/finish-sheets.ts';
import { type SharedStrings, type StoredText, type TextRun, unescapeCharacters } from './strings.ts';

/** What the whole workbook says about the values of its cells. */
export interface ValueContext {
  readonly strings: SharedStrings;
  /** By the `s` of a cell, as the fonts are. */
  readonly shapes: readonly Shape[];
  readonly looks?: readonly (Look | undefined)[];
  /** In points. */
  readonly sizes?: readonly (number | undefined)[];
  /** What is painted behind the letters of a cell, by its `s`: null for nothing, undefined where that is not known. */
  readonly grounds?: readonly (Colour | null | undefined)[];
  /** What reads texts in fonts of before Unicode; absent where the format is not searched for them. */
  readonly letters?: { readonly fonts: readonly (LegacyFont | null)[]; readonly reader: LegacyReader };
  readonly date1904: boolean;
}

/** A cell as the file stores it. */
export interface StoredCell {
  /** The `t` of the cell. */
  readonly type: string;
  /** The `s` of the cell. */
  readonly style: number;
  /** What `v` holds; null where there is no `v`. */
  readonly value: string | null;
  /** The number that `v` holds, where it is written as JavaScript writes it; NaN for all else. */
  readonly number: number;
  /** How many characters `v` has. */
  readonly letters: number;
  /** The text of `is`; empty where there is none. */
  readonly inline: StoredText;
  /** The formula as written, or the one of another cell that it shares; null where there is none. */
  readonly formula: string | Formula | null;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** A text that the file does not hold, where a cell points at one. */
export const LOST = '\ufffd';

/**
 * What a person would see in the cell; a formula goes along, to be held against its result. Where only a formula, or
 * letters that do not count, tell of the cell its text is empty.
 * @returns null for an empty cell
 */
export function readValue(cell: StoredCell, context: ValueContext): CellValue | null {
  const shared = plainShared(cell, context);
  if (shared !== undefined) return shared;
  const value = readStored(cell, context);
  if (cell.formula === null) return value;
  const formula =
    typeof cell.formula === 'string' ? { text: cell.formula, language: 'excel' as const } : cell.formula;
  return { ...(value ?? { text: '' }), formula };
}

/**
 * The number of a cell that shows it, or it in percent, and nothing else, and is written as JavaScript writes it; `readValue` says the
 * same of it.
 * @returns NaN for any other cell
 */
export function plainNumber({ type, style, number, formula }: StoredCell, context: ValueContext): number {
  if (type !== 'n' || formula !== null || context.looks?.[style] !== undefined) return Number.NaN;
  const shape = context.shapes[style] ?? 'number';
  return shape === 'number' || shape === 'percent' ? number : Number.NaN;
}

export function isPercent({ style }: StoredCell, { shapes }: ValueContext): boolean {
  return shapes[style] === 'percent';
}

/**
 * What a cell shows that points at a text and says no more than that: the same as `readTyped` does, without cutting out the number.
 * @returns undefined for any other cell
 */
function plainShared(
  { type, style, number, formula }: StoredCell,
  { strings, letters, looks }: ValueContext,
): CellValue | null | undefined {
  if (type !== 's' || formula !== null || looks?.[style] !== undefined) return undefined;
  return (letters?.fonts[style] ?? null) === null ? strings.shown(number) : undefined;
}

function readStored(cell: StoredCell, context: ValueContext): CellValue | null {
  const { type, formula } = cell;
  const inline = type === 'inlineStr' && cell.inline.length > 0;
  if (formula !== null && !inline && holdsNothing(cell)) {
    const { text } = typeof formula === 'string' ? { text: formula } : formula;
    return { text: `=${plainText(text)}`, trouble: 'uncached-formula' };
  }
  if (type === 'inlineStr') return textIn(inline ? cell.inline : (cell.value ?? ''), cell.style, context);
  const read = readTyped(cell, context);
  const look = context.looks?.[cell.style];
  if (!look || !read || read.leftOut) return read;
  if (look.struck) return withoutLetters(read, 'struck-text');
  if (look.hidden) return withoutLetters(read, 'hidden-text');
  const isFigure = read.number !== undefined || read.date !== undefined;
  return look.pictures && isFigure ? { ...read, doubt: IN_PICTURES } : read;
}

function holdsNothing({ type, value }: StoredCell): boolean {
  return value === null || (value.trim() === '' && type !== 'str');
}

function readTyped(cell: StoredCell, context: ValueContext): CellValue | null {
  const { type, style, number } = cell;
  const shape = context.shapes[style] ?? 'number';
  // Without cutting out what is written: most cells with a shape are dates and shares.
  if (type === 'n' && !Number.isNaN(number)) return showNumber(number, shape, context.date1904);
  const { value } = cell;
  if (value === null) return null;
  switch (type) {
    case 's':
      return sharedText(value, number, style, context);
    case 'str':
      return textIn(unescapeCharacters(value), style, context);
    case 'b':
      return { text: value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { text: plainText(value) || '#VALUE!', trouble: 'error' };
    case 'd':
      return showIso(value) ?? textOrNothing(plainText(value));
    case 'n':
      return readNumber(value.trim(), shape, context.date1904);
    default:
      // Nobody knows what such a cell holds.
      return value.trim() === '' ? null : { text: `${plainText(value)}${LOST}` };
  }
}

/** One that is written otherwise than JavaScript writes numbers. */
function readNumber(written: string, shape: Shape, date1904: boolean): CellValue | null {
  const number = NUMBER.test(written) ? Number(written) : Number.NaN;
  if (!Number.isFinite(number)) return textOrNothing(plainText(written));
  return shape === 'percent'
    ? { text: showPercent(number), number, percent: true }
    : showNumber(number, shape, date1904);
}

/** @param number of a share: one that `shortDecimal` knows */
function showNumber(number: number, shape: Shape, date1904: boolean): CellValue {
  if (shape === 'percent') return { text: showPercentOf(String(number)), number, percent: true };
  if (shape === 'percent-sign') return { text: withPercentSign(number), number };
  if (typeof shape === 'object' && 'code' in shape) return disguised(number, shape);
  const shown = shape === 'number' ? null : showSerial(number, shape, date1904);
  return shown ?? { text: String(number), number };
}

function sharedText(value: string, short: number, style: number, context: ValueContext): CellValue | null {
  const { strings, letters, looks } = context;
  const index = Number.isNaN(short) && /^\s*\d+\s*$/.test(value) ? Number(value) : short;
  const plain = (letters?.fonts[style] ?? null) === null && looks?.[style] === undefined;
  const shown = plain ? strings.shown(index) : undefined;
  if (shown !== undefined) return shown;
  const text = strings.stored(index);
  if (text !== undefined) return textIn(text, style, context);
  return value.trim() === '' ? null : { text: LOST };
}

function textIn(
  stored: StoredText,
  style: number,
  { letters, looks, sizes, grounds }: ValueContext,
): CellValue | null {
  const runs: readonly TextRun[] =
    typeof stored === 'string' ? [{ text: stored, font: undefined, look: undefined }] : stored;
  const [fontOfCell, lookOfCell] = [letters?.fonts[style] ?? null, looks?.[style]];
  const counted = lettersThatCount(
    runs.map(({ text, font = fontOfCell, look = lookOfCell, colour, size = sizes?.[style] }) => {
      const hidden = vanishes(colour, grounds?.[style]);
      return { text, font, size, look: hidden ? { ...look, hidden } : look };
    }),
  );
  const read = letters?.reader.read(counted.runs) ?? { text: counted.runs.map(({ text }) => text).join('') };
  return cellOfLetters(read, counted);
}

function textOrNothing(text: string): CellValue | null {
  return text === '' ? null : { text };
}
