/** Every word of the mails, apart from the statuses. `{name}` marks what the builders in shared/mail fill in. */
import type { Text } from '../vocabulary/text.ts';

/** A plain string is said in one language only: subjects in Vietnamese, the digest in English. */
type Words = Record<string, Text | string>;

export const everyMail = {
  greeting: { vi: 'Kính gửi {whom},', en: 'To {whom},' },
  automatic: {
    vi: 'Thư do hệ thống tiếp nhận báo cáo của {office} gửi tự động. Cần hỏi thêm, xin trả lời chính thư này ({address}){phone}.',
    en: 'Sent automatically by the reporting system of {office}. Questions: just reply to this mail ({address}){phone}.',
  },
  phone: { vi: ' hoặc gọi {phone}', en: ' or call {phone}' },
  secrecy: {
    vi: 'Không gửi tài liệu mật qua hệ thống này hoặc qua thư.',
    en: 'Never send classified documents through this system or by mail.',
  },
  noDate: { vi: 'chưa ấn định', en: 'not set yet' },
  due: { vi: 'Hạn nộp', en: 'Due' },
  report: { vi: 'Báo cáo', en: 'Report' },
  status: { vi: 'Trạng thái', en: 'Status' },
} as const satisfies Words;

export const personalLink = {
  codeLabel: {
    vi: 'Nếu nút không mở được trang, mở {page} và nhập mã này (viết hoa hay thường, có hay không dấu cách đều được):',
    en: 'If the button opens nothing, go to {page} and enter the code above.',
  },
  private: {
    vi: 'Liên kết và mã là của riêng {unit}: ai có nó đều gửi được báo cáo thay đơn vị. Chỉ chuyển cho người trong đơn vị, không chuyển ra ngoài. Nếu lỡ để lộ, báo ngay {office} để thu hồi và cấp liên kết mới.',
    en: 'The link and the code belong to your unit alone: whoever has them can file for it. Pass them on inside the unit only. If they leak, tell {office}, who will revoke them.',
  },
  expires: { vi: 'Liên kết dùng được đến {until}.', en: 'The link works until {until}.' },
} as const satisfies Words;

export const invitation = {
  subject: '[{regime}] Liên kết gửi báo cáo của {unit}: {open} báo cáo cần nộp, hạn gần nhất {due}',
  subjectNoDate: '[{regime}] Liên kết gửi báo cáo của {unit}',
  preheader: 'Ba bước: mở liên kết, điền biểu mẫu có sẵn, gửi tệp. Không cần tài khoản.',
  title: { vi: 'Mời gửi báo cáo: {unit}', en: 'Reports of your unit' },
  lead: {
    vi: '{unit} gửi các báo cáo thuộc {regime} qua liên kết dưới đây. Không cần tài khoản hay mật khẩu.',
    en: 'Your unit sends its reports for "{regime}" through the button above. No account or password is needed.',
  },
  button: 'Mở trang gửi báo cáo',
  duties: 'Cần nộp những gì, khi nào',
  how: 'Cách gửi, ba bước',
  step1: 'Bấm nút trên để mở trang của đơn vị, chọn báo cáo cần gửi.',
  step2:
    'Tải biểu mẫu Excel hoặc Word (đã điền sẵn tên đơn vị, kỳ báo cáo và số liệu kỳ trước nếu có), điền số liệu và nội dung rồi lưu lại.',
  step3:
    'Chọn tệp và bấm “Gửi báo cáo”. Kết quả hiện ngay trên trang và được gửi qua thư; nếu có lỗi, thư ghi rõ lỗi ở ô nào, sửa thế nào.',
  next: 'Reports due now: {open}; the next is "{period}", due {due}.',
  nil: {
    vi: 'Kỳ nào không có nội dung phát sinh thì bấm “Khai không phát sinh” trên trang, không cần gửi tệp. Cần thêm thời gian thì xin gia hạn ngay trên trang, kèm lý do.',
    en: 'Nothing to report? Declare it on the page; no file is needed. More time? Ask for an extension there.',
  },
} as const satisfies Words;

export const officeInvitation = {
  subject: '[{regime}] Liên kết theo dõi báo cáo của các đơn vị',
  preheader: {
    vi: 'Xem đơn vị nào đã gửi, chưa gửi, bị từ chối; tải báo cáo tổng hợp.',
    en: 'See who has reported; download the consolidated report.',
  },
  title: { vi: 'Liên kết theo dõi báo cáo', en: 'Following the reports' },
  lead: {
    vi: 'Qua liên kết dưới đây, {recipient} xem được đơn vị nào đã gửi, chưa gửi hay bị từ chối trong {regime}, và tải tệp gốc cùng báo cáo tổng hợp. Báo cáo tổng hợp mỗi kỳ được gửi tự động qua thư.',
    en: 'The button above shows which units have reported for "{regime}", and lets you download their files and the consolidated report. Each period’s consolidated report also comes by mail.',
  },
  button: { vi: 'Mở trang theo dõi', en: 'Open the overview' },
  private: {
    vi: 'Liên kết và mã cấp riêng cho {recipient}; ai có nó đều xem được mọi báo cáo. Xin không chuyển tiếp. Nếu lỡ để lộ, báo ngay {office} để thu hồi.',
    en: 'Link and code are yours alone: whoever has them can see every report. Please do not forward them; if they leak, tell {office}.',
  },
} as const satisfies Words;

/** One version's facts, in receipts and rejections. */
export const versionFacts = {
  number: 'Số biên nhận',
  received: 'Thời điểm nhận',
  noted: 'Văn phòng ghi',
  notedDay: 'nhận ngày {day}',
  file: 'Tệp',
  sender: 'Người gửi',
  read: 'Đã đọc',
  figures: '{count} chỉ tiêu có số liệu',
  figuresAndText: '{figures} và {count} đoạn lời văn',
  inTime: '{due} (nộp đúng hạn)',
  inTimeByFirst: '{due} (nộp đúng hạn: báo cáo đến lần đầu {time}, tệp này là bản chỉnh lý)',
  inTimeByPaper: '{due} (nộp đúng hạn: Văn phòng ghi bản giấy nhận ngày {day}, tệp này gửi sau)',
  tooLate: '{due} (nộp muộn)',
  sha256: 'Mã kiểm tra tệp (SHA-256): {sha256}',
  used: 'Trong tệp có {total} ô và đoạn văn có chữ: dùng {read}, không dùng {skipped} (xem từng chỗ và lý do trên trang của đơn vị).',
  allUsed: 'Trong tệp có {total} ô và đoạn văn có chữ, dùng tất cả.',
  again: {
    vi: 'Tệp này đã được đọc lại lúc {at} ({reason}). Kết quả trong thư này thay cho kết quả đã báo trước đây.',
    en: 'This file was read again at {at} ({reason}). This result takes the place of the one you were told before.',
  },
  readAgain: 'đọc lại',
} as const satisfies Words;

export const receipt = {
  subject: '[{regime}] Đã tiếp nhận{remarks}: {period} – {unit} (biên nhận {receipt})',
  late: 'nộp muộn',
  warnings: 'có {count} điểm cần xem lại',
  preheader: 'Biên nhận {receipt}, tệp {file}, nhận lúc {at}.',
  title: { vi: 'Biên nhận báo cáo', en: 'Receipt' },
  accepted: 'Đã tiếp nhận báo cáo{remarks}',
  acceptedText: 'Báo cáo được tính. Đơn vị không cần làm gì thêm.',
  warningsText:
    'Báo cáo được tính. Xin xem các điểm dưới đây: nếu số liệu đúng thì không cần gửi lại, nếu sai thì sửa và gửi lại, bản mới sẽ thay bản này.',
  errors: 'Lỗi',
  keep: 'Xin giữ thư này làm biên nhận: số biên nhận, thời điểm nhận và mã kiểm tra tệp chứng minh tệp nào đã được gửi, vào lúc nào.',
  look: 'Xem chi tiết',
  english: {
    accepted: 'Your unit\'s "{period}" has been accepted: receipt {receipt}, received {at}{judged}.',
    inTime: ', on time (due {due})',
    late: ', late (due {due})',
    noted: '. The office notes that the report was received on {day}',
    nothing: 'Nothing more is needed.',
    warnings:
      'Points to look at: {count}; they stand above and, in English, on the page. If the figures are right nothing more is needed; if not, mend them and send again.',
  },
} as const;

export const rejection = {
  subject: '[{regime}] CHƯA tiếp nhận{remarks}: {period} – {unit}, {count} lỗi cần sửa',
  subjectUnreadable: '[{regime}] Đã lưu tệp nhưng chưa đọc được số liệu{remarks}: {period} – {unit}',
  preheader: 'Tệp {file}. Sửa theo hướng dẫn trong thư rồi gửi lại.',
  title: { vi: 'Báo cáo cần sửa và gửi lại', en: 'Please mend the report and send it again' },
  titleUnreadable: { vi: 'Đã nhận tệp, chưa đọc được số liệu', en: 'Received, but not readable' },
  rejected: 'Từ chối tiếp nhận: {count} lỗi',
  rejectedText:
    'Tệp đã được lưu nhưng báo cáo chưa được tính. Sửa các lỗi dưới đây ngay trong tệp rồi gửi lại; thời điểm nhận của bản gửi lại sẽ được ghi.',
  unreadable: 'Đã nhận tệp nhưng chưa đọc được số liệu',
  unreadableText:
    'Tệp đã đến và được lưu nguyên vẹn, không bị coi là chưa nộp. Nhưng hệ thống không đọc được số liệu từ tệp này, nên cần một tệp Excel hoặc Word.',
  stillCounts: {
    vi: 'Bản đã tiếp nhận trước đó ({file}, biên nhận {receipt}) vẫn được tính; tệp này không thay bản đó.',
    en: 'The version accepted before ({file}, receipt {receipt}) still counts; this file has not replaced it.',
  },
  nothingCounts: {
    vi: 'Hiện chưa có bản nào của {unit} được tính cho kỳ này.',
    en: 'So far no version of your unit counts for this period.',
  },
  copyAttached: {
    vi: 'Kèm thư này là bản sao tệp của đơn vị ({file}): chỗ nào có lỗi hoặc cần xem lại đều được đánh dấu, ghi rõ cách sửa. Có thể sửa ngay trong bản sao đó rồi gửi lại.',
    en: 'Attached is a copy of your file ({file}) with every finding marked in its place. You may mend that copy and send it.',
  },
  copyOnPage: {
    vi: 'Trên trang của đơn vị có bản sao tệp ({file}): chỗ nào có lỗi hoặc cần xem lại đều được đánh dấu, ghi rõ cách sửa. Bản sao lớn nên không kèm thư được; có thể tải về, sửa rồi gửi lại.',
    en: 'A copy of your file ({file}) with every finding marked in its place is on your page; it is too large for a mail. You may mend that copy and send it.',
  },
  stillInTime: {
    vi: 'Còn nhận đúng hạn đến {due}.',
    en: 'A corrected one is on time until {due}.',
  },
  past: {
    vi: 'Đã quá hạn ({due}): bản gửi lại vẫn được nhận và ghi là nộp muộn.',
    en: 'It was due by {due}: a corrected one is still taken, and marked late.',
  },
  errors: 'Lỗi phải sửa',
  whyUnreadable: 'Vì sao không đọc được',
  button: 'Gửi lại báo cáo',
  buttonUnreadable: 'Gửi tệp Excel hoặc Word',
  noLink: 'Gửi lại qua liên kết trong thư mời của đơn vị.',
  howToSave: 'Lưu thành tệp đọc được',
  saveOld:
    'Tệp .doc: mở bằng Word, chọn Tệp > Lưu thành (File > Save As), chọn kiểu “Word Document (*.docx)”.',
  saveScan:
    'Bản scan hoặc PDF đã ký: gửi thêm tệp Word/Excel gốc đã dùng để in bản đó. Bản scan vẫn được lưu.',
  saveLocked: 'Tệp có mật khẩu: bỏ mật khẩu (Tệp > Thông tin > Bảo vệ tài liệu) rồi lưu lại.',
  english: {
    rejected:
      'Your unit\'s "{period}", received {at}, was not accepted; errors: {count}. The file is kept but does not count. Mend it and send it again; the page tells how.',
    unreadable:
      'Your unit\'s file for "{period}", received {at}, has arrived and is kept as it is, but nothing could be read from it. Please send an Excel or Word file.',
  },
} as const;

export const findingWords = {
  found: 'Trong tệp',
  where: 'Vị trí',
  expected: 'Cần là',
  fix: 'Cách sửa',
  sheetCell: { vi: 'trang tính “{sheet}”, ô {cell}', en: 'sheet “{sheet}”, cell {cell}' },
  tableCell: {
    vi: 'bảng {table}, dòng {row}, cột {column}',
    en: 'table {table}, row {row}, column {column}',
  },
  paragraph: { vi: 'đoạn {paragraph}', en: 'paragraph {paragraph}' },
  look: 'Điểm cần xem lại',
  notes: '{count} ghi chú về cách đọc số liệu, xem trên trang của đơn vị.',
  more: {
    error: '… và {count} lỗi khác; xem đủ trên trang của đơn vị.',
    warning: '… và {count} điểm cần xem lại khác; xem đủ trên trang của đơn vị.',
  },
} as const;

/** How long a unit has left, or has been late. */
export const reminderLeft = {
  before: {
    subject: '[{regime}] Nhắc nộp {period}: còn {days} ngày làm việc, hạn {due}',
    title: { vi: 'Còn {days} ngày làm việc', en: 'Working days left: {days}' },
  },
  lastWorkingDay: {
    subject: '[{regime}] Nhắc nộp {period}: hạn {due}, sau hôm nay không còn ngày làm việc',
    title: {
      vi: 'Sau hôm nay không còn ngày làm việc nào trước hạn',
      en: 'No working day is left after today',
    },
  },
  today: {
    subject: '[{regime}] Nhắc nộp {period}: HÔM NAY là hạn cuối ({due})',
    title: { vi: 'Hôm nay là hạn cuối', en: 'Due today' },
  },
  justAfter: {
    subject: '[{regime}] Đôn đốc {period}: đã quá hạn ({due})',
    title: { vi: 'Đã quá hạn', en: 'Overdue' },
  },
  after: {
    subject: '[{regime}] Đôn đốc {period}: đã quá hạn {days} ngày làm việc',
    title: { vi: 'Đã quá hạn {days} ngày làm việc', en: 'Working days overdue: {days}' },
  },
} as const satisfies Readonly<Record<string, { subject: string; title: Text }>>;

export const reminder = {
  subjectSeveral: '[{regime}] Đôn đốc {count} báo cáo chưa nộp: {period} và kỳ khác',
  beforeText: {
    vi: 'Chưa có {period} của {unit} được tiếp nhận. Hạn nộp: {due}.',
    en: 'No accepted "{period}" from your unit yet. Due: {due}.',
  },
  afterText: {
    vi: 'Hạn nộp là {due} nhưng chưa có {period} của {unit} được tiếp nhận. Báo cáo gửi bây giờ vẫn được nhận và ghi là nộp muộn.',
    en: 'It was due {due}, and no "{period}" from your unit has been accepted. It is still taken, and marked late.',
  },
  title: { vi: 'Nhắc nộp báo cáo', en: 'A report is due' },
  titleAfter: { vi: 'Đôn đốc nộp báo cáo', en: 'A report is overdue' },
  preheader: {
    vi: '{unit}: mở liên kết trong thư để gửi, hoặc khai không phát sinh.',
    en: 'Open the link to send it, or declare nothing to report.',
  },
  attempt: {
    vi: 'Đơn vị đã gửi tệp “{file}” lúc {at}, kết quả: {state}. Vì vậy kỳ này chưa được tính là đã nộp; xin sửa và gửi lại.',
    en: 'Your unit sent “{file}” at {at}; the result: {state}. So the report still counts as missing; please send it again.',
  },
  button: { vi: 'Gửi báo cáo', en: 'Send the report' },
  buttonOf: { vi: 'Gửi {period}', en: 'Send “{period}”' },
  otherWays: {
    vi: 'Không có gì phát sinh thì khai “không phát sinh” trên trang; cần thêm thời gian thì xin gia hạn kèm lý do. Nếu vừa gửi báo cáo, xin bỏ qua thư này.',
    en: 'Nothing to report: declare it on the page. More time: ask for an extension there. If you have just sent it, ignore this mail.',
  },
} as const satisfies Words;
