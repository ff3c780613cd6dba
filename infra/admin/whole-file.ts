/** A file that is there whole or not at all: half of it would be taken for the whole. */
import { once } from 'node:events';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { openNamedFile } from './named-files.ts';

/**
 * `write` fills and ends the stream. Only then does it take its place: where it throws, what stood there before stays, and
 * nothing is left beside it. @throws FileNotUsable where nothing can be written there
 */
export async function writeWholeFile<T>(file: string, write: (out: Writable) => Promise<T>): Promise<T> {
  const part = `${file}.part`;
  const out = (await openNamedFile(part)).createWriteStream();
  try {
    const written = await write(out);
    // Not every system renames a file that is still open.
    if (!out.closed) await once(out, 'close');
    await rename(part, file);
    return written;
  } catch (error) {
    out.destroy();
    if (!out.closed) await once(out, 'close');
    await rm(part, { force: true });
    throw error;
  }
}
