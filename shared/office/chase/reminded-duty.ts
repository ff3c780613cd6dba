/** What a reminder says of a duty: asked when the mail goes out, and before a press. */
import { type Duty, dutyStatus, isAfter } from '../../filing/duty.ts';
import { isOwing } from '../../filing/owing.ts';
import type { PersonalLink } from '../../mail/layout/stationery.ts';
import type { Mail } from '../../mail/mail.ts';
import { type RemindedDuty, reminderMail } from '../../mail/reminder.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readFilings } from '../../records/filings.ts';
import { dayOf, type TimeLeft, timeLeft } from '../../regime/calendar.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { linkToCome } from '../../wording/chase-mail.ts';
import { Refused } from '../refused.ts';

interface Now {
  readonly regime: Regime;
  readonly period: Period;
  /** ISO 8601. */
  readonly now: string;
}

/**
 * Without its link; null where the unit does not owe it now, or is not to be reminded of it. `ownDay`: the mail is of the
 * chase before that day, until which the unit has; null where it is of all others'.
 */
export function remindedDuty(
  { regime, period, now }: Now,
  duty: Duty,
  ownDay: string | null,
): Omit<RemindedDuty, keyof PersonalLink> | null {
  // Where more time was given since, or the mail is of before, the day that the unit has now has reminders of its own.
  const isBeforeItsDay = duty.status === 'extended' && duty.deadline.extension?.until === ownDay;
  const isOwed = isOwing(duty.status) || isBeforeItsDay;
  if (duty.due === null || !isOwed || duty.hold !== null) return null;
  return {
    period,
    due: duty.due,
    rule: duty.rule,
    // As of now: a mail may be caught up, a deadline extended.
    left: leftUntil(duty.due, now, regime),
    ...(duty.attempt && { attempt: duty.attempt }),
  };
}

/** Hours given may end a deadline at noon: from then on it is over, though the day is not. */
function leftUntil(due: string, now: string, { timeZone, holidays }: Regime): TimeLeft {
  const left = timeLeft(dayOf(now, timeZone), dayOf(due, timeZone), holidays);
  return isAfter(now, due) ? { ...left, when: 'after' } : left;
}

/** The mail that a press would send the unit now, but for its link, which is made as it goes. Throws Refused. */
export async function previewReminder(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  asked: { readonly regime: Regime; readonly period: Period; readonly unit: string; readonly reason: string },
): Promise<Mail> {
  const { regime, period, reason } = asked;
  const now = clock.now();
  const unit = regime.units.find(({ code }) => code === asked.unit);
  if (!unit) throw new Refused('UNIT_UNKNOWN', { unit: asked.unit });
  const filings = await readFilings(table, period.id, unit.code);
  const duty = dutyStatus({ ...filings, regime, period, unit: unit.code, now, expected: null });
  const said = remindedDuty({ regime, period, now }, duty, null);
  if (said === null) throw new Refused('NOT_OWING', { unit: unit.name });
  const words = reason.trim() !== '' && { words: { vi: reason, en: reason } };
  return reminderMail({ regime, unit, duties: [{ ...said, ...linkToCome }], ...words });
}
