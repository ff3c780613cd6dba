import { deflateSync } from 'node:zlib';
import { strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { annotateFile } from '../../../../../shared/reading/annotate/annotate.ts';
import { NotAnnotatable } from '../../../../../shared/reading/annotate/not-annotatable.ts';
import { isRemote } from '../../../../../shared/reading/open/active/addresses.ts';
import { Budget } from '../../../../../shared/reading/open/budget.ts';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { ActiveNames } from '../../../../../shared/reading/open/pdf/active-names.ts';
import { activeInPdf } from '../../../../../shared/reading/open/pdf/read-pdf.ts';
import { linksIn } from '../../../../../shared/reading/open/xls/active-records.ts';
import { readReport } from '../../../../../shared/reading/read-report.ts';
import { activeContentOf, isActive } from '../../../../../shared/vocabulary/active-content.ts';
import { scannedPdf } from '../../../../functions/a-signed-report.ts';
import { findingOf, taskOf } from '../../by-hand.ts';
import { buildDocument, p, r, table, tc } from '../docx/build-document.ts';
import { buildOdf } from '../odf/build-odf.ts';
import { pdfOf } from '../pdf/build-pdf.ts';
import { rtfOf } from '../rtf/build-rich-text.ts';
import { buildWorkbook, SPREADSHEET } from '../xlsx/build-workbook.ts';
import { zipOf } from '../zip/office-zip.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What is active in a file, and where, as `dde @12: cmd|…`. */
async function activeIn(bytes: Uint8Array): Promise<readonly string[]> {
  const { skipped } = await openDocument(bytes);
  return skipped
    .filter(({ why }) => isActive(why))
    .map(
      ({ why, where, text = '' }) => `${why}${where ? ` @${Object.values(where).join('.')}` : ''}: ${text}`,
    );
}

/** The file with more parts, and with links of its parts: [part, type, target, whether it leads outside]. */
function withParts(
  bytes: Uint8Array,
  links: readonly (readonly [part: string, type: string, target: string, outside?: 'outside'])[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const lists = new Map<string, string>();
  for (const [part, type, target, outside] of links) {
    const list = part.replace(/([^/]*)$/, '_rels/$1.rels');
    const mode = outside ? ' TargetMode="External"' : '';
    const link = `<Relationship Id="x${lists.size}${type}" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`;
    lists.set(list, (lists.get(list) ?? '') + link);
  }
  const all = { ...unzipSync(bytes) };
  for (const [list, written] of lists) {
    const before = new TextDecoder().decode(all[list] ?? new Uint8Array()).replace('</Relationships>', '');
    const head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
    all[list] = strToU8(`${before || head}${written}</Relationships>`);
  }
  return zipOf({ ...all, ...parts });
}

const word = (body = p('Báo cáo')) => buildDocument({ body });
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const field = (...inner: string[]) => `${mark('begin')}${inner.join('')}${mark('end')}`;
const paragraph = (...inner: string[]) => `<w:p>${inner.join('')}</w:p>`;

describe('fields of a Word document that act', () => {
  it('are told at their place, by what they do', async () => {
    const body =
      p('Báo cáo') +
      paragraph(r('Kết quả '), field(code(' DDEAUTO c:\\cmd "/k calc" '), mark('separate'), r('5'))) +
      table(tc(paragraph(r('7'), `<w:fldSimple w:instr=" INCLUDETEXT &quot;http://x.vn/a.docx&quot; "/>`))) +
      paragraph(field(code('INCLUDEPICTURE "http://x.vn/a.png"')), r('Ảnh')) +
      paragraph(field(code(' LINK Excel.Sheet.12 "C:\\\\a.xlsx" ')), r('Bảng'));
    expect(await activeIn(word(body))).toEqual([
      'dde @2: DDEAUTO c:\\cmd "/k calc"',
      'include @1.1.1: INCLUDETEXT "http://x.vn/a.docx"',
      'include @3: INCLUDEPICTURE "http://x.vn/a.png"',
      'external-link @4: LINK Excel.Sheet.12 "C:\\\\a.xlsx"',
    ]);
  });

  it('are found however they are put together', async () => {
    const inTwo = paragraph(mark('begin'), code('DD')) + paragraph(code('E a b'), mark('end'));
    expect((await activeIn(word(inTwo))).join()).toContain('dde');
    const numbers = paragraph(field(field(code('QUOTE 68 68 69 32 97'))));
    expect((await activeIn(word(numbers))).join()).toContain('dde');
    const ofResults = paragraph(field(field(code('SET x'), mark('separate'), r('DDE')), code(' a b')));
    expect((await activeIn(word(ofResults))).join()).toContain('dde');
    const neverEnded = paragraph(mark('begin'), code('DDE a b'));
    expect((await activeIn(word(neverEnded))).join()).toContain('dde');
    const deleted = paragraph(
      '<w:del>',
      mark('begin'),
      '<w:r><w:delInstrText>DDE a</w:delInstrText></w:r>',
      '</w:del>',
    );
    expect((await activeIn(word(deleted))).join()).toContain('dde');
  });

  it('are found in page headers as well', async () => {
    const header = paragraph(field(code('DDE a b')));
    expect(await activeIn(buildDocument({ body: p('Báo cáo'), header }))).toEqual(['dde: DDE a b']);
  });

  it('are not those of every document', async () => {
    const page = paragraph(
      field(code(' PAGE '), mark('separate'), r('1')),
      field(code('HYPERLINK "http://x.vn"')),
    );
    const date = paragraph('<w:fldSimple w:instr=" DATE "/>', field(code('REF DDE_so_lieu')));
    expect(await activeIn(word(page + date))).toEqual([]);
  });
});

describe('parts and links of office files', () => {
  const doc = 'word/document.xml';
  const settings = 'word/settings.xml';

  it('tell of templates, objects, controls and macros', async () => {
    const types = (extension: string, type: string) => ({
      '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="${extension}" ContentType="${type}"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    });
    const template = withParts(word(), [[settings, 'attachedTemplate', 'http://x.vn/t.dotm', 'outside']]);
    expect(await activeIn(template)).toEqual(['remote-template: http://x.vn/t.dotm']);
    // No link leads to it: some programs show it all the same.
    const ole = 'application/vnd.openxmlformats-officedocument.oleObject';
    const orphan = withParts(word(), [], { ...types('bin', ole), 'word/embeddings/o.bin': 'ole' });
    expect(await activeIn(orphan)).toEqual(['embedded-object: ']);
    const linked = withParts(word(), [[doc, 'oleObject', 'embeddings/o.bin']], {
      'word/embeddings/o.bin': 'ole',
    });
    expect(await activeIn(linked)).toEqual(['embedded-object: ']);
    const control = withParts(word(), [[doc, 'control', 'activeX/a.xml']], { 'word/activeX/a.xml': '<a/>' });
    expect(await activeIn(control)).toEqual(['activex: ']);
    const macros = withParts(word(), [[doc, 'vbaProject', 'vbaProject.bin']], {
      'word/vbaProject.bin': 'vba',
    });
    expect(await activeIn(macros)).toEqual(['macros: ']);
  });

  it('tell of what is fetched from elsewhere, not of links that wait for a click', async () => {
    const links = withParts(word(), [
      [doc, 'hyperlink', 'http://x.vn', 'outside'],
      [doc, 'image', 'http://x.vn/a.png', 'outside'],
      [doc, 'image', 'file:///C:/anh.png', 'outside'],
      [doc, 'oleObject', 'http://x.vn/a.html!', 'outside'],
      [settings, 'attachedTemplate', 'file:///C:\\Users\\an\\Mau.dotx', 'outside'],
    ]);
    expect(await activeIn(links)).toEqual([
      'external-link: http://x.vn/a.png',
      'external-link: http://x.vn/a.html!',
    ]);
  });

  it('tell of other workbooks and of commands in one', async () => {
    const external = (inner: string) => `<externalLink xmlns="${SPREADSHEET}">${inner}</externalLink>`;
    const book = buildWorkbook({ sheets: [{ rows: '<row><c><v>1</v></c></row>' }] });
    const links = withParts(
      book,
      [
        ['xl/workbook.xml', 'externalLink', 'externalLinks/a.xml'],
        ['xl/workbook.xml', 'externalLink', 'externalLinks/b.xml'],
        ['xl/externalLinks/a.xml', 'externalLinkPath', 'So%20lieu%202023.xlsx', 'outside'],
      ],
      {
        'xl/externalLinks/a.xml': external('<externalBook/>'),
        'xl/externalLinks/b.xml': external('<ddeLink ddeService="cmd" ddeTopic="/c calc"/>'),
      },
    );
    expect([...(await activeIn(links))].sort()).toEqual([
      'dde: cmd|/c calc',
      'external-link: So%20lieu%202023.xlsx',
    ]);
  });

  it('refuse no file where a part that is not read is damaged', async () => {
    const damaged = withParts(word(), [[doc, 'footnotes', 'footnotes.xml']], {
      'word/footnotes.xml': '<w:footnotes',
      'word/charts/_rels/chart1.xml.rels': '<Relationships',
    });
    expect((await openDocument(damaged)).blocks).toHaveLength(1);
  });

  it('are not the workbook in which a chart keeps its figures', async () => {
    const chart = withParts(word(), [['word/charts/chart1.xml', 'package', '../embeddings/a.xlsx']], {
      'word/embeddings/a.xlsx': 'x',
    });
    expect(await activeIn(chart)).toEqual([]);
  });
});

describe('addresses', () => {
  it('lie on another computer where they name one', () => {
    for (const address of [
      'http://x.vn/t',
      'HTTPS://x',
      '\\\\may-chu\\t.dotm',
      '//h/t',
      'file://h/t',
      'file:////h/t',
      'file:///\\\\h\\t',
      'ftp://h',
      'mhtml:http://x!x',
    ]) {
      expect([address, isRemote(address)]).toEqual([address, true]);
    }
    for (const address of [
      't.dotx',
      'C:\\a\\t.dotx',
      'file:///C:/a/t.dotx',
      'file:///home/a/t',
      '../media/a.png',
      './Object 1',
      '#Bảng',
    ]) {
      expect([address, isRemote(address)]).toEqual([address, false]);
    }
  });
});

describe('what is active in other formats', () => {
  const xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"';

  it('of OpenDocument: commands, sources, scripts, objects, macros', async () => {
    const text = buildOdf(
      'text',
      `<text:dde-connection-decls><text:dde-connection-decl office:name="a" office:dde-application="cmd" office:dde-topic="/c calc"/></text:dde-connection-decls>
      <text:section text:name="s"><text:section-source ${xlink} xlink:href="http://x.vn/a.odt"/><text:p>Một</text:p></text:section>
      <text:p>Ảnh<draw:frame><draw:image ${xlink} xlink:href="http://x.vn/a.png"/></draw:frame><draw:frame><draw:image ${xlink} xlink:href="Pictures/a.png"/></draw:frame></text:p>
      <text:p>Bảng<draw:frame><draw:object-ole ${xlink} xlink:href="./Object 1"/></draw:frame><text:a ${xlink} xlink:href="http://x.vn">trang</text:a></text:p>`,
      { extra: { 'Basic/Standard/Module1.xml': '<x/>', 'Basic/Standard/script-lb.xml': '<x/>' } },
    );
    expect(await activeIn(text)).toEqual([
      'dde: cmd|/c calc',
      'include: http://x.vn/a.odt',
      'external-link @2: http://x.vn/a.png',
      'embedded-object @3: ',
      'macros: ',
    ]);
    const sheets = buildOdf(
      'spreadsheet',
      `<table:table table:name="A"><table:table-source ${xlink} xlink:href="../B.ods"/><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>
      <table:dde-links><table:dde-link><office:dde-source office:dde-application="soffice" office:dde-topic="b.ods" office:dde-item="A1"/></table:dde-link></table:dde-links>`,
      { styles: `<draw:fill-image ${xlink} xlink:href="http://x.vn/n.png"/>` },
    );
    expect(await activeIn(sheets)).toEqual([
      'external-link: http://x.vn/n.png',
      'external-link @A.A1: ../B.ods',
      'dde: soffice|b.ods|A1',
    ]);
    const scripts =
      '<office:event-listeners xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"><script:event-listener script:macro-name="Chay"/></office:event-listeners>';
    expect(await activeIn(buildOdf('text', `${scripts}<text:p>Một</text:p>`))).toEqual(['script: Chay']);
  });

  it('of rich text: fields, templates, objects', async () => {
    const fields = String.raw`Mot {\field{\*\fldinst { DDEAUTO c:\\cmd.exe "/k" }}{\fldrslt 5}}\par {\field{\*\fldinst {\u72?YPERLINK "http://x"}}{\fldrslt trang}}\par`;
    expect(await activeIn(rtfOf(fields))).toEqual(['dde @1: DDEAUTO c:\\cmd.exe "/k"']);
    const template = String.raw`{\*\template http://x.vn/t.dotm}Mot\par`;
    expect(await activeIn(rtfOf(template))).toEqual(['remote-template @1: http://x.vn/t.dotm']);
    expect(await activeIn(rtfOf(String.raw`{\*\template C:\\Mau.dotx}Mot\par`))).toEqual([]);
    expect(await activeIn(rtfOf(String.raw`Mot{\object\objemb{\*\objdata 00}}\par`))).toEqual([
      'embedded-object @1: ',
    ]);
  });

  it('of plain text: what Excel takes for a command', async () => {
    const lines = ['Mã,Tên,Số', "A01,=cmd|' /C calc'!A0,3", 'A02,-|-,4', 'A03,=B1+1,5'].join('\n');
    expect(await activeIn(strToU8(lines))).toEqual(["dde @1.2.2: =cmd|' /C calc'!A0"]);
  });

  it('of an old workbook: links to others, commands', () => {
    const record = (type: number, ...bytes: number[]) => [type & 255, type >> 8, bytes.length, 0, ...bytes];
    const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
    const book = (text: string) => record(0x1ae, 0, 0, text.length, 0, 0, ...letters(text));
    const stream = Uint8Array.from([
      ...record(0x809, 0, 6, 5, 0),
      ...record(0x1ae, 1, 0, 0x01, 0x04),
      ...book('cmd\u0003/c calc'),
      ...book('\u0001\u0002thu muc\u0003a.xls'),
    ]);
    expect(linksIn(stream)).toEqual([
      { why: 'dde', text: 'cmd|/c calc' },
      { why: 'external-link', text: '/thu muc/a.xls' },
    ]);
  });

  it('of a pdf: scripts, actions, files attached', async () => {
    const page = pdfOf((drawn) => drawn.text(50, 50, 'Báo cáo công tác dân vận quý I'));
    // Objects of the same length in the place of one that says nothing, so that no offset changes.
    const latin = Buffer.from(page).toString('latin1');
    const catalog = '<< /Type /Catalog /Pages 2 0 R';
    expect(latin).toContain(catalog);
    const tail = latin.indexOf('xref\n');
    const withCatalog = (more: string) => {
      const changed = latin.slice(0, tail).replace(catalog, `${catalog} ${more}`);
      // Without its table of places the library looks for the objects itself.
      return Uint8Array.from(Buffer.from(`${changed}trailer << /Root 1 0 R >>\n%%EOF\n`, 'latin1'));
    };
    expect(await activeIn(page)).toEqual([]);
    expect(await activeIn(withCatalog('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'))).toEqual([
      'script: OpenAction',
    ]);
    expect(await activeIn(withCatalog('/OpenAction << /S /Launch /F (cmd.exe) >>'))).toEqual(['launch: ']);
    const attached =
      '/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 3 0 R >> >>] >> >>';
    expect(await activeIn(withCatalog(attached))).toEqual(['attached-file: a.exe']);
  });
});

describe('a file whose content is active', () => {
  const body =
    p('BÁO CÁO') +
    paragraph(field(code('DDEAUTO cmd "/c calc"'))) +
    paragraph(field(code('DDEAUTO cmd "/c calc"')));

  it('is told of once for each kind and address, and named to whoever downloads it', async () => {
    const reading = await readReport(word(body), taskOf());
    const active = findingOf(reading, 'ACTIVE_CONTENT');
    expect(active).toMatchObject({ severity: 'warning', found: 'DDEAUTO cmd "/c calc"' });
    expect(active.message.vi).toContain('DDE');
    expect(reading.findings.filter(({ code }) => code === 'ACTIVE_CONTENT')).toHaveLength(1);
    expect(activeContentOf(reading.skipped)).toEqual(['dde']);
    expect(activeContentOf((await readReport(word(), taskOf())).skipped)).toEqual([]);
  });

  it('is never sent back as an annotated copy', async () => {
    const copyOf = async (bytes: Uint8Array) =>
      annotateFile(bytes, 'a.docx', await readReport(bytes, taskOf()));
    await expect(copyOf(word(body))).rejects.toBeInstanceOf(NotAnnotatable);
    const template = withParts(word(), [
      ['word/settings.xml', 'attachedTemplate', 'http://x.vn/t.dotm', 'outside'],
    ]);
    await expect(copyOf(template)).rejects.toBeInstanceOf(NotAnnotatable);
    expect(await copyOf(word())).not.toBeNull();
  });
});

describe('what acts in a pdf that is a picture of paper', () => {
  const script = '<< /S /JavaScript /JS (app.beep) >>';
  const atLink = (action: string) =>
    `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A ${action} >>]`;
  const inside = '<< /Type /EmbeddedFile /Length 1 >> stream\nx\nendstream';
  const form = '8 0 obj << /Length 6 >> stream\n<xdp/>\nendstream endobj';
  const packed = deflateSync(Buffer.from('8 0 << /S /Launch /F (cmd.exe) >>')).toString('latin1');
  const inStream = `9 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream endobj`;

  it.each<readonly [string, Parameters<typeof scannedPdf>[0], string]>([
    ['when its page is opened', { page: `/AA << /O ${script} >>` }, 'script'],
    ['at a link', { page: atLink(script) }, 'script'],
    ['after another action', { catalogue: `/OpenAction << /S /GoTo /Next ${script} >>` }, 'script'],
    ['by a film', { page: '/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>]' }, 'script'],
    ['as a form of scripts', { catalogue: '/AcroForm << /XFA 8 0 R /Fields [] >>', objects: form }, 'script'],
    ['by another way to write its name', { catalogue: '/OpenAction << /S /L#61unch /F (a) >>' }, 'launch'],
    ['packed with other objects', { objects: inStream }, 'launch'],
    ['by asking for a file', { catalogue: '/OpenAction << /S /GoToR /F (//x.vn/a.pdf) >>' }, 'launch'],
    ['by sending a form', { catalogue: '/OpenAction << /S /SubmitForm /F (http://x.vn) >>' }, 'launch'],
    ['as a file that no list names', { objects: `8 0 obj ${inside} endobj` }, 'attached-file'],
  ])('is told: %s', async (_, parts, kind) => {
    expect(await activeInPdf(scannedPdf(), Budget.unlimited())).toEqual([]);
    expect(await activeInPdf(scannedPdf(parts), Budget.unlimited())).toEqual([kind]);
  });
});

describe('names of what acts', () => {
  const read = (...pieces: readonly string[]) => {
    const names = new ActiveNames();
    for (const [n, piece] of pieces.entries()) names.read(Buffer.from(piece), n === 0);
    return [...names.found];
  };

  it('may lie over the end of a piece', () => {
    expect(read('<< /S /Lau', 'nch >>')).toEqual(['launch']);
    expect(read('<< /S /L#61#7', '5nch >>')).toEqual(['launch']);
  });

  it('are none that only begin so', () => {
    expect(read('/Launcher /GoTo /EmbeddedFiles')).toEqual([]);
  });
});
