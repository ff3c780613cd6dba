import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../../../functions/deliver/handler.ts';
import { writeLetter } from '../../../../functions/deliver/letters/write-letter.ts';
import { applyRegime } from '../../../../infra/admin/regime.ts';
import { mailEvent } from '../../../../infra/local/cloud/gateway/mail/mail-event.ts';
import { mendAddress } from '../../../../shared/office/chase/bounces.ts';
import { inviteByMail } from '../../../../shared/office/links/invite.ts';
import { changeAddress, readAddress } from '../../../../shared/records/addresses.ts';
import { readWaiting } from '../../../../shared/records/outbox.ts';
import { aDesk, type DeskWorld } from '../../../functions/portal/a-desk.ts';

const address = 'qldd@units.example';
let desk: DeskWorld;
let deliver: ReturnType<typeof createHandler>;
beforeEach(async () => {
  desk = await aDesk('2024-03-15T08:00:00+07:00');
  const { world } = desk;
  deliver = createHandler({
    ...{ ...world, sender: 'bao-cao@stnmt.example', pace: async () => {} },
    write: (row) => writeLetter(world, row),
    writeCode: async () => {
      throw new Error('no code is asked for here');
    },
  });
});

/** The mail service says of the newest mail to the unit, or of the mail named, what became of it. */
async function becomes(kind: 'hard' | 'soft' | 'complaint' | null, mail?: string): Promise<void> {
  const messageId = mail ?? desk.world.mailer.sent.findLast(({ to }) => to === address)?.id ?? 'none';
  const sent = {
    messageId,
    from: 'bao-cao@stnmt.example',
    to: address,
    configurationSet: 'reports',
    tags: {},
  };
  const place = { now: Date.parse(desk.world.clock.now()), account: '0', region: 'x' };
  const body = JSON.stringify(mailEvent(sent, kind, place));
  const Records = [{ messageId: '1', body }] as Parameters<typeof deliver>[0]['Records'];
  expect(await deliver({ Records })).toEqual({ batchItemFailures: [] });
}
/** A mail to the unit is asked for, and goes or does not; answers to whom mails went. */
async function mailed(): Promise<string[]> {
  const before = desk.world.mailer.sent.length;
  await inviteByMail(desk.world, { regime: desk.regime, holder: { kind: 'unit', unit: 'QLDD' } });
  await desk.send();
  return desk.world.mailer.sent.slice(before).map(({ to }) => to);
}
async function toldOffice(): Promise<string[]> {
  const before = desk.world.mailer.sent.length;
  await desk.send();
  const mails = (await desk.mails()).slice(before);
  return mails.map(({ to, subject }) => `${to?.[0]?.address}: ${subject}`);
}
/** The first that was cut off waits in the outbox, as the hourly repair finds it. */
async function repairAndSend(): Promise<void> {
  for (const { id } of await readWaiting(desk.world.table, '2030-01-01T00:00:00Z')) {
    await desk.world.outbox.send(JSON.stringify({ outbox: id }));
  }
  await desk.send();
}
const state = async () => (await readAddress(desk.world.table, address))?.state;
const told = (name: string) =>
  `${name}@stnmt.example: [Dân vận 2024] Thư gửi Phòng Quản lý đất đai bị trả lại`;

const by = { actor: 'office:VANPHONG', link: 'abcdef012345', reason: 'Đã gọi' };

describe('an address at which nothing arrives', () => {
  it.each(['hard', 'complaint'] as const)(
    'is marked by one %s, and the office is told at once',
    async (kind) => {
      expect(await mailed()).toEqual([address]);
      await becomes(kind);
      expect(await state()).toBe('bounced');
      expect(await toldOffice()).toEqual([told('lanh-dao'), told('tong-hop')]);
      const [notice] = (await desk.mails()).slice(-1);
      expect(notice?.text?.replace(/\s+/g, ' ')).toContain(address);
      // The same notice again, as queues bring it.
      await becomes(kind);
      expect(await toldOffice()).toEqual([]);
    },
  );

  it('is marked by three mails in a row that it did not take, not by the same one told three times', async () => {
    for (const expected of ['doubtful', 'doubtful', 'bounced']) {
      expect(await mailed()).toEqual([address]);
      await becomes('soft');
      await becomes('soft');
      expect(await state()).toBe(expected);
    }
    expect(await toldOffice()).toHaveLength(2);
  });

  it('is as before where one arrives in between', async () => {
    await mailed();
    await becomes('soft');
    await mailed();
    await becomes('soft');
    expect(desk.world.mailer.sent.map(({ isDoubtful }) => isDoubtful)).toEqual([false, true]);
    await mailed();
    await becomes(null);
    await mailed();
    await becomes('soft');
    expect(await state()).toBe('doubtful');
  });

  it('gets nothing until it is mended; then what was kept goes, and a mail that arrives proves it', async () => {
    await mailed();
    await becomes('hard');
    await desk.send();
    expect(await mailed()).toEqual([]);
    expect(await mailed()).toEqual([]);
    // A mail from before the mark that arrives late proves nothing.
    await becomes(null, 'memory-0');
    expect(await state()).toBe('bounced');
    expect(await mendAddress(desk.world, address.toUpperCase(), by)).toBe(true);
    const before = desk.world.mailer.sent.length;
    await desk.send();
    const gone = desk.world.mailer.sent.slice(before);
    expect(gone.map(({ to, isDoubtful }) => [to, isDoubtful])).toEqual([
      [address, true],
      [address, true],
    ]);
    expect(await state()).toBe('mended');
    await becomes(null);
    expect(await state()).toBe('good');
    expect((await readAddress(desk.world.table, address))?.mends).toMatchObject([by]);
    expect(await mailed()).toEqual([address]);
    expect(await mendAddress(desk.world, address, by)).toBe(false);
  });

  it('lets everything go that was kept, though the mend was cut off in the middle', async () => {
    await mailed();
    await becomes('hard');
    await desk.send();
    await mailed();
    await mailed();
    const { outbox } = desk.world;
    const cutOff = { ...desk.world, outbox: { send: async () => Promise.reject(new Error('cut off')) } };
    await expect(mendAddress(cutOff, address, by)).rejects.toThrow('cut off');
    expect(outbox.bodies).toEqual([]);
    expect(await mendAddress(desk.world, address, by)).toBe(true);
    const before = desk.world.mailer.sent.length;
    await repairAndSend();
    expect(desk.world.mailer.sent.length - before).toBe(2);
  });

  it('lets what it keeps go to the address by which a regime replaces it, also where applying that was cut off', async () => {
    await mailed();
    await becomes('hard');
    await desk.send();
    expect(await mailed()).toEqual([]);
    const moved = (email: string) => ({
      ...desk.regime,
      units: desk.regime.units.map((each) => (each.email === address ? { ...each, email } : each)),
    });
    await applyRegime(desk.world, desk.regime);
    expect((await readAddress(desk.world.table, address))?.withheld).toHaveLength(1);
    const cutOff = { ...desk.world, outbox: { send: async () => Promise.reject(new Error('cut off')) } };
    await expect(applyRegime(cutOff, moved('moi@units.example'))).rejects.toThrow('cut off');
    await applyRegime(desk.world, moved('moi@units.example'));
    const before = desk.world.mailer.sent.length;
    await repairAndSend();
    expect(desk.world.mailer.sent.slice(before).map(({ to }) => to)).toEqual(['moi@units.example']);
    expect((await readAddress(desk.world.table, address))?.withheld).toEqual([]);
  });

  it('lets what it keeps for a unit that a regime moves go, though another has the address now', async () => {
    await mailed();
    await becomes('hard');
    await desk.send();
    expect(await mailed()).toEqual([]);
    const emails = new Map([
      ['QLDD', 'moi@units.example'],
      ['TTRA', address],
    ]);
    const units = desk.regime.units.map((each) => ({ ...each, email: emails.get(each.code) ?? each.email }));
    await applyRegime(desk.world, { ...desk.regime, units });
    const before = desk.world.mailer.sent.length;
    await desk.send();
    expect(desk.world.mailer.sent.slice(before).map(({ to }) => to)).toEqual(['moi@units.example']);
  });

  it('has the newest three hundred kept for it, however many a link sets off meanwhile', async () => {
    await mailed();
    await becomes('hard');
    await desk.send();
    const { table } = desk.world;
    // A report among them is kept whatever came after it.
    const report = 'issued-report/Q1-2024-final-x/VANPHONG';
    const older = [report, ...Array.from({ length: 300 }, (_, n) => `verdict/${n}`)];
    await changeAddress(table, address, (known) => known && { ...known, withheld: older });
    await mailed();
    const withheld = (await readAddress(table, address))?.withheld ?? [];
    expect(withheld).toHaveLength(301);
    expect(withheld.slice(0, 2)).toEqual([report, 'verdict/1']);
    expect(withheld.at(-1)).toMatch(/^invitation\//);
  });

  it('is marked again where the mend did not hold', async () => {
    await mailed();
    await becomes('hard');
    await toldOffice();
    await mendAddress(desk.world, address, by);
    await mailed();
    await becomes('hard');
    expect(await state()).toBe('bounced');
    expect(await toldOffice()).toHaveLength(2);
  });

  it('stands on the board and on the list of what is to be done', async () => {
    const { token } = await desk.tokenOf({ kind: 'office', recipient: 'LANHDAO' });
    const office = desk.browser(token);
    const look = async () => {
      const { json } = await office.get('/api/office/to-do');
      const { items } = json as unknown as { items: { kind: string; unit: { code: string }; why: string }[] };
      const board = (await office.get('/api/office')).json as unknown as {
        periods: { period: string; units: { unit: { code: string }; bounced: boolean }[] }[];
      };
      const quarter = board.periods.find(({ period }) => period === 'Q1-2024');
      const bounced = quarter?.units.filter((line) => line.bounced).map(({ unit }) => unit.code);
      return [items.map(({ kind, unit, why }) => [kind, unit.code, why]), bounced];
    };
    expect(await look()).toEqual([[], []]);
    await mailed();
    await becomes('hard');
    expect(await look()).toEqual([[['bounced', 'QLDD', address]], ['QLDD']]);
  });
});
