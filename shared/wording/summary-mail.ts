/**
 * Every word of the summary mail to the office. `{name}` marks what shared/mail/summary fills in. A plain string is
 * said in one language only: the mail itself in Vietnamese, the digest at its end in English.
 */
import type { Text } from './text.ts';

type Words = Record<string, Text | string>;

/** Where a unit stands in the summary: each unit stands in exactly one of these. */
export const standingWords = {
  'on-time': { vi: 'đúng hạn', en: 'on time' },
  late: { vi: 'muộn', en: 'late' },
  nil: { vi: 'không phát sinh', en: 'nothing to report' },
  pending: { vi: 'đang xử lý', en: 'being processed' },
  extended: { vi: 'được gia hạn', en: 'extended' },
  returned: { vi: 'phải chỉnh lý', en: 'returned for correction' },
  unreadable: { vi: 'không đọc được', en: 'unreadable' },
  rejected: { vi: 'bị từ chối', en: 'rejected' },
  missing: { vi: 'chưa gửi', en: 'missing' },
  excluded: { vi: 'loại trừ', en: 'excluded' },
} as const satisfies Record<string, Text>;

export const subject = {
  filed: '[{regime}] {period}: {filed}/{owing} đơn vị đã gửi ({rate})',
  nobody: '[{regime}] {period}: — (không có đơn vị nào phải gửi)',
  edition: '{period} (bản {edition})',
  complete: 'đủ, đúng hạn',
} as const satisfies Words;

export const overview = {
  title: { vi: 'Tổng hợp: {period}', en: 'Consolidated: {period}' },
  caption: '{filed}/{owing} đơn vị đã gửi, tính đến {at}. Hạn nộp: {due}.',
  nobody: 'Không có đơn vị nào phải gửi, tính đến {at}. Hạn nộp: {due}.',
  edition: 'Đây là bản {edition}, thay các bản trước.',
  preheaderOpen: 'Chưa có trong số liệu: {list}.',
  preheaderComplete: 'Mọi đơn vị phải gửi đều đã gửi; số liệu và lời văn trong thư.',
  portal: 'Mở trang theo dõi',
} as const satisfies Words;

export const decisions = {
  heading: 'Cần quyết định hoặc đôn đốc',
  none: 'Không có việc gì cần quyết định.',
  more: '… và {count} đơn vị khác, xem bảng từng đơn vị.',
  proposal: 'Việc cần làm',
  reason: 'Lý do',
  attempt: 'Tệp gần nhất',
  attemptValue: '“{file}”, nhận {at}: {state}',
  firstProblem: 'Lỗi đầu tiên',
  missing: 'chưa có tệp nào; đôn đốc, cho gia hạn hoặc loại trừ kèm lý do',
  rejected: 'đôn đốc đơn vị sửa và gửi lại (thư đã nêu rõ lỗi và cách sửa)',
  unreadable: 'xin đơn vị tệp Excel hoặc Word; tệp đã gửi vẫn được lưu',
  returned: 'theo dõi bản chỉnh lý của đơn vị',
  pending:
    'tệp đến trước giờ tổng hợp nhưng chưa đọc xong, chưa có trong số liệu; chờ kết quả rồi ra bản tiếp',
  extended: 'chưa có báo cáo; không coi là muộn đến hết thời gian gia hạn',
  leftOut: 'bản đã gửi bị loại khỏi báo cáo; đôn đốc bản khác, hoặc loại trừ đơn vị kèm lý do',
  newerPending: '{standing}, có tệp mới hơn đang xử lý',
  newerFile: '{standing}, nhưng tệp gửi sau không dùng được',
  newerAttempt: 'bản “{counting}” vẫn được tính; hỏi đơn vị có định thay bản đó không',
} as const satisfies Words;

export const units = {
  heading: 'Từng đơn vị',
  unit: 'Đơn vị, tệp, điểm đầu tiên cần xem',
  status: 'Trạng thái, thời điểm',
  moreFindings: '{problem} (và {count} điểm khác)',
  leftOut: 'Lược bớt {count} đơn vị để thư không quá dài; danh sách đủ ở báo cáo kèm theo.',
} as const satisfies Words;

export const totals = {
  heading: 'Số liệu tổng hợp',
  lead: 'Từ {count} báo cáo được tính. Cột cuối: bao nhiêu đơn vị trong số đó có số liệu; để trống không phải là 0.',
  none: 'Chưa có báo cáo nào được tính nên chưa có số liệu.',
  elsewhere: 'Bảng số liệu quá dài để in trong thư; xem đủ ở báo cáo kèm theo.',
  indicator: 'Chỉ tiêu',
  value: 'Trong kỳ',
  cumulative: 'Lũy kế',
  coverage: 'Đơn vị có số liệu',
  highest: 'nhiều nhất: {unit} {value}',
  highestShare: 'nhiều nhất: {unit} {value} ({share})',
  derived: 'tính lại từ các số tổng',
  tally: '{answer}: {count} đơn vị',
  days: 'từ {first} đến {last}',
  differing: '{count} nội dung khác nhau, xem báo cáo kèm theo',
} as const satisfies Words;

export const narrative = {
  heading: 'Lời văn theo đề cương',
  cut: 'Đoạn kết thúc bằng “…” đã được cắt ngắn; toàn văn ở báo cáo kèm theo.',
  elsewhere: 'Lời văn quá dài để in trong thư; toàn văn ở báo cáo kèm theo.',
} as const satisfies Words;

export const files = {
  attached: 'Tệp đính kèm',
  linked: 'Báo cáo kèm theo quá lớn để đính kèm, xin tải tại đây',
} as const satisfies Words;

export const digest = {
  filed: '{filed} of {owing} units have reported ({rate}) for "{period}" as of {at}: {counts}. Due: {due}.',
  nobody: 'No unit owes "{period}" as of {at} (rate: —).',
  openUnits: '{standing}: {list}.',
  files: 'Files: {list}.',
  note: 'A percentage is recomputed from its parts, a blank is not 0, and the report names the unit and the place in its file behind every figure.',
} as const satisfies Words;
