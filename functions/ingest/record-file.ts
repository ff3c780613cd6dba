import { createHash } from 'node:crypto';
import type { Logger } from '@aws-lambda-powertools/logger';
import { versionOf } from '../../shared/filing/recording.ts';
import type { Reading } from '../../shared/reading/model/reading.ts';
import { engineFailed, fileChanged } from '../../shared/reading/unreadable-reading.ts';
import { type Doorbell, ringOutbox } from '../../shared/records/doorbell.ts';
import { putVersion, readReading, readVersion, writeReading } from '../../shared/records/filings.ts';
import { inboxObject } from '../../shared/records/keys.ts';
import { outboxId, putMessage } from '../../shared/records/outbox.ts';
import { readRegimeVersion } from '../../shared/records/regimes.ts';
import type { AnnotatedCopy, Message, Upload, Version } from '../../shared/records/rows.ts';
import { firstArrivalOf, readFile, type Store, type StoredFile } from '../../shared/records/store.ts';
import type { Table } from '../../shared/records/table.ts';
import { readUpload } from '../../shared/records/uploads.ts';
import { CopyNotMade, keepAnnotated } from './keep-annotated.ts';
import type { ReadingThread } from './reading-thread.ts';

export interface Dependencies {
  readonly table: Table;
  readonly store: Store;
  readonly outbox: Doorbell;
  readonly reader: ReadingThread;
  readonly logger: Logger;
  /** ISO 8601. */
  readonly now: () => string;
}

/** Something that must be there is not there yet, or not readable now: the message is kept and comes again. */
export class FileNotReady extends Error {
  override readonly name = 'FileNotReady';
}

// From the third receive on nothing is read any more: whatever stopped the first two would stop this one too.
const receivesBeforeGivingUp = 3;

/**
 * One stored file becomes one version, in a fixed order: annotated copy → results object → version → outbox row →
 * doorbell. Every step may have been done before; what is there is continued from, never made anew.
 */
export async function recordFile(
  dependencies: Dependencies,
  arrival: { readonly upload: string; readonly receives: number },
): Promise<Version> {
  const { table, logger } = dependencies;
  const upload = await readUpload(table, arrival.upload);
  if (!upload) throw new FileNotReady(`no upload ${arrival.upload} was ever minted`);

  const version =
    (await readVersion(table, upload)) ?? (await makeVersion(dependencies, upload, arrival.receives));
  await queueVerdict(dependencies, version);
  logger.info('FILE_RECORDED: one file has its verdict', { upload: version.upload, state: version.state });
  return version;
}

async function makeVersion(dependencies: Dependencies, upload: Upload, receives: number): Promise<Version> {
  const { table, store, now } = dependencies;
  const file = await readFile(store, inboxObject(upload.upload));
  const receivedAt = await firstArrivalOf(store, inboxObject(upload.upload));
  if (!file || receivedAt === null)
    throw new FileNotReady(`the file of upload ${upload.upload} is not in the bucket`);

  const judged =
    receives >= receivesBeforeGivingUp ? engineFailed() : await judge(dependencies, upload, file);
  // Tried once: what may have stopped the first receive (memory, time) must not cost the file its verdict.
  const annotated = receives > 1 ? null : await annotate(dependencies, upload, file, judged);
  const reading = await keepReading(store, upload.upload, judged, annotated);
  const version = versionOf(upload, reading, { receivedAt, recordedAt: now() });
  if (await putVersion(table, version)) return version;
  const first = await readVersion(table, upload);
  if (!first) throw new FileNotReady(`the version of upload ${upload.upload} was there a moment ago`);
  return first;
}

async function judge({ store, reader }: Dependencies, upload: Upload, file: StoredFile): Promise<Reading> {
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
  { store, logger }: Dependencies,
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

async function queueVerdict({ table, outbox, now }: Dependencies, version: Version): Promise<void> {
  const { period, unit, upload } = version;
  const message: Message = { kind: 'verdict', period, unit, upload };
  const id = outboxId(message);
  await putMessage(table, id, message, now());
  await ringOutbox(outbox, id);
}
