import { describe, expect, it } from 'vitest';
import type { NeutralDocument } from '../../../../shared/reading/model/document.ts';
import { codes, findingOf, formRows, header, read, regime, taskOf, title, word } from '../by-hand.ts';

type Rows = readonly (readonly string[])[];
const form: Rows = [header, ...formRows()].map((row) =>
  row.map((cell) => (cell === null ? '' : String(cell))),
);
const top = title.map(([line]) => String(line));
/** Columns of the form, from 0. */
const [code, value, cumulative, note] = [1, 4, 5, 6] as const;

/** As the reader of pdf files hands tables over whose lines are not all drawn; page 3. */
function laidOut(rows: Rows, drawn = false): NeutralDocument {
  const { blocks, ...rest } = word(...top, rows);
  return {
    ...rest,
    format: 'pdf',
    blocks: blocks.map((block) =>
      block.kind === 'paragraph'
        ? block
        : {
            ...block,
            ...(!drawn && { laidOut: true as const }),
            pages: new Map(block.cells.map(({ row }) => [row, 3])),
          },
    ),
  };
}

const changed = (at: number, column: number, text: string): Rows =>
  form.map((row, n) => (n === at ? row.with(column, text) : row));
const isInDoubt = (document: NeutralDocument) => codes(read(document)).includes('e:TABLE_IN_DOUBT');

it('a form that was laid out by places is accepted where every figure has its heading and its row', () => {
  expect(isInDoubt(laidOut(form))).toBe(false);
});

it('a form that was laid out by places is in doubt where one heading over both columns means either', () => {
  const blank = form.map((row, n) =>
    row.map((cell, at) => (at === (n === 0 ? cumulative : value) ? '' : cell)),
  );
  const document = laidOut(blank);
  const merged = (text: string) => ({
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind === 'paragraph'
        ? block
        : {
            ...block,
            cells: block.cells.map((cell) =>
              cell.row === 1 && cell.column === value + 1 ? { ...cell, text, columnSpan: 2 } : cell,
            ),
          },
    ),
  });
  expect(isInDoubt(merged('Kết quả thực hiện Trong kỳ Lũy kế'))).toBe(true);
  expect(isInDoubt(merged('KẾT QUẢ TRONG LŨY KẾ KỲ'))).toBe(true);
  expect(isInDoubt(merged('Trong kỳ'))).toBe(false);
});

describe('a form that was laid out by places is in doubt', () => {
  const cases: readonly (readonly [string, Rows])[] = [
    ['a figure stands under no heading', form.map((row, n) => [...row, n === 3 ? '17' : ''])],
    ['a figure stands under words that mean no column', changed(0, cumulative, 'kỳ')],
    ['a figure stands in a row of no indicator', form.toSpliced(3, 0, ['', '', '', '', '', '17', ''])],
    [
      'figures of several rows stand in a row of no indicator',
      form.toSpliced(3, 0, ['', '', '', '', '-\n17', '', '']),
    ],
    [
      'what says that there is nothing stands beside a row that is blank',
      form
        .map((row, n) => (n === 2 ? row.with(value, '') : row))
        .toSpliced(3, 0, ['', '', '', '', 'không', '', '']),
    ],
    ['a heading means both the period and all periods', changed(0, value, 'Trong kỳ Lũy kế')],
    [
      'one column has two headings that mean different things',
      [form[0]?.with(value, 'Kế hoạch') ?? [], ['', '', '', '', 'Trong kỳ', 'Lũy kế', ''], ...form.slice(1)],
    ],
    ['a figure stands among the units of measure', changed(2, 3, '12')],
    [
      'a figure stands among the remarks and its own column is blank',
      form.map((row, n) => (n === 2 ? row.with(cumulative, '').with(note, '12') : row)),
    ],
  ];
  it.each(cases)('where %s; drawn lines tell', (_, rows) => {
    expect(isInDoubt(laidOut(rows))).toBe(true);
    expect(isInDoubt(laidOut(rows, true))).toBe(false);
  });

  it('where one heading goes over two columns of figures', () => {
    const rows = form.map((row, n) => row.toSpliced(value + 1, 0, n === 3 ? '17' : ''));
    const { blocks, ...rest } = laidOut(rows);
    const wide = blocks.map((block) =>
      block.kind === 'paragraph'
        ? block
        : {
            ...block,
            cells: block.cells.map((cell) =>
              cell.row === 1 && cell.column === value + 1 ? { ...cell, columnSpan: 2 } : cell,
            ),
          },
    );
    expect(isInDoubt({ ...rest, blocks: wide })).toBe(true);
  });

  it('and says page, table, column and row', () => {
    const rows = form.map((row, n) => [...row, n === 3 ? '17' : '']);
    const { message, where } = findingOf(read(laidOut(rows)), 'TABLE_IN_DOUBT');
    expect(message.vi).toContain('trang 3, bảng 1, cột 8, dòng 4');
    expect(where).toEqual({ table: 1, row: 4, column: 8 });
  });
});

it('figures of a pdf that stand under no heading are in doubt, whatever lines are drawn', () => {
  expect(isInDoubt(laidOut(form.slice(1), true))).toBe(true);
  expect(isInDoubt(word(...top, form.slice(1)))).toBe(false);
});

it('a figure of a pdf beside the rows of several indicators is in doubt', () => {
  const { blocks, ...rest } = laidOut(changed(3, value, ''), true);
  const tall = blocks.map((block) =>
    block.kind === 'paragraph'
      ? block
      : {
          ...block,
          cells: block.cells.map((cell) =>
            cell.row === 3 && cell.column === value + 1 ? { ...cell, rowSpan: 2 } : cell,
          ),
        },
  );
  expect(isInDoubt({ ...rest, blocks: tall })).toBe(true);
});

it('a row of a pdf that stands in one cell with another is in doubt, not missing', () => {
  const joined = form
    .map((row, n) => (n === 4 ? row.with(code, `${row[code]} ${form[5]?.[code]}`).with(2, 'Hai dòng') : row))
    .toSpliced(5, 1);
  expect(isInDoubt(laidOut(joined, true))).toBe(true);
  expect(isInDoubt(word(...top, joined))).toBe(false);
});

it('a row of a pdf in English is known by its English name', () => {
  const nameOf = (of: unknown) => regime.indicators.find((each) => each.code === of)?.name.en ?? '';
  const english = { ...taskOf(), regime: { ...regime, language: 'en' as const } };
  const rows = form.map((row, n) =>
    row.length > 2 && n > 0 ? row.with(2, nameOf(row[code])).with(code, '') : row,
  );
  const joined = rows
    .map((row, n) => (n === 4 ? row.with(2, `Both: ${row[2]} ${rows[5]?.[2]}`) : row))
    .toSpliced(5, 1);
  const isSaid = (document: NeutralDocument) => codes(read(document, english)).includes('e:TABLE_IN_DOUBT');
  expect(isSaid(laidOut(rows, true))).toBe(false);
  expect(isSaid(laidOut(joined, true))).toBe(true);
});

it('a figure of a pdf in a row of no indicator that goes beside rows of some is in doubt, whatever its lines begin with', () => {
  const rows = changed(3, value, '').toSpliced(3, 0, ['', '', 'Nhóm', '', '-\n17', '', '']);
  const { blocks, ...rest } = laidOut(rows, true);
  const tall = (rowSpan: number) =>
    blocks.map((block) =>
      block.kind === 'paragraph'
        ? block
        : {
            ...block,
            cells: block.cells.map((cell) =>
              cell.row === 4 && cell.column === value + 1 ? { ...cell, rowSpan } : cell,
            ),
          },
    );
  expect(isInDoubt({ ...rest, blocks: tall(2) })).toBe(true);
  expect(isInDoubt({ ...rest, blocks: tall(1) })).toBe(false);
});

describe('a row laid out by places that is blank, of which the name', () => {
  const named = (name: string): Rows =>
    changed(3, cumulative, '').map((row, n) => (n === 3 ? row.with(2, name) : row));

  it.each([
    ['begins with a figure', '11,2% Số hội nghị'],
    ['begins with a number that counts no row', '34 Số hội nghị'],
    ['ends in a figure', 'Số hội nghị 34'],
    ['ends in a word of time and a figure', 'Số hội nghị trong quý 3'],
    ['ends in a number that no act has', 'Số hội nghị theo hồ sơ số 34'],
  ])('%s is in doubt', (_, name) => {
    expect(isInDoubt(laidOut(named(name)))).toBe(true);
  });

  it.each([
    ['begins with the number of a list', '2. Số hội nghị'],
    ['ends in a year', 'Số hội nghị năm 2024'],
    ['ends in a year, its marks stored apart', 'Số hội nghị năm 2024'.normalize('NFD')],
    ['ends in a day', 'Số hội nghị, ngày 20.3.2024'],
    ['ends in the number of an act', 'Số hội nghị theo Nghị quyết số 25'],
  ])('%s is not', (_, name) => {
    expect(isInDoubt(laidOut(named(name)))).toBe(false);
  });

  it('begins with a number that counts the rows is not', () => {
    const blank = changed(3, cumulative, '');
    const own = blank.filter((row, n) => n > 0 && row[code] && row.length > 2);
    const rows = blank.map((row) =>
      own.includes(row) ? row.with(2, `${own.indexOf(row) + 1} ${row[2]}`) : row,
    );
    expect(isInDoubt(laidOut(rows))).toBe(false);
  });

  it('is whole, but its unit holds a figure, is in doubt', () => {
    const rows = changed(3, cumulative, '').map((row, n) => (n === 3 ? row.with(3, 'hội nghị 7') : row));
    expect(isInDoubt(laidOut(rows))).toBe(true);
  });
});

it('rows are not missing where a table of the report is in doubt: they may stand there', () => {
  const short = form.slice(0, -2);
  const said = (rows: Rows) => codes(read(laidOut(rows))).join();
  expect(said(short)).toContain('MISSING_ROWS');
  const doubtful = said(short.map((row, n) => [...row, n === 3 ? '17' : '']));
  expect(doubtful).toContain('TABLE_IN_DOUBT');
  expect(doubtful).not.toContain('MISSING_ROWS');
});

it('a share that nobody need fill in is not lost in silence where its row was not told apart', () => {
  const share = regime.indicators.find(({ acrossUnits }) => acrossUnits === 'derived');
  const at = form.findIndex((row) => row[code] === share?.code);
  const joined = form
    .map((row, n) => (n === at - 1 ? row.with(code, `${row[code]} ${share?.code}`).with(2, 'Hai dòng') : row))
    .toSpliced(at, 1);
  const both = form
    .map((row, n) => (n === at - 1 ? row.with(note, `${share?.code} 98,5%`) : row))
    .toSpliced(at, 1);
  expect(isInDoubt(laidOut(joined, true))).toBe(true);
  expect(isInDoubt(laidOut(both, true))).toBe(true);
});

describe('figures alone beside a name that goes over several rows', () => {
  const beside = (own: string, below: readonly string[]) => {
    const rows = changed(3, value, own).toSpliced(4, 0, below);
    const { blocks, ...rest } = laidOut(rows, true);
    const isName = (cell: { row: number; column: number }) => cell.row === 4 && cell.column <= 4;
    return {
      ...rest,
      blocks: blocks.map((block) =>
        block.kind === 'paragraph'
          ? block
          : { ...block, cells: block.cells.map((cell) => (isName(cell) ? { ...cell, rowSpan: 2 } : cell)) },
      ),
    };
  };
  const figure = String(form[3]?.[value]);

  it('are its own where it has none', () => {
    const reading = read(beside('', ['', '', '', '', figure, '', '']));
    expect(isInDoubt(beside('', ['', '', '', '', figure, '', '']))).toBe(false);
    expect(reading.values.find(({ indicator }) => indicator === form[3]?.[code])?.value).toBe(Number(figure));
  });

  it('are in doubt where it has another', () => {
    expect(isInDoubt(beside(figure, ['', '', '', '', '7', '', '']))).toBe(true);
  });

  it('are of something else where words stand beside them', () => {
    const reading = read(beside('', ['', '', '', '', figure, '', 'trong đó nữ']));
    expect(reading.values.find(({ indicator }) => indicator === form[3]?.[code])?.value).toBeNull();
  });
});

describe('a figure that stands by itself beside the table of a pdf', () => {
  const blank = changed(2, value, '');
  const with_ = (rows: Rows, drawn: boolean, ...texts: string[]): NeutralDocument => {
    const { blocks, ...rest } = laidOut(rows, drawn);
    return { ...rest, blocks: [...blocks, ...word(...texts).blocks] };
  };
  const name = String(form[2]?.[2]);

  it.each(['7', '7 văn bản', '1.250'])(
    'puts a row that is blank in doubt where no lines tell: %s',
    (text) => {
      const { message, found } = findingOf(read(with_(blank, false, text)), 'TABLE_IN_DOUBT');
      expect(message.vi).toContain('dòng 3');
      expect(found).toBe(name);
      expect(isInDoubt(with_(form, false, text))).toBe(false);
    },
  );

  it('is named with what seems blank where lines are drawn', () => {
    const reading = read(with_(blank, true, '7'));
    expect(isInDoubt(with_(blank, true, '7'))).toBe(false);
    expect(findingOf(reading, 'BLANK').message.vi).toContain('số “7” đứng ngoài bảng');
    expect(findingOf(reading, 'BLANK').fix.vi).toContain('ghi số vào đúng ô');
    const total = read(with_(changed(2, cumulative, ''), true, '7'));
    expect(findingOf(total, 'CUMULATIVE_BLANK').message.vi).toContain('số “7” đứng ngoài bảng');
  });

  it.each(['1. Công tác khác', 'II.', 'ngày 7 tháng 3', '7 đồng chí dự họp'])(
    'is no text that holds a figure: %s',
    (text) => {
      expect(isInDoubt(with_(blank, false, text))).toBe(false);
      expect(findingOf(read(with_(blank, true, text)), 'BLANK').message.vi).not.toContain('ngoài bảng');
    },
  );

  it('is of no other format', () => {
    const { blocks } = with_(blank, true, '7');
    const unpaged = blocks.map((block) => {
      if (block.kind === 'paragraph') return block;
      const { pages: _, ...rest } = block;
      return rest;
    });
    const reading = read({ format: 'docx', skipped: [], blocks: unpaged });
    expect(findingOf(reading, 'BLANK').message.vi).not.toContain('ngoài bảng');
  });
});

describe('a row that a table laid out by places lost to the text around it is in doubt, not missing', () => {
  const last = form.at(-1) ?? [];
  const short = form.slice(0, -1);
  const [lastCode = '', name = ''] = [last[code], last[2]];
  const words = name.split(' ');
  const [start, end] = [words.slice(0, 2).join(' '), words.slice(-1).join(' ')];
  const around = (above: readonly string[], below: readonly string[]): NeutralDocument => {
    const { blocks, ...rest } = laidOut(short);
    const texts = (lines: readonly string[]) =>
      word(...lines).blocks.filter(({ kind }) => kind === 'paragraph');
    const at = blocks.findIndex(({ kind }) => kind === 'table');
    return {
      ...rest,
      blocks: [
        ...blocks.slice(0, at),
        ...texts(above),
        ...blocks.slice(at, at + 1),
        ...texts(below),
        ...blocks.slice(at + 1),
      ],
    };
  };

  it.each([
    ['below, the figure before the rest of the name', [], [start, `325 ${end}`]],
    ['above, in lines of their own', [start, end, '74', '132'], []],
    ['below, a figure in groups before the last word', [], [start, `3 993 721 ${end}`]],
    ['above, with its code', [lastCode, '74'], []],
    ['above, the figure before the rest of the name', [`325 ${end}`], []],
    ['below, its name behind a dash that stands for 0', [], [`- ${name}`]],
    [
      'below, its name in lines of its own, a day between them',
      [],
      [start, '13/01/2024', words.slice(2).join(' ')],
    ],
    [
      'below, its name in lines of its own, a figure before the last one',
      [],
      [start, `13/1/2024 ${words.slice(2).join(' ')}`],
    ],
    ['above, its name in lines of its own', [start, words.slice(2).join(' '), '13/01/2024'], []],
    ['below, a word that stands for 0 behind its name and its unit', [], [`${name} ${last[3]} không có`]],
  ])('%s', (_, above, below) => {
    expect(isInDoubt(around(above, below))).toBe(true);
  });

  it('where its figure stands in one cell with the rest of its name', () => {
    const broken = [...short, ['', '', start, '', '', '', ''], ['', '', `325 ${end}`, '', '', '', '']];
    expect(isInDoubt(laidOut(broken))).toBe(true);
  });

  it('where the lines of its name were taken for rows, in a table of which nothing else is understood', () => {
    const isOne = (row: Rows[number]) => row[code] === 'B12';
    const called = form.find(isOne)?.[2]?.split(' ') ?? [];
    const { blocks, ...rest } = laidOut(form.filter((row) => !isOne(row)));
    const lines = [
      header.map(String),
      ['', '', called.slice(0, 2).join(' ')],
      ['', '', called.slice(2, 4).join(' '), '', '7'],
      ['', '', called.slice(4).join(' ')],
    ];
    const more = laidOut(lines).blocks.filter(({ kind }) => kind === 'table');
    expect(isInDoubt({ ...rest, blocks: [...blocks, ...more] })).toBe(true);
    const others = laidOut([header.map(String), ['', '', 'Việc của'], ['', '', 'phòng', '', '7']]);
    const stranger = others.blocks.filter(({ kind }) => kind === 'table');
    expect(isInDoubt({ ...rest, blocks: [...blocks, ...stranger] })).toBe(false);
  });

  it('but not where what stands around it is a letterhead, a list or a sentence', () => {
    const letterhead = ['BIỂU SỐ 01 năm 2024', 'Điện thoại: 0205 3812345'];
    const list = [
      '1. Công tác khác',
      '12 đồng chí đã dự họp.',
      '- Công tác khác',
      `Không ${end}`,
      'Lạng Sơn, ngày 20 tháng 3 năm 2024',
      'Trang 2',
    ];
    expect(isInDoubt(around(letterhead, list))).toBe(false);
    expect(codes(read(around(letterhead, list))).join()).toContain('MISSING_ROWS');
  });
});
