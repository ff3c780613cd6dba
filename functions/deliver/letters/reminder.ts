import { isOwing } from '../../../shared/filing/owing.ts';
import { type RemindedDuty, reminderMail } from '../../../shared/mail/reminder.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { readMessage, reminderByHandId } from '../../../shared/records/outbox.ts';
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

/** Of what the unit still owes; null where every report has come meanwhile, or more time was granted. */
export async function reminderLetter(
  dependencies: LetterDependencies,
  { regime: id, unit: code, contact, words, ...message }: MessageOf<'reminder'>,
): Promise<Letter | null> {
  const regime = await currentRegime(dependencies, id);
  const unit = unitAt(regime, code, contact);
  const all = message.periods ?? [message.period];
  // The office's own press reaches the registered address alone: heads and others are told by the schedule.
  const asked =
    message.byHand || contact !== undefined ? all : await notRemindedByHand(dependencies, regime, unit, all);
  const duties = await Promise.all(asked.map((period) => owedDuty(dependencies, regime, unit, period)));
  const [first, ...others] = duties
    .filter((duty) => duty !== null)
    .sort((a, b) => Date.parse(a.due) - Date.parse(b.due));
  if (!first) return null;
  return {
    mail: reminderMail({ regime, unit, duties: [first, ...others], ...(words && { words }) }),
    replyTo: regime.office.replyTo,
  };
}

/** The periods of which the office itself has not reminded the unit today. */
async function notRemindedByHand(
  { table, clock }: LetterDependencies,
  { timeZone }: Regime,
  { code }: Unit,
  periods: readonly string[],
): Promise<readonly string[]> {
  const today = dayOf(clock.now(), timeZone);
  const rows = await Promise.all(
    periods.map((period) => readMessage(table, reminderByHandId(period, code, today))),
  );
  return periods.filter((_, n) => !rows[n] || rows[n].state === 'superseded');
}

/** With a link of its own, for this duty alone; null where the unit does not owe it now. */
async function owedDuty(
  dependencies: LetterDependencies,
  regime: Regime,
  unit: Unit,
  id: string,
): Promise<RemindedDuty | null> {
  const period = find(regime.periods, (each) => each.id === id, id);
  const duty = await dutyNow(dependencies, regime, period, unit);
  if (duty.due === null || !isOwing(duty.status)) return null;
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
