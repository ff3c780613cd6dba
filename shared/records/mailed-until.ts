/** The rows of a system that is built up again: what the lost one mailed after they were read must not go out twice. */
import * as z from 'zod';
import type { Row } from '../ports/table.ts';
import { isOutboxRow, isSignatureRow, isWatermarkRow, outboxKey, unsentIndex } from './keys.ts';
import { outboxId } from './outbox.ts';
import { OutboxRow } from './rows.ts';
import { signaturesIn } from './signatures.ts';

export type WaitingMail = Pick<OutboxRow, 'id' | 'message' | 'createdAt'>;

export interface MailedUntil {
  /** As they are to be written. */
  readonly rows: readonly Row[];
  /** Waited, and counts as mailed. */
  readonly closed: readonly WaitingMail[];
  /** Waits still, and goes with the next hour at the latest. */
  readonly waiting: readonly WaitingMail[];
  /** From where the hour of each regime goes on, ISO 8601 in UTC. */
  readonly watermarks: ReadonlyMap<string, string>;
}

const Watermark = z.object({ sk: z.string(), finished: z.iso.datetime() });

/**
 * The rows as they are where everything until `until` (ISO 8601) counts as mailed: what waited since before is closed, and
 * no hour up to then is made up for. What came later is left as it is, and so is a change of the office that was not
 * brought into force yet, or a draft that is to be taken back: the message does that before it tells of it.
 */
export function mailedUntil(exported: readonly Row[], until: string): MailedUntil {
  const at = new Date(until).toISOString();
  const isMailed = ({ message, createdAt }: WaitingMail) =>
    message.kind !== 'amendment' &&
    message.kind !== 'draft-taken-back' &&
    Date.parse(createdAt) <= Date.parse(at);
  const closed: WaitingMail[] = [];
  const waiting: WaitingMail[] = [];
  const watermarks = new Map<string, string>();
  const rows = exported.map((row): Row => {
    if (isWatermarkRow(row)) {
      const { sk, finished } = Watermark.parse(row);
      const later = Date.parse(finished) < Date.parse(at) ? at : finished;
      watermarks.set(sk, later);
      return { ...row, finished: later };
    }
    if (!isOutboxRow(row)) return row;
    const mail = OutboxRow.parse(row);
    if (mail.state !== 'pending' && mail.state !== 'leased') return row;
    (isMailed(mail) ? closed : waiting).push(mail);
    return isMailed(mail) ? closedRow(row, at) : row;
  });
  const cutOff = issuedWithoutMail(exported);
  closed.push(...cutOff.filter(isMailed));
  waiting.push(...cutOff.filter((mail) => !isMailed(mail)));
  return {
    rows: [...rows, ...cutOff.filter(isMailed).map((mail) => mailedRow(mail, at))],
    closed,
    waiting,
    watermarks,
  };
}

function closedRow(row: Row, at: string): Row {
  const { [unsentIndex.pk]: _waits, [unsentIndex.sk]: _since, ...rest } = row;
  return { ...rest, state: 'superseded', leasedUntil: null, sentAt: at };
}

function mailedRow({ id, message, createdAt }: WaitingMail, at: string): Row {
  const row: OutboxRow = {
    id,
    message,
    createdAt,
    state: 'superseded',
    leasedUntil: null,
    attempts: 0,
    sentAt: at,
    sesMessageId: null,
    ambiguous: false,
  };
  return { ...outboxKey(id), ...row };
}

/** The mails of signed reports that were not queued yet when the rows were read: the next hour would queue them. */
function issuedWithoutMail(rows: readonly Row[]): WaitingMail[] {
  const queued = new Set(rows.filter(isOutboxRow).map(({ pk }) => pk));
  return signaturesIn(rows.filter(isSignatureRow))
    .flatMap(({ run, recipients, at }) =>
      recipients.map((recipient) => {
        const message = { kind: 'issued-report', run, recipient } as const;
        return { id: outboxId(message), message, createdAt: at };
      }),
    )
    .filter(({ id }) => !queued.has(outboxKey(id).pk));
}
