import type { Edition } from '../../../shared/filing/edition.ts';
import { issuedReportMail } from '../../../shared/mail/issued-report.ts';
import { isAddressed } from '../../../shared/office/issue.ts';
import { readEditions } from '../../../shared/records/editions.ts';
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
  const today = await currentRegime(dependencies, summary.regime.id);
  // Unlike the office's mail not to whom only the frozen regime has: taken out since, nobody is written to.
  const recipient = find(today.office.recipients, ({ id }) => id === message.recipient, message.recipient);
  const replaces = await heldBefore(dependencies, summary, message.recipient);
  return { mail: issuedReportMail({ summary, recipient, report, replaces }), replyTo: today.office.replyTo };
}

/** The newest earlier edition that went to the recipient: those that only the office had are not spoken of. */
async function heldBefore(
  dependencies: LetterDependencies,
  { period, edition }: Summary,
  recipient: string,
): Promise<Edition | null> {
  const earlier = (await readEditions(dependencies.table, period.id)).filter(
    (each) => each.edition < edition,
  );
  for (const each of earlier.toReversed()) {
    if (await isAddressed(dependencies.table, each.run, recipient)) return each;
  }
  return null;
}
