import { describe, expect, it } from 'vitest';
import type { Cell, NeutralDocument } from '../../../../../shared/reading/model/document.ts';
import {
  type LookedRun,
  lettersThatCount,
  lookWithin,
} from '../../../../../shared/reading/open/looks/letters.ts';
import { raise, withoutRaised } from '../../../../../shared/reading/open/looks/raised.ts';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { codes, findingOf, read, report } from '../../by-hand.ts';
import { buildDocument, p, r, table, tc } from '../docx/build-document.ts';
import { buildOdf } from '../odf/build-odf.ts';
import { buildWorkbook } from '../xlsx/build-workbook.ts';

const run = (text: string, look?: LookedRun['look']): LookedRun => ({ text, font: null, look });

describe('letters that count', () => {
  const seen = (...runs: LookedRun[]) => {
    const { runs: shown, leftOut } = lettersThatCount(runs);
    return [shown.map(({ text }) => text).join(''), ...leftOut.map(({ why, text }) => `${why} ${text}`)];
  };

  it('are those neither struck through nor hidden', () => {
    expect(seen(run('1', { struck: true }), run('19'))).toEqual(['19', 'struck-text 1']);
    expect(seen(run('12'), run('0', { hidden: true }))).toEqual(['12', 'hidden-text 0']);
    expect(seen(run('4', { struck: true, hidden: true }))).toEqual(['', 'hidden-text 4']);
    expect(seen(run('4', { struck: false, place: 'line' }))).toEqual(['4']);
  });

  it('stay apart from the figure beside them where they are raised or lowered', () => {
    expect(seen(run('11'), run('1', { place: 'above' }))).toEqual(['11¹']);
    expect(seen(run('11'), run('(1)a', { place: 'above' }))).toEqual(['11⁽¹⁾ᵃ']);
    expect(seen(run('H'), run('2', { place: 'below' }), run('O'))).toEqual(['H₂O']);
    expect(seen(run('N'), run('o', { place: 'above' }))).toEqual(['No']);
  });

  it('are plain where all of them are raised, or nothing but blanks stands beside them', () => {
    expect(seen(run(' '), run('12', { place: 'above' }))).toEqual([' 12']);
  });

  it('lose their old font where they are raised, in which "¹" is a letter', () => {
    const { runs } = lettersThatCount([
      { text: '11', font: 'tcvn3' },
      { text: '1', font: 'tcvn3', look: { place: 'above' } },
    ]);
    expect(runs).toEqual([
      { text: '11', font: 'tcvn3' },
      { text: '¹', font: null },
    ]);
  });

  it('look as the inner style says, else as the outer one does', () => {
    expect(lookWithin({ struck: true }, { struck: false, place: 'above' })).toEqual({
      struck: false,
      place: 'above',
    });
    expect(lookWithin({ struck: true }, undefined)).toEqual({ struck: true });
    expect(lookWithin(undefined, undefined)).toBeUndefined();
  });
});

it('raises figures and signs, letters beside figures alone, and takes marks off again', () => {
  expect(raise('2+a', 'above', 'm')).toBe('²⁺ᵃ');
  expect(raise('q1', 'below', '')).toBe('q₁');
  expect(withoutRaised('Trong kỳ⁽¹⁾, km², H₂O')).toBe('Trong kỳ, km2, HO');
});

/** The text of the first cell, and what was left out of cells with their places. */
async function firstCell(bytes: Uint8Array) {
  const { blocks, skipped } = await openDocument(bytes);
  const cells = blocks.flatMap((block): readonly Cell[] => (block.kind === 'table' ? block.cells : []));
  return [cells[0]?.text, ...skipped.map(({ why, text }) => (text === undefined ? why : `${why} ${text}`))];
}

describe('a workbook (.xlsx)', () => {
  const styles =
    '<numFmts><numFmt numFmtId="200" formatCode=";;;"/></numFmts><fonts><font/><font><strike/></font><font><strike val="0"/><vertAlign val="superscript"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf fontId="0" numFmtId="200"/></cellXfs>';
  const workbook = (cell: string, strings = '') =>
    buildWorkbook({ sheets: [{ rows: `<row>${cell}</row>` }], styles, strings });

  it('strikes and raises runs of a shared or an inline text', async () => {
    const strings = '<si><r><t>11</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>';
    expect(await firstCell(workbook('<c t="s"><v>0</v></c>', strings))).toEqual(['11¹']);
    const inline =
      '<c t="inlineStr"><is><r><rPr><strike/></rPr><t>1</t></r><r><rPr><b/></rPr><t>19</t></r></is></c>';
    expect(await firstCell(workbook(inline))).toEqual(['19', 'struck-text 1']);
  });

  it('strikes cells by their style: numbers, texts, but no run with a look of its own', async () => {
    expect(await firstCell(workbook('<c s="1"><v>4</v></c>'))).toEqual([undefined, 'struck-text 4']);
    expect(await firstCell(workbook('<c s="1" t="s"><v>0</v></c>', '<si><t>chữ</t></si>'))).toEqual([
      undefined,
      'struck-text chữ',
    ]);
    const own = '<c s="1" t="inlineStr"><is><r><t>1</t></r><r><rPr><b/></rPr><t>9</t></r></is></c>';
    expect(await firstCell(workbook(own))).toEqual(['9', 'struck-text 1']);
    expect(await firstCell(workbook('<c s="2"><v>12</v></c>'))).toEqual(['12']);
  });

  it('hides what is shown by a format of nothing', async () => {
    expect(await firstCell(workbook('<c s="3"><v>4</v></c>'))).toEqual([undefined, 'hidden-text 4']);
  });
});

describe('a document (.docx)', () => {
  const cell = (...runs: string[]) => table(tc(`<w:p>${runs.join('')}</w:p>`));

  it('strikes, raises and hides runs by themselves and by their styles', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="S"><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="character" w:styleId="N"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
    const of = (...runs: string[]) => firstCell(buildDocument({ body: cell(...runs), styles }));
    expect(await of(r('11'), r('1', '<w:vertAlign w:val="superscript"/>'))).toEqual(['11¹']);
    expect(await of(r('11'), r('1', '<w:rStyle w:val="N"/>'))).toEqual(['11¹']);
    expect(await of(r('11'), r('1', '<w:position w:val="8"/>'))).toEqual(['11¹']);
    expect(await of(r('11'), r('1', '<w:position w:val="1"/>'))).toEqual(['111']);
    expect(await of(r('1', '<w:dstrike/>'), r('19'))).toEqual(['19', 'struck-text 1']);
    expect(await of(r('1', '<w:rStyle w:val="S"/>'), r('19'))).toEqual(['19', 'struck-text 1']);
    expect(await of(r('1', '<w:rStyle w:val="S"/><w:strike w:val="0"/>'), r('19'))).toEqual(['119']);
    expect(await of(r('1200', '<w:strike/>'))).toEqual([undefined, 'struck-text 1200']);
    expect(await of(r('12'), r('5', '<w:vanish/>'))).toEqual(['12', 'hidden-text 5']);
  });

  it('keeps headings bold whatever is struck in them', async () => {
    const body = p('', '', '').replace('</w:p>', `${r('cũ ', '<w:strike/>')}${r('Mục', '<w:b/>')}</w:p>`);
    const { blocks } = await openDocument(buildDocument({ body }));
    expect(blocks).toMatchObject([{ text: 'Mục', bold: true }]);
  });
});

describe('OpenDocument (.ods, .odt)', () => {
  const loext =
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" loext:opacity="0%"';
  const textStyle = (name: string, family: string, properties: string) =>
    `<style:style style:name="${name}" style:family="${family}"><style:text-properties ${properties}/></style:style>`;
  const automatic = [
    textStyle('up', 'text', 'style:text-position="super 58%"'),
    textStyle('down', 'text', 'style:text-position="-33% 58%"'),
    textStyle('struck', 'text', 'style:text-line-through-style="solid"'),
    textStyle('plain', 'text', 'style:text-line-through-style="none"'),
    textStyle('gone', 'text', 'text:display="none"'),
    textStyle('narrow', 'text', 'style:text-scale="1%"'),
    textStyle('clear', 'text', `fo:color="#c00000" ${loext}`),
    textStyle('automatic', 'text', `style:use-window-font-color="true" ${loext}`),
    textStyle('cell', 'table-cell', 'style:text-line-through-type="single"'),
  ].join('');
  const span = (style: string, text: string) => `<text:span text:style-name="${style}">${text}</text:span>`;
  const paragraphs: readonly (readonly [string, readonly unknown[]])[] = [
    [`11${span('up', '1')}`, ['11¹']],
    [`11${span('down', '1')}`, ['11₁']],
    [`${span('struck', '1')}19`, ['19', 'struck-text 1']],
    [span('struck', `1${span('plain', '9')}`), ['9', 'struck-text 1']],
    [span('struck', '12'), [undefined, 'struck-text 12']],
    [`12${span('gone', '5')}`, ['12', 'hidden-text 5']],
    [`12${span('narrow', '5')}`, ['12', 'hidden-text 5']],
    [`12${span('clear', '5')}`, ['12', 'hidden-text 5']],
    [`12${span('automatic', '5')}`, ['125']],
  ];

  it.each(paragraphs)('reads %s', async (paragraph, expected) => {
    const cell = `<table:table-cell office:value-type="string"><text:p>${paragraph}</text:p></table:table-cell>`;
    const rows = `<table:table table:name="T"><table:table-row>${cell}</table:table-row></table:table>`;
    expect(await firstCell(buildOdf('spreadsheet', rows, { automatic }))).toEqual(expected);
    expect(await firstCell(buildOdf('text', rows, { automatic }))).toEqual(expected);
  });

  it('strikes cells of a sheet by their style', async () => {
    const cell = (type: string, text: string) =>
      `<table:table table:name="T"><table:table-row><table:table-cell table:style-name="cell" office:value-type="${type}" office:value="4" office:string-value="4"><text:p>${text}</text:p></table:table-cell></table:table-row></table:table>`;
    const of = (type: string, text: string) =>
      firstCell(
        buildOdf(
          'spreadsheet',
          cell(type, text).replace(type === 'string' ? ' office:value="4"' : /^$/, ''),
          { automatic },
        ),
      );
    expect(await of('float', '4')).toEqual([undefined, 'struck-text 4']);
    expect(await of('string', '4')).toEqual([undefined, 'struck-text 4']);
  });
});

describe('letters in the colour of what is behind them', () => {
  const colour = (value: string) => `<w:color w:val="${value}"/>`;
  const word2010 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
  const filled = (fill: string) => `<w14:textFill ${word2010}>${fill}</w14:textFill>`;
  const outline = `<w14:textOutline ${word2010}><w14:solidFill/></w14:textOutline>`;
  const shade = (fill: string) => `<w:shd w:val="clear" w:fill="${fill}"/>`;

  it('are hidden in a document: on paper, on a ground of their own, of the cell, of a style', async () => {
    const styles = `<w:style w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:tcPr>${shade('1F4E79')}</w:tcPr></w:tblStylePr></w:style><w:style w:type="table" w:styleId="Darker"><w:basedOn w:val="Dark"/></w:style><w:style w:type="character" w:styleId="W"><w:rPr>${colour('FFFFFF')}</w:rPr></w:style>`;
    const of = (run: string, cell = '', tbl = '') =>
      firstCell(
        buildDocument({
          body: table(tc(`<w:p>${r('12')}${r('5', run)}</w:p>`, cell)).replace('<w:tr>', `${tbl}<w:tr>`),
          styles,
        }),
      );
    const hidden = ['12', 'hidden-text 5'];
    expect(await of(colour('FFFFFF'))).toEqual(hidden);
    expect(await of('<w:color w:val="FFFFFF" w:themeColor="background1"/>')).toEqual(hidden);
    expect(await of('<w:rStyle w:val="W"/>')).toEqual(hidden);
    expect(await of(colour('FF0000') + shade('FF0000'))).toEqual(hidden);
    expect(await of(filled('<w14:noFill/>'))).toEqual(hidden);
    expect(await of(filled('<w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill>'))).toEqual(
      hidden,
    );
    expect(await of(filled('<w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill>'))).toEqual(hidden);
    const solid = (fill: string) => filled(`<w14:solidFill>${fill}</w14:solidFill>`);
    const clear = (alpha: number) =>
      solid(`<w14:srgbClr w14:val="000000"><w14:alpha w14:val="${alpha}"/></w14:srgbClr>`);
    expect(await of(clear(100_000))).toEqual(hidden);
    expect(await of(solid('<w14:sysClr w14:val="window" w14:lastClr="FFFFFF"/>'))).toEqual(hidden);
    expect(await of('<w:w w:val="1"/>')).toEqual(hidden);
    expect(await of(`${colour('FFFF00')}`, shade('FFFF00'))).toEqual(hidden);
    // Seen, or perhaps seen.
    const seen: readonly (readonly [run: string, cell?: string, tbl?: string])[] = [
      [colour('000000')],
      [colour('auto')],
      [filled('<w14:solidFill><w14:srgbClr w14:val="C00000"/></w14:solidFill>')],
      [solid('<w14:schemeClr w14:val="bg1"><w14:lumMod w14:val="50000"/></w14:schemeClr>')],
      [clear(40_000)],
      [outline + clear(100_000)],
      [outline + filled('<w14:noFill/>')],
      ['<w:w w:val="90"/>'],
      [colour('FFFFFF') + shade('1F4E79')],
      [`${colour('FFFFFF')}<w:highlight w:val="blue"/>`],
      [colour('FFFFFF'), shade('1F4E79')],
      [colour('FFFFFF'), '', '<w:tblPr><w:tblStyle w:val="Darker"/></w:tblPr>'],
      [`<w:color w:val="F2F2F2" w:themeColor="background1" w:themeShade="F2"/>`],
    ];
    for (const args of seen) expect([args, await of(...args)]).toEqual([args, ['125']]);
  });

  it('are taken as seen in a box, whose ground nobody tells', async () => {
    const box = `<w:p>${r('Một')}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('Hai', '', colour('FFFFFF'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    const { blocks } = await openDocument(buildDocument({ body: box }));
    expect(blocks).toMatchObject([{ text: 'Một' }, { text: 'Hai' }]);
  });

  it('are hidden in a workbook, unless its tables or rules may paint the cell', async () => {
    const fonts =
      '<fonts><font><color rgb="FFFFFFFF"/></font><font><color theme="0"/></font><font><color rgb="FF0000FF"/></font><font><color theme="1"/></font></fonts>';
    const fills =
      '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF0000FF"/></patternFill></fill></fills>';
    const formats = [
      [0, 0],
      [1, 0],
      [2, 2],
      [3, 0],
      [0, 2],
      [0, 1],
    ];
    const xfs = formats.map(([font, fill]) => `<xf fontId="${font}" fillId="${fill}"/>`).join('');
    const styles = `${fonts}${fills}<cellXfs>${xfs}</cellXfs>`;
    const of = (style: number, more = '', extra = {}) =>
      firstCell(
        buildWorkbook({
          sheets: [{ rows: `<row><c s="${style}"><v>4</v></c></row>` }],
          styles: styles + more,
          extra,
        }),
      );
    for (const style of [0, 1, 2]) expect(await of(style)).toEqual([undefined, 'hidden-text 4']);
    for (const style of [3, 4, 5]) expect(await of(style)).toEqual(['4']);
    expect(await of(0, '<dxfs><dxf><fill/></dxf></dxfs>')).toEqual(['4']);
    expect(await of(0, '', { 'xl/tables/table1.xml': '<table/>' })).toEqual(['4']);
    expect(await of(2, '<dxfs><dxf><fill/></dxf></dxfs>')).toEqual([undefined, 'hidden-text 4']);
  });

  it('are hidden in OpenDocument', async () => {
    const style = (name: string, family: string, text: string, ground = '') =>
      `<style:style style:name="${name}" style:family="${family}">${ground && `<style:${family}-properties fo:background-color="${ground}"/>`}<style:text-properties ${text}/></style:style>`;
    const white = 'fo:color="#ffffff"';
    const automatic = [
      style('white', 'text', white),
      style('own', 'text', 'fo:color="#ff0000" fo:background-color="#ff0000"'),
      style('auto', 'text', `${white} style:use-window-font-color="true"`),
      style('dark', 'table-cell', 'fo:color="#000000"', '#1f4e79'),
      style('gone', 'table-cell', white, 'transparent'),
    ].join('');
    const of = (kind: 'spreadsheet' | 'text', span: string, cell: string) =>
      firstCell(
        buildOdf(
          kind,
          `<table:table table:name="T"><table:table-row><table:table-cell table:style-name="${cell}" office:value-type="string"><text:p>12<text:span text:style-name="${span}">5</text:span></text:p></table:table-cell></table:table-row></table:table>`,
          { automatic },
        ),
      );
    for (const kind of ['spreadsheet', 'text'] as const) {
      expect([kind, await of(kind, 'white', 'none')]).toEqual([kind, ['12', 'hidden-text 5']]);
      expect([kind, await of(kind, 'own', 'none')]).toEqual([kind, ['12', 'hidden-text 5']]);
      expect([kind, await of(kind, 'white', 'dark')]).toEqual([kind, ['125']]);
      expect([kind, await of(kind, 'auto', 'none')]).toEqual([kind, ['125']]);
    }
    expect(await of('spreadsheet', 'none', 'gone')).toEqual([undefined, 'hidden-text 125']);
  });
});

describe('what was left out', () => {
  const where = { sheet: 'Số liệu', cell: 'E12' };
  const left = (why: string, document: NeutralDocument = report()): NeutralDocument => ({
    ...document,
    skipped: [{ what: 'deleted-text', why, where, text: '1200' }],
  });

  it('is a warning at its place, in which it is quoted', () => {
    const struck = findingOf(read(left('struck-text')), 'STRUCK_TEXT');
    expect(struck).toMatchObject({ severity: 'warning', where, found: '1200' });
    expect(struck.message.vi).toContain('“1200”');
    expect(findingOf(read(left('hidden-text')), 'HIDDEN_TEXT')).toMatchObject({ severity: 'warning', where });
  });

  it('is nothing to tell where the whole sheet is hidden', () => {
    const { blocks, ...rest } = report();
    const hidden = {
      ...rest,
      blocks: [...blocks, { kind: 'table' as const, sheet: 'Cũ', hidden: true, cells: [] }],
    };
    const document = left('struck-text', hidden);
    const inHidden = {
      ...document,
      skipped: document.skipped.map((each) => ({ ...each, where: { ...where, sheet: 'Cũ' } })),
    };
    expect(codes(read(inHidden))).toEqual([]);
  });

  it('is counted, and its letters go no further', () => {
    const { skipped, counts } = read(left('struck-text'));
    expect(skipped).toContainEqual({ what: 'deleted-text', why: 'struck-text', where });
    expect(counts.read + counts.skipped).toBe(counts.total);
  });
});
