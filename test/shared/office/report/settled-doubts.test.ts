import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../shared/filing/decision.ts';
import type { Manifest } from '../../../../shared/filing/manifest.ts';
import type { Version } from '../../../../shared/filing/version.ts';
import { settledSince } from '../../../../shared/office/report/settled-doubts.ts';
import { progressOf } from '../../../../shared/summary/progress.ts';
import type { Summary } from '../../../../shared/summary/summary.ts';
import { decisionOf, periodOf, regime, ulid, versionOf } from '../../summary/sample.ts';

const unit = 'CCBVMT';
const period = periodOf('Q1-2024');
const drawnUp = '2024-03-19T09:00:00+07:00';
const now = '2024-03-20T09:00:00+07:00';

const bad = versionOf({
  upload: ulid(1),
  unit,
  state: 'unreadable',
  receivedAt: '2024-03-18T09:00:00+07:00',
});
const asked = decisionOf(2, { kind: 'extension-request', unit, until: '2024-03-25' });
const filed = versionOf({ upload: ulid(4), unit, receivedAt: '2024-03-19T10:00:00+07:00' });

/** What no longer holds of the doubts of a draft that was made of the first once the others came too. */
function settled(of: { versions: Version[]; decisions: Decision[] }, more: Partial<typeof of>) {
  const before = { regime, period, expected: [unit], pending: new Set<string>(), findings: new Map() };
  const { units } = progressOf({ ...before, at: drawnUp, ...of });
  const drawn = {
    summary: { units } as unknown as Summary,
    manifest: of as unknown as Manifest,
  };
  const since = { versions: more.versions ?? [], decisions: more.decisions ?? [] };
  return settledSince({ regime, period, ...drawn, now })({
    unit,
    versions: [...of.versions, ...since.versions],
    decisions: [...of.decisions, ...since.decisions],
  }).map(({ whole, what }) => [whole, what.map(({ vi }) => vi.split(/[ ,:]/).slice(0, 2).join(' '))]);
}

describe('a doubt of the draft', () => {
  const doubtful = { versions: [bad], decisions: [asked] };

  it('stands while nothing has come', () => {
    expect(settled(doubtful, {})).toEqual([]);
  });

  it('stands but for the request that was answered', () => {
    const refused = decisionOf(3, { kind: 'extension-refusal', unit, request: ulid(2) });
    expect(settled(doubtful, { decisions: [refused] })).toEqual([[false, ['xin gia']]]);
  });

  it('is over once a report counts, and whatever was said of the file before it', () => {
    const [[whole, what] = []] = settled(doubtful, { versions: [filed] });
    expect(whole).toBe(true);
    expect(what).toHaveLength(3);
  });

  it('is over once the file of which it speaks was replaced', () => {
    const finding = { code: 'X01', severity: 'warning', message: { vi: 'Sai', en: 'Wrong' } };
    const warned = versionOf({ upload: ulid(1), unit, receivedAt: '2024-03-18T09:00:00+07:00' });
    const open = { ...warned, firstFindings: [finding] } as unknown as Version;
    expect(settled({ versions: [open], decisions: [] }, {})).toEqual([]);
    expect(settled({ versions: [open], decisions: [] }, { versions: [filed] })).toEqual([[true, []]]);
  });
});
