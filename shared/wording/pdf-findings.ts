/** What a pdf file shows at places that cannot be read beyond doubt. */
import type { DoubtReason } from '../vocabulary/finding.ts';
import { fillEach, type Text } from '../vocabulary/text.ts';
import { findingWords as words } from './finding-words.ts';

const t = (vi: string, en: string): Text => ({ vi, en });

const reasons: Readonly<Record<DoubtReason, Text>> = {
  figures: t('trong một ô có từ hai số trở lên', 'two or more figures stand in one cell'),
  column: t('không rõ chữ, số thuộc cột nào', 'it is not clear which column it belongs to'),
  row: t('không rõ chữ, số thuộc dòng nào', 'it is not clear which row it belongs to'),
  turned: t('chữ viết dọc hoặc viết ngược', 'the text is turned'),
  raised: t(
    'có chữ số nhỏ viết cao hoặc thấp hơn (như số của chú thích) sát bên số',
    'a small raised or lowered digit (as of a note) stands beside the figure',
  ),
  struck: t('số bị gạch ngang', 'the figure is struck out'),
  covered: t('có hình che lên chữ, số', 'something is drawn over it'),
  field: t(
    'ô nhập liệu của tệp chứa một số khác với số đang hiện',
    'the field to be filled in holds another figure than it shows',
  ),
  shape: t(
    'bảng mã chữ trong tệp sai: chữ số ghi trong tệp khác chữ số hiện trên trang',
    'the table of letters in the file is wrong: it names another digit than the page shows',
  ),
  filled: t('Word tự điền', 'Word fills it'),
  pictures: t(
    'chữ số viết bằng phông ký hiệu (Wingdings, Webdings…), người xem thấy hình chứ không thấy số',
    'its digits are in a font of pictures (Wingdings, Webdings …): whoever looks at it sees no figure',
  ),
  sizes: t(
    'trong một số có chữ số nhỏ hơn hẳn chữ số bên cạnh',
    'a digit of the figure is much smaller than the one beside it',
  ),
  minus: t('có nét vẽ giống dấu trừ ngay trước số', 'a stroke like a minus is drawn right before the figure'),
  shifted: t('dòng có nhiều ô hơn dòng tiêu đề', 'the row has more cells than the headings'),
};

interface Place {
  readonly why: DoubtReason;
  readonly page: number;
  readonly table: number;
  readonly rows: readonly number[];
  readonly column: number;
}

const MOST_ROWS = 6;

function placeOf({ page, table, rows, column }: Place): Text {
  const more = rows.length > MOST_ROWS ? '…' : '';
  const named = rows.slice(0, MOST_ROWS).join(', ') + more;
  return t(
    `trang ${page}, bảng ${table}, cột ${column}, dòng ${named}`,
    `page ${page}, table ${table}, column ${column}, ${rows.length > 1 ? 'rows' : 'row'} ${named}`,
  );
}

/** Of a csv file, whose rows a delimiter within a field cut. */
function shifted({ rows }: Place) {
  return words(
    'TABLE_IN_DOUBT',
    'error',
    fillEach(
      t(
        'Dòng {rows} của tệp CSV có nhiều ô hơn dòng tiêu đề: dấu phẩy (hoặc chấm phẩy) trong một số, một câu có thể đã tách thành hai ô. Số liệu của dòng không được lấy.',
        'Row {rows} of the CSV has more cells than the headings: a comma (or a semicolon) within a number or a text may have cut it in two. No figure of the row was taken.',
      ),
      { rows: t(rows.join(', '), rows.join(', ')) },
    ),
    t(
      'Đề nghị gửi tệp .xlsx, hoặc viết số không có dấu phẩy, đặt câu có dấu phẩy trong ngoặc kép rồi lưu lại tệp CSV.',
      'Please send an .xlsx, or write numbers without commas, put texts that hold them in quotation marks, and save the CSV again.',
    ),
  );
}

/** Of a text in Word's format. */
function filled({ table, rows, column }: Place) {
  const named = rows.slice(0, MOST_ROWS).join(', ');
  return words(
    'TABLE_IN_DOUBT',
    'error',
    t(
      `Word tự điền ô này khi mở tệp (bảng ${table}, cột ${column}, dòng ${named}): ô liên kết dữ liệu, trường, danh sách chọn. Số lưu trong tệp có thể khác, nên không được lấy.`,
      `Word fills this cell by itself (table ${table}, column ${column}, row ${named}): bound data, a field, a list. What the file stores may be another figure and was not taken.`,
    ),
    t(
      'Đề nghị xóa nội dung của ô, gõ số trực tiếp rồi gửi lại.',
      'Please empty the cell, type the number itself and send the file again.',
    ),
  );
}

/** Of a text or a workbook, whose cells are beyond doubt: their letters are not. */
function unlikeItsDigits(why: 'pictures' | 'sizes', { rows }: Place) {
  const named = rows.slice(0, MOST_ROWS).join(', ') + (rows.length > MOST_ROWS ? '…' : '');
  const row = t(`dòng ${named}`, `${rows.length > 1 ? 'rows' : 'row'} ${named}`);
  return words(
    'TABLE_IN_DOUBT',
    'error',
    fillEach(
      t(
        'Số trong ô không chắc chắn ({row}): {why}. Số liệu ở đây không được lấy.',
        'The figure of the cell is in doubt ({row}): {why}. No figure was taken from there.',
      ),
      { row, why: reasons[why] },
    ),
    t(
      'Đề nghị xóa nội dung của ô, gõ lại số bằng một phông chữ thường (như Times New Roman), một cỡ chữ rồi gửi lại.',
      'Please empty the cell, type the number again in one ordinary font (such as Times New Roman) and one size, and send the file again.',
    ),
  );
}

/** Of a page, whose letters were put together by their places. */
function onPage(place: Place) {
  return words(
    'TABLE_IN_DOUBT',
    'error',
    fillEach(
      t(
        'Bảng trong tệp PDF không đọc được chắc chắn ({place}): {why}. Số liệu ở đây không được lấy.',
        'A table of the PDF cannot be read beyond doubt ({place}): {why}. No figure was taken from there.',
      ),
      { place: placeOf(place), why: reasons[place.why] },
    ),
    t(
      'Đề nghị gửi tệp .xlsx hoặc .docx gốc thay cho tệp PDF.',
      'Please send the .xlsx or .docx from which the PDF was made.',
    ),
  );
}

export const pdfFindings = {
  TABLE_IN_DOUBT(place: Place) {
    const { why, page } = place;
    if (why === 'shifted') return shifted(place);
    if (why === 'filled') return filled(place);
    const ofLetters = page === 0 && (why === 'pictures' || why === 'sizes');
    return ofLetters ? unlikeItsDigits(why, place) : onPage(place);
  },
};
