/** How a figure is written in its cell. */

import { joinEach, type Text } from '../vocabulary/text.ts';
import { findingWords as words } from './finding-words.ts';

const t = (vi: string, en: string): Text => ({ vi, en });

interface Named {
  /** Name and code of the indicator, as `Số mô hình… (A05)`. */
  readonly indicator: string;
}

const writeWholeNumber = t(
  'Đề nghị ghi một số nguyên không âm bằng chữ số, ví dụ 12; không ghi chữ trong ô số liệu.',
  'Please write one whole number, not negative, in digits, such as 12, and no words in the cell.',
);

export const figureFindings = {
  NOT_A_NUMBER: (p: Named) =>
    words(
      'NOT_A_NUMBER',
      'error',
      t(
        `Không đọc được số trong ô của chỉ tiêu ${p.indicator}.`,
        `The cell of ${p.indicator} cannot be read as a number.`,
      ),
      writeWholeNumber,
    ),
  ANSWER_UNFILLED: (p: Named) =>
    words(
      'ANSWER_UNFILLED',
      'warning',
      t(
        `Câu trả lời ở ${p.indicator} còn chỗ để trống (…): chưa ghi số, ngày.`,
        `The answer at ${p.indicator} still has gaps to be filled in (…).`,
      ),
      t(
        'Đề nghị ghi đủ vào chỗ “…”, ví dụ: Đã xong; số 12/BC ngày 05/02/2024. Câu còn “…” không được đưa vào báo cáo tổng hợp.',
        'Please fill in each “…”, such as: Đã xong; số 12/BC ngày 05/02/2024. An answer with “…” does not go into the consolidated report.',
      ),
    ),
  NOT_WHOLE: (p: Named) =>
    words(
      'NOT_WHOLE',
      'error',
      t(`${p.indicator} phải là số nguyên.`, `${p.indicator} must be a whole number.`),
      joinEach(
        [
          writeWholeNumber,
          t(
            'Nếu dấu chấm hoặc phẩy dùng để ngăn hàng nghìn, đề nghị ghi liền, ví dụ 1250.',
            'If the point or comma separates thousands, please write the digits together: 1250.',
          ),
        ],
        ' ',
      ),
    ),
  NEGATIVE: (p: Named) =>
    words(
      'NEGATIVE',
      'error',
      t(`${p.indicator} không thể là số âm.`, `${p.indicator} cannot be negative.`),
      writeWholeNumber,
    ),
  CELL_ERROR: (p: Named) =>
    words(
      'CELL_ERROR',
      'error',
      t(
        `Ô của chỉ tiêu ${p.indicator} đang báo lỗi công thức.`,
        `The cell of ${p.indicator} shows a formula error.`,
      ),
      t(
        'Đề nghị sửa công thức hoặc ghi số trực tiếp rồi gửi lại.',
        'Please mend the formula or write the number itself.',
      ),
    ),
  FORMULA_NO_VALUE: (p: Named) =>
    words(
      'FORMULA_NO_VALUE',
      'error',
      t(
        `Ô của chỉ tiêu ${p.indicator} có công thức nhưng tệp không lưu kết quả.`,
        `The cell of ${p.indicator} holds a formula whose result is not stored in the file.`,
      ),
      t(
        'Đề nghị mở tệp bằng Excel, lưu lại (Ctrl+S) rồi gửi lại, hoặc ghi số trực tiếp.',
        'Please open the file in Excel, save it (Ctrl+S) and send it again, or write the number itself.',
      ),
    ),
  APPROXIMATE: (p: Named) =>
    words(
      'APPROXIMATE',
      'warning',
      t(
        `Số liệu của chỉ tiêu ${p.indicator} ghi áng chừng; đã lấy con số trong ô.`,
        `The figure of ${p.indicator} is approximate; the number in the cell was taken.`,
      ),
      t('Đề nghị ghi số chính xác.', 'Please give the exact number.'),
    ),
  ZERO_IN_WORDS: (p: Named) =>
    words(
      'ZERO_IN_WORDS',
      'note',
      t(
        `Ô của chỉ tiêu ${p.indicator} ghi bằng chữ hoặc gạch ngang; đã hiểu là 0.`,
        `The cell of ${p.indicator} holds a word or a dash; it was taken as 0.`,
      ),
      t('Lần sau đề nghị ghi 0.', 'Next time please write 0.'),
    ),
  NUMBER_IN_TEXT: (p: Named) =>
    words(
      'NUMBER_IN_TEXT',
      'note',
      t(
        `Ô của chỉ tiêu ${p.indicator} có chữ kèm theo số; đã lấy con số.`,
        `The cell of ${p.indicator} holds words beside the number; the number was taken.`,
      ),
      t('Lần sau đề nghị chỉ ghi số.', 'Next time please write the number alone.'),
    ),
  SEPARATOR: (p: Named & { value: string }) =>
    words(
      'SEPARATOR',
      'note',
      t(
        `Số liệu của chỉ tiêu ${p.indicator} có dấu chấm (hoặc dấu cách) ngăn hàng nghìn; đã đọc là ${p.value}, các ô khác của cột cũng đọc như vậy.`,
        `The figure of ${p.indicator} has a point (or a space) between thousands; it was read as ${p.value}, and other cells of the column likewise.`,
      ),
      t(
        'Nếu đọc chưa đúng, đề nghị ghi liền các chữ số và gửi lại.',
        'If this is wrong, please write the digits together and send it again.',
      ),
    ),
  SEPARATOR_UNUSUAL: (p: Named & { value: string }) =>
    words(
      'SEPARATOR_UNUSUAL',
      'warning',
      t(
        `Số liệu của chỉ tiêu ${p.indicator} dùng dấu phẩy; vì là số nguyên nên đã đọc là ${p.value}.`,
        `The figure of ${p.indicator} uses a comma; as a whole number it was read as ${p.value}.`,
      ),
      t(
        'Đề nghị kiểm tra, ghi liền các chữ số và gửi lại nếu đọc chưa đúng.',
        'Please check it; write the digits together and send it again if this is wrong.',
      ),
    ),
  SEPARATOR_ENGLISH: (p: Named & { value: string }) =>
    words(
      'SEPARATOR_ENGLISH',
      'note',
      t(
        `Cột này ghi số theo kiểu Anh (dấu phẩy ngăn hàng nghìn, dấu chấm thập phân); số liệu của chỉ tiêu ${p.indicator} đã đọc là ${p.value}, các ô khác của cột cũng đọc như vậy.`,
        `This column is written the English way (1,234.5); the figure of ${p.indicator} was read as ${p.value}, and other cells of the column likewise.`,
      ),
      t(
        'Nếu đọc chưa đúng, đề nghị ghi liền các chữ số và gửi lại.',
        'If this is wrong, please write the digits together and send it again.',
      ),
    ),
  SEPARATOR_MIXED: (p: Named & { value: string }) =>
    words(
      'SEPARATOR_MIXED',
      'warning',
      t(
        `Cột này dùng dấu chấm, dấu phẩy theo cả hai kiểu (1.234,5 và 1,234.5); số liệu của chỉ tiêu ${p.indicator} đã đọc là ${p.value}.`,
        `This column mixes two ways of writing numbers (1.234,5 and 1,234.5); the figure of ${p.indicator} was read as ${p.value}.`,
      ),
      t(
        'Đề nghị kiểm tra số này, ghi liền các chữ số ở cả cột rồi gửi lại nếu đọc chưa đúng.',
        'Please check this figure; write the digits together in the whole column and send it again if it is wrong.',
      ),
    ),
  PERCENT_FRACTION: (p: Named & { value: string }) =>
    words(
      'PERCENT_FRACTION',
      'warning',
      t(
        `Tỷ lệ ${p.indicator} ghi dưới dạng phân số thập phân; đã đọc là ${p.value}%.`,
        `The share ${p.indicator} is written as a fraction; it was read as ${p.value}%.`,
      ),
      t('Đề nghị ghi theo phần trăm, ví dụ 98,5.', 'Please write it in per cent, such as 98,5.'),
    ),
  PERCENT_RANGE: (p: Named) =>
    words(
      'PERCENT_RANGE',
      'error',
      t(`Tỷ lệ ${p.indicator} phải từ 0 đến 100%.`, `The share ${p.indicator} must lie between 0 and 100%.`),
      t(
        'Đề nghị tính lại tỷ lệ hoặc để trống; hệ thống tự tính từ các số thành phần.',
        'Please compute it again or leave it blank; it is recomputed from its parts.',
      ),
    ),
  PERCENT_UNREADABLE: (p: Named) =>
    words(
      'PERCENT_UNREADABLE',
      'note',
      t(
        `Không dùng tỷ lệ ${p.indicator} ghi trong ô, vì không đọc được hoặc chữ đi kèm cho biết là số khác; hệ thống tự tính từ các số thành phần.`,
        `The share ${p.indicator} in its cell is not used: it cannot be read, or words beside it say that it is another number. It is recomputed from its parts.`,
      ),
      t(
        'Không bắt buộc sửa; có thể ghi theo phần trăm, ví dụ 98,5.',
        'Nothing need be mended; it may be written in per cent, such as 98,5.',
      ),
    ),
  NOT_A_DATE: (p: Named) =>
    words(
      'NOT_A_DATE',
      'error',
      t(
        `Không đọc được ngày trong ô của chỉ tiêu ${p.indicator}.`,
        `The cell of ${p.indicator} cannot be read as a date.`,
      ),
      t(
        'Đề nghị ghi ngày/tháng/năm, ví dụ 20/02/2024; nếu chưa có thì để trống.',
        'Please write day/month/year, such as 20/02/2024, or leave it blank if there is none yet.',
      ),
    ),
  NO_DATE_YET: (p: Named) =>
    words(
      'NO_DATE_YET',
      'note',
      t(
        `${p.indicator}: báo cáo ghi là chưa có ngày.`,
        `${p.indicator}: the report says that there is no date yet.`,
      ),
      t('Bổ sung ngày ở kỳ sau khi đã ban hành.', 'Give the date in a later report, once there is one.'),
    ),
  DATE_FROM_NUMBER: (p: Named & { value: string }) =>
    words(
      'DATE_FROM_NUMBER',
      'warning',
      t(
        `Ô của chỉ tiêu ${p.indicator} chứa một con số; đã hiểu là ngày ${p.value}.`,
        `The cell of ${p.indicator} holds a number; it was read as the date ${p.value}.`,
      ),
      t(
        'Đề nghị định dạng ô là ngày tháng và kiểm tra lại.',
        'Please format the cell as a date and check it.',
      ),
    ),
  DATE_OUTSIDE_YEAR: (p: Named) =>
    words(
      'DATE_OUTSIDE_YEAR',
      'warning',
      t(
        `Ngày của chỉ tiêu ${p.indicator} nằm ngoài năm báo cáo.`,
        `The date of ${p.indicator} lies outside the year reported on.`,
      ),
      t('Đề nghị kiểm tra ngày và năm.', 'Please check the day and the year.'),
    ),
};
