/** Issued reports: which there are, and whether they still say what is filed. */

import type { Edition } from '../../shared/filing/edition.ts';
import { issuedLast } from '../../shared/filing/edition.ts';
import type { RegimeVersion } from '../../shared/office/freeze.ts';
import { compareWithIssued } from '../../shared/office/issue.ts';
import { readSummary } from '../../shared/office/summarise.ts';
import { readEditions } from '../../shared/records/editions.ts';
import { readCurrentRegimes, readRegimeVersion } from '../../shared/records/regimes.ts';
import { readManifest, readRun } from '../../shared/records/runs.ts';
import { inZone } from '../../shared/regime/calendar.ts';
import type { Period } from '../../shared/regime/regime.ts';
import { type Changes, changesBetween } from '../../shared/summary/changes.ts';
import { Unknown } from './links.ts';
import type { System } from './system.ts';

export interface Owed {
  readonly regime: RegimeVersion;
  readonly period: Period;
}

/** The periods of the regimes in force; of one id only where named. Throws Unknown. */
export async function periodsOf({ table, store }: System, only?: string): Promise<Owed[]> {
  const current = await readCurrentRegimes(table);
  const regimes = await Promise.all(
    current.map(async ({ hash }) => ({ ...(await readRegimeVersion(store, hash)), hash })),
  );
  const owed = regimes.flatMap((regime) => regime.periods.map((period) => ({ regime, period })));
  const meant = owed.filter(({ period }) => only === undefined || period.id === only);
  if (meant.length === 0) throw new Unknown(`no regime in force has the period ${only}`);
  return meant;
}

export interface ReportStatus {
  readonly period: Period;
  /** Oldest first. */
  readonly editions: readonly Edition[];
  /** Against the last of them; null where none was issued, or it still says what is filed. */
  readonly changes: Changes | null;
}

/** The reports that were issued, and what has changed since. Throws Unknown. */
export async function reportStatus(system: System, only?: string): Promise<ReportStatus[]> {
  const now = system.clock.now();
  const found: ReportStatus[] = [];
  for (const { regime, period } of await periodsOf(system, only)) {
    const editions = await readEditions(system.table, period.id);
    if (editions.length === 0 && only === undefined) continue;
    const last = issuedLast(editions);
    const at = inZone(now, regime.timeZone);
    found.push({
      period,
      editions,
      changes: last && (await changesSince(system, { regime, period, at }, last)),
    });
  }
  return found;
}

async function changesSince(
  { table, store }: System,
  issue: Owed & { readonly at: string },
  last: Edition,
): Promise<Changes | null> {
  const { manifest, stale } = await compareWithIssued({ table, store }, issue, last);
  if (!stale) return null;
  const before = await readSummary(store, await readManifest(store, last.run));
  return changesBetween(before, await readSummary(store, manifest));
}

/** The run meant by its own name, or by its period: then the edition issued last. Throws Unknown. */
export async function runOf(system: System, runOrPeriod: string): Promise<string> {
  const run = await readRun(system.table, runOrPeriod);
  if (run) return run.run;
  const last = issuedLast(await readEditions(system.table, runOrPeriod));
  if (!last) throw new Unknown(`there is no run ${runOrPeriod}, nor an issued report of such a period`);
  return last.run;
}
