/** Which cells of an old workbook are written in fonts of before Unicode; the library that reads it does not tell. */
import { type LegacyFont, legacyFontOf } from '../legacy-fonts/legacy-text.ts';

/** Record types of the workbook's stream: [MS-XLS] 2.3. */
const FONT = 0x0031;
const STYLE = 0x00e0;
const SHEET_ENTRY = 0x0085;
const BEGIN = 0x0809;
const END = 0x000a;
/** Cells with text: an index of a shared text, and text of their own. */
const TEXT_CELLS = new Set([0x00fd, 0x0204, 0x00d6]);
const BIFF8 = 0x0600;

/** By sheet name, then by `row,column` counting from 0. */
export type CellFonts = ReadonlyMap<string, ReadonlyMap<string, LegacyFont>>;

/** @param stream the stream `Workbook` (or `Book`) of the container */
export function cellFontsOf(stream: Uint8Array): CellFonts {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const fonts: (LegacyFont | null)[] = [];
  const styles: number[] = [];
  const names = new Map<number, string>();
  const found = new Map<string, Map<string, LegacyFont>>();
  let wide = true;
  let sheet: Map<string, LegacyFont> | null = null;
  for (const { type, start, body, length } of recordsOf(view)) {
    const at = (offset: number) => (offset + 2 <= length ? view.getUint16(body + offset, true) : 0);
    if (type === BEGIN) {
      wide = at(0) === BIFF8;
      const name = names.get(start);
      sheet = name === undefined ? null : new Map();
      if (name !== undefined && sheet) found.set(name, sheet);
    } else if (type === END) sheet = null;
    else if (type === FONT) fonts.push(legacyFontOf(textAt(stream, body + 14, wide)));
    else if (type === STYLE) styles.push(at(0));
    else if (type === SHEET_ENTRY && length > 6) {
      names.set(view.getUint32(body, true), textAt(stream, body + 6, wide).normalize('NFC'));
    } else if (sheet && TEXT_CELLS.has(type)) {
      const index = styles[at(4)] ?? 0;
      // No font has the number 4: those behind it are counted one too many.
      const font = fonts[index > 4 ? index - 1 : index];
      if (font) sheet.set(`${at(0)},${at(2)}`, font);
    }
  }
  return found;
}

interface FoundRecord {
  readonly type: number;
  readonly start: number;
  readonly body: number;
  readonly length: number;
}

function* recordsOf(view: DataView): Generator<FoundRecord, void, undefined> {
  for (let start = 0; start + 4 <= view.byteLength; ) {
    const [type, length] = [view.getUint16(start, true), view.getUint16(start + 2, true)];
    const body = start + 4;
    if (body + length > view.byteLength) return;
    yield { type, start, body, length };
    start = body + length;
  }
}

/** A short text: its length, in Excel 97 and later a byte that tells how wide its letters are, its letters. */
function textAt(stream: Uint8Array, at: number, wide: boolean): string {
  const length = stream[at] ?? 0;
  if (!wide) return letters(stream.subarray(at + 1, at + 1 + length), 1);
  const bytes = ((stream[at + 1] ?? 0) & 1) === 1 ? 2 : 1;
  return letters(stream.subarray(at + 2, at + 2 + length * bytes), bytes);
}

function letters(bytes: Uint8Array, each: 1 | 2): string {
  return new TextDecoder(each === 2 ? 'utf-16le' : 'windows-1252').decode(bytes);
}
