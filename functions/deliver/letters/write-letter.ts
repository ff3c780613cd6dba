/** Every mail by its kind, each loaded when its turn comes; what it needs beside the message it asks for itself. */
import type { OutboxRow } from '../../../shared/records/rows.ts';
import type { Letter, LetterDependencies } from './letter.ts';

/** The mail of an outbox row, rendered now, or `done` where what was asked brings none; null where it is no longer needed. Throws RecipientMissing, DraftWaits. */
export async function writeLetter(
  dependencies: LetterDependencies,
  { message }: OutboxRow,
): Promise<Letter | 'done' | null> {
  switch (message.kind) {
    case 'invitation':
      return (await import('./invitation.ts')).invitationLetter(dependencies, message);
    case 'office-invitation':
      return (await import('./invitation.ts')).officeInvitationLetter(dependencies, message);
    case 'verdict':
      return (await import('./verdict.ts')).verdictLetter(dependencies, message);
    case 'decision':
      return (await import('./decision.ts')).decisionLetter(dependencies, message);
    case 'announcement':
      return (await import('./announcement.ts')).announcementLetter(dependencies, message);
    case 'bounce':
      return (await import('./bounce.ts')).bounceLetter(dependencies, message);
    case 'chase':
      return (await import('./chase.ts')).chaseLetter(dependencies, message);
    case 'draft':
      return (await import('./draft.ts')).drawUpAsked(dependencies, message);
    case 'draft-taken-back':
      return (await import('./draft.ts')).draftTakenBackLetter(dependencies, message);
    case 'amendment':
      return (await import('./amendment.ts')).amendmentLetter(dependencies, message);
    case 'amendment-notice':
      return (await import('./amendment.ts')).amendmentNoticeLetter(dependencies, message);
    case 'reminder':
      return (await import('./reminder.ts')).reminderLetter(dependencies, message);
    case 'summary':
      return (await import('./summary.ts')).summaryLetter(dependencies, message);
    case 'issued-report':
      return (await import('./issued-report.ts')).issuedReportLetter(dependencies, message);
    case 'bundle':
      return (await import('./bundle.ts')).bundleLetter(dependencies, message);
    case 'correction':
      return (await import('./correction.ts')).correctionLetter(dependencies, message);
  }
}
