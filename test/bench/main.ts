/**
 * `npm run bench -- [name…] [--json FILE] [--seed N] [--times FILE] [--units N]`: measures what the names say, one after another; all of
 * them where none is named. `--json` keeps the figures; `--times` takes the service times of such a file in place of
 * measuring them (deadline), `--units` how many report in the period that is counted (cost).
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchOptions } from './options.ts';

interface Bench {
  /** Measures, prints, and answers the figures as JSON may hold them; throws where it could not, or where a bound is passed. */
  readonly bench: (options: BenchOptions) => Promise<unknown>;
}

const here = import.meta.dirname;
const folders = (await readdir(here, { withFileTypes: true })).filter((entry) => entry.isDirectory());
const known = folders.map(({ name }) => name).sort();
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    seed: { type: 'string', default: '1' },
    times: { type: 'string' },
    units: { type: 'string', default: '1000' },
  },
});
const unknown = wanted.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  process.stderr.write(`nothing to measure under ${unknown.join(', ')}; there is ${known.join(', ')}\n`);
  process.exitCode = 2;
} else {
  const times = values.times === undefined ? null : JSON.parse(await readFile(values.times, 'utf8'));
  const figures: Record<string, unknown> = {};
  for (const name of wanted.length > 0 ? wanted : known) {
    process.stdout.write(`\n# ${name}\n\n`);
    const { bench }: Bench = await import(join(here, name, 'bench.ts'));
    try {
      figures[name] = await bench({ seed: Number(values.seed), units: Number(values.units), times });
    } catch (error) {
      // The others are measured all the same.
      process.stderr.write(`${name}: ${error instanceof Error ? error.message : error}\n`);
      process.exitCode = 1;
    }
  }
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
}
