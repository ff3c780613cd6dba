/**
 * Mailing how it was settled with a draft: to those above what was signed, to the office that it is taken back. Once each,
 * whoever asks and however often.
 */
import type { Signature } from '../../filing/signature.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { outboxId, readMessage } from '../../records/outbox.ts';
import type { Message } from '../../records/rows.ts';
import { readSealed, type TakingBack } from '../../records/signatures.ts';
import type { Regime } from '../../regime/regime.ts';
import { enqueueMail } from '../enqueue-mail.ts';

type Needs = Pick<Dependencies, 'table' | 'outbox' | 'clock'>;

/** Queues the mails of an issued report; those that were queued before are left as they are. */
export async function announceSigned(dependencies: Needs, signature: Signature): Promise<void> {
  for (const mail of mailsOf(signature)) await enqueueMail(dependencies, mail);
}

/** Queues what takes the draft back and tells the office; what was queued before is left as it is. */
export async function announceTakingBack(
  dependencies: Needs,
  regime: Pick<Regime, 'id'>,
  asked: TakingBack,
): Promise<void> {
  for (const mail of mailsOfTakingBack(regime, asked)) await enqueueMail(dependencies, mail);
}

function mailsOf({ run, recipients }: Signature): Message[] {
  return recipients.map((recipient) => ({ kind: 'issued-report', run, recipient }));
}

function mailsOfTakingBack(
  { id: regime }: Pick<Regime, 'id'>,
  { period, ask, recipients }: TakingBack,
): Message[] {
  return recipients.map((recipient) => ({ kind: 'draft-taken-back', regime, period, ask, recipient }));
}

/** What was cut off after it was settled: of each period's newest, either way, the mails that are not queued. */
export async function finishIssues(dependencies: Needs, regime: Regime): Promise<void> {
  for (const { id } of regime.periods) {
    const { signatures, takenBack } = await readSealed(dependencies.table, id);
    const settled = [
      ...signatures.slice(-1).flatMap(mailsOf),
      ...takenBack.slice(-1).flatMap((asked) => mailsOfTakingBack(regime, asked)),
    ];
    for (const mail of settled) {
      if ((await readMessage(dependencies.table, outboxId(mail))) === null) {
        await enqueueMail(dependencies, mail);
      }
    }
  }
}
