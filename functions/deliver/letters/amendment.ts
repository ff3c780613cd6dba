import {
  type AmendmentNotice,
  amendmentConfirmation,
  amendmentNotice,
} from '../../../shared/mail/amendment.ts';
import { bringIntoForce, changeIn } from '../../../shared/office/amend/bring-into-force.ts';
import { baseInForce } from '../../../shared/office/amend/regime-versions.ts';
import { readAmendments } from '../../../shared/records/amendments.ts';
import { readCurrentRegime, readRegimeVersion } from '../../../shared/records/regimes.ts';
import { find, type Letter, type LetterDependencies, type MessageOf, recipientIn } from './letter.ts';

/** Brings what the office changed into force, then confirms it to who did it. Null where there is no such change. */
export async function amendmentLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'amendment'>,
): Promise<Letter | null> {
  const done = await bringIntoForce(dependencies, message);
  if (!done) return null;
  const { regime, concerned, ...about } = done;
  const recipient = recipientIn(regime, message.recipient);
  const moved = concerned.some(({ unit, before }) => unit.email !== before);
  return {
    mail: amendmentConfirmation({ regime, recipient, told: concerned.length, moved, ...about }),
    replyTo: regime.office.replyTo,
  };
}

/** Tells a unit, at the address that it had. */
export async function amendmentNoticeLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'amendment-notice'>,
): Promise<Letter | null> {
  const notice = await noticeDue(dependencies, message);
  return notice && { mail: amendmentNotice(notice), replyTo: notice.regime.office.replyTo };
}

/** What is told of the change, and where; null where there is no such change or it is not this unit's. */
export async function noticeDue(
  { table, store }: LetterDependencies,
  message: MessageOf<'amendment-notice'>,
): Promise<AmendmentNotice | null> {
  const current = await readCurrentRegime(table, message.regime);
  if (!current) return null;
  const [regime, base, all] = await Promise.all([
    readRegimeVersion(store, current.hash),
    baseInForce({ store }, current),
    readAmendments(table, message.regime),
  ]);
  const made = changeIn(base, all, message.amendment);
  const told = made?.concerned.find(({ unit }) => unit.code === message.unit);
  if (!made || !told) return null;
  const unit = find(regime.units, ({ code }) => code === message.unit, message.unit);
  return { ...made, regime, unit, email: told.before };
}
