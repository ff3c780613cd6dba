import { beforeEach, describe, expect, it } from 'vitest';
import { prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import { askExtension, declareNil } from '../../../shared/office/declare.ts';
import type { Sender } from '../../../shared/office/open-duty.ts';
import { readFilings } from '../../../shared/records/filings.ts';
import { aSmallOffice, firstSender, period, type SmallOffice } from './upkeep/a-small-office.ts';

let office: SmallOffice;
let sender: Sender;
beforeEach(async () => {
  office = await aSmallOffice();
  sender = await firstSender(office);
});

const reason = 'Chờ số liệu';
const until = '2024-03-25';
const decisions = async () => (await readFilings(office.table, period, 'U1')).decisions;

describe('a declaration', () => {
  it('says who, why, and by which link, and tells the unit and the office itself', async () => {
    await declareNil(office, sender, { period, reason });
    expect(await decisions()).toMatchObject([
      {
        kind: 'nil',
        unit: 'U1',
        actor: 'unit:U1',
        reason,
        link: 'abababababab',
        decidedAt: office.clock.now(),
      },
    ]);
    const told = office.mails().filter((id) => id.startsWith('decision'));
    expect(told).toHaveLength(3);
    expect(told.join()).not.toContain('BDV');
  });

  it('names no link where it came by none', async () => {
    const { linkHash: _, ...without } = sender;
    await askExtension(office, without, { period, reason, until });
    expect((await decisions())[0]).not.toHaveProperty('link');
  });

  it('said again is the same; in other words it is another', async () => {
    const first = await askExtension(office, sender, { period, reason, until });
    expect(await askExtension(office, sender, { period, reason, until })).toEqual(first);
    expect(await decisions()).toHaveLength(1);
    await askExtension(office, sender, { period, reason, until: '2024-03-26' });
    expect(await decisions()).toHaveLength(2);
  });
});

describe('more time', () => {
  it.each([
    ['today', '2024-03-12', 'DATE_INVALID'],
    ['a day that is over', '2024-03-11', 'DATE_INVALID'],
    ['a day in another century', '2204-03-25', 'DAY_ASTRAY'],
  ])('is not asked for until %s', async (_, day, code) => {
    await expect(askExtension(office, sender, { period, reason, until: day })).rejects.toMatchObject({
      code,
    });
    expect(await decisions()).toEqual([]);
  });

  it('is asked for until tomorrow, by the regime’s day and not the world’s', async () => {
    office.setNow('2024-03-12T17:30:00.000Z');
    await expect(askExtension(office, sender, { period, reason, until: '2024-03-13' })).rejects.toThrow();
    expect(await askExtension(office, sender, { period, reason, until: '2024-03-14' })).toMatchObject({
      until: '2024-03-14',
    });
  });

  it('is asked for behind the lock too, where nothing else is declared', async () => {
    office.setNow('2024-04-02T03:00:00.000Z');
    await expect(declareNil(office, sender, { period, reason })).rejects.toMatchObject({
      code: 'PERIOD_LOCKED',
    });
    await askExtension(office, sender, { period, reason, until: '2024-04-10' });
    expect(await decisions()).toMatchObject([{ kind: 'extension-request', until: '2024-04-10' }]);
  });

  it('once granted, lets the unit declare until then', async () => {
    office.setNow('2024-04-02T03:00:00.000Z');
    const asked = { kind: 'extension', period, unit: 'U1', until: '2024-04-10', reason, actor: 'a' } as const;
    await recordDecision(office, await prepareDecision(office, asked));
    expect(await declareNil(office, sender, { period, reason })).toMatchObject({ kind: 'nil' });
  });
});

describe('declarations of one unit', () => {
  it('are six of a kind in an hour; the others go on', async () => {
    const ask = (n: number) => askExtension(office, sender, { period, reason: `${reason} ${n}`, until });
    for (let n = 0; n < 6; n += 1) await ask(n);
    await expect(ask(6)).rejects.toMatchObject({
      code: 'TOO_MANY_DECLARATIONS',
      goesOnAt: '2024-03-12T04:00:00.000Z',
    });
    await declareNil(office, sender, { period, reason });
    const other = sender.regime.units[1];
    if (!other) throw new Error('the small regime has three units');
    await askExtension(office, { ...sender, unit: other }, { period, reason, until });
  });
});
