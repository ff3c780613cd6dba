import { describe, expect, it } from 'vitest';
import { doubtIn, isOfPictures } from '../../../../../shared/reading/open/looks/figure-letters.ts';
import { type LookedRun, lettersThatCount } from '../../../../../shared/reading/open/looks/letters.ts';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { readRichText } from '../../../../../shared/reading/open/rtf/read-rich-text.ts';
import { buildDocument, r, table, tc } from '../docx/build-document.ts';
import { buildOdf } from '../odf/build-odf.ts';
import { rtfOf } from '../rtf/build-rich-text.ts';
import { buildWorkbook } from '../xlsx/build-workbook.ts';

it.each([
  'Wingdings',
  'Wingdings 2',
  'Wingdings-Regular',
  'Webdings',
  'Marlett',
  'ZapfDingbats',
  'ITC Zapf Dingbats',
])('%s shows pictures for digits', (name) => expect(isOfPictures(name)).toBe(true));

it.each(['Symbol', 'Times New Roman', '.VnTime', 'Segoe UI Symbol'])('%s shows digits', (name) =>
  expect(isOfPictures(name)).toBe(false),
);

describe('the digits of a text are in doubt', () => {
  const run = (text: string, size?: number, look?: LookedRun['look']): LookedRun => ({
    text,
    font: null,
    size,
    look,
  });
  const why = (...runs: LookedRun[]) => doubtIn(runs)?.why ?? null;

  it('where one is much smaller than the one beside it in one number', () => {
    expect(why(run('12', 13), run('3', 7))).toBe('sizes');
    expect(why(run('1', 6), run('23', 13))).toBe('sizes');
    expect(why(run('1.', 13), run('250', 6))).toBe('sizes');
    expect(why(run('1', 13), run(',', 6), run('5', 6))).toBe('sizes');
    expect(why(run('12', 13), run('3', 9))).toBeNull();
    expect(why(run('12 ', 13), run('3', 6))).toBeNull();
    expect(why(run('km', 13), run('2', 6))).toBeNull();
    expect(why(run('12', 13), run(' lượt', 6))).toBeNull();
    expect(why(run('12', 13), run('3'))).toBeNull();
  });

  it('where they are pictures, and not where letters are', () => {
    expect(why(run('12', 13, { pictures: true }))).toBe('pictures');
    expect(why(run('12'), run('\u00fc', 13, { pictures: true }))).toBeNull();
  });

  it('not for letters that do not count, nor for raised ones', () => {
    const of = (...runs: LookedRun[]) => lettersThatCount(runs).doubt?.why ?? null;
    expect(of(run('12', 13), run('3', 6, { struck: true }))).toBeNull();
    expect(of(run('12', 13), run('3', 6, { place: 'above' }))).toBeNull();
    expect(of(run('12', 13), run('3', 6, { place: 'line' }))).toBe('sizes');
  });
});

/** The text of each cell, and why its figure is in doubt. */
async function cells(bytes: Uint8Array) {
  const { blocks } = await openDocument(bytes);
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.map(({ text, doubt }) => [text, doubt?.why]) : [],
  );
}

describe('a figure in letters of another kind is in doubt', () => {
  it('in a document, by the run or by its styles', async () => {
    const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
    const style = (id: string, properties: string) =>
      `<w:style w:type="character" w:styleId="${id}"><w:rPr>${properties}</w:rPr></w:style>`;
    const of = (...runs: string[]) =>
      cells(
        buildDocument({
          body: table(tc(`<w:p>${runs.join('')}</w:p>`)),
          styles: style('P', font('Webdings')) + style('S', '<w:sz w:val="10"/>'),
        }),
      );
    expect(await of(r('12', font('Wingdings')))).toEqual([['12', 'pictures']]);
    expect(await of(r('12', '<w:rStyle w:val="P"/>'))).toEqual([['12', 'pictures']]);
    expect(await of(r('12', `<w:rStyle w:val="P"/>${font('Arial')}`))).toEqual([['12', undefined]]);
    expect(await of(r('12'), r('\u00fc', font('Wingdings')))).toEqual([['12\u00fc', undefined]]);
    expect(await of(r('12', '<w:sz w:val="26"/>'), r('3', '<w:sz w:val="12"/>'))).toEqual([['123', 'sizes']]);
    expect(await of(r('12'), r('3', '<w:rStyle w:val="S"/>'))).toEqual([['123', 'sizes']]);
    expect(await of(r('12', '<w:sz w:val="26"/>'), r('3', '<w:sz w:val="22"/>'))).toEqual([
      ['123', undefined],
    ]);
  });

  it('in a workbook, by the cell or by a run of it', async () => {
    const styles =
      '<fonts><font><sz val="13"/><name val="Arial"/></font><font><sz val="13"/><name val="Wingdings"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>';
    const of = (cell: string) =>
      cells(
        buildWorkbook({ sheets: [{ rows: `<row>${cell}</row>` }], styles, strings: '<si><t>12</t></si>' }),
      );
    const runs = (style: number, properties: string) =>
      `<c s="${style}" t="inlineStr"><is><r><t>12</t></r><r><rPr>${properties}</rPr><t>3</t></r></is></c>`;
    expect(await of('<c s="1"><v>12</v></c>')).toEqual([['12', 'pictures']]);
    expect(await of('<c s="0"><v>12</v></c>')).toEqual([['12', undefined]]);
    expect(await of('<c s="1" t="s"><v>0</v></c>')).toEqual([['12', 'pictures']]);
    expect(await of(runs(0, '<rFont val="Webdings"/>'))).toEqual([['123', 'pictures']]);
    expect(await of(runs(0, '<sz val="6"/>'))).toEqual([['123', 'sizes']]);
    expect(await of(runs(0, '<sz val="12"/>'))).toEqual([['123', undefined]]);
  });

  it('in OpenDocument, by the cell or by a span in it', async () => {
    const style = (name: string, family: string, properties: string) =>
      `<style:style style:name="${name}" style:family="${family}"><style:text-properties ${properties}/></style:style>`;
    const automatic = [
      style('pictures', 'text', 'fo:font-family="Wingdings"'),
      style('plain', 'text', 'fo:font-family="Arial"'),
      style('small', 'text', 'fo:font-size="6pt"'),
      style('share', 'text', 'fo:font-size="50%"'),
      style('large', 'text', 'fo:font-size="13pt"'),
      style('cell', 'table-cell', 'fo:font-family="Webdings"'),
    ].join('');
    const span = (name: string, text: string) => `<text:span text:style-name="${name}">${text}</text:span>`;
    const of = (kind: 'spreadsheet' | 'text', paragraph: string, cell = 'type="string"') =>
      cells(
        buildOdf(
          kind,
          `<table:table table:name="T"><table:table-row><table:table-cell office:value-${cell}>${paragraph}</table:table-cell></table:table-row></table:table>`,
          { automatic },
        ),
      );
    for (const kind of ['spreadsheet', 'text'] as const) {
      const p = (inner: string) => of(kind, `<text:p>${inner}</text:p>`);
      expect(await p(span('pictures', '12'))).toEqual([['12', 'pictures']]);
      expect(await p(span('pictures', span('plain', '12')))).toEqual([['12', undefined]]);
      expect(await p(`12${span('small', '3')}`)).toEqual([['123', 'sizes']]);
      expect(await p(`12${span('share', '3')}`)).toEqual([['123', 'sizes']]);
      expect(await p(`12${span('large', '3')}`)).toEqual([['123', undefined]]);
    }
    const number = 'type="float" office:value="12" table:style-name="cell"';
    expect(await of('spreadsheet', '<text:p>12</text:p>', number)).toEqual([['12', 'pictures']]);
    expect(await of('spreadsheet', '', number)).toEqual([['12', 'pictures']]);
  });

  it('in rich text', async () => {
    const fonts = '{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset2 Wingdings;}}';
    const of = async (runs: string) => {
      const { blocks } = readRichText(
        rtfOf(`${fonts}\\trowd\\cellx900\\cellx1900\\pard\\intbl ${runs}\\cell 6\\cell\\row`),
      );
      return blocks.flatMap((block) =>
        block.kind === 'table' ? block.cells.slice(0, 1).map(({ text, doubt }) => [text, doubt?.why]) : [],
      );
    };
    expect(await of('{\\f1 12}')).toEqual([['12', 'pictures']]);
    expect(await of('\\fs26 12{\\fs12 3}')).toEqual([['123', 'sizes']]);
    expect(await of('\\fs26 12{\\fs22 3}')).toEqual([['123', undefined]]);
  });
});
