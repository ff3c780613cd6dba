import { describe, expect, it } from 'vitest';
import {
  candidates,
  countingOf,
  filingsByUnit,
  firstFiled,
  holdOf,
  newestVersion,
  takenAway,
  takenAwayBytes,
} from '../../../shared/filing/counting.ts';
import { type Decision, dayNamed } from '../../../shared/filing/decision.ts';
import { dutyStatus } from '../../../shared/filing/duty.ts';
import { issuedLast } from '../../../shared/filing/edition.ts';
import { isFiled, isOwing } from '../../../shared/filing/owing.ts';
import { openRequest } from '../../../shared/filing/requests.ts';
import { type LaterReading, type Version, withNewest } from '../../../shared/filing/version.ts';
import { DutyStatus } from '../../../shared/vocabulary/duty-states.ts';
import { decisionOf, periodOf, regime, ulid, versionOf } from '../summary/sample.ts';

const unit = 'VPS';
const version = (n: number, given: Partial<Version> = {}) => versionOf({ upload: ulid(n), unit, ...given });
const of = (versions: readonly Version[], decisions: readonly Decision[] = []) => ({
  versions: [...versions],
  decisions: [...decisions],
});

describe('filings asked for by unit', () => {
  it('are each unit’s own, with what was decided for all', () => {
    const all = decisionOf(1, { kind: 'guidance', unit: '*', until: '2024-09-30' });
    const own = decisionOf(2, { kind: 'nil', unit });
    const others = decisionOf(3, { kind: 'nil', unit: 'TTRA' });
    const by = filingsByUnit(
      of([version(4), version(5), versionOf({ upload: ulid(6), unit: 'KHTC' })], [all, own, others]),
    );
    expect(by(unit)).toEqual(of([version(4), version(5)], [all, own]));
    expect(by('TTRA')).toEqual(of([], [all, others]));
    expect(by('KHTC').decisions).toEqual([all]);
    expect(by('DDBD')).toEqual(of([], [all]));
  });
});

describe('a hold of reminders', () => {
  const held = (n: number, until: string, of = unit) =>
    decisionOf(n, { kind: 'hold-reminders', unit: of, until });
  const on = (day: string, ...decisions: Decision[]) => holdOf({ decisions }, unit, day)?.decision ?? null;

  it('lasts through its day, of that unit alone', () => {
    expect(on('2024-03-16', held(1, '2024-03-16'))).toBe(ulid(1));
    expect(on('2024-03-17', held(1, '2024-03-16'))).toBeNull();
    expect(on('2024-03-16', held(1, '2024-03-16', 'TTRA'))).toBeNull();
    expect(on('2024-03-16', decisionOf(1, { kind: 'extension', unit, until: '2024-03-16' }))).toBeNull();
  });

  it('is the newest, and once that is taken back none, however long an older one would last', () => {
    const [long, short] = [held(1, '2024-03-29'), held(2, '2024-03-16')];
    expect(on('2024-03-16', short, long)).toBe(ulid(2));
    expect(on('2024-03-17', short, long)).toBeNull();
    expect(on('2024-03-16', short, long, decisionOf(3, { kind: 'undo', unit, undone: ulid(2) }))).toBeNull();
  });
});

describe('the day that a decision names', () => {
  it('is its last one, or that of a paper; of most there is none', () => {
    const day = '2024-03-18';
    expect(dayNamed(decisionOf(1, { kind: 'extension', unit, until: day }))).toBe(day);
    expect(dayNamed(decisionOf(1, { kind: 'received-on', unit, upload: ulid(1), day }))).toBe(day);
    expect(dayNamed(decisionOf(1, { kind: 'exclude-unit', unit }))).toBeNull();
  });
});

describe('what could count', () => {
  it('is listed newest first, whatever order it is stored in', () => {
    const ids = (list: Version[]) => candidates(of(list), unit).map(({ ulid }) => ulid);
    const sorted = [ulid(3), ulid(2), ulid(1)];
    for (const order of [
      [1, 2, 3],
      [3, 2, 1],
      [2, 3, 1],
    ])
      expect(ids(order.map((n) => version(n)))).toEqual(sorted);
  });

  it('is no file of which an error still stands', () => {
    const two = version(1, { state: 'rejected', severities: { error: 2, warning: 0, note: 0 } });
    const waive = (n: number, findings: readonly number[], given: object = {}) =>
      decisionOf(n, {
        ...{ kind: 'waive', unit, upload: ulid(1) },
        errors: findings.map((finding) => ({ finding, code: 'K01', where: {}, found: 'x' })),
        ...given,
      } as never);
    const counts = (version: Version, ...decisions: Decision[]) =>
      countingOf(of([version], decisions), unit)?.ulid ?? null;
    expect(counts(two)).toBeNull();
    expect(counts(two, waive(5, [0]))).toBeNull();
    expect(counts(two, waive(5, [0]), waive(6, [0]))).toBeNull();
    expect(counts(two, waive(5, [0]), waive(6, [1]))).toBe(ulid(1));
    expect(counts(two, waive(5, [0, 1]))).toBe(ulid(1));
    // What stands in the way of none, of another file, another unit or another reading waives nothing.
    expect(counts({ ...two, state: 'unreadable' }, waive(5, [0, 1]))).toBeNull();
    expect(counts({ ...two, severities: { ...two.severities, error: 0 } })).toBeNull();
    expect(counts(two, waive(5, [0, 1], { upload: ulid(2) }))).toBeNull();
    expect(counts(two, waive(5, [0, 1], { unit: 'TTRA' }))).toBeNull();
    expect(counts(two, waive(5, [0, 1], { reading: ulid(9) }))).toBeNull();
    const again = { reading: ulid(9), readAt: two.recordedAt, actor: 'a', reason: 'b', told: true };
    expect(counts({ ...two, again }, waive(5, [0, 1]))).toBeNull();
    expect(counts({ ...two, again }, waive(5, [0, 1], { reading: ulid(9) }))).toBe(ulid(1));
  });

  it('is said to be waived by the newest who did it, and by nobody where nothing was', () => {
    const wrong = version(1, { state: 'rejected', severities: { error: 1, warning: 0, note: 0 } });
    const errors = [{ finding: 0, code: 'K01', where: {}, found: 'x' }];
    const waivers = [5, 6].map((n) =>
      decisionOf(n, { kind: 'waive', unit, upload: ulid(1), errors } as never),
    );
    const ask = (versions: Version[], decisions: Decision[]) =>
      dutyStatus({
        ...{ regime, period: periodOf('Q1-2024'), unit, versions, decisions },
        ...{ now: '2024-03-15T09:00:00+07:00', expected: null },
      });
    expect(ask([wrong], waivers).waiver?.decision).toBe(ulid(6));
    expect(ask([version(1)], waivers).waiver).toBeNull();
    expect(ask([], waivers).waiver).toBeNull();
  });
});

describe('what was taken away', () => {
  const back = (n: number, upload: number, given: object = {}) =>
    decisionOf(n, { kind: 'return', unit, upload: ulid(upload), reason: `lần ${n}`, ...given } as never);

  it('is told by the newest decision about it, in whatever order they are stored', () => {
    const out = back(6, 1, { kind: 'exclude-version' });
    for (const decisions of [
      [back(5, 1), out],
      [out, back(5, 1)],
    ])
      expect(takenAway(of([version(1)], decisions), unit).get(ulid(1))).toBe(out);
    expect(takenAway(of([version(1)], [back(5, 1, { unit: 'TTRA' })]), unit).size).toBe(0);
    expect(takenAway(of([], [decisionOf(5, { kind: 'nil', unit })]), unit).size).toBe(0);
  });

  it('is known again by its bytes', () => {
    const [kept, gone] = [version(1, { sha256: 'a'.repeat(64) }), version(2, { sha256: 'b'.repeat(64) })];
    const filings = of([kept, gone], [back(5, 2)]);
    expect(takenAwayBytes(filings, unit, 'b'.repeat(64))).toMatchObject({
      version: gone,
      decision: { decision: ulid(5) },
    });
    expect(takenAwayBytes(filings, unit, 'a'.repeat(64))).toBeNull();
    expect(takenAwayBytes(filings, unit, 'c'.repeat(64))).toBeNull();
  });
});

describe('the newest file of a unit', () => {
  it('is the one minted last, whatever became of it and whoever else sent one', () => {
    const list = [
      version(2, { state: 'unreadable' }),
      version(1),
      versionOf({ upload: ulid(9), unit: 'TTRA' }),
    ];
    expect(newestVersion(of(list), unit)?.upload).toBe(ulid(2));
    expect(newestVersion(of(list.toReversed()), unit)?.upload).toBe(ulid(2));
    expect(newestVersion(of([]), unit)).toBeNull();
  });
});

describe('the file by which a unit is on time', () => {
  const at = (n: number, receivedAt: string, given: Partial<Version> = {}) =>
    version(n, { receivedAt, ...given });
  const first = (versions: Version[], decisions: Decision[] = []) =>
    firstFiled(of(versions, decisions), unit, regime.timeZone)?.upload ?? null;

  it('is the first that came of those accepted, not the first that was minted', () => {
    const [late, early] = [at(1, '2024-03-16T00:00:00Z'), at(2, '2024-03-15T00:00:00Z')];
    expect(first([late, early])).toBe(ulid(2));
    expect(first([early, late])).toBe(ulid(2));
    expect(first([at(3, '2024-03-14T00:00:00Z', { state: 'rejected' }), early])).toBe(ulid(2));
    expect(first([])).toBeNull();
  });

  it('is the one minted first of two that came in the same second', () => {
    const both = [at(2, '2024-03-15T00:00:00Z'), at(1, '2024-03-15T00:00:00Z')];
    expect(first(both)).toBe(ulid(1));
    expect(first(both.toReversed())).toBe(ulid(1));
  });

  it('may have been returned since, but was never one that was left out', () => {
    const both = [at(1, '2024-03-15T00:00:00Z'), at(2, '2024-03-16T00:00:00Z')];
    const gone = (kind: 'return' | 'exclude-version') => [
      decisionOf(9, { kind, unit, upload: ulid(1) } as never),
    ];
    expect(first(both, gone('return'))).toBe(ulid(1));
    expect(first(both, gone('exclude-version'))).toBe(ulid(2));
  });

  it('is none where the unit said that there is nothing', () => {
    expect(first([], [decisionOf(5, { kind: 'nil', unit })])).toBeNull();
  });
});

describe('a report that came too late', () => {
  const late = version(1, { receivedAt: '2024-03-20T00:00:00Z' });
  const reasonOf = (...decisions: Decision[]) =>
    dutyStatus({
      ...{ regime, period: periodOf('Q1-2024'), unit, versions: [late], decisions },
      ...{ now: '2024-03-21T00:00:00Z', expected: null },
    });
  const taken = (n: number, given: object) => decisionOf(n, { reason: `lần ${n}`, ...given } as never);

  it('stays late, with the reason for which the office took this very file', () => {
    expect(reasonOf(taken(5, { kind: 'accept-late', unit, upload: ulid(1) }))).toMatchObject({
      status: 'late',
      reason: 'lần 5',
    });
    for (const given of [
      { kind: 'accept-late', unit, upload: ulid(2) },
      { kind: 'accept-late', unit: 'TTRA', upload: ulid(1) },
      { kind: 'extension-refusal', unit },
    ])
      expect(reasonOf(taken(5, given))).toMatchObject({ status: 'late', reason: null });
  });
});

describe('a duty', () => {
  it('is asked for while it is missing, overdue or returned, and at no other time', () => {
    expect(DutyStatus.options.filter(isOwing).toSorted()).toEqual(['missing', 'overdue', 'returned']);
  });

  it('is met in time, late or by nothing to report, and by no other decision', () => {
    expect(DutyStatus.options.filter(isFiled).toSorted()).toEqual(['late', 'nil', 'on-time']);
  });

  it('names no attempt where the newest file is the one that counts, and none without a file', () => {
    const ask = (versions: Version[], decisions: Decision[] = []) =>
      dutyStatus({
        ...{ regime, period: periodOf('Q1-2024'), unit, versions, decisions },
        ...{ now: '2024-03-15T09:00:00+07:00', expected: null },
      });
    expect(ask([version(1)]).attempt).toBeNull();
    expect(ask([]).attempt).toBeNull();
    expect(ask([version(1)], [decisionOf(5, { kind: 'nil', unit })])).toMatchObject({
      attempt: null,
      filedBy: null,
    });
  });
});

describe('a request for more time', () => {
  const wanted = decisionOf(3, { kind: 'extension-request', unit, until: '2024-03-25' });
  const open = (versions: Version[], ...decisions: Decision[]) =>
    openRequest(of(versions, decisions), unit)?.decision ?? null;

  it('waits until it is answered, or until something that came later counts', () => {
    expect(open([], wanted)).toBe(ulid(3));
    expect(open([], wanted, decisionOf(4, { kind: 'extension-refusal', unit, request: ulid(3) }))).toBeNull();
    expect(open([], wanted, decisionOf(4, { kind: 'extension', unit, until: '2024-03-25' }))).toBeNull();
    expect(open([version(4)], wanted)).toBeNull();
    expect(open([])).toBeNull();
    // Behind the lock it is asked for by whoever has another report than the one that counts.
    expect(open([version(1)], wanted)).toBe(ulid(3));
    expect(open([version(1), version(4)], wanted)).toBeNull();
  });

  it('is answered by nothing that concerns another unit or another matter', () => {
    expect(
      open([], wanted, decisionOf(4, { kind: 'extension-refusal', unit: 'TTRA', request: ulid(3) })),
    ).toBe(ulid(3));
    expect(open([], wanted, decisionOf(4, { kind: 'return', unit, upload: ulid(1) }))).toBe(ulid(3));
  });
});

describe('the edition that was issued last', () => {
  it('is the newest of those that were issued whole', () => {
    const edition = (n: number, fingerprint: string | null) => ({
      ...{ edition: n, run: 'r', scheduledAt: '2024-03-19T02:00:00Z', fingerprint, acts: [] },
    });
    expect(issuedLast([edition(1, 'a'), edition(2, 'b'), edition(3, null)])?.edition).toBe(2);
    expect(issuedLast([edition(1, null)])).toBeNull();
  });
});

describe('a file that was read once more', () => {
  const reading = (n: number, given: Partial<LaterReading> = {}): LaterReading => ({
    ...{ upload: ulid(1), period: 'Q1-2024', unit, reading: ulid(n), readAt: '2024-03-16T00:00:00.000Z' },
    ...{ actor: 'a', reason: 'b', told: true, state: 'rejected', counts: { read: 1, skipped: 0, total: 1 } },
    ...{ severities: { error: 1, warning: 0, note: 0 }, firstFindings: [] },
    ...given,
  });

  it('is what its newest reading says, whatever order they are stored in', () => {
    const first = version(1, { sketch: 'x' });
    for (const readings of [
      [reading(5), reading(6, { state: 'accepted' })],
      [reading(6, { state: 'accepted' }), reading(5)],
    ])
      expect(withNewest(first, readings)).toMatchObject({ state: 'accepted', again: { reading: ulid(6) } });
    expect(withNewest(first, [reading(5)])).not.toHaveProperty('sketch');
    expect(withNewest(first, [])).toBe(first);
    expect(withNewest(first, [reading(5, { upload: ulid(2) })])).toBe(first);
  });
});
