import { previousReport } from '../filing/previous-values.ts';
import type { Version } from '../filing/version.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { compareWithOthers, type OtherReports } from '../reading/compare/compare-with-others.ts';
import type { Reading } from '../reading/model/reading.ts';
import { readFilings, readReading, readVersions } from '../records/filings.ts';
import { dayOf } from '../regime/calendar.ts';
import { isAskedOf } from '../regime/duties.ts';
import type { Period } from '../regime/regime.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { Sender } from './open-duty.ts';

/**
 * What a version says beside the unit's own other reports, as they stand now: two Queries for each period that the
 * unit owed by then, and what was read of the report before. `own` is what the unit sent for the same period, where that was
 * read already. What other units sent is neither read nor told: that comparison
 * is the office's, and made when a summary is frozen.
 */
export async function compareVersion(
  records: Pick<Dependencies, 'table' | 'store'>,
  sender: Sender,
  version: Version,
  reading: Reading,
  own?: readonly Version[],
): Promise<readonly Finding[]> {
  const { regime, unit } = sender;
  const period = regime.periods.find(({ id }) => id === version.period);
  // The regime may have changed since: a verdict stays readable where the duty is gone.
  if (!period) return [];
  const { others, lastReading } = await ownReports(records, sender, period, version.receivedAt, own);
  const narrativeOf = (upload: string) =>
    upload === others.last?.upload ? (lastReading?.narrative ?? null) : null;
  const task = { fileName: version.fileName, unit, period, regime };
  return compareWithOthers(version, reading, task, others, narrativeOf);
}

async function ownReports(
  { table, store }: Pick<Dependencies, 'table' | 'store'>,
  { regime, unit }: Sender,
  { id, previous }: Period,
  receivedAt: string,
  known?: readonly Version[],
): Promise<{ readonly others: OtherReports; readonly lastReading: Reading | null }> {
  const owed = regime.periods.filter((period) => isAskedOf(period, unit));
  // A report is compared with earlier ones, and none came for a period that opened later.
  const day = dayOf(receivedAt, regime.timeZone);
  const elsewhere = owed.filter(({ id: other, opens = day }) => other !== previous && opens <= day);
  const [before, ...own] = await Promise.all([
    // The period before may be of another regime.
    previous === undefined ? null : readFilings(table, previous, unit.code),
    known ?? readVersions(table, id, unit.code),
    ...elsewhere
      .map((period) => period.id)
      .filter((other) => other !== id)
      .map((other) => readVersions(table, other, unit.code)),
  ]);
  const last = before && previousReport(before, unit.code);
  const lastReading = last && (await readReading(store, last));
  return {
    others: {
      reports: [...(before?.versions ?? []), ...own.flat()],
      last: last && { ...last, values: lastReading?.values ?? [] },
    },
    lastReading,
  };
}
