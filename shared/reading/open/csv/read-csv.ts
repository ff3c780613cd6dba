import type { Cell, NeutralDocument } from '../../model/document.ts';
import { quoted } from '../active/addresses.ts';
import type { Budget } from '../budget.ts';
import { marksApart, plainText } from '../plain-text.ts';
import { SkippedLog } from '../skipped-log.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { decodeText } from './decode.ts';
import { findDelimiter } from './delimiter.ts';
import { recordsOf } from './fields.ts';
import { withoutQuotedLines } from './quoted-lines.ts';
import { type RecordShape, shapeOf, shiftedRows } from './shifted-rows.ts';

/** As of the sheets that such a file is saved from. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const MAX_CELLS = 500_000;
/** Half a million cells of figures and names take less; decoding takes many times the size. */
const MAX_BYTES = 20 * 1024 * 1024;

/** DOS ended its texts with this, and some programs still do. */
const FILE_END = '\x1a';
/** No text has any of these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const CONTROL = /[\0-\x08\x0e-\x1f\x7f]/;
/** Pages, feeds and data of programs, in which a comma is no delimiter. */
const OTHER_TEXT = /^\s*[<{]/;

/** What Excel takes for a formula that calls another program: `=cmd|' /C calc'!A0`. */
const COMMAND = /^[=+@-][^|]{0,200}\|.{0,500}!/;
const LONGEST_COMMAND = 800;

/**
 * Reads plain text cut into fields (.csv, .tsv, .txt) as one table. Rows are the file's records, empty ones
 * included. Every value is text: such a file does not tell a number from its writing.
 * @returns null where the bytes are no text or the text no table
 * @throws UnreadableFile ZIP_TOO_LARGE
 */
export function readCsv(bytes: Uint8Array, budget: Budget): NeutralDocument | null {
  if (bytes.length > MAX_BYTES) {
    if (CONTROL.test(new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096)))) return null;
    throw tooLarge(`${bytes.length} bytes of text`);
  }
  const decoded = decodeText(bytes);
  if (!decoded) return null;
  const text = decoded.text.endsWith(FILE_END) ? decoded.text.slice(0, -1) : decoded.text;
  if (CONTROL.test(text) || OTHER_TEXT.test(text)) return null;
  const delimited = findDelimiter(withoutQuotedLines(text));
  if (!delimited) return null;
  const cells: Cell[] = [];
  const shapes: RecordShape[] = [];
  const skipped = new SkippedLog();
  let row = 0;
  let columns = 0;
  const records = () => recordsOf(delimited.text, delimited.delimiter);
  for (const record of records()) {
    budget.step();
    row += 1;
    columns = Math.max(columns, record.length);
    shapes.push(shapeOf(record));
    if (row > MAX_ROWS || columns > MAX_COLUMNS) throw tooLarge(`row ${row}, ${columns} columns`);
    record.forEach((field, n) => {
      const text = plainText(field);
      if (text === '') return;
      const column = n + 1;
      if (COMMAND.test(text.slice(0, LONGEST_COMMAND))) {
        skipped.add('part', 'dde', { table: 1, row, column }, 1, quoted(text));
      }
      const apart = marksApart(field, text);
      cells.push({
        row,
        column,
        text,
        ...apart,
        rowSpan: 1,
        columnSpan: 1,
        source: { table: 1, row, column },
      });
    });
    if (cells.length > MAX_CELLS) throw tooLarge(`more than ${MAX_CELLS} filled cells`);
  }
  const shifted = shiftedRows(shapes, records, delimited.delimiter);
  const told = cells.map((cell) =>
    shifted.has(cell.row) && /\d/.test(cell.text)
      ? { ...cell, doubt: { why: 'shifted' as const, page: 1 } }
      : cell,
  );
  return {
    format: 'csv',
    blocks: [{ kind: 'table', sheet: null, hidden: false, columns, cells: shifted.size > 0 ? told : cells }],
    skipped: skipped.list(),
    encoding: decoded.encoding,
  };
}

function tooLarge(detail: string): UnreadableFile {
  return new UnreadableFile('ZIP_TOO_LARGE', detail);
}
