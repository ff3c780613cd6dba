import { countingOf } from '../filing/counting.ts';
import type { Version } from '../filing/version.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { compareWithOthers, textsToCompare } from '../reading/compare/compare-with-others.ts';
import type { Reading } from '../reading/model/reading.ts';
import { readFilings, readPeriod, readReading, readVersions } from '../records/filings.ts';
import type { Period } from '../regime/regime.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { Sender } from './open-duty.ts';

/**
 * What a version says beside the other reports, as they stand now: one Query for the period, one for each other
 * period that the unit owes, and the text of the few reports that are likely the same.
 */
export async function compareVersion(
  records: Pick<Dependencies, 'table' | 'store'>,
  sender: Sender,
  version: Version,
  reading: Reading,
): Promise<readonly Finding[]> {
  const { regime, unit } = sender;
  const period = regime.periods.find(({ id }) => id === version.period);
  // The regime may have changed since: a verdict stays readable where the duty is gone.
  if (!period) return [];
  const others = await otherReports(records, sender, period);
  const texts = await Promise.all(
    textsToCompare(version, others).map(async (upload) => {
      return [upload, (await readReading(records.store, upload))?.narrative ?? null] as const;
    }),
  );
  const narratives = new Map(texts);
  const task = { fileName: version.fileName, unit, period, regime };
  return compareWithOthers(version, reading, task, others, (upload) => narratives.get(upload) ?? null);
}

async function otherReports(
  { table }: Pick<Dependencies, 'table'>,
  { regime, unit }: Sender,
  { id, previous }: Period,
): Promise<{ reports: readonly Version[]; last: Version | null }> {
  const owed = regime.periods.filter(({ assignedTo }) => assignedTo.includes(unit.kind));
  const elsewhere = owed.filter((period) => period.id !== id && period.id !== previous);
  const [everybody, before, ...own] = await Promise.all([
    readPeriod(table, id),
    // The period before may be of another regime.
    previous === undefined ? null : readFilings(table, previous, unit.code),
    ...elsewhere.map((period) => readVersions(table, period.id, unit.code)),
  ]);
  const counting = before && countingOf(before, unit.code);
  return {
    reports: [...everybody.versions, ...(before?.versions ?? []), ...own.flat()],
    last: counting?.kind === 'version' ? counting.version : null,
  };
}
