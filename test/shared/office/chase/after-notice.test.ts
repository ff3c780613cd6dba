import { beforeEach, describe, expect, it } from 'vitest';
import {
  afterNotice,
  bouncedAddresses,
  mayGo,
  mendAddress,
  releaseWithheld,
  takeNotice,
  unitsAmong,
} from '../../../../shared/office/chase/bounces.ts';
import type { Table } from '../../../../shared/ports/table.ts';
import { type AddressMark, readAddress } from '../../../../shared/records/addresses.ts';
import { putMessage, readMessage } from '../../../../shared/records/outbox.ts';
import type { Message } from '../../../../shared/records/rows.ts';
import type { MailNotice } from '../../../../shared/records/wake.ts';
import { mender, smallRegime } from '../../../simulator/regime.ts';
import { aSmallOffice, type SmallOffice } from '../upkeep/a-small-office.ts';

const now = '2024-03-12T03:00:00.000Z';
const address = 'mot@so-thu.example';
const notice = (what: MailNotice['what'], mail = 'm1', said: string | null = 'no such box'): MailNotice => {
  return { what, mail, address, said };
};

describe('what is known of an address after a notice', () => {
  const mark = (more: Partial<AddressMark> = {}): AddressMark => ({
    ...{ address, changes: 1, state: 'doubtful', kind: 'soft', failed: ['m0'], since: now, by: null },
    ...{ said: null, withheld: ['row'] },
    ...more,
  });
  const bounced = mark({ state: 'bounced', kind: 'hard', failed: [], by: 'm0' });

  it('is nothing new by a mail that arrived, where nothing was doubted, or where it went before the mark', () => {
    for (const known of [null, mark({ state: 'good' }), bounced])
      expect(afterNotice(known, notice('delivered'), now)).toBeNull();
  });

  it.each(['doubtful', 'mended'] as const)('is good by a mail that arrived where it was %s', (state) => {
    expect(afterNotice(mark({ state, mends: [{ ...mender, at: now }] }), notice('delivered'), now)).toEqual({
      ...{ state: 'good', kind: null, failed: [], since: now, by: null, said: null, withheld: ['row'] },
      ...{ mends: [{ ...mender, at: now }], returned: ['m0'] },
    });
  });

  it.each(['hard', 'complaint'] as const)('is that nothing arrives, by one %s', (what) => {
    const said = { state: 'bounced', kind: what, failed: [], since: now, by: 'm1', said: 'no such box' };
    const first = { ...said, withheld: [], returned: ['m1'] };
    expect(afterNotice(null, notice(what), now)).toEqual(first);
    const second = { ...said, withheld: ['row'], returned: ['m0', 'm1'] };
    expect(afterNotice(mark(), notice(what), now)).toEqual(second);
  });

  it('is a doubt by the first and the second mail that it did not take now, and a mark by the third', () => {
    const first = afterNotice(null, notice('soft', 'm1'), now);
    expect(first).toEqual({
      ...{ state: 'doubtful', kind: 'soft', failed: ['m1'], since: now, by: null },
      ...{ said: 'no such box', withheld: [], returned: ['m1'] },
    });
    const second = afterNotice(mark({ ...first }), notice('soft', 'm2'), now);
    expect(second).toMatchObject({ state: 'doubtful', failed: ['m1', 'm2'] });
    expect(afterNotice(mark({ ...second }), notice('soft', 'm3'), now)).toMatchObject({
      ...{ state: 'bounced', kind: 'soft', by: 'm3', failed: [] },
    });
  });

  it('is nothing new by the same mail told of twice, and once it is marked only that one more came back', () => {
    expect(afterNotice(mark(), notice('soft', 'm0'), now)).toBeNull();
    expect(
      afterNotice(mark({ state: 'mended', failed: [], by: 'm0' }), notice('hard', 'm0'), now),
    ).toBeNull();
    for (const what of ['hard', 'soft', 'complaint'] as const)
      expect(afterNotice(bounced, notice(what, 'm9'), now)).toEqual({ ...bounced, returned: ['m0', 'm9'] });
  });

  it('keeps of what the mail service says no more than has room', () => {
    expect(afterNotice(null, notice('hard', 'm1', 'x'.repeat(500)), now)?.said).toHaveLength(300);
    expect(afterNotice(null, notice('hard', 'm1', null), now)?.said).toBeNull();
  });
});

describe('an address and its mails', () => {
  let office: SmallOffice;
  beforeEach(async () => {
    office = await aSmallOffice(now);
  });
  const message: Message = { kind: 'invitation', regime: smallRegime.id, unit: 'U1' };
  const put = (row: string) => putMessage(office.table, row, message, now);
  const stateOf = async (row: string) => (await readMessage(office.table, row))?.state;
  const told = () => office.mails().filter((id) => id.startsWith('bounce/'));
  const rung = () => office.outbox.bodies.splice(0).map((body) => JSON.parse(body).outbox);

  it('waits while it takes none, and goes when it does again', async () => {
    await put('row');
    expect(await mayGo(office, address, 'row')).toBe('yes');
    await takeNotice(office, notice('soft'));
    expect(await mayGo(office, address, 'row')).toBe('doubtful');
    await takeNotice(office, notice('hard', 'm2'));
    expect(await mayGo(office, address, 'row')).toBe('withheld');
    expect(await mayGo(office, address, 'row')).toBe('withheld');
    expect((await readAddress(office.table, address))?.withheld).toEqual(['row']);
    expect(await stateOf('row')).toBe('withheld');
    rung();
    expect(await mendAddress(office, address, mender)).toBe(true);
    expect(await readAddress(office.table, address)).toMatchObject({
      ...{ state: 'mended', withheld: [], mends: [{ ...mender, at: now }] },
    });
    expect([await stateOf('row'), rung()]).toEqual(['pending', ['row']]);
    expect(await mayGo(office, address, 'row')).toBe('doubtful');
    // Said again of one that takes mail it changes nothing.
    expect(await mendAddress(office, address, mender)).toBe(false);
    expect(await mendAddress(office, 'khong-co@so-thu.example', mender)).toBe(false);
  });

  it('that is good again lets go what still waited for it', async () => {
    await takeNotice(office, notice('hard'));
    for (const row of ['first', 'second']) {
      await put(row);
      await mayGo(office, address, row);
    }
    const cutOff = { ...office, outbox: { send: async () => Promise.reject(new Error('cut off')) } };
    await expect(mendAddress(cutOff, address, mender)).rejects.toThrow('cut off');
    expect((await readAddress(office.table, address))?.withheld).toEqual(['first', 'second']);
    rung();
    await takeNotice(office, notice('delivered', 'm2'));
    expect(await readAddress(office.table, address)).toMatchObject({ state: 'good', withheld: [] });
    // The first waits for the repair, which looks after whatever was let go and not sent.
    expect([await stateOf('first'), await stateOf('second'), rung()]).toEqual([
      ...['pending', 'pending', ['second']],
    ]);
  });

  it('has on its list whatever waits for it, also where it is let go at the same time', async () => {
    await takeNotice(office, notice('hard'));
    await put('row');
    await mayGo(office, address, 'row');
    /** Does it once, just before such a change is written. */
    const meanwhile = (isMeant: (set: object) => boolean, act: () => Promise<unknown>) => {
      const { table } = office;
      let isDone = false;
      const update: Table['update'] = async (key, change) => {
        if (!isDone && isMeant(change.set ?? {})) {
          isDone = true;
          await act();
        }
        return table.update(key, change);
      };
      const get: Table['get'] = (key) => table.get(key);
      return { ...office, table: { get, update } as Table };
    };
    const again = meanwhile(
      (set) => 'withheld' in set,
      () => mayGo(office, address, 'row'),
    );
    await releaseWithheld(again, address);
    expect([await stateOf('row'), (await readAddress(office.table, address))?.withheld]).toEqual([
      'pending',
      [],
    ]);
    const released = meanwhile(
      (set) => 'state' in set && set.state === 'withheld',
      () => releaseWithheld(office, address),
    );
    await mayGo(released, address, 'row');
    expect([await stateOf('row'), (await readAddress(office.table, address))?.withheld]).toEqual([
      'pending',
      [],
    ]);
  });

  it('is told of to the office once, to nobody at the very address, and of none that no regime has', async () => {
    await takeNotice(office, notice('hard'));
    const about = `bounce/${smallRegime.id}/m1/${address}`;
    expect(told()).toEqual([`${about}/VP`, `${about}/LD`]);
    await takeNotice(office, notice('hard'));
    await takeNotice(office, notice('hard', 'm2'));
    await takeNotice(office, { ...notice('hard'), address: 'khac@so-thu.example' });
    expect(told()).toHaveLength(2);
    await takeNotice(office, { ...notice('hard', 'm3'), address: 'lanh-dao@so-thu.example' });
    expect(told().slice(2)).toEqual([`bounce/${smallRegime.id}/m3/lanh-dao@so-thu.example/VP`]);
  });

  it('keeps the newest three hundred, and every report', async () => {
    await takeNotice(office, notice('hard'));
    for (let n = 0; n < 301; n += 1) await put(`row/${n}`);
    await put('summary/r/VP');
    await mayGo(office, address, 'summary/r/VP');
    for (let n = 0; n < 301; n += 1) await mayGo(office, address, `row/${n}`);
    const { withheld = [] } = (await readAddress(office.table, address)) ?? {};
    expect(withheld).toHaveLength(301);
    expect([withheld[0], withheld[1], withheld.at(-1)]).toEqual(['summary/r/VP', 'row/1', 'row/300']);
  });

  it('releases nothing where nothing waits', async () => {
    await releaseWithheld(office, address);
    expect(rung()).toEqual([]);
    expect(await readAddress(office.table, address)).toBeNull();
  });

  it('belongs to the units that are written to at it', async () => {
    expect(unitsAmong(await bouncedAddresses(office), smallRegime).size).toBe(0);
    await takeNotice(office, notice('soft'));
    await takeNotice(office, { ...notice('hard'), address: 'truong.mot@so-thu.example' });
    const bounced = await bouncedAddresses(office);
    expect([...bounced.keys()]).toEqual(['truong.mot@so-thu.example']);
    const units = smallRegime.units.map((unit) => ({ ...unit, email: unit.email.toUpperCase() }));
    expect([...unitsAmong(bounced, { units }).keys()]).toEqual(['U1']);
  });
});
