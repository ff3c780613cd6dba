import { describe, expect, it, onTestFinished } from 'vitest';
import { RetryWaits } from '../../../../../infra/local/cloud/lambda/retry-waits.ts';

/** Waits on a clock that only leaps, with so much going on. */
function waiting({ longestSeconds = 0 } = {}) {
  const state = { now: 0, busy: 0 };
  const clock = {
    now: () => state.now,
    leapTo: (time: number) => {
      state.now = time;
    },
  };
  const waits = new RetryWaits(clock, () => state.busy, longestSeconds);
  onTestFinished(() => waits.close());
  return { state, waits };
}

const pauses = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the wait before a retry', () => {
  it('is skipped by a leap of the clock when nothing else is going on', async () => {
    const { state, waits } = waiting();
    await waits.wait(720);
    expect(state.now).toBe(720_000);
  });

  it('leaves the clock alone while something is going on', async () => {
    const { state, waits } = waiting();
    state.busy = 1;
    const over = waits.wait(720);
    await pauses(50);
    expect(state.now).toBe(0);
    state.busy = 0;
    await over;
    expect(state.now).toBe(720_000);
  });

  it('is over without a leap when the clock gets there by itself', async () => {
    const { state, waits } = waiting({ longestSeconds: 600 });
    const over = waits.wait(720);
    state.now = 900_000;
    await over;
    expect(state.now).toBe(900_000);
  });

  it('ends in the order of the times, one leap after the other', async () => {
    const { state, waits } = waiting();
    const ends: number[] = [];
    const note = () => ends.push(state.now);
    await Promise.all([waits.wait(720).then(note), waits.wait(360).then(note)]);
    expect(ends).toEqual([360_000, 720_000]);
  });
});
