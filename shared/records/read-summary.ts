/** A manifest and what was read of its versions, consolidated; the same manifest always gives the same summary. */
import { consolidate } from '../consolidation/consolidate.ts';
import { countingOf } from '../consolidation/counting.ts';
import type { Summary } from '../consolidation/summary.ts';
import type { Regime } from '../regime/regime.ts';
import { compareWithPrevious } from '../report/compare-with-previous.ts';
import type { Finding, Reading } from '../report/reading.ts';
import { readReading } from './filings.ts';
import { readRegimeVersion } from './regimes.ts';
import type { Manifest, Version } from './rows.ts';
import { severalAtOnce } from './several-at-once.ts';
import type { Store } from './store.ts';

/** Enough to hide the way to S3; a larger number of long texts at once would only fill the memory. */
const readAtOnce = 16;

/** Reads only the results of the versions that count. Throws where one is not in the bucket. */
export async function readSummary(store: Store, manifest: Manifest): Promise<Summary> {
  const regime = await readRegimeVersion(store, manifest.regimeHash);
  const counting = countingVersions(manifest);
  const readings = new Map(
    await severalAtOnce(counting, readAtOnce, async ({ upload }) => {
      const reading = await readReading(store, upload);
      if (!reading) throw new Error(`the version ${upload} has no results object`);
      return [upload, reading] as const;
    }),
  );
  return consolidate({
    regime,
    // A head quotes long texts; the report has room for all of them.
    manifest: {
      ...manifest,
      versions: manifest.versions.map((version) => ({
        ...version,
        values: [...(readings.get(version.upload)?.values ?? version.values)],
      })),
    },
    narratives: new Map([...readings].map(([upload, { narrative }]) => [upload, narrative])),
    findings: new Map(
      counting.map((version) => [version.upload, openFindings(regime, manifest, version, readings)]),
    ),
  });
}

/** The versions that stand for their units in the manifest's own period. */
export function countingVersions(filings: Pick<Manifest, 'versions' | 'decisions'>): Version[] {
  const units = [...new Set(filings.versions.map(({ unit }) => unit))];
  return units.flatMap((unit) => {
    const counting = countingOf(filings, unit);
    return counting?.kind === 'version' ? [counting.version] : [];
  });
}

/** What the file itself showed, and what its comparison with the unit's report of the period before shows. */
function openFindings(
  regime: Regime,
  manifest: Manifest,
  version: Version,
  readings: ReadonlyMap<string, Reading>,
): Finding[] {
  const { findings = version.firstFindings, values = version.values } = readings.get(version.upload) ?? {};
  const unit = regime.units.find(({ code }) => code === version.unit);
  const period = regime.periods.find(({ id }) => id === manifest.period);
  const before = manifest.earlier.previous && countingOf(manifest.earlier.previous, version.unit);
  if (!unit || !period || before?.kind !== 'version') return [...findings];
  return [
    ...findings,
    ...compareWithPrevious(
      { unit, period, regime, fileName: version.fileName },
      values,
      before.version.values,
    ),
  ];
}
