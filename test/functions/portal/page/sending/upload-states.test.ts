import { describe, expect, it } from 'vitest';
import type { UploadReport } from '../../../../../functions/portal/contract/uploads.ts';
import {
  hasArrived,
  isBusy,
  isUnsent,
  mayTryAgain,
  next,
  stageOf,
  type UploadEvent,
  type UploadState,
} from '../../../../../functions/portal/page/sending/upload-states.ts';

const file = { period: 'Q1-2024', name: 'bao cao.xlsx', size: 1000 };
const report: UploadReport = {
  ...{ state: 'accepted', period: 'Q1-2024', receipt: 'Q1-2024-QLDD-0000000000', sender: null },
  ...{ fileName: file.name, size: file.size, sha256: 'ab'.repeat(32), receivedAt: '2024-03-15T05:00:00Z' },
  ...{ uploadId: '01', mintedAt: '2024-03-15T04:59:00Z', expiresAt: '2024-03-15T05:59:00Z' },
  ...{ findings: [], values: [], narrative: [], skipped: [], annotated: null },
};
const waiting: UploadState = { step: 'waiting', file };
const stateAfter = (...events: UploadEvent[]) => events.reduce(next, waiting);
const verdict: UploadEvent = { kind: 'verdict', uploadId: '01', sha256: 'ab', report };
const fail = (kind: 'network' | 'interrupted' | 'file'): UploadEvent => ({ kind: 'fail', failure: { kind } });

describe('an upload', () => {
  it('waits for its turn, then passes the five stages in their order', () => {
    const events: UploadEvent[] = [
      { kind: 'start' },
      { kind: 'mint' },
      { kind: 'send' },
      { kind: 'stored' },
      { kind: 'began' },
      verdict,
    ];
    const passed: (string | null)[] = [stageOf(waiting)];
    events.reduce<UploadState>((state, event) => {
      const following = next(state, event);
      passed.push(stageOf(following));
      return following;
    }, waiting);
    expect(passed).toEqual([null, 'checking', 'sending', 'sending', 'received', 'reading', 'result']);
  });

  it('cannot be started twice', () => {
    const running = stateAfter({ kind: 'start' }, { kind: 'mint' });
    for (const kind of ['start', 'again', 'resume'] as const) expect(next(running, { kind })).toBe(running);
  });

  it('would be lost with the page until it is wholly with the server', () => {
    const steps = [
      waiting,
      stateAfter({ kind: 'start' }),
      stateAfter({ kind: 'start' }, { kind: 'send' }),
      stateAfter({ kind: 'start' }, { kind: 'send' }, { kind: 'stored' }),
      stateAfter({ kind: 'start' }, fail('network')),
    ];
    expect(steps.map(isUnsent)).toEqual([true, true, true, false, false]);
    expect(steps.map(isBusy)).toEqual([true, true, true, true, false]);
  });

  it('never claims more than the whole file, whatever the browser counts beside it', () => {
    const sent = stateAfter({ kind: 'start' }, { kind: 'send' }, { kind: 'progress', sent: 1400 });
    expect(sent).toMatchObject({ sent: 1000 });
  });

  it('starts its bar again when it must be sent again', () => {
    const lost = stateAfter(
      { kind: 'start' },
      { kind: 'send' },
      { kind: 'progress', sent: 900 },
      { kind: 'retry', retry: { attempt: 2, seconds: 1 } },
    );
    expect(lost).toMatchObject({ sent: 0, retry: { attempt: 2 } });
    expect(next(lost, { kind: 'progress', sent: 10 })).toMatchObject({ sent: 10, retry: null });
  });

  it('remembers at which stage it failed, and takes nothing more until it is tried again', () => {
    const failed = stateAfter({ kind: 'start' }, { kind: 'send' }, fail('network'));
    expect(failed).toMatchObject({ step: 'failed', at: 'sending' });
    for (const event of [{ kind: 'stored' }, { kind: 'began' }, verdict] as const) {
      expect(next(failed, event)).toBe(failed);
    }
    expect(next(failed, { kind: 'again' })).toEqual(waiting);
    expect(next(failed, { kind: 'resume' }).step).toBe('reading');
  });
});

describe('a failed upload', () => {
  const lost = stateAfter({ kind: 'start' }, { kind: 'send' }, fail('network'));
  const arrived = stateAfter({ kind: 'resume' }, fail('network'));

  it('may be tried again while the page has the file, or where only the verdict is missing', () => {
    expect(mayTryAgain(lost, true)).toBe(true);
    expect(mayTryAgain(lost, false)).toBe(false);
    expect(mayTryAgain(arrived, false)).toBe(true);
    expect([hasArrived(lost), hasArrived(arrived)]).toEqual([false, true]);
  });

  it('is not offered again where the file must be chosen anew', () => {
    expect(mayTryAgain(stateAfter({ kind: 'start' }, fail('file')), true)).toBe(false);
    expect(mayTryAgain(stateAfter({ kind: 'resume' }, fail('interrupted')), true)).toBe(false);
  });
});
