import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/filing/decision.ts';
import { fingerprintOf, partOf } from '../../../shared/filing/fingerprint.ts';
import type { Version } from '../../../shared/filing/version.ts';
import { ulid, versionOf } from '../summary/sample.ts';

const decided = {
  ...{ decision: '01HRZ0000000000000000000AB', unit: 'QLDD', actor: 'admin', reason: 'Theo đề nghị' },
  decidedAt: '2024-03-20T08:00:00+07:00',
};
const extension = (period: string): Decision => ({
  ...{ ...decided, period },
  ...{ kind: 'extension', until: '2024-03-29' },
});
const exclusion = (period: string): Decision => ({ ...decided, period, kind: 'exclude-unit' });
const nothing = { previous: null, lastYear: null, year: [] };
const withPrevious = (decisions: Decision[]) =>
  fingerprintOf({
    ...{ versions: [], decisions: [] },
    earlier: { ...nothing, previous: { period: 'TN-2023', versions: [], decisions } },
  });

describe('what a report is made of', () => {
  const plain = fingerprintOf({ versions: [], decisions: [], earlier: nothing });

  it('is changed by more time for a unit, which the report names', () => {
    const extended = { versions: [], decisions: [extension('Q1-2024')], earlier: nothing };
    expect(fingerprintOf(extended)).not.toBe(plain);
  });

  it('is changed by hours given, which make a late report one in time, until they are taken back', () => {
    const hours: Decision = { ...decided, period: 'Q1-2024', kind: 'prolong', hours: 4 };
    const undo: Decision = {
      ...{ ...decided, decision: '01HRZ0000000000000000000AC', period: 'Q1-2024' },
      ...{ kind: 'undo', undone: hours.decision },
    };
    const of = (...decisions: Decision[]) => fingerprintOf({ versions: [], decisions, earlier: nothing });
    expect(of(hours)).not.toBe(plain);
    expect(of(hours, undo)).toBe(plain);
    expect(withPrevious([{ ...hours, period: 'TN-2023' }])).toBe(plain);
    const more: Decision = { ...hours, decision: '01HRZ0000000000000000000AD' };
    expect(of(hours, more)).not.toBe(of(more));
    expect(of(more, hours)).toBe(of(hours, more));
    expect(partOf({ versions: [], decisions: [{ ...hours, unit: 'VPS' }] }, 'QLDD', 'own')).toBeNull();
  });

  it('is changed by the day that the office noted for what it entered, until it is taken back', () => {
    const entry = versionOf({ upload: ulid(1), unit: 'QLDD' });
    const noted: Decision = {
      ...{ ...decided, period: 'Q1-2024', kind: 'received-on' },
      ...{ upload: entry.upload, day: '2024-03-18' },
    };
    const undo: Decision = {
      ...{ ...decided, decision: '01HRZ0000000000000000000AC', period: 'Q1-2024' },
      ...{ kind: 'undo', undone: noted.decision },
    };
    const of = (...decisions: Decision[]) =>
      fingerprintOf({ versions: [entry], decisions, earlier: nothing });
    expect(of(noted)).not.toBe(of());
    expect(of(noted, undo)).toBe(of());
    const second: Decision = { ...noted, decision: '01HRZ0000000000000000000AD' };
    expect(of(second, noted)).toBe(of(noted, second));
    expect(of(second, noted)).not.toBe(of(noted));
    const others: Decision = { ...noted, unit: 'VPS' };
    expect(partOf({ versions: [entry], decisions: [others] }, 'QLDD', 'own')).toBe(`QLDD=${ulid(1)}///`);
    const taken: Decision = { ...decided, period: 'Q1-2024', kind: 'accept-late', upload: entry.upload };
    expect(of(taken)).toBe(of());
    // Of a file that never came nothing is told.
    expect(fingerprintOf({ versions: [], decisions: [noted], earlier: nothing })).toBe(plain);
  });

  it('is changed by the newest extension and the newest guidance, each in its place, and by none before', () => {
    const older = { decision: '01HRZ0000000000000000000AA' };
    const guidance: Decision = { ...decided, period: 'Q1-2024', kind: 'guidance', until: '2024-03-29' };
    const of = (...decisions: Decision[]) => fingerprintOf({ versions: [], decisions, earlier: nothing });
    const later = extension('Q1-2024');
    expect(of({ ...later, ...older }, later)).toBe(of(later));
    expect(of({ ...later, ...older }, guidance)).not.toBe(of({ ...guidance, ...older }, later));
  });

  describe('where a unit has filed', () => {
    const filed = versionOf({ upload: ulid(1), unit: 'QLDD' });
    type Status = 'on-time' | 'late' | 'missing' | 'extended';
    const stand = (status: Status, counts: string | null = filed.upload) => ({ status, due: null, counts });
    const longer = (n: number, before: Status, after: Status): Decision => ({
      ...extension('Q1-2024'),
      ...{ decision: ulid(n), before: stand(before), after: stand(after) },
    });
    const back = (n: number, undone: number, before: Status, after: Status): Decision => ({
      ...{ ...decided, period: 'Q1-2024', kind: 'undo', decision: ulid(n), undone: ulid(undone) },
      ...{ before: stand(before), after: stand(after) },
    });
    const of = (...decisions: Decision[]) =>
      fingerprintOf({ versions: [filed], decisions, earlier: nothing });

    it('is not changed by more time that leaves its report as it was, nor where that is taken back', () => {
      const given = longer(2, 'on-time', 'on-time');
      expect(of(given)).toBe(of());
      expect(of(given, back(3, 2, 'on-time', 'on-time'))).toBe(of());
      expect(of(longer(2, 'late', 'late'))).toBe(of());
    });

    it('is changed by more time that makes it one in time, until that is taken back', () => {
      const given = longer(2, 'late', 'on-time');
      expect(of(given)).not.toBe(of());
      expect(of(given, longer(3, 'on-time', 'on-time'))).toBe(of(given));
      expect(of(given, back(3, 2, 'on-time', 'late'))).toBe(of());
    });

    it('is changed once the last of two that kept it in time is taken back', () => {
      const asked: Decision = {
        ...longer(0, 'missing', 'extended'),
        ...{ before: stand('missing', null), after: stand('extended', null) },
      };
      const both = [asked, longer(2, 'on-time', 'on-time'), back(3, 0, 'on-time', 'on-time')];
      expect(of(...both)).toBe(of(asked));
      expect(of(...both, back(4, 2, 'on-time', 'late'))).not.toBe(of(asked));
    });

    it('is changed by more time of which is not known what it was decided in view of', () => {
      expect(of({ ...extension('Q1-2024'), decision: ulid(2) })).not.toBe(of());
      const given = longer(2, 'on-time', 'on-time');
      expect(of({ ...given, before: stand('on-time', null) })).not.toBe(of());
      expect(of({ ...given, after: stand('on-time', null) })).not.toBe(of());
    });

    it('says what it stands at, whatever the order in which that was decided', () => {
      const both = [longer(2, 'late', 'late'), longer(3, 'late', 'on-time')];
      expect(of(...both.toReversed())).toBe(of(...both));
      expect(partOf({ versions: [filed], decisions: both }, 'QLDD', 'own')).toBe(
        `QLDD=${ulid(1)}////on-time`,
      );
    });
  });

  it('is not changed by who is not reminded', () => {
    const until = '2024-03-29';
    const held: Decision = { ...decided, period: 'Q1-2024', kind: 'hold-reminders', until };
    expect(fingerprintOf({ versions: [], decisions: [held], earlier: nothing })).toBe(plain);
  });

  it('is not changed by more time for an earlier period, of which only the figures are told', () => {
    expect(withPrevious([extension('TN-2023')])).toBe(plain);
  });

  it('is changed by another reading of the file that counts, and by nothing that does not count', () => {
    const version = versionOf({ upload: ulid(1), unit: 'QLDD' });
    const of = (...versions: Version[]) => fingerprintOf({ versions, decisions: [], earlier: nothing });
    const again = { reading: ulid(7), readAt: '2024-03-20T08:00:00Z', actor: 'a', reason: 'x', told: false };
    expect(of({ ...version, again })).not.toBe(of(version));
    expect(of(version, versionOf({ upload: ulid(2), unit: 'QLDD', state: 'rejected' }))).toBe(of(version));
    expect(of(versionOf({ upload: ulid(2), unit: 'VPS', state: 'rejected' }))).toBe(plain);
  });

  it('is the same whatever the order in which it arrived, and another with every unit', () => {
    const [a, b, c] = ['QLDD', 'VPS', 'TTRA'].map((unit, n) => versionOf({ upload: ulid(n + 1), unit }));
    if (!a || !b || !c) throw new Error('three are made');
    const of = (...versions: Version[]) => fingerprintOf({ versions, decisions: [], earlier: nothing });
    expect(of(c, a, b)).toBe(of(a, b, c));
    expect(of(a, b)).not.toBe(of(a, b, c));
  });

  it('is changed by guidance of the period itself, and by an extension otherwise than by guidance', () => {
    const guidance: Decision = { ...decided, period: 'Q1-2024', kind: 'guidance', until: '2024-03-29' };
    const of = (decision: Decision) =>
      fingerprintOf({ versions: [], decisions: [decision], earlier: nothing });
    expect(of(guidance)).not.toBe(plain);
    expect(of(guidance)).not.toBe(of(extension('Q1-2024')));
    expect(withPrevious([{ ...guidance, period: 'TN-2023' }])).toBe(plain);
  });

  it('is not changed by time that an earlier period’s report had, nor is the same of another period the same', () => {
    const version = versionOf({ upload: ulid(1), unit: 'QLDD', period: 'TN-2023' });
    const of = (period: string, decisions: Decision[]) =>
      fingerprintOf({
        ...{ versions: [], decisions: [] },
        earlier: { ...nothing, previous: { period, versions: [version], decisions } },
      });
    expect(of('TN-2023', [extension('TN-2023')])).toBe(of('TN-2023', []));
    expect(of('TN-2022', [])).not.toBe(of('TN-2023', []));
  });

  it('is changed by an exclusion from an earlier period', () => {
    expect(withPrevious([exclusion('TN-2023')])).not.toBe(plain);
  });
});
