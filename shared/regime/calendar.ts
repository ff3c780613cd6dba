/** Days, working days and the last valid second of a deadline, all in the regime's time zone. */
import { Temporal } from 'temporal-polyfill';
import type { Holiday, Period, Regime } from './regime.ts';
import { weekdays } from './weekdays.ts';

/** Milliseconds. Plain days are counted without Temporal, whose polyfill then stays out of the engine in the browser. */
const dayLength = 86_400_000;

/** `yyyy-mm-dd` of an instant (ISO 8601 or milliseconds) in the regime's time zone. */
export function dayOf(instant: string | number, timeZone: string): string {
  return remembered(`day ${instant} ${timeZone}`, () => zoned(instant, timeZone).toPlainDate().toString());
}

/** ISO 8601 with the zone's offset and no fraction, e.g. `2024-03-18T23:59:59+07:00`. */
export function inZone(instant: string | number, timeZone: string): string {
  return remembered(`zoned ${instant} ${timeZone}`, () => written(zoned(instant, timeZone)));
}

/** The instant at which a day's hour begins: `("2024-03-19", "09:00")` → ISO 8601 with offset. */
export function atHour(day: string, hour: string, timeZone: string): string {
  const local = `${day}T${hour}`;
  return remembered(`hour ${local} ${timeZone}`, () =>
    written(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone)),
  );
}

/** By what was asked: of thousands of units the same few are asked for, each a tenth of a millisecond's work. */
const answers = new Map<string, string>();
const mostAnswers = 1000;

function remembered(asked: string, work: () => string): string {
  const known = answers.get(asked);
  if (known !== undefined) return known;
  const answer = work();
  if (answers.size >= mostAnswers) answers.clear();
  answers.set(asked, answer);
  return answer;
}

/** Saturdays, Sundays and holidays are off; a day declared `work` is worked whatever the weekday. */
export function isWorkingDay(day: string, holidays: readonly Holiday[]): boolean {
  const declared = holidays.find((holiday) => holiday.date === day);
  if (declared) return declared.kind === 'work';
  return weekdayOf(day) <= 5;
}

/** The day `count` working days after (or, negative, before) `day`; 0 is the day itself, worked or not. */
export function addWorkingDays(day: string, count: number, holidays: readonly Holiday[]): string {
  let date = day;
  const step = Math.sign(count);
  for (let left = Math.abs(count); left > 0; ) {
    date = addDays(date, step);
    if (isWorkingDay(date, holidays)) left -= 1;
  }
  return date;
}

/** How far off a day is. */
export interface TimeLeft {
  /** Seen from the day that is asked about. The number does not tell it: over a weekend there is none to count. */
  readonly when: 'before' | 'on-the-day' | 'after';
  /** So many lie behind the earlier of the two, up to and with the later. */
  readonly workingDays: number;
}

export function timeLeft(today: string, day: string, holidays: readonly Holiday[]): TimeLeft {
  const [earlier, later] = today <= day ? [today, day] : [day, today];
  let workingDays = 0;
  for (let each = addDays(earlier, 1); each <= later; each = addDays(each, 1)) {
    if (isWorkingDay(each, holidays)) workingDays += 1;
  }
  return { when: today === day ? 'on-the-day' : today < day ? 'before' : 'after', workingDays };
}

/** `yyyy-mm-dd`, so many calendar days later; `count` may be negative. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10);
}

/** `yyyy-mm-dd`, so many months later; the last day of a shorter month. */
export function addMonths(day: string, count: number): string {
  return Temporal.PlainDate.from(day).add({ months: count }).toString();
}

/** Days since 1970-01-01; what rules compare dates by. */
export function dayNumber(day: string): number {
  return Date.parse(day) / dayLength;
}

/** The last day on which a report is on time, or null while no guidance has set a date. */
export function lastDay(deadline: Period['deadline']): string | null {
  if (deadline.rule === 'on-guidance') return null;
  return deadline.rule === 'by' ? deadline.date : addDays(deadline.date, -1);
}

/** Years by which a deadline or a lock may follow the regime's. */
const latest = 15;

/** Whether a day is so far from the regime's year that it is a slip: what is owed may be put off, but 2042 for 2024 is none. */
export function isAstray(day: string, { year }: Pick<Regime, 'year'>): boolean {
  return yearOf(day) < year - 1 || yearOf(day) > year + latest;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The last valid second of a day, ISO 8601 with offset. */
export function endOfDay(day: string, timeZone: string): string {
  return atHour(day, '23:59:59', timeZone);
}

/** The hour at which the period's consolidated report is made, or null where none is asked for. */
export function summaryHour(period: Period, regime: Regime): string | null {
  const day = lastDay(period.deadline);
  if (!period.summary || day === null) return null;
  const summaryDay = addWorkingDays(day, period.summary.workingDaysAfterDue, regime.holidays);
  return atHour(summaryDay, period.summary.at, regime.timeZone);
}

/** The last day on which the period's report goes upward in time, or null where the regime names none, or there is no date yet. */
export function upwardDay(
  { officeDue, deadline }: Pick<Period, 'officeDue' | 'deadline'>,
  { holidays }: Pick<Regime, 'holidays'>,
): string | null {
  if (officeDue === undefined || typeof officeDue === 'string') return officeDue ?? null;
  const day = lastDay(deadline);
  return day === null ? null : addWorkingDays(day, officeDue.workingDaysAfterDue, holidays);
}

/**
 * The hours of the weekly summaries while the period is open, oldest first: from the first such weekday after the
 * opening to the last day of the deadline. One that falls on a day off moves to the next working day; behind the
 * deadline, or not before the final summary, it is left out.
 */
export function interimHours(period: Period, regime: Regime): string[] {
  const { interim, opens } = period;
  const last = lastDay(period.deadline);
  if (!interim || opens === undefined || last === null) return [];
  const { holidays, timeZone } = regime;
  const final = summaryHour(period, regime);
  const hours: string[] = [];
  for (let day = nextWeekday(opens, interim.weekday); day <= last; day = addDays(day, 7)) {
    const worked = isWorkingDay(day, holidays) ? day : addWorkingDays(day, 1, holidays);
    const at = atHour(worked, interim.at, timeZone);
    if (worked <= last && (final === null || Date.parse(at) < Date.parse(final))) hours.push(at);
  }
  // A long holiday moves two weeks' summaries to the same day.
  return [...new Set(hours)];
}

/** The first such weekday after `day`. */
function nextWeekday(day: string, weekday: (typeof weekdays)[number]): string {
  const ahead = weekdays.indexOf(weekday) + 1 - weekdayOf(day);
  return addDays(day, ahead > 0 ? ahead : ahead + 7);
}

/** From 1, a Monday, to 7. */
function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7;
}

function written(moment: Temporal.ZonedDateTime): string {
  return moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

function zoned(instant: string | number, timeZone: string): Temporal.ZonedDateTime {
  const moment =
    typeof instant === 'number'
      ? Temporal.Instant.fromEpochMilliseconds(instant)
      : Temporal.Instant.from(instant);
  return moment.toZonedDateTimeISO(timeZone);
}
