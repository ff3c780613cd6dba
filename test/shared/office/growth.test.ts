import { beforeAll, describe, expect, it } from 'vitest';
import { comingMails } from '../../../shared/office/chase/coming-mails.ts';
import { compareVersion } from '../../../shared/office/compare-version.ts';
import { listToDo } from '../../../shared/office/desk/to-do.ts';
import { listPeriods } from '../../../shared/office/list-periods.ts';
import { openDuty } from '../../../shared/office/open-duty.ts';
import { nextBoard, refreshOverviews } from '../../../shared/office/overview.ts';
import { readFilings, readReading, readVersion } from '../../../shared/records/filings.ts';
import { regimeKey as regimeKeyOf } from '../../../shared/records/keys.ts';
import { writeRegimeVersion } from '../../../shared/records/regimes.ts';
import { readUpload } from '../../../shared/records/uploads.ts';
import { firstView, largestAnswers, mostRequests } from '../../bench/board/first-view.ts';
import type { Metered } from '../../doubles/metered-table.ts';
import { aLargeOffice, type LargeOffice } from './a-large-office.ts';

const now = '2024-03-15T08:00:00.000Z';

async function filled(units: number): Promise<LargeOffice> {
  const office = await aLargeOffice(units, now);
  for (const { code } of office.regime.units.slice(0, Math.ceil(units * 0.8))) await office.file(code);
  return office;
}

/** What one unit's page asks of the table: its verdict beside its own reports, its duties, whether it may send. */
async function looksOf({ world, regime, period, file }: LargeOffice): Promise<Record<string, Metered>> {
  // It has filed before: what others count of it stays as it is.
  const [unit] = regime.units;
  if (!unit) throw new Error('no unit');
  const { upload } = await file(unit.code);
  const sender = { unit, regime, regimeHash: regime.hash };
  const during = (work: () => Promise<unknown>) => world.table.during(work);
  return {
    verdict: await during(async () => {
      const minted = await readUpload(world.table, upload);
      const version = minted && (await readVersion(world.table, minted));
      const reading = await readReading(world.store, { upload });
      if (!version || !reading) throw new Error('not recorded');
      await compareVersion(world, sender, version, reading);
    }),
    duty: await during(() =>
      Promise.all(regime.periods.map(({ id }) => readFilings(world.table, id, unit.code))),
    ),
    sending: await during(() => openDuty(world, sender, period.id)),
  };
}

const offices: LargeOffice[] = [];
beforeAll(async () => {
  for (const units of [14, 300, 3000]) offices.push(await filled(units));
});

describe('the office’s first view', () => {
  it('is as light and asks as little of three thousand units as of a page of them', async () => {
    const views = [];
    for (const office of offices) views.push(await firstView(office, now));
    for (const { board, toDo, requests } of views) {
      expect(board + toDo).toBeLessThanOrEqual(largestAnswers);
      expect(requests).toBeLessThanOrEqual(mostRequests);
    }
    const [few, some, many] = views.map(({ readUnits }) => readUnits);
    // All of three hundred are read; of three thousand a page, what was counted last, and who owes.
    expect(some).toBeLessThan((few ?? 0) + 300);
    expect(many).toBeLessThan((some ?? 0) + 300);
  });
});

describe('what one unit sees', () => {
  it('costs the same of fourteen units, of three hundred and of three thousand', async () => {
    const costs = [];
    for (const office of offices) costs.push(await looksOf(office));
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[2]).toEqual(costs[0]);
    // What was filed and decided stands in partitions of its own, and of before in the period’s.
    expect(costs[0]?.verdict?.requests).toBeLessThan(20);
  });
});

describe('the office’s board of very many units', () => {
  const units = 3000;
  let large: LargeOffice;
  beforeAll(async () => {
    [, , large] = offices as [LargeOffice, LargeOffice, LargeOffice];
    await refreshOverviews(large.world, large.regime, { now, isOver: () => false });
  });

  it('is a page at a time, as cheap as the page is small, and all of them once', async () => {
    const { world, regime, period } = large;
    const asked = { regime, period, now };
    let first: Awaited<ReturnType<typeof listPeriods>> = [];
    const look = await world.table.during(async () => {
      first = await listPeriods(world, { ...regime, periods: [period] });
    });
    const [board] = first;
    expect(board).toMatchObject({ asOf: now, rate: { expected: units, filed: 2400, missing: 600 } });
    expect(look.readUnits).toBeLessThan(60);
    const seen = board?.units.map(({ unit }) => unit.code) ?? [];
    const pages = await world.table.during(async () => {
      for (let next = board?.next ?? null; next !== null; ) {
        const page = await nextBoard(world.table, asked, next);
        seen.push(...page.units.map(({ unit }) => unit.code));
        ({ next } = page);
      }
    });
    expect(seen).toEqual(regime.units.map(({ code }) => code));
    // Of 10,000 units it may come to 1,500 read units.
    expect(look.readUnits + pages.readUnits).toBeLessThan((1500 * units) / 10_000);
  });

  it('has a list of what waits that costs what the board does, and one look at marked addresses', async () => {
    const { world, regime, period } = large;
    const only = { ...regime, periods: [period] };
    const board = await world.table.during(() => listPeriods(world, only).then(() => {}));
    const list = await world.table.during(() => listToDo(world, only).then(() => {}));
    expect(list).toEqual({ ...board, requests: board.requests + 1, readUnits: board.readUnits + 1 });
  });

  it('says as of when its counts are, which follow within the hour; the units are as of now', async () => {
    const office = await filled(1100);
    const { world, regime, period } = office;
    const [few] = regime.units.slice(-1);
    await refreshOverviews(world, regime, { now, isOver: () => false });
    await office.file(few?.code ?? '');
    const later = { regime, period, now: '2024-03-15T09:00:00.000Z' };
    const rateOf = async () => (await listPeriods(world, { ...regime, periods: [period] }))[0]?.rate.filed;
    expect(await rateOf()).toBe(880);
    const last = await nextBoard(world.table, later, regime.units.at(-2)?.code ?? '');
    expect(last.units.map(({ status }) => status)).toEqual(['on-time']);
    await refreshOverviews(world, regime, { now: later.now, isOver: () => false });
    expect(await rateOf()).toBe(881);
  });

  it('is counted anew once a day behind the lock, where a unit may still ask and be let in', async () => {
    const office = await filled(1100);
    const { world, period } = office;
    const regime = { ...office.regime, periods: [{ ...period, lock: '2024-03-14' }] };
    const count = (at: string) => refreshOverviews(world, regime, { now: at, isOver: () => false });
    const filed = async () => (await listPeriods(world, regime))[0]?.rate.filed;
    await refreshOverviews(world, office.regime, { now, isOver: () => false });
    await office.file(regime.units.at(-1)?.code ?? '');
    await count('2024-03-16T07:59:00.000Z');
    expect(await filed()).toBe(880);
    await count('2024-03-16T08:00:00.000Z');
    expect(await filed()).toBe(881);
  });
});

describe('the mails to come', () => {
  it('cost one reading of each period that they speak of, however many hours there are', async () => {
    const office = await filled(600);
    const { world, regime, period } = office;
    const until = '2024-06-13T00:00:00.000Z';
    const apply = async (workingDays: number[]) => {
      const hash = String(workingDays.length).padStart(64, '0');
      const { hash: _, ...rest } = regime;
      const changed = { ...rest, reminders: { at: regime.reminders.at, workingDays } };
      await writeRegimeVersion(world.store, hash, changed);
      await world.table.update(regimeKeyOf(regime.id), { set: { hash } });
    };
    const hours = async (workingDays: number[]) => {
      await apply(workingDays);
      let mails = 0;
      const read = await world.table.during(async () => {
        mails = (await comingMails(world, until, regime.id)).mails.filter(
          ({ kind, periods }) => kind === 'reminder' && periods.includes(period.id),
        ).length;
      });
      return { mails, readUnits: read.readUnits };
    };
    const [few, many] = [await hours([0]), await hours([0, 1, 2, 3, 5, 8])];
    expect(few.mails).toBe(1);
    expect(many.mails).toBeGreaterThan(few.mails + 3);
    expect(many.readUnits).toBe(few.readUnits);
  });
});
