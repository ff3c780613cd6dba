import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../shared/filing/decision.ts';
import type { Version } from '../../../../shared/filing/version.ts';
import { cameSince } from '../../../../shared/office/report/changed-since.ts';
import { decisionOf, ulid, versionOf } from '../../summary/sample.ts';

const unit = 'VPS';
const scheduledAt = '2024-03-19T02:00:00.000Z';
const file = (n: number, given: Partial<Version> = {}) =>
  versionOf({ upload: ulid(n), unit, fileName: `${n}.xlsx`, ...given });
const decided = (decision: Decision, decidedAt: string): Decision => ({ ...decision, decidedAt });
const since = (
  frozen: { versions?: Version[]; decisions?: Decision[] },
  now: { versions?: Version[]; decisions?: Decision[] },
) => {
  const whole = { versions: [], decisions: [], ...frozen };
  return cameSince({ ...whole, scheduledAt })({ unit, ...whole, ...now }).map(({ at, what }) => [
    at,
    what.vi,
  ]);
};

describe('what makes a draft say otherwise than what is filed', () => {
  it('is a noted day, by its own day', () => {
    const noted = decisionOf(9, { kind: 'received-on', unit, upload: ulid(1), day: '2024-03-18' });
    const later = decided(noted, '2024-03-19T03:00:00.000Z');
    const [[, what] = []] = since({ versions: [file(1)] }, { versions: [file(1)], decisions: [later] });
    expect(what).toBe('văn phòng ghi: nhận ngày 18/03/2024');
  });

  it('is nothing where the unit stands as it was frozen, whatever else it sent', () => {
    const frozen = { versions: [file(1)] };
    expect(since(frozen, {})).toEqual([]);
    expect(since(frozen, { versions: [file(1), file(2, { state: 'rejected' })] })).toEqual([]);
  });

  it('is a file, by the hour at which it came; of one that had come and was not read, at which it was', () => {
    const came = file(2, { receivedAt: '2024-03-19T03:00:00.000Z', recordedAt: '2024-03-19T03:00:09.000Z' });
    const read = file(3, { receivedAt: '2024-03-19T01:59:00.000Z', recordedAt: '2024-03-19T02:10:00.000Z' });
    expect(since({ versions: [file(1)] }, { versions: [file(1), came, read] })).toEqual([
      ['2024-03-19T03:00:00.000Z', 'gửi “2.xlsx”: tiếp nhận'],
      ['2024-03-19T02:10:00.000Z', 'gửi “3.xlsx”: tiếp nhận'],
    ]);
    // What came in the very second of the freezing is in neither: it is told by when it was read.
    const same = file(4, { receivedAt: scheduledAt, recordedAt: '2024-03-19T02:00:07.000Z' });
    expect(since({}, { versions: [same] })).toEqual([
      ['2024-03-19T02:00:07.000Z', 'gửi “4.xlsx”: tiếp nhận'],
    ]);
  });

  it('is a file that was read again, by the hour of that reading, and none that still reads as it did', () => {
    const reading = (n: number) => ({
      ...{ reading: ulid(n), readAt: `2024-03-19T0${n}:00:00.000Z` },
      ...{ actor: 'a', reason: 'b', told: true },
    });
    const before = file(2, { again: reading(3) });
    const frozen = { versions: [file(1), before] };
    const again = file(2, { again: reading(5) });
    expect(since(frozen, { versions: [file(1), again] })).toEqual([
      ['2024-03-19T05:00:00.000Z', '“2.xlsx” được đọc lại: tiếp nhận'],
    ]);
    // Another file of the unit is what changed.
    const newer = file(7, { receivedAt: '2024-03-19T04:00:00.000Z' });
    expect(since(frozen, { versions: [...frozen.versions, newer] }).map(([, what]) => what)).toEqual([
      'gửi “7.xlsx”: tiếp nhận',
    ]);
  });

  it('is a decision made since, and not one that it was frozen with; taken back, by what it was', () => {
    const granted = decisionOf(3, { kind: 'extension', unit, until: '2024-03-22' });
    const hours = decided(decisionOf(4, { kind: 'prolong', unit, hours: 5 }), '2024-03-19T03:00:00.000Z');
    const undo = decided(
      decisionOf(5, { kind: 'undo', unit, undone: granted.decision }),
      '2024-03-19T04:00:00.000Z',
    );
    expect(since({ decisions: [granted] }, { decisions: [granted, hours, undo] })).toEqual([
      ['2024-03-19T03:00:00.000Z', expect.stringMatching(/^được .*5 giờ/)],
      ['2024-03-19T04:00:00.000Z', 'thu hồi “được gia hạn đến hết ngày 22/03/2024”'],
    ]);
  });
});
