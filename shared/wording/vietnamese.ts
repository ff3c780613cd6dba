/** How days, hours and numbers are written in Vietnamese documents. */

import { inZone } from '../regime/calendar.ts';
import { localeOf, type Text } from '../vocabulary/text.ts';

/** `2024-02-28` → `28/02/2024`. */
export function shortDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** `2024-06-14` → `14/6/2024` in the text of a document: days below 10 and months 1 and 2 take a zero (Nghị định 30/2020). */
export function dayInText(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const monthNumber = Number(month);
  return `${date}/${monthNumber > 2 ? monthNumber : month}/${year}`;
}

/** `2024-02-05` → `ngày 05 tháng 02 năm 2024`: days below 10 and months 1 and 2 take a zero (Nghị định 30/2020). */
export function longDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const monthNumber = Number(month);
  return `ngày ${date} tháng ${monthNumber > 2 ? monthNumber : month} năm ${year}`;
}

/** An instant → `09 giờ 00 phút, ngày 19/03/2024` in the zone. */
export function moment(instant: string, timeZone: string): string {
  const [day = '', time = ''] = inZone(instant, timeZone).split('T');
  const [hours = '', minutes = ''] = time.split(':');
  return `${hours} giờ ${minutes} phút, ngày ${shortDay(day)}`;
}

/** The same in the text of a document: `09 giờ 00 phút, ngày 19/3/2024`. */
export function momentInText(instant: string, timeZone: string): string {
  const [hour = ''] = moment(instant, timeZone).split(', ngày ');
  return `${hour}, ngày ${dayInText(inZone(instant, timeZone).slice(0, 10))}`;
}

// Made once: making one takes a hundred times as long as using it.
const twoDecimals = new Intl.NumberFormat(localeOf.vi, { maximumFractionDigits: 2 });
const fixedTwo = new Intl.NumberFormat(localeOf.vi, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const oneDecimal = new Intl.NumberFormat(localeOf.vi, { maximumFractionDigits: 1 });

/** The same in a narrow column: `09:00 19/03/2024`. */
export function shortMoment(instant: string, timeZone: string): string {
  const [day = '', time = ''] = inZone(instant, timeZone).split('T');
  return `${time.slice(0, 5)} ${shortDay(day)}`;
}

/** The last second of a deadline: "hết ngày 18/03/2024", or, where it is not a day's, "03 giờ 59 phút, ngày 19/03/2024". */
export function lastMoment(due: string, timeZone: string): Text {
  const [day = '', time = ''] = inZone(due, timeZone).split('T');
  const written = shortDay(day);
  if (time.startsWith('23:59:59')) return { vi: `hết ngày ${written}`, en: `the end of ${written}` };
  return { vi: moment(due, timeZone), en: `${time.slice(0, 5)} on ${written}` };
}

/** The same in the text of a document: "hết ngày 18/3/2024". */
export function lastMomentInText(due: string, timeZone: string): string {
  const [day = '', time = ''] = inZone(due, timeZone).split('T');
  return time.startsWith('23:59:59') ? `hết ngày ${dayInText(day)}` : momentInText(due, timeZone);
}

/** `1234.5` → `1.234,5`; at most two decimals. */
export function number(value: number): string {
  return twoDecimals.format(value);
}

/** A percentage: always two decimals, so that figures of one column are told equally closely; 100 is whole. */
export function percentage(value: number): string {
  return Math.abs(value) === 100 || value === 0 ? number(value) : fixedTwo.format(value);
}

/** A number in running text: whole ones from 1 to 9 take a zero, `7` → `07`, as offices write them. */
export function numberInText(value: number): string {
  return Number.isInteger(value) && value > 0 && value < 10 ? `0${value}` : number(value);
}

/** Straight double quotes in pairs → “ ”. */
export function withCurlyQuotes(text: string): string {
  return text.replace(/"([^"]*)"/g, '“$1”');
}

/** A sentence's text without its full stop, to stand inside another sentence. */
export function withoutStop(text: string): string {
  return text.trimEnd().replace(/\.$/, '');
}

/** A unit's figure as people write it: numbers and ISO dates the Vietnamese way, text as it is, null as "". */
export function figure(value: number | string | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return number(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? shortDay(value) : value;
}

/** Between 0 and 1 → `78,6%`; null (nobody expected) → "—". */
export function ratio(value: number | null): string {
  if (value === null) return '—';
  return `${oneDecimal.format(100 * value)}%`;
}
