import { describe, expect, it } from 'vitest';
import type { Formula } from '../../../../../shared/reading/open/formulas/parse.ts';
import { parseFormula } from '../../../../../shared/reading/open/formulas/parse.ts';
import { type FormulaCell, settleFormulas } from '../../../../../shared/reading/open/formulas/settle.ts';
import { formatAddress, parseAddress } from '../../../../../shared/reading/open/xlsx/cell-address.ts';

type Stored = Partial<Pick<FormulaCell, 'text' | 'asStored' | 'number' | 'trouble' | 'date'>> & {
  readonly formula?: string | Formula;
};
type Written = string | number | Stored;

/** One sheet's cells by address. */
function sheet(cells: Readonly<Record<string, Written>>, name = 'S', hiddenRows: readonly number[] = []) {
  return {
    name,
    hiddenRows: new Set(hiddenRows),
    cells: Object.entries(cells).map(([address, written]): FormulaCell => {
      const place = parseAddress(address);
      const { formula, ...stored }: Stored =
        typeof written === 'string'
          ? { text: written }
          : typeof written === 'number'
            ? { text: String(written), number: written }
            : written;
      return {
        ...place,
        ...{ rowSpan: 1, columnSpan: 1, source: { sheet: name, cell: formatAddress(place) } },
        text: stored.number === undefined ? '' : String(stored.number),
        ...stored,
        ...(formula !== undefined && {
          formula: typeof formula === 'string' ? { text: formula, language: 'excel' as const } : formula,
        }),
      };
    }),
  };
}

/** What the formula comes to beside these cells, by holding it against a result that no formula has. */
function result(
  formula: string | Formula,
  cells: Readonly<Record<string, Written>> = {},
  more = sheet({}, 'Khác'),
) {
  const own = sheet({ ...cells, Z99: { formula, text: '¿?' } });
  settleFormulas([own, more]);
  const { trouble, computed } =
    own.cells.find(({ source }) => 'cell' in source && source.cell === 'Z99') ?? {};
  return trouble === undefined ? undefined : computed;
}

describe('a formula comes to', () => {
  const cells = { A1: 2, A2: 3, A4: 5, B1: 'chữ', B2: '7', C1: { text: '#N/A', trouble: 'error' as const } };
  it.each<[string, string]>([
    ['1+2*3^2', '19'],
    ['-2^2', '4'],
    ['(1+2)*3', '9'],
    ['50%*8', '4'],
    ['"a"&"b""c"', 'ab"c'],
    ['SUM(A1:A4)', '10'],
    ['SUM(A:A,1)', '11'],
    ['SUM($A$1,A2)', '5'],
    ['PRODUCT(A1:A4)', '30'],
    ['AVERAGE(A1:A4)', '3.33333333333'],
    ['MIN(A1:A4)+MAX(A1:A4)', '7'],
    ['COUNT(A1:B4)', '3'],
    ['COUNTA(A1:B4)', '5'],
    ['COUNTBLANK(A1:A4)', '1'],
    ['COUNTIF(A1:A4,">2")', '2'],
    ['COUNTIF(B1:B4,"CHỮ")', '1'],
    ['A1/A2*100', '66.6666666667'],
    ['ROUND(A1/A2*100,2)', '66.67'],
    ['ROUND(1.005,2)', '1.01'],
    ['ROUND(-2.5,0)', '-3'],
    ['ROUNDUP(2.1,0)+ROUNDDOWN(2.9,0)+INT(-1.5)', '3'],
    ['MOD(-3,2)', '1'],
    ['IF(A3="","",A3)', ''],
    ['IF(A1="","",A1*2)', '4'],
    ['IF(A1>A2,1)', 'false'],
    ['IF(AND(A1=2,OR(A2=9,NOT(FALSE))),"có","không")', 'có'],
    ['IF(ISBLANK(A3),1,2)', '1'],
    ['IFERROR(A1/0,"")', ''],
    ['IFERROR(C1,4)', '4'],
    ['A1/0', '#DIV/0!'],
    ['SUM(C1,1)', '#N/A'],
    ['A3+1', '1'],
    ['B2+1', '8'],
    ['SUM(B1:B2)', '0'],
    ['SUMPRODUCT(A1:A2,A1:A2)', '13'],
    ['SUBTOTAL(9,A1:A4)', '10'],
    ['_xlfn.IFNA(C1,3)', '3'],
    ['=SUM( A1 , A2 )', '5'],
  ])('%s → %s', (formula, expected) => {
    expect(result(formula, cells)).toBe(expected);
  });

  it.each<[string, string]>([
    ['SUMIF(A1:A4,"A02",C1:C4)', '7'],
    ['SUMIF(A1:A4,"A02",C1)', '7'],
    ['SUMIF(C1:C4,">4")', '12'],
    ['SUMIFS(C1:C4,A1:A4,"A02",B1:B4,"người")', '5'],
    ['COUNTIFS(A1:A4,"A02",C1:C4,"<5")', '1'],
    ['COUNTIF(A:A,"A02")', '2'],
    ['VLOOKUP("a03",A1:C4,3,FALSE)', '7'],
    ['VLOOKUP("A09",A1:C4,3,FALSE())', '#N/A'],
    ['IFERROR(VLOOKUP("A09",A1:C4,3,0),8)', '8'],
    ['HLOOKUP("người",A2:C4,2,FALSE)', 'lượt'],
    ['MATCH("A03",A1:A4,0)', '4'],
    ['INDEX(C1:C4,MATCH("A03",A1:A4,0))', '7'],
    ['INDEX(A1:C4,2,3)', '5'],
    ['INDEX(A2:C2,3)', '5'],
    ['VLOOKUP("A03",Khác!A1:B2,2,FALSE)', '30'],
  ])('%s = %s, where it is plain which cells it looks up', (formula, expected) => {
    const cells = {
      ...{ A1: 'A01', B1: 'người', C1: 3, A2: 'A02', B2: 'người', C2: 5 },
      ...{ A3: 'A02', B3: 'lượt', C3: 2, A4: 'A03', C4: 7 },
    };
    expect(result(formula, cells, sheet({ A2: 'A03', B2: 30 }, 'Khác'))).toBe(expected);
  });

  it.each([
    'SUMIF(A1:A3,"A*",B1:B3)',
    'COUNTIF(A1:A3,"<>A01")',
    'COUNTIF(B1:B3,7)',
    'COUNTIFS(A1:A3,"A01",B1:B2,"x")',
    'VLOOKUP("A01",A1:B3,2,TRUE)',
    'VLOOKUP("A01",A1:B3,2)',
    'VLOOKUP("A01",A1:B3,3,FALSE)',
    'MATCH("A01",A1:A3)',
    'MATCH("A01",A1:B3,0)',
    'INDEX(A1:B3,0,1)',
    'INDEX(A1:B3,2)',
    'INDEX(D1:D3,1)+VLOOKUP("A01",A1:D3,4,FALSE)',
  ])('nothing that is known: %s', (formula) => {
    const day = { text: '15/02/2024', date: '2024-02-15' };
    expect(result(formula, { A1: 'A01', B1: '7', A3: 'A03', B3: 'x', D1: day })).toBeUndefined();
  });

  it.each<[string, string]>([
    ['COUNTIF(A1:A3,1203004568)', '1'],
    ['SUMIF(A1:A3,1203004568,B1:B3)', '20'],
    ['COUNTIF(A1:A3,">1203004568")', '1'],
    ['VLOOKUP(1203004569,A1:B3,2,FALSE)', '30'],
    ['INDEX(B1:B3,MATCH(A3,A1:A3,0))', '30'],
    ['IF(A1=A2,1,2)', '2'],
    ['IF(0.1+0.2=0.3,1,2)', '1'],
  ])('%s = %s: of large numbers each is one of its own', (formula, expected) => {
    const cells = { A1: 1203004567, B1: 10, A2: 1203004568, B2: 20, A3: 1203004569, B3: 30 };
    expect(result(formula, cells)).toBe(expected);
  });

  it.each([
    ...[
      '>=50%',
      '>0,5',
      '>0.5',
      '>=1.000',
      '> 2',
      '>0 ',
      '>.3',
      '>=1e3',
      '<15/02/2024',
      '>=2024-01-15',
      '12:30',
    ],
    ...['5đ', '$5', 'Jan 24', 'Tháng 1', 'TRUE', '#N/A', '>1203004568000000000'],
  ])('nothing that is known where programs differ in what is asked for: %s', (asked) => {
    expect(result(`COUNTIF(A1:A3,"${asked}")`, { A1: 1000, A2: 2, A3: 0.5 })).toBeUndefined();
    expect(result(`SUMIF(A1:A3,"${asked}")`, { A1: 1000, A2: 2, A3: 0.5 })).toBeUndefined();
  });

  it.each<[string, string]>([
    ['COUNTIF(A1:A3,0.5)', '1'],
    ['COUNTIF(A1:A3,A3)', '1'],
    ['COUNTIF(A1:A3,">=-2")', '3'],
    ['COUNTIF(B1:B3,"<>Quý 1")', '2'],
  ])('%s = %s, which all ask for in one way', (formula, expected) => {
    const cells = { A1: 1000, A2: 2, A3: 0.5, B1: 'Quý 1', B2: 'A02', B3: 'x' };
    expect(result(formula, cells)).toBe(expected);
  });

  it('nothing that is known where numbers are one but for their last digits', () => {
    expect(result('COUNTIF(A1:A2,B1)', { A1: 0.333333333333, A2: 2, B1: 1 / 3 })).toBeUndefined();
    expect(result('IF(A1=0,1,2)', { A1: 2e-17 })).toBeUndefined();
  });

  it.each<[string, string | undefined]>([
    ['IFERROR(VLOOKUP("A02",A1:B2,2,FALSE),0)', undefined],
    ['COUNTIF(A1:A2,"A02")', undefined],
    ['IF(A2="A02",1,2)', undefined],
    ['VLOOKUP("A01",A1:B2,2,FALSE)', '1'],
    ['SUM(A1:B2)', '8'],
    ['COUNTA(A1:A2)', '2'],
    ['A3+1', '6'],
    ['IF(A3="",1,2)', '2'],
  ])('%s = %s beside a text with white space around it', (formula, expected) => {
    const cells = { A1: 'A01', B1: 1, A2: { text: 'A02', asStored: 'A02 ' }, B2: 7 };
    expect(result(formula, { ...cells, A3: { text: '5', asStored: ' 5' } })).toBe(expected);
  });

  it('what stands on another sheet, however it is called', () => {
    const other = sheet({ B2: 4 }, 'Số liệu');
    expect(result("SUM('Số liệu'!B1:B3)", {}, other)).toBe('4');
    expect(result('Số_liệu!B2+1', {}, sheet({ B2: 4 }, 'Số_liệu'))).toBe('5');
  });

  it('the same in the language of OpenDocument', () => {
    const formula = {
      text: 'of:=IF([.A1]="";0;SUM([.A1:.A2];[$\'Số liệu\'.$B$2]))',
      language: 'opendocument',
    } as const;
    expect(result(formula, { A1: 2, A2: 3 }, sheet({ B2: 4 }, 'Số liệu'))).toBe('9');
  });

  it('its own place where it is shared with a cell elsewhere', () => {
    const shared = { text: 'A1+$A$1', language: 'excel', rows: 1, columns: 0 } as const;
    expect(result(shared, { A1: 2, A2: 3 })).toBe('5');
  });
});

it.each([
  ...[
    'VLOOKUP(1,A1:B2,2)',
    'TODAY()',
    'Tên',
    '[1]S!A1',
    'Không_có!A1',
    '{SUM(A1)}',
    'A1:A2',
    'SUM(A1',
    '1+',
    '',
  ],
  ...['B1+1.', '"1.234"+1', 'D1+1', 'Z99', `${'('.repeat(100)}1${')'.repeat(100)}`, `${'1+'.repeat(5000)}1`],
])('nothing is known of %s', (formula) => {
  const cells = { A1: 1, B1: '1.234', D1: { text: '1/3/2024', date: '2024-03-01' } };
  expect(result(formula, cells)).toBeUndefined();
});

it('a subtotal does not count what is hidden, so nothing is known of it then', () => {
  const cells = sheet({ A1: 1, A2: 2, A3: { formula: 'SUBTOTAL(9,A1:A2)', number: 0 } }, 'S', [2]);
  settleFormulas([cells]);
  expect(cells.cells[2]?.computed).toBeUndefined();
});

describe('the result that is stored', () => {
  it('believes no formula of the form that speaks of another row', () => {
    const trouble = (cells: Readonly<Record<string, Written>>) => {
      const own = sheet(cells);
      settleFormulas([own]);
      return own.cells.at(-1)?.trouble;
    };
    const cumulative = (row: number, stored: Stored): Stored => ({
      formula: `IF(ISNUMBER(E${row}),E${row}+20,"")`,
      ...stored,
    });
    const before: Stored = { text: '=', trouble: 'uncached-formula' };
    for (const [row, said] of [
      [3, 'stale-formula'],
      [4, undefined],
    ] as const) {
      expect(trouble({ E3: 1, E4: 5, F4: cumulative(row, { number: row === 3 ? 21 : 25 }) })).toBe(said);
    }
    const supplied = sheet({ E3: 1, E4: 5, F3: cumulative(3, before), F4: cumulative(3, before) });
    settleFormulas([supplied]);
    expect(supplied.cells.map(({ computed }) => computed)).toEqual([undefined, undefined, '21', undefined]);
  });

  it('leaves a formula of the form open that took what was typed for no number', () => {
    const formula = 'IF(ISNUMBER(E4),E4+20,"")';
    for (const stored of [{ text: '' }, { text: '=', trouble: 'uncached-formula' }] as const) {
      const own = sheet({ E4: { text: '12 lượt' }, F4: { formula, ...stored } });
      settleFormulas([own]);
      expect(own.cells[1]).toMatchObject({ adds: 20 });
      expect(own.cells[1]?.trouble).toBeUndefined();
    }
  });

  it('takes days that formulas come to for results like any other', () => {
    const [own] = [
      sheet({
        A1: { formula: 'TODAY()', text: '1/3/2024', date: '2024-03-01' },
        A2: { formula: 'INDIRECT("B1")', number: 0 },
      }),
    ];
    settleFormulas([own]);
    expect(own.cells.map(({ trouble, unchecked }) => [trouble, unchecked])).toEqual([
      [undefined, undefined],
      [undefined, true],
    ]);
  });

  it('is told apart where it is a number that nothing here can tell of', () => {
    const own = sheet({
      A1: 2,
      A2: { formula: 'VLOOKUP(1,A1:B2,2)', number: 7 },
      A3: { formula: 'A1+1', number: 3 },
      A4: { formula: 'TEXT(A1,"0")', text: '2' },
    });
    settleFormulas([own]);
    expect(own.cells.map(({ unproven }) => unproven)).toEqual([undefined, true, undefined, true]);
  });

  const settled = (cells: Readonly<Record<string, Written>>) => {
    const { cells: all, ...rest } = sheet(cells);
    settleFormulas([{ ...rest, cells: all }]);
    return all.flatMap(({ source, trouble, computed, unchecked }) => {
      const said = [trouble, computed, unchecked && 'unchecked'].filter((each) => each !== undefined);
      return said.length === 0 ? [] : [[(source as { cell: string }).cell, ...said]];
    });
  };

  it('may be what the formula comes to, to the last digits', () => {
    expect(settled({ A1: 0.1, A2: 0.2, A3: { formula: 'A1+A2', number: 0.3 } })).toEqual([]);
    expect(settled({ A1: { formula: 'IF(B1="","",B1)', text: '' } })).toEqual([]);
    expect(settled({ A1: { formula: 'B1', number: 0 } })).toEqual([]);
    expect(settled({ A1: 7, A2: { formula: 'A1', text: '7' } })).toEqual([]);
    const million = { A1: 1203004567.1, A2: 0.2, A3: { formula: 'A1+A2', number: 1203004567.3 } };
    expect(settled(million)).toEqual([]);
  });

  it('may be a text of digits, and nothing where nothing is stored', () => {
    expect(settled({ A1: { formula: '"1"&"2"', text: '12' } })).toEqual([]);
    expect(settled({ A1: { formula: '"1"&"2"', number: 12 } })).toEqual([['A1', 'stale-formula', '12']]);
    const blank = {
      formula: 'IF(B1="","",B1)',
      text: '=IF(B1="","",B1)',
      trouble: 'uncached-formula',
    } as const;
    expect(settled({ A1: blank })).toEqual([]);
    expect(settled({ A1: blank, B1: 0 })).toEqual([['A1', 'uncached-formula']]);
  });

  it('is stale where it is another one, also by way of other formulas', () => {
    const cells = {
      A1: 3,
      A2: 4,
      A3: { formula: 'SUM(A1:A2)', number: 0 },
      A4: { formula: 'A3*2', number: 0 },
    };
    expect(settled(cells)).toEqual([
      ['A3', 'stale-formula', '7'],
      ['A4', 'stale-formula', '14'],
    ]);
    expect(settled({ A1: 3, A2: { formula: 'A1', text: '' } })).toEqual([['A2', 'stale-formula', '3']]);
    const large = { A1: 1203004567, A2: { formula: 'A1+1', number: 1203004567 } };
    expect(settled(large)).toEqual([['A2', 'stale-formula', '1203004568']]);
    expect(settled({ A1: { formula: 'IF(B1="","",B1)', number: 0 } })).toEqual([['A1', 'stale-formula', '']]);
  });

  it('of 0 is the writer’s where nothing was computed, and doubtful where much was', () => {
    expect(settled({ A1: { formula: 'VLOOKUP(1,B1:C2,2)', number: 0 } })).toEqual([['A1', 'stale-formula']]);
    const computed = { A1: { formula: 'VLOOKUP(1,B1:C2,2)', number: 0 }, A2: { formula: '1+1', number: 2 } };
    expect(settled(computed)).toEqual([['A1', 'unchecked']]);
    const notAll = { ...computed, A3: { formula: '1+2', number: 0 } };
    expect(settled(notAll)).toEqual([
      ['A1', 'stale-formula'],
      ['A3', 'stale-formula', '3'],
    ]);
  });

  it('of what is not worked out here is believed where it is no 0', () => {
    expect(
      settled({ A1: { formula: 'VLOOKUP(1,B1:C2,2)', number: 5 }, A2: { formula: 'A1+1', number: 6 } }),
    ).toEqual([]);
  });

  it('of formulas that lead round in a circle is not known', () => {
    expect(settled({ A1: { formula: 'A2', number: 1 }, A2: { formula: 'A1', number: 1 } })).toEqual([]);
  });
});

it('a formula of any length and depth is parsed in one pass', () => {
  expect(parseFormula({ text: `SUM(${'A1,'.repeat(2000)}1)`, language: 'excel' })).not.toBeNull();
  expect(parseFormula({ text: '-'.repeat(8000), language: 'excel' })).toBeNull();
});

it('twenty thousand formulas over all rows end, with nothing said of what was too much', () => {
  const cells: Record<string, Written> = {};
  for (let row = 1; row <= 4000; row += 1) {
    cells[`A${row}`] = 1;
    cells[`B${row}`] = { formula: 'SUM(A:A)', number: 4000 };
  }
  const { cells: all, ...rest } = sheet(cells);
  settleFormulas([{ ...rest, cells: all }]);
  expect(all.some(({ trouble }) => trouble !== undefined)).toBe(false);
});

it('sums are held against their cells however much was looked up before them', () => {
  const register: Record<string, Written> = {};
  for (let row = 1; row <= 2000; row += 1) register[`L${row}`] = row;
  const form: Record<string, Written> = {};
  for (let row = 1; row <= 2100; row += 1) {
    form[`A${row}`] = { formula: 'INDEX(Sổ!L:L,1)+SUMIF(Sổ!L:L,0)', number: 5 };
  }
  const sums = sheet({ ...form, C1: 1, C2: 2, C3: { formula: 'SUM(C1:C2)', number: 99 } });
  settleFormulas([sums, sheet(register, 'Sổ')]);
  expect(sums.cells.at(-1)).toMatchObject({ trouble: 'stale-formula', computed: '3' });
});

it('what stands left of a column is not looked at for it', () => {
  const rows: Record<string, Written> = {};
  for (let row = 1; row <= 1000; row += 1) {
    for (const column of 'ABCDEFGHIJKL') rows[`${column}${row}`] = row;
  }
  const cells = { ...rows };
  for (let row = 1; row <= 500; row += 1) cells[`N${row}`] = { formula: 'SUM(L$1:L$1000)', number: 1 };
  const own = sheet(cells);
  settleFormulas([own]);
  expect(own.cells.at(-1)).toMatchObject({ trouble: 'stale-formula', computed: '500500' });
});
