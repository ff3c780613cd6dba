/** Every word of the mails, apart from the statuses. `{name}` marks what the builders in shared/mail fill in. */
import type { Text } from './text.ts';

/** A plain string is said in one language only: subjects in Vietnamese, the digest in English. */
type Words = Record<string, Text | string>;

export const everyMail = {
  greeting: { vi: 'Kính gửi {whom},', en: 'To {whom},' },
  englishTitle: { vi: 'Tóm tắt bằng tiếng Anh', en: 'Summary in English' },
  automatic: {
    vi: 'Thư do hệ thống tiếp nhận báo cáo của {office} gửi tự động. Cần hỏi thêm, xin trả lời chính thư này ({address}){phone}.',
    en: 'Sent automatically by the reporting system of {office}. Questions: just reply to this mail ({address}){phone}.',
  },
  phone: { vi: ' hoặc gọi {phone}', en: ' or call {phone}' },
  secrecy: {
    vi: 'Không gửi tài liệu mật qua liên kết này hoặc qua thư.',
    en: 'Never send classified documents through this link or by mail.',
  },
  noDate: { vi: 'chưa ấn định', en: 'not set yet' },
  due: { vi: 'Hạn nộp', en: 'Due' },
  rule: { vi: 'Cách tính hạn', en: 'How the deadline is set' },
  report: { vi: 'Báo cáo', en: 'Report' },
  status: { vi: 'Trạng thái', en: 'Status' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
} as const satisfies Words;

export const wayIn = {
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
  preheader: {
    vi: 'Ba bước: mở liên kết, điền biểu mẫu có sẵn, gửi tệp. Không cần tài khoản.',
    en: 'Three steps: open the link, fill in the form, send the file. No account needed.',
  },
  title: { vi: 'Gửi báo cáo của {unit}', en: 'Reports of your unit' },
  lead: {
    vi: '{unit} gửi các báo cáo thuộc {regime} qua liên kết dưới đây. Không cần tài khoản hay mật khẩu.',
    en: 'Your unit sends its reports for "{regime}" through the button above. No account or password is needed.',
  },
  button: { vi: 'Mở trang gửi báo cáo', en: 'Open the reporting page' },
  duties: { vi: 'Cần nộp những gì, khi nào', en: 'What is due, and when' },
  how: { vi: 'Cách gửi, ba bước', en: 'How to send, in three steps' },
  step1: {
    vi: 'Bấm nút trên để mở trang của đơn vị, chọn báo cáo cần gửi.',
    en: "Press the button above; your unit's page opens. Choose the report.",
  },
  step2: {
    vi: 'Tải biểu mẫu Excel hoặc Word (đã điền sẵn tên đơn vị, kỳ báo cáo và số liệu kỳ trước), điền số liệu và lời văn rồi lưu lại.',
    en: 'Download the Excel or Word form (unit, period and last period’s figures are filled in), complete it and save it.',
  },
  step3: {
    vi: 'Chọn tệp và bấm “Gửi báo cáo”. Kết quả hiện ngay trên trang và được gửi qua thư; nếu có lỗi, thư ghi rõ lỗi ở ô nào, sửa thế nào.',
    en: 'Choose the file and press “Gửi báo cáo”. The result appears at once and is mailed; errors are named with their cell and how to mend them.',
  },
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

export const receipt = {
  subject: '[{regime}] Đã tiếp nhận: {period} – {unit} (biên nhận {receipt})',
  subjectWarnings: '[{regime}] Đã tiếp nhận, có {count} lưu ý: {period} – {unit} (biên nhận {receipt})',
  preheader: {
    vi: 'Biên nhận {receipt}, tệp {file}, nhận lúc {at}.',
    en: 'Receipt {receipt}, file {file}, received {at}.',
  },
  title: { vi: 'Biên nhận báo cáo', en: 'Receipt' },
  accepted: { vi: 'Đã tiếp nhận báo cáo', en: 'The report has been accepted' },
  acceptedText: { vi: 'Đơn vị không cần làm gì thêm.', en: 'Nothing more is needed.' },
  warnings: { vi: 'Đã tiếp nhận, có lưu ý', en: 'Accepted, with warnings' },
  warningsText: {
    vi: 'Báo cáo được tính. Xin xem các điểm dưới đây: nếu số liệu đúng thì không cần gửi lại, nếu sai thì sửa và gửi lại, bản mới sẽ thay bản này.',
    en: 'The report counts. Please look at the points below: if the figures are right nothing more is needed; if not, mend them and send again.',
  },
  number: { vi: 'Số biên nhận', en: 'Receipt number' },
  state: { vi: 'Kết quả', en: 'Result' },
  received: { vi: 'Thời điểm nhận', en: 'Received at' },
  file: { vi: 'Tệp', en: 'File' },
  sender: { vi: 'Người gửi', en: 'Sender' },
  sha256: { vi: 'Mã SHA-256', en: 'SHA-256' },
  read: { vi: 'Đã đọc', en: 'Read' },
  readValue: {
    vi: '{values} chỉ tiêu có số liệu; {read}/{total} ô và đoạn văn, bỏ qua {skipped}',
    en: '{values} indicators with figures; {read} of {total} cells and paragraphs, {skipped} skipped',
  },
  timely: { vi: 'Thời hạn', en: 'Timeliness' },
  inTime: { vi: 'đúng hạn (hạn {due})', en: 'on time (due {due})' },
  tooLate: { vi: 'nộp muộn (hạn {due})', en: 'late (due {due})' },
  keep: {
    vi: 'Xin giữ thư này làm biên nhận: số biên nhận, thời điểm nhận và mã SHA-256 chứng minh tệp nào đã được gửi, vào lúc nào.',
    en: 'Keep this mail as your receipt: number, time and SHA-256 prove which file was sent, and when.',
  },
  look: { vi: 'Xem chi tiết', en: 'See the details' },
} as const satisfies Words;

export const rejection = {
  subject: '[{regime}] CHƯA tiếp nhận: {period} – {unit}, {count} lỗi cần sửa',
  subjectUnreadable: '[{regime}] Đã lưu tệp nhưng chưa đọc được số liệu: {period} – {unit}',
  preheader: {
    vi: 'Tệp {file}. Sửa theo hướng dẫn trong thư rồi gửi lại.',
    en: 'File {file}. Mend it as described and send it again.',
  },
  title: { vi: 'Báo cáo cần sửa và gửi lại', en: 'Please mend the report and send it again' },
  titleUnreadable: { vi: 'Đã nhận tệp, chưa đọc được số liệu', en: 'Received, but not readable' },
  rejected: { vi: 'Từ chối tiếp nhận: {count} lỗi', en: 'Not accepted; errors: {count}' },
  rejectedText: {
    vi: 'Tệp đã được lưu nhưng báo cáo chưa được tính. Sửa các lỗi dưới đây ngay trong tệp rồi gửi lại; thời điểm nhận của bản gửi lại sẽ được ghi.',
    en: 'The file is kept, but the report does not count yet. Mend the errors below in the file and send it again.',
  },
  unreadable: {
    vi: 'Đã nhận, không trích xuất được',
    en: 'Received, nothing could be extracted',
  },
  unreadableText: {
    vi: 'Tệp đã đến và được lưu nguyên vẹn, không bị coi là chưa gửi. Nhưng hệ thống không đọc được số liệu từ tệp này, nên cần một tệp Excel hoặc Word.',
    en: 'The file has arrived and is kept as it is; it is not treated as never sent. But no figures could be read from it, so an Excel or Word file is needed.',
  },
  stillCounts: {
    vi: 'Bản đã tiếp nhận trước đó ({file}, biên nhận {receipt}) vẫn được tính; tệp này không thay bản đó.',
    en: 'The version accepted before ({file}, receipt {receipt}) still counts; this file has not replaced it.',
  },
  nothingCounts: {
    vi: 'Hiện chưa có bản nào của {unit} được tính cho kỳ này.',
    en: 'So far no version of your unit counts for this period.',
  },
  errors: { vi: 'Lỗi phải sửa', en: 'Errors to mend' },
  whyUnreadable: { vi: 'Vì sao không đọc được', en: 'Why it could not be read' },
  button: { vi: 'Gửi lại báo cáo', en: 'Send it again' },
  buttonUnreadable: { vi: 'Gửi tệp Excel hoặc Word', en: 'Send an Excel or Word file' },
  noLink: {
    vi: 'Gửi lại qua liên kết trong thư mời của đơn vị.',
    en: "Send it again through the link in your unit's invitation.",
  },
  howToSave: { vi: 'Lưu thành tệp đọc được', en: 'How to save a readable file' },
  saveOld: {
    vi: 'Tệp .doc hoặc .xls: mở bằng Word hoặc Excel, chọn Tệp > Lưu thành (File > Save As), chọn kiểu “Word Document (*.docx)” hoặc “Excel Workbook (*.xlsx)”.',
    en: 'A .doc or .xls file: open it in Word or Excel, choose File > Save As, then “Word Document (*.docx)” or “Excel Workbook (*.xlsx)”.',
  },
  saveScan: {
    vi: 'Bản scan hoặc PDF đã ký: gửi thêm tệp Word/Excel gốc đã dùng để in bản đó. Bản scan vẫn được lưu.',
    en: 'A scan or signed PDF: also send the Word or Excel file it was printed from. The scan is kept.',
  },
  saveLocked: {
    vi: 'Tệp có mật khẩu: bỏ mật khẩu (Tệp > Thông tin > Bảo vệ tài liệu) rồi lưu lại.',
    en: 'A file with a password: remove it (File > Info > Protect) and save again.',
  },
} as const satisfies Words;

export const findingWords = {
  found: { vi: 'Trong tệp', en: 'In the file' },
  where: { vi: 'Vị trí', en: 'Where' },
  expected: { vi: 'Cần là', en: 'Expected' },
  fix: { vi: 'Cách sửa', en: 'How to mend it' },
  blank: { vi: 'để trống', en: 'blank' },
  sheetCell: { vi: 'trang tính “{sheet}”, ô {cell}', en: 'sheet “{sheet}”, cell {cell}' },
  tableCell: {
    vi: 'bảng {table}, hàng {row}, cột {column}',
    en: 'table {table}, row {row}, column {column}',
  },
  paragraph: { vi: 'đoạn {paragraph}', en: 'paragraph {paragraph}' },
  look: { vi: 'Điểm cần xem lại', en: 'Points to look at' },
  moreErrors: { vi: '{count} lỗi khác', en: '{count} more errors' },
  moreWarnings: { vi: '{count} lưu ý khác', en: '{count} more warnings' },
  moreNotes: { vi: '{count} ghi chú khác', en: '{count} more notes' },
  more: { vi: 'và {list}; xem đủ trên trang của đơn vị.', en: "and {list}; the unit's page shows all." },
} as const satisfies Words;

export const reminder = {
  subjectBefore: '[{regime}] Nhắc nộp {period}: còn {days} ngày làm việc, hạn {due}',
  subjectToday: '[{regime}] Nhắc nộp {period}: HÔM NAY là hạn cuối ({due})',
  subjectAfter: '[{regime}] Đôn đốc {period}: đã quá hạn {days} ngày làm việc',
  before: { vi: 'Còn {days} ngày làm việc', en: 'Working days left: {days}' },
  today: { vi: 'Hôm nay là hạn cuối', en: 'Due today' },
  after: { vi: 'Đã quá hạn {days} ngày làm việc', en: 'Working days overdue: {days}' },
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
  otherWays: {
    vi: 'Không có gì phát sinh thì khai “không phát sinh” trên trang; cần thêm thời gian thì xin gia hạn kèm lý do. Nếu vừa gửi báo cáo, xin bỏ qua thư này.',
    en: 'Nothing to report: declare it on the page. More time: ask for an extension there. If you have just sent it, ignore this mail.',
  },
} as const satisfies Words;
