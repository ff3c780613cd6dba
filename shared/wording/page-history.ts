/** The words of the page's history: what was sent, declared and decided, and why a file counts or does not. `{name}` marks what is filled in. */
import type { DecisionKind, Standing } from '../vocabulary/duty-states.ts';
import type { Text } from '../vocabulary/text.ts';

type Words = Record<string, Text>;

/** Whether a version stands for the unit, and if not, why. */
export const standingWords = {
  counts: { vi: 'đang được tính', en: 'the one that counts' },
  replaced: {
    vi: 'không tính: đã có bản mới hơn được tiếp nhận',
    en: 'does not count: a newer one was accepted',
  },
  'nil-declared': {
    vi: 'không tính: sau đó đơn vị đã khai không phát sinh',
    en: 'does not count: nothing to report was declared later',
  },
  returned: {
    vi: 'không tính: Văn phòng Sở yêu cầu chỉnh lý',
    en: 'does not count: the office returned it for correction',
  },
  excluded: {
    vi: 'không tính: Văn phòng Sở đã loại trừ',
    en: 'does not count: the office excluded it',
  },
  'not-accepted': { vi: 'chưa tính là đã nộp', en: 'does not count as filed' },
} as const satisfies Record<Standing, Text>;

/** What a unit declared, and what the office decided. */
export const decisionWords = {
  nil: { vi: 'Khai không phát sinh', en: 'Nothing to report was declared' },
  'extension-request': {
    vi: 'Xin gia hạn đến hết ngày {until}',
    en: 'An extension to the end of {until} was asked for',
  },
  extension: { vi: 'Được gia hạn đến hết ngày {until}', en: 'Time was extended to the end of {until}' },
  prolong: { vi: 'Được lùi hạn nộp thêm {hours} giờ', en: 'Prolonged by {hours} hours' },
  return: { vi: 'Yêu cầu chỉnh lý', en: 'Returned for correction' },
  'exclude-version': { vi: 'Loại trừ một lần nộp', en: 'A submission was excluded' },
  'exclude-unit': {
    vi: 'Đơn vị được loại trừ khỏi kỳ này',
    en: 'The unit was excluded from this period',
  },
  guidance: {
    vi: 'Đã có văn bản hướng dẫn; hạn nộp: hết ngày {until}',
    en: 'The guidance came; due by the end of {until}',
  },
  'extension-refusal': { vi: 'Không đồng ý gia hạn', en: 'More time was refused' },
  'accept-late': { vi: 'Chấp nhận nộp muộn', en: 'The late report was accepted' },
  waive: {
    vi: 'Tiếp nhận dù còn lỗi kiểm tra, báo cáo được tính',
    en: 'Checks were waived, the report counts',
  },
  'hold-reminders': {
    vi: 'Không nhắc về báo cáo này đến hết ngày {until}',
    en: 'No reminders of this report until the end of {until}',
  },
  'received-on': {
    vi: 'Văn phòng ghi: nhận ngày {until}',
    en: 'The office notes: received on {until}',
  },
  undo: { vi: 'Thu hồi một quyết định', en: 'A decision was taken back' },
} as const satisfies Record<DecisionKind, Text>;

export const history = {
  title: { vi: 'Lịch sử', en: 'History' },
  earlier: { vi: 'Các tệp gửi trước đó ({count})', en: 'Files sent before it ({count})' },
  nothing: { vi: 'Chưa có lần nộp nào.', en: 'Nothing has been submitted yet.' },
  byUnit: { vi: 'Đơn vị', en: 'The unit' },
  byOffice: { vi: 'Văn phòng Sở', en: 'The office' },
  receipt: { vi: 'Biên nhận', en: 'Receipt' },
  sender: { vi: 'Người gửi: {sender}', en: 'Sent by {sender}' },
  reason: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  showVerdict: { vi: 'Xem kết quả', en: 'Show the result' },
  hideVerdict: { vi: 'Ẩn kết quả', en: 'Hide the result' },
  about: { vi: 'Tệp “{file}”', en: 'File “{file}”' },
} as const satisfies Words;
