import { describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../../../../shared/reading/model/document.ts';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { UnreadableFile } from '../../../../../shared/reading/open/unreadable-file.ts';
import { buildOdf, manifestXml, type OdfParts } from '../odf/build-odf.ts';

const sheet = (rows: string, attributes = 'table:name="Số liệu"') =>
  `<table:table ${attributes}><table:table-column/>${rows}</table:table>`;
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const cell = (attributes: string, inner = '') =>
  `<table:table-cell ${attributes}>${inner}</table:table-cell>`;
const text = (written: string) => cell('office:value-type="string"', `<text:p>${written}</text:p>`);

const open = (body: string, parts?: OdfParts) => openDocument(buildOdf('spreadsheet', body, parts));

async function cellsOf(rows: string): Promise<readonly Cell[]> {
  const [table] = (await open(sheet(rows))).blocks;
  return table?.kind === 'table' ? table.cells : [];
}

async function codeOf(body: string, parts?: OdfParts): Promise<string> {
  try {
    return (await open(body, parts)).format;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code;
    throw error;
  }
}

describe('an OpenDocument spreadsheet', () => {
  it('is one table for each sheet, cells found by their address', async () => {
    const document = await open(sheet(row(cell('') + text('Chỉ tiêu'))) + sheet('', 'table:name="Lời văn"'));
    expect(document).toEqual({
      format: 'ods',
      skipped: [],
      blocks: [
        {
          kind: 'table',
          sheet: 'Số liệu',
          hidden: false,
          cells: [
            {
              ...{ row: 1, column: 2, text: 'Chỉ tiêu', rowSpan: 1, columnSpan: 1 },
              source: { sheet: 'Số liệu', cell: 'B1' },
            },
          ],
        },
        { kind: 'table', sheet: 'Lời văn', hidden: false, cells: [] },
      ],
    });
  });

  it.each([
    ['float', 'office:value="1234.5"', '1 234,50', { text: '1234.5', number: 1234.5 }],
    ['float', 'office:value="0.985"', '98.5%', { text: '98,5%', number: 0.985, percent: true }],
    ['float', 'office:value="0.985"', '99%', { text: '98,5%', number: 0.985, percent: true }],
    ['float', 'office:value="98.5"', '98,5%', { text: '98,5%', number: 98.5 }],
    ['float', 'office:value="2"', '2‰', { text: '2 [2‰]' }],
    ['float', 'office:value="0.985"', '97%', { text: '0.985 [97%]' }],
    ['currency', 'office:value="7"', '7 đ', { text: '7', number: 7 }],
    ['percentage', 'office:value="0.985"', '99%', { text: '98,5%', number: 0.985, percent: true }],
    ['date', 'office:date-value="2024-01-19"', '19/1', { text: '19/01/2024', date: '2024-01-19' }],
    [
      'date',
      'office:date-value="2024-01-19T08:30:00"',
      '',
      { text: '19/01/2024 08:30:00', date: '2024-01-19' },
    ],
    ['time', 'office:time-value="PT08H30M00S"', '08:30', { text: '08:30' }],
    ['boolean', 'office:boolean-value="true"', 'ĐÚNG', { text: 'TRUE' }],
    ['string', '', 'Không', { text: 'Không' }],
    ['string', 'office:string-value="Có"', '', { text: 'Có' }],
    ['string', 'office:string-value="120"', '999', { text: '120 / 999' }],
    ['float', 'office:value="nhiều"', 'nhiều', { text: 'nhiều' }],
  ])('shows a %s with %s', async (type, attributes, shown, expected) => {
    const [found] = await cellsOf(
      row(cell(`office:value-type="${type}" ${attributes}`, `<text:p>${shown}</text:p>`)),
    );
    const { text, number, date, percent } = {
      number: undefined,
      date: undefined,
      percent: undefined,
      ...found,
    };
    expect(JSON.parse(JSON.stringify({ text, number, date, percent }))).toEqual(expected);
  });

  it('looks texts up with their white space', async () => {
    const looked = 'table:formula="of:=IFERROR(VLOOKUP(&quot;A02&quot;;[.A1:.B1];2;0);0)"';
    const cells = await cellsOf(
      row(
        text('A02<text:s/>') +
          cell('office:value-type="float" office:value="7"') +
          cell(`${looked} office:value-type="float" office:value="0"`) +
          cell('table:formula="of:=[.B1]" office:value-type="float" office:value="7"'),
      ),
    );
    expect(cells.map((each) => [each.text, each.trouble, 'asStored' in each])).toEqual([
      ...['A02', '7', '0', '7'].map((each) => [each, undefined, false]),
    ]);
  });

  it('takes the result a formula has, and never takes one that has none for 0', async () => {
    const cells = await cellsOf(
      row(
        cell('table:formula="of:=1+1" office:value-type="float" office:value="2"') +
          cell('table:formula="of:=SUM([.A1:.A3])"') +
          cell(
            'table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"',
            '<text:p>#DIV/0!</text:p>',
          ) +
          cell('table:formula="of:=T(1)" office:value-type="string"'),
      ),
    );
    expect(cells.map(({ text, number, trouble }) => [text, number, trouble])).toEqual([
      ['2', 2, undefined],
      ['=SUM([.A1:.A3])', undefined, 'uncached-formula'],
      ['#DIV/0!', undefined, 'error'],
    ]);
  });

  it('joins paragraphs line by line and keeps the spaces that count', async () => {
    const inner =
      '<text:p>  một\n   <text:span>hai</text:span><text:s text:c="2"/>ba<text:tab/>bốn</text:p><text:p>năm<text:line-break/>sáu</text:p>';
    const [found] = await cellsOf(row(cell('office:value-type="string"', inner)));
    expect(found?.text).toBe('một hai  ba\tbốn\nnăm\nsáu');
  });

  it.each(['ruby-text', 'page-number', 'hidden-text', 'bookmark-ref'])(
    'is in doubt where a figure stands in what sheets do not show: %s',
    async (name) => {
      const cellWith = (inner: string) =>
        row(cell('office:value-type="string"', `<text:p>1<text:${name}>${inner}</text:${name}></text:p>`));
      expect(await cellsOf(cellWith('2'))).toMatchObject([{ text: '12', doubt: { why: 'filled' } }]);
      expect((await cellsOf(cellWith('x')))[0]).not.toHaveProperty('doubt');
    },
  );

  it('counts what repeats, filled or not', async () => {
    const rows =
      row(cell('table:number-columns-repeated="3"') + text(''), 'table:number-rows-repeated="1000000"') +
      row(
        cell('office:value-type="float" office:value="1" table:number-columns-repeated="2"'),
        'table:number-rows-repeated="2"',
      ) +
      row(text('b'));
    expect((await cellsOf(rows)).map(({ text, source }) => [text, 'cell' in source && source.cell])).toEqual([
      ['1', 'A1000001'],
      ['1', 'B1000001'],
      ['1', 'A1000002'],
      ['1', 'B1000002'],
      ['b', 'A1000003'],
    ]);
  });

  it('gives a merged cell its area, and skips what that hides', async () => {
    const rows =
      row(
        cell(
          'table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"',
          '<text:p>đầu</text:p>',
        ) +
          '<table:covered-table-cell/>' +
          text('c'),
      ) +
      row(
        '<table:covered-table-cell office:value-type="string"><text:p>ẩn</text:p></table:covered-table-cell><table:covered-table-cell/>' +
          text('d'),
      );
    const document = await open(sheet(rows));
    const [table] = document.blocks as readonly Table[];
    expect(
      table?.cells.map(({ text, row, column, rowSpan, columnSpan }) => [
        text,
        row,
        column,
        rowSpan,
        columnSpan,
      ]),
    ).toEqual([
      ['đầu', 1, 1, 2, 2],
      ['c', 1, 3, 1, 1],
      ['d', 2, 3, 1, 1],
    ]);
    expect(document.skipped).toEqual([
      { what: 'cell', why: 'covered-by-merge', where: { sheet: 'Số liệu', cell: 'A2' } },
    ]);
  });

  it('marks a hidden sheet', async () => {
    const automatic =
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const document = await open(sheet(row(text('x')), 'table:name="Ẩn" table:style-name="ta2"'), {
      automatic,
    });
    expect(document.blocks).toMatchObject([{ sheet: 'Ẩn', hidden: true, cells: [{ text: 'x' }] }]);
    expect(document.skipped).toEqual([
      { what: 'sheet', why: 'hidden-sheet', where: { sheet: 'Ẩn', cell: 'A1' } },
    ]);
  });

  it('counts comments, pictures, charts and boxes without reading them', async () => {
    const over =
      '<table:shapes><draw:frame><draw:object draw:notify-on-update-of-ranges="A1"/><draw:image/></draw:frame><draw:custom-shape><text:p>hộp</text:p></draw:custom-shape><draw:line/></table:shapes>';
    const inner =
      '<office:annotation><text:p>ghi chú</text:p></office:annotation><draw:frame><draw:image/></draw:frame><text:p>5</text:p>';
    const document = await open(sheet(over + row(cell('office:value-type="float" office:value="5"', inner))));
    expect(document.blocks).toMatchObject([{ cells: [{ text: '5' }] }]);
    expect(document.skipped.map(({ what, why }) => [what, why])).toEqual([
      ['part', 'chart'],
      ['part', 'text-box'],
      ['note', 'comment'],
      ['image', 'image'],
    ]);
  });

  it('reads sheets alone: neither messages of validation nor what changes replaced', async () => {
    const body =
      '<table:content-validations><table:error-message><text:p>số nguyên</text:p></table:error-message></table:content-validations>' +
      '<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>90</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>' +
      sheet(row(text('95')));
    expect((await open(body)).blocks).toMatchObject([{ cells: [{ text: '95' }] }]);
  });

  it('refuses a value repeated over the whole sheet, and one beyond its end', async () => {
    const filled = 'office:value-type="float" office:value="0"';
    const far = cell('table:number-columns-repeated="99999"');
    expect(await codeOf(sheet(row(cell(filled), 'table:number-rows-repeated="1048576"')))).toBe(
      'ZIP_TOO_LARGE',
    );
    expect(await codeOf(sheet(row(cell(`${filled} table:number-columns-repeated="99999999"`))))).toBe(
      'ZIP_TOO_LARGE',
    );
    expect(await codeOf(sheet(row(far + cell(filled))))).toBe('XML_REFUSED');
  });

  it('is refused where it has a password, or another body than it says', async () => {
    const manifest = manifestXml('<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>');
    expect(await codeOf('', { extra: { 'META-INF/manifest.xml': manifest } })).toBe('FILE_ENCRYPTED');
    expect(await codeOf('', { extra: { 'encrypted-package': 'x' } })).toBe('FILE_ENCRYPTED');
    expect(await codeOf('', { extra: { 'content.xml': '<a/>' } })).toBe('ZIP_NOT_A_REPORT');
    expect(await codeOf('', { extra: { 'content.xml': '<!DOCTYPE a []><a/>' } })).toBe('XML_REFUSED');
  });
});
