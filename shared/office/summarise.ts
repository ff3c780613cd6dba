/** A manifest and what was read of its versions, consolidated; the same manifest always gives the same summary. */

import pMap from 'p-map';
import { countingOf } from '../filing/counting.ts';
import type { Manifest } from '../filing/manifest.ts';
import type { Version } from '../filing/version.ts';
import type { Store } from '../ports/store.ts';
import {
  compareWithOthers,
  type OtherReports,
  textsToCompare,
} from '../reading/compare/compare-with-others.ts';
import type { Reading, Task } from '../reading/model/reading.ts';
import { readReading } from '../records/filings.ts';
import { readRegimeVersion } from '../records/regimes.ts';
import type { Regime } from '../regime/regime.ts';
import { consolidate } from '../summary/consolidate.ts';
import type { Summary } from '../summary/summary.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { NarrativeSection } from '../vocabulary/reading.ts';

/** Enough to hide the way to S3; a larger number of long texts at once would only fill the memory. */
const readAtOnce = 16;

/** Reads only the results of the versions that count. Throws where one is not in the bucket. */
export async function readSummary(store: Store, manifest: Manifest): Promise<Summary> {
  const regime = await readRegimeVersion(store, manifest.regimeHash);
  const counting = countingVersions(manifest);
  const readings = new Map(
    await pMap(
      counting,
      async ({ upload }) => {
        const reading = await readReading(store, upload);
        if (!reading) throw new Error(`the version ${upload} has no results object`);
        return [upload, reading] as const;
      },
      { concurrency: readAtOnce },
    ),
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
    findings: await openFindings(store, { regime, manifest, counting, readings }),
  });
}

/** The versions that stand for their units in the manifest's own period. */
export function countingVersions(filings: Pick<Manifest, 'versions' | 'decisions'>): Version[] {
  const units = [...new Set(filings.versions.map(({ unit }) => unit))];
  return units.flatMap((unit) => countingOf(filings, unit) ?? []).flatMap(versionIn);
}

function versionIn(counting: NonNullable<ReturnType<typeof countingOf>>): Version[] {
  return counting.kind === 'version' ? [counting.version] : [];
}

interface Read {
  readonly regime: Regime;
  readonly manifest: Manifest;
  readonly counting: readonly Version[];
  readonly readings: ReadonlyMap<string, Reading>;
}

/** Each report is held against each: of very many units that would take longer than it is worth. */
const comparedAtMost = 300;

/** By upload: what the file itself showed, and what shows beside the other reports that the manifest pins. */
async function openFindings(store: Store, read: Read): Promise<Map<string, readonly Finding[]>> {
  const asked = read.counting.flatMap((version) => questionOf(read, version) ?? []);
  const wanted = new Set(asked.flatMap(({ version, others }) => textsToCompare(version, others)));
  const unread = [...wanted].filter((upload) => !read.readings.has(upload)).sort();
  const texts = new Map<string, readonly NarrativeSection[]>(
    [...read.readings].map(([upload, { narrative }]) => [upload, narrative]),
  );
  await pMap(
    unread,
    async (upload) => {
      const reading = await readReading(store, upload);
      if (reading) texts.set(upload, reading.narrative);
    },
    { concurrency: readAtOnce },
  );
  return new Map(
    asked.map(({ version, reading, task, others }) => [
      version.upload,
      [
        ...reading.findings,
        ...compareWithOthers(version, reading, task, others, (upload) => texts.get(upload) ?? null),
      ],
    ]),
  );
}

interface Question {
  readonly version: Version;
  readonly reading: Reading;
  readonly task: Task;
  readonly others: OtherReports;
}

function questionOf({ regime, manifest, counting, readings }: Read, version: Version): Question | null {
  const reading = readings.get(version.upload);
  const unit = regime.units.find(({ code }) => code === version.unit);
  const period = regime.periods.find(({ id }) => id === manifest.period);
  // A unit that the regime no longer has keeps the findings of its head.
  if (!reading || !unit || !period) return null;
  const { previous, lastYear, year } = manifest.earlier;
  const earlier = [previous, lastYear, ...year].flatMap((each) => each?.versions ?? []);
  const reports = counting.length > comparedAtMost ? [] : [...manifest.versions, ...earlier];
  const before = previous && countingOf(previous, unit.code);
  return {
    ...{ version, reading },
    task: { fileName: version.fileName, unit, period, regime },
    others: { reports, last: before?.kind === 'version' ? before.version : null },
  };
}
