import { type RemindedDuty, type Reminder, reminderMail } from '../../../shared/mail/reminder.ts';
import { finishMending } from '../../../shared/office/chase/bounces.ts';
import { periodsToRemindOf } from '../../../shared/office/chase/left-to-say.ts';
import { remindedDuty } from '../../../shared/office/chase/reminded-duty.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { dayOf } from '../../../shared/regime/calendar.ts';
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

/** Of what the unit still owes; null where there is nothing to remind it of. */
export async function reminderLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'reminder'>,
): Promise<Letter | null> {
  const owed = await stillOwed(dependencies, message);
  if (owed === null) return null;
  const { words } = message;
  return {
    mail: reminderMail({ ...owed, ...(words && { words }) }),
    replyTo: owed.regime.office.replyTo,
    said: owed.duties.map(({ period }) => period.id),
  };
}

/** The soonest first; null where every report has come meanwhile, more time was granted, or nobody is to remind the unit. */
export async function stillOwed(
  dependencies: LetterDependencies,
  { regime: id, unit: code, contact, longer = [], ...message }: MessageOf<'reminder'>,
): Promise<Omit<Reminder, 'words'> | null> {
  const regime = await currentRegime(dependencies, id);
  const unit = unitAt(regime, code, contact);
  const today = dayOf(dependencies.clock.now(), regime.timeZone);
  const { periods = [message.period] } = message;
  const asked = await periodsToRemindOf(dependencies, regime, { ...message, unit: code, contact }, today);
  // Another goes in its place, also where a mending that was cut off has left it.
  if (asked.length < periods.length) await finishMending(dependencies, contact ?? unit.email);
  const duties = await Promise.all(
    asked.map((period) => {
      const own = longer.find((each) => each.period === period);
      return owedDuty(dependencies, regime, unit, { period, ownDay: own?.until ?? null });
    }),
  );
  const [first, ...others] = duties
    .filter((duty) => duty !== null)
    .sort((a, b) => Date.parse(a.due) - Date.parse(b.due));
  return first ? { regime, unit, duties: [first, ...others] } : null;
}

/** With a link of its own, for this duty alone; null where the unit does not owe it now, or is not to be reminded of it. */
async function owedDuty(
  dependencies: LetterDependencies,
  regime: Regime,
  unit: Unit,
  { period: id, ownDay }: { readonly period: string; readonly ownDay: string | null },
): Promise<RemindedDuty | null> {
  const period = find(regime.periods, (each) => each.id === id, id);
  const duty = await dutyNow(dependencies, regime, period, unit);
  const said = remindedDuty({ regime, period, now: dependencies.clock.now() }, duty, ownDay);
  if (said === null) return null;
  const scope = { period: period.id, may: 'send' as const };
  const link = await mintLink(dependencies, regime, { kind: 'unit', unit: unit.code }, scope);
  return { ...said, link: link.link, code: link.code };
}
