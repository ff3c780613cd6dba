/** What the looks and the work of an office ask for, with 14 to 100,000 units, and by which power that grows. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Cost, exponentOf } from './costs.ts';

const sizes = [14, 1000, 10_000, 100_000];
/** The exponents that a look may have; all other work may grow with the units (1.05). The office's first page is full from 1,000 units on. */
const bounds: Readonly<Record<string, number>> = {
  ...{ verdict: 0.05, duties: 0.05, mint: 0.05, receipt: 0.05 },
  board: 0.2,
};

/** Prints a table, and throws where something grows faster than it may. */
export async function bench(): Promise<void> {
  const measured: { units: number; costs: Cost[] }[] = [];
  for (const units of sizes) measured.push(await measure(units));
  console.log('| what | units | requests | read units | write units | ms | MB |');
  console.log(`|---|${'---:|'.repeat(6)}`);
  const tooFast: string[] = [];
  for (const { what } of measured[0]?.costs ?? []) {
    const points = measured.flatMap(({ units, costs }) =>
      costs.filter((cost) => cost.what === what).map((cost) => ({ units, cost })),
    );
    for (const { units, cost } of points) {
      const { requests, readUnits, writeUnits, milliseconds, megabytes } = cost;
      const figures = [units, requests, Math.round(readUnits), writeUnits].map((n) => n.toLocaleString('en'));
      console.log(
        `| ${[what, ...figures, milliseconds.toFixed(milliseconds < 10 ? 1 : 0), megabytes.toFixed(0)].join(' | ')} |`,
      );
    }
    const exponents = (['requests', 'readUnits'] as const).map((count) =>
      exponentOf(points.map(({ units, cost }) => ({ units, count: Math.max(1, cost[count]) }))),
    );
    console.log(`| ${what} | exponent | ${exponents.map((each) => each.toFixed(2)).join(' | ')} | | | |`);
    const most = bounds[what] ?? 1.05;
    if (exponents.some((each) => each > most)) tooFast.push(`${what}: ${exponents.join(', ')}`);
  }
  if (tooFast.length > 0) throw new Error(`grows faster than it may: ${tooFast.join('; ')}`);
}

async function measure(units: number): Promise<{ units: number; costs: Cost[] }> {
  const script = join(import.meta.dirname, 'measure.ts');
  const options = ['--expose-gc', '--max-old-space-size=6000'];
  const { stdout } = await promisify(execFile)(process.execPath, [...options, script, String(units)], {
    env: { ...process.env, NODE_OPTIONS: '' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}
