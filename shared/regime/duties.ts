/** Who owes what, and what is due when: pure functions of the regime. */
import {
  addDays,
  atHour,
  dayNumber,
  dayOf,
  interimHours,
  isWorkingDay,
  lastDay,
  summaryHour,
} from './calendar.ts';
import { type OwnDay, openingMailDay, ownReminderDays, type ReminderDay, reminderDays } from './ladder.ts';
import type { Period, Regime, Unit } from './regime.ts';

/** Whether a period is asked of a unit at all, whatever the day. */
export function isAskedOf(
  { assignedTo, units }: Pick<Period, 'assignedTo' | 'units'>,
  { kind, code }: Pick<Unit, 'kind' | 'code'>,
): boolean {
  return assignedTo.includes(kind) && (units === undefined || units.includes(code));
}

/** The units that owe this period's report on `day` (`yyyy-mm-dd`), in the regime's order. */
export function expectedUnits(regime: Regime, period: Period, day: string): Unit[] {
  return unitsOn(regime, day).filter((unit) => isAskedOf(period, unit));
}

/** The units that there are on `day` (`yyyy-mm-dd`), in the regime's order. */
export function unitsOn({ units }: Pick<Regime, 'units'>, day: string): Unit[] {
  return units.filter(
    ({ validFrom, validTo }) =>
      (validFrom === undefined || validFrom <= day) && (validTo === undefined || validTo >= day),
  );
}

/** The last day for the unit's own plan as days since 1970; null for a unit that owes none. */
export function planDue(
  { periods }: { readonly periods: readonly Pick<Period, 'kind' | 'assignedTo' | 'deadline'>[] },
  { kind: own }: Pick<Unit, 'kind'>,
): number | null {
  const plan = periods.find(({ kind, assignedTo }) => kind === 'plan' && assignedTo.includes(own));
  const day = plan ? lastDay(plan.deadline) : null;
  return day === null ? null : dayNumber(day);
}

/** Whether the period's reports may be filed on `day` (`yyyy-mm-dd`): a review opens when its guidance has set a date. */
export function isOpen(period: Period, day: string): boolean {
  return period.opens === undefined ? lastDay(period.deadline) !== null : day >= period.opens;
}

/** To whoever owes the period at that hour. */
export type Reminder = Omit<ReminderDay, 'day'> & {
  readonly kind: 'reminder';
  readonly period: Period;
  readonly at: string;
  /** It is for these alone, who have until that day; absent where it is for all others. */
  readonly own?: { readonly day: string; readonly since: string; readonly units: readonly string[] };
  /** Codes of units that it is not for, since they have until a day of their own; absent where there is none. */
  readonly except?: readonly string[];
};

/** A piece of scheduled work; `at` is the hour it is due, ISO 8601 with offset. */
export type DueWork =
  | { readonly kind: 'opening'; readonly period: Period; readonly at: string }
  /** Everybody who owes is told that the period has opened. */
  | { readonly kind: 'announcement'; readonly period: Period; readonly at: string }
  | Reminder
  | { readonly kind: 'interim'; readonly period: Period; readonly at: string }
  | { readonly kind: 'final'; readonly period: Period; readonly at: string }
  /** Each working morning: do the reports that were issued still say what is filed? */
  | { readonly kind: 'check'; readonly at: string };

/**
 * What is due in (after, until], in the order of its hours. Both are instants, ISO 8601. Of the reminders, the interim
 * summaries and the checks that were missed only the last is caught up: nobody wants three mails at once; and no
 * interim summary is caught up beside the final one.
 */
export function dueWork(
  regime: Regime,
  after: string,
  until: string,
  owns: readonly OwnDay[] = [],
): DueWork[] {
  const due = allWork(regime, after, until, owns);
  return due
    .filter((work, index) => !due.slice(index + 1).some((later) => replaces(later, work)))
    .map((work) => (work.kind === 'reminder' ? withMissed(work, due) : work));
}

/** The reminder, to everybody whom it or one that was missed before it is for: a step for heads does not come again. */
function withMissed(work: Reminder, due: readonly DueWork[]): Reminder {
  const all = due.filter((each): each is Reminder => each.kind === 'reminder' && isOfSameLadder(each, work));
  const words = all.findLast((each) => each.words !== null)?.words ?? null;
  return { ...work, to: [...new Set(all.flatMap(({ to }) => to))], words };
}

/** Whether both remind the same units of the same period. */
function isOfSameLadder(one: Reminder, other: Reminder): boolean {
  const { own: a, own: { day, since } = {} } = one;
  return (
    one.period.id === other.period.id &&
    !a === !other.own &&
    day === other.own?.day &&
    since === other.own?.since
  );
}

/**
 * The same with everything that a run would leave out when it comes late: what is to be expected. `owns`: who has until a day
 * of their own.
 */
export function allWork(
  regime: Regime,
  after: string,
  until: string,
  owns: readonly OwnDay[] = [],
): DueWork[] {
  const days = daysOf(regime, after, until);
  return between([...workIn(regime, days, owns), ...checks(regime, days)], after, until);
}

/** The same of the periods alone, without the checks of each morning. */
export function periodWork(regime: Regime, after: string, until: string): DueWork[] {
  return between(workIn(regime, daysOf(regime, after, until), []), after, until);
}

function daysOf({ timeZone }: Regime, after: string, until: string): Days {
  return { first: dayOf(after, timeZone), last: dayOf(until, timeZone) };
}

function between(work: readonly DueWork[], after: string, until: string): DueWork[] {
  const from = Date.parse(after);
  const to = Date.parse(until);
  return work
    .filter(({ at }) => Date.parse(at) > from && Date.parse(at) <= to)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function workIn(regime: Regime, days: Days, owns: readonly OwnDay[]): DueWork[] {
  return regime.periods.flatMap((period) => {
    const longer = owns.filter((own) => own.period === period.id);
    const except = longer.length > 0 && { except: longer.map(({ unit }) => unit) };
    return [
      ...workOf(regime, period, days).map((each) =>
        each.kind === 'reminder' ? { ...each, ...except } : each,
      ),
      ...ownReminders(regime, period, longer, days),
    ];
  });
}

function replaces(later: DueWork, work: DueWork): boolean {
  if (work.kind === 'check') return later.kind === 'check';
  if (later.kind === 'check' || later.period.id !== work.period.id) return false;
  if (work.kind === 'interim') return later.kind === 'interim' || later.kind === 'final';
  return work.kind === 'reminder' && later.kind === 'reminder' && isOfSameLadder(work, later);
}

/** Of whoever has until a day of their own, on these days; those who got it on one day together. */
export function ownReminders(
  regime: Regime,
  period: Period,
  longer: readonly OwnDay[],
  { first, last }: Days,
): readonly Reminder[] {
  return [...Map.groupBy(longer, ({ day, since }) => `${day} ${since}`).values()].flatMap((together) => {
    const [given] = together;
    if (!given) return [];
    const own = { day: given.day, since: given.since, units: together.map(({ unit }) => unit) };
    return ownReminderDays(regime, period, given, last)
      .filter(({ day }) => first <= day)
      .map(({ day, ...step }) => ({
        kind: 'reminder',
        period,
        own,
        ...step,
        at: atHour(day, regime.reminders.at, regime.timeZone),
      }));
  });
}

/** Days in the regime's zone, `yyyy-mm-dd`. */
interface Days {
  readonly first: string;
  readonly last: string;
}

/** Of the period, on these days at least: each hour asks, and of most periods nothing is due for months. */
function workOf(regime: Regime, period: Period, { first, last }: Days): DueWork[] {
  const { opens, lock, deadline } = period;
  if (opens !== undefined && opens > last) return [];
  const work: DueWork[] = [];
  const among = (day: string) => first <= day && day <= last;
  const hour = (day: string) => atHour(day, regime.reminders.at, regime.timeZone);
  if (opens !== undefined && among(opens)) {
    work.push({ kind: 'opening', period, at: atHour(opens, '00:00', regime.timeZone) });
  }
  const told = openingMailDay(regime, period);
  if (told !== null && among(told)) work.push({ kind: 'announcement', period, at: hour(told) });
  const isLocked = lock !== undefined && lock < first;
  for (const { day, to, words } of isLocked ? [] : reminderDays(regime, period, last)) {
    if (among(day)) work.push({ kind: 'reminder', period, at: hour(day), to, words });
  }
  const isOver = (lastDay(deadline) ?? '') < first;
  for (const at of isOver ? [] : interimHours(period, regime)) work.push({ kind: 'interim', period, at });
  const final = summaryHour(period, regime);
  if (final !== null) work.push({ kind: 'final', period, at: final });
  return work;
}

/** At the reminders' hour of every working day. */
function checks(regime: Regime, { first, last }: Days): DueWork[] {
  const work: DueWork[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (!isWorkingDay(day, regime.holidays)) continue;
    work.push({ kind: 'check', at: atHour(day, regime.reminders.at, regime.timeZone) });
  }
  return work;
}
