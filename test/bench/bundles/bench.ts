/** `npm run bench -- bundles`: what each function loads before its first line, by package. */
import { build, functionNames } from '../../../infra/build.ts';
import { type FirstLoad, firstLoadOf } from '../../../infra/first-load.ts';
import type { Outcome, Row } from '../outcome.ts';

/** KB; the build's own test holds the bytes of each bundle. */
const budgets = { portal: 500, ingest: 900, schedule: 500, deliver: 900 } as const;

/** Packages and rooms below this share of a bundle stand in one line. */
const smallest = 0.01;

export async function bench(): Promise<Outcome> {
  const metafiles = await build();
  const rows: Row[] = [];
  for (const name of functionNames) {
    const load = firstLoadOf(metafiles[name], 'index.mjs');
    process.stdout.write(`\n${name}: ${kilobytes(load.bytes)} in ${load.files.length} files\n`);
    const aim = { most: budgets[name] };
    rows.push({ what: `${name}, before its first line`, value: load.bytes / 1000, unit: 'KB', aim });
    let rest = load.bytes;
    for (const [part, bytes] of sharesOf(load)) {
      if (bytes < smallest * load.bytes) continue;
      rest -= bytes;
      process.stdout.write(lineOf(part, bytes, load.bytes));
    }
    process.stdout.write(lineOf('everything else', rest, load.bytes));
  }
  return { rows };
}

/** Bytes by package, or by room of this repository; the largest first. */
function sharesOf({ inputs }: FirstLoad): readonly (readonly [string, number])[] {
  const shares = new Map<string, number>();
  for (const { path, bytes } of inputs) {
    const part = partOf(path);
    shares.set(part, (shares.get(part) ?? 0) + bytes);
  }
  return [...shares].sort(([, a], [, b]) => b - a);
}

function partOf(path: string): string {
  const nested = path.split('node_modules/').at(-1) ?? '';
  const parts = (nested === path ? path : nested).split('/');
  const length = nested === path || nested.startsWith('@') ? 2 : 1;
  return parts.slice(0, length).join('/');
}

function lineOf(part: string, bytes: number, all: number): string {
  return `  ${part.padEnd(32)} ${kilobytes(bytes).padStart(8)} ${((100 * bytes) / all).toFixed(1).padStart(5)} %\n`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} KB`;
}
