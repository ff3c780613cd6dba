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
import type { Outcome, Row } from '../outcome.ts';
import { type Cost, exponentOf } from './costs.ts';
import { growthPlot, type Line } from './plot.ts';

const sizes = capacities.map(([units]) => units);
const picture = join(import.meta.dirname, '..', '..', '..', 'infra', 'growth.svg');
/** The exponents that a look may have; all other work may grow with the units (1.05). */
const bounds: Readonly<Record<string, number>> = {
  ...{ verdict: 0.05, duties: 0.05, mint: 0.05, receipt: 0.05, board: 0.05 },
};
/**
 * From so many units on a look is not to grow. The office's first one counts all units up to a thousand, for which it reads more than
 * for any larger number, of which it shows a page: an exponent fitted through both kinds says nothing of either.
 */
const pagedFrom: Readonly<Record<string, number>> = { board: 10_000 };
/** Read units of the office's first look, however many units there are. */
const mostOfBoard = 1500;
/** Whose work it is, where not the portal's. */
const runsIn: Readonly<Record<string, 'scheduleMemory' | 'deliverMemory'>> = {
  ...{ hour: 'scheduleMemory', freezing: 'scheduleMemory', repair: 'scheduleMemory' },
  ...{ reminders: 'scheduleMemory', summary: 'deliverMemory' },
};

/** Prints a table, and draws its picture. */
export async function bench(): Promise<Outcome> {
  say(`${machine()}\n`);
  const measured: { units: number; costs: Cost[] }[] = [];
  for (const units of sizes) measured.push(await measure(units));
  const pictured: Line[] = [];
  const lines: string[][] = [];
  const rows: Row[] = [];
  for (const what of new Set(measured.flatMap(({ costs }) => costs.map((cost) => cost.what)))) {
    const points = measured.flatMap(({ units, costs }) =>
      costs.filter((cost) => cost.what === what).map((cost) => ({ units, cost })),
    );
    for (const { units, cost } of points) {
      const { requests, readUnits, writeUnits, milliseconds, megabytes } = cost;
      const counts = [units, requests, readUnits, writeUnits].map((count) => figure(count));
      lines.push([what, ...counts, figure(milliseconds, milliseconds < 10 ? 1 : 0), figure(megabytes)]);
    }
    rows.push(tightest(what, points));
    if (what === 'board') rows.push(largestBoard(points));
    const counted = (['requests', 'readUnits'] as const).map((count) =>
      points.map(({ units, cost }) => ({ units, count: Math.max(1, cost[count]) })),
    );
    const exponents = counted.map((each) =>
      exponentOf(each.filter(({ units }) => units >= (pagedFrom[what] ?? 0))),
    );
    lines.push([what, 'exponent', ...exponents.map((each) => figure(each, 2)), '', '', '']);
    const most = bounds[what] ?? 1.05;
    for (const [nth, unit] of ['requests', 'read units'].entries())
      rows.push({ what: `${what}: exponent`, value: exponents[nth] ?? 0, unit, aim: { most } });
    const [, read = []] = counted;
    if (read.length > 1) pictured.push({ what, points: read, exponent: exponents[1] ?? 0 });
  }
  say(table(['what', 'units', 'requests', 'read units', 'write units', 'ms', 'MB'], lines));
  await writeFile(picture, growthPlot('Read units of the table, and their exponent', pictured));
  return { rows, figures: { sizes, measured } };
}

function largestBoard(points: readonly { readonly units: number; readonly cost: Cost }[]): Row {
  const { units, cost } = points.reduce((one, other) =>
    other.cost.readUnits > one.cost.readUnits ? other : one,
  );
  const aim = { most: mostOfBoard };
  return { what: `board: at most, ${figure(units)} units`, value: cost.readUnits, unit: 'read units', aim };
}

/** The size at which it takes the largest share of its function's memory. */
function tightest(what: string, points: readonly { readonly units: number; readonly cost: Cost }[]): Row {
  const needs = points.map(({ units, cost }) => ({
    units,
    needed: cost.megabytes,
    has: memoryOf(what, units),
  }));
  const { units, needed, has } = needs.reduce((one, other) =>
    other.needed / other.has > one.needed / one.has ? other : one,
  );
  return { what: `${what}: memory, ${figure(units)} units`, value: needed, unit: 'MB', aim: { most: has } };
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
