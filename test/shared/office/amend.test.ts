import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyRegime, compareRegime } from '../../../infra/admin/regime.ts';
import { amend, bringIntoForce, type WantedChange } from '../../../shared/office/amend.ts';
import { openDuty } from '../../../shared/office/open-duty.ts';
import { regimesInForce } from '../../../shared/office/regimes-in-force.ts';
import { readMessage, readWaiting } from '../../../shared/records/outbox.ts';
import { aWorld, type World } from '../../functions/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld('2024-03-15T08:00:00+07:00');
});
afterEach(() => world.stop());

const signed = { actor: 'office:VANPHONG', link: 'abcdef012345', recipient: 'VANPHONG' };
const inForce = async () => {
  const [regime] = await regimesInForce(world);
  if (!regime) throw new Error('no regime is in force');
  return regime;
};
const unitNow = async (code: string) => (await inForce()).units.find((unit) => unit.code === code);
const waiting = async () =>
  (await readWaiting(world.table, '2030-01-01T00:00:00Z')).map(({ id }) => id).toSorted();

async function changed(change: WantedChange, reason = 'Đổi cán bộ phụ trách') {
  const made = await amend(world, await inForce(), change, { ...signed, reason });
  await bringIntoForce(world, made);
  return made;
}

describe('where a unit is reached', () => {
  const change = {
    kind: 'contact',
    unit: 'QLDD',
    email: 'moi@units.example',
    phone: '0205 3812 345',
  } as const;

  it('changes, the old address is told, and the new one gets a link', async () => {
    const before = await unitNow('QLDD');
    const { amendment } = await changed(change);
    expect(await unitNow('QLDD')).toMatchObject({ email: change.email, phone: change.phone });
    expect(await waiting()).toEqual([
      `amendment/${amendment}`,
      `amendment/${amendment}/QLDD`,
      `invitation/amendment/${amendment}/QLDD`,
    ]);
    const notice = await readMessage(world.table, `amendment/${amendment}/QLDD`);
    expect(notice?.message).toMatchObject({ email: before?.email });
  });

  it('stays through the next version of the admin, whose comparison names it', async () => {
    await changed(change);
    const { regime } = world;
    const { kept, changes } = await compareRegime(world.system, regime);
    expect(kept.map(({ change: held }) => held)).toEqual([change]);
    expect(changes).toEqual([]);
    await applyRegime(world.system, { ...regime, linkDays: regime.linkDays + 1 });
    expect(await inForce()).toMatchObject({ linkDays: regime.linkDays + 1 });
    expect(await unitNow('QLDD')).toMatchObject({ email: change.email });
  });

  it('goes back to what the regime says when it is taken back, and the address between is told', async () => {
    const before = await unitNow('QLDD');
    const { amendment } = await changed(change);
    const undo = await changed({ kind: 'undo', undone: amendment }, 'Nhầm đơn vị');
    expect(await unitNow('QLDD')).toEqual(before);
    const notice = await readMessage(world.table, `amendment/${undo.amendment}/QLDD`);
    expect(notice?.message).toMatchObject({ email: change.email });
    await expect(changed({ kind: 'undo', undone: amendment })).rejects.toMatchObject({
      code: 'DECISION_GONE',
    });
  });

  it('said twice is one change, and brought into force twice mails nobody again', async () => {
    const regime = await inForce();
    const first = await amend(world, regime, change, { ...signed, reason: 'x' });
    world.setNow('2024-03-15T08:00:05+07:00');
    expect(await amend(world, regime, change, { ...signed, reason: 'x' })).toEqual(first);
    await bringIntoForce(world, first);
    const mails = await waiting();
    await bringIntoForce(world, first);
    expect(await waiting()).toEqual(mails);
  });

  it.each([
    ['an unknown unit', { ...change, unit: 'XXX' }, 'UNIT_UNKNOWN'],
    ['what is so already', { kind: 'contact', unit: 'QLDD' } as const, 'CONTACT_UNCHANGED'],
    [
      'a change that there is not',
      { kind: 'undo', undone: '01HS1QMP000000000000000000' } as const,
      'AMENDMENT_UNKNOWN',
    ],
  ])('refuses %s', async (_, wanted, code) => {
    await expect(changed(wanted)).rejects.toMatchObject({ code });
    expect(await waiting()).toEqual([]);
  });
});

describe('a report that nobody foresaw', () => {
  const duty = {
    kind: 'duty',
    title: 'Báo cáo nhanh về tiếp công dân',
    due: '2024-03-22',
    units: ['QLDD', 'TTRA'],
    asks: 'text',
  } as const;

  it('is owed by the units named at once, each of which gets form and link; by no other', async () => {
    const made = await changed(duty, 'Theo yêu cầu của UBND tỉnh');
    const regime = await inForce();
    const period = regime.periods.find(({ id }) => id === 'DX-2024-01');
    expect(period).toMatchObject({ kind: 'review', deadline: { rule: 'by', date: '2024-03-22' } });
    const sender = (code: string) => {
      const unit = regime.units.find((each) => each.code === code);
      if (!unit) throw new Error(`no unit ${code}`);
      return { unit, regime, regimeHash: regime.hash };
    };
    await openDuty(world, sender('QLDD'), 'DX-2024-01');
    await expect(openDuty(world, sender('VPS'), 'DX-2024-01')).rejects.toMatchObject({
      code: 'PERIOD_UNKNOWN',
    });
    const at = new Date(made.madeAt).toISOString();
    expect(await waiting()).toEqual([
      `amendment/${made.amendment}`,
      `announcement/DX-2024-01/QLDD/${at}`,
      `announcement/DX-2024-01/TTRA/${at}`,
    ]);
  });

  it('is owed no more once it is taken back, and they are told; the next has a number of its own', async () => {
    const made = await changed(duty);
    const undo = await changed({ kind: 'undo', undone: made.amendment }, 'Đã hoãn');
    expect((await inForce()).periods.some(({ id }) => id === 'DX-2024-01')).toBe(false);
    expect(await waiting()).toEqual(
      expect.arrayContaining([`amendment/${undo.amendment}/QLDD`, `amendment/${undo.amendment}/TTRA`]),
    );
    await changed({ ...duty, title: 'Báo cáo khác', units: null, asks: 'figures' });
    expect((await inForce()).periods.at(-1)).toMatchObject({ id: 'DX-2024-02', kind: 'periodic' });
  });

  it.each([
    ['a day that is over', { ...duty, due: '2024-03-14' }, 'DATE_INVALID'],
    ['no title', { ...duty, title: ' ' }, 'TITLE_MISSING'],
    ['an unknown unit', { ...duty, units: ['XXX'] }, 'UNIT_UNKNOWN'],
  ])('refuses %s', async (_, wanted, code) => {
    await expect(changed(wanted)).rejects.toMatchObject({ code });
  });
});
