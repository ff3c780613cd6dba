import { describe, expect, it } from 'vitest';
import { compareWithPrevious } from '../../../shared/report/compare-with-previous.ts';
import type { Value } from '../../../shared/report/reading.ts';
import { type Changes, codes, figures, findingOf, read, regime, report, taskOf } from './by-hand.ts';

describe('cross-checks within one report', () => {
  it.each<[string, string, Changes, string]>([
    ['e', 'X01', { A05: 5 }, 'A05 = 5; A06 + A07 = 2 + 2 = 4'],
    ['e', 'X02', { A08: 9 }, 'A08 = 9; A05 = 4'],
    ['e', 'X03', { A02: 0 }, 'A02 = 0; A03 = 120'],
    ['w', 'X04', { A03: 1 }, 'A03 = 1; A02 = 2'],
    ['e', 'X05', { B05: 0 }, 'B04 = 1; B05 = 0'],
    ['w', 'X07', { B07: 11 }, 'B07 = 11; B06 = 12'],
    ['e', 'X08', { B10: 13, B11: -1 }, 'B10 = 13; B08 + B09 = 2 + 10 = 12'],
    ['e', 'X09', { B11: 4 }, 'B11 = 4; B08 + B09 - B10 = 2 + 10 - 9 = 3'],
    ['e', 'X11', { B13: 201 }, 'B13 = 201; B12 = 200'],
    ['e', 'X12', { B14: 97 }, 'B14 = 97; 100 × B13 ÷ B12 = 100 × 197 ÷ 200 = 98,5'],
    ['e', 'X13', { C02: 5 }, 'C02 = 5; C01 = 4'],
    ['e', 'X14', { C03: 51, C04: 51, C05: 100 }, 'C03 = 51; E01 = 50'],
    ['e', 'X15', { C04: 29 }, 'C04 = 29; C03 = 30'],
    ['w', 'X17', { B03: 51 }, 'B03 = 51; E01 = 50'],
    ['w', 'X18', { E02: '29/02/2024' }, 'E02 = 29/02/2024; hạn kế hoạch = 28/02/2024'],
  ])('%s:%s speaks with its figures', (severity, id, changes, found) => {
    const reading = read(report(changes, { ...changes }));
    expect(codes(reading)).toContain(`${severity}:${id}`);
    expect(findingOf(reading, id).found).toBe(found);
  });

  it('say where, what was expected, and how to mend it', () => {
    expect(findingOf(read(report({ A05: 5 })), 'X01')).toEqual({
      code: 'X01',
      severity: 'error',
      where: { sheet: 'Số liệu', cell: 'E12' },
      found: 'A05 = 5; A06 + A07 = 2 + 2 = 4',
      expected: 'A05 = A06 + A07',
      message: {
        vi: 'Kiểm tra chéo X01 không khớp: Tổng mô hình = tập thể + cá nhân.',
        en: 'Cross-check X01 does not hold: Models in all = collectives + individuals.',
      },
      fix: {
        vi: 'Đề nghị đối chiếu và sửa A05, A06, A07 cho khớp rồi gửi lại.',
        en: 'Please compare and correct A05, A06, A07, then send the report again.',
      },
    });
  });

  it('are skipped where a figure is blank or the divisor is 0', () => {
    expect(codes(read(report({ A06: null })))).toEqual(['w:BLANK']);
    const nothing = { B12: 0, B13: 0, B14: null };
    expect(codes(read(report(nothing, nothing)))).toEqual([]);
  });

  it('of the plan’s date do not concern a unit that owes no plan', () => {
    const late = report({ E02: '29/03/2024' });
    expect(codes(read(late, taskOf('VPDK')))).toContain('w:X18');
    expect(codes(read(late, taskOf('TTRA')))).not.toContain('w:X18');
  });

  it('never include those that need another report', () => {
    expect(codes(read(report({ E01: 500, C05: 6 }, { E01: 500, C05: 6 })))).toEqual([]);
  });
});

describe('period against cumulative figures', () => {
  it('warn where the cumulative one is smaller', () => {
    expect(codes(read(report({}, { A01: 2 })))).toEqual(['w:CUMULATIVE_BELOW_PERIOD']);
  });

  it('warn where they differ in the first period of the year', () => {
    expect(codes(read(report({}, { A01: 7 })))).toEqual(['w:CUMULATIVE_NOT_FIRST']);
  });

  it('warn where the cumulative figures seem to stand in the wrong column', () => {
    expect(codes(read(report(), taskOf('VPDK', '6T-2024')))).toContain('w:CUMULATIVE_IN_PERIOD');
  });
});

describe('figures in the narrative', () => {
  const withText = (text: string) => {
    const { blocks, ...rest } = report();
    const changed = blocks.map((block) =>
      block.kind === 'table' && block.sheet === 'Lời văn'
        ? { ...block, cells: block.cells.map((cell) => (cell.row === 2 ? { ...cell, text } : cell)) }
        : block,
    );
    return read({ ...rest, blocks: changed });
  };

  it('are warned about where the full name is followed by another number', () => {
    const reading = withText(
      'Trong quý, số lượt người dự hội nghị quán triệt là 210. Đơn vị tiếp tục thực hiện.',
    );
    expect(codes(reading)).toEqual(['w:X22']);
    expect(findingOf(reading, 'X22')).toMatchObject({
      where: { sheet: 'Lời văn', cell: 'A2' },
      expected: 'A03 = 120',
    });
  });

  it.each([
    'Số lượt người dự hội nghị quán triệt: 120 lượt người.',
    'Số lượt người dự hội nghị quán triệt tăng 30% so với cùng kỳ.',
    'Số lượt người dự hội nghị quán triệt 3 tháng đầu năm tăng.',
    'Đã tổ chức 5 hội nghị, ban hành 7 văn bản.',
  ])('are left alone in "%s"', (text) => {
    expect(codes(withText(text))).toEqual([]);
  });
});

describe('comparing with the period before', () => {
  const task = taskOf('VPDK', '6T-2024');
  const valuesOf = (changes: Readonly<Record<string, readonly [number, number]>> = {}): Value[] =>
    regime.indicators.map(({ code }) => {
      const own = figures[code] ?? null;
      const [value, cumulative] = changes[code] ?? [own, own];
      return {
        indicator: code,
        value,
        cumulative,
        source: { sheet: 'S', cell: code },
        cumulativeSource: null,
      };
    });
  const compare = (changes: Readonly<Record<string, readonly [number, number]>>) =>
    compareWithPrevious(task, valuesOf(changes), valuesOf()).filter(({ code }) => code !== 'X19');

  it('finds an opening figure that is not the closing one', () => {
    expect(compare({ B08: [3, 2] })).toEqual([]);
    const [finding] = compare({ B08: [5, 2] });
    expect(finding).toMatchObject({
      code: 'X10',
      severity: 'warning',
      found: 'B08 = 5; B11 (kỳ trước) = 3',
      expected: 'B08 = B11 (kỳ trước)',
      where: { sheet: 'S', cell: 'B08' },
    });
  });

  it('finds cumulative figures that do not add up, that fell, and staff that changed by more than a fifth', () => {
    const findings = compareWithPrevious(
      task,
      valuesOf({ A01: [2, 9], A05: [4, 3], E01: [61, 61], B08: [3, 2] }),
      valuesOf(),
    );
    const about = findings.map(({ code, found }) => `${code}: ${found}`);
    expect(about).toContain('X19: A01 (lũy kế) = 9; A01 (lũy kế kỳ trước) + A01 = 3 + 2 = 5');
    expect(about).toContain('X20: A05 (lũy kế) = 3; A05 (lũy kế kỳ trước) = 4');
    expect(about.some((line) => line.startsWith('X21: '))).toBe(true);
  });

  it('has nothing to say in the first period, or before any report came', () => {
    expect(compareWithPrevious(taskOf('VPDK', 'Q1-2024'), valuesOf({ B08: [9, 9] }), valuesOf())).toEqual([]);
    expect(compareWithPrevious(task, valuesOf({ B08: [9, 9] }), [])).toEqual([]);
  });
});
