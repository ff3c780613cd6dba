/** How long consolidating takes, and what it needs, for 14, 1,000 and 10,000 units. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

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

/** Prints a table; every figure comes from a process of its own. */
export async function bench(): Promise<void> {
  console.log(
    '| units | consolidate ms | µs a unit | peak MB (input) | .docx ms | MB | peak MB | .xlsx ms | MB | peak MB | row bytes | Query pages | read units | S3 reads |',
  );
  console.log(`|${'---:|'.repeat(14)}`);
  for (const units of sizes) {
    const alone = await measured(units, 'consolidate');
    const docx = await measured(units, 'docx');
    const xlsx = await measured(units, 'xlsx');
    console.log(
      [
        '',
        units.toLocaleString('en'),
        round(alone.consolidated),
        round((1000 * alone.consolidated) / units),
        `${round(alone.peakMegabytes)} (${round(alone.inputMegabytes)})`,
        ...[docx, xlsx].flatMap(({ writing, bytes, peakMegabytes }) => [
          round(writing),
          (bytes / 1e6).toFixed(2),
          round(peakMegabytes),
        ]),
        ...[alone.rowBytes, alone.pages, alone.units, alone.objects].map(round),
        '',
      ]
        .join(' | ')
        .trim(),
    );
  }
}

async function measured(units: number, what: string): Promise<z.output<typeof Measured>> {
  const script = join(import.meta.dirname, 'measure.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(units), what], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return Measured.parse(JSON.parse(stdout));
}

function round(value: number): string {
  return Math.round(value).toLocaleString('en');
}
