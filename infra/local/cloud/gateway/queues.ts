import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { LocalCloudError } from '../errors.ts';
import { inTransaction } from './database.ts';
import type { Clock, QueueConfig } from './options.ts';

/** A queue was named that the template does not declare. */
export class UnknownQueue extends LocalCloudError {
  override readonly name = 'UnknownQueue';
  readonly code = 'UNKNOWN_QUEUE';
}

/** The message was deleted, or received again by somebody else since. */
export class StaleReceipt extends LocalCloudError {
  override readonly name = 'StaleReceipt';
  readonly code = 'STALE_RECEIPT';
}

const MessageAttributes = z.record(
  z.string(),
  z.object({ DataType: z.string(), StringValue: z.string().optional(), BinaryValue: z.string().optional() }),
);
/** Attributes as SendMessage takes them; binary values in base64. */
export type MessageAttributes = z.output<typeof MessageAttributes>;

/** A message in the hands of a receiver, until its visibility runs out. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly messageAttributes: MessageAttributes;
  /** 1 the first time. */
  readonly receiveCount: number;
  /** Milliseconds by the pipeline's clock. */
  readonly sentAt: number;
  readonly firstReceivedAt: number;
  /** That its sender named. */
  readonly group: string | undefined;
  /** ARN of the queue it died in, for a message in a dead-letter queue. */
  readonly deadLetterSource: string | undefined;
}

export interface QueueCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

const Row = z.object({
  sequence: z.number(),
  id: z.string(),
  body: z.string(),
  attributes: z.string().transform((text) => MessageAttributes.parse(JSON.parse(text))),
  sent: z.number(),
  receives: z.number(),
  first_received: z.number().nullable(),
  source_arn: z.string().nullable(),
  sender_group: z.string().nullable(),
});
type Row = z.output<typeof Row>;

/**
 * Standard queues, fair between the groups that senders name, persisted: at least once, visibility and delays by wall time, dead-lettering after
 * `maxReceiveCount` receives. Messages never expire.
 */
export class Queues {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #configs: ReadonlyMap<string, QueueConfig>;
  readonly #listeners = new Set<(queue: string) => void>();

  constructor(database: DatabaseSync, configs: readonly QueueConfig[], clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    this.#configs = new Map(configs.map((config) => [config.name, config]));
    for (const { redrive } of configs) if (redrive) this.nameOf(redrive.deadLetterTargetArn);
  }

  names(): readonly string[] {
    return [...this.#configs.keys()];
  }

  /** Throws UnknownQueue. */
  config(queue: string): QueueConfig {
    const config = this.#configs.get(queue);
    if (config === undefined) throw new UnknownQueue(queue);
    return config;
  }

  /** The queue's name for its ARN. Throws UnknownQueue. */
  nameOf(arn: string): string {
    const found = [...this.#configs.values()].find((config) => config.arn === arn);
    if (found === undefined) throw new UnknownQueue(arn);
    return found.name;
  }

  /** Stores a message durably. `delaySeconds` defaults to the queue's. */
  enqueue(
    queue: string,
    body: string,
    options: {
      readonly delaySeconds?: number;
      readonly attributes?: MessageAttributes;
      readonly group?: string;
    } = {},
  ): { messageId: string } {
    const delay = options.delaySeconds ?? this.config(queue).delay ?? 0;
    const messageId = randomUUID();
    this.config(queue);
    this.#database
      .prepare(
        `INSERT INTO messages (queue, id, body, attributes, sent, visible, receives, sender_group)
         VALUES (?, ?, ?, ?, ?, ?, 0, ?)`,
      )
      .run(
        queue,
        messageId,
        body,
        JSON.stringify(options.attributes ?? {}),
        this.#clock.now(),
        Date.now() + delay * 1000,
        options.group ?? null,
      );
    this.#announce(queue);
    return { messageId };
  }

  /**
   * Takes up to `max` visible messages and hides them for the visibility time-out (seconds; the queue's by default).
   * A message already received `maxReceiveCount` times is moved to the dead-letter queue instead.
   */
  receive(
    queue: string,
    options: { readonly max?: number; readonly visibilityTimeout?: number } = {},
  ): ReceivedMessage[] {
    const config = this.config(queue);
    const timeout = options.visibilityTimeout ?? config.visibilityTimeout ?? 30;
    const max = options.max ?? 1;
    const dead = new Set<string>();
    const received = inTransaction(this.#database, () => {
      const taken: ReceivedMessage[] = [];
      const candidates = this.#database
        .prepare(
          // A fair queue hands out first what belongs to the group with the fewest messages in somebody's hands.
          `SELECT *, (SELECT count(*) FROM messages AS held
                       WHERE held.queue = messages.queue AND held.sender_group = messages.sender_group
                         AND held.visible > :now AND held.receives > 0) AS in_hands
             FROM messages WHERE queue = :queue AND visible <= :now ORDER BY in_hands, visible, sequence`,
        )
        .iterate({ queue, now: Date.now() });
      const exhausted: Row[] = [];
      const alive: Row[] = [];
      for (const candidate of candidates) {
        const row = Row.parse(candidate);
        (row.receives >= (config.redrive?.maxReceiveCount ?? Infinity) ? exhausted : alive).push(row);
        if (alive.length >= max) break;
      }
      for (const row of exhausted) {
        const target = this.nameOf(config.redrive?.deadLetterTargetArn ?? '');
        this.#move(row.sequence, target, config.arn);
        dead.add(target);
      }
      for (const row of alive) taken.push(this.#take(row, timeout));
      return taken;
    });
    for (const target of dead) this.#announce(target);
    return received;
  }

  /** Deletes what was received; deleting again is no error. */
  delete(queue: string, receiptHandle: string): void {
    this.config(queue);
    this.#database.prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?').run(queue, receiptHandle);
  }

  /** Seconds from now until the message is visible again; 0 gives it back at once. Throws StaleReceipt. */
  changeVisibility(queue: string, receiptHandle: string, seconds: number): void {
    this.config(queue);
    const { changes } = this.#database
      .prepare('UPDATE messages SET visible = ? WHERE queue = ? AND receipt = ?')
      .run(Date.now() + seconds * 1000, queue, receiptHandle);
    if (changes === 0) throw new StaleReceipt(receiptHandle);
    if (seconds === 0) this.#announce(queue);
  }

  /** Sends everything visible in a dead-letter queue back to where it died; answers how many. */
  redrive(deadLetterQueue: string): number {
    this.config(deadLetterQueue);
    const touched = new Set<string>();
    const moved = inTransaction(this.#database, () => {
      const rows = this.#database
        .prepare('SELECT * FROM messages WHERE queue = ? AND visible <= ? AND source_arn IS NOT NULL')
        .all(deadLetterQueue, Date.now())
        .map((row) => Row.parse(row));
      for (const row of rows) {
        const source = this.nameOf(row.source_arn ?? '');
        this.#move(row.sequence, source, null);
        touched.add(source);
      }
      return rows.length;
    });
    for (const queue of touched) this.#announce(queue);
    return moved;
  }

  counts(queue: string): QueueCounts {
    this.config(queue);
    const row = this.#database
      .prepare(
        `SELECT count(*) FILTER (WHERE visible <= :now) AS visible,
                count(*) FILTER (WHERE visible > :now AND receives > 0) AS inFlight,
                count(*) FILTER (WHERE visible > :now AND receives = 0) AS delayed
           FROM messages WHERE queue = :queue`,
      )
      .get({ now: Date.now(), queue });
    return {
      visible: Number(row?.visible),
      inFlight: Number(row?.inFlight),
      delayed: Number(row?.delayed),
    };
  }

  /** Wall time (ms) at which the next message is or becomes visible; undefined for an empty queue. */
  nextVisibleAt(queue: string): number | undefined {
    const row = this.#database.prepare('SELECT min(visible) AS at FROM messages WHERE queue = ?').get(queue);
    return z.object({ at: z.number().nullable() }).parse(row).at ?? undefined;
  }

  /**
   * Makes every hidden message of the queue visible: what was in flight when the machine died. Call it only while
   * nobody receives.
   */
  releaseInFlight(queue: string): void {
    this.config(queue);
    this.#database
      .prepare('UPDATE messages SET visible = ? WHERE queue = ? AND visible > ? AND receives > 0')
      .run(Date.now(), queue, Date.now());
    this.#announce(queue);
  }

  purge(queue: string): void {
    this.config(queue);
    this.#database.prepare('DELETE FROM messages WHERE queue = ?').run(queue);
  }

  /** Calls back whenever a queue may have something new (delays excepted); answers how to stop. */
  onArrival(listener: (queue: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #take(row: Row, timeout: number): ReceivedMessage {
    const receiptHandle = randomUUID();
    const firstReceivedAt = row.first_received ?? this.#clock.now();
    this.#database
      .prepare(
        'UPDATE messages SET visible = ?, receives = receives + 1, first_received = ?, receipt = ? WHERE sequence = ?',
      )
      .run(Date.now() + timeout * 1000, firstReceivedAt, receiptHandle, row.sequence);
    return {
      messageId: row.id,
      receiptHandle,
      body: row.body,
      messageAttributes: row.attributes,
      receiveCount: row.receives + 1,
      sentAt: row.sent,
      firstReceivedAt,
      group: row.sender_group ?? undefined,
      deadLetterSource: row.source_arn ?? undefined,
    };
  }

  #move(sequence: number, target: string, sourceArn: string | null): void {
    this.#database
      .prepare(
        `UPDATE messages SET queue = ?, source_arn = ?, receives = 0, receipt = NULL, first_received = NULL, visible = ?
          WHERE sequence = ?`,
      )
      .run(target, sourceArn, Date.now(), sequence);
  }

  #announce(queue: string): void {
    for (const listener of this.#listeners) listener(queue);
  }
}
