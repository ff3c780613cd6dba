/** What the board says of a report's issue; the rest comes with its own view. */
import type { Text } from '../vocabulary/text.ts';

export const issueLinks = {
  open: { vi: 'Phát hành báo cáo', en: 'Issue the report' },
  issuedNow: {
    vi: 'Hồ sơ phát hành, lập bản thay thế',
    en: 'What was issued, and what may replace it',
  },
  view: { vi: 'Xem dự thảo, hồ sơ phát hành', en: 'The draft, and what was issued' },
  downloadSigned: { vi: 'Tải bản đã ký', en: 'Download the signed report' },
} as const satisfies Record<string, Text>;
