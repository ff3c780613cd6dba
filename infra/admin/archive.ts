/** An archive as a .zip, streamed and verified on its way. */
import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ArchiveBroken, archiveEntries, type Entry } from '../../shared/office/archive.ts';
import type { Store } from '../../shared/ports/store.ts';

/**
 * Writes the archive of a run into `out`, which is ended; the same run always gives the same bytes. One file is open
 * at a time. Throws ArchiveBroken, NotBuiltYet; what was written until then is no archive.
 */
export async function writeArchive(
  store: Store,
  run: string,
  out: Writable,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const { scheduledAt, entries } = await archiveEntries(store, run);
  const sums = entries.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
  const zip = new ZipFile();
  const body = zip.outputStream as Readable;
  zip.on('error', (error) => body.destroy(error));
  const options = {
    // The text's own day, in the zone it is written in: the machine's zone would change the bytes.
    mtime: noonOf(scheduledAt),
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

function noonOf(instant: string): Date {
  const [year = 1980, month = 1, day = 1] = instant.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}
