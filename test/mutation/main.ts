/**
 * `npm run mutation [-- --file PART[,PART]] [--tests PART[,PART]] [--most N] [--ten-ways | --reading-rules]`: changes what decides, counts and
 * dates, one place at a time, and runs the room's tests; prints the share that they notice, and what they do not. With `--file`
 * only files whose path has one of these parts, with `--tests` only such tests, with `--most` the quickest N
 * that meet a change: a quick look, and no score of the room.
 * `--ten-ways` makes the changes of ten-ways.ts instead, each of which one named test must notice, `--reading-rules` those of
 * reading-rules.ts (`--file`: those whose words have this part; `--from N`, `--to N`: those of these numbers in the list, both
 * included, where a run was cut short).
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isListName } from './lists.ts';
import { outcomesIn } from './outcome.ts';
import { root } from './rooms.ts';
import { tryChanges } from './try-changes.ts';

/** Detected ÷ all that a test can meet, in percent. */
const aim = 85;
/** A change may make a loop without an end, which nothing inside the process can leave. */
const stalledAfter = 300_000;

const { values } = parseArgs({
  options: {
    file: { type: 'string', default: '' },
    tests: { type: 'string', default: '' },
    most: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    to: { type: 'string', default: 'Infinity' },
    'ten-ways': { type: 'boolean', default: false },
    'reading-rules': { type: 'boolean', default: false },
  },
});
const results = process.env.MUTATION_RESULTS ?? join(root, '.build', 'mutation.jsonl');
mkdirSync(join(root, '.build'), { recursive: true });
const list = Object.keys(values).find((option) => isListName(option) && values[option]);
if (list !== undefined && isListName(list)) {
  const chosen = { part: values.file, from: Number(values.from), to: Number(values.to) };
  process.exitCode = (await tryChanges(list, chosen)) ? 0 : 1;
} else {
  rmSync(results, { force: true });
  await run();
  report();
}

async function run(): Promise<void> {
  const config = join(import.meta.dirname, 'vitest.config.ts');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const env = {
    ...process.env,
    MUTATION_FILE: values.file,
    MUTATION_TESTS: values.tests,
    MUTATION_MOST: values.most,
    MUTATION_RESULTS: results,
  };
  const child = spawn(process.execPath, [vitest, 'run', '--config', config], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  let ended = false;
  child.once('exit', (code) => {
    ended = true;
    if (code !== 0) process.exitCode = 1;
  });
  let grown = Date.now();
  for (let size = 0; !ended; await sleep(1000)) {
    const now = existsSync(results) ? statSync(results).size : 0;
    if (now !== size || !existsSync(results)) grown = Date.now();
    size = now;
    if (Date.now() - grown < stalledAfter) continue;
    child.kill('SIGKILL');
    throw new Error(`the mutant ${readFileSync(`${results}.now`, 'utf8')} holds the process`);
  }
}

function report(): void {
  const outcomes = outcomesIn(results);
  const say = (text: string) => process.stdout.write(`${text}\n`);
  for (const { outcome, fileName, location, mutatorName, replacement } of outcomes) {
    if (outcome === 'killed' || outcome === 'at load') continue;
    const at = `${relative(root, join(root, fileName))}:${location.start.line + 1}`;
    say(`${outcome}  ${at}  ${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 90)}`);
  }
  for (const file of new Set(outcomes.map(({ fileName }) => fileName))) {
    const own = outcomes.filter(({ fileName }) => fileName === file);
    say(`${file}: ${sentence(own)}`);
  }
  say(`all: ${sentence(outcomes)}`);
  if (shareOf(outcomes) < aim) process.exitCode = 1;
}

type Outcomes = ReturnType<typeof outcomesIn>;

function shareOf(outcomes: Outcomes): number {
  const met = outcomes.filter(({ outcome }) => outcome !== 'at load');
  const killed = met.filter(({ outcome }) => outcome === 'killed');
  return met.length === 0 ? 100 : (100 * killed.length) / met.length;
}

function sentence(outcomes: Outcomes): string {
  const count = (kind: Outcomes[number]['outcome']) =>
    outcomes.filter(({ outcome }) => outcome === kind).length;
  const parts = (['killed', 'survived', 'not met', 'at load'] as const).map(
    (kind) => `${count(kind)} ${kind}`,
  );
  return `${shareOf(outcomes).toFixed(1)} % noticed (${parts.join(', ')})`;
}
