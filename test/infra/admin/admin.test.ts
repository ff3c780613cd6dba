import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createSchedule } from '../../../functions/schedule/handler.ts';
import { changesBetween } from '../../../infra/admin/changes.ts';
import { NotDecided, prepareDecision, recordDecision } from '../../../infra/admin/decisions.ts';
import {
  addressees,
  issueByHand,
  linksOf,
  listLinks,
  revokeLinks,
  Unknown,
} from '../../../infra/admin/links.ts';
import { applyRegime, compareRegime } from '../../../infra/admin/regime.ts';
import { dutyStatus } from '../../../shared/filing/duty.ts';
import { readFilings, readPeriod } from '../../../shared/records/filings.ts';
import { LinkRefused, openLink } from '../../../shared/records/links.ts';
import { readUnsent } from '../../../shared/records/outbox.ts';
import { PeriodTaken, readCurrentRegimes } from '../../../shared/records/regimes.ts';
import { readWatermark } from '../../../shared/records/runs.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { aWorld, type World } from '../../functions/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld('2024-03-15T08:00:00+07:00');
});
afterEach(() => world.stop());

/** The same regime under other names, as a second programme of the same department would have it. */
function another(): Regime {
  const { regime } = world;
  const periods = regime.periods.map((period) => ({
    ...period,
    id: `X-${period.id}`,
    ...(period.previous && { previous: `X-${period.previous}` }),
    ...(period.sumOf && { sumOf: period.sumOf.map((part) => `X-${part}`) }),
  }));
  return { ...regime, id: 'cai-cach-2024', periods };
}

describe('applying a regime', () => {
  it('shows what would change, and changes nothing, before it is applied', async () => {
    const moved = structuredClone(world.regime);
    const [unit] = moved.units;
    if (unit) unit.email = 'vps@other.example';
    const { changes } = await compareRegime(world.system, moved);
    expect(changes).toEqual([
      { path: 'units.VPS.email', before: 'vps@units.example', after: 'vps@other.example' },
    ]);
    expect((await compareRegime(world.system, world.regime)).changes).toEqual([]);
  });

  it('takes hold without moving the watermark, so that no hour is skipped', async () => {
    const before = await readWatermark(world.table, world.regime.id);
    world.setNow('2024-03-15T15:30:00+07:00');
    await applyRegime(world.system, { ...world.regime, linkDays: 30 });
    expect(await readWatermark(world.table, world.regime.id)).toBe(before);
  });

  it('opens the periods that should be open and freezes their units', async () => {
    expect((await readPeriod(world.table, 'KH2024')).expected).toEqual([
      'CCBVMT',
      'VPDK',
      'TTTNMT',
      'TTPTQD',
    ]);
    expect((await readPeriod(world.table, '6T-2024')).expected).toBeNull();
    // A unit that leaves the regime later still owed what it owed.
    await applyRegime(world.system, { ...world.regime, units: world.regime.units.slice(1) });
    expect((await readPeriod(world.table, 'Q1-2024')).expected).toHaveLength(14);
  });

  it('refuses a second regime that claims the same periods', async () => {
    await expect(applyRegime(world.system, { ...world.regime, id: 'thief' })).rejects.toThrow(PeriodTaken);
    expect(await readCurrentRegimes(world.table)).toHaveLength(1);
  });

  it('lets two regimes live side by side, each with its own reminders', async () => {
    await applyRegime(world.system, another());
    world.setNow('2024-03-18T08:00:10+07:00');
    await createSchedule(world)({ scheduledTime: '2024-03-18T08:00:00+07:00' });
    const reminders = await readUnsent(world.table, '2030-01-01T00:00:00Z');
    expect(reminders.filter((id) => id.startsWith('reminder/Q1-2024/'))).toHaveLength(13);
    expect(reminders.filter((id) => id.startsWith('reminder/X-Q1-2024/'))).toHaveLength(13);
  });
});

describe('links', () => {
  it('are issued to every unit and to the office’s recipients', async () => {
    const everybody = await addressees(world.system, { only: [] });
    expect(everybody.filter(({ holder }) => holder.kind === 'unit')).toHaveLength(14);
    expect(everybody.filter(({ holder }) => holder.kind === 'office')).toHaveLength(2);
    await expect(addressees(world.system, { only: ['NOBODY'] })).rejects.toThrow(Unknown);
  });

  it('are valid side by side, and all of a unit’s are revoked at once', async () => {
    const [unit] = await addressees(world.system, { only: ['VPDK'] });
    const [other] = await addressees(world.system, { only: ['QLDD'] });
    if (!unit || !other) throw new Error('the sample regime lacks its units');
    const first = await issueByHand(world.system, unit);
    const second = await issueByHand(world.system, unit);
    const untouched = await issueByHand(world.system, other);
    expect(first.page).toBe(`${world.system.portalUrl}/u#${first.token}`);
    expect(await listLinks(world.system)).toHaveLength(3);
    expect(await revokeLinks(world.system, await linksOf(world.system, 'VPDK'))).toBe(2);
    for (const { token } of [first, second]) {
      await expect(openLink(world.table, token, world.now())).rejects.toThrow(LinkRefused);
    }
    expect(await openLink(world.table, untouched.token, world.now())).toMatchObject({
      holder: { unit: 'QLDD' },
    });
  });

  it.each(['', 'a', 'DDB', 'abcdef', 'NOBODY'])(
    'are not revoked by "%s", which names none of them',
    async (whose) => {
      for (const addressee of await addressees(world.system, { only: ['DDBD', 'VPDK'] })) {
        await issueByHand(world.system, addressee);
      }
      await expect(linksOf(world.system, whose)).rejects.toThrow(Unknown);
    },
  );

  it('are never stored: the table knows their hash alone', async () => {
    const [unit] = await addressees(world.system, { only: ['VPDK'] });
    if (!unit) throw new Error('the sample regime lacks VPDK');
    const { token } = await issueByHand(world.system, unit);
    expect(token).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(JSON.stringify(await listLinks(world.system))).not.toContain(token);
  });
});

describe('decisions of the office', () => {
  const wish = { period: 'Q1-2024', unit: 'QLDD', reason: 'Chờ số liệu', actor: 'Văn phòng Sở' } as const;
  const dutyNow = async () => {
    const { regime, table } = world;
    const period = regime.periods.find(({ id }) => id === 'Q1-2024');
    if (!period) throw new Error('the sample regime lacks its first quarter');
    const filings = await readFilings(table, 'Q1-2024', 'QLDD');
    return dutyStatus({ ...filings, regime, period, unit: 'QLDD', now: world.now(), expected: null });
  };

  it('grant more time, and the deadline says so', async () => {
    const extension = await prepareDecision(world.system, {
      ...wish,
      kind: 'extension',
      until: '2024-03-25',
    });
    expect(await dutyNow()).toMatchObject({ status: 'missing' });
    await recordDecision(world.system, extension);
    expect(await dutyNow()).toMatchObject({ status: 'extended', due: '2024-03-25T23:59:59+07:00' });
  });

  it('let a unit owe nothing, with the reason', async () => {
    await recordDecision(
      world.system,
      await prepareDecision(world.system, { ...wish, kind: 'exclude-unit' }),
    );
    expect(await dutyNow()).toMatchObject({ status: 'excluded', reason: 'Chờ số liệu' });
  });

  it.each([
    ['an extension without a date', { ...wish, kind: 'extension' } as const, NotDecided],
    ['an extension to no date', { ...wish, kind: 'extension', until: '25/03/2024' } as const, NotDecided],
    [
      'an extension that gives no more time',
      { ...wish, kind: 'extension', until: '2024-03-18' } as const,
      NotDecided,
    ],
    [
      'an extension beyond the lock',
      { ...wish, kind: 'extension', until: '2024-06-15' } as const,
      NotDecided,
    ],
    ['a return without a receipt', { ...wish, kind: 'return' } as const, NotDecided],
    ['a return of what nobody sent', { ...wish, kind: 'return', receipt: 'ABCDEF1234' } as const, Unknown],
    ['guidance for one unit', { ...wish, kind: 'guidance', until: '2024-04-01' } as const, NotDecided],
    ['a unit that there is not', { ...wish, unit: 'NOBODY', kind: 'exclude-unit' } as const, Unknown],
    ['a period that there is not', { ...wish, period: 'Q9', kind: 'exclude-unit' } as const, Unknown],
  ])('refuse %s', async (_, asked, error) => {
    await expect(prepareDecision(world.system, asked)).rejects.toThrow(error);
  });
});

describe('the difference between two regimes', () => {
  it('names items by their code, so that inserting one moves nothing else', () => {
    const before = {
      units: [
        { code: 'A', name: 'a' },
        { code: 'C', name: 'c' },
      ],
    };
    const after = {
      units: [
        { code: 'A', name: 'a' },
        { code: 'B', name: 'b' },
        { code: 'C', name: 'C' },
      ],
    };
    expect(changesBetween(before, after)).toEqual([
      { path: 'units.C.name', before: 'c', after: 'C' },
      { path: 'units.B.code', after: 'B' },
      { path: 'units.B.name', after: 'b' },
    ]);
  });
});
