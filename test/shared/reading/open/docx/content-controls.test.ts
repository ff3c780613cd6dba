import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { buildDocument, p, r, STORE, table, tc } from './build-document.ts';

const DATA =
  '<b:bc xmlns:b="urn:bc"><b:v unit="hộ">120</b:v><b:v>7</b:v><b:day>2024-02-15T00:00:00</b:day></b:bc>';

/** What stands in the one cell of a table, marked where a program would show something else, and what is skipped. */
async function cell(body: string, data = DATA) {
  const { blocks, skipped } = await openDocument(buildDocument({ body, data }));
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
  return [
    ...cells.map(({ text, doubt }) => (doubt ? `${text} ?${doubt.why}` : text)),
    ...skipped.map(({ why }) => why),
  ];
}

const control = (path: string, shown: string, properties = '<w:text/>', store = STORE) =>
  `<w:sdt><w:sdtPr>${properties}<w:dataBinding w:prefixMappings="xmlns:x='urn:bc'" w:xpath="${path}" w:storeItemID="${store}"/></w:sdtPr><w:sdtContent>${r(shown)}</w:sdtContent></w:sdt>`;
const inCell = (inner: string) => table(tc(`<w:p>${inner}</w:p>`));

describe('a content control that is bound to data', () => {
  it.each([
    ['/x:bc[1]/x:v[1]', '120'],
    ['/x:bc/x:v', ' 120 '],
    ['/bc[1]/v[2]', '7'],
    ['/x:bc[1]/x:v[1]/@unit', 'hộ'],
    ['/x:bc[1]/x:w[1]', 'nothing of the kind'],
  ])('is read where the data says the same, or holds nothing: %s', async (path, shown) => {
    expect(await cell(inCell(control(path, shown)))).toEqual([shown.trim()]);
    expect(await cell(inCell(control(path, 'else', '<w:text/>', '{0}')))).toEqual(['else']);
  });

  it.each([
    ['/x:bc[1]/x:v[1]', '12'],
    ['/x:bc[1]/x:v[2]', '120'],
    ['/x:bc[1]/x:v[1]/@unit', '120'],
    ['/x:bc[1]/x:v[last()]', '7'],
  ])('is in doubt where it says another thing, or nobody knows: %s', async (path, shown) => {
    expect(await cell(inCell(control(path, shown)))).toEqual([`${shown} ?filled`]);
  });

  it('may go around the cell', async () => {
    const around = control('/bc[1]/v[1]', '').replace(r(''), tc(p('12')));
    expect(await cell(table(around))).toEqual(['12 ?filled']);
  });

  it('shows a choice by its name, and a day in a way of its own', async () => {
    const list = '<w:dropDownList><w:listItem w:displayText="bảy" w:value="7"/></w:dropDownList>';
    expect(await cell(inCell(control('/bc[1]/v[2]', 'bảy', list)))).toEqual(['bảy']);
    expect(await cell(inCell(control('/bc[1]/v[2]', 'tám', list)))).toEqual(['tám ?filled']);
    const day = (date: string) => `<w:date w:fullDate="${date}T00:00:00Z"/>`;
    expect(await cell(inCell(control('/bc[1]/day[1]', '15/02/2024', day('2024-02-15'))))).toEqual([
      '15/02/2024',
    ]);
    expect(await cell(inCell(control('/bc[1]/day[1]', '16/02/2024', day('2024-02-16'))))).toEqual([
      '16/02/2024 ?filled',
    ]);
  });

  it('is told of outside of tables, and one bound to the file’s properties is as well', async () => {
    expect(await cell(`<w:p>${control('/bc[1]/v[1]', 'Quý I')}</w:p>`)).toEqual(['bound-text']);
    const title = control('/cp[1]/title[1]', 'Quý I', '', '{6C3C8BC8-F283-45AE-878A-BAB7291924A1}');
    const file = (held: string) =>
      openDocument(
        buildDocument({
          body: `<w:p>${title}</w:p>`,
          extra: { 'docProps/core.xml': `<cp xmlns="urn:cp"><title>${held}</title></cp>` },
        }),
      );
    expect((await file('Quý II')).skipped).toMatchObject([{ why: 'bound-text', text: 'Quý II' }]);
    expect((await file('Quý I')).skipped).toEqual([]);
  });

  it('is read as it stands where the data is broken', async () => {
    expect(await cell(inCell(control('/bc[1]/v[1]', '12')), '<bc><v>')).toEqual(['12']);
  });
});

describe('a field of which the file holds nothing', () => {
  const field = (instruction: string, result = '') =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  it.each(['LISTNUM \\\\l 1', ' AUTONUM ', 'AUTONUMLGL', 'EQ \\\\f(1,2)', 'symbol 50'])(
    'puts a figure in doubt beside which it is shown: %s',
    async (instruction) => {
      expect(await cell(inCell(r('12') + field(instruction)))).toContain('12 ?filled');
      const simple = `<w:fldSimple w:instr="${instruction}"/>`;
      expect(await cell(inCell(r('12') + simple))).toEqual(['12 ?filled', 'field-code']);
    },
  );

  it('puts no words in doubt, nor do fields that show nothing', async () => {
    expect((await cell(inCell(field('AUTONUM') + r('Số hội nghị')))).join()).not.toContain('?');
    for (const harmless of ['XE &quot;a&quot;', 'SET a 1', 'EQUAL']) {
      expect(await cell(inCell(r('12') + field(harmless)))).toEqual(['12', 'field-code']);
    }
  });
});

describe('a list of the old form fields', () => {
  const list = (result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="100"/><w:listEntry w:val="120"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  it('shows its entry once, whatever is written as its result', async () => {
    expect((await cell(inCell(list(''))))[0]).toBe('120');
    expect((await cell(inCell(list(r('120')))))[0]).toBe('120');
    expect((await cell(inCell(list(r('100')))))[0]).toBe('120 ?filled');
    expect((await cell(inCell(list('') + r(' lượt'))))[0]).toBe('120 lượt');
  });
});
