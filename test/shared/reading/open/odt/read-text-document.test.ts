import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { UnreadableFile } from '../../../../../shared/reading/open/unreadable-file.ts';
import { buildOdf, type OdfParts } from '../odf/build-odf.ts';

const open = (body: string, parts?: OdfParts) => openDocument(buildOdf('text', body, parts));
const p = (inner: string, attributes = '') => `<text:p ${attributes}>${inner}</text:p>`;
const cell = (inner: string, attributes = '') =>
  `<table:table-cell ${attributes}>${inner}</table:table-cell>`;
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const covered = (inner = '', attributes = '') =>
  `<table:covered-table-cell ${attributes}>${inner}</table:covered-table-cell>`;

/** Paragraphs as "label text", tables as lists of [row, column, text]. */
async function piecesOf(body: string, parts?: OdfParts) {
  return (await open(body, parts)).blocks.map((block) =>
    block.kind === 'paragraph'
      ? [block.label, block.text].filter(Boolean).join(' ')
      : block.cells.map(({ row: r, column, text }) => [r, column, text]),
  );
}

describe('an OpenDocument text', () => {
  it.each([
    ['<text:page-number>12</text:page-number>', '12 filled'],
    ['<text:page-count>12</text:page-count>', '12 filled'],
    ['<text:date>12</text:date>', '12 filled'],
    ['<text:date text:fixed="true">12</text:date>', '12'],
    ['<text:script>1</text:script>2', '2'],
  ])(
    'puts a figure in doubt that its program works out anew, and shows no script: %s',
    async (inner, expected) => {
      const { blocks } = await open(`<table:table>${row(cell(p(inner)))}</table:table>`);
      const [block] = blocks;
      const [found] = block?.kind === 'table' ? block.cells : [];
      expect([found?.text, found?.doubt?.why].filter(Boolean).join(' ')).toBe(expected);
    },
  );

  it('is its paragraphs and tables in order', async () => {
    const body =
      p('Báo cáo') +
      p('') +
      `<table:table>${row(cell(p('a')), cell(p('b') + p('c')))}</table:table>` +
      p('hết');
    expect(await open(body)).toEqual({
      format: 'odt',
      skipped: [],
      blocks: [
        { kind: 'paragraph', text: 'Báo cáo', source: { paragraph: 1 } },
        {
          kind: 'table',
          sheet: null,
          hidden: false,
          columns: 2,
          cells: [
            {
              row: 1,
              column: 1,
              text: 'a',
              rowSpan: 1,
              columnSpan: 1,
              source: { table: 1, row: 1, column: 1 },
            },
            {
              row: 1,
              column: 2,
              text: 'b\nc',
              rowSpan: 1,
              columnSpan: 1,
              source: { table: 1, row: 1, column: 2 },
            },
          ],
        },
        { kind: 'paragraph', text: 'hết', source: { paragraph: 2 } },
      ],
    });
  });

  it('knows headings by their element, and by the style where only that is left', async () => {
    const automatic =
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>' +
      '<style:style style:name="P2" style:family="paragraph" style:default-outline-level="3"/>';
    const styles = '<style:style style:name="Heading_20_2" style:family="paragraph"/>';
    const body =
      '<text:h text:outline-level="1">một</text:h>' +
      p('hai', 'text:style-name="P1"') +
      p('ba', 'text:style-name="P2"') +
      p('thường');
    const { blocks } = await open(body, { automatic, styles });
    expect(blocks.map((block) => block.kind === 'paragraph' && block.level)).toEqual([1, 2, 3, undefined]);
  });

  it('knows what is bold, by style and by span', async () => {
    const automatic =
      '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
      '<style:style style:name="N" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>' +
      '<style:style style:name="PB" style:family="paragraph" style:parent-style-name="Đậm"/>';
    const styles =
      '<style:style style:name="Đậm" style:family="paragraph"><style:text-properties fo:font-weight="700"/></style:style>';
    const body =
      p('<text:span text:style-name="B">tất cả</text:span>') +
      p('<text:span text:style-name="B">một</text:span> phần') +
      p('theo kiểu', 'text:style-name="PB"') +
      p('<text:span text:style-name="N">trừ ra</text:span>', 'text:style-name="PB"');
    const { blocks } = await open(body, { automatic, styles });
    expect(blocks.map((block) => block.kind === 'paragraph' && block.bold)).toEqual([
      true,
      undefined,
      true,
      undefined,
    ]);
  });

  it('labels the items of lists as people see them', async () => {
    const styles = `
      <text:list-style style:name="L">
        <text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
        <text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")" text:display-levels="2"/>
      </text:list-style>
      <text:list-style style:name="G"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>`;
    const item = (inner: string, attributes = '') =>
      `<text:list-item ${attributes}>${inner}</text:list-item>`;
    const body =
      `<text:list text:style-name="L" xml:id="a">${item(p('một') + p('tiếp'))}${item(
        `${p('hai')}<text:list>${item(p('hai một'))}${item(p('hai hai'))}</text:list>`,
      )}</text:list>` +
      p('xen giữa') +
      `<text:list text:style-name="L" text:continue-list="a">${item(p('ba'))}${item(`<text:list>${item(p('ba một'))}</text:list>`)}</text:list>` +
      `<text:list text:style-name="L">${item(p('lại'))}${item(p('năm'), 'text:start-value="5"')}</text:list>` +
      `<text:list text:style-name="G"><text:list-header>${p('đầu')}</text:list-header>${item(p('gạch'))}</text:list>`;
    expect(await piecesOf(body, { styles })).toEqual([
      ...['I. một', 'tiếp', 'II. hai', 'II.1) hai một', 'II.2) hai hai', 'xen giữa'],
      ...['III. ba', 'III.1) ba một', 'I. lại', 'V. năm', 'đầu', '- gạch'],
    ]);
  });

  it('numbers headings where the outline does', async () => {
    const styles =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>';
    const h = (level: number, inner: string) => `<text:h text:outline-level="${level}">${inner}</text:h>`;
    expect(await piecesOf(h(1, 'a') + h(2, 'b') + h(2, 'c') + h(1, 'd') + h(2, 'e'), { styles })).toEqual([
      ...['1. a', '1.1 b', '1.2 c', '2. d', '2.1 e'],
    ]);
  });

  it('finds cells in their columns whatever spans cover', async () => {
    const table = `<table:table>
      <table:table-header-rows>${row(
        cell(p('TT'), 'table:number-rows-spanned="2"'),
        cell(p('Kết quả'), 'table:number-columns-spanned="2"'),
        covered(),
        cell(p('Ghi chú')),
      )}</table:table-header-rows>
      ${row(covered(p('ẩn')), cell(p('kỳ')), cell(p('lũy kế')), cell(''))}
      ${row(cell(p('đầu'), 'table:number-columns-spanned="3"'), covered('', 'table:number-columns-repeated="2"'), cell(p('cuối')))}
    </table:table>`;
    const document = await open(table);
    expect(document.blocks).toMatchObject([
      {
        columns: 4,
        cells: [
          { row: 1, column: 1, text: 'TT', rowSpan: 2, columnSpan: 1 },
          { row: 1, column: 2, text: 'Kết quả', rowSpan: 1, columnSpan: 2 },
          { row: 1, column: 4, text: 'Ghi chú' },
          { row: 2, column: 2, text: 'kỳ' },
          { row: 2, column: 3, text: 'lũy kế' },
          { row: 3, column: 1, text: 'đầu', columnSpan: 3 },
          { row: 3, column: 4, text: 'cuối' },
        ],
      },
    ]);
    expect(document.skipped).toEqual([
      { what: 'cell', why: 'covered-by-merge', where: { table: 1, row: 2, column: 1 } },
    ]);
  });

  it('is as wide as its file says, where the last columns hold nothing', async () => {
    const columns = '<table:table-column/><table:table-column table:number-columns-repeated="3"/>';
    const filled = row(cell(p('a')), cell('', 'table:number-columns-repeated="3"'));
    const { blocks } = await open(`<table:table>${columns}${filled}</table:table>`);
    expect(blocks).toMatchObject([{ columns: 4 }]);
  });

  it('puts a nested table behind the one it stands in, and boxes behind their paragraph', async () => {
    const inner = `<table:table>${row(cell(p('trong')))}</table:table>`;
    const box = `<draw:frame><draw:text-box>${p('hộp')}</draw:text-box></draw:frame>`;
    const shape = `<draw:custom-shape><svg:title>tên</svg:title>${p('hình')}</draw:custom-shape>`;
    const body = `<table:table>${row(cell(p('ngoài') + inner))}</table:table>${p(`neo${box}${shape} tiếp`)}`;
    expect(await piecesOf(body)).toEqual([[[1, 1, 'ngoài']], [[1, 1, 'trong']], 'neo tiếp', 'hộp', 'hình']);
  });

  it('reads the final text: what was deleted, notes, hidden text and indexes are counted', async () => {
    const automatic =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const styles =
      '<office:master-styles><style:header><text:p>Mật</text:p></style:header><style:footer><text:p><text:page-number>6</text:page-number></text:p></style:footer></office:master-styles>';
    const body =
      `<text:tracked-changes><text:changed-region><text:deletion>${p('90')}</text:deletion></text:changed-region></text:tracked-changes>` +
      `<text:table-of-content>${p('I. Mục lục ... 1')}</text:table-of-content>` +
      `<text:section text:display="none">${p('phần ẩn')}</text:section>` +
      p(
        'Đạt <text:change/>95%<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>chân</text:p></text:note-body></text:note>' +
          '<text:span text:style-name="H">ẩn</text:span><office:annotation><text:p>hỏi lại</text:p></office:annotation>' +
          '<draw:frame><draw:object/><draw:image/></draw:frame><draw:frame><draw:image/></draw:frame>',
      );
    const document = await open(body, { automatic, styles });
    expect(document.blocks).toMatchObject([{ text: 'Đạt 95%' }]);
    expect(document.skipped.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      ...['part: header', 'deleted-text: tracked-deletion', 'part: index', 'paragraph: hidden-text'],
      ...[
        'note: footnote',
        'note: comment',
        'part: embedded-document',
        'image: image',
        'paragraph: hidden-text',
      ],
    ]);
  });

  it('leaves out what a condition hides, as it came out when the file was saved, and no more', async () => {
    const section = (hidden: string) =>
      `<text:section text:display="condition" text:is-hidden="${hidden}">${p(`phần ${hidden}`)}</text:section>`;
    const paragraph = (hidden: string) =>
      p(`đoạn<text:hidden-paragraph text:is-hidden="${hidden}"/> ${hidden}`);
    const text = (hidden: string) => `<text:hidden-text text:is-hidden="${hidden}">0</text:hidden-text>`;
    const field = (display: string) => `<text:variable-set text:display="${display}">9</text:variable-set>`;
    const body = `${section('true')}${section('false')}${paragraph('true')}${paragraph('false')}`;
    const { blocks, skipped } = await open(
      `${body}${p(`13${text('false')}${text('true')}${field('none')}`)}${p(field('value'))}`,
    );
    expect(blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual([
      ...['phần false', 'đoạn false', '130', '9'],
    ]);
    const hidden = skipped.filter(({ why }) => why === 'hidden-text');
    expect(hidden.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(4);
  });

  it('shows the letters of fonts of before Unicode', async () => {
    const automatic =
      '<style:style style:name="V" style:family="text"><style:text-properties style:font-name="f1"/></style:style>';
    const styles =
      '<office:font-face-decls><style:font-face style:name="f1" svg:font-family="&apos;.VnTime&apos;"/></office:font-face-decls>';
    const { blocks } = await open(p('<text:span text:style-name="V">C«ng t¸c d©n vËn</text:span>'), {
      automatic,
      styles,
    });
    expect(blocks).toMatchObject([
      { text: 'Công tác dân vận', legacyFont: 'tcvn3', storedText: 'C«ng t¸c d©n vËn' },
    ]);
  });

  it('is refused where its body is no text', async () => {
    const broken = buildOdf('text', '', { extra: { 'content.xml': '<a/>' } });
    await expect(openDocument(broken)).rejects.toThrow(UnreadableFile);
    await expect(openDocument(broken)).rejects.toMatchObject({ code: 'ZIP_NOT_A_REPORT' });
  });
});
