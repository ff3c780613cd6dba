/** Checking, comparing and applying regimes. */
import { createHash } from 'node:crypto';
import { openDuePeriod } from '../../shared/office/open-period.ts';
import {
  claimPeriod,
  makeCurrent,
  readCurrentRegime,
  readRegimeVersion,
  writeRegimeVersion,
} from '../../shared/records/regimes.ts';
import { startWatermark } from '../../shared/records/runs.ts';
import { dayOf } from '../../shared/regime/calendar.ts';
import { readRegime } from '../../shared/regime/load.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { RejectError } from '../../shared/vocabulary/errors.ts';
import { type Change, changesBetween } from './changes.ts';
import { readNamedFile } from './named-files.ts';
import type { System } from './system.ts';

/** Another admin applied a version in the meantime: compare again before applying. */
export class AppliedMeanwhile extends RejectError {
  override readonly name = 'AppliedMeanwhile';
  readonly code = 'APPLIED_MEANWHILE';
  readonly mendable = true;
}

/** Reads and checks one YAML file. Throws RegimeFault, which names each path and line, and FileNotUsable. */
export async function readRegimeFile(file: string): Promise<Regime> {
  return readRegime((await readNamedFile(file)).toString('utf8'), file);
}

export interface Comparison {
  readonly hash: string;
  /** The hash of the version in force, or null where the regime was never applied. */
  readonly replaces: string | null;
  readonly changes: readonly Change[];
}

/** What applying the regime would change. */
export async function compareRegime({ table, store }: System, regime: Regime): Promise<Comparison> {
  const current = await readCurrentRegime(table, regime.id);
  const before = current && (await readRegimeVersion(store, current.hash));
  return {
    hash: hashOf(regime),
    replaces: current?.hash ?? null,
    changes: changesBetween(before ?? {}, regime),
  };
}

/**
 * Makes the regime current. Each step may be done again; the last one alone makes it hold. What lies before now is
 * past: periods that should be open are opened, and nothing is sent for them.
 * Throws PeriodTaken where another regime has one of its periods, AppliedMeanwhile.
 */
export async function applyRegime(system: System, regime: Regime): Promise<Comparison> {
  const { table, store } = system;
  const now = system.clock.now();
  const comparison = await compareRegime(system, regime);
  for (const { id } of regime.periods) await claimPeriod(table, id, regime.id);
  await writeRegimeVersion(store, comparison.hash, regime);
  for (const period of regime.periods) {
    if (period.opens === undefined || period.opens > dayOf(now, regime.timeZone)) continue;
    await openDuePeriod(system, regime, { period, at: now });
  }
  await startWatermark(table, regime.id, now);
  const row = { regime: regime.id, hash: comparison.hash, appliedAt: now };
  if (comparison.hash !== comparison.replaces && !(await makeCurrent(table, row, comparison.replaces))) {
    throw new AppliedMeanwhile(
      `another version of ${regime.id} was applied in the meantime; compare and apply again`,
    );
  }
  return comparison;
}

function hashOf(regime: Regime): string {
  return createHash('sha256').update(JSON.stringify(regime)).digest('hex');
}
