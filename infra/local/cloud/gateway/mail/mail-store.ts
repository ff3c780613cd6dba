import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Clock, SendQuota } from '../options.ts';
import { Refusal } from '../refusal.ts';
import type { OutgoingMail } from './mail-message.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const UNFINISHED = '.part';

/** Accepted mails: the bytes as an `.eml` file, then a row that counts against the quota. */
export class MailStore {
  readonly quota: SendQuota;
  readonly #database: DatabaseSync;
  readonly #folder: string;
  readonly #clock: Clock;
  #accepted = 0;

  constructor(database: DatabaseSync, folder: string, clock: Clock, quota: SendQuota) {
    this.#database = database;
    this.#folder = folder;
    this.#clock = clock;
    this.quota = quota;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) if (name.endsWith(UNFINISHED)) rmSync(join(folder, name));
  }

  /** Stores one mail and answers its message id. Throws Throttling above the quota; nothing is queued, as in SES. */
  accept(mail: OutgoingMail, principal: string): string {
    const count = mail.recipients.length;
    const justSent = this.#sentWithinSecond();
    // One message to many may exceed the rate on its own; SES lets it through.
    if (justSent > 0 && justSent + count > this.quota.maxSendRate) {
      throw new Refusal(400, 'Throttling', 'Maximum sending rate exceeded.');
    }
    if (this.sentLast24Hours() + count > this.quota.max24HourSend) {
      throw new Refusal(400, 'Throttling', 'Daily message quota exceeded.');
    }
    const now = this.#clock.now();
    const id = `${now.toString(16).padStart(16, '0')}-${randomUUID()}-000000`;
    const file = this.#fileName(now);
    const unfinished = join(this.#folder, `${file}${UNFINISHED}`);
    writeFileSync(unfinished, mail.bytes, { flag: 'wx' });
    renameSync(unfinished, join(this.#folder, file));
    this.#database
      .prepare(
        'INSERT INTO mails (id, file, principal, sent, sent_wall, recipients) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(id, file, principal, now, Date.now(), count);
    return id;
  }

  /** Recipients of the last 24 hours by the pipeline's clock. */
  sentLast24Hours(): number {
    return this.#count(
      'SELECT coalesce(sum(recipients), 0) AS sent FROM mails WHERE sent > ?',
      this.#clock.now() - DAY_MS,
    );
  }

  #sentWithinSecond(): number {
    return this.#count(
      'SELECT coalesce(sum(recipients), 0) AS sent FROM mails WHERE sent_wall > ?',
      Date.now() - 1000,
    );
  }

  #count(sql: string, from: number): number {
    return z.object({ sent: z.number() }).parse(this.#database.prepare(sql).get(from)).sent;
  }

  /** `20240319T010000.123Z-000001-9f3c….eml`: sorts by the pipeline's time, then by order of acceptance. */
  #fileName(now: number): string {
    this.#accepted += 1;
    const time = new Date(now).toISOString().replaceAll(/[-:]/g, '');
    return `${time}-${String(this.#accepted).padStart(6, '0')}-${randomUUID().slice(0, 8)}.eml`;
  }
}
