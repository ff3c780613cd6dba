/**
 * Stands for vitest in the tests of the mutated rooms: their tests are kept here instead of run, so that one process can run
 * each as often as there are mutants it meets. Loading everything anew for each mutant took seconds.
 */
export { expect, vi } from '../../node_modules/vitest/dist/index.js';

type Act = (...args: never[]) => unknown;

export interface Suite {
  readonly parent: Suite | null;
  readonly name: string;
  readonly before: Act[];
  readonly after: Act[];
  readonly first: Act[];
  /** Whether `first` was done. */
  begun: boolean;
}

export interface Kept {
  readonly suite: Suite;
  readonly name: string;
  readonly run: () => unknown;
}

export const tests: Kept[] = [];
let current: Suite = suiteIn(null, '');

function suiteIn(parent: Suite | null, name: string): Suite {
  return { parent, name, before: [], after: [], first: [], begun: false };
}

/** What is kept from here on belongs to this file. */
export function beginFile(name: string): void {
  current = suiteIn(null, name);
}

function eachOf(keep: (name: string, run: Act) => void) {
  return (table: readonly unknown[]) => (name: string, run: Act) => {
    for (const [at, row] of table.entries()) {
      const args = (Array.isArray(row) ? row : [row]) as never[];
      keep(`${name} [${at}]`, () => run(...args));
    }
  };
}

function keepSuite(name: string, collect: Act): void {
  const outer = current;
  current = suiteIn(outer, name);
  collect();
  current = outer;
}

function keepTest(name: string, run: Act): void {
  tests.push({ suite: current, name, run: () => run({} as never) });
}

export const describe = Object.assign(keepSuite, { each: eachOf(keepSuite) });
export const it = Object.assign(keepTest, { each: eachOf(keepTest) });
export const beforeEach = (act: Act) => void current.before.push(act);
export const afterEach = (act: Act) => void current.after.push(act);
export const beforeAll = (act: Act) => void current.first.push(act);
export const afterAll = (_act: Act) => {};
