/** Seconds, and memory above a process that waits, for each case that every release must survive. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cases } from '../../nasty/cases.ts';
import type { NastyCase } from '../../nasty/nasty-case.ts';
import { type Outcome, ReaderBundle } from '../../nasty/reader-process.ts';

const AIM_SECONDS = 5;

/** Prints a table; each case is read in a process of its own. */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nasty-bench-'));
  const bundle = await ReaderBundle.make();
  let slow = 0;
  try {
    print('| Case | File | s | MB above idle | Ends in |');
    print('|---|---|---|---|---|');
    for (const nasty of cases) {
      const bytes = nasty.make();
      const outcome = await readAside(bundle, join(folder, 'file'), nasty, bytes);
      if (outcome.kind !== 'answered' || outcome.answer.seconds > AIM_SECONDS) slow += 1;
      print(`| ${nasty.number} ${nasty.name} | ${sizeOf(bytes)} | ${figuresOf(outcome)} |`);
    }
    print(`\n${cases.length} cases; ${slow} over the aim of ${AIM_SECONDS} s.`);
  } finally {
    bundle.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readAside(
  bundle: ReaderBundle,
  path: string,
  { fileName = 'bao-cao.xlsx', unit = 'VPDK', period = 'Q1-2024', within = 20 }: NastyCase,
  bytes: Uint8Array,
): Promise<Outcome> {
  writeFileSync(path, bytes);
  const reader = await bundle.start();
  try {
    return await reader.read({ path, fileName, unit, period, pieces: false, within });
  } finally {
    reader.stop();
  }
}

function figuresOf(outcome: Outcome): string {
  if (outcome.kind !== 'answered')
    return `– | – | **${outcome.kind === 'killed' ? outcome.why : outcome.kind}**`;
  const { seconds, peak, state, says } = outcome.answer;
  const what = state === 'unreadable' ? (says[0] ?? '') : state;
  return `${seconds.toFixed(2)} | ${Math.max(0, peak - outcome.idle).toFixed(0)} | ${what}`;
}

function sizeOf(bytes: Uint8Array): string {
  return bytes.length < 100_000
    ? `${(bytes.length / 1024).toFixed(1)} KB`
    : `${(bytes.length / 1024 / 1024).toFixed(1)} MB`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
