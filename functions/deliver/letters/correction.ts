import { issuedLast } from '../../../shared/filing/edition.ts';
import { correctionMail } from '../../../shared/mail/correction.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { readEditions } from '../../../shared/records/editions.ts';
import { readManifest } from '../../../shared/records/runs.ts';
import { isOfOffice } from '../../../shared/regime/recipients.ts';
import { changesBetween, isUnchanged } from '../../../shared/summary/changes.ts';
import { summaryOfRun } from './build-summary.ts';
import {
  currentRegime,
  type Letter,
  type LetterDependencies,
  type MessageOf,
  recipientIn,
} from './letter.ts';
import { orTooLarge } from './summary.ts';

/** The notice that an issued report is stale; null where it was issued anew meanwhile, or says the same after all. */
export async function correctionLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'correction'>,
): Promise<Letter | null> {
  const { period } = await readManifest(dependencies.store, message.run);
  const issued = issuedLast(await readEditions(dependencies.table, period));
  if (issued?.run !== message.issued) return null;
  return orTooLarge(dependencies, message.recipient, async () => {
    const now = await summaryOfRun(dependencies.store, message.run);
    const changes = changesBetween(await summaryOfRun(dependencies.store, message.issued), now);
    const today = await currentRegime(dependencies, now.regime.id);
    const recipient = recipientIn(today, message.recipient);
    if (isUnchanged(changes) || !isOfOffice(recipient)) return null;
    const { link } = await mintLink(dependencies, now.regime, { kind: 'office', recipient: recipient.id });
    return {
      mail: correctionMail({ changes, now, recipient, portalLink: link }),
      replyTo: today.office.replyTo,
    };
  });
}
