import { describe, expect, it } from 'vitest';
import type { OfficePeriod, OfficeUnit } from '../../../../functions/portal/contract/office.ts';
import {
  hasOpenWork,
  isOverdue,
  newerThan,
  orderPeriods,
} from '../../../../functions/portal/page/office-order.ts';

const unit = (code: string, status: OfficeUnit['status'], rest: Partial<OfficeUnit> = {}): OfficeUnit => ({
  unit: { code, name: code },
  status,
  filedAt: null,
  attempt: null,
  reason: null,
  ...rest,
});
const period = (id: string, due: string | null, units: OfficeUnit[] = []): OfficePeriod => ({
  period: id,
  title: id,
  due,
  status: 'open',
  rate: {
    ...{ expected: units.length, excluded: 0, filed: 0, late: 0, nil: 0, missing: 0, rejected: 0 },
    ...{ unreadable: 0, returned: 0, extended: 0, pending: 0, ratio: 0, onTime: 0, onTimeRatio: 0 },
  },
  units,
  reports: [],
});
const filed = unit('A', 'on-time', { filedAt: '2024-03-15T01:00:00Z' });
const ids = (periods: readonly OfficePeriod[]) => periods.map((one) => one.period);

describe("the order of the office's periods", () => {
  it('has open work first, then the newest deadline, and those without one last', () => {
    const periods = [
      period('done-old', '2024-01-01T00:00:00Z', [filed]),
      period('open-old', '2024-02-01T00:00:00Z', [filed, unit('B', 'overdue')]),
      period('done-none', null, [filed]),
      period('done-none-2', null, [filed]),
      period('done-new', '2024-12-01T00:00:00Z', [filed]),
      period('open-new', '2024-03-01T00:00:00Z', [unit('B', 'returned')]),
    ];
    expect(ids(orderPeriods(periods))).toEqual([
      ...['open-new', 'open-old', 'done-new', 'done-old', 'done-none', 'done-none-2'],
    ]);
  });

  it('counts a unit that awaits guidance, filed, or is excluded as no open work', () => {
    const units = [unit('A', 'awaiting-guidance'), unit('B', 'excluded'), unit('C', 'nil'), filed];
    expect(hasOpenWork(period('P', null, units))).toBe(false);
    for (const status of ['missing', 'overdue', 'returned', 'extended'] as const) {
      expect(hasOpenWork(period('P', null, [...units, unit('D', status)])), status).toBe(true);
    }
  });

  it('sees the units beyond the first page by the rate', () => {
    const first = period('P', null, [filed]);
    const of = (counts: Partial<OfficePeriod['rate']>, next: string | null) =>
      hasOpenWork({ ...first, next, rate: { ...first.rate, ...counts } });
    expect(of({ expected: 1200, excluded: 10, filed: 1189 }, 'A')).toBe(true);
    expect(of({ expected: 1200, excluded: 10, filed: 1190 }, 'A')).toBe(false);
    // Where all units are here, they tell as of now.
    expect(of({ expected: 1200, excluded: 10, filed: 1189 }, null)).toBe(false);
    // A review that awaits its guidance: nobody is expected.
    expect(of({ expected: 0 }, 'A')).toBe(false);
  });
});

it('a period is overdue while somebody owes it after its deadline', () => {
  const due = '2024-02-28T16:59:59Z';
  const owed = { ...period('plan', due), rate: { ...period('plan', due).rate, expected: 4, filed: 3 } };
  const at = Date.parse(due);
  expect([isOverdue(owed, at), isOverdue(owed, at + 1)]).toEqual([false, true]);
  const but = (rate: object) => isOverdue({ due, rate: { ...owed.rate, ...rate } }, at + 1);
  expect([but({ filed: 4 }), but({ excluded: 1 }), isOverdue({ ...owed, due: null }, at)]).toEqual([
    ...[false, false, false],
  ]);
});

describe('a consolidated report of a period', () => {
  const report = (run: string, scheduledAt: string, number: string | null = null) => ({
    ...{ run, scheduledAt, kind: 'final' as const, edition: 1, stale: false, files: [] },
    signed: number === null ? null : { number, day: '2024-03-20', pdf: 'a'.repeat(64) },
  });
  const interim = { ...report('interim', '2024-03-18T08:00:00+07:00'), kind: 'interim' as const };
  const draft = report('draft', '2024-03-19T09:00:00+07:00');

  it('is not the one to read where a newer one is there, unless it was issued', () => {
    expect(newerThan([interim, draft], interim)).toBe(draft);
    expect(newerThan([interim, draft], draft)).toBeNull();
    const issued = report('draft', '2024-03-19T09:00:00+07:00', '12');
    const second = report('second', '2024-03-25T09:00:00+07:00');
    expect(newerThan([interim, issued, second], issued)).toBeNull();
    expect(newerThan([interim, draft, second], draft)).toBe(second);
    // The same moment in another zone is no newer one.
    expect(newerThan([interim, { ...draft, scheduledAt: '2024-03-18T01:00:00Z' }], interim)).toBeNull();
  });
});
