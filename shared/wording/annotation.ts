/** The words that are written into the copy of a unit's own file. */
import type { Severity } from '../vocabulary/finding.ts';
import type { Text } from '../vocabulary/text.ts';
import { ownSheet } from './own-sheet.ts';

/** Who the comments are by; comments of this name are the system's own and are replaced, never added to. */
export const author = 'Hệ thống tiếp nhận báo cáo';
export const initials = 'HT';

export const severityWords: Readonly<Record<Severity, Text>> = {
  error: { vi: 'LỖI, phải sửa', en: 'Error, to be mended' },
  warning: { vi: 'CẦN XEM LẠI', en: 'To be looked at' },
  note: { vi: 'GHI CHÚ', en: 'Note' },
};

export const remark = {
  found: { vi: 'Trong tệp', en: 'In the file' },
  expected: { vi: 'Cần là', en: 'Expected' },
  fix: { vi: 'Cách sửa', en: 'How to mend it' },
} as const satisfies Record<string, Text>;

/** The sheet that lists everything. */
export const list = {
  ...ownSheet,
  about: {
    vi: 'Trang này do hệ thống thêm vào bản sao của tệp đơn vị đã gửi; các ô có lưu ý được tô màu và kèm nhận xét. Có thể sửa ngay trong bản sao này rồi gửi lại: trang này không được tính là nội dung báo cáo.',
    en: 'The system added this sheet to a copy of the file you sent; the cells it speaks of are coloured and carry comments. You may mend this very copy and send it: this sheet does not count as part of the report.',
  },
  columns: {
    number: { vi: 'TT', en: 'No.' },
    where: { vi: 'Vị trí', en: 'Where' },
    message: { vi: 'Nội dung', en: 'What' },
    found: { vi: 'Trong tệp / Cần là', en: 'Found / expected' },
    fix: { vi: 'Cách sửa', en: 'How to mend it' },
    english: { vi: 'English', en: 'English' },
  },
  wholeFile: { vi: 'Cả tệp', en: 'The whole file' },
} as const;

/** Heads the one comment of a Word copy that speaks of the whole file. */
export const wholeDocument: Text = { vi: 'Lưu ý chung về tệp', en: 'On the file as a whole' };
