/** A .zip of exactly the files that a summary was made of, with what was issued, streamed and verified on its way. */
import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Manifest } from '../../shared/filing/manifest.ts';
import type { Version } from '../../shared/filing/version.ts';
import { countingVersions } from '../../shared/office/summarise.ts';
import type { Store } from '../../shared/ports/store.ts';
import { inboxObject, runObject } from '../../shared/records/keys.ts';
import { documentName, documentsOf, readManifest } from '../../shared/records/runs.ts';
import { RejectError, RetryError } from '../../shared/vocabulary/errors.ts';

/** What lies in the bucket is not what the manifest pins, or is gone; the archive is worth nothing then. */
export class ArchiveBroken extends RejectError {
  override readonly name = 'ArchiveBroken';
  readonly code = 'ARCHIVE_BROKEN';
  readonly mendable = true;
}

/** The run's documents are built by the first mail about it, which has not been written yet. */
export class NotBuiltYet extends RetryError {
  override readonly name = 'NotBuiltYet';
  readonly code = 'NOT_BUILT_YET';
  readonly mendable = true;
}

interface Entry {
  readonly path: string;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly open: () => Promise<Readable | Uint8Array>;
}

/**
 * Writes the archive of a run into `out`, which is ended; the same run always gives the same bytes. One file is open
 * at a time. Throws ArchiveBroken, NotBuiltYet; what was written until then is no archive.
 */
export async function writeArchive(
  store: Store,
  run: string,
  out: Writable,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const manifest = await readManifest(store, run);
  const entries = [...(await issuedEntries(store, manifest)), ...fileEntries(store, manifest)];
  const sums = entries.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
  const zip = new ZipFile();
  const body = zip.outputStream as Readable;
  zip.on('error', (error) => body.destroy(error));
  const options = {
    // The text's own day, in the zone it is written in: the machine's zone would change the bytes.
    mtime: noonOf(manifest.scheduledAt),
    forceDosTimestamp: true,
    mode: 0o100644,
    // Office files are compressed already, and deflate's output depends on its version.
    compress: false,
  };
  zip.addBuffer(Buffer.from(sums, 'utf8'), 'SHA256SUMS', options);
  for (const entry of entries) {
    zip.addReadStreamLazy(entry.path, { ...options, size: entry.size }, (give) => {
      verified(entry, (error) => zip.emit('error', error)).then(
        (stream) => give(null, stream),
        (error: unknown) => give(error, body),
      );
    });
  }
  zip.end();
  await pipeline(body, out);
  return { files: entries.length, bytes: entries.reduce((sum, { size }) => sum + size, 0) };
}

/** The entry's bytes; a stream that ends otherwise than announced tells `fail`. */
async function verified(entry: Entry, fail: (error: Error) => void): Promise<Readable> {
  const hash = createHash('sha256');
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      if (hash.digest('hex') === entry.sha256) done();
      else done(new ArchiveBroken(`${entry.path} is not what the manifest pins`));
    },
  });
  check.on('error', fail);
  const source = await entry.open();
  if (source instanceof Uint8Array) check.end(source);
  else source.on('error', (error) => check.destroy(error)).pipe(check);
  return check;
}

/** The manifest itself and the documents that were made of it. */
async function issuedEntries(store: Store, manifest: Manifest): Promise<Entry[]> {
  const wanted = [
    { path: 'manifest.json', object: 'manifest.json' },
    ...documentsOf(manifest).map((name) => ({ path: documentName(manifest, name), object: name })),
  ];
  const entries: Entry[] = [];
  for (const { path, object } of wanted) {
    const file = await store.get(runObject(manifest.run, object));
    if (!file)
      throw new NotBuiltYet(`${object} of ${manifest.run} is built with its first mail; try again then`);
    const { bytes } = file;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    entries.push({ path, sha256, size: bytes.length, open: async () => bytes });
  }
  return entries;
}

/** `Q1-2024/QLDD/Báo cáo.xlsx`: the files that count, of this period and of those it is compared with or adds up. */
function fileEntries(store: Store, manifest: Manifest): Entry[] {
  const { previous, lastYear, year } = manifest.earlier;
  const earlier = [previous, lastYear, ...year].filter((each) => each !== null);
  const versions = [manifest, ...earlier].flatMap((filings) => countingVersions(filings));
  const byUpload = new Map(versions.map((version) => [version.upload, version]));
  const entries = [...byUpload.values()].map((version) => entryOf(store, version));
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function entryOf(store: Store, { period, unit, upload, fileName, sha256, size }: Version): Entry {
  return {
    path: `${period}/${unit}/${safeName(fileName)}`,
    ...{ sha256, size },
    open: async () => {
      const stream = await store.open(inboxObject(upload));
      if (!stream) throw new ArchiveBroken(`the file of the version ${upload} is no longer in the bucket`);
      return stream;
    },
  };
}

const longestName = 120;

/** The unit's own name for the file, as every system can write it: a version has a folder of its own. */
function safeName(fileName: string): string {
  const plain = fileName
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const characters = [...(plain === '' ? 'file' : plain)];
  if (characters.length <= longestName) return characters.join('');
  return [...characters.slice(0, longestName - 8), ...characters.slice(-8)].join('');
}

function noonOf(instant: string): Date {
  const [year = 1980, month = 1, day = 1] = instant.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}
