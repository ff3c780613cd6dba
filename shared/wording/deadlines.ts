/** Sentences that explain a deadline, so that nobody argues about "by" and "before". Days as `dd/mm/yyyy`. */
import type { Text } from './text.ts';

export const deadlineWords = {
  by: (day: string): Text => ({
    vi: `Hạn gửi: ngày ${day}, tính đến hết ngày hôm đó (23 giờ 59 phút 59 giây).`,
    en: `Due by ${day}: the whole of that day still counts (until 23:59:59).`,
  }),
  before: (day: string, last: string): Text => ({
    vi: `Hạn gửi: trước ngày ${day}, tức hết ngày ${last} (23 giờ 59 phút 59 giây).`,
    en: `Due before ${day}: the last moment is the end of ${last} (23:59:59).`,
  }),
  guidance: (day: string, reason: string): Text => ({
    vi: `Hạn gửi theo văn bản hướng dẫn (${reason}): hết ngày ${day}.`,
    en: `Due as the guidance says (${reason}): by the end of ${day}.`,
  }),
  awaiting: {
    vi: 'Chưa có hạn gửi: chờ văn bản hướng dẫn.',
    en: 'No date yet: the guidance has not come.',
  },
  extended: (day: string, reason: string): Text => ({
    vi: `Đơn vị được gia hạn đến hết ngày ${day} (${reason}).`,
    en: `The unit's time was extended to the end of ${day} (${reason}).`,
  }),
  grace: (days: number): Text => ({
    vi: `Gửi trong ${days} ngày tiếp theo vẫn được tính là đúng hạn.`,
    en: `What comes within ${days} more day(s) is still on time.`,
  }),
} as const;
