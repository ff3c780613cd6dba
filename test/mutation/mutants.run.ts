/** Wakes one mutant after the other and runs the tests that meet it, until one fails. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, inject, test } from '../../node_modules/vitest/dist/index.js';
import { beginFile, type Kept, type Suite, tests } from './collected.ts';
import type { Outcome } from './outcome.ts';
import { isAsked, isMeant, root, testFiles } from './rooms.ts';

/** What the instrumented code asks for and tells, by the names it has for it. */
interface Switch {
  activeMutant?: string;
  currentTestId?: string;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: Coverage;
}
interface Coverage {
  static: Record<string, number>;
  perTest: Record<string, Record<string, number>>;
}

const board: Switch = {};
Object.assign(globalThis, { __stryker__: board });
fc.configureGlobal({ seed: 1 });

const {
  MUTATION_RESULTS: results = join(root, '.build', 'mutation.jsonl'),
  MUTATION_FILE: only = '',
  MUTATION_TESTS: asked = '',
} = process.env;

function chainOf(suite: Suite): Suite[] {
  return suite.parent ? [...chainOf(suite.parent), suite] : [suite];
}

function fileOf({ suite }: Kept): string {
  return chainOf(suite)[0]?.name ?? '';
}

async function begin(chain: readonly Suite[]): Promise<void> {
  for (const suite of chain) {
    if (suite.begun) continue;
    suite.begun = true;
    for (const act of suite.first) await act();
  }
}

/** Throws what the test throws; one that does not end in time is ended. */
async function run(kept: Kept, seconds: number): Promise<void> {
  const chain = chainOf(kept.suite);
  const whole = async () => {
    await begin(chain);
    try {
      for (const suite of chain) for (const act of suite.before) await act();
      await kept.run();
    } finally {
      for (const suite of chain.toReversed()) for (const act of suite.after) await act();
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the test does not end')), seconds * 1000);
  });
  try {
    await Promise.race([whole(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What a hundred quick ones do not notice, another slow one seldom does. */
const mostAsked = Number(process.env.MUTATION_MOST ?? 100);

/** Whether the test holds when no mutant is awake; what is shared by its suite is made anew where it has to be. */
async function holds(kept: Kept): Promise<boolean> {
  for (const anew of [false, true]) {
    if (anew) for (const suite of chainOf(kept.suite)) suite.begun = false;
    try {
      await run(kept, 600);
      return true;
    } catch {
      // Once more, with everything made anew.
    }
  }
  return false;
}

async function notices(kept: Kept, mutant: string, time: number, hits: number): Promise<boolean> {
  Object.assign(board, { activeMutant: mutant, hitCount: 0, hitLimit: 1000 + 100 * hits });
  try {
    await run(kept, 20 + time / 20);
    return false;
  } catch {
    delete board.activeMutant;
    // What fails also without the mutant, because another one left its trace, notices nothing.
    return chainOf(kept.suite).every(({ first }) => first.length === 0) || (await holds(kept));
  } finally {
    delete board.activeMutant;
  }
}

test('each mutant is noticed by a test', async () => {
  for (const file of testFiles(only).filter((each) => isMeant(each, asked))) {
    beginFile(file);
    await import(join(root, file));
  }
  const times: number[] = [];
  const unfit = new Set<Kept>();
  for (const [at, kept] of tests.entries()) {
    board.currentTestId = String(at);
    const begun = performance.now();
    await run(kept, 600).catch((error: unknown) => {
      unfit.add(kept);
      console.warn(`not asked, since it does not hold here: ${fileOf(kept)}: ${kept.name}`, error);
    });
    times.push(performance.now() - begun);
  }
  expect(unfit.size).toBeLessThan(tests.length / 50);
  delete board.currentTestId;
  const { static: atLoad, perTest } = board.mutantCoverage ?? { static: {}, perTest: {} };
  delete board.mutantCoverage;
  let last: Kept | null = null;
  for (const mutant of inject('mutants' as never) as Outcome[]) {
    if (!isMeant(mutant.fileName, only)) continue;
    const met = tests
      .map((kept, at) => ({ kept, time: times[at] ?? 0, hits: perTest[at]?.[mutant.id] ?? 0 }))
      .filter(({ kept, hits }) => hits > 0 && !unfit.has(kept))
      .map((one) => ({ ...one, file: fileOf(one.kept) }))
      .filter(({ file }) => isAsked(file, mutant.fileName))
      .sort((one, other) => one.time - other.time)
      .slice(0, mostAsked)
      // What noticed the last change of a file is likely to notice the next.
      .sort((one, other) => Number(other.kept === last) - Number(one.kept === last));
    let outcome: Outcome['outcome'] = met.length > 0 ? 'survived' : atLoad[mutant.id] ? 'at load' : 'not met';
    writeFileSync(`${results}.now`, mutant.id);
    let by = '';
    for (const { kept, time, hits, file } of met) {
      if (!(await notices(kept, mutant.id, time, hits))) continue;
      outcome = 'killed';
      last = kept;
      by = `${file}: ${kept.name}`;
      break;
    }
    const { id, fileName, mutatorName, replacement, location } = mutant;
    appendFileSync(
      results,
      `${JSON.stringify({ id, fileName, mutatorName, replacement, location, outcome, by })}\n`,
    );
  }
  expect(tests.length).toBeGreaterThan(0);
});
