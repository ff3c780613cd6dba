import { beforeEach, describe, expect, it, vi } from 'vitest';
import { announceDecision } from '../../../../shared/office/decisions/announce-decision.ts';
import { askExtension, declareNil } from '../../../../shared/office/declare.ts';
import { periodInForce } from '../../../../shared/office/regimes-in-force.ts';
import { repair } from '../../../../shared/office/repair.ts';
import { replay } from '../../../../shared/office/upkeep/replay.ts';
import { readFilings } from '../../../../shared/records/filings.ts';
import { readMessage } from '../../../../shared/records/outbox.ts';
import { OutboxRow } from '../../../../shared/records/rows.ts';
import { written } from '../../../functions/written.ts';
import { aSmallOffice, period, readingOf, type SmallOffice } from '../upkeep/a-small-office.ts';

let office: SmallOffice;
beforeEach(async () => {
  office = await aSmallOffice('2024-03-12T03:10:00.000Z');
});

async function senderOf(code: string) {
  const { regime } = await periodInForce(office, period);
  const unit = regime.units.find((each) => each.code === code);
  if (!unit) throw new Error(`no unit ${code}`);
  return { regime, regimeHash: regime.hash, unit };
}
async function asks(unit: string, day: number): Promise<string> {
  const asked = { period, reason: `Chờ số liệu ${day}`, until: `2024-03-${day}` };
  return (await askExtension(office, await senderOf(unit), asked)).decision;
}
/** Eight within the hour, of two units. */
async function flood(): Promise<void> {
  for (const unit of ['U1', 'U2']) for (const day of [20, 21, 22, 23]) await asks(unit, day);
}
const rows = () =>
  office.table
    .rows()
    .filter(({ pk }) => String(pk).startsWith('OUTBOX#'))
    .map((row) => OutboxRow.parse(row));
const kindsTo = (recipient: string, state: string) =>
  rows()
    .filter((row) => 'recipient' in row.message && row.message.recipient === recipient && row.state === state)
    .map(({ message }) => message.kind)
    .sort();
const hour = '2024-03-12T03:00:00.000Z';

describe('declarations within an hour', () => {
  it('reach the office one by one as long as they are few', async () => {
    for (const day of [20, 21, 22]) await asks('U1', day);
    expect(kindsTo('VP', 'pending')).toEqual(['decision', 'decision', 'decision']);
  });

  it('are told together from the fourth on: one mail more, whatever comes', async () => {
    await flood();
    expect(kindsTo('VP', 'pending')).toEqual(['bundle', 'decision', 'decision', 'decision']);
    expect(kindsTo('VP', 'superseded')).toHaveLength(5);
    // Each unit hears of its own as before.
    expect(rows().filter(({ id }) => id.endsWith('/unit'))).toHaveLength(8);
  });

  it('stand in the bundle with what was asked and why, and it goes when the hour is over', async () => {
    await flood();
    const woken = vi.spyOn(office.outbox, 'send');
    const id = `bundle/mo-phong/VP/${hour}`;
    office.setNow('2024-03-12T04:00:10.000Z');
    await repair(office, '2024-03-12T04:00:00.000Z');
    // Five minutes later: by then whoever began in the hour's last second has written what there is to tell.
    expect(woken).toHaveBeenCalledWith(JSON.stringify({ outbox: id }), { delaySeconds: 300 });
    const row = await readMessage(office.table, id);
    const mail = (row && (await written(office, row)))?.mail;
    expect(mail?.subject).toContain('5 việc từ các đơn vị, từ 12/03/2024 10:00 đến 12/03/2024 11:00');
    const told = [
      ...(mail?.html ?? '').matchAll(/Đề nghị gia hạn đến (\d\d)\/03\/2024: Chờ số liệu (\d\d)/g),
    ];
    expect(told.map(([, until, reason]) => `${until}${reason}`).sort()).toEqual([
      '2020',
      '2121',
      '2222',
      '2323',
      '2323',
    ]);
  });

  it('are told one by one again in the next hour', async () => {
    await flood();
    office.setNow('2024-03-12T04:00:01.000Z');
    const decision = await asks('U3', 20);
    expect(await readMessage(office.table, `decision/${decision}/VP`)).toMatchObject({ state: 'pending' });
  });

  it('are told once, however often they are said: the portal may die between any two rows', async () => {
    await flood();
    const put = office.table.putIfAbsent.bind(office.table);
    let left = 0;
    office.table.putIfAbsent = async (key, row) => {
      if (left-- <= 0) throw new Error('cut off');
      return put(key, row);
    };
    const sender = await senderOf('U3');
    const nil = () => declareNil(office, sender, { period, reason: 'Không có' });
    for (let times = 0; times < 12; times += 1) {
      left = times;
      await nil().catch(() => undefined);
    }
    office.table.putIfAbsent = put;
    await nil();
    const told = office.table.rows().filter(({ pk }) => String(pk).startsWith('BUNDLE#mo-phong/VP/'));
    expect(told.filter(({ unit }) => unit === 'U3')).toHaveLength(1);
    const before = rows().length;
    await nil();
    expect(rows()).toHaveLength(before);
  });
});

describe('a declaration that was told by itself', () => {
  it('is not told in the bundle too, where it is announced again after a flood', async () => {
    const first = await asks('U3', 20);
    await flood();
    const { decisions } = await readFilings(office.table, period, 'U3');
    const [decision] = decisions.filter((each) => each.decision === first);
    if (!decision) throw new Error('the declaration is gone');
    await announceDecision(office, { regime: 'mo-phong', decision, recipients: ['VP'] });
    const bundled = office.table.rows().filter(({ pk }) => String(pk).startsWith('BUNDLE#mo-phong/VP/'));
    expect(bundled.filter(({ unit }) => unit === 'U3')).toEqual([]);
  });
});

describe('a declaration that two requests announced at once', () => {
  it('is left out of the bundle where it has a mail of its own', async () => {
    await flood();
    const decision = await asks('U3', 20);
    // The other request got the last of the single mails.
    const key = { pk: `OUTBOX#decision/${decision}/VP`, sk: 'MESSAGE' };
    await office.table.update(key, { set: { state: 'pending' } });
    const row = await readMessage(office.table, `bundle/mo-phong/VP/${hour}`);
    expect((row && (await written(office, row)))?.mail.text).not.toContain('Phòng Ba');
  });
});

describe('a file that was read again', () => {
  it('is told to everybody of the office, in the bundle', async () => {
    await office.filed('U1', 5);
    office.engine.set(5, readingOf(50));
    const applying = { actor: 'Quản trị', reason: 'Bản đọc mới', takingAway: false };
    for (const _ of [1, 2])
      for await (const { outcome } of replay(office, { period }, applying)) void outcome;
    for (const recipient of ['VP', 'LD']) {
      const row = await readMessage(office.table, `bundle/mo-phong/${recipient}/${hour}`);
      expect((row && (await written(office, row)))?.mail.text).toContain('Bản đọc mới');
    }
    expect(await readMessage(office.table, `bundle/mo-phong/BDV/${hour}`)).toBeNull();
  });
});
