import { chaseMail, type OwedPeriod } from '../../../shared/mail/chase.ts';
import { type Attachment, fitsInMail } from '../../../shared/mail/mail.ts';
import { periodsToChase } from '../../../shared/office/chase/left-to-say.ts';
import { draftUrgingLetter, owingOf } from '../../../shared/office/chase/urging-letter.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { toGoUpward } from '../../../shared/office/report/to-go-upward.ts';
import { readEditions } from '../../../shared/records/editions.ts';
import { readSignatures } from '../../../shared/records/signatures.ts';
import { dayOf } from '../../../shared/regime/calendar.ts';
import { isOfOffice } from '../../../shared/regime/recipients.ts';
import type { Period } from '../../../shared/regime/regime.ts';
import {
  currentRegime,
  find,
  type Letter,
  type LetterDependencies,
  type MessageOf,
  recipientIn,
} from './letter.ts';

/** So many are named in the mail; the drafted letter names all. */
const mostListed = 100;

/** To the office, of who still owes now; null where nobody does any more. */
export async function chaseLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'chase'>,
): Promise<Letter | null> {
  const chased = await stillChased(dependencies, message);
  if (chased === null) return null;
  const { regime, recipient } = chased;
  const periods: OwedPeriod[] = [];
  const drafts: Attachment[] = [];
  for (const { period, owing } of chased.periods) {
    const shown = owing.slice(0, mostListed);
    const editions = await readEditions(dependencies.table, period.id);
    const signatures = await readSignatures(dependencies.table, period.id);
    const today = dayOf(dependencies.clock.now(), regime.timeZone);
    periods.push({
      period,
      owing: shown,
      more: owing.length - shown.length,
      upwardBy: await toGoUpward(dependencies.table, {
        regime,
        period,
        today,
        signed: signatures.length > 0,
        drafts: editions.map(({ run }) => run),
      }),
    });
    drafts.push(await draftUrgingLetter(dependencies, regime, period, owing));
  }
  const { link } = await mintLink(dependencies, regime, { kind: 'office', recipient: recipient.id });
  return {
    mail: chaseMail({
      regime,
      recipient,
      periods,
      portalLink: link,
      asOf: dependencies.clock.now(),
      drafts: fitsInMail(drafts.map(({ bytes }) => bytes.length)) ? drafts : [],
    }),
    replyTo: regime.office.replyTo,
    said: periods.map(({ period }) => period.id),
  };
}

/** Who is told, and of which periods' units that owe; null where none does, or it is not of the office any more. */
export async function stillChased(dependencies: LetterDependencies, message: MessageOf<'chase'>) {
  const regime = await currentRegime(dependencies, message.regime);
  const recipient = recipientIn(regime, message.recipient);
  if (!isOfOffice(recipient)) return null;
  const periods: { readonly period: Period; readonly owing: Awaited<ReturnType<typeof owingOf>> }[] = [];
  for (const id of await periodsToChase(dependencies, regime, message)) {
    const period = find(regime.periods, (each) => each.id === id, id);
    const owing = await owingOf(dependencies, regime, period);
    if (owing.length > 0) periods.push({ period, owing });
  }
  return periods.length === 0 ? null : { regime, recipient, periods };
}
