import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { MailEvent } from './mail/mail-event.ts';
import { ObjectCreatedEvent } from './object-created.ts';

const RETRY_MS = 1000;
const CloudEvent = z.discriminatedUnion('source', [ObjectCreatedEvent, MailEvent]);
export type CloudEvent = z.output<typeof CloudEvent>;

const EventRow = z.object({ sequence: z.number(), event: z.string() });

/**
 * Events stored in the transaction of what they speak of, and handed over afterwards, in order, at least once: a row
 * goes only when the receiver has returned.
 */
export class EventOutbox {
  readonly #database: DatabaseSync;
  readonly #receiver: (event: CloudEvent) => void | Promise<void>;
  readonly #onProblem: (problem: unknown) => void;
  #busy = false;
  #delivering: Promise<void> = Promise.resolve();
  #retry: NodeJS.Timeout | undefined;
  #started = false;
  #closed = false;

  constructor(
    database: DatabaseSync,
    receiver: (event: CloudEvent) => void | Promise<void>,
    onProblem: (problem: unknown) => void,
  ) {
    this.#database = database;
    this.#receiver = receiver;
    this.#onProblem = onProblem;
  }

  /** Adds an event inside the caller's transaction; `notify` after the commit. */
  add(event: CloudEvent): void {
    this.#database.prepare('INSERT INTO events (event) VALUES (?)').run(JSON.stringify(event));
  }

  /** Begins to hand over, first what waits from the last run. */
  start(): void {
    this.#started = true;
    this.notify();
  }

  /** Hands over what waits, once started. */
  notify(): void {
    if (!this.#started || this.#closed || this.#busy) return;
    this.#busy = true;
    this.#delivering = this.#deliver();
  }

  /** How many events wait or are being handed over. */
  pending(): number {
    return Number(this.#database.prepare('SELECT count(*) AS pending FROM events').get()?.pending);
  }

  /** Ends after the event in hand; the others wait for the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#delivering;
  }

  async #deliver(): Promise<void> {
    // The caller's request is answered first.
    await new Promise((resolve) => setImmediate(resolve));
    while (!this.#closed) {
      const row = this.#database.prepare('SELECT * FROM events ORDER BY sequence LIMIT 1').get();
      if (row === undefined) break;
      const { sequence, event } = EventRow.parse(row);
      try {
        await this.#receiver(CloudEvent.parse(JSON.parse(event)));
      } catch (problem) {
        this.#onProblem(problem);
        this.#retry = setTimeout(() => this.notify(), RETRY_MS);
        break;
      }
      this.#database.prepare('DELETE FROM events WHERE sequence = ?').run(sequence);
    }
    this.#busy = false;
  }
}
