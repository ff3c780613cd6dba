import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { KeyPage, Store, StoredFile } from '../store.ts';
import { leanClient } from './lean-client.ts';

// S3 answers 409 to all but one of several that write the same new key at once, and wants them to try again:
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
const conflictsBorne = 5;

/** By the variables that AWS sets. */
export function storeClient(): S3Client {
  return leanClient(S3Client, {});
}

/** A bucket of S3 that keeps versions. */
export class S3Store implements Store {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async get(key: string): Promise<StoredFile | null> {
    const answer = await this.#getObject(key);
    if (answer === null) return null;
    if (!answer.Body || !answer.LastModified) throw new Error(`S3 answered without a body for ${key}`);
    return {
      bytes: await answer.Body.transformToByteArray(),
      receivedAt: answer.LastModified.toISOString(),
      contentType: answer.ContentType ?? 'application/octet-stream',
    };
  }

  async open(key: string): Promise<Readable | null> {
    const answer = await this.#getObject(key);
    if (answer === null) return null;
    if (!(answer.Body instanceof Readable)) throw new Error(`S3 answered without a stream for ${key}`);
    return answer.Body;
  }

  async #getObject(key: string) {
    try {
      return await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  async arrival(key: string): Promise<string | null> {
    try {
      const answer = await this.#client.send(new HeadObjectCommand({ Bucket: this.#bucket, Key: key }));
      if (!answer.LastModified) throw new Error(`S3 answered without a time for ${key}`);
      return answer.LastModified.toISOString();
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  }

  async putOnce(key: string, body: Uint8Array | string, contentType: string): Promise<boolean> {
    for (let conflicts = 0; ; conflicts++) {
      try {
        await this.#putObject(key, body, contentType, '*');
        return true;
      } catch (error) {
        if (!(error instanceof S3ServiceException)) throw error;
        if (error.name === 'PreconditionFailed') return false;
        if (error.name !== 'ConditionalRequestConflict' || conflicts === conflictsBorne) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** conflicts));
      }
    }
  }

  async put(key: string, body: Uint8Array | string, contentType: string): Promise<void> {
    await this.#putObject(key, body, contentType);
  }

  async #putObject(key: string, body: Uint8Array | string, contentType: string, ifNoneMatch?: '*') {
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: body,
        ContentType: contentType,
        IfNoneMatch: ifNoneMatch,
      }),
    );
  }

  async list(
    prefix: string,
    { limit, after }: { readonly limit?: number; readonly after?: string | null } = {},
  ): Promise<KeyPage> {
    const { Contents = [], NextContinuationToken } = await this.#client.send(
      new ListObjectsV2Command({
        Bucket: this.#bucket,
        Prefix: prefix,
        MaxKeys: limit,
        ContinuationToken: after ?? undefined,
      }),
    );
    return { keys: Contents.flatMap(({ Key }) => Key ?? []), next: NextContinuationToken ?? null };
  }
}
