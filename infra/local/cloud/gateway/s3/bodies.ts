import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type ChecksumAlgorithm, startChecksum } from './checksums.ts';

/** Up to this many bytes a body is written, or read, at one go: to ask the pool's threads for each step takes longer. */
const small = 256 * 1024;

/** A body that no object refers to yet: `keep` it or `discard` it. */
export interface ReceivedBody {
  readonly size: number;
  readonly sha256: string;
  /** Lower-case hex; the ETag's content. */
  readonly md5: string;
  /** Base64, of the algorithms asked for. */
  readonly checksums: Readonly<Partial<Record<ChecksumAlgorithm, string>>>;
  /** Moves the body to its final place, synchronously, so that the object's row can follow in the same breath. */
  keep(): void;
  discard(): void;
}

/** Object bodies as files named by the SHA-256 of their content; keys never reach the file system. */
export class Bodies {
  readonly #folder: string;
  readonly #arrivals: string;

  constructor(stateFolder: string) {
    this.#folder = join(stateFolder, 'bodies');
    this.#arrivals = join(stateFolder, 'arriving');
    rmSync(this.#arrivals, { recursive: true, force: true });
    mkdirSync(this.#arrivals, { recursive: true });
    mkdirSync(this.#folder, { recursive: true });
  }

  /**
   * Streams a body to disk, if it is not small; memory stays at one chunk. `onSize` is told the running size and may throw
   * to end it. Nothing is left behind on a throw.
   */
  async receive(
    source: AsyncIterable<Uint8Array>,
    algorithms: Iterable<ChecksumAlgorithm>,
    onSize: (size: number) => void = () => undefined,
  ): Promise<ReceivedBody> {
    const arriving = join(this.#arrivals, randomUUID());
    const sha256 = createHash('sha256');
    const md5 = createHash('md5');
    const digests = [...new Set(algorithms)].map((algorithm) => ({
      algorithm,
      digest: startChecksum(algorithm),
    }));
    let size = 0;
    const first: Uint8Array[] = [];
    let file: FileHandle | undefined;
    try {
      for await (const chunk of source) {
        size += chunk.length;
        onSize(size);
        sha256.update(chunk);
        md5.update(chunk);
        for (const { digest } of digests) digest.update(chunk);
        if (!file && size <= small) {
          first.push(chunk);
          continue;
        }
        file ??= await open(arriving, 'wx');
        for (const part of first.splice(0)) await file.writeFile(part);
        await file.writeFile(chunk);
      }
    } catch (problem) {
      await file?.close();
      rmSync(arriving, { force: true });
      throw problem;
    }
    await file?.close();
    const name = sha256.digest('hex');
    return {
      size,
      sha256: name,
      md5: md5.digest('hex'),
      checksums: Object.fromEntries(digests.map(({ algorithm, digest }) => [algorithm, digest.base64()])),
      keep: () => {
        mkdirSync(join(this.#folder, name.slice(0, 2)), { recursive: true });
        if (!file) writeFileSync(arriving, Buffer.concat(first), { flag: 'wx' });
        renameSync(arriving, this.#path(name));
      },
      discard: () => rmSync(arriving, { force: true }),
    };
  }

  /** The bytes from `start` to `end`, both included. */
  read(name: string, start: number, end: number): Readable | Uint8Array {
    const length = end - start + 1;
    if (length > small) return createReadStream(this.#path(name), { start, end });
    const file = openSync(this.#path(name), 'r');
    try {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, start));
    } finally {
      closeSync(file);
    }
  }

  remove(name: string): void {
    rmSync(this.#path(name), { force: true });
  }

  /** Removes what no object refers to: bodies whose row a crash prevented. */
  sweep(isReferred: (name: string) => boolean): void {
    for (const folder of readdirSync(this.#folder)) {
      for (const name of readdirSync(join(this.#folder, folder))) if (!isReferred(name)) this.remove(name);
    }
  }

  #path(name: string): string {
    return join(this.#folder, name.slice(0, 2), name);
  }
}
