import { expect, it } from 'vitest';
import { inBatches } from '../../../../functions/portal/page/batches.ts';

const all = Array.from({ length: 10 }, (_, n) => n);

it('begins no batch after one has failed, and says why it did', async () => {
  const begun: number[] = [];
  const run = async (batch: readonly number[]) => {
    begun.push(...batch);
    await Promise.resolve();
    if (batch.includes(1)) throw new Error('gone');
  };
  await expect(inBatches(all, run, { size: 1 })).rejects.toThrow('gone');
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

it('asks nobody else where the first batch is refused, and says for whom none was run once it is over', async () => {
  let begun = 0;
  const refused = inBatches(all, () => Promise.reject(new Error(`refused ${++begun}`)), { size: 2 });
  await expect(refused).rejects.toThrow('refused 1');
  expect(begun).toBe(1);
  expect(await inBatches(all, async () => {}, { size: 4, isOver: () => true })).toEqual([4, 5, 6, 7, 8, 9]);
});
