import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createSchedule } from '../../../functions/schedule/handler.ts';
import { changesBetween } from '../../../infra/admin/changes.ts';
import {
  applyRegime,
  compareRegime,
  readRegimeFile,
  readRegimeFor,
  sharedPeriods,
} from '../../../infra/admin/regime.ts';
import { readPeriod } from '../../../shared/records/filings.ts';
import { PeriodTaken, readCurrentRegimes } from '../../../shared/records/regimes.ts';
import { readWatermark } from '../../../shared/records/runs.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { aWorld, type World } from '../../functions/a-world.ts';
import { queuedBefore } from '../../functions/queued.ts';

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

const sampleFile = join(import.meta.dirname, '../../../infra/regimes/dan-van-2024.yaml');

describe('checking a regime', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regime-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const fileOf = async (content: string | Uint8Array) => {
    const file = join(folder, 'regime.yaml');
    await writeFile(file, content);
    return file;
  };
  const sample = (right = '', wrong = '') =>
    readFile(sampleFile, 'utf8').then((yaml) => yaml.replace(right, wrong));

  it('finds the periods that another regime of the system has, with their lines', async () => {
    const file = await fileOf(await sample('id: dan-van-2024', 'id: cai-cach-2024'));
    await expect(readRegimeFor(world.system, file, { mailsPeople: false })).rejects.toThrow(
      /regime\.yaml:\d+ periods\[0\]\.id: the period "KH2024" belongs to the regime "dan-van-2024"/,
    );
    // Its own are no other's.
    await readRegimeFor(world.system, sampleFile, { mailsPeople: false });
  });

  it('finds those of another file that is checked with it', async () => {
    const regime = await readRegimeFile(sampleFile);
    expect(sharedPeriods({ ...regime, id: 'cai-cach-2024' }, regime)).toHaveLength(9);
    expect([sharedPeriods(another(), regime), sharedPeriods(regime, regime)]).toEqual([[], []]);
  });

  it('refuses addresses of nobody where people are mailed, and there alone', async () => {
    await expect(readRegimeFor(null, sampleFile, { mailsPeople: true })).rejects.toThrow(
      /units\[0\]\.email: "vps@units\.example" is an example/,
    );
    await readRegimeFor(null, sampleFile, { mailsPeople: false });
  });

  it('refuses a name that two indicators claim, which no shape shows', async () => {
    const file = await fileOf(await sample('      - Tập thể\n', '      - Cá nhân\n'));
    await expect(readRegimeFile(file)).rejects.toThrow(/indicators\[6\]\.aliases\[1\]: "Cá nhân" of "A07"/);
  });

  it('refuses letters in another encoding, with the line of the first', async () => {
    const file = await fileOf(Buffer.from('id: x\nname: Phòng\n', 'latin1'));
    await expect(readRegimeFile(file)).rejects.toThrow(/regime\.yaml:2 \(file\): .*UTF-8/);
  });
});

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
    const reminders = await queuedBefore(world.table);
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
