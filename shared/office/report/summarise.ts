/** A manifest and what was read of its versions, consolidated; the same manifest always gives the same summary. */

import pMap from 'p-map';
import { countingOf, filingsByUnit, newestVersion } from '../../filing/counting.ts';
import type { Manifest } from '../../filing/manifest.ts';
import { leadingFindings } from '../../filing/recording.ts';
import type { Version } from '../../filing/version.ts';
import type { Store } from '../../ports/store.ts';
import {
  compareWithOthers,
  type OtherReports,
  textsToCompare,
} from '../../reading/compare/compare-with-others.ts';
import { likelyReports } from '../../reading/compare/likely-reports.ts';
import type { Reading, Task } from '../../reading/model/reading.ts';
import { readReading, readValues } from '../../records/filings.ts';
import { readRegimeVersion } from '../../records/regimes.ts';
import type { Regime } from '../../regime/regime.ts';
import { consolidate } from '../../summary/consolidate.ts';
import type { Summary } from '../../summary/summary.ts';
import { RejectError } from '../../vocabulary/errors.ts';
import type { Value } from '../../vocabulary/figure.ts';
import type { Finding } from '../../vocabulary/finding.ts';
import type { NarrativeSection } from '../../vocabulary/reading.ts';

/** Enough to hide the way to S3; a larger number of long texts at once would only fill the memory. */
const readAtOnce = 48;
const earlierTextsAtMost = 3000;

/** More of them no function reads, consolidates and writes down in its time and memory (npm run bench -- consolidation). */
export const reportsAtMost = 12_000;

/** A period has too many reports for one summary; its figures are listed by `report figures`. */
export class SummaryTooLarge extends RejectError {
  override readonly name = 'SummaryTooLarge';
  readonly code = 'SUMMARY_TOO_LARGE';
  readonly mendable = true;
  readonly run: string;

  constructor(said: string, { run }: { readonly run: string }) {
    super(said);
    this.run = run;
  }
}

/**
 * Reads the results of the versions that count, of the newest ones that do not, and those of the earlier periods, of
 * very many the figures alone. Throws where one is not in the bucket; SummaryTooLarge before anything is read.
 */
export async function readSummary(store: Store, manifest: Manifest): Promise<Summary> {
  const reports = reportsOf(manifest);
  if (reports > reportsAtMost) {
    throw new SummaryTooLarge(
      `${manifest.period} has ${reports} reports, and a summary at most ${reportsAtMost}; "report figures ${manifest.period} --out FILE.csv" lists every figure`,
      manifest,
    );
  }
  const regime = await readRegimeVersion(store, manifest.regimeHash);
  const counting = countingVersions(manifest);
  const readings = await readAll(counting, (version) => existing(store, version));
  const told = await readAll(attempts(manifest, counting), async (version) =>
    leadingFindings(await existing(store, version)),
  );
  const texts = await earlierReadings(store, manifest);
  const earlier = await withFigures(store, manifest.earlier, texts);
  return consolidate({
    regime,
    manifest: {
      ...manifest,
      versions: manifest.versions.map((version) => ({
        ...version,
        values: [...(readings.get(version.upload)?.values ?? version.values ?? [])],
        firstFindings: told.get(version.upload) ?? version.firstFindings,
      })),
      earlier,
    },
    narratives: new Map(
      [...texts, ...readings].map(([upload, { narrative }]) => [upload, narrative] as const),
    ),
    findings: await openFindings(store, { regime, manifest: { ...manifest, earlier }, counting, readings }),
  });
}

/** How many a summary of the manifest has to read: those that count, and the newest of a unit that do not. */
export function reportsOf(manifest: Manifest): number {
  const counting = countingVersions(manifest);
  return counting.length + attempts(manifest, counting).length;
}

/** By upload. */
async function readAll<T>(
  versions: readonly Version[],
  read: (version: Version) => Promise<T>,
): Promise<Map<string, T>> {
  const all = await pMap(versions, async (version) => [version.upload, await read(version)] as const, {
    concurrency: readAtOnce,
  });
  return new Map(all);
}

/** What the summary is made of was erased when its time was over; what was built of it before stays. */
export class SourcesErased extends RejectError {
  override readonly name = 'SourcesErased';
  readonly code = 'SOURCES_ERASED';
  readonly mendable = true;
}

async function existing(store: Store, version: Version): Promise<Reading> {
  if (version.erased !== undefined) {
    throw new SourcesErased(
      `${version.receipt} was erased on ${version.erased}: no report of ${version.period} can be made any more`,
    );
  }
  const reading = await readReading(store, version);
  if (!reading) throw new Error(`the version ${version.upload} has no results object`);
  return reading;
}

/** The newest file of each unit where it does not count; an older manifest holds what is told of it. */
function attempts(manifest: Manifest, counting: readonly Version[]): Version[] {
  const counts = new Map(counting.map(({ unit, upload }) => [unit, upload]));
  const filings = filingsByUnit(manifest);
  const units = [...new Set(manifest.versions.map(({ unit }) => unit))];
  return units
    .flatMap((unit) => newestVersion(filings(unit), unit) ?? [])
    .filter(({ unit, upload, values }) => values === undefined && upload > (counts.get(unit) ?? ''));
}

/** The earlier periods' versions with their figures; an older manifest holds them. */
async function withFigures(
  store: Store,
  earlier: Manifest['earlier'],
  read: ReadonlyMap<string, Reading>,
): Promise<Manifest['earlier']> {
  const { previous, lastYear, year } = earlier;
  const versions = [previous, lastYear, ...year].flatMap((each) => each?.versions ?? []);
  const wanted = new Map(versions.map((version) => [version.upload, version]));
  const figures = await readAll(
    [...wanted.values()],
    async (version) => version.values ?? read.get(version.upload)?.values ?? readValues(store, version),
  );
  const filled = (each: Manifest['earlier']['year'][number]) => ({
    ...each,
    versions: each.versions.map((version) => ({
      ...version,
      values: [...(figures.get(version.upload) ?? [])],
    })),
  });
  return {
    previous: previous && filled(previous),
    lastYear: lastYear && filled(lastYear),
    year: year.map(filled),
  };
}

/**
 * What the same units wrote before, by which the report tells what is new, and of a whole year what stands out; by
 * upload.
 */
async function earlierReadings(
  store: Store,
  { earlier: { previous, year } }: Manifest,
): Promise<ReadonlyMap<string, Reading>> {
  const versions = [...(previous ? [previous] : []), ...year].flatMap((each) => each.versions);
  // Of very many units a year's texts fill the memory, and none of them would find room in a report of a few pages.
  if (versions.length > earlierTextsAtMost) return new Map();
  const wanted = new Map(versions.map((version) => [version.upload, version]));
  const readings = await readAll([...wanted.values()], (version) => readReading(store, version));
  return new Map([...readings].flatMap(([upload, reading]) => (reading ? [[upload, reading] as const] : [])));
}

/** The versions that stand for their units in the manifest's own period. */
export function countingVersions(manifest: Pick<Manifest, 'versions' | 'decisions'>): Version[] {
  const filings = filingsByUnit(manifest);
  const units = [...new Set(manifest.versions.map(({ unit }) => unit))];
  return units.flatMap((unit) => countingOf(filings(unit), unit) ?? []).flatMap(versionIn);
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

/** By upload: what the file itself showed, and what shows beside the other reports that the manifest pins. */
async function openFindings(store: Store, read: Read): Promise<Map<string, readonly Finding[]>> {
  const questionOf = asker(read);
  const asked = read.counting.flatMap((version) => questionOf(version) ?? []);
  const wanted = new Set(asked.flatMap(({ version, others }) => textsToCompare(version, others)));
  const unread = pinned(read.manifest)
    .filter(({ upload }) => wanted.has(upload) && !read.readings.has(upload))
    .sort((a, b) => (a.upload < b.upload ? -1 : 1));
  const texts = new Map<string, readonly NarrativeSection[]>(
    [...read.readings].map(([upload, { narrative }]) => [upload, narrative]),
  );
  await pMap(
    unread,
    async (version) => {
      const reading = await readReading(store, version);
      if (reading) texts.set(version.upload, reading.narrative);
    },
    { concurrency: readAtOnce },
  );
  // A unit that the regime no longer has is compared with none.
  const alone = [...read.readings].map(([upload, { findings }]) => [upload, findings] as const);
  return new Map([
    ...alone,
    ...asked.map(({ version, reading, task, others }): [string, readonly Finding[]] => [
      version.upload,
      [
        ...reading.findings,
        ...compareWithOthers(version, reading, task, others, (upload) => texts.get(upload) ?? null),
      ],
    ]),
  ]);
}

interface Question {
  readonly version: Version;
  readonly reading: Reading;
  readonly task: Task;
  readonly others: OtherReports;
}

/** Every version that the manifest pins, each with the reading that spoke for it. */
function pinned({ versions, earlier: { previous, lastYear, year } }: Manifest): Version[] {
  return [...versions, ...[previous, lastYear, ...year].flatMap((each) => each?.versions ?? [])];
}

function asker({ regime, manifest, readings }: Read): (version: Version) => Question | null {
  const units = new Map(regime.units.map((unit) => [unit.code, unit]));
  const period = regime.periods.find(({ id }) => id === manifest.period);
  const { previous } = manifest.earlier;
  const likely = likelyReports(pinned(manifest));
  const before = previous && filingsByUnit(previous);
  return (version) => {
    const reading = readings.get(version.upload);
    const unit = units.get(version.unit);
    if (!reading || !unit || !period) return null;
    const last = before && countingOf(before(unit.code), unit.code);
    return {
      version,
      reading,
      task: { fileName: version.fileName, unit, period, regime },
      others: { reports: likely(version), last: last?.kind === 'version' ? figured(last.version) : null },
    };
  };
}

function figured(version: Version): Version & { readonly values: readonly Value[] } {
  return { ...version, values: version.values ?? [] };
}
