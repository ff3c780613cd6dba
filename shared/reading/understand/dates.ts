/** Dates as people write them in Vietnamese reports: the day first. */
import { fold, foldKeepingMarks, withOrWithoutMarks } from './folding.ts';

export interface WrittenDate {
  /** `yyyy-mm-dd`. */
  readonly date: string;
  /** Nothing stands beside it but "ngày" and a time of day. */
  readonly alone: boolean;
  /** "trước ngày", "dự kiến", a question mark: no day on which something was done. */
  readonly vague: boolean;
  /**
   * `plain`: `20/02/2024`; `other`: in words, with other signs, the year first or of two digits; `month-first`:
   * `02/20/2024`, which cannot be meant otherwise; `without-year`: `20/02`, of the year that was asked for.
   */
  readonly written: 'plain' | 'other' | 'month-first' | 'without-year';
}

const longestDate = 400;

const whole = [
  String.raw`(?<y1>\d{4})-(?<m1>\d{1,2})-(?<d1>\d{1,2})`,
  String.raw`(?<d2>\d{1,2})\s*[/.-]\s*(?<m2>\d{1,2})\s*[/.-]\s*(?<y2>\d{4}|\d{2})`,
  String.raw`(?<d3>\d{1,2})\s*tháng\s*(?<m3>\d{1,2})\s*(?:năm|,|/)\s*(?<y3>\d{4})`,
].join('|');
const withoutYear = String.raw`(?<d2>\d{1,2})\s*/\s*(?<m2>\d{1,2})|(?<d3>\d{1,2})\s*tháng\s*(?<m3>\d{1,2})`;

/**
 * Finds the one date of a text (`20/02/2024`, "ngày 20 tháng 02 năm 2024", ISO); null where there is none or several.
 * @param year whose day `20/02` is; such a date is none without it, and none in a longer text
 */
export function readDate(text: string, year?: number): WrittenDate | null {
  if (text.length > longestDate) return null;
  const plain = text.normalize('NFC');
  const found = one(plain, whole);
  if (found) return sharesWithAnother(found, plain) ? null : dateOf(found, plain, undefined);
  if (year === undefined || one(plain, String.raw`\d{4}`)) return null;
  const partial = one(plain, withoutYear);
  const date = partial && dateOf(partial, plain, year);
  return date?.alone ? date : null;
}

function one(text: string, pattern: string): RegExpExecArray | null {
  const matches = [...text.matchAll(new RegExp(String.raw`(?<![\d/])(?:${pattern})(?![\d/])`, 'giu'))];
  const [match] = matches;
  return match && matches.length === 1 && standsApart(...around(match, text), match.groups) ? match : null;
}

/** A time of day, before a date or behind it. */
const TIME_BEFORE = /(?<!\d)\d{1,2}(?::|\s?(?:h|g|giờ)\s?)\d{2}\s{1,3}$/iu;
const TIME_BEHIND = /^[T\s]\s{0,3}\d{1,2}(?::\d{2}|\s?(?:h|g|giờ)(?!\p{L}))/iu;
/** A number with its word, as in "Thứ 3"; not "ngày 1", which may go on. */
const COUNTED = /[\p{L}\p{M}](?<!ng[àa]y)[\s.]{1,3}\d{1,2}\s{1,3}$/iu;

const AND = '\\s{0,3}(?:[,;&+–-]|và|đến|hoặc)\\s{0,3}(?:ngày\\s{0,3})?';
/** Another day of the month, or of the year, that shares what stands behind the date or before it: "15, 16/02/2024". */
const DAY_BEFORE = new RegExp(`(?:(?:^|ngày\\s{0,3})\\d{1,2}|(?<![\\d/])\\d{1,2}/\\d{1,2})${AND}$`, 'iu');
const DAY_BEHIND = new RegExp(`^${AND}\\d{1,2}(?:/\\d{1,2})?\\s{0,3}(?:$|[,;.)])`, 'iu');
/** The number of a document, and then its day: "KH 25/2, 15/02/2024"; without "số" it may be an earlier day. */
const NUMBER_BEFORE =
  /(?<!\p{L})(?:(?<stated>số|so)|KH|NQ|CT|QĐ|CV|TB|HD|KL|kế hoạch|quyết định|công văn)[\s.:]{1,3}(?<number>\d{1,3})\/[1-9]\d?\s{0,3}[,;]\s{0,3}(?:ngày\s{0,3})?$/iu;

/** A day without a year beside one that has it: "15/02/2024 (lần 1), 20/03 (lần 2)"; the numbers of documents are none. */
const DAY_ALONE =
  /(?<![\d/.,-]|(?<!\p{L})(?:số|so|KH|NQ|CT|QĐ|CV|TB|HD|KL|kế hoạch|quyết định|công văn)[\s.:]{1,3})(?<day>0?[1-9]|[12]\d|3[01])\/(?<month>0?[1-9]|1[0-2])(?![\d/]|\s?[-–]\s?\p{L}|\p{L})/giu;

function sharesWithAnother(match: RegExpExecArray, text: string): boolean {
  const [before, behind] = around(match, text);
  const { d1, d2, d3, m1, m2, m3 } = match.groups ?? {};
  const [ownDay, ownMonth] = [Number(d1 ?? d2 ?? d3), Number(m1 ?? m2 ?? m3)];
  return [...`${before} ${behind}`.matchAll(DAY_ALONE)].some(
    ({ groups: { day, month } = {} }) => Number(day) !== ownDay || Number(month) !== ownMonth,
  );
}

function isNumbered(before: string, day: string | undefined): boolean {
  const { stated, number } = NUMBER_BEFORE.exec(before)?.groups ?? {};
  return stated !== undefined || Number(number) > Number(day);
}

/** A letter may be a digit, and so may what a space parts from the others: "l9/01/2024", "1 9/01/2024". */
function standsApart(
  before: string,
  behind: string,
  { d2, y2 }: RegExpExecArray['groups'] & {} = {},
): boolean {
  const isWhole = d2?.length === 2 && y2?.length === 4;
  const joined =
    (/[\p{L}\p{M}]$/u.test(before) && !/ngày$/iu.test(before)) ||
    /\d[.,-]$/.test(before) ||
    (/\d\s+$/.test(before) && !TIME_BEFORE.test(before) && !(isWhole && COUNTED.test(before)));
  const goesOn = /^(?:[\p{L}\p{M}]|[.,-]\d|\s+\d)/u.test(behind) && !TIME_BEHIND.test(behind);
  const sharesBefore = DAY_BEFORE.test(before) && !isNumbered(before, d2);
  return !joined && !goesOn && !sharesBefore && !DAY_BEHIND.test(behind);
}

function around({ index, 0: found }: RegExpExecArray, text: string): [before: string, behind: string] {
  return [text.slice(0, index), text.slice(index + found.length)];
}

const notOfTheDay = new RegExp(
  withOrWithoutMarks(
    '(?<=^| )(?:(?:dự kiến|chưa|sẽ)(?= |$)|(?:trước|sau|từ(?<!(?:^| )thứ tu)|đến|tới|hết|khoảng|chậm nhất|muộn nhất|cuối|đầu)(?: hết)?(?: ngày)?$)',
  ),
  'u',
);
/** A plan that is a document has a number or a subject; what is submitted is not issued. */
const notYetBehind = new RegExp(
  withOrWithoutMarks(
    '^(?:(?:theo|là|ngày|thời gian|đã|được|để|đang|còn|bản|năm) ){0,2}(?:(?:dự kiến|dự thảo|chưa|sẽ|chờ|trình|ước|trước(?! (?:thời )?hạn)|trở đi|trở về trước|đến nay|tới nay|hoặc)(?= |$)|(?:kế hoạch|chỉ tiêu)$)',
  ),
  'u',
);

/** "Ban hành ngày 15/02/2024 theo kế hoạch": a deed, as it was planned; in brackets it may be the plan's day. */
const DONE_BEFORE = new RegExp(withOrWithoutMarks('^(?:đã )?(?:được )?(?:ký )?ban hành(?: ngày)?$'), 'u');
const AS_PLANNED = new RegExp(withOrWithoutMarks('^theo (?:kế hoạch|chỉ tiêu)$'), 'u');
/** To whom it went once it was issued, if not to be signed yet. */
const SUBMITTED = new RegExp(
  withOrWithoutMarks(
    '^trình (?!(?:[^ ]{1,20} ){0,20}(?:ký|duyệt|phê|thẩm định|xem xét|thông qua|chấp thuận|ý kiến|dự thảo|chờ|lần)(?= |$))',
  ),
  'u',
);

function isVague(match: RegExpExecArray, text: string): boolean {
  const [before, behind] = around(match, text);
  const [wordsBefore, wordsBehind] = [foldKeepingMarks(before), foldKeepingMarks(behind)];
  const isDeed = DONE_BEFORE.test(wordsBefore) && !behind.includes('(');
  const isDone = isDeed && (AS_PLANNED.test(wordsBehind) || SUBMITTED.test(wordsBehind));
  return (
    notOfTheDay.test(wordsBefore) ||
    (notYetBehind.test(wordsBehind) && !isDone) ||
    /^\s*[?()]*\?/.test(behind)
  );
}

const notYet = new RegExp(withOrWithoutMarks('^chưa(?= |$)'), 'u');

/** "Chưa ban hành": there is no day yet. */
export function saysNotYet(text: string): boolean {
  return notYet.test(foldKeepingMarks(text));
}

function dateOf(match: RegExpExecArray, text: string, asked: number | undefined): WrittenDate | null {
  const { y1, m1, d1, y2, m2, d2, y3, m3, d3 } = match.groups ?? {};
  const stated = y1 ?? y2 ?? y3;
  const year =
    stated === undefined ? (asked ?? 0) : Number(stated) < 100 ? 2000 + Number(stated) : Number(stated);
  const [month, day] = [Number(m1 ?? m2 ?? m3), Number(d1 ?? d2 ?? d3)];
  const rest = fold(text.replace(match[0], ' ')).replace(/^ngay$/, '');
  const alone = rest === '' || /^0?0 0?0( 0?0)?$/.test(rest);
  const vague = isVague(match, text);
  const date = isoDate(year, month, day);
  if (date !== null) {
    const isPlain = y2?.length === 4 && /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(match[0]);
    return {
      date,
      alone,
      vague,
      written: stated === undefined ? 'without-year' : isPlain ? 'plain' : 'other',
    };
  }
  const swapped = y2?.length === 4 && day <= 12 ? isoDate(year, day, month) : null;
  return swapped === null ? null : { date: swapped, alone, vague, written: 'month-first' };
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** The day Excel counts as `serial` (1900 system), as `yyyy-mm-dd`. */
export function dateOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** `2024-02-20` → `20/02/2024`. */
export function writeDate(day: string): string {
  return day.split('-').reverse().join('/');
}
