import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NeutralDocument } from '../../../../../shared/reading/model/document.ts';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { UnreadableFile } from '../../../../../shared/reading/open/unreadable-file.ts';
import { runs } from '../../../../properties/runs.ts';
import { rtfOf, rtfTable, rtfText } from './build-rich-text.ts';

const open = (body: string) => openDocument(rtfOf(body));
const textsOf = ({ blocks }: NeutralDocument) =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text),
  );
const texts = async (body: string) => textsOf(await open(body));

describe('a rich text', () => {
  it('has paragraphs, with the letters of its code page, of its fonts and by number', async () => {
    expect(await texts("M\\'e3 s\\u7889?\\par\\f2 b\\'e1o c\\'e1o\\par x\\u273\\'64y\\par")).toEqual([
      ...['Mã số', 'báo cáo', 'xđy'],
    ]);
    expect(await texts('{\\uc2\\u272 ??\\u417 ??}n\\par')).toEqual(['Đơn']);
    expect(await texts('a\\{b\\}\\\\\\~\\_\\endash\\tab c\\line d\\lbr0 e\\par')).toEqual([
      'a{b}\\\u00a0-–\tc\nd\ne',
    ]);
  });

  it('takes no digit of a word’s number for text, of a day long ago either', async () => {
    expect(await texts('{\\revised\\revdttm-2074015744 12}\\par')).toEqual(['12']);
  });

  it('writes formulas on the line, with the signs that are drawn', async () => {
    const formula = (inner: string) => `12{\\mmath{\\*\\moMath{\\mctrlPr x}${inner}}}\\par`;
    expect(await texts(formula('{\\msSup{\\me{\\mr 0}}{\\msup{\\mr 2}}}'))).toEqual(['120^2']);
    expect(await texts(formula('{\\mf{\\mnum{\\mr 1}}{\\mden{\\mr 20}}}'))).toEqual(['121/20']);
  });

  it('shows one entry of a list, and is in doubt where it says another', async () => {
    const list = (field: string, result = '') =>
      `\\trowd\\cellx900\\pard\\intbl{\\field{\\*\\fldinst FORMDROPDOWN{\\*\\formfield{\\fftype2${field}{\\*\\ffl 100}{\\*\\ffl 120}}}}{\\fldrslt ${result}}}\\cell\\row\\pard `;
    const shown = async (body: string) => {
      const [block] = (await open(body)).blocks;
      return block?.kind === 'table' ? block.cells.map(({ text, doubt }) => text + (doubt ? '?' : '')) : [];
    };
    expect(await shown(list('\\ffres1'))).toEqual(['120']);
    expect(await shown(list('\\ffres25\\ffdefres1'))).toEqual(['120']);
    expect(await shown(list('\\ffres1', '120'))).toEqual(['120']);
    expect(await shown(list('\\ffres1', '100'))).toEqual(['120?']);
    const numbered =
      '\\trowd\\cellx900\\pard\\intbl 12{\\field{\\*\\fldinst LISTNUM}{\\fldrslt }}\\cell\\row\\pard ';
    expect(await shown(numbered)).toEqual(['12?']);
    const inCell = (text: string) => `\\trowd\\cellx900\\pard\\intbl ${text}\\cell\\row\\pard `;
    for (const anew of ['12\\chpgn', '\\chdate 12', '{\\field\\flddirty{\\*\\fldinst =6*2}{\\fldrslt 12}}']) {
      expect([anew, await shown(inCell(anew))]).toEqual([anew, ['12?']]);
    }
    const other = await open(
      '{\\field{\\*\\fldinst FORMCHECKBOX{\\*\\formfield{\\fftype1}}}{\\fldrslt }}\\par',
    );
    expect(other.skipped).toMatchObject([{ why: 'form-field' }]);
  });

  it('keeps a table in a shape out of the rows that the shape hangs on', async () => {
    const shape = '{\\shp{\\*\\shpinst{\\shptxt\\trowd\\cellx900\\pard\\intbl 5\\cell\\row\\pard x\\par}}}';
    const row = `\\trowd\\cellx900\\cellx1800\\pard\\intbl 12${shape}\\cell\\pard\\intbl 7\\cell\\row\\pard `;
    const { blocks, skipped } = await open(row);
    expect(blocks).toMatchObject([
      {
        cells: [
          { text: '12\n5\nx', column: 1 },
          { text: '7', column: 2 },
        ],
      },
    ]);
    expect(skipped).toMatchObject([{ why: 'nested-table' }]);
  });

  it('shows the letters of fonts of before Unicode', async () => {
    const { blocks } = await open("\\f1 B\\'b8o c\\'b8o\\par");
    expect(blocks).toMatchObject([{ text: 'Báo cáo', legacyFont: 'tcvn3' }]);
  });

  it('leaves out letters that do not count, and sets raised ones apart', async () => {
    const { blocks, skipped } = await open(
      '{\\strike 1}19\\par 11{\\super 1}\\par 12{\\v 5}{\\charscalex1 6}{\\charscalex90 }\\par 1{\\striked1 3}2{\\deleted 9}{\\mvf 9}\\par H{\\dn6 2}O\\par',
    );
    expect(blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual([
      '19',
      '11¹',
      '12',
      '12',
      'H₂O',
    ]);
    expect(skipped.map(({ why, text }) => [why, text])).toEqual([
      ['struck-text', '1'],
      ['hidden-text', '56'],
      ['tracked-deletion', undefined],
      ['struck-text', '3'],
    ]);
  });

  it('leaves out letters in the colour of what is behind them, and such as are too small to read', async () => {
    const colours =
      '{\\colortbl;\\red255\\green255\\blue255;\\red250\\green254\\blue252;\\red0\\green0\\blue128;}';
    const seen = '{\\cf1\\highlight3 7}{\\cf1\\chcbpat3 8}{\\cf3 9}';
    expect(await texts(`${colours}12{\\cf1 3}{\\cf2 4}{\\fs2 5}{\\cf3\\highlight3 6}${seen}\\par`)).toEqual([
      '12789',
    ]);
    const cell = (paint: string) =>
      `${colours}\\trowd${paint}\\cellx900\\cellx1900\\pard\\intbl {\\cf1 5}\\cell 6\\cell\\row`;
    expect(await texts(cell('\\clcbpat3'))).toEqual(['5', '6']);
    expect(await texts(cell(''))).toEqual(['6']);
  });

  it('keeps the text of a shape in the cell that it hangs on', async () => {
    const shape = '{\\shp{\\*\\shpinst{\\shptxt \\pard 120\\par}}}';
    const { blocks } = await open(`\\trowd\\cellx900\\cellx1900\\pard\\intbl ${shape}\\cell 6\\cell\\row`);
    expect(blocks).toMatchObject([{ cells: [{ text: '120' }, { text: '6', column: 2 }] }]);
  });

  it('has tables whose columns are told by the edges of all rows', async () => {
    const merged =
      '\\trowd\\clvmgf\\cellx1000\\cellx3000\\pard\\intbl A\\cell B\\cell\\row' +
      '\\trowd\\clvmrg\\cellx1010\\cellx2000\\cellx2995\\pard\\intbl \\cell C\\par D\\cell E\\cell\\row\\pard end\\par';
    const { blocks } = await open(`first\\par ${merged}`);
    expect(blocks).toMatchObject([
      { text: 'first' },
      {
        columns: 3,
        cells: [
          { text: 'A', row: 1, column: 1, rowSpan: 2, columnSpan: 1 },
          { text: 'B', row: 1, column: 2, columnSpan: 2 },
          { text: 'C\nD', row: 2, column: 2 },
          { text: 'E', row: 2, column: 3 },
        ],
      },
      { text: 'end' },
    ]);
  });

  it('has one table for rows that follow each other, and another one behind a paragraph', async () => {
    const { blocks } = await open(
      `${rtfTable([
        ['1', '2'],
        ['3', '4'],
      ])}x\\par ${rtfTable([['5']])}`,
    );
    expect(blocks).toMatchObject([
      {
        cells: [
          { source: { table: 1, row: 1, column: 1 } },
          {},
          {},
          { text: '4', source: { table: 1, row: 2, column: 2 } },
        ],
      },
      { text: 'x' },
      { cells: [{ text: '5', source: { table: 2, row: 1, column: 1 } }] },
    ]);
  });

  it('shows numbers of lists, levels of the outline and bold', async () => {
    const { blocks } = await open('{\\listtext\\pard 1.\\tab}\\outlinelevel0\\b T\\b0\\par\\pard x\\par');
    expect(blocks).toMatchObject([{ label: '1.', level: 1, bold: true, text: 'T' }, { text: 'x' }]);
    expect(blocks[1]).not.toHaveProperty('level');
  });

  it('counts what it does not read, and reads what fields show and boxes hold', async () => {
    const { blocks, skipped } = await open(
      '{\\header đầu}{\\*\\unknown no}{\\info{\\title no}}{\\pict 00ff}{\\object{\\*\\objdata 00}{\\result no}}' +
        'a{\\field{\\*\\fldinst NUMWORDS}{\\fldrslt 7}}{\\footnote no}{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt b}}\\par',
    );
    expect(blocks).toMatchObject([{ text: 'a7' }, { text: 'b' }]);
    expect(skipped.map(({ why }) => why)).toEqual(['header', 'image', 'embedded-object', 'footnote']);
  });

  it('keeps the text of a shape apart from what it hangs on', async () => {
    const shape = '{\\shp{\\*\\shpinst{\\shptxt \\pard\\intbl 99{\\b 9}\\par}}}';
    for (const cell of [`130${shape}`, `${shape}130`, `1${shape.replace('\\par}', '}')}30`]) {
      expect(await texts(`\\trowd\\cellx1000\\pard\\intbl ${cell}\\cell\\row\\pard`), cell).toEqual([
        '130\n999',
      ]);
    }
  });

  it('tells what a shape holds that is not read, where it has no text besides', async () => {
    const shape = (held: string) => `{\\shp{\\*\\shpinst{\\shptxt ${held}}}}`;
    const link = shape('{\\field{\\*\\fldinst DDEAUTO cmd x}{\\fldrslt }}');
    const told = async (body: string) => (await open(body)).skipped.map(({ why }) => why);
    expect(await texts(`A${link}B\\par`)).toEqual(['AB']);
    for (const body of [
      `A${link}B\\par`,
      `A${shape(`{\\header ${link}}`)}\\par`,
      `{\\header ${link}}A\\par`,
    ]) {
      expect(await told(body), body).toContain('dde');
    }
    expect(await told(`\\trowd\\cellx900\\pard\\intbl ${link}\\cell\\row`)).toEqual(['dde']);
    expect(await told(`A${shape('{\\*\\formfield x}')}\\par`)).toEqual(['form-field']);
    expect(await told(`A${shape('')}\\par`)).toEqual([]);
    expect(await told('A\\par{\\field{\\*\\fldinst DDEAUTO cmd x}{\\fldrslt }}')).toEqual(['dde']);
  });

  it('loses nothing where it breaks off in a shape or in a cell', async () => {
    for (const end of ['b', '{b', '{{b'])
      expect(await texts(`A{\\shp{\\*\\shpinst{\\shptxt ${end}`)).toEqual(['A', 'b']);
    expect(await texts('\\trowd\\cellx900\\cellx1900\\pard\\intbl 5\\cell 6\\par 7')).toEqual(['5', '6\n7']);
    for (const end of ['', '}'])
      expect(
        textsOf(
          await openDocument(
            new TextEncoder().encode(`{\\rtf1 \\trowd\\cellx900\\cellx1900\\intbl A\\cell 12${end}`),
          ),
        ),
      ).toEqual(['A', '12']);
  });

  it('knows rows that are so low that nothing of them is seen', async () => {
    const row = (height: string) => `\\trowd${height}\\cellx1000\\pard\\intbl 9\\cell\\row`;
    const { blocks } = await open(`${['\\trrh-20', '\\trrh20', '\\trrh-280', ''].map(row).join('\n')}\\pard`);
    expect(blocks).toMatchObject([{ hiddenRows: new Set([1]) }]);
  });

  it('reads what is there twice once, in Unicode', async () => {
    expect(await texts('{\\upr{9?}{\\*\\ud{1\\u51 3}}}0\\par')).toEqual(['130']);
    expect(await texts('{\\*\\bkmkstart {\\upr{a}{\\*\\ud{b}}}}5\\par')).toEqual(['5']);
  });

  it('shows the numbers of lists as older programs write them, once', async () => {
    const both = '{\\pntext 1.\\tab}{\\*\\pn\\pndec{\\pntxta.}}{\\listtext 1.\\tab}';
    expect((await open(`${both}x\\par`)).blocks).toMatchObject([{ label: '1.', text: 'x' }]);
    expect((await open('{\\pntext\\f1 2.\\tab}x\\par')).blocks).toMatchObject([{ label: '2.', text: 'x' }]);
  });

  it('shows no number of a list that stands in what is left out', async () => {
    for (const word of ['pntext', 'listtext']) {
      const { blocks } = await open(`{\\header{\\${word} 7.\\tab}hd\\par}12\\par`);
      expect(blocks, word).toMatchObject([{ text: '12' }]);
      expect(blocks[0]).not.toHaveProperty('label');
      const own = await open(`{\\${word} 3.\\tab}{\\footnote{\\${word} 7.\\tab}n}12\\par`);
      expect(own.blocks, word).toMatchObject([{ label: '3.', text: '12' }]);
    }
  });

  it('passes over bytes that are no text', async () => {
    expect(await texts('a{\\pict\\bin4 {{{{}b\\par')).toEqual(['ab']);
  });

  it('ends in a finding where it is nested beyond reason', async () => {
    await expect(open('{'.repeat(2000))).rejects.toMatchObject({ code: 'XML_REFUSED' });
  });

  it('ends for any bytes, in text or in a finding', async () => {
    const words = [
      '\\par ',
      '\\cell',
      '\\row',
      '\\trowd',
      '\\cellx100',
      '\\intbl',
      '{',
      '}',
      "\\'e3",
      '\\u7889?',
      '\\*',
      'x',
      '\\bin9 ',
      '\\pard',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 60 }),
        async (pieces) => {
          try {
            const { blocks } = await open(pieces.join(''));
            expect(blocks.every((block) => block.kind === 'table' || block.text !== '')).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadableFile);
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('says what is written into it, whatever the letters', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab \\{};ậđĐ1,'), minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const plain = written.trim().normalize('NFC');
        expect(await texts(`${rtfText(written)}\\par`)).toEqual(plain === '' ? [] : [plain]);
      }),
      { numRuns: runs(100) },
    );
  });
});
