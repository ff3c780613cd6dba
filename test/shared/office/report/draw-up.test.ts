import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Unknown } from '../../../../shared/office/regimes-in-force.ts';
import { NotIssued } from '../../../../shared/office/report/draw-up.ts';
import { claimEdition, readEditions } from '../../../../shared/records/editions.ts';
import { readRuns } from '../../../../shared/records/runs.ts';
import { reportFiled } from '../../../functions/a-report.ts';
import { aWorld, type World } from '../../../functions/a-world.ts';
import { anHour } from '../../../functions/an-hour.ts';
import { queuedBefore } from '../../../functions/queued.ts';
import { drawUpReport } from './draw-up-report.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld('2024-03-15T08:00:00+07:00');
  await reportFiled(world, { unit: 'QLDD', values: { A02: 3 } });
});
afterEach(() => world.stop());

const hour = (scheduledTime: string) => anHour(world, scheduledTime);
const admin = { actor: 'admin', reason: null };
const draw = (anyway = false) => drawUpReport(world.system, 'Q1-2024', { anyway, ...admin });
const summaries = async () =>
  (await queuedBefore(world.table)).filter((id) => /^(summary|issued-report)\/Q1-2024-final/.test(id));

describe('drawing up by hand', () => {
  it('is for the office alone, and keeps on record who wanted it and why', async () => {
    const act = { actor: 'Chánh Văn phòng', reason: 'Trình ký sớm' };
    const manifest = await drawUpReport(world.system, 'Q1-2024', { anyway: false, ...act });
    expect(manifest).toMatchObject({ edition: 1, run: 'Q1-2024-final-2024-03-15T0100Z' });
    expect((await summaries()).map((id) => id.split('/').at(-1)).sort()).toEqual(['LANHDAO', 'VANPHONG']);
    expect(await readEditions(world.table, 'Q1-2024')).toMatchObject([
      { edition: 1, acts: [{ ...act, at: '2024-03-15T01:00:00.000Z', recipients: [] }] },
    ]);
  });

  it('makes the edition after the scheduled one, once something has changed', async () => {
    await hour('2024-03-19T09:00:00+07:00');
    await expect(draw()).rejects.toThrow(NotIssued);
    await reportFiled(world, { unit: 'QLDD', values: { A02: 4 } });
    world.setNow('2024-03-20T10:15:00+07:00');
    const second = await draw();
    expect(second).toMatchObject({
      ...{ kind: 'final', edition: 2, run: 'Q1-2024-final-2024-03-20T0315Z' },
      issued: 'Q1-2024-final-2024-03-19T0200Z',
    });
    expect(await summaries()).toHaveLength(4);
    expect((await readRuns(world.table, world.regime.id)).map(({ edition }) => edition)).toEqual([1, 2]);
    await expect(draw()).rejects.toThrow(NotIssued);
  });

  it('draws up the same once more only where that is asked for', async () => {
    await hour('2024-03-19T09:00:00+07:00');
    world.setNow('2024-03-19T09:30:00+07:00');
    expect((await draw(true)).edition).toBe(2);
    // In the same minute it would be the same run.
    await expect(draw(true)).rejects.toThrow(NotIssued);
  });

  it('gives two that ask at once one edition, and the hour that comes later the next', async () => {
    const [one, other] = await Promise.all([draw(), draw()]);
    expect(one).toEqual(other);
    expect(one.edition).toBe(1);
    await hour('2024-03-19T09:00:00+07:00');
    expect((await readEditions(world.table, 'Q1-2024')).map(({ edition }) => edition)).toEqual([1, 2]);
  });

  it('finishes an edition that was cut off before it begins another', async () => {
    const at = '2024-03-15T08:10:00+07:00';
    await claimEdition(world.table, 'Q1-2024', { run: 'Q1-2024-final-2024-03-15T0110Z', scheduledAt: at });
    world.setNow('2024-03-15T09:00:00+07:00');
    expect(await draw()).toMatchObject({ edition: 1, scheduledAt: at });
    expect((await readEditions(world.table, 'Q1-2024')).map(({ fingerprint }) => fingerprint)).not.toContain(
      null,
    );
  });

  it('finishes one that was cut off among its mails, so that nobody is left without', async () => {
    let rings = 0;
    world.breakCalls(({ action, phase }) =>
      action === 'sqs:SendMessage' && phase === 'before' && ++rings === 1 ? 'hang-up' : 'continue',
    );
    await expect(draw()).rejects.toThrow();
    world.breakCalls(null);
    expect((await summaries()).length).toBeLessThan(2);
    world.setNow('2024-03-15T09:00:00+07:00');
    expect(await draw()).toMatchObject({ edition: 1 });
    expect(await summaries()).toHaveLength(2);
    await expect(draw()).rejects.toThrow(NotIssued);
  });

  it('does not finish an edition that a newer one has overtaken', async () => {
    const at = '2024-03-15T08:10:00+07:00';
    const run = 'Q1-2024-final-2024-03-15T0110Z';
    await claimEdition(world.table, 'Q1-2024', { run, scheduledAt: at });
    await hour('2024-03-19T09:00:00+07:00');
    await expect(draw()).rejects.toThrow(NotIssued);
    expect((await summaries()).filter((id) => id.includes(run))).toEqual([]);
  });

  it('knows no period that no regime has', async () => {
    await expect(drawUpReport(world.system, 'Q9-2024', { anyway: false, ...admin })).rejects.toThrow(Unknown);
  });
});
