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
    z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) }),
  ),
});

/** Whether each test holds as things are, and fails with its change; of the changes whose words have this part. */
export async function tryChanges(name: ListName, part = ''): Promise<boolean> {
  const asItIs = new Map<string, readonly string[]>();
  let [noticed, tried] = [0, 0];
  for (const [at, change] of lists[name].entries()) {
    if (!change.what.includes(part)) continue;
    tried += 1;
    const key = [...change.tests, change.named].join();
    const asIs = asItIs.get(key) ?? (await statesOf(name, change, null));
    asItIs.set(key, asIs);
    const changed = await statesOf(name, change, at);
    const isNoticed =
      asIs.length > 0 && asIs.every((state) => state === 'passed') && changed.includes('failed');
    if (isNoticed) noticed += 1;
    const by = change.named ? `: "${change.named}"` : '';
    process.stdout.write(
      `${isNoticed ? 'noticed' : 'NOT NOTICED'}: ${change.what} (${change.tests.join(', ')}${by})\n`,
    );
    if (!isNoticed) process.stdout.write(`  as it is: ${counted(asIs)}; changed: ${counted(changed)}\n`);
  }
  process.stdout.write(`${tried} changes: ${noticed} noticed, ${tried - noticed} survived\n`);
  return tried > 0 && noticed === tried;
}

async function statesOf(
  list: ListName,
  { tests, named }: Change,
  change: number | null,
): Promise<readonly string[]> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join(import.meta.dirname, 'changes.config.ts');
  const written = join(root, '.build', 'changes.json');
  const only = named ? ['-t', named.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')] : [];
  const env = { ...process.env, CHANGES: list, CHANGE: String(change ?? -1) };
  await rm(written, { force: true });
  const args = [vitest, 'run', '--config', config, '--bail', '1', ...tests, ...only];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
  await once(child, 'exit');
  const report = Report.parse(JSON.parse(await readFile(written, 'utf8')));
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ title }) => named === undefined || title === named)
    .map(({ status }) => status);
}

function counted(states: readonly string[]): string {
  const groups = Map.groupBy(states, (state) => state);
  return [...groups].map(([state, own]) => `${own.length} ${state}`).join(', ') || 'no test';
}
