/** Cases 1 to 8 and 26: small files that become large, and files that are damaged or locked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheets from '@e965/xlsx';
import { buildDocument, p } from '../shared/reading/open/docx/build-document.ts';
import { buildOdf } from '../shared/reading/open/odf/build-odf.ts';
import { buildWorkbook, SPREADSHEET } from '../shared/reading/open/xlsx/build-workbook.ts';
import { recordsOf, relationshipsXml } from '../shared/reading/open/zip/office-zip.ts';
import { type NastyCase, unreadable } from './nasty-case.ts';
import { reportRows, sheetRows, workbookOf } from './sample-report.ts';
import { type Part, type Pieces, zipByHand } from './zip-by-hand.ts';

const MEGABYTE = 1024 ** 2;
/** Twice what a part may say that it holds. */
const BOMB = 400 * MEGABYTE;
const ROW = '<row><c t="inlineStr"><is><t>Số lượt người dự hội nghị quán triệt</t></is></c></row>';
const rowBytes = Buffer.byteLength(ROW);
const head = `<worksheet xmlns="${SPREADSHEET}"><sheetData>`;
const tail = '</sheetData></worksheet>';

export const corpusFile = (name: string) =>
  readFileSync(join(import.meta.dirname, '..', 'corpus', 'layouts', name));

export const bombs: readonly NastyCase[] = [
  {
    number: 1,
    name: 'one row, repeated to 400 MB',
    make: () => workbook({ sheet: repeated(BOMB) }),
    ends: unreadable('ZIP_TOO_LARGE'),
  },
  {
    number: 1,
    name: 'one row, repeated to just under the largest size that may be declared',
    heavy: true,
    make: () => workbook({ sheet: repeated(199 * MEGABYTE) }),
    ends: unreadable('ZIP_TOO_LARGE'),
  },
  {
    number: 2,
    name: 'one text of 400 MB',
    make: () =>
      workbook({
        strings: [
          ['<sst><si><t>', 1],
          ['A', BOMB],
          ['</t></si></sst>', 1],
        ],
      }),
    ends: unreadable('ZIP_TOO_LARGE'),
  },
  {
    number: 2,
    name: 'one text of 30 MB, which no rule on sizes or ratios catches',
    make: () =>
      workbook({
        strings: [
          [`<sst xmlns="${SPREADSHEET}"><si><t>`, 1],
          ['A', 30 * MEGABYTE],
          ['</t></si></sst>', 1],
        ],
      }),
    ends: unreadable('XML_REFUSED'),
  },
  {
    number: 3,
    name: '400 MB of rows, said to be 5000 bytes in both headers',
    make: () => {
      const zip = Buffer.from(workbook({ sheet: repeated(BOMB) }));
      const { local, central } = recordsOf(zip, 'xl/worksheets/sheet1.xml');
      zip.writeUInt32LE(5000, local + 22);
      zip.writeUInt32LE(5000, central + 24);
      return zip;
    },
    ends: unreadable('ZIP_DAMAGED'),
  },
  {
    number: 3,
    name: '400 MB of rows, both sizes said to be 5000 bytes in both headers',
    make: () => workbook({ sheet: repeated(BOMB), sizes: 5000 }),
    ends: unreadable('ZIP_DAMAGED'),
  },
  {
    number: 4,
    name: 'a billion laughs in the shared strings',
    make: () => {
      const entities = Array.from({ length: 9 }, (_, n) => {
        return `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`;
      });
      const laughs = `<!DOCTYPE sst [<!ENTITY lol0 "ha ha">${entities.join('')}]><sst xmlns="${SPREADSHEET}"><si><t>&lol9;</t></si></sst>`;
      return buildWorkbook({
        sheets: [{ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
        strings: laughs,
      });
    },
    ends: unreadable('XML_REFUSED'),
  },
  {
    number: 5,
    name: "a Word document that asks for a file of the machine's",
    make: () =>
      buildDocument({
        body: p('&passwd;'),
        prologue: '<!DOCTYPE w:document [<!ENTITY passwd SYSTEM "file:///etc/passwd">]>',
      }),
    ends: unreadable('XML_REFUSED'),
  },
  {
    number: 6,
    name: 'a workbook with a password',
    make: () => {
      const { CFB } = spreadsheets;
      const container = CFB.utils.cfb_new();
      CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(248, 4));
      CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(9000, 7));
      return Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array);
    },
    ends: unreadable('FILE_ENCRYPTED'),
  },
  {
    number: 7,
    name: 'a workbook of which a third was never received',
    make: () => cut(corpusFile('sheet merged header, Calc.xlsx'), 2 / 3),
    ends: unreadable('ZIP_DAMAGED'),
  },
  {
    number: 8,
    name: "one byte flipped within the sheet's packed data",
    make: () => {
      const zip = Buffer.from(workbookOf(reportRows()));
      const at = recordsOf(zip, 'xl/worksheets/sheet1.xml').local + 30 + 24 + 700;
      zip[at] = (zip[at] ?? 0) ^ 0x10;
      return zip;
    },
    ends: unreadable('ZIP_DAMAGED'),
  },
  {
    number: 2,
    name: 'an OpenDocument sheet that repeats a text of 900,000 letters 10,000 times',
    make: () => {
      const cell = `<table:table-cell table:number-columns-repeated="100" office:value-type="string"><text:p>${'A'.repeat(900_000)}</text:p></table:table-cell>`;
      return buildOdf(
        'spreadsheet',
        `<table:table table:name="Biểu"><table:table-row table:number-rows-repeated="100">${cell}</table:table-row></table:table>`,
      );
    },
    ends: unreadable('ZIP_TOO_LARGE'),
  },
  { number: 26, name: 'no byte at all', make: () => new Uint8Array(0), ends: unreadable('FILE_EMPTY') },
  { number: 26, name: 'one byte', make: () => Buffer.from('P'), ends: unreadable('FILE_UNKNOWN') },
  {
    number: 26,
    name: '50 MB of zeros',
    heavy: true,
    make: () => new Uint8Array(50 * MEGABYTE),
    ends: unreadable('FILE_EMPTY'),
  },
  {
    number: 2,
    name: 'one text of 900,000 letters, in 10,000 cells the same',
    make: () =>
      workbook({
        sheet: [
          [`${head}${sheetRows(reportRows())}`, 1],
          [
            '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>',
            2500,
          ],
          [tail, 1],
        ],
        strings: [
          [`<sst xmlns="${SPREADSHEET}"><si><t>`, 1],
          ['A', 900_000],
          ['</t></si></sst>', 1],
        ],
      }),
    ends: unreadable('ZIP_TOO_LARGE'),
  },
];

function repeated(bytes: number): Pieces {
  return [
    [head, 1],
    [ROW, Math.floor(bytes / rowBytes)],
    [tail, 1],
  ];
}

/** A workbook of one sheet whose parts may be of any size. */
export function workbook({
  sheet = `${head}<row r="1"><c r="A1" t="s"><v>0</v></c></row>${tail}`,
  strings = `<sst xmlns="${SPREADSHEET}"/>`,
  sizes,
}: {
  readonly sheet?: Part['content'];
  readonly strings?: Part['content'];
  /** What the headers say of the sheet's sizes. */
  readonly sizes?: number;
}): Uint8Array {
  const links = [
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'sharedStrings', 'sharedStrings.xml'],
  ] as const;
  return zipByHand([
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    },
    { name: '_rels/.rels', content: relationshipsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${SPREADSHEET}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Biểu" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relationshipsXml(links) },
    { name: 'xl/worksheets/sheet1.xml', content: sheet, ...(sizes !== undefined && { sizes }) },
    { name: 'xl/sharedStrings.xml', content: strings },
  ]);
}

function cut(bytes: Uint8Array, share: number): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length * share));
}
