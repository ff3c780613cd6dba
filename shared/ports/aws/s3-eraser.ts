import { DeleteObjectCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Eraser } from '../eraser.ts';

interface VersionId {
  readonly id: string;
  readonly isNewest: boolean;
}

/** Erases in a bucket of S3 that keeps versions. */
export class S3Eraser implements Eraser {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async count(key: string): Promise<number> {
    return (await this.#versions(key)).length;
  }

  async erase(key: string, { keepNewest = false } = {}): Promise<number> {
    const all = (await this.#versions(key)).filter(({ isNewest }) => !(keepNewest && isNewest));
    // The newest last: cut off before, an older version never comes to the fore.
    for (const { id } of all.toSorted((a, b) => Number(a.isNewest) - Number(b.isNewest))) {
      await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key, VersionId: id }));
    }
    return all.length;
  }

  async #versions(key: string): Promise<VersionId[]> {
    const found: VersionId[] = [];
    let after: { KeyMarker: string | undefined; VersionIdMarker: string | undefined } | null = null;
    do {
      const page: Awaited<ReturnType<typeof this.page>> = await this.page(key, after);
      const { Versions = [], DeleteMarkers = [] } = page;
      for (const { Key, VersionId, IsLatest = false } of [...Versions, ...DeleteMarkers]) {
        // Keys that only begin so are listed, too.
        if (Key === key && VersionId !== undefined) found.push({ id: VersionId, isNewest: IsLatest });
      }
      after = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : null;
    } while (after);
    return found;
  }

  private page(key: string, after: object | null) {
    return this.#client.send(new ListObjectVersionsCommand({ Bucket: this.#bucket, Prefix: key, ...after }));
  }
}
