import { describe, expect, it } from 'vitest';
import { type DutyQuestion, dutyStatus } from '../../../shared/filing/duty.ts';
import { decisionOf, periodOf, regime, ulid, versionOf } from '../summary/sample.ts';

const unit = 'CCBVMT';
const ask = (given: Partial<DutyQuestion> = {}) =>
  dutyStatus({
    regime,
    period: periodOf('Q1-2024'),
    unit,
    versions: [],
    decisions: [],
    now: '2024-03-15T09:00:00+07:00',
    expected: null,
    ...given,
  });
const filed = (receivedAt: string) => [versionOf({ upload: ulid(1), unit, receivedAt })];

describe('the deadline', () => {
  it('"by" counts the whole day, in the regime’s zone', () => {
    const duty = ask();
    expect(duty.due).toBe('2024-03-18T23:59:59+07:00');
    expect(duty.rule.vi).toContain('Hạn nộp: hết ngày 18/03/2024.');
  });

  it('"before" ends the day before, and says so', () => {
    const duty = ask({ period: periodOf('KH2024') });
    expect(duty.due).toBe('2024-02-28T23:59:59+07:00');
    expect(duty.rule.vi).toContain('trước ngày 29/02/2024, tức hết ngày 28/02/2024');
    expect(duty.rule.en).toContain('before 29/02/2024');
  });

  it('moves with the newest extension granted to this unit, and with nothing the unit merely asked for', () => {
    const decisions = [
      decisionOf(3, { kind: 'extension', unit, until: '2024-03-25', reason: 'mất điện' }),
      decisionOf(2, { kind: 'extension', unit, until: '2024-03-28' }),
      decisionOf(4, { kind: 'extension-request', unit, until: '2024-04-30' }),
      decisionOf(5, { kind: 'extension', unit: 'VPS', until: '2024-05-30' }),
    ];
    const duty = ask({ decisions });
    expect(duty.due).toBe('2024-03-25T23:59:59+07:00');
    // Of two deadlines the one that no longer holds is not told as the deadline.
    expect(duty.rule.vi).toMatch(/^Hạn ban đầu: hết ngày 18\/03\/2024\. /);
    expect(duty.rule.vi).toContain('gia hạn đến hết ngày 25/03/2024 (mất điện)');
    expect(duty).toMatchObject({ status: 'extended', reason: 'mất điện' });
  });

  it('is set by guidance where the regime awaits it', () => {
    const period = periodOf('CD-27CT');
    expect(ask({ period })).toMatchObject({ status: 'awaiting-guidance', due: null });
    const decisions = [
      decisionOf(1, { kind: 'guidance', unit: '*', until: '2024-09-30', reason: 'CV số 12-CV/BDV' }),
    ];
    const duty = ask({ period, decisions });
    expect(duty).toMatchObject({ status: 'missing', due: '2024-09-30T23:59:59+07:00' });
    expect(duty.rule.vi).toContain('CV số 12-CV/BDV');
  });
});

describe('the status of a duty', () => {
  it.each([
    ['2024-02-29T23:59:59+07:00', 'not-due'],
    ['2024-03-01T00:00:00+07:00', 'missing'],
    ['2024-03-18T23:59:59+07:00', 'missing'],
    ['2024-03-19T00:00:00+07:00', 'overdue'],
  ])('without a file at %s is %s', (now, status) => {
    expect(ask({ now }).status).toBe(status);
  });

  it.each([
    ['2024-03-18T16:59:59.999Z', 'on-time'],
    ['2024-03-18T17:00:00.000Z', 'late'],
    ['2024-02-01T00:00:00.000Z', 'on-time'],
  ])('of a file that S3 received at %s is %s', (receivedAt, status) => {
    expect(ask({ versions: filed(receivedAt), now: '2024-04-01T00:00:00Z' }).status).toBe(status);
  });

  it('stays on time where a correction of what came in time comes after the deadline, and counts', () => {
    const versions = [
      ...filed('2024-03-18T09:00:00+07:00'),
      versionOf({ upload: ulid(2), unit, receivedAt: '2024-03-20T09:00:00+07:00' }),
    ];
    expect(ask({ versions, now: '2024-04-01T00:00:00Z' })).toMatchObject({
      status: 'on-time',
      counting: { ulid: ulid(2) },
      filedBy: { upload: ulid(1) },
    });
    const late = versions.slice(1);
    expect(ask({ versions: late, now: '2024-04-01T00:00:00Z' }).status).toBe('late');
  });

  it('grants the days of grace before it says late or overdue', () => {
    const period = { ...periodOf('Q1-2024'), graceDays: 2 };
    expect(ask({ period, versions: filed('2024-03-20T16:59:59Z') }).status).toBe('on-time');
    expect(ask({ period, versions: filed('2024-03-20T17:00:00Z') }).status).toBe('late');
    expect(ask({ period, now: '2024-03-20T10:00:00Z' })).toMatchObject({
      status: 'missing',
      due: '2024-03-18T23:59:59+07:00',
    });
  });

  it('judges an extended unit by its own date, and forgets the extension once it has passed', () => {
    const decisions = [decisionOf(1, { kind: 'extension', unit, until: '2024-03-25' })];
    expect(ask({ decisions, versions: filed('2024-03-22T00:00:00Z') }).status).toBe('on-time');
    expect(ask({ decisions, now: '2024-03-26T00:00:00+07:00' }).status).toBe('overdue');
  });

  it('tells nil, returned and excluded apart, each with its reason', () => {
    const versions = filed('2024-03-15T00:00:00Z');
    const nil = decisionOf(5, { kind: 'nil', unit, reason: 'không có' });
    const back = decisionOf(6, { kind: 'return', unit, upload: ulid(1), reason: 'thiếu mục II.2' });
    const out = decisionOf(7, { kind: 'exclude-unit', unit, reason: 'đã sáp nhập' });
    expect(ask({ decisions: [nil] })).toMatchObject({ status: 'nil', reason: 'không có' });
    expect(ask({ versions, decisions: [back], now: '2024-05-01T00:00:00Z' })).toMatchObject({
      status: 'returned',
      reason: 'thiếu mục II.2',
      attempt: { upload: ulid(1) },
    });
    expect(ask({ versions, decisions: [nil, back, out] })).toMatchObject({
      status: 'excluded',
      reason: 'đã sáp nhập',
      counting: null,
    });
  });

  it('does not take a rejected file for a report, and names it', () => {
    const versions = [versionOf({ upload: ulid(1), unit, state: 'rejected' })];
    expect(ask({ versions })).toMatchObject({ status: 'missing', attempt: { upload: ulid(1) } });
    expect(ask({ versions, now: '2024-03-20T00:00:00Z' }).status).toBe('overdue');
  });

  it('stays filed while a newer attempt fails, and names the attempt', () => {
    const versions = [
      ...filed('2024-03-15T00:00:00Z'),
      versionOf({ upload: ulid(2), unit, state: 'unreadable' }),
    ];
    expect(ask({ versions })).toMatchObject({
      status: 'on-time',
      counting: { ulid: ulid(1) },
      attempt: { upload: ulid(2) },
    });
  });

  it('falls to overdue, not to returned, when the office left the only version out', () => {
    const decisions = [decisionOf(2, { kind: 'exclude-version', unit, upload: ulid(1) })];
    const versions = filed('2024-03-15T00:00:00Z');
    expect(ask({ versions, decisions, now: '2024-03-20T00:00:00Z' }).status).toBe('overdue');
  });

  it('is owed by whom the opening froze, else by the regime’s kinds of unit', () => {
    const period = periodOf('KH2024');
    expect(ask({ period }).owed).toBe(true);
    expect(ask({ period, unit: 'VPS' }).owed).toBe(false);
    expect(ask({ period, expected: ['VPS'] }).owed).toBe(false);
  });
});
