/** The words of the mail with the code that lets a device decide. */
import type { Text } from '../vocabulary/text.ts';

export const codeMail = {
  subject: '[{regime}] Mã xác nhận để quyết định',
  title: { vi: 'Mã xác nhận', en: 'Your code' },
  preheader: {
    vi: 'Mã 6 chữ số để quyết định trên trang theo dõi, dùng một lần, trong {minutes} phút.',
    en: 'Six digits for deciding on the overview: good once, for {minutes} minutes.',
  },
  lead: {
    vi: 'Nhập mã này vào trang theo dõi đang mở:',
    en: 'Enter this code on the overview of the units’ reports, which is open:',
  },
  code: { vi: 'Mã', en: 'Code' },
  until: { vi: 'Có hạn đến', en: 'Good until' },
  once: {
    vi: 'Mã dùng được một lần, trong {minutes} phút. Sau khi nhập, máy ấy được quyết định trong {hours} giờ.',
    en: 'It can be used once, within {minutes} minutes. The device may then decide for {hours} hours.',
  },
  notYou: {
    vi: 'Nếu bạn không yêu cầu mã này: có người khác đang giữ liên kết của bạn. Đừng đưa mã cho ai, và báo người quản trị thu hồi liên kết.',
    en: 'If you did not ask for it, somebody else holds your link. Give the code to nobody, and have the link revoked.',
  },
} as const satisfies Record<string, Text | string>;
