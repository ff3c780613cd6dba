// write_sheetjs.mjs <work.json>: writes workbooks as a SheetJS-kind library does. See writers.py.
import { readFileSync, writeFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';

const states = { visible: 0, hidden: 1, veryHidden: 2 };
const dayZero = Date.UTC(1899, 11, 30);

for (const { target, sheets } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const book = XLSX.utils.book_new();
  for (const { name, cells, merges } of sheets) {
    const sheet = {};
    const range = { s: { r: 0, c: 0 }, e: { r: 0, c: 0 } };
    for (const [row, column, value, kind] of cells) {
      sheet[XLSX.utils.encode_cell({ r: row - 1, c: column - 1 })] = cellOf(value, kind);
      range.e.r = Math.max(range.e.r, row - 1);
      range.e.c = Math.max(range.e.c, column - 1);
    }
    sheet['!ref'] = XLSX.utils.encode_range(range);
    sheet['!merges'] = merges.map(([top, left, bottom, right]) => ({
      s: { r: top - 1, c: left - 1 },
      e: { r: bottom - 1, c: right - 1 },
    }));
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = { Sheets: sheets.map(({ name, state }) => ({ name, Hidden: states[state] })) };
  writeFileSync(
    target,
    XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }),
  );
}

function cellOf(value, kind) {
  if (kind === 'date') return { t: 'n', v: (Date.parse(value) - dayZero) / 86_400_000, z: 'dd/mm/yyyy' };
  return typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: value };
}
