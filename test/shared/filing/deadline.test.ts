import { describe, expect, it } from 'vitest';
import { deadlineOf, ruleSentence } from '../../../shared/filing/deadline.ts';
import type { Decision } from '../../../shared/filing/decision.ts';
import { dutyStatus } from '../../../shared/filing/duty.ts';
import type { Version } from '../../../shared/filing/version.ts';
import { decisionOf, periodOf, regime, ulid, versionOf } from '../summary/sample.ts';

const unit = 'CCBVMT';
const quarter = periodOf('Q1-2024');
const awaiting = periodOf('CD-27CT');
const ask = (period: typeof quarter, decisions: readonly Decision[] = [], whose: string | null = unit) =>
  deadlineOf({ regime, period, unit: whose, decisions });

describe('the deadline of a unit', () => {
  it('is moved by what was granted to it or to all, never by what was granted to another', () => {
    const own = decisionOf(1, { kind: 'extension', unit, until: '2024-03-21' });
    const others = decisionOf(2, { kind: 'extension', unit: 'VPS', until: '2024-03-22' });
    const all = decisionOf(3, { kind: 'extension', unit: '*', until: '2024-03-25' });
    expect(ask(quarter, [own, others]).lastDay).toBe('2024-03-21');
    expect(ask(quarter, [own, others, all]).lastDay).toBe('2024-03-25');
    expect(ask(quarter, [others]).extension).toBeNull();
  });

  it('stays where what was granted ends no later', () => {
    for (const until of ['2024-03-17', '2024-03-18'])
      expect(ask(quarter, [decisionOf(1, { kind: 'extension', unit, until })])).toMatchObject({
        lastDay: '2024-03-18',
        extension: null,
      });
  });

  it('of all units is moved by what concerns all alone', () => {
    const own = decisionOf(1, { kind: 'extension', unit, until: '2024-03-21' });
    expect(ask(quarter, [own], null)).toMatchObject({ lastDay: '2024-03-18', extension: null });
    const all = decisionOf(2, { kind: 'extension', unit: '*', until: '2024-03-22' });
    expect(ask(quarter, [own, all], null).lastDay).toBe('2024-03-22');
  });

  it('leaves the period open until its lock, or as long as more time was granted', () => {
    const locked = { ...quarter, lock: '2024-04-30' };
    const until = (day: string) => [decisionOf(1, { kind: 'extension', unit, until: day })];
    expect(ask({ ...quarter, lock: undefined }, until('2024-05-15')).lock).toBeNull();
    expect(ask(locked).lock).toBe('2024-04-30T23:59:59+07:00');
    expect(ask(locked, until('2024-03-25')).lock).toBe('2024-04-30T23:59:59+07:00');
    expect(ask(locked, until('2024-05-15')).lock).toBe('2024-05-15T23:59:59+07:00');
    expect(ask(locked, until('2024-05-15'), 'VPS').lock).toBe('2024-04-30T23:59:59+07:00');
  });

  it('knows no time to add to before there is a date', () => {
    const granted = decisionOf(1, { kind: 'extension', unit, until: '2024-09-30' });
    expect(ask(awaiting, [granted])).toMatchObject({ rule: 'on-guidance', due: null, extension: null });
  });

  it('follows guidance only where the regime awaits it, and only such as concerns the unit', () => {
    const all = decisionOf(1, { kind: 'guidance', unit: '*', until: '2024-09-30' });
    const others = decisionOf(2, { kind: 'guidance', unit: 'VPS', until: '2024-10-15' });
    const granted = decisionOf(3, { kind: 'extension', unit: '*', until: '2024-10-20' });
    expect(ask(quarter, [all])).toMatchObject({ lastDay: '2024-03-18', guidance: null, rule: 'by' });
    expect(ask(awaiting, [all, others])).toMatchObject({ lastDay: '2024-09-30', rule: 'by' });
    expect(ask(awaiting, [all, others]).guidance).toBe(all);
    expect(ask(awaiting, [all, granted]).guidance).toBe(all);
    expect(ask(awaiting, [others])).toMatchObject({ lastDay: null, guidance: null, rule: 'on-guidance' });
    expect(ask(periodOf('KH2024'), [all]).rule).toBe('before');
  });
});

describe('a report, by all that happened about its deadline', () => {
  const plan = periodOf('KH2024');
  const request = decisionOf(11, { kind: 'extension-request', unit, until: '2024-03-25' });
  const refusal = decisionOf(12, { kind: 'extension-refusal', unit, request: ulid(11) });
  const granted = (n: number, until: string) => decisionOf(n, { kind: 'extension', unit, until });
  const returned = decisionOf(15, { kind: 'return', unit, upload: ulid(1) });
  const leftOut = decisionOf(15, { kind: 'exclude-version', unit, upload: ulid(1) });
  const taken = (n: number, receivedAt: string, state: Version['state'] = 'accepted') =>
    versionOf({ upload: ulid(n), unit, receivedAt, state });
  const lastSecond = '2024-03-18T23:59:59.999+07:00';
  const midnight = '2024-03-19T00:00:00+07:00';
  const quarterDue = '2024-03-18T23:59:59+07:00';
  const extendedDue = '2024-03-25T23:59:59+07:00';
  const lock = '2024-06-14T23:59:59+07:00';

  it.each<[string, typeof quarter, Version[], Decision[], object]>([
    ['in its last second', quarter, [taken(1, lastSecond)], [], { status: 'on-time', due: quarterDue, lock }],
    ['at midnight', quarter, [taken(1, midnight)], [], { status: 'late', due: quarterDue, lock }],
    [
      'at midnight, refused',
      quarter,
      [taken(1, midnight)],
      [request, refusal],
      { status: 'late', due: quarterDue },
    ],
    [
      'at midnight, given time',
      quarter,
      [taken(1, midnight)],
      [request, granted(12, '2024-03-25')],
      { status: 'on-time', due: extendedDue, lock },
    ],
    [
      'at midnight, refused and then given time',
      quarter,
      [taken(1, midnight)],
      [request, refusal, granted(13, '2024-03-25')],
      { status: 'on-time', due: extendedDue },
    ],
    [
      'given time, and refused more',
      quarter,
      [taken(1, midnight)],
      [granted(10, '2024-03-25'), request, refusal],
      { status: 'on-time', due: extendedDue },
    ],
    [
      'given time that was taken back',
      quarter,
      [taken(1, midnight)],
      [granted(12, '2024-03-25'), decisionOf(13, { kind: 'undo', unit, undone: ulid(12) })],
      { status: 'late', due: quarterDue },
    ],
    [
      'corrected after the time given',
      quarter,
      [taken(1, '2024-03-25T23:59:59+07:00'), taken(2, '2024-03-26T00:00:00+07:00')],
      [granted(12, '2024-03-25')],
      { status: 'on-time', due: extendedDue },
    ],
    [
      'in time, rejected, and mended after it',
      quarter,
      [taken(1, lastSecond, 'rejected'), taken(2, midnight)],
      [],
      { status: 'late' },
    ],
    [
      'in time, given back, and corrected after it',
      quarter,
      [taken(1, lastSecond), taken(2, midnight)],
      [returned],
      { status: 'on-time' },
    ],
    [
      'in time, left out, and another after it',
      quarter,
      [taken(1, lastSecond), taken(2, midnight)],
      [leftOut],
      { status: 'late' },
    ],
    [
      'behind the lock, unlocked',
      quarter,
      [taken(1, '2024-06-20T23:59:59+07:00')],
      [granted(12, '2024-06-20')],
      { status: 'on-time', due: '2024-06-20T23:59:59+07:00', lock: '2024-06-20T23:59:59+07:00' },
    ],
    [
      'none, locked again after it was unlocked',
      quarter,
      [],
      [granted(12, '2024-06-20')],
      { status: 'overdue', lock: '2024-06-20T23:59:59+07:00' },
    ],
    [
      'on the day before a leap day, "before" which it is due',
      plan,
      [taken(1, '2024-02-28T23:59:59+07:00')],
      [],
      { status: 'on-time', due: '2024-02-28T23:59:59+07:00' },
    ],
    [
      'on the leap day',
      plan,
      [taken(1, '2024-02-29T00:00:00+07:00')],
      [],
      { status: 'late', due: '2024-02-28T23:59:59+07:00' },
    ],
    [
      'on the leap day, given it',
      plan,
      [taken(1, '2024-02-29T23:59:59+07:00')],
      [granted(12, '2024-02-29')],
      { status: 'on-time', due: '2024-02-29T23:59:59+07:00' },
    ],
  ])('%s', (_, period, versions, decisions, { lock: locked, ...expected }: { lock?: string }) => {
    const now = '2024-07-01T08:00:00+07:00';
    const duty = dutyStatus({ regime, period, unit, versions, decisions, now, expected: [unit] });
    expect(duty).toMatchObject(expected);
    if (locked !== undefined) expect(duty.deadline.lock).toBe(locked);
  });
});

describe('the sentence that explains it', () => {
  const graceful = { ...quarter, graceDays: 2 };

  it('tells of the days of grace, where there are any and there is a date', () => {
    const plain = ruleSentence(quarter, ask(quarter), regime.timeZone);
    const more = ruleSentence(graceful, ask(graceful), regime.timeZone);
    expect(more.vi.startsWith(`${plain.vi} `)).toBe(true);
    expect(more.vi.slice(plain.vi.length)).toContain('2');
    const waiting = { ...awaiting, graceDays: 2 };
    const told = (period: typeof quarter) => ruleSentence(period, ask(period), regime.timeZone);
    expect(told(waiting)).toEqual(told(awaiting));
  });
});

describe('hours that were given', () => {
  const hours = (n: number, count: number) =>
    decisionOf(n, { kind: 'prolong', unit, hours: count, reason: 'mất mạng' });
  const extended = (n: number, until: string) => decisionOf(n, { kind: 'extension', unit, until });

  it.each([
    ['on top of the common day', [hours(1, 4)], '2024-03-19T03:59:59+07:00'],
    ['one upon the other', [hours(1, 4), hours(2, 20)], '2024-03-19T23:59:59+07:00'],
    ['on top of an extension', [extended(1, '2024-03-21'), hours(2, 4)], '2024-03-22T03:59:59+07:00'],
    [
      'not upon a day that was named after them',
      [hours(1, 4), extended(2, '2024-03-21')],
      '2024-03-21T23:59:59+07:00',
    ],
    [
      'though a day named later ends earlier',
      [hours(1, 48), extended(2, '2024-03-19')],
      '2024-03-20T23:59:59+07:00',
    ],
    [
      'unless they were taken back',
      [hours(1, 4), hours(2, 2), decisionOf(3, { kind: 'undo', unit, undone: hours(1, 4).decision })],
      '2024-03-19T01:59:59+07:00',
    ],
    ['to no other unit', [{ ...hours(1, 4), unit: 'VPS' }], '2024-03-18T23:59:59+07:00'],
  ] as const)('count %s', (_, decisions, due) => {
    expect(ask(quarter, decisions).due).toBe(due);
    expect(ask(quarter, [...decisions].reverse()).due).toBe(due);
  });

  it('move the days of grace and the lock as far, and an extension beyond the lock keeps its own', () => {
    const period = { ...quarter, graceDays: 2, lock: '2024-03-31' };
    expect(ask(period, [hours(1, 4)])).toMatchObject({
      onTimeUntil: '2024-03-21T03:59:59+07:00',
      lock: '2024-04-01T03:59:59+07:00',
    });
    expect(ask(period, [extended(1, '2024-04-05'), hours(2, 4)]).lock).toBe('2024-04-06T03:59:59+07:00');
    expect(ask(period).lock).toBe('2024-03-31T23:59:59+07:00');
    const { lock: _, ...unlocked } = quarter;
    expect(ask(unlocked, [hours(1, 4)]).lock).toBeNull();
  });

  it('are told with the second at which they end, and why', () => {
    const given = ask(quarter, [hours(1, 4)]);
    expect(ruleSentence(quarter, given, regime.timeZone).vi).toBe(
      'Hạn nộp: hết ngày 18/03/2024. Hạn nộp được lùi thêm 4 giờ, đến 03 giờ 59 phút, ngày 19/03/2024 (mất mạng).',
    );
  });

  it('are none upon no date', () => {
    expect(ask(awaiting, [hours(1, 4)])).toMatchObject({ due: null, prolonged: null });
  });
});
