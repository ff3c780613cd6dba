/** The bucket beside the table: uploaded files (only ever read here) and objects written once. */
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';

export interface Store {
  readonly client: S3Client;
  readonly bucket: string;
}

export interface StoredFile {
  readonly bytes: Uint8Array;
  /** S3's own time, ISO 8601. */
  readonly receivedAt: string;
}

/** The object's bytes and S3's time, or null where there is no such object. */
export async function readFile(store: Store, key: string): Promise<StoredFile | null> {
  try {
    const answer = await store.client.send(new GetObjectCommand({ Bucket: store.bucket, Key: key }));
    if (!answer.Body || !answer.LastModified) throw new Error(`S3 answered without a body for ${key}`);
    return { bytes: await answer.Body.transformToByteArray(), receivedAt: answer.LastModified.toISOString() };
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}

/** The object as a stream (in Node), or null where there is no such object. */
export async function openFile(store: Store, key: string): Promise<Readable | null> {
  try {
    const answer = await store.client.send(new GetObjectCommand({ Bucket: store.bucket, Key: key }));
    if (!(answer.Body instanceof Readable)) throw new Error(`S3 answered without a stream for ${key}`);
    return answer.Body;
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}

/** S3's time for the object, or null where there is none. */
export async function arrivalOf(store: Store, key: string): Promise<string | null> {
  try {
    const answer = await store.client.send(new HeadObjectCommand({ Bucket: store.bucket, Key: key }));
    if (!answer.LastModified) throw new Error(`S3 answered without a time for ${key}`);
    return answer.LastModified.toISOString();
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/**
 * S3's time of the first time the object was stored, or null where it never was. A form that is sent again within its
 * hour stores the same bytes once more: what was on time stays on time.
 */
export async function firstArrivalOf(store: Store, key: string): Promise<string | null> {
  const { Versions = [] } = await store.client.send(
    new ListObjectVersionsCommand({ Bucket: store.bucket, Prefix: key }),
  );
  const times = Versions.flatMap(({ Key, LastModified }) =>
    Key === key && LastModified ? [LastModified] : [],
  );
  const first = times.sort((a, b) => a.getTime() - b.getTime())[0];
  return first?.toISOString() ?? null;
}

export async function readJson(store: Store, key: string): Promise<unknown> {
  const file = await readFile(store, key);
  return file && JSON.parse(new TextDecoder().decode(file.bytes));
}

// S3 answers 409 to all but one of several that write the same new key at once, and wants them to try again:
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
const conflictsBorne = 5;

/** Writes the object unless its key is taken: true when it was written, false when it had been there. */
export async function writeOnce(
  store: Store,
  key: string,
  body: Uint8Array | string,
  contentType: string,
  conflicts = 0,
): Promise<boolean> {
  try {
    await store.client.send(
      new PutObjectCommand({
        Bucket: store.bucket,
        Key: key,
        Body: body,
        ContentType: contentType,
        IfNoneMatch: '*',
      }),
    );
    return true;
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    if (error.name === 'PreconditionFailed') return false;
    if (error.name !== 'ConditionalRequestConflict' || conflicts === conflictsBorne) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** conflicts));
    return writeOnce(store, key, body, contentType, conflicts + 1);
  }
}

export async function writeJsonOnce(store: Store, key: string, value: unknown): Promise<boolean> {
  return writeOnce(store, key, JSON.stringify(value), 'application/json');
}
