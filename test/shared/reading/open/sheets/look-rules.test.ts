import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { takenAwayBy } from '../../../../../shared/reading/open/sheets/look-rules.ts';
import { buildOdf } from '../odf/build-odf.ts';
import { buildWorkbook } from '../xlsx/build-workbook.ts';

describe('what a rule changes of a cell', () => {
  it.each([
    [{ struck: true }, 'struck-text', true],
    [{ format: ';;;' }, 'hidden-text', true],
    [{ letters: 'FFFFFF', ground: 'FFFFFF' }, 'hidden-text', true],
    [{ letters: 'FFFFFF' }, 'hidden-text', false],
    [{ ground: '000000' }, 'hidden-text', false],
    [{ format: '#,##0,' }, 'hidden-text', false],
    [{ another: true }, 'hidden-text', false],
  ] as const)('takes it away, or may: %j', (look, why, certain) => {
    expect(takenAwayBy(look)).toEqual({ why, certain });
  });

  it.each([
    { letters: '9C0006', ground: 'FFC7CE' },
    { letters: 'FFFFFF', ground: 'C00000' },
    { letters: 'FF0000' },
    { ground: 'FFFF00' },
    { format: '#,##0.00' },
    { struck: false },
    {},
  ])('only paints it: %j', (look) => {
    expect(takenAwayBy(look)).toBeNull();
  });
});

/** What is left of the figures in A1 to A3 (5, 12, 0), and what is said of those that are gone or may be. */
async function seen(bytes: Uint8Array) {
  const { blocks, skipped } = await openDocument(bytes);
  const figures = blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
  const said = skipped.map(({ why, where }) => `${where && 'cell' in where ? where.cell : ''} ${why}`);
  return [figures.map(({ text }) => text).join(' '), ...said];
}

const dxf = (inner: string) => `<dxf>${inner}</dxf>`;
const STRIKE = '<font><strike/></font>';
const WHITE = '<font><color rgb="FFFFFFFF"/></font>';
const NOTHING = '<numFmt numFmtId="164" formatCode=";;;"/>';

describe('a conditional format of a workbook', () => {
  const excel = (after: string, ...looks: readonly string[]) =>
    seen(
      buildWorkbook({
        styles: `<fonts><font/></fonts><fills><fill/></fills><cellXfs><xf/></cellXfs><dxfs>${looks.map(dxf).join('')}</dxfs>`,
        sheets: [
          {
            rows: '<row r="1"><c r="A1"><v>5</v></c></row><row r="2"><c r="A2"><v>12</v></c></row><row r="3"><c r="A3"><v>0</v></c></row>',
            after,
          },
        ],
      }),
    );
  const rule = (attributes: string, ...formulas: readonly string[]) =>
    `<cfRule dxfId="0" ${attributes}>${formulas.map((each) => `<formula>${each}</formula>`).join('')}</cfRule>`;
  const format = (rules: string, area = 'A1:A3') =>
    `<conditionalFormatting sqref="${area}">${rules}</conditionalFormatting>`;

  it.each([
    ['cellIs" operator="greaterThan', ['10'], 'A2'],
    ['cellIs" operator="between', ['1', '6'], 'A1'],
    ['cellIs" operator="notBetween', ['1', '6'], 'A2,A3'],
    ['cellIs" operator="equal', ['$A$1+7'], 'A2'],
    ['expression', ['A1&gt;A2'], 'A2'],
    ['expression', ['$A$1=5'], 'A1,A2,A3'],
    ['expression', ['A1/0'], ''],
  ] as const)('strikes where it holds: %s %j', async (type, formulas, gone) => {
    const places = gone === '' ? [] : gone.split(',');
    const [left, ...said] = await excel(format(rule(`type="${type}" priority="1"`, ...formulas)), STRIKE);
    expect(said).toEqual(places.map((place) => `${place} struck-text`));
    expect(left?.split(' ').filter(Boolean)).toHaveLength(3 - places.length);
  });

  it.each(['iconSet', 'dataBar'])('puts a symbol in the place of figures: %s', async (kind) => {
    const symbols = (attributes: string) =>
      format(
        `<cfRule type="${kind}" priority="1"><${kind} ${attributes}><cfvo type="min"/></${kind}></cfRule>`,
      );
    expect(await excel(symbols('showValue="0"'))).toEqual(['0', 'A1 hidden-text', 'A2 hidden-text']);
    expect(await excel(symbols(''))).toEqual(['5 12 0']);
  });

  it('hides no nought, which many a sheet does', async () => {
    const all = format(rule('type="expression" priority="1"', 'TRUE'));
    expect(await excel(all, NOTHING)).toEqual(['0', 'A1 hidden-text', 'A2 hidden-text']);
  });

  it('is a doubt where it cannot be worked out, or where the cell’s own colours decide', async () => {
    const unknown = format(rule('type="expression" priority="1"', 'SEARCH(&quot;x&quot;,B1)'), 'A2');
    expect(await excel(unknown, STRIKE)).toEqual(['5 12 0', 'A2 look-by-rule']);
    expect(await excel(format(rule('type="duplicateValues" priority="1"'), 'A2'), STRIKE)).toEqual([
      ...['5 12 0', 'A2 look-by-rule'],
    ]);
    const holds = format(rule('type="cellIs" operator="lessThan" priority="1"', '6'));
    expect(await excel(holds, WHITE)).toEqual(['5 12 0', 'A1 look-by-rule']);
  });

  it('has its turn after those that end all others, and is written for the corner of its areas', async () => {
    const first = rule('type="cellIs" operator="greaterThan" stopIfTrue="1" priority="1"', '10');
    const paints = first.replace('dxfId="0"', 'dxfId="1"');
    const all = rule('type="expression" priority="2"', 'TRUE');
    expect(await excel(format(all + paints), STRIKE, '')).toEqual(['12', 'A1 struck-text', 'A3 struck-text']);
    const apart = format(paints, 'A2') + format(all);
    expect(await excel(apart, STRIKE, '')).toEqual([
      '5 12 0',
      ...['A1', 'A2', 'A3'].map((a) => `${a} look-by-rule`),
    ]);
    const moved = format(rule('type="expression" priority="1"', 'A2=12'), 'A2 A1');
    expect(await excel(moved, STRIKE)).toEqual(['5 12 0', 'A1 look-by-rule', 'A2 look-by-rule']);
    expect(await excel(format(rule('type="expression" priority="1"', 'A1=12'), 'A:A'), STRIKE)).toEqual([
      ...['5 0', 'A2 struck-text'],
    ]);
  });

  it('of 2010 is read as well, with the look that it brings along', async () => {
    const x14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';
    const xm = 'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';
    const own = `<extLst><ext ${x14}><x14:conditionalFormattings><x14:conditionalFormatting ${xm}><x14:cfRule type="expression" priority="1"><xm:f>A1=12</xm:f><x14:dxf>${STRIKE}</x14:dxf></x14:cfRule><xm:sqref>A1:A3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;
    expect(await excel(own)).toEqual(['5 0', 'A2 struck-text']);
  });
});

describe('a map of an OpenDocument style', () => {
  const style = (name: string, inner: string, more = '') =>
    `<style:style style:name="${name}" style:family="table-cell" ${more}>${inner}</style:style>`;
  const struck = style('gone', '<style:text-properties style:text-line-through-style="solid"/>');
  const loud = style('loud', '<style:text-properties fo:font-weight="bold"/>');
  const empty =
    '<number:number-style xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" style:name="none"><number:text/></number:number-style>';
  const unseen = style('unseen', '', 'style:data-style-name="none"');
  const map = (condition: string, name = 'gone') =>
    `<style:map style:condition="${condition}" style:apply-style-name="${name}" style:base-cell-address="s.A1"/>`;
  const open = (maps: string) => {
    const row = (value: number) =>
      `<table:table-row><table:table-cell table:style-name="own" office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell></table:table-row>`;
    return seen(
      buildOdf(
        'spreadsheet',
        `<table:table table:name="s"><table:table-column/>${[5, 12, 0].map(row).join('')}</table:table>`,
        { automatic: empty + struck + loud + unseen + style('own', maps) },
      ),
    );
  };

  it.each([
    ['cell-content()&gt;10', 'A2 struck-text'],
    ['cell-content-is-between(1,6)', 'A1 struck-text'],
    ['is-true-formula([.A1]&gt;[.A2])', 'A2 struck-text'],
    ['cell-content()!=12', 'A1 struck-text,A3 struck-text'],
    ['cell-content-is-not-between(1,20)', 'A3 struck-text'],
    ['is-true-formula(SEARCH(1;2))', 'A1 look-by-rule,A2 look-by-rule,A3 look-by-rule'],
  ])('strikes where it holds: %s', async (condition, said) => {
    expect((await open(map(condition))).slice(1)).toEqual(said.split(','));
  });

  it('has its turn where none before it holds', async () => {
    const maps = map('cell-content()=5', 'loud') + map('cell-content()&gt;0');
    expect(await open(maps)).toEqual(['5 0', 'A2 struck-text']);
  });

  it('hides by a number format that shows nothing', async () => {
    expect(await open(map('cell-content()&gt;=0', 'unseen'))).toEqual([
      ...['0', 'A1 hidden-text', 'A2 hidden-text'],
    ]);
  });
});
