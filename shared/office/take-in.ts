/** Taking in: one stored file becomes one version with its verdict. */
import { createHash } from 'node:crypto';
import { versionOf } from '../filing/recording.ts';
import type { AnnotatedCopy, Upload, Version } from '../filing/version.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { Store, StoredFile } from '../ports/store.ts';
import type { Reading, Task } from '../reading/model/reading.ts';
import { engineFailed, fileChanged } from '../reading/unreadable-reading.ts';
import { putVersion, readReading, readVersion, writeReading } from '../records/filings.ts';
import { inboxObject } from '../records/keys.ts';
import { readRegimeVersion } from '../records/regimes.ts';
import { readUpload } from '../records/uploads.ts';
import { RetryError } from '../vocabulary/errors.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { CopyNotMade, keepAnnotated } from './keep-annotated.ts';

/** Reads one file within what a reading may take: whatever the file does, it ends in a reading. */
export interface Reader {
  read(bytes: Uint8Array, task: Task): Promise<Reading>;
}

export type TakesIn = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'logger' | 'metrics' | 'clock'> & {
  readonly reader: Reader;
};

/** Something that must be there is not there yet, or not readable now: the message is kept and comes again. */
export class FileNotReady extends RetryError {
  override readonly name = 'FileNotReady';
  readonly code = 'FILE_NOT_READY';
  readonly mendable = false;
}

// From the third receive on nothing is read any more: whatever stopped the first two would stop this one too.
const receivesBeforeGivingUp = 3;

/**
 * One stored file becomes one version, in a fixed order: annotated copy → results object → version → outbox row →
 * queue. Every step may have been done before; what is there is continued from, never made anew.
 */
export async function takeIn(
  dependencies: TakesIn,
  arrival: { readonly upload: string; readonly receives: number },
): Promise<Version> {
  const { table, logger } = dependencies;
  const upload = await readUpload(table, arrival.upload);
  if (!upload) throw new FileNotReady(`no upload ${arrival.upload} was ever minted`);

  const version =
    (await readVersion(table, upload)) ?? (await makeVersion(dependencies, upload, arrival.receives));
  const { period, unit } = version;
  await enqueueMail(dependencies, { kind: 'verdict', period, unit, upload: version.upload });
  logger.info('FILE_RECORDED: one file has its verdict', { upload: version.upload, state: version.state });
  return version;
}

async function makeVersion(dependencies: TakesIn, upload: Upload, receives: number): Promise<Version> {
  const { table, store, metrics, clock } = dependencies;
  const file = await store.get(inboxObject(upload.upload));
  const receivedAt = await store.firstArrival(inboxObject(upload.upload));
  if (!file || receivedAt === null)
    throw new FileNotReady(`the file of upload ${upload.upload} is not in the bucket`);

  const judged =
    receives >= receivesBeforeGivingUp ? engineFailed() : await judge(dependencies, upload, file);
  // Tried once: what may have stopped the first receive (memory, time) must not cost the file its verdict.
  const annotated = receives > 1 ? null : await annotate(dependencies, upload, file, judged);
  const reading = await keepReading(store, upload.upload, judged, annotated);
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

async function judge({ store, reader }: TakesIn, upload: Upload, file: StoredFile): Promise<Reading> {
  // S3 holds a browser to the announced sum; ingest trusts no other path into the bucket to have done so.
  if (createHash('sha256').update(file.bytes).digest('hex') !== upload.sha256) return fileChanged();
  const regime = await readRegimeVersion(store, upload.regimeHash);
  const unit = regime.units.find((candidate) => candidate.code === upload.unit);
  const period = regime.periods.find((candidate) => candidate.id === upload.period);
  if (!unit || !period)
    throw new Error(`the regime version ${upload.regimeHash} lacks ${upload.unit} or ${upload.period}`);
  return reader.read(file.bytes, { fileName: upload.fileName, regime, unit, period });
}

/** What cannot be annotated is judged all the same. */
async function annotate(
  { store, logger }: TakesIn,
  upload: Upload,
  file: StoredFile,
  judged: Reading,
): Promise<AnnotatedCopy | null> {
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
  upload: string,
  reading: Reading,
  annotated: AnnotatedCopy | null,
): Promise<Reading> {
  if (await writeReading(store, upload, reading, annotated)) return reading;
  const kept = await readReading(store, upload);
  if (!kept) throw new FileNotReady(`the results of upload ${upload} were there a moment ago`);
  return kept;
}
