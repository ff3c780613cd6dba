import { describe, expect, it } from 'vitest';
import { doubted, wayOutTold } from '../../../../shared/summary/report/doubted.ts';
import type { Summary } from '../../../../shared/summary/summary.ts';
import { periodOf, regime, sampleSummary } from '../sample.ts';

const sample = sampleSummary();
const quarter = [{ period: 'Q1-2024', title: sample.period.title, reported: 6 }];
const halfYear: Summary = { ...sample, period: periodOf('6T-2024') };
const year: Summary = {
  ...sample,
  period: periodOf('N-2024'),
  earlier: { ...sample.earlier, year: quarter },
};

const outlier = (of: Summary, indicator: string, against: 'history' | 'peers' = 'history') => {
  const why = { vi: 'gấp 25 lần', en: '25 times' };
  return doubted(of, { kind: 'outlier', unit: 'VPS', indicator, value: 500, usual: 20, against, why });
};

describe('what puts a figure in doubt', () => {
  const received = regime.indicators.find(({ name }) => JSON.stringify(name).includes('tiếp nhận trong kỳ'));
  const carried = regime.indicators.find(({ name }) => JSON.stringify(name).includes('kỳ trước chuyển sang'));

  it('gives a quarter’s figure in a half-year’s report for no more than the quarter’s', () => {
    for (const against of ['history', 'peers'] as const) {
      expect(outlier(halfYear, received?.code ?? '', against)).toMatch(
        /^Văn phòng Sở báo cáo số .*tiếp nhận trong kỳ của riêng quý II là 500, /,
      );
    }
    expect(outlier(halfYear, carried?.code ?? '')).toContain('kỳ trước chuyển sang của riêng quý II là 500');
  });

  it('gives what a unit reported last for no year’s, and what it did in all for no part’s', () => {
    expect(outlier(year, received?.code ?? '')).toMatch(/trong kỳ của riêng \S+ \S+ là 500/);
    expect(outlier(year, received?.code ?? '', 'peers')).toMatch(/trong năm là 500/);
    expect(outlier(sample, received?.code ?? '')).toMatch(/trong kỳ là 500/);
  });

  it('names whose figures would close a balance where they are few, else how many they are', () => {
    const told = (count: number) =>
      wayOutTold(year, {
        ...{ figures: [], untold: [] },
        wayOut: {
          figures: [{ indicator: 'B09', value: 40 }],
          units: sample.units.slice(0, count).map(({ unit }) => ({ unit: unit.code, figures: [] })),
        },
      });
    expect(told(4)).toMatch(/\(lần lượt là 40\) nếu lấy lũy kế khai của Văn phòng Sở(?:; [^;]+){3}$/);
    expect(told(5)).toMatch(/ nếu lấy lũy kế khai của 05 đơn vị$/);
  });

  it('names a part with its whole', () => {
    const part = regime.indicators.find(({ name }) => JSON.stringify(name).includes('Trong đó: cá nhân'));
    expect(outlier(sample, part?.code ?? '')).toMatch(
      /^Văn phòng Sở báo cáo (?!trong đó).+, trong đó .+ là 500/,
    );
  });
});
