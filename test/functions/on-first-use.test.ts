import { describe, expect, it, vi } from 'vitest';
import { onFirstUse } from '../../functions/on-first-use.ts';

class Counter {
  #count = 0;
  async add(by: number): Promise<number> {
    this.#count += by;
    return this.#count;
  }
}

describe('a port that is loaded when it is used first', () => {
  it('is not loaded before, and once for calls at the same time', async () => {
    const load = vi.fn(async () => new Counter());
    const counter = onFirstUse(load);
    expect(load).not.toHaveBeenCalled();
    expect(await Promise.all([counter.add(1), counter.add(10)])).toEqual([1, 11]);
    expect(load).toHaveBeenCalledOnce();
  });

  it('fails the call for which it could not be loaded, and is loaded anew for the next', async () => {
    const load = vi.fn(async () => new Counter()).mockRejectedValueOnce(new Error('no credentials yet'));
    const counter = onFirstUse(load);
    await expect(counter.add(1)).rejects.toThrow('no credentials yet');
    expect(await counter.add(1)).toBe(1);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('may be awaited itself, without being loaded', async () => {
    const load = vi.fn(async () => new Counter());
    const counter = await Promise.resolve(onFirstUse(load));
    expect(load).not.toHaveBeenCalled();
    expect(await counter.add(1)).toBe(1);
  });
});
