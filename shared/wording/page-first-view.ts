/** What the office's first view says of what comes after it with words of its own. `{name}` marks what is filled in. */
import type { Text } from '../vocabulary/text.ts';

/** Of a report's issue. */
export const issueLinks = {
  open: { vi: 'Phát hành báo cáo', en: 'Issue the report' },
  issuedNow: {
    vi: 'Hồ sơ phát hành, lập bản thay thế',
    en: 'What was issued, and what may replace it',
  },
  view: { vi: 'Xem dự thảo, hồ sơ phát hành', en: 'The draft, and what was issued' },
  downloadSigned: { vi: 'Tải bản đã ký', en: 'Download the signed report' },
} as const satisfies Record<string, Text>;

/** Of hours given for an interruption. */
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

/** Of what the office changes in the regime. */
export const amendLinks = {
  changeContact: { vi: 'Đổi email, điện thoại', en: 'Change mail or telephone' },
  addPhone: { vi: 'Ghi số điện thoại', en: 'Enter its number' },
  openDuty: { vi: 'Giao báo cáo đột xuất', en: 'Ask for another report' },
  list: { vi: 'Thay đổi do Văn phòng tự ghi ({count})', en: 'What the office changed itself ({count})' },
  dutyOpened: { vi: 'Báo cáo đột xuất “{title}” ({period})', en: 'The report “{title}” ({period})' },
  contactChanged: { vi: '{unit} nhận thư tại {email}', en: '{unit} is reached at {email}' },
  phoneChanged: { vi: '{unit}: điện thoại {phone}', en: '{unit}: telephone {phone}' },
  phoneRemoved: { vi: '{unit}: bỏ số điện thoại', en: '{unit}: telephone number removed' },
  undo: { vi: 'Thu hồi', en: 'Take back' },
  restore: { vi: 'Khôi phục', en: 'Restore' },
  takenBack: { vi: '(đã thu hồi)', en: '(taken back)' },
} as const satisfies Record<string, Text>;

/** Of the mails to come. */
export const comingLinks = {
  title: { vi: 'Thư hệ thống sẽ tự gửi trong 90 ngày tới', en: 'Mails of the next 90 days' },
} as const satisfies Record<string, Text>;
