/**
 * `npm run fuzz [-- --minutes N] [--seed S]`: mutates files of the corpus and reads them, for as long as is said. A
 * file that fails is kept in the system's folder for temporary files; `--seed` with its seed makes it again.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { mutationOf } from './mutation.ts';

const MOST_FAILURES = 50;
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const minutes = Number(values.minutes);
const until = performance.now() + minutes * 60_000;
const folder = join(tmpdir(), 'fuzz');

process.stdout.write(`seed ${seed}, ${minutes} minutes\n`);
let told = 0;
const { done, failures, longest } = await fuzz(seed, (outcome) => {
  for (const failure of outcome.failures.slice(told)) {
    const { file, what, bytes } = mutationOf(failure.seed);
    mkdirSync(folder, { recursive: true });
    const kept = join(folder, `${failure.seed} ${file.name}`);
    writeFileSync(kept, bytes);
    process.stdout.write(
      `seed ${failure.seed}: ${file.name}, ${what}\n  ${failure.complaint}\n  kept as ${kept}\n`,
    );
  }
  told = outcome.failures.length;
  return performance.now() < until && told < MOST_FAILURES;
});
process.stdout.write(
  `${done} files, ${failures.length} failures; the longest took ${longest.seconds.toFixed(2)} s (seed ${longest.seed})\n`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
