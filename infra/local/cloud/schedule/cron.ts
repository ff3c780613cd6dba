import { Temporal } from 'temporal-polyfill';

/** An AWS cron expression that is illegal, or uses what is not known here (W). */
export class IllegalCron extends Error {
  override readonly name = 'IllegalCron';
  readonly expression: string;

  constructor(expression: string, what: string) {
    super(`${expression}: ${what}`);
    this.expression = expression;
  }
}

/** The six fields of `cron(minutes hours day-of-month month day-of-week year)`. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  matchesDate(date: Temporal.PlainDate): boolean;
}

type DateRule = (date: Temporal.PlainDate) => boolean;

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const lastYear = 2199;

/**
 * Reads `cron(…)` as EventBridge Scheduler does: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 * @throws IllegalCron
 */
export function parseCron(expression: string): Cron {
  const illegal = (what: string) => new IllegalCron(expression, what);
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/) ?? [];
  const [minute, hour, day, month, weekday, year] = fields;
  if (!minute || !hour || !day || !month || !weekday || !year || fields.length !== 6) {
    throw illegal('only cron(…) with six fields is known here');
  }
  if ((day === '?') === (weekday === '?')) throw illegal('one of day-of-month and day-of-week must be "?"');
  const monthSet = new Set(numbers(month, 1, 12, months, illegal));
  const yearSet = new Set(numbers(year, 1970, lastYear, [], illegal));
  const dayRule = day === '?' ? weekdayRule(weekday, illegal) : dayOfMonthRule(day, illegal);
  return {
    minutes: numbers(minute, 0, 59, [], illegal),
    hours: numbers(hour, 0, 23, [], illegal),
    matchesDate: (date) => yearSet.has(date.year) && monthSet.has(date.month) && dayRule(date),
  };
}

/**
 * The first time after `after` (milliseconds since the epoch) at which the expression fires on the clocks of a time
 * zone; undefined when it never will. An hour the clocks skip is skipped, one they repeat counts once, as on AWS.
 */
export function firstAfter(cron: Cron, timeZone: string, after: number): number | undefined {
  let date = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone).toPlainDate();
  for (; date.year <= lastYear; date = date.add({ days: 1 })) {
    if (!cron.matchesDate(date)) continue;
    for (const hour of cron.hours) {
      for (const minute of cron.minutes) {
        const local = date.toPlainDateTime({ hour, minute });
        const zoned = local.toZonedDateTime(timeZone);
        if (zoned.epochMilliseconds > after && zoned.toPlainDateTime().equals(local))
          return zoned.epochMilliseconds;
      }
    }
  }
  return undefined;
}

function dayOfMonthRule(field: string, illegal: (what: string) => Error): DateRule {
  return anyOf(field, (part) => {
    if (part === 'L') return (date) => date.day === date.daysInMonth;
    const days = new Set(numbers(part, 1, 31, [], illegal));
    return (date) => days.has(date.day);
  });
}

/** Sunday is 1, Saturday (or a bare L) 7. */
function weekdayRule(field: string, illegal: (what: string) => Error): DateRule {
  const weekdayOf = (date: Temporal.PlainDate) => (date.dayOfWeek % 7) + 1;
  const one = (text: string) => numbers(text, 1, 7, weekdays, illegal);
  return anyOf(field, (part) => {
    const last = /^(\w+)L$/.exec(part)?.[1];
    if (last !== undefined) {
      const [day] = one(last);
      return (date) => weekdayOf(date) === day && date.day > date.daysInMonth - 7;
    }
    const [, nthDay, nth] = /^(\w+)#([1-5])$/.exec(part) ?? [];
    if (nthDay !== undefined) {
      const [day] = one(nthDay);
      return (date) => weekdayOf(date) === day && Math.ceil(date.day / 7) === Number(nth);
    }
    const days = new Set(part === 'L' ? [7] : one(part));
    return (date) => days.has(weekdayOf(date));
  });
}

function anyOf(field: string, rule: (part: string) => DateRule): DateRule {
  const rules = field.split(',').map(rule);
  return (date) => rules.some((one) => one(date));
}

/** The numbers a field stands for, ascending: `*`, `?`, `7`, `MON-FRI`, `0/15`, `1-10/3`, and lists of these. */
function numbers(
  field: string,
  least: number,
  most: number,
  names: readonly string[],
  illegal: (what: string) => Error,
): number[] {
  const single = (text: string): number => {
    const named = names.indexOf(text.toUpperCase());
    const number = named >= 0 ? named + least : /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most)) throw illegal(`"${text}" is not between ${least} and ${most}`);
    return number;
  };
  const found = field.split(',').flatMap((part) => {
    const [range = '', step] = part.split('/');
    const stride = step === undefined ? 1 : Number(step);
    if (!(Number.isInteger(stride) && stride > 0)) throw illegal(`"${step}" is no step`);
    const [from = '', to] = range.split('-');
    if (from === '*') return span(least, most, stride);
    const start = single(from);
    const end = to !== undefined ? single(to) : step !== undefined ? most : start;
    if (end < start) throw illegal(`the range "${range}" runs backwards`);
    return span(start, end, stride);
  });
  return [...new Set(found)].sort((a, b) => a - b);
}

function span(from: number, to: number, stride: number): number[] {
  return Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, index) => from + index * stride);
}
