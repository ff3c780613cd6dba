/** Every mail by its kind; what each needs beside the message it asks for itself, when its turn comes. */
import type { OutboxRow } from '../../../shared/records/rows.ts';
import { amendmentLetter, amendmentNoticeLetter } from './amendment.ts';
import { announcementLetter } from './announcement.ts';
import { bounceLetter } from './bounce.ts';
import { bundleLetter } from './bundle.ts';
import { chaseLetter } from './chase.ts';
import { correctionLetter } from './correction.ts';
import { decisionLetter } from './decision.ts';
import { invitationLetter, officeInvitationLetter } from './invitation.ts';
import { issuedReportLetter } from './issued-report.ts';
import type { Letter, LetterDependencies } from './letter.ts';
import { reminderLetter } from './reminder.ts';
import { summaryLetter } from './summary.ts';
import { verdictLetter } from './verdict.ts';

/** The mail of an outbox row, rendered now; null where it is no longer needed. Throws RecipientMissing. */
export async function writeLetter(
  dependencies: LetterDependencies,
  { message }: OutboxRow,
): Promise<Letter | null> {
  switch (message.kind) {
    case 'invitation':
      return invitationLetter(dependencies, message);
    case 'office-invitation':
      return officeInvitationLetter(dependencies, message);
    case 'verdict':
      return verdictLetter(dependencies, message);
    case 'decision':
      return decisionLetter(dependencies, message);
    case 'announcement':
      return announcementLetter(dependencies, message);
    case 'bounce':
      return bounceLetter(dependencies, message);
    case 'chase':
      return chaseLetter(dependencies, message);
    case 'amendment':
      return amendmentLetter(dependencies, message);
    case 'amendment-notice':
      return amendmentNoticeLetter(dependencies, message);
    case 'reminder':
      return reminderLetter(dependencies, message);
    case 'summary':
      return summaryLetter(dependencies, message);
    case 'issued-report':
      return issuedReportLetter(dependencies, message);
    case 'bundle':
      return bundleLetter(dependencies, message);
    case 'correction':
      return correctionLetter(dependencies, message);
  }
}
