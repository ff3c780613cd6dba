import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { annotateFile } from '../../../../shared/reading/annotate/annotate.ts';
import { NotAnnotatable } from '../../../../shared/reading/annotate/not-annotatable.ts';
import type { Finding, Severity } from '../../../../shared/reading/model/reading.ts';
import { openDocument } from '../../../../shared/reading/open/open-document.ts';
import { author } from '../../../../shared/wording/annotation.ts';
import { buildWorkbook, SPREADSHEET, type WorkbookParts } from '../open/xlsx/build-workbook.ts';
import { officeZip, relationshipsXml, zipOf } from '../open/zip/office-zip.ts';

function at(cell: string, severity: Severity = 'error', sheet = 'Sheet1'): Finding {
  return {
    code: 'X',
    severity,
    where: { sheet, cell },
    found: '7 & <8>',
    expected: null,
    message: { vi: `Sai ở ${cell}`, en: `Wrong in ${cell}` },
    fix: { vi: 'Sửa lại', en: 'Mend it' },
  };
}

async function annotated(workbook: Uint8Array, ...findings: Finding[]) {
  const copy = await annotateFile(workbook, 'báo cáo.xlsx', { format: 'xlsx', findings });
  if (copy === null) throw new Error('no copy');
  return { ...copy, parts: partsOf(copy.bytes) };
}

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** The ground of a cell as the stylesheet paints it. */
function groundOf(parts: Record<string, string>, cell: string, sheet = 'xl/worksheets/sheet1.xml') {
  const style = new RegExp(`<(?:\\w+:)?c r="${cell}"[^>]* s="(\\d+)"`).exec(parts[sheet] ?? '')?.[1];
  const styles = parts['xl/styles.xml'] ?? '';
  const formats = /<(?:\w+:)?cellXfs[^>]*>(.*)<\/(?:\w+:)?cellXfs>/s.exec(styles)?.[1] ?? '';
  const format = formats.split(/(?=<(?:\w+:)?xf )/)[Number(style)] ?? '';
  const fills = /<(?:\w+:)?fills[^>]*>(.*)<\/(?:\w+:)?fills>/s.exec(styles)?.[1] ?? '';
  const fill = fills.split(/(?=<(?:\w+:)?fill>)/)[Number(/fillId="(\d+)"/.exec(format)?.[1])] ?? '';
  return { ground: /fgColor rgb="(\w+)"/.exec(fill)?.[1] ?? null, format };
}

const RED = 'FFFFC7CE';
const AMBER = 'FFFFEB9C';
const twoCells = '<row r="2"><c r="B2"><v>5</v></c><c r="D2" s="1"><f>B2*2</f><v>10</v></c></row>';
const styles =
  '<numFmts count="1"><numFmt numFmtId="170" formatCode="0.0%"/></numFmts><fonts count="1"><font><b/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' +
  '<xf numFmtId="170" fontId="0" fillId="0" borderId="0"><alignment wrapText="1"/></xf></cellXfs>';

describe('a cell with a finding', () => {
  it('takes the colour of the gravest, and keeps number format, alignment, formula and value', async () => {
    const { parts } = await annotated(
      buildWorkbook({ sheets: [{ rows: twoCells }], styles }),
      at('D2', 'warning'),
      at('D2', 'error'),
    );
    expect(groundOf(parts, 'D2').ground).toBe(RED);
    expect(groundOf(parts, 'D2').format).toContain('numFmtId="170"');
    expect(groundOf(parts, 'D2').format).toContain('<alignment wrapText="1"/>');
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<c r="D2" s="\d+"><f>B2\*2<\/f><v>10<\/v><\/c>/);
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<c r="B2"><v>5</v></c>');
  });

  it('has one comment with every sentence, shown by one shape', async () => {
    const { parts } = await annotated(
      buildWorkbook({ sheets: [{ rows: twoCells }] }),
      at('D2'),
      at('D2', 'note'),
    );
    const comments = parts['xl/comments1.xml'] ?? '';
    expect(comments.match(/<comment /g)).toHaveLength(1);
    expect(comments).toContain(`<author>${author}</author>`);
    expect(comments).toContain('LỖI');
    expect(comments).toContain('GHI CHÚ');
    expect(comments).toContain('7 &amp; &lt;8&gt;');
    const shapes = parts['xl/drawings/vmlDrawing1.vml'] ?? '';
    expect(shapes.match(/<v:shape /g)).toHaveLength(1);
    expect(shapes).toContain('<x:Row>1</x:Row><x:Column>3</x:Column>');
    expect(parts['[Content_Types].xml']).toContain('Extension="vml"');
    expect(parts['[Content_Types].xml']).toContain('/xl/comments1.xml');
  });

  it('is put in where the sheet has none: between cells, behind them, between rows, in an empty sheet', async () => {
    const rows =
      '<row r="2"><c r="B2"><v>5</v></c><c r="D2"><v>1</v></c></row><row r="9" s="1" customFormat="1"/>';
    const { parts } = await annotated(
      buildWorkbook({ sheets: [{ rows }, {}], styles }),
      ...['C2', 'E2', 'A5', 'B9'].map((cell) => at(cell)),
      at('B3', 'error', 'Sheet2'),
    );
    const order = (xml = '') => [...xml.matchAll(/<(?:row|c) r="(\w+)"/g)].map(([, r]) => r);
    expect(order(parts['xl/worksheets/sheet1.xml'])).toEqual([
      '2',
      'B2',
      'C2',
      'D2',
      'E2',
      '5',
      'A5',
      '9',
      'B9',
    ]);
    expect(order(parts['xl/worksheets/sheet2.xml'])).toEqual(['3', 'B3']);
    expect(groundOf(parts, 'B9').format).toContain('numFmtId="170"');
  });

  it('is found where rows and cells do not say their place, and behind a prefix', async () => {
    const xml = `<x:worksheet xmlns:x="${SPREADSHEET}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData><x:pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><x:tableParts count="0"/></x:worksheet>`;
    const workbook = buildWorkbook({ sheets: [{ xml }] });
    const { parts, bytes } = await annotated(workbook, at('B1'), at('A2', 'warning'));
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(
      /<x:row><x:c><x:v>1<\/x:v><\/x:c><x:c s="\d+"><x:v>2<\/x:v><\/x:c><\/x:row><x:row><x:c s="\d+">/,
    );
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<x:legacyDrawing [^>]*\/><x:tableParts/);
    const [first] = (await openDocument(bytes)).blocks;
    expect(first).toEqual((await openDocument(workbook)).blocks[0]);
  });
});

describe('what people wrote', () => {
  const comments = `<comments xmlns="${SPREADSHEET}"><authors><author>Lan</author><author>tc={1}</author></authors><commentList><comment ref="B2" authorId="0"><text><t>của Lan</t></text></comment><comment ref="D2" authorId="1"><text><t>[Threaded comment]</t></text></comment></commentList></comments>`;
  const vml =
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"/><v:shape id="_x0000_s1026" type="#_x0000_t202"><br></v:shape></xml>';
  const commented: WorkbookParts = {
    sheets: [
      {
        rows: twoCells,
        after:
          '<legacyDrawing xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships" q:id="rIdV"/>',
        links: [
          ['rIdC', 'comments', '../comments7.xml'],
          ['rIdV', 'vmlDrawing', '../drawings/notes.vml'],
        ],
      },
    ],
    extra: { 'xl/comments7.xml': comments, 'xl/drawings/notes.vml': vml },
  };

  it('stays, and what is found is written below it; a conversation is left alone', async () => {
    const { parts } = await annotated(buildWorkbook(commented), at('B2'), at('D2'), at('C4'));
    const written = parts['xl/comments7.xml'] ?? '';
    expect(written).toMatch(/của Lan<\/t>.*LỖI.*Sai ở B2.*<\/text><\/comment><comment ref="D2"/s);
    expect(written).toContain(
      '<comment ref="D2" authorId="1"><text><t>[Threaded comment]</t></text></comment>',
    );
    expect(written).toMatch(/<comment ref="C4" authorId="2">/);
    expect(written).toContain(`<author>tc={1}</author><author>${author}</author>`);
    const shapes = parts['xl/drawings/notes.vml'] ?? '';
    expect(shapes).toContain('<v:shape id="_x0000_s1026" type="#_x0000_t202"><br></v:shape>');
    expect(shapes.match(/_x0000_s1027/g)).toHaveLength(1);
    expect(parts['xl/worksheets/sheet1.xml']?.match(/legacyDrawing/g)).toHaveLength(1);
  });

  it('is the same byte for byte in every part that holds no finding', async () => {
    const workbook = buildWorkbook({
      sheets: [{ rows: twoCells }, { rows: '<row><c><v>1</v></c></row>' }],
      strings: '<si><t>chữ</t></si>',
      extra: { 'xl/charts/chart1.xml': '<c:chart xmlns:c="urn:c"/>', 'docProps/app.xml': '<Properties/>' },
    });
    const before = unzipSync(workbook);
    const after = unzipSync((await annotated(workbook, at('D2'))).bytes);
    const changed = Object.keys(after).filter(
      (name) => !Buffer.from(after[name] ?? []).equals(Buffer.from(before[name] ?? [])),
    );
    expect(changed.toSorted()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet3.xml',
    ]);
  });
});

describe('the sheet of findings', () => {
  it('lists all, the gravest first, those of the whole file too, each linked to its cell', async () => {
    const { bytes, parts } = await annotated(
      buildWorkbook({ sheets: [{ name: "Biểu 'A'", rows: twoCells }] }),
      { ...at('B2'), where: null },
      at('D2', 'error', "Biểu 'A'"),
      at('B2', 'warning', "Biểu 'A'"),
    );
    const sheet = (await openDocument(bytes)).blocks.at(-1);
    if (sheet?.kind !== 'table') throw new Error('no sheet');
    expect(sheet.sheet).toBe('Lưu ý');
    expect(sheet.cells.filter(({ column, row }) => column === 1 && row > 3).map(({ text }) => text)).toEqual([
      'LỖI, phải sửa / Error, to be mended: 2',
      '1',
      '2',
      'CẦN XEM LẠI / To be looked at: 1',
      '3',
    ]);
    expect(parts['xl/worksheets/sheet2.xml']).toContain(`location="'Biểu ''A'''!D2"`);
  });

  it('is named in letters that its workbook did not know before', async () => {
    const workbook = buildWorkbook({ sheets: [{ rows: twoCells }] });
    const parts = unzipSync(workbook);
    const declared = `<?xml version='1.0' encoding='us-ascii'?>${strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())}`;
    const { parts: after, bytes } = await annotated(
      zipOf({ ...parts, 'xl/workbook.xml': declared }),
      at('B2'),
    );
    expect(after['xl/workbook.xml']).toMatch(/^<\?xml version='1.0' encoding='UTF-8'\?>.*Lưu ý/s);
    expect((await openDocument(bytes)).blocks).toHaveLength(2);
  });

  it('gets another name where a sheet of people has it', async () => {
    const workbook = buildWorkbook({ sheets: [{ name: 'Lưu ý', rows: twoCells }] });
    const { bytes } = await annotated(workbook, at('B2', 'error', 'Lưu ý'));
    const names = (await openDocument(bytes)).blocks.map((block) => block.kind === 'table' && block.sheet);
    expect(names).toEqual(['Lưu ý', 'Lưu ý (2)']);
  });
});

describe('a copy that was mended and comes again', () => {
  it('loses the marks of what is right now and has one sheet of findings', async () => {
    const first = await annotated(
      buildWorkbook({ sheets: [{ rows: twoCells }], styles }),
      at('B2'),
      at('D2'),
    );
    const second = await annotated(first.bytes, at('D2', 'warning'), at('C9'));
    expect(groundOf(second.parts, 'B2').ground).toBeNull();
    expect(groundOf(second.parts, 'D2').ground).toBe(AMBER);
    expect(groundOf(second.parts, 'D2').format).toContain('numFmtId="170"');
    expect(second.parts['xl/comments1.xml']?.match(/<comment ref="(\w+)"/g)).toEqual([
      '<comment ref="D2"',
      '<comment ref="C9"',
    ]);
    expect(second.parts['xl/drawings/vmlDrawing1.vml']?.match(/<v:shape /g)).toHaveLength(2);
    expect((await openDocument(second.bytes)).blocks).toHaveLength(2);
  });
});

describe('a copy saved by a program that drops the formats no cell has any more', () => {
  it('keeps the number format of a cell that is right now', async () => {
    const first = await annotated(buildWorkbook({ sheets: [{ rows: twoCells }], styles }), at('D2'));
    const bare = /<xf numFmtId="170" fontId="0" fillId="0" borderId="0">.*?<\/xf>/;
    const dropped = first.parts['xl/styles.xml']?.replace(bare, '<xf numFmtId="0"/>') ?? '';
    const saved = zipOf({ ...first.parts, 'xl/styles.xml': dropped });
    const second = await annotated(saved, at('B2'));
    expect(groundOf(second.parts, 'D2').ground).toBeNull();
    expect(groundOf(second.parts, 'D2').format).toContain('numFmtId="170"');
    expect(groundOf(second.parts, 'D2').format).toContain('<alignment wrapText="1"/>');
  });
});

describe('a copy saved by a program that forgets who wrote a comment', () => {
  it('has its own comments told by their words, and a person’s words kept apart from those below them', async () => {
    const theirs = `<comments xmlns="${SPREADSHEET}"><authors><author/></authors><commentList><comment ref="B2" authorId="0"><text><t>của Lan</t></text></comment></commentList></comments>`;
    const workbook = buildWorkbook({
      sheets: [{ rows: twoCells, links: [['rIdC', 'comments', '../comments1.xml']] }],
      extra: { 'xl/comments1.xml': theirs },
    });
    const first = await annotated(workbook, at('B2'), at('D2'));
    const forgotten = (first.parts['xl/comments1.xml'] ?? '').replace(author, '');
    const saved = zipOf({ ...first.parts, 'xl/comments1.xml': forgotten });
    const second = await annotated(saved, at('B2', 'warning'));
    const comments = second.parts['xl/comments1.xml'] ?? '';
    expect(comments.match(/<comment /g)).toHaveLength(1);
    expect(comments.match(/của Lan/g)).toHaveLength(1);
    expect(comments.match(/Sai ở B2/g)).toHaveLength(1);
    expect(comments).not.toContain('LỖI');
    expect(groundOf(second.parts, 'B2').ground).toBe(AMBER);
    expect(groundOf(second.parts, 'D2').ground).toBeNull();
    const third = await annotated(second.bytes, at('D2'));
    expect(third.parts['xl/comments1.xml']).toMatch(/của Lan<\/t><\/r><\/text>/);
    expect(groundOf(third.parts, 'B2').ground).toBeNull();
  });
});

describe('no copy', () => {
  it('is made where nothing was found, and of formats without room for marks', async () => {
    const workbook = buildWorkbook({ sheets: [{ rows: twoCells }] });
    expect(await annotateFile(workbook, 'a.xlsx', { format: 'xlsx', findings: [] })).toBeNull();
    for (const format of ['csv', 'ods', 'odt', null] as const) {
      expect(await annotateFile(workbook, 'a', { format, findings: [at('A1')] })).toBeNull();
    }
  });

  it('is made of a file with macros: nobody is sent any', async () => {
    const macros = officeZip('xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml', {
      'xl/workbook.xml': `<workbook xmlns="${SPREADSHEET}"><sheets/></workbook>`,
      'xl/_rels/workbook.xml.rels': relationshipsXml([]),
    });
    await expect(annotateFile(macros, 'a.xlsm', { format: 'xlsx', findings: [at('A1')] })).rejects.toThrow(
      NotAnnotatable,
    );
  });
});

it('is named after the unit’s own file, a packed one after the archive, and never piles up endings', async () => {
  const workbook = buildWorkbook({ sheets: [{ rows: twoCells }] });
  const name = async (bytes: Uint8Array, fileName: string) =>
    (await annotateFile(bytes, fileName, { format: 'xlsx', findings: [at('A1')] }))?.fileName;
  expect(await name(workbook, 'BC dân vận Q1.2024.xlsx')).toBe('BC dân vận Q1.2024 (lưu ý).xlsx');
  expect(await name(workbook, 'báo cáo (lưu ý).xlsx')).toBe('báo cáo (lưu ý).xlsx');
  expect(await name(zipOf({ 'a.xlsx': workbook }), 'nộp.zip')).toBe('nộp (lưu ý).xlsx');
});

it('is not made where far more would have to be written upon than any report has', async () => {
  const rows = `<row r="1"><c r="A1"><v>1</v></c></row>${`<!--${' '.repeat(900)}-->`.repeat(20_000)}`;
  const workbook = buildWorkbook({ sheets: [{ rows }] });
  await expect(annotateFile(workbook, 'a.xlsx', { format: 'xlsx', findings: [at('A1')] })).rejects.toThrow(
    /more than \d+ bytes/,
  );
});
