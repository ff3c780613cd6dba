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

/** What can be decided or mailed, as a button. */
export const actionButtons = {
  extension: { vi: 'Gia hạn', en: 'Give more time' },
  'extension-refusal': { vi: 'Không đồng ý gia hạn', en: 'Refuse more time' },
  return: { vi: 'Trả lại để chỉnh lý', en: 'Return for correction' },
  'exclude-version': { vi: 'Loại tệp này', en: 'Leave this file out' },
  'exclude-unit': { vi: 'Loại trừ đơn vị', en: 'Exclude the unit' },
  'accept-late': { vi: 'Chấp nhận nộp muộn', en: 'Accept the late report' },
  waive: { vi: 'Tiếp nhận dù còn lỗi kiểm tra', en: 'Waive the checks' },
  nil: { vi: 'Khai thay: không phát sinh', en: 'Declare nothing to report' },
  guidance: { vi: 'Nhập văn bản hướng dẫn', en: 'Enter the guidance' },
  'hold-reminders': { vi: 'Tạm dừng nhắc', en: 'Hold reminders back' },
  undo: { vi: 'Thu hồi', en: 'Take back' },
  reminder: { vi: 'Nhắc ngay', en: 'Remind now' },
} as const satisfies Record<string, Text>;

/** Of a device that may decide. */
export const deviceLinks = {
  deviceUntil: { vi: 'Máy này được quyết định đến {time}', en: 'This device may decide until {time}' },
  lock: { vi: 'Khóa quyền quyết định', en: 'Lock deciding' },
  lockFailed: {
    vi: 'Chưa chắc đã khóa. {why} Còn dòng này thì máy vẫn được quyết định: hãy bấm “Khóa quyền quyết định” lần nữa.',
    en: 'It may not be locked. {why} While this line stands, the device may still decide: press “Lock deciding” again.',
  },
  lockLabel: {
    vi: 'Khóa quyền quyết định trên mọi máy dùng liên kết này',
    en: 'Lock deciding on every device that uses this link',
  },
} as const satisfies Record<string, Text>;

/** The letter that the office itself signs. */
export const urging = {
  draft: { vi: 'Soạn công văn đôn đốc', en: 'Draft the letter to whoever owes' },
} as const satisfies Record<string, Text>;

/** An address at which nothing arrives. */
export const bouncedWords = {
  title: { vi: 'Thư gửi tới {address} bị trả lại', en: 'Mail to {address} does not arrive' },
  hard: {
    vi: 'Từ {since}, máy chủ thư báo không có địa chỉ này. Hệ thống giữ lại mọi thư gửi tới đó cho đến khi sửa xong.',
    en: 'Since {since} its server says that there is no such address. All mail to it is kept until it is mended.',
  },
  soft: {
    vi: 'Đến {since}, ba thư liền không đến được (hộp thư đầy hoặc máy chủ bận). Hệ thống giữ lại mọi thư gửi tới đó cho đến khi sửa xong.',
    en: 'By {since} three mails in a row did not arrive (a full box, a busy server). All mail to it is kept until it is mended.',
  },
  complaint: {
    vi: 'Lúc {since}, người nhận báo thư là thư rác. Hệ thống giữ lại mọi thư gửi tới đó; hãy gọi điện hỏi trước.',
    en: 'At {since} the reader called our mail spam. All mail to it is kept; call first.',
  },
  saidTitle: { vi: 'Chi tiết kỹ thuật', en: 'Technical details' },
  said: { vi: 'Máy chủ thư trả lời: {said}', en: 'Its server said: {said}' },
  mend: { vi: 'Địa chỉ này đã nhận được thư', en: 'Mail arrives again' },
} as const satisfies Record<string, Text>;
