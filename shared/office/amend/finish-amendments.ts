import type { Dependencies } from '../../ports/dependencies.ts';
import { readAmendments } from '../../records/amendments.ts';
import { outboxId, readMessage } from '../../records/outbox.ts';
import { recipientIdBy } from '../../regime/recipients.ts';
import { enqueueMail } from '../enqueue-mail.ts';

/** The hour before may have looked just before the change was written down. */
const slack = 3_600_000;

/**
 * Changes made since `since` (ISO 8601), the hour before that included, that went on record and were cut off before they
 * were queued to come into force: the next change would bring them into force, and nobody would be told.
 */
export async function finishAmendments(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  regime: string,
  since: string,
): Promise<void> {
  for (const { amendment, madeAt, actor } of await readAmendments(dependencies.table, regime)) {
    if (Date.parse(madeAt) < Date.parse(since) - slack) continue;
    const recipient = recipientIdBy(actor) ?? actor;
    const message = { kind: 'amendment', regime, amendment, recipient } as const;
    if ((await readMessage(dependencies.table, outboxId(message))) === null)
      await enqueueMail(dependencies, message);
  }
}
