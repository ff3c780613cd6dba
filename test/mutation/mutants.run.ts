/** Wakes one mutant after the other and runs the tests that meet it, until one fails. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, inject, test } from '../../node_modules/vitest/dist/index.js';
import { beginFile, type Kept, type Suite, tests } from './collected.ts';
import type { Outcome } from './outcome.ts';
import { isAsked, root, testFiles } from './rooms.ts';

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

const { MUTATION_RESULTS: results = join(root, '.build', 'mutation.jsonl'), MUTATION_FILE: only = '' } =
  process.env;

function chainOf(suite: Suite): Suite[] {
  return suite.parent ? [...chainOf(suite.parent), suite] : [suite];
}

/** Throws what the test throws; one that does not end in time is ended. */
async function run(kept: Kept, seconds: number): Promise<void> {
  const chain = chainOf(kept.suite);
  const whole = async () => {
    for (const suite of chain) for (const act of suite.first.splice(0)) await act();
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

test('each mutant is noticed by a test', async () => {
  for (const file of testFiles()) {
    beginFile(file);
    await import(join(root, file));
  }
  const times: number[] = [];
  for (const [at, kept] of tests.entries()) {
    board.currentTestId = String(at);
    const begun = performance.now();
    await run(kept, 600);
    times.push(performance.now() - begun);
  }
  delete board.currentTestId;
  const { static: atLoad, perTest } = board.mutantCoverage ?? { static: {}, perTest: {} };
  for (const mutant of inject('mutants' as never) as Outcome[]) {
    if (!mutant.fileName.includes(only)) continue;
    const all = tests
      .map((kept, at) => ({ kept, time: times[at] ?? 0, hits: perTest[at]?.[mutant.id] ?? 0 }))
      .filter(({ hits }) => hits > 0)
      .sort((one, other) => one.time - other.time);
    const own = all.filter(({ kept }) => isAsked(chainOf(kept.suite)[0]?.name ?? '', mutant.fileName));
    const met = own.length > 0 ? own : all;
    let outcome: Outcome['outcome'] = met.length > 0 ? 'survived' : atLoad[mutant.id] ? 'at load' : 'not met';
    writeFileSync(`${results}.now`, mutant.id);
    let by = '';
    for (const { kept, time, hits } of met) {
      Object.assign(board, { activeMutant: mutant.id, hitCount: 0, hitLimit: 1000 + 100 * hits });
      try {
        await run(kept, 20 + time / 20);
      } catch {
        outcome = 'killed';
        by = kept.name;
        break;
      } finally {
        delete board.activeMutant;
      }
    }
    const { id, fileName, mutatorName, replacement, location } = mutant;
    appendFileSync(
      results,
      `${JSON.stringify({ id, fileName, mutatorName, replacement, location, outcome, by })}\n`,
    );
  }
  expect(tests.length).toBeGreaterThan(0);
});
