/**
 * Every word of the summary mail to the office. `{name}` marks what shared/mail/summary fills in. A plain string is
 * said in one language only: the mail itself in Vietnamese, the digest at its end in English.
 */

import type { Text } from '../vocabulary/text.ts';
import { dutyStatusWords, uploadStateWords } from './statuses.ts';

type Words = Record<string, Text | string>;

/** Where a unit stands in the summary: each unit stands in exactly one of these. The words are those of the statuses. */
export const standingWords = {
  'on-time': dutyStatusWords['on-time'],
  late: dutyStatusWords.late,
  nil: dutyStatusWords.nil,
  pending: { vi: 'đã nhận, đang xử lý', en: 'received, being processed' },
  extended: dutyStatusWords.extended,
  returned: dutyStatusWords.returned,
  unreadable: uploadStateWords.unreadable,
  rejected: uploadStateWords.rejected,
  missing: dutyStatusWords.missing,
  excluded: dutyStatusWords.excluded,
} as const satisfies Record<string, Text>;

/** On time, some of them with nothing to report. */
export const withNil = (count: number): Text => ({
  vi: `đúng hạn (${count} không phát sinh)`,
  en: `on time (${count} with nothing to report)`,
});

export const nilLate: Text = { vi: 'khai không phát sinh muộn', en: 'nothing to report, declared late' };

/** The same in a subject, which an inbox cuts after some sixty characters. */
export const shortStandingWords = {
  late: 'muộn',
  nil: 'không phát sinh',
  pending: 'đang xử lý',
  extended: 'được gia hạn',
  returned: 'phải chỉnh lý',
  unreadable: 'không đọc được',
  rejected: 'bị từ chối',
  missing: 'chưa gửi',
} as const satisfies Partial<Record<keyof typeof standingWords, string>>;

export const subject = {
  filed: '[{regime}] {period}: {filed}/{owing} đơn vị đã gửi ({rate})',
  nobody: '[{regime}] {period}: — (không có đơn vị nào phải gửi)',
  edition: '{period} (dự thảo lần {edition})',
  interim: '{period} (tạm tính)',
  complete: 'đủ, đúng hạn',
} as const satisfies Words;

export const overview = {
  title: { vi: 'Tổng hợp: {period}', en: 'Consolidated: {period}' },
  rate: 'Tỷ lệ đơn vị đã thực hiện báo cáo',
  caption: '{filed}/{owing} đơn vị đã nộp hoặc khai không phát sinh, tính đến {at}. Hạn nộp: {due}.',
  nobody: 'Không có đơn vị nào phải nộp, tính đến {at}. Hạn nộp: {due}.',
  interimBanner: 'Số liệu tạm tính, chưa phải báo cáo chính thức',
  interim: 'Kỳ này còn nhận báo cáo; số liệu dưới đây mới tính đến {at} và sẽ còn thay đổi.',
  interimUntil:
    'Kỳ này còn nhận báo cáo; số liệu dưới đây mới tính đến {at} và sẽ còn thay đổi. Báo cáo chính thức được lập lúc {final}.',
  interimTitle: { vi: 'Tình hình tạm tính: {period}', en: 'Interim, not the report: {period}' },
  preheaderOpen: 'Chưa có trong số liệu: {list}.',
  preheaderComplete: 'Mọi đơn vị phải nộp đều đã nộp; số liệu và nội dung ở trong thư.',
  portal: 'Mở trang theo dõi',
} as const satisfies Words;

export const doubts = {
  heading: 'Số liệu cần xem lại trước khi ký',
  fresh: 'Điểm mới cần xem lại',
  furtherWarnings: ' (và {count} cảnh báo khác)',
  outlier: '{indicator}: {value}, {usual}',
  discrepancy: '{indicator}: cộng các kỳ được {added}, báo cáo ghi {stated}',
  stated: {
    title: 'Đơn vị thiếu kỳ báo cáo',
    one: '{indicator}: cộng các kỳ được {added}; theo lũy kế các đơn vị khai là {stated}, chênh {difference} do thiếu kỳ',
    andOthers:
      '{indicator}: cộng các kỳ được {added}; theo lũy kế các đơn vị khai là {stated}, chênh {difference} do thiếu kỳ; {others} số liệu khác cũng chênh',
  },
  untold: {
    title: 'Số lũy kế chưa đủ hoặc chưa khớp',
    text: '{list}: lũy kế các đơn vị khai chưa đủ hoặc chưa khớp, nên báo cáo chỉ nêu số của riêng kỳ này nếu có',
  },
  unbalanced: {
    title: 'Số liệu chưa khớp với nhau',
    text: 'báo cáo không nêu {names}; {figures}{wayOut}',
  },
  nilDated:
    'khai không phát sinh {period} nhưng ghi {indicator} là {day}, trong kỳ đó; báo cáo không đếm ngày này',
  gap: 'thiếu báo cáo {periods}; số liệu cả năm chưa có phần này',
  more: '… và {count} điểm khác, xem tệp Excel kèm theo.',
} as const;

/** Of names for which there is no room. */
export const furtherUnits = {
  vi: '{names}; và {count} đơn vị khác',
  en: '{names}; and {count} more',
} as const;

export const decisions = {
  heading: 'Cần quyết định hoặc đôn đốc',
  none: 'Không có việc gì cần quyết định.',
  more: '… và {count} đơn vị khác, xem trang theo dõi.',
  misplaced:
    'tệp này là báo cáo của {unit}, đơn vị đang thiếu: báo đơn vị gửi nhầm gửi lại báo cáo của mình, {unit} gửi báo cáo',
  open: 'Mở trang để quyết định',
  proposal: 'Việc cần làm',
  reason: 'Lý do',
  attempt: 'Tệp gần nhất',
  attemptValue: '“{file}”, nhận {at}',
  newerAttemptValue: '“{file}”, nhận {at}: {state}',
  firstProblem: 'Lỗi đầu tiên',
  silent: '{count} đơn vị chưa nộp, chưa có tệp nào',
  together: '{count} đơn vị khác cần xử lý',
  fileOfAnother: 'Gửi nhầm báo cáo của đơn vị đang thiếu',
  eachOnPage: 'mở trang theo dõi, xem lý do và xử lý từng đơn vị',
  units: 'Đơn vị',
  notYet: 'kỳ còn mở, hệ thống tự nhắc theo lịch; chưa cần quyết định, trừ khi đơn vị xin gia hạn',
  missing: 'đôn đốc, cho gia hạn hoặc loại trừ kèm lý do',
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

/** Of a report of which fewer than half have come. */
export const signOrWait = {
  title: 'Ký hay chờ: mới có {filed}/{owing} đơn vị báo cáo',
  sign: 'Ký ngay',
  signed: 'báo cáo ghi rõ đây mới là số liệu bước đầu',
  wait: 'Chờ',
  waits:
    'thêm được nhiều nhất báo cáo của {count} đơn vị còn thiếu; {until}; có báo cáo mới thì lập lại dự thảo',
  lock: 'hệ thống nhận đến hết ngày {day}',
  extended: '{units} đơn vị được gia hạn, muộn nhất đến {at}',
  noDay: 'chưa đơn vị nào được gia hạn, cần hẹn ngày',
} as const satisfies Words;

export const moved = {
  worse: 'Cần lưu ý',
  main: 'Số liệu chính',
  mainOf: 'Số liệu chính (của {count} đơn vị có số liệu)',
  heading: 'Một số số liệu chính tăng, giảm',
  headingOver: 'Một số số liệu chính tăng, giảm (so sánh trên {count} đơn vị có số liệu cả hai kỳ)',
} as const satisfies Words;

export const requests = {
  heading: 'Kiến nghị của các đơn vị',
  upward: 'Lên cấp trên (có trong dự thảo)',
  upwardMore: '{list}; và {count} kiến nghị khác',
  /** What stays with the office. */
  internal: 'Nội bộ, {whose}',
  /** What nobody of the authority can answer. */
  local: 'Với UBND huyện, xã, {whose}',
  ofMould: '{head}, như: {one}',
  units: '{count} đơn vị',
  unitsBefore: '{count} đơn vị (nêu ở kỳ trước)',
  unitsSomeBefore: '{count} đơn vị ({before} đơn vị nêu ở kỳ trước)',
  more: 'Khác (không gửi lên, xem tệp Excel): {kinds}.',
  /** How many are not shown, by whom they ask. */
  moreInternal: '{count} nội bộ',
  moreOpen: '{count} chưa rõ gửi ai',
  moreLocal: '{count} với UBND huyện, xã',
  stays: 'Kiến nghị nội bộ không có trong báo cáo gửi lên trên.',
  offered:
    'Kiến nghị với UBND huyện, xã ({count}): muốn đưa vào báo cáo gửi lên trên, chọn trong tệp Excel kèm theo.',
  unaddressed: 'Chưa rõ gửi ai, {whose}',
} as const satisfies Words;

export const rest = {
  page: 'Từng đơn vị, toàn văn lời văn và bản tóm tắt cho lãnh đạo: trên trang theo dõi.',
  quiet: '{filed}/{owing} đơn vị đã gửi, tính đến {at} (tạm tính, chưa phải báo cáo chính thức).',
  quietFinal: 'Báo cáo chính thức được lập lúc {final}.',
  quietNone: 'Mọi đơn vị phải gửi đều đã gửi; không có việc gì cần quyết định.',
  quietMissing:
    'Còn {count} đơn vị chưa gửi; hạn nộp {due}, hệ thống tự nhắc theo lịch. Chưa có việc gì cần quyết định.',
} as const satisfies Words;

export const files = {
  attached: 'Tệp đính kèm',
  linked: 'Báo cáo kèm theo quá lớn để đính kèm, xin tải tại đây',
  interim: 'Số liệu tạm tính của từng đơn vị và nguồn của từng con số; chưa dùng để báo cáo lên trên.',
  docx: 'Dự thảo báo cáo tổng hợp để sửa và trình ký.',
  xlsx: 'Số liệu của từng đơn vị, nguồn của từng con số, từng câu được chọn và vì sao.',
  /** Who is named "để B/c". */
  upward:
    'Gửi báo cáo cho {whom}: hệ thống không tự gửi. Sau khi ký, mở trang của Văn phòng, bấm “Phát hành báo cáo”, ghi số, ngày và tải bản đã ký lên.',
} as const satisfies Words;

export const digest = {
  filed: '{filed} of {owing} units have reported ({rate}) for "{period}" as of {at}: {counts}. Due: {due}.',
  nobody: 'No unit owes "{period}" as of {at} (rate: —).',
  openUnits: '{standing}: {list}.',
  files: 'Files: {list}.',
  upward:
    'Nothing goes to {whom} by itself: once it is signed, issue it on the office’s page, with its number, its day and the signed file.',
  note: 'The workbook names the unit and place behind every figure.',
} as const satisfies Words;

/** Of a period with more reports than one summary holds. */
export const tooLarge = {
  subject: '[{regime}] {period}: {filed}/{expected} đơn vị đã gửi',
  title: { vi: 'Tổng hợp: {period}', en: 'Consolidated: {period}' },
  banner: { vi: 'Không lập được một bản tổng hợp chung', en: 'No single summary is made' },
  why: {
    vi: 'Kỳ này có {reports} báo cáo, nhiều hơn số một bản tổng hợp chứa được ({most}). {filed}/{expected} đơn vị đã nộp hoặc khai không phát sinh, tính đến {at}. Mọi báo cáo vẫn được lưu và tính đủ.',
    en: 'This period has {reports} reports, more than one summary holds ({most}). {filed} of {expected} units filed or declared nil as of {at}. Every report is kept and counts.',
  },
  todo: {
    vi: 'Từng đơn vị: trên trang theo dõi. Toàn bộ số liệu: quản trị hệ thống lập tệp CSV bằng lệnh "report figures {id}".',
    en: 'Each unit: on the page. All figures: an admin makes a CSV file by "report figures {id}".',
  },
  without: {
    vi: 'Chưa gửi gì cho {whom}: lập báo cáo từ tệp CSV này, trình ký rồi gửi.',
    en: 'Nothing of it went to {whom}: draw the report up from that CSV file, have it signed, and send it.',
  },
  button: { vi: 'Mở trang theo dõi', en: 'Open the page' },
} as const satisfies Words;
