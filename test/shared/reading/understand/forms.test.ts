import { describe, expect, it } from 'vitest';
import {
  codes,
  findingOf,
  formRows,
  header,
  narrative,
  type Part,
  read,
  regime,
  report,
  sheet,
  taskOf,
  title,
  valueFor,
  type Written,
  word,
  workbook,
} from '../by-hand.ts';

type Rows = readonly (readonly Written[])[];
const withForm = (...rows: Rows) => workbook(sheet('Số liệu', rows), narrative);
const pick = (rows: Rows, ...columns: readonly number[]): Rows =>
  rows.map((row) => columns.map((at) => row[at] ?? null));
const allRead = (rows: Rows) => read(withForm(...rows));

describe('the form as it was handed out', () => {
  it('is accepted without a word', () => {
    const reading = read(report());
    expect(codes(reading)).toEqual([]);
    expect(reading.state).toBe('accepted');
    expect(reading.values).toHaveLength(35);
    expect(valueFor(reading, 'A03')).toEqual({
      indicator: 'A03',
      value: 120,
      source: { sheet: 'Số liệu', cell: 'E10' },
      cumulative: 120,
      cumulativeSource: { sheet: 'Số liệu', cell: 'F10' },
    });
  });
});

describe('a regime whose units report in English', () => {
  const english = { ...taskOf(), regime: { ...regime, language: 'en' as const } };
  const nameOf = (code: unknown) =>
    regime.indicators.find((indicator) => indicator.code === code)?.name.en ?? null;
  const rows = formRows({ A03: 'nhiều' }).map((row) =>
    row.length > 2 ? row.with(2, nameOf(row[1])).with(1, null) : row,
  );
  const outline = regime.sections.flatMap(({ id, title }) => [
    [title.en.toUpperCase()],
    [`The text of ${id}.`],
  ]);
  const document = workbook(sheet('Số liệu', [...title, header, ...rows]), sheet('Text', outline));

  it('is read by the English names of rows and sections, and speaks of them by these', () => {
    const reading = read(document, english);
    expect(reading.values).toHaveLength(35);
    expect(reading.narrative).toHaveLength(regime.sections.length);
    expect(findingOf(reading, 'NOT_A_NUMBER').message.vi).toContain(nameOf('A03'));
  });
});

describe('finding the form', () => {
  it('does not mind where on the sheet it stands', () => {
    const shifted = [...title, [], [], header, ...formRows()].map((row) => [null, null, ...row]);
    expect(codes(allRead(shifted))).toEqual([]);
  });

  it('reads two tables beside each other, the header of each in the same row', () => {
    const all = formRows();
    const [left, right] = [all.slice(0, 25), all.slice(25)];
    const beside = left.map((row, n) => [...pick([row], 0, 1, 2, 3, 4, 5, 6, 7).flat(), ...(right[n] ?? [])]);
    const reading = allRead([...title, [...header, null, ...header], ...beside]);
    expect(codes(reading)).toEqual([]);
    expect(reading.values).toHaveLength(35);
    expect(valueFor(reading, 'E01').source).toEqual({
      sheet: 'Số liệu',
      cell: `M${6 + right.findIndex((row) => row[1] === 'E01') + 1}`,
    });
  });

  it('does not mind blank rows, nor notes below', () => {
    const rows = formRows().flatMap((row) => [row, []]);
    const reading = allRead([
      ...title,
      header,
      ...rows,
      ['Ghi chú: số liệu tính đến ngày 14/3/2024'],
      ['Người lập biểu'],
    ]);
    expect(codes(reading)).toEqual([]);
    expect(reading.values).toHaveLength(35);
  });

  it('follows columns that were moved', () => {
    const rows = pick([header, ...formRows()], 5, 4, 2, 0, 1);
    const reading = allRead([...title, ...rows]);
    expect(codes(reading)).toEqual([]);
    expect(
      valueFor(
        read(withForm(...title, ...pick([header, ...formRows({ A01: 3 }, { A01: 9 })], 5, 4, 2, 0, 1))),
        'A01',
      ),
    ).toMatchObject({
      value: 3,
      cumulative: 9,
    });
  });

  it.each([
    ['Thực hiện trong kỳ', 'Luỹ kế từ đầu năm'],
    ['Số liệu kỳ này', 'Cộng dồn'],
    ['Kết quả', 'Lũy kế'],
    ['THỰC HIỆN QUÝ I', 'LŨY KẾ TỪ ĐẦU NĂM'],
    ['Trong ky', 'Luy ke'],
    ['Trong kỳ'.normalize('NFD'), 'Lũy kế'.normalize('NFD')],
  ])('knows the columns %s and %s', (inPeriod, cumulative) => {
    const renamed = ['TT', 'Mã số', 'Nội dung', 'Đơn vị tính', inPeriod, cumulative, 'Chú thích'];
    const reading = allRead([...title, renamed, ...formRows()]);
    expect(codes(reading)).toEqual([]);
    expect(valueFor(reading, 'B12')).toMatchObject({ value: 200, cumulative: 200 });
  });

  it('reads a header of two rows with merged cells, and the row that numbers the columns', () => {
    const tall = (text: string): Written => ({ text, rowSpan: 2 });
    const first = [
      tall('STT'),
      tall('Mã'),
      tall('Chỉ tiêu'),
      tall('ĐVT'),
      { text: 'Số liệu', columnSpan: 2 },
    ];
    const second = [null, null, null, null, 'Trong kỳ', 'Lũy kế'];
    const numbers = ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'];
    const reading = allRead([...title, first, second, numbers, ...formRows()]);
    expect(codes(reading)).toEqual([]);
    expect(valueFor(reading, 'A01')).toMatchObject({ value: 3, cumulative: 3 });
  });

  it('reads a header of two rows beside which somebody wrote notes', () => {
    const first = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', { text: 'Kết quả thực hiện', columnSpan: 2 }, null, null];
    const second = [null, null, null, null, 'Trong kỳ', 'Lũy kế', null, 'với sổ theo dõi'];
    const numbers = ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', null, 'của các chi nhánh'];
    const reading = allRead([...title, [...first, 'Đã đối chiếu'], second, numbers, ...formRows()]);
    expect(codes(reading)).toEqual([]);
    expect(valueFor(reading, 'A01')).toMatchObject({ value: 3, cumulative: 3 });
  });

  describe('figures beside a name that goes over three rows', () => {
    /** The last row of the form, below which nothing else tells how far it goes. */
    const tallRow = (...[own, ...below]: readonly (string | null)[]) => {
      const row = formRows({ B13: null }, { B13: null }).find((each) => each[1] === 'B13') ?? [];
      const tall = (written: Written | undefined): Written =>
        typeof written === 'string' ? { text: written, rowSpan: 3 } : (written ?? null);
      const under = below.map((figure) => [null, null, null, null, figure]);
      return [[...row.slice(0, 4).map(tall), own ?? null], ...under];
    };
    const others = formRows().filter((row) => row[1] !== 'B13');
    const beside = (...figures: readonly (string | null)[]) =>
      allRead([...title, header, ...others, ...tallRow(...figures)]);

    it('are its own where there is one', () => {
      expect(valueFor(beside(null, '5', null), 'B13').value).toBe(5);
      expect(codes(beside(null, '5', null)).join()).not.toContain('DUPLICATE');
    });

    it.each([
      [null, '5', '7'],
      ['5', '7', null],
      ['5', null, '7'],
    ])('are refused where they differ, as parts that a sum may be asked of: %s, %s, %s', (...figures) => {
      const said = codes(beside(...figures));
      expect(said).toContain('e:FIGURES_BESIDE');
      expect(said).not.toContain('e:DUPLICATE_DIFFERS');
    });

    it('are held against the first one beside the same name, not against one of another row', () => {
      const [once = []] = formRows({ B13: '9' }).filter((row) => row[1] === 'B13');
      const found = allRead([...title, header, once, ...tallRow('5', '7', null)]).findings;
      const { where, message } = found.find(({ code }) => code === 'FIGURES_BESIDE') ?? {};
      expect(where).toEqual({ sheet: 'Số liệu', cell: expect.stringMatching(/^E/) });
      expect(message?.vi).toContain('= 5. Không rõ');
      expect(found.map(({ code }) => code)).toContain('DUPLICATE_DIFFERS');
    });

    it('are nobody’s below a row without a name, and without a column for its code', () => {
      const rows = pick([['', '', 'Nội dung', '', 'Trong kỳ'], ...formRows()], 1, 2, 4);
      const at = rows.findIndex(([code]) => code === 'A01');
      const reading = allRead([...title, ...rows.toSpliced(at, 1, ['A01'], [null, null, 4])]);
      expect(valueFor(reading, 'A01').value).toBeNull();
      expect(codes(reading)).toContain('w:UNKNOWN_INDICATOR');
    });

    it('are refused where they are the same, too: they may be parts of a sum', () => {
      const reading = beside('5', '5', null);
      const { severity, where, message } = findingOf(reading, 'FIGURES_BESIDE');
      expect([severity, where]).toEqual(['error', { sheet: 'Số liệu', cell: 'E47' }]);
      expect(message.vi).toContain('Số liệu!E46 = 5');
    });

    it('are taken once where any number of them comes to the same', () => {
      expect(codes(beside('0', '0', null))).toContain('n:DUPLICATE_SAME');
    });
  });

  it('leaves the columns of other periods and targets alone', () => {
    const rows = formRows().map(([order, code, name, unit, value, total]) => [
      order,
      code,
      name,
      unit,
      999,
      value,
      total,
    ]);
    const wide = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', 'Cùng kỳ năm trước', 'Trong kỳ', 'Lũy kế'];
    const reading = allRead([...title, wide, ...rows.map((row) => row.map((cell) => cell ?? null))]);
    expect(codes(reading)).toEqual([]);
    expect(reading.skipped).toContainEqual(expect.objectContaining({ why: 'other-column' }));
  });

  it.each([
    ['Quý I/2023', 'Quý I/2024', []],
    ['6 tháng năm 2023', '6 tháng năm 2024', ['w:HEADING_OTHER_PERIOD']],
    ['Trong kỳ năm 2023', 'Trong kỳ năm 2024', []],
    ['Lũy kế năm 2023', 'Trong kỳ', []],
    ['Quý IV', 'Quý I', []],
  ] as const)('takes the columns of its own period and year, not %s beside %s', (other, own, said) => {
    const rows = formRows().map((row) => [...row.slice(0, 4), row[1] ? 999 : null, row[4] ?? null, row[5]]);
    const wide = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', other, own, 'Lũy kế'];
    const reading = allRead([...title, wide, ...rows.map((row) => row.map((cell) => cell ?? null))]);
    expect(codes(reading)).toEqual(said);
    expect(valueFor(reading, 'A01')).toMatchObject({ value: 3, cumulative: 3 });
  });

  it.each(['Lũy kế từ đầu nhiệm kỳ', 'Lũy kế 2021-2024', 'Lũy kế giai đoạn', 'Lũy kế (%)'])(
    'takes no cumulative figures from a heading of another count: %s',
    (heading) => {
      const reading = allRead([
        ...title,
        ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', 'Trong kỳ', heading],
        ...formRows(),
      ]);
      expect(valueFor(reading, 'A01')).toMatchObject({ value: 3, cumulative: null });
    },
  );

  it.each(['Lũy kế từ đầu năm đến hết kỳ báo cáo', 'Cộng dồn đến kỳ này', 'Số liệu lũy kế tới kỳ báo cáo'])(
    'takes the cumulative figures from a heading that says where they end: %s',
    (heading) => {
      const wide = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', 'Trong kỳ', heading];
      const reading = allRead([...title, wide, ...formRows()]);
      expect(codes(reading)).toEqual([]);
      expect(valueFor(reading, 'A01')).toMatchObject({ value: 3, cumulative: 3 });
    },
  );

  it.each([
    ['Quý I/2023', 'e:HEADING_OTHER_YEAR'],
    ['Trong kỳ báo cáo năm 2023', 'e:HEADING_OTHER_YEAR'],
    ['Quý II/2024', 'w:HEADING_OTHER_PERIOD'],
  ])('takes the only column there is, and says that its heading is of another time: %s', (heading, said) => {
    const old = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', heading, 'Lũy kế'];
    const reading = allRead([...title, old, ...formRows()]);
    expect(codes(reading)).toEqual([said]);
    expect(valueFor(reading, 'A01').value).toBe(3);
  });

  it.each([
    ['Trong kỳ (lũy kế)', '6T-2024', ['e:HEADING_OF_TWO_COUNTS']],
    ['Kỳ này, cộng dồn từ đầu năm', '6T-2024', ['e:HEADING_OF_TWO_COUNTS']],
    // The year's first period is its own cumulative figure.
    ['Trong kỳ (lũy kế)', 'Q1-2024', []],
    ['Trong kỳ', '6T-2024', []],
  ])('takes no figure of which nobody can tell which of two it is: %s in %s', (heading, period, said) => {
    const half = [...title.slice(0, 2), ['6 tháng đầu năm 2024'], ...title.slice(3, 4)];
    const rows = formRows().map((row) => row.slice(0, 5));
    const heads = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', heading];
    const whole = withForm(...(period === 'Q1-2024' ? title : half), heads, ...rows);
    const reading = read(whole, taskOf('VPDK', period));
    expect(codes(reading).filter((code) => code.includes('HEADING'))).toEqual(said);
    // Beside a column of the other the words are the form's own.
    const both = [...half, [...heads, 'Lũy kế'], ...formRows()];
    const other = read(withForm(...both), taskOf('VPDK', '6T-2024'));
    expect(codes(other).filter((code) => code.includes('HEADING'))).toEqual([]);
  });

  it('refuses cumulative figures that count from another year on', () => {
    const heads = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', 'Trong kỳ', 'Lũy kế từ năm 2021 đến năm 2024'];
    expect(codes(allRead([...title, heads, ...formRows()]))).toEqual(['e:HEADING_OTHER_YEAR']);
  });

  it.each([
    ['Kỳ báo cáo', 'Kế hoạch', 'Thực hiện'],
    ['Kỳ báo cáo', 'Cùng kỳ', 'Kỳ này'],
    ['Trong kỳ', 'Năm 2023', 'Năm 2024'],
    ['Trong kỳ', 2023, 2024],
    ['Trong kỳ', 'Tỷ lệ (%)', 'Số lượng'],
  ])('takes of the columns below %j not %j but %j', (above, other, own) => {
    const tall = (text: string): Written => ({ text, rowSpan: 2 });
    const names = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT'];
    const first: Written[] = [...names.map(tall), { text: above, columnSpan: 2 }, null, tall('Lũy kế')];
    const second = [null, null, null, null, other, own];
    const rows = formRows().map((row) => [...row.slice(0, 4), row[1] ? 999 : null, row[4] ?? null, row[5]]);
    const reading = allRead([...title, first, second, ...rows.map((row) => row.map((cell) => cell ?? null))]);
    expect(codes(reading)).toEqual([]);
    expect(valueFor(reading, 'A01')).toMatchObject({ value: 3, cumulative: 3 });
  });

  it("takes no column that stands below last year's", () => {
    const tall = (text: string): Written => ({ text, rowSpan: 2 });
    const first: Written[] = [
      ...['STT', 'Mã', 'Chỉ tiêu', 'ĐVT'].map(tall),
      ...[{ text: 'Cùng kỳ năm trước', columnSpan: 2 }, null, { text: 'Năm nay', columnSpan: 2 }],
    ];
    const second = [null, null, null, null, 'Trong kỳ', 'Lũy kế', 'Trong kỳ', 'Lũy kế'];
    const rows = formRows().map((row) => [
      ...row.slice(0, 4),
      ...(row[1] ? [999, 999] : [null, null]),
      ...row.slice(4),
    ]);
    const reading = allRead([...title, first, second, ...rows]);
    expect(codes(reading)).toEqual([]);
    expect(valueFor(reading, 'A01')).toMatchObject({ value: 3, cumulative: 3 });
  });

  it('takes headers over a quarter of the width of a sheet', () => {
    const wide = Array.from({ length: 4000 }, () => 'Trong kỳ');
    const twice = Array.from({ length: 2000 }, () => ['Mã', 'Trong kỳ']).flat();
    const rows = formRows({ A01: 3 });
    expect(valueFor(allRead([...title, [...header, ...wide], wide, wide, ...rows]), 'A01').value).toBe(3);
    expect(allRead([...title, twice, ...rows]).state).toBe('rejected');
  });

  it('puts several tables together', () => {
    const rows = formRows();
    const at = rows.findIndex(([label]) => label === 'II.3');
    const reading = read(
      workbook(
        sheet('1', [...title, header, ...rows.slice(0, at)]),
        sheet('2', [header, ...rows.slice(at)]),
        narrative,
      ),
    );
    expect(codes(reading)).toEqual([]);
    expect(reading.values).toHaveLength(35);
  });

  it('guesses the columns where the header was deleted, and says so', () => {
    const reading = allRead([...title, ...formRows()]);
    expect(codes(reading)).toEqual(['w:HEADER_GUESSED']);
    expect(valueFor(reading, 'B13').value).toBe(197);
  });

  it.each([
    ['Kế hoạch năm', 'Cùng kỳ'],
    ['Năm 2023', 'Năm 2024'],
    ['Kỳ trước', 'SLTH'],
    ['Đăng ký', 'Hoàn thành'],
  ])('never guesses under headings that are there: "%s", "%s"', (one, other) => {
    const heads = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', one, other, 'Ghi chú'];
    const texts = [heads, ...formRows()].map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    const numbered = ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'];
    for (const reading of [
      allRead([...title, heads, ...formRows()]),
      allRead([...title, heads, numbered, ...formRows()]),
      allRead([...title, ...pick([heads, ...formRows()], 2, 4, 5)]),
      read(word(...title.map(([line]) => String(line)), texts)),
    ]) {
      expect(reading.values).toEqual([]);
      const { message, fix } = findingOf(reading, 'NO_FORM');
      expect(message.vi).toContain(`cột “${one}”`);
      expect(message.vi).toContain(`cột “${other}”`);
      expect(fix.vi).toContain('Đặt tên cột theo biểu mẫu');
    }
  });

  it('guesses where a title runs over the columns, or text stands further above', () => {
    const across = { text: 'BÁO CÁO SỐ LIỆU QUÝ I NĂM 2024', columnSpan: 7 };
    expect(codes(allRead([...title, [across], ...formRows()]))).toEqual(['w:HEADER_GUESSED']);
    const motto = [null, null, 'SỞ TNMT', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'];
    expect(codes(allRead([motto, ...title, ...formRows()]))).toEqual(['w:HEADER_GUESSED']);
  });

  it('rejects a report without any form', () => {
    const reading = read(workbook(sheet('Tờ 1', title), narrative));
    expect(codes(reading)).toContain('e:NO_FORM');
    expect(reading.state).toBe('rejected');
  });

  it('rejects a form that was sent back empty', () => {
    const blank = formRows().map((row) => row.slice(0, 4));
    const reading = read(workbook(sheet('Số liệu', [...title, header, ...blank])));
    expect(codes(reading)).toEqual(['e:EMPTY_REPORT']);
  });
});

describe('matching rows', () => {
  it('goes by the names where the code column was deleted', () => {
    const reading = allRead([...title, ...pick([header, ...formRows()], 0, 2, 3, 4, 5)]);
    expect(codes(reading)).toEqual([]);
    expect(reading.values).toHaveLength(35);
    expect(valueFor(reading, 'A06').value).toBe(2);
    expect(valueFor(reading, 'B13').value).toBe(197);
  });

  it('finds codes in the column STT, and before the names', () => {
    const rows = formRows().map(([order, code, name, unit, value, total]) => [
      code ?? order,
      name,
      unit,
      value,
      total,
    ]);
    const columns = ['STT', 'Chỉ tiêu', 'ĐVT', 'Trong kỳ', 'Lũy kế'];
    expect(
      codes(allRead([...title, columns, ...rows.map((row) => row.map((cell) => cell ?? null))])),
    ).toEqual([]);
    const led = formRows().map(([order, code, name, unit, value, total]) => [
      order ?? null,
      unit === undefined ? (code ?? null) : `${code}. ${name}`,
      unit ?? null,
      value ?? null,
      total ?? null,
    ]);
    expect(codes(allRead([...title, columns, ...led]))).toEqual([]);
  });

  it.each([
    ['Số người tham gia Cuộc thi trắc nghiệm trên Interet về “Dân vận khéo”', 'C03', []],
    ['Số hội nghị quán triệt, tuyên truyền'.normalize('NFD'), 'A02', []],
    ['số  HỘI NGHỊ quán triệt - tuyên truyền', 'A02', []],
    ['Tỉ lệ người tham gia cuộc thi', 'C05', []],
    ['Số người tham gia Cuộc thi trắc nghiệm trên Internet', 'C03', ['n:NAME_NEAR']],
    ['Số đơn đã giải quyết (kể cả đơn kỳ trước)', 'B10', ['n:NAME_NEAR']],
    ['Số đơn đã giải quyết (không tính đơn trùng)', 'B10', ['n:NAME_NEAR']],
    ['Số đơn đã giải quyết năm 2024', 'B10', ['n:NAME_NEAR']],
    ['Số đơn đã giải quyết quý I/2024', 'B10', ['n:NAME_NEAR']],
    ['Số hội nghị quán triệt, tuyên truyền về phòng cháy, chữa cháy', 'A02', ['n:NAME_NEAR']],
    ['Số hội nghị quán triệt, tuyên truyền về chùa chiền, khống chế dịch', 'A02', ['n:NAME_NEAR']],
    ['Số hội nghị quán triệt, tuyên truyền về phòng không nhân dân', 'A02', ['n:NAME_NEAR']],
    ['Số hội nghị quán triệt, tuyên truyền tại ngành hàng không', 'A02', ['n:NAME_NEAR']],
    ['Số hội nghị quán triệt, tuyên truyền (theo Kế hoạch số 12)', 'A02', ['n:NAME_NEAR']],
    ['Số hội nghị quán triệt, tuyên truyền theo Nghị quyết năm 2023', 'A02', ['n:NAME_NEAR']],
    ['Số hội nghị quán triệt, tuyên truyền (Nghị quyết 25-NQ/TW năm 2013)', 'A02', ['n:NAME_NEAR']],
    ['Số hội nghị quán triệt, tuyên truyền Nghị quyết số 25-NQ/TW ngày 03/6/2013', 'A02', ['n:NAME_NEAR']],
    ['Số hội nghị quán triệt, tuyên truyền theo KL 43-KL/TW năm 2019', 'A02', ['n:NAME_NEAR']],
    ['Số hội nghị quán triệt, tuyên truyền (NQ số 25 năm 2013)', 'A02', ['n:NAME_NEAR']],
    ['Số hội nghị quán triệt, tuyên truyền (KH 25-KH/TU ngày 03/6/2023)', 'A02', ['n:NAME_NEAR']],
    ...[
      'nghị quyết nhiệm kỳ 2020-2025',
      'Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII (nhiệm kỳ 2020-2025)',
      'chương trình năm học 2023-2024',
      'Kế hoạch số 12 nhiệm kỳ 2020-2025',
      'về báo cáo năm',
      '(họp báo cáo tổng kết năm 2024)',
    ].map((about): [string, string, string[]] => [
      `Số hội nghị quán triệt, tuyên truyền ${about}`,
      'A02',
      ['n:NAME_NEAR'],
    ]),
  ])('takes the name "%s" for %s', (name, code, expected) => {
    const value = code === 'C05' ? 60 : 7;
    const rows = [
      ['Chỉ tiêu', 'Trong kỳ', 'Lũy kế'],
      [name, value, value],
    ];
    const reading = read(withForm(...title, ...rows));
    expect(reading.values.map(({ indicator }) => indicator)).toEqual([code]);
    expect(codes(reading).filter((each) => each.includes('NAME'))).toEqual(expected);
  });

  it.each(['Số lượt hồ sơ dự kiến', 'Số cán bộ đi học', 'Tổng cộng'])(
    'does not take the name "%s" for any indicator, and says what it left',
    (name) => {
      const reading = allRead([...title, header, ...formRows(), [null, null, name, '', 77, 77]]);
      expect(codes(reading)).toEqual(['w:UNKNOWN_INDICATOR']);
      expect(findingOf(reading, 'UNKNOWN_INDICATOR').found).toContain('77');
    },
  );

  it.each([
    'Lũy kế số hội nghị quán triệt, tuyên truyền',
    'Số hội nghị quán triệt, tuyên truyền dự kiến',
    'Số hội nghị quán triệt, tuyên truyền năm 2023',
    'Số hội nghị không quán triệt, tuyên truyền',
    'Số hội nghị quán triệt, tuyên truyền chưa tổ chức'.normalize('NFD'),
    'So hoi nghi quan triet, tuyen truyen chua to chuc',
    'Số hội nghị quán triệt, tuyên truyền chua tổ chức',
    'Số hội nghị quán triệt, tuyên truyền (năm 2023)',
    'Số hội nghị quán triệt, tuyên truyền (dự kiến)',
    'Số hội nghị quán triệt, tuyên truyền theo kế hoạch',
    'Số hội nghị quán triệt, tuyên truyền (quý IV)',
    'Số hội nghị quán triệt, tuyên truyền kỳ trước',
    'Số hội nghị quán triệt, tuyên truyền (quý trước)',
    'Số hội nghị quán triệt, tuyên truyền (chưa thực hiện)',
    'Số hội nghị quán triệt, tuyên truyền Nghị quyết 25 trong năm 2023',
    'Số hội nghị quán triệt, tuyên truyền tại khách hàng không đến',
    'Số hội nghị quán triệt, tuyên truyền theo KH năm 2023',
    'Số hội nghị quán triệt, tuyên truyền (KH 120 năm 2023)',
    ...[
      ...['nhiệm kỳ 2020-2025', 'trong nhiệm kỳ 2020-2025', 'cả nhiệm kỳ 2020-2025', '(năm học 2023-2024)'],
      ...['nghị quyết của cả nhiệm kỳ 2020-2025', 'nghị quyết trong nhiệm kỳ 2020-2025'],
      ...['chương trình toàn năm học 2023-2024', 'số nghị quyết nhiệm kỳ 2020-2025'],
      ...[
        'nghị quyết nhiệm kỳ 2015-2020',
        'Kế hoạch số 12 nhiệm kỳ 2015-2020',
        'báo cáo năm',
        '(báo cáo năm)',
        '(báo cáo tổng kết năm 2024)',
      ],
    ].map((more) => `Số hội nghị quán triệt, tuyên truyền ${more}`),
    'Số hội nghị quán triệt, tuyên truyền nhiệm kỳ 2015-2020',
    'Số hội nghị quán triệt, tuyên truyền (năm học 2022-2023)',
    'Số hội nghị quán triệt, tuyên truyền giai đoạn 2021-2025',
    'Số hội nghị quán triệt, tuyên truyền (2023-2024)',
    'Số hội nghị quán triệt, tuyên truyền (báo cáo năm 2023)',
    'Số hội nghị quán triệt, tuyên truyền (báo cáo quý II)',
    'Số hội nghị quán triệt, tuyên truyền (cả năm)',
    'Số hội nghị quán triệt, tuyên truyền tại phòng không đạt chuẩn',
  ])('takes a name for no indicator that a word makes another figure of: "%s"', (name) => {
    const alone = read(withForm(...title, ['Chỉ tiêu', 'Trong kỳ', 'Lũy kế'], [name, 7, 7]));
    expect(alone.values).toEqual([]);
    const instead = formRows().map((row) => (row[1] === 'A02' ? row.with(2, name).with(4, 7) : row));
    const named = [header, ...instead].map((row) => row.filter((_, column) => column !== 1));
    const finding = findingOf(allRead([...title, ...named]), 'ROW_TURNED');
    expect(finding).toMatchObject({ severity: 'error', found: `${name}: 7` });
    expect(finding.message.vi).toContain('A02');
    const beside = allRead([...title, header, ...formRows(), [null, null, name, '', 7, 7]]);
    expect(codes(beside)).toEqual(['w:UNKNOWN_INDICATOR']);
    const coded = read(withForm(...title, ['Mã', 'Chỉ tiêu', 'Trong kỳ', 'Lũy kế'], ['A02', name, 7, 7]));
    expect(codes(coded)).toContain('w:NAME_TURNED');
  });

  it('keeps "lượt" and "người" apart', () => {
    const rows = [
      ['Chỉ tiêu', 'Trong kỳ', 'Lũy kế'],
      ['Số lượt tiếp công dân', 12, 12],
      ['Số công dân được tiếp', 14, 14],
    ];
    const reading = allRead([...title, ...rows]);
    expect(reading.values.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['B06', 12],
      ['B07', 14],
    ]);
    const swapped = formRows().map((row) => (row[1] === 'B07' ? row.with(3, 'lượt') : row));
    expect(codes(allRead([...title, header, ...swapped]))).toEqual(['w:UNIT_DIFFERS']);
  });

  it('gives "trong đó" to the row above it alone', () => {
    const rows: Rows = [
      ['Chỉ tiêu', 'Trong kỳ', 'Lũy kế'],
      ['Số mô hình, điển hình "Dân vận khéo" đăng ký', 4, 4],
      ['- Trong đó: tập thể', 2, 2],
      ['Trong đó: cá nhân', 2, 2],
      ['Số mô hình, điển hình "Dân vận khéo" được công nhận', 1, 1],
      ['Trong đó: tập thể', 1, 1],
    ];
    const reading = allRead([...title, ...rows]);
    expect(reading.values.map(({ indicator, value }) => `${indicator}=${value}`)).toEqual([
      'A05=4',
      'A06=2',
      'A07=2',
      'A08=1',
    ]);
    expect(codes(reading)).toContain('w:UNKNOWN_INDICATOR');
    expect(codes(reading)).not.toContain('e:DUPLICATE_DIFFERS');
  });

  it('takes the code where code and name contradict, and says which', () => {
    const rows = formRows().map((row) => (row[1] === 'A02' ? row.with(2, 'Số đơn đã giải quyết') : row));
    const finding = findingOf(allRead([...title, header, ...rows]), 'CODE_NAME_CONFLICT');
    expect(finding.severity).toBe('warning');
    expect(finding.message.vi).toMatch(/theo mã, cho chỉ tiêu Số hội nghị quán triệt, tuyên truyền \(A02\)/);
    expect(finding.found).toBe('A02 · Số đơn đã giải quyết');
  });

  it('rejects two different figures for one indicator, and names both places', () => {
    const reading = allRead([
      ...title,
      header,
      ...formRows(),
      [1, 'A01', 'Số văn bản đã ban hành', 'văn bản', 4, null],
    ]);
    const finding = findingOf(reading, 'DUPLICATE_DIFFERS');
    expect(reading.state).toBe('rejected');
    expect(finding).toMatchObject({ where: { sheet: 'Số liệu', cell: 'E47' }, found: '4', expected: '3' });
    expect(finding.message.vi).toContain('Số liệu!E8 = 3');
  });

  /** Three rows of one indicator, one after the other, with these for the period. */
  const thrice = (code: string, ...figures: readonly (string | null)[]) => {
    const rows = formRows();
    const at = rows.findIndex((row) => row[1] === code);
    const row = rows[at] ?? [];
    return allRead([...title, header, ...rows.toSpliced(at, 1, ...figures.map((each) => row.with(4, each)))]);
  };

  it.each([
    ['a share', 'B14', '-', '12%', '14%'],
    ['a share that could not be read', 'B14', 'nhiều', '12%', '14%'],
    ['a day', 'B01', null, '12/2/2024', '14/2/2024'],
    ['a day that nobody can read', 'B01', 'sớm', '12/2/2024', '14/2/2024'],
    ['an answer', 'D01', '–', 'Đang thực hiện', 'Đã xong'],
  ])('holds further figures against each other where the first row has none: %s', (_, code, ...figures) => {
    const [, taken, third] = figures;
    expect(thrice(code, ...figures).findings).toContainEqual(
      expect.objectContaining({
        code: 'DUPLICATE_DIFFERS',
        severity: 'error',
        found: third,
        expected: taken,
      }),
    );
  });

  it.each([
    ['B14', '-', '12%'],
    ['B01', 'chưa ban hành', '12/2/2024'],
    ['B01', '12/2/2024', 'không'],
    ['D01', 'Đã xong', '/'],
    ['A01', '12', '-'],
  ])('takes no figure of %s where another row says that there is none: %s, %s', (code, ...figures) => {
    expect(codes(thrice(code, ...figures))).toContain('e:DUPLICATE_DIFFERS');
  });

  it('takes a row that says that there is nothing for one of 0', () => {
    const said = codes(thrice('B14', '-', '0%'));
    expect(said).toContain('n:DUPLICATE_SAME');
    expect(said).not.toContain('e:DUPLICATE_DIFFERS');
  });

  it('notes the same figure given twice', () => {
    const reading = allRead([
      ...title,
      header,
      ...formRows(),
      [1, 'A01', 'Số văn bản đã ban hành', 'văn bản', 3, null],
    ]);
    expect(codes(reading)).toEqual(['n:DUPLICATE_SAME']);
    expect(reading.state).toBe('accepted');
  });

  it('takes nothing from a hidden sheet, and does not let it contradict in silence', () => {
    const withHidden = (...rows: Rows) => {
      const { blocks, ...rest } = report();
      return read({ ...rest, blocks: [...blocks, sheet('cũ', [header, ...rows], { hidden: true })] });
    };
    const other = withHidden([1, 'A01', 'x', 'văn bản', 9, 9]);
    expect(codes(other)).toEqual(['e:DUPLICATE_DIFFERS', 'e:DUPLICATE_DIFFERS', 'w:HIDDEN_SHEET']);
    expect(findingOf(other, 'DUPLICATE_DIFFERS').where).toEqual({ sheet: 'cũ', cell: 'E2' });
    expect(codes(withHidden([1, 'A01', 'x', 'văn bản', 3, 3]))).toEqual(['w:HIDDEN_SHEET']);
    const alone = read(
      workbook(sheet('Số liệu', [...title, header, ...formRows()], { hidden: true }), narrative),
    );
    expect(codes(alone)).toContain('e:NO_FORM');
    expect(alone.values).toEqual([]);
    expect(new Set(alone.skipped.map(({ why }) => why))).toEqual(new Set(['hidden-sheet']));
  });

  it('names the rows that are not there, one finding a section', () => {
    const rows = formRows().filter((row) => row[1] !== 'A01' && row[1] !== 'A02' && row[1] !== 'B02');
    const reading = allRead([...title, header, ...rows]);
    expect(codes(reading)).toEqual(['w:MISSING_ROWS', 'w:MISSING_ROWS']);
    expect(reading.values).toHaveLength(32);
  });

  it('groups blanks by section, with their codes', () => {
    const reading = read(report({ A01: null, A02: null, A03: null, A04: null, C01: null }));
    expect(codes(reading)).toEqual(['w:BLANK', 'w:BLANK']);
    expect(reading.findings[0]?.message.vi).toContain('A01, A02, A03, A04');
  });

  it('asks for a 0 where figures are blank, and for none where a status or a day is', () => {
    const fixes = (values: Parameters<typeof report>[0]) =>
      read(report(values)).findings.map(({ fix }) => fix.vi);
    expect(fixes({ A01: null })).toEqual([expect.stringContaining('thì ghi 0. Ô trống')]);
    for (const blank of [{ D01: null }, { C01: null, D01: null }])
      expect(fixes(blank).join()).toMatch(/ô ngày, ô chữ thì không ghi 0\.$/);
  });
});

describe('a form in a Word document', () => {
  const texts = (rows: Rows) =>
    rows.map((row) =>
      row.map((cell) => (cell === null ? '' : typeof cell === 'object' ? cell.text : String(cell))),
    );

  it('reads texts with decimal commas, and says where each figure stood', () => {
    const document = word(
      'BÁO CÁO',
      'Kết quả công tác dân vận quý I năm 2024',
      'Đơn vị báo cáo: Văn phòng Đăng ký đất đai',
      texts([header, ...formRows({ B14: '98,5' }, { B14: '98,5' })]),
      ...regime.sections.flatMap((section) => [
        `${section.id}. ${section.title.vi}`,
        `Nội dung ${section.id}`,
      ]),
    );
    const reading = read(document, taskOf());
    expect(codes(reading)).toEqual([]);
    expect(valueFor(reading, 'B14')).toMatchObject({ value: 98.5, source: { table: 1, row: 26, column: 5 } });
  });

  const inTables = (...parts: readonly Part[]) =>
    read(
      word(
        'Báo cáo công tác dân vận quý I năm 2024',
        'Đơn vị báo cáo: Văn phòng Đăng ký đất đai',
        ...parts,
        ...regime.sections.flatMap((section) => [
          `${section.id}. ${section.title.vi}`,
          `Nội dung ${section.id}`,
        ]),
      ),
    );
  const all = texts([header, ...formRows()]).map((row) => [
    ...row,
    ...Array<string>(7 - row.length).fill(''),
  ]);

  it.each([[8], [20], [36]])('goes on in a second table without header, cut behind row %i', (rows) => {
    const reading = inTables(all.slice(0, rows), all.slice(rows));
    expect(codes(reading)).toEqual(['n:FORM_CONTINUED']);
    expect(reading.state).toBe('accepted');
    expect(reading.values).toHaveLength(35);
    expect(findingOf(reading, 'FORM_CONTINUED').where).toMatchObject({ table: 2, row: 1 });
  });

  it.each([[8], [20], [36]])('goes on by its names where it has no codes, cut behind row %i', (rows) => {
    const named = all.map(([, , ...others]) => others);
    const reading = inTables(named.slice(0, rows), named.slice(rows));
    expect(codes(reading)).toEqual(['n:FORM_CONTINUED']);
    expect(reading.values).toHaveLength(35);
  });

  it('goes on in a third table too', () => {
    const reading = inTables(all.slice(0, 10), all.slice(10, 25), all.slice(25));
    expect(codes(reading)).toEqual(['n:FORM_CONTINUED', 'n:FORM_CONTINUED']);
    expect(reading.values).toHaveLength(35);
  });

  it('goes on below its headings, of which two of one meaning are named for each table', () => {
    const two = all.map((row, n) =>
      row.toSpliced(5, 0, n === 0 ? 'Kỳ này' : row[1] === 'A01' || row[1] === 'A08' ? '9' : ''),
    );
    const reading = inTables(two.slice(0, 8), two.slice(8));
    const shared = reading.findings.filter(({ code }) => code === 'FIGURES_SHARE_HEADING');
    expect(shared.map(({ message }) => message.vi)).toEqual([
      expect.stringContaining('“Trong kỳ”, “Kỳ này”'),
      expect.stringContaining('“Trong kỳ”, “Kỳ này”'),
    ]);
  });

  it('goes on in thousands where its heading, or a line above it, says so', () => {
    const thousands = all.map((row, n) => (n === 0 ? row.with(4, 'Trong kỳ (nghìn)') : row));
    expect(valueFor(inTables(thousands.slice(0, 8), thousands.slice(8)), 'B12').value).toBeNull();
    const below = inTables('Đơn vị tính: nghìn lượt', all.slice(0, 8), all.slice(8, 20), all.slice(20));
    expect(valueFor(below, 'B12').value).toBeNull();
  });

  it('does not go on over text, in other columns, or with codes that were there before', () => {
    const [first, second] = [all.slice(0, 20), all.slice(20)];
    expect(codes(inTables(first, 'Xem tiếp:', second))).toContain('w:HEADER_GUESSED');
    expect(
      codes(
        inTables(
          first,
          second.map((row) => row.slice(0, 6)),
        ),
      ),
    ).toContain('w:HEADER_GUESSED');
    expect(codes(inTables(first, all.slice(1)))).toContain('w:HEADER_GUESSED');
  });
});
