/**
 * What of a file people see and no reader takes: figures and text may stand in it, so that findings name it. All other
 * reasons stand in page-skipped.ts, which is not loaded where a file is only read.
 */
import type { Text } from '../vocabulary/text.ts';

export const visibleReasons: Readonly<Record<string, Text>> = {
  image: { vi: 'hình ảnh', en: 'a picture' },
  chart: { vi: 'biểu đồ', en: 'a chart' },
  diagram: { vi: 'sơ đồ', en: 'a diagram' },
  'text-box': { vi: 'hộp chữ', en: 'a text box' },
  'word-art': { vi: 'chữ nghệ thuật', en: 'word art' },
  'drawing-text': { vi: 'chữ trong hình vẽ', en: 'text in a drawing' },
  'field-code': { vi: 'mã trường', en: 'a field code' },
  'form-field': { vi: 'ô nhập, ô chọn của biểu mẫu', en: 'a form field' },
  'embedded-object': { vi: 'đối tượng nhúng', en: 'an embedded object' },
  'embedded-document': { vi: 'tài liệu nhúng', en: 'an embedded document' },
  'scanned-page': { vi: 'trang quét, không có chữ', en: 'a scanned page without text' },
  'attached-file': { vi: 'tệp đính kèm bên trong', en: 'a file attached within it' },
  'turned-figure': { vi: 'số viết dọc hoặc nghiêng', en: 'a figure that is turned' },
  'nested-table': { vi: 'bảng lồng trong ô', en: 'a table within a cell' },
};

export const otherPart: Text = { vi: 'phần khác của tệp', en: 'another part of the file' };
