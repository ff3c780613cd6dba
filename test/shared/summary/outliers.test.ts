import { describe, expect, it } from 'vitest';
import { type History, outliersIn } from '../../../shared/summary/outliers.ts';
import type { Part, Total } from '../../../shared/summary/summary.ts';
import { regime } from './sample.ts';

const code = 'A03';
const indicators = regime.indicators.filter((each) => each.code === code || each.code === 'B14');
const of = { ...regime, indicators };
const none: History = () => [];

function totalOf(figures: readonly (number | null)[], indicator = code, parts: readonly Part[] = []): Total {
  return {
    ...{ indicator, value: null, cumulative: null, blank: [], previous: null, lastYear: null },
    contributions: figures.map((value, n) => ({
      ...{ unit: regime.units[n]?.code ?? '', upload: '', value, source: null, cumulative: null },
      ...{ cumulativeSource: null, added: { value: true, cumulative: true }, parts },
    })),
  };
}
const found = (figures: readonly (number | null)[], history: History = none) =>
  outliersIn(of, 'Q1-2024', [totalOf(figures), totalOf([], 'B14')], history);

const usual = [187, 10, 9, 64, 10, 41, 142, 95, 103, 126, 58, 49];

describe('a figure out of the ordinary', () => {
  it('is not found among units that merely differ in size', () => {
    expect(found(usual)).toEqual([]);
    expect(found([3415, 64, 1250, 118, 37, 46, 52, 85, 29, 4872, 2480, 1936])).toEqual([]);
  });

  it('is one with a digit too many, beside the other units', () => {
    const [outlier, ...others] = found([...usual.slice(0, 9), 12_600, ...usual.slice(10)]);
    expect(others).toEqual([]);
    expect(outlier).toMatchObject({ unit: 'TTPTQD', indicator: code, value: 12_600, against: 'peers' });
    expect(outlier?.why.vi).toMatch(/^12\.600, gấp [\d.,]+ lần trung vị của 11 đơn vị khác \(\d+/);
    expect(outlier?.why.en).toContain('times the median of the 11 other units');
  });

  it('is one far from the unit’s own earlier periods, which count before the others', () => {
    const [outlier] = found([300, ...usual.slice(1)], (unit) => (unit === 'VPS' ? [20, 22, 25] : []));
    expect(outlier).toMatchObject({ unit: 'VPS', usual: 22, against: 'history' });
    expect(outlier?.why.vi).toBe(
      '300, gấp 13,6 lần trung vị 03 kỳ trước của đơn vị (22); đề nghị kiểm tra lại.',
    );
  });

  it('needs enough figures to tell: few units, or one earlier period, only show a slip of the pen', () => {
    expect(found([5, 5, 5, 5, 5, 5, 900])).toEqual([]);
    const oneEarlier = (figure: number) => (unit: string) => (unit === 'VPS' ? [figure] : []);
    expect(found([187], oneEarlier(60))).toEqual([]);
    expect(found([187], oneEarlier(18))[0]).toMatchObject({ against: 'history', usual: 18 });
    expect(found([12], oneEarlier(1))).toEqual([]);
  });

  it('leaves small figures alone, however they jump', () => {
    expect(found([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 15])).toEqual([]);
  });

  it('never is a blank', () => {
    expect(found([null, ...usual.slice(1)], () => [500, 510, 505]).map(({ unit }) => unit)).not.toContain(
      'VPS',
    );
  });

  it('is told of percentages by points', () => {
    const shares = totalOf([98, 99, 97, 98, 99, 98, 97, 99, 40], 'B14');
    const [outlier, ...others] = outliersIn(of, 'Q1-2024', [totalOf([]), shares], none);
    expect(others).toEqual([]);
    expect(outlier?.why.vi).toBe(
      '40%, thấp hơn 58 điểm phần trăm so với trung vị của 08 đơn vị khác (98%); đề nghị kiểm tra lại.',
    );
  });

  it('is looked for in the newest period’s own figure where the report adds several up', () => {
    const parts = [10, 12, 11, 400].map((value, n) => ({
      ...{ period: `P${n}`, upload: String(n), value, source: null },
    }));
    const total = totalOf([433], code, parts);
    const outliers = outliersIn(of, 'P3', [total, totalOf([], 'B14')], () => [10, 12, 11]);
    expect(outliers[0]).toMatchObject({ value: 400, usual: 11, against: 'history' });
  });
});
