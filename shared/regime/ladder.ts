/** The chase: on which days of a period who is written to. */
import type { Text } from '../vocabulary/text.ts';
import { addWorkingDays, isWorkingDay, lastDay } from './calendar.ts';
import type { Period, Regime, StepReceiver } from './regime.ts';

/** A day on which whoever still owes is reminded. */
export interface ReminderDay {
  /** `yyyy-mm-dd`. */
  readonly day: string;
  readonly to: readonly StepReceiver[];
  /** What the mail says besides; null where it says nothing of its own. */
  readonly words: Text | null;
}

/** A period that nothing locks is asked for so many times again, at most. */
const mostRepeats = 60;

/**
 * The days of a period's chase, each once, oldest first: from its opening to the last day on which a file is taken. Two
 * steps that fall on one day are one, to all whom either is for, in the words of the later one that has words. None
 * after `until` (`yyyy-mm-dd`), where it is given.
 */
export function reminderDays(
  { reminders, holidays }: Regime,
  period: Period,
  until?: string,
): readonly ReminderDay[] {
  const due = lastDay(period.deadline);
  if (due === null) return [];
  const { opens, lock } = period;
  const steps = [
    ...reminders.workingDays.map((workingDay) => ({ workingDay, to: ['clerk'] as const })),
    ...(reminders.steps ?? []),
  ].toSorted((a, b) => a.workingDay - b.workingDay);
  const days = new Map<string, ReminderDay>();
  for (const { workingDay, to, ...step } of steps) {
    const words = 'words' in step && step.words !== undefined ? step.words : null;
    const every = 'every' in step ? step.every : undefined;
    let day = addWorkingDays(due, workingDay, holidays);
    for (let repeat = 0; repeat <= (every === undefined ? 0 : mostRepeats); repeat++) {
      if ((lock !== undefined && day > lock) || (until !== undefined && day > until)) break;
      // A period is not asked for before it has opened.
      if (opens === undefined || day >= opens) {
        const before = days.get(day);
        days.set(day, {
          day,
          to: [...new Set([...(before?.to ?? []), ...to])],
          words: words ?? before?.words ?? null,
        });
      }
      day = addWorkingDays(day, every ?? 1, holidays);
    }
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** A unit that has until a day of its own. */
export interface OwnDay {
  /** The period's id. */
  readonly period: string;
  /** The unit's code. */
  readonly unit: string;
  /** `yyyy-mm-dd`, as is `since`. */
  readonly day: string;
  /** On which it was given. */
  readonly since: string;
}

/**
 * The days of the chase of whoever has until a day of its own: the same steps before and after that day, those behind the
 * day on which it was given. The office hears of them with all others.
 */
export function ownReminderDays(
  regime: Regime,
  period: Period,
  { day, since }: Pick<OwnDay, 'day' | 'since'>,
  until?: string,
): readonly ReminderDay[] {
  const lock = period.lock !== undefined && period.lock < day ? day : period.lock;
  const own: Period = { ...period, deadline: { rule: 'by', date: day }, ...(lock !== undefined && { lock }) };
  return reminderDays(regime, own, until)
    .filter((each) => each.day > since)
    .map(({ to, ...each }) => ({ ...each, to: to.filter((receiver) => receiver !== 'office') }))
    .filter(({ to }) => to.length > 0);
}

/** The day on which everybody is told that the period has opened; null where nobody is. */
export function openingMailDay({ reminders, holidays }: Regime, { opens }: Period): string | null {
  if (!reminders.opening || opens === undefined) return null;
  return isWorkingDay(opens, holidays) ? opens : addWorkingDays(opens, 1, holidays);
}
