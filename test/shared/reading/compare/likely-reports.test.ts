import { describe, expect, it } from 'vitest';
import type { RecordedReport } from '../../../../shared/reading/compare/compare-with-others.ts';
import { likelyReports } from '../../../../shared/reading/compare/likely-reports.ts';
import { sketchLikeness, sketchOf } from '../../../../shared/reading/compare/text-sketch.ts';

const period = 'Q1-2024';
const words = (seed: number, count: number) =>
  Array.from({ length: count }, (_, n) => `w${Math.imul(seed * 7919 + n, 2_654_435_761) >>> 8}`);

function report(
  n: number,
  change: Partial<RecordedReport> & { text?: readonly string[] } = {},
): RecordedReport {
  const { text = words(n, 80), ...given } = change;
  const sketch = sketchOf([text.join(' ')]);
  return {
    ...{ upload: String(n).padStart(8, '0'), unit: `U${n}`, period, fileName: 'a.xlsx', receipt: `R${n}` },
    ...{ sha256: `sha-${n}`, state: 'accepted' },
    ...(sketch !== null && { sketch }),
    ...given,
  };
}
const uploadsOf = (reports: readonly RecordedReport[]) => reports.map(({ upload }) => Number(upload));

describe('the reports that one may be like', () => {
  it('are found among many by a text of which four fifths are the same', () => {
    const copied = words(1, 80);
    const many = Array.from({ length: 300 }, (_, n) => report(n + 10));
    const own = report(900, { text: [...copied.slice(0, 66), ...words(2, 14)] });
    const likely = likelyReports([...many, own, report(1, { text: copied })]);
    expect(uploadsOf(likely(own))).toEqual([900, 1]);
  });

  it('are never fewer than comparing each with each would name, as long as few share a text', () => {
    const common = words(5, 60);
    const reports = Array.from({ length: 120 }, (_, n) =>
      report(n + 1, { text: [...common.slice(0, 10), ...words(100 + (n % 40), 60), ...words(n + 200, 6)] }),
    );
    const likely = likelyReports(reports);
    let pairs = 0;
    for (const own of reports) {
      const likest = reports.filter(
        (other) => other.upload < own.upload && sketchLikeness(own.sketch ?? '', other.sketch ?? '') >= 0.3,
      );
      pairs += likest.length;
      expect(uploadsOf(likely(own))).toEqual(expect.arrayContaining(uploadsOf(likest)));
    }
    expect(pairs).toBeGreaterThan(80);
  });

  it('are a handful, the first of them all, where thousands wrote the same', () => {
    const text = words(7, 80);
    const reports = Array.from({ length: 2000 }, (_, n) => report(n + 1, { text, sha256: 'one' }));
    const likely = likelyReports(reports);
    const last = reports.at(-1);
    expect(last && uploadsOf(likely(last))).toEqual([2000, 8, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('of another period are the unit’s own alone, but for the same file', () => {
    const text = words(7, 80);
    const before = report(1, { text, period: 'Q4-2023', unit: 'A' });
    const foreign = report(2, { text, period: 'Q4-2023', unit: 'B' });
    const file = report(3, { period: 'Q4-2023', unit: 'C', sha256: 'same' });
    const own = report(9, { text, unit: 'A', sha256: 'same' });
    expect(uploadsOf(likelyReports([own, foreign, before, file])(own))).toEqual([1, 9, 3]);
  });

  it('are named in the same way in whatever order they are given', () => {
    const reports = Array.from({ length: 60 }, (_, n) => report(n + 1, { text: words(n % 7, 80) }));
    const there = likelyReports(reports);
    const back = likelyReports(reports.toReversed());
    for (const each of reports) expect(uploadsOf(back(each))).toEqual(uploadsOf(there(each)));
  });
});
