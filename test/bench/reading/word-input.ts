import { rowsOf } from './inputs.ts';
import { frameOf, type PartText, XML, zipFile } from './zip-file.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>';
const sentence =
  'Đã tổ chức tiếp công dân theo đúng quy định, phân loại và xử lý đơn kịp thời; không để phát sinh vụ việc phức tạp, kéo dài trên địa bàn. ';

/** A Word document of so many pages of text and tables, as Word saves it: runs cut by corrections, ids on all. */
export function wordDocument(pages: number): Buffer {
  return zipFile({
    ...frameOf('word/document.xml', 'wordprocessingml.document.main', {
      styles: ['styles.xml', 'wordprocessingml.styles'],
    }),
    'word/styles.xml': [
      `${XML}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${font}<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>`,
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
      '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>',
      '</w:styles>',
    ],
    'word/document.xml': body(pages),
  });
}

function* body(pages: number): PartText {
  yield `${XML}<w:document xmlns:w="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`;
  const rows = rowsOf(pages * 8);
  for (let page = 1; page <= pages; page++) {
    yield paragraph(`${page}. Kết quả thực hiện nhiệm vụ`, 'Heading1');
    for (let n = 0; n < 4; n++) yield paragraph(sentence.repeat(2));
    yield '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0" w:firstRow="1"/></w:tblPr><w:tblGrid>';
    yield `${'<w:gridCol w:w="1800"/>'.repeat(5)}</w:tblGrid>`;
    for (let n = 0; n < 8; n++) {
      const row = rows.next().value ?? [];
      yield `<w:tr w:rsidR="00A77B3E" w14:paraId="${page}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">`;
      for (const value of [row[0], row[2], row[6], row[7], row[14]]) {
        yield `<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(String(value))}</w:tc>`;
      }
      yield '</w:tr>';
    }
    yield '</w:tbl>';
  }
  yield '<w:sectPr w:rsidR="00A77B3E"><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>';
}

function paragraph(text: string, style?: string): string {
  const named = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  const properties = `<w:pPr>${named}<w:spacing w:before="120" w:after="120"/><w:jc w:val="both"/><w:rPr>${font}<w:szCs w:val="28"/></w:rPr></w:pPr>`;
  const half = Math.floor(text.length / 2);
  const runs = [text.slice(0, half), text.slice(half)].map(
    (part) =>
      `<w:r w:rsidRPr="00C1234F"><w:rPr>${font}<w:szCs w:val="28"/></w:rPr><w:t xml:space="preserve">${part}</w:t></w:r>`,
  );
  return `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00C1234F">${properties}${runs.join('')}</w:p>`;
}
