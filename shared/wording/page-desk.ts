/** The words of the office's desk on the page: the board, one unit's page, deciding. `{name}` marks what is filled in. */
import type { DecisionKind } from '../vocabulary/duty-states.ts';
import type { Text } from '../vocabulary/text.ts';

type Words = Record<string, Text>;

export const board = {
  periods: { vi: 'Kỳ báo cáo', en: 'Periods' },
  everyPeriod: { vi: 'Tất cả các kỳ', en: 'All periods' },
  headDue: { vi: 'hạn {day}', en: 'due {day}' },
  share: { vi: 'đã nộp {filed}/{all}', en: '{filed}/{all} filed' },
  awaitingPeriods: { vi: 'Kỳ chờ hướng dẫn', en: 'Periods that await guidance' },
  everyPeriodLead: {
    vi: 'Mỗi dòng một đơn vị, mỗi cột một kỳ. Bấm vào ô để mở trang của đơn vị.',
    en: 'One line a unit, one column a period. Press a field to open the unit’s page.',
  },
  everyPeriodPart: {
    vi: 'Ở đây chỉ có {count} đơn vị đầu; các đơn vị khác xem ở từng kỳ.',
    en: 'Only the first {count} units stand here; the others stand under each period.',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  state: { vi: 'Tình trạng', en: 'Status' },
  facts: { vi: 'Chi tiết', en: 'Details' },
  filter: { vi: 'Lọc theo tình trạng', en: 'Filter' },
  search: { vi: 'Tìm đơn vị', en: 'Find a unit' },
  searchHint: { vi: 'tên hoặc mã', en: 'name or code' },
  sort: { vi: 'Sắp xếp', en: 'Sort' },
  sortByNeed: { vi: 'Cần xử lý trước', en: 'What needs you first' },
  sortByName: { vi: 'Theo tên', en: 'By name' },
  sortByTime: { vi: 'Mới nộp trước', en: 'Filed last first' },
  shown: { vi: 'Hiện {shown}/{all} đơn vị', en: '{shown} of {all} units' },
  shownOf: { vi: ': {what}', en: ': {what}' },
  partly: {
    vi: 'Mới tải được {count} đơn vị, đang tải tiếp: số đếm ở các nút lọc chưa đủ, chưa quyết định chung được.',
    en: '{count} units so far, the others are on their way: what the filters count is not complete, and nothing can be decided for many at once.',
  },
  nobody: { vi: 'Không có đơn vị nào như vậy.', en: 'No unit is like that.' },
  more: { vi: 'Xem thêm {count} đơn vị', en: 'Show {count} more units' },
  pickAll: { vi: 'Chọn cả {count} đơn vị đang lọc', en: 'Choose all {count} units of this filter' },
  pick: { vi: 'Chọn {unit}', en: 'Choose {unit}' },
  picked: { vi: 'Đã chọn {count} đơn vị', en: '{count} units chosen' },
  copyAddresses: { vi: 'Sao chép địa chỉ', en: 'Copy the addresses' },
  copied: { vi: 'Đã sao chép.', en: 'Copied.' },
  notCopied: {
    vi: 'Trình duyệt không cho sao chép. Địa chỉ: {addresses}',
    en: 'The browser does not let the page copy. The addresses: {addresses}',
  },
  unpick: { vi: 'Bỏ chọn', en: 'Choose none' },
  open: { vi: 'Mở trang của {unit}', en: 'Open the page of {unit}' },
  asked: { vi: 'Xin gia hạn đến {until}', en: 'Asks for time until {until}' },
  bounced: { vi: 'Thư bị trả lại từ', en: 'Mail comes back since' },
  reminded: { vi: 'Đã nhắc {time}', en: 'Reminded {time}' },
  remindedWaits: {
    vi: 'Thư nhắc lúc {time} đang chờ gửi',
    en: 'The reminder of {time} waits to be sent',
  },
  noPhone: { vi: 'Chưa có số điện thoại', en: 'No telephone number yet' },
  remindedComing: { vi: 'Lần nhắc gần nhất: đang xem…', en: 'Looking when it was reminded last…' },
  remindedUnknown: {
    vi: 'Lần nhắc gần nhất: chưa biết.',
    en: 'When it was reminded last is not known.',
  },
  held: {
    vi: 'Không nhắc về báo cáo này đến hết {until}',
    en: 'No reminders of this report until the end of {until}',
  },
  ownDue: { vi: 'Hạn riêng: {due}', en: 'Its own deadline: {due}' },
  enterGuidance: { vi: 'Nhập văn bản hướng dẫn', en: 'Enter the guidance' },
  reports: { vi: 'Báo cáo tổng hợp', en: 'Consolidated reports' },
  notOwed: { vi: 'không phải nộp', en: 'owes none' },
  updates: { vi: 'Trang tự cập nhật mỗi phút.', en: 'The page updates itself each minute.' },
} as const satisfies Words;

/** A reminder that reached nobody. */
export const notReminded = {
  returned: {
    vi: 'Thư nhắc {time} bị trả lại, đơn vị không nhận được',
    en: 'The reminder of {time} came back: nobody got it',
  },
  withheld: {
    vi: 'Thư nhắc {time} chưa gửi, chờ sửa địa chỉ',
    en: 'The reminder of {time} is kept until the address is mended',
  },
} as const satisfies Words;

export const filterWords = {
  all: { vi: 'Tất cả', en: 'All' },
  owing: { vi: 'Còn nợ', en: 'Owing' },
  asked: { vi: 'Xin gia hạn', en: 'Asked for time' },
  rejected: { vi: 'Tệp chưa dùng được', en: 'File not usable' },
  extended: { vi: 'Được gia hạn', en: 'Given more time' },
  bounced: { vi: 'Thư bị trả', en: 'Mail comes back' },
  late: { vi: 'Nộp muộn', en: 'Late' },
  filed: { vi: 'Đã nộp, đã khai', en: 'Filed' },
} as const satisfies Words;

export const toDo = {
  title: { vi: 'Việc cần xử lý', en: 'To do' },
  titleForReaders: { vi: 'Việc chờ Văn phòng xử lý', en: 'What the office has to do' },
  failed: {
    vi: 'Chưa tải được danh sách việc, nên chưa biết có việc nào đang chờ hay không. {why}',
    en: 'The list could not be loaded, so nobody knows yet whether anything waits. {why}',
  },
  old: {
    vi: 'Chưa tải được danh sách mới; dưới đây là danh sách của lần trước. {why}',
    en: 'The list could not be loaded again; this is the one of before. {why}',
  },
  nothing: { vi: 'Không có việc nào đang chờ.', en: 'Nothing waits for you.' },
  more: { vi: 'Còn {count} việc khác', en: '{count} more' },
  beyond: {
    vi: 'Còn {count} việc khác không hiện ở đây: dùng các nút lọc của bảng bên dưới, hoặc xử lý bớt các việc trên.',
    en: '{count} more do not stand here: use the filters of the board below, or deal with some of these first.',
  },
  look: { vi: 'Xem', en: 'Look' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  mendAddress: { vi: 'Sửa địa chỉ', en: 'Mend the address' },
  lookAtFile: { vi: 'Xem tệp', en: 'Look at the file' },
  upward: {
    vi: 'Gửi {whom} chậm nhất hết ngày {until}: báo cáo chưa phát hành',
    en: 'It goes to {whom} by the end of {until}, and is not issued yet',
  },
  openIssue: { vi: 'Mở trang phát hành', en: 'Open the issue' },
  request: { vi: '{unit} xin gia hạn đến {until}', en: '{unit} asks for time until {until}' },
  bounced: { vi: 'Thư gửi {unit} bị trả lại', en: 'Mail to {unit} does not arrive' },
  swapped: {
    vi: '{unit} gửi nhầm tệp của {other}, là báo cáo còn thiếu',
    en: '{unit} sent the file of {other}, which is missing',
  },
  rejected: { vi: 'Tệp của {unit} bị từ chối tiếp nhận', en: 'The file of {unit} was rejected' },
  unreadable: { vi: 'Tệp của {unit} chưa đọc được số liệu', en: 'The file of {unit} could not be read' },
  copied: {
    vi: 'Báo cáo của {unit} giống hệt, hoặc gần như giống hệt, của {other}',
    en: 'The report of {unit} is the same, or nearly the same, as that of {other}',
  },
  totals: {
    vi: 'Số liệu của {unit} trùng với số tổng hợp của cả Sở',
    en: 'The figures of {unit} are the totals of the consolidated report',
  },
  outlier: { vi: 'Số liệu của {unit} khác thường', en: 'A figure of {unit} is unusual' },
  stale: {
    vi: 'Báo cáo đã phát hành không còn khớp: từ sau khi lập dự thảo đã có bản nộp hoặc quyết định mới',
    en: 'The issued report no longer says what counts: something was filed or decided since its draft',
  },
  'stale-draft': {
    vi: 'Dự thảo báo cáo không còn khớp: sau khi lập đã có bản nộp hoặc quyết định mới',
    en: 'The draft of the report no longer says what counts: something was filed or decided since',
  },
} as const satisfies Words;

export const unitFile = {
  back: { vi: 'Về bảng theo dõi', en: 'Back to the board' },
  contact: { vi: 'Liên hệ', en: 'Contact' },
  clerk: { vi: 'Chuyên viên', en: 'Clerk' },
  head: { vi: 'Lãnh đạo đơn vị', en: 'Head of the unit' },
  asks: { vi: 'Đơn vị xin gia hạn đến hết {until}', en: 'The unit asks for time until {until}' },
  grant: { vi: 'Đồng ý gia hạn', en: 'Grant it' },
  refuse: { vi: 'Không đồng ý', en: 'Refuse it' },
  remindAgain: { vi: 'Bỏ tạm dừng nhắc', en: 'Hold reminders back no more' },
  actions: { vi: 'Xử lý', en: 'What can be done' },
  readsOnly: {
    vi: 'Liên kết này chỉ để xem: quyết định thuộc người được giao trong văn phòng.',
    en: 'This link only looks: deciding is for whom the office named.',
  },
  files: { vi: 'Các tệp đã gửi', en: 'Files sent' },
  noFiles: { vi: 'Đơn vị chưa gửi tệp nào.', en: 'The unit has sent no file.' },
  download: { vi: 'Tải tệp', en: 'Download' },
  annotated: { vi: 'Tải tệp đã ghi chú lỗi', en: 'Download with findings noted' },
  active: {
    vi: 'Tệp này có {what}, có thể tự chạy khi mở. Chỉ mở nếu biết chắc nguồn gốc, và không bật nội dung bị chặn.',
    en: 'This file holds {what}, which may act by itself. Open it only if you know where it comes from, and enable nothing.',
  },
  unexamined: {
    vi: 'Hệ thống chưa kiểm tra được nội dung tệp này, nên không biết trong tệp có gì tự chạy khi mở hay không. Chỉ mở nếu biết chắc nguồn gốc, và không bật nội dung bị chặn.',
    en: 'The content of this file was not examined, so nobody knows whether anything in it acts by itself. Open it only if you know where it comes from, and enable nothing.',
  },
  downloadAnyway: { vi: 'Vẫn tải tệp', en: 'Download all the same' },
  showVerdict: { vi: 'Xem kết quả và số liệu', en: 'Show verdict and figures' },
  hideVerdict: { vi: 'Ẩn kết quả', en: 'Hide the verdict' },
  record: { vi: 'Khai báo và quyết định', en: 'Declarations and decisions' },
  noRecord: { vi: 'Chưa có khai báo hay quyết định nào.', en: 'Nothing was declared or decided.' },
  by: { vi: '{who}, {time}', en: '{who}, {time}' },
  change: { vi: 'Từ “{before}” thành “{after}”', en: 'From “{before}” to “{after}”' },
  dueMoved: { vi: 'Hạn nộp: từ {before} thành {after}', en: 'Due: from {before} to {after}' },
  takenBack: { vi: 'Đã thu hồi', en: 'Taken back' },
  undo: { vi: 'Thu hồi', en: 'Take back' },
  notes: { vi: 'Ghi chú của văn phòng', en: 'The office’s notes' },
  notesLead: { vi: 'Đơn vị không thấy phần này.', en: 'The unit does not see these.' },
  noteLabel: { vi: 'Ghi chú mới', en: 'New note' },
  noteHint: { vi: 'Ví dụ: đã gọi 14h, hẹn chiều gửi.', en: 'Called at 2: coming today.' },
  noteAdd: { vi: 'Lưu ghi chú', en: 'Keep the note' },
  mails: { vi: 'Thư gửi cho đơn vị', en: 'Mails to the unit' },
  noMails: { vi: 'Chưa có thư nào về kỳ này.', en: 'No mail about this period yet.' },
  sentTo: { vi: 'tới {to}', en: 'to {to}' },
  registered: { vi: 'tới địa chỉ đăng ký lúc đó', en: 'to the address registered then' },
  told: { vi: 'Báo: {what}', en: 'Told: {what}' },
  mailAgain: { vi: 'có thể đã đến hai lần', en: 'may have come twice' },
} as const satisfies Words;

export const mailWords = {
  verdict: { vi: 'Kết quả nhận tệp', en: 'Verdict on a file' },
  decision: { vi: 'Báo quyết định, khai báo', en: 'A decision or a declaration' },
  announcement: { vi: 'Mở kỳ báo cáo', en: 'The period has opened' },
  reminder: { vi: 'Nhắc nộp', en: 'Reminder' },
} as const satisfies Words;

export const mailStateWords = {
  pending: { vi: 'chờ gửi', en: 'waits' },
  leased: { vi: 'đang gửi', en: 'on its way' },
  sent: { vi: 'đã gửi', en: 'sent' },
  returned: { vi: 'bị trả lại', en: 'came back' },
  superseded: { vi: 'không cần gửi nữa', en: 'no longer needed' },
  withheld: { vi: 'giữ lại, chờ sửa địa chỉ', en: 'kept until the address is mended' },
} as const satisfies Words;

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
    button: { vi: 'Gia hạn', en: 'Give more time' },
    question: { vi: 'Gia hạn cho {who}?', en: 'Give {who} more time?' },
    consequence: {
      vi: 'Báo cáo gửi đến hết ngày này được tính là đúng hạn. Giờ nhận của tệp đã gửi không đổi.',
      en: 'A report until the end of that day is on time. The time of files that came stays as it is.',
    },
  },
  'extension-refusal': {
    button: { vi: 'Không đồng ý gia hạn', en: 'Refuse more time' },
    question: { vi: 'Không đồng ý gia hạn cho {who}?', en: 'Refuse {who} more time?' },
    consequence: {
      vi: 'Hạn nộp giữ nguyên. Báo cáo gửi sau hạn vẫn được nhận và ghi là nộp muộn.',
      en: 'The deadline stays. A later report is taken, and noted as late.',
    },
  },
  return: {
    button: { vi: 'Trả lại để chỉnh lý', en: 'Return for correction' },
    question: { vi: 'Trả lại tệp “{file}” của {who}?', en: 'Return “{file}” of {who}?' },
    consequence: {
      vi: 'Tệp không còn được tính, dù đã gửi mấy lần; một tệp khác được tiếp nhận trước đó (nếu có) được tính thay. Chính tệp ấy không gửi lại được.',
      en: 'The file no longer counts, however often it was sent; another one accepted before it, if any, does. The very same file is not taken again.',
    },
  },
  'exclude-version': {
    button: { vi: 'Loại tệp này', en: 'Leave this file out' },
    question: { vi: 'Loại tệp “{file}” của {who} khỏi tổng hợp?', en: 'Leave “{file}” of {who} out?' },
    consequence: {
      vi: 'Tệp vẫn được lưu nhưng coi như chưa từng nộp, dù đã gửi mấy lần; một tệp khác được tiếp nhận trước đó (nếu có) được tính thay.',
      en: 'The file is kept, but as if it had never been sent, however often it was; another one accepted before it, if any, counts.',
    },
  },
  'exclude-unit': {
    button: { vi: 'Loại trừ đơn vị', en: 'Exclude the unit' },
    question: { vi: 'Loại trừ {who} khỏi kỳ này?', en: 'Exclude {who} from this period?' },
    consequence: {
      vi: 'Đơn vị không phải nộp kỳ này, không bị nhắc và không tính vào tỷ lệ.',
      en: 'Nothing is owed, nobody is reminded, and the rate is counted without it.',
    },
  },
  'accept-late': {
    button: { vi: 'Chấp nhận nộp muộn', en: 'Accept the late report' },
    question: { vi: 'Chấp nhận báo cáo nộp muộn của {who}?', en: 'Accept the late report of {who}?' },
    consequence: {
      vi: 'Báo cáo vẫn ghi là nộp muộn, giờ nhận không đổi; lý do được ghi vào hồ sơ.',
      en: 'It stays late, and its time as it is; the reason goes on record.',
    },
  },
  waive: {
    button: { vi: 'Tiếp nhận dù còn lỗi kiểm tra', en: 'Waive the checks' },
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
    button: { vi: 'Khai thay: không phát sinh', en: 'Declare nothing to report' },
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
    button: { vi: 'Nhập văn bản hướng dẫn', en: 'Enter the guidance' },
    confirm: { vi: 'Mở kỳ, nhận báo cáo', en: 'Open it, for reports' },
    question: { vi: 'Mở kỳ “{title}” theo văn bản hướng dẫn?', en: 'Open “{title}” by its guidance?' },
    consequence: {
      vi: 'Mọi đơn vị phải nộp đến hết ngày này và được báo ngay. Ghi số, ngày văn bản vào ô lý do.',
      en: 'Every unit owes it by the end of that day, and is told at once. Give the number and date as the reason.',
    },
  },
  'hold-reminders': {
    button: { vi: 'Tạm dừng nhắc', en: 'Hold reminders back' },
    question: { vi: 'Tạm dừng thư nhắc {who}?', en: 'Hold reminders to {who} back?' },
    consequence: {
      vi: 'Không gửi thư nhắc về “{title}” đến hết ngày này, cả cho lãnh đạo đơn vị. Sau đó, nếu còn nợ, nhắc lại ở đợt kế tiếp của lịch. Hạn nộp và liên kết không đổi.',
      en: 'No reminder of “{title}” goes out until the end of that day, to heads neither. Then, if it is still owed, the next one of the schedule does. The deadline and the links stay.',
    },
  },
  undo: {
    button: { vi: 'Thu hồi', en: 'Take back' },
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
} as const satisfies Words;
