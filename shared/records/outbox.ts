/**
 * The outbox: one row for each mail, and the row is the truth: pending → leased → sent. The queue's message only names
 * the row.
 */
import * as z from 'zod';
import { queryAll, type Table } from '../ports/table.ts';
import { Instant } from '../vocabulary/codes.ts';
import { outboxIdOf, outboxKey, unsentBefore, unsentIndex } from './keys.ts';
import { type Message, OutboxRow } from './rows.ts';

/** The row's id is made of what the mail is about, so that the same mail is never queued twice. */
export function outboxId(message: Message): string {
  switch (message.kind) {
    case 'invitation':
    case 'office-invitation':
      throw new Error('an invitation is sent as often as it is asked for: give it an id of its own');
    case 'verdict':
      return ['verdict', message.upload, ...(message.reading ? [message.reading] : [])].join('/');
    case 'decision':
      if (message.forAll) return toldAllId(message.decision, message.unit);
      return `decision/${message.decision}/${message.recipient ?? 'unit'}`;
    case 'reminder':
    case 'announcement': {
      const { kind, period, unit, scheduledAt, contact } = message;
      const id = `${kind}/${period}/${unit}/${scheduledAt}`;
      return contact === undefined ? id : `${id}/${contact.toLowerCase()}`;
    }
    case 'chase':
      return `chase/${message.regime}/${message.scheduledAt}/${message.recipient}`;
    case 'draft':
      return `draft/${message.period}/${message.ask}`;
    case 'draft-taken-back':
      return `draft-taken-back/${message.period}/${message.ask}/${message.recipient}`;
    case 'amendment':
      return `amendment/${message.amendment}`;
    case 'amendment-notice':
      return `amendment/${message.amendment}/${message.unit}`;
    case 'bounce':
      return `bounce/${message.regime}/${message.mail}/${message.address}/${message.recipient}`;
    case 'bundle':
      return `bundle/${message.regime}/${message.recipient}/${message.from}`;
    case 'summary':
    case 'issued-report':
      return `${message.kind}/${message.run}/${message.recipient}`;
    case 'correction':
      return `correction/${message.issued}/${message.fingerprint}/${message.recipient}`;
  }
}

/** The id of the mail that tells one unit of a decision about all of them. */
export function toldAllId(decision: string, unit: string): string {
  return `decision/${decision}/unit/${unit}`;
}

/** The id as logs may hold it: without the addresses in it. */
export function idForLog(id: string): string {
  return id
    .split('/')
    .map((part) => (part.includes('@') ? '@' : part))
    .join('/');
}

/**
 * The reminders for which somebody of the office pressed on that day (`yyyy-mm-dd`), oldest first, and the id of the next:
 * of two who press at once, having read the same, one alone is queued.
 */
export async function remindersByHand(
  table: Table,
  { period, unit, day }: { readonly period: string; readonly unit: string; readonly day: string },
): Promise<{ readonly rows: readonly OutboxRow[]; readonly next: string }> {
  const first = `reminder/${period}/${unit}/by-hand/${day}`;
  const rows: OutboxRow[] = [];
  for (;;) {
    const next = rows.length === 0 ? first : `${first}/${rows.length + 1}`;
    const row = await readMessage(table, next);
    if (row === null) return { rows, next };
    rows.push(row);
  }
}

/** Puts the mail into the outbox; false where it had been there. */
export async function putMessage(table: Table, id: string, message: Message, now: string): Promise<boolean> {
  const row: OutboxRow = {
    id,
    message,
    state: 'pending',
    createdAt: now,
    leasedUntil: null,
    attempts: 0,
    sentAt: null,
    sesMessageId: null,
    ambiguous: false,
  };
  return table.putIfAbsent(outboxKey(id), { ...row, unsent: 'mail', unsentSince: toUtc(now) });
}

/**
 * A mail that is told with others in a bundle and does not go by itself; false where it was told or queued before. Whoever
 * asks again finds it done.
 */
export async function putTold(table: Table, id: string, message: Message, now: string): Promise<boolean> {
  const row: OutboxRow = {
    id,
    message,
    state: 'superseded',
    createdAt: now,
    leasedUntil: null,
    attempts: 0,
    sentAt: now,
    sesMessageId: null,
    ambiguous: false,
  };
  return table.putIfAbsent(outboxKey(id), row);
}

/** Null where no mail of this id was ever queued. */
export async function readMessage(table: Table, id: string): Promise<OutboxRow | null> {
  const row = await table.get(outboxKey(id));
  return row && OutboxRow.parse(row);
}

/**
 * Takes the row, as it was read, for oneself until `until`; false where another was faster. A lease taken over from
 * one that ran out is marked ambiguous: nobody knows whether that mail went out.
 */
export async function leaseMessage(table: Table, row: OutboxRow, until: string): Promise<boolean> {
  return table.update(outboxKey(row.id), {
    set: {
      state: 'leased',
      leasedUntil: toUtc(until),
      unsentSince: toUtc(until),
      attempts: row.attempts + 1,
      ambiguous: row.ambiguous || row.state === 'leased',
    },
    when: { state: { equals: row.state }, attempts: { equals: row.attempts } },
  });
}

/** The same for a row that waits, without having read it; null where it does not wait, whatever it is. */
export async function leaseWaiting(table: Table, id: string, until: string): Promise<OutboxRow | null> {
  const row = await table.updated(outboxKey(id), {
    set: { state: 'leased', leasedUntil: toUtc(until), unsentSince: toUtc(until) },
    add: { attempts: 1 },
    when: { state: { equals: 'pending' } },
  });
  return row && OutboxRow.parse(row);
}

/**
 * Gives the row back, for the next message; `ambiguous` when the mail may have gone out nevertheless. It waits since it
 * was made, not since now: a mail that is tried in vain every hour must not look young.
 */
export async function releaseMessage(
  table: Table,
  row: Pick<OutboxRow, 'id' | 'createdAt'>,
  release: { ambiguous: boolean },
): Promise<void> {
  await table.update(outboxKey(row.id), {
    set: {
      state: 'pending',
      leasedUntil: null,
      unsentSince: toUtc(row.createdAt),
      ...(release.ambiguous && { ambiguous: true }),
    },
    when: { state: { equals: 'leased' } },
  });
}

/** The mail is out (or no longer needed): the row leaves the index of unsent mails for good. */
export async function closeMessage(
  table: Table,
  id: string,
  outcome:
    | { state: 'sent'; at: string; sesMessageId: string; to: string; said?: readonly string[] | undefined }
    | { state: 'superseded' | 'withheld'; at: string },
): Promise<void> {
  await table.update(outboxKey(id), {
    set: {
      state: outcome.state,
      sentAt: outcome.at,
      sesMessageId: outcome.state === 'sent' ? outcome.sesMessageId : null,
      leasedUntil: null,
      ...(outcome.state === 'sent' && { to: outcome.to, ...(outcome.said && { said: outcome.said }) }),
    },
    remove: [unsentIndex.pk, unsentIndex.sk],
    when: { pk: { exists: true } },
  });
}

/** The mail waits again, since it was made: its address was mended. False where it was not withheld. */
export async function reopenMessage(table: Table, id: string): Promise<boolean> {
  const row = await readMessage(table, id);
  if (row?.state !== 'withheld') return false;
  const waits = { state: 'pending', unsent: 'mail', unsentSince: toUtc(row.createdAt), sentAt: null };
  return table.update(outboxKey(id), { set: waits, when: { state: { equals: 'withheld' } } });
}

const Waiting = z.object({ pk: z.string(), unsentSince: Instant });

/** The mails that wait since before `before`, longest first: pending ones, and leased ones whose lease ran out then. */
export async function readWaiting(table: Table, before: string): Promise<{ id: string; since: string }[]> {
  const rows = await queryAll(table, unsentBefore(toUtc(before)));
  return rows
    .map((row) => Waiting.parse(row))
    .map(({ pk, unsentSince }) => ({ id: outboxIdOf(pk), since: unsentSince }));
}

/** Whether the row's mail gathers an hour, and is written only when that hour is over. */
export function isBundle(id: string): boolean {
  return id.startsWith('bundle/');
}

/** Whether the row's mail brings a report to the office or above it. */
export function bringsReport(id: string): boolean {
  return /^(summary|issued-report)\//.test(id);
}

// The index and the lease compare times as text, so all of them are written in UTC.
function toUtc(instant: string): string {
  return new Date(instant).toISOString();
}
