/** The words of the office's page of one unit. `{name}` marks what is filled in. */
import type { Text } from '../vocabulary/text.ts';

type Words = Record<string, Text>;

export const unitFile = {
  back: { vi: 'Về bảng theo dõi', en: 'Back to the board' },
  contact: { vi: 'Liên hệ', en: 'Contact' },
  clerk: { vi: 'Chuyên viên', en: 'Clerk' },
  head: { vi: 'Lãnh đạo đơn vị', en: 'Head of the unit' },
  asks: { vi: 'Đơn vị xin gia hạn đến hết {until}', en: 'The unit asks for time until {until}' },
  grant: { vi: 'Đồng ý gia hạn', en: 'Grant it' },
  refuse: { vi: 'Không đồng ý', en: 'Refuse it' },
  remindAgain: { vi: 'Bỏ tạm dừng nhắc', en: 'Hold reminders back no more' },
  actions: { vi: 'Xử lý', en: 'What can be done' },
  readsOnly: {
    vi: 'Liên kết này chỉ để xem: quyết định thuộc người được giao trong văn phòng.',
    en: 'This link only looks: deciding is for whom the office named.',
  },
  files: { vi: 'Các tệp đã gửi', en: 'Files sent' },
  noFiles: { vi: 'Đơn vị chưa gửi tệp nào.', en: 'The unit has sent no file.' },
  download: { vi: 'Tải tệp', en: 'Download' },
  annotated: { vi: 'Tải tệp đã ghi chú lỗi', en: 'Download with findings noted' },
  active: {
    vi: 'Tệp này có {what}, có thể tự chạy khi mở. Chỉ mở nếu biết chắc nguồn gốc, và không bật nội dung bị chặn.',
    en: 'This file holds {what}, which may act by itself. Open it only if you know where it comes from, and enable nothing.',
  },
  unexamined: {
    vi: 'Hệ thống chưa kiểm tra được nội dung tệp này, nên không biết trong tệp có gì tự chạy khi mở hay không. Chỉ mở nếu biết chắc nguồn gốc, và không bật nội dung bị chặn.',
    en: 'The content of this file was not examined, so nobody knows whether anything in it acts by itself. Open it only if you know where it comes from, and enable nothing.',
  },
  downloadAnyway: { vi: 'Vẫn tải tệp', en: 'Download all the same' },
  showVerdict: { vi: 'Xem kết quả và số liệu', en: 'Show verdict and figures' },
  hideVerdict: { vi: 'Ẩn kết quả', en: 'Hide the verdict' },
  record: { vi: 'Khai báo và quyết định', en: 'Declarations and decisions' },
  noRecord: { vi: 'Chưa có khai báo hay quyết định nào.', en: 'Nothing was declared or decided.' },
  by: { vi: '{who}, {time}', en: '{who}, {time}' },
  change: { vi: 'Từ “{before}” thành “{after}”', en: 'From “{before}” to “{after}”' },
  dueMoved: { vi: 'Hạn nộp: từ {before} thành {after}', en: 'Due: from {before} to {after}' },
  takenBack: { vi: 'Đã thu hồi', en: 'Taken back' },
  undo: { vi: 'Thu hồi', en: 'Take back' },
  notes: { vi: 'Ghi chú của văn phòng', en: 'The office’s notes' },
  notesLead: { vi: 'Đơn vị không thấy phần này.', en: 'The unit does not see these.' },
  noteLabel: { vi: 'Ghi chú mới', en: 'New note' },
  noteHint: { vi: 'Ví dụ: đã gọi 14h, hẹn chiều gửi.', en: 'Called at 2: coming today.' },
  noteAdd: { vi: 'Lưu ghi chú', en: 'Keep the note' },
  mails: { vi: 'Thư gửi cho đơn vị', en: 'Mails to the unit' },
  noMails: { vi: 'Chưa có thư nào về kỳ này.', en: 'No mail about this period yet.' },
  sentTo: { vi: 'tới {to}', en: 'to {to}' },
  registered: { vi: 'tới địa chỉ đăng ký lúc đó', en: 'to the address registered then' },
  told: { vi: 'Báo: {what}', en: 'Told: {what}' },
  mailAgain: { vi: 'có thể đã đến hai lần', en: 'may have come twice' },
} as const satisfies Words;

export const mailWords = {
  verdict: { vi: 'Kết quả nhận tệp', en: 'Verdict on a file' },
  decision: { vi: 'Báo quyết định, khai báo', en: 'A decision or a declaration' },
  announcement: { vi: 'Mở kỳ báo cáo', en: 'The period has opened' },
  reminder: { vi: 'Nhắc nộp', en: 'Reminder' },
} as const satisfies Words;

export const mailStateWords = {
  pending: { vi: 'chờ gửi', en: 'waits' },
  leased: { vi: 'đang gửi', en: 'on its way' },
  sent: { vi: 'đã gửi', en: 'sent' },
  returned: { vi: 'bị trả lại', en: 'came back' },
  superseded: { vi: 'không cần gửi nữa', en: 'no longer needed' },
  withheld: { vi: 'giữ lại, chờ sửa địa chỉ', en: 'kept until the address is mended' },
} as const satisfies Words;
