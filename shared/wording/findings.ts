/**
 * The catalogue of findings: what a reading can say about a file, how grave it is, and how to mend it.
 * Cross-checks of a regime (X01…) bring their own sentence; `checkFailed` frames it. Reasons why a file cannot be
 * opened stand in unreadable-findings.ts.
 */
import type { Severity } from '../report/reading.ts';
import type { Text } from './text.ts';

/** A finding's words, before it is known where it stands. */
export interface FindingWords {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly fix: Text;
}

/** One sentence pair for what is wrong, one for how to mend it. */
export function findingWords(code: string, severity: Severity, message: Text, fix: Text): FindingWords {
  return { code, severity, message, fix };
}

const t = (vi: string, en: string): Text => ({ vi, en });
const words = findingWords;

interface Named {
  /** Code and name of the indicator, as `A05 (Số mô hình…)`. */
  readonly indicator: string;
}

const writeWholeNumber = t(
  'Đề nghị ghi một số nguyên không âm bằng chữ số, ví dụ 12; không ghi chữ trong ô số liệu.',
  'Please write one whole number, not negative, in digits, such as 12, and no words in the cell.',
);

export const findings = {
  // Identity
  OTHER_UNIT: (p: { unit: string }) =>
    words(
      'OTHER_UNIT',
      'error',
      t(`Tệp này ghi tên đơn vị khác, không phải ${p.unit}.`, `The file names another unit, not ${p.unit}.`),
      t(
        `Đề nghị kiểm tra lại tệp: gửi đúng báo cáo của ${p.unit}, hoặc sửa tên đơn vị ở phần đầu báo cáo rồi gửi lại.`,
        `Please check the file: send the report of ${p.unit}, or correct the unit's name at its top and send it again.`,
      ),
    ),
  OTHER_PERIOD: (p: { period: string }) =>
    words(
      'OTHER_PERIOD',
      'error',
      t(
        `Tệp này là văn bản của kỳ hoặc loại báo cáo khác, không phải ${p.period}.`,
        `The file is of another period or another kind of report, not ${p.period}.`,
      ),
      t(
        `Đề nghị gửi đúng ${p.period}, hoặc sửa kỳ báo cáo và năm ở tiêu đề rồi gửi lại.`,
        `Please send ${p.period}, or correct the period and the year in the title and send it again.`,
      ),
    ),
  UNIT_NOT_STATED: (p: { unit: string }) =>
    words(
      'UNIT_NOT_STATED',
      'warning',
      t(
        'Phần đầu báo cáo không ghi rõ tên đơn vị báo cáo; hệ thống nhận theo đường dẫn của đơn vị.',
        'The top of the report does not state the reporting unit; it was taken from the link.',
      ),
      t(
        `Lần sau đề nghị ghi "Đơn vị báo cáo: ${p.unit}" ở phần đầu.`,
        `Next time please write "Đơn vị báo cáo: ${p.unit}" at the top.`,
      ),
    ),
  UNIT_ALSO_NAMED: (p: { unit: string }) =>
    words(
      'UNIT_ALSO_NAMED',
      'warning',
      t(
        `Phần đầu báo cáo ghi ${p.unit}, nhưng cũng ghi tên một đơn vị khác.`,
        `The top of the report names ${p.unit}, but another unit as well.`,
      ),
      t(
        'Đề nghị xóa tên đơn vị kia nếu là nội dung cũ còn sót lại.',
        'Please remove the other name if it is left over from an older file.',
      ),
    ),
  PERIOD_NOT_STATED: (p: { period: string }) =>
    words(
      'PERIOD_NOT_STATED',
      'warning',
      t(
        'Phần đầu báo cáo không ghi rõ kỳ báo cáo; hệ thống nhận theo kỳ đơn vị đã chọn.',
        'The top of the report does not state the period clearly; it was taken from the choice made on the page.',
      ),
      t(
        `Lần sau đề nghị ghi "Kỳ báo cáo: ${p.period}".`,
        `Next time please write "Kỳ báo cáo: ${p.period}".`,
      ),
    ),
  PERIOD_ALSO_NAMED: (p: { period: string }) =>
    words(
      'PERIOD_ALSO_NAMED',
      'warning',
      t(
        `Báo cáo ghi ${p.period}, nhưng tiêu đề cũng nhắc một kỳ hoặc một năm khác.`,
        `The report states ${p.period}, but a title also names another period or year.`,
      ),
      t(
        'Đề nghị sửa tiêu đề nếu còn sót kỳ cũ, năm cũ.',
        'Please correct the title if it is left over from an older period.',
      ),
    ),
  OTHER_WINDOW: () =>
    words(
      'OTHER_WINDOW',
      'warning',
      t(
        'Thời gian lấy số liệu ghi trong báo cáo khác với quy định của kỳ này.',
        "The dates between which the figures were taken differ from this period's.",
      ),
      t(
        'Đề nghị lấy số liệu đúng thời gian quy định, hoặc sửa lại ngày nếu ghi nhầm.',
        'Please take the figures between the dates laid down, or correct the dates if they are a slip.',
      ),
    ),
  NO_TITLE: (p: { kind: Text }) =>
    words(
      'NO_TITLE',
      'error',
      t(`Không tìm thấy tiêu đề "${p.kind.vi}" trong văn bản.`, `No title of ${p.kind.en} was found.`),
      t(
        'Đề nghị ghi tiêu đề (tên loại văn bản và trích yếu, có năm) ở đầu văn bản rồi gửi lại.',
        'Please put the title (the kind of document, its subject and the year) at the top and send it again.',
      ),
    ),
  NO_SECTION: (p: { sections: string }) =>
    words(
      'NO_SECTION',
      'error',
      t(
        'Không nhận ra mục nào của đề cương trong văn bản.',
        'No section of the outline was recognised in the document.',
      ),
      t(
        `Đề nghị trình bày nội dung theo các mục của đề cương, đặt đề mục thành dòng riêng: ${p.sections}.`,
        `Please arrange the text by the outline's sections, each heading on a line of its own: ${p.sections}.`,
      ),
    ),
  EMPTY_SECTIONS: () =>
    words(
      'EMPTY_SECTIONS',
      'error',
      t('Các đề mục của đề cương chưa có nội dung.', 'The headings of the outline have no text below them.'),
      t(
        'Đề nghị viết nội dung dưới ít nhất một đề mục rồi gửi lại.',
        'Please write the text below at least one heading and send it again.',
      ),
    ),

  // The form and its rows
  NO_FORM: () =>
    words(
      'NO_FORM',
      'error',
      t(
        'Không tìm thấy biểu số liệu (bảng có cột "Mã" hoặc "Chỉ tiêu", và cột "Trong kỳ" hoặc "Lũy kế").',
        'No form with figures was found (a table with a column "Mã" or "Chỉ tiêu" and a column "Trong kỳ" or "Lũy kế").',
      ),
      t(
        'Đề nghị tải biểu mẫu trên trang nộp báo cáo, điền số liệu vào biểu và gửi lại; không gửi ảnh chụp của biểu.',
        'Please download the form from the page, fill it in and send it again; a picture of the form cannot be read.',
      ),
    ),
  EMPTY_REPORT: () =>
    words(
      'EMPTY_REPORT',
      'error',
      t(
        'Biểu chưa điền số liệu nào và không có phần lời văn.',
        'No figure is filled in and there is no narrative.',
      ),
      t(
        'Đề nghị điền số liệu rồi gửi lại; nếu không có gì để báo cáo, chọn "Không phát sinh" trên trang nộp.',
        'Please fill in the form and send it again; with nothing to report, choose "Không phát sinh" on the page.',
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
  CODE_NAME_CONFLICT: (p: { taken: string; other: string }) =>
    words(
      'CODE_NAME_CONFLICT',
      'warning',
      t(
        `Mã và tên chỉ tiêu trên dòng này không khớp: tên là của ${p.other}. Số liệu đã lấy theo mã, cho ${p.taken}.`,
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
        `Đơn vị tính của ${p.indicator} khác biểu mẫu; chỉ tiêu này tính bằng "${p.unit}".`,
        `The unit of measure of ${p.indicator} differs from the form, which counts "${p.unit}".`,
      ),
      t(
        'Đề nghị kiểm tra số liệu có đúng đơn vị tính không (lượt không phải là người).',
        'Please check that the figure counts the right thing (visits are not people).',
      ),
    ),
  DUPLICATE_DIFFERS: (p: Named & { other: string }) =>
    words(
      'DUPLICATE_DIFFERS',
      'error',
      t(
        `Chỉ tiêu ${p.indicator} có ở hai nơi với số liệu khác nhau; nơi kia: ${p.other}.`,
        `${p.indicator} stands in two places with different figures; the other place: ${p.other}.`,
      ),
      t(
        'Đề nghị chỉ để lại một dòng với số liệu đúng (kiểm tra cả trang tính ẩn) rồi gửi lại.',
        'Please keep one row with the right figure (look at hidden sheets too) and send it again.',
      ),
    ),
  DUPLICATE_SAME: (p: Named & { other: string }) =>
    words(
      'DUPLICATE_SAME',
      'note',
      t(
        `Chỉ tiêu ${p.indicator} có ở hai nơi với cùng số liệu; nơi kia: ${p.other}. Đã lấy một lần.`,
        `${p.indicator} stands in two places with the same figure; the other place: ${p.other}. It was taken once.`,
      ),
      t('Không cần sửa; lần sau nên để một dòng.', 'Nothing to mend; next time one row is enough.'),
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
  BLANK: (p: { section: string; codes: string }) =>
    words(
      'BLANK',
      'warning',
      t(`Mục ${p.section}: còn để trống ${p.codes}.`, `Section ${p.section}: blank are ${p.codes}.`),
      t(
        'Đề nghị điền số liệu; nếu không phát sinh thì ghi 0. Ô trống không được tính là 0.',
        'Please fill them in, with 0 where there is nothing. A blank cell is not counted as 0.',
      ),
    ),
  MISSING_ROWS: (p: { section: string; codes: string }) =>
    words(
      'MISSING_ROWS',
      'warning',
      t(
        `Mục ${p.section}: không tìm thấy dòng của ${p.codes}.`,
        `Section ${p.section}: no row was found for ${p.codes}.`,
      ),
      t(
        'Đề nghị dùng đủ các dòng của biểu mẫu, giữ nguyên cột Mã, rồi gửi lại.',
        'Please use all rows of the form, keep the column Mã, and send it again.',
      ),
    ),
  CUMULATIVE_BLANK: (p: { codes: string }) =>
    words(
      'CUMULATIVE_BLANK',
      'warning',
      t(`Còn để trống số lũy kế của ${p.codes}.`, `The cumulative figure is blank for ${p.codes}.`),
      t('Đề nghị điền cột Lũy kế.', 'Please fill in the column Lũy kế.'),
    ),
  MORE_OF_A_KIND: (p: { code: string; count: string }) =>
    words(
      'MORE_OF_A_KIND',
      'note',
      t(
        `Còn ${p.count} chỗ khác cùng loại ${p.code}, không liệt kê ở đây.`,
        `${p.count} more places of the kind ${p.code} are not listed here.`,
      ),
      t('Đề nghị sửa tương tự ở tất cả các dòng.', 'Please mend all rows alike.'),
    ),

  // Figures
  NOT_A_NUMBER: (p: Named) =>
    words(
      'NOT_A_NUMBER',
      'error',
      t(
        `Không đọc được số trong ô của ${p.indicator}.`,
        `The cell of ${p.indicator} cannot be read as a number.`,
      ),
      writeWholeNumber,
    ),
  NOT_WHOLE: (p: Named) =>
    words(
      'NOT_WHOLE',
      'error',
      t(`${p.indicator} phải là số nguyên.`, `${p.indicator} must be a whole number.`),
      t(
        `${writeWholeNumber.vi} Nếu dấu chấm hoặc phẩy dùng để ngăn hàng nghìn, đề nghị ghi liền, ví dụ 1250.`,
        `${writeWholeNumber.en} If the point or comma separates thousands, please write the digits together: 1250.`,
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
      t(`Ô của ${p.indicator} đang báo lỗi công thức.`, `The cell of ${p.indicator} shows a formula error.`),
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
        `Ô của ${p.indicator} có công thức nhưng tệp không lưu kết quả.`,
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
        `Số liệu của ${p.indicator} ghi áng chừng; đã lấy con số trong ô.`,
        `The figure of ${p.indicator} is approximate; the number in the cell was taken.`,
      ),
      t('Đề nghị ghi số chính xác.', 'Please give the exact number.'),
    ),
  ZERO_IN_WORDS: (p: Named) =>
    words(
      'ZERO_IN_WORDS',
      'note',
      t(
        `Ô của ${p.indicator} ghi bằng chữ hoặc gạch ngang; đã hiểu là 0.`,
        `The cell of ${p.indicator} holds a word or a dash; it was taken as 0.`,
      ),
      t('Lần sau đề nghị ghi 0.', 'Next time please write 0.'),
    ),
  NUMBER_IN_TEXT: (p: Named) =>
    words(
      'NUMBER_IN_TEXT',
      'note',
      t(
        `Ô của ${p.indicator} có chữ kèm theo số; đã lấy con số.`,
        `The cell of ${p.indicator} holds words beside the number; the number was taken.`,
      ),
      t('Lần sau đề nghị chỉ ghi số.', 'Next time please write the number alone.'),
    ),
  SEPARATOR: (p: Named & { value: string }) =>
    words(
      'SEPARATOR',
      'note',
      t(
        `Số liệu của ${p.indicator} có dấu ngăn hàng nghìn; đã đọc là ${p.value}.`,
        `The figure of ${p.indicator} has a thousands separator; it was read as ${p.value}.`,
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
        `Số liệu của ${p.indicator} dùng dấu phẩy; vì là số nguyên nên đã đọc là ${p.value}.`,
        `The figure of ${p.indicator} uses a comma; as a whole number it was read as ${p.value}.`,
      ),
      t(
        'Đề nghị kiểm tra, ghi liền các chữ số và gửi lại nếu đọc chưa đúng.',
        'Please check it; write the digits together and send it again if this is wrong.',
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
        `Không đọc được tỷ lệ ${p.indicator} trong ô; hệ thống tự tính từ các số thành phần.`,
        `The share ${p.indicator} cannot be read; it is recomputed from its parts.`,
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
        `Không đọc được ngày trong ô của ${p.indicator}.`,
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
        `Ô của ${p.indicator} chứa một con số; đã hiểu là ngày ${p.value}.`,
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
        `Ngày của ${p.indicator} nằm ngoài năm báo cáo.`,
        `The date of ${p.indicator} lies outside the year reported on.`,
      ),
      t('Đề nghị kiểm tra ngày và năm.', 'Please check the day and the year.'),
    ),

  // Cumulative figures
  CUMULATIVE_BELOW_PERIOD: (p: Named) =>
    words(
      'CUMULATIVE_BELOW_PERIOD',
      'warning',
      t(
        `Số lũy kế của ${p.indicator} nhỏ hơn số trong kỳ.`,
        `The cumulative figure of ${p.indicator} is smaller than that of the period.`,
      ),
      t(
        'Đề nghị kiểm tra: lũy kế từ đầu năm gồm cả số trong kỳ. Có thể hai cột bị ghi đổi chỗ.',
        'Please check: the cumulative figure contains the period. The two columns may be swapped.',
      ),
    ),
  CUMULATIVE_NOT_FIRST: (p: Named) =>
    words(
      'CUMULATIVE_NOT_FIRST',
      'warning',
      t(
        `Đây là kỳ đầu năm nhưng số lũy kế của ${p.indicator} khác số trong kỳ.`,
        `This is the year's first period, yet the cumulative figure of ${p.indicator} differs from the period's.`,
      ),
      t(
        'Đề nghị kiểm tra: ở kỳ đầu năm, lũy kế bằng số trong kỳ.',
        "Please check: in the year's first period both are the same.",
      ),
    ),
  CUMULATIVE_IN_PERIOD: (p: { codes: string }) =>
    words(
      'CUMULATIVE_IN_PERIOD',
      'warning',
      t(
        `Số trong kỳ trùng với số lũy kế ở tất cả các chỉ tiêu cộng dồn (${p.codes}); có thể số lũy kế bị ghi vào cột Trong kỳ.`,
        `The figures of the period equal the cumulative ones throughout (${p.codes}); the cumulative ones may stand in the wrong column.`,
      ),
      t(
        'Đề nghị kiểm tra: cột Trong kỳ chỉ gồm số của kỳ này.',
        'Please check: the column Trong kỳ holds the figures of this period alone.',
      ),
    ),

  // Narrative
  NARRATIVE_MISSING: () =>
    words(
      'NARRATIVE_MISSING',
      'warning',
      t(
        'Không tìm thấy phần lời văn theo các mục của đề cương.',
        "No narrative was found under the outline's sections.",
      ),
      t(
        'Đề nghị bổ sung phần lời văn: mỗi mục một đề mục riêng dòng (II.1, II.2…), nội dung ở bên dưới.',
        'Please add the narrative: each section with its heading on a line of its own (II.1, II.2…) and the text below.',
      ),
    ),
  NARRATIVE_PARTIAL: (p: { sections: string }) =>
    words(
      'NARRATIVE_PARTIAL',
      'note',
      t(`Phần lời văn chưa có mục ${p.sections}.`, `The narrative has no section ${p.sections}.`),
      t('Bổ sung nếu có nội dung.', 'Add them if there is something to say.'),
    ),
  NARRATIVE_OUTSIDE: (p: { count: string }) =>
    words(
      'NARRATIVE_OUTSIDE',
      'note',
      t(
        `Có ${p.count} đoạn văn nằm ngoài các mục của đề cương; không đưa vào tổng hợp.`,
        `${p.count} paragraphs stand outside the outline's sections; they are left out of the consolidated report.`,
      ),
      t(
        'Nếu cần tổng hợp, đề nghị chuyển vào dưới đề mục tương ứng (II.1 đến II.4, III).',
        'To have them included, please move them under the fitting heading (II.1 to II.4, III).',
      ),
    ),
};

/** A check of the regime that did not hold: `id` and `message` are the regime's own. */
export function checkFailed(p: {
  id: string;
  severity: Severity;
  message: Text;
  indicators: string;
}): FindingWords {
  return words(
    p.id,
    p.severity,
    t(
      `Kiểm tra chéo ${p.id} không khớp: ${p.message.vi}.`,
      `Cross-check ${p.id} does not hold: ${p.message.en}.`,
    ),
    p.severity === 'error'
      ? t(
          `Đề nghị đối chiếu và sửa ${p.indicators} cho khớp rồi gửi lại.`,
          `Please compare and correct ${p.indicators}, then send the report again.`,
        )
      : t(
          `Đề nghị kiểm tra lại ${p.indicators}; nếu số đúng, có thể giải trình ở cột Ghi chú.`,
          `Please check ${p.indicators}; if the figures are right, a word in the column Ghi chú explains them.`,
        ),
  );
}
