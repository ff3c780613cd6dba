/** Cases 29 to 33: small files in which a little repeats, calls or points to itself until nobody could read it. */
import { deflateSync } from 'node:zlib';
import { buildDocument, p } from '../shared/reading/open/docx/build-document.ts';
import { buildOdf } from '../shared/reading/open/odf/build-odf.ts';
import { buildWorkbook } from '../shared/reading/open/xlsx/build-workbook.ts';
import { type NastyCase, unreadable } from './nasty-case.ts';
import { oldWorkbook, page, pdf, stream } from './paper-and-old.ts';
import { cellXml, csvOf, header, reportRows, sheetRows } from './sample-report.ts';

const each = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const untitled = ['PERIOD_NOT_STATED', 'UNIT_NOT_STATED'] as const;
const unknownForm = { state: 'rejected', says: ['NO_FORM', ...untitled] } as const;
const sampleRead = { state: 'accepted-with-warnings', says: ['NARRATIVE_MISSING'] } as const;
const missingRows = Array<string>(5).fill('MISSING_ROWS');
const noNumber = {
  state: 'rejected',
  says: ['NARRATIVE_MISSING', 'NOT_A_NUMBER', 'CUMULATIVE_BLANK', ...missingRows, ...untitled],
} as const;
/** Of the same finding in thousands of cells the first twenty stand, and one that counts the others. */
const noNumbers = {
  state: 'rejected',
  says: [
    'NARRATIVE_MISSING',
    'MORE_OF_A_KIND',
    ...Array<string>(20).fill('NOT_A_NUMBER'),
    ...missingRows,
    ...untitled,
  ],
} as const;
const tooMuch = unreadable('TOO_MUCH_TO_READ');

export const amplifiers: readonly NastyCase[] = [
  {
    number: 29,
    name: 'a number of 900,000 digits and a letter',
    make: () => rows(cells(['A01', 'Số'], `<c r="E2"><v>${'1'.repeat(900_000)}x</v></c>`)),
    ends: noNumber,
  },
  ...['1x1', '1+x1', '1%x1', '12 x1', '(1x', '1,x,1', '1. x1'].map((text): NastyCase => {
    const [before = '', after = ''] = text.split('x');
    return {
      number: 29,
      name: `one text, ${before}…${after} over a hundred spaces, in 4,000 cells`,
      make: () => sharedText(`${before}${' '.repeat(98)}x${after}`, 2000),
      ends: noNumbers,
    };
  }),
  {
    number: 29,
    name: 'number formats of brackets that are never closed, each with 20,000',
    make: () => {
      const formats = each(200, (n) => `<numFmt numFmtId="${200 + n}" formatCode="${'['.repeat(20_000)}"/>`);
      const uses = each(200, (n) => `<xf numFmtId="${200 + n}"/>`);
      const styles = `<numFmts>${formats.join('')}</numFmts><cellXfs>${uses.join('')}</cellXfs>`;
      return buildWorkbook({ styles, sheets: [{ name: 'Biểu', rows: sheetRows(reportRows()) }] });
    },
    ends: sampleRead,
  },
  ...(['docx', 'odt', 'ods'] as const).flatMap((format) =>
    [0, 1, 2].map(
      (kind): NastyCase => ({
        number: 30,
        name: `${format}: 20,000 styles, each based on ${['the next, in a circle', 'the one before', 'itself'][kind]}`,
        make: () =>
          styleChain(format, {
            // All three formats work a style out in one place: that many hang on each other is tried of one.
            ...{ count: 20_000, uses: format === 'docx' && kind === 0 ? 20_000 : 1000 },
            baseOf: (n, of) => [(n + 1) % of, Math.max(0, n - 1), n][kind] ?? 0,
          }),
        ends: unknownForm,
      }),
    ),
  ),
  {
    number: 30,
    name: 'docx: a list of 20,000 levels, a paragraph in each',
    make: () => {
      const levels = each(20_000, (n) => `<w:lvl w:ilvl="${n}"><w:lvlText w:val="%1."/></w:lvl>`);
      const place = (n: number) =>
        `<w:pPr><w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="1"/></w:numPr></w:pPr>`;
      return buildDocument({
        numbering: `<w:abstractNum w:abstractNumId="1">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
        body: each(20_000, (n) => p('x', place(n))).join(''),
      });
    },
    ends: unknownForm,
  },
  {
    number: 31,
    name: 'a pdf of forms that call forms, thirty times each and seven deep',
    make: () => nestedForms({ deep: 7, times: 30 }),
    ends: tooMuch,
  },
  {
    number: 31,
    name: 'a pdf of forms that call the next one 1,500 times, each with ten letters',
    make: () => nestedForms({ deep: 3, times: 1500, inner: 'BT /F1 9 Tf (x) Tj ET '.repeat(10) }),
    ends: tooMuch,
  },
  {
    number: 31,
    name: 'a pdf of forms that call each other in a circle',
    make: () => nestedForms({ deep: 5, times: 30, circle: true }),
    ends: tooMuch,
  },
  ...[
    '<00000000> <ffffffff> <0020>',
    '<000000> <ffffff> <0020>\n'.repeat(100),
    '<0000> <ffff> <0020>\n'.repeat(200),
    '<000000><ffffff>[<0020>]\n'.repeat(20),
  ].map(
    (ranges, n): NastyCase => ({
      number: 31,
      name: `a pdf whose font maps more codes than there are, ${n}`,
      make: () => mappedFont(`1 beginbfrange\n${ranges}\nendbfrange`),
      ends: tooMuch,
    }),
  ),
  {
    number: 31,
    name: 'a pdf of 200,000 words that begin streams',
    make: () => Buffer.from(`%PDF-1.7\n${'>>stream\n'.repeat(200_000)}endstream`),
    ends: unreadable('ZIP_TOO_LARGE'),
  },
  {
    number: 32,
    name: 'an ods of 16,000 described columns and 300,000 cells',
    make: () => {
      const columns = each(16_000, (n) => `<table:table-column table:default-cell-style-name="c${n}"/>`);
      const row = `<table:table-row>${'<table:table-cell/>'.repeat(15_000)}</table:table-row>`;
      return buildOdf(
        'spreadsheet',
        `<table:table table:name="S">${columns.join('')}${row.repeat(20)}</table:table>`,
      );
    },
    ends: unknownForm,
  },
  {
    number: 32,
    name: 'an old workbook of 20,000 merged areas over all rows',
    make: () => oldWorkbook(reportRows(), (book) => withMerges(book, 20_000)),
    ends: { state: 'accepted-with-warnings', says: ['NARRATIVE_MISSING', ...untitled] },
  },
  {
    number: 32,
    name: 'a csv of 19 MB of digits in one field',
    make: () => Buffer.from(`${csvOf(reportRows())}${'1'.repeat(19_000_000)};x;1\r\n`),
    ends: sampleRead,
  },
  {
    number: 32,
    name: 'a csv of 4 MB of spaces between two figures',
    make: () => Buffer.from(`${csvOf(reportRows())}1${' '.repeat(4_000_000)}2;x;1\r\n`),
    ends: sampleRead,
  },
  {
    number: 32,
    name: 'a plain text of 50 MB of digits',
    make: () => Buffer.from('1'.repeat(50_000_000)),
    ends: unreadable('ZIP_TOO_LARGE'),
  },
  {
    number: 32,
    name: 'quotations opened 2,000,000 times',
    make: () => Buffer.from(`${';"'.repeat(2_000_000)}\r\n${';"'.repeat(100)}`),
    ends: unreadable('FILE_UNKNOWN'),
  },
  {
    number: 33,
    name: 'one text of a million spaces in 20,000 cells',
    make: () => sharedText(`${' '.repeat(900_000)}`, 10_000),
    ends: { state: 'rejected', says: ['EMPTY_REPORT', ...untitled] },
  },
  {
    number: 33,
    name: 'one formula without a result, of 30,000 letters, in 2,000 cells',
    make: () =>
      rows(
        each(2000, (n) =>
          cells(['A01', 'Số'], `<c r="E${n + 2}"><f>${'A1+'.repeat(10_000)}A1</f></c>`, n + 2),
        ).join(''),
      ),
    ends: unreadable('ZIP_TOO_LARGE'),
  },
  {
    number: 33,
    name: 'a paragraph of 900,000 letters that might be a heading',
    make: () => buildDocument({ body: p(`I. ${'ngày . tháng '.repeat(70_000)}`).repeat(5) }),
    ends: unknownForm,
  },
];

function rows(below: string): Uint8Array {
  return buildWorkbook({ sheets: [{ name: 'Biểu', rows: `${sheetRows([header])}${below}` }] });
}

/** A row of the form's code and name, and one cell more. */
function cells([code, name]: readonly [string, string], more: string, row = 2): string {
  return `<row r="${row}">${cellXml(`B${row}`, code)}${cellXml(`C${row}`, name)}${more}</row>`;
}

/** One text in both columns of figures, in as many rows. */
function sharedText(text: string, count: number): Uint8Array {
  const row = (n: number) =>
    cells(['A01', 'Số'], `<c r="E${n}" t="s"><v>0</v></c><c r="F${n}" t="s"><v>0</v></c>`, n);
  return buildWorkbook({
    strings: `<si><t xml:space="preserve">${text}</t></si>`,
    sheets: [{ name: 'Biểu', rows: `${sheetRows([header])}${each(count, (n) => row(n + 2)).join('')}` }],
  });
}

interface Chain {
  readonly count: number;
  readonly uses: number;
  readonly baseOf: (n: number, of: number) => number;
}

/** So many styles; those used are spread over them, the last first, each by a paragraph or a cell of its own. */
function styleChain(format: 'docx' | 'odt' | 'ods', { count, uses, baseOf }: Chain) {
  const used = each(uses, (n) => count - 1 - n * Math.floor(count / uses));
  if (format === 'docx') {
    return buildDocument({
      styles: each(
        count,
        (n) =>
          `<w:style w:type="paragraph" w:styleId="s${n}"><w:basedOn w:val="s${baseOf(n, count)}"/></w:style>`,
      ).join(''),
      body: used.map((n) => p('x', `<w:pPr><w:pStyle w:val="s${n}"/></w:pPr>`)).join(''),
    });
  }
  const family = format === 'odt' ? 'paragraph' : 'table-cell';
  const automatic = each(
    count,
    (n) =>
      `<style:style style:name="s${n}" style:family="${family}" style:parent-style-name="s${baseOf(n, count)}"/>`,
  ).join('');
  if (format === 'odt') {
    const body = used.map((n) => `<text:p text:style-name="s${n}">x</text:p>`).join('');
    return buildOdf('text', body, { automatic });
  }
  const cell = (n: number) =>
    `<table:table-row><table:table-cell table:style-name="s${n}" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`;
  return buildOdf('spreadsheet', `<table:table table:name="S">${used.map(cell).join('')}</table:table>`, {
    automatic,
  });
}

interface Nesting {
  readonly deep: number;
  readonly times: number;
  /** What the innermost form draws. */
  readonly inner?: string;
  /** The innermost form calls the outermost one. */
  readonly circle?: true;
  /** Keys that each form has besides. */
  readonly more?: string;
}

const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const firstForm = 6;

export function nestedForms({
  deep,
  times,
  inner = 'BT /F1 9 Tf (x) Tj ET',
  circle,
  more = '',
}: Nesting): Uint8Array {
  const forms = each(deep, (n) => {
    const last = n === deep - 1;
    const called = last ? firstForm : firstForm + n + 1;
    const calls = !last || circle ? `/XObject << /X ${called} 0 R >>` : '';
    const dictionary = `/Type /XObject /Subtype /Form ${more} /BBox [0 0 600 850] /Resources << /Font << /F1 5 0 R >> ${calls} >>`;
    return stream(dictionary, Buffer.from(last && !circle ? inner : '/X Do '.repeat(times)));
  });
  return pdf([
    page.replace('/Resources << >>', `/Resources << /XObject << /X ${firstForm} 0 R >> >>`),
    stream('/Filter /FlateDecode', deflateSync(Buffer.from('/X Do'))),
    font,
    ...forms,
  ]);
}

/**
 * A page in a font with such a map of its codes to letters.
 * @param packing how the map is kept, and how the page's own stream is where all streams are enciphered
 */
export function mappedFont(
  ranges: string,
  packing: {
    readonly filter: string;
    readonly pack: (map: Buffer) => Buffer;
    readonly lock?: (object: number) => (data: Buffer) => Buffer;
  } = { filter: '/Filter /FlateDecode', pack: deflateSync },
): Uint8Array {
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00000000> <ffffffff> endcodespacerange\n${ranges}\nendcmap end end`;
  const drawing = Buffer.from('BT /F1 9 Tf (x) Tj ET');
  return pdf([
    page.replace('/Resources << >>', '/Resources << /Font << /F1 5 0 R >> >>'),
    stream('', packing.lock?.(4)(drawing) ?? drawing),
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
    stream(packing.filter, packing.pack(Buffer.from(map))),
  ]);
}

/** The stream of a workbook with so many areas of one column over all rows: records MERGECELLS before the last EOF. */
function withMerges(book: Buffer, count: number): Buffer {
  const area = Buffer.from([0, 0, 0xff, 0xff, 0, 0, 0, 0]);
  const inRecord = 1000;
  const records = each(Math.ceil(count / inRecord), () => {
    const head = Buffer.alloc(6);
    head.writeUInt16LE(0xe5, 0);
    head.writeUInt16LE(2 + inRecord * area.length, 2);
    head.writeUInt16LE(inRecord, 4);
    return Buffer.concat([head, ...each(inRecord, () => area)]);
  });
  const end = book.lastIndexOf(Buffer.from([0x0a, 0, 0, 0]));
  return Buffer.concat([book.subarray(0, end), ...records, book.subarray(end)]);
}
