import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/filing/decision.ts';
import { dutyStatus } from '../../../shared/filing/duty.ts';
import { timelinessOf } from '../../../shared/filing/timeliness.ts';
import type { Version } from '../../../shared/filing/version.ts';
import { decisionOf, periodOf, regime, ulid, versionOf } from '../summary/sample.ts';

const unit = 'CCBVMT';
const period = periodOf('Q1-2024');
const onTime = '2024-03-18T23:59:59.999+07:00';
const late = '2024-03-19T00:00:00+07:00';
const filed = (n: number, receivedAt: string, state: 'accepted' | 'rejected' | 'unreadable' = 'accepted') =>
  versionOf({ upload: ulid(n), unit, receivedAt, state });

describe('what a receipt says of a file', () => {
  it('is that it came in time through the whole last second', () => {
    for (const [receivedAt, isLate] of [
      [onTime, false],
      [late, true],
    ] as const) {
      const version = filed(1, receivedAt);
      const said = timelinessOf({ versions: [version], decisions: [] }, { regime, period }, version);
      expect(said).toMatchObject({ late: isLate, due: '2024-03-18T23:59:59+07:00' });
      expect(said?.rule.vi).toContain('Hạn nộp: hết ngày 18/03/2024.');
    }
  });

  it('is that a correction is in time where the first accepted file was', () => {
    const correction = filed(2, late);
    const said = (first: ReturnType<typeof filed>) =>
      timelinessOf({ versions: [first, correction], decisions: [] }, { regime, period }, correction);
    expect(said(filed(1, onTime))).toMatchObject({ late: false, datedBy: { at: onTime } });
    expect(said(filed(1, onTime, 'rejected'))?.late).toBe(true);
    expect(said({ ...filed(1, onTime), unit: 'VPS' })?.late).toBe(true);
  });

  it.each(['rejected', 'unreadable'] as const)(
    'is of a %s one its own time, whatever was filed before',
    (state) => {
      const bad = filed(2, late, state);
      const filings = { versions: [filed(1, onTime), bad], decisions: [] };
      expect(timelinessOf(filings, { regime, period }, bad)?.late).toBe(true);
      const early = filed(2, onTime, state);
      const other = { versions: [filed(1, late), early], decisions: [] };
      expect(timelinessOf(other, { regime, period }, early)?.late).toBe(false);
    },
  );

  it('is of what the office typed off a scan that of the scan, and else its own', () => {
    const scan = filed(1, onTime, 'unreadable');
    const entered = (standsFor: string | null) => ({
      ...filed(2, late),
      entered: { actor: 'office:VANPHONG', link: 'a', reason: 'x', standsFor },
    });
    const said = (standsFor: string | null) => {
      const version = entered(standsFor);
      return timelinessOf({ versions: [scan, version], decisions: [] }, { regime, period }, version)?.late;
    };
    expect(said(ulid(1))).toBe(false);
    expect(said(ulid(7))).toBe(true);
    expect(said(null)).toBe(true);
  });

  describe('that the office entered of a paper', () => {
    const entry = (over = {}) => ({
      ...filed(2, '2024-03-25T08:00:00+07:00'),
      entered: { actor: 'office:VANPHONG', link: 'a', reason: 'x', standsFor: null },
      ...over,
    });
    const noted = (day: string, of: { unit?: string; upload?: string } = {}) =>
      decisionOf(3, { kind: 'received-on', unit, upload: ulid(2), day, ...of });
    const undo = (n: number, undone: number) => decisionOf(n, { kind: 'undo', unit, undone: ulid(undone) });
    const extended = decisionOf(1, { kind: 'extension', unit, until: '2024-03-20' });
    const untilNoon = decisionOf(1, { kind: 'prolong', unit, hours: 6 * 24 + 12 });
    const sixHours = decisionOf(1, { kind: 'prolong', unit, hours: 6 });
    const ask = (version: Version, decisions: Decision[], versions: Version[] = [version], days = 0) =>
      timelinessOf({ versions, decisions }, { regime, period: { ...period, graceDays: days } }, version);

    it.each<[why: string, decisions: Decision[], isLate: boolean, day?: string]>([
      ['no day', [], true],
      ['the last day, which counts whole', [noted('2024-03-18')], false, '2024-03-18'],
      ['the day after', [noted('2024-03-19')], true, '2024-03-19'],
      ['the last day of more time', [extended, noted('2024-03-20')], false, '2024-03-20'],
      ['the day after more time', [extended, noted('2024-03-21')], true, '2024-03-21'],
      [
        'the day in which its hours end, and not by them',
        [sixHours, noted('2024-03-19')],
        true,
        '2024-03-19',
      ],
      ['a day taken back', [noted('2024-03-18'), undo(4, 3)], true],
      [
        'a day taken back, and that taken back',
        [noted('2024-03-18'), undo(4, 3), undo(5, 4)],
        false,
        '2024-03-18',
      ],
      [
        'the time of the file, where the day ends behind it',
        [untilNoon, noted('2024-03-25')],
        false,
        '2024-03-25',
      ],
      ['the day of another’s file', [noted('2024-03-18', { unit: 'VPS' })], true],
      ['the day of another file', [noted('2024-03-18', { upload: ulid(9) })], true],
    ])('goes by %s', (_why, decisions, isLate, day) => {
      const version = entry();
      const said = ask(version, decisions);
      expect([said?.late, said?.notedDay]).toEqual([isLate, day]);
      const question = { regime, period, unit, now: '2024-04-01T00:00:00Z', expected: [unit] };
      const { status, filedBy } = dutyStatus({ ...question, versions: [version], decisions });
      expect(status).toBe(isLate ? 'late' : 'on-time');
      expect(filedBy?.receivedAt).toBe('2024-03-25T08:00:00+07:00');
    });

    it('counts the day whole in the days of grace too', () => {
      expect(ask(entry(), [noted('2024-03-19')], undefined, 1)?.late).toBe(false);
      expect(ask(entry(), [noted('2024-03-20')], undefined, 1)?.late).toBe(true);
    });

    it('dates a later correction of it, whose receipt names no day', () => {
      const correction = filed(4, '2024-03-26T08:00:00+07:00');
      expect(ask(correction, [noted('2024-03-18')], [entry(), correction])).toMatchObject({ late: false });
      expect(ask(correction, [noted('2024-03-18')], [entry(), correction])).not.toHaveProperty('notedDay');
    });

    it('puts the unit’s own late file in time, which says by what', () => {
      const own = filed(1, '2024-03-20T08:00:00+07:00');
      const said = ask(own, [noted('2024-03-18')], [own, entry()]);
      expect(said).toMatchObject({
        late: false,
        datedBy: { at: '2024-03-25T08:00:00+07:00', notedDay: '2024-03-18' },
      });
      expect(ask(own, [noted('2024-03-19')], [own, entry()])).toEqual(
        expect.not.objectContaining({ datedBy: expect.anything() }),
      );
    });

    it('and left out is judged by its own day alone', () => {
      const left = decisionOf(5, { kind: 'exclude-version', unit, upload: ulid(2) });
      expect(ask(entry(), [noted('2024-03-18'), left])).toMatchObject({
        late: false,
        notedDay: '2024-03-18',
      });
      expect(ask(entry(), [noted('2024-03-19'), left])?.late).toBe(true);
      const own = filed(1, onTime);
      expect(ask(entry(), [noted('2024-03-19'), left], [own, entry()])?.late).toBe(true);
    });

    it('counts once its errors are waived, and is dated by its day from then on alone', () => {
      const rejected = entry({ state: 'rejected', severities: { error: 1, warning: 0, note: 0 } });
      const errors = [{ finding: 0, code: 'K01', message: { vi: 'x', en: 'x' } }];
      const waived = decisionOf(4, { kind: 'waive', unit, upload: ulid(2), errors });
      expect(ask(rejected, [noted('2024-03-18')])?.late).toBe(true);
      expect(ask(rejected, [noted('2024-03-18'), waived])?.late).toBe(false);
    });
  });

  it('follows the unit’s own extension, and the days of grace', () => {
    const version = filed(1, late);
    const decisions = [decisionOf(1, { kind: 'extension', unit, until: '2024-03-19' })];
    expect(timelinessOf({ versions: [version], decisions }, { regime, period }, version)).toMatchObject({
      late: false,
      due: '2024-03-19T23:59:59+07:00',
    });
    const graceful = { regime, period: { ...period, graceDays: 1 } };
    expect(timelinessOf({ versions: [version], decisions: [] }, graceful, version)).toMatchObject({
      late: false,
      due: '2024-03-18T23:59:59+07:00',
    });
  });

  it('is nothing while there is no date', () => {
    const version = filed(1, late);
    const awaiting = { regime, period: periodOf('CD-27CT') };
    expect(timelinessOf({ versions: [version], decisions: [] }, awaiting, version)).toBeNull();
  });
});
