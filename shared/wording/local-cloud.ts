/** What the command that runs the whole system on one machine prints. */
import type { Text } from './text.ts';

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
  unitLinks: { vi: 'Liên kết của các đơn vị', en: 'Links of the units' },
  staysUp: { vi: 'Nhấn Ctrl+C để dừng.', en: 'Press Ctrl+C to stop.' },
  stopping: { vi: 'Đang dừng …', en: 'Stopping …' },
} as const;
