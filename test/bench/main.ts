/**
 * `npm run bench -- [name…] [--json FILE] [--seed N] [--times FILE] [--units N]`: measures what the names say, one after
 * another; all of them where none is named. Ends in one table of all that was measured; fails where an aim is not held.
 * `--json` keeps its rows, and what the benches tell besides; `--times` takes the service times of such a file in place of
 * measuring them (deadline), `--units` how many report in the period that is counted (cost).
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from './figures.ts';
import type { BenchOptions } from './options.ts';
import { isHeld, type Outcome, outcomeOf, outcomeRows, outcomeTable } from './outcome.ts';

interface Bench {
  /** Measures and prints; throws where it could not. */
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
  const of = machine();
  const times = values.times === undefined ? null : JSON.parse(await readFile(values.times, 'utf8'));
  const outcomes: Record<string, Outcome> = {};
  for (const name of wanted.length > 0 ? wanted : known) {
    process.stdout.write(`\n# ${name}\n\n`);
    const { bench }: Bench = await import(join(here, name, 'bench.ts'));
    try {
      const told = await bench({ seed: Number(values.seed), units: Number(values.units), times });
      outcomes[name] = outcomeOf(told);
    } catch (error) {
      // The others are measured all the same.
      const note = error instanceof Error ? error.message : String(error);
      process.stderr.write(`${name}: ${note}\n`);
      outcomes[name] = { rows: [{ what: 'could not be measured', value: null, unit: '', note }] };
      process.exitCode = 1;
    }
  }
  process.stdout.write(`\n# All of it\n\n${of}; medians of what was measured more than once\n\n`);
  process.stdout.write(outcomeTable(outcomes));
  const all = Object.values(outcomes).flatMap(({ rows }) => rows);
  if (all.some((row) => isHeld(row) === false)) process.exitCode = 1;
  if (values.json !== undefined) {
    const figures = Object.entries(outcomes).map(([name, outcome]) => [name, outcome.figures ?? null]);
    const kept = { machine: of, rows: outcomeRows(outcomes), ...Object.fromEntries(figures) };
    await writeFile(values.json, `${JSON.stringify(kept, null, 2)}\n`);
  }
}
