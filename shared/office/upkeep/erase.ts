/** Erasing what is past the time for which the office decided to keep it; said first, done when somebody asks for it. */
import { isDeepStrictEqual } from 'node:util';
import { Decision } from '../../filing/decision.ts';
import {
  Erasure,
  keptUntil,
  type Redaction,
  redactedDecision,
  redactedManifest,
  redactedNote,
  redactedReading,
  redactedUpload,
  redactedVersion,
} from '../../filing/erasure.ts';
import { Manifest } from '../../filing/manifest.ts';
import { LaterReading, Upload, Version } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { Eraser } from '../../ports/eraser.ts';
import { newUlid } from '../../ports/randomness.ts';
import { readJson } from '../../ports/store.ts';
import { type Key, queryAll, type Row } from '../../ports/table.ts';
import {
  annotatedObject,
  erasureKey,
  erasuresOf,
  inboxObject,
  isUploadRow,
  resultsObject,
  rowKindOf,
} from '../../records/keys.ts';
import { dayOf } from '../../regime/calendar.ts';
import { printable } from '../../vocabulary/visible-text.ts';
import { withGuidance } from '../guidance.ts';
import { Refused } from '../refused.ts';
import { regimesInForce } from '../regimes-in-force.ts';

export type Erases = Pick<Dependencies, 'table' | 'store' | 'clock' | 'randomBytes'> & {
  readonly eachRow: () => AsyncIterable<Row>;
  readonly eraser: Eraser;
};

/** What is to be erased of one period. */
export interface ErasurePlan {
  readonly period: string;
  readonly keptUntil: string;
  /** Those that are still there; all of a period that was cut off. */
  readonly files: readonly Version[];
  /** Announced, with a file or without; each holds a name. */
  readonly uploads: readonly Upload[];
  readonly readings: readonly LaterReading[];
  readonly changes: readonly { readonly key: Key; readonly redaction: Redaction }[];
  /** Keys of manifests that name people of these files. */
  readonly manifests: readonly string[];
}

/** Every period whose time is over and of which something is left; of `only` that one alone. Reads the whole table once. */
export async function planErasures(needs: Erases, only?: string): Promise<ErasurePlan[]> {
  const over = await periodsOver(needs);
  const chosen = only === undefined ? over : over.filter(({ period }) => period === only);
  const rows = new Map(chosen.map(({ period }) => [period, [] as Row[]]));
  if (chosen.length === 0) return [];
  for await (const row of needs.eachRow()) {
    for (const [period, own] of rows) {
      if (rowKindOf({ pk: row.pk, sk: row.sk }, period) !== null) own.push(row);
      else if (isUploadRow({ pk: row.pk }) && row.period === period) own.push(row);
    }
  }
  const plans: ErasurePlan[] = [];
  for (const { period, until } of chosen) {
    const plan = await planOf(needs, { period, until, rows: rows.get(period) ?? [] });
    if (plan !== null) plans.push(plan);
  }
  return plans;
}

/** Until when each period that has an end is kept, soonest first. */
export async function keepings(
  needs: Pick<Erases, 'table' | 'store'>,
): Promise<{ readonly period: string; readonly until: string; readonly timeZone: string }[]> {
  const current = await regimesInForce(needs);
  const regimes = await Promise.all(current.map((regime) => withGuidance(needs, regime)));
  const all = regimes.flatMap(({ periods }) => periods);
  return regimes
    .flatMap((regime) =>
      regime.periods.flatMap((period) => {
        const until = keptUntil(regime, period, all);
        return until === null ? [] : [{ period: period.id, until, timeZone: regime.timeZone }];
      }),
    )
    .sort((a, b) => (a.until < b.until ? -1 : 1));
}

async function periodsOver(needs: Erases) {
  const now = needs.clock.now();
  return (await keepings(needs)).filter(({ until, timeZone }) => until < dayOf(now, timeZone));
}

async function planOf(
  needs: Erases,
  { period, until, rows }: { readonly period: string; readonly until: string; readonly rows: readonly Row[] },
): Promise<ErasurePlan | null> {
  const of = (kind: ReturnType<typeof rowKindOf>) =>
    rows.filter(({ pk, sk }) => rowKindOf({ pk, sk }, period) === kind);
  const uploads = rows.filter(({ pk }) => isUploadRow({ pk }));
  const now = needs.clock.now();
  const changed = (row: Row, redaction: Redaction | null) =>
    redaction === null || isDone(row, redaction) ? [] : [{ key: keyOf(row), redaction }];
  const versions = of('version').map((row) => Version.parse(row));
  const changes = [
    ...of('version').flatMap((row) =>
      changed(row, redactedVersion(Version.parse(row), Version.parse(row).erased ?? now)),
    ),
    ...of('reading').flatMap((row) => changed(row, redactedReading)),
    ...uploads.flatMap((row) => changed(row, redactedUpload(Upload.parse(row)))),
    ...of('decision').flatMap((row) => changed(row, redactedDecision(Decision.parse(row)))),
    ...of('note').flatMap((row) => changed(row, redactedNote)),
  ];
  const unfinished = (await erasures(needs, period)).some(({ finishedAt }) => finishedAt === null);
  const files = versions.filter(({ erased }) => unfinished || erased === undefined);
  const manifests = await manifestsNaming(needs, { period, at: now, unfinished });
  if (files.length === 0 && changes.length === 0 && manifests.length === 0 && !unfinished) return null;
  return {
    period,
    keptUntil: until,
    files,
    changes,
    manifests,
    uploads: uploads.map((row) => Upload.parse(row)),
    readings: of('reading').map((row) => LaterReading.parse(row)),
  };
}

function keyOf({ pk, sk }: Row): Key {
  return { pk: String(pk), sk: String(sk) };
}

function isDone(row: Row, { set, remove }: Redaction): boolean {
  return (
    Object.entries(set).every(([name, value]) => isDeepStrictEqual(row[name], value)) &&
    remove.every((name) => row[name] === undefined)
  );
}

/** What was erased of a period, oldest first. */
export async function erasures({ table }: Pick<Erases, 'table'>, period: string): Promise<Erasure[]> {
  return (await queryAll(table, erasuresOf(period))).map((row) => Erasure.parse(row));
}

/** Where one was cut off, those that were written anew may still have what they were before: they are gone through again. */
async function manifestsNaming(
  { store }: Erases,
  { period, at, unfinished }: { readonly period: string; readonly at: string; readonly unfinished: boolean },
): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof store.list>> = await store.list('runs/', { after });
    for (const key of page.keys.filter((each) => each.endsWith('/manifest.json'))) {
      const manifest = Manifest.parse(await readJson(store, key));
      const names = !isDeepStrictEqual(redactedManifest(manifest, period, at), manifest);
      if (names || unfinished) found.push(key);
    }
    after = page.next;
  } while (after !== null);
  return found;
}

export interface ErasedBy {
  readonly actor: string;
  readonly reason: string;
}

/**
 * Erases it, on record first. In this order: each file's row says that it is erased, then its objects go, with every
 * version of theirs; then what else names people. Cut off it is done again and goes on. Throws Refused.
 */
export async function erase(needs: Erases, plan: ErasurePlan, { actor, reason }: ErasedBy): Promise<void> {
  const { table, store, clock, randomBytes, eraser } = needs;
  if (reason.trim() === '') throw new Refused('REASON_MISSING');
  const begunAt = clock.now();
  const open = (await erasures(needs, plan.period)).filter(({ finishedAt }) => finishedAt === null);
  const record: Erasure = {
    erasure: newUlid(randomBytes, Date.parse(begunAt)),
    period: plan.period,
    actor,
    reason: printable(reason.trim()),
    begunAt,
    keptUntil: plan.keptUntil,
    files: plan.files.length,
    finishedAt: null,
  };
  await table.putIfAbsent(erasureKey(plan.period, record.erasure), record);
  for (const { key, redaction } of plan.changes) {
    await table.update(key, { ...redaction, when: { pk: { exists: true } } });
  }
  for (const key of objectsOf(plan)) await eraser.erase(key);
  for (const key of plan.manifests) {
    const manifest = Manifest.parse(await readJson(store, key));
    await store.put(
      key,
      JSON.stringify(redactedManifest(manifest, plan.period, begunAt)),
      'application/json',
    );
    await eraser.erase(key, { keepNewest: true });
  }
  const finishedAt = clock.now();
  for (const { erasure } of [...open, record]) {
    await table.update(erasureKey(plan.period, erasure), { set: { finishedAt } });
  }
}

/** The keys of everything that was stored of these files. */
export function objectsOf({ files, uploads, readings }: ErasurePlan): string[] {
  const ids = new Set([...files, ...uploads].map(({ upload }) => upload));
  const names = [
    ...[...ids].map((upload) => ({ upload })),
    ...readings.map((reading) => ({ upload: reading.upload, again: reading })),
  ];
  return [
    ...[...ids].map(inboxObject),
    ...names.flatMap((name) => [resultsObject(name), annotatedObject(name)]),
  ];
}
