/** A period's filings: the immutable versions and the append-only decisions, by unit. */
import * as z from 'zod';
import { Decision, everyUnit } from '../filing/decision.ts';
import { Edition } from '../filing/edition.ts';
import type { Filings } from '../filing/filings.ts';
import {
  type AnnotatedCopy,
  type KeptReading,
  LaterReading,
  type ReadingName,
  StoredReading,
  Version,
  withNewest,
} from '../filing/version.ts';
import { readJson, type Store, writeJsonOnce } from '../ports/store.ts';
import { type QueryOptions, queryAll, queryPages, type Range, type Row, type Table } from '../ports/table.ts';
import type { Reading } from '../reading/model/reading.ts';
import type { Value } from '../vocabulary/figure.ts';
import {
  decidedIn,
  decisionKey,
  filedRows,
  keyOfBefore,
  laterRows,
  periodRows,
  readingKey,
  resultsObject,
  rowsOfBefore,
  unitRows,
  unitsRows,
  versionKey,
} from './keys.ts';
import { expectedIn } from './openings.ts';

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

/** Whose period it is. */
const Owned = z.object({ regime: z.string() });

/** Everything filed and decided in a period, in one paginated Query of each of its three partitions. */
export async function readPeriod(table: Table, period: string): Promise<PeriodFilings> {
  const rows = await readRows(table, [periodRows(period), ...filedRows(period)]);
  const owned = rows.find((row) => row.sk === '#REGIME');
  return {
    ...sortOut(rows),
    expected: expectedIn(rows),
    regime: owned ? Owned.parse(owned).regime : null,
    editions: rows.filter(({ sk }) => String(sk).startsWith('#EDITION#')).map((row) => Edition.parse(row)),
  };
}

/** What these units filed and what was decided for them or for every unit: one Query of each partition, however many they are. */
export async function readUnits(
  table: Table,
  period: string,
  /** Neighbours in the order of codes; at least one. */
  codes: readonly string[],
  options: Pick<QueryOptions, 'mayLag'> = {},
): Promise<Filings> {
  const [first = '', last = first] = [codes[0], codes.at(-1)];
  const own = unitsRows(period, first, last);
  // Where every unit is read, what was decided for all of them stands among their rows.
  const isAmongThem = first < everyUnit && everyUnit < last;
  return readWherever(table, period, isAmongThem ? [own] : [decidedForAll(period), own], options);
}

/** All that was decided in a period, of every unit: what was filed stands apart, so that it costs what was decided. */
export async function readDecisions(table: Table, period: string): Promise<readonly Decision[]> {
  return (await readWherever(table, period, [[periodRows(period), decidedIn(period)]])).decisions;
}

/** What was decided for every unit at once. */
export async function readCommonDecisions(table: Table, period: string): Promise<readonly Decision[]> {
  return (await readWherever(table, period, [decidedForAll(period)])).decisions;
}

const decidedForAll = (period: string) => unitRows(period, everyUnit, ['decisions']);

/** A period's units one after the other, by code; holds a page at a time, however many they are. */
export async function* eachUnit(
  table: Table,
  period: string,
  options: Pick<QueryOptions, 'mayLag'> = {},
): AsyncGenerator<Filings & { readonly unit: string }> {
  let open = null as { readonly unit: string; readonly rows: Row[] } | null;
  for await (const row of mergedRows(table, [periodRows(period), ...filedRows(period)], options)) {
    const [unit = ''] = String(row.sk).split('#');
    if (unit === '') continue;
    if (open?.unit === unit) open.rows.push(row);
    else {
      if (open) yield { unit: open.unit, ...sortOut(open.rows) };
      open = { unit, rows: [row] };
    }
  }
  if (open) yield { unit: open.unit, ...sortOut(open.rows) };
}

/** What one unit filed, and what was decided for it or for every unit. */
export async function readFilings(table: Table, period: string, unit: string): Promise<Filings> {
  return readWherever(table, period, [unitRows(period, unit), decidedForAll(period)]);
}

/** What one unit filed, and what was decided for it alone: whatever takes a file away is among it. */
export async function readOwnFilings(table: Table, period: string, unit: string): Promise<Filings> {
  return readWherever(table, period, [unitRows(period, unit)]);
}

/** What was decided for one unit alone. */
export async function readOwnDecisions(
  table: Table,
  period: string,
  unit: string,
): Promise<readonly Decision[]> {
  return (await readWherever(table, period, [unitRows(period, unit, ['decisions'])])).decisions;
}

/** What one unit filed, whatever was decided. */
export async function readVersions(table: Table, period: string, unit: string): Promise<readonly Version[]> {
  return (await readWherever(table, period, [unitRows(period, unit, ['versions'])])).versions;
}

/**
 * Nothing has been written there since the rows moved, but by functions that a deploy has just replaced: theirs is seen
 * a minute later at most.
 */
const noneOfBefore = { limit: 1, emptyFor: 60 };

/** Each range where it stands, and, where the period has rows of before, where it stood then. */
async function readWherever(
  table: Table,
  period: string,
  ranges: readonly (readonly Range[])[],
  options: Pick<QueryOptions, 'mayLag'> = {},
): Promise<Filings> {
  const [before, ...now] = await Promise.all([
    table.query(rowsOfBefore(period), { ...noneOfBefore, ...options }),
    ...ranges.map(([, ...each]) => Promise.all(each.map((range) => queryAll(table, range, options)))),
  ]);
  // One question instead of one each: a period begun since they moved has none there.
  if (before.rows.length === 0) return sortOut(now.flat(2));
  return sortOut((await Promise.all(ranges.map((each) => readRows(table, each, options)))).flat());
}

async function readRows(
  table: Table,
  ranges: readonly Range[],
  options: Pick<QueryOptions, 'mayLag'> = {},
): Promise<Row[]> {
  const [before = [], ...now] = await Promise.all(ranges.map((range) => queryAll(table, range, options)));
  const known = new Set(before.map(({ sk }) => sk));
  const rows = [...before, ...now.flat().filter(({ sk }) => !known.has(sk))];
  return rows.sort((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1));
}

/**
 * The rows of all ranges in the order of their sort keys, a page of each at a time. One that stands where it stood before
 * and where it stands now, written while the system was replaced, is the first.
 */
async function* mergedRows(
  table: Table,
  ranges: readonly Range[],
  options: Pick<QueryOptions, 'mayLag'>,
): AsyncGenerator<Row> {
  const sources = ranges.map((range) => eachRow(table, range, options));
  const heads = await Promise.all(sources.map((source) => source.next()));
  let last: unknown;
  for (;;) {
    let least: number | undefined;
    for (const [index, head] of heads.entries()) {
      const before = least === undefined ? undefined : heads[least];
      if (!head.done && (!before || before.done || String(head.value.sk) < String(before.value.sk)))
        least = index;
    }
    const head = least === undefined ? undefined : heads[least];
    const source = least === undefined ? undefined : sources[least];
    if (least === undefined || !head || head.done || !source) return;
    if (head.value.sk !== last) yield head.value;
    last = head.value.sk;
    heads[least] = await source.next();
  }
}

async function* eachRow(
  table: Table,
  range: Range,
  options: Pick<QueryOptions, 'mayLag'>,
): AsyncGenerator<Row, undefined> {
  for await (const page of queryPages(table, range, options)) yield* page;
  return undefined;
}

function sortOut(rows: readonly Row[]): Filings {
  const versions: Version[] = [];
  const readings = new Map<string, LaterReading[]>();
  const decisions: Decision[] = [];
  for (const row of rows) {
    const [, kind, , later] = String(row.sk).split('#');
    if (kind === 'DECISION') decisions.push(Decision.parse(row));
    if (kind !== 'VERSION') continue;
    if (later === undefined) versions.push(Head.parse(row));
    else {
      const reading = LaterReading.parse(row);
      readings.set(reading.upload, [...(readings.get(reading.upload) ?? []), reading]);
    }
  }
  const speaking = versions.map((version) => withNewest(version, readings.get(version.upload) ?? []));
  return { versions: speaking, decisions };
}

/** A file by what it was sent for. */
type FileOf = Pick<Version, 'period' | 'unit' | 'upload'>;

/** Its row, wherever it stands: that is one request, and mostly asked for while there is none yet. */
async function versionRow(table: Table, of: FileOf): Promise<Row | null> {
  const key = versionKey(of.period, of.unit, of.upload);
  const [now, before] = await Promise.all([table.get(key), table.get(keyOfBefore(of.period, key))]);
  return before ?? now;
}

/** Whether the file was taken in. */
export async function isRecorded(table: Table, of: FileOf): Promise<boolean> {
  return (await versionRow(table, of)) !== null;
}

/** As the newest reading has it; null where the file was not taken in yet. */
export async function readVersion(table: Table, of: FileOf): Promise<Version | null> {
  const version = await versionRow(table, of);
  if (!version) return null;
  const later = await queryAll(table, laterRows(of.period, of.unit, of.upload));
  return sortOut([version, ...later]).versions[0] ?? null;
}

/** The later readings of a file, oldest first. */
export async function readLaterReadings(table: Table, of: FileOf): Promise<LaterReading[]> {
  const rows = await queryAll(table, laterRows(of.period, of.unit, of.upload));
  return rows.map((row) => LaterReading.parse(row)).sort((a, b) => (a.reading < b.reading ? -1 : 1));
}

/** Appends a reading to those of its file; done again it changes nothing. */
export async function putLaterReading(table: Table, reading: LaterReading): Promise<void> {
  const { period, unit, upload, reading: id } = reading;
  await table.putIfAbsent(readingKey(period, unit, upload, id), reading);
}

/** False where the version had been recorded before: then that one holds. */
export async function putVersion(table: Table, version: Version): Promise<boolean> {
  return table.putIfAbsent(versionKey(version.period, version.unit, version.upload), version);
}

/** Keeps a decision under this name; returns the one that stands there, which is the first. */
export async function putDecision(
  table: Table,
  decision: Decision,
  name: string = decision.decision,
): Promise<Decision> {
  const key = decisionKey(decision.period, decision.unit, name);
  return (await table.putIfAbsent(key, decision)) ? decision : Decision.parse(await table.get(key));
}

/** Everything read from the file; false where it had been written before. */
export async function writeReading(
  store: Store,
  of: ReadingName,
  reading: Reading,
  annotated: AnnotatedCopy | null = null,
): Promise<boolean> {
  return writeJsonOnce(store, resultsObject(of), { ...reading, annotated });
}

/** What was read from the file, by the reading that the version names; null before it was. */
export async function readReading(store: Store, of: ReadingName): Promise<KeptReading | null> {
  const stored = await readJson(store, resultsObject(of));
  return stored === null ? null : StoredReading.parse(stored);
}

const StoredFigures = StoredReading.pick({ values: true });

/** The figures alone of what was read, of which a comparison of many reports holds no more; none where it is erased. */
export async function readValues(store: Store, of: ReadingName): Promise<readonly Value[]> {
  if (of.erased !== undefined) return [];
  const stored = await readJson(store, resultsObject(of));
  if (stored === null) throw new Error(`the version ${of.upload} has no results object`);
  return StoredFigures.parse(stored).values;
}
