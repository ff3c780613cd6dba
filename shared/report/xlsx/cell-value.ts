import type { Cell } from '../document.ts';
import type { LegacyFont, LegacyReader } from '../legacy-fonts/legacy-text.ts';
import { plainText } from '../plain-text.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { type Shape, showPercent } from './number-format.ts';
import { showIso, showSerial } from './serial-date.ts';
import { type StoredText, unescapeCharacters } from './strings.ts';

/** What the whole workbook says about the values of its cells. */
export interface ValueContext {
  readonly strings: readonly StoredText[];
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
  'text' | 'legacyFont' | 'storedText' | 'number' | 'date' | 'percent' | 'trouble'
>;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

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
      return textIn(sharedString(value, context.strings), cell.style, context);
    case 'str':
      return textIn(unescapeCharacters(value), cell.style, context);
    case 'b':
      return { text: value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { text: plainText(value) || '#VALUE!', trouble: 'error' };
    case 'd':
      return showIso(value) ?? textOrNothing(plainText(value));
    default:
      return readNumber(value.trim(), context.shapes[cell.style] ?? 'number', context.date1904);
  }
}

function readNumber(value: string, shape: Shape, date1904: boolean): CellValue | null {
  const number = NUMBER.test(value) ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) return textOrNothing(plainText(value));
  if (shape === 'percent') return { text: showPercent(number), number, percent: true };
  const shown = shape === 'number' ? null : showSerial(number, shape, date1904);
  return shown ?? { text: String(number), number };
}

function sharedString(value: string, strings: readonly StoredText[]): StoredText {
  const text = /^\s*\d+\s*$/.test(value) ? strings[Number(value)] : undefined;
  if (text === undefined) {
    throw new UnreadableFile('ZIP_DAMAGED', `shared text ${value.slice(0, 20)} is missing`);
  }
  return text;
}

function textIn(stored: StoredText, style: number, { letters }: ValueContext): CellValue | null {
  const runs = typeof stored === 'string' ? [{ text: stored, font: undefined }] : stored;
  const ofCell = letters?.fonts[style] ?? null;
  const inFonts = runs.map(({ text, font }) => ({ text, font: font === undefined ? ofCell : font }));
  const read = letters?.reader.read(inFonts) ?? { text: runs.map(({ text }) => text).join('') };
  const text = plainText(read.text);
  return text === '' ? null : { ...read, text };
}

function textOrNothing(text: string): CellValue | null {
  return text === '' ? null : { text };
}
