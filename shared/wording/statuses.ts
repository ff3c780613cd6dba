/**
 * The words for what became of a duty and of a file. Lower case, as they stand inside a sentence; who shows them
 * alone capitalises the first letter.
 */
import type { DutyStatus } from '../vocabulary/duty-states.ts';
import type { UploadState } from '../vocabulary/states.ts';
import type { Text } from '../vocabulary/text.ts';

/** What a unit's duty stands at. Missing, nil, returned, extended and excluded are five different things. */
export const dutyStatusWords = {
  'awaiting-guidance': { vi: 'chờ hướng dẫn', en: 'awaiting guidance' },
  'not-due': { vi: 'chưa đến hạn', en: 'not due yet' },
  missing: { vi: 'chưa nộp', en: 'missing' },
  overdue: { vi: 'quá hạn', en: 'overdue' },
  'on-time': { vi: 'nộp đúng hạn', en: 'submitted on time' },
  late: { vi: 'nộp muộn', en: 'submitted late' },
  nil: { vi: 'không phát sinh', en: 'nothing to report' },
  extended: { vi: 'được gia hạn', en: 'extended' },
  returned: { vi: 'yêu cầu chỉnh lý', en: 'returned for correction' },
  excluded: { vi: 'loại trừ', en: 'excluded' },
} as const satisfies Record<DutyStatus, Text>;

/** What became of one upload: the first three before the file was read, the others are verdicts. */
export const uploadStateWords = {
  minted: { vi: 'chờ tệp', en: 'waiting for the file' },
  expired: { vi: 'hết thời gian gửi', en: 'expired before the file came' },
  received: { vi: 'đã nhận', en: 'received' },
  accepted: { vi: 'tiếp nhận', en: 'accepted' },
  'accepted-with-warnings': { vi: 'tiếp nhận, có điểm cần xem lại', en: 'accepted with warnings' },
  rejected: { vi: 'từ chối tiếp nhận', en: 'rejected' },
  unreadable: { vi: 'đã nhận tệp nhưng chưa đọc được số liệu', en: 'received, could not be read' },
} as const satisfies Record<UploadState, Text>;
