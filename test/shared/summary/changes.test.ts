import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../shared/filing/manifest.ts';
import { changesBetween, isUnchanged } from '../../../shared/summary/changes.ts';
import { everyUnit, mixedStory, summaryOf, version } from '../mail/sample.ts';

const before = summaryOf(mixedStory);
const more = (...versions: ReturnType<typeof version>[]) =>
  summaryOf({ ...mixedStory, versions: [...mixedStory.versions, ...versions] });
const filed = (unit: string, change: Parameters<typeof version>[2]) => version(900, unit, change);
const valuesOf = (unit: string, indicator: string, by: number) =>
  (mixedStory.versions.find((each) => each.unit === unit)?.values ?? []).map((value) =>
    value.indicator === indicator && typeof value.value === 'number'
      ? { ...value, value: value.value + by }
      : value,
  );

describe('what two summaries say differently', () => {
  it('is nothing between a summary and itself', () => {
    expect(isUnchanged(changesBetween(before, summaryOf(mixedStory)))).toBe(true);
  });

  it('is each figure that is another, by column, and whose other report counts', () => {
    const now = more(filed('VPS', { values: valuesOf('VPS', 'A01', 5) }));
    const { figures, units, since } = changesBetween(before, now);
    const total = before.totals.find(({ indicator }) => indicator === 'A01')?.value ?? 0;
    const own = before.totals[0]?.contributions.find(({ unit }) => unit === 'VPS')?.value;
    expect(figures).toEqual([
      {
        ...{ indicator: 'A01', column: 'value', from: total, to: total + 5 },
        units: [{ unit: 'VPS', from: own, to: Number(own) + 5 }],
      },
    ]);
    expect(units.map(({ unit }) => unit.code)).toEqual(['VPS']);
    expect(since).toEqual({ run: before.run, edition: 1, scheduledAt: before.scheduledAt });
  });

  it('is a unit that stands elsewhere, with the figures it brings', () => {
    const { units, figures } = changesBetween(before, more(filed('TTPTQD', {})));
    expect(units).toMatchObject([
      { unit: { code: 'TTPTQD' }, to: { counting: { fileName: expect.any(String) } } },
    ]);
    expect(figures.length).toBeGreaterThan(10);
  });

  it('is what became doubtful, and not what was so before', () => {
    const now = more(filed('VPS', { values: valuesOf('VPS', 'A03', 90_000) }));
    const { doubts } = changesBetween(before, now);
    expect(now.outliers.length).toBeGreaterThan(before.outliers.length);
    expect(doubts.outliers.map(({ unit, indicator }) => [unit, indicator])).toEqual([['VPS', 'A03']]);
    // The other units' figure, by which it is judged, moved: it is the same doubt.
    const moved = more(
      filed('VPS', { values: valuesOf('VPS', 'A03', 90_000) }),
      version(901, 'TTRA', { values: valuesOf('TTRA', 'A03', 7) }),
    );
    expect(changesBetween(now, moved).doubts.outliers).toEqual([]);
    expect(changesBetween(now, now).doubts).toEqual({
      ...{ outliers: [], discrepancies: [], gaps: [] },
      ...{ stated: [], untold: [], unbalanced: [], nilDated: [] },
    });
  });

  it('is no file that does not count', () => {
    expect(isUnchanged(changesBetween(before, more(filed('VPS', { state: 'rejected' }))))).toBe(true);
  });

  it('is the text of a section, with those who wrote it otherwise', () => {
    const longer = summaryOf({ ...mixedStory, paragraphs: 3 });
    const { texts, figures } = changesBetween(before, longer);
    expect(figures).toEqual([]);
    expect(texts[0]?.section).toBe('II.1');
    expect(texts[0]?.units.length).toBe(before.narrative[0]?.entries.length);
  });

  it('is a figure of the period before, by which the comparisons are others', () => {
    const with4th = (by: number): Manifest['earlier'] => ({
      ...{ lastYear: null, year: [] },
      previous: {
        ...{ period: 'Q4-2023', title: { vi: 'Báo cáo quý IV năm 2023', en: 'Q4 2023' }, decisions: [] },
        versions: everyUnit.map((unit, n) =>
          version(n + 300, unit, { period: 'Q4-2023', values: valuesOf('VPS', 'A01', by) }),
        ),
      },
    });
    const changes = changesBetween(
      summaryOf({ ...mixedStory, earlier: with4th(0) }),
      summaryOf({ ...mixedStory, earlier: with4th(1) }),
    );
    expect(changes).toMatchObject({ figures: [], units: [], texts: [] });
    expect(changes.comparisons).toEqual([{ period: 'Q4-2023', indicators: ['A01'] }]);
    expect(isUnchanged(changes)).toBe(false);
  });
});
