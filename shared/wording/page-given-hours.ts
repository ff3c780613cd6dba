/** What the board says of hours given for an interruption; the rest comes with the dialog that gives them. */
import type { Text } from '../vocabulary/text.ts';

export const givenHours = {
  open: { vi: 'Lùi hạn do gián đoạn…', en: 'More hours after an interruption…' },
  given: { vi: 'Đã lùi hạn và còn hiệu lực', en: 'Given before, and in force' },
  press: {
    vi: '{hours} giờ cho {count} đơn vị, ghi lúc {time}',
    en: '{hours} hours for {count} units, at {time}',
  },
  undo: { vi: 'Thu hồi cho cả {count} đơn vị', en: 'Take back of all {count} units' },
  undone: { vi: 'lùi hạn {hours} giờ', en: '{hours} more hours' },
} as const satisfies Record<string, Text>;
