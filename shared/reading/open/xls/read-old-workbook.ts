import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { markIn } from '../../model/consolidated-mark.ts';
import type { Cell, NeutralDocument, Table } from '../../model/document.ts';
import { Budget } from '../budget.ts';
import { CellAllowance } from '../cell-allowance.ts';
import { type FontRun, LegacyReader } from '../legacy-fonts/legacy-text.ts';
import { marksApart, plainText } from '../plain-text.ts';
import { SkippedLog } from '../skipped-log.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { formatAddress } from '../xlsx/cell-address.ts';
import { applyMerges, type DraftCell } from '../xlsx/merges.ts';
import { shapeOf, showPercent } from '../xlsx/number-format.ts';
import { showSerial } from '../xlsx/serial-date.ts';
import { type CellFonts, cellFontsOf, type FontSpan } from './cell-fonts.ts';

/** Nothing in such a file is packed: a report of a unit has some dozens of kilobytes, and the library takes many times that. */
const MAX_BYTES = 20 * 1024 * 1024;

type Library = typeof import('@e965/xlsx');

/**
 * Reads a workbook of Excel 97 to 2003 (.xls): one table for each sheet, hidden ones marked.
 * @throws UnreadableFile FILE_ENCRYPTED, ZIP_DAMAGED, ZIP_TOO_LARGE
 */
export async function readOldWorkbook(
  bytes: Uint8Array,
  budget = Budget.unlimited(),
): Promise<NeutralDocument> {
  if (bytes.length > MAX_BYTES) throw tooLarge(`${bytes.length} bytes`);
  const library = await import('@e965/xlsx');
  const { book, fonts } = parse(library, bytes);
  const skipped = new SkippedLog();
  if (book.vbaraw !== undefined) skipped.add('part', 'macros', null);
  const reader = new SheetReader(skipped, book.Workbook?.WBProps?.date1904 === true, fonts, budget);
  const blocks = book.SheetNames.flatMap((name, n): Table[] => {
    const sheet = book.Sheets[name];
    const where = { sheet: name.normalize('NFC'), cell: 'A1' };
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) {
      skipped.add('sheet', sheet?.['!type'] === 'chart' ? 'chartsheet' : 'macro-sheet', where);
      return [];
    }
    const state = book.Workbook?.Sheets?.[n]?.Hidden ?? 0;
    if (state !== 0) skipped.add('sheet', state === 2 ? 'very-hidden-sheet' : 'hidden-sheet', where);
    return [reader.read(where.sheet, sheet, state !== 0)];
  });
  const mark = markIn(book.Props?.Keywords ?? '');
  return { format: 'xls', blocks, skipped: skipped.list(), ...(mark && { mark }) };
}

function parse({ read, CFB }: Library, bytes: Uint8Array): { book: WorkBook; fonts: CellFonts } {
  try {
    const book = read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      cellStyles: true,
      cellText: false,
      bookVBA: true,
    });
    return { book, fonts: cellFontsOf(streamOf(CFB, bytes)) };
  } catch (error) {
    // The library throws plain texts as well.
    const message = error instanceof Error ? error.message : String(error);
    const code = /password/i.test(message) ? 'FILE_ENCRYPTED' : 'ZIP_DAMAGED';
    throw new UnreadableFile(code, message, { cause: error, seen: '.xls' });
  }
}

/** The stream that holds the cells; what is no container is that stream itself. */
function streamOf(container: Library['CFB'], bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xd0) return bytes;
  const parsed: unknown = container.read(bytes, { type: 'array' });
  for (const name of ['/Workbook', '/Book']) {
    const entry: unknown = container.find(parsed, name);
    const content: unknown = typeof entry === 'object' && entry !== null && Reflect.get(entry, 'content');
    if (content instanceof Uint8Array) return content;
    if (Array.isArray(content)) return Uint8Array.from(content);
  }
  return new Uint8Array();
}

class SheetReader {
  readonly #skipped: SkippedLog;
  readonly #date1904: boolean;
  readonly #fonts: CellFonts;
  readonly #letters = new LegacyReader();
  readonly #allowance = new CellAllowance();
  readonly #budget: Budget;

  constructor(skipped: SkippedLog, date1904: boolean, fonts: CellFonts, budget: Budget) {
    this.#budget = budget;
    this.#skipped = skipped;
    this.#date1904 = date1904;
    this.#fonts = fonts;
  }

  read(name: string, sheet: WorkSheet, hidden: boolean): Table {
    const fonts = this.#fonts.get(name);
    const drafts: DraftCell[] = [];
    const hiddenRows = new Set<number>();
    const hiddenColumns = new Set<number>();
    for (const [r, row] of (sheet['!data'] ?? []).entries()) {
      this.#budget.ask();
      for (const [c, stored] of (row ?? []).entries()) {
        if (!stored) continue;
        const place = { row: r + 1, column: c + 1 };
        const source = { sheet: name, cell: formatAddress(place) };
        if (stored.c && stored.c.length > 0) this.#skipped.add('note', 'comment', source, stored.c.length);
        const value = this.#value(stored, fonts?.get(`${r},${c}`) ?? []);
        if (!value) continue;
        this.#allowance.take(value.text);
        drafts.push({ ...place, ...value, rowSpan: 1, columnSpan: 1, source });
      }
    }
    const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
      from: { row: s.r + 1, column: s.c + 1 },
      to: { row: e.r + 1, column: e.c + 1 },
    }));
    const covered = (cell: Cell) => this.#skipped.add('cell', 'covered-by-merge', cell.source);
    const cells = applyMerges(drafts, merges, covered);
    for (const { row, column } of cells) {
      if (sheet['!rows']?.[row - 1]?.hidden) hiddenRows.add(row);
      if (sheet['!cols']?.[column - 1]?.hidden) hiddenColumns.add(column);
    }
    return {
      kind: 'table',
      sheet: name,
      hidden,
      ...(hiddenRows.size > 0 && { hiddenRows }),
      ...(hiddenColumns.size > 0 && { hiddenColumns }),
      cells,
    };
  }

  #value({ t, v, z }: CellObject, fonts: readonly FontSpan[]) {
    if (v === undefined || v === null) return null;
    if (t === 'n' && typeof v === 'number') return this.#number(v, typeof z === 'string' ? z : 'General');
    if (t === 'b') return { text: v === true ? 'TRUE' : 'FALSE' };
    if (t === 'e') return { text: errors.get(Number(v)) ?? '#VALUE!', trouble: 'error' as const };
    const read = this.#letters.read(runsOf(String(v), fonts));
    const text = plainText(read.text);
    return text === '' ? null : { ...read, text, ...marksApart(read.text, text) };
  }

  #number(number: number, format: string): Pick<Cell, 'text' | 'number' | 'date' | 'percent'> {
    const shape = shapeOf(format);
    if (shape === 'percent') return { text: showPercent(number), number, percent: true };
    const date = shape === 'number' ? null : showSerial(number, shape, this.#date1904);
    return date ?? { text: String(number), number };
  }
}

/** The text cut where its font changes. */
function runsOf(text: string, fonts: readonly FontSpan[]): readonly FontRun[] {
  if (fonts.length === 0) return [{ text, font: null }];
  return fonts.map(({ start, font }, n) => ({ text: text.slice(start, fonts[n + 1]?.start), font }));
}

/** [MS-XLS] 2.5.10 */
const errors: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

function tooLarge(detail: string): UnreadableFile {
  return new UnreadableFile('ZIP_TOO_LARGE', detail, { seen: '.xls' });
}
