import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { NeutralDocument } from '../../../shared/reading/model/document.ts';
import { openDocument } from '../../../shared/reading/open/open-document.ts';
import { buildOdf } from './open/odf/build-odf.ts';
import { buildWorkbook, SPREADSHEET } from './open/xlsx/build-workbook.ts';

const decomposed = 'Đơn vị tính'.normalize('NFD');

const xlsx = buildWorkbook({
  sheets: [
    {
      xml: `<worksheet xmlns="${SPREADSHEET}"><cols><col min="1" max="1" width="9"/><col min="3" max="9" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>${decomposed}</t></is></c></row><row r="3" hidden="true"/></sheetData></worksheet>`,
    },
  ],
});

const ods = buildOdf(
  'spreadsheet',
  `<table:table table:name="s"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:number-columns-repeated="7"/><table:table-row><table:table-cell office:value-type="float" office:value="1"/><table:table-cell/><table:table-cell office:value-type="float" office:value="2"/></table:table-row><table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><text:p>${decomposed}</text:p></table:table-cell></table:table-row><table:table-row table:visibility="collapse"><table:table-cell/></table:table-row></table:table>`,
);

function xls(): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([[1, null, 2], [decomposed], []]);
  sheet['!rows'] = [{}, { hidden: true }, { hidden: true }];
  sheet['!cols'] = [{ wch: 9 }, { wch: 9 }, { wch: 9, hidden: true }];
  utils.book_append_sheet(book, sheet, 's');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
}

const unseen = ({ blocks }: NeutralDocument) =>
  blocks.map((block) => block.kind === 'table' && [block.hiddenRows, block.hiddenColumns]);

/** A row of a point's height, and a column that is narrower than a letter. */
const lowXlsx = buildWorkbook({
  sheets: [
    {
      xml: `<worksheet xmlns="${SPREADSHEET}"><cols><col min="1" max="1" width="9"/><col min="3" max="3" width="0.3"/></cols><sheetData><row r="1" ht="15"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2" ht="1"><c r="A2"><v>3</v></c></row></sheetData></worksheet>`,
    },
  ],
});
const lowOds = buildOdf(
  'spreadsheet',
  '<table:table table:name="s"><table:table-column table:number-columns-repeated="2"/><table:table-column table:style-name="narrow"/><table:table-row table:style-name="fitted"><table:table-cell office:value-type="float" office:value="1"/><table:table-cell/><table:table-cell office:value-type="float" office:value="2"/></table:table-row><table:table-row table:style-name="low"><table:table-cell office:value-type="float" office:value="3"/></table:table-row></table:table>',
  {
    automatic:
      '<style:style style:name="narrow" style:family="table-column"><style:table-column-properties style:column-width="0.02cm"/></style:style><style:style style:name="low" style:family="table-row"><style:table-row-properties style:row-height="0.014in" style:use-optimal-row-height="false"/></style:style><style:style style:name="fitted" style:family="table-row"><style:table-row-properties style:row-height="0.1mm" style:use-optimal-row-height="true"/></style:style>',
  },
);

function lowXls(): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([[1, null, 2], [3]]);
  sheet['!cols'] = [{ wch: 9 }, { wch: 9 }, { width: 0.3 }];
  utils.book_append_sheet(book, sheet, 's');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
}

it.each([
  ['xlsx', lowXlsx, new Set([2])],
  ['ods', lowOds, new Set([2])],
  // As below; a row of that kind stands in the corpus.
  ['xls', lowXls(), undefined],
])('rows too low and columns too narrow to be seen are hidden ones, in %s', async (_, bytes, rows) => {
  expect(unseen(await openDocument(bytes))).toEqual([[rows, new Set([3])]]);
});

/** A figure over a column and a row too small to be seen, and others beside them; one over two such columns. */
const spacerXlsx = buildWorkbook({
  sheets: [
    {
      xml: `<worksheet xmlns="${SPREADSHEET}"><cols><col min="2" max="2" width="0.42"/><col min="5" max="6" hidden="1"/></cols><sheetData><row r="1"><c r="B1"><v>120</v></c><c r="E1"><v>5</v></c></row><row r="2" ht="2"><c r="A2"><v>3</v></c></row><row r="3" ht="1"/></sheetData><mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="E1:F1"/><mergeCell ref="A2:A3"/></mergeCells></worksheet>`,
    },
  ],
});
const spacerOds = buildOdf(
  'spreadsheet',
  '<table:table table:name="s"><table:table-column/><table:table-column table:style-name="s1"/><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-row table:style-name="s2"><table:table-cell/><table:table-cell table:number-columns-spanned="2" office:value-type="float" office:value="120"/><table:covered-table-cell/><table:table-cell/><table:table-cell table:number-columns-spanned="2" office:value-type="float" office:value="5"/><table:covered-table-cell/></table:table-row><table:table-row table:style-name="s1"><table:table-cell table:number-rows-spanned="2" office:value-type="float" office:value="3"/></table:table-row><table:table-row table:style-name="s1"><table:covered-table-cell/></table:table-row></table:table>',
  {
    // Names are unique within a family alone.
    automatic:
      '<style:style style:name="s1" style:family="table-column"><style:table-column-properties style:column-width="0.02cm"/></style:style><style:style style:name="s1" style:family="table-row"><style:table-row-properties style:row-height="0.5mm"/></style:style><style:style style:name="s2" style:family="table-row"><style:table-row-properties style:row-height="5mm"/></style:style><style:style style:name="s2" style:family="table"><style:table-properties table:display="false"/></style:style>',
  },
);

it.each([
  ['xlsx', spacerXlsx],
  ['ods', spacerOds],
])('of a merged cell all rows and columns of which nothing is seen are told, in %s', async (_, bytes) => {
  expect(unseen(await openDocument(bytes))).toEqual([[new Set([2, 3]), new Set([2, 5, 6])]]);
});

it('a sum that leaves out what is hidden counts a row that is only too low', async () => {
  const rows = (how: string) =>
    `<row r="1"><c r="A1"><v>1</v></c></row><row r="2" ${how}><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><f>SUBTOTAL(109,A1:A2)</f><v>9</v></c></row>`;
  const troubles = async (how: string) => {
    const { blocks } = await openDocument(buildWorkbook({ sheets: [{ rows: rows(how) }] }));
    return blocks.flatMap((block) => (block.kind === 'table' ? (block.cells.at(-1)?.trouble ?? 'none') : []));
  };
  expect([
    ...(await troubles('ht="2"')),
    ...(await troubles('hidden="1"')),
    ...(await troubles('ht="0"')),
  ]).toEqual([...['stale-formula', 'none', 'none']]);
});

describe.each([
  ['xlsx', xlsx, new Set([2])],
  ['ods', ods, new Set([2])],
  // What writes this file for the test writes no hidden rows.
  ['xls', xls(), undefined],
])('of %s', (_, bytes, rows) => {
  it('rows and columns that hold something and are hidden are told', async () => {
    expect(unseen(await openDocument(bytes))).toEqual([[rows, new Set([3])]]);
  });

  it('a text whose letters and marks are stored apart is composed, and marked', async () => {
    const { blocks } = await openDocument(bytes);
    const texts = blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
    expect(texts.filter((cell) => cell.decomposed)).toMatchObject([{ text: 'Đơn vị tính', row: 2 }]);
  });
});
