/** `npm run bench -- suite`: what the tests take of the processor, file by file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import * as z from 'zod';
import { figure, machine, say, table } from '../figures.ts';
import type { Outcome } from '../outcome.ts';

const repository = join(import.meta.dirname, '..', '..', '..');
/** What `npm ci && npm test` may take alone on two cores; installing and the checks of types and style go off. */
const aimSeconds = 300;
const listed = 25;

const Line = z.object({ file: z.string(), seconds: z.number() });

/** Prints the files that take most; throws where a test fails. */
export async function bench(): Promise<Outcome> {
  say(`${machine()}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'suite-bench-'));
  const log = join(folder, 'files.jsonl');
  try {
    const began = performance.now();
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot'], {
      ...{ cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] },
      env: { ...process.env, PROCESSOR_LOG: log },
    });
    const [code] = await once(child, 'exit');
    const seconds = (performance.now() - began) / 1000;
    if (code !== 0) throw new Error('a test fails: `npm test` says which');
    const files = (await readFile(log, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => Line.parse(JSON.parse(line)))
      .map(({ file, ...rest }) => ({ file: relative(repository, file), ...rest }))
      .sort((one, other) => other.seconds - one.seconds);
    const all = files.reduce((sum, file) => sum + file.seconds, 0);
    const rest = files.slice(listed);
    const ofRest = rest.reduce((sum, file) => sum + file.seconds, 0);
    const lines = files.slice(0, listed).map((file) => [file.file, figure(file.seconds, 1)]);
    say(
      table(
        ['file', 's of processor'],
        [...lines, [`${rest.length} others`, figure(ofRest, 1)], ['**all**', figure(all, 1)]],
      ),
    );
    const rows = [
      { what: 'all tests', value: seconds, unit: 's', aim: { most: aimSeconds } },
      { what: 'all tests', value: all, unit: 's of processor' },
      ...files.slice(0, 3).map((file) => ({ what: file.file, value: file.seconds, unit: 's of processor' })),
    ];
    return { rows, figures: files };
  } finally {
    await rm(folder, { recursive: true });
  }
}
