/** Sheets by three programs: what each stores, and how, is its own. */
import { utils, type WorkSheet, write } from '@e965/xlsx';
import exceljs from 'exceljs';
import { type Cell, type MergeRange, writeXlsx } from 'hucre/xlsx';
import type { Draft } from '../draft.ts';
import { formatOf, onASheet, type SheetCell, serialOf } from './on-a-sheet.ts';

const sheetName = 'Số liệu';

export async function byHucre(draft: Draft): Promise<Uint8Array> {
  const placed = onASheet(draft);
  const cells = new Map(
    placed.map((cell): [string, Partial<Cell>] => {
      const stored = storedIn(cell);
      const format = typeof stored === 'string' ? {} : { style: { numFmt: formatOf(cell) } };
      return [`${cell.row},${cell.column}`, { value: stored, ...format }];
    }),
  );
  const merges = placed.filter(isMerged).map(
    (cell): MergeRange => ({
      ...{ startRow: cell.row, startCol: cell.column },
      ...{ endRow: cell.row + cell.rowSpan - 1, endCol: cell.column + cell.columnSpan - 1 },
    }),
  );
  return writeXlsx({ sheets: [{ name: sheetName, rows: [], cells, merges }] });
}

export async function byExceljs(draft: Draft): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet(sheetName);
  for (const placed of onASheet(draft)) {
    const cell = sheet.getCell(placed.row + 1, placed.column + 1);
    const stored = storedIn(placed);
    cell.value =
      placed.date !== undefined && typeof stored === 'number' ? new Date(`${placed.date}T00:00:00Z`) : stored;
    if (typeof stored === 'number') cell.numFmt = formatOf(placed);
    cell.font = { name: 'Times New Roman', size: 12, bold: placed.bold };
    cell.alignment = { wrapText: true, ...(placed.align && { horizontal: placed.align }) };
    if (isMerged(placed)) {
      const [row, column] = [placed.row + 1, placed.column + 1];
      sheet.mergeCells(row, column, row + placed.rowSpan - 1, column + placed.columnSpan - 1);
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A workbook of Excel 97 to 2003. */
export function bySheetJs(draft: Draft): Uint8Array {
  const placed = onASheet(draft);
  const sheet: WorkSheet = {};
  const last = { r: 0, c: 0 };
  for (const cell of placed) {
    const stored = storedIn(cell);
    sheet[utils.encode_cell({ r: cell.row, c: cell.column })] =
      typeof stored === 'number' ? { t: 'n', v: stored, z: formatOf(cell) } : { t: 's', v: stored };
    last.r = Math.max(last.r, cell.row + cell.rowSpan - 1);
    last.c = Math.max(last.c, cell.column + cell.columnSpan - 1);
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: last });
  sheet['!merges'] = placed.filter(isMerged).map(({ row, column, rowSpan, columnSpan }) => ({
    s: { r: row, c: column },
    e: { r: row + rowSpan - 1, c: column + columnSpan - 1 },
  }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, sheetName);
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }));
}

function storedIn({ text, number, date }: SheetCell): string | number {
  return date === undefined ? (number ?? text) : serialOf(date);
}

function isMerged({ rowSpan, columnSpan }: SheetCell): boolean {
  return rowSpan > 1 || columnSpan > 1;
}
