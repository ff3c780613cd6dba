/** Checking, comparing and applying regimes. */
import { type NextVersion, nextVersion, putInForce } from '../../shared/office/amend/regime-versions.ts';
import { releaseReplaced } from '../../shared/office/chase/bounces.ts';
import type { Table } from '../../shared/ports/table.ts';
import { contestedNames } from '../../shared/reading/understand/names/contested-names.ts';
import { readPeriodOwner, readRegimeVersion } from '../../shared/records/regimes.ts';
import { exampleAddresses } from '../../shared/regime/addresses.ts';
import { type Amendment, amendmentsInForce } from '../../shared/regime/amendment.ts';
import type { Fault } from '../../shared/regime/fault.ts';
import { parseRegime, RegimeFault, type RegimeFile } from '../../shared/regime/load.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { type Change, changesBetween } from './changes.ts';
import { readNamedFile } from './named-files.ts';
import type { System } from './system.ts';

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
  /** What the office changed in the regime, which the new version keeps. */
  readonly kept: readonly Amendment[];
}

/** What applying the regime would change; what the office changed in it stays. */
export async function compareRegime(system: System, regime: Regime): Promise<Comparison> {
  const next = await nextVersion(system, regime);
  holdToNames(regime, next);
  return comparisonOf(system, next);
}

/** Makes the regime current; what waited for an address that it replaces goes to the new one. Throws PeriodTaken, AppliedMeanwhile. */
export async function applyRegime(system: System, regime: Regime): Promise<Comparison> {
  const next = await nextVersion(system, regime);
  holdToNames(regime, next);
  const comparison = await comparisonOf(system, next);
  await putInForce(system, regime, next);
  await releaseReplaced(system, next.current && (await readRegimeVersion(system.store, next.current.hash)));
  return comparison;
}

/** What the office opened stands beside what the file names: neither may be taken for the other. Throws RegimeFault. */
function holdToNames(regime: Regime, { regime: whole, amendments }: NextVersion): void {
  if (amendments.length === 0) return;
  const own = new Set(contestedNames(regime).map(({ message }) => message));
  const faults = contestedNames(whole).filter(({ message }) => !own.has(message));
  if (faults.length === 0) return;
  const opened = whole.periods.filter(({ id }) => !regime.periods.some((each) => each.id === id));
  const bothOpened = new Set(contestedNames({ ...whole, periods: opened }).map(({ message }) => message));
  const what = 'what the office changed in the regime';
  throw new RegimeFault(
    what,
    faults.map(({ path, message }) => ({
      line: 0,
      path: path.join('.'),
      message: bothOpened.has(message)
        ? `${message}; the office opened both: take one back on the office’s page`
        : `${message}; the office opened one of them: rename the other`,
    })),
  );
}

async function comparisonOf(
  { store }: Pick<System, 'store'>,
  { regime, hash, current, amendments }: NextVersion,
): Promise<Comparison> {
  const before = current && (await readRegimeVersion(store, current.hash));
  return {
    hash,
    replaces: current?.hash ?? null,
    changes: changesBetween(before ?? {}, regime),
    kept: amendmentsInForce(amendments),
  };
}
