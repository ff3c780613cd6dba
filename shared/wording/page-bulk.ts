/** The words of the page for deciding about many units at once. `{name}` marks what is filled in. */
import type { Text } from '../vocabulary/text.ts';

type Words = Record<string, Text>;

/** Why a button is not there: it fits none of those that are chosen. */
export const bulkNone = {
  reminder: {
    vi: 'Không nhắc được: không đơn vị nào đã chọn còn nợ mà chưa tạm dừng nhắc.',
    en: 'No reminder: none of them owes and may be reminded.',
  },
  'hold-reminders': {
    vi: 'Không cần tạm dừng nhắc: không đơn vị nào đã chọn còn nợ.',
    en: 'No reminders to hold back: none of them owes.',
  },
  extension: {
    vi: 'Không cần gia hạn: các đơn vị đã chọn đã nộp đúng hạn, không phải nộp hoặc chưa có hạn.',
    en: 'No more time to give: they filed in time, owe nothing, or have no deadline yet.',
  },
  'extension-refusal': {
    vi: 'Không có đơn vị nào đã chọn đang xin gia hạn.',
    en: 'None of them asks for more time.',
  },
  nil: {
    vi: 'Không khai thay được: các đơn vị đã chọn đã nộp, đã khai hoặc không phải nộp.',
    en: 'Nothing to declare: they have filed, declared or owe nothing.',
  },
  'accept-late': {
    vi: 'Không có báo cáo nộp muộn nào chờ chấp nhận.',
    en: 'No late report of theirs waits to be accepted.',
  },
  'exclude-unit': {
    vi: 'Các đơn vị đã chọn đều đã được loại trừ.',
    en: 'All of them are excluded already.',
  },
} as const satisfies Words;

export const bulk = {
  notFit: {
    vi: 'Không gồm {count} đơn vị đã chọn, vì quyết định này không áp dụng cho họ:',
    en: 'Without {count} of the chosen units, whom this does not fit:',
  },
  asking: {
    vi: '{count} đơn vị đang xin gia hạn, chưa được trả lời; nên trả lời trước:',
    en: '{count} units ask for more time, and nobody has answered; better answer first:',
  },
  fileWaits: {
    vi: '{count} đơn vị đã gửi tệp nhưng hệ thống chưa đọc được; nên xem tệp trước:',
    en: '{count} units sent a file that could not be read; better look at it first:',
  },
  left: {
    asking: {
      vi: 'Để lại {count} đơn vị đang xin gia hạn, chưa được trả lời; nên trả lời trước:',
      en: 'Without {count} units that ask for more time and have no answer yet; better answer first:',
    },
    filed: {
      vi: 'Để lại {count} đơn vị đã nộp hoặc khai không phát sinh, không cần thêm thời gian:',
      en: 'Without {count} units that have filed, or have nothing to report, and need no more time:',
    },
  },
  takeGroup: { vi: 'Gồm cả {count} đơn vị này', en: 'Take these {count} in as well' },
  leaveOut: { vi: 'Bỏ ra', en: 'Leave out' },
  leaveOutLabel: { vi: 'Bỏ {unit} ra khỏi lần này', en: 'Leave {unit} out this time' },
  leaveAllOut: { vi: 'Bỏ cả {count} đơn vị này ra', en: 'Leave all {count} out' },
  leftOut: { vi: 'Đã bỏ ra {count} đơn vị:', en: '{count} units are left out:' },
  takeIn: { vi: 'Đưa vào lại', en: 'Take in again' },
  nobody: { vi: 'Không còn đơn vị nào', en: 'Nobody is left' },
} as const satisfies Record<string, Text | Words>;

/** Until when each has now, and would have. */
export const dueMoves = {
  now: { vi: 'Hạn {from}', en: 'Due {from}' },
  own: { vi: 'Hạn riêng {from}', en: 'Own deadline {from}' },
  to: { vi: '→ hạn mới {to}', en: '→ new deadline {to}' },
  over: {
    vi: '(đã qua; đơn vị chưa nộp vẫn quá hạn)',
    en: '(it has passed; who has not filed stays overdue)',
  },
  units: { vi: '{count} đơn vị:', en: '{count} units:' },
  later: {
    vi: '{count} đơn vị đã có hạn riêng muộn hơn hạn chung. Số giờ được cộng vào hạn riêng ấy; không đơn vị nào bị kéo hạn sớm lại.',
    en: '{count} units have a later deadline of their own. The hours are added to that; nobody’s deadline moves earlier.',
  },
  kept: {
    vi: '{count} đơn vị đã có hạn đến ngày này hoặc muộn hơn: giữ nguyên hạn ấy, không ghi quyết định và không gửi thư.',
    en: '{count} units have until that day or later already: it stays, nothing is decided and nothing mailed.',
  },
  keptAll: {
    vi: 'Ngày này không cho đơn vị nào thêm thời gian. Hãy chọn ngày muộn hơn.',
    en: 'That day gives nobody more time. Choose a later one.',
  },
} as const satisfies Words;
