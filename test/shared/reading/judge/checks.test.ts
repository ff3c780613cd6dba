import { describe, expect, it } from 'vitest';
import { compareWithPrevious } from '../../../../shared/reading/compare/compare-with-previous.ts';
import type { Value } from '../../../../shared/reading/model/reading.ts';
import {
  type Changes,
  codes,
  figures,
  findingOf,
  formRows,
  header,
  read,
  regime,
  report,
  taskOf,
  word,
} from '../by-hand.ts';

describe('cross-checks within one report', () => {
  it.each<[string, string, Changes, string, string]>([
    [
      'e',
      'X01',
      { A05: 5 },
      '(1) Số mô hình, điển hình "Dân vận khéo" đăng ký (ô E12) = 5; (2) mô hình – tập thể (ô E13) 2 + mô hình – cá nhân (ô E14) 2 = 4',
      'số (1) bằng số (2)',
    ],
    [
      'e',
      'X02',
      { A08: 9 },
      '(1) Số mô hình, điển hình "Dân vận khéo" được công nhận (ô E15) = 9; (2) số mô hình, điển hình "Dân vận khéo" đăng ký (ô E12) = 4',
      'số (1) không lớn hơn số (2)',
    ],
    [
      'e',
      'X03',
      { A02: 0 },
      '(1) Số hội nghị quán triệt, tuyên truyền (ô E9) = 0; (2) số lượt người dự hội nghị quán triệt (ô E10) = 120',
      'số (1) và số (2) cùng bằng 0 hoặc cùng khác 0',
    ],
    [
      'w',
      'X04',
      { A03: 1 },
      '(1) Số lượt người dự hội nghị quán triệt (ô E10) = 1; (2) số hội nghị quán triệt, tuyên truyền (ô E9) = 2',
      'số (1) không nhỏ hơn số (2)',
    ],
    [
      'e',
      'X05',
      { B05: 0 },
      '(1) Số cuộc đối thoại với người dân, doanh nghiệp, người lao động (ô E21) = 1; (2) số lượt người dự đối thoại (ô E22) = 0',
      'số (1) và số (2) cùng bằng 0 hoặc cùng khác 0',
    ],
    [
      'w',
      'X07',
      { B07: 11 },
      '(1) Số công dân được tiếp (ô E24) = 11; (2) số lượt tiếp công dân (ô E23) = 12',
      'số (1) không nhỏ hơn số (2)',
    ],
    [
      'e',
      'X08',
      { B10: 13, B11: -1 },
      '(1) Số đơn đã giải quyết (ô E27) = 13; (2) số đơn kỳ trước chuyển sang (ô E25) 2 + số đơn tiếp nhận trong kỳ (ô E26) 10 = 12',
      'số (1) không lớn hơn số (2)',
    ],
    [
      'e',
      'X09',
      { B11: 4 },
      '(1) Số đơn còn tồn cuối kỳ (ô E28) = 4; (2) số đơn kỳ trước chuyển sang (ô E25) 2 + số đơn tiếp nhận trong kỳ (ô E26) 10 − số đơn đã giải quyết (ô E27) 9 = 3',
      'số (1) bằng số (2)',
    ],
    [
      'e',
      'X11',
      { B13: 201 },
      '(1) Hồ sơ – giải quyết trước hạn và đúng hạn (ô E30) = 201; (2) số hồ sơ TTHC đã giải quyết (ô E29) = 200',
      'số (1) không lớn hơn số (2)',
    ],
    [
      'e',
      'X12',
      { B14: 97 },
      'Tỷ lệ hồ sơ TTHC giải quyết trước hạn và đúng hạn (ô E31) = 97; tính lại: 100 × hồ sơ – giải quyết trước hạn và đúng hạn (ô E30) 197 ÷ số hồ sơ TTHC đã giải quyết (ô E29) 200 = 98,5',
      '98,5 (chênh lệch không quá 0,05)',
    ],
    [
      'e',
      'X13',
      { C02: 5 },
      '(1) Số ý kiến, kiến nghị đã trả lời (ô E34) = 5; (2) số ý kiến, kiến nghị của công chức, viên chức, người lao động và Nhân dân tiếp nhận (ô E33) = 4',
      'số (1) không lớn hơn số (2)',
    ],
    [
      'e',
      'X14',
      { C03: 51, C04: 51, C05: 100 },
      '(1) Số người tham gia Cuộc thi trắc nghiệm trên Internet về "Dân vận khéo" (ô E35) = 51; (2) tổng số công chức, viên chức, người lao động có mặt cuối kỳ (ô E44) = 50',
      'số (1) không lớn hơn số (2)',
    ],
    [
      'e',
      'X15',
      { C04: 29 },
      '(1) Số lượt dự thi (ô E36) = 29; (2) số người tham gia Cuộc thi trắc nghiệm trên Internet về "Dân vận khéo" (ô E35) = 30',
      'số (1) không nhỏ hơn số (2)',
    ],
    [
      'w',
      'X17',
      { B03: 51 },
      '(1) Số người dự hội nghị cán bộ, công chức, viên chức, người lao động (ô E20) = 51; (2) tổng số công chức, viên chức, người lao động có mặt cuối kỳ (ô E44) = 50',
      'số (1) không lớn hơn số (2)',
    ],
    [
      'w',
      'X18',
      { E02: '29/02/2024' },
      'Ngày ban hành kế hoạch dân vận của đơn vị (ô E45) = 29/02/2024; hạn nộp kế hoạch = 28/02/2024',
      'không muộn hơn ngày 28/02/2024',
    ],
  ])('%s:%s speaks with its figures', (severity, id, changes, found, expected) => {
    const reading = read(report(changes, { ...changes }));
    expect(codes(reading)).toContain(`${severity}:${id}`);
    expect(findingOf(reading, id)).toMatchObject({ found, expected });
  });

  it('say where, what was expected, and how to mend it', () => {
    expect(findingOf(read(report({ A05: 5 })), 'X01')).toEqual({
      code: 'X01',
      severity: 'error',
      where: { sheet: 'Số liệu', cell: 'E12' },
      found:
        '(1) Số mô hình, điển hình "Dân vận khéo" đăng ký (ô E12) = 5; (2) mô hình – tập thể (ô E13) 2 + mô hình – cá nhân (ô E14) 2 = 4',
      expected: 'số (1) bằng số (2)',
      message: {
        vi: 'Số liệu chưa khớp: số mô hình, điển hình "Dân vận khéo" đăng ký phải bằng tổng số tập thể và cá nhân.',
        en: 'Figures do not agree: models registered must equal collectives plus individuals.',
      },
      fix: {
        vi: 'Đề nghị xem lại các ô E12, E13 và E14, sửa số chưa đúng rồi gửi lại.',
        en: 'Please look at cells E12, E13 and E14, correct what is wrong and send the report again.',
      },
    });
  });

  it('name row and column of a Word table, and leave out no part of a long equation', () => {
    const rows = [header, ...formRows({ A05: 5 })].map((row) =>
      row.map((written) => (typeof written === 'object' ? (written?.text ?? '') : String(written))),
    );
    const document = word('Đơn vị báo cáo: VPDK', 'Kỳ báo cáo: Q1-2024', rows);
    const { found, fix } = findingOf(read(document), 'X01');
    expect(found).toBe(
      '(1) Số mô hình, điển hình "Dân vận khéo" đăng ký (bảng 1, dòng 7, cột 5) = 5; (2) mô hình – tập thể (bảng 1, dòng 8, cột 5) 2 + mô hình – cá nhân (bảng 1, dòng 9, cột 5) 2 = 4',
    );
    expect(fix.vi).toBe(
      'Đề nghị xem lại bảng 1, dòng 7, cột 5; dòng 8, cột 5; dòng 9, cột 5, sửa số chưa đúng rồi gửi lại.',
    );
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

  it('reject where they are two days, of which only one can be meant', () => {
    const reading = read(report({ B01: '15/02/2024' }, { B01: '20/02/2024' }));
    expect(codes(reading)).toEqual(['e:DUPLICATE_DIFFERS']);
    expect(findingOf(reading, 'DUPLICATE_DIFFERS')).toMatchObject({
      found: '20/02/2024',
      expected: '15/02/2024',
    });
    expect(codes(read(report({ B01: '15/02/2024' }, { B01: '15/02/2024' })))).toEqual([]);
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
      expected: '120 — Số lượt người dự hội nghị quán triệt (ô E10)',
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
      found: '(1) Số đơn kỳ trước chuyển sang (ô B08) = 5; (2) số đơn còn tồn cuối kỳ (kỳ trước) = 3',
      expected: 'số (1) bằng số (2)',
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
    expect(about).toContain(
      'X19: (1) Số văn bản lãnh đạo, chỉ đạo, triển khai công tác dân vận đã ban hành (lũy kế) = 9; (2) lũy kế kỳ trước 3 + trong kỳ (ô A01) 2 = 5',
    );
    expect(about).toContain(
      'X20: (1) Số mô hình, điển hình "Dân vận khéo" đăng ký (lũy kế) = 3; (2) lũy kế kỳ trước = 4',
    );
    expect(about).toContain(
      'X21: Tổng số công chức, viên chức, người lao động có mặt cuối kỳ (ô E01) = 61; kỳ trước = 50',
    );
    expect(findings.find(({ code }) => code === 'X21')?.expected).toBe('hai số chênh nhau không quá 10');
    const named = findings.find(({ code, found }) => code === 'X19' && found?.includes('= 9;'));
    expect(named?.message.vi).toMatch(
      /^Số liệu chưa khớp ở chỉ tiêu Số văn bản lãnh đạo.* \(A01\): số lũy kế/,
    );
  });

  it('has nothing to say in the first period, or before any report came', () => {
    expect(compareWithPrevious(taskOf('VPDK', 'Q1-2024'), valuesOf({ B08: [9, 9] }), valuesOf())).toEqual([]);
    expect(compareWithPrevious(task, valuesOf({ B08: [9, 9] }), [])).toEqual([]);
  });
});
