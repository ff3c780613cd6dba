import { describe, expect, it } from 'vitest';
import type { NeutralDocument } from '../../../../../shared/reading/model/document.ts';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { buildDocument, type DocumentParts, p, r, table, tc } from './build-document.ts';

function open(body: string, parts: Omit<DocumentParts, 'body'> = {}): Promise<NeutralDocument> {
  return openDocument(buildDocument({ body, ...parts }));
}

/** Paragraphs as their text, tables as rows of `column:text`. */
async function outline(body: string, parts: Omit<DocumentParts, 'body'> = {}): Promise<string[]> {
  const { blocks } = await open(body, parts);
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    return block.cells.map(({ row, column, text }) => `${row},${column}:${text}`).join(' | ');
  });
}

describe('the body of a document', () => {
  it('yields paragraphs and tables in order; empty paragraphs count for nothing', async () => {
    const { format, blocks } = await open(
      p('một') + p('  ') + table(tc(p('a')) + tc()) + p('Đơn vị tính'.normalize('NFD')) + table(tc(p('b'))),
    );
    expect(format).toBe('docx');
    expect(blocks).toEqual([
      { kind: 'paragraph', text: 'một', source: { paragraph: 1 } },
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
        ],
      },
      { kind: 'paragraph', text: 'Đơn vị tính', decomposed: true, source: { paragraph: 2 } },
      expect.objectContaining({
        cells: [expect.objectContaining({ source: { table: 2, row: 1, column: 1 } })],
      }),
    ]);
  });

  it('keeps tabs, breaks, hyphens and the text of every wrapper', async () => {
    const wrapped = `<w:p><w:hyperlink>${r('a')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>${r('b')}</w:sdtContent></w:sdt><w:smartTag>${r('c')}</w:smartTag><w:fldSimple>${r('d')}</w:fldSimple><m:oMath><m:r><m:t>e</m:t></m:r></m:oMath></w:p>`;
    const signs =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>1</w:t><w:tab/><w:t>2</w:t><w:br/><w:t>3</w:t><w:noBreakHyphen/><w:t>4</w:t></w:r></w:p>';
    expect(await outline(wrapped + signs)).toEqual(['abcde', '1\t2\n3-4']);
  });

  it('keeps what stands above, below or over something else in a formula apart from it', async () => {
    const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const formula = (inner: string) => `<w:p><m:oMath>${inner}</m:oMath></w:p>`;
    const power = `<m:sSup><m:e>${t('10')}</m:e><m:sup>${t('2')}</m:sup></m:sSup>`;
    const index = `<m:sSub><m:e>${t('a')}</m:e><m:sub>${t('1')}</m:sub></m:sSub>${t('3')}`;
    const half = `<m:d><m:e><m:f><m:num>${t('1')}</m:num><m:den>${t('2')}</m:den></m:f></m:e></m:d>`;
    const stack = `<m:eqArr><m:e>${t('142')}</m:e><m:e>${t('350')}</m:e></m:eqArr>`;
    const shown = await outline([power, index, half, stack].map(formula).join(''));
    expect(shown).toEqual(['10^2', 'a₁3', '(1/2)', '142\n350']);
  });

  it('leaves out what a box of a formula crosses out or does not show, and reads what it frames', async () => {
    const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const box = (set: string, inner: string) =>
      `<m:borderBox><m:borderBoxPr>${set}</m:borderBoxPr><m:e>${inner}</m:e></m:borderBox>`;
    const phantom = (value: string) =>
      `<m:phant><m:phantPr><m:show m:val="${value}"/></m:phantPr><m:e>${t('9')}</m:e></m:phant>`;
    const formulas = [
      box('<m:strikeH/>', t('9')) + t('12'),
      box('<m:strikeBLTR m:val="on"/>', box('', t('9'))) + t('13'),
      box('<m:strikeH m:val="0"/>', t('9')) + t('14'),
      phantom('0') + t('15'),
      phantom('1') + t('16'),
    ];
    const body = formulas.map((inner) => `<w:p><m:oMath>${inner}</m:oMath></w:p>`).join('');
    expect(await outline(body)).toEqual(['12', '13', '914', '15', '916']);
    expect((await open(body)).skipped.map(({ why, text }) => [why, text])).toEqual([
      ['struck-text', '9'],
      ['struck-text', '9'],
      ['hidden-text', '9'],
    ]);
  });

  it('leaves out what a style makes too small to be read, or the style of a table strikes', async () => {
    const style = (type: string, id: string, look: string) =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:rPr>${look}</w:rPr></w:style>`;
    const styles =
      style('paragraph', 'Tiny', '<w:sz w:val="2"/>') +
      style('table', 'Old', '<w:strike/>') +
      style('character', 'Gone', '<w:strike/>');
    const body =
      `<w:p><w:pPr><w:pStyle w:val="Tiny"/></w:pPr>${r('9')}</w:p>` +
      table(tc(p('8')) + tc(`<w:p>${r('12', '<w:strike w:val="0"/>')}</w:p>`)).replace(
        '<w:tbl>',
        '<w:tbl><w:tblPr><w:tblStyle w:val="Old"/></w:tblPr>',
      ) +
      p('13');
    expect(await outline(body, { styles })).toEqual(['1,2:12', '13']);
    expect((await open(body, { styles })).skipped.map(({ why, text }) => [why, text])).toEqual([
      ['hidden-text', '9'],
      ['struck-text', '8'],
    ]);
  });

  it('tells the mark of a note from the figure beside it, however it looks', async () => {
    const note = `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>`;
    expect(await outline(`<w:p>${r('12')}${note}</w:p>`)).toEqual(['12¹']);
  });

  it('keeps the order of letters that are shown from right to left', async () => {
    const reversed = `<w:p><w:bdo w:val="rtl">${r('021')}</w:bdo><w:bdo w:val="ltr">${r('7')}</w:bdo></w:p>`;
    expect(await outline(reversed)).toEqual(['\u202e021\u202c7']);
  });

  it('shows the result of a field, not its instruction, and survives a field that never ends', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = `<w:p>${mark('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${r('code')}${mark('separate')}${r('hôm nay')}${mark('end')}${r('!')}</w:p>`;
    expect(await outline(`${field}<w:p>${mark('begin')}</w:p>${p('còn lại')}`)).toEqual([
      'hôm nay!',
      'còn lại',
    ]);
  });

  it('takes the final text of tracked changes and counts what they removed', async () => {
    const body = `<w:p>${r('Tổng số: ')}<w:del><w:r><w:delText>90</w:delText></w:r></w:del><w:ins>${r('95')}</w:ins></w:p><w:p><w:moveFrom>${r('cũ')}</w:moveFrom><w:moveTo>${r('mới')}</w:moveTo></w:p><w:p><w:pPr><w:rPr><w:b/></w:rPr><w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr>${r('x')}</w:p>`;
    const { blocks, skipped } = await open(body);
    expect(blocks).toEqual([
      expect.objectContaining({ text: 'Tổng số: 95' }),
      expect.objectContaining({ text: 'mới' }),
      { kind: 'paragraph', text: 'x', source: { paragraph: 3 } },
    ]);
    expect(skipped).toEqual([
      { what: 'deleted-text', why: 'tracked-deletion', where: { paragraph: 1 } },
      { what: 'deleted-text', why: 'tracked-move', where: { paragraph: 2 } },
    ]);
  });

  it('joins paragraphs whose border was deleted, and drops deleted rows', async () => {
    const mark = '<w:rPr><w:del/></w:rPr>';
    const rows = `<w:tbl><w:tr>${tc(p('1'))}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${tc(p('bỏ'))}</w:tr><w:tr>${tc(p('2'))}</w:tr></w:tbl>`;
    const { skipped } = await open(rows);
    expect(await outline(p('nửa ', mark) + p('kia') + rows + p('cuối', mark))).toEqual([
      'nửa kia',
      '1,1:1 | 2,1:2',
      'cuối',
    ]);
    expect(skipped).toMatchObject([{ what: 'deleted-text', why: 'tracked-deletion' }]);
  });

  it('takes one branch of an AlternateContent', async () => {
    const alternative = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>chọn</w:t></mc:Choice><mc:Fallback><w:t>thay</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const fallbackOnly = `<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>thay</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await outline(alternative + fallbackOnly)).toEqual(['chọn', 'thay']);
  });

  it('puts the paragraphs of a text box behind the one it hangs on, once', async () => {
    const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;
    const body = `<w:p>${r('trước')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box(p('hộp 1') + table(tc(p('trong'))) + p('hộp 2'))}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(p('hộp 1'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r(' sau')}</w:p>${p('kế')}`;
    const { blocks } = await open(body);
    expect(blocks).toMatchObject([
      { text: 'trước sau', source: { paragraph: 1 } },
      { text: 'hộp 1', source: { paragraph: 2 } },
      { cells: [{ text: 'trong' }] },
      { text: 'hộp 2', source: { paragraph: 3 } },
      { text: 'kế', source: { paragraph: 4 } },
    ]);
  });

  it('counts pictures, notes, comments, hidden text, placeholders and headers', async () => {
    const body = `<w:p>${r('a')}<w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><w:footnoteReference/></w:r><w:r><w:commentReference/></w:r><w:r><w:commentReference/></w:r>${r('ẩn', '<w:vanish/>')}</w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('Nhập…')}</w:sdtContent></w:sdt>${p('b')}`;
    const { blocks, skipped } = await open(body, { header: p('SỞ') });
    expect(blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual(['a', 'b']);
    const where = { paragraph: 1 };
    expect(skipped).toEqual([
      { what: 'image', why: 'image', where },
      { what: 'note', why: 'footnote', where },
      { what: 'note', why: 'comment', where, count: 2 },
      { what: 'paragraph', why: 'hidden-text', where, text: 'ẩn' },
      { what: 'paragraph', why: 'placeholder', where: null },
      { what: 'part', why: 'header', where: null },
    ]);
  });
});

describe('a table of a document', () => {
  it('knows rows that are so low that nothing of them is seen', async () => {
    const row = (height: string) =>
      `<w:tr><w:trPr><w:trHeight ${height}/></w:trPr><w:tc>${p('9')}</w:tc></w:tr>`;
    const rows = ['w:val="1" w:hRule="exact"', 'w:val="1" w:hRule="atLeast"', 'w:val="280" w:hRule="exact"'];
    const { blocks } = await openDocument(
      buildDocument({ body: `<w:tbl>${rows.map(row).join('')}</w:tbl>` }),
    );
    expect(blocks).toMatchObject([{ hiddenRows: new Set([1]) }]);
  });

  it('knows rows that are hidden', async () => {
    const row = (properties: string) => `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${p('9')}</w:tc></w:tr>`;
    const body = `<w:tbl>${row('<w:hidden/>')}${row('<w:hidden w:val="0"/>')}${row('')}</w:tbl>`;
    const { blocks } = await openDocument(buildDocument({ body }));
    expect(blocks).toMatchObject([{ hiddenRows: new Set([1]) }]);
  });

  it('and none because a row was deleted there that was as low', async () => {
    const low = '<w:trHeight w:val="20" w:hRule="exact"/>';
    const row = (properties: string) => `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${p('9')}</w:tc></w:tr>`;
    const hidden = async (...rows: string[]) => {
      const [block] = (
        await openDocument(buildDocument({ body: `<w:tbl>${rows.map(row).join('')}</w:tbl>` }))
      ).blocks;
      return block?.kind === 'table' ? block.hiddenRows : null;
    };
    const deleted = '<w:del w:id="1" w:author="a"/>';
    expect(await hidden(low + deleted, '')).toBeUndefined();
    expect(await hidden(deleted + low, '')).toBeUndefined();
    expect(await hidden(low + deleted, low, '')).toEqual(new Set([1]));
    expect(await hidden(low, low + deleted, '', deleted, low)).toEqual(new Set([1, 3]));
  });

  it('gives each cell its place in the grid, with the spans of gridSpan and vMerge', async () => {
    const body = table(
      tc(p('A'), '<w:gridSpan w:val="2"/>') + tc(p('B'), '<w:vMerge w:val="restart"/>') + tc(p('C')),
      tc(p('D')) + tc(p('E')) + tc('<w:p/>', '<w:vMerge/>') + tc(p('F')),
      tc(p('G')) + tc(p('H')) + tc(p('thừa'), '<w:vMerge w:val="continue"/>') + tc(p('I')),
    );
    const { blocks, skipped } = await open(body);
    const cells = blocks[0]?.kind === 'table' ? blocks[0].cells : [];
    expect(cells.map((cell) => [cell.text, cell.row, cell.column, cell.rowSpan, cell.columnSpan])).toEqual([
      ['A', 1, 1, 1, 2],
      ['B', 1, 3, 3, 1],
      ['C', 1, 4, 1, 1],
      ['D', 2, 1, 1, 1],
      ['E', 2, 2, 1, 1],
      ['F', 2, 4, 1, 1],
      ['G', 3, 1, 1, 1],
      ['H', 3, 2, 1, 1],
      ['I', 3, 4, 1, 1],
    ]);
    expect(skipped).toEqual([
      { what: 'cell', why: 'covered-by-merge', where: { table: 1, row: 3, column: 3 } },
    ]);
  });

  it('honours gridBefore, hMerge and a vMerge that continues nothing', async () => {
    const body = `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc(p('a'), '<w:hMerge w:val="restart"/>')}${tc('<w:p/>', '<w:hMerge/>')}${tc(p('b'), '<w:vMerge/>')}</w:tr></w:tbl>`;
    const { blocks } = await open(body);
    expect(blocks).toMatchObject([
      {
        cells: [
          { text: 'a', column: 2, columnSpan: 2 },
          { text: 'b', column: 4, rowSpan: 1 },
        ],
      },
    ]);
  });

  it('keeps the lines of a cell, the numbers of its lists and its text boxes', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const box = `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${p('hộp')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`;
    const body = table(
      tc(`<w:p><w:pPr>${listed}</w:pPr></w:p>`) + tc(p('dòng 1') + p('') + p('dòng 2')),
      tc(p('mục', listed)) + tc(box),
    );
    expect(await outline(body, { numbering })).toEqual(['1,1:1 | 1,2:dòng 1\ndòng 2 | 2,1:2 mục | 2,2:hộp']);
  });

  it('is followed by the tables in its cells, each a table of its own', async () => {
    const inner = table(tc(p('trong') + table(tc(p('trong nữa')))));
    const body = table(tc(p('ngoài') + inner) + tc(p('cạnh'))) + table(tc(p('kế')));
    expect(await outline(body)).toEqual(['1,1:ngoài | 1,2:cạnh', '1,1:trong', '1,1:trong nữa', '1,1:kế']);
    const { blocks } = await open(body);
    const numbers = blocks
      .flatMap((block) => (block.kind === 'table' ? block.cells : []))
      .map((cell) => cell.source);
    expect(numbers.map((source) => 'table' in source && source.table)).toEqual([1, 1, 2, 3, 4]);
  });

  it('nested 20,000 deep ends in a finding', async () => {
    const body = '<w:tbl><w:tr><w:tc>'.repeat(20_000) + '</w:tc></w:tr></w:tbl>'.repeat(20_000);
    await expect(open(body)).rejects.toMatchObject({ code: 'XML_REFUSED' });
  });
});

describe('a document that reaches outside', () => {
  it('by an external entity ends in a finding', async () => {
    const prologue = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    await expect(open(p('&x;'), { prologue })).rejects.toMatchObject({ code: 'XML_REFUSED' });
  });
});
