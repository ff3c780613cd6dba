import { describe, expect, it } from 'vitest';
import type { Period } from '../../../shared/regime/regime.ts';
import { isOfYearSoFar } from '../../../shared/regime/span.ts';
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
    for (const title of ['Báo cáo năm 2024 (lần 2)', 'Báo cáo năm 2024, nhiệm kỳ 2020-2025']) {
      expect(isOfYearSoFar(regime, titled(title, 'N-2024', { sumOf: undefined })), title).toBe(true);
    }
    expect(isOfYearSoFar(regime, periodOf('N-2024'))).toBe(false);
  });

  it.each([
    ...['quí IV', 'kì IV', 'kỳ 4', 'QIV', 'Q.4', 'T12', 'lần 4'],
    ...['quý IV và cả', '3 tháng cuối'],
  ])('and not where it is of the last part of a year: Báo cáo %s năm 2024', (part) => {
    const last = titled(`Báo cáo ${part} năm 2024`, 'N-2024', { sumOf: undefined });
    expect(isOfYearSoFar(regime, last)).toBe(false);
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
