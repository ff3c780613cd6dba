import type { Logger } from '@aws-lambda-powertools/logger';
import type { SESClient } from '@aws-sdk/client-ses';
import type { Mail } from '../../shared/mail/mail.ts';
import { composeMime } from '../../shared/mail/transport/mime.ts';
import {
  MailRefused,
  SendingAmbiguous,
  SendingThrottled,
} from '../../shared/mail/transport/sending-outcomes.ts';
import { sendMail } from '../../shared/mail/transport/ses.ts';
import { closeMessage, leaseMessage, readMessage, releaseMessage } from '../../shared/records/outbox.ts';
import type { OutboxRow } from '../../shared/records/rows.ts';
import type { Table } from '../../shared/records/table.ts';

export interface Sending {
  readonly table: Table;
  readonly ses: SESClient;
  readonly logger: Logger;
  readonly now: () => string;
  readonly sender: string;
  readonly configurationSet: string;
  /** The mail of a row and the office's address for answers, or null where it is no longer needed. */
  readonly write: (row: OutboxRow) => Promise<{ mail: Mail; replyTo: string } | null>;
  /** Waits until SES may be asked again. */
  readonly pace: () => Promise<void>;
}

/** Somebody else holds the row, or nobody knows what became of the mail: ring again later. */
export class TryLater extends Error {
  override readonly name = 'TryLater';
}

/** The regime no longer has the unit, period or recipient that a queued mail is about. */
export class NobodyToWriteTo extends Error {
  override readonly name = 'NobodyToWriteTo';
}

/** Longer than the function's time-out (2 minutes), shorter than the queue's visibility (12 minutes). */
const leaseMinutes = 5;

/** Sends one queued message once. Throws TryLater where the doorbell must ring again. */
export async function sendMessage(sending: Sending, id: string): Promise<void> {
  const { table, logger, now } = sending;
  const row = await readMessage(table, id);
  if (!row) throw new TryLater(`no outbox row ${id} yet`);
  if (row.state === 'sent' || row.state === 'superseded') return;
  if (row.state === 'leased' && Date.parse(row.leasedUntil ?? '') > Date.parse(now())) {
    throw new TryLater(`${id} is leased by another`);
  }
  const until = new Date(Date.parse(now()) + leaseMinutes * 60_000).toISOString();
  if (!(await leaseMessage(table, row, until))) throw new TryLater(`${id} was leased by another`);
  let taken = false;
  try {
    const letter = await sending.write(row);
    if (!letter) {
      await closeMessage(table, id, { state: 'superseded', at: now() });
      logger.info('MAIL_SUPERSEDED: the mail is no longer needed', { id });
      return;
    }
    const sesMessageId = await post(sending, id, letter);
    taken = true;
    await closeMessage(table, id, { state: 'sent', at: now(), sesMessageId });
    logger.info('MAIL_SENT: SES took the mail', { id, sesMessageId });
  } catch (error) {
    await settle(sending, id, error, taken);
  }
}

async function post(sending: Sending, id: string, letter: { mail: Mail; replyTo: string }): Promise<string> {
  const { ses, sender, configurationSet, now, pace } = sending;
  const raw = await composeMime(letter.mail, {
    from: sender,
    replyTo: letter.replyTo,
    messageId: `${id.replace(/[^A-Za-z0-9.-]/g, '.')}@unit-reports`,
    date: now(),
    boundarySeed: id,
  });
  await pace();
  return sendMail(ses, { configurationSet, raw, from: sender, to: letter.mail.to });
}

/** What a failure means to the row, and whether the doorbell must ring again at once. */
async function settle(
  { table, logger, now }: Sending,
  id: string,
  error: unknown,
  taken: boolean,
): Promise<void> {
  if (error instanceof SendingThrottled) {
    // Back to pending, and the message is done: the hourly repair rings for it, when SES takes mail again.
    await releaseMessage(table, id, { now: now(), ambiguous: false });
    logger.warn('MAIL_THROTTLED: SES takes no more now, the next hour tries again', { id });
    return;
  }
  if (error instanceof NobodyToWriteTo) {
    await closeMessage(table, id, { state: 'superseded', at: now() });
    logger.warn('MAIL_SUPERSEDED: the regime no longer has whom the mail is for', { id, error });
    return;
  }
  // A refused mail waits too: once its address is mended in the regime it goes out; until then the dead letters alarm.
  const code = error instanceof MailRefused ? 'MAIL_REFUSED' : 'MAIL_NOT_SENT';
  logger.error(`${code}: the mail goes back to the outbox`, { id, error });
  await releaseMessage(table, id, { now: now(), ambiguous: taken || error instanceof SendingAmbiguous });
  throw new TryLater(`${id} was not sent`, { cause: error });
}
