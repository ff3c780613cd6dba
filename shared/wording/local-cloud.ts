/** What the command that runs the whole system on one machine prints. */
import type { Text } from '../vocabulary/text.ts';

export const localCloudWords = {
  building: { vi: 'Đang dựng hệ thống trên máy này …', en: 'Building the system on this machine …' },
  ready: (seconds: string): Text => ({
    vi: `Hệ thống đã sẵn sàng sau ${seconds} giây.`,
    en: `Ready after ${seconds} s.`,
  }),
  clock: (time: string): Text => ({ vi: `Đồng hồ của hệ thống: ${time}`, en: `The system's clock: ${time}` }),
  portal: { vi: 'Cổng gửi báo cáo', en: 'Portal' },
  inbox: { vi: 'Hộp thư', en: 'Inbox' },
  control: { vi: 'Điều khiển', en: 'Control' },
  gateway: { vi: 'Máy chủ AWS cục bộ', en: 'Local AWS endpoint' },
  mailFiles: { vi: 'Thư đã gửi (.eml)', en: 'Sent mails' },
  sampleFiles: { vi: 'Tệp mẫu của các đơn vị', en: 'The units’ sample files' },
  report: (name: string): Text => ({ vi: 'Báo cáo tổng hợp', en: name }),
  playedBefore: {
    vi: 'Câu chuyện mẫu đã diễn ra trước đó; --fresh để diễn lại từ đầu.',
    en: 'The sample story was played before; --fresh begins anew.',
  },
  unitLinks: { vi: 'Liên kết của các đơn vị', en: 'Links of the units' },
  staysUp: { vi: 'Nhấn Ctrl+C để dừng.', en: 'Press Ctrl+C to stop.' },
  stopping: { vi: 'Đang dừng …', en: 'Stopping …' },
} as const;
