/** Sentences that explain a deadline, so that nobody argues about "by" and "before". Days as `dd/mm/yyyy`. */
import type { Text } from '../vocabulary/text.ts';

export const deadlineWords = {
  by: (day: string): Text => ({
    vi: `Hạn nộp: hết ngày ${day}.`,
    en: `Due by the end of ${day}.`,
  }),
  /** Of a deadline that another has taken the place of. */
  first: (day: string): Text => ({
    vi: `Hạn ban đầu: hết ngày ${day}.`,
    en: `At first it was due by the end of ${day}.`,
  }),
  before: (day: string, last: string): Text => ({
    vi: `Hạn nộp: trước ngày ${day}, tức hết ngày ${last}.`,
    en: `Due before ${day}, that is by the end of ${last}.`,
  }),
  guidance: (day: string, reason: string): Text => ({
    vi: `Hạn nộp theo văn bản hướng dẫn (${reason}): hết ngày ${day}.`,
    en: `Due as the guidance says (${reason}): by the end of ${day}.`,
  }),
  awaiting: {
    vi: 'Hạn nộp: chưa ấn định, chờ văn bản hướng dẫn.',
    en: 'No date yet: the guidance has not come.',
  },
  extended: (day: string, reason: string): Text => ({
    vi: `Đơn vị được gia hạn đến hết ngày ${day} (${reason}).`,
    en: `The unit's time was extended to the end of ${day} (${reason}).`,
  }),
  prolonged: (hours: number, until: Text, reason: string): Text => ({
    vi: `Hạn nộp được lùi thêm ${hours} giờ, đến ${until.vi} (${reason}).`,
    en: `It was prolonged by ${hours} hour(s), to ${until.en} (${reason}).`,
  }),
  grace: (days: number): Text => ({
    vi: `Nộp trong ${days} ngày tiếp theo vẫn được tính là đúng hạn.`,
    en: `What comes within ${days} more day(s) is still on time.`,
  }),
} as const;
