/** What a file may do by itself on the computer of whoever opens it. */
import type { ActiveKind } from '../vocabulary/active-content.ts';
import type { Text } from '../vocabulary/text.ts';
import { findingWords as words } from './finding-words.ts';

const t = (vi: string, en: string): Text => ({ vi, en });

/** As a sentence names it, also before a download. */
export const activeContent: Readonly<Record<ActiveKind, Text>> = {
  macros: t('macro (chương trình chạy trong tệp)', 'macros (programs in the file)'),
  'macro-sheet': t('trang macro kiểu cũ của Excel', 'a macro sheet of old Excel'),
  'remote-template': t('mẫu văn bản (template) tải từ nơi khác', 'a template that is fetched from elsewhere'),
  dde: t('lệnh gọi chương trình khác (DDE)', 'a command to another program (DDE)'),
  include: t('trường (Field) lấy nội dung từ tệp khác', 'a field that brings in another file'),
  'external-link': t('liên kết tới tệp hoặc địa chỉ bên ngoài', 'a link to a file or an address outside'),
  'embedded-object': t('đối tượng nhúng (OLE)', 'an embedded object (OLE)'),
  activex: t('nút điều khiển ActiveX', 'an ActiveX control'),
  script: t('đoạn chương trình (script)', 'a script'),
  launch: t('lệnh mở chương trình hoặc tệp khác', 'an action that starts a program or opens a file'),
  'attached-file': t('tệp đính kèm bên trong', 'a file attached within it'),
};

const ways: Readonly<Partial<Record<ActiveKind, Text>>> = {
  'remote-template': t(
    'Trong Word: thẻ Nhà phát triển (Developer) → Document Template, đổi mẫu thành Normal, lưu rồi gửi lại nếu cần.',
    'In Word: tab Developer → Document Template, attach Normal instead, save and, where needed, send it again.',
  ),
  dde: t(
    'Đề nghị xóa trường hoặc công thức này, ghi nội dung trực tiếp; nếu không biết vì sao có nó, đừng mở tệp mà báo người phụ trách công nghệ thông tin.',
    'Please delete the field or formula and write its content itself; where nobody knows how it came there, do not open the file but tell whoever looks after the computers.',
  ),
  include: t(
    'Trong Word: chọn cả văn bản (Ctrl+A), nhấn Ctrl+Shift+F9 để đổi trường thành nội dung, lưu rồi gửi lại nếu cần.',
    'In Word: select all (Ctrl+A), press Ctrl+Shift+F9 so that fields become text, save and, where needed, send it again.',
  ),
  'external-link': t(
    'Trong Excel: thẻ Dữ liệu → Sửa liên kết (Edit Links) → Ngắt liên kết; trong Word: Tệp → Thông tin → Sửa liên kết tới tệp → Ngắt liên kết; lưu rồi gửi lại nếu cần.',
    'In Excel: tab Data → Edit Links → Break Link; in Word: File → Info → Edit Links to Files → Break Link; save and, where needed, send it again.',
  ),
};
const otherWay = t(
  'Nếu báo cáo không cần đến, đề nghị xóa khỏi tệp rồi lưu lại; nếu cần, không phải gửi lại.',
  'Where the report does not need it, please delete it and save the file; where it does, nothing need be sent again.',
);

export const activeFindings = {
  ACTIVE_CONTENT: (p: { active: ActiveKind; count: string }) => {
    const { vi, en } = activeContent[p.active];
    const times = p.count === '1' ? t('', '') : t(` (${p.count} chỗ)`, ` (${p.count} places)`);
    return words(
      'ACTIVE_CONTENT',
      'warning',
      t(
        `Tệp có ${vi}${times.vi}: có thể tự hoạt động khi mở. Hệ thống không chạy, không đọc phần này và không gửi lại bản sao có ghi chú của tệp.`,
        `The file holds ${en}${times.en}, which may act by itself when it is opened. It was neither run nor read, and no annotated copy of the file is sent back.`,
      ),
      ways[p.active] ?? otherWay,
    );
  },
};
