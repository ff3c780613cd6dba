import { describe, expect, it } from 'vitest';
import type { UploadReport } from '../../../../functions/portal/page/answers.ts';
import {
  isBusy,
  next,
  stageOf,
  type UploadEvent,
  type UploadState,
} from '../../../../functions/portal/page/upload-states.ts';

const file = { period: 'Q1-2024', name: 'bao cao.xlsx', size: 1000 };
const report: UploadReport = { state: 'accepted', findings: [], values: [], narrative: [], skipped: [] };
const idle: UploadState = { step: 'idle' };
const stateAfter = (...events: UploadEvent[]) => events.reduce(next, idle);
const verdict: UploadEvent = { kind: 'verdict', uploadId: '01', sha256: 'ab', report };

describe('an upload', () => {
  it('passes the five stages in their order', () => {
    const events: UploadEvent[] = [
      { kind: 'start', file },
      { kind: 'mint' },
      { kind: 'send' },
      { kind: 'stored' },
      { kind: 'began' },
      verdict,
    ];
    const passed: (string | null)[] = [];
    events.reduce<UploadState>((state, event) => {
      const following = next(state, event);
      passed.push(stageOf(following));
      return following;
    }, idle);
    expect(passed).toEqual(['checking', 'sending', 'sending', 'received', 'reading', 'result']);
  });

  it('cannot be started twice', () => {
    const running = stateAfter({ kind: 'start', file }, { kind: 'mint' });
    expect(next(running, { kind: 'start', file: { ...file, name: 'other.xlsx' } })).toBe(running);
    expect(next(running, { kind: 'resume', file })).toBe(running);
  });

  it('cannot be forgotten while it runs', () => {
    const running = stateAfter({ kind: 'start', file });
    expect(isBusy(next(running, { kind: 'forget' }))).toBe(true);
    expect(stateAfter({ kind: 'resume', file }, verdict, { kind: 'forget' })).toEqual(idle);
  });

  it('never claims more than the whole file, although the form around it is counted too', () => {
    expect(
      stateAfter({ kind: 'start', file }, { kind: 'send' }, { kind: 'progress', sent: 1400 }),
    ).toMatchObject({
      sent: 1000,
    });
  });

  it('starts its bar again when it must be sent again', () => {
    const lost = stateAfter(
      { kind: 'start', file },
      { kind: 'send' },
      { kind: 'progress', sent: 900 },
      { kind: 'retry', retry: { attempt: 2, seconds: 1 } },
    );
    expect(lost).toMatchObject({ sent: 0, retry: { attempt: 2 } });
    expect(next(lost, { kind: 'progress', sent: 10 })).toMatchObject({ sent: 10, retry: null });
  });

  it('remembers at which stage it failed, and takes nothing more until it is started anew', () => {
    const failed = stateAfter(
      { kind: 'start', file },
      { kind: 'send' },
      { kind: 'fail', failure: { kind: 'network' } },
    );
    expect(failed).toMatchObject({ step: 'failed', at: 'sending' });
    for (const event of [{ kind: 'stored' }, { kind: 'began' }, verdict] as const)
      expect(next(failed, event)).toBe(failed);
    expect(next(failed, { kind: 'start', file }).step).toBe('checking');
  });
});
