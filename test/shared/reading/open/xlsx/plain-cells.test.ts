import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showPercentOf } from '../../../../../shared/reading/open/number-shapes/number-format.ts';
import type { ValueContext } from '../../../../../shared/reading/open/xlsx/cell-value.ts';
import { SheetHandler } from '../../../../../shared/reading/open/xlsx/sheet.ts';
import { shortDecimal } from '../../../../../shared/reading/open/xlsx/short-decimal.ts';
import { SharedStrings } from '../../../../../shared/reading/open/xlsx/strings.ts';
import { readXml, type XmlHandler } from '../../../../../shared/reading/open/xml/read-xml.ts';
import { runs } from '../../../../properties/runs.ts';

const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const context: ValueContext = {
  strings: new SharedStrings(['không', ' Sở Xây dựng ', 'a\u0301', [{ text: 'đậm', font: null }]]),
  shapes: [
    'number',
    'percent',
    { day: true, month: true, year: true, time: false, seconds: false, elapsed: false },
  ],
  date1904: false,
};

/** What a sheet's rows read as: cells, or why they are refused. */
async function read(rows: string, cuts: readonly number[], shortcut: boolean): Promise<unknown> {
  const bytes = Buffer.from(`<worksheet xmlns="${S}"><sheetData>${rows}</sheetData></worksheet>`);
  const cells: unknown[] = [];
  const whole = new SheetHandler('Bảng', context, {
    cell: (row, column, value) => cells.push({ row, column, ...value }),
    number(row, column, number, letters, percent) {
      expect(String(number)).toHaveLength(letters);
      const text = percent ? showPercentOf(String(number)) : String(number);
      cells.push({ row, column, text, number, ...(percent && { percent }) });
    },
  });
  const stepwise: XmlHandler = {
    open: (name, attributes) => whole.open(name, attributes),
    text: (text) => whole.text(text),
    close: (name) => whole.close(name),
  };
  async function* pieces() {
    let from = 0;
    for (const cut of [...cuts.map((at) => at % bytes.length), bytes.length].sort((a, b) => a - b)) {
      yield bytes.subarray(from, cut);
      from = cut;
    }
  }
  try {
    await readXml(pieces(), 'sheet1.xml', shortcut ? whole : stepwise);
  } catch (error) {
    expect(error).toMatchObject({ name: 'UnreadableFile' });
    return 'refused';
  }
  return { cells, hidden: [...whole.hiddenRows], unseen: whole.unseenRows };
}

const gap = fc.constantFrom(' ', ' ', ' ', ' ', '  ', '\n');
const seldom = (usual: readonly string[], odd: readonly string[]) =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
const address = fc.tuple(
  seldom(['A', 'B', 'Z', 'AA', 'XFD', 'b'], ['XFE', 'ABCD', '']),
  seldom(['1', '2', '1048576'], ['07', '0', '1048577', '9999999', '']),
);
const attribute = fc.oneof(
  { weight: 6, arbitrary: address.map((parts) => `r="${parts.join('')}"`) },
  { weight: 6, arbitrary: fc.constantFrom('s="0"', 's="1"', 's="2"', 's="7"', 's=""', 's="x"', "s='1'") },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('s', 'n', 'b', 'e', 'd', 'str', 'str', 'inlineStr', 'n', 'x')
      .map((t) => `t="${t}"`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('cm="1"', 'xml:lang="vi"', 'ph="true"', 't="n" t="n"', 's="1" s="2"'),
  },
);
const attributes = fc
  .uniqueArray(attribute, { maxLength: 3, selector: (one) => one.slice(0, 2) })
  .chain((list) => fc.tuple(...list.map((one) => gap.map((space) => space + one))))
  .map((list) => list.join(''));
const value = fc.oneof(
  fc.constantFrom(
    '0',
    '1',
    '2',
    '3',
    '4',
    '-0',
    '12.50',
    '1e3',
    ' 7 ',
    '',
    '45000',
    'nước',
    '&lt;',
    'a>b',
    'a]]>b',
    '2024-03-15',
    '#REF!',
    '_x000D_',
    '<!-- -->',
    '0.985',
  ),
  fc.double({ noNaN: true }).map(String),
);
const content = fc.oneof(
  fc.constant(''),
  value.map((v) => `<v>${v}</v>`),
  value.map((v) => `<v xml:space="preserve">${v}</v>`),
  fc
    .tuple(fc.constantFrom('', ' aca="false"', ' t="shared" si="0"', ' t="dataTable"'), value, value)
    .map(([how, f, v]) => `<f${how}>${f}</f><v>${v}</v>`),
  value.map((f) => `<f>${f}</f>`),
  value.map((t) => `<is><t>${t}</t></is>`),
  value.map((t) => `<is><t xml:space="preserve">${t}</t></is>`),
  value.map((t) => `<is><r><t>${t}</t></r><r><rPr><rFont val=".VnTime"/></rPr><t>x</t></r></is>`),
  value.map((v) => `<v><f>${v}</f></v>`),
  value.map((v) => `<v>${v}</v><v>1</v>`),
);
const cell = fc
  .tuple(attributes, content, fc.constantFrom('', '', '', '\n'))
  .map(([list, inner, after]) => (inner === '' ? `<c${list}/>${after}` : `<c${list}>${inner}</c>${after}`));
const inRow = fc.oneof(
  { weight: 20, arbitrary: cell },
  { weight: 1, arbitrary: cell.map((one) => `<extLst>${one}</extLst>`) },
  { weight: 1, arbitrary: cell.map((one) => `<other>${one}</other>`) },
);
const tail = fc.constantFrom(' spans="1:3"', ' ht="12.8" hidden="1"', '', '', " ht='1>'", ` xmlns:x="urn:x"`);
const rowTag = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(seldom(['1', '2', '3', '20'], ['0', '07', '1048577']), tail) },
  { weight: 1, arbitrary: fc.constantFrom(['1', ' r="2"'], ['2', ' s="&lt;"'], ['3', ' xml:lang="vi"']) },
);
const rows = fc
  .array(fc.tuple(rowTag, fc.array(inRow, { maxLength: 4 }), fc.constantFrom('', '', '', ' ')), {
    maxLength: 5,
  })
  .map((list) => {
    const written = list.map(
      ([[r, more], cells, end]) => `<row r="${r}"${more}${end}>${cells.join('')}</row${end}>`,
    );
    return `${written.join('')}<row><c><v>9</v></c></row>`;
  });
const cuts = fc.array(fc.nat(), { maxLength: 6 });

describe('cells as most programs write them', () => {
  it('are read at a stroke as they are read step by step, wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(rows, cuts, async (xml, places) => {
        expect(await read(xml, places, true)).toEqual(await read(xml, [], false));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('are refused at a stroke where they are refused step by step', async () => {
    const damage = fc.tuple(
      fc.nat(),
      fc.nat(3),
      fc.constantFrom('', '<', '>', '"', '&', ' ', '</v>', '</c>', '<c>', '/', '0'),
    );
    await fc.assert(
      fc.asyncProperty(rows, damage, cuts, async (xml, [at, length, instead], places) => {
        const from = at % (xml.length + 1);
        const damaged = xml.slice(0, from) + instead + xml.slice(from + length);
        expect(await read(damaged, places, true)).toEqual(await read(damaged, [], false));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('belong to the workbook only where names without a prefix do', async () => {
    const rows =
      '<row xmlns="urn:other"><c r="A1"><v>1</v></c></row><row r="2"><c xmlns="urn:other"><v>2</v></c></row>';
    expect(await read(rows, [], true)).toEqual({ cells: [], hidden: [], unseen: [] });
  });
});

describe('rows as most programs write them', () => {
  it('are passed at a stroke only where they are alike, and inside nothing else', async () => {
    const row = (number: number, more = '') => `<row r="${number}"${more}><c><v>${number}</v></c></row>`;
    for (const xml of [
      row(1) + row(2) + row(3, ' hidden="1"') + row(4, ' hidden="1"') + row(5),
      `<row r="1"><other></row><row r="2"></other></row>`,
      `${row(1)}<x:row xmlns:x="${S}" r="2"><c><v>2</v></c></row><row r="3"></row>`,
      `${row(1)}<row r="2" a=">"><c/></row><row r="3" a=">"><c/></row>`,
    ]) {
      expect(await read(xml, [], true)).toEqual(await read(xml, [], false));
    }
    const alike = await read(row(1, ' hidden="1"') + row(2, ' hidden="1"'), [], true);
    expect(alike).toMatchObject({ cells: [{ row: 1 }, { row: 2 }], hidden: [1, 2] });
  });
});

describe('shortDecimal', () => {
  it('knows a decimal only where the number reads exactly so, and knows its number', () => {
    const decimal = fc
      .tuple(
        fc.constantFrom('', '-'),
        fc.stringMatching(/^\d{1,17}$/),
        fc.constantFrom('', '.'),
        fc.stringMatching(/^\d{0,22}$/),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(decimal, fc.double().map(String), fc.integer().map(String)), (text) => {
        const number = shortDecimal(text);
        if (!Number.isNaN(number)) {
          expect(number).toBe(Number(text));
          expect(String(number)).toBe(text);
        }
      }),
      { numRuns: runs(1500) },
    );
  });

  it('knows the numbers of everyday', () => {
    const everyday = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(everyday, ([digits, places]) => {
        const number = digits / 10 ** places;
        if (Math.abs(number) < 1e-6) return;
        expect(shortDecimal(String(number))).toBe(number);
      }),
    );
    expect(shortDecimal('0')).toBe(0);
    for (const text of [
      '',
      '-',
      '.',
      '-0',
      '01',
      '1.',
      '.5',
      '1.50',
      '1e3',
      '+1',
      ' 1',
      '1234567890123456',
      'Infinity',
    ]) {
      expect(shortDecimal(text)).toBeNaN();
    }
  });
});
