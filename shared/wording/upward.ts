/** By when the report goes to those above the office, and how many working days are left. */
import type { Text } from '../vocabulary/text.ts';

/** `day` is written as it is read. */
export function upwardUntil(whom: string, day: string, left: number): Text {
  return {
    vi: `Gửi ${whom} chậm nhất hết ngày ${day}: ${leftWords(left).vi}.`,
    en: `It goes to ${whom} by the end of ${day}: ${leftWords(left).en}.`,
  };
}

export function leftWords(left: number): Text {
  if (left === 0) return { vi: 'hôm nay là ngày cuối', en: 'today is the last day' };
  if (left > 0)
    return {
      vi: `còn ${left} ngày làm việc`,
      en: `${left} working ${left === 1 ? 'day is' : 'days are'} left`,
    };
  return { vi: `đã quá ${-left} ngày làm việc`, en: `${-left} working ${left === -1 ? 'day' : 'days'} over` };
}
