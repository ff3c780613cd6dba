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
  sheet['!cols'] = [{}, {}, { hidden: true }];
  utils.book_append_sheet(book, sheet, 's');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
}

const unseen = ({ blocks }: NeutralDocument) =>
  blocks.map((block) => block.kind === 'table' && [block.hiddenRows, block.hiddenColumns]);

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
