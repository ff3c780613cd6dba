/** How long consolidating takes and writing what it found, and what memory: 14 to 20,000 units, and 100,000 without documents. */
import { execFile } from 'node:child_process';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { figure, machine, say, table } from '../figures.ts';

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
const neededBeyond = 16e9;

/** Prints tables; every figure comes from a process of its own. */
export async function bench() {
  say(`${machine()}; processor time\n`);
  const parts = [];
  for (const units of sizes) {
    const alone = await measured(units, 'consolidate');
    parts.push({ units, alone, docx: await measured(units, 'docx'), xlsx: await measured(units, 'xlsx') });
  }
  const document = ['ms', 'MB', 'peak MB'];
  say(
    table(
      [
        ...['units', 'consolidate ms', 'µs a unit', 'peak MB (input)'],
        ...['.docx', '.xlsx'].flatMap((name) => document.map((what) => `${name} ${what}`)),
        ...['row bytes', 'Query pages', 'read units', 'S3 reads'],
      ],
      parts.map(({ units, alone, docx, xlsx }) => [
        ...[units, alone.consolidated, (1000 * alone.consolidated) / units].map((each) => figure(each)),
        `${figure(alone.peakMegabytes)} (${figure(alone.inputMegabytes)})`,
        ...[docx, xlsx].flatMap(({ writing, bytes, peakMegabytes }) => [
          figure(writing),
          figure(bytes / 1e6, 2),
          figure(peakMegabytes),
        ]),
        ...[alone.rowBytes, alone.pages, alone.units, alone.objects].map((each) => figure(each)),
      ]),
    ),
  );
  const whole = [];
  for (const units of wholeSizes) whole.push({ of: units, ...(await measured(units, 'whole')) });
  if (totalmem() > neededBeyond) whole.push({ of: beyond, ...(await measured(beyond, 'consolidate')) });
  else say(`${figure(beyond)} units need more memory than this machine has\n`);
  say(
    table(
      ['units', 'consolidated s', 'five documents and the mail s', 'peak MB'],
      whole.map(({ of: units, consolidated, writing, peakMegabytes }) => [
        ...[units, consolidated / 1000].map((each) => figure(each)),
        units === beyond ? 'not made' : figure(writing / 1000),
        figure(peakMegabytes),
      ]),
    ),
  );
  return { parts, whole };
}

async function measured(units: number, what: string): Promise<z.output<typeof Measured>> {
  const script = join(import.meta.dirname, 'measure.ts');
  const memory = ['--max-old-space-size=16000'];
  const { stdout } = await promisify(execFile)(process.execPath, [...memory, script, String(units), what], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return Measured.parse(JSON.parse(stdout));
}
