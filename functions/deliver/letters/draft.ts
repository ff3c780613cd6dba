import { draftTakenBackMail } from '../../../shared/mail/draft-taken-back.ts';
import { drawUpDraft } from '../../../shared/office/report/ask-draft.ts';
import { takeBackDraft } from '../../../shared/office/report/take-back.ts';
import {
  currentRegime,
  find,
  type Letter,
  type LetterDependencies,
  type MessageOf,
  recipientIn,
} from './letter.ts';

/** Draws up the draft that was asked for. No mail of its own: the summary's brings it. Throws DraftWaits. */
export async function drawUpAsked(
  dependencies: LetterDependencies,
  message: MessageOf<'draft'>,
): Promise<'done' | null> {
  return (await drawUpDraft(dependencies, message)) ? 'done' : null;
}

/** Takes the draft back, and tells one of the office; null where it was signed. */
export async function draftTakenBackLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'draft-taken-back'>,
): Promise<Letter | null> {
  const done = await takeBackDraft(dependencies, message);
  if (!done) return null;
  const regime = await currentRegime(dependencies, message.regime);
  const recipient = recipientIn(regime, message.recipient);
  const period = find(regime.periods, ({ id }) => id === message.period, message.period);
  return {
    mail: draftTakenBackMail({ regime, recipient, period, ...done }),
    replyTo: regime.office.replyTo,
  };
}
