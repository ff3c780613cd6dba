/** Cases 10 to 20, 24, 27 and 28: workbooks that are right, and hard to read rightly. */
import { buildWorkbook, SPREADSHEET } from '../shared/reading/open/xlsx/build-workbook.ts';
import { zipOf } from '../shared/reading/open/zip/office-zip.ts';
import { workbook } from './bombs.ts';
import { type NastyCase, sampleRead } from './nasty-case.ts';
import {
  cellXml,
  figures,
  indicatorRows,
  reportRows,
  sheetRows,
  title,
  type Written,
  workbookOf,
} from './sample-report.ts';

const ROWS = 1_048_576;
const head = `<worksheet xmlns="${SPREADSHEET}"><sheetData>`;
const tail = '</sheetData></worksheet>';
const sampleEnd = reportRows().length;
const whole = Object.fromEntries(
  Object.entries(figures).map(([code, value]) => [code, [value, value] as const]),
);
const both = { ...sampleRead, values: whole };

export const sheets: readonly NastyCase[] = [
  {
    number: 10,
    name: '524,288 empty rows with a style, every other one down to the last',
    make: () =>
      workbook({
        sheet: styledRows((n) => `<row r="${n}" s="1" customFormat="1" ht="15.75" customHeight="1"/>`, 2),
      }),
    ends: both,
  },
  {
    number: 11,
    name: '262,144 rows of three empty cells with a style',
    make: () =>
      workbook({
        sheet: styledRows(
          (n) => `<row r="${n}"><c r="A${n}" s="1"/><c r="B${n}" s="1"/><c r="C${n}" s="1"/></row>`,
          4,
        ),
      }),
    ends: both,
  },
  {
    number: 12,
    name: 'a lone cell at XFD1048576',
    make: () =>
      workbook({
        sheet: `${head}${sheetRows(reportRows())}<row r="${ROWS}">${cellXml(`XFD${ROWS}`, 'x')}</row>${tail}`,
      }),
    ends: { ...both, pieces: { [`Biểu!XFD${ROWS}`]: 'x' } },
  },
  {
    number: 12,
    name: 'texts of two letters with 900,000 spaces between them',
    make: () => {
      const gap = (from: string, to: string) => `${from}${' '.repeat(900_000)}${to}`;
      const rows = reportRows({ E03: gap('a', 'b') });
      return workbookOf([[gap('Lạng Sơn, ngày', 'tháng')], [gap('I', 'x')], [gap('a', 'b: c')], ...rows]);
    },
    ends: { ...sampleRead, values: { ...whole, E03: ['a b', null] } },
  },
  {
    number: 13,
    name: '57,893 merged areas',
    make: () => {
      const merges = Array.from(
        { length: 57_893 },
        (_, n) => `<mergeCell ref="H${n * 2 + 60}:J${n * 2 + 61}"/>`,
      );
      const after = `<mergeCells count="57893">${merges.join('')}</mergeCells>`;
      return buildWorkbook({ sheets: [{ name: 'Biểu', rows: sheetRows(reportRows()), after }] });
    },
    ends: both,
  },
  {
    number: 14,
    name: 'a formula without a stored result is never 0',
    make: () => replaced('A01', (at) => `<c r="${at}"><f>SUM(1,5)</f></c>`),
    ends: {
      state: 'rejected',
      says: ['FORMULA_NO_VALUE', 'NARRATIVE_MISSING'],
      values: { ...whole, A01: [null, 6] },
    },
  },
  {
    number: 15,
    name: 'days counted from 1904, and a cell that stores a day as text',
    make: () =>
      buildWorkbook({
        date1904: true,
        styles: '<numFmts/><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
        sheets: [
          {
            name: 'Biểu',
            // 2024-01-19 is day 43,848 since the first of January 1904.
            rows: rowsWith({
              B01: (at) => `<c r="${at}" s="1"><v>43848</v></c>`,
              E02: (at) => `<c r="${at}" s="1" t="d"><v>2024-02-21T00:00:00Z</v></c>`,
            }),
          },
        ],
      }),
    ends: { ...sampleRead, values: { ...whole, B01: ['2024-01-19', null], E02: ['2024-02-21', null] } },
  },
  {
    number: 16,
    name: 'rich text with readings beside it, and inline text of two runs',
    make: () =>
      buildWorkbook({
        strings:
          '<si><r><rPr><b/></rPr><t xml:space="preserve">SỞ TÀI NGUYÊN </t></r><r><t>VÀ MÔI TRƯỜNG</t></r><rPh sb="0" eb="2"><t>đọc là</t></rPh><phoneticPr fontId="1"/></si>',
        sheets: [
          {
            name: 'Biểu',
            rows: rowsWith({
              title: () => '<c r="A1" t="s"><v>0</v></c>',
              E03: (at) =>
                `<c r="${at}" t="inlineStr"><is><r><t xml:space="preserve">Kinh phí </t></r><r><t>hạn hẹp.</t></r></is></c>`,
            }),
          },
        ],
      }),
    ends: {
      ...both,
      values: { ...whole, E03: ['Kinh phí hạn hẹp.', null] },
      pieces: { 'Biểu!A1': 'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG' },
    },
  },
  {
    number: 17,
    name: 'rows and cells without addresses, names with a prefix',
    make: () => {
      const rows = sheetRows(reportRows().map((row) => row.map((written) => written ?? '')));
      const bare = `${head}${rows}${tail}`.replace(/ r="[A-Z]*\d+"/g, '');
      const xml = bare.replace(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
      return buildWorkbook({ sheets: [{ name: 'Biểu', xml }] });
    },
    ends: both,
  },
  {
    number: 18,
    name: 'a sheet hidden for good holds one of the figures otherwise',
    make: () =>
      buildWorkbook({
        sheets: [
          { name: 'Biểu', rows: sheetRows(reportRows()) },
          { name: 'cũ', state: 'veryHidden', rows: sheetRows(reportRows({ A03: 150 })) },
        ],
      }),
    ends: {
      state: 'rejected',
      says: ['DUPLICATE_DIFFERS', 'HIDDEN_SHEET', 'NARRATIVE_MISSING'],
      values: whole,
    },
  },
  ...[0, 1, 2].map((shift): NastyCase => {
    // Letters of two and three bytes over several blocks of inflated data, in each of the three positions.
    const long = `${'x'.repeat(shift)}${'Đề nghị hỗ trợ kinh phí ở thôn biên giới. '.repeat(1500)}`.trim();
    return {
      number: 19,
      name: `Vietnamese text over the borders of inflated blocks, shifted by ${shift}`,
      make: () => workbookOf(reportRows({ E03: long })),
      ends: { ...sampleRead, values: { ...whole, E03: [long, null] } },
    };
  }),
  {
    number: 20,
    name: 'decomposed letters, and tones on the other vowel',
    make: () => {
      const otherTones = reportRows().map((row) =>
        row.map((text) => (typeof text === 'string' ? text.replaceAll('hòa', 'hoà').normalize('NFD') : text)),
      );
      return workbookOf(
        otherTones.map((row) => row.map((text, n) => (n === 1 && row.length > 1 ? '' : text))),
      );
    },
    ends: {
      ...both,
      says: ['DECOMPOSED_LETTERS', 'NARRATIVE_MISSING'],
      pieces: { 'Biểu!D5': 'Đơn vị tính' },
    },
  },
  {
    number: 24,
    name: 'one column with 1.234, 1.234,5 and 56049100664.36 as texts',
    make: () => workbookOf(reportRows({ A03: '1.234', B05: '1.234,5', A04: '56049100664.36' })),
    ends: {
      state: 'rejected',
      says: ['CUMULATIVE_BELOW_PERIOD', 'NARRATIVE_MISSING', 'NOT_WHOLE', 'NOT_WHOLE', 'SEPARATOR_MIXED'],
      values: { ...whole, A03: [1234, 142], B05: [null, 164], A04: [null, 17] },
    },
  },
  {
    number: 27,
    name: 'the same indicators in two tables, once otherwise',
    make: () => {
      const again = [[], ...reportRows({ A04: 18 }).slice(4, 20)] as (readonly Written[])[];
      return workbookOf([...reportRows(), ...again]);
    },
    ends: { state: 'rejected', says: duplicates(), values: whole },
  },
  {
    number: 28,
    name: "another unit's report",
    unit: 'CCBVMT',
    make: () => workbookOf(reportRows()),
    ends: { state: 'rejected', says: ['NARRATIVE_MISSING', 'OTHER_UNIT'] },
  },
  {
    number: 28,
    name: "another period's report",
    period: '9T-2024',
    make: () => workbookOf(reportRows()),
    ends: { state: 'rejected', says: ['CUMULATIVE_IN_PERIOD', 'NARRATIVE_MISSING', 'OTHER_PERIOD'] },
  },
  {
    number: 28,
    name: "last year's title",
    make: () =>
      workbookOf([
        ...title.map((row) => row.map((text) => String(text).replace('2024', '2023'))),
        ...reportRows().slice(title.length),
      ]),
    ends: { state: 'rejected', says: ['NARRATIVE_MISSING', 'OTHER_PERIOD'] },
  },
  {
    number: 9,
    name: 'a zip of pictures under the name of a workbook',
    make: () => zipOf({ 'anh 1.jpg': 'x', 'anh 2.jpg': 'y' }),
    ends: { state: 'unreadable', says: ['PICTURE'] },
  },
];

/** Whatever stands twice is said: once as a contradiction, else as a repetition. */
function duplicates(): string[] {
  const repeated = indicatorRows()
    .slice(0, 15)
    .map(([, code, , , , cumulative]) => [String(code), cumulative] as const);
  const same = repeated.flatMap(([code, cumulative]) => {
    const slots = cumulative === null ? 1 : 2;
    return code === 'A04' ? slots - 1 : slots;
  });
  const count = same.reduce((sum, slots) => sum + slots, 0);
  const shown = Math.min(count, 20);
  const more = count > shown ? ['MORE_OF_A_KIND'] : [];
  return ['DUPLICATE_DIFFERS', ...Array(shown).fill('DUPLICATE_SAME'), ...more, 'NARRATIVE_MISSING'];
}

/** The sample, and below it rows so far from each other, the last of them the sheet's last. */
function styledRows(row: (n: number) => string, apart: number): Uint8Array {
  const rows: string[] = [];
  for (let n = ROWS - apart * Math.floor((ROWS - sampleEnd - 1) / apart); n <= ROWS; n += apart)
    rows.push(row(n));
  return Buffer.from(`${head}${sheetRows(reportRows())}${rows.join('')}${tail}`);
}

/** The sample's rows, some cells written by hand; `title` is A1, a code its figure of the period. */
function rowsWith(cells: Readonly<Record<string, (at: string) => string>>): string {
  const rows = reportRows().map((row, r) => {
    const written = row.map((value, c) => {
      const at = `${String.fromCharCode(65 + c)}${r + 1}`;
      const own = cells[r === 0 ? 'title' : c === 4 ? String(row[1]) : ''];
      return own ? own(at) : cellXml(at, value);
    });
    return `<row r="${r + 1}">${written.join('')}</row>`;
  });
  return rows.join('');
}

function replaced(code: string, cell: (at: string) => string): Uint8Array {
  return buildWorkbook({ sheets: [{ name: 'Biểu', rows: rowsWith({ [code]: cell }) }] });
}
