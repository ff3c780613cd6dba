/** The words of the mails to come on the office's page. `{name}` marks what is filled in. */
import type { Text } from '../vocabulary/text.ts';
import { comingLinks } from './page-first-view.ts';

type Words = Record<string, Text>;

export const coming = {
  ...comingLinks,
  lead: {
    vi: 'Tính theo tình hình lúc này: đơn vị nộp rồi thì không còn được nhắc.',
    en: 'As things stand now: who files meanwhile is reminded no more.',
  },
  none: { vi: 'Không có thư nào.', en: 'There are none.' },
  to: { vi: '{count} thư: {to}', en: '{count} mails: {to}' },
  kept: { vi: 'Giữ lại {count} thư vì thư bị trả: {to}', en: '{count} kept, as mail comes back: {to}' },
  held: {
    vi: 'Văn phòng đã tạm dừng nhắc {count} đơn vị:',
    en: '{count} units are not reminded, by a decision of the office:',
  },
  heldUntil: { vi: '{unit}, đến hết ngày {until}', en: '{unit}, until the end of {until}' },
  heldFromOne: {
    vi: 'Vẫn được nhắc về báo cáo khác: {mails}.',
    en: 'Still reminded of another report: {mails}.',
  },
  alsoReminded: {
    vi: 'Vẫn được nhắc về các báo cáo khác còn nợ:',
    en: 'Still reminded of the other reports that are owed:',
  },
  alsoUnknown: {
    vi: 'Có thể còn nợ cả báo cáo khác, và vẫn được nhắc về báo cáo ấy: danh sách ở đây chưa đủ mọi đơn vị.',
    en: 'Some may owe other reports and be reminded of those: not every unit stands here.',
  },
  alsoHold: { vi: 'Tạm dừng nhắc cả các báo cáo này', en: 'Hold reminders of these back too' },
  remindAgain: { vi: 'Bỏ tạm dừng nhắc', en: 'Hold back no more' },
  remindAgainLabel: { vi: 'Bỏ tạm dừng nhắc {unit}', en: 'Hold {unit} back no more' },
  nextReminder: {
    vi: 'Lần nhắc kế tiếp theo lịch, nếu còn nợ:',
    en: 'The next reminder of the schedule, if it is still owed:',
  },
  noReminder: {
    vi: 'Lịch không còn lần nhắc nào sau đó.',
    en: 'The schedule has no reminder after that.',
  },
  stop: { vi: 'Tạm dừng nhắc một số đơn vị…', en: 'Hold some units back…' },
  stopWhom: { vi: 'Các đơn vị không nhắc', en: 'Units that are not to be reminded' },
  stopNobody: {
    vi: 'Chọn đơn vị ở trên để tạm dừng nhắc.',
    en: 'Choose above whom not to remind.',
  },
  stopMore: {
    vi: 'Các đơn vị khác: chọn trên bảng của kỳ báo cáo rồi bấm “Tạm dừng nhắc”.',
    en: 'Choose others on the board of the period, and press “Hold reminders back”.',
  },
  stopChosen: {
    vi: 'Tạm dừng nhắc {count} đơn vị về “{title}”',
    en: 'Hold reminders of “{title}” back from {count} units',
  },
  later: { vi: 'Xem {count} đợt thư sau hai tuần tới', en: 'Show {count} more, after the next two weeks' },
  unreminded: {
    vi: 'Theo chế độ không nhắc, chỉ thông báo mở kỳ: {whom}.',
    en: 'By the regime not reminded, but told when a period opens: {whom}.',
  },
  byHand: {
    vi: 'Không tự gửi tới {whom}: báo cáo chỉ đi khi Văn phòng phát hành bản đã ký.',
    en: 'Nothing goes to {whom} by itself: the office issues the signed report.',
  },
} as const satisfies Words;

export const comingKinds = {
  announcement: { vi: 'Thông báo mở kỳ', en: 'The period opens' },
  reminder: { vi: 'Nhắc đơn vị chưa nộp', en: 'Reminder to who has not filed' },
  chase: { vi: 'Danh sách đơn vị chưa nộp, gửi {to}', en: 'Who has not filed, to {to}' },
  interim: { vi: 'Số liệu tạm tính, gửi {to}', en: 'Interim figures, to {to}' },
  final: { vi: 'Dự thảo báo cáo, gửi {to}', en: 'The draft report, to {to}' },
} as const satisfies Words;

/** To whom a mail goes that is not sent to the registered address. */
export const comingWords = {
  head: { vi: '{name} (lãnh đạo đơn vị, {email})', en: '{name} (head of the unit, {email})' },
  contact: { vi: '{name} ({email})', en: '{name} ({email})' },
} as const satisfies Words;
