import { describe, expect, it } from 'vitest';
import { capacityFor, quotasFor } from '../../../infra/capacity.ts';
import { percentile } from '../figures.ts';
import { isBroken, whatBreaks } from './breaks.ts';
import { hourOf, hours } from './curve.ts';
import { type Day, playDay } from './day.ts';
import { type ServiceTimes, type StepUse, steps } from './service-times.ts';

const step: StepUse = {
  ...{ own: 20, beside: 0, cloud: 10 },
  calls: { 'dynamodb:GetItem': 3 },
  read: { LINKS: 1, VERSIONS: 2 },
  written: { ARRIVAL: 1 },
};
const of = Object.fromEntries(steps.map((name) => [name, step])) as ServiceTimes['of'];
const times: ServiceTimes = {
  of: { ...of, ingest: { ...step, own: 100 } },
  ...{ readings: [50, 100, 400], between: 0 },
};
const setFor = (units: number) => ({ capacity: capacityFor(units), quotas: quotasFor(units) });
const day = (units: number, changes: Partial<Day> = {}): Day => ({
  ...{ units, times, seed: 1 },
  ...setFor(units),
  ...changes,
});
const p99 = (values: readonly number[]) => percentile(values, 0.99);

describe('the curve of the day', () => {
  it('has half of the units in the last hour, and 16 times as many at its end as at its beginning', () => {
    expect([hourOf(0), hourOf(0.25), hourOf(0.5), hourOf(1)]).toEqual([0, 3.5, hours - 1, hours]);
    const slope = (share: number) => 1e-6 / (hourOf(share + 1e-6) - hourOf(share));
    expect(slope(1 - 1e-6) / slope(0.5)).toBeCloseTo(16, 1);
  });
});

describe('the day of a deadline', () => {
  it('is the same for the same seed, and another for another', () => {
    const [one, again, other] = [playDay(day(500)), playDay(day(500)), playDay(day(500, { seed: 2 }))];
    expect(again.toReceipt).toEqual(one.toReceipt);
    expect(other.toReceipt).not.toEqual(one.toReceipt);
  });

  it('judges every report and answers it by mail; half of the units send in the last hour', () => {
    const { counted, reports, toVerdict, toReceipt, toOpen, mails } = playDay(day(1000));
    expect(toVerdict).toHaveLength(counted);
    expect([...toVerdict, ...toReceipt, ...toOpen].every(Number.isFinite)).toBe(true);
    // One in seven sends again; of seven hours before the last one is played; everybody was reminded in the morning.
    expect(counted / 1000).toBeCloseTo(0.5 * 1.15, 1);
    expect(reports / 1000).toBeCloseTo((0.5 + 0.5 / 7) * 1.15, 1);
    expect(mails / 1000).toBeCloseTo(1 + 1.15, 1);
    expect(toReceipt.every((seconds, nth) => seconds > (toVerdict[nth] ?? Infinity))).toBe(true);
  });

  it.each([
    ['requestsPerSecond', { capacity: { ...capacityFor(1000), requestsPerSecond: 1, requestsAtOnce: 1 } }],
    ['executions', { quotas: { ...quotasFor(1000), executions: 22 } }],
    ['mailsADay', { quotas: { ...quotasFor(1000), mailsADay: 1500 } }],
    ['mailsPerSecond', { quotas: { ...quotasFor(1000), mailsPerSecond: 0.3 } }],
  ] as const)('is held up by %s where it is too small', (cause, changes) => {
    const outcome = playDay(day(1000, changes));
    const [worst] = Object.entries(outcome.lost).sort(([, a], [, b]) => b - a);
    expect(worst?.[0]).toBe(cause);
  });

  it('is held up by readers where there are too few', () => {
    const slow = { ...times, readings: [60_000] };
    const outcome = playDay(day(1000, { times: slow, capacity: { ...capacityFor(1000), readersAtOnce: 2 } }));
    expect(outcome.lost.readersAtOnce).toBeGreaterThan(outcome.lost.sendersAtOnce);
    // 575 reports of a minute and three quarters, by two readers: the last waits for hours.
    expect(outcome.queues.arrivals.age).toBeGreaterThan(3600);
  });

  it('keeps to a pace that the mail service bears: mails wait minutes for a sender, and none an hour for a repair', () => {
    const outcome = playDay(
      day(5000, { capacity: capacityFor(1000), quotas: { ...quotasFor(1000), mailsPerSecond: 2 } }),
    );
    expect(outcome.queues.outbox.age).toBeGreaterThan(60);
    expect(Math.max(...outcome.toReceipt)).toBeLessThan(1800);
  });

  it('waits for a partition that is asked for more than it gives', () => {
    const greedy = { ...times, of: { ...times.of, mint: { ...step, written: { UPLOADS: 5000 } } } };
    expect(playDay(day(100, { times: greedy })).lost.partition).toBeGreaterThan(0);
    expect(playDay(day(100)).lost.partition).toBe(0);
  });
});

describe('what breaks first', () => {
  it('is mended one by one, until 99 of 100 have their receipt within a quarter of an hour', () => {
    const small = setFor(14);
    const quotas = { ...small.quotas, mailsADay: 2500, executions: 4 };
    const breaks = whatBreaks({ units: 2000, times, seed: 1 }, { ...small, quotas }, setFor(100_000));
    const mended = breaks.flatMap((each) => each.mended?.settings ?? []);
    expect(mended).toContain('mailsADay 2500 → 300000');
    expect(breaks.at(-1)).toMatchObject({ mended: null });
    expect(breaks.at(-1)?.toReceipt).toBeLessThan(15 * 60);
    expect(breaks[0]?.toReceipt).toBeGreaterThan(15 * 60);
  });

  it('is nothing with the settings for so many units', () => {
    for (const units of [14, 1000, 2000]) expect(isBroken(playDay(day(units)))).toBe(false);
    expect(p99(playDay(day(2000)).toReceipt)).toBeLessThan(60);
  });
});
