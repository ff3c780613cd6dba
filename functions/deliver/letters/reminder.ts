import { isOwing } from '../../../shared/filing/owing.ts';
import { type RemindedDuty, reminderMail } from '../../../shared/mail/reminder.ts';
import { finishMending } from '../../../shared/office/chase/bounces.ts';
import { periodsToRemindOf } from '../../../shared/office/chase/left-to-say.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { dayOf, workingDaysUntil } from '../../../shared/regime/calendar.ts';
import type { Regime, Unit } from '../../../shared/regime/regime.ts';
import {
  currentRegime,
  dutyNow,
  find,
  type Letter,
  type LetterDependencies,
  type MessageOf,
  unitAt,
} from './letter.ts';

/** Of what the unit still owes; null where every report has come meanwhile, more time was granted, or nobody is to remind it. */
export async function reminderLetter(
  dependencies: LetterDependencies,
  { regime: id, unit: code, contact, words, ...message }: MessageOf<'reminder'>,
): Promise<Letter | null> {
  const regime = await currentRegime(dependencies, id);
  const unit = unitAt(regime, code, contact);
  const today = dayOf(dependencies.clock.now(), regime.timeZone);
  const { periods = [message.period] } = message;
  const asked = await periodsToRemindOf(dependencies, regime, { ...message, unit: code, contact }, today);
  // Another goes in its place, also where a mending that was cut off has left it.
  if (asked.length < periods.length) await finishMending(dependencies, contact ?? unit.email);
  const duties = await Promise.all(asked.map((period) => owedDuty(dependencies, regime, unit, period)));
  const [first, ...others] = duties
    .filter((duty) => duty !== null)
    .sort((a, b) => Date.parse(a.due) - Date.parse(b.due));
  if (!first) return null;
  return {
    mail: reminderMail({ regime, unit, duties: [first, ...others], ...(words && { words }) }),
    replyTo: regime.office.replyTo,
    said: [first, ...others].map(({ period }) => period.id),
  };
}

/** With a link of its own, for this duty alone; null where the unit does not owe it now, or is not to be reminded of it. */
async function owedDuty(
  dependencies: LetterDependencies,
  regime: Regime,
  unit: Unit,
  id: string,
): Promise<RemindedDuty | null> {
  const period = find(regime.periods, (each) => each.id === id, id);
  const duty = await dutyNow(dependencies, regime, period, unit);
  if (duty.due === null || !isOwing(duty.status) || duty.hold !== null) return null;
  const scope = { period: period.id, may: 'send' as const };
  const link = await mintLink(dependencies, regime, { kind: 'unit', unit: unit.code }, scope);
  return {
    link: link.link,
    code: link.code,
    period,
    due: duty.due,
    rule: duty.rule,
    // Counted when the mail goes out, to the unit's own last day: a mail may be caught up, a deadline extended.
    workingDaysLeft: workingDaysUntil(
      dayOf(dependencies.clock.now(), regime.timeZone),
      dayOf(duty.due, regime.timeZone),
      regime.holidays,
    ),
    ...(duty.attempt && { attempt: duty.attempt }),
  };
}
