import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createSchedule } from '../../../functions/schedule/handler.ts';
import { changesBetween } from '../../../infra/admin/changes.ts';
import { applyRegime, compareRegime } from '../../../infra/admin/regime.ts';
import { readPeriod } from '../../../shared/records/filings.ts';
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
