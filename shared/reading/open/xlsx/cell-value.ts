import type { Cell } from '../../model/document.ts';
import type { LegacyFont, LegacyReader } from '../legacy-fonts/legacy-text.ts';
import { marksApart, plainText } from '../plain-text.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { type Shape, showPercent, showPercentOf } from './number-format.ts';
import { showIso, showSerial } from './serial-date.ts';
import { shortDecimal } from './short-decimal.ts';
import { type SharedStrings, type StoredText, unescapeCharacters } from './strings.ts';

/** What the whole workbook says about the values of its cells. */
export interface ValueContext {
  readonly strings: SharedStrings;
  /** By the `s` of a cell, as the fonts are. */
  readonly shapes: readonly Shape[];
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
  /** The text of `is`; empty where there is none. */
  readonly inline: StoredText;
  /** The formula as written, empty for one that shares another cell's; null where there is none. */
  readonly formula: string | null;
}

export type CellValue = Pick<
  Cell,
  'text' | 'legacyFont' | 'storedText' | 'decomposed' | 'number' | 'date' | 'percent' | 'trouble'
>;

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * What a person would see in the cell.
 * @returns null for an empty cell
 * @throws UnreadableFile ZIP_DAMAGED where it points at a text that is not there
 */
export function readValue(cell: StoredCell, context: ValueContext): CellValue | null {
  const { type, value } = cell;
  if (cell.formula !== null && (value === null || (value.trim() === '' && type !== 'str'))) {
    return { text: `=${plainText(cell.formula)}`, trouble: 'uncached-formula' };
  }
  if (type === 'inlineStr') return textIn(cell.inline, cell.style, context);
  if (value === null) return null;
  switch (type) {
    case 's':
      return sharedText(value, cell.style, context);
    case 'str':
      return textIn(unescapeCharacters(value), cell.style, context);
    case 'b':
      return { text: value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { text: plainText(value) || '#VALUE!', trouble: 'error' };
    case 'd':
      return showIso(value) ?? textOrNothing(plainText(value));
    default:
      return readNumber(value, context.shapes[cell.style] ?? 'number', context.date1904);
  }
}

function readNumber(written: string, shape: Shape, date1904: boolean): CellValue | null {
  const short = shortDecimal(written);
  if (!Number.isNaN(short)) {
    if (shape === 'number') return { text: written, number: short };
    if (shape === 'percent') return { text: showPercentOf(written), number: short, percent: true };
  }
  const value = written.trim();
  const number = !Number.isNaN(short) ? short : NUMBER.test(value) ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) return textOrNothing(plainText(value));
  if (shape === 'percent') return { text: showPercent(number), number, percent: true };
  const shown = shape === 'number' ? null : showSerial(number, shape, date1904);
  return shown ?? { text: String(number), number };
}

function sharedText(value: string, style: number, context: ValueContext): CellValue | null {
  const { strings, letters } = context;
  const short = shortDecimal(value);
  const index = Number.isNaN(short) && /^\s*\d+\s*$/.test(value) ? Number(value) : short;
  const shown = (letters?.fonts[style] ?? null) === null ? strings.shown(index) : undefined;
  if (shown !== undefined) return shown;
  const text = strings.stored(index);
  if (text === undefined) {
    throw new UnreadableFile('ZIP_DAMAGED', `shared text ${value.slice(0, 20)} is missing`);
  }
  return textIn(text, style, context);
}

function textIn(stored: StoredText, style: number, { letters }: ValueContext): CellValue | null {
  const runs = typeof stored === 'string' ? [{ text: stored, font: undefined }] : stored;
  const ofCell = letters?.fonts[style] ?? null;
  const inFonts = runs.map(({ text, font }) => ({ text, font: font === undefined ? ofCell : font }));
  const read = letters?.reader.read(inFonts) ?? { text: runs.map(({ text }) => text).join('') };
  const text = plainText(read.text);
  return text === '' ? null : { ...read, text, ...marksApart(read.text, text) };
}

function textOrNothing(text: string): CellValue | null {
  return text === '' ? null : { text };
}
