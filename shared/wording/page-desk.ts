/** The words of the office's board and of what waits. `{name}` marks what is filled in. */
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
  noted: { vi: 'Ghi chú {time}:', en: 'Noted {time}:' },
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
