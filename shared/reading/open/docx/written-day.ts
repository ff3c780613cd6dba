/** The days that content controls of dates show, held against those that their data holds. */

export interface WrittenDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** As data holds it, `2026-11-30T00:00:00Z`, or as people write it, the day first; null where it is no one day. */
export function writtenDay(text: string): WrittenDay | null {
  const stored = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  const [first = 0, second = 0, third = 0, ...more] = stored?.slice(1).map(Number) ?? numbersIn(text);
  if (more.length > 0) return null;
  if (first > 31) return dayOf(first, second, third);
  // The other way round only where it cannot be meant otherwise.
  return second > 12 ? dayOf(third, first, second) : dayOf(third, second, first);
}

/**
 * @param held what the data holds
 * @param shown may be a part of the day: "Tháng 11/2026", "2026"
 * @param told the day that the control says is shown
 */
export function isSameDay(held: string, shown: string, told: string | undefined): boolean {
  const day = writtenDay(held);
  if (!day) return false;
  const whole = writtenDay(shown);
  if (whole) return equals(day, whole);
  const numbers = numbersIn(shown);
  if (numbers.length === 0) {
    const said = told === undefined ? day : writtenDay(told);
    return shown.trim() !== '' && said !== null && equals(day, said);
  }
  // A number alone is a day's only where it is the year: else it is a figure.
  if (/^\s*\d+\s*$/.test(shown)) return numbers[0] === day.year;
  const parts = [day.year, day.year % 100, day.month, day.day];
  return numbers.every((number) => parts.includes(number));
}

function numbersIn(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

/** @param year two digits are those of this century */
function dayOf(year: number, month: number, day: number): WrittenDay | null {
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDay && year > 0 ? { year: year < 100 ? 2000 + year : year, month, day } : null;
}

function equals(one: WrittenDay, other: WrittenDay): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}
