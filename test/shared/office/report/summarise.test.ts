import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyRegime } from '../../../../infra/admin/regime.ts';
import { fingerprintOf } from '../../../../shared/filing/fingerprint.ts';
import { fingerprintNow } from '../../../../shared/office/report/fingerprint-now.ts';
import { readSummary, reportsAtMost, reportsOf } from '../../../../shared/office/report/summarise.ts';
import { readRegimeVersion } from '../../../../shared/records/regimes.ts';
import { decided, reportFiled } from '../../../functions/a-report.ts';
import { aWorld, type World } from '../../../functions/a-world.ts';
import { drawUpReport } from './draw-up-report.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld('2024-03-15T08:00:00+07:00');
});
afterEach(() => world.stop());

const issue = (period: string) =>
  drawUpReport(world.system, period, { anyway: true, actor: 'admin', reason: null });
/** The names of the objects that are asked for while `work` is done. */
async function asked(work: () => Promise<unknown>): Promise<number> {
  let reads = 0;
  world.breakCalls(({ action, phase }) => {
    if (action === 's3:GetObject' && phase === 'before') reads += 1;
    return 'continue';
  });
  await work();
  world.breakCalls(null);
  return reads;
}

describe('a summary read from its manifest', () => {
  it('shows what only shows beside the unit’s report of the period before', async () => {
    await reportFiled(world, { unit: 'QLDD', values: { B11: 7 } });
    world.setNow('2024-06-14T08:00:00+07:00');
    await reportFiled(world, { unit: 'QLDD', period: '6T-2024', values: { B08: 9 } });
    const { units } = await readSummary(world.store, await issue('6T-2024'));
    const codes = units.find(({ unit }) => unit.code === 'QLDD')?.findings.map(({ code }) => code);
    expect(codes).toContain('X10');
  });

  it('shows that a file is another unit’s, too', async () => {
    const bytes = new TextEncoder().encode('the same');
    await reportFiled(world, { unit: 'QLDD', bytes });
    world.setNow('2024-03-15T08:30:00+07:00');
    await reportFiled(world, { unit: 'KHTC', bytes });
    const { units } = await readSummary(world.store, await issue('Q1-2024'));
    const codesOf = (code: string) =>
      units.find(({ unit }) => unit.code === code)?.findings.map((finding) => finding.code);
    expect(codesOf('KHTC')).toEqual(['SAME_FILE_OTHER_UNIT']);
    expect(codesOf('QLDD')).toEqual([]);
  });

  it('pins the earlier periods as they stood, and reads results of what counts and of the newest that does not', async () => {
    await reportFiled(world, { unit: 'QLDD', values: { A02: 3 } });
    world.setNow('2024-06-14T08:00:00+07:00');
    await reportFiled(world, { unit: 'QLDD', period: '6T-2024', values: { A02: 4 } });
    world.setNow('2024-06-14T08:10:00+07:00');
    await reportFiled(world, { unit: 'QLDD', period: '6T-2024', values: { A02: 5 } });
    await reportFiled(world, { unit: 'VPS', period: '6T-2024', state: 'unreadable' });
    await decided(world, { kind: 'nil', unit: 'TTRA', period: '6T-2024' });
    const manifest = await issue('6T-2024');
    expect(manifest.versions).toHaveLength(3);
    expect(manifest.earlier).toMatchObject({
      previous: { period: 'Q1-2024', title: { vi: 'Báo cáo quý I năm 2024' } },
      lastYear: null,
      year: [],
    });
    // A correction of the quarter comes after the freezing.
    await reportFiled(world, { unit: 'QLDD', values: { A02: 30 } });
    // The result that counts, that of the quarter before, and the one that could not be read; the regime is at hand.
    expect(await asked(() => readSummary(world.store, manifest))).toBe(3);
    const { totals } = await readSummary(world.store, manifest);
    expect(totals.find(({ indicator }) => indicator === 'A02')).toMatchObject({
      value: 5,
      previous: { value: { before: 3, delta: 2 } },
    });
  });

  it('compares with a period that its regime has dropped since, and the office’s page agrees', async () => {
    await reportFiled(world, { unit: 'QLDD', values: { A02: 3 } });
    world.setNow('2024-06-14T08:00:00+07:00');
    await applyRegime(world.system, {
      ...world.regime,
      periods: world.regime.periods.flatMap(({ previous, ...period }) =>
        period.id === '6T-2024' ? [{ ...period, sameLastYear: 'Q1-2024' }] : [],
      ),
    });
    const manifest = await issue('6T-2024');
    expect(manifest.earlier.lastYear).toMatchObject({ title: { vi: 'Báo cáo quý I năm 2024' } });
    const [period] = (await readRegimeVersion(world.store, manifest.regimeHash)).periods;
    const now = period && (await fingerprintNow(world.table, period));
    expect(now).toBe(fingerprintOf(manifest));
  });

  it('is refused before anything is read where there are more reports than one function can hold', async () => {
    const version = await reportFiled(world, { unit: 'QLDD', values: { A02: 3 } });
    const manifest = await issue('Q1-2024');
    const of = (count: number) =>
      Array.from({ length: count }, (_, nth) => ({
        ...version,
        unit: `U${nth}`,
        upload: `${version.upload}${nth}`,
      }));
    const versions = of(reportsAtMost + 1);
    const reading = () => readSummary(world.store, { ...manifest, versions });
    const reads = asked(() => expect(reading()).rejects.toMatchObject({ code: 'SUMMARY_TOO_LARGE' }));
    expect(await reads).toBe(0);
    await expect(reading()).rejects.toThrow(/Q1-2024 has 12001 reports.*report figures Q1-2024/);
    // What a unit sent before what counts is not read, and is not counted.
    const often = Array.from({ length: reportsAtMost + 1 }, (_, nth) => ({ ...version, upload: `0${nth}` }));
    expect(reportsOf({ ...manifest, versions: [...often, version] })).toBe(1);
  });

  it('adds up the periods of a year', async () => {
    const quarters = [
      ['2024-03-15T08:00:00+07:00', 'Q1-2024', 1],
      ['2024-06-14T08:00:00+07:00', '6T-2024', 2],
      ['2024-09-16T08:00:00+07:00', '9T-2024', 3],
      ['2024-12-16T08:00:00+07:00', 'N-2024', 4],
    ] as const;
    for (const [at, period, count] of quarters) {
      world.setNow(at);
      await reportFiled(world, { unit: 'QLDD', period, values: { A02: count } });
    }
    const manifest = await issue('N-2024');
    expect(manifest.earlier.year.map(({ period }) => period)).toEqual(['Q1-2024', '6T-2024', '9T-2024']);
    const { totals } = await readSummary(world.store, manifest);
    expect(totals.find(({ indicator }) => indicator === 'A02')?.value).toBe(10);
  });
});
