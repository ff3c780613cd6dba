/**
 * `npm run fuzz [-- --minutes N] [--seed S]`: mutates files of the corpus and reads them, for as long as is said. A
 * file that fails is kept in the system's folder for temporary files; `--seed` with its seed makes it again.
 * `npm run fuzz -- --layouts N [--seed S] [--format F]`: writes N tables by chance in every format (or one) and reads
 * them back.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { formatNames, isFormatName } from './layouts/formats.ts';
import { layouts } from './layouts/main-layouts.ts';
import { mutationOf } from './mutation.ts';

const MOST_FAILURES = 50;
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    layouts: { type: 'string' },
    format: { type: 'string' },
    seed: { type: 'string' },
  },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const say = (text: string) => process.stdout.write(`${text}\n`);
const fine =
  values.layouts === undefined ? await mutate(Number(values.minutes)) : await draw(Number(values.layouts));
process.exitCode = fine ? 0 : 1;

async function draw(tables: number): Promise<boolean> {
  const { format } = values;
  if (format !== undefined && !isFormatName(format)) {
    throw new RangeError(`no format "${format}"; there are ${formatNames.join(', ')}`);
  }
  say(`seed ${seed}, ${tables} tables`);
  return layouts(seed, tables, say, format === undefined ? formatNames : [format]);
}

async function mutate(minutes: number): Promise<boolean> {
  const until = performance.now() + minutes * 60_000;
  const folder = join(tmpdir(), 'fuzz');

  say(`seed ${seed}, ${minutes} minutes`);
  let told = 0;
  const { done, failures, longest } = await fuzz(seed, (outcome) => {
    for (const failure of outcome.failures.slice(told)) {
      const { file, what, bytes } = mutationOf(failure.seed);
      mkdirSync(folder, { recursive: true });
      const kept = join(folder, `${failure.seed} ${file.name}`);
      writeFileSync(kept, bytes);
      say(`seed ${failure.seed}: ${file.name}, ${what}\n  ${failure.complaint}\n  kept as ${kept}`);
    }
    told = outcome.failures.length;
    return performance.now() < until && told < MOST_FAILURES;
  });
  say(
    `${done} files, ${failures.length} failures; the longest took ${longest.seconds.toFixed(2)} s (seed ${longest.seed})`,
  );
  return failures.length === 0;
}
