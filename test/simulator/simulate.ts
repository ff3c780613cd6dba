/** Plays schedules, and makes a failing one as short as it can be. */
import type { writeLetter } from '../../functions/deliver/letters/write-letter.ts';
import { Chance } from '../fuzz/chance.ts';
import { checkAtRest, checkErased, checkReadAgain, everything } from './invariants.ts';
import { Kept } from './kept.ts';
import { Broken } from './observed.ts';
import { drawSchedule, type Step } from './schedule.ts';
import { Week } from './week.ts';

export interface Failure {
  readonly seed: number;
  readonly what: string;
  /** As few steps as still fail. */
  readonly steps: readonly Step[];
}

/** What is broken after these steps, or null. */
export async function play(
  steps: readonly Step[],
  seed: number,
  letters?: typeof writeLetter,
): Promise<string | null> {
  const week = new Week(seed, letters);
  const kept = new Kept();
  try {
    await week.begin();
    for (const step of steps) {
      await week.take(step);
      kept.check(week);
    }
    await week.comeToRest();
    kept.check(week);
    await checkAtRest(week);
    await week.mendAll();
    kept.check(week);
    await checkAtRest(week);
    const before = everything(week);
    await week.comeAgain();
    if (everything(week) !== before) throw new Broken('done once more, it changed something');
    await checkReadAgain(week);
    await checkErased(week, new Chance(seed));
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

export async function simulate(seed: number, letters?: typeof writeLetter): Promise<Failure | null> {
  const steps = drawSchedule(seed);
  const what = await play(steps, seed, letters);
  return what === null
    ? null
    : { seed, what, steps: await shrink(steps, (shorter) => play(shorter, seed, letters)) };
}

/** Leaves out steps, then faults, as long as it still fails. */
async function shrink(
  steps: readonly Step[],
  broken: (steps: readonly Step[]) => Promise<string | null>,
): Promise<readonly Step[]> {
  let best = steps;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.length; ) {
      const shorter = [...best.slice(0, from), ...best.slice(from + size)];
      if ((await broken(shorter)) === null) from += size;
      else best = shorter;
    }
  }
  for (const [at, step] of best.entries()) {
    if (!('fault' in step) || step.fault === null) continue;
    const calmer = best.with(at, { ...step, fault: null });
    if ((await broken(calmer)) !== null) best = calmer;
  }
  return best;
}
