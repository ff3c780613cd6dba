import { amendmentConfirmation, amendmentNotice } from '../../../shared/mail/amendment.ts';
import { bringIntoForce } from '../../../shared/office/amend.ts';
import { readAmendments } from '../../../shared/records/amendments.ts';
import { currentRegime, find, type Letter, type LetterDependencies, type MessageOf } from './letter.ts';

/** Brings what the office changed into force, then confirms it to who did it. Null where there is no such change. */
export async function amendmentLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'amendment'>,
): Promise<Letter | null> {
  const done = await bringIntoForce(dependencies, message);
  if (!done) return null;
  const { regime, concerned, ...about } = done;
  const recipient = find(regime.office.recipients, ({ id }) => id === message.recipient, message.recipient);
  return {
    mail: amendmentConfirmation({ regime, recipient, told: concerned.length, ...about }),
    replyTo: regime.office.replyTo,
  };
}

/** Tells a unit, at the address that it had. */
export async function amendmentNoticeLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'amendment-notice'>,
): Promise<Letter | null> {
  const regime = await currentRegime(dependencies, message.regime);
  const unit = find(regime.units, ({ code }) => code === message.unit, message.unit);
  const all = await readAmendments(dependencies.table, regime.id);
  const amendment = all.find((each) => each.amendment === message.amendment);
  if (!amendment) return null;
  const { change } = amendment;
  const undone =
    change.kind === 'undo' ? (all.find((each) => each.amendment === change.undone) ?? null) : null;
  return {
    mail: amendmentNotice({ regime, unit, amendment, undone, email: message.email }),
    replyTo: regime.office.replyTo,
  };
}
