/** Checking, comparing and applying regimes. */
import { createHash } from 'node:crypto';
import { openDuePeriod } from '../../shared/office/open-period.ts';
import type { Table } from '../../shared/ports/table.ts';
import { contestedNames } from '../../shared/reading/understand/contested-names.ts';
import {
  claimPeriod,
  makeCurrent,
  readCurrentRegime,
  readPeriodOwner,
  readRegimeVersion,
  writeRegimeVersion,
} from '../../shared/records/regimes.ts';
import { startWatermark } from '../../shared/records/runs.ts';
import { exampleAddresses } from '../../shared/regime/addresses.ts';
import { dayOf } from '../../shared/regime/calendar.ts';
import type { Fault } from '../../shared/regime/fault.ts';
import { parseRegime, RegimeFault, type RegimeFile } from '../../shared/regime/load.ts';
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
  return (await parsedFile(file)).regime;
}

/**
 * As `readRegimeFile`, and against the system that the regime is meant for: no other regime there has one of its
 * periods, and where people are mailed every address is somebody's. Without a system only the addresses are asked.
 * Throws as `readRegimeFile` does.
 */
export async function readRegimeFor(
  system: Pick<System, 'table'> | null,
  file: string,
  { mailsPeople }: { readonly mailsPeople: boolean },
): Promise<RegimeFile> {
  const parsed = await parsedFile(file);
  const { regime } = parsed;
  parsed.throwFor([
    ...(system === null ? [] : await takenPeriods(system.table, regime)),
    ...(mailsPeople ? exampleAddresses(regime) : []),
  ]);
  return parsed;
}

async function parsedFile(file: string): Promise<RegimeFile> {
  const parsed = parseRegime(textOf(await readNamedFile(file), file), file);
  parsed.throwFor(contestedNames(parsed.regime));
  return parsed;
}

/** Throws RegimeFault for a file in another encoding, in which every letter with a mark would become another. */
function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const readable = new TextDecoder().decode(bytes);
    const line = readable.slice(0, readable.indexOf('\uFFFD')).split('\n').length;
    const message = 'the letters here are not in UTF-8; save the file with the encoding UTF-8';
    throw new RegimeFault(file, [{ line, path: '(file)', message }], { cause });
  }
}

/** The periods that another regime, given as well, has too. */
export function sharedPeriods(regime: Regime, other: Regime): Fault[] {
  if (regime.id === other.id) return [];
  return takenBy(regime, new Map(other.periods.map(({ id }) => [id, other.id])));
}

async function takenPeriods(table: Table, regime: Regime): Promise<Fault[]> {
  const owners = new Map<string, string | null>();
  for (const { id } of regime.periods) owners.set(id, await readPeriodOwner(table, id));
  return takenBy(regime, owners);
}

function takenBy(regime: Regime, owners: ReadonlyMap<string, string | null>): Fault[] {
  return regime.periods.flatMap(({ id }, index) => {
    const owner = owners.get(id) ?? regime.id;
    if (owner === regime.id) return [];
    const message = `the period "${id}" belongs to the regime "${owner}"; an id is used once, over all regimes`;
    return [{ path: ['periods', index, 'id'], message }];
  });
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
