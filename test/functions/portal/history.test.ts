import { describe, expect, it } from 'vitest';
import { Duties } from '../../../functions/portal/contract/duties.ts';
import { historyOf } from '../../../functions/portal/history.ts';
import type { Decision } from '../../../shared/filing/decision.ts';
import type { Filings } from '../../../shared/filing/filings.ts';
import type { Version } from '../../../shared/filing/version.ts';
import { periodOf, regime } from '../../shared/summary/sample.ts';
import { aDesk } from './a-desk.ts';

const ulid = (n: number) => `01HS${String(n).padStart(22, '0')}`;

function version(n: number, change: Partial<Version> = {}): Version {
  return {
    ...{ upload: ulid(n), regime: 'r', regimeHash: 'a'.repeat(64), period: 'Q1-2024', unit: 'QLDD' },
    ...{
      fileName: `${n}.xlsx`,
      size: n,
      sha256: String(n).padStart(64, 'b'),
      sender: 'Chị Hoa',
      state: 'accepted',
    },
    ...{ receivedAt: '2024-03-15T05:00:00Z', recordedAt: '2024-03-15T05:00:01Z', receipt: `R${n}` },
    counts: { read: 1, skipped: 0, total: 1 },
    severities: { error: 0, warning: 0, note: 0 },
    ...{ firstFindings: [], values: [] },
    ...change,
  };
}

function decided(
  n: number,
  what: { kind: 'nil' | 'exclude-unit' } | { kind: 'return'; upload: string },
): Decision {
  return {
    // The office's own nil would never take the place of what was filed.
    ...{
      decision: ulid(n),
      period: 'Q1-2024',
      unit: 'QLDD',
      actor: what.kind === 'nil' ? 'unit:QLDD' : 'Văn phòng',
    },
    ...{ reason: `vì ${n}`, decidedAt: '2024-03-15T05:00:00Z' },
    ...what,
  };
}

function standings(filings: Filings) {
  const duty = { regime, period: periodOf('Q1-2024') };
  return historyOf(filings, 'QLDD', duty).versions.map(({ fileName, standing, reason }) => [
    fileName,
    standing,
    reason,
  ]);
}

describe('why a version counts or does not', () => {
  it('is told of each, newest first', () => {
    const versions = [version(1), version(2), version(3, { state: 'rejected' }), version(4)];
    expect(standings({ versions, decisions: [decided(5, { kind: 'return', upload: ulid(4) })] })).toEqual([
      ['4.xlsx', 'returned', 'vì 5'],
      ['3.xlsx', 'not-accepted', null],
      ['2.xlsx', 'counts', null],
      ['1.xlsx', 'replaced', null],
    ]);
  });

  it('is told of the same bytes under another upload too', () => {
    const versions = [version(1, { sha256: version(2).sha256 }), version(2)];
    expect(standings({ versions, decisions: [decided(5, { kind: 'return', upload: ulid(2) })] })).toEqual([
      ['2.xlsx', 'returned', 'vì 5'],
      ['1.xlsx', 'returned', 'vì 5'],
    ]);
  });

  it('is a declaration that came after it', () => {
    expect(standings({ versions: [version(1)], decisions: [decided(2, { kind: 'nil' })] })).toEqual([
      ['1.xlsx', 'nil-declared', null],
    ]);
  });

  it('is the exclusion of the whole unit, with its reason', () => {
    const decisions = [decided(2, { kind: 'exclude-unit' })];
    expect(standings({ versions: [version(1), version(3)], decisions })).toEqual([
      ['3.xlsx', 'excluded', 'vì 2'],
      ['1.xlsx', 'excluded', 'vì 2'],
    ]);
  });
});

it('the list of duties tells of a file that was not taken, until something counts', async () => {
  const desk = await aDesk('2024-03-15T08:00:00+07:00');
  const unit = desk.browser((await desk.tokenOf({ kind: 'unit', unit: 'QLDD' })).token);
  const attempt = async () => {
    const duties = Duties.parse(
      JSON.parse(new TextDecoder().decode((await unit.getFile('/api/duties')).bytes)),
    );
    return duties.find(({ period }) => period === 'Q1-2024')?.attempt;
  };
  expect(await attempt()).toBeNull();
  const receivedAt = '2024-03-15T07:00:00+07:00';
  await desk.filed({ unit: 'QLDD', receivedAt, fileName: 'sai.xlsx', reading: { state: 'rejected' } });
  expect(await attempt()).toEqual({
    ...{ fileName: 'sai.xlsx', state: 'rejected', errors: 0, receivedAt: new Date(receivedAt).toISOString() },
  });
  await desk.filed({ unit: 'QLDD', receivedAt: '2024-03-15T07:30:00+07:00' });
  expect(await attempt()).toBeNull();
});
