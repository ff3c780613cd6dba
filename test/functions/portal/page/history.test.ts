import { describe, expect, it } from 'vitest';
import type { Decision, Version } from '../../../../functions/portal/contract/duties.ts';
import { historyOf } from '../../../../functions/portal/page/history.ts';

const version = (uploadId: string, sentAt: string): Version => ({
  ...{ uploadId, sentAt, fileName: `${uploadId}.xlsx`, size: 1, sha256: 'ab', sender: null },
  ...{ state: 'accepted', receipt: '', standing: 'counts', reason: null },
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
