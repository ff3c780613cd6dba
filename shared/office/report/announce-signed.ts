/** Mailing what was signed to those above: once each, whoever asks and however often. */
import type { Signature } from '../../filing/signature.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { Message } from '../../records/rows.ts';
import { enqueueMail } from '../enqueue-mail.ts';

/** Queues the mails of an issued report; those that were queued before are left as they are. */
export async function announceSigned(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  signature: Signature,
): Promise<void> {
  for (const mail of mailsOf(signature)) await enqueueMail(dependencies, mail);
}

export function mailsOf({ run, recipients }: Signature): Message[] {
  return recipients.map((recipient) => ({ kind: 'issued-report', run, recipient }));
}
