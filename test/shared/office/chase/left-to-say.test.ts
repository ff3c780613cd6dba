import { beforeEach, describe, expect, it } from 'vitest';
import { applyRegime, readRegimeFile } from '../../../../infra/admin/regime.ts';
import { remindedToday } from '../../../../shared/office/chase/last-reminder.ts';
import { periodsToChase, periodsToRemindOf } from '../../../../shared/office/chase/left-to-say.ts';
import { enqueueMail } from '../../../../shared/office/enqueue-mail.ts';
import { changeAddress } from '../../../../shared/records/addresses.ts';
import { putNote } from '../../../../shared/records/notes.ts';
import { closeMessage, outboxId, reopenMessage } from '../../../../shared/records/outbox.ts';
import type { Message } from '../../../../shared/records/rows.ts';
import { dayOf } from '../../../../shared/regime/calendar.ts';
import type { Period, Regime } from '../../../../shared/regime/regime.ts';
import { memoryDependencies } from '../../../doubles/memory-dependencies.ts';
import { MeteredTable } from '../../../doubles/metered-table.ts';
import { ulid } from '../../summary/sample.ts';

const unit = 'CN-HLU';
const email = 'cn-hlu@units.example';
const contact = 'truong.cn-hlu@units.example';
const [eighteenth, nineteenth] = ['2024-03-18T01:00:00.000Z', '2024-03-19T01:00:00.000Z'];
let world: ReturnType<typeof memoryDependencies>;
let regime: Regime;
let now: string;

beforeEach(async () => {
  now = '2024-03-01T01:00:00.000Z';
  world = memoryDependencies({ now: () => now }, (length) => new Uint8Array(length));
  regime = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
  await applyRegime(world, regime);
});

const mail = { regime: 'dan-van-2024', period: 'Q1-2024', unit } as const;
/** One of the schedule's, queued. */
const scheduled = (scheduledAt: string, to: { contact?: string } = {}) =>
  enqueueMail(world, { kind: 'reminder', ...mail, scheduledAt, ...to });
/** One at a press, sent at once unless it says when. */
const pressed = async (at: string, sentAt = at) => {
  now = at;
  const day = at.slice(0, 10);
  const id = `reminder/${mail.period}/${unit}/by-hand/${day}`;
  await putNote(world.table, {
    ...{
      note: ulid(Number(day.slice(-2))),
      period: mail.period,
      unit,
      text: 'x',
      actor: 'a',
      link: 'x',
      notedAt: at,
    },
  });
  const message = { kind: 'reminder', ...mail, scheduledAt: at, byHand: true } as const;
  await enqueueMail(world, message, id);
  await closeMessage(world.table, id, { state: 'sent', at: sentAt, sesMessageId: `m-${day}`, to: email });
  return id;
};
/** Nothing arrives at the address any more, and these rows wait for it. */
const bounced = async (address: string, rows: readonly string[], state: 'bounced' | 'mended' = 'bounced') => {
  await changeAddress(world.table, address, () => ({
    ...{ state, kind: 'hard', failed: [], since: now, by: 'lost', said: null, withheld: [...rows] },
  }));
  for (const row of rows) await closeMessage(world.table, row, { state: 'withheld', at: now });
};
/** Of what a mail that was due at that hour still speaks when it goes out. */
const left = (due: string, at: string, more: object = {}) => {
  now = at;
  return periodsToRemindOf(world, regime, { ...mail, scheduledAt: due, ...more }, dayOf(at, regime.timeZone));
};

describe('a reminder that goes out on its day', () => {
  it('speaks of what no press tells of that day, at the price of a few reads, however many units there are', async () => {
    await pressed('2024-03-18T00:30:00.000Z');
    const both = { periods: ['Q1-2024', '6T-2024'] };
    expect(await left(eighteenth, eighteenth, both)).toEqual(['6T-2024']);
    const table = new MeteredTable(world.table);
    const about = { ...mail, scheduledAt: nineteenth };
    const costs = (more = {}) =>
      table.during(() => periodsToRemindOf({ ...world, table }, regime, { ...about, ...more }, '2024-03-19'));
    // The address, two days of presses, the dates that guidance sets, and the schedule's mails before, up to one that is there.
    expect((await costs()).requests).toBe(16);
    await scheduled(eighteenth);
    expect((await costs()).requests).toBe(14);
    // Heads and others no press reaches.
    expect((await costs({ contact })).requests).toBe(14);
    expect(await left(eighteenth, eighteenth, { contact })).toEqual(['Q1-2024']);
  });

  it('leaves nothing to what waits for, or went to, an address that the unit has no more', async () => {
    const press = await pressed('2024-03-18T00:30:00.000Z');
    expect(await left(eighteenth, eighteenth)).toEqual([]);
    const moved = { ...regime, units: regime.units.map((each) => ({ ...each, email: `moi.${each.email}` })) };
    const about = { ...mail, scheduledAt: eighteenth };
    expect(await periodsToRemindOf(world, moved, about, '2024-03-18')).toEqual(['Q1-2024']);
    await bounced(email, [press]);
    expect(await left(eighteenth, eighteenth)).toEqual([]);
    expect(await periodsToRemindOf(world, moved, about, '2024-03-18')).toEqual(['Q1-2024']);
    // One that is not on its list waits for nothing that could happen.
    await bounced(email, []);
    await closeMessage(world.table, press, { state: 'withheld', at: now });
    expect(await left(eighteenth, eighteenth)).toEqual(['Q1-2024']);
  });

  it('leaves out what a press shortly before midnight tells of, that the mail service took on this day alone', async () => {
    await pressed('2024-03-17T16:58:00.000Z', '2024-03-17T16:59:00.000Z');
    expect(await left(eighteenth, eighteenth)).toEqual(['Q1-2024']);
    await pressed('2024-03-18T16:58:00.000Z', '2024-03-18T17:30:00.000Z');
    expect(await left(nineteenth, nineteenth)).toEqual([]);
  });

  it('leaves out what a press of days before tells of, that waited for the address until now', async () => {
    const press = await pressed('2024-03-16T05:00:00.000Z');
    const mended = '2024-03-19T03:00:00.000Z';
    expect(await left(nineteenth, mended)).toEqual(['Q1-2024']);
    await bounced(email, [press], 'mended');
    expect(await left(nineteenth, mended)).toEqual([]);
    await reopenMessage(world.table, press);
    await bounced(email, [], 'mended');
    expect(await left(nineteenth, mended)).toEqual([]);
    await closeMessage(world.table, press, { state: 'sent', at: mended, sesMessageId: 'm', to: email });
    expect(await left(nineteenth, mended)).toEqual([]);
    expect(await left('2024-03-20T01:00:00.000Z', '2024-03-20T01:00:00.000Z')).toEqual(['Q1-2024']);
  });
});

describe('a mail of the schedule that waited and goes out on the day of the next one', () => {
  const sentAt = (message: Message, at: string, to: string, said = ['Q1-2024']) => {
    const sent = { state: 'sent', at, sesMessageId: `m-${at}`, to, said } as const;
    return closeMessage(world.table, outboxId(message), sent);
  };
  const reminder = (scheduledAt: string, to: { contact?: string } = {}) =>
    ({ kind: 'reminder', ...mail, scheduledAt, ...to }) as const;

  it('leaves the next nothing to say of what it told the same address, and nothing else is left out', async () => {
    await scheduled(eighteenth);
    await scheduled(nineteenth);
    const both = { periods: ['Q1-2024', '6T-2024'] };
    // While it waits, the next goes in its place.
    expect(await left(nineteenth, nineteenth, both)).toEqual(both.periods);
    await sentAt(reminder(eighteenth), '2024-03-18T17:30:00.000Z', email);
    expect(await left(nineteenth, nineteenth, both)).toEqual(['6T-2024']);
    await sentAt(reminder(eighteenth), '2024-03-18T17:30:00.000Z', `cu.${email}`);
    expect(await left(nineteenth, nineteenth, both)).toEqual(both.periods);
    await sentAt(reminder(eighteenth), '2024-03-18T16:59:59.000Z', email);
    expect(await left(nineteenth, nineteenth, both)).toEqual(both.periods);
  });

  it('leaves it nothing either where the next waited beyond its own day too, nor one of the office', async () => {
    const [night, morning] = ['2024-03-19T17:30:00.000Z', '2024-03-19T23:00:00.000Z'];
    await scheduled(eighteenth);
    await scheduled(nineteenth);
    expect(await left(nineteenth, morning)).toEqual(['Q1-2024']);
    await sentAt(reminder(eighteenth), night, email);
    expect(await left(nineteenth, morning)).toEqual([]);
    // The day after, nothing was told yet.
    expect(await left(nineteenth, '2024-03-20T23:00:00.000Z')).toEqual(['Q1-2024']);
    now = morning;
    const office = regime.office.recipients.find(({ id }) => id === 'VANPHONG')?.email ?? '';
    const chase = (scheduledAt: string) => {
      const about = { regime: regime.id, periods: ['Q1-2024'], recipient: 'VANPHONG', scheduledAt };
      return { kind: 'chase' as const, ...about };
    };
    await enqueueMail(world, chase(eighteenth));
    expect(await periodsToChase(world, regime, chase(nineteenth))).toEqual(['Q1-2024']);
    await sentAt(chase(eighteenth), night, office);
    expect(await periodsToChase(world, regime, chase(nineteenth))).toEqual([]);
  });

  it('does so for a head, whom no press reaches', async () => {
    await scheduled(eighteenth, { contact });
    await sentAt(reminder(eighteenth, { contact }), '2024-03-19T00:30:00.000Z', contact);
    expect(await left(nineteenth, nineteenth, { contact })).toEqual([]);
    expect(await left(nineteenth, nineteenth)).toEqual(['Q1-2024']);
  });

  it('leaves the office nothing to be sent by a press that day', async () => {
    const about = { regime, period: regime.periods.find(({ id }) => id === mail.period) as Period, unit };
    await scheduled(eighteenth);
    await sentAt(reminder(eighteenth), '2024-03-19T00:30:00.000Z', email);
    now = '2024-03-19T00:45:00.000Z';
    expect((await remindedToday(world, about))?.sentAt).toBe('2024-03-19T00:30:00.000Z');
    now = '2024-03-19T17:30:00.000Z';
    expect(await remindedToday(world, about)).toBeNull();
  });

  it('leaves nothing to the next mail to the office either, and gives way to one that is queued', async () => {
    const toOffice = (scheduledAt: string) => ({
      kind: 'chase' as const,
      regime: regime.id,
      periods: ['Q1-2024'],
      recipient: 'VANPHONG',
      scheduledAt,
    });
    const at = (due: string, instant: string) => {
      now = instant;
      return periodsToChase(world, regime, toOffice(due));
    };
    const address = regime.office.recipients.find(({ id }) => id === 'VANPHONG')?.email ?? '';
    await enqueueMail(world, toOffice(eighteenth));
    expect(await at(eighteenth, '2024-03-19T00:30:00.000Z')).toEqual(['Q1-2024']);
    await sentAt(toOffice(eighteenth), '2024-03-19T00:30:00.000Z', address);
    expect(await at(nineteenth, nineteenth)).toEqual([]);
    await sentAt(toOffice(eighteenth), '2024-03-19T00:30:00.000Z', address, []);
    expect(await at(nineteenth, nineteenth)).toEqual(['Q1-2024']);
    await enqueueMail(world, toOffice(nineteenth));
    expect(await at(eighteenth, '2024-03-19T02:00:00.000Z')).toEqual([]);
  });
});

describe('a reminder that waited beyond its day', () => {
  it('leaves out what a later hour tells the same address of, and nothing because of another’s', async () => {
    await scheduled(eighteenth);
    expect(await left(eighteenth, '2024-03-19T00:00:00.000Z')).toEqual(['Q1-2024']);
    await scheduled(nineteenth);
    expect(await left(eighteenth, '2024-03-19T03:00:00.000Z')).toEqual([]);
    expect(await left(eighteenth, '2024-03-19T03:00:00.000Z', { contact })).toEqual(['Q1-2024']);
    await scheduled(nineteenth, { contact });
    expect(await left(eighteenth, '2024-03-19T03:00:00.000Z', { contact })).toEqual([]);
    // One that went without a word of it tells of nothing, nor does one that was overtaken itself.
    const id = outboxId({ kind: 'reminder', ...mail, scheduledAt: nineteenth });
    const went = { state: 'sent', at: nineteenth, sesMessageId: 'm', to: email } as const;
    await closeMessage(world.table, id, { ...went, said: ['6T-2024'] });
    expect(await left(eighteenth, '2024-03-19T03:00:00.000Z')).toEqual(['Q1-2024']);
    await closeMessage(world.table, id, { ...went, said: ['Q1-2024'] });
    expect(await left(eighteenth, '2024-03-19T03:00:00.000Z')).toEqual([]);
    await closeMessage(world.table, id, { state: 'superseded', at: nineteenth });
    expect(await left(eighteenth, '2024-03-19T03:00:00.000Z')).toEqual(['Q1-2024']);
  });

  it('leaves out what a press has told of since it was due, and not what one had told of before', async () => {
    await pressed('2024-03-15T03:00:00.000Z');
    expect(await left(eighteenth, '2024-03-20T03:00:00.000Z')).toEqual(['Q1-2024']);
    await pressed('2024-03-19T05:00:00.000Z');
    expect(await left(eighteenth, '2024-03-20T03:00:00.000Z', { contact })).toEqual(['Q1-2024']);
    expect(await left(eighteenth, '2024-03-20T03:00:00.000Z')).toEqual([]);
    expect(await left(eighteenth, '2024-03-22T03:00:00.000Z')).toEqual([]);
    expect(await left('2024-03-19T01:00:00.000Z', '2024-03-20T03:00:00.000Z')).toEqual([]);
  });
});
