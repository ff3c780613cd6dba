import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/filing/decision.ts';
import { progressOf } from '../../../shared/summary/progress.ts';
import { remarks } from '../../../shared/summary/unit-notes.ts';
import { decisionOf, periodOf, regime, ulid, versionOf } from './sample.ts';

const unit = 'CCBVMT';
const inTime = versionOf({ upload: ulid(1), unit, receivedAt: '2024-03-18T09:00:00+07:00' });
const correction = versionOf({ upload: ulid(2), unit, receivedAt: '2024-03-20T09:00:00+07:00' });
const progress = (versions: readonly (typeof inTime)[], decisions: readonly Decision[] = []) =>
  progressOf({
    regime,
    period: periodOf('Q1-2024'),
    expected: [unit],
    at: '2024-04-01T00:00:00Z',
    versions,
    decisions,
    pending: new Set(),
    findings: new Map(),
  });

describe('how far a period has come', () => {
  it('counts a correction of what came in time as on time, and what came late alone as late', () => {
    expect(progress([inTime, correction]).rate).toMatchObject({ filed: 1, onTime: 1, late: 0 });
    expect(progress([correction]).rate).toMatchObject({ filed: 1, onTime: 0, late: 1 });
  });

  it('counts what the office typed of a scan as in time where the scan was', () => {
    const scan = { ...inTime, state: 'unreadable' } as const;
    const entered = { actor: 'office:VANPHONG', link: 'a', reason: 'Bản giấy', standsFor: scan.upload };
    const entry = { ...correction, entered };
    expect(progress([scan, entry]).rate).toMatchObject({ filed: 1, onTime: 1, late: 0 });
    const without = { ...entry, entered: { ...entered, standsFor: null } };
    expect(progress([scan, without]).rate).toMatchObject({ filed: 1, onTime: 0, late: 1 });
  });

  it('counts what the office entered of a paper by the day noted of it, and says so beside the unit', () => {
    const noted = decisionOf(3, { kind: 'received-on', unit, upload: correction.upload, day: '2024-03-18' });
    const said = progress([correction], [noted]);
    expect(said.rate).toMatchObject({ filed: 1, onTime: 1, late: 0 });
    const [line] = said.units;
    expect(line).toMatchObject({ status: 'on-time', filedAt: correction.receivedAt });
    expect(line && remarks(line, regime)).toBe('Văn phòng ghi: nhận ngày 18/03/2024.');
    const undo = decisionOf(4, { kind: 'undo', unit, undone: noted.decision });
    expect(progress([correction], [noted, undo]).rate).toMatchObject({ onTime: 0, late: 1 });
    expect(progress([correction], [noted, undo]).units[0]).not.toHaveProperty('notedDay');
  });

  it('tells the deadline of whoever has more time than the others, to the second', () => {
    const hours = decisionOf(3, { kind: 'prolong', unit, hours: 4 });
    expect(progress([inTime]).units[0]?.ownDue).toBeUndefined();
    expect(progress([inTime], [hours]).units[0]?.ownDue).toBe('2024-03-19T03:59:59+07:00');
    expect(progress([inTime], [hours]).due).toBe('2024-03-18T23:59:59+07:00');
  });
});
