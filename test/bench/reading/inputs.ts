/** Files to read: always the same bytes, as large as asked for, written as office programs write them. */
import { frameOf, type PartText, XML, zipFile } from './zip-file.ts';

export const COLUMNS = 20;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LETTERS = Array.from({ length: COLUMNS }, (_, n) => String.fromCharCode(65 + n));
const units = Array.from({ length: 14 }, (_, n) => `Chi cục Quản lý số ${n + 1}`);
const names = Array.from({ length: 60 }, (_, n) => `Số lượt tiếp công dân được ghi nhận, loại ${n + 1}`);

/** Numbers that look like figures and never repeat evenly (a linear congruence, Numerical Recipes). */
function* figures(): Generator<number, never> {
  let state = 20_240_102;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** One row of values: a number, two texts that repeat, one of its own, a date, a share, figures. */
export function* rowsOf(count: number): Generator<readonly (string | number)[]> {
  const drawn = figures();
  const next = () => drawn.next().value;
  for (let row = 1; row <= count; row++) {
    yield [
      row,
      units[row % units.length] ?? '',
      names[row % names.length] ?? '',
      `Ghi chú của dòng ${row}: đã kiểm tra`,
      45_000 + (row % 365),
      Number(next().toFixed(4)),
      ...Array.from({ length: 7 }, () => Math.floor(next() * 100_000)),
      ...Array.from({ length: COLUMNS - 13 }, () => Number((next() * 1e6).toFixed(2))),
    ];
  }
}

/** A workbook of one sheet, as LibreOffice Calc saves it. */
export function workbook(rows: number): Buffer {
  const strings = [...units, ...names];
  return zipFile({
    ...frameOf('xl/workbook.xml', 'spreadsheetml.sheet.main', {
      worksheet: ['worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
      styles: ['styles.xml', 'spreadsheetml.styles'],
      sharedStrings: ['sharedStrings.xml', 'spreadsheetml.sharedStrings'],
    }),
    'xl/workbook.xml': [
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
      '<sheets><sheet name="Phụ lục" sheetId="1" state="visible" r:id="rId1"/></sheets></workbook>',
    ],
    'xl/styles.xml': [
      `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="10"/><name val="Times New Roman"/></font></fonts>`,
      '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">',
      ...[0, 14, 10].map(
        (format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
      ),
      '</cellXfs></styleSheet>',
    ],
    'xl/worksheets/sheet1.xml': sheet(rows, strings.length),
    'xl/sharedStrings.xml': sharedStrings(rows, strings),
  });
}

function* sheet(count: number, repeated: number): PartText {
  yield `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:T${count}"/><sheetData>`;
  let number = 0;
  for (const values of rowsOf(count)) {
    number++;
    yield `<row r="${number}" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">`;
    const texts = [number % units.length, units.length + (number % names.length), repeated + number - 1];
    for (const [column, value] of values.entries()) {
      const style = column === 4 ? 1 : column === 5 ? 2 : 0;
      const text = typeof value === 'string';
      const stored = text ? texts[column - 1] : value;
      yield `<c r="${LETTERS[column]}${number}" s="${style}" t="${text ? 's' : 'n'}"><v>${stored}</v></c>`;
    }
    yield '</row>';
  }
  yield '</sheetData></worksheet>';
}

function* sharedStrings(count: number, repeated: readonly string[]): PartText {
  const item = (text: string) => `<si><t xml:space="preserve">${text}</t></si>`;
  yield `${XML}<sst xmlns="${MAIN}">`;
  for (const text of repeated) yield item(text);
  for (const [, , , own] of rowsOf(count)) yield item(String(own));
  yield '</sst>';
}

/** The same rows as text cut by semicolons, decimals with a comma. */
export function csv(rows: number): Buffer {
  const lines = ['TT', 'Đơn vị', 'Chỉ tiêu', 'Ghi chú', 'Ngày', 'Tỷ lệ'];
  const header = [...lines, ...Array.from({ length: COLUMNS - 6 }, (_, n) => `Số liệu ${n + 1}`)].join(';');
  const text = [header];
  for (const row of rowsOf(rows)) {
    text.push(
      row.map((value) => (typeof value === 'string' ? value : String(value).replace('.', ','))).join(';'),
    );
  }
  return Buffer.from(`\ufeff${text.join('\r\n')}\r\n`);
}
