/** Who owes what, and what is due when: pure functions of the regime. */
import { addWorkingDays, atHour, lastDay, summaryHour } from './calendar.ts';
import type { Period, Regime, Unit } from './regime.ts';

/** The units that owe this period's report on `day` (`yyyy-mm-dd`), in the regime's order. */
export function expectedUnits(regime: Regime, period: Period, day: string): Unit[] {
  return regime.units.filter(
    (unit) =>
      period.assignedTo.includes(unit.kind) &&
      (unit.validFrom === undefined || unit.validFrom <= day) &&
      (unit.validTo === undefined || unit.validTo >= day),
  );
}

/** A piece of scheduled work; `at` is the hour it is due, ISO 8601 with offset. */
export type DueWork =
  | { readonly kind: 'opening'; readonly period: Period; readonly at: string }
  | { readonly kind: 'reminder'; readonly period: Period; readonly at: string }
  | { readonly kind: 'summary'; readonly period: Period; readonly at: string };

/**
 * What is due in (after, until], in the order of its hours. Both are instants, ISO 8601. Of the reminders of a period
 * that were missed, only the last is caught up: nobody wants three mails at once.
 */
export function dueWork(regime: Regime, after: string, until: string): DueWork[] {
  const from = Date.parse(after);
  const to = Date.parse(until);
  const due = regime.periods
    .flatMap((period) => workOf(regime, period))
    .filter(({ at }) => Date.parse(at) > from && Date.parse(at) <= to)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return due.filter(
    (work, index) =>
      work.kind !== 'reminder' ||
      !due.slice(index + 1).some((later) => later.kind === 'reminder' && later.period.id === work.period.id),
  );
}

function workOf(regime: Regime, period: Period): DueWork[] {
  const work: DueWork[] = [];
  if (period.opens)
    work.push({ kind: 'opening', period, at: atHour(period.opens, '00:00', regime.timeZone) });
  const deadline = lastDay(period.deadline);
  if (deadline !== null) {
    for (const workingDays of regime.reminders.workingDays) {
      const day = addWorkingDays(deadline, workingDays, regime.holidays);
      // A period is not asked for before it has opened.
      if (period.opens && day < period.opens) continue;
      work.push({ kind: 'reminder', period, at: atHour(day, regime.reminders.at, regime.timeZone) });
    }
  }
  const summary = summaryHour(period, regime);
  if (summary !== null) work.push({ kind: 'summary', period, at: summary });
  return work;
}
