/** The words of the page for what the office mails at a press, and for mail that does not arrive. */
import type { Text } from '../vocabulary/text.ts';
import { actionButtons } from './page-first-view.ts';

const notTwice = {
  vi: 'Mất kết nối: chưa biết đã gửi hay chưa. Thử lại không gửi hai lần.',
  en: 'No answer came, so nobody knows. Trying again never mails twice.',
};
const kept = {
  vi: 'Được ghi vào ghi chú của văn phòng; đơn vị không thấy.',
  en: 'Goes into the office’s notes; the unit does not see it.',
};
const stopped = {
  vi: 'Đang gửi thì phải dừng: {why} Thư đã gửi không thu lại được.',
  en: 'It had to stop half-way: {why} What was mailed cannot be called back.',
};
const refusedTitle = { vi: 'Không gửi được cho {count} đơn vị', en: 'Not mailed to {count} units' };

/** A press as a button, what comes of it and whom it reaches, and what came of it. */
export const mailingWords = {
  reminder: {
    button: actionButtons.reminder,
    question: { vi: 'Nhắc {who} nộp báo cáo?', en: 'Remind {who} of the report?' },
    consequence: {
      vi: 'Thư nhắc có liên kết và hạn nộp. Mỗi đơn vị mỗi ngày nhiều nhất một thư nhắc; đơn vị không còn nợ thì không gửi.',
      en: 'The reminder holds the link and the deadline. Each unit gets one a day at most; who does not owe gets none.',
    },
    hint: {
      vi: 'Được ghi trong thư nhắc và trong ghi chú của văn phòng.',
      en: 'Stands in the reminder and in the office’s notes.',
    },
    mailOne: {
      vi: 'Thư nhắc gửi ngay tới {to}; thư đã gửi không thu lại được.',
      en: 'The reminder goes to {to} at once, and cannot be called back.',
    },
    mailMany: {
      vi: '{count} thư nhắc gửi ngay, mỗi đơn vị một thư, tới địa chỉ đã đăng ký; thư đã gửi không thu lại được.',
      en: '{count} reminders go at once, one each, to the registered addresses, and cannot be called back.',
    },
    none: { vi: 'Chưa gửi thư nhắc nào.', en: 'No reminder was sent.' },
    doneOne: { vi: 'Đã gửi thư nhắc.', en: 'The reminder is on its way.' },
    done: { vi: 'Đã gửi thư nhắc tới {count} đơn vị.', en: '{count} units are reminded.' },
    refusedTitle: { vi: 'Không nhắc {count} đơn vị', en: '{count} units are not reminded' },
    failed: notTwice,
    stopped,
  },
  link: {
    button: { vi: 'Gửi liên kết mới', en: 'Send a new link' },
    question: { vi: 'Gửi liên kết mới cho {who}?', en: 'Send {who} a new link?' },
    consequence: {
      vi: 'Liên kết mới chỉ gửi tới địa chỉ đã đăng ký. Các liên kết cũ vẫn dùng được đến khi hết hạn.',
      en: 'The new link goes to the registered address alone. Those of before work until they run out.',
    },
    hint: kept,
    mailOne: {
      vi: 'Thư có liên kết gửi ngay tới {to}; thư đã gửi không thu lại được.',
      en: 'A mail with the link goes to {to} at once, and cannot be called back.',
    },
    mailMany: {
      vi: '{count} thư có liên kết gửi ngay, mỗi đơn vị một thư; thư đã gửi không thu lại được.',
      en: '{count} mails with a link go out at once, one each, and cannot be called back.',
    },
    none: { vi: 'Chưa gửi liên kết nào.', en: 'No link was sent.' },
    doneOne: { vi: 'Đã gửi liên kết mới.', en: 'The new link is on its way.' },
    done: {
      vi: 'Đã gửi liên kết mới tới {count} đơn vị.',
      en: 'New links are on their way to {count} units.',
    },
    refusedTitle,
    failed: {
      vi: 'Mất kết nối: chưa biết đã gửi hay chưa. Thử lại có thể gửi thêm một liên kết.',
      en: 'No answer came, so nobody knows. Trying again may send another link.',
    },
    stopped,
  },
  mended: {
    none: { vi: 'Chưa ghi gì.', en: 'Nothing was noted.' },
    button: { vi: 'Địa chỉ này đã nhận được thư', en: 'Mail arrives again' },
    question: {
      vi: 'Địa chỉ này của {who} đã nhận được thư?',
      en: 'Does mail arrive at this address of {who}?',
    },
    consequence: {
      vi: 'Dùng khi hộp thư đã được sửa (đầy, bị khóa, bị chặn). Thư tiếp theo đến nơi thì coi như đã sửa xong; nếu lại bị trả, văn phòng được báo lại.',
      en: 'For when the mailbox was mended (full, locked, blocked). The next mail that arrives proves it; if it comes back, the office is told again.',
    },
    hint: { vi: 'Được ghi vào hồ sơ của văn phòng.', en: 'Goes on the office’s record.' },
    mailOne: {
      vi: 'Các thư đang giữ lại được gửi ngay tới {to}; thư đã gửi không thu lại được.',
      en: 'The mails that were kept go to {to} at once, and cannot be called back.',
    },
    mailMany: {
      vi: 'Các thư đang giữ lại được gửi ngay; thư đã gửi không thu lại được.',
      en: 'The mails that were kept go out at once, and cannot be called back.',
    },
    doneOne: {
      vi: 'Đã ghi. Các thư đang giữ lại được gửi đi.',
      en: 'Noted. The mails that were kept are on their way.',
    },
    done: { vi: 'Đã ghi cho {count} đơn vị.', en: 'Noted for {count} units.' },
    refusedTitle,
    failed: notTwice,
    stopped,
  },
} as const satisfies Record<string, Record<string, Text>>;

/** Whom a mail will not reach, said before the press. */
export const keptWords = {
  looking: { vi: 'Đang xem thư sẽ tới những đơn vị nào…', en: 'Looking whom the mail will reach…' },
  chosen: { vi: 'các đơn vị đã chọn', en: 'the units chosen' },
  unknown: {
    vi: 'Chưa biết thư sẽ tới những đơn vị nào; gửi xong mới rõ từng đơn vị. Thư đã gửi không thu lại được.',
    en: 'Whom the mail will reach is not known; the press itself tells of each. No mail can be called back.',
  },
  title: { vi: 'Hôm nay không gửi được cho {count} đơn vị', en: '{count} units cannot be mailed to today' },
  nobody: { vi: 'Hôm nay không gửi được thư nào', en: 'No mail would go today' },
  send: { vi: 'Gửi {count} thư nhắc', en: 'Send {count} reminders' },
  why: {
    REMINDED_TODAY: {
      vi: 'Đã nhắc hôm nay lúc {time}; mỗi ngày nhiều nhất một thư. Gọi điện hoặc tự viết thư:',
      en: 'Reminded today at {time}, and once a day at most. Call, or write yourself:',
    },
    NOT_OWING: {
      vi: 'Không còn nợ kỳ này:',
      en: 'Owe this period no more:',
    },
    REMINDERS_HELD: {
      vi: 'Văn phòng đã tạm dừng nhắc; muốn nhắc thì thu hồi quyết định ấy trên trang đơn vị:',
      en: 'Reminders are held back by the office; take that back on the unit’s page to remind:',
    },
    ADDRESS_BOUNCED: {
      vi: 'Thư bị trả lại, hệ thống không gửi tới; hãy mở trang đơn vị để đổi địa chỉ:',
      en: 'Mail comes back, and none is sent; open the unit’s page to change the address:',
    },
    LINKS_STOPPED: {
      vi: 'Liên kết đã bị thu hồi, chỉ quản trị cấp lại được:',
      en: 'Links were revoked; an admin alone can give one again:',
    },
  },
} as const satisfies Record<string, Text | Record<string, Text>>;

/** A reminder as it would go, before the press. */
export const previewWords = {
  open: { vi: 'Xem trước: gửi tới đâu, thư viết gì', en: 'Look first: to whom, and what it says' },
  to: { vi: 'Gửi tới {count} địa chỉ đã đăng ký:', en: 'To {count} registered addresses:' },
  which: { vi: 'Thư gửi', en: 'The mail to' },
  looking: { vi: 'Đang viết thư mẫu…', en: 'Writing it…' },
} as const satisfies Record<string, Text>;

/** Of a unit that a reminder went to today. */
export const remindedWords = {
  today: {
    vi: 'Đã nhắc hôm nay ({time}); mỗi ngày nhiều nhất một thư nhắc.',
    en: 'Reminded today ({time}); one reminder a day at most.',
  },
} as const satisfies Record<string, Text>;
