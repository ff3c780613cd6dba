/**
 * `npm run sameness -- COMMIT [--seed N]`: plays the sample story with one seed in this tree and in the tree of COMMIT,
 * and compares every mail, every object in the bucket and every row of the table byte for byte. For changes that move
 * code and must not change what it does. Exit code 0: all the same.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readObjects, readRows } from './stored.ts';

const here = join(import.meta.dirname, '..', '..');

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const [commit] = positionals;
if (commit === undefined) {
  console.error('npm run sameness -- COMMIT [--seed N]');
  process.exit(2);
}

const scratch = await mkdtemp(join(tmpdir(), 'sameness-'));
try {
  const before = await playIn(await treeOf(commit), 'before');
  const now = await playIn(here, 'now');
  process.exitCode = report(before, now) ? 0 : 1;
} finally {
  execFileSync('git', ['worktree', 'prune'], { cwd: here });
  await rm(scratch, { recursive: true, force: true });
}

/** The tree of a commit, with this tree's packages where its lockfile is the same. */
async function treeOf(commit: string): Promise<string> {
  const tree = join(scratch, 'tree');
  execFileSync('git', ['worktree', 'add', '--detach', '--quiet', tree, commit], { cwd: here });
  const lock = (folder: string) => readFile(join(folder, 'package-lock.json'), 'utf8');
  if ((await lock(tree)) === (await lock(here))) {
    await cp(join(here, 'node_modules'), join(tree, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  } else {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: tree, stdio: 'inherit' });
  }
  return tree;
}

type Made = ReadonlyMap<string, string>;

/** Everything a run made, by name; on the same port both times, since links in mails name it. */
async function playIn(tree: string, name: string): Promise<Made> {
  const folder = join(scratch, name);
  const options = ['infra/local/main.ts', '--seed', values.seed, '--port', '4710', '--folder', folder];
  execFileSync('npx', ['node', ...options, '--once', '--fresh'], { cwd: tree, stdio: 'inherit' });
  const made = new Map<string, string>();
  for (const file of await readdir(join(folder, 'mail'))) {
    const text = await readFile(join(folder, 'mail', file), 'latin1');
    // The name ends in letters of chance; addressee and subject tell mails of one instant apart.
    const headers = text.split('\r\n\r\n', 1)[0] ?? '';
    const about = `${/^To: .*$/im.exec(headers)?.[0]} ${/^Subject: .*(\r\n[ \t].*)*/im.exec(headers)?.[0]}`;
    made.set(unique(made, `mail ${file.slice(0, 19)} ${about.replaceAll(/\s+/g, ' ')}`), text);
  }
  // The story is over; the cloud is opened once more to look into it from outside.
  await rm(join(folder, 'endpoints.json'));
  const cloud = spawn('npx', ['node', ...options, '--empty'], { cwd: tree, stdio: 'ignore', detached: true });
  try {
    const endpoints = await endpointsOf(folder);
    for (const [key, bytes] of await readObjects(endpoints)) made.set(`object ${key}`, bytes);
    for (const [key, row] of await readRows(endpoints)) made.set(`row ${key}`, row);
  } finally {
    if (cloud.pid !== undefined) process.kill(-cloud.pid, 'SIGTERM');
    await new Promise((resolve) => cloud.once('close', resolve));
  }
  return made;
}

function unique(made: Made, name: string): string {
  for (let n = 1; ; n++) if (!made.has(`${name} #${n}`)) return `${name} #${n}`;
}

async function endpointsOf(folder: string) {
  for (let attempt = 0; attempt < 600; attempt++) {
    try {
      return JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8'));
    } catch {
      await sleep(100);
    }
  }
  throw new Error(`no cloud came up in ${folder}`);
}

function report(before: Made, now: Made): boolean {
  const names = [...new Set([...before.keys(), ...now.keys()])].sort();
  const different = names.filter((name) => before.get(name) !== now.get(name));
  for (const name of different) {
    console.log(`${!before.has(name) ? 'new      ' : !now.has(name) ? 'gone     ' : 'different'} ${name}`);
    const [a = '', b = ''] = [before.get(name), now.get(name)];
    const at = [...a].findIndex((letter, index) => letter !== b[index]);
    if (before.has(name) && now.has(name)) {
      console.log(`  before: …${JSON.stringify(a.slice(Math.max(0, at - 60), at + 60))}`);
      console.log(`  now:    …${JSON.stringify(b.slice(Math.max(0, at - 60), at + 60))}`);
    }
  }
  const count = (kind: string) => names.filter((name) => name.startsWith(kind)).length;
  console.log(
    `${count('mail')} mails, ${count('object')} objects, ${count('row')} rows compared: ${different.length} differ`,
  );
  return different.length === 0;
}
