/** Seconds, and memory above a process that waits, for each case that every release must survive. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cases } from '../../nasty/cases.ts';
import type { NastyCase } from '../../nasty/nasty-case.ts';
import { MOST_MEGABYTES, type Outcome as Read, ReaderBundle } from '../../nasty/reader-process.ts';
import { say, table } from '../figures.ts';
import type { Outcome, Row } from '../outcome.ts';

const AIM_SECONDS = 5;

/** Prints a table; each case is read in a process of its own. */
export async function bench(): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'nasty-bench-'));
  const bundle = await ReaderBundle.make();
  const lines: string[][] = [];
  const read: { readonly name: string; readonly outcome: Read }[] = [];
  try {
    for (const nasty of cases) {
      const bytes = nasty.make();
      const outcome = await readAside(bundle, join(folder, 'file'), nasty, bytes);
      const name = `${nasty.number} ${nasty.name}`;
      read.push({ name, outcome });
      lines.push([name, sizeOf(bytes), ...figuresOf(outcome)]);
    }
    say(table(['case', 'file', 's', 'MB above idle', 'ends in'], lines, [0, 4]));
    return { rows: rowsOf(read), figures: read };
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
): Promise<Read> {
  writeFileSync(path, bytes);
  const reader = await bundle.start();
  try {
    return await reader.read({ path, fileName, unit, period, pieces: false, within });
  } finally {
    reader.stop();
  }
}

/** The slowest, the largest, and those of which nothing came. */
function rowsOf(read: readonly { readonly name: string; readonly outcome: Read }[]): readonly Row[] {
  const answered = read.flatMap(({ name, outcome }) =>
    outcome.kind === 'answered' ? [{ name, ...outcome.answer }] : [],
  );
  const most = (of: 'seconds' | 'peak') =>
    answered.reduce((one, other) => (other[of] > one[of] ? other : one));
  const [slowest, largest] = [most('seconds'), most('peak')];
  return [
    { what: `slowest: ${slowest.name}`, value: slowest.seconds, unit: 's', aim: { most: AIM_SECONDS } },
    { what: `largest: ${largest.name}`, value: largest.peak, unit: 'MB', aim: { most: MOST_MEGABYTES } },
    { what: 'cases without an answer', value: read.length - answered.length, unit: '', aim: { most: 0 } },
  ];
}

function figuresOf(outcome: Read): readonly string[] {
  if (outcome.kind !== 'answered')
    return ['–', '–', `**${outcome.kind === 'killed' ? outcome.why : outcome.kind}**`];
  const { seconds, peak, state, says } = outcome.answer;
  const what = state === 'unreadable' ? (says[0] ?? '') : state;
  return [seconds.toFixed(2), Math.max(0, peak - outcome.idle).toFixed(0), what];
}

function sizeOf(bytes: Uint8Array): string {
  return bytes.length < 100_000
    ? `${(bytes.length / 1024).toFixed(1)} KB`
    : `${(bytes.length / 1024 / 1024).toFixed(1)} MB`;
}
