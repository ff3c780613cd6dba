import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import {
  codes,
  findingOf,
  formRows,
  header,
  narrative,
  read,
  sheet,
  title,
  workbook,
} from '../../by-hand.ts';
import { buildDocument, type DocumentParts, p, r } from '../docx/build-document.ts';
import { buildOdf } from '../odf/build-odf.ts';
import { buildWorkbook, type WorkbookParts } from '../xlsx/build-workbook.ts';

async function inDocument(body: string, parts: Omit<DocumentParts, 'body'> = {}) {
  const { blocks } = await openDocument(buildDocument({ body, ...parts }));
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text],
  );
}

async function inWorkbook(rows: string, parts: Omit<WorkbookParts, 'sheets'>) {
  const { blocks } = await openDocument(buildWorkbook({ sheets: [{ rows }], ...parts }));
  return blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
}

const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const style = (type: string, id: string, run: string, more = '') =>
  `<w:style w:type="${type}" w:styleId="${id}">${more}<w:rPr>${run}</w:rPr></w:style>`;

describe('the font of a text in a Word document', () => {
  const stored = 'Chi côc B¶o vÖ m«i tr\u00adêng';
  const seen = 'Chi cục Bảo vệ môi trường';

  it('is that of its run', async () => {
    expect(await inDocument(p(stored, '', font('.VnTime')) + p(stored))).toEqual([seen, stored]);
    expect(await inDocument(p('Chi cuïc', '', font('VNI-Times')))).toEqual(['Chi cục']);
  });

  it('is that of its styles, and of what these are based on', async () => {
    const styles =
      style('paragraph', 'Cu', font('.VnTime')) +
      style('paragraph', 'Con', '<w:b/>', '<w:basedOn w:val="Cu"/>') +
      style('character', 'Chu', font('.VnTime'));
    const body =
      p(stored, '<w:pStyle w:val="Con"/>') +
      p(stored, '', '<w:rStyle w:val="Chu"/>') +
      p(stored, '<w:pStyle w:val="Con"/>', font('Times New Roman'));
    expect(await inDocument(body, { styles })).toEqual([seen, seen, stored]);
  });

  it('is that of the document where nothing else is said; a font of the theme is none of old', async () => {
    const styles = `<w:docDefaults><w:rPrDefault><w:rPr>${font('.VnTime')}</w:rPr></w:rPrDefault></w:docDefaults>`;
    const theme = '<w:rFonts w:hAnsiTheme="minorHAnsi"/>';
    expect(await inDocument(p(stored) + p(stored, '', theme), { styles })).toEqual([seen, stored]);
  });

  it('is told run by run, however a word is cut, in cells too', async () => {
    const old = font('.VnTime');
    const line = `<w:p>${r('Chi c', old)}${r('ôc B¶', old)}${r('o v', old)}${r(' môi trường')}</w:p>`;
    const table = `<w:tbl><w:tr><w:tc>${line}${p(stored, '', old)}</w:tc></w:tr></w:tbl>`;
    expect(await inDocument(line + table)).toEqual([
      'Chi cục Bảo v môi trường',
      `Chi cục Bảo v môi trường\n${seen}`,
    ]);
  });
});

describe('the font of a text in a workbook', () => {
  const styles =
    '<fonts><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font></fonts>' +
    '<cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>';
  const strings =
    '<si><t>Sè v¨n b¶n</t></si>' +
    '<si><r><t>§¬n vÞ </t></r><r><rPr><rFont val="Times New Roman"/></rPr><t>Số đơn</t></r></si>' +
    '<si><r><rPr><rFont val=".VnTimeH"/></rPr><t>b¸o c¸o</t></r></si>';

  it('is that of its cell, unless a run has its own', async () => {
    const rows =
      '<row><c t="s" s="1"><v>0</v></c><c t="s"><v>0</v></c><c t="s" s="1"><v>1</v></c><c t="s"><v>2</v></c>' +
      '<c t="inlineStr" s="1"><is><t>v¨n b¶n</t></is></c></row>';
    expect(await inWorkbook(rows, { styles, strings })).toMatchObject([
      { text: 'Số văn bản', legacyFont: 'tcvn3', storedText: 'Sè v¨n b¶n' },
      { text: 'Sè v¨n b¶n' },
      { text: 'Đơn vị Số đơn', legacyFont: 'tcvn3' },
      { text: 'BÁO CÁO', legacyFont: 'tcvn3-capitals' },
      { text: 'văn bản', legacyFont: 'tcvn3' },
    ]);
  });

  it('changes no figure and no text of Unicode', async () => {
    const rows = '<row><c s="1"><v>12.5</v></c><c t="str" s="1"><v>Số liệu</v></c></row>';
    const cells = await inWorkbook(rows, { styles });
    expect(cells).toMatchObject([{ text: '12.5', number: 12.5 }, { text: 'Số liệu' }]);
    expect(cells.filter(({ legacyFont }) => legacyFont)).toEqual([]);
  });
});

describe('the font of a text in an OpenDocument spreadsheet', () => {
  const style = (family: string, name: string, font: string, parent = '') =>
    `<style:style style:family="${family}" style:name="${name}"${parent}><style:text-properties style:font-name="${font}"/></style:style>`;
  const automatic =
    style('table-cell', 'cu', '.VnTime') +
    style('table-cell', 'moi', 'Arial') +
    style('text', 'hoa', '.VnTimeH');
  const cell = (content: string, named = '') =>
    `<table:table-cell office:value-type="string"${named && ` table:style-name="${named}"`}><text:p>${content}</text:p></table:table-cell>`;

  it('is that of its cell, of its column where it has no style, or of a part of it', async () => {
    const body = `<table:table table:name="s"><table:table-column/><table:table-column table:default-cell-style-name="cu" table:number-columns-repeated="2"/><table:table-row>${cell('Sè v¨n b¶n', 'cu')}${cell('Sè v¨n b¶n')}${cell('Số văn bản', 'moi')}${cell('Sè v¨n b¶n')}${cell('Số <text:span text:style-name="hoa">b¸o c¸o</text:span>')}</table:table-row></table:table>`;
    const { blocks } = await openDocument(buildOdf('spreadsheet', body, { automatic }));
    expect(blocks).toMatchObject([
      {
        cells: [
          { text: 'Số văn bản', legacyFont: 'tcvn3', storedText: 'Sè v¨n b¶n' },
          { text: 'Số văn bản', legacyFont: 'tcvn3' },
          { text: 'Số văn bản' },
          { text: 'Sè v¨n b¶n' },
          { text: 'Số BÁO CÁO', legacyFont: 'tcvn3-capitals' },
        ],
      },
    ]);
  });

  it('changes no figure', async () => {
    const figure =
      '<table:table-cell office:value-type="float" office:value="12.5" table:style-name="cu"><text:p>12,5</text:p></table:table-cell>';
    const body = `<table:table table:name="s"><table:table-row>${figure}</table:table-row></table:table>`;
    const { blocks } = await openDocument(buildOdf('spreadsheet', body, { automatic }));
    expect(blocks).toMatchObject([{ cells: [{ text: '12.5', number: 12.5 }] }]);
  });
});

describe('a report in an old font', () => {
  it('is accepted with one note, which says how many places were read and what as what', () => {
    const [first = [], ...rest] = title;
    const old = [{ text: String(first[0]), storedText: 'SË', legacyFont: 'tcvn3' as const }];
    const second = [{ text: 'Ghi chú', storedText: 'Ghi chó', legacyFont: 'tcvn3' as const }];
    const reading = read(
      workbook(sheet('Số liệu', [old, ...rest, second, header, ...formRows()]), narrative),
    );
    expect(codes(reading)).toEqual(['n:LEGACY_FONT']);
    expect(reading.state).toBe('accepted');
    const note = findingOf(reading, 'LEGACY_FONT');
    expect(note).toMatchObject({ where: { sheet: 'Số liệu', cell: 'A1' }, found: 'SË' });
    expect(note.message.vi).toContain('TCVN3 (.VnTime)');
    expect(note.message.vi).toContain('2 chỗ');
    expect(note.message.vi).toContain(String(first[0]));
  });
});
