/** Makes each change of a list that is kept, and says whether its test notices. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Change } from './change.ts';
import { type ListName, lists } from './lists.ts';
import { root } from './rooms.ts';

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ title: z.string(), status: z.string() })),
    }),
  ),
});
type Results = z.output<typeof Report>['testResults'];

/** Which changes of a list: those whose words have a part, and whose numbers, from 1, lie within these, both included. */
interface Chosen {
  readonly part: string;
  readonly from: number;
  readonly to: number;
}

/** Whether each test holds as things are, and fails with its change. */
export async function tryChanges(name: ListName, { part, from, to }: Chosen): Promise<boolean> {
  const chosen = [...lists[name].entries()].filter(
    ([at, { what }]) => what.includes(part) && at + 1 >= from && at + 1 <= to,
  );
  const all = [...new Set(chosen.flatMap(([, { tests }]) => tests))];
  const asItIs = all.length > 0 ? await resultsOf(name, all, null) : [];
  let noticed = 0;
  for (const [at, change] of chosen) {
    const asIs = statesIn(asItIs, change);
    const changed = statesIn(await resultsOf(name, change.tests, at, change.named), change);
    const isNoticed =
      asIs.length > 0 && asIs.every((state) => state === 'passed') && changed.includes('failed');
    if (isNoticed) noticed += 1;
    const by = change.named ? `: "${change.named}"` : '';
    process.stdout.write(
      `${at + 1} ${isNoticed ? 'noticed' : 'NOT NOTICED'}: ${change.what} (${change.tests.join(', ')}${by})\n`,
    );
    if (!isNoticed) process.stdout.write(`  as it is: ${counted(asIs)}; changed: ${counted(changed)}\n`);
  }
  process.stdout.write(`${chosen.length} changes: ${noticed} noticed, ${chosen.length - noticed} survived\n`);
  return chosen.length > 0 && noticed === chosen.length;
}

/** @param at the change that is made; null for none */
async function resultsOf(
  list: ListName,
  tests: readonly string[],
  at: number | null,
  named?: string,
): Promise<Results> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join(import.meta.dirname, 'changes.config.ts');
  const written = join(root, '.build', 'changes.json');
  const only = named ? ['-t', named.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')] : [];
  const bail = at === null ? [] : ['--bail', '1'];
  const env = { ...process.env, CHANGES: list, CHANGE: String(at ?? -1) };
  await rm(written, { force: true });
  const args = [vitest, 'run', '--config', config, ...bail, ...tests, ...only];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
  await once(child, 'exit');
  return Report.parse(JSON.parse(await readFile(written, 'utf8'))).testResults;
}

function statesIn(results: Results, { tests, named }: Change): readonly string[] {
  return results
    .filter(({ name }) => tests.some((test) => name.endsWith(test)))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ title }) => named === undefined || title === named)
    .map(({ status }) => status);
}

function counted(states: readonly string[]): string {
  const groups = Map.groupBy(states, (state) => state);
  return [...groups].map(([state, own]) => `${own.length} ${state}`).join(', ') || 'no test';
}
