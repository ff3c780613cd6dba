import { UnreadableFile } from '../unreadable-file.ts';

/** The last row and column a sheet can have (XFD1048576). */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

/** Both count from 1. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** The area of a merge; both ends belong to it. */
export interface Area {
  readonly from: Position;
  readonly to: Position;
}

/** `XFD1048576` → row 1048576, column 16384. @throws UnreadableFile XML_REFUSED */
export function parseAddress(address: string): Position {
  let at = 0;
  let column = 0;
  for (; at < address.length; at++) {
    const letter = (address.charCodeAt(at) & ~0x20) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const digits = address.slice(at);
  const row = /^[1-9]\d{0,6}$/.test(digits) ? Number(digits) : 0;
  return checkPosition(row, column, address);
}

/** `A1:C3` or `A1`. @throws UnreadableFile XML_REFUSED */
export function parseArea(area: string): Area {
  const colon = area.indexOf(':');
  const from = parseAddress(colon < 0 ? area : area.slice(0, colon));
  const to = colon < 0 ? from : parseAddress(area.slice(colon + 1));
  if (to.row < from.row || to.column < from.column) throw refused(area);
  return { from, to };
}

/** The `r` of a row. @throws UnreadableFile XML_REFUSED */
export function parseRow(row: string): number {
  return checkPosition(/^[1-9]\d{0,6}$/.test(row) ? Number(row) : 0, 1, row).row;
}

/** @param written what the file says, if it says it so, for the finding. @throws UnreadableFile XML_REFUSED */
export function checkPosition(row: number, column: number, written?: string): Position {
  const position = { row, column };
  if (row >= 1 && row <= MAX_ROW && column >= 1 && column <= MAX_COLUMN) return position;
  throw refused(written ?? formatAddress(position));
}

/** Row 1, column 28 → `AB1`. */
export function formatAddress({ row, column }: Position): string {
  return columnLetters(column) + row;
}

/** Column 28 → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function refused(written: string): UnreadableFile {
  return new UnreadableFile('XML_REFUSED', `no such cell: ${written.slice(0, 40)}`);
}
