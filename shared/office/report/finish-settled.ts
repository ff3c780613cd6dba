/** What was cut off once it was settled with a draft, signed or taken back: its mails go all the same. */
import type { Dependencies } from '../../ports/dependencies.ts';
import { outboxId, readMessage } from '../../records/outbox.ts';
import { readSealed } from '../../records/signatures.ts';
import type { Regime } from '../../regime/regime.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { mailsOf } from './announce-signed.ts';
import { mailsOfTakingBack } from './take-back.ts';

/**
 * Queues those that are not: of each period's newest report that was signed, and of every draft that was taken back, which
 * nothing else carries out.
 */
export async function finishSettled(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  regime: Regime,
): Promise<void> {
  for (const { id } of regime.periods) {
    const { signatures, takenBack } = await readSealed(dependencies.table, id);
    const settled = [
      ...signatures.slice(-1).flatMap(mailsOf),
      ...takenBack.flatMap((asked) => mailsOfTakingBack(regime, asked)),
    ];
    for (const mail of settled) {
      if ((await readMessage(dependencies.table, outboxId(mail))) === null) {
        await enqueueMail(dependencies, mail);
      }
    }
  }
}
