/** The words of the page for when the system was interrupted: more hours for whom it held up. */
import type { Text } from '../vocabulary/text.ts';
import { givenHours } from './page-first-view.ts';

export const prolonging = {
  ...givenHours,
  question: { vi: 'Lùi hạn nộp do hệ thống gián đoạn', en: 'More hours, as the system was interrupted' },
  lead: {
    vi: 'Hạn nộp và giờ khóa kỳ của từng đơn vị lùi thêm số giờ dưới đây, kể cả những ngày vẫn tính là đúng hạn. Đơn vị đã nộp muộn trong khoảng ấy được tính là đúng hạn; giờ nhận của tệp không đổi.',
    en: 'Deadline, days of grace and lock of each unit move by so many hours. Who filed late within them becomes on time; the time of a file stays as it is.',
  },
  known: { vi: 'Hồ sơ ghi nhận trong 48 giờ qua', en: 'What the records know of the last 48 hours' },
  knowing: { vi: 'Đang xem hồ sơ…', en: 'Looking into the records…' },
  unknown: {
    vi: 'Chưa xem được hồ sơ: {why} Vẫn lùi hạn được.',
    en: 'The records could not be looked at: {why} Hours can be given all the same.',
  },
  quiet: {
    vi: 'Không thấy gián đoạn nào. Hệ thống không ghi nhận được những lần đơn vị không mở được trang.',
    en: 'No interruption is on record. Of visits that never reached the system the records know nothing.',
  },
  beyond: {
    vi: 'Hệ thống không ghi nhận được những lần đơn vị không mở được trang.',
    en: 'Of visits that never reached the system the records know nothing.',
  },
  gap: {
    vi: 'Lịch tự động dừng từ {from}, chạy lại lúc {to}',
    en: 'The schedule stood still from {from}, and went on at {to}',
  },
  behind: {
    vi: 'Lịch tự động mới chạy đến {done}',
    en: 'The schedule has come to {done} only',
  },
  notCome: {
    vi: '{count} tệp đã bắt đầu gửi nhưng không đến nơi',
    en: '{count} files were announced and never came',
  },
  unread: { vi: '{count} tệp đã tới, chưa được đọc', en: '{count} files came and are not read yet' },
  readLate: {
    vi: '{count} tệp được đọc sau hơn 10 phút',
    en: '{count} files were read more than 10 minutes after they came',
  },
  cutOff: {
    vi: '{count} tệp phải đọc lại vì máy dừng giữa chừng',
    en: '{count} files had to be read again, as the machine stopped half-way',
  },
  uploadsFrom: {
    vi: 'Đã xét {count} lần gửi, từ {since}.',
    en: '{count} uploads were looked at, from {since}.',
  },
  periods: { vi: 'Kỳ báo cáo', en: 'Periods' },
  oldDue: { vi: '– hạn {due}', en: '– due {due}' },
  hours: { vi: 'Số giờ lùi thêm', en: 'Hours more' },
  hoursHint: { vi: 'Từ 1 đến {most}.', en: '1 to {most}.' },
  hoursMissing: { vi: 'Hãy ghi số giờ, từ 1 đến {most}.', en: 'Give the hours, 1 to {most}.' },
  periodMissing: { vi: 'Hãy chọn ít nhất một kỳ.', en: 'Choose at least one period.' },
  nobody: {
    vi: 'Không có đơn vị nào còn nợ hoặc nộp muộn trong kỳ đã chọn.',
    en: 'Nobody owes or filed late in what is chosen.',
  },
  reasonHint: {
    vi: 'Ví dụ: đường truyền gián đoạn từ 20h đến 24h ngày 18/03. Được ghi vào hồ sơ và báo cho đơn vị.',
    en: 'Such as: the line was down from 20:00 to 24:00 on 18/03. Goes on record, and the units are told.',
  },
  whom: {
    vi: 'Cho {count} đơn vị còn nợ hoặc nộp muộn; đơn vị đã nộp đúng hạn, khai không phát sinh hoặc được loại trừ thì không cần.',
    en: 'For the {count} units that owe or filed late; who filed in time, has nothing to report or was left out needs none.',
  },
  serves: {
    vi: 'Theo hạn mới, cả {all} đơn vị có thêm thời gian nộp hoặc chuyển từ nộp muộn thành đúng hạn.',
    en: 'By the new deadline all {all} units have more time, or are late no more.',
  },
  servesSome: {
    vi: 'Theo hạn mới, chỉ {count} trong {all} đơn vị có thêm thời gian nộp hoặc chuyển từ nộp muộn thành đúng hạn; {rest} đơn vị còn lại không đổi tình trạng.',
    en: 'By the new deadline only {count} of the {all} units have more time, or are late no more; the other {rest} stand as they do.',
  },
  servesNobody: {
    vi: 'Hạn mới đã qua: theo hạn ấy không đơn vị nào trong {all} đơn vị đổi tình trạng. Hãy ghi nhiều giờ hơn.',
    en: 'The new deadline has passed: by it none of the {all} units stands otherwise. Give more hours.',
  },
  reaches: {
    vi: '{count} thư báo gửi ngay, mỗi đơn vị một thư; thư đã gửi không thu lại được. Quyết định thì thu hồi được, cho tất cả hoặc từng đơn vị.',
    en: '{count} mails go out at once, one each, and cannot be called back. The hours can be taken back, of all or of one unit.',
  },
  confirm: { vi: 'Lùi hạn', en: 'Give the hours' },
  confirmFor: { vi: 'Lùi hạn {hours} giờ ({count} đơn vị)', en: 'Give {hours} hours ({count} units)' },
} as const satisfies Record<string, Text>;
