/**
 * Why a piece of a file was left out, for the people who sent it. The keys are the reasons that the readers and the
 * ledger (shared/reading) give.
 */
import type { PassedOver } from '../vocabulary/reading.ts';
import type { Text } from '../vocabulary/text.ts';
import { otherPart, visibleReasons } from './visible-skipped.ts';

const reasons: Readonly<Record<string, Text> & Record<PassedOver, Text>> = {
  ...visibleReasons,
  'remark-column': { vi: 'cột ghi chú', en: 'the column of notes' },
  'other-column': { vi: 'cột ngoài biểu mẫu', en: 'a column that the form does not have' },
  'row-without-indicator': { vi: 'dòng không có chỉ tiêu', en: 'a row without an indicator' },
  caption: { vi: 'tên biểu', en: 'the title of a form' },
  'below-the-form': { vi: 'phần dưới biểu', en: 'below the form' },
  'outside-the-outline': { vi: 'đoạn ngoài các mục của đề cương', en: "outside the outline's sections" },
  'closing-block': { vi: 'nơi nhận, chữ ký', en: 'addressees and signature' },
  'beyond-the-limit': { vi: 'lời văn quá dài của một mục', en: 'text beyond the length of a section' },
  introduction: { vi: 'phần mở đầu', en: 'the introduction' },
  'not-part-of-the-form': { vi: 'phần ngoài biểu và lời văn', en: 'neither figures nor narrative' },
  'hidden-sheet': { vi: 'trang tính ẩn', en: 'a hidden sheet' },
  'own-sheet': { vi: 'trang lưu ý do hệ thống thêm', en: 'the sheet of findings that the system added' },
  'very-hidden-sheet': { vi: 'trang tính ẩn', en: 'a hidden sheet' },
  chartsheet: { vi: 'trang biểu đồ', en: 'a sheet that is a chart' },
  'covered-by-merge': { vi: 'ô bị ô gộp che', en: 'covered by a merged cell' },
  comment: { vi: 'nhận xét', en: 'a comment' },
  footnote: { vi: 'chú thích cuối trang', en: 'a footnote' },
  endnote: { vi: 'chú thích cuối tài liệu', en: 'an endnote' },
  header: { vi: 'đầu trang', en: 'a page header' },
  footer: { vi: 'chân trang', en: 'a page footer' },
  'page-header-or-footer': { vi: 'đầu trang, chân trang', en: 'a page header or footer' },
  'tracked-deletion': { vi: 'nội dung đã đánh dấu xóa', en: 'a tracked deletion' },
  'tracked-move': { vi: 'nội dung đã chuyển đi nơi khác', en: 'moved elsewhere by tracked changes' },
  'struck-text': { vi: 'chữ bị gạch ngang', en: 'text that is struck through' },
  'look-by-rule': {
    vi: 'số có thể bị ẩn hoặc gạch theo điều kiện',
    en: 'a figure that a rule may hide or strike',
  },
  'bound-text': { vi: 'nội dung khác do Word tự điền', en: 'other content that Word fills in' },
  'bound-unknown': { vi: 'chữ mà Word có thể tự điền khác', en: 'text that Word may fill in otherwise' },
  'hidden-text': { vi: 'chữ ẩn', en: 'hidden text' },
  placeholder: { vi: 'chữ gợi ý của biểu mẫu', en: "the form's own hints" },
  macros: { vi: 'macro', en: 'macros' },
  'turned-text': { vi: 'chữ viết dọc hoặc nghiêng ngoài bảng', en: 'turned text outside of tables' },
  'clipped-text': { vi: 'chữ bị che khuất', en: 'text that is cut off' },
  'repeated-header': {
    vi: 'tiêu đề bảng lặp lại ở trang sau',
    en: 'a table header repeated on the next page',
  },
  signature: { vi: 'chữ ký số', en: 'a digital signature' },
  'remote-template': { vi: 'mẫu văn bản tải từ nơi khác', en: 'a template fetched from elsewhere' },
  dde: { vi: 'lệnh gọi chương trình khác (DDE)', en: 'a command to another program (DDE)' },
  include: { vi: 'trường lấy nội dung từ tệp khác', en: 'a field that brings in another file' },
  'external-link': { vi: 'liên kết ra ngoài tệp', en: 'a link that leads out of the file' },
  activex: { vi: 'nút điều khiển ActiveX', en: 'an ActiveX control' },
  script: { vi: 'đoạn chương trình (script)', en: 'a script' },
  launch: { vi: 'lệnh mở chương trình hoặc tệp khác', en: 'an action that starts or opens something' },
  'macro-sheet': { vi: 'trang macro', en: 'a sheet of macros' },
  index: { vi: 'mục lục', en: 'a table of contents' },
};

/** Machine-readable reason → words; a reason that a newer reader gives is "another part". */
export function skippedReason(why: string): Text {
  return reasons[why] ?? otherPart;
}
