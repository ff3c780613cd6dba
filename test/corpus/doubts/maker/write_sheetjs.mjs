// write_sheetjs.mjs <work.json>: writes a form and its text as a program built on SheetJS does.
import { readFileSync, writeFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';

const { target, kind, cells, text } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const sheet = {};
let last = 0;
for (const [r, c, value] of cells) {
  const address = XLSX.utils.encode_cell({ r, c });
  if (typeof value === 'object') sheet[address] = { t: 'n', ...value };
  else sheet[address] = { t: typeof value === 'number' ? 'n' : 's', v: value };
  last = Math.max(last, r);
}
sheet['!ref'] = `A1:G${last + 1}`;
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, 'Số liệu');
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(text.map((line) => [line])), 'Lời văn');
writeFileSync(target, XLSX.write(book, { type: 'buffer', bookType: kind, compression: true, bookSST: true }));
