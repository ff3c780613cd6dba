/** By when the report goes to those above the office, and how many working days are left. */
import type { TimeLeft } from '../regime/calendar.ts';
import type { Text } from '../vocabulary/text.ts';

/** `day` is written as it is read. */
export function upwardUntil(whom: string, day: string, left: TimeLeft): Text {
  return {
    vi: `Gửi ${whom} chậm nhất hết ngày ${day}: ${leftWords(left).vi}.`,
    en: `It goes to ${whom} by the end of ${day}: ${leftWords(left).en}.`,
  };
}

export function leftWords({ when, workingDays: count }: TimeLeft): Text {
  if (when === 'on-the-day') return { vi: 'hôm nay là ngày cuối', en: 'today is the last day' };
  if (when === 'after')
    return count === 0
      ? { vi: 'đã quá hạn', en: 'overdue' }
      : { vi: `đã quá ${count} ngày làm việc`, en: `${count} working ${count === 1 ? 'day' : 'days'} over` };
  return count === 0
    ? { vi: 'sau hôm nay không còn ngày làm việc nào', en: 'no working day is left after today' }
    : {
        vi: `còn ${count} ngày làm việc`,
        en: `${count} working ${count === 1 ? 'day is' : 'days are'} left`,
      };
}
