import { countingOf } from '../../shared/consolidation/counting.ts';
import { readFilings, readPeriod, readReading } from '../../shared/records/filings.ts';
import type { Filings, Version } from '../../shared/records/rows.ts';
import { compareWithOthers, textsToCompare } from '../../shared/report/compare-with-others.ts';
import type { Finding, Reading } from '../../shared/report/reading.ts';
import type { Doorway, Visitor } from './visitor.ts';

/**
 * What a version says beside the other reports, as they stand now: one Query for the period, one for each other
 * period of the unit, and the text of the few reports that are likely the same.
 */
export async function compareVersion(
  { table, store }: Pick<Doorway, 'table' | 'store'>,
  { regime, unit }: Visitor,
  version: Version,
  reading: Reading,
): Promise<readonly Finding[]> {
  const period = regime.periods.find(({ id }) => id === version.period);
  // The regime may have changed since: a verdict stays readable where the duty is gone.
  if (!period) return [];
  const others = new Set(regime.periods.map(({ id }) => id));
  if (period.previous !== undefined) others.add(period.previous);
  others.delete(period.id);
  const [everybody, ...own] = await Promise.all([
    readPeriod(table, period.id),
    ...[...others].map((id) => readFilings(table, id, unit.code)),
  ]);
  const reports = {
    reports: [everybody, ...own].flatMap(({ versions }) => versions),
    last: lastReport(own[[...others].indexOf(period.previous ?? '')], unit.code),
  };
  const texts = await Promise.all(
    textsToCompare(version, reports).map(async (upload) => {
      return [upload, (await readReading(store, upload))?.narrative ?? null] as const;
    }),
  );
  const narratives = new Map(texts);
  const task = { fileName: version.fileName, unit, period, regime };
  return compareWithOthers(version, reading, task, reports, (upload) => narratives.get(upload) ?? null);
}

function lastReport(filings: Filings | undefined, unit: string): Version | null {
  const counting = filings && countingOf(filings, unit);
  return counting?.kind === 'version' ? counting.version : null;
}
