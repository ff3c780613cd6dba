import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/schedule/handler.ts';
import { applyRegime } from '../../../infra/admin/regime.ts';
import { prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import { readEditions } from '../../../shared/records/editions.ts';
import { readPeriod } from '../../../shared/records/filings.ts';
import { editionKey } from '../../../shared/records/keys.ts';
import { makeCurrent } from '../../../shared/records/regimes.ts';
import { readManifest, readWatermark, startWatermark } from '../../../shared/records/runs.ts';
import { reportFiled } from '../a-report.ts';
import { aWorld, type World } from '../a-world.ts';
import { anHour } from '../an-hour.ts';
import { queuedBefore } from '../queued.ts';

let world: World;
afterEach(() => world.stop());

const hour = (scheduledTime: string) => anHour(world, scheduledTime);
const queuedKinds = async (kind: string) =>
  (await queuedBefore(world.table)).filter((id) => id.startsWith(`${kind}/`));
const run = 'Q1-2024-final-2024-03-19T0200Z';

describe('an hour of the schedule', () => {
  beforeEach(async () => {
    world = await aWorld('2024-03-15T08:00:00+07:00');
  });

  it('sends nothing for what lies before the regime was applied', async () => {
    await hour('2024-03-15T09:00:00+07:00');
    expect(await queuedKinds('reminder')).toEqual([]);
    expect((await readPeriod(world.table, 'Q1-2024')).expected).toHaveLength(14);
  });

  it('reminds each missing unit on the last day, at the regime’s hour, in its time zone', async () => {
    await hour('2024-03-18T00:00:00Z');
    expect(await queuedKinds('reminder')).toEqual([]);
    await hour('2024-03-18T01:00:00Z');
    // The office itself is not reminded.
    expect(await queuedKinds('reminder')).toHaveLength(13);
    expect(await queuedKinds('reminder')).toContain('reminder/Q1-2024/QLDD/2024-03-18T01:00:00.000Z');
  });

  it('makes the summary on the working day after the deadline, one mail a recipient of the office', async () => {
    await hour('2024-03-19T09:00:00+07:00');
    expect((await queuedKinds('summary')).sort()).toEqual([
      `summary/${run}/LANHDAO`,
      `summary/${run}/VANPHONG`,
    ]);
    expect((await readManifest(world.store, run)).expected).toHaveLength(14);
  });

  it('does the same hour once, though it is called twice and at once', async () => {
    await Promise.all([hour('2024-03-19T09:00:00+07:00'), hour('2024-03-19T09:00:00+07:00')]);
    await hour('2024-03-19T09:00:00+07:00');
    expect(await queuedKinds('summary')).toHaveLength(2);
    expect(await readWatermark(world.table, world.regime.id)).toBe('2024-03-19T02:00:00.000Z');
    expect(await readEditions(world.table, 'Q1-2024')).toMatchObject([{ edition: 1, run }]);
  });

  it('tells the office alone, each week while the period is open, how far it has come', async () => {
    await hour('2024-03-18T08:00:00+07:00');
    const interim = 'Q1-2024-interim-2024-03-18T0100Z';
    expect((await queuedKinds('summary')).sort()).toEqual([
      `summary/${interim}/LANHDAO`,
      `summary/${interim}/VANPHONG`,
    ]);
    expect(await readManifest(world.store, interim)).toMatchObject({
      kind: 'interim',
      edition: 1,
      issued: null,
    });
    expect(await readEditions(world.table, 'Q1-2024')).toEqual([]);
  });

  it('catches up what was missed, under the hours it was due at', async () => {
    await hour('2024-03-21T13:00:00+07:00');
    expect(await queuedKinds('summary')).toContain(`summary/${run}/LANHDAO`);
  });

  it('catches up only the last of the reminders it missed', async () => {
    await hour('2024-03-22T13:00:00+07:00');
    const toQldd = (await queuedKinds('reminder')).filter((id) => id.includes('Q1-2024/QLDD'));
    expect(toQldd).toEqual(['reminder/Q1-2024/QLDD/2024-03-21T01:00:00.000Z']);
  });

  it('does not let one regime’s trouble stop another, nor the repair', async () => {
    await startWatermark(world.table, 'broken', world.now());
    await makeCurrent(world.table, { regime: 'broken', hash: '0'.repeat(64), appliedAt: world.now() }, null);
    await world.fileArrives({}, new Uint8Array([1]));
    await expect(hour('2024-03-18T08:00:00+07:00')).rejects.toThrow(AggregateError);
    expect(await queuedKinds('reminder')).toHaveLength(13);
    expect(world.waiting('arrivals')).toBe(1);
  });

  it('does not let a failing look at old reports keep a new one from going out', async () => {
    await world.table.putIfAbsent(editionKey('N-2024', 1), { edition: 'what no edition is' });
    await expect(hour('2024-03-19T09:00:00+07:00')).rejects.toThrow();
    expect(await queuedKinds('summary')).toHaveLength(2);
    expect(await readWatermark(world.table, world.regime.id)).toBe('2024-03-15T01:00:00.000Z');
  });

  it('leaves the watermark where it was when it fails, and does everything once when it comes again', async () => {
    for (let cutAt = 1; ; cutAt += 3) {
      let calls = 0;
      world.breakCalls(({ phase }) => (phase === 'after' && ++calls === cutAt ? 'hang-up' : 'continue'));
      const failed = await hour('2024-03-19T09:00:00+07:00').then(
        () => false,
        () => true,
      );
      world.breakCalls(null);
      if (!failed) {
        expect(cutAt).toBeGreaterThan(10);
        break;
      }
    }
    expect(await queuedKinds('summary')).toHaveLength(2);
    expect(await readWatermark(world.table, world.regime.id)).toBe('2024-03-19T02:00:00.000Z');
    expect(await readEditions(world.table, 'Q1-2024')).toHaveLength(1);
  });
});

describe('those above the office', () => {
  const above = ['issued-report/Q1-2024-final-2024-03-19T0200Z/BDVTU'];
  beforeEach(async () => {
    world = await aWorld('2024-03-15T08:00:00+07:00');
  });

  it('get nothing from any hour: on time, run twice, caught up late, or after a correction', async () => {
    await reportFiled(world, { unit: 'QLDD' });
    await hour('2024-03-19T09:00:00+07:00');
    await hour('2024-03-19T09:00:00+07:00');
    await reportFiled(world, { unit: 'QLDD' });
    await hour('2024-12-31T09:00:00+07:00');
    const all = await queuedBefore(world.table);
    expect(all.filter((id) => id.includes('final')).length).toBeGreaterThan(2);
    expect(all.filter((id) => id.includes('BDVTU'))).toEqual([]);
    expect((await readEditions(world.table, 'Q1-2024')).map(({ acts }) => acts)).toEqual([[]]);
  });

  it('get the report with the office’s summary where the regime says so, once', async () => {
    await applyRegime(world.system, { ...world.regime, upward: 'on-schedule' });
    await reportFiled(world, { unit: 'QLDD' });
    await hour('2024-03-19T09:00:00+07:00');
    await hour('2024-03-19T09:00:00+07:00');
    expect(await queuedKinds('issued-report')).toEqual(above);
  });

  it('get none all the same where nobody has filed', async () => {
    await applyRegime(world.system, { ...world.regime, upward: 'on-schedule' });
    await reportFiled(world, { unit: 'QLDD', state: 'rejected' });
    await hour('2024-03-19T09:00:00+07:00');
    expect(await queuedKinds('summary')).toHaveLength(2);
    expect(await queuedKinds('issued-report')).toEqual([]);
  });
});

describe('a review that awaits its guidance', () => {
  beforeEach(async () => {
    world = await aWorld('2024-03-15T08:00:00+07:00');
  });

  it('is not asked for, until guidance has set a date: then like any other', async () => {
    await hour('2024-03-20T08:00:00+07:00');
    expect((await queuedKinds('reminder')).filter((id) => id.includes('CD-27CT'))).toEqual([]);
    const guidance = await prepareDecision(world.system, {
      ...{ kind: 'guidance', period: 'CD-27CT', until: '2024-04-05', actor: 'admin' },
      reason: 'Hướng dẫn số 12-HD/BDVTU ngày 20/03/2024',
    });
    await recordDecision(world.system, guidance);
    await hour('2024-04-05T08:00:00+07:00');
    expect((await queuedKinds('reminder')).filter((id) => id.includes('CD-27CT/QLDD'))).not.toEqual([]);
  });
});

describe('the repair', () => {
  beforeEach(async () => {
    world = await aWorld('2024-03-15T08:00:00+07:00');
  });

  it('wakes ingest for a file whose event never came, once it is ten minutes old', async () => {
    await world.fileArrives({}, new Uint8Array([1]));
    await hour('2024-03-15T08:00:00+07:00');
    expect(world.waiting('arrivals')).toBe(0);
    await hour('2024-03-15T09:00:00+07:00');
    expect(world.waiting('arrivals')).toBe(1);
  });

  it('lists a file that had come but was not read as being processed, in the summary', async () => {
    world.setNow('2024-03-19T08:55:00+07:00');
    const upload = await world.fileArrives({ unit: 'KHTC' }, new Uint8Array([1]));
    await hour('2024-03-19T09:00:00+07:00');
    expect((await readManifest(world.store, run)).pending).toEqual([
      { upload: upload.upload, unit: 'KHTC', fileName: 'bao-cao.xlsx' },
    ]);
  });

  it('wakes deliver again for every mail that waits over ten minutes', async () => {
    await hour('2024-03-18T08:00:00+07:00');
    const waiting = world.waiting('outbox');
    await hour('2024-03-18T09:00:00+07:00');
    expect(world.waiting('outbox')).toBe(waiting + 13 + 2);
  });

  it('refuses an event that does not say which hour it is', async () => {
    await expect(createHandler(world)({})).rejects.toThrow('scheduledTime');
  });
});
