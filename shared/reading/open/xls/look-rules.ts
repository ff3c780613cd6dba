/** The conditional formats of an old workbook that may take a figure away; the library that reads it does not tell. */
import type { Formula } from '../formulas/parse.ts';
import type { Colour } from '../looks/colours.ts';
import { type AreaRule, comparison, takenAwayBy } from '../sheets/look-rules.ts';
import { type Area, formatAddress } from '../xlsx/cell-address.ts';
import { BEGIN, BIFF8, END, recordsOf, SHEET_ENTRY, textAt, viewOf } from './records.ts';

/** [MS-XLS] 2.4.56 and 2.4.42 */
const FORMATS = 0x01b0;
const RULE = 0x01b1;
/** Which parts a rule has of its own: [MS-XLS] 2.5.92. */
const HAS_NUMBER = 1 << 25;
const HAS_FONT = 1 << 26;
const HAS_ALIGNMENT = 1 << 27;
const HAS_BORDER = 1 << 28;
const HAS_PATTERN = 1 << 29;
/** Its format is written out. */
const OWN_FORMAT = 1;
const [FONT_SIZE, ALIGNMENT_SIZE, BORDER_SIZE] = [118, 8, 8];
const STRUCK = 0x80;
const WORDS: readonly string[] = [
  ...['', 'between', 'notBetween', 'equal', 'notEqual'],
  ...['greaterThan', 'lessThan', 'greaterThanOrEqual', 'lessThanOrEqual'],
];
const MOST_AREAS = 5_000;

/** By the name of their sheet as the file stores it. @param stream the stream `Workbook` of the container */
export function lookRulesIn(stream: Uint8Array): ReadonlyMap<string, readonly AreaRule[]> {
  const view = viewOf(stream);
  const names = new Map<number, string>();
  const found = new Map<string, AreaRule[]>();
  let rules: AreaRule[] | null = null;
  let areas: readonly Area[] = [];
  let depth = 0;
  let counted = 0;
  for (const { type, start, body, length } of recordsOf(view)) {
    if (type === BEGIN) {
      depth += 1;
      const name = depth === 1 ? names.get(start) : undefined;
      if (name !== undefined && view.getUint16(body, true) === BIFF8) {
        rules = [];
        found.set(name, rules);
      }
    } else if (type === END) {
      depth = Math.max(0, depth - 1);
      if (depth === 0) rules = null;
    } else if (type === SHEET_ENTRY && length > 6) {
      names.set(view.getUint32(body, true), textAt(stream, body + 6, true));
    } else if (type === FORMATS) {
      areas = areasIn(new DataView(view.buffer, view.byteOffset + body, length));
      counted += areas.length;
    } else if (type === RULE && rules && areas.length > 0 && counted <= MOST_AREAS) {
      const rule = ruleIn(new DataView(view.buffer, view.byteOffset + body, length), areas);
      if (rule) rules.push(rule);
    }
  }
  return found;
}

/** Behind the number of rules, what they need, and the area around all: how many areas, and each. */
function areasIn(record: DataView): readonly Area[] {
  if (record.byteLength < 14) return [];
  const count = Math.min(record.getUint16(12, true), Math.floor((record.byteLength - 14) / 8));
  return Array.from({ length: count }, (_, n) => {
    const at = (offset: number) => record.getUint16(14 + n * 8 + offset, true) + 1;
    return { from: { row: at(0), column: at(4) }, to: { row: at(2), column: at(6) } };
  });
}

function ruleIn(record: DataView, areas: readonly Area[]): AreaRule | null {
  if (record.byteLength < 12) return null;
  const [kind, word] = [record.getUint8(0), WORDS[record.getUint8(1)] ?? ''];
  const [first, second] = [record.getUint16(2, true), record.getUint16(4, true)];
  const taken = takenAwayBy(changedLook(record));
  const [area] = areas;
  if (!taken || !area) return null;
  const begin = record.byteLength - first - second;
  const given = [constantAt(record, begin, first), constantAt(record, begin + first, second)];
  const holds = kind === 1 ? comparing(word, area, given) : standingAlone(given[0]);
  return { ...taken, areas, holds, unless: [] };
}

function changedLook(record: DataView) {
  const flags = record.getUint32(6, true);
  const isOwnFormat = (record.getUint16(10, true) & OWN_FORMAT) !== 0;
  let at = 12;
  let format: string | undefined;
  if ((flags & HAS_NUMBER) !== 0) {
    if (isOwnFormat) format = formatAt(record, at + 2);
    at += isOwnFormat && at + 2 <= record.byteLength ? record.getUint16(at, true) : 2;
  }
  let struck = false;
  let letters: Colour | undefined;
  if ((flags & HAS_FONT) !== 0 && at + FONT_SIZE <= record.byteLength) {
    const isSaid = (record.getUint32(at + 88, true) & STRUCK) === 0;
    struck = isSaid && (record.getUint32(at + 68, true) & STRUCK) !== 0;
    letters = colourOf(record.getInt32(at + 80, true));
    at += FONT_SIZE;
  }
  if ((flags & HAS_ALIGNMENT) !== 0) at += ALIGNMENT_SIZE;
  if ((flags & HAS_BORDER) !== 0) at += BORDER_SIZE;
  let ground: Colour | undefined;
  // Of a solid pattern the second colour is seen.
  if ((flags & HAS_PATTERN) !== 0 && at + 4 <= record.byteLength) {
    ground = colourOf((record.getUint16(at + 2, true) >> 7) & 0x7f);
  }
  return { struck, letters, ground, format };
}

/** Numbers of the palette; those of the file's own are what they are. */
function colourOf(number: number): Colour | undefined {
  if (number < 0 || number > 0x40) return undefined;
  if (number === 1 || number === 9) return 'FFFFFF';
  return number === 0 || number === 8 ? '000000' : `palette ${number}`;
}

function formatAt(record: DataView, at: number): string | undefined {
  if (at + 3 > record.byteLength) return undefined;
  const length = record.getUint16(at, true);
  const each = (record.getUint8(at + 2) & 1) + 1;
  const bytes = new Uint8Array(record.buffer, record.byteOffset + at + 3, record.byteLength - at - 3);
  const written = bytes.subarray(0, length * each);
  return each === 2 ? new TextDecoder('utf-16le').decode(written) : String.fromCharCode(...written);
}

/** A formula of one constant, as it is written; undefined for any other: [MS-XLS] 2.5.198. */
function constantAt(record: DataView, at: number, size: number): string | undefined {
  if (size < 2 || at < 12 || at + size > record.byteLength) return undefined;
  const token = record.getUint8(at);
  if (token === 0x1e && size === 3) return String(record.getUint16(at + 1, true));
  if (token === 0x1f && size === 9) return String(record.getFloat64(at + 1, true));
  if (token === 0x1d && size === 2) return record.getUint8(at + 1) === 1 ? 'TRUE' : 'FALSE';
  return undefined;
}

function comparing(word: string, { from }: Area, given: readonly (string | undefined)[]): Formula | null {
  const known = given.filter((each) => each !== undefined);
  const isWhole = known.length > 0 && (!/between/i.test(word) || known.length === 2);
  const text = isWhole ? comparison(word, formatAddress(from), known) : null;
  return text === null ? null : { text, language: 'excel' };
}

function standingAlone(constant: string | undefined): Formula | null {
  return constant === undefined ? null : { text: constant, language: 'excel' };
}
