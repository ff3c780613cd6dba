import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/schedule/handler.ts';
import { queueReminders } from '../../../shared/office/chase/remind.ts';
import { inPages, WorkLeft } from '../../../shared/office/in-pages.ts';
import { readWatermark } from '../../../shared/records/runs.ts';
import { MemoryTable } from '../../doubles/memory-table.ts';
import { aLargeOffice } from './a-large-office.ts';

const clock = { now: () => '2024-03-18T01:00:20.000Z' };
const hour = '2024-03-18T01:00:00.000Z';

describe('work for many', () => {
  let table: MemoryTable;
  const items = Array.from({ length: 25 }, (_, n) => `U${String(n).padStart(2, '0')}`);
  const work = { name: 'w', items: items.toReversed(), pageSize: 10 };
  beforeEach(() => {
    table = new MemoryTable();
  });

  it('is done in the order of codes, and once done never again', async () => {
    const done: string[] = [];
    const page = async (some: readonly string[]) => void done.push(...some);
    await inPages({ table, clock }, work, page);
    await inPages({ table, clock }, { ...work, items: [...items, 'U99'] }, page);
    expect(done).toEqual(items);
  });

  it('goes on behind the last whole page, and repeats no more than one', async () => {
    const done: string[] = [];
    const failing = async (some: readonly string[]) => {
      done.push(...some);
      if (done.length > 10) throw new Error('killed');
    };
    await expect(inPages({ table, clock }, work, failing)).rejects.toThrow('killed');
    await inPages({ table, clock }, work, async (some) => void done.push(...some));
    expect(done).toEqual([...items.slice(0, 20), ...items.slice(10)]);
  });

  it('stops between two pages when the time is over, and says how much is left', async () => {
    let pages = 0;
    const page = async () => {
      pages += 1;
    };
    const run = (most: number) => inPages({ table, clock }, { ...work, isOver: () => pages >= most }, page);
    await expect(run(1)).rejects.toBeInstanceOf(WorkLeft);
    await expect(run(2)).rejects.toThrow('5 of 25 are left');
    await run(3);
    expect(pages).toBe(3);
  });
});

describe('a reminder day of 3,000 units', () => {
  it('killed ten times in the middle reminds each unit once, and no run starts from the first', async () => {
    const {
      world,
      regime,
      period,
      file,
      rows: stored,
    } = await aLargeOffice(3000, '2024-03-15T08:00:00.000Z');
    const filed = regime.units.filter((_, n) => n % 10 === 0);
    for (const { code } of filed) await file(code);
    let calls = 0;
    let killAt = 0;
    // A process that is killed does nothing more: whatever was under way in its page is cut off too.
    const killed = () => killAt > 0 && calls >= killAt;
    const send = async (body: string) => {
      calls += 1;
      if (killed()) throw new Error('killed');
      await world.outbox.send(body);
    };
    const reminder = { kind: 'reminder', period, at: hour, to: ['clerk'], words: null } as const;
    const due = { at: hour, lead: period.id, works: [reminder] };
    const run = () => queueReminders({ ...world, outbox: { send } }, regime, due);
    for (let kill = 1; kill <= 10; kill += 1) {
      killAt = calls + 260;
      await expect(run()).rejects.toThrow('killed');
    }
    killAt = 0;
    await run();
    await run();
    const reminded = world.outbox.bodies.map((body) => String(JSON.parse(body).outbox).split('/')[2] ?? '');
    const owing = regime.units.filter((_, n) => n % 10 !== 0).map(({ code }) => code);
    expect([...new Set(reminded)].sort()).toEqual(owing);
    // One row a mail, however often it was rung for: deliver sends a row once.
    const rows = stored().filter(({ pk }) => String(pk).startsWith('OUTBOX#reminder/'));
    expect(rows).toHaveLength(owing.length);
    expect(reminded.length - owing.length).toBeLessThanOrEqual(10 * 200);
  });
});

describe('an hour whose time is over', () => {
  it('leaves the watermark, fails so that it is asked for again, and is finished by the next', async () => {
    const { world, regime, setNow, rows } = await aLargeOffice(450, '2024-03-15T08:00:00.000Z');
    setNow('2024-03-18T01:00:20.000Z');
    let asked = 0;
    const short = {
      getRemainingTimeInMillis: () => {
        asked += 1;
        return asked > 2 ? 1000 : 900_000;
      },
    };
    const hourly = createHandler(world);
    await expect(hourly({ scheduledTime: hour }, short)).rejects.toMatchObject({
      errors: [expect.objectContaining({ code: 'WORK_LEFT' })],
    });
    const reminders = () => rows().filter(({ pk }) => String(pk).startsWith('OUTBOX#reminder/')).length;
    const before = reminders();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(450);
    expect(await readWatermark(world.table, regime.id)).toBe('2024-03-15T08:00:00.000Z');
    await hourly({ scheduledTime: hour });
    expect(reminders()).toBe(450);
    expect(await readWatermark(world.table, regime.id)).toBe(hour);
  });
});
