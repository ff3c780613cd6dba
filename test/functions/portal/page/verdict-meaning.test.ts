import { describe, expect, it } from 'vitest';
import type { Version } from '../../../../functions/portal/contract/duties.ts';
import { meaningOf } from '../../../../functions/portal/page/verdict-meaning.ts';
import { verdict as words } from '../../../../shared/wording/page-upload.ts';

const older = '01HS8000000000000000000000';
const newer = '01HS9000000000000000000000';

const version = (uploadId: string, standing: Version['standing']): Version => ({
  ...{ uploadId, standing, fileName: 'bao-cao.xlsx', size: 1, sha256: '', sender: null },
  ...{ sentAt: '2024-03-18T08:00:00+07:00', state: 'accepted', receipt: '', reason: null },
  timeliness: null,
  counts: { read: 0, skipped: 0, total: 0 },
});
const none = { versions: [], counts: null };

describe('what a verdict asks of the unit', () => {
  it('is to mend a file that was not accepted', () => {
    for (const state of ['rejected', 'unreadable'] as const) {
      expect(meaningOf({ uploadId: newer, state }, none)).toEqual({ words: words[state], toMend: true });
    }
  });

  it('is still to mend it where only an older file counts', () => {
    const duty = { versions: [version(older, 'counts')], counts: older };
    expect(meaningOf({ uploadId: newer, state: 'rejected' }, duty)).toMatchObject({ toMend: true });
  });

  it('is nothing any more where a newer file counts', () => {
    const duty = { versions: [version(newer, 'counts')], counts: newer };
    expect(meaningOf({ uploadId: older, state: 'rejected' }, duty)).toEqual({
      ...{ words: words.overtaken, toMend: false },
    });
  });

  it('is nothing for an accepted file, though the duty has not heard of it yet', () => {
    expect(meaningOf({ uploadId: newer, state: 'accepted' }, none)).toEqual({
      ...{ words: words.accepted, toMend: false },
    });
  });

  it('does not say that all is well of an accepted file that was returned', () => {
    const duty = { versions: [version(older, 'returned')], counts: null };
    expect(meaningOf({ uploadId: older, state: 'accepted' }, duty).words).toBe(words.countsNoMore);
  });

  it('is nothing before there is a verdict', () => {
    expect(meaningOf({ uploadId: newer, state: 'received' }, none)).toEqual({ words: null, toMend: false });
  });
});
