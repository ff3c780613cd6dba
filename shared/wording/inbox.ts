/** Words of the local cloud's inbox, where the mails are read that nobody was really sent. */
import type { Text } from '../vocabulary/text.ts';

export const inboxWords = {
  title: { vi: 'Hộp thư', en: 'Inbox' },
  explanation: {
    vi: 'Thư do hệ thống chạy trên máy này gửi; không thư nào ra khỏi máy.',
    en: 'Mail sent by the system on this machine; none of it leaves the machine.',
  },
  everybody: { vi: 'Tất cả người nhận', en: 'All recipients' },
  recipients: { vi: 'Người nhận', en: 'Recipients' },
  none: { vi: 'Chưa có thư nào.', en: 'No mail yet.' },
  choose: { vi: 'Chọn một thư để đọc.', en: 'Choose a mail to read.' },
  from: { vi: 'Người gửi', en: 'From' },
  to: { vi: 'Người nhận', en: 'To' },
  replyTo: { vi: 'Trả lời tới', en: 'Reply to' },
  sent: { vi: 'Gửi lúc', en: 'Sent' },
  noSubject: { vi: '(không có tiêu đề)', en: '(no subject)' },
  attachments: { vi: 'Tệp đính kèm', en: 'Attachments' },
  download: { vi: 'Tải về', en: 'Download' },
  views: { vi: 'Cách xem thư', en: 'Ways to view the mail' },
  asRead: { vi: 'Thư', en: 'Mail' },
  asText: { vi: 'Văn bản', en: 'Plain text' },
  asSource: { vi: 'Mã nguồn', en: 'Source' },
  noHtml: { vi: 'Thư này không có phần HTML.', en: 'This mail has no HTML part.' },
  noText: { vi: 'Thư này không có phần văn bản.', en: 'This mail has no plain text part.' },
  notFound: { vi: 'Không tìm thấy thư này.', en: 'There is no such mail.' },
  back: { vi: 'Về hộp thư', en: 'Back to the inbox' },
} as const satisfies Record<string, Text>;
