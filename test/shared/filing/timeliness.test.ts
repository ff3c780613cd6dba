import { describe, expect, it } from 'vitest';
import { timelinessOf } from '../../../shared/filing/timeliness.ts';
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
    expect(said(filed(1, onTime))?.late).toBe(false);
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
