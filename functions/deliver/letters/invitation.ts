import { invitationMail, officeInvitationMail } from '../../../shared/mail/invitation.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { isAskedOf } from '../../../shared/regime/duties.ts';
import {
  currentRegime,
  dutyNow,
  find,
  type Letter,
  type LetterDependencies,
  type MessageOf,
  recipientIn,
} from './letter.ts';

/** The unit's link, and everything it owes. */
export async function invitationLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'invitation'>,
): Promise<Letter> {
  const regime = await currentRegime(dependencies, message.regime);
  const unit = find(regime.units, (candidate) => candidate.code === message.unit, message.unit);
  const owed = regime.periods.filter((period) => isAskedOf(period, unit));
  const duties = await Promise.all(
    owed.map(async (period) => {
      const duty = await dutyNow(dependencies, regime, period, unit);
      return { title: period.title, due: duty.due, rule: duty.rule, status: duty.status };
    }),
  );
  const link = await mintLink(dependencies, regime, { kind: 'unit', unit: unit.code });
  return {
    mail: invitationMail({ ...link, regime, unit, duties }),
    replyTo: regime.office.replyTo,
  };
}

/** The link of somebody of the office. */
export async function officeInvitationLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'office-invitation'>,
): Promise<Letter> {
  const regime = await currentRegime(dependencies, message.regime);
  const recipient = recipientIn(regime, message.recipient);
  const link = await mintLink(dependencies, regime, { kind: 'office', recipient: recipient.id });
  return {
    mail: officeInvitationMail({ ...link, regime, recipient }),
    replyTo: regime.office.replyTo,
  };
}
