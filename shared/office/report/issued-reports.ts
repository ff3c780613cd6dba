/** Issued reports: which there are, and whether they still say what is filed. */

import type { Edition } from '../../filing/edition.ts';
import { issuedLast } from '../../filing/edition.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readEditions } from '../../records/editions.ts';
import { readManifest, readRun } from '../../records/runs.ts';
import type { Period } from '../../regime/regime.ts';
import { type Changes, changesBetween } from '../../summary/changes.ts';
import { periodInForce, periodsInForce, Unknown } from '../regimes-in-force.ts';
import { asThingsStand, compareWithIssued, type Issue } from './issue.ts';
import { readSummary } from './summarise.ts';

type Records = Pick<Dependencies, 'table' | 'store'>;

export interface ReportStatus {
  readonly period: Period;
  /** Oldest first. */
  readonly editions: readonly Edition[];
  /** Against the last of them; null where none was issued, or it still says what is filed. */
  readonly changes: Changes | null;
}

/** The reports that were issued, and what has changed since. Throws Unknown. */
export async function reportStatus(
  records: Records & Pick<Dependencies, 'clock'>,
  only?: string,
): Promise<ReportStatus[]> {
  const now = records.clock.now();
  const found: ReportStatus[] = [];
  const owed = only === undefined ? await periodsInForce(records) : [await periodInForce(records, only)];
  for (const { regime, period } of owed) {
    const editions = await readEditions(records.table, period.id);
    if (editions.length === 0 && only === undefined) continue;
    const last = issuedLast(editions);
    found.push({
      period,
      editions,
      changes: last && (await changesSince(records, asThingsStand({ regime, period }, now), last)),
    });
  }
  return found;
}

async function changesSince({ table, store }: Records, issue: Issue, last: Edition): Promise<Changes | null> {
  const { manifest, stale } = await compareWithIssued({ table, store }, issue, last);
  if (!stale) return null;
  const before = await readSummary(store, await readManifest(store, last.run));
  return changesBetween(before, await readSummary(store, manifest));
}

/** The run meant by its own name, or by its period: then the edition issued last. Throws Unknown. */
export async function runOf({ table }: Pick<Dependencies, 'table'>, runOrPeriod: string): Promise<string> {
  const run = await readRun(table, runOrPeriod);
  if (run) return run.run;
  const last = issuedLast(await readEditions(table, runOrPeriod));
  if (!last) throw new Unknown(`there is no run ${runOrPeriod}, nor an issued report of such a period`);
  return last.run;
}
