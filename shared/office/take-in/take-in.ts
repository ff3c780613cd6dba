/** Taking in: one stored file becomes one version with its verdict. */
import { createHash } from 'node:crypto';
import { takenAwayBytes } from '../../filing/counting.ts';
import type { Filings } from '../../filing/filings.ts';
import { versionOf } from '../../filing/recording.ts';
import type { AnnotatedCopy, Upload, Version } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { Store, StoredFile } from '../../ports/store.ts';
import { hasMarks } from '../../reading/annotate/annotate.ts';
import type { Reading, Task } from '../../reading/model/reading.ts';
import { engineFailed, fileChanged, refusedReading } from '../../reading/unreadable-reading.ts';
import { markCopying, recordArrival } from '../../records/attempts.ts';
import {
  putVersion,
  readOwnDecisions,
  readOwnFilings,
  readReading,
  readVersion,
  writeReading,
} from '../../records/filings.ts';
import { inboxObject } from '../../records/keys.ts';
import { readLink } from '../../records/links.ts';
import { readRegimeVersion } from '../../records/regimes.ts';
import type { Link } from '../../records/rows.ts';
import { giveTurn, takeTurn } from '../../records/turns.ts';
import { readUpload } from '../../records/uploads.ts';
import { wakeIngest } from '../../records/wake.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { attempt, attemptSeconds, FileNotReady, notCounted } from './attempt.ts';
import { CopyNotMade, keepAnnotated } from './keep-annotated.ts';

/** Reads one file within what a reading may take: whatever the file does, it ends in a reading. */
export interface Reader {
  read(bytes: Uint8Array, task: Task): Promise<Reading>;
}

export type TakesIn = Pick<
  Dependencies,
  'table' | 'store' | 'arrivals' | 'outbox' | 'logger' | 'metrics' | 'clock' | 'randomBytes'
> & {
  readonly reader: Reader;
};

/**
 * One stored file becomes one version, in a fixed order: annotated copy → results object → version → outbox row →
 * queue. Every step may have been done before; what is there is continued from, never made anew. Null where enough of
 * the unit's files are being read: then it was put back behind the others'.
 */
export async function takeIn(dependencies: TakesIn, id: string): Promise<Version | null> {
  const { table, logger } = dependencies;
  const upload = await readUpload(table, id);
  if (!upload) throw new FileNotReady(`no upload ${id} was ever minted`);

  const known = await knownOf(dependencies, upload);
  const version = known.version ?? (await inTurn(dependencies, upload, known));
  if (version === null) return null;
  const { period, unit } = version;
  await enqueueMail(dependencies, { kind: 'verdict', period, unit, upload: version.upload });
  logger.info('FILE_RECORDED: one file has its verdict', { upload: version.upload, state: version.state });
  return version;
}

/** What is on record of a file that has come: its version, if it was taken in before, and what may keep it from counting. */
interface Known {
  readonly version: Version | null;
  readonly link: Link | null;
  readonly filings: Filings;
}

const nothingFiled: Filings = { versions: [], decisions: [] };

async function knownOf({ table }: TakesIn, upload: Upload): Promise<Known> {
  const { period, unit } = upload;
  const [link, version, decisions] = await Promise.all([
    upload.link === undefined ? null : readLink(table, upload.link),
    readVersion(table, upload),
    readOwnDecisions(table, period, unit),
  ]);
  // Where nothing was decided nothing was taken away, whatever else the unit sent.
  const filings = decisions.length === 0 ? nothingFiled : await readOwnFilings(table, period, unit);
  return { version, link, filings };
}

/** Of one unit's files so many are read at once: of the five readers (infra/intake.ts) others have the rest. */
const readAtOnce = 2;
/** A file that has to wait is looked at again after so long. */
const backAfterSeconds = 10;

async function inTurn(dependencies: TakesIn, upload: Upload, known: Known): Promise<Version | null> {
  const { table, arrivals, clock, logger } = dependencies;
  const whose = `${upload.regime}/${upload.unit}`;
  const turn = await takeTurn(
    table,
    { unit: whose },
    {
      places: readAtOnce,
      now: clock.now(),
      seconds: attemptSeconds,
    },
  );
  if (turn === null) {
    await wakeIngest(arrivals, upload.upload, { group: whose, delaySeconds: backAfterSeconds });
    logger.info('FILE_WAITS: enough files of its unit are being read', { upload: upload.upload });
    return null;
  }
  try {
    return await makeVersion(dependencies, upload, known);
  } finally {
    await giveTurn(table, { unit: whose }, turn);
  }
}

async function makeVersion(dependencies: TakesIn, upload: Upload, known: Known): Promise<Version> {
  const { table, store } = dependencies;
  const attempted = await attempt(dependencies, upload);
  if (attempted.isLast) {
    const receivedAt = attempted.receivedAt ?? (await store.arrival(inboxObject(upload.upload)));
    if (receivedAt === null)
      throw new FileNotReady(`the file of upload ${upload.upload} is not in the bucket`);
    return record(dependencies, upload, { judged: engineFailed(), annotated: null, receivedAt });
  }
  const outside = <T>(work: () => Promise<T>) => notCounted(dependencies, upload, work);
  const { file, task, receivedAt } = await outside(async () => {
    const [file, task] = await Promise.all([fileOf(dependencies, upload), taskOf(dependencies, upload)]);
    if (attempted.receivedAt === null) await recordArrival(table, upload.upload, file.receivedAt);
    return { file, task, receivedAt: attempted.receivedAt ?? file.receivedAt };
  });
  const refused = refusalOf(upload, receivedAt, known);
  // What the reader throws counts as an attempt, and so does whatever kills it.
  const judged = refused ?? (await judge(dependencies, upload, file, task));
  return outside(async () => {
    const annotated = attempted.copying ? null : await annotate(dependencies, upload, file, judged);
    return record(dependencies, upload, { judged, annotated, receivedAt });
  });
}

async function fileOf({ store }: TakesIn, { upload }: Upload): Promise<StoredFile> {
  const file = await store.get(inboxObject(upload));
  if (!file) throw new FileNotReady(`the file of upload ${upload} is not in the bucket`);
  return file;
}

async function record(
  { table, store, clock, metrics }: TakesIn,
  upload: Upload,
  read: { readonly judged: Reading; readonly annotated: AnnotatedCopy | null; readonly receivedAt: string },
): Promise<Version> {
  const { receivedAt } = read;
  const reading = await keepReading(store, upload, read.judged, read.annotated);
  const version = versionOf(upload, reading, { receivedAt, recordedAt: clock.now() });
  if (await putVersion(table, version)) {
    metrics.record('Files', 1, version.state);
    metrics.record('SecondsToVerdict', secondsBetween(receivedAt, version.recordedAt));
    return version;
  }
  const first = await readVersion(table, upload);
  if (!first) throw new FileNotReady(`the version of upload ${upload.upload} was there a moment ago`);
  return first;
}

function secondsBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}

/**
 * What was decided since the file was announced and keeps it from counting; null where nothing was. A revocation takes
 * back what had not come by then: what came before it was sent by whoever the office then let in.
 */
function refusalOf({ unit, sha256, ...upload }: Upload, receivedAt: string, known: Known): Reading | null {
  const { link, filings } = known;
  const revokedAt = link?.revokedAt;
  // S3 tells whole seconds: a file of the very second counts as come before.
  if (revokedAt && Date.parse(receivedAt) >= Date.parse(revokedAt)) {
    return refusedReading('LINK_WAS_REVOKED', upload.link?.slice(0, 12) ?? '');
  }
  const gone = takenAwayBytes(filings, unit, sha256);
  return gone && refusedReading('FILE_TAKEN_AWAY', gone.version.receipt);
}

async function judge({ reader }: TakesIn, upload: Upload, file: StoredFile, task: Task): Promise<Reading> {
  // S3 holds a browser to the announced sum; ingest trusts no other path into the bucket to have done so.
  if (createHash('sha256').update(file.bytes).digest('hex') !== upload.sha256) return fileChanged();
  return reader.read(file.bytes, task);
}

/** What the file is judged by: the regime version pinned when it was minted. */
export async function taskOf(
  { store }: Pick<TakesIn, 'store'>,
  upload: Pick<Upload, 'regimeHash' | 'unit' | 'period' | 'fileName'>,
): Promise<Task> {
  const regime = await readRegimeVersion(store, upload.regimeHash);
  const unit = regime.units.find((candidate) => candidate.code === upload.unit);
  const period = regime.periods.find((candidate) => candidate.id === upload.period);
  if (!unit || !period)
    throw new Error(`the regime version ${upload.regimeHash} lacks ${upload.unit} or ${upload.period}`);
  return { fileName: upload.fileName, regime, unit, period };
}

/** What cannot be annotated is judged all the same. */
async function annotate(
  { table, store, logger }: TakesIn,
  upload: Upload,
  file: StoredFile,
  judged: Reading,
): Promise<AnnotatedCopy | null> {
  // Which is said of the reading alone: nothing of the file's is touched that could stop this attempt.
  if (!hasMarks(judged)) return null;
  await markCopying(table, upload.upload);
  try {
    return await keepAnnotated(store, upload, file.bytes, judged);
  } catch (error) {
    if (!(error instanceof CopyNotMade)) throw error;
    logger.warn('COPY_NOT_MADE: the verdict goes without an annotated copy', {
      error,
      upload: upload.upload,
    });
    return null;
  }
}

async function keepReading(
  store: Store,
  { upload }: Upload,
  reading: Reading,
  annotated: AnnotatedCopy | null,
): Promise<Reading> {
  if (await writeReading(store, { upload }, reading, annotated)) return reading;
  const kept = await readReading(store, { upload });
  if (!kept) throw new FileNotReady(`the results of upload ${upload} were there a moment ago`);
  return kept;
}
