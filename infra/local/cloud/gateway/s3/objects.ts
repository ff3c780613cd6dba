import { randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { inTransaction } from '../database.ts';
import type { EventOutbox } from '../event-outbox.ts';
import type { ObjectCreatedEvent } from '../object-created.ts';
import type { BucketConfig, Clock } from '../options.ts';
import type { Bodies, ReceivedBody } from './bodies.ts';

const TextRecord = z.record(z.string(), z.string());
const Json = (text: string) => TextRecord.parse(JSON.parse(text));

const StoredRow = z.object({
  sequence: z.number(),
  key: z.string(),
  version: z.string(),
  body: z.string().nullable(),
  size: z.number(),
  etag: z.string(),
  modified: z.number(),
  headers: z.string().transform(Json),
  checksums: z.string().transform(Json),
});

/** One stored version of an object; `body` is null for a delete marker. */
export type StoredObject = z.output<typeof StoredRow>;

/** What is stored beside the bytes. */
export interface NewObject {
  readonly key: string;
  /** Headers that a GET gives back: content-type, cache-control, x-amz-meta-… (lower case). */
  readonly headers: Readonly<Record<string, string>>;
  /** Base64 by algorithm. */
  readonly checksums: Readonly<Record<string, string>>;
  readonly reason: ObjectCreatedEvent['detail']['reason'];
  readonly requester: string;
  readonly requestId: string;
  /** Looked at in the same instant as the write; may throw. */
  readonly precondition?: (current: StoredObject | undefined) => void;
}

interface ObjectsDeps {
  readonly database: DatabaseSync;
  readonly bodies: Bodies;
  readonly events: EventOutbox;
  readonly clock: Clock;
  readonly place: { readonly account: string; readonly region: string };
}

/** The buckets' contents: rows in the database, bytes in files. */
export class Objects {
  readonly #database: DatabaseSync;
  readonly #bodies: Bodies;
  readonly #events: EventOutbox;
  readonly #clock: Clock;
  readonly #place: { readonly account: string; readonly region: string };

  constructor({ database, bodies, events, clock, place }: ObjectsDeps) {
    this.#database = database;
    this.#bodies = bodies;
    this.#events = events;
    this.#clock = clock;
    this.#place = place;
    bodies.sweep((name) => this.#isReferred(name));
  }

  /** Stores a new version: bytes first, then in one transaction the row and its event. */
  create(bucket: BucketConfig, object: NewObject, body: ReceivedBody): StoredObject {
    object.precondition?.(this.current(bucket.name, object.key));
    body.keep();
    return this.#insert(bucket, object, { body: body.sha256, size: body.size, etag: body.md5 });
  }

  /** Stores a new version with the bytes of another. */
  copy(bucket: BucketConfig, object: NewObject, source: StoredObject): StoredObject {
    object.precondition?.(this.current(bucket.name, object.key));
    return this.#insert(bucket, object, source);
  }

  /** The newest version, a delete marker included. */
  current(bucket: string, key: string): StoredObject | undefined {
    const row = this.#database
      .prepare('SELECT * FROM objects WHERE bucket = ? AND key = ? ORDER BY sequence DESC LIMIT 1')
      .get(bucket, key);
    return row === undefined ? undefined : StoredRow.parse(row);
  }

  version(bucket: string, key: string, version: string): StoredObject | undefined {
    const row = this.#database
      .prepare('SELECT * FROM objects WHERE bucket = ? AND key = ? AND version = ?')
      .get(bucket, key, version);
    return row === undefined ? undefined : StoredRow.parse(row);
  }

  /** Deletes the object: a delete marker in a versioned bucket, which is given back; else the bytes are gone. */
  delete(bucket: BucketConfig, key: string): StoredObject | undefined {
    if (bucket.versioned) {
      return this.#write(
        bucket,
        { key, headers: {}, checksums: {} },
        { body: null, size: 0, etag: '' },
        undefined,
      );
    }
    this.deleteVersion(bucket.name, key, 'null');
    return undefined;
  }

  /** Removes one version for good and answers what it was. */
  deleteVersion(bucket: string, key: string, version: string): StoredObject | undefined {
    const removed = this.version(bucket, key, version);
    if (removed === undefined) return undefined;
    this.#database.prepare('DELETE FROM objects WHERE sequence = ?').run(removed.sequence);
    this.#dropBody(removed.body);
    return removed;
  }

  /** The next current object after `after` in byte order of the keys, delete markers left out. */
  nextCurrent(bucket: string, prefix: string, after: string): StoredObject | undefined {
    const row = this.#database
      .prepare(
        `SELECT * FROM objects AS o
          WHERE bucket = :bucket AND key > :after AND key >= :prefix AND substr(key, 1, length(:prefix)) = :prefix
            AND body IS NOT NULL
            AND sequence = (SELECT max(sequence) FROM objects WHERE bucket = o.bucket AND key = o.key)
          ORDER BY key LIMIT 1`,
      )
      .get({ bucket, prefix, after });
    return row === undefined ? undefined : StoredRow.parse(row);
  }

  /** All versions after a position, keys ascending, newest first within a key. */
  versions(
    bucket: string,
    prefix: string,
    after: { readonly key: string; readonly sequence: number },
    limit: number,
  ): StoredObject[] {
    return this.#database
      .prepare(
        `SELECT * FROM objects
          WHERE bucket = :bucket AND substr(key, 1, length(:prefix)) = :prefix
            AND (key > :key OR (key = :key AND sequence < :sequence))
          ORDER BY key, sequence DESC LIMIT :limit`,
      )
      .all({ bucket, prefix, key: after.key, sequence: after.sequence, limit })
      .map((row) => StoredRow.parse(row));
  }

  #insert(
    bucket: BucketConfig,
    object: NewObject,
    content: { readonly body: string | null; readonly size: number; readonly etag: string },
  ): StoredObject {
    return this.#write(bucket, object, content, object);
  }

  /** @param created what the event tells; undefined where there is none to tell */
  #write(
    bucket: BucketConfig,
    { key, headers, checksums }: Pick<NewObject, 'key' | 'headers' | 'checksums'>,
    content: { readonly body: string | null; readonly size: number; readonly etag: string },
    created: NewObject | undefined,
  ): StoredObject {
    const version = bucket.versioned ? randomBytes(24).toString('base64url') : 'null';
    const replaced = bucket.versioned ? undefined : this.version(bucket.name, key, version);
    const stored = inTransaction(this.#database, () => {
      if (replaced) this.#database.prepare('DELETE FROM objects WHERE sequence = ?').run(replaced.sequence);
      const row = this.#database
        .prepare(
          `INSERT INTO objects (bucket, key, version, body, size, etag, modified, headers, checksums)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
        )
        .get(
          bucket.name,
          key,
          version,
          content.body,
          content.size,
          content.etag,
          // S3's times have whole seconds.
          Math.floor(this.#clock.now() / 1000) * 1000,
          JSON.stringify(headers),
          JSON.stringify(checksums),
        );
      const object = StoredRow.parse(row);
      if (created && bucket.eventBridge) this.#events.add(this.#event(bucket, object, created));
      return object;
    });
    if (replaced) this.#dropBody(replaced.body);
    if (created && bucket.eventBridge) this.#events.notify();
    return stored;
  }

  #event(bucket: BucketConfig, object: StoredObject, created: NewObject): ObjectCreatedEvent {
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Object Created',
      source: 'aws.s3',
      account: this.#place.account,
      time: new Date(object.modified).toISOString().replace('.000Z', 'Z'),
      region: this.#place.region,
      resources: [`arn:aws:s3:::${bucket.name}`],
      detail: {
        version: '0',
        bucket: { name: bucket.name },
        object: {
          key: object.key,
          size: object.size,
          etag: object.etag,
          ...(bucket.versioned ? { 'version-id': object.version } : {}),
          sequencer: object.sequence.toString(16).toUpperCase().padStart(18, '0'),
        },
        'request-id': created.requestId,
        requester: created.requester,
        'source-ip-address': '127.0.0.1',
        reason: created.reason,
      },
    };
  }

  #dropBody(name: string | null): void {
    if (name !== null && !this.#isReferred(name)) this.#bodies.remove(name);
  }

  #isReferred(name: string): boolean {
    return this.#database.prepare('SELECT 1 FROM objects WHERE body = ? LIMIT 1').get(name) !== undefined;
  }
}
