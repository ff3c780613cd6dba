import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unitReports } from '../../../infra/assembly.ts';
import { build } from '../../../infra/build.ts';
import { idleCost, total } from './idle-cost.ts';
import { prices } from './prices.ts';

/** What the stack costs while nobody uses it. */
export async function bench(): Promise<void> {
  await build();
  const outdir = await mkdtemp(join(tmpdir(), 'cost-'));
  try {
    unitReports({ outdir }).synth();
    const lines = idleCost(JSON.parse(await readFile(join(outdir, 'UnitReports.template.json'), 'utf8')));
    process.stdout.write(`USD a month, list prices of ${prices.asOf}: alone in its account, beside others\n`);
    const print = (what: string, alone: number, besideOthers: number) =>
      process.stdout.write(
        `${what.padEnd(44)} ${alone.toFixed(2).padStart(6)} ${besideOthers.toFixed(2).padStart(6)}\n`,
      );
    for (const { what, alone, besideOthers } of lines) print(what, alone, besideOthers);
    print('idle', total(lines, 'alone'), total(lines, 'besideOthers'));
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}
