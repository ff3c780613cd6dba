/** Days, months and quarters that a sentence names. */

/**
 * Whether the words name a month, a quarter or a day that begins after `day` (yyyy-mm-dd). Without a year they are of that
 * of `day`, and a span of months ("9 tháng") of those from its first on.
 */
export function namesDayAfter(text: string, day: string): boolean {
  return daysIn(text, day.slice(0, 4)).some((each) => each > day);
}

/**
 * Whether the words tell of a day from `from` to `to`. The day of somebody's document ("Kế hoạch số 148-KH/TU ngày …") is
 * no day on which anything was done.
 */
export function namesDayWithin(text: string, from: string, to: string): boolean {
  const told = text.replace(/(?<!\p{L})số\s\S{1,40}\s(?:ngày\s)?\d{1,2}[/-]\d{1,2}[/-]\d{4}/giu, '');
  return daysIn(told, to.slice(0, 4)).some((day) => day >= from && day <= to);
}

const quarters = ['i', 'ii', 'iii', 'iv'];

function daysIn(text: string, year: string): readonly string[] {
  const of = (given: string | undefined, month: number, day = 1) =>
    `${given ?? year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return [
    ...[...text.matchAll(/(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/gu)].map(([, day, month, given]) =>
      of(given, Number(month), Number(day)),
    ),
    ...[...text.matchAll(/(?<!\p{L})tháng\s0?(\d{1,2})(?:(?:\/|\snăm\s)(\d{4}))?(?![\d/])/giu)].map(
      ([, month, given]) => of(given, Number(month)),
    ),
    ...[...text.matchAll(/(?<!\p{L})quý\s(IV|I{1,3}|[1-4])(?:(?:\/|\snăm\s)(\d{4}))?(?![\p{L}\d])/giu)].map(
      ([, quarter = '', given]) => {
        const at = quarters.indexOf(quarter.toLocaleLowerCase('vi'));
        return of(given, 3 * (at < 0 ? Number(quarter) - 1 : at) + 1);
      },
    ),
  ];
}
