/** `npm run bench [-- name…]`: measures what the names say, one after another; all of them where none is named. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

interface Bench {
  /** Measures and prints; throws where it could not measure. */
  readonly bench: () => Promise<void>;
}

const here = import.meta.dirname;
const folders = (await readdir(here, { withFileTypes: true })).filter((entry) => entry.isDirectory());
const known = folders.map(({ name }) => name).sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  process.stderr.write(`nothing to measure under ${unknown.join(', ')}; there is ${known.join(', ')}\n`);
  process.exitCode = 2;
} else {
  for (const name of wanted.length > 0 ? wanted : known) {
    process.stdout.write(`\n# ${name}\n\n`);
    const { bench }: Bench = await import(join(here, name, 'bench.ts'));
    await bench();
  }
}
