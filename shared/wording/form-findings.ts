/** The form, its rows, and what is left blank. */

import { fillEach, joinEach, type Text } from '../vocabulary/text.ts';
import { findingWords as words } from './finding-words.ts';
import { type UnreadPiece, unreadSentence, unreadWays } from './unread.ts';

const t = (vi: string, en: string): Text => ({ vi, en });

interface Named {
  /** Name and code of the indicator, as `Số mô hình… (A05)`. */
  readonly indicator: string;
}

/** What was not read and may be what is missing. */
interface Unread {
  readonly unread: readonly UnreadPiece[];
}

/** Both sentences, and what to do about what was not read. */
function besides(message: Text, fix: Text, unread: readonly UnreadPiece[]): readonly [Text, Text] {
  return [joinEach([message, unreadSentence(unread)]), joinEach([fix, unreadWays(unread)])];
}

/** What to write into blanks, by whether all of them ask for figures. */
const fillIn = {
  figures: t(
    'Đề nghị điền số liệu; nếu không phát sinh thì ghi 0. Ô trống không được tính là 0.',
    'Please fill them in, with 0 where there is nothing. A blank cell is not counted as 0.',
  ),
  other: t(
    'Đề nghị điền. Chỉ ô số liệu không phát sinh mới ghi 0; ô ngày, ô chữ thì không ghi 0.',
    'Please fill them in. Write 0 for a figure that is nothing, never for a day or words.',
  ),
} as const;

export const formFindings = {
  NO_FORM: (p: Unread) =>
    words(
      'NO_FORM',
      'error',
      ...besides(
        t(
          'Không tìm thấy biểu số liệu (bảng có cột "Mã" hoặc "Chỉ tiêu", và cột "Trong kỳ" hoặc "Lũy kế").',
          'No form with figures was found (a table with a column "Mã" or "Chỉ tiêu" and a column "Trong kỳ" or "Lũy kế").',
        ),
        t(
          'Đề nghị tải biểu mẫu trên trang nộp báo cáo, điền số liệu vào biểu và gửi lại; không gửi ảnh chụp của biểu.',
          'Please download the form from the page, fill it in and send it again; a picture of the form cannot be read.',
        ),
        p.unread,
      ),
    ),
  FIGURE_SPANS_ROWS: (p: { codes: string }) =>
    words(
      'FIGURE_SPANS_ROWS',
      'error',
      t(
        `Ô số liệu gộp qua dòng của nhiều chỉ tiêu (${p.codes}); không rõ số này của chỉ tiêu nào.`,
        `The cell of the figure is merged over the rows of several indicators (${p.codes}); whose it is cannot be told.`,
      ),
      t(
        'Đề nghị bỏ gộp ô (Unmerge) và ghi số của từng chỉ tiêu trên dòng của nó.',
        'Please unmerge the cell and write the figure of each indicator in its own row.',
      ),
    ),
  FIGURE_SPANS_COLUMNS: (p: Named) =>
    words(
      'FIGURE_SPANS_COLUMNS',
      'error',
      t(
        `Ô số liệu của ${p.indicator} gộp qua cả cột trong kỳ và cột lũy kế; không rõ số này của cột nào.`,
        `The cell of the figure of ${p.indicator} is merged over the columns of the period and since the year began; which of them it is of cannot be told.`,
      ),
      t(
        'Đề nghị bỏ gộp ô (Unmerge) và ghi riêng số trong kỳ, số lũy kế.',
        'Please unmerge the cell and write both figures, each in its own column.',
      ),
    ),
  FIGURE_IN_UNIT: (p: Named) =>
    words(
      'FIGURE_IN_UNIT',
      'error',
      t(
        `Ô đơn vị tính của ${p.indicator} lại ghi một số: có thể dòng này bị lệch sang trái, nên không rõ số nào thuộc cột nào.`,
        `A number stands where the unit of measure of ${p.indicator} is meant to: the row may have moved to the left, so that no figure's column can be told.`,
      ),
      t(
        'Đề nghị ghi lại đơn vị tính, đưa từng số về đúng cột rồi gửi lại.',
        'Please write the unit of measure again, put each figure into its own column and send it again.',
      ),
    ),
  EMPTY_REPORT: (p: Unread) =>
    words(
      'EMPTY_REPORT',
      'error',
      ...besides(
        t(
          'Biểu chưa điền số liệu nào và không có phần lời văn.',
          'No figure is filled in and there is no narrative.',
        ),
        t(
          `Đề nghị điền số liệu rồi gửi lại${p.unread.length > 0 ? '.' : '; nếu không có gì để báo cáo, chọn "Không phát sinh" trên trang nộp.'}`,
          `Please fill in the form and send it again${p.unread.length > 0 ? '.' : '; with nothing to report, choose "Không phát sinh" on the page.'}`,
        ),
        p.unread,
      ),
    ),
  HEADING_OTHER_YEAR: (p: { heading: string }) =>
    words(
      'HEADING_OTHER_YEAR',
      'error',
      t(
        `Tiêu đề cột số liệu ghi “${p.heading}”, không phải năm của báo cáo; không rõ số trong cột là của năm nào.`,
        `The heading of a column of figures says “${p.heading}”, which is not the report's year: which year's figures these are cannot be told.`,
      ),
      t(
        'Đề nghị ghi số liệu của kỳ báo cáo; nếu số đã đúng kỳ thì sửa lại tiêu đề cột rồi gửi lại.',
        'Please write the figures of the period; where they are its own, correct the heading and send it again.',
      ),
    ),
  HEADING_OF_TWO_COUNTS: (p: { heading: string }) =>
    words(
      'HEADING_OF_TWO_COUNTS',
      'error',
      t(
        `Tiêu đề cột số liệu ghi “${p.heading}”, vừa trong kỳ vừa lũy kế; không rõ số trong cột là của riêng kỳ này hay cộng dồn từ đầu năm.`,
        `The heading of the column of figures says “${p.heading}”, of the period and cumulative at once: which of the two the figures are cannot be told.`,
      ),
      t(
        'Đề nghị ghi riêng hai cột “Trong kỳ” và “Lũy kế” như biểu mẫu rồi gửi lại.',
        'Please give the two columns “Trong kỳ” and “Lũy kế” of the form, each with its own figures, and send it again.',
      ),
    ),
  HEADING_OTHER_PERIOD: (p: { heading: string }) =>
    words(
      'HEADING_OTHER_PERIOD',
      'warning',
      t(
        `Tiêu đề cột số liệu ghi “${p.heading}”, không phải kỳ của báo cáo; số trong cột đã được lấy.`,
        `The heading of a column of figures says “${p.heading}”, which is not the report's period; its figures were taken.`,
      ),
      t(
        'Đề nghị kiểm tra số trong cột có đúng là của kỳ báo cáo không; lần sau ghi đúng tiêu đề cột.',
        'Please check that the figures are of the period, and correct the heading next time.',
      ),
    ),
  HEADER_GUESSED: (p: { value: string; cumulative: string }) =>
    words(
      'HEADER_GUESSED',
      'warning',
      t(
        `Biểu không có dòng tiêu đề cột; đã lấy "Trong kỳ" ở cột thứ ${p.value} và "Lũy kế" ở cột thứ ${p.cumulative}.`,
        `The form has no header row; "Trong kỳ" was taken from column ${p.value}, "Lũy kế" from column ${p.cumulative}.`,
      ),
      t(
        'Đề nghị kiểm tra các số đã đọc; lần sau giữ nguyên dòng tiêu đề cột của biểu mẫu.',
        'Please check the figures read, and keep the header row of the form next time.',
      ),
    ),
  FORM_CONTINUED: () =>
    words(
      'FORM_CONTINUED',
      'note',
      t(
        'Bảng này không có dòng tiêu đề cột; đã đọc tiếp theo các cột của bảng liền trước.',
        'This table has no header row; it was read on by the columns of the table before it.',
      ),
      t(
        'Không cần sửa; có thể lặp lại dòng tiêu đề cột ở mỗi bảng.',
        'Nothing to mend; the header row may be repeated in each table.',
      ),
    ),
  LEGACY_FONT: (p: { font: string; count: string; value: string }) =>
    words(
      'LEGACY_FONT',
      'note',
      t(
        `Tệp dùng phông chữ cũ ${p.font}, không phải Unicode; ${p.count} chỗ đã được chuyển mã, ví dụ thành: ${p.value}.`,
        `The file uses the old font ${p.font}, not Unicode; ${p.count} places were converted, for example into: ${p.value}.`,
      ),
      t(
        'Đề nghị kiểm tra chữ đã đọc; lần sau dùng phông Unicode như Times New Roman.',
        'Please check the words that were read; next time use a Unicode font such as Times New Roman.',
      ),
    ),
  CODE_NAME_CONFLICT: (p: { taken: string; other: string }) =>
    words(
      'CODE_NAME_CONFLICT',
      'warning',
      t(
        `Mã và tên chỉ tiêu trên dòng này không khớp: tên là của chỉ tiêu ${p.other}. Số liệu đã lấy theo mã, cho chỉ tiêu ${p.taken}.`,
        `Code and name on this row disagree: the name belongs to ${p.other}. The figure was taken by the code, for ${p.taken}.`,
      ),
      t(
        'Đề nghị sửa mã hoặc tên cho đúng biểu mẫu và gửi lại nếu số liệu bị lấy nhầm.',
        'Please correct the code or the name as in the form, and send it again if the wrong figure was taken.',
      ),
    ),
  NAME_DIFFERS: (p: Named) =>
    words(
      'NAME_DIFFERS',
      'note',
      t(
        `Tên trên dòng khác với tên chỉ tiêu ${p.indicator}; số liệu đã lấy theo mã.`,
        `The name on the row differs from ${p.indicator}; the figure was taken by the code.`,
      ),
      t('Đề nghị giữ nguyên tên chỉ tiêu của biểu mẫu.', 'Please keep the names of the form.'),
    ),
  NAME_TURNED: (p: Named) =>
    words(
      'NAME_TURNED',
      'warning',
      t(
        `Tên trên dòng có từ làm khác nghĩa chỉ tiêu ${p.indicator} (như “không”, “lũy kế”, “dự kiến”, năm khác); số liệu vẫn lấy theo mã.`,
        `The name on the row has a word that makes another figure of ${p.indicator} (not, cumulative, planned, another year); the figure was taken by the code all the same.`,
      ),
      t(
        'Đề nghị xem lại số liệu có đúng là của chỉ tiêu và kỳ này không; giữ nguyên tên chỉ tiêu của biểu mẫu.',
        'Please see whether the figure is of this indicator and period, and keep the names of the form.',
      ),
    ),
  ROW_TURNED: (p: Named) =>
    words(
      'ROW_TURNED',
      'error',
      t(
        `Dòng này gần giống chỉ tiêu ${p.indicator}, nhưng tên có từ làm khác nghĩa (như “không”, “lũy kế”, “dự kiến”, năm khác); không có dòng nào khác của chỉ tiêu này nên số liệu chưa được lấy.`,
        `This row is much like ${p.indicator}, but its name has a word that makes another figure of it (not, cumulative, planned, another year); no other row is of this indicator, so that the figure was not taken.`,
      ),
      t(
        'Nếu là số liệu của chỉ tiêu và kỳ này, đề nghị ghi đúng tên chỉ tiêu như biểu mẫu; nếu không phải, đề nghị thêm dòng của chỉ tiêu.',
        'If it is the figure of this indicator and period, please write the name as in the form; if not, please add the row of the indicator.',
      ),
    ),
  NAME_NEAR: (p: Named) =>
    words(
      'NAME_NEAR',
      'note',
      t(
        `Dòng không có mã; theo tên gần giống, đã hiểu là chỉ tiêu ${p.indicator}.`,
        `The row has no code; by its similar name it was taken as ${p.indicator}.`,
      ),
      t(
        'Nếu hiểu chưa đúng, đề nghị ghi mã chỉ tiêu vào cột Mã và gửi lại.',
        'If this is wrong, please write the code into the column Mã and send it again.',
      ),
    ),
  UNKNOWN_INDICATOR: () =>
    words(
      'UNKNOWN_INDICATOR',
      'warning',
      t(
        'Dòng này có số liệu nhưng không ứng với chỉ tiêu nào của biểu mẫu; số liệu không được lấy.',
        'This row has a figure but matches no indicator of the form; the figure was not taken.',
      ),
      t(
        'Nếu là chỉ tiêu của biểu mẫu, đề nghị ghi đúng mã; nếu là dòng thêm, có thể chuyển vào cột Ghi chú.',
        'If it is an indicator of the form, please write its code; an added row may go into the column Ghi chú.',
      ),
    ),
  UNIT_DIFFERS: (p: Named & { unit: string }) =>
    words(
      'UNIT_DIFFERS',
      'warning',
      t(
        `Đơn vị tính của chỉ tiêu ${p.indicator} khác biểu mẫu; chỉ tiêu này tính bằng "${p.unit}".`,
        `The unit of measure of ${p.indicator} differs from the form, which counts "${p.unit}".`,
      ),
      t(
        'Đề nghị kiểm tra số liệu có đúng đơn vị tính không (lượt không phải là người).',
        'Please check that the figure counts the right thing (visits are not people).',
      ),
    ),
  UNIT_MULTIPLIES: (p: { unit: string }) =>
    words(
      'UNIT_MULTIPLIES',
      'error',
      t(
        `Ở đây ghi đơn vị tính nhân lên (“${p.unit}”): số liệu theo đơn vị này khác với số ghi trong ô nên không được lấy.`,
        `A unit that multiplies stands here (“${p.unit}”): the figures in it are not what their digits say, and none was taken.`,
      ),
      t(
        'Đề nghị ghi số đầy đủ (ví dụ 12.000, không ghi 12 nghìn) theo đơn vị tính của biểu mẫu rồi gửi lại.',
        'Please write whole numbers (12.000, not 12 thousand) in the unit of the form and send it again.',
      ),
    ),
  DUPLICATE_DIFFERS: (p: Named & { place: Text }) =>
    words(
      'DUPLICATE_DIFFERS',
      'error',
      fillEach(
        t(
          'Chỉ tiêu {indicator} có ở hai nơi với số liệu khác nhau; nơi kia: {place}.',
          '{indicator} stands in two places with different figures; the other place: {place}.',
        ),
        { indicator: p.indicator, place: p.place },
      ),
      t(
        'Đề nghị chỉ để lại một dòng với số liệu đúng (kiểm tra cả trang tính ẩn) rồi gửi lại.',
        'Please keep one row with the right figure (look at hidden sheets too) and send it again.',
      ),
    ),
  DUPLICATE_SAME: (p: Named & { place: Text }) =>
    words(
      'DUPLICATE_SAME',
      'note',
      fillEach(
        t(
          'Chỉ tiêu {indicator} có ở hai nơi với cùng số liệu; nơi kia: {place}. Đã lấy một lần.',
          '{indicator} stands in two places with the same figure; the other place: {place}. It was taken once.',
        ),
        { indicator: p.indicator, place: p.place },
      ),
      t('Không cần sửa; lần sau nên để một dòng.', 'Nothing to mend; next time one row is enough.'),
    ),
  FIGURES_BESIDE: (p: Named & { place: Text }) =>
    words(
      'FIGURES_BESIDE',
      'error',
      fillEach(
        t(
          'Bên cạnh tên chỉ tiêu {indicator} (ô gộp nhiều dòng) có hai số; số kia: {place}. Không rõ là một số ghi hai lần, một số ghi nhầm hay hai phần phải cộng lại.',
          'Beside the name of {indicator}, which goes over several rows, stand two figures; the other one: {place}. Nobody can tell whether one figure was written twice, one is a mistake, or they are two parts of a sum.',
        ),
        { indicator: p.indicator, place: p.place },
      ),
      t(
        'Đề nghị chỉ ghi một số cho mỗi chỉ tiêu (nếu là nhiều phần thì ghi tổng) rồi gửi lại.',
        'Please write one figure for each indicator (the sum, if these are parts) and send it again.',
      ),
    ),
  FIGURES_SHARE_HEADING: (p: { headings: string; places: Text }) =>
    words(
      'FIGURES_SHARE_HEADING',
      'error',
      fillEach(
        t(
          'Dưới tiêu đề {headings} có các số khác nhau ở nhiều cột ({places}): không rõ phải lấy số ở cột nào.',
          'Below the heading {headings} different figures stand in several columns ({places}): nobody can tell which column to take.',
        ),
        { headings: p.headings, places: p.places },
      ),
      t(
        'Đề nghị chỉ để một cột số liệu dưới mỗi tiêu đề “Trong kỳ”, “Lũy kế” (nếu là nhiều phần thì ghi tổng; cột của kỳ, năm khác thì ghi rõ ở tiêu đề), rồi gửi lại.',
        'Please keep one column of figures below each heading "Trong kỳ" and "Lũy kế" (the sum, if these are parts; say in its title of which other period or year a column is), and send it again.',
      ),
    ),
  HIDDEN_SHEET: (p: { sheet: string }) =>
    words(
      'HIDDEN_SHEET',
      'warning',
      t(
        `Trang tính ẩn "${p.sheet}" có số liệu của biểu; số liệu ở trang ẩn không được lấy.`,
        `The hidden sheet "${p.sheet}" holds figures of the form; figures of hidden sheets are not taken.`,
      ),
      t(
        'Đề nghị xóa trang tính ẩn nếu là nội dung cũ, hoặc bỏ ẩn nếu đó là số liệu cần báo cáo, rồi gửi lại.',
        'Please delete the hidden sheet if it is old, or unhide it if it is what you report, and send the file again.',
      ),
    ),
  BLANK: (p: Unread & { section: string; codes: string; asks: keyof typeof fillIn }) =>
    words(
      'BLANK',
      'warning',
      ...besides(
        t(`Mục ${p.section}: còn để trống ${p.codes}.`, `Section ${p.section}: blank are ${p.codes}.`),
        fillIn[p.asks],
        p.unread,
      ),
    ),
  MISSING_ROWS: (p: Unread & { section: string; codes: string }) =>
    words(
      'MISSING_ROWS',
      'warning',
      ...besides(
        t(
          `Mục ${p.section}: không tìm thấy dòng của ${p.codes}.`,
          `Section ${p.section}: no row was found for ${p.codes}.`,
        ),
        t(
          'Đề nghị dùng đủ các dòng của biểu mẫu, giữ nguyên cột Mã, rồi gửi lại.',
          'Please use all rows of the form, keep the column Mã, and send it again.',
        ),
        p.unread,
      ),
    ),
  CUMULATIVE_BLANK: (p: Unread & { codes: string }) =>
    words(
      'CUMULATIVE_BLANK',
      'warning',
      ...besides(
        t(`Còn để trống số lũy kế của ${p.codes}.`, `The cumulative figure is blank for ${p.codes}.`),
        t('Đề nghị điền cột Lũy kế.', 'Please fill in the column Lũy kế.'),
        p.unread,
      ),
    ),
  MORE_OF_A_KIND: (p: { like: Text; count: string }) =>
    words(
      'MORE_OF_A_KIND',
      'note',
      fillEach(
        t(
          'Còn {count} chỗ khác tương tự, không liệt kê ở đây; ví dụ của loại này: {like}',
          '{count} more places like this one are not listed here: {like}',
        ),
        { count: p.count, like: p.like },
      ),
      t('Đề nghị sửa tương tự ở tất cả các dòng.', 'Please mend all rows alike.'),
    ),
};
