/**
 * What the looks and the work of an office ask for, with 14 to 100,000 units, and by which power of the units that grows.
 * Draws `infra/growth.svg`.
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { capacities } from '../../../infra/capacity.ts';
import { figure, machine, say, table } from '../figures.ts';
import { type Cost, exponentOf } from './costs.ts';
import { growthPlot, type Line } from './plot.ts';

const sizes = capacities.map(([units]) => units);
const picture = join(import.meta.dirname, '..', '..', '..', 'infra', 'growth.svg');
/** The exponents that a look may have; all other work may grow with the units (1.05). The office's first page is full from 1,000 units on. */
const bounds: Readonly<Record<string, number>> = {
  ...{ verdict: 0.05, duties: 0.05, mint: 0.05, receipt: 0.05 },
  board: 0.2,
};
/** Whose work it is, where not the portal's. */
const runsIn: Readonly<Record<string, 'scheduleMemory' | 'deliverMemory'>> = {
  ...{ hour: 'scheduleMemory', freezing: 'scheduleMemory', repair: 'scheduleMemory' },
  ...{ reminders: 'scheduleMemory', summary: 'deliverMemory' },
};

/** Prints a table, draws its picture, and throws where something grows faster than it may or needs more memory than it has. */
export async function bench(): Promise<unknown> {
  say(`${machine()}\n`);
  const measured: { units: number; costs: Cost[] }[] = [];
  for (const units of sizes) measured.push(await measure(units));
  const wrong: string[] = [];
  const lines: Line[] = [];
  const rows: string[][] = [];
  for (const what of new Set(measured.flatMap(({ costs }) => costs.map((cost) => cost.what)))) {
    const points = measured.flatMap(({ units, costs }) =>
      costs.filter((cost) => cost.what === what).map((cost) => ({ units, cost })),
    );
    for (const { units, cost } of points) {
      const { requests, readUnits, writeUnits, milliseconds, megabytes } = cost;
      const counts = [units, requests, readUnits, writeUnits].map((count) => figure(count));
      rows.push([what, ...counts, figure(milliseconds, milliseconds < 10 ? 1 : 0), figure(megabytes)]);
      const memory = memoryOf(what, units);
      if (megabytes > memory)
        wrong.push(`${what} of ${figure(units)} units needs ${figure(megabytes)} of ${memory} MB`);
    }
    const counted = (['requests', 'readUnits'] as const).map((count) =>
      points.map(({ units, cost }) => ({ units, count: Math.max(1, cost[count]) })),
    );
    const exponents = counted.map(exponentOf);
    rows.push([what, 'exponent', ...exponents.map((each) => figure(each, 2)), '', '', '']);
    const most = bounds[what] ?? 1.05;
    if (exponents.some((each) => each > most)) wrong.push(`${what} grows by ${exponents.join(', ')}`);
    const [, read = []] = counted;
    if (read.length > 1) lines.push({ what, points: read, exponent: exponents[1] ?? 0 });
  }
  say(table(['what', 'units', 'requests', 'read units', 'write units', 'ms', 'MB'], rows));
  await writeFile(picture, growthPlot('Read units of the table, and their exponent', lines));
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return { sizes, measured };
}

function memoryOf(what: string, units: number): number {
  const [, capacity] = capacities.find(([upTo]) => units <= upTo) ?? [];
  return capacity?.[runsIn[what] ?? 'portalMemory'] ?? 0;
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
