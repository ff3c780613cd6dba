/** What a summary is made of, as it stands at one moment: read in one Query a period, frozen before it is built. */
import { countingOf } from '../filing/counting.ts';
import type { Filings } from '../filing/filings.ts';
import type { Earlier, Manifest } from '../filing/manifest.ts';
import { blankPaper } from '../filing/paper.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { type PeriodFilings, readPeriod } from '../records/filings.ts';
import { readCurrentRegime, readRegimeVersion } from '../records/regimes.ts';
import type { Period, Regime } from '../regime/regime.ts';
import type { Text } from '../vocabulary/text.ts';
import { unitsExpected, unitsOwing } from './open-period.ts';
import type { RegimeVersion } from './regimes-in-force.ts';
import { unreadUploads } from './unread-uploads.ts';

type Records = Pick<Dependencies, 'table' | 'store'>;

interface Wanted extends Pick<Manifest, 'run' | 'kind' | 'edition' | 'issued'> {
  readonly regime: RegimeVersion;
  readonly period: Period;
  /** What came or was decided later is left out; ISO 8601. */
  readonly at: string;
}

/** The manifest of a run; not yet stored. */
export async function manifestOf(records: Records, wanted: Wanted): Promise<Manifest> {
  const { regime, period, at, run, kind, edition, issued } = wanted;
  // First what is unread, then what was read: a version recorded in between is then in both lists, never in neither.
  const unread = await unreadUploads(records, at);
  const filings = await readPeriod(records.table, period.id);
  const read = new Set(filings.versions.map(({ upload }) => upload));
  const pending = unread.filter(
    ({ upload, receivedAt }) =>
      upload.period === period.id && isIn(receivedAt, at) && !read.has(upload.upload),
  );
  return {
    ...{ run, kind, edition, issued },
    ...{ regime: regime.id, regimeHash: regime.hash, period: period.id, scheduledAt: at },
    expected: unitsExpected(filings.expected, filings.versions, () => unitsOwing(regime, period, at)),
    ...until(filings, at),
    pending: pending.map(({ upload }) => ({
      upload: upload.upload,
      unit: upload.unit,
      fileName: upload.fileName,
    })),
    earlier: await earlierOf(records, wanted),
    paper: blankPaper,
  };
}

async function earlierOf(records: Records, { regime, period, at }: Wanted): Promise<Manifest['earlier']> {
  const known = new Map<string, Promise<Earlier | null>>();
  const read = (id: string): Promise<Earlier | null> => {
    const reading = known.get(id) ?? earlierPeriod(records, regime, id, at);
    known.set(id, reading);
    return reading;
  };
  const [previous, lastYear, ...year] = await Promise.all([
    period.previous === undefined ? null : read(period.previous),
    period.sameLastYear === undefined ? null : read(period.sameLastYear),
    ...(period.sumOf ?? []).map(read),
  ]);
  return { previous, lastYear, year: year.filter((each) => each !== null) };
}

/** Null where no regime has applied such a period. */
async function earlierPeriod(
  { table, store }: Records,
  regime: Regime,
  id: string,
  at: string,
): Promise<Earlier | null> {
  const filings = await readPeriod(table, id);
  const title = titleIn(regime, id) ?? (await titleElsewhere({ table, store }, filings, id));
  if (title === null) return null;
  const { versions, decisions } = until(filings, at);
  const units = new Set(versions.map(({ unit }) => unit));
  const counting = [...units].map((unit) => countingOf({ versions, decisions }, unit));
  return {
    period: id,
    title,
    // Four earlier periods of many units would fill the memory: what does not count is not needed of them.
    versions: counting
      .flatMap((each) => (each?.kind === 'version' ? [{ ...each.version, firstFindings: [] }] : []))
      .sort((a, b) => (a.upload < b.upload ? -1 : 1)),
    decisions,
  };
}

function titleIn({ periods }: Regime, id: string): Text | null {
  return periods.find((period) => period.id === id)?.title ?? null;
}

async function titleElsewhere(
  { table, store }: Records,
  { regime, versions }: PeriodFilings,
  id: string,
): Promise<Text | null> {
  const current = regime === null ? null : await readCurrentRegime(table, regime);
  // Its regime may have dropped the period since: then the version that its reports were judged by still names it.
  for (const hash of [current?.hash, versions.at(-1)?.regimeHash]) {
    const title = hash === undefined ? null : titleIn(await readRegimeVersion(store, hash), id);
    if (title !== null) return title;
  }
  return null;
}

function until({ versions, decisions }: Filings, at: string): Pick<Earlier, 'versions' | 'decisions'> {
  return {
    versions: versions.filter(({ receivedAt }) => isIn(receivedAt, at)),
    decisions: decisions.filter(({ decidedAt }) => isIn(decidedAt, at)),
  };
}

function isIn(instant: string, at: string): boolean {
  return Date.parse(instant) <= Date.parse(at);
}
