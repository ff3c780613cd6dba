import { isOwing } from '../../../shared/filing/duty.ts';
import { reminderMail } from '../../../shared/mail/reminder.ts';
import { mintLink } from '../../../shared/office/invite.ts';
import { dayOf, workingDaysUntil } from '../../../shared/regime/calendar.ts';
import {
  currentRegime,
  dutyNow,
  find,
  type Letter,
  type LetterDependencies,
  type MessageOf,
} from './letter.ts';

/** What is owed now by whom the message would remind; null where the report has come meanwhile, or more time was granted. */
export async function owedBy(dependencies: LetterDependencies, message: MessageOf<'reminder'>) {
  const regime = await currentRegime(dependencies, message.regime);
  const unit = find(regime.units, ({ code }) => code === message.unit, message.unit);
  const period = find(regime.periods, ({ id }) => id === message.period, message.period);
  const duty = await dutyNow(dependencies, regime, period, unit);
  if (duty.due === null || !isOwing(duty.status)) return null;
  return { regime, unit, period, duty, due: duty.due };
}

/** Null where nothing is owed any more. */
export async function reminderLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'reminder'>,
): Promise<Letter | null> {
  const owed = await owedBy(dependencies, message);
  if (!owed) return null;
  const { regime, unit, period, duty, due } = owed;
  const scope = { period: period.id, may: 'send' as const };
  const link = await mintLink(dependencies, regime, { kind: 'unit', unit: unit.code }, scope);
  const mail = reminderMail({
    ...{ link: link.link, code: link.code },
    ...{ regime, unit, period, due, rule: duty.rule },
    // Counted when the mail goes out, to the unit's own last day: a mail may be caught up, a deadline extended.
    workingDaysLeft: workingDaysUntil(
      dayOf(dependencies.clock.now(), regime.timeZone),
      dayOf(due, regime.timeZone),
      regime.holidays,
    ),
    ...(duty.attempt && { attempt: duty.attempt }),
  });
  return { mail, replyTo: regime.office.replyTo };
}
