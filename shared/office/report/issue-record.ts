/** What is on record of an issue: what lay before whoever issued, and what became of the mails upward. */
import type { Signature } from '../../filing/signature.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { outboxId, readMessage } from '../../records/outbox.ts';
import type { OutboxRow } from '../../records/rows.ts';
import { readShown, type Shown } from '../../records/signatures.ts';
import { failedMails } from '../chase/bounces.ts';

export interface IssueRecord {
  /** Null where it was kept by a release that kept it otherwise. */
  readonly shown: Shown | null;
  readonly mails: readonly UpwardMail[];
}

interface UpwardMail {
  /** As it was named when it was issued; the id alone where that is not known. */
  readonly name: string;
  readonly email: string | null;
  /** `returned`: the other side did not take it. */
  readonly state: OutboxRow['state'] | 'returned';
  /** When it was sent, or queued; null where it is not queued yet. ISO 8601. */
  readonly at: string | null;
}

export async function recordOf(
  { table, store }: Pick<Dependencies, 'table' | 'store'>,
  { run, shown: sum, recipients }: Signature,
): Promise<IssueRecord> {
  const shown = await readShown(store, run, sum);
  const mails = await Promise.all(
    recipients.map(async (recipient): Promise<UpwardMail> => {
      const { name, email } = shown?.recipients.find(({ id }) => id === recipient) ?? {
        name: recipient,
        email: null,
      };
      const row = await readMessage(table, outboxId({ kind: 'issued-report', run, recipient }));
      if (!row) return { name, email, state: 'pending', at: null };
      const failed = email === null ? new Set() : await failedMails(table, [email]);
      const state = failed.has(row.sesMessageId ?? '') ? 'returned' : row.state;
      return { name, email, state, at: row.sentAt ?? row.createdAt };
    }),
  );
  return { shown, mails };
}
