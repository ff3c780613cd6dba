/** Issued reports: which there are, whether they still say what is filed, and issuing the next edition. */

import { RejectError } from '../../shared/errors.ts';
import type { RegimeVersion } from '../../shared/office/freeze.ts';
import { compareWithIssued, issueFinal } from '../../shared/office/issue.ts';
import { readSummary } from '../../shared/office/summarise.ts';
import { issuedLast, readEditions } from '../../shared/records/editions.ts';
import { readCurrentRegimes, readRegimeVersion } from '../../shared/records/regimes.ts';
import type { Edition, Manifest } from '../../shared/records/rows.ts';
import { readManifest, readRun, runName } from '../../shared/records/runs.ts';
import { inZone } from '../../shared/regime/calendar.ts';
import type { Period } from '../../shared/regime/regime.ts';
import { type Changes, changesBetween } from '../../shared/summary/changes.ts';
import { Unknown } from './links.ts';
import type { System } from './system.ts';

/** Nothing would be said otherwise than in the edition before; the message says how to issue all the same. */
export class NotIssued extends RejectError {
  override readonly name = 'NotIssued';
  readonly code = 'NOT_ISSUED';
  readonly mendable = true;
}

interface Owed {
  readonly regime: RegimeVersion;
  readonly period: Period;
}

/** The periods of the regimes in force; of one id only where named. Throws Unknown. */
async function periodsOf({ table, store }: System, only?: string): Promise<Owed[]> {
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
  const now = await system.now();
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

/**
 * Issues the period's report as it stands now, to every recipient; the newest edition, if its issuing was cut off,
 * is finished first. Throws Unknown, and NotIssued where nothing has changed since the last edition, unless `anyway`.
 */
export async function issueReport(
  system: System,
  id: string,
  { anyway }: { readonly anyway: boolean },
): Promise<Manifest> {
  const [owed] = await periodsOf(system, id);
  if (!owed) throw new Unknown(`no regime in force has the period ${id}`);
  const now = await system.now();
  const issuer = { ...system, now: () => now };
  const editions = await readEditions(system.table, id);
  // One that a newer edition has overtaken is not sent after it.
  const unfinished = editions.at(-1);
  if (unfinished?.fingerprint === null) return issueFinal(issuer, { ...owed, at: unfinished.scheduledAt });
  const at = inZone(now, owed.regime.timeZone);
  const last = issuedLast(editions);
  if (last?.run === runName(id, 'final', at)) {
    throw new NotIssued(`${id} was issued this very minute as ${last.run}; wait for the next`);
  }
  if (last && !anyway && !(await compareWithIssued(system, { ...owed, at }, last)).stale) {
    throw new NotIssued(
      `edition ${last.edition} of ${id} still says what is filed; --anyway issues another all the same`,
    );
  }
  return issueFinal(issuer, { ...owed, at });
}

/** The run meant by its own name, or by its period: then the edition issued last. Throws Unknown. */
export async function runOf(system: System, runOrPeriod: string): Promise<string> {
  const run = await readRun(system.table, runOrPeriod);
  if (run) return run.run;
  const last = issuedLast(await readEditions(system.table, runOrPeriod));
  if (!last) throw new Unknown(`there is no run ${runOrPeriod}, nor an issued report of such a period`);
  return last.run;
}
