import { bounceMail } from '../../../shared/mail/bounce.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { readAddress } from '../../../shared/records/addresses.ts';
import { isOfOffice } from '../../../shared/regime/recipients.ts';
import {
  currentRegime,
  type Letter,
  type LetterDependencies,
  type MessageOf,
  recipientIn,
} from './letter.ts';

/** Tells the office that nothing arrives at an address of the regime; null where it was mended meanwhile. */
export async function bounceLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'bounce'>,
): Promise<Letter | null> {
  const regime = await currentRegime(dependencies, message.regime);
  const recipient = recipientIn(regime, message.recipient);
  const mark = await readAddress(dependencies.table, message.address);
  if (mark?.state !== 'bounced' || mark.kind === null || !isOfOffice(recipient)) return null;
  const whose = [
    ...regime.units.filter(({ email, contacts = [] }) =>
      [email, ...contacts.map((each) => each.email)].some((each) => each.toLowerCase() === mark.address),
    ),
    ...regime.office.recipients.filter(({ email }) => email.toLowerCase() === mark.address),
  ].map(({ name }) => name);
  if (whose.length === 0) return null;
  const { link } = await mintLink(dependencies, regime, { kind: 'office', recipient: recipient.id });
  const { address, since, said, kind } = mark;
  return {
    mail: bounceMail({ regime, recipient, whose, address, since, said, kind, portalLink: link }),
    replyTo: regime.office.replyTo,
  };
}
