import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';
import { mutationOf } from './mutation.ts';

const SEED = 20_240_315;
const MUTATIONS = 200;

it('mutates alike from the same seed', () => {
  const [one, other] = [mutationOf(SEED), mutationOf(SEED)];
  expect({ ...one, bytes: Buffer.from(one.bytes) }).toEqual({ ...other, bytes: Buffer.from(other.bytes) });
});

// What hangs is ended by the watch over each file; how long all of them take says how busy the machine is.
it('reads mutated files without crashing, hanging or changing a value silently', async () => {
  const { done, failures } = await fuzz(SEED, () => false, MUTATIONS);
  expect(failures.map(({ seed, complaint }) => `${seed} (${mutationOf(seed).what}): ${complaint}`)).toEqual(
    [],
  );
  expect(done).toBe(MUTATIONS);
});
