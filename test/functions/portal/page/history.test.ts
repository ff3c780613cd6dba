import { describe, expect, it } from 'vitest';
import type { Decision, Version } from '../../../../functions/portal/contract/duties.ts';
import { historyOf, partHistory, requestStateOf } from '../../../../functions/portal/page/history.ts';

const version = (uploadId: string, sentAt: string): Version => ({
  ...{ uploadId, sentAt, fileName: `${uploadId}.xlsx`, size: 1, sha256: 'ab', sender: null },
  ...{ state: 'accepted', receipt: '', standing: 'counts', reason: null, timeliness: null },
  counts: { read: 0, skipped: 0, total: 0 },
});
const decision = (id: string, decidedAt: string, uploadId: string | null = null): Decision => ({
  ...{
    decision: id,
    kind: 'nil',
    by: 'unit',
    actor: 'unit:QLDD',
    reason: 'x',
    decidedAt,
    until: null,
    uploadId,
    undone: null,
    inForce: true,
  },
});

describe('the history', () => {
  it('tells files and decisions in one row, newest first', () => {
    const entries = historyOf({
      versions: [version('01', '2024-03-15T10:00:00+07:00'), version('03', '2024-03-18T10:00:00+07:00')],
      // The same moment said in another offset: clocks are compared, not letters.
      decisions: [decision('02', '2024-03-16T02:00:00Z')],
    });
    expect(entries.map(({ id }) => id)).toEqual(['03', '02', '01']);
  });

  it('names the file that a decision is about', () => {
    const [about, alone] = historyOf({
      versions: [version('01', '2024-03-15T10:00:00Z')],
      decisions: [decision('09', '2024-03-17T10:00:00Z', '01'), decision('08', '2024-03-16T10:00:00Z')],
    });
    expect(about).toMatchObject({ id: '09', file: '01.xlsx' });
    expect(alone).toMatchObject({ id: '08', file: null });
  });
});

describe('files sent before the one that counts', () => {
  const old = { ...version('01', '2024-03-15T10:00:00Z'), standing: 'not-accepted' } as const;
  const counting = version('03', '2024-03-17T10:00:00Z');
  const decisions = [decision('02', '2024-03-16T10:00:00Z')];

  it('fold away; what was decided stays in sight', () => {
    const newer = { ...version('04', '2024-03-18T10:00:00Z'), standing: 'not-accepted' } as const;
    const { shown, folded } = partHistory(historyOf({ versions: [newer, counting, old], decisions }));
    expect(shown.map(({ id }) => id)).toEqual(['04', '03', '02']);
    expect(folded.map(({ id }) => id)).toEqual(['01']);
  });

  it('stay in sight while none counts', () => {
    expect(partHistory(historyOf({ versions: [old], decisions })).folded).toEqual([]);
  });
});

describe('a request for more time', () => {
  const made = (id: string, kind: Decision['kind'], change: Partial<Decision> = {}): Decision => ({
    ...decision(id, `2024-03-${id}T10:00:00Z`),
    ...{ kind, until: kind === 'extension-refusal' ? null : '2024-03-25' },
    ...change,
  });
  const asked = made('16', 'extension-request');

  it('waits until the office answers, and then is what it answered', () => {
    expect(requestStateOf({ decisions: [asked] })).toMatchObject({ kind: 'waits', until: '2024-03-25' });
    const refused = made('17', 'extension-refusal', { reason: 'đã gia hạn một lần' });
    expect(requestStateOf({ decisions: [refused, asked] })).toEqual({
      kind: 'refused',
      until: null,
      reason: 'đã gia hạn một lần',
    });
    expect(requestStateOf({ decisions: [made('18', 'extension'), refused, asked] })?.kind).toBe('granted');
  });

  it('waits again where the answer was taken back', () => {
    const gone = made('17', 'extension-refusal', { inForce: false });
    expect(requestStateOf({ decisions: [made('18', 'undo'), gone, asked] })?.kind).toBe('waits');
  });

  it('is nothing where nothing was asked', () => {
    expect(requestStateOf({ decisions: [decision('16', '2024-03-16T10:00:00Z')] })).toBeNull();
  });
});
