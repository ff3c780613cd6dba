import type { DateShape } from './number-format.ts';

const SECONDS_A_DAY = 86_400;
const MILLISECONDS_A_DAY = SECONDS_A_DAY * 1000;
const UNIX_DAY_OF_1900 = Date.UTC(1899, 11, 30) / MILLISECONDS_A_DAY;
const UNIX_DAY_OF_1904 = Date.UTC(1904, 0, 1) / MILLISECONDS_A_DAY;
const LAST_UNIX_DAY = Date.UTC(9999, 11, 31) / MILLISECONDS_A_DAY;
/** Excel believes in 29 February 1900; the days before it are one off, the day itself never was. */
const DAY_THAT_NEVER_WAS = 60;

export interface ShownDate {
  readonly text: string;
  /** `yyyy-mm-dd`; absent where the format shows a time of day alone. */
  readonly date?: string;
}

/**
 * A serial day number as its format shows it, day first as in Vietnam.
 * @param serial days since 1900 or 1904, the time as a fraction
 * @returns null where a spreadsheet could not show it as a date either (negative, after 9999)
 */
export function showSerial(serial: number, shape: DateShape, date1904: boolean): ShownDate | null {
  const total = Math.round(serial * SECONDS_A_DAY);
  const days = Math.floor(total / SECONDS_A_DAY);
  if (!(days >= 0)) return null;
  const time = shape.time ? clock(shape.elapsed ? total : total % SECONDS_A_DAY, shape.seconds) : '';
  if (!shape.day && !shape.month && !shape.year) return days <= LAST_UNIX_DAY ? { text: time } : null;

  if (!date1904 && (days < 1 || days === DAY_THAT_NEVER_WAS)) return null;
  const shift = !date1904 && days < DAY_THAT_NEVER_WAS ? 1 : 0;
  const unixDay = days + shift + (date1904 ? UNIX_DAY_OF_1904 : UNIX_DAY_OF_1900);
  if (unixDay > LAST_UNIX_DAY) return null;
  if (time === '') return shownDay(unixDay, shape);
  const date = isoDay(unixDay);
  return { text: showDate(date, shape, time), date };
}

/**
 * An ISO 8601 value (`t="d"`): `2024-03-15`, `2024-03-15T08:00:00`.
 * @returns null where it is not one
 */
export function showIso(value: string): ShownDate | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?Z?)?$/.exec(value.trim());
  const date = match?.[1];
  if (!match || !date || !isCalendarDay(date)) return null;
  const midnight = !match[2] || (match[2] === '00:00' && (match[3] ?? ':00') === ':00');
  const time = midnight ? '' : `${match[2]}${match[3] ?? ''}`;
  return { text: showDate(date, { day: true, month: true, year: true }, time), date };
}

function isCalendarDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function showDate(date: string, shape: Pick<DateShape, 'day' | 'month' | 'year'>, time: string): string {
  let shown = shape.day ? date.slice(8) : '';
  if (shape.month) shown += (shown && '/') + date.slice(5, 7);
  if (shape.year) shown += (shown && '/') + date.slice(0, 4);
  return time ? `${shown} ${time}` : shown;
}

/** The days shown so far, by their shape: a column of dates has the same few again and again. */
const shownDays = new WeakMap<DateShape, Map<number, ShownDate>>();
const MOST_SHOWN_DAYS = 10_000;

function shownDay(unixDay: number, shape: DateShape): ShownDate {
  const days = shownDays.get(shape) ?? new Map<number, ShownDate>();
  const known = days.get(unixDay);
  if (known) return known;
  const date = isoDay(unixDay);
  const shown = { text: showDate(date, shape, ''), date };
  if (days.size < MOST_SHOWN_DAYS) shownDays.set(shape, days.set(unixDay, shown));
  return shown;
}

function isoDay(unixDay: number): string {
  return new Date(unixDay * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function clock(total: number, seconds: boolean): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const minutes = `${two(total / 3600)}:${two((total / 60) % 60)}`;
  return seconds ? `${minutes}:${two(total % 60)}` : minutes;
}
