import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyRegime } from '../../../../infra/admin/regime.ts';
import { findManifest, readManifest } from '../../../../shared/records/runs.ts';
import { decided, reportFiled } from '../../../functions/a-report.ts';
import { aWorld, type World } from '../../../functions/a-world.ts';
import { anHour } from '../../../functions/an-hour.ts';
import { queuedBefore } from '../../../functions/queued.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld('2024-03-15T08:00:00+07:00');
  await reportFiled(world, { unit: 'QLDD', values: { A02: 3 } });
  await hour('2024-03-19T09:00:00+07:00');
});
afterEach(() => world.stop());

const hour = (scheduledTime: string) => anHour(world, scheduledTime);
const notices = async () =>
  (await queuedBefore(world.table)).filter((id) => id.startsWith('correction/')).sort();
const issued = 'Q1-2024-final-2024-03-19T0200Z';

describe('the look at issued reports, on each working morning', () => {
  it('finds nothing where nothing was corrected, however much time passes', async () => {
    await hour('2024-03-20T08:00:00+07:00');
    await hour('2024-03-29T08:00:00+07:00');
    expect(await notices()).toEqual([]);
  });

  it('tells the office once that another version counts; not those above it', async () => {
    await reportFiled(world, { unit: 'QLDD', values: { A02: 4 } });
    await hour('2024-03-19T15:00:00+07:00');
    expect(await notices()).toEqual([]);
    await hour('2024-03-20T08:00:00+07:00');
    const told = await notices();
    expect(told.map((id) => id.split('/').at(-1))).toEqual(['LANHDAO', 'VANPHONG']);
    expect(told.every((id) => id.startsWith(`correction/${issued}/`))).toBe(true);
    await hour('2024-03-21T08:00:00+07:00');
    await hour('2024-03-22T08:00:00+07:00');
    expect(await notices()).toEqual(told);
    // Of what was told nothing is frozen again.
    expect(await findManifest(world.store, 'Q1-2024-correction-2024-03-21T0100Z')).toBeNull();
    const frozen = await readManifest(world.store, 'Q1-2024-correction-2024-03-20T0100Z');
    expect(frozen).toMatchObject({ kind: 'interim', edition: 2, issued });
    expect(frozen.versions).toHaveLength(2);
  });

  it('tells of all of a night’s corrections in one mail, and of a later one in another', async () => {
    await reportFiled(world, { unit: 'QLDD', values: { A02: 4 } });
    await reportFiled(world, { unit: 'KHTC', values: { A02: 1 } });
    await hour('2024-03-20T08:00:00+07:00');
    expect(await notices()).toHaveLength(2);
    await decided(world, { kind: 'exclude-unit', unit: 'TTRA' });
    await hour('2024-03-21T08:00:00+07:00');
    expect(await notices()).toHaveLength(4);
  });

  it('says nothing of a file that does not count', async () => {
    await reportFiled(world, { unit: 'QLDD', state: 'rejected' });
    await reportFiled(world, { unit: 'KHTC', state: 'unreadable' });
    await hour('2024-03-20T08:00:00+07:00');
    expect(await notices()).toEqual([]);
  });

  it('tells of a decision that changes who counts, or how timely', async () => {
    const counted = await reportFiled(world, { unit: 'KHTC', values: { A02: 1 } });
    await hour('2024-03-20T08:00:00+07:00');
    expect(await notices()).toHaveLength(2);
    await decided(world, { kind: 'return', unit: 'KHTC', upload: counted.upload });
    // Taken back, it is as it was issued: nothing is left to tell.
    await hour('2024-03-21T08:00:00+07:00');
    expect(await notices()).toHaveLength(2);
    await decided(world, { kind: 'nil', unit: 'TTRA' });
    await hour('2024-03-22T08:00:00+07:00');
    expect(await notices()).toHaveLength(4);
  });

  it('looks into the periods with which the report was compared, too', async () => {
    const periods = world.regime.periods.map((period) =>
      period.id === 'Q1-2024' ? { ...period, sameLastYear: 'KH2024' } : period,
    );
    await applyRegime(world.system, { ...world.regime, periods });
    await hour('2024-03-20T08:00:00+07:00');
    expect(await notices()).toEqual([]);
    await reportFiled(world, { unit: 'VPDK', period: 'KH2024' });
    await hour('2024-03-21T08:00:00+07:00');
    expect(await notices()).toHaveLength(2);
  });
});
