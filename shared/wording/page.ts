/** The words of the units' page, but for sending a file (page-upload.ts) and the office's view (page-office.ts). `{name}` marks what is filled in. */
import type { Text } from '../vocabulary/text.ts';

type Words = Record<string, Text>;

export const frame = {
  title: { vi: 'Gửi báo cáo', en: 'Send reports' },
  tagline: { vi: 'Cổng tiếp nhận báo cáo của đơn vị', en: "Where units' reports are received" },
  switchLanguage: { vi: 'Ngôn ngữ', en: 'Language' },
  skipToContent: { vi: 'Đến nội dung chính', en: 'Skip to the content' },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  tryAgain: { vi: 'Thử lại', en: 'Try again' },
  whomToAsk: { vi: 'Cần hỏi, xin liên hệ:', en: 'Questions go to:' },
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
  expired: { vi: 'Liên kết đã hết hạn', en: 'This link has expired' },
  whomToAsk: {
    vi: 'Cần liên kết mới: trả lời thư báo cáo gần nhất, hoặc liên hệ Văn phòng Sở (bộ phận theo dõi, đôn đốc báo cáo).',
    en: 'For a new link, reply to the latest reporting mail or contact the office (whoever tracks the reports).',
  },
  renew: { vi: 'Gửi lại liên kết', en: 'Send a new link' },
  asked: {
    vi: 'Nếu liên kết này từng có hiệu lực, liên kết mới sẽ đến địa chỉ thư đã đăng ký với văn phòng, không gửi đến địa chỉ nào khác. Mỗi ngày gửi nhiều nhất ba lần.',
    en: 'If this link was good once, a new one goes to the address registered with the office and to no other, three times a day at most.',
  },
  failed: {
    vi: 'Chưa gửi được yêu cầu. Hãy kiểm tra mạng rồi thử lại.',
    en: 'The request was not sent. Check the network, then try again.',
  },
  kept: { vi: 'Các tệp đã gửi trước đây vẫn được lưu đầy đủ.', en: 'Files you have already sent are safe.' },
  code: { vi: 'Mã lỗi: {code}', en: 'Error code: {code}' },
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
  attemptRejected: {
    vi: '“{file}” gửi {time} bị từ chối: {count} lỗi phải sửa rồi gửi lại',
    en: '“{file}”, sent {time}, was rejected: {count} errors to mend before it is sent again',
  },
  attemptUnread: {
    vi: '“{file}” gửi {time}: đã nhận nhưng chưa đọc được số liệu, cần gửi tệp khác',
    en: '“{file}”, sent {time}, came but could not be read; send another file',
  },
  title: { vi: 'Báo cáo của đơn vị', en: "Your unit's reports" },
  todo: { vi: 'Cần gửi', en: 'To be sent' },
  coming: { vi: 'Sắp tới', en: 'Coming up' },
  waiting: { vi: 'Chờ hướng dẫn', en: 'Awaiting guidance' },
  done: { vi: 'Đã xong', en: 'Done' },
  none: { vi: 'Hiện không có báo cáo nào được giao.', en: 'No report is assigned at present.' },
  allDone: { vi: 'Không còn báo cáo nào phải gửi.', en: 'Nothing is left to be sent.' },
  summary: { vi: 'Còn {count} báo cáo phải gửi.', en: 'Reports still to be sent: {count}.' },
  summaryOneOverdue: {
    vi: 'Còn 1 báo cáo phải gửi, đã quá hạn.',
    en: 'One report is still to be sent, and it is overdue.',
  },
  summaryAllOverdue: {
    vi: 'Còn {count} báo cáo phải gửi, tất cả đã quá hạn.',
    en: 'Reports still to be sent: {count}, all of them overdue.',
  },
  summaryOverdue: {
    vi: 'Còn {count} báo cáo phải gửi, trong đó có {overdue} báo cáo đã quá hạn.',
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
  openPlan: { vi: 'Gửi kế hoạch', en: 'Send the plan' },
  look: { vi: 'Xem', en: 'View' },
  uploadRunning: { vi: 'Đang gửi “{file}”', en: 'Sending “{file}”' },
  showUpload: { vi: 'Xem tiến trình', en: 'Show progress' },
} as const satisfies Words;

export const duty = {
  reason: { vi: 'Lý do', en: 'Reason' },
  back: { vi: 'Tất cả báo cáo', en: 'All reports' },
  form: { vi: 'Biểu mẫu', en: 'The form' },
  formLead: {
    vi: 'Đã điền sẵn tên đơn vị, kỳ báo cáo và số liệu kỳ trước (nếu có).',
    en: "Filled in with the unit's name, the period and the last period's figures, if there are any.",
  },
  downloadXlsx: { vi: 'Tải biểu mẫu Excel', en: 'Excel form' },
  downloadDocx: { vi: 'Tải biểu mẫu Word', en: 'Word form' },
  downloading: { vi: 'Đang tải biểu mẫu…', en: 'Downloading the form…' },
  downloaded: { vi: 'Đã tải: {file}', en: 'Downloaded: {file}' },
  indicators: { vi: 'Các chỉ tiêu phải báo cáo ({count})', en: 'Indicators to report ({count})' },
  checks: { vi: 'Các phép kiểm tra sẽ áp dụng ({count})', en: 'Checks that will be applied ({count})' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  unitOfMeasure: { vi: 'ĐVT', en: 'Unit' },
  previous: { vi: 'Kỳ trước', en: 'Last period' },
  previousCumulative: { vi: 'Lũy kế kỳ trước', en: 'Cumulative, last period' },
  onlyWhenGuided: {
    vi: 'Chưa có văn bản hướng dẫn nên chưa cần gửi. Khi có, trang này sẽ ghi hạn nộp.',
    en: 'Nothing needs to be sent until the guidance is issued; the deadline will then stand here.',
  },
  notYetOpen: {
    vi: 'Kỳ này chưa mở nhận báo cáo. Có thể tải biểu mẫu để chuẩn bị trước.',
    en: 'This period is not open yet. The form can be downloaded to prepare for it.',
  },
  newestRejected: {
    vi: 'Tệp “{file}” gửi lúc {time} bị từ chối, chưa được tính. Các lỗi phải sửa nêu ở mục Lịch sử bên dưới; sửa rồi gửi lại.',
    en: '“{file}”, sent at {time}, was rejected and does not count. What to mend stands below, under History; mend it and send it again.',
  },
  newestUnreadable: {
    vi: 'Đã nhận tệp “{file}” gửi lúc {time} nhưng chưa đọc được số liệu, chưa tính là đã nộp. Bấm “Xem kết quả” ở mục Lịch sử để xem cách sửa.',
    en: '“{file}”, sent at {time}, was received but could not be read, and does not count yet. “Show the result” below tells what to do.',
  },
  lateTaken: {
    vi: 'Đã quá hạn. Báo cáo gửi bây giờ vẫn được nhận và ghi là nộp muộn.',
    en: 'It is overdue. A report sent now is still taken, and recorded as late.',
  },
  locked: {
    vi: 'Kỳ này đã khóa số liệu lúc {lock}, nên không nhận thêm tệp.',
    en: 'This period was locked at {lock}, so no more files are taken.',
  },
  refused: {
    vi: 'Văn phòng không đồng ý gia hạn. Hạn cũ vẫn áp dụng.',
    en: 'The office refused the extension. The old deadline holds.',
  },
  requestWaits: {
    vi: 'Đề nghị gia hạn đến hết ngày {until} đang chờ Văn phòng xem xét.',
    en: 'The request for an extension to the end of {until} waits for the office.',
  },
  granted: {
    vi: 'Văn phòng đã đồng ý gia hạn đến hết ngày {until}.',
    en: 'The office granted an extension to the end of {until}.',
  },
  excludedNote: {
    vi: 'Đơn vị được loại trừ khỏi kỳ này; không cần gửi.',
    en: 'Your unit is excluded from this period; nothing needs to be sent.',
  },
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
  recorded: {
    vi: 'Đã ghi nhận: không phát sinh. Văn phòng Sở đã được báo.',
    en: 'Recorded: nothing to report. The office has been told.',
  },
} as const satisfies Words;

export const extension = {
  title: { vi: 'Cần thêm thời gian?', en: 'Need more time?' },
  open: { vi: 'Xin gia hạn', en: 'Ask for an extension' },
  question: { vi: 'Xin gia hạn “{title}”', en: 'Ask for an extension of “{title}”' },
  consequence: {
    vi: 'Hạn hiện nay: {due}. Văn phòng Sở sẽ xem xét; hạn này vẫn áp dụng cho đến khi được đồng ý.',
    en: 'Due now: {due}. The office decides; this deadline holds until it agrees.',
  },
  until: { vi: 'Xin gia hạn đến hết ngày', en: 'Until the end of' },
  dayToCome: {
    vi: 'Ngày đã chọn hiện lại ở đây, theo ngày/tháng/năm.',
    en: 'The day you choose is written out here, as day/month/year.',
  },
  untilMissing: { vi: 'Hãy chọn ngày.', en: 'Please choose a day.' },
  reasonHint: { vi: 'Ví dụ: chờ số liệu của chi nhánh.', en: "For example: waiting for a branch's figures." },
  confirm: { vi: 'Gửi đề nghị', en: 'Send the request' },
  unlockTitle: { vi: 'Cần gửi thêm?', en: 'Something more to send?' },
  unlockOpen: { vi: 'Xin mở khóa', en: 'Ask to unlock it' },
  unlockQuestion: { vi: 'Xin mở khóa “{title}”', en: 'Ask to unlock “{title}”' },
  unlockConsequence: {
    vi: 'Kỳ này đã khóa lúc {lock}. Nếu Văn phòng đồng ý, trang này nhận tệp đến hết ngày xin dưới đây.',
    en: 'The period was locked at {lock}. If the office agrees, files are taken here to the end of the day asked for.',
  },
  recorded: {
    vi: 'Đã ghi nhận đề nghị gia hạn đến hết ngày {until}. Văn phòng Sở đã được báo; hạn cũ vẫn áp dụng cho đến khi được đồng ý.',
    en: 'The request for an extension to the end of {until} is recorded. The office has been told; the old deadline holds until it agrees.',
  },
} as const satisfies Words;
