/** What a summary is made of, as it stands at one moment: read in one Query a period, frozen before it is built. */
import { countingOf } from '../../filing/counting.ts';
import type { Decision } from '../../filing/decision.ts';
import type { Filings } from '../../filing/filings.ts';
import type { Earlier, Manifest } from '../../filing/manifest.ts';
import { blankPaper, type Paper } from '../../filing/paper.ts';
import { replacedBy } from '../../filing/signature.ts';
import type { Version } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { Store } from '../../ports/store.ts';
import { eachUnit, readPeriod } from '../../records/filings.ts';
import { readCurrentRegime, readPeriodOwner, readRegimeVersion } from '../../records/regimes.ts';
import { findManifest } from '../../records/runs.ts';
import { readSignatures } from '../../records/signatures.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import type { Text } from '../../vocabulary/text.ts';
import { unitsExpected, unitsOwing } from '../open-period.ts';
import type { RegimeVersion } from '../regimes-in-force.ts';
import { arrivedOf, mintedFor } from '../unread-uploads.ts';

/** `inbox`: which files have come, where that is not the store's to say. */
type Records = Pick<Dependencies, 'table' | 'store'> & { readonly inbox?: Pick<Store, 'arrival'> };

interface Wanted extends Pick<Manifest, 'run' | 'kind' | 'edition' | 'issued'> {
  readonly regime: RegimeVersion;
  readonly period: Period;
  /** What came or was decided later is left out; ISO 8601. */
  readonly at: string;
}

/** The manifest of a run; not yet stored. */
export async function manifestOf(records: Records, wanted: Wanted): Promise<Manifest> {
  const { regime, period, at, run, kind, edition, issued } = wanted;
  // First what was announced, then what was read: a version recorded in between is in both lists, never in neither.
  const minted = await mintedFor(records.table, period.id, at);
  const filings = await readPeriod(records.table, period.id);
  const read = new Set(filings.versions.map(({ upload }) => upload));
  const unread = minted.filter(({ upload }) => !read.has(upload));
  const pending = (await arrivedOf(records.inbox ?? records.store, unread)).filter(({ receivedAt }) =>
    isIn(receivedAt, at),
  );
  return {
    run,
    kind,
    edition,
    issued,
    regime: regime.id,
    regimeHash: regime.hash,
    period: period.id,
    scheduledAt: at,
    expected: unitsExpected(filings.expected, filings.versions, () => unitsOwing(regime, period, at)),
    ...until(filings, at),
    pending: pending.map(({ upload }) => ({
      upload: upload.upload,
      unit: upload.unit,
      fileName: upload.fileName,
    })),
    earlier: await earlierOf(records, wanted),
    paper: kind === 'final' ? await paperOf(records, wanted) : blankPaper,
  };
}

/** What the office chose for the edition before holds on; and whose place the report takes, where one was issued. */
async function paperOf({ table, store }: Records, { period, edition, issued }: Wanted): Promise<Paper> {
  if (issued === null) return blankPaper;
  const before = await findManifest(store, issued);
  const replaced = replacedBy(await readSignatures(table, period.id), edition);
  return {
    ...blankPaper,
    choices: before?.paper?.choices ?? blankPaper.choices,
    replaces: replaced && { number: replaced.number, date: replaced.day },
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
  const counting: Version[] = [];
  const decisions: Decision[] = [];
  let newest: Version | undefined;
  // Four earlier periods of many units would fill the memory: what does not count is not needed of them.
  for await (const { unit, ...filings } of eachUnit(table, id)) {
    const filed = until(filings, at);
    const counts = countingOf(filed, unit);
    newest = filings.versions.at(-1) ?? newest;
    decisions.push(...filed.decisions);
    if (counts?.kind === 'version') counting.push({ ...counts.version, firstFindings: [] });
  }
  const title = titleIn(regime, id) ?? (await titleElsewhere({ table, store }, id, newest));
  if (title === null) return null;
  return {
    period: id,
    title,
    versions: counting.sort((a, b) => (a.upload < b.upload ? -1 : 1)),
    decisions,
  };
}

function titleIn({ periods }: Regime, id: string): Text | null {
  return periods.find((period) => period.id === id)?.title ?? null;
}

async function titleElsewhere(
  { table, store }: Records,
  id: string,
  filed: Version | undefined,
): Promise<Text | null> {
  const regime = await readPeriodOwner(table, id);
  const current = regime === null ? null : await readCurrentRegime(table, regime);
  // Its regime may have dropped the period since: then the version that its reports were judged by still names it.
  for (const hash of [current?.hash, filed?.regimeHash]) {
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
