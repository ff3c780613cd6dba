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

  it('fails each call where it cannot be loaded', async () => {
    const counter = onFirstUse<Counter>(() => Promise.reject(new Error('no such file')));
    await expect(counter.add(1)).rejects.toThrow('no such file');
    await expect(counter.add(1)).rejects.toThrow('no such file');
  });
});
