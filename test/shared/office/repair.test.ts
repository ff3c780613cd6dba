import { beforeEach, describe, expect, it } from 'vitest';
import { repair } from '../../../shared/office/repair.ts';
import { newUlid } from '../../../shared/ports/randomness.ts';
import { inboxObject } from '../../../shared/records/keys.ts';
import { putMessage } from '../../../shared/records/outbox.ts';
import { putUpload } from '../../../shared/records/uploads.ts';
import { aLargeOffice, type LargeOffice } from './a-large-office.ts';

const begin = '2024-03-15T08:00:00.000Z';
const hours = (n: number) => new Date(Date.parse(begin) + n * 3_600_000).toISOString();

describe('the repair of an hour', () => {
  let office: LargeOffice;
  beforeEach(async () => {
    office = await aLargeOffice(3, begin);
  });
  const woken = () => office.world.arrivals.bodies.map((body) => JSON.parse(body).detail.object.key);
  const asked = async (at: string) =>
    (await office.world.table.during(() => repair(office.world, at))).requests;

  /** A link minted at `at`; `came`: whether its file was stored. */
  async function minted(at: string, came: boolean): Promise<string> {
    office.setNow(at);
    const upload = newUlid(office.world.randomBytes, Date.parse(at));
    const { regime, period } = office;
    await putUpload(office.world.table, {
      ...{ upload, regime: regime.id, regimeHash: regime.hash, period: period.id, unit: 'U000001' },
      ...{ fileName: 'a.xlsx', size: 1, sha256: 'c'.repeat(64), contentType: 'x', sender: null },
      ...{ mintedAt: at, expiresAt: new Date(Date.parse(at) + 3_600_000).toISOString() },
    });
    if (came) await office.world.store.put(inboxObject(upload), 'x', 'x');
    return upload;
  }

  it('looks no more at what is settled, and at the rest as long as something may come of it', async () => {
    await office.file('U000000');
    await minted(begin, false);
    const first = await asked(hours(2));
    expect(await asked(hours(3))).toBeLessThan(first);
    const lost = await minted(hours(3), true);
    for (const hour of [4, 5, 6]) await repair(office.world, hours(hour));
    expect(woken()).toEqual(Array(3).fill(inboxObject(lost)));
  });

  it('looks no more at what is settled though a later link of the same day lives, and at what is lost between them', async () => {
    for (const unit of ['U000000', 'U000001', 'U000002']) await office.file(unit);
    const lost = await minted(hours(0.1), true);
    await minted(hours(2), false);
    const first = await asked(hours(2.1));
    const second = await asked(hours(2.2));
    expect(second).toBeLessThan(first);
    expect(await asked(hours(2.3))).toBe(second);
    expect(woken()).toEqual(Array(3).fill(inboxObject(lost)));
  });

  it('asks for no more days after weeks without a file than after one', async () => {
    await office.file('U000000');
    const day = 24;
    const asking: number[] = [];
    for (let hour = 2; hour <= 20 * day; hour += day) asking.push(await asked(hours(hour)));
    expect(asking.at(-1)).toBe(asking[2]);
    const lost = await minted(hours(20 * day), true);
    await repair(office.world, hours(20 * day + 1));
    expect(woken()).toEqual([inboxObject(lost)]);
  });

  it('looks six weeks back as long as it has settled nothing: an import may bring what is older', async () => {
    for (const hour of [0, 24, 48]) await repair(office.world, hours(hour));
    const lost = await minted(hours(-24 * 20), true);
    await repair(office.world, hours(49));
    expect(woken()).toEqual([inboxObject(lost)]);
  });

  it('finds what is minted late into a moment that was looked at already', async () => {
    await office.file('U000000');
    await repair(office.world, hours(0.5));
    const late = await minted(begin, true);
    await repair(office.world, hours(0.9));
    expect(woken()).toEqual([inboxObject(late)]);
  });

  it.each([
    ['before any hour ran at all', null],
    ['after an hour that settled what there was', 2],
  ])('finds a file whose event was lost, though no hour ran for ten days, %s', async (_, ran) => {
    if (ran !== null) {
      await office.file('U000000');
      await repair(office.world, hours(ran));
    }
    const lost = await minted(hours(3), true);
    for (const hour of [240, 241]) await repair(office.world, hours(hour));
    expect(woken()).toEqual(Array(2).fill(inboxObject(lost)));
  });

  it('leaves alone what came within the last ten minutes, and measures what waits', async () => {
    const { world } = office;
    const minute = 1 / 60;
    const lost = await minted(hours(0), true);
    await minted(hours(minute), true);
    const summary = { kind: 'summary', run: 'r', recipient: 'VANPHONG' } as const;
    const waiting = [
      ...[-55, -50, -50.5, 0].map((minutes) => [`summary/r/${minutes}`, minutes] as const),
      ['issued-report/r', -70],
      ['verdict/1', -90],
      ['bundle/r/1', -1],
      ['verdict/2', 1],
    ] as const;
    for (const [id, minutes] of waiting) await putMessage(world.table, id, summary, hours(minutes * minute));
    world.metrics.recorded.length = 0;
    await repair(world, hours(10 * minute));
    expect(woken()).toEqual([inboxObject(lost)]);
    expect(world.metrics.recorded).toEqual([
      ...['FilesWaiting 1', 'MailsWaiting 6', 'OldestMailSeconds 6000'],
      // Longer than an hour: not the one that waits since exactly then, and no receipt.
      'SummariesNotGone 3',
    ]);
    const rung = world.outbox.sent.map(({ body, delaySeconds }) => [JSON.parse(body).outbox, delaySeconds]);
    expect(rung).toHaveLength(6);
    expect(rung).toContainEqual(['bundle/r/1', 300]);
    expect(rung).toContainEqual(['verdict/1', undefined]);
  });

  it('measures that nothing waits, and no summary that has not gone', async () => {
    await repair(office.world, hours(1));
    expect(office.world.metrics.recorded).toEqual([
      'FilesWaiting 0',
      'MailsWaiting 0',
      'OldestMailSeconds 0',
    ]);
  });

  it('goes on in the next hour where its time was over, and begins again behind the last', async () => {
    const lost = [await minted(hours(0), true), await minted(hours(30), true)];
    const run = async (at: number, isOver: boolean) => {
      office.world.arrivals.bodies.length = 0;
      await repair(office.world, hours(at), () => isOver);
      return woken();
    };
    const [first, second] = lost.map(inboxObject);
    expect(await run(31, true)).toEqual([first]);
    expect(await run(32, false)).toEqual([second]);
    expect(await run(33, false)).toEqual([first, second]);
  });

  it('rings for the five thousand mails that wait longest, so that a flood does not fill the queue anew', async () => {
    const { world } = office;
    const about = { kind: 'summary', run: 'r', recipient: 'VANPHONG' } as const;
    for (let n = 0; n < 5002; n += 1) {
      await putMessage(world.table, `m${n}`, about, new Date(Date.parse(begin) - n).toISOString());
    }
    await repair(world, hours(1));
    const rung = new Set(world.outbox.bodies.map((body) => JSON.parse(body).outbox));
    expect(rung.size).toBe(5000);
    expect([rung.has('m5001'), rung.has('m0'), rung.has('m1')]).toEqual([true, false, false]);
  });
});
