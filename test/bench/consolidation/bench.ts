/** How long consolidating takes and writing what it found, and what memory: 14 to 20,000 units, and 100,000 without documents. */
import { execFile } from 'node:child_process';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { capacityFor } from '../../../infra/capacity.ts';
import { figure, say, table } from '../figures.ts';
import type { Outcome, Row } from '../outcome.ts';

const Measured = z.object({
  consolidated: z.number(),
  writing: z.number(),
  bytes: z.number(),
  inputMegabytes: z.number(),
  peakMegabytes: z.number(),
  rowBytes: z.number(),
  pages: z.number(),
  units: z.number(),
  objects: z.number(),
});

const sizes = [14, 1000, 10_000];
/** What deliver does in one go for a summary's mail, up to the most reports it takes (shared/office/report/summarise.ts). */
const wholeSizes = [1000, 10_000, 20_000];
/** Beyond what is written into documents: consolidated alone, with all its reports in memory. */
const beyond = 100_000;
const bytesBeyond = 16e9;
/** Each report and the unit's of the period before, 48 at once, 100 ms each. */
const secondsToRead = (2 * 0.1) / 48;

/** Prints a table; every figure comes from a process of its own. */
export async function bench(): Promise<Outcome> {
  const lines: string[][] = [];
  const rows: Row[] = [];
  for (const units of sizes) {
    const alone = await measured(units, 'consolidate');
    const docx = await measured(units, 'docx');
    const xlsx = await measured(units, 'xlsx');
    lines.push([
      ...[units, alone.consolidated, (1000 * alone.consolidated) / units].map((count) => figure(count)),
      `${figure(alone.peakMegabytes)} (${figure(alone.inputMegabytes)})`,
      ...[docx, xlsx].flatMap(({ writing, bytes, peakMegabytes }) => [
        ...[figure(writing), figure(bytes / 1e6, 2), figure(peakMegabytes)],
      ]),
      ...[alone.rowBytes, alone.pages, alone.units, alone.objects].map((count) => figure(count)),
    ]);
    const of = `${figure(units)} units`;
    rows.push(
      { what: `${of}: consolidated`, value: alone.consolidated, unit: 'ms of processor' },
      { what: `${of}: .docx`, value: docx.writing, unit: 'ms of processor' },
      { what: `${of}: .xlsx`, value: xlsx.writing, unit: 'ms of processor' },
    );
  }
  const written = ['.docx', '.xlsx'].flatMap((name) => [`${name} ms`, 'MB', 'peak MB']);
  const stored = ['row bytes', 'Query pages', 'read units', 'S3 reads'];
  say(table(['units', 'consolidate ms', 'µs a unit', 'peak MB (input)', ...written, ...stored], lines));
  rows.push(...(await theWholeWay()));
  return { rows };
}

/** Beside what the function has: its memory, and its seconds less those in which it reads the reports from S3. */
async function theWholeWay(): Promise<readonly Row[]> {
  const lines: string[][] = [];
  const rows: Row[] = [];
  for (const units of wholeSizes) {
    const { consolidated, writing, peakMegabytes: peak } = await measured(units, 'whole');
    const { deliverMemory, deliverSeconds } = capacityFor(units);
    const seconds = (consolidated + writing) / 1000;
    lines.push([figure(units), ...[consolidated / 1000, writing / 1000, peak].map((each) => figure(each))]);
    const of = `${figure(units)} units, the whole way of a summary`;
    rows.push(
      {
        what: of,
        value: seconds,
        unit: 's of processor',
        aim: { most: deliverSeconds - units * secondsToRead },
      },
      { what: `${of}: memory`, value: peak, unit: 'MB', aim: { most: deliverMemory } },
    );
  }
  if (totalmem() > bytesBeyond) {
    const { consolidated, peakMegabytes: peak } = await measured(beyond, 'consolidate');
    lines.push([figure(beyond), figure(consolidated / 1000), 'not made', figure(peak)]);
    rows.push({
      what: `${figure(beyond)} units: consolidated`,
      value: consolidated,
      unit: 'ms of processor',
    });
  } else say(`${figure(beyond)} units need more memory than this machine has\n`);
  say(table(['units', 'consolidated s', 'five documents and the mail s', 'peak MB'], lines));
  return rows;
}

/** MB, as Node takes them on Lambda: less than the function has. */
function oldSpace(units: number): number {
  return units === beyond ? bytesBeyond / 1e6 : Math.round(0.8 * capacityFor(units).deliverMemory);
}

async function measured(units: number, what: string): Promise<z.output<typeof Measured>> {
  const script = join(import.meta.dirname, 'measure.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`--max-old-space-size=${oldSpace(units)}`, script, String(units), what],
    {
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  return Measured.parse(JSON.parse(stdout));
}
