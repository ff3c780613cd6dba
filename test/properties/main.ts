/**
 * `npm run properties -- [--times 20] [--seed N]`: tries every law that tests state of chance so many times as often as
 * the suite does, with a seed of its own, which it names. A failure is seen again with the same two.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const repository = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
const files = globSync('test/**/*.test.ts', { cwd: repository }).filter((file) =>
  readFileSync(join(repository, file), 'utf8').includes("'fast-check'"),
);
process.stdout.write(`${files.length} files, --times ${values.times} --seed ${values.seed}\n`);
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'];
const child = spawn(process.execPath, [...vitest, '--test-timeout', '0', ...files], {
  ...{ cwd: repository, stdio: 'inherit' },
  env: { ...process.env, PROPERTY_TIMES: values.times, PROPERTY_SEED: values.seed },
});
const [code] = await once(child, 'exit');
process.exitCode = code ?? 1;
