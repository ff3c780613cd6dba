import { composeMime } from '../../shared/mail/mime.ts';
import { mayGo } from '../../shared/office/chase/bounces.ts';
import { DraftWaits } from '../../shared/office/report/ask-draft.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import { MailRefused, SendingAmbiguous, SendingThrottled } from '../../shared/ports/mailer.ts';
import {
  closeMessage,
  idForLog,
  leaseMessage,
  leaseWaiting,
  readMessage,
  releaseMessage,
} from '../../shared/records/outbox.ts';
import type { OutboxRow } from '../../shared/records/rows.ts';
import { RetryError } from '../../shared/vocabulary/errors.ts';
import { type Letter, RecipientMissing } from './letters/letter.ts';

export interface DeliverDependencies
  extends Pick<Dependencies, 'table' | 'store' | 'outbox' | 'mailer' | 'logger' | 'metrics' | 'clock'> {
  /** `Name <address>`. */
  readonly sender: string;
  /**
   * The mail of a row and the office's address for answers; `done` where the row asked for something that brings no mail of its
   * own; null where it is no longer needed. Throws DraftWaits where it cannot be done just now.
   */
  readonly write: (row: OutboxRow) => Promise<Letter | 'done' | null>;
  /** The mail's bytes; composeMime unless another is given. */
  readonly compose?: typeof composeMime;
  /** Waits until SES may be asked again. */
  readonly pace: () => Promise<void>;
}

/** Somebody else holds the row, or nobody knows what became of the mail: to be tried again later. */
export class TryLater extends RetryError {
  override readonly name = 'TryLater';
  readonly code = 'TRY_LATER';
  readonly mendable = false;
}

/** Longer than the function's time-out (5 minutes at most), shorter than the queue's visibility (12 at least). */
export const leaseMinutes = 6;

/** Sends one queued message once. Throws TryLater where the message must come again. */
export async function sendMessage(dependencies: DeliverDependencies, id: string): Promise<void> {
  const { table, logger, metrics, clock } = dependencies;
  const until = new Date(Date.parse(clock.now()) + leaseMinutes * 60_000).toISOString();
  // Nearly every row waits when it is met: then taking it is what reads it.
  const row = (await leaseWaiting(table, id, until)) ?? (await takeOver(dependencies, id, until));
  if (row === null) return;
  let taken = false;
  try {
    const letter = await dependencies.write(row);
    if (letter === 'done') {
      // The state that rows without a mail have; it is no mail, so that none is counted.
      await closeMessage(table, id, { state: 'superseded', at: clock.now() });
      logger.info('ASKED_DONE: what was asked for is done, and brings no mail of its own', {
        id: idForLog(id),
      });
      return;
    }
    if (!letter) {
      await closeMessage(table, id, { state: 'superseded', at: clock.now() });
      metrics.record('Mails', 1, 'superseded');
      logger.info('MAIL_SUPERSEDED: the mail is no longer needed', { id: idForLog(id) });
      return;
    }
    const way = await mayGo(dependencies, letter.mail.to, id);
    if (way === 'withheld') {
      metrics.record('Mails', 1, 'withheld');
      logger.warn('MAIL_WITHHELD: nothing arrives at its address, and it waits until that is mended', {
        id: idForLog(id),
      });
      return;
    }
    const sesMessageId = await post(dependencies, id, letter, way === 'doubtful');
    taken = true;
    const went = { to: letter.mail.to, said: letter.said };
    await closeMessage(table, id, { state: 'sent', at: clock.now(), sesMessageId, ...went });
    metrics.record('Mails', 1, 'sent');
    logger.info('MAIL_SENT: SES took the mail', { id: idForLog(id), sesMessageId });
  } catch (error) {
    await settle(dependencies, row, error, taken);
  }
}

/** A row that does not wait: the lease of one that died is taken over; null where there is nothing more to do. Throws TryLater. */
async function takeOver(
  { table, clock }: Pick<DeliverDependencies, 'table' | 'clock'>,
  id: string,
  until: string,
): Promise<OutboxRow | null> {
  const row = await readMessage(table, id);
  if (!row) throw new TryLater(`no outbox row ${idForLog(id)} yet`);
  if (row.state === 'sent' || row.state === 'superseded' || row.state === 'withheld') return null;
  if (row.state === 'leased' && Date.parse(row.leasedUntil ?? '') > Date.parse(clock.now())) {
    throw new TryLater(`${idForLog(id)} is leased by another`);
  }
  if (!(await leaseMessage(table, row, until))) throw new TryLater(`${idForLog(id)} was leased by another`);
  return row;
}

async function post(
  dependencies: DeliverDependencies,
  id: string,
  letter: Letter,
  isDoubtful: boolean,
): Promise<string> {
  const { mailer, sender, clock, pace, compose = composeMime } = dependencies;
  const raw = await compose(letter.mail, {
    from: sender,
    replyTo: letter.replyTo,
    messageId: `${id.replace(/[^A-Za-z0-9.-]/g, '.')}@unit-reports`,
    date: clock.now(),
    boundarySeed: id,
  });
  await pace();
  return mailer.send({ raw, from: sender, to: letter.mail.to, isDoubtful });
}

/** What a failure means to the row, and whether the message must come again. */
async function settle(
  { table, logger, metrics, clock }: DeliverDependencies,
  row: OutboxRow,
  error: unknown,
  taken: boolean,
): Promise<void> {
  const { id } = row;
  if (error instanceof SendingThrottled) {
    metrics.record('Mails', 1, 'throttled');
    // Back to pending, and the message is done: the hourly repair sends another, when SES takes mail again.
    await releaseMessage(table, row, { ambiguous: false });
    logger.warn('MAIL_THROTTLED: SES takes no more now, the next hour tries again', { id: idForLog(id) });
    return;
  }
  if (error instanceof RecipientMissing) {
    metrics.record('Mails', 1, 'superseded');
    await closeMessage(table, id, { state: 'superseded', at: clock.now() });
    logger.warn('MAIL_SUPERSEDED: the regime no longer has whom the mail is for', {
      id: idForLog(id),
      error,
    });
    return;
  }
  if (error instanceof DraftWaits) {
    await releaseMessage(table, row, { ambiguous: false });
    throw new TryLater(`${idForLog(id)} cannot be done just now`, { cause: error });
  }
  // A refused mail waits too: once its address is mended in the regime it goes out; until then the dead letters alarm.
  const refused = error instanceof MailRefused;
  metrics.record('Mails', 1, refused ? 'refused' : 'failed');
  logger.error(`${refused ? 'MAIL_REFUSED' : 'MAIL_NOT_SENT'}: the mail goes back to the outbox`, {
    id: idForLog(id),
    error,
  });
  await releaseMessage(table, row, { ambiguous: taken || error instanceof SendingAmbiguous });
  throw new TryLater(`${idForLog(id)} was not sent`, { cause: error });
}
