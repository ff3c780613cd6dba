import type { Cell } from '../document.ts';
import { plainText } from '../plain-text.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { Shape } from './number-format.ts';
import { showIso, showSerial } from './serial-date.ts';
import { unescapeCharacters } from './strings.ts';

/** What the whole workbook says about the values of its cells. */
export interface ValueContext {
  readonly strings: readonly string[];
  readonly shapes: readonly Shape[];
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
  readonly inline: string;
  /** The formula as written, empty for one that shares another cell's; null where there is none. */
  readonly formula: string | null;
}

export type CellValue = Pick<Cell, 'text' | 'number' | 'date' | 'percent' | 'trouble'>;

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
  if (type === 'inlineStr') return textOrNothing(cell.inline);
  if (value === null) return null;
  switch (type) {
    case 's':
      return textOrNothing(sharedString(value, context.strings));
    case 'str':
      return textOrNothing(plainText(unescapeCharacters(value)));
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

/** 0.07 × 100 is 7.000000000000001 in binary; 15 digits are what a spreadsheet itself keeps. */
function showPercent(number: number): string {
  return `${String(Number((number * 100).toPrecision(15))).replace('.', ',')}%`;
}

function sharedString(value: string, strings: readonly string[]): string {
  const text = /^\s*\d+\s*$/.test(value) ? strings[Number(value)] : undefined;
  if (text === undefined) {
    throw new UnreadableFile('ZIP_DAMAGED', `shared text ${value.slice(0, 20)} is missing`);
  }
  return text;
}

function textOrNothing(text: string): CellValue | null {
  return text === '' ? null : { text };
}
