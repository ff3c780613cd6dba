/** Regimes: an object by content hash, and one row that makes it current. */
import * as z from 'zod';
import { readJson, type Store, writeJsonOnce } from '../ports/store.ts';
import { queryAll, type Table } from '../ports/table.ts';
import { Regime } from '../regime/regime.ts';
import { RejectError } from '../vocabulary/errors.ts';
import { periodOwner, regimeKey, regimeObject, regimes } from './keys.ts';

export const CurrentRegime = z.object({
  regime: z.string(),
  hash: z.string(),
  appliedAt: z.string(),
  /** The version that the admin applied, without what the office changed on it; absent: the same. */
  base: z.string().optional(),
});
export type CurrentRegime = z.output<typeof CurrentRegime>;

const PeriodOwner = z.object({ regime: z.string() });

/** Another regime already has a period of this id: period ids are unique over all regimes. */
export class PeriodTaken extends RejectError {
  override readonly name = 'PeriodTaken';
  readonly code = 'PERIOD_TAKEN';
  readonly mendable = true;

  constructor(period: string, owner: string) {
    super(`the period ${period} belongs to the regime ${owner}`);
  }
}

/** Which version of each regime is in force. */
export async function readCurrentRegimes(table: Table): Promise<CurrentRegime[]> {
  return (await queryAll(table, regimes)).map((row) => CurrentRegime.parse(row));
}

/** Null where a regime of this id was never applied. */
export async function readCurrentRegime(table: Table, regime: string): Promise<CurrentRegime | null> {
  const row = await table.get(regimeKey(regime));
  return row && CurrentRegime.parse(row);
}

// A version never changes under its hash: whoever stays warm fetches and checks it once.
const versions = new WeakMap<Store, Map<string, Promise<Regime>>>();

/** The regime exactly as it was applied under this hash. Throws where the object is gone. */
export async function readRegimeVersion(store: Store, hash: string): Promise<Regime> {
  const known = versions.get(store) ?? new Map<string, Promise<Regime>>();
  versions.set(store, known);
  const reading = known.get(hash) ?? fetchVersion(store, hash);
  known.set(hash, reading);
  try {
    return await reading;
  } catch (error) {
    known.delete(hash);
    throw error;
  }
}

async function fetchVersion(store: Store, hash: string): Promise<Regime> {
  const stored = await readJson(store, regimeObject(hash));
  if (stored === null) throw new Error(`the regime version ${hash} is not in the bucket`);
  return Regime.parse(stored);
}

/** Keeps the version under its hash; written again it stays as it was. */
export async function writeRegimeVersion(store: Store, hash: string, regime: Regime): Promise<void> {
  await writeJsonOnce(store, regimeObject(hash), regime);
}

/** Makes the period this regime's own. Throws PeriodTaken. */
export async function claimPeriod(table: Table, period: string, regime: string): Promise<void> {
  if (await table.putIfAbsent(periodOwner(period), { regime })) return;
  const owner = PeriodOwner.parse(await table.get(periodOwner(period)));
  if (owner.regime !== regime) throw new PeriodTaken(period, owner.regime);
}

/** Makes the regime version current, provided the current one is still `replaces` (null for none). */
export async function makeCurrent(
  table: Table,
  current: CurrentRegime,
  replaces: string | null,
): Promise<boolean> {
  const { regime, hash, appliedAt, base = hash } = current;
  return table.update(regimeKey(regime), {
    set: { regime, hash, appliedAt, base },
    when: replaces === null ? { pk: { exists: false } } : { hash: { equals: replaces } },
  });
}

/** The regime whose period this is, or null for a period that no regime ever had. */
export async function readPeriodOwner(table: Table, period: string): Promise<string | null> {
  const row = await table.get(periodOwner(period));
  return row && PeriodOwner.parse(row).regime;
}
