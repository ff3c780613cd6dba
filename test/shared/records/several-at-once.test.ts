import { describe, expect, it } from 'vitest';
import { severalAtOnce } from '../../../shared/records/several-at-once.ts';

describe('asking several at once', () => {
  it('never asks more than that many, and answers in the order of the questions', async () => {
    let open = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    const answers = severalAtOnce(['a', 'b', 'c', 'd', 'e'], 2, async (item) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise<void>((resolve) => waiting.push(resolve));
      open -= 1;
      return item.toUpperCase();
    });
    // The later one first, as long as any waits.
    while (waiting.length > 0) {
      waiting.pop()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await answers).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(most).toBe(2);
  });

  it('fails as the first question that fails', async () => {
    const asking = severalAtOnce([1, 2, 3], 2, async (item) => {
      if (item === 2) throw new RangeError('2');
      return item;
    });
    await expect(asking).rejects.toThrow(RangeError);
  });

  it('has no answers where nothing is asked', async () => {
    expect(await severalAtOnce([], 16, async () => 1)).toEqual([]);
  });
});
