import { describe, expect, it } from 'vitest';
import type { Period } from '../../../shared/regime/regime.ts';
import { isOfYearSoFar, monthsTold } from '../../../shared/regime/span.ts';
import { periodOf, regime } from '../summary/sample.ts';

const titled = (vi: string, of = '6T-2024', changes: Partial<Period> = {}): Period => ({
  ...periodOf(of),
  title: { vi, en: vi },
  ...changes,
});

describe('a report is of all since the year began', () => {
  it.each([
    ['Báo cáo 6 tháng đầu năm 2024', '6T-2024'],
    ['Báo cáo công tác dân vận sáu tháng năm 2024', '6T-2024'],
    ['Báo cáo nửa đầu năm 2024', '6T-2024'],
    ['Báo cáo 06 (sáu) tháng đầu năm 2024', '6T-2024'],
    ['Báo cáo bán niên 2024', '6T-2024'],
    ['Báo cáo định kỳ 6 tháng đầu năm 2024', '6T-2024'],
    ['Báo cáo kỳ 06 (sáu) tháng đầu năm 2024', '6T-2024'],
    ['Báo cáo 6 tháng đầu năm, nhiệm kỳ 2020-2025', '6T-2024'],
    ['Report of the first six months of 2024', '6T-2024'],
    ['Báo cáo 9 tháng năm 2024', '9T-2024'],
    ['Báo cáo kết quả thực hiện nhiệm vụ 6 tháng đầu năm, phương hướng quý III năm 2024', '6T-2024'],
    ['Báo cáo 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2024', '6T-2024'],
    ['Báo cáo 6 tháng đầu năm và quý II năm 2024', '6T-2024'],
  ])('where its title names more months than its window has: %s', (title, of) => {
    expect(isOfYearSoFar(regime, titled(title, of))).toBe(true);
  });

  it('where a year’s report adds nothing up itself', () => {
    const whole = { ...periodOf('N-2024'), sumOf: undefined };
    expect(isOfYearSoFar(regime, whole)).toBe(true);
    expect(isOfYearSoFar(regime, periodOf('N-2024'))).toBe(false);
  });

  it.each([
    ['of the quarter', titled('Báo cáo quý II năm 2024')],
    [
      'of the quarter, and names the months that lie ahead',
      titled('Báo cáo quý II năm 2024, phương hướng 6 tháng cuối năm 2024'),
    ],
    ['of the quarter, and names tasks', titled('Báo cáo quý II năm 2024; nhiệm vụ 6 tháng cuối năm')],
    ['of the third quarter, and names tasks', titled('Báo cáo quý III, nhiệm vụ 9 tháng', '9T-2024')],
    ['of the quarter first', titled('Báo cáo quý II và 6 tháng đầu năm 2024')],
    ['of nothing but what lies ahead', titled('Báo cáo công tác, triển khai 6 tháng cuối năm 2024')],
    ['of a month', titled('Báo cáo tháng 6 năm 2024')],
    ['of other months than lie between the days', titled('Báo cáo 9 tháng năm 2024')],
    ['of the year’s first period', periodOf('Q1-2024')],
    [
      'of a half-year that units report whole',
      titled('Báo cáo 6 tháng đầu năm 2024', '6T-2024', { window: { from: '2023-12-15', to: '2024-06-14' } }),
    ],
    [
      'of the year’s second half',
      titled('Báo cáo 6 tháng cuối năm 2024', 'N-2024', {
        sumOf: undefined,
        window: { from: '2024-06-15', to: '2024-12-14' },
      }),
    ],
  ])('and not where it is %s', (_, period) => {
    expect(isOfYearSoFar(regime, period)).toBe(false);
  });
});

/** The months that the title names: those of the one report of three that is then of all since the year began. */
function monthsNamedBy(title: string): number | null {
  const reports = [
    [6, '6T-2024'],
    [9, '9T-2024'],
    [12, 'N-2024'],
  ] as const;
  const of = reports.filter(([, id]) => isOfYearSoFar(regime, titled(title, id, { sumOf: undefined })));
  expect(of.length, title).toBeLessThan(2);
  return of[0]?.[0] ?? null;
}

describe('a title names', () => {
  it.each([
    'Báo cáo kỳ I (6 tháng đầu năm 2024)',
    'Báo cáo kì 1: sáu tháng đầu năm 2024',
    'Báo cáo lần 1 - 6 tháng đầu năm 2024',
    'Báo cáo lần 2, nửa đầu năm 2024',
    'Báo cáo kỳ 1 bán niên 2024',
    'Báo cáo đợt 1: 6 tháng đầu năm 2024',
    'Báo cáo lần 1 kết quả thực hiện nhiệm vụ 6 tháng đầu năm 2024',
    'Báo cáo 6 tháng đầu năm 2024 (kỳ I)',
    'UBND Q.1 báo cáo 6 tháng đầu năm 2024',
    'UBND Q. Ba Đình báo cáo 6 tháng đầu năm 2024',
    'Báo cáo Q2 và 6 tháng đầu năm 2024',
    'Báo cáo T6 và 6 tháng đầu năm 2024',
  ])('six months, however the report is numbered and whoever makes it: %s', (title) => {
    expect(monthsNamedBy(title)).toBe(6);
  });

  it.each([
    'Báo cáo năm 2024',
    'Báo cáo năm 2024 (lần 2)',
    'Báo cáo năm 2024 - lần 2',
    'Báo cáo năm 2024, nhiệm kỳ 2020-2025',
    'Báo cáo Q. Ba Đình năm 2024',
    'Báo cáo Q.Tân Bình năm 2024',
    'Báo cáo Q.5 năm 2024',
    'Báo cáo Q.12 năm 2024',
    'UBND Q.1 báo cáo năm 2024',
    'Báo cáo của UBND Q.3 năm 2024',
    'Báo cáo của Uỷ ban nhân dân Q. 3 năm 2024',
    'Báo cáo của phường 5, Q.3 năm 2024',
    'Báo cáo của P.5, Q.3 năm 2024',
    'Báo cáo của Q.1, TP. Hồ Chí Minh năm 2024',
    'Báo cáo của Q.1 Hồ Chí Minh năm 2024',
    'Phòng Tài nguyên Q.1 báo cáo năm 2024',
  ])('the year, of which a district is no quarter: %s', (title) => {
    expect(monthsNamedBy(title)).toBe(12);
  });

  it.each([
    ...['quí IV', 'kì IV', 'kỳ 4', 'QIV', 'Q4', 'q4', 'Q.4', 'Q. IV', 'T12', 'lần 4'].map(
      (part) => `Báo cáo ${part} năm 2024`,
    ),
    'BÁO CÁO Q4 NĂM 2024',
    'Báo cáo Q4 Kết quả cải cách hành chính năm 2024',
    'Báo cáo Q.IV - Cải cách hành chính năm 2024',
    'Báo cáo Q4, Công tác năm 2024',
    'Báo cáo Q4 Sở Nội vụ năm 2024',
    'Báo cáo CCHC Q4 Tỉnh Lạng Sơn năm 2024',
    'Báo cáo của phường Đông Kinh Q4 năm 2024',
    'Báo cáo của UBND Q4 năm 2024',
    'Báo cáo của UBND Q.4 năm 2024',
    'Báo cáo Q3 Kết quả cải cách hành chính năm 2024',
    'Báo cáo Q4/2024, năm thứ nhất',
    'Báo cáo Q4 Năm 2024',
    'Báo cáo của UBND huyện Cao Lộc Q4 năm 2024',
    'Báo cáo của UBND xã Bình Trung Q4 năm 2024',
    'Báo cáo công tác quốc phòng Q4 năm 2024',
    'Báo cáo 3 tháng cuối năm 2024',
    'Báo cáo kỳ 2 - 6 tháng cuối năm 2024',
    'Báo cáo quý IV và cả năm 2024',
    'Báo cáo quý II và 6 tháng đầu năm 2024',
    'Báo cáo tháng 6 và 6 tháng đầu năm 2024',
    'Báo cáo kỳ III, nhiệm vụ 9 tháng',
    'Báo cáo kỳ I, nhiệm vụ 6 tháng cuối năm 2024',
  ])('a part of the year: %s', (title) => {
    expect(monthsNamedBy(title)).toBeNull();
  });
});

describe('a report is told as', () => {
  const since = (cumulativeFrom: string, to: string) => ({
    cumulativeFrom,
    window: { from: '2024-09-15', to },
  });

  it.each([
    [
      'the year that its title names, closed in November',
      'năm 2024',
      since('2023-12-15', '2024-11-14'),
      12,
      true,
    ],
    ['the year, closed on the last of November', 'năm 2024', since('2024-01-01', '2024-11-30'), 12, true],
    ['the year, closed on 10 December', 'tổng kết năm 2024', since('2024-01-01', '2024-12-10'), 12, true],
    ['the months that it names', '11 tháng năm 2024', since('2023-12-15', '2024-11-14'), 11, true],
    ['its months where they are far from a year', 'năm 2024', since('2024-04-01', '2024-11-14'), 7, false],
    ['twelve where it names nothing', 'tổng kết', since('2023-12-15', '2024-12-14'), 12, false],
  ])('%s', (_, name, days, months, leads) => {
    const period = titled(`Báo cáo ${name}`, 'N-2024', days);
    expect(monthsTold(regime, period)).toBe(months);
    expect(isOfYearSoFar(regime, { ...period, sumOf: undefined })).toBe(leads);
  });

  it('what lies between the first period added up and its end, where no other day is given; else nobody knows', () => {
    const undated = titled('Báo cáo năm 2024', 'N-2024', { cumulativeFrom: undefined });
    expect(monthsTold(regime, undated)).toBe(12);
    expect(monthsTold(regime, { ...undated, sumOf: ['6T-2024'] })).toBe(9);
    expect(monthsTold(regime, { ...undated, sumOf: undefined })).toBeNull();
  });
});
