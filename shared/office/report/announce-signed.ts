/** Mailing what was signed to those above: once each, whoever asks and however often. */
import type { Signature } from '../../filing/signature.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { outboxId, readMessage } from '../../records/outbox.ts';
import { readSignatures } from '../../records/signatures.ts';
import type { Regime } from '../../regime/regime.ts';
import { enqueueMail } from '../enqueue-mail.ts';

type Needs = Pick<Dependencies, 'table' | 'outbox' | 'clock'>;

/** Queues the mails of an issued report; those that were queued before are left as they are. */
export async function announceSigned(dependencies: Needs, { run, recipients }: Signature): Promise<void> {
  for (const recipient of recipients) {
    await enqueueMail(dependencies, { kind: 'issued-report', run, recipient });
  }
}

/** What was cut off after it went on record: the newest issue of each period, its mails queued where they are not. */
export async function finishIssues(dependencies: Needs, { periods }: Regime): Promise<void> {
  for (const { id } of periods) {
    const signature = (await readSignatures(dependencies.table, id)).at(-1);
    for (const recipient of signature?.recipients ?? []) {
      const message = { kind: 'issued-report', run: signature?.run ?? '', recipient } as const;
      if ((await readMessage(dependencies.table, outboxId(message))) === null) {
        await enqueueMail(dependencies, message);
      }
    }
  }
}
