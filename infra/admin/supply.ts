/** `npm run supply -- …`: what this system is built of, under which licences, and what is known against it. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';

const repository = join(import.meta.dirname, '..', '..');

const LockFile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

/** Under these a package may be bundled and passed on; everything else is looked at by a person first. */
const accepted = [
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
];

export interface Licensed {
  readonly name: string;
  readonly licence: string;
  /** Only a tool: nothing of it is deployed. */
  readonly isTool: boolean;
}

/** Every package of a lock file; what names no licence is `unknown`. */
export function licencesIn(lockFile: unknown): readonly Licensed[] {
  const { packages } = LockFile.parse(lockFile);
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = 'unknown', dev = false }]) => ({
      name: `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`,
      licence: license,
      isTool: dev,
    }));
}

/** Those that are deployed under a licence that nobody has looked at. */
export function unaccepted(all: readonly Licensed[]): readonly Licensed[] {
  const fits = (licence: string) =>
    licence
      .replaceAll(/[()]/g, '')
      .split(/ OR /)
      .some((choice) => choice.split(/ AND /).every((each) => accepted.includes(each.trim())));
  return all.filter(({ isTool, licence }) => !isTool && !fits(licence));
}

/** What `npm audit --json` says; null where nobody could be asked. */
export function findingsIn(answer: string): { readonly severe: number; readonly all: number } | null {
  const Audit = z.object({
    metadata: z.object({
      vulnerabilities: z.looseObject({ high: z.int(), critical: z.int(), total: z.int() }),
    }),
  });
  try {
    const { high, critical, total } = Audit.parse(JSON.parse(answer)).metadata.vulnerabilities;
    return { severe: high + critical, all: total };
  } catch {
    return null;
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const npm = (...args: string[]) =>
  spawnSync('npm', args, { cwd: repository, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

function licences(): void {
  const all = licencesIn(JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')));
  for (const [licence, packages] of [...Map.groupBy(all, (each) => each.licence)].sort(
    ([, a], [, b]) => b.length - a.length,
  )) {
    const deployed = packages.filter(({ isTool }) => !isTool);
    say(
      `${licence.padEnd(28)} ${String(packages.length).padStart(4)}, ${deployed.length} of them not only tools`,
    );
  }
  const open = unaccepted(all);
  for (const { name, licence } of open) say(`! ${name}: ${licence} was not looked at yet`);
  if (open.length > 0) process.exitCode = 1;
}

function vulnerabilities(): void {
  const { stdout } = npm('audit', '--json');
  const found = findingsIn(stdout);
  if (found === null) {
    say('Nobody could be asked: the registry gave no answer. This is not the same as "nothing is known".');
    process.exitCode = 2;
    return;
  }
  say(`${found.all} known vulnerabilities, ${found.severe} of them high or critical`);
  if (found.all > 0) {
    say(npm('audit').stdout);
    process.exitCode = 1;
  }
}

function sbom({ out }: { readonly out?: string }): void {
  const { stdout, status, stderr } = npm('sbom', '--package-lock-only', '--sbom-format', 'cyclonedx');
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
  if (out === undefined) process.stdout.write(stdout);
  else writeFileSync(out, stdout);
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const program = new Command('supply').description('What this system is built of.');
  program
    .command('sbom')
    .description('a bill of materials from the lock file (CycloneDX)')
    .option('--out <file>')
    .action(sbom);
  program
    .command('licences')
    .description('the licences of all packages; fails where one was not looked at')
    .action(licences);
  program
    .command('vulnerabilities')
    .description('asks the registry what is known; 1: something, 2: nobody could be asked')
    .action(vulnerabilities);
  await program.parseAsync();
}
