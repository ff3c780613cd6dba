/** What was not read and may hold what is missing, as a finding names it, and how to bring it into the form. */

import type { Source } from '../vocabulary/source.ts';
import { fillEach, joinEach, type Text } from '../vocabulary/text.ts';
import { placesOf } from './places.ts';
import { otherPart, visibleReasons } from './visible-skipped.ts';

export interface UnreadPiece {
  /**
   * A reason of `skipped`, or `strange-column`: a column whose heading means nothing known, or `stray-figure`: one that
   * stands by itself beside a table.
   */
  readonly why: string;
  readonly where: Source | null;
  /** Of a column; of a figure, how it is written. */
  readonly heading?: string;
}

const t = (vi: string, en: string): Text => ({ vi, en });
const MOST_NAMED = 5;

const ways: Readonly<Record<string, Text | undefined>> = {
  'strange-column': t(
    'Đặt tên cột theo biểu mẫu: "Trong kỳ", "Lũy kế".',
    'Call the columns as the form does: "Trong kỳ", "Lũy kế".',
  ),
  'stray-figure': t(
    'Số đứng ngoài bảng: ghi số vào đúng ô của biểu rồi gửi lại, tốt nhất là tệp .xlsx hoặc .docx gốc.',
    'A figure outside the table: write it into its cell of the form and send it again, best as the original .xlsx or .docx.',
  ),
  'turned-figure': t(
    'Số viết dọc hoặc nghiêng: viết thẳng hàng trong ô của biểu, hoặc gửi tệp gốc .xlsx, .docx.',
    'A figure that is turned: write it upright into its cell, or send the original .xlsx or .docx.',
  ),
  'attached-file': t(
    'Tệp đính kèm bên trong: lưu tệp đó ra máy rồi gửi riêng tệp đó.',
    'A file attached within: save it and send that file itself.',
  ),
  'embedded-object': t(
    'Bảng tính nhúng: nhấn đúp vào bảng để mở, chọn và sao chép (Ctrl+C) các ô, nhấn ra ngoài, dán (Ctrl+V) thành bảng của Word rồi xóa đối tượng nhúng; hoặc gửi tệp Excel gốc.',
    'An embedded workbook: double-click it, copy its cells (Ctrl+C), click outside, paste them (Ctrl+V) as a table of Word and delete the object; or send the Excel file itself.',
  ),
  'embedded-document': t(
    'Tài liệu nhúng: mở tài liệu đó, sao chép nội dung và dán vào báo cáo.',
    'An embedded document: open it, copy what is in it and paste it into the report.',
  ),
  'form-field': t(
    'Ô nhập, danh sách chọn: gõ trực tiếp nội dung vào ô của biểu.',
    'Form fields and lists: type into the cells of the form itself.',
  ),
  'field-code': t(
    'Trường (Field) chưa có kết quả: nhấn vào trường, nhấn F9 để cập nhật, hoặc gõ số trực tiếp.',
    'A field without a result: click it and press F9, or type the number itself.',
  ),
  'scanned-page': t(
    'Trang quét: gửi tệp gốc .xlsx hoặc .docx.',
    'Scanned pages: send the original .xlsx or .docx.',
  ),
  image: t('Hình ảnh: gõ số liệu trong ảnh vào biểu.', 'Pictures: type what they show into the form.'),
};
const boxes = t(
  'Hộp chữ, hình vẽ: chuyển nội dung vào ô của biểu.',
  'Text boxes and drawings: move what they hold into the cells of the form.',
);

/** A sentence behind a finding's own, with a space before it; empty where nothing was left unread. */
export function unreadSentence(pieces: readonly UnreadPiece[]): Text {
  if (pieces.length === 0) return t('', '');
  const once = [...new Map(pieces.map((piece) => [piece.heading ?? JSON.stringify(piece), piece])).values()];
  const named = once.slice(0, MOST_NAMED).map(nameOf);
  const more = once.length > MOST_NAMED ? '…' : '';
  return fillEach(
    t(
      ' Tuy nhiên tệp có nội dung không đọc được, có thể chứa phần này: {named}{more}.',
      ' Yet the file holds what could not be read and may be it: {named}{more}.',
    ),
    { named: joinEach(named, '; '), more },
  );
}

/** How to mend it, with a space before it. */
export function unreadWays(pieces: readonly UnreadPiece[]): Text {
  const found = [...new Set(pieces.map(({ why }) => ways[why] ?? boxes))];
  return joinEach(found.flatMap((way) => [t(' ', ' '), way]));
}

function nameOf({ why, where, heading }: UnreadPiece): Text {
  const place = where === null ? null : placesOf([where]);
  const reason = reasonOf(why, heading);
  return place === null ? reason : fillEach(t('{reason} ({place})', '{reason} ({place})'), { reason, place });
}

function reasonOf(why: string, heading: string | undefined): Text {
  if (why === 'stray-figure')
    return t(`số “${heading}” đứng ngoài bảng`, `the figure “${heading}” outside the table`);
  if (why !== 'strange-column') return visibleReasons[why] ?? otherPart;
  return heading
    ? t(`cột “${heading}”`, `the column “${heading}”`)
    : t('cột không có tên', 'a column without a heading');
}
