import type { Dependencies } from '../ports/dependencies.ts';
import { outboxId, putMessage } from '../records/outbox.ts';
import type { Message } from '../records/rows.ts';
import { wakeDeliver } from '../records/wake.ts';

/**
 * Puts the mail into the outbox and wakes deliver, in this order: a row that nobody was woken for is found by the
 * repair, a message without a row would be nothing. Once for the same id, however often it is asked for; but for
 * invitations the id is made of what the mail is about. False where it had been queued before.
 */
export async function enqueueMail(
  { table, outbox, clock }: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  message: Message,
  id: string = outboxId(message),
): Promise<boolean> {
  const isNew = await putMessage(table, id, message, clock.now());
  await wakeDeliver(outbox, id, { group: recipientOf(message) });
  return isNew;
}

function recipientOf(message: Message): string {
  if ('recipient' in message && message.recipient !== null) return `office/${message.recipient}`;
  return 'unit' in message ? `unit/${message.unit}` : message.kind;
}
