import { describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../../../../shared/reading/model/document.ts';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { SkippedLog } from '../../../../../shared/reading/open/skipped-log.ts';
import { readSheets } from '../../../../../shared/reading/open/xlsx/read-workbook.ts';
import { ZipArchive } from '../../../../../shared/reading/open/zip/archive.ts';
import { OfficePackage } from '../../../../../shared/reading/open/zip/office-package.ts';
import { buildWorkbook, SPREADSHEET, type WorkbookParts } from './build-workbook.ts';

async function tablesOf(parts: WorkbookParts): Promise<Table[]> {
  const { blocks } = await openDocument(buildWorkbook(parts));
  return blocks.filter((block) => block.kind === 'table');
}

async function cellsOf(rows: string, parts: Omit<WorkbookParts, 'sheets'> = {}, after = ''): Promise<Cell[]> {
  const [table] = await tablesOf({ ...parts, sheets: [{ name: 'S', rows, after }] });
  return [...(table?.cells ?? [])];
}

/** The cells of one row, each as what it says and where. */
async function textsOf(rows: string, parts: Omit<WorkbookParts, 'sheets'> = {}, after = '') {
  const cells = await cellsOf(rows, parts, after);
  return cells.map(({ source, text }) => `${'cell' in source ? source.cell : ''} ${text}`);
}

const styled = (...codes: string[]) =>
  `<numFmts>${codes.map((code, n) => `<numFmt numFmtId="${164 + n}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map((_, n) => `<xf numFmtId="${164 + n}"/>`).join('')}</cellXfs>`;

describe('the sheets of a workbook', () => {
  it('come in the order of the tabs, hidden ones marked and named as skipped', async () => {
    const bytes = buildWorkbook({
      sheets: [
        { name: 'Biểu 2', rows: '<row><c><v>1</v></c></row>' },
        { name: 'Ẩn', state: 'hidden' },
        { name: 'Rất ẩn', state: 'veryHidden', rows: '<row><c><v>2</v></c></row>' },
      ],
    });
    const { format, blocks, skipped } = await openDocument(bytes);
    expect(format).toBe('xlsx');
    expect(blocks).toMatchObject([
      { sheet: 'Biểu 2', hidden: false, cells: [{ number: 1 }] },
      { sheet: 'Ẩn', hidden: true, cells: [] },
      { sheet: 'Rất ẩn', hidden: true, cells: [{ number: 2, source: { sheet: 'Rất ẩn', cell: 'A1' } }] },
    ]);
    expect(skipped).toEqual([
      { what: 'sheet', why: 'hidden-sheet', where: { sheet: 'Ẩn', cell: 'A1' } },
      { what: 'sheet', why: 'very-hidden-sheet', where: { sheet: 'Rất ẩn', cell: 'A1' } },
    ]);
  });

  it('are never silently short: a sheet whose part is missing makes the file damaged', async () => {
    const bytes = buildWorkbook({
      sheets: [{}],
      extra: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
      },
    });
    await expect(openDocument(bytes)).rejects.toMatchObject({ code: 'ZIP_DAMAGED' });
  });

  it('count what lies over them', async () => {
    const bytes = buildWorkbook({
      sheets: [
        {
          name: 'S',
          after: '<headerFooter><oddHeader>&amp;CSở</oddHeader></headerFooter>',
          links: [
            ['rId1', 'drawing', '../drawings/drawing1.xml'],
            ['rId2', 'comments', '/xl/comments1.xml'],
          ],
        },
      ],
      extra: {
        'xl/drawings/drawing1.xml':
          '<d:wsDr xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><d:pic/><d:pic/><d:graphicFrame/><d:sp><a:t>Ghi chú</a:t></d:sp><d:sp><a:t> </a:t></d:sp></d:wsDr>',
        'xl/comments1.xml': `<comments xmlns="${SPREADSHEET}"><commentList><comment ref="A1"/></commentList></comments>`,
      },
    });
    const where = { sheet: 'S', cell: 'A1' };
    expect((await openDocument(bytes)).skipped).toEqual([
      { what: 'note', why: 'page-header-or-footer', where },
      { what: 'image', why: 'image', where, count: 2 },
      { what: 'part', why: 'chart', where },
      { what: 'part', why: 'text-box', where },
      { what: 'note', why: 'comment', where },
    ]);
  });
});

describe('a cell of a workbook', () => {
  it('holds a number as stored, its text the shortest that means the same', async () => {
    const values = ['12', '0.98499999999999999', '56049100664.36', '-1E-3', '1.5E+21', '0'];
    const cells = await cellsOf(`<row>${values.map((value) => `<c><v>${value}</v></c>`).join('')}</row>`);
    expect(cells.map(({ number }) => number)).toEqual([12, 0.985, 56049100664.36, -0.001, 1.5e21, 0]);
    expect(cells.map(({ text }) => text)).toEqual([
      '12',
      '0.985',
      '56049100664.36',
      '-0.001',
      '1.5e+21',
      '0',
    ]);
  });

  it('is no number where two values, or more than one, stand in it', async () => {
    const cells = await cellsOf(
      '<row><c><v>12</v><v>0</v></c><c><v>12<x/>0</v></c><c><v>1<!-- -->2</v></c></row>',
    );
    expect(cells.map(({ text, number }) => [text, number])).toEqual([
      ['12\ufffd0', undefined],
      ['12\ufffd', undefined],
      ['12', 12],
    ]);
  });

  it('is text, not a number, where its number is none', async () => {
    const cells = await cellsOf('<row><c><v>0x10</v></c><c><v>NaN</v></c><c><v>1e999</v></c></row>');
    expect(cells.map(({ text, number }) => [text, number])).toEqual([
      ['0x10', undefined],
      ['NaN', undefined],
      ['1e999', undefined],
    ]);
  });

  it('takes shared and inline text, runs joined, reading aids left out', async () => {
    const strings =
      '<si><t>một</t></si><si><r><t>Đơn </t></r><r><rPr><b/></rPr><t>vị</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si>';
    const rows =
      '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>hai</t></r><r><t xml:space="preserve"> ba</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></is></c></row>';
    expect(await textsOf(rows, { strings })).toEqual(['A1 Đơn vị', 'B1 một', 'C1 hai ba']);
  });

  it('is NFC and trimmed, with escaped characters restored', async () => {
    const decomposed = 'Đơn vị tính'.normalize('NFD');
    const rows = `<row><c t="str"><v> ${decomposed} </v></c><c t="str"><v>a_x000D_\nb</v></c><c t="str"><v>_x005F_x000D_</v></c><c t="str"><v>   </v></c></row>`;
    const texts = (await cellsOf(rows)).map(({ text }) => text);
    expect(texts).toEqual(['Đơn vị tính', 'a\nb', '_x000D_']);
  });

  it('is with its white space what formulas look up', async () => {
    const strings = '<si><t xml:space="preserve">A02 </t></si>';
    for (const text of ['<c t="s"><v>0</v></c>', '<c t="str"><v>A02 </v></c>']) {
      const rows = `<row>${text}<c><v>7</v></c><c><f>IFERROR(VLOOKUP("A02",A1:B1,2,0),0)</f><v>0</v></c><c><f>B1</f><v>7</v></c></row>`;
      const cells = await cellsOf(rows, { strings });
      expect(cells.map((cell) => [cell.text, cell.trouble, 'asStored' in cell])).toEqual([
        ...['A02', '7', '0', '7'].map((each) => [each, undefined, false]),
      ]);
    }
  });

  it('is blank where it points at no shared text, and lost letters where that does not exist', async () => {
    const rows = ['', ' ', '5', '-1', 'x', '0'].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect(await textsOf(`<row>${rows}</row>`, { strings: '<si><t>a</t></si>' })).toEqual([
      ...['C1 \ufffd', 'D1 \ufffd', 'E1 \ufffd', 'F1 a'],
    ]);
  });

  it('that has a formula without a stored result is trouble, never 0', async () => {
    const rows =
      '<row><c r="A1"><f>SUM(B1:B3)</f></c><c r="B1"><f>C1</f><v></v></c><c r="C1"><f t="shared" si="0"/></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f>1+1</f><v>2</v></c></row>';
    expect(await cellsOf(rows)).toMatchObject([
      { text: '=SUM(B1:B3)', trouble: 'uncached-formula', column: 1 },
      { text: '=C1', trouble: 'uncached-formula', column: 2 },
      { text: '=', trouble: 'uncached-formula', column: 3 },
      { text: '2', number: 2, column: 5 },
    ]);
  });

  it('that holds an error is trouble with its text; a truth value is text', async () => {
    const rows = '<row><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>';
    const cells = await cellsOf(rows);
    expect(cells[0]).toMatchObject({ text: '#REF!', trouble: 'error' });
    expect(cells.map(({ text }) => text)).toEqual(['#REF!', 'TRUE', 'FALSE']);
  });

  it('of a type that nobody knows holds no figure, and is not blank', async () => {
    const rows = '<row><c t="x"><v>12</v></c><c t="N"><v>13</v></c><c t="x"><v> </v></c></row>';
    const cells = await cellsOf(rows);
    expect(cells.map(({ text, number }) => [text, number])).toEqual([
      ['12\ufffd', undefined],
      ['13\ufffd', undefined],
    ]);
  });

  it('shown as a percentage keeps its number', async () => {
    const styles = styled('0.0%', '[Red]0%;-0%', '0&quot;%&quot;');
    const rows =
      '<row><c s="1"><v>0.985</v></c><c s="2"><v>0.07</v></c><c s="3"><v>5</v></c><c s="0"><v>5</v></c></row>';
    const cells = await cellsOf(rows, { styles });
    expect(cells.map(({ text, number, percent }) => [text, number, percent])).toEqual([
      ['98,5%', 0.985, true],
      ['7%', 0.07, true],
      ['5%', 5, undefined],
      ['5', 5, undefined],
    ]);
  });

  it('is found without addresses on rows and cells, and behind any prefix', async () => {
    expect(
      await textsOf(
        '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="D5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
      ),
    ).toEqual(['A1 1', 'B1 2', 'D5 3', 'E5 4', 'A6 5']);
    const xml = `<x:worksheet xmlns:x="${SPREADSHEET}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>nước</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const [table] = await tablesOf({ sheets: [{ xml }] });
    expect(table?.cells).toMatchObject([{ text: 'nước', row: 1, column: 1 }]);
  });

  it('may be the last one of the largest sheet, and none beyond it', async () => {
    expect(await textsOf('<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>')).toEqual(['XFD1048576 7']);
    for (const address of ['XFE1', 'A1048577', 'A0', '1', 'A', 'A1B']) {
      const bytes = buildWorkbook({ sheets: [{ rows: `<row><c r="${address}"><v>1</v></c></row>` }] });
      await expect(openDocument(bytes)).rejects.toMatchObject({ code: 'XML_REFUSED' });
    }
  });

  it('is listed in reading order, and refused when it is there twice', async () => {
    expect(
      await textsOf(
        '<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
      ),
    ).toEqual(['A1 1', 'A2 3', 'B2 4']);
    const twice = buildWorkbook({
      sheets: [{ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' }],
    });
    await expect(openDocument(twice)).rejects.toMatchObject({ code: 'XML_REFUSED' });
  });

  it('is not invented by an extension that uses the same names', async () => {
    const after = `<extLst><ext uri="{x}"><row r="9"><c r="A9"><v>9</v></c></row></ext></extLst>`;
    expect(await textsOf('<row><c><v>1</v></c></row>', {}, after)).toEqual(['A1 1']);
  });
});

describe('merged cells', () => {
  it('are listed once with the area they cover; what they hide is counted', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>';
    const bytes = buildWorkbook({
      sheets: [{ name: 'S', rows, after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' }],
    });
    const { blocks, skipped } = await openDocument(bytes);
    expect(blocks).toMatchObject([
      {
        cells: [
          { text: '1', rowSpan: 2, columnSpan: 2 },
          { text: '3', rowSpan: 1, columnSpan: 1 },
          { text: '5', row: 3 },
        ],
      },
    ]);
    expect(skipped).toEqual([
      { what: 'cell', why: 'covered-by-merge', where: { sheet: 'S', cell: 'B1' } },
      { what: 'cell', why: 'covered-by-merge', where: { sheet: 'S', cell: 'A2' } },
    ]);
  });

  it('may be 57,893 over the full width', async () => {
    const count = 57_893;
    const rows = Array.from({ length: count }, (_, n) => `<row r="${2 * n + 1}"><c><v>${n}</v></c></row>`);
    const merges = Array.from(
      { length: count },
      (_, n) => `<mergeCell ref="A${2 * n + 1}:XFD${2 * n + 2}"/>`,
    );
    const cells = await cellsOf(rows.join(''), {}, `<mergeCells>${merges.join('')}</mergeCells>`);
    expect(cells).toHaveLength(count);
    expect(cells.at(-1)).toMatchObject({ number: count - 1, rowSpan: 2, columnSpan: 16_384 });
  });
});

it('every figure of a long sheet stands where the file has it', async () => {
  const written = Array.from({ length: 3000 }, (_, n) => ({
    address: `${'ABC'[n % 3]}${1 + Math.floor(n / 3)}`,
    figure: n / 8,
  }));
  const cells = written.map(({ address, figure }) => `<c r="${address}"><v>${figure}</v></c>`);
  const rows = cells.map((_, n) => (n % 3 === 0 ? `<row>${cells.slice(n, n + 3).join('')}</row>` : ''));
  const read = await cellsOf(rows.join(''));
  expect(
    read.map(({ source, number }) => ({ address: 'cell' in source && source.cell, figure: number })),
  ).toEqual(written);
  expect(read.map(({ text }) => text)).toEqual(written.map(({ figure }) => String(figure)));
});

describe('a workbook out of all proportion', () => {
  it('of 300,000 empty styled rows holds nothing', async () => {
    const rows = Array.from(
      { length: 300_000 },
      (_, n) => `<row r="${n + 1}" s="1"><c r="A${n + 1}" s="1"/></row>`,
    );
    expect(await cellsOf(rows.join(''))).toEqual([]);
  });

  it('with more filled cells than any report ends in a finding', async () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(250_001);
    const bytes = buildWorkbook({ sheets: [{ rows }] });
    await expect(openDocument(bytes)).rejects.toMatchObject({ code: 'ZIP_TOO_LARGE' });
  });

  it('with more cells than a document holds is handed over cell by cell all the same', async () => {
    const rows = '<row><c><v>1</v></c><c t="s"><v>0</v></c></row>'.repeat(250_001);
    const bytes = buildWorkbook({ sheets: [{ name: 'Sổ', rows }], strings: '<si><t>một</t></si>' });
    const file = await OfficePackage.open(new ZipArchive(bytes));
    let [count, sum] = [0, 0];
    const ended: unknown[] = [];
    await readSheets(file, new SkippedLog(), (sheet) => ({
      cell(row, column, { text }) {
        count += 1;
        if (row === 250_001) ended.push([column, text]);
      },
      number(row, column, number) {
        count += 1;
        sum += number;
        if (row === 250_001) ended.push([column, number]);
      },
      end: () => ended.push(sheet),
    }));
    expect([count, sum]).toEqual([500_002, 250_001]);
    expect(ended).toEqual([[1, 1], [2, 'một'], { name: 'Sổ', hidden: false }]);
  });

  it('with a billion laughs among its texts ends in a finding', async () => {
    const laughs = `<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sst xmlns="${SPREADSHEET}"><si><t>&b;</t></si></sst>`;
    const bytes = buildWorkbook({ sheets: [{}], strings: laughs });
    await expect(openDocument(bytes)).rejects.toMatchObject({ code: 'XML_REFUSED' });
  });

  it('keeps Vietnamese whole across the borders of inflated pieces', async () => {
    for (const pad of [0, 1, 2]) {
      const phrase = 'nước sạch, đường thuỷ; ';
      const rows = `${' '.repeat(pad)}<row>${`<c t="inlineStr"><is><t>${phrase.repeat(40)}</t></is></c>`.repeat(60)}</row>`;
      const cells = await cellsOf(rows);
      expect(new Set(cells.map(({ text }) => text))).toEqual(new Set([phrase.repeat(40).trim()]));
    }
  });
});
