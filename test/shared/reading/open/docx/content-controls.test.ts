import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { relationshipsXml } from '../zip/office-zip.ts';
import { buildDocument, p, r, STORE, table, tc } from './build-document.ts';

const DATA =
  '<b:bc xmlns:b="urn:bc"><b:v unit="hộ">120</b:v><b:v>7</b:v><b:day>2024-02-15T00:00:00</b:day><b:m>1<b:n>2</b:n>0</b:m></b:bc>';

const TWO_PARTS = {
  'word/_rels/document.xml.rels': relationshipsXml([
    ['r1', 'customXml', '../customXml/item2.xml'],
    ['r2', 'customXml', '../customXml/item3.xml'],
  ]),
  'customXml/item2.xml': '<bc><w>1</w></bc>',
  'customXml/item3.xml': '<bc><v>12</v></bc>',
};

/** What stands in the one cell of a table, marked where a program would show something else, and what is skipped. */
async function cell(body: string, data = DATA, extra = {}) {
  const { blocks, skipped } = await openDocument(buildDocument({ body, data, extra }));
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
  return [
    ...cells.map(({ text, doubt }) => (doubt ? `${text} ?${doubt.why}` : text)),
    ...skipped.map(({ why }) => why),
  ];
}

const control = (path: string, shown: string, properties = '<w:text/>', store: string | null = STORE) =>
  `<w:sdt><w:sdtPr>${properties}<w:dataBinding w:prefixMappings="xmlns:x='urn:bc'" w:xpath="${path}"${store === null ? '' : ` w:storeItemID="${store}"`}/></w:sdtPr><w:sdtContent>${r(shown)}</w:sdtContent></w:sdt>`;
const inCell = (inner: string) => table(tc(`<w:p>${inner}</w:p>`));

describe('a content control that is bound to data', () => {
  it.each([
    ['/x:bc[1]/x:v[1]', '120'],
    ['/x:bc/x:v', ' 120 '],
    ['/bc[1]/v[2]', '7'],
    ['/x:bc[1]/x:v[1]/@unit', 'hộ'],
    ['/x:bc[1]/x:w[1]', 'nothing of the kind'],
    ['/x:bc/x:v[2]/text()', '7'],
    ['/x:bc[1]/x:m/text()[1]', '1'],
    ['/x:bc[1]/x:m[1]', '120'],
  ])('is read where the data says the same, or holds nothing: %s', async (path, shown) => {
    expect(await cell(inCell(control(path, shown)))).toEqual([shown.trim()]);
    expect(await cell(inCell(control(path, 'else', '<w:text/>', '{0}')))).toEqual(['else']);
  });

  it.each([
    ['/x:bc[1]/x:v[1]', '12'],
    ['/x:bc[1]/x:v[2]', '120'],
    ['/x:bc[1]/x:v[1]/@unit', '120'],
    ['/x:bc/x:v[2]/text()', '120'],
    ['/x:bc[1]/x:m/text()', '120'],
    ['/x:bc[1]/x:v[last()]', '70'],
    ['/x:bc[1]/*[1]', '1200'],
    ['/x:bc[1]/x:v[2] | /x:bc[1]/x:w', '1200'],
    ['/x:bc[1]/x:v[1]/@*', '1200'],
    ['x:bc/x:v', '12'],
  ])('is in doubt where it says another thing: %s', async (path, shown) => {
    expect(await cell(inCell(control(path, shown)))).toEqual([`${shown} ?filled`]);
  });

  it.each([
    ['/bc/v[last()]', '7', '<w:text/>'],
    ["/bc/v[@unit='hộ']", ' 120', '<w:text/>'],
    ['/bc/*[2]', 'bảy', '<w:comboBox><w:listItem w:displayText="bảy" w:value="7"/></w:comboBox>'],
    ['//day', '15/02/2024', '<w:date/>'],
  ])('is told of where nobody knows, but the data may say the same: %s', async (path, shown, properties) => {
    expect(await cell(inCell(control(path, shown, properties)))).toEqual([shown.trim(), 'bound-unknown']);
    const body = table(control(path, '', properties).replace(r(''), tc(p(shown))));
    const around = await openDocument(buildDocument({ body, data: DATA }));
    expect(around.skipped).toMatchObject([{ why: 'bound-unknown', where: { table: 1, row: 1, column: 1 } }]);
  });

  it('claims nothing of words outside of tables whose path nobody can follow', async () => {
    expect(await cell(`<w:p>${control('/bc/v[last()]', 'Quý I')}</w:p>`)).toEqual(['bound-unknown']);
  });

  it('that names no store is bound to the first part that holds its place', async () => {
    const unnamed = (shown: string, path = '/bc[1]/v[1]') =>
      cell(inCell(control(path, shown, '<w:text/>', null)));
    expect(await unnamed('120')).toEqual(['120']);
    expect(await unnamed('1200')).toEqual(['1200 ?filled']);
    expect(await unnamed('1200', '/other[1]')).toEqual(['1200']);
    expect(await cell(inCell(control('/bc[1]/v[1]', '12', '<w:text/>', null)), undefined, TWO_PARTS)).toEqual(
      ['12'],
    );
    expect(await cell(inCell(control('/bc[1]/v[1]', '1', '<w:text/>', null)), undefined, TWO_PARTS)).toEqual([
      '1 ?filled',
    ]);
  });

  it('is bound to the first of two parts of the same name', async () => {
    const own = relationshipsXml([['r1', 'customXmlProps', 'props.xml']]);
    const named = {
      ...TWO_PARTS,
      'customXml/_rels/item2.xml.rels': own,
      'customXml/_rels/item3.xml.rels': own,
      'customXml/props.xml': `<datastoreItem itemID="${STORE}"/>`,
    };
    expect(await cell(inCell(control('/bc[1]/w[1]', '1')), undefined, named)).toEqual(['1']);
    expect(await cell(inCell(control('/bc[1]/w[1]', '12')), undefined, named)).toEqual(['12 ?filled']);
  });

  it('may go around the cell', async () => {
    const around = control('/bc[1]/v[1]', '').replace(r(''), tc(p('12')));
    expect(await cell(table(around))).toEqual(['12 ?filled']);
  });

  it('shows a choice by its name', async () => {
    const list = '<w:dropDownList><w:listItem w:displayText="bảy" w:value="7"/></w:dropDownList>';
    expect(await cell(inCell(control('/bc[1]/v[2]', 'bảy', list)))).toEqual(['bảy']);
    expect(await cell(inCell(control('/bc[1]/v[2]', 'tám', list)))).toEqual(['tám ?filled']);
  });

  const told = (day: string) => `<w:date w:fullDate="${day}T00:00:00Z"/>`;
  it.each([
    ['2024-02-15T00:00:00', '15/02/2024', told('2024-02-15')],
    ['15/02/2024', '15/02/2024', told('2024-02-15')],
    ['sáng 15/02', 'sáng  15/02', told('2024-02-15')],
    ['2024-02-15', 'ngày 15 tháng 02 năm 2024', '<w:date/>'],
    ['15/2/24', '2024-02-15', '<w:date/>'],
    ['2024-02-15', '02/15/2024', '<w:date/>'],
    ['02/15/2024', '15/02/2024', '<w:date/>'],
    ['2024-02-15', 'Tháng 02/2024', '<w:date/>'],
    ['2024-02-15', '2024', '<w:date/>'],
    ['2024-02-15', 'Thứ Năm', told('2024-02-15')],
    ['2024-02-15', 'Thứ Năm', '<w:date/>'],
  ])('shows a day in a way of its own: %s as %s', async (held, shown, properties) => {
    const body = inCell(control('/bc[1]', shown, properties));
    expect(await cell(body, `<bc>${held}</bc>`)).toEqual([shown]);
  });

  it.each([
    ['2024-02-15', '16/02/2024', told('2024-02-16')],
    ['2024-02-15', '31/12/2025', told('2024-02-15')],
    ['2024-02-15', '31/12/2025', '<w:date/>'],
    ['15/02/2024', '16/02/2024', told('2024-02-16')],
    ['2024-02-01', '02/01/2024', '<w:date/>'],
    ['2024-02-15', 'Tháng 03/2024', '<w:date/>'],
    ['2024-02-15', 'Thứ Sáu', told('2024-02-16')],
    ['2024-02-15', '15', told('2024-02-15')],
    ['2024-02-15', '1200', told('2024-02-15')],
    ['chưa có', '15/02/2024', '<w:date/>'],
  ])('is in doubt where it shows another day: %s as %s', async (held, shown, properties) => {
    const body = inCell(control('/bc[1]', shown, properties));
    expect(await cell(body, `<bc>${held}</bc>`)).toEqual([`${shown} ?filled`]);
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

  it.each(['PAGE', ' NUMPAGES \\* Arabic', 'DATE \\@ "d"', 'TIME'])(
    'or that is worked out anew whenever it is shown: %s',
    async (instruction) => {
      const simple = `<w:fldSimple w:instr="${instruction.replaceAll('"', '&quot;')}">${r('12')}</w:fldSimple>`;
      expect(await cell(inCell(simple))).toEqual(['12 ?filled', 'field-code']);
    },
  );

  it.each(['pgNum', 'dayShort', 'yearLong'])('or is no field but a sign of its own: %s', async (sign) => {
    expect(await cell(inCell(`<w:r><w:t>1</w:t><w:${sign}/></w:r>`))).toEqual(['1 ?filled', 'field-code']);
  });

  it('or whose result is marked as one of before', async () => {
    const stale = `<w:fldSimple w:instr="=2*6" w:dirty="true">${r('12')}</w:fldSimple>`;
    expect(await cell(inCell(stale))).toEqual(['12 ?filled', 'field-code']);
    const begun = field('=2*6', `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('12')}`);
    expect(await cell(inCell(begun))).toEqual(['12']);
    const dirty = begun.replace('"begin"', '"begin" w:dirty="1"');
    expect(await cell(inCell(dirty))).toEqual(['12 ?filled', 'field-code']);
  });

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
