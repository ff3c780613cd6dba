/** The words of deciding on the office's page: what is asked before, and told after. `{name}` marks what is filled in. */
import type { DecisionKind } from '../vocabulary/duty-states.ts';
import type { Text } from '../vocabulary/text.ts';
import { actionButtons, deviceLinks } from './page-first-view.ts';

type Words = Record<string, Text>;

/** A decision as a button, and what it does, before it is made. */
interface ActionWords {
  readonly button: Text;
  /** On the button that does it, where that is told otherwise than the way there. */
  readonly confirm?: Text;
  readonly question: Text;
  readonly consequence: Text;
}

export const actionWords = {
  extension: {
    button: actionButtons.extension,
    question: { vi: 'Gia hạn cho {who}?', en: 'Give {who} more time?' },
    consequence: {
      vi: 'Báo cáo gửi đến hết ngày này được tính là đúng hạn. Giờ nhận của tệp đã gửi không đổi.',
      en: 'A report until the end of that day is on time. The time of files that came stays as it is.',
    },
  },
  'extension-refusal': {
    button: actionButtons['extension-refusal'],
    question: { vi: 'Không đồng ý gia hạn cho {who}?', en: 'Refuse {who} more time?' },
    consequence: {
      vi: 'Hạn nộp giữ nguyên. Báo cáo gửi sau hạn vẫn được nhận và ghi là nộp muộn.',
      en: 'The deadline stays. A later report is taken, and noted as late.',
    },
  },
  return: {
    button: actionButtons.return,
    question: { vi: 'Trả lại tệp “{file}” của {who}?', en: 'Return “{file}” of {who}?' },
    consequence: {
      vi: 'Tệp không còn được tính, dù đã gửi mấy lần; một tệp khác được tiếp nhận trước đó (nếu có) được tính thay. Chính tệp ấy không gửi lại được.',
      en: 'The file no longer counts, however often it was sent; another one accepted before it, if any, does. The very same file is not taken again.',
    },
  },
  'exclude-version': {
    button: actionButtons['exclude-version'],
    question: { vi: 'Loại tệp “{file}” của {who} khỏi tổng hợp?', en: 'Leave “{file}” of {who} out?' },
    consequence: {
      vi: 'Tệp vẫn được lưu nhưng coi như chưa từng nộp, dù đã gửi mấy lần; một tệp khác được tiếp nhận trước đó (nếu có) được tính thay.',
      en: 'The file is kept, but as if it had never been sent, however often it was; another one accepted before it, if any, counts.',
    },
  },
  'exclude-unit': {
    button: actionButtons['exclude-unit'],
    question: { vi: 'Loại trừ {who} khỏi kỳ này?', en: 'Exclude {who} from this period?' },
    consequence: {
      vi: 'Đơn vị không phải nộp kỳ này, không bị nhắc và không tính vào tỷ lệ.',
      en: 'Nothing is owed, nobody is reminded, and the rate is counted without it.',
    },
  },
  'accept-late': {
    button: actionButtons['accept-late'],
    question: { vi: 'Chấp nhận báo cáo nộp muộn của {who}?', en: 'Accept the late report of {who}?' },
    consequence: {
      vi: 'Báo cáo vẫn ghi là nộp muộn, giờ nhận không đổi; lý do được ghi vào hồ sơ.',
      en: 'It stays late, and its time as it is; the reason goes on record.',
    },
  },
  waive: {
    button: actionButtons.waive,
    question: {
      vi: 'Tiếp nhận tệp “{file}” của {who} dù còn lỗi kiểm tra?',
      en: 'Waive the checks of “{file}” of {who}?',
    },
    consequence: {
      vi: 'Tệp được tính dù {count} phép kiểm không khớp. Từng lỗi được nêu trong bảng tổng hợp là đã miễn.',
      en: 'The file counts although {count} checks do not hold. The workbook names each as waived.',
    },
  },
  nil: {
    button: actionButtons.nil,
    question: {
      vi: 'Khai thay {who}: không phát sinh?',
      en: 'Declare for {who} that there is nothing to report?',
    },
    consequence: {
      vi: 'Đơn vị được tính là đã báo cáo. Tệp được tiếp nhận sau sẽ thay cho khai báo này.',
      en: 'The unit has filed. A report that is accepted later takes its place.',
    },
  },
  guidance: {
    button: actionButtons.guidance,
    confirm: { vi: 'Mở kỳ, nhận báo cáo', en: 'Open it, for reports' },
    question: { vi: 'Mở kỳ “{title}” theo văn bản hướng dẫn?', en: 'Open “{title}” by its guidance?' },
    consequence: {
      vi: 'Mọi đơn vị phải nộp đến hết ngày này và được báo ngay. Ghi số, ngày văn bản vào ô lý do.',
      en: 'Every unit owes it by the end of that day, and is told at once. Give the number and date as the reason.',
    },
  },
  'hold-reminders': {
    button: actionButtons['hold-reminders'],
    question: { vi: 'Tạm dừng thư nhắc {who}?', en: 'Hold reminders to {who} back?' },
    consequence: {
      vi: 'Không gửi thư nhắc về “{title}” đến hết ngày này, cả cho lãnh đạo đơn vị. Sau đó, nếu còn nợ, nhắc lại ở đợt kế tiếp của lịch. Hạn nộp và liên kết không đổi.',
      en: 'No reminder of “{title}” goes out until the end of that day, to heads neither. Then, if it is still owed, the next one of the schedule does. The deadline and the links stay.',
    },
  },
  undo: {
    button: actionButtons.undo,
    question: { vi: 'Thu hồi “{what}” của {who}?', en: 'Take back “{what}” of {who}?' },
    consequence: {
      vi: 'Tình trạng trở lại như chưa có quyết định ấy. Cả hai vẫn nằm trong hồ sơ.',
      en: 'Things stand as if it had not been decided. Both stay on record.',
    },
  },
} as const satisfies Record<
  Exclude<DecisionKind, 'extension-request' | 'prolong' | 'received-on'>,
  ActionWords
>;

/** As what a file that waits would be on record, said before the press. */
export const recordedAs = {
  'on-time': { vi: 'Tệp “{file}” sẽ ghi là nộp đúng hạn.', en: '“{file}” will be on record as in time.' },
  late: { vi: 'Tệp “{file}” sẽ ghi là nộp muộn.', en: '“{file}” will be on record as late.' },
} as const satisfies Words;

export const deciding = {
  ...deviceLinks,
  manyUnits: { vi: '{count} đơn vị', en: '{count} units' },
  everyUnit: { vi: 'tất cả các đơn vị', en: 'every unit' },
  reached: { vi: '{count} đơn vị:', en: '{count} units:' },
  andMore: { vi: 'và {count} đơn vị khác', en: 'and {count} more' },
  until: { vi: 'Đến hết ngày', en: 'Until the end of' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: { vi: 'Được ghi vào hồ sơ và báo cho đơn vị.', en: 'Goes on record, and the unit is told.' },
  mailOne: {
    vi: 'Thư báo gửi ngay tới {to}; thư đã gửi không thu lại được.',
    en: 'A mail goes to {to} at once, and cannot be called back.',
  },
  mailMany: {
    vi: '{count} thư báo gửi ngay, mỗi đơn vị một thư; thư đã gửi không thu lại được.',
    en: '{count} mails go out at once, one each, and cannot be called back.',
  },
  mailUndo: {
    vi: 'Thư báo quyết định trước đó không thu lại được: đơn vị nhận thêm thư báo thu hồi.',
    en: 'The mail about the earlier decision cannot be called back: the unit gets another that takes it back.',
  },
  mailAllTold: {
    vi: 'Mọi đơn vị đã nhận thư về quyết định ấy nhận ngay một thư báo thu hồi; thư đã gửi không thu lại được.',
    en: 'Every unit that was told of it gets a mail at once, which cannot be called back.',
  },
  goOn: { vi: 'Tiếp tục: nhận mã xác nhận', en: 'Go on: get a code to confirm' },
  untilDay: { vi: '{action} đến {day}', en: '{action} until {day}' },
  ofMany: { vi: '{action} ({count} đơn vị)', en: '{action} ({count} units)' },
  ofAll: { vi: '{action} cho tất cả các đơn vị', en: '{action} for every unit' },
  reasonMissing: { vi: 'Hãy ghi lý do.', en: 'Give a reason.' },
  dayMissing: { vi: 'Hãy chọn ngày.', en: 'Choose the day.' },
  running: { vi: 'Đang ghi {done}/{all}…', en: 'Recording {done} of {all}…' },
  codeTitle: { vi: 'Xác nhận bằng mã', en: 'Confirm with a code' },
  codeWhy: {
    vi: 'Liên kết có thể đã được chuyển cho người khác, nên muốn quyết định phải có mã gửi tới chính địa chỉ thư của bạn.',
    en: 'A link may have been passed on, so deciding takes a code that is mailed to your own address.',
  },
  codeSend: { vi: 'Gửi mã tới thư của tôi', en: 'Mail me a code' },
  codeSent: {
    vi: 'Đã gửi mã 6 chữ số tới {to}. Mã có hạn {minutes} phút.',
    en: 'A code of six digits went to {to}. It is good for {minutes} minutes.',
  },
  code: { vi: 'Mã 6 chữ số', en: 'The six digits' },
  codeConfirm: { vi: 'Xác nhận', en: 'Confirm' },
  codeConfirms: { vi: 'Xác nhận: {action}', en: 'Confirm: {action}' },
  codeAgain: { vi: 'Gửi mã khác', en: 'Mail another code' },
  codeNotKept: {
    vi: 'Mã đúng, nhưng trình duyệt này không giữ được quyền quyết định nên chưa ghi gì. Hãy cho phép cookie của trang này hoặc dùng trình duyệt khác, rồi gửi mã khác.',
    en: 'The code is right, but this browser does not keep the leave to decide, so nothing was decided. Allow this page its cookies or use another browser, then have another code mailed.',
  },
  codeMissing: { vi: 'Hãy nhập đủ 6 chữ số.', en: 'Enter all six digits.' },
  none: { vi: 'Chưa ghi quyết định nào.', en: 'Nothing was decided.' },
  done: { vi: 'Đã ghi quyết định cho {count} đơn vị.', en: 'Decided about {count} units.' },
  doneOne: { vi: 'Đã ghi quyết định. Đơn vị được báo bằng thư.', en: 'Decided. The unit is told by mail.' },
  refusedTitle: { vi: 'Không ghi được cho {count} đơn vị', en: 'Not decided about {count} units' },
  failed: {
    vi: 'Mất kết nối: chưa biết đã ghi hay chưa. Thử lại không ghi hai lần.',
    en: 'No answer came, so nobody knows. Trying again never decides twice.',
  },
  stopped: {
    vi: 'Đang ghi thì phải dừng: {why} Các đơn vị đã ghi vẫn giữ nguyên. Thử lại không ghi hai lần.',
    en: 'It had to stop half-way: {why} What is decided stays. Trying again never decides twice.',
  },
  tryAgain: { vi: 'Thử lại', en: 'Try again' },
  close: { vi: 'Đóng', en: 'Close' },
} as const satisfies Words;
