/** Makes each change of ten-ways.ts, and says whether its test notices. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from './rooms.ts';
import { tenWays, type Way } from './ten-ways.ts';

const Report = z.object({
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) }),
  ),
});

/** Whether each test holds as things are, and fails with its change; of the ways whose words have this part. */
export async function tryTenWays(part = ''): Promise<boolean> {
  let well = true;
  for (const [at, way] of tenWays.entries()) {
    if (!way.way.includes(part)) continue;
    const [asIs, changed] = [await statesOf(way, null), await statesOf(way, at)];
    const noticed =
      asIs.length > 0 && asIs.every((state) => state === 'passed') && changed.includes('failed');
    if (!noticed) well = false;
    process.stdout.write(
      `${noticed ? 'noticed' : 'NOT NOTICED'}: ${way.way} (${way.test}: "${way.named}")\n`,
    );
    if (!noticed) process.stdout.write(`  as it is: ${asIs.join()}; changed: ${changed.join()}\n`);
  }
  return well;
}

async function statesOf({ test, named }: Way, change: number | null): Promise<readonly string[]> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join(import.meta.dirname, 'ten-ways.config.ts');
  const only = named.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const env = { ...process.env, TEN_WAYS: String(change ?? -1) };
  const args = [vitest, 'run', '--config', config, test, '-t', only];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
  await once(child, 'exit');
  const report = Report.parse(JSON.parse(await readFile(join(root, '.build', 'ten-ways.json'), 'utf8')));
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ title }) => title === named)
    .map(({ status }) => status);
}
