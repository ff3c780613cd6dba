import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyRegime, compareRegime } from '../../../../infra/admin/regime.ts';
import { amend, type WantedChange } from '../../../../shared/office/amend/amend.ts';
import { bringIntoForce } from '../../../../shared/office/amend/bring-into-force.ts';
import { finishAmendments } from '../../../../shared/office/amend/finish-amendments.ts';
import { baseInForce } from '../../../../shared/office/amend/regime-versions.ts';
import { openDuty } from '../../../../shared/office/open-duty.ts';
import { regimesInForce } from '../../../../shared/office/regimes-in-force.ts';
import { putAmendment, readAmendments } from '../../../../shared/records/amendments.ts';
import { issueLink, openLink } from '../../../../shared/records/links.ts';
import { readMessage, readWaiting } from '../../../../shared/records/outbox.ts';
import { type CurrentRegime, claimPeriod, readCurrentRegime } from '../../../../shared/records/regimes.ts';
import { sentOnSchedule } from '../../../../shared/regime/recipients.ts';
import { aWorld, type World } from '../../../functions/a-world.ts';
import { written } from '../../../functions/written.ts';

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

/** To which address deliver writes the mail of this row. */
async function noticeTo(id: string): Promise<string | undefined> {
  const row = await readMessage(world.table, id);
  return (row && (await written({ ...world, portalUrl: 'https://portal.example' }, row)))?.mail.to;
}

/** What deliver writes of this row. */
async function saidBy(id: string): Promise<string> {
  const row = await readMessage(world.table, id);
  const letter = row && (await written({ ...world, portalUrl: 'https://portal.example' }, row));
  return `${letter?.mail.subject} ${letter?.mail.text}`.replace(/\s+/g, ' ');
}

/** As the portal has it. */
async function regimeNow() {
  const { hash: _, ...regime } = await inForce();
  return regime;
}

async function changed(change: WantedChange, reason = 'Đổi cán bộ phụ trách') {
  const made = await amend(world, await regimeNow(), change, { ...signed, reason });
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
    expect(await noticeTo(`amendment/${amendment}/QLDD`)).toBe(before?.email);
    const invitation = await readMessage(world.table, `invitation/amendment/${amendment}/QLDD`);
    expect(invitation?.message).toEqual({ kind: 'invitation', regime: world.regime.id, unit: 'QLDD' });
  });

  it('keeps its links, and gets no other, where its telephone number alone changes', async () => {
    const holder = { kind: 'unit', unit: 'QLDD' } as const;
    const of = { regime: world.regime.id, holder, expiresAt: '2024-12-01T00:00:00Z' };
    const issued = { ...of, issuedAt: '2024-03-01T00:00:00Z' };
    const { token } = await issueLink(world.table, issued, world.randomBytes);
    const { amendment } = await changed({ kind: 'contact', unit: 'QLDD', phone: change.phone });
    expect(await waiting()).toEqual([`amendment/${amendment}`, `amendment/${amendment}/QLDD`]);
    expect(await openLink(world.table, token, world.now())).toMatchObject({ holder });
  });

  it('has its telephone number taken away, and given again where that is taken back', async () => {
    await changed({ kind: 'contact', unit: 'QLDD', phone: change.phone });
    const { amendment } = await changed({ kind: 'contact', unit: 'QLDD', phone: '' });
    expect(await unitNow('QLDD')).not.toHaveProperty('phone');
    await expect(changed({ kind: 'contact', unit: 'QLDD', phone: '' }, 'Lần nữa')).rejects.toMatchObject({
      code: 'CONTACT_UNCHANGED',
    });
    await changed({ kind: 'undo', undone: amendment });
    expect(await unitNow('QLDD')).toMatchObject({ phone: change.phone });
  });

  it('comes into force though the portal died when it was on record, within the next hours, and once', async () => {
    world.breakCalls(({ service, action, phase }) => {
      const isOutbox = service === 'dynamodb' && action === 'dynamodb:PutItem' && phase === 'before';
      return isOutbox && puts++ === 1 ? 'hang-up' : 'continue';
    });
    let puts = 0;
    await expect(amend(world, await regimeNow(), change, { ...signed, reason: 'Đổi' })).rejects.toThrow();
    world.breakCalls(null);
    const [made] = await readAmendments(world.table, world.regime.id);
    expect(await waiting()).toEqual([]);
    // The hour in which it was made had looked already.
    await finishAmendments(world, world.regime.id, '2024-03-15T03:00:00Z');
    expect(await waiting()).toEqual([]);
    await finishAmendments(world, world.regime.id, '2024-03-15T02:00:00Z');
    expect(await waiting()).toEqual([`amendment/${made?.amendment}`]);
    const woken = world.waiting('outbox');
    await finishAmendments(world, world.regime.id, '2024-03-15T02:00:00Z');
    expect(world.waiting('outbox')).toBe(woken);
    expect((await readMessage(world.table, `amendment/${made?.amendment}`))?.message).toMatchObject({
      recipient: 'VANPHONG',
    });
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
    expect(await noticeTo(`amendment/${undo.amendment}/QLDD`)).toBe(change.email);
    await expect(changed({ kind: 'undo', undone: amendment })).rejects.toMatchObject({
      code: 'DECISION_GONE',
    });
  });

  it('said twice is one change, and brought into force twice mails nobody again', async () => {
    const regime = await regimeNow();
    const first = await amend(world, regime, change, { ...signed, reason: 'x' });
    world.setNow('2024-03-15T08:00:05+07:00');
    expect(await amend(world, regime, change, { ...signed, reason: 'x' })).toEqual(first);
    await bringIntoForce(world, first);
    const mails = await waiting();
    await bringIntoForce(world, first);
    expect(await waiting()).toEqual(mails);
  });

  it('said again later, after it was taken back or overtaken, is another', async () => {
    const other = { kind: 'contact', unit: 'QLDD', email: 'khac@units.example' } as const;
    for (const each of [change, other, change, other]) await changed(each);
    expect(await unitNow('QLDD')).toMatchObject({ email: other.email });
    const { amendment } = await changed(change);
    await changed({ kind: 'undo', undone: amendment });
    await changed(change);
    expect(await unitNow('QLDD')).toMatchObject({ email: change.email });
  });

  it('is only what differs: what is left out stays the regime’s to say', async () => {
    const { amendment } = await changed({ kind: 'contact', unit: 'QLDD', phone: '0205 3812 999' });
    // Nobody is told of another address, or of a new link.
    expect(await saidBy(`amendment/${amendment}/QLDD`)).toMatch(/số điện thoại.*0205 3812 999.*không đổi/);
    expect(await saidBy(`amendment/${amendment}`)).toMatch(/0205 3812 999.*các liên kết không đổi/);
    const units = world.regime.units.map((unit) =>
      unit.code === 'QLDD' ? { ...unit, email: 'moi-nua@units.example' } : unit,
    );
    await applyRegime(world.system, { ...world.regime, units });
    expect(await unitNow('QLDD')).toMatchObject({ email: 'moi-nua@units.example', phone: '0205 3812 999' });
  });

  it('ends the links that were sent to the old address, and no newer one', async () => {
    const sent = async (at: string) => {
      const holder = { kind: 'unit', unit: 'QLDD' } as const;
      const about = { regime: world.regime.id, holder, issuedAt: at, expiresAt: '2024-12-01T00:00:00Z' };
      return (await issueLink(world.table, about, world.randomBytes)).token;
    };
    const old = await sent('2024-03-01T00:00:00Z');
    await changed(change);
    const fresh = await sent(world.now());
    await expect(openLink(world.table, old, world.now())).rejects.toMatchObject({ code: 'LINK_REVOKED' });
    expect(await openLink(world.table, fresh, world.now())).toMatchObject({ holder: { unit: 'QLDD' } });
  });

  it('taken back and restored, is as if never taken back', async () => {
    const { amendment } = await changed(change);
    const undo = await changed({ kind: 'undo', undone: amendment }, 'Nhầm');
    const redo = await changed({ kind: 'undo', undone: undo.amendment }, 'Không nhầm');
    expect(await unitNow('QLDD')).toMatchObject({ email: change.email });
    for (const each of [undo, redo])
      expect(await bringIntoForce(world, each)).toMatchObject({ root: { amendment } });
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

const duty = {
  kind: 'duty',
  title: 'Báo cáo nhanh về tiếp công dân',
  due: '2024-03-22',
  units: ['QLDD', 'TTRA'],
  asks: 'text',
} as const;

describe('said again by the same person for the same reason, before it is in force', () => {
  const email = { kind: 'contact', unit: 'QLDD', email: 'moi@units.example' } as const;
  const phone = { kind: 'contact', unit: 'QLDD', phone: '0205 3812 345' } as const;
  const undo = (of: string) => ({ kind: 'undo', undone: of }) as const;

  /** How many changes are on record after the one, then the other. */
  async function both(first: WantedChange, second: WantedChange, by: Partial<typeof signed> = {}) {
    const regime = await regimeNow();
    await amend(world, regime, first, { ...signed, reason: 'x' });
    await amend(world, regime, second, { ...signed, ...by, reason: 'x' });
    return (await readAmendments(world.table, regime.id)).map(({ change }) => change);
  }

  it.each<[string, WantedChange, WantedChange]>([
    ['an address', email, email],
    ['a telephone number', phone, phone],
    ['a report, its units in another order', duty, { ...duty, units: ['TTRA', 'QLDD'] }],
    ['a report of everybody', { ...duty, units: null }, { ...duty, units: null }],
  ])('%s is one', async (_, first, second) => {
    expect(await both(first, second)).toHaveLength(1);
  });

  it.each<[string, WantedChange, WantedChange]>([
    ['another address', email, { ...email, email: 'khac@units.example' }],
    ['an address beside the number that was changed', phone, { ...phone, email: email.email }],
    ['a number beside the address that was changed', email, { ...email, phone: phone.phone }],
    ['another number', phone, { ...phone, phone: '0205 3812 999' }],
    ['another unit’s address', email, { ...email, unit: 'VPS' }],
    ['another unit’s number', phone, { ...phone, unit: 'VPS' }],
    ['a report after an address', email, duty],
    ['an address after a report', duty, email],
    ['another report', duty, { ...duty, title: 'Báo cáo khác' }],
    ['a report with figures', duty, { ...duty, asks: 'figures' }],
  ])('%s is another', async (_, first, second) => {
    expect(await both(first, second)).toHaveLength(2);
  });

  it.each<[string, Partial<typeof duty> | object]>([
    ['another day', { due: '2024-03-25' }],
    ['other units', { units: ['QLDD'] }],
    ['everybody', { units: null }],
  ])('a report of the same name with %s is refused, and not taken for it', async (_, other) => {
    await expect(both(duty, { ...duty, ...other })).rejects.toMatchObject({ code: 'TITLE_TAKEN' });
  });

  it('by somebody else it is another', async () => {
    expect(await both(email, email, { actor: 'office:LANHDAO' })).toHaveLength(2);
  });

  it('a taking back is one, of another change it is another', async () => {
    const regime = await regimeNow();
    const say = (wanted: WantedChange) => amend(world, regime, wanted, { ...signed, reason: 'x' });
    const [one, other] = [await say(email), await say(phone)];
    const back = await say(undo(other.amendment));
    expect(await say(undo(other.amendment))).toEqual(back);
    expect((await say(undo(one.amendment))).change).toEqual(undo(one.amendment));
    expect((await say(email)).change).toEqual(email);
  });

  it('says no more than what differs, with its reason as it was meant', async () => {
    const [{ email: known = '' } = {}] = world.regime.units.filter(({ code }) => code === 'QLDD');
    const made = await amend(
      world,
      await regimeNow(),
      { ...phone, email: known },
      { ...signed, reason: ' Đổi số ' },
    );
    expect(made).toMatchObject({ reason: 'Đổi số', actor: 'office:VANPHONG', regime: world.regime.id });
    expect(made.change).toEqual(phone);
    await expect(amend(world, world.regime, email, { ...signed, reason: '  ' })).rejects.toMatchObject({
      code: 'REASON_MISSING',
    });
  });
});

describe('what is to come into force', () => {
  const moved = (email: string) => ({ kind: 'contact', unit: 'QLDD', email }) as const;

  it('is nothing where there is no such regime or no such change', async () => {
    const regime = world.regime.id;
    expect(await bringIntoForce(world, { regime: 'khac', amendment: 'x' })).toBeNull();
    expect(await bringIntoForce(world, { regime, amendment: '01HS1QMP000000000000000000' })).toBeNull();
  });

  it('tells each address between of its own change, in whatever order they come', async () => {
    const regime = await regimeNow();
    const [first, second] = [
      await amend(world, regime, moved('hai@units.example'), { ...signed, reason: 'x' }),
      await amend(world, regime, moved('ba@units.example'), { ...signed, reason: 'x' }),
    ];
    const late = await bringIntoForce(world, second);
    expect(late).toMatchObject({ root: null, concerned: [{ before: 'hai@units.example' }] });
    const holder = { kind: 'unit', unit: 'QLDD' } as const;
    const of = { regime: regime.id, holder, expiresAt: '2024-12-01T00:00:00Z' };
    const { token } = await issueLink(world.table, { ...of, issuedAt: first.madeAt }, world.randomBytes);
    const early = await bringIntoForce(world, first);
    expect(early?.concerned).toMatchObject([{ unit: { email: 'hai@units.example' } }]);
    expect(await noticeTo(`amendment/${first.amendment}/QLDD`)).toBe('qldd@units.example');
    // It is not older than the change that was brought into force late.
    expect(await openLink(world.table, token, world.now())).toMatchObject({ holder });
  });

  it('tells nobody of what was taken back before its turn came', async () => {
    const regime = await regimeNow();
    const made = await amend(world, regime, moved('hai@units.example'), { ...signed, reason: 'x' });
    const undo = { kind: 'undo', undone: made.amendment } as const;
    const back = await amend(world, regime, undo, { ...signed, reason: 'Nhầm' });
    await bringIntoForce(world, made);
    expect(await waiting()).toEqual([`amendment/${back.amendment}`, `amendment/${made.amendment}`].sort());
  });

  it('is the same version where nothing differs, with the admin’s own kept beside it', async () => {
    await changed(moved('hai@units.example'));
    const current = await readCurrentRegime(world.table, world.regime.id);
    expect(current?.base).not.toBe(current?.hash);
    expect((await baseInForce(world, current as CurrentRegime)).units).toEqual(world.regime.units);
    world.setNow('2024-03-16T08:00:00+07:00');
    await applyRegime(world.system, world.regime);
    expect(await readCurrentRegime(world.table, world.regime.id)).toEqual(current);
  });
});

describe('a report that nobody foresaw', () => {
  it('bears no name that a report has already, and is not restored beside one that has it since', async () => {
    const { title } = (await inForce()).periods.find(({ kind }) => kind === 'review') ?? {};
    const taken = { code: 'TITLE_TAKEN' };
    await expect(changed({ ...duty, title: title?.vi.toUpperCase() ?? '' })).rejects.toMatchObject(taken);
    const { amendment } = await changed(duty);
    await expect(changed(duty, 'Lần nữa')).rejects.toMatchObject(taken);
    const { amendment: undo } = await changed({ kind: 'undo', undone: amendment }, 'Nhầm');
    await changed(duty, 'Theo yêu cầu khác');
    await expect(changed({ kind: 'undo', undone: undo }, 'Khôi phục')).rejects.toMatchObject(taken);
  });

  it('bears no name of one that was opened a moment ago and is not in force yet', async () => {
    const regime = await regimeNow();
    await amend(world, regime, duty, { ...signed, reason: 'Theo yêu cầu' });
    const again = amend(world, regime, duty, { ...signed, reason: 'Lần nữa' });
    await expect(again).rejects.toMatchObject({ code: 'TITLE_TAKEN' });
  });

  it('is taken back on the page where two got on record by the same name, which no file mends', async () => {
    const base = await regimeNow();
    const made = await changed(duty);
    if (made.change.kind !== 'duty') throw new Error('no duty');
    const [amendment, period] = [
      `${made.amendment.slice(0, -4)}ZZZZ`,
      { ...made.change.period, id: 'DX-2024-02' },
    ];
    await putAmendment(world.table, { ...made, amendment, change: { kind: 'duty', period } }, 1);
    await expect(applyRegime(world, base)).rejects.toThrow('take one back on the office’s page');
  });

  it('keeps an admin from giving its name to another', async () => {
    await changed(duty);
    const base = await regimeNow();
    const periods = base.periods
      .filter(({ id }) => !id.startsWith('DX-'))
      .map((period) => (period.kind === 'review' ? { ...period, aliases: [duty.title] } : period));
    await expect(applyRegime(world, { ...base, periods })).rejects.toMatchObject({ code: 'REGIME_FAULT' });
    await expect(compareRegime(world, { ...base, periods })).rejects.toMatchObject({ code: 'REGIME_FAULT' });
  });

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

  it.each([
    ['at the hour of openings, where that is still to come', '07:10', '08:00'],
    ['at once, where that is over', '09:10', '09:10'],
  ])('is announced %s', async (_, opened, announced) => {
    world.setNow(`2024-03-15T${opened}:00+07:00`);
    await changed(duty);
    const at = new Date(`2024-03-15T${announced}:00+07:00`).toISOString();
    expect(await waiting()).toContain(`announcement/DX-2024-01/QLDD/${at}`);
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

  it('asked for by two at once is two, each with its number; asked for twice by one it is one', async () => {
    const regime = await regimeNow();
    const ask = (title: string) => amend(world, regime, { ...duty, title }, { ...signed, reason: 'x' });
    const both = await Promise.all([ask('Một'), ask('Hai')]);
    expect(await ask('Hai')).toEqual(
      both.find(({ change }) => change.kind === 'duty' && change.period.title.vi === 'Hai'),
    );
    for (const made of both) await bringIntoForce(world, made);
    const opened = (await inForce()).periods.filter(({ id }) => id.startsWith('DX-'));
    expect(opened.map(({ id }) => id)).toEqual(['DX-2024-01', 'DX-2024-02']);
    await applyRegime(world.system, { ...world.regime, linkDays: 99 });
    expect((await inForce()).periods.filter(({ id }) => id.startsWith('DX-'))).toHaveLength(2);
  });

  it('pressed twice at once is one', async () => {
    const regime = await regimeNow();
    const ask = () => amend(world, regime, duty, { ...signed, reason: 'x' });
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(one).toEqual(other);
  });

  it('keeps nothing from coming into force where another regime took its number', async () => {
    const made = await amend(world, await regimeNow(), duty, { ...signed, reason: 'x' });
    await claimPeriod(world.table, 'DX-2024-01', 'another-regime');
    await bringIntoForce(world, made);
    await changed({ kind: 'contact', unit: 'QLDD', email: 'moi@units.example' });
    expect(await unitNow('QLDD')).toMatchObject({ email: 'moi@units.example' });
    await changed({ ...duty, title: 'Khác' });
    expect((await inForce()).periods.at(-1)?.id).toBe('DX-2024-02');
  });

  it('never goes above the office by itself', async () => {
    await applyRegime(world.system, { ...world.regime, upward: 'on-schedule' });
    await changed(duty);
    const regime = await inForce();
    const [period] = regime.periods.filter(({ id }) => id === 'DX-2024-01');
    const [other] = regime.periods;
    if (!period || !other) throw new Error('a period is missing');
    expect(sentOnSchedule(regime, period)).toEqual([]);
    expect(sentOnSchedule(regime, other)).not.toEqual([]);
  });

  it('is announced once, at the schedule’s own hour where that is still to come', async () => {
    const { regime } = world;
    await applyRegime(world.system, { ...regime, reminders: { ...regime.reminders, opening: true } });
    world.setNow('2024-03-16T07:10:00+07:00');
    await changed({ ...duty, units: ['QLDD'] });
    const monday = new Date('2024-03-18T08:00:00+07:00').toISOString();
    expect(await waiting()).toContain(`announcement/DX-2024-01/QLDD/${monday}`);
  });

  it('may be due today', async () => {
    const { change } = await changed({ ...duty, due: '2024-03-15' });
    expect(change).toMatchObject({ period: { deadline: { date: '2024-03-15' }, title: { vi: duty.title } } });
  });

  it.each([
    ['a day that is over', { ...duty, due: '2024-03-14' }, 'DATE_INVALID'],
    ['a day in another century', { ...duty, due: '2204-03-29' }, 'DAY_ASTRAY'],
    ['no title', { ...duty, title: ' ' }, 'TITLE_MISSING'],
    ['an unknown unit', { ...duty, units: ['XXX'] }, 'UNIT_UNKNOWN'],
  ])('refuses %s', async (_, wanted, code) => {
    await expect(changed(wanted)).rejects.toMatchObject({ code });
  });
});
