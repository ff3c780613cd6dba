import { describe, expect, it } from 'vitest';
import { amountInWords } from '../../../../shared/reading/understand/in-words.ts';
import { readNumber } from '../../../../shared/reading/understand/numbers.ts';
import { codes, findingOf, read, regime, report, taskOf, valueFor, type Written } from '../by-hand.ts';

/** The figure read for A01 (a count of văn bản), and what was said about it; its cumulative figure is left out. */
function count(written: Written) {
  const reading = read(report({ A01: written }, { A01: null }));
  const about = codes(reading).filter((code) => !code.endsWith('CUMULATIVE_BLANK'));
  return [valueFor(reading, 'A01').value, ...about];
}

describe('an amount in words', () => {
  it.each<[string, ...number[]]>([
    ['mười hai', 12],
    ['hai mươi lăm', 25],
    ['một trăm linh hai', 102],
    ['một trăm lẻ năm', 105],
    ['một nghìn không trăm linh hai', 1002],
    ['một triệu hai nghìn', 1_002_000],
    ['hai nghìn tỷ', 2e12],
    ['năm trăm nghìn triệu', 5e11],
    ['hai nghìn năm trăm tỷ', 2.5e12],
    ['hai trăm nghìn không trăm mười', 200_010],
    ['một trăm hai', 102, 120],
    ['một nghìn hai', 1002, 1200],
    ['một trăm hai nghìn', 102_000, 120_000],
    ['một triệu hai', 1_000_002, 1_200_000],
    ['một nghìn hai tỷ', 1.002e12, 1.2e12],
    ['một tỷ hai nghìn triệu'],
    ['hai nghìn nghìn'],
    ['hai nghìn ba nghìn'],
    ['linh nghìn'],
    ['nghìn'],
    ['lẻ'],
    ['một trăm linh'],
    ['hai ba'],
  ])('%s', (text, ...amounts) => {
    expect(amountInWords(text)?.amounts ?? []).toEqual(amounts);
  });

  it('that may mean two is of either, and of no other', () => {
    expect(count('120 (một trăm hai)')).toEqual([120, 'n:TEXT_NUMBERS']);
    expect(count('102 (một trăm hai)')).toEqual([102, 'n:TEXT_NUMBERS']);
    expect(count('12 (một trăm hai)')).toEqual([null, 'e:WORDS_DIFFER']);
  });
});

describe('a letter right behind digits', () => {
  it('may be a digit, even where the regime counts in it', () => {
    const litres = regime.indicators.map((each) =>
      each.code === 'A01' ? { ...each, unitOfMeasure: 'l' } : each,
    );
    const task = { ...taskOf(), regime: { ...regime, indicators: litres } };
    const readAs = (A01: string) => valueFor(read(report({ A01 }), task), 'A01').value;
    expect(readAs('1 l')).toBe(1);
    expect(readAs('1l')).toBeNull();
  });
});

describe('what stands beside digits', () => {
  it('multiplies, even where the regime counts so elsewhere', () => {
    const thousands = regime.indicators.map((each) =>
      each.code === 'A02' ? { ...each, unitOfMeasure: 'nghìn tờ' } : each,
    );
    const task = { ...taskOf(), regime: { ...regime, indicators: thousands } };
    expect(valueFor(read(report({ A01: '12 nghìn' }), task), 'A01').value).toBeNull();
  });

  it('may be a second number: then there is none', () => {
    expect(readNumber('142\n350', { whole: true })).toBeNull();
    expect(readNumber('142 tờ', { whole: true })?.value).toBe(142);
  });
});

describe('a cumulative formula of the form that took what was typed for no number', () => {
  it.each([
    ['-', 19],
    ['Không', 19],
    ['12 lượt', 31],
    ['5', 24],
    ['rất nhiều', null],
  ])('adds to it all the same: %s', (A01, cumulative) => {
    const left = { text: '=IF(ISNUMBER(E12),E12+19,"")', ofForm: true, adds: 19 } as const;
    expect(valueFor(read(report({ A01 }, { A01: left })), 'A01').cumulative).toBe(cumulative);
  });
});

describe('a count', () => {
  it.each<[Written, ...(string | number | null)[]]>([
    [12, 12],
    ['12', 12, 'n:TEXT_NUMBERS'],
    ['05', 5, 'n:TEXT_NUMBERS'],
    ['0', 0, 'n:TEXT_NUMBERS'],
    ['1.234', 1234, 'n:SEPARATOR'],
    ['1 234', 1234, 'n:SEPARATOR'],
    ['1.250', 1250, 'n:SEPARATOR'],
    ['1,250', 1250, 'w:SEPARATOR_UNUSUAL'],
    ['12,0', 12, 'n:TEXT_NUMBERS'],
    [{ text: '12%', number: 12 }, null, 'e:NOT_A_NUMBER'],
    ['12 (tr. nghề)', 12, 'n:NUMBER_IN_TEXT'],
    ['12 (tr. người)', null, 'e:NOT_A_NUMBER'],
    ['12 văn bản', 12, 'n:NUMBER_IN_TEXT'],
    ['12 VB', 12, 'n:NUMBER_IN_TEXT'],
    ['12 (mười hai)', 12, 'n:TEXT_NUMBERS'],
    ['12 (mười hai văn bản)', 12, 'n:TEXT_NUMBERS'],
    ['1.205 (bằng chữ: một nghìn hai trăm linh năm)', 1205, 'n:SEPARATOR'],
    ['12 (mười ba)', null, 'e:WORDS_DIFFER'],
    ['12 (một trăm mười hai văn bản)', null, 'e:WORDS_DIFFER'],
    ['12 (ba phòng)', 12, 'n:NUMBER_IN_TEXT'],
    ['12 (không tính trùng)', 12, 'n:NUMBER_IN_TEXT'],
    ['12 (chưa đầy đủ)', 12, 'w:APPROXIMATE'],
    ['12 (dự kiến)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (lũy kế)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (số liệu năm trước)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (theo kế hoạch)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (tính từ đầu năm)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (kể từ đầu năm)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (gồm cả lũy kế)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (quý IV năm trước)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (KH)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (đã cộng quý trước)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (so với cùng kỳ)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (quý II)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (quý I)', 12, 'n:NUMBER_IN_TEXT'],
    ['12 (của quý II)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (quý hai)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (tính đến hết quý II)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (trong quý I và quý II)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (theo báo cáo quý II)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (báo cáo quý II)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (số liệu báo cáo năm)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (sáu tháng đầu năm)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (sau thang)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (cả năm)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (số văn bản quý II)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (hội nghị quý II)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (số cả năm)', null, 'e:FIGURE_OF_OTHER'],
    ['12 (dự kiến thực hiện)', null, 'e:FIGURE_OF_OTHER'],
    ...[
      ...[
        'ước cả năm',
        'KH cả năm',
        'phấn đấu cả năm',
        'ước quý II',
        'ƯTH quý II',
        'TH quý II',
        'chốt quý II',
      ],
      ...['thống kê quý II', 'bổ sung quý II', 'giao quý II', 'đã báo cáo quý II', 'trong đó quý II'],
      ...['hoàn thành quý II', 'làm trong quý II', 'lượt quý II', 'vụ việc quý II', 'tồn quý IV năm trước'],
      ...[
        'tồn quý I năm trước',
        'ba tháng cuối năm',
        'quý hai vừa qua',
        'đã báo cáo năm',
        'có báo cáo cả quý II',
      ],
      ...['sau tháng qua', 'báo cáo năm trước', 'gồm báo cáo quý II'],
    ].map((remark): [string, null, string] => [`12 (${remark})`, null, 'e:FIGURE_OF_OTHER']),
    ['12 (quy tụ nhân dân)', 12, 'n:NUMBER_IN_TEXT'],
    ['12 (mỗi quý hai lần)', 12, 'n:NUMBER_IN_TEXT'],
    ['12 (hoàn thành quý I trước hạn)', 12, 'n:NUMBER_IN_TEXT'],
    ['12 (quý I năm trước chuyển sang)', 12, 'n:NUMBER_IN_TEXT'],
    ['3 (gồm công văn và kế hoạch quý II)', 3, 'n:NUMBER_IN_TEXT'],
    ['3 (có cả nam)', 3, 'n:NUMBER_IN_TEXT'],
    ['12 (gồm cả nam và nữ)', 12, 'n:NUMBER_IN_TEXT'],
    ['12 (ca nam va nu)', 12, 'n:NUMBER_IN_TEXT'],
    ['12 (ba tháng đầu năm)', 12, 'n:NUMBER_IN_TEXT'],
    ['2 (báo cáo tổng kết năm)', 2, 'n:NUMBER_IN_TEXT'],
    ['3 (báo cáo năm, báo cáo quý)', 3, 'n:NUMBER_IN_TEXT'],
    ['2 (báo cáo sáu tháng, kế hoạch)', 2, 'n:NUMBER_IN_TEXT'],
    ['3 (có kế hoạch quý II)', 3, 'n:NUMBER_IN_TEXT'],
    ['3 (sau tháng thanh niên)', 3, 'n:NUMBER_IN_TEXT'],
    ['4 (sáu tháng một lần)', 4, 'n:NUMBER_IN_TEXT'],
    ['12 (kế hoạch, công văn)', 12, 'n:NUMBER_IN_TEXT'],
    ['12 (kỳ trước chuyển sang)', 12, 'n:NUMBER_IN_TEXT'],
    ['12 (theo kế toán đơn vị)', 12, 'n:NUMBER_IN_TEXT'],
    ['12 (ca trực)', 12, 'n:NUMBER_IN_TEXT'],
    ['12 người', 12, 'w:UNIT_DIFFERS'],
    ['……', null, 'w:BLANK'],
    ['. . . .', null, 'w:BLANK'],
    ['____', null, 'w:BLANK'],
    ['0.125', null, 'e:NOT_WHOLE'],
    ['1000.000', null, 'e:NOT_A_NUMBER'],
    ['12 nghìn', null, 'e:NOT_A_NUMBER'],
    ['3 triệu đồng', null, 'e:NOT_A_NUMBER'],
    ['không', 0, 'n:ZERO_IN_WORDS'],
    ['Không phát sinh', 0, 'n:ZERO_IN_WORDS'],
    ['-', 0, 'n:ZERO_IN_WORDS'],
    ['–', 0, 'n:ZERO_IN_WORDS'],
    ['khoảng 30', 30, 'w:APPROXIMATE'],
    ['trên 30 văn bản', 30, 'w:APPROXIMATE', 'n:NUMBER_IN_TEXT'],
    ['1.234,5', null, 'e:NOT_WHOLE'],
    [12.5, null, 'e:NOT_WHOLE'],
    [{ text: '12', number: 12.000000000001 }, 12],
    [-3, null, 'e:NEGATIVE'],
    ['-3', null, 'e:NEGATIVE'],
    ['nhiều', null, 'e:NOT_A_NUMBER'],
    ['12/15', null, 'e:NOT_A_NUMBER'],
    ['5 cuộc, 3 hội nghị', null, 'e:NOT_A_NUMBER'],
    ['12O', null, 'e:NOT_A_NUMBER'],
    ['1l', null, 'e:NOT_A_NUMBER'],
    ['12 S', null, 'e:NOT_A_NUMBER'],
    ['6-', null, 'e:NOT_A_NUMBER'],
    ['6 −', null, 'e:NOT_A_NUMBER'],
    ['12 ₫', null, 'e:NOT_A_NUMBER'],
    ['12 đ', null, 'e:NOT_A_NUMBER'],
    ['$12', null, 'e:NOT_A_NUMBER'],
    ['12½', null, 'e:NOT_A_NUMBER'],
    ['12 (nghìn)', null, 'e:NOT_A_NUMBER'],
    ['12 (ước)', 12, 'w:APPROXIMATE'],
    ['142\n350', null, 'e:NOT_A_NUMBER'],
    ['1250\u20281300', null, 'e:NOT_A_NUMBER'],
    ['12 văn bản chưa gửi', null, 'e:NOT_A_NUMBER'],
    ['12 nhóm', null, 'e:NOT_A_NUMBER'],
    ['\u200b12\ufeff', 12, 'n:UNSEEN_LETTERS', 'n:TEXT_NUMBERS'],
    ['1\u200b2', 12, 'n:UNSEEN_LETTERS', 'n:TEXT_NUMBERS'],
    ['\u202e21', null, 'e:NOT_A_NUMBER'],
    ['12¹', 12, 'n:RAISED_MARK'],
    ['12⁽²⁾', 12, 'n:RAISED_MARK'],
    ['12ᵃ văn bản', 12, 'n:RAISED_MARK', 'n:NUMBER_IN_TEXT'],
    ['12*', 12, 'n:RAISED_MARK'],
    ['¹12', 12, 'n:RAISED_MARK'],
    ['1¹2', null, 'e:NOT_A_NUMBER'],
    [{ text: '0', number: 0, trouble: 'stale-formula', computed: '7' }, null, 'e:FORMULA_STALE'],
    [{ text: '0', number: 0, trouble: 'stale-formula' }, null, 'e:FORMULA_STALE'],
    [{ text: '0', number: 0, unchecked: true }, 0, 'w:FORMULA_UNCHECKED'],
    [{ text: '12', number: 12, unproven: true }, 12, 'n:FORMULAS_UNPROVEN'],
    ['98%', null, 'e:NOT_A_NUMBER'],
    [{ text: '01/02/2024', date: '2024-02-01' }, null, 'e:NOT_A_NUMBER'],
    [{ text: '#REF!', trouble: 'error' }, null, 'e:CELL_ERROR'],
    [{ text: '=SUM(A1)', trouble: 'uncached-formula' }, null, 'e:FORMULA_NO_VALUE'],
  ])('written %j reads as %j %s %s', (written, ...expected) => {
    expect(count(written)).toEqual(expected);
  });

  it.each<[string, string, number | null]>([
    ['N-2024', '120 (cả năm)', null],
    ['N-2024', '120 (số cả năm)', null],
    ['N-2024', '120 (mười hai tháng)', null],
    ['N-2024', '120 (quý IV)', null],
    ['N-2024', '120 (báo cáo tổng kết năm)', 120],
    ['6T-2024', '120 (sáu tháng)', null],
    ['6T-2024', '120 (sáu tháng cuối năm)', null],
    ['6T-2024', '120 (quý I)', null],
    ['6T-2024', '120 (quý II)', 120],
    ['6T-2024', '4 (ba tháng một lần)', 4],
    ['Q1-2024', '4 (ba tháng)', 4],
  ])('of %s is none where a remark is of all that was before: %s', (period, A01, value) => {
    const reading = read(report({ A01 }, { A01: 500 }), taskOf('VPDK', period));
    expect(valueFor(reading, 'A01')).toMatchObject({ value, cumulative: 500 });
    expect(codes(reading).includes('e:FIGURE_OF_OTHER')).toBe(value === null);
  });

  it('since the year began may hold what was before its period, and is refused where it is of the period alone', () => {
    const since = (A01: string) => valueFor(read(report({}, { A01 })), 'A01').cumulative;
    expect(since('12 (gồm cả kỳ trước)')).toBe(12);
    expect(since('12 (tính từ đầu năm)')).toBe(12);
    expect(since('12 (tính trong kỳ)')).toBeNull();
    expect(since('12 (số của quý III trước)')).toBeNull();
    for (const other of ['12 (KH)', '12 (kỳ này)', '12 (chỉ trong quý)'])
      expect(since(other), other).toBeNull();
  });

  it('with its thousands apart is spoken of once in a file, without any separator', () => {
    const reading = read(
      report({ A01: '1.250', B12: '1.200', B13: '1.182' }, { A01: '1.250', B12: 1200, B13: 1182 }),
    );
    expect(codes(reading)).toEqual(['n:SEPARATOR']);
    expect(reading.findings[0]?.message.en).toContain('read as 1250');
  });

  it('has its separator told by the rest of its column', () => {
    const english = read(report({ A01: '1,250', B14: '98.5' }, { A01: 1250 }));
    expect(codes(english)).toEqual(['n:SEPARATOR_ENGLISH', 'n:TEXT_NUMBERS']);
    expect(valueFor(english, 'A01').value).toBe(1250);
    // The other column says nothing of this one.
    const other = read(report({ A01: '1,250' }, { A01: 1250, B14: '98.5' }));
    expect(codes(other)).toEqual(['w:SEPARATOR_UNUSUAL', 'n:TEXT_NUMBERS']);
    const point = read(report({ A01: '1.250', B14: '98.5' }, { A01: 1250 }));
    expect(codes(point)).toEqual(['w:SEPARATOR_MIXED', 'n:TEXT_NUMBERS']);
  });

  it('stands out in a column that is written in two ways', () => {
    const reading = read(report({ A01: '1.234', A03: '1.234,5', A04: '56049100664.36' }, { A01: 1234 }));
    expect(codes(reading)).toEqual(['e:NOT_WHOLE', 'e:NOT_WHOLE', 'w:SEPARATOR_MIXED']);
    expect(valueFor(reading, 'A01').value).toBe(1234);
  });

  it('never takes a blank cell for 0', () => {
    const reading = read(report({ A01: null }));
    expect(valueFor(reading, 'A01')).toMatchObject({ value: null, source: null, cumulative: 3 });
    expect(findingOf(reading, 'BLANK').message.vi).toContain('A01');
    expect(reading.state).toBe('accepted-with-warnings');
  });

  it('names the cell that cannot be read, what stands there and how to mend it', () => {
    const finding = findingOf(read(report({ A01: 'nhiều' })), 'NOT_A_NUMBER');
    expect(finding).toMatchObject({
      where: { sheet: 'Số liệu', cell: 'E8' },
      found: 'nhiều',
      severity: 'error',
    });
    expect(finding.message.vi).toContain('A01');
    expect(finding.fix.vi).toContain('số nguyên');
  });
});

describe('a formula whose stored result is none', () => {
  it('is told with what it stores and what it comes to', () => {
    const about = (computed?: string) => {
      const A01: Written = {
        text: '0',
        number: 0,
        trouble: 'stale-formula',
        ...(computed !== undefined && { computed }),
      };
      return findingOf(read(report({ A01 })), 'FORMULA_STALE');
    };
    expect(about('7')).toMatchObject({ found: '0', expected: '7', where: { sheet: 'Số liệu', cell: 'E8' } });
    expect(about('7').message.vi).toContain('tính ra 7');
    expect(about('').message.vi).toContain('tính ra ô trống');
    expect(about().message.vi).toContain('chưa biết kết quả thật');
  });

  it('is a doubt where it is a 0 that nothing speaks against', () => {
    const reading = read(report({ A01: { text: '0', number: 0, unchecked: true } }));
    expect(codes(reading).join()).toContain('FORMULA_UNCHECKED');
  });
});

describe('a share', () => {
  const share = (written: Written) => {
    const reading = read(report({ B14: written }));
    return [valueFor(reading, 'B14').value, ...codes(reading)];
  };
  it.each<[Written, ...(string | number | null)[]]>([
    [98.5, 98.5],
    ['98,5%', 98.5, 'n:TEXT_NUMBERS'],
    ['98,5', 98.5, 'n:TEXT_NUMBERS'],
    ['98,5 phần trăm', 98.5, 'n:NUMBER_IN_TEXT'],
    ['98,5O', null, 'n:PERCENT_UNREADABLE'],
    ['98,5 (quý II)', null, 'n:PERCENT_UNREADABLE'],
    ['98,5 (quý I)', 98.5, 'n:NUMBER_IN_TEXT'],
    ['98,5% (kế hoạch)', null, 'n:PERCENT_UNREADABLE'],
    ['98,5 (dự kiến)', null, 'n:PERCENT_UNREADABLE'],
    ['98,5% (quý IV năm trước)', null, 'n:PERCENT_UNREADABLE'],
    ['98% (chín mươi bảy phần trăm)', null, 'n:PERCENT_UNREADABLE'],
    ['khoảng 98,5%', 98.5, 'w:APPROXIMATE'],
    ['98,5% (đã làm tròn)', 98.5, 'n:NUMBER_IN_TEXT'],
    ['98.5 %', 98.5, 'n:TEXT_NUMBERS'],
    [{ text: '98,5%', number: 0.985, percent: true }, 98.5],
    [{ text: '98,5%', number: 98.5 }, 98.5],
    [{ text: '0,985%', number: 0.985 }, 0.985, 'e:X12'],
    [0.985, 98.5, 'w:PERCENT_FRACTION'],
    ['0,985', 98.5, 'w:PERCENT_FRACTION', 'n:TEXT_NUMBERS'],
    [197, null, 'e:PERCENT_RANGE'],
    ['gần hết', null, 'n:PERCENT_UNREADABLE'],
    [90, 90, 'e:X12'],
    [{ text: '=B13/B12', trouble: 'uncached-formula' }, null, 'n:PERCENT_UNREADABLE'],
  ])('written %j reads as %j %s %s', (written, ...expected) => {
    expect(share(written)).toEqual(expected);
  });

  it('is not said to be unreadable where it can be read and is of something else', () => {
    const { message } = findingOf(read(report({ B14: '98,5 (quý II)' })), 'PERCENT_UNREADABLE');
    expect(message.vi).toContain('chữ đi kèm cho biết là số khác');
    expect(message.en).toContain('words beside it say that it is another number');
  });

  it('that is asked for itself is refused where it is of something else', () => {
    const asked = regime.indicators.map(({ formula: _, ...each }) =>
      each.code === 'B14' ? { ...each, acrossUnits: 'sum' as const } : { ...each },
    );
    const reading = read(report({ B14: '98,5% (kế hoạch)' }), {
      ...taskOf(),
      regime: { ...regime, indicators: asked },
    });
    expect(valueFor(reading, 'B14').value).toBeNull();
    expect(codes(reading)).toContain('e:FIGURE_OF_OTHER');
  });

  it('is supplied where its parts bear out what the form’s formula comes to', () => {
    const supplied = (computed: string) =>
      share({ text: '=B13/B12', trouble: 'uncached-formula', computed, ofForm: true })[0];
    expect(supplied('98.5')).toBe(98.5);
    expect(supplied('50')).toBeNull();
  });

  it('may be left blank, since it is recomputed', () => {
    expect(codes(read(report({ B14: null, C05: null })))).toEqual([]);
  });
});

describe('a date', () => {
  const day = (written: Written) => {
    const reading = read(report({ B01: written }));
    return [valueFor(reading, 'B01').value, ...codes(reading)];
  };
  it.each<[Written, ...(string | number | null)[]]>([
    [{ text: '15/02/2024', date: '2024-02-15' }, '2024-02-15'],
    ['15/02/2024', '2024-02-15'],
    ['ngày 15/02/2024', '2024-02-15'],
    ['ngày 15 tháng 02 năm 2024', '2024-02-15', 'n:DATE_READ'],
    ['15 tháng 2, 2024', '2024-02-15', 'n:DATE_READ'],
    ['15/2/24', '2024-02-15', 'n:DATE_READ'],
    ['15/02/2024 00:00:00', '2024-02-15'],
    ['02/15/2024', '2024-02-15', 'w:DATE_ORDER'],
    ['15/2', '2024-02-15', 'w:DATE_WITHOUT_YEAR'],
    ['ngày 15 tháng 2', '2024-02-15', 'w:DATE_WITHOUT_YEAR'],
    ['Kế hoạch ngày 15/2', null, 'e:NOT_A_DATE'],
    ['15/02/2024, 16/02/2024', null, 'e:NOT_A_DATE'],
    ['14, 15/02/2024', null, 'e:NOT_A_DATE'],
    ['ngày 14 và 15/02/2024', null, 'e:NOT_A_DATE'],
    ['họp 14/02 - 15/02/2024', null, 'e:NOT_A_DATE'],
    ['15/02/2024 và 16/02', null, 'e:NOT_A_DATE'],
    ['15/02/2024 – 16', null, 'e:NOT_A_DATE'],
    ['KH 25/2, 15/02/2024', '2024-02-15', 'n:DATE_READ'],
    ['Kế hoạch số 12/2, ngày 15/02/2024', '2024-02-15', 'n:DATE_READ'],
    ['KH 12/2, 15/02/2024', null, 'e:NOT_A_DATE'],
    ['KH 25/2 và 15/02/2024', null, 'e:NOT_A_DATE'],
    ['họp 14/02, 15/02/2024', null, 'e:NOT_A_DATE'],
    ['ngày 25/2, 15/02/2024', null, 'e:NOT_A_DATE'],
    ['Kế hoạch số 12, 15/02/2024', '2024-02-15', 'n:DATE_READ'],
    ['15/02/2024, 3 cuộc', '2024-02-15', 'n:DATE_READ'],
    ['13/13/2024', null, 'e:NOT_A_DATE'],
    ['15-2-2024', '2024-02-15', 'n:DATE_READ'],
    ['15.02.2024', '2024-02-15', 'n:DATE_READ'],
    ['2024-02-15', '2024-02-15', 'n:DATE_READ'],
    ['Kế hoạch số 12/KH-VPDK ngày 15/02/2024', '2024-02-15', 'n:DATE_READ'],
    [45337, '2024-02-15', 'w:DATE_FROM_NUMBER'],
    ['15/02/2023', '2023-02-15', 'w:DATE_OUTSIDE_YEAR'],
    ['31/02/2024', null, 'e:NOT_A_DATE'],
    ['tháng 2', null, 'e:NOT_A_DATE'],
    [7, null, 'e:NOT_A_DATE'],
    [1e21, null, 'e:NOT_A_DATE'],
    [-45337, null, 'e:NOT_A_DATE'],
    ['chưa ban hành', null, 'n:NO_DATE_YET'],
    ['chưa ban hành, dự kiến 15/02/2024', null, 'n:NO_DATE_YET'],
    ['dự kiến ngày 15/02/2024', null, 'e:NOT_A_DATE'],
    ['trước 15/02/2024', null, 'e:NOT_A_DATE'],
    ['15/02/2024?', null, 'e:NOT_A_DATE'],
    ['15/02/2024 (dự kiến)', null, 'e:NOT_A_DATE'],
    ['15/02/2024 dự kiến', null, 'e:NOT_A_DATE'],
    ['15/02/2024 (theo kế hoạch)', null, 'e:NOT_A_DATE'],
    ['15/02/2024 (chưa ban hành)', null, 'e:NOT_A_DATE'],
    ['15/02/2024 (đang trình ký)', null, 'e:NOT_A_DATE'],
    ...[
      ...[
        'trình UBND',
        'trình thẩm định',
        'trình dự thảo',
        'trình chờ phê',
        'trình phê chuẩn',
        '(trình lần 2)',
      ],
      ...['trình Bộ', 'trình UBND tỉnh xem xét', 'đã trình UBND tỉnh'],
    ].map((behind): [string, null, string] => [`15/02/2024 ${behind}`, null, 'e:NOT_A_DATE']),
    ['Ban hành 15/02/2024 trình UBND tỉnh', '2024-02-15', 'n:DATE_READ'],
    ['Đã ban hành ngày 15/02/2024 trình HĐND', '2024-02-15', 'n:DATE_READ'],
    ['Ban hành 15/02/2024 trình UBND tỉnh phê duyệt', null, 'e:NOT_A_DATE'],
    ['Ban hành 15/02/2024 (trình UBND tỉnh)', null, 'e:NOT_A_DATE'],
    ['15/02/2024 trình UBND tỉnh phê duyệt', null, 'e:NOT_A_DATE'],
    ['15/02/2024 (trình ký)', null, 'e:NOT_A_DATE'],
    ['15/02/2024 đang trình UBND', null, 'e:NOT_A_DATE'],
    ['15/02/2024 chờ trình UBND', null, 'e:NOT_A_DATE'],
    ['Ban hành ngày 15/02/2024 theo chỉ tiêu', '2024-02-15', 'n:DATE_READ'],
    ['Đã ban hành 15/02/2024 theo kế hoạch', '2024-02-15', 'n:DATE_READ'],
    ['Ban hành ngày 15/02/2024 (theo kế hoạch)', null, 'e:NOT_A_DATE'],
    ['Dự kiến ban hành ngày 15/02/2024 theo kế hoạch', null, 'e:NOT_A_DATE'],
    ['ngày 15/02/2024 theo chỉ tiêu', null, 'e:NOT_A_DATE'],
    ['thứ tư 14/02/2024', '2024-02-14', 'n:DATE_READ'],
    ['Thu tu 14/02/2024', '2024-02-14', 'n:DATE_READ'],
    ['thu từ 15/02/2024', null, 'e:NOT_A_DATE'],
    ['tu 15/02/2024', null, 'e:NOT_A_DATE'],
    ['15/02/2024 (bản dự thảo)', null, 'e:NOT_A_DATE'],
    ['15/02/2024 trở đi', null, 'e:NOT_A_DATE'],
    ['15/02/2024 đến nay', null, 'e:NOT_A_DATE'],
    ['15/02/2024 (lần 1), 20/03 (lần 2)', null, 'e:NOT_A_DATE'],
    ['Họp ngày 20/3, ban hành ngày 15/02/2024', null, 'e:NOT_A_DATE'],
    ['15/02/2024 (KH số 20/3)', '2024-02-15', 'n:DATE_READ'],
    ['15/02/2024 (thay KH 12/03-KH)', '2024-02-15', 'n:DATE_READ'],
    ['15/02/2024 (ký 15/2)', '2024-02-15', 'n:DATE_READ'],
    ['15/02/2024 (trước hạn)', '2024-02-15', 'n:DATE_READ'],
    ['du kien ngay 15/02/2024', null, 'e:NOT_A_DATE'],
    ['DỰ KIẾN 15/02/2024'.normalize('NFD'), null, 'e:NOT_A_DATE'],
    ['hết ngày 15/02/2024', null, 'e:NOT_A_DATE'],
    ['15/02/2024 (Kế hoạch công tác dân vận)', '2024-02-15', 'n:DATE_READ'],
    ['Chùa Keo, 15/02/2024', '2024-02-15', 'n:DATE_READ'],
    ['Họp về phòng cháy, chữa cháy, 15/02/2024', '2024-02-15', 'n:DATE_READ'],
    ['tại đền 15/02/2024', '2024-02-15', 'n:DATE_READ'],
    ['chua ban hanh', null, 'n:NO_DATE_YET'],
    ['Chữa cháy', null, 'e:NOT_A_DATE'],
    ['15/02/2024 8h30', '2024-02-15', 'n:DATE_READ'],
    ['15/02/2024 8 giờ', '2024-02-15', 'n:DATE_READ'],
    ['08h00 15/02/2024', '2024-02-15', 'n:DATE_READ'],
    ['8:30 15/02/2024', '2024-02-15', 'n:DATE_READ'],
    ['Thứ 5 15/02/2024', '2024-02-15', 'n:DATE_READ'],
    ['đợt 1 15/02/2024', '2024-02-15', 'n:DATE_READ'],
    ['đợt 1 5/02/2024', null, 'e:NOT_A_DATE'],
    ['ngày 1 5/02/2024', null, 'e:NOT_A_DATE'],
    ['1     5/02/2024', null, 'e:NOT_A_DATE'],
    ['họp 20 15-02-24', null, 'e:NOT_A_DATE'],
    ['15/02/2024 12', null, 'e:NOT_A_DATE'],
    ['l5/02/2024', null, 'e:NOT_A_DATE'],
    ['1 5/02/2024', null, 'e:NOT_A_DATE'],
    ['1.5/02/2024', null, 'e:NOT_A_DATE'],
    ['15/02/20O4', null, 'e:NOT_A_DATE'],
    ['15/02/20 24', null, 'e:NOT_A_DATE'],
    ['ngày15/02/2024', '2024-02-15'],
    ['15/02/2024 (KH số 12)', '2024-02-15', 'n:DATE_READ'],
    ['2024-02-15T00:00:00', '2024-02-15', 'n:DATE_READ'],
  ])('written %j reads as %j %s', (written, ...expected) => {
    expect(day(written)).toEqual(expected);
  });
});

describe('a figure in words', () => {
  it('is kept as it stands', () => {
    const reading = read(report({ E03: 'Thiếu nhân lực; đề nghị bổ sung.' }));
    expect(valueFor(reading, 'E03').value).toBe('Thiếu nhân lực; đề nghị bổ sung.');
  });

  it.each(['Đã xong; số … ngày …', 'Đã xong, số ... ngày 05/02/2024'.normalize('NFD')])(
    'is in doubt at its cell where gaps of a template are left in it: %s',
    (D04) => {
      const reading = read(report({ D04 }));
      expect(valueFor(reading, 'D04').value).toBe(D04);
      expect(findingOf(reading, 'ANSWER_UNFILLED')).toMatchObject({ severity: 'warning', found: D04 });
    },
  );

  it('may end in dots for what else there is', () => {
    const reading = read(report({ E03: 'Tổ số 5 thiếu nhân lực, kinh phí…' }));
    expect(codes(reading)).not.toContain('w:ANSWER_UNFILLED');
  });
});
