import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFigures } from '../../../infra/admin/figures-command.ts';
import { writeWholeFile } from '../../../infra/admin/whole-file.ts';
import { decided, reportFiled } from '../../functions/a-report.ts';
import { aWorld, type World } from '../../functions/a-world.ts';
import { aLargeOffice } from '../../shared/office/a-large-office.ts';

let folder: string;
let world: World;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'figures-'));
  world = await aWorld('2024-03-15T08:00:00+07:00');
});
afterEach(async () => {
  await world.stop();
  await rm(folder, { recursive: true });
});

async function listed(system: Parameters<typeof writeFigures>[0]) {
  const file = join(folder, 'figures.csv');
  const rows = await writeWholeFile(file, (out) => writeFigures(system, 'Q1-2024', out));
  const text = await readFile(file, 'utf8');
  const records: Record<string, string>[] = parse(text, { bom: true, columns: true });
  return { text, rows, records };
}

describe('the list of a period’s figures', () => {
  it('leaves an earlier one as it is where the period is mistyped, and nothing beside it', async () => {
    const file = join(folder, 'so-lieu.csv');
    await writeFile(file, 'earlier');
    const written = writeWholeFile(file, (out) => writeFigures(world.system, 'Q9', out));
    await expect(written).rejects.toMatchObject({ code: 'UNKNOWN' });
    expect(await readFile(file, 'utf8')).toBe('earlier');
    expect(await readdir(folder)).toEqual(['so-lieu.csv']);
  });

  it('says of a folder that is none which it is', async () => {
    const file = join(folder, 'khong-co', 'so-lieu.csv');
    const written = writeWholeFile(file, (out) => writeFigures(world.system, 'Q1-2024', out));
    await expect(written).rejects.toMatchObject({
      ...{ code: 'FILE_NOT_USABLE', message: expect.stringContaining(file) },
    });
  });

  it('has what counts alone, each figure with its unit, receipt and place; nil as nil', async () => {
    await reportFiled(world, { unit: 'QLDD', values: { A02: 1 } });
    world.setNow('2024-03-15T09:00:00+07:00');
    const counted = await reportFiled(world, { unit: 'QLDD', values: { A02: 3, A03: 40 } });
    const returned = await reportFiled(world, { unit: 'KHTC', values: { A02: 9 } });
    await decided(world, { kind: 'return', unit: 'KHTC', upload: returned.upload });
    await reportFiled(world, { unit: 'VPS', state: 'rejected', values: { A02: 8 } });
    await decided(world, { kind: 'nil', unit: 'TTRA' });
    const { rows, records } = await listed(world.system);
    expect(rows).toBe(3);
    expect(records.map(({ unit, standing, indicator, value }) => [unit, standing, indicator, value])).toEqual(
      [
        ['QLDD', 'accepted', 'A02', '3'],
        ['QLDD', 'accepted', 'A03', '40'],
        ['TTRA', 'nil', '', ''],
      ],
    );
    expect(records[0]).toMatchObject({ receipt: counted.receipt, cumulative: '3', place: 'ô E9' });
    expect(records[0]?.name).toMatch(/Đất đai|đất đai/);
  });

  it('has no cell that a program takes for a formula, and keeps commas and quotes', async () => {
    const fileName = '=HYPERLINK("http://x","a"), b.xlsx';
    await reportFiled(world, { unit: 'QLDD', values: { A02: 3 }, fileName });
    const { text, records } = await listed(world.system);
    expect(records[0]?.file).toBe(`'${fileName}`);
    expect(text.startsWith('\uFEFFunit,name,')).toBe(true);
  });

  it('goes through very many units in the order of their codes', async () => {
    const office = await aLargeOffice(150, '2024-03-15T08:00:00.000Z');
    for (const { code } of office.regime.units.toReversed()) await office.file(code);
    const { records } = await listed(office.world);
    const units = [...new Set(records.map(({ unit }) => unit))];
    expect(units).toEqual(office.regime.units.map(({ code }) => code));
    expect(records).toHaveLength(150 * office.regime.indicators.length);
  });
});
