import { beforeEach, describe, expect, it } from 'vitest';
import { askExtension } from '../../../../shared/office/declare.ts';
import { listToDo } from '../../../../shared/office/desk/to-do.ts';
import { periodInForce } from '../../../../shared/office/regimes-in-force.ts';
import { changeAddress } from '../../../../shared/records/addresses.ts';
import type { Period, Regime, Unit } from '../../../../shared/regime/regime.ts';
import { drawnUp, signedAndIssued } from '../../../functions/a-signed-report.ts';
import { smallRegime } from '../../../simulator/regime.ts';
import { aSmallOffice, firstSender, period, readingOf, type SmallOffice } from '../upkeep/a-small-office.ts';

/** Open from Monday 11/03/2024, due on Wednesday 13/03, locked after Friday 29/03; the report goes upward by Tuesday 19/03. */
const [small] = smallRegime.periods.map((each): Period => ({ ...each, officeDue: '2024-03-19' }));
const open = '2024-03-12T03:00:00.000Z';

let office: SmallOffice;
const begin = async (change: Partial<Period> = {}, more: Partial<Regime> = {}) => {
  office = await aSmallOffice(open, { periods: [{ ...small, ...change } as Period], ...more });
};
beforeEach(() => begin());

const list = async (now?: string) => {
  if (now !== undefined) office.setNow(now);
  return listToDo(office, (await periodInForce(office, period)).regime);
};
const kinds = async (now?: string) => (await list(now)).map(({ kind }) => kind);

describe('the report upward', () => {
  it('is on the list from two working days before its day, at the latest once the units’ own is over', async () => {
    await begin({ officeDue: '2024-03-14' });
    expect(await list('2024-03-12T03:00:00Z')).toMatchObject([
      {
        ...{ kind: 'upward', period, unit: null, until: '2024-03-14', whom: 'Ban Dân vận' },
        why: { vi: 'còn 2 ngày làm việc' },
      },
    ]);
    await begin();
    expect(await kinds('2024-03-13T03:00:00Z')).toEqual([]);
    // Three working days before it, for the deadline is over.
    expect(await list('2024-03-14T03:00:00Z')).toMatchObject([{ why: { vi: 'còn 3 ngày làm việc' } }]);
    await begin({ officeDue: '2024-03-15' });
    expect(await kinds('2024-03-12T03:00:00Z')).toEqual([]);
    expect(await kinds('2024-03-13T03:00:00Z')).toEqual(['upward']);
  });

  it('stays there until it is issued, on the last day of the lock and behind it', async () => {
    await office.filed('U1', 5);
    const stays = ['2024-03-19T03:00:00Z', '2024-03-29T03:00:00Z', '2024-03-30T03:00:00Z'];
    for (const now of stays) expect(await kinds(now)).toContain('upward');
    await begin();
    await office.filed('U1', 5);
    office.setNow('2024-03-14T04:00:00Z');
    await drawnUp(office, period);
    expect(await kinds('2024-04-02T03:00:00Z')).toContain('upward');
    await signedAndIssued(office, period);
    expect(await kinds()).not.toContain('upward');
  });

  it('is not of a locked period of which nothing ever came, nor where nobody is above', async () => {
    expect(await kinds('2024-03-29T03:00:00Z')).toEqual(['upward']);
    expect(await kinds('2024-03-30T03:00:00Z')).toEqual([]);
    const recipients = smallRegime.office.recipients.filter(({ role }) => role !== 'issued-report');
    await begin({}, { office: { ...smallRegime.office, recipients } });
    expect(await kinds('2024-03-20T03:00:00Z')).toEqual([]);
  });
});

describe('what waits in an open period', () => {
  it('stands in the order of what presses, each with its unit', async () => {
    office.engine.set(9, readingOf(9, 'rejected'));
    await office.filed('U2', 9);
    await askExtension(office, await firstSender(office), {
      ...{ period, until: '2024-03-20', reason: 'Chờ số liệu' },
    });
    await changeAddress(office.table, 'ba@so-thu.example', () => ({
      ...{ state: 'bounced', kind: 'hard', failed: [], by: 'x', said: '550', withheld: [] },
      since: office.clock.now(),
    }));
    expect((await list('2024-03-14T03:00:00Z')).map(({ kind, unit }) => [kind, unit])).toEqual([
      ['upward', null],
      ['request', 'U1'],
      ['bounced', 'U3'],
      ['rejected', 'U2'],
    ]);
  });

  it('names a draft that no longer says what is filed, and one that was issued, apart', async () => {
    await office.filed('U1', 5);
    office.setNow('2024-03-14T04:00:00Z');
    await drawnUp(office, period);
    expect(await kinds()).toEqual(['upward']);
    await office.filed('U2', 6);
    expect(await kinds()).toEqual(['upward', 'stale-draft']);
    office.setNow('2024-03-14T05:00:00Z');
    await signedAndIssued(office, period);
    expect(await kinds()).toEqual([]);
    await office.filed('U3', 7);
    expect(await kinds()).toEqual(['stale']);
  });

  it('has figures far from those of the others, by indicator', async () => {
    const [one] = smallRegime.units;
    const units = [1, 2, 3, 4, 5, 6, 7, 8].map(
      (n) =>
        ({ ...one, code: `U${n}`, name: `Đơn vị ${n}`, email: `u${n}@units.example`, aliases: [] }) as Unit,
    );
    await begin({}, { units });
    for (const [n, { code }] of units.entries()) await office.filed(code, n === 7 ? 40_000 : 40 + n);
    const [outlier] = (await list()).filter(({ kind }) => kind === 'outlier');
    expect(outlier).toMatchObject({ period, unit: 'U8', why: { vi: expect.stringMatching(/^A01: /) } });
  });
});
