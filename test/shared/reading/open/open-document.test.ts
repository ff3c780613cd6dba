import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../../shared/reading/open/open-document.ts';
import { UnreadableFile } from '../../../../shared/reading/open/unreadable-file.ts';
import { runs } from '../../../properties/runs.ts';
import { buildDocument, p, table, tc } from './docx/build-document.ts';
import { buildWorkbook } from './xlsx/build-workbook.ts';
import { officeZip, zipOf } from './zip/office-zip.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    return (await openDocument(bytes)).format;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code;
    throw error;
  }
}

function oleWith(streamName: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set(OLE);
  bytes.set(Buffer.from(streamName, 'utf16le'), 1024 + 128);
  bytes[1024 + 128 + 64] = streamName.length * 2 + 2;
  return bytes;
}

const workbook = buildWorkbook({
  sheets: [{ rows: '<row><c t="s"><v>0</v></c><c s="1"><v>0.5</v></c><c><f>A1</f></c></row>' }],
  strings: '<si><t>Đơn vị tính</t></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>',
});
const document = buildDocument({
  body: p('Báo cáo', '<w:pStyle w:val="Dam"/>') + table(tc(p('a')) + tc(p('1'), '<w:gridSpan w:val="2"/>')),
  styles: '<w:style w:type="paragraph" w:styleId="Dam"><w:name w:val="heading 1"/></w:style>',
  numbering: '',
});

describe('openDocument', () => {
  it('tells the kind of file from its bytes', async () => {
    expect(await codeOf(workbook)).toBe('xlsx');
    expect(await codeOf(document)).toBe('docx');
  });

  it('knows an empty file, noise, zeros and text for what they are', async () => {
    expect(await codeOf(new Uint8Array(0))).toBe('FILE_EMPTY');
    expect(await codeOf(new Uint8Array(1))).toBe('FILE_EMPTY');
    expect(await codeOf(new Uint8Array(50_000_000))).toBe('FILE_EMPTY');
    expect(await codeOf(Buffer.from('TT;Nội dung;1.234,5'))).toBe('PLAIN_TEXT');
    expect(await codeOf(Buffer.from('PK is how this text begins'))).toBe('PLAIN_TEXT');
  });

  it('tells an old format, a password and a PDF apart', async () => {
    expect(await codeOf(oleWith('VisioDocument'))).toBe('PROGRAM_FILE');
    expect(await codeOf(oleWith('WordDocument'))).toBe('OLD_WORD_FORMAT');
    expect(await codeOf(oleWith('EncryptedPackage'))).toBe('FILE_ENCRYPTED');
  });

  it('says of a damaged workbook of old and a damaged PDF that they are damaged', async () => {
    expect(await codeOf(oleWith('Workbook'))).toBe('ZIP_DAMAGED');
    expect(await codeOf(Uint8Array.from(OLE))).toBe('ZIP_DAMAGED');
    expect(await codeOf(Buffer.from('%PDF-1.7\n'))).toBe('ZIP_DAMAGED');
    expect(await codeOf(Buffer.from('\n\n%PDF-1.7\n'))).toBe('ZIP_DAMAGED');
  });

  it.each([
    ['<html><table></table></html>', 'WEB_PAGE'],
    ['\ufeff\n<!DOCTYPE html>\n<p>', 'WEB_PAGE'],
    ['<table border=1><tr><td>A01</td></tr></table>', 'WEB_PAGE'],
    ['MIME-Version: 1.0\r\n', 'WEB_PAGE'],
    ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', 'XML_DATA'],
    ['{\\rtf1\\ansi', 'rtf'],
    ['BM01;Chỉ tiêu;Trong kỳ\nA01;Số;3\n', 'csv'],
  ])('knows the text %j for what it is: %s', async (text, code) => {
    expect(await codeOf(Buffer.from(text))).toBe(code);
  });

  it.each([
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0]],
    ['PNG', [0x89, 0x50, 0x4e, 0x47]],
    ['BMP', [0x42, 0x4d, 1, 2, 3, 4, 0, 0, 0, 0]],
    ['HEIC', [0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63]],
  ])('says of a photograph (%s) that it is a picture', async (_, start) => {
    expect(await codeOf(Uint8Array.from([...start, ...new Array(100).fill(7)]))).toBe('PICTURE');
  });

  it('takes no other zip for a report', async () => {
    const presentation = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';
    const binary = 'application/vnd.ms-excel.sheet.binary.macroEnabled.main';
    expect(await codeOf(zipOf({}))).toBe('ZIP_NOT_A_REPORT');
    expect(await codeOf(zipOf({ 'anh.jpg': 'x' }))).toBe('PICTURE');
    expect(await codeOf(zipOf({ mimetype: 'application/vnd.oasis…', 'content.xml': '<a/>' }))).toBe(
      'ZIP_NOT_A_REPORT',
    );
    expect(await codeOf(officeZip('ppt/presentation.xml', presentation, {}))).toBe('PRESENTATION');
    expect(await codeOf(officeZip('xl/workbook.bin', binary, {}))).toBe('BINARY_WORKBOOK');
    const disguised = officeZip('xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml', {
      'xl/workbook.xml': '<html/>',
    });
    expect(await codeOf(disguised)).toBe('ZIP_NOT_A_REPORT');
  });

  it('takes a report whose main part is missing for damaged', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
    expect(await codeOf(officeZip('word/document.xml', type, {}))).toBe('ZIP_DAMAGED');
  });

  it('ends in a document or in an UnreadableFile whatever bytes are changed', async () => {
    const change = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(workbook, document),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.option(fc.nat(), { freq: 4, nil: null }),
        async (original, changes, cut) => {
          const bytes = original.slice(0, cut === null ? original.length : cut % original.length);
          for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
          await codeOf(bytes);
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('ends the same way whatever is changed in the XML of an intact zip', async () => {
    const fragments = [
      '<w:p>',
      '</w:p>',
      '<w:tc>',
      '</w:tc>',
      '<w:tr>',
      '</w:tr>',
      '<w:tbl>',
      '</w:tbl>',
      '<w:del>',
      '</w:del>',
      '<w:r>',
      '</w:r>',
      '<w:t>x</w:t>',
      '<w:pPr>',
      '</w:pPr>',
      '<w:txbxContent>',
      '</w:txbxContent>',
      '<w:vMerge/>',
      '<w:fldChar w:fldCharType="begin"/>',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...fragments), { maxLength: 20 }), async (order) => {
        const outcome = await codeOf(buildDocument({ body: order.join('') }));
        expect(['docx', 'XML_REFUSED']).toContain(outcome);
      }),
      { numRuns: runs(200) },
    );
    // Only balanced trees get past the parser, so the handler itself is tried with those.
    const names =
      'p tc tr tbl del r t pPr rPr trPr tcPr txbxContent sdt sdtPr vMerge showingPlcHdr moveFrom b';
    const { node: tree } = fc.letrec<{ node: string; branch: string }>((tie) => ({
      node: fc.oneof({ maxDepth: 9 }, fc.constant('x'), tie('branch')),
      branch: fc
        .tuple(fc.constantFrom(...names.split(' ')), fc.array(tie('node'), { minLength: 1, maxLength: 4 }))
        .map(([name, children]) => `<w:${name}>${children.join('')}</w:${name}>`),
    }));
    await fc.assert(
      fc.asyncProperty(tree, async (body) => {
        expect(await codeOf(buildDocument({ body }))).toBe('docx');
      }),
      { numRuns: runs(200) },
    );
  });

  it('ends the same way whatever the tags and attributes of a sheet are', async () => {
    const tag = fc.constantFrom(...'row c v f is t r rPh mergeCell extLst oddHeader sheetData'.split(' '));
    const attribute = fc.constantFrom(
      '',
      ' r="3"',
      ' r="B2"',
      ' t="s"',
      ' t="inlineStr"',
      ' t="d"',
      ' s="1"',
      ' ref="A1:B2"',
      ' ref="B2:A1"',
    );
    const { node: tree } = fc.letrec<{ node: string; branch: string }>((tie) => ({
      node: fc.oneof({ maxDepth: 7 }, fc.constantFrom('0', '1e5', '-1', 'x'), tie('branch')),
      branch: fc
        .tuple(tag, attribute, fc.array(tie('node'), { maxLength: 4 }))
        .map(([name, attributes, children]) => `<${name}${attributes}>${children.join('')}</${name}>`),
    }));
    await fc.assert(
      fc.asyncProperty(tree, async (rows) => {
        const outcome = await codeOf(buildWorkbook({ sheets: [{ rows }], strings: '<si><t>a</t></si>' }));
        expect(['xlsx', 'XML_REFUSED', 'ZIP_DAMAGED']).toContain(outcome);
      }),
      { numRuns: runs(200) },
    );
  });
});
