/** Cases 9, 21 to 23 and 25: other formats under a workbook's name, old letters, plain texts, Word documents. */
import { buildDocument, p, r, table, tc } from '../shared/reading/open/docx/build-document.ts';
import { corpusFile } from './bombs.ts';
import { type NastyCase, sampleRead, unreadable } from './nasty-case.ts';
import { csvOf, escaped, figures, reportRows, type Written } from './sample-report.ts';

const whole = Object.fromEntries(
  Object.entries(figures).map(([code, value]) => [code, [value, value] as const]),
);
const both = { ...sampleRead, values: whole };
const coded = { ...sampleRead, says: ['CODE_PAGE', 'NARRATIVE_MISSING'] } as const;
const accepted = { state: 'accepted', says: [] } as const;
const renamed = 'BC quy I (final).xlsx';
const text = csvOf(reportRows());

export const texts: readonly NastyCase[] = [
  {
    number: 9,
    name: 'a Word document under the name of a workbook',
    fileName: renamed,
    unit: 'QLDD',
    period: '6T-2024',
    make: () => corpusFile('text annex behind, python-docx.docx'),
    ends: accepted,
  },
  {
    number: 9,
    name: 'an OpenDocument sheet under the name of a workbook',
    fileName: renamed,
    unit: 'CCBVMT',
    make: () => corpusFile('sheet merged header, Calc.ods'),
    ends: accepted,
  },
  {
    number: 9,
    name: 'a plain text under the name of a workbook',
    fileName: renamed,
    make: () => Buffer.from(text),
    ends: both,
  },
  {
    number: 9,
    name: 'a web page under the name of a workbook',
    fileName: renamed,
    make: () => Buffer.from(`<html><body><table><tr><td>STT</td></tr></table></body></html>`),
    ends: unreadable('WEB_PAGE'),
  },
  {
    number: 21,
    name: 'everything in .VnTime and .VnTimeH',
    unit: 'CCBVMT',
    period: '9T-2024',
    make: () => corpusFile('sheet old font, openpyxl.xlsx'),
    ends: { state: 'accepted', says: ['LEGACY_FONT', 'LEGACY_FONT'] },
  },
  {
    number: 21,
    name: 'everything in VNI-Times',
    unit: 'CCBVMT',
    period: '6T-2024',
    make: () => corpusFile('text old font, python-docx.docx'),
    ends: { state: 'accepted', says: ['LEGACY_FONT'] },
  },
  {
    number: 22,
    name: 'a plain text in UTF-16 without a mark in front',
    make: () => Buffer.from(text, 'utf16le'),
    ends: { ...both, ...coded },
  },
  {
    number: 22,
    name: 'a plain text in code page 1258',
    unit: 'CCBVMT',
    make: () => corpusFile('../code page 1258, python.csv'),
    ends: coded,
  },
  {
    number: 22,
    name: 'a plain text in TCVN 5712',
    unit: 'CCBVMT',
    make: () => corpusFile('../code TCVN3, python.csv'),
    ends: coded,
  },
  {
    number: 23,
    name: 'semicolons, a title line with a comma, a line that names the delimiter, 1.234,5',
    make: () =>
      Buffer.from(`sep=;\r\n"Biểu số liệu, kèm theo báo cáo"\r\n${csvOf(reportRows({ A03: '1.234,5' }))}`),
    ends: {
      state: 'rejected',
      says: ['NARRATIVE_MISSING', 'NOT_WHOLE'],
      values: { ...whole, A03: [null, 142] },
    },
  },
  {
    number: 23,
    name: 'a quotation that is never closed',
    make: () => Buffer.from(text.replace('Kinh phí hạn hẹp.', '"Kinh phí hạn hẹp.')),
    ends: both,
  },
  {
    number: 25,
    name: 'a tracked change, merged cells, text boxes said twice, a table in a table',
    make: word,
    ends: {
      state: 'accepted-with-warnings',
      says: ['CUMULATIVE_NOT_FIRST', 'NARRATIVE_PARTIAL', 'TRACKED_CHANGES'],
      values: { ...whole, A03: [95, 142] },
      narrative: { 'II.1': ['Đã quán triệt nghị quyết.', 'Chữ trong hộp.'] },
    },
  },
  {
    number: 25,
    name: 'tables in tables, 20,000 deep',
    make: () => {
      const deep = 20_000;
      return buildDocument({
        body: `${'<w:tbl><w:tr><w:tc>'.repeat(deep)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(deep)}`,
      });
    },
    ends: unreadable('XML_REFUSED'),
  },
];

function word(): Uint8Array {
  const author = 'w:author="Văn thư" w:date="2024-03-14T08:00:00Z"';
  const change = `<w:p><w:del w:id="1" ${author}><w:r><w:delText>90</w:delText></w:r></w:del><w:ins w:id="2" ${author}>${r('95')}</w:ins></w:p>`;
  const box = (inside: string) => `<w:txbxContent>${p(inside)}</w:txbxContent>`;
  const boxes = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box('Chữ trong hộp.')}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('Chữ trong hộp.')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  const rows = reportRows();
  const cell = (written: Written) => tc(p(escaped(String(written ?? ''))));
  const form = table(
    // "Kết quả" over both columns of figures, the other titles down over both rows.
    rows
      .slice(4, 5)
      .flatMap((row) => row.slice(0, 4).map((text) => tc(p(String(text)), '<w:vMerge w:val="restart"/>')))
      .join('') + tc(p('Kết quả'), '<w:gridSpan w:val="2"/>'),
    `${tc('<w:p/>', '<w:vMerge/>').repeat(4)}${cell('Trong kỳ')}${cell('Lũy kế')}`,
    ...rows
      .slice(5)
      .map((row) =>
        row.map((written, n) => (row[1] === 'A03' && n === 4 ? tc(change) : cell(written))).join(''),
      ),
  );
  const frame = table(tc(`${p('Biểu kèm theo')}${form}<w:p/>`));
  const titles = rows.slice(0, 4).map(([text]) => p(String(text)));
  return buildDocument({
    body: `${titles.join('')}${p('II.1. Tăng cường lãnh đạo, chỉ đạo công tác dân vận', '', '<w:b/>')}${p('Đã quán triệt nghị quyết.')}${boxes}${p('PHỤ LỤC', '', '<w:b/>')}${frame}`,
  });
}
