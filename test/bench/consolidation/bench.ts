/** How long consolidating takes, and what it needs, for 14, 1,000 and 10,000 units. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
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
/** What deliver has for ten thousand units: MB, and minutes in all. */
const most = { megabytes: 3000, milliseconds: 15 * 60_000 };

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
    const peak = Math.max(...[alone, docx, xlsx].map(({ peakMegabytes }) => peakMegabytes));
    const all = alone.consolidated + docx.writing + xlsx.writing;
    rows.push(
      { what: `${of}: consolidated`, value: alone.consolidated, unit: 'ms of processor' },
      { what: `${of}: .docx`, value: docx.writing, unit: 'ms of processor' },
      { what: `${of}: .xlsx`, value: xlsx.writing, unit: 'ms of processor' },
      { what: `${of}: all of it`, value: all, unit: 'ms of processor', aim: { most: most.milliseconds } },
      { what: `${of}: memory at its peak`, value: peak, unit: 'MB', aim: { most: most.megabytes } },
    );
  }
  const written = ['.docx', '.xlsx'].flatMap((name) => [`${name} ms`, 'MB', 'peak MB']);
  const stored = ['row bytes', 'Query pages', 'read units', 'S3 reads'];
  say(table(['units', 'consolidate ms', 'µs a unit', 'peak MB (input)', ...written, ...stored], lines));
  return { rows };
}

async function measured(units: number, what: string): Promise<z.output<typeof Measured>> {
  const script = join(import.meta.dirname, 'measure.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(units), what], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return Measured.parse(JSON.parse(stdout));
}
