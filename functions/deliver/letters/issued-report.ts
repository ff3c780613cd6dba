import type { Edition } from '../../../shared/filing/edition.ts';
import { issuedReportMail } from '../../../shared/mail/issued-report.ts';
import { isAddressed } from '../../../shared/office/issue.ts';
import { readEditions } from '../../../shared/records/editions.ts';
import { sentOnSchedule } from '../../../shared/regime/recipients.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import { buildIssued } from './build-summary.ts';
import { currentRegime, find, type Letter, type LetterDependencies, type MessageOf } from './letter.ts';

/** Who is named "để B/c" gets the issued report alone: no workbook, and nothing of who was chased for what. */
export async function issuedReportLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'issued-report'>,
): Promise<Letter | null> {
  const built = await buildIssued(dependencies.store, message.run);
  if (!built) return null;
  const { summary, report } = built;
  const editions = await readEditions(dependencies.table, summary.period.id);
  if (!isMeantFor(message, editions, summary)) {
    throw new Error(`${message.run} was issued to ${message.recipient} by nobody: nothing goes above so`);
  }
  const today = await currentRegime(dependencies, summary.regime.id);
  // Unlike the office's mail not to whom only the frozen regime has: taken out since, nobody is written to.
  const recipient = find(today.office.recipients, ({ id }) => id === message.recipient, message.recipient);
  const replaces = await heldBefore(dependencies, editions, summary, message.recipient);
  return { mail: issuedReportMail({ summary, recipient, report, replaces }), replyTo: today.office.replyTo };
}

/** Whether somebody issued the run's edition to the recipient, or the regime it was made under sends it by itself. */
function isMeantFor(
  { run, recipient }: MessageOf<'issued-report'>,
  editions: readonly Edition[],
  { regime }: Summary,
): boolean {
  const acts = editions.find((edition) => edition.run === run)?.acts ?? [];
  return (
    acts.some(({ recipients }) => recipients.includes(recipient)) ||
    sentOnSchedule(regime).some(({ id }) => id === recipient)
  );
}

/** The newest earlier edition that went to the recipient: those that only the office had are not spoken of. */
async function heldBefore(
  dependencies: LetterDependencies,
  editions: readonly Edition[],
  { edition }: Summary,
  recipient: string,
): Promise<Edition | null> {
  const earlier = editions.filter((each) => each.edition < edition);
  for (const each of earlier.toReversed()) {
    if (await isAddressed(dependencies.table, each.run, recipient)) return each;
  }
  return null;
}
