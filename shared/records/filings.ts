/** A period's filings: the immutable versions and the append-only decisions, by unit. */
import * as z from 'zod';
import { Decision, everyUnit } from '../filing/decision.ts';
import { Edition } from '../filing/edition.ts';
import type { Filings } from '../filing/filings.ts';
import { type AnnotatedCopy, type KeptReading, StoredReading, Version } from '../filing/version.ts';
import { readJson, type Store, writeJsonOnce } from '../ports/store.ts';
import { queryAll, type Table } from '../ports/table.ts';
import type { Reading } from '../reading/model/reading.ts';
import type { Value } from '../vocabulary/figure.ts';
import { decisionKey, periodRows, resultsObject, unitRows, versionKey } from './keys.ts';

export interface PeriodFilings extends Filings {
  /** The units frozen when the period opened, or null while it has not. */
  readonly expected: readonly string[] | null;
  /** The regime that owns the period, or null where none has such a period. */
  readonly regime: string | null;
  /** The reports issued of it, oldest first. */
  readonly editions: readonly Edition[];
}

/** What older versions wrote holds the figures too, which stand in the results object. */
const Head = Version.omit({ values: true });

/** Everything filed and decided in a period, in one paginated Query. */
export async function readPeriod(table: Table, period: string): Promise<PeriodFilings> {
  const rows = await queryAll(table, periodRows(period));
  const opened = rows.find((row) => row.sk === '#OPENED');
  const owned = rows.find((row) => row.sk === '#REGIME');
  return {
    ...sortOut(rows),
    expected: opened ? z.object({ units: z.array(z.string()) }).parse(opened).units : null,
    regime: owned ? z.object({ regime: z.string() }).parse(owned).regime : null,
    editions: rows.filter(({ sk }) => String(sk).startsWith('#EDITION#')).map((row) => Edition.parse(row)),
  };
}

/** What one unit filed, and what was decided for it or for every unit. */
export async function readFilings(table: Table, period: string, unit: string): Promise<Filings> {
  const [own, common] = await Promise.all([
    queryAll(table, unitRows(period, unit)),
    queryAll(table, unitRows(period, everyUnit)),
  ]);
  return sortOut([...own, ...common]);
}

/** What one unit filed, whatever was decided. */
export async function readVersions(table: Table, period: string, unit: string): Promise<readonly Version[]> {
  return sortOut(await queryAll(table, unitRows(period, unit))).versions;
}

function sortOut(rows: readonly Record<string, unknown>[]): Filings {
  const versions: Version[] = [];
  const decisions: Decision[] = [];
  for (const row of rows) {
    const kind = String(row.sk).split('#')[1];
    if (kind === 'VERSION') versions.push(Head.parse(row));
    if (kind === 'DECISION') decisions.push(Decision.parse(row));
  }
  return { versions, decisions };
}

export async function readVersion(
  table: Table,
  of: { period: string; unit: string; upload: string },
): Promise<Version | null> {
  const row = await table.get(versionKey(of.period, of.unit, of.upload));
  return row && Head.parse(row);
}

/** False where the version had been recorded before: then that one holds. */
export async function putVersion(table: Table, version: Version): Promise<boolean> {
  return table.putIfAbsent(versionKey(version.period, version.unit, version.upload), version);
}

export async function putDecision(table: Table, decision: Decision): Promise<void> {
  await table.putIfAbsent(decisionKey(decision.period, decision.unit, decision.decision), decision);
}

/** Everything read from the file; false where it had been written before. */
export async function writeReading(
  store: Store,
  upload: string,
  reading: Reading,
  annotated: AnnotatedCopy | null = null,
): Promise<boolean> {
  return writeJsonOnce(store, resultsObject(upload), { ...reading, annotated });
}

export async function readReading(store: Store, upload: string): Promise<KeptReading | null> {
  const stored = await readJson(store, resultsObject(upload));
  return stored === null ? null : StoredReading.parse(stored);
}

const StoredFigures = StoredReading.pick({ values: true });

/** The figures alone of what was read, of which a comparison of many reports holds no more. */
export async function readValues(store: Store, upload: string): Promise<readonly Value[]> {
  const stored = await readJson(store, resultsObject(upload));
  if (stored === null) throw new Error(`the version ${upload} has no results object`);
  return StoredFigures.parse(stored).values;
}
