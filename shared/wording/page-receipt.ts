/** The words of the page's receipt, and of checking one without an account. `{name}` marks what is filled in. */
import type { Text } from '../vocabulary/text.ts';

type Words = Record<string, Text>;

export const receipt = {
  title: { vi: 'Biên nhận báo cáo', en: 'Receipt of a report' },
  number: { vi: 'Số biên nhận', en: 'Receipt number' },
  authority: { vi: 'Cơ quan tiếp nhận', en: 'Received by' },
  unit: { vi: 'Đơn vị báo cáo', en: 'Reporting unit' },
  period: { vi: 'Kỳ báo cáo', en: 'Reporting period' },
  file: { vi: 'Tệp', en: 'File' },
  size: { vi: 'Dung lượng', en: 'Size' },
  sizeFacts: { vi: '{size} ({bytes} byte)', en: '{size} ({bytes} bytes)' },
  sender: { vi: 'Người gửi', en: 'Sender' },
  time: { vi: 'Thời điểm nhận (giờ máy chủ)', en: 'Received (server time)' },
  noted: { vi: 'Văn phòng ghi', en: 'The office notes' },
  notedDay: { vi: 'nhận ngày {day}', en: 'received on {day}' },
  due: { vi: 'Hạn nộp', en: 'Due' },
  timely: { vi: 'So với hạn', en: 'Against the deadline' },
  inTime: { vi: 'đúng hạn', en: 'in time' },
  inTimeByFirst: {
    vi: 'đúng hạn: báo cáo đến lần đầu {time}, tệp này là bản chỉnh lý',
    en: 'in time: the report first came {time}, and this file corrects it',
  },
  inTimeByPaper: {
    vi: 'đúng hạn: Văn phòng ghi bản giấy nhận ngày {day}, tệp này gửi sau',
    en: 'in time: the office notes its paper as received on {day}, and this file came later',
  },
  late: { vi: 'nộp muộn', en: 'late' },
  leftOutInTime: {
    vi: 'đến đúng hạn, Văn phòng không đưa vào tổng hợp',
    en: 'came in time, and the office left it out',
  },
  leftOutLate: {
    vi: 'đến sau hạn, Văn phòng không đưa vào tổng hợp',
    en: 'came late, and the office left it out',
  },
  refusedInTime: {
    vi: 'đến đúng hạn nhưng bị từ chối tiếp nhận, không tính là đã nộp',
    en: 'came in time but was rejected, and does not count as filed',
  },
  refusedLate: {
    vi: 'đến sau hạn và bị từ chối tiếp nhận, không tính là đã nộp',
    en: 'came late and was rejected, and does not count as filed',
  },
  openInTime: {
    vi: 'đến đúng hạn, chưa tính là đã nộp',
    en: 'came in time, and does not count as filed yet',
  },
  openLate: {
    vi: 'đến sau hạn, chưa tính là đã nộp',
    en: 'came late, and does not count as filed yet',
  },
  state: { vi: 'Trạng thái', en: 'Status' },
  sha256: { vi: 'Mã kiểm tra SHA-256', en: 'SHA-256 checksum' },
  copy: { vi: 'Sao chép số', en: 'Copy the number' },
  copied: { vi: 'Đã sao chép', en: 'Copied' },
  print: { vi: 'In biên nhận', en: 'Print the receipt' },
  open: { vi: 'Trang tra cứu biên nhận', en: 'The page that checks receipts' },
  how: {
    vi: 'Ai có số biên nhận đều tra cứu được tại {address}, không cần tài khoản. Đúng tệp đã gửi thì mã SHA-256 tính từ tệp trùng với mã trên.',
    en: 'Whoever has the number can check it at {address}, without an account. The file that was sent always yields the checksum above.',
  },
} as const satisfies Words;

export const receiptCheck = {
  title: { vi: 'Tra cứu biên nhận', en: 'Check a receipt' },
  lead: {
    vi: 'Nhập số in trên biên nhận để biết tệp nào đã được nhận, lúc nào và kết quả ra sao.',
    en: 'Enter the number printed on a receipt to learn which file was received, when, and with what result.',
  },
  label: { vi: 'Số biên nhận', en: 'Receipt number' },
  hint: {
    vi: 'Ví dụ: Q1-2024-QLDD-7K3M9P2XTA. Viết hoa hay thường đều được.',
    en: 'For example: Q1-2024-QLDD-7K3M9P2XTA. Upper or lower case.',
  },
  missing: { vi: 'Hãy nhập số biên nhận.', en: 'Enter the number of a receipt.' },
  submit: { vi: 'Tra cứu', en: 'Check' },
  searching: { vi: 'Đang tra cứu…', en: 'Checking…' },
  another: { vi: 'Tra cứu số khác', en: 'Check another number' },
  unknown: { vi: 'Không có biên nhận này', en: 'There is no such receipt' },
  unknownLead: {
    vi: 'Số “{number}” không khớp với biên nhận nào. Hãy so lại từng ký tự với bản in; nếu vẫn không thấy, tệp ấy chưa được hệ thống nhận: hãy hỏi Văn phòng Sở.',
    en: 'The number “{number}” belongs to no receipt. Compare it with the print, letter by letter; if it still is not found, that file was never received: ask the office.',
  },
  genuine: { vi: 'Biên nhận có thật', en: 'This receipt is genuine' },
  genuineLead: {
    vi: 'Hệ thống đã nhận tệp dưới đây. Trang này chỉ cho biết những gì biên nhận ghi và tệp ấy nay ra sao.',
    en: 'The system received the file below. This page tells what the receipt does, and what became of the file.',
  },
  became: { vi: 'Hiện nay tệp này:', en: 'This file now:' },
} as const satisfies Words;
