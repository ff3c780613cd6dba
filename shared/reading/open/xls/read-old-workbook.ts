import type { CellObject, RowInfo, WorkBook, WorkSheet } from '@e965/xlsx';
import { markIn } from '../../model/consolidated-mark.ts';
import type { Cell, NeutralDocument, Table } from '../../model/document.ts';
import { Budget } from '../budget.ts';
import { CellAllowance } from '../cell-allowance.ts';
import { LegacyReader } from '../legacy-fonts/legacy-text.ts';
import { IN_PICTURES } from '../looks/figure-letters.ts';
import { cellOfLetters, type LookedRun, lettersThatCount } from '../looks/letters.ts';
import { disguised } from '../number-shapes/disguised.ts';
import { shapeOf, showPercent, showsNothing, withPercentSign } from '../number-shapes/number-format.ts';
import { showSerial } from '../number-shapes/serial-date.ts';
import {
  type CellValue,
  type DraftCell,
  type DraftSheet,
  finishSheets,
  withoutLetters,
} from '../sheets/finish-sheets.ts';
import { isTooLow, isTooNarrow, type Lines, unseenAmong } from '../sheets/unseen-sizes.ts';
import { SkippedLog } from '../skipped-log.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { formatAddress } from '../xlsx/cell-address.ts';
import { applyMerges } from '../xlsx/merges.ts';
import { type ActiveRecord, linksIn } from './active-records.ts';
import { type CellFonts, cellFontsOf, type FontSpan } from './cell-fonts.ts';
import { lettersOf } from './code-page.ts';
import { DEFAULT_PASSWORD, withoutDefaultPassword } from './default-password.ts';
import { type DrawnObject, drawnObjectsIn } from './drawn-objects.ts';
import { lookRulesIn } from './look-rules.ts';

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
  const { book, fonts, rules, objects, letters, active } = parse(library, bytes);
  const skipped = new SkippedLog();
  if (book.vbaraw !== undefined) skipped.add('part', 'macros', null);
  for (const { why, text, count } of active) skipped.add('part', why, null, count, text);
  const reader = new SheetReader(skipped, book.Workbook?.WBProps?.date1904 === true, letters, budget);
  const sheets = book.SheetNames.flatMap((name, n): SheetRead[] => {
    const sheet = book.Sheets[name];
    const where = { sheet: letters(name).normalize('NFC'), cell: 'A1' };
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) {
      skipped.add('sheet', sheet?.['!type'] === 'chart' ? 'chartsheet' : 'macro-sheet', where);
      return [];
    }
    const state = book.Workbook?.Sheets?.[n]?.Hidden ?? 0;
    if (state !== 0) skipped.add('sheet', state === 2 ? 'very-hidden-sheet' : 'hidden-sheet', where);
    for (const { what, why } of objects.filter((object) => object.sheet === name))
      skipped.add(what, why, where);
    const { draft, table } = reader.read(where.sheet, fonts.get(name), sheet, state !== 0);
    return [{ draft: { ...draft, rules: rules.get(name) ?? [] }, table }];
  });
  const cells = await finishSheets(
    sheets.map(({ draft }) => draft),
    skipped,
  );
  const blocks = sheets.map(({ table }, n) => ({ ...table, cells: cells[n] ?? [] }));
  const mark = markIn(book.Props?.Keywords ?? '');
  return { format: 'xls', blocks, skipped: skipped.list(), ...(mark && { mark }) };
}

interface SheetRead {
  readonly draft: DraftSheet;
  readonly table: Omit<Table, 'cells'>;
}

interface Parsed {
  readonly book: WorkBook;
  readonly fonts: CellFonts;
  readonly rules: ReturnType<typeof lookRulesIn>;
  readonly objects: readonly DrawnObject[];
  readonly letters: (text: string) => string;
  readonly active: readonly ActiveRecord[];
}

function parse({ read, CFB }: Library, bytes: Uint8Array): Parsed {
  try {
    const protection = withoutDefaultPassword(streamOf(CFB, bytes));
    if (protection.kind === 'password') throw new Error('another password than the default one');
    const stream = protection.kind === 'opened' ? protection.stream : streamOf(CFB, bytes);
    const book = read(protection.kind === 'opened' ? stream : bytes, {
      type: 'array',
      dense: true,
      cellFormula: true,
      cellHTML: false,
      cellNF: true,
      cellStyles: true,
      cellText: false,
      bookVBA: true,
      password: DEFAULT_PASSWORD,
    });
    const letters = lettersOf(stream);
    // Where bytes are mixed only the library can undo it, and styles cannot be told.
    if (protection.kind === 'mixed') {
      const nothing = { fonts: new Map(), rules: new Map(), objects: [] };
      return { book, ...nothing, letters, active: embeddedIn(CFB, bytes) };
    }
    const active = [...embeddedIn(CFB, bytes), ...linksIn(stream)];
    const [fonts, rules] = [cellFontsOf(stream), lookRulesIn(stream)];
    return { book, fonts, rules, objects: drawnObjectsIn(stream), letters, active };
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

/** Objects of other programs lie in storages of their own beside the stream of cells. */
function embeddedIn(container: Library['CFB'], bytes: Uint8Array): readonly ActiveRecord[] {
  if (bytes[0] !== 0xd0) return [];
  const parsed: unknown = container.read(bytes, { type: 'array' });
  const paths: unknown = typeof parsed === 'object' && parsed !== null && Reflect.get(parsed, 'FullPaths');
  if (!Array.isArray(paths)) return [];
  const count = paths.filter((path) => /\/(MBD|LNK)[0-9A-F]{8}\/$/i.test(String(path))).length;
  return count > 0 ? [{ why: 'embedded-object', count }] : [];
}

type SheetFonts = ReadonlyMap<string, readonly FontSpan[]> | undefined;

class SheetReader {
  readonly #skipped: SkippedLog;
  readonly #date1904: boolean;
  readonly #codePage: (text: string) => string;
  readonly #letters = new LegacyReader();
  readonly #allowance = new CellAllowance();
  readonly #budget: Budget;

  constructor(skipped: SkippedLog, date1904: boolean, codePage: (text: string) => string, budget: Budget) {
    this.#budget = budget;
    this.#skipped = skipped;
    this.#date1904 = date1904;
    this.#codePage = codePage;
  }

  /** @param name as it is shown */
  read(name: string, fonts: SheetFonts, sheet: WorkSheet, hidden: boolean): SheetRead {
    const drafts: DraftCell[] = [];
    for (const [r, row] of (sheet['!data'] ?? []).entries()) {
      this.#budget.ask();
      for (const [c, stored] of (row ?? []).entries()) {
        if (!stored) continue;
        const place = { row: r + 1, column: c + 1 };
        const source = { sheet: name, cell: formatAddress(place) };
        if (stored.c && stored.c.length > 0) this.#skipped.add('note', 'comment', source, stored.c.length);
        const value = this.#value(stored, fonts?.get(`${r},${c}`) ?? []);
        if (!value) continue;
        this.#allowance.take(value.text.length);
        drafts.push({ ...place, ...value, rowSpan: 1, columnSpan: 1, source });
      }
    }
    const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
      from: { row: s.r + 1, column: s.c + 1 },
      to: { row: e.r + 1, column: e.c + 1 },
    }));
    const covered: DraftCell[] = [];
    const visible = applyMerges(drafts, merges, (cell) => {
      if (cell.text !== '') this.#skipped.add('cell', 'covered-by-merge', cell.source);
      covered.push(cell);
    });
    const [rows, columns] = [sheet['!rows'] ?? [], sheet['!cols'] ?? []];
    const isLeftOut = (row: RowInfo | undefined) => row?.hidden === true || row?.hpt === 0;
    const leftOut = new Set(visible.map(({ row }) => row).filter((row) => isLeftOut(rows[row - 1])));
    const unseenRows = linesOf(rows, (row) => isLeftOut(row) || isTooLow(row.hpt));
    const unseenColumns = linesOf(columns, ({ hidden, width }) => hidden === true || isTooNarrow(width));
    const hiddenRows = unseenAmong(visible, 'row', unseenRows);
    const hiddenColumns = unseenAmong(visible, 'column', unseenColumns);
    return {
      draft: { name, all: [...visible, ...covered], visible, hiddenRows: leftOut },
      table: {
        kind: 'table',
        sheet: name,
        hidden,
        ...(hiddenRows.size > 0 && { hiddenRows }),
        ...(hiddenColumns.size > 0 && { hiddenColumns }),
      },
    };
  }

  #value(stored: CellObject, fonts: readonly FontSpan[]): CellValue | null {
    const value = this.#seen(stored, fonts);
    if (typeof stored.f !== 'string') return value;
    const formula = { text: stored.f, language: 'excel' as const };
    return { ...(value ?? { text: '' }), formula };
  }

  #seen({ t, v, z }: CellObject, fonts: readonly FontSpan[]): CellValue | null {
    if (v === undefined || v === null) return null;
    if (t !== 'n' && t !== 'b' && t !== 'e') return this.#text(String(v), fonts);
    const value = this.#stored(t, v, typeof z === 'string' ? z : 'General');
    const { struck, hidden, pictures } = fonts[0]?.look ?? {};
    if (struck) return withoutLetters(value, 'struck-text');
    const shown = !hidden && !(typeof z === 'string' && showsNothing(z));
    if (!shown) return withoutLetters(value, 'hidden-text');
    const isFigure = value.number !== undefined || value.date !== undefined;
    return pictures && isFigure ? { ...value, doubt: IN_PICTURES } : value;
  }

  #stored(t: 'n' | 'b' | 'e', v: NonNullable<CellObject['v']>, format: string): CellValue {
    if (t === 'n' && typeof v === 'number') return this.#number(v, format);
    if (t === 'b') return { text: v === true ? 'TRUE' : 'FALSE' };
    return { text: errors.get(Number(v)) ?? '#VALUE!', trouble: 'error' };
  }

  #text(stored: string, fonts: readonly FontSpan[]): CellValue | null {
    const letters = lettersThatCount(
      // Fonts of before Unicode have a code of their own.
      runsOf(stored, fonts).map((run) =>
        run.font === null ? { ...run, text: this.#codePage(run.text) } : run,
      ),
    );
    return cellOfLetters(this.#letters.read(letters.runs), letters);
  }

  #number(number: number, format: string): Pick<Cell, 'text' | 'number' | 'date' | 'percent'> {
    const shape = shapeOf(format);
    if (shape === 'percent') return { text: showPercent(number), number, percent: true };
    if (shape === 'percent-sign') return { text: withPercentSign(number), number };
    if (typeof shape === 'object' && 'code' in shape) return disguised(number, shape);
    const date = shape === 'number' ? null : showSerial(number, shape, this.#date1904);
    return date ?? { text: String(number), number };
  }
}

/** The text cut where its font changes. */
function runsOf(text: string, fonts: readonly FontSpan[]): readonly LookedRun[] {
  if (fonts.length === 0) return [{ text, font: null }];
  return fonts.map(({ start, ...font }, n) => ({ text: text.slice(start, fonts[n + 1]?.start), ...font }));
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

/** A sheet describes but some of its rows and columns. */
function linesOf<L>(described: readonly (L | undefined)[], isUnseen: (line: L) => boolean): readonly Lines[] {
  return described.flatMap((line, n) => (line && isUnseen(line) ? [{ from: n + 1, to: n + 1 }] : []));
}
