/** What was read otherwise than it is stored, and what nobody sees who opens the file. */

import type { Text } from '../vocabulary/text.ts';
import { findingWords as words } from './finding-words.ts';

const t = (vi: string, en: string): Text => ({ vi, en });

interface Named {
  /** Name and code of the indicator, as `Số mô hình… (A05)`. */
  readonly indicator: string;
}

const nothingToMend = t('Không cần sửa nếu đọc đúng.', 'Nothing to mend if this is right.');

const sendTheOriginal = t(
  'Đề nghị gửi tệp .xlsx hoặc .docx gốc, hoặc kiểm tra kỹ các số đã đọc.',
  'Please send the .xlsx or .docx it was made from, or check the figures read with care.',
);

export const conversionFindings = {
  /** `value`: a piece of text as it was read. */
  CODE_PAGE: (p: { encoding: string; value: string }) =>
    words(
      'CODE_PAGE',
      'note',
      t(
        `Tệp chữ (CSV) lưu theo bảng mã ${p.encoding}, không phải UTF-8; đã chuyển sang Unicode, ví dụ thành: ${p.value}.`,
        `The text file (CSV) is stored in ${p.encoding}, not in UTF-8; it was converted to Unicode, for example into: ${p.value}.`,
      ),
      t(
        'Đề nghị kiểm tra chữ đã đọc; lần sau nên lưu kiểu "CSV UTF-8" hoặc gửi tệp .xlsx.',
        'Please check the words that were read; next time save it as "CSV UTF-8" or send an .xlsx.',
      ),
    ),
  DECOMPOSED_LETTERS: (p: { count: string; value: string }) =>
    words(
      'DECOMPOSED_LETTERS',
      'note',
      t(
        `Chữ có dấu trong tệp lưu theo kiểu Unicode tổ hợp (dấu tách rời); ${p.count} chỗ đã được ghép thành Unicode dựng sẵn, ví dụ: ${p.value}.`,
        `Letters with marks are stored as decomposed Unicode; ${p.count} places were composed, for example: ${p.value}.`,
      ),
      nothingToMend,
    ),
  FORMULAS_WORKED_OUT: (p: { count: string; value: string }) =>
    words(
      'FORMULAS_WORKED_OUT',
      'note',
      t(
        `Có ${p.count} ô tự tính của biểu mẫu mà tệp không lưu kết quả; hệ thống đã tính, ví dụ: ${p.value}.`,
        `${p.count} cells that the form works out itself came without their results; they were worked out, for example: ${p.value}.`,
      ),
      t(
        'Không bắt buộc sửa; mở tệp bằng Excel rồi lưu lại thì kết quả hiện trong tệp.',
        'Nothing need be mended; once opened and saved in Excel the file shows them.',
      ),
    ),
  FORMULA_OVERTYPED: (p: { codes: string }) =>
    words(
      'FORMULA_OVERTYPED',
      'warning',
      t(
        `Ô tự tính của biểu mẫu đã bị ghi đè bằng số gõ tay, ở chỉ tiêu: ${p.codes}; đã lấy số gõ tay.`,
        `Figures were typed over what the form works out itself (${p.codes}); those typed were taken.`,
      ),
      t(
        'Đề nghị kiểm tra số lũy kế, tỷ lệ đã gõ; nếu chưa đúng, dùng biểu mẫu tải lại từ trang gửi báo cáo.',
        'Please check the cumulative figures and shares that were typed; where they are wrong, use the form as it is handed out.',
      ),
    ),
  TEXT_NUMBERS: (p: { count: string; value: string }) =>
    words(
      'TEXT_NUMBERS',
      'note',
      t(
        `Có ${p.count} ô số liệu lưu dưới dạng chữ (text); đã đọc thành số, ví dụ: ${p.value}.`,
        `${p.count} figures are stored as text; they were read as numbers, for example: ${p.value}.`,
      ),
      t(
        'Không bắt buộc sửa; nên định dạng ô là số để công thức tính được.',
        'Nothing need be mended; cells formatted as numbers let formulas count them.',
      ),
    ),
  DATE_READ: (p: Named & { value: string }) =>
    words(
      'DATE_READ',
      'note',
      t(
        `Ngày trong ô của chỉ tiêu ${p.indicator} đã được đọc là ${p.value}.`,
        `The date in the cell of ${p.indicator} was read as ${p.value}.`,
      ),
      t('Lần sau đề nghị ghi ngày/tháng/năm.', 'Next time please write day/month/year.'),
    ),
  DATE_ORDER: (p: Named & { value: string }) =>
    words(
      'DATE_ORDER',
      'warning',
      t(
        `Ngày trong ô của chỉ tiêu ${p.indicator} ghi tháng trước ngày sau; đã đọc là ${p.value}.`,
        `The date in the cell of ${p.indicator} has the month first; it was read as ${p.value}.`,
      ),
      t('Đề nghị kiểm tra và ghi theo thứ tự ngày/tháng/năm.', 'Please check it, and write day/month/year.'),
    ),
  DATE_WITHOUT_YEAR: (p: Named & { value: string }) =>
    words(
      'DATE_WITHOUT_YEAR',
      'warning',
      t(
        `Ngày trong ô của chỉ tiêu ${p.indicator} không ghi năm; đã hiểu là ${p.value}.`,
        `The date in the cell of ${p.indicator} has no year; it was taken as ${p.value}.`,
      ),
      t('Đề nghị kiểm tra và ghi đủ ngày/tháng/năm.', 'Please check it, and write day/month/year.'),
    ),
  HIDDEN_CELLS: (p: { count: string }) =>
    words(
      'HIDDEN_CELLS',
      'warning',
      t(
        `Có ${p.count} số liệu nằm ở dòng hoặc cột bị ẩn (hoặc bị lọc); vẫn được lấy như các số khác.`,
        `${p.count} figures stand in rows or columns that are hidden (or filtered out); they were taken like the others.`,
      ),
      t(
        'Đề nghị bỏ ẩn, bỏ lọc để kiểm tra; nếu là số cũ thì xóa dòng, cột đó rồi gửi lại.',
        'Please unhide the rows and columns and check them; delete what is old and send the file again.',
      ),
    ),
  TRACKED_CHANGES: (p: { count: string }) =>
    words(
      'TRACKED_CHANGES',
      'note',
      t(
        `Văn bản còn ${p.count} chỗ sửa theo chế độ theo dõi thay đổi (Track Changes); đã đọc theo nội dung sau khi sửa.`,
        `The document has ${p.count} tracked changes; it was read as if all of them were accepted.`,
      ),
      t(
        'Đề nghị chấp nhận hoặc từ chối các thay đổi (thẻ Xem lại, Review) trước khi gửi.',
        'Please accept or reject the changes (tab Review) before sending.',
      ),
    ),
  SCANNED_PAGES: (p: { count: string }) =>
    words(
      'SCANNED_PAGES',
      'warning',
      t(
        `Có ${p.count} trang của tệp PDF là ảnh quét, không có chữ; nội dung các trang đó không được đọc.`,
        `${p.count} pages of the PDF are scans without text; what stands on them was not read.`,
      ),
      sendTheOriginal,
    ),
  RECOGNISED_TEXT: () =>
    words(
      'RECOGNISED_TEXT',
      'warning',
      t(
        'Chữ trong tệp PDF là do phần mềm nhận dạng từ ảnh quét (OCR); chữ và số có thể sai.',
        'The text of the PDF was recognised from scans (OCR); words and figures may be wrong.',
      ),
      sendTheOriginal,
    ),
  CLIPPED_TEXT: (p: { count: string }) =>
    words(
      'CLIPPED_TEXT',
      'note',
      t(
        `Có ${p.count} chỗ trong tệp PDF bị che khuất vì dài quá ô; phần không nhìn thấy không được đọc.`,
        `${p.count} pieces of text in the PDF are cut off where they run out of their cells; what is not seen was not read.`,
      ),
      t(
        'Đề nghị mở rộng dòng, cột cho vừa chữ trước khi xuất PDF, hoặc gửi tệp gốc.',
        'Please widen the rows and columns before exporting the PDF, or send the original.',
      ),
    ),
};
