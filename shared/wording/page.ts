/** Every word of the units' page. `{name}` marks what the page fills in. */
import type { Text } from './text.ts';

type Words = Record<string, Text>;

export const frame = {
  title: { vi: 'Gửi báo cáo', en: 'Send reports' },
  tagline: { vi: 'Cổng tiếp nhận báo cáo của đơn vị', en: "Where units' reports are received" },
  switchLanguage: { vi: 'Ngôn ngữ', en: 'Language' },
  skipToContent: { vi: 'Đến nội dung chính', en: 'Skip to the content' },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
  close: { vi: 'Đóng', en: 'Close' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  tryAgain: { vi: 'Thử lại', en: 'Try again' },
  secrecy: {
    vi: 'Không gửi tài liệu mật qua trang này. Liên kết là của riêng đơn vị, không chuyển cho người ngoài.',
    en: "Never send classified documents through this page. The link is your unit's own; do not pass it on.",
  },
} as const satisfies Words;

export const entry = {
  title: { vi: 'Nhập mã của đơn vị', en: "Enter your unit's code" },
  lead: {
    vi: 'Hãy mở liên kết trong thư của Văn phòng Sở. Nếu liên kết không mở được, nhập mã in trong chính thư đó.',
    en: "Open the link in the office's mail. If the link does not work, enter the code printed in that mail.",
  },
  label: { vi: 'Mã trong thư', en: 'Code from the mail' },
  hint: {
    vi: 'Viết hoa hay thường đều được; có thể bỏ dấu cách và gạch nối.',
    en: 'Upper or lower case; spaces and dashes may be left out.',
  },
  submit: { vi: 'Mở trang của đơn vị', en: "Open the unit's page" },
  malformed: {
    vi: 'Mã chưa đúng: mã chỉ gồm chữ cái và chữ số, ít nhất {least} ký tự (hiện có {count}). Hãy chép lại từ thư.',
    en: 'Not a whole code yet: it has only letters and digits, at least {least} of them (now {count}). Copy it again from the mail.',
  },
  another: { vi: 'Nhập mã khác', en: 'Enter another code' },
} as const satisfies Words;

export const linkProblem = {
  invalid: { vi: 'Liên kết không đúng', en: 'This link is not valid' },
  invalidLead: {
    vi: 'Liên kết hoặc mã này không khớp với đơn vị nào; có thể đã bị cắt mất một đoạn khi sao chép. Hãy mở lại từ thư gốc.',
    en: 'This link or code belongs to no unit; a part may have been lost in copying. Open it again from the original mail.',
  },
  revoked: { vi: 'Liên kết đã bị thu hồi', en: 'This link has been revoked' },
  revokedLead: {
    vi: 'Văn phòng Sở đã thu hồi liên kết này. Hãy dùng liên kết trong thư mới nhất.',
    en: 'The office has revoked this link. Use the one in the newest mail.',
  },
  expired: { vi: 'Liên kết đã hết hạn', en: 'This link has expired' },
  expiredLead: {
    vi: 'Thời gian dùng của liên kết đã hết. Hãy dùng liên kết trong thư mới nhất.',
    en: 'The link is past its last day. Use the one in the newest mail.',
  },
  ofOffice: { vi: 'Liên kết dành cho văn phòng', en: "This is the office's link" },
  ofOfficeLead: {
    vi: 'Trang này dành cho các đơn vị gửi báo cáo. Báo cáo tổng hợp được gửi cho văn phòng qua thư.',
    en: 'This page is for the units that send reports. The consolidated report reaches the office by mail.',
  },
  whomToAsk: {
    vi: 'Cần liên kết mới: trả lời thư báo cáo gần nhất, hoặc liên hệ Văn phòng Sở (bộ phận theo dõi, đôn đốc báo cáo). Các tệp đã gửi trước đây vẫn được lưu đầy đủ.',
    en: 'For a new link, reply to the latest reporting mail or contact the office (whoever tracks the reports). Files you have already sent are safe.',
  },
  serverSays: { vi: 'Máy chủ trả lời: {message}', en: 'The server says: {message}' },
} as const satisfies Words;

export const trouble = {
  title: { vi: 'Chưa tải được', en: 'Could not load' },
  network: {
    vi: 'Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.',
    en: 'The server cannot be reached. Check the network, then try again.',
  },
  unexpected: {
    vi: 'Máy chủ trả lời không đúng dạng trang này hiểu. Hãy tải lại trang; nếu vẫn vậy, báo Văn phòng Sở.',
    en: 'The server gave an answer this page does not understand. Reload; if it stays so, tell the office.',
  },
} as const satisfies Words;

export const duties = {
  title: { vi: 'Báo cáo của đơn vị', en: "Your unit's reports" },
  todo: { vi: 'Cần gửi', en: 'To be sent' },
  waiting: { vi: 'Chờ hướng dẫn', en: 'Awaiting guidance' },
  done: { vi: 'Đã xong', en: 'Done' },
  none: { vi: 'Hiện không có báo cáo nào được giao.', en: 'No report is assigned at present.' },
  allDone: { vi: 'Không còn báo cáo nào phải gửi.', en: 'Nothing is left to be sent.' },
  summary: { vi: 'Còn {count} báo cáo phải gửi.', en: 'Reports still to be sent: {count}.' },
  summaryOverdue: {
    vi: 'Còn {count} báo cáo phải gửi, trong đó {overdue} đã quá hạn.',
    en: 'Reports still to be sent: {count}, of them overdue: {overdue}.',
  },
  due: { vi: 'Hạn nộp', en: 'Due' },
  noDue: { vi: 'chưa ấn định', en: 'not set yet' },
  daysLeft: { vi: 'còn {days} ngày', en: '{days} days left' },
  oneDayLeft: { vi: 'còn 1 ngày', en: '1 day left' },
  lastDay: { vi: 'hôm nay là ngày cuối', en: 'today is the last day' },
  daysOver: { vi: 'quá hạn {days} ngày', en: '{days} days overdue' },
  oneDayOver: { vi: 'quá hạn 1 ngày', en: '1 day overdue' },
  justOver: { vi: 'vừa quá hạn hôm nay', en: 'overdue since today' },
  open: { vi: 'Gửi báo cáo', en: 'Send the report' },
  look: { vi: 'Xem', en: 'View' },
  uploadRunning: { vi: 'Đang gửi “{file}”', en: 'Sending “{file}”' },
  showUpload: { vi: 'Xem tiến trình', en: 'Show progress' },
} as const satisfies Words;

export const duty = {
  reason: { vi: 'Lý do', en: 'Reason' },
  back: { vi: 'Tất cả báo cáo', en: 'All reports' },
  rule: { vi: 'Cách tính hạn', en: 'How the deadline is set' },
  form: { vi: 'Biểu mẫu', en: 'The form' },
  formLead: {
    vi: 'Đã điền sẵn tên đơn vị, kỳ báo cáo và số liệu kỳ trước.',
    en: "Filled in with the unit's name, the period and the last period's figures.",
  },
  downloadXlsx: { vi: 'Tải biểu mẫu Excel', en: 'Download for Excel' },
  downloadDocx: { vi: 'Tải biểu mẫu Word', en: 'Download for Word' },
  downloading: { vi: 'Đang tải biểu mẫu…', en: 'Downloading the form…' },
  downloaded: { vi: 'Đã tải: {file}', en: 'Downloaded: {file}' },
  indicators: { vi: 'Các chỉ tiêu phải báo cáo ({count})', en: 'Indicators to report ({count})' },
  checks: { vi: 'Các phép kiểm tra sẽ áp dụng ({count})', en: 'Checks that will be applied ({count})' },
  code: { vi: 'Mã', en: 'Code' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  unitOfMeasure: { vi: 'ĐVT', en: 'Unit' },
  previous: { vi: 'Kỳ trước', en: 'Last period' },
  previousCumulative: { vi: 'Lũy kế kỳ trước', en: 'Cumulative, last period' },
  thisPeriod: { vi: 'Trong kỳ', en: 'This period' },
  cumulative: { vi: 'Lũy kế', en: 'Cumulative' },
  foundAt: { vi: 'Vị trí', en: 'Where' },
  versions: { vi: 'Các lần nộp', en: 'Submissions' },
  noVersions: { vi: 'Chưa có lần nộp nào.', en: 'Nothing has been submitted yet.' },
  counts: { vi: 'đang được tính', en: 'the one that counts' },
  showVerdict: { vi: 'Xem kết quả', en: 'Show the result' },
  onlyWhenGuided: {
    vi: 'Chưa có văn bản hướng dẫn nên chưa cần gửi. Khi có, trang này sẽ ghi hạn nộp.',
    en: 'Nothing needs to be sent until the guidance is issued; the deadline will then stand here.',
  },
  excludedNote: {
    vi: 'Đơn vị được loại trừ khỏi kỳ này; không cần gửi.',
    en: 'Your unit is excluded from this period; nothing needs to be sent.',
  },
} as const satisfies Words;

export const send = {
  title: { vi: 'Gửi tệp báo cáo', en: 'Send the report file' },
  replaces: {
    vi: 'Đã có một lần nộp đang được tính. Gửi lại thì bản mới được tiếp nhận sẽ thay bản cũ; bản bị từ chối không thay.',
    en: 'A submission counts already. A newer one replaces it once accepted; a rejected one does not.',
  },
  choose: { vi: 'Chọn tệp', en: 'Choose a file' },
  chooseAnother: { vi: 'Chọn tệp khác', en: 'Choose another file' },
  orDrop: { vi: 'hoặc kéo thả tệp vào đây', en: 'or drop it here' },
  kinds: {
    vi: 'Excel (.xlsx) hoặc Word (.docx), tối đa 50 MB',
    en: 'Excel (.xlsx) or Word (.docx), at most 50 MB',
  },
  sender: { vi: 'Người gửi (không bắt buộc)', en: 'Sender (optional)' },
  senderHint: {
    vi: 'Họ tên, số điện thoại để tiện liên hệ',
    en: 'Name and phone number, should the office need you',
  },
  submit: { vi: 'Gửi báo cáo', en: 'Send the report' },
  tooLarge: {
    vi: 'Tệp {size} vượt quá mức tối đa 50 MB. Hãy giảm dung lượng ảnh trong tệp rồi chọn lại.',
    en: 'The file has {size}; at most 50 MB can be sent. Shrink the pictures in it and choose again.',
  },
  empty: {
    vi: 'Tệp rỗng (0 byte). Hãy lưu lại tệp rồi chọn lại.',
    en: 'The file is empty (0 bytes). Save it again, then choose it.',
  },
  chooseFirst: { vi: 'Hãy chọn một tệp trước.', en: 'Choose a file first.' },
  oneOnly: { vi: 'Mỗi lần chỉ gửi một tệp. Hãy chọn lại một tệp.', en: 'One file at a time, please.' },
  unusualKind: {
    vi: 'Tệp .{extension} vẫn gửi được và được lưu, nhưng số liệu chỉ đọc được từ .xlsx hoặc .docx.',
    en: 'A .{extension} file can be sent and is kept, but figures are read from .xlsx or .docx only.',
  },
  noExtension: {
    vi: 'Tên tệp không có phần mở rộng; số liệu chỉ đọc được từ .xlsx hoặc .docx.',
    en: 'The file name has no extension; figures are read from .xlsx or .docx only.',
  },
} as const satisfies Words;

export const stages = {
  label: { vi: 'Tiến trình', en: 'Progress' },
  checking: { vi: 'Kiểm tra', en: 'Check' },
  sending: { vi: 'Gửi', en: 'Send' },
  received: { vi: 'Đã nhận', en: 'Received' },
  reading: { vi: 'Đang đọc', en: 'Reading' },
  result: { vi: 'Kết quả', en: 'Result' },
  checkingNow: { vi: 'Đang tính mã kiểm tra của tệp…', en: "Computing the file's checksum…" },
  mintingNow: { vi: 'Đang xin chỗ gửi…', en: 'Asking where to send it…' },
  sendingNow: { vi: 'Đã gửi {sent} / {total} ({percent}%)', en: 'Sent {sent} of {total} ({percent}%)' },
  receivedNow: {
    vi: 'Máy chủ đã nhận đủ tệp, đang chờ đến lượt đọc.',
    en: 'The server has the whole file; it waits to be read.',
  },
  readingNow: { vi: 'Đang đọc và kiểm tra số liệu…', en: 'Reading and checking the figures…' },
  slow: {
    vi: 'Việc đọc lâu hơn thường lệ. Tệp đã được lưu an toàn; có thể đóng trang, kết quả sẽ gửi qua thư.',
    en: 'Reading takes longer than usual. The file is safe; you may close the page, the result comes by mail.',
  },
  doNotClose: {
    vi: 'Xin đừng đóng trang khi tệp chưa gửi xong.',
    en: 'Please keep this page open until the file is sent.',
  },
  retrying: {
    vi: 'Mất kết nối; tự thử lại sau {seconds} giây (lần {attempt}).',
    en: 'Connection lost; trying again in {seconds} s (attempt {attempt}).',
  },
  stop: { vi: 'Dừng gửi', en: 'Stop sending' },
  stopped: { vi: 'Đã dừng. Tệp chưa được gửi.', en: 'Stopped. The file has not been sent.' },
  failed: { vi: 'Chưa gửi được', en: 'Not sent' },
  failedNetwork: {
    vi: 'Đã thử nhiều lần mà không kết nối được. Tệp chưa được gửi; hãy kiểm tra mạng rồi thử lại.',
    en: 'Several attempts failed to connect. The file has not been sent; check the network and try again.',
  },
  failedStorage: {
    vi: 'Nơi lưu tệp từ chối nhận (mã {status}). Hãy thử lại; nếu vẫn vậy, báo Văn phòng Sở.',
    en: 'The file store refused it (status {status}). Try again; if it stays so, tell the office.',
  },
  failedFile: {
    vi: 'Không đọc được tệp trên máy. Có thể tệp vừa được sửa, di chuyển hoặc đang mở; hãy đóng lại và chọn tệp lần nữa.',
    en: 'The file cannot be read on this device. It may have changed, moved or be open; close it and choose it again.',
  },
  failedBrowser: {
    vi: 'Trình duyệt này không tính được mã kiểm tra SHA-256. Hãy dùng trình duyệt mới hơn, qua địa chỉ https.',
    en: 'This browser cannot compute SHA-256. Use a newer one, over https.',
  },
  sendingElsewhere: {
    vi: 'Đang gửi “{file}”. Hãy đợi xong rồi gửi tệp này.',
    en: '“{file}” is being sent. Wait for it to finish, then send this one.',
  },
  interrupted: {
    vi: 'Lần gửi trước bị ngắt khi tệp “{file}” chưa đến nơi. Hãy chọn lại tệp và gửi lần nữa.',
    en: 'The last attempt was cut off before “{file}” arrived. Choose the file and send it again.',
  },
} as const satisfies Words;

export const verdict = {
  title: { vi: 'Kết quả', en: 'Result' },
  accepted: {
    vi: 'Báo cáo đã được tiếp nhận. Không cần làm gì thêm.',
    en: 'The report has been accepted. Nothing more is needed.',
  },
  'accepted-with-warnings': {
    vi: 'Báo cáo đã được tiếp nhận. Có điểm nên xem lại; nếu đúng thì không cần gửi lại.',
    en: 'The report has been accepted. Some points deserve a look; if they are right, nothing more is needed.',
  },
  rejected: {
    vi: 'Báo cáo chưa được tiếp nhận vì các lỗi dưới đây. Hãy sửa trong tệp rồi gửi lại.',
    en: 'The report was not accepted because of the errors below. Mend them in the file and send it again.',
  },
  unreadable: {
    vi: 'Tệp đã được lưu nhưng không trích xuất được số liệu. Hãy gửi thêm tệp Excel hoặc Word theo biểu mẫu.',
    en: 'The file is kept, but no figures could be read from it. Please also send the Excel or Word form.',
  },
  receipt: { vi: 'Số biên nhận', en: 'Receipt number' },
  copy: { vi: 'Sao chép', en: 'Copy' },
  copied: { vi: 'Đã sao chép', en: 'Copied' },
  file: { vi: 'Tệp', en: 'File' },
  time: { vi: 'Thời điểm nhận', en: 'Received at' },
  sha256: { vi: 'Mã kiểm tra SHA-256', en: 'SHA-256 checksum' },
  valuesRead: { vi: 'Số liệu đọc được', en: 'Values read' },
  paragraphsRead: { vi: 'Đoạn lời văn', en: 'Paragraphs read' },
  errors: { vi: 'Lỗi phải sửa', en: 'Errors to mend' },
  warnings: { vi: 'Điểm nên xem lại', en: 'Points to look at' },
  notes: { vi: 'Ghi chú', en: 'Notes' },
  skippedCount: { vi: 'Phần bỏ qua', en: 'Skipped pieces' },
  more: { vi: 'Xem thêm {count} mục', en: 'Show {count} more' },
  folded: { vi: 'Xem {count} mục', en: 'Show {count}' },
  where: { vi: 'Vị trí', en: 'Where' },
  found: { vi: 'Trong tệp', en: 'In the file' },
  expected: { vi: 'Cần là', en: 'Expected' },
  fix: { vi: 'Cách sửa', en: 'How to mend it' },
  values: { vi: 'Số liệu đã đọc ({count})', en: 'Values read ({count})' },
  narrative: { vi: 'Lời văn đã đọc ({count} đoạn)', en: 'Narrative read (paragraphs: {count})' },
  skipped: { vi: 'Phần bỏ qua và lý do ({count})', en: 'What was skipped, and why ({count})' },
  blank: { vi: 'để trống', en: 'blank' },
  sheetCell: { vi: 'trang “{sheet}”, ô {cell}', en: 'sheet “{sheet}”, cell {cell}' },
  tableCell: {
    vi: 'bảng {table}, hàng {row}, cột {column}',
    en: 'table {table}, row {row}, column {column}',
  },
  paragraph: { vi: 'đoạn {paragraph}', en: 'paragraph {paragraph}' },
  print: { vi: 'In kết quả', en: 'Print the result' },
  sendAnother: { vi: 'Gửi tệp khác', en: 'Send another file' },
  sendMended: { vi: 'Gửi tệp đã sửa', en: 'Send the mended file' },
  closeVerdict: { vi: 'Đóng kết quả', en: 'Close the result' },
} as const satisfies Words;

export const nil = {
  open: { vi: 'Kỳ này không phát sinh?', en: 'Nothing to report this period?' },
  lead: {
    vi: 'Nếu trong kỳ không có nội dung phải báo cáo, khai một lần là xong, không cần gửi tệp.',
    en: 'If nothing happened in this period, declare it once; no file is needed.',
  },
  declare: { vi: 'Khai không phát sinh', en: 'Declare nothing to report' },
  question: { vi: 'Khai không phát sinh cho “{title}”?', en: 'Declare nothing to report for “{title}”?' },
  consequence: {
    vi: 'Đơn vị được ghi là không phát sinh và không bị đôn đốc kỳ này. Gửi báo cáo sau đó vẫn được.',
    en: 'Your unit is recorded as having nothing to report and is not reminded. A report can still be sent later.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Ví dụ: trong kỳ đơn vị không tổ chức hoạt động nào thuộc nội dung báo cáo.',
    en: 'For example: the unit held no activity of this kind in the period.',
  },
  reasonMissing: { vi: 'Hãy ghi lý do.', en: 'Please give a reason.' },
  confirm: { vi: 'Xác nhận không phát sinh', en: 'Confirm nothing to report' },
  sending: { vi: 'Đang ghi nhận…', en: 'Recording…' },
  recorded: { vi: 'Đã ghi nhận: không phát sinh.', en: 'Recorded: nothing to report.' },
} as const satisfies Words;

export const extension = {
  title: { vi: 'Cần thêm thời gian?', en: 'Need more time?' },
  open: { vi: 'Xin gia hạn', en: 'Ask for an extension' },
  question: { vi: 'Xin gia hạn “{title}”', en: 'Ask for an extension of “{title}”' },
  consequence: {
    vi: 'Văn phòng Sở sẽ xem xét. Hạn cũ vẫn áp dụng cho đến khi được đồng ý.',
    en: 'The office decides. The old deadline holds until it agrees.',
  },
  until: { vi: 'Xin gia hạn đến hết ngày', en: 'Until the end of' },
  untilMissing: { vi: 'Hãy chọn ngày.', en: 'Please choose a day.' },
  reasonHint: { vi: 'Ví dụ: chờ số liệu của chi nhánh.', en: "For example: waiting for a branch's figures." },
  confirm: { vi: 'Gửi đề nghị', en: 'Send the request' },
  recorded: { vi: 'Đã gửi đề nghị gia hạn.', en: 'The request for an extension has been sent.' },
} as const satisfies Words;
