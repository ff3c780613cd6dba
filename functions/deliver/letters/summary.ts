import { fitsInMail, type Mail } from '../../../shared/mail/mail.ts';
import { summaryMail } from '../../../shared/mail/summary.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { isOfOffice } from '../../../shared/regime/recipients.ts';
import type { Recipient } from '../../../shared/regime/regime.ts';
import { type BuiltSummary, buildSummary } from './build-summary.ts';
import {
  currentRegime,
  type Letter,
  type LetterDependencies,
  type MessageOf,
  recipientIn,
} from './letter.ts';

/** The mail of a run for the office; null where its recipient is not of the office any more: nothing goes above so. */
export async function summaryLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'summary'>,
): Promise<Letter | null> {
  const built = await buildSummary(dependencies.store, message.run);
  const today = await currentRegime(dependencies, built.summary.regime.id);
  const recipient = recipientIn(today, message.recipient);
  if (!isOfOffice(recipient)) return null;
  return { mail: await everything(dependencies, built, recipient), replyTo: today.office.replyTo };
}

async function everything(
  dependencies: LetterDependencies,
  { summary, documents, changes }: BuiltSummary,
  recipient: Recipient,
): Promise<Mail> {
  const { link } = await mintLink(dependencies, summary.regime, { kind: 'office', recipient: recipient.id });
  const about = { summary, changes, recipient, portalLink: link };
  // Too large for a mail, they are opened from the office's page, which hands out links that live.
  return fitsInMail(documents.map(({ bytes }) => bytes.length))
    ? summaryMail({ ...about, attachments: documents })
    : summaryMail({
        ...about,
        links: documents.map(({ fileName, bytes }) => ({ fileName, size: bytes.length, href: link })),
      });
}
