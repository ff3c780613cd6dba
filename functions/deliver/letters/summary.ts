import { countingOf, filingsByUnit } from '../../../shared/filing/counting.ts';
import { fitsInMail, type Mail } from '../../../shared/mail/mail.ts';
import { summaryMail } from '../../../shared/mail/summary.ts';
import { tooLargeMail } from '../../../shared/mail/too-large.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { reportsAtMost, reportsOf, SummaryTooLarge } from '../../../shared/office/report/summarise.ts';
import { wentUpward } from '../../../shared/office/report/to-go-upward.ts';
import { readManifest } from '../../../shared/records/runs.ts';
import { aboveOffice, isOfOffice, sentOnSchedule } from '../../../shared/regime/recipients.ts';
import type { Recipient } from '../../../shared/regime/regime.ts';
import { type BuiltSummary, buildSummary } from './build-summary.ts';
import {
  currentRegime,
  find,
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
  return orTooLarge(dependencies, message.recipient, async () => {
    const built = await buildSummary(dependencies.store, message.run);
    const today = await currentRegime(dependencies, built.summary.regime.id);
    const recipient = recipientIn(today, message.recipient);
    if (!isOfOffice(recipient)) return null;
    return { mail: await everything(dependencies, built, recipient), replyTo: today.office.replyTo };
  });
}

/** The letter; where a run that it tells of has more reports than a summary holds, the one that says so of that run. */
export async function orTooLarge(
  dependencies: LetterDependencies,
  recipient: string,
  write: () => Promise<Letter | null>,
): Promise<Letter | null> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof SummaryTooLarge) return tooLargeLetter(dependencies, error.run, recipient);
    throw error;
  }
}

/** What can be told of it: how many reports there are, and where their figures are. */
async function tooLargeLetter(
  dependencies: LetterDependencies,
  run: string,
  to: string,
): Promise<Letter | null> {
  const manifest = await readManifest(dependencies.store, run);
  const regime = await currentRegime(dependencies, manifest.regime);
  const recipient = recipientIn(regime, to);
  if (!isOfOffice(recipient)) return null;
  const { expected, period, kind, scheduledAt: at } = manifest;
  const filings = filingsByUnit(manifest);
  const filed = expected.filter((unit) => countingOf(filings(unit), unit) !== null).length;
  const { link } = await mintLink(dependencies, regime, { kind: 'office', recipient: recipient.id });
  return {
    mail: tooLargeMail({
      regime,
      recipient,
      filed,
      at,
      portalLink: link,
      reports: reportsOf(manifest),
      most: reportsAtMost,
      expected: expected.length,
      without: kind === 'final' ? aboveOffice(regime) : [],
      period: find(regime.periods, ({ id }) => id === period, period),
    }),
    replyTo: regime.office.replyTo,
  };
}

async function everything(
  dependencies: LetterDependencies,
  { summary, documents, changes }: BuiltSummary,
  recipient: Recipient,
): Promise<Mail> {
  const { link } = await mintLink(dependencies, summary.regime, { kind: 'office', recipient: recipient.id });
  const { regime, period, run, kind } = summary;
  const goesUpward =
    kind === 'interim'
      ? sentOnSchedule(regime, period).length > 0
      : await wentUpward(dependencies.table, regime, run);
  const about = { summary, changes, recipient, portalLink: link, goesUpward };
  // Too large for a mail, they are opened from the office's page, which hands out links that live.
  return fitsInMail(documents.map(({ bytes }) => bytes.length))
    ? summaryMail({ ...about, attachments: documents })
    : summaryMail({
        ...about,
        links: documents.map(({ fileName, bytes }) => ({ fileName, size: bytes.length, href: link })),
      });
}
