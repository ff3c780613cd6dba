/** What makes a figure or a text doubtful: how its letters look, what a formula really comes to, damaged letters. */
import type { Damage } from '../vocabulary/finding.ts';
import { fillEach, type Text } from '../vocabulary/text.ts';
import { findingWords as words } from './finding-words.ts';

const t = (vi: string, en: string): Text => ({ vi, en });

interface Named {
  /** Name and code of the indicator, as `Số mô hình… (A05)`. */
  readonly indicator: string;
}

interface Letters {
  readonly text: string;
  /** Pieces of text, where the place of each is not told. */
  readonly count: string;
}

export const doubtFindings = {
  RAISED_MARK: (p: Named & { value: string }) =>
    words(
      'RAISED_MARK',
      'note',
      t(
        `Bên cạnh số liệu của chỉ tiêu ${p.indicator} có dấu chú thích (chữ nhỏ nâng lên, hạ xuống hoặc dấu *); đã đọc là ${p.value}, không kể dấu đó.`,
        `A mark of a note (raised, lowered, or an asterisk) stands beside the figure of ${p.indicator}; it was read as ${p.value}, without the mark.`,
      ),
      t(
        'Nếu đọc chưa đúng, đề nghị chỉ ghi số trong ô, đưa chú thích sang cột Ghi chú rồi gửi lại.',
        'If this is wrong, please leave the number alone in its cell, move the note to the column Ghi chú and send it again.',
      ),
    ),
  WORDS_DIFFER: (p: Named) =>
    words(
      'WORDS_DIFFER',
      'error',
      t(
        `Số và chữ trong ngoặc ở ô của chỉ tiêu ${p.indicator} không khớp nhau.`,
        `The number and the words in brackets in the cell of ${p.indicator} are not the same.`,
      ),
      t('Đề nghị chỉ ghi số đúng trong ô.', 'Please leave the right number alone in the cell.'),
    ),
  FIGURE_OF_OTHER: (p: Named) =>
    words(
      'FIGURE_OF_OTHER',
      'error',
      t(
        `Chữ trong ngoặc ở ô của chỉ tiêu ${p.indicator} cho biết đây là số dự kiến, kế hoạch hoặc số của kỳ, của cột khác.`,
        `The words in brackets in the cell of ${p.indicator} say that the number is planned, or of another period or column.`,
      ),
      t(
        'Đề nghị ghi đúng số của cột này; ghi chú thì đưa sang cột Ghi chú.',
        'Please write the number of this column, and move remarks to the column Ghi chú.',
      ),
    ),
  UNSEEN_LETTERS: (p: Named & { value: string }) =>
    words(
      'UNSEEN_LETTERS',
      'note',
      t(
        `Ô của chỉ tiêu ${p.indicator} có ký tự không nhìn thấy (thường do sao chép từ nơi khác); đã bỏ qua và đọc là ${p.value}.`,
        `The cell of ${p.indicator} holds characters that cannot be seen (as copying brings along); they were passed over and it was read as ${p.value}.`,
      ),
      t('Không cần sửa nếu đọc đúng.', 'Nothing to mend if this is right.'),
    ),
  STRUCK_TEXT: ({ text, count }: Letters) =>
    words(
      'STRUCK_TEXT',
      'warning',
      fillEach(
        t(
          'Ở đây có nội dung bị gạch ngang{text}{more}; phần bị gạch không được tính.',
          'Something is struck through here{text}{more}; what is struck does not count.',
        ),
        { text: quoted(text), more: more(count) },
      ),
      t(
        'Đề nghị xóa hẳn phần bị gạch; nếu số hoặc chữ đó vẫn đúng thì bỏ định dạng gạch ngang rồi gửi lại.',
        'Please delete what is struck through; where it still holds, take the line away and send the file again.',
      ),
    ),
  LOOK_BY_RULE: ({ text }: Letters) =>
    words(
      'LOOK_BY_RULE',
      'warning',
      fillEach(
        t(
          'Định dạng theo điều kiện (conditional formatting) có thể đang gạch hoặc ẩn số ở ô này{text}; số vẫn được lấy.',
          'A conditional format may strike or hide the figure of this cell{text}; it was taken all the same.',
        ),
        { text: quoted(text) },
      ),
      t(
        'Đề nghị xem lại ô này; nếu số không còn đúng thì xóa hẳn rồi gửi lại.',
        'Please look at this cell; delete the figure where it no longer holds, and send the file again.',
      ),
    ),
  BOUND_TEXT: ({ text }: Letters) =>
    words(
      'BOUND_TEXT',
      'warning',
      fillEach(
        t(
          'Ở đây có ô liên kết dữ liệu: khi mở tệp, Word hiện nội dung khác với chữ lưu trong tệp{text}; đã lấy chữ lưu trong tệp.',
          'A control here is bound to data: Word shows something else than the file stores{text}; what the file stores was taken.',
        ),
        { text: quoted(text) },
      ),
      t(
        'Đề nghị mở tệp bằng Word, kiểm tra chỗ này, gõ lại cho đúng rồi gửi lại.',
        'Please open the file in Word, look at this place, type what is right and send it again.',
      ),
    ),
  BOUND_UNKNOWN: ({ text }: Letters) =>
    words(
      'BOUND_UNKNOWN',
      'warning',
      fillEach(
        t(
          'Ở đây có ô liên kết dữ liệu theo cách mà hệ thống không tra được; chưa biết khi mở tệp Word có hiện đúng chữ lưu trong tệp{text} không. Đã lấy chữ lưu trong tệp.',
          'A control here is bound to data in a way that cannot be followed here; whether Word shows what the file stores{text} is not known. What the file stores was taken.',
        ),
        { text: text && ` (${quoted(text).slice(2)})` },
      ),
      t(
        'Đề nghị mở tệp bằng Word, kiểm tra chỗ này; nếu chưa đúng, gõ lại rồi gửi lại.',
        'Please open the file in Word and look at this place; where it is wrong, type what is right and send it again.',
      ),
    ),
  HIDDEN_TEXT: ({ text, count }: Letters) =>
    words(
      'HIDDEN_TEXT',
      'warning',
      fillEach(
        t(
          'Ở đây có nội dung bị ẩn, người mở tệp không nhìn thấy{text}{more}; phần ẩn không được tính.',
          'Something is hidden here from whoever opens the file{text}{more}; what is hidden does not count.',
        ),
        { text: quoted(text), more: more(count) },
      ),
      t(
        'Đề nghị xóa phần ẩn; nếu cần lấy thì bỏ định dạng ẩn (Hidden, hoặc định dạng số ";;;") rồi gửi lại.',
        'Please delete what is hidden; where it is meant, take away the format that hides it (Hidden, or the number format ";;;") and send the file again.',
      ),
    ),
  /** `computed`: absent where the formula cannot be worked out, empty where it comes to nothing. */
  FORMULA_STALE: (p: Named & { stored: string; computed: string | undefined }) =>
    words(
      'FORMULA_STALE',
      'error',
      p.computed === undefined
        ? t(
            `Ô của chỉ tiêu ${p.indicator} có công thức, nhưng phần mềm tạo tệp chỉ ghi sẵn ${p.stored} mà chưa tính; chưa biết kết quả thật.`,
            `The cell of ${p.indicator} holds a formula, but the program that made the file stored ${p.stored} without working it out; the true result is not known.`,
          )
        : t(
            `Ô của chỉ tiêu ${p.indicator} có công thức tính ra ${p.computed || 'ô trống'}, nhưng tệp lưu kết quả là ${p.stored}; không biết số nào đúng.`,
            `The formula in the cell of ${p.indicator} comes to ${p.computed || 'nothing'}, but the file stores ${p.stored}; which one is right is not known.`,
          ),
      t(
        'Đề nghị mở tệp bằng Excel, nhấn Ctrl+Alt+F9 để tính lại, kiểm tra số, lưu (Ctrl+S) rồi gửi lại; hoặc ghi số trực tiếp thay công thức.',
        'Please open the file in Excel, press Ctrl+Alt+F9 to work it out anew, check the number, save (Ctrl+S) and send it again; or write the number itself in place of the formula.',
      ),
    ),
  FORMULA_UNCHECKED: (p: Named) =>
    words(
      'FORMULA_UNCHECKED',
      'warning',
      t(
        `Ô của chỉ tiêu ${p.indicator} có công thức mà hệ thống không tính lại được; đã lấy kết quả lưu trong tệp là 0.`,
        `The formula in the cell of ${p.indicator} cannot be worked out here; the 0 that the file stores was taken.`,
      ),
      t(
        'Đề nghị kiểm tra số này; nếu chưa đúng, ghi số trực tiếp rồi gửi lại.',
        'Please check this figure; where it is wrong, write the number itself and send it again.',
      ),
    ),
  FORMULAS_UNPROVEN: ({ count }: { count: string }) =>
    words(
      'FORMULAS_UNPROVEN',
      'note',
      t(
        `${count} ô có công thức mà hệ thống không tính lại được; đã lấy kết quả lưu trong tệp.`,
        `${count} cells hold formulas that cannot be worked out here; the results in the file were taken.`,
      ),
      t('Đề nghị xem lại các số này.', 'Please look at these figures.'),
    ),
  /** `places`: the first few; `count`: of how many. */
  DAMAGED_TEXT: (p: { damage: Damage; places: Text; count: string }) =>
    words(
      'DAMAGED_TEXT',
      'error',
      fillEach(
        t(
          'Chữ ở {places}{more} bị hỏng: {damage}. Phần này không được đưa vào báo cáo.',
          'The letters at {places}{more} are damaged: {damage}. They enter no report.',
        ),
        { places: p.places, more: atMostFive(p.count), damage: damages[p.damage] },
      ),
      t(
        'Đề nghị mở tệp gốc (nơi chữ còn đúng), lưu thành .xlsx hoặc .docx với phông Unicode như Times New Roman rồi gửi tệp đó; nếu chữ đã hỏng trong chính tệp gốc thì gõ lại.',
        'Please open the original in which the letters are still right, save it as .xlsx or .docx in a Unicode font such as Times New Roman and send that; where the original itself is damaged, type them anew.',
      ),
    ),
  LOOKALIKE_LETTERS: (p: { count: string; value: string }) =>
    words(
      'LOOKALIKE_LETTERS',
      'note',
      t(
        `Có ${p.count} chỗ dùng ký tự trông giống chữ Việt, chữ số thường nhưng là ký tự khác ("Ƣ" thay cho "Ư", "Ð" thay cho "Đ", "１" thay cho "1"); đã đọc thành chữ Việt, chữ số thường, ví dụ: ${p.value}.`,
        `${p.count} places use letters or digits that look Vietnamese or plain but are others ("Ƣ" for "Ư", "Ð" for "Đ", "１" for "1"); they were read as those, for example: ${p.value}.`,
      ),
      t('Không cần sửa nếu đọc đúng.', 'Nothing to mend if this is right.'),
    ),
};

const damages: Readonly<Record<Damage, Text>> = {
  misread: t(
    'chữ Unicode (UTF-8) đã bị mở và lưu theo bảng mã khác, ví dụ "bÃ¡o cÃ¡o"',
    'Unicode (UTF-8) was opened and saved in another code, as "bÃ¡o cÃ¡o"',
  ),
  'question-marks': t(
    'chữ có dấu đã thành dấu hỏi, ví dụ "b?o c?o"',
    'letters with marks became question marks, as "b?o c?o"',
  ),
  lost: t('có ký tự không còn là chữ', 'there are characters that no letter came of'),
  keystrokes: t(
    'dấu gõ kiểu Telex hoặc VNI chưa được bộ gõ đặt lên chữ, ví dụ "baos caos", "ba1o ca1o"',
    'marks as Telex or VNI are typed, which no program put on, as "baos caos", "ba1o ca1o"',
  ),
  foreign: t(
    'đọc ra không thành tiếng Việt, thường do phông chữ cũ (TCVN3, VNI) hoặc do phần mềm xuất tệp',
    'they make no Vietnamese words, mostly because of an old font (TCVN3, VNI) or of the program that made the file',
  ),
};

function atMostFive(count: string): Text {
  return Number(count) > 5
    ? t(` và những chỗ khác (tất cả ${count} chỗ)`, ` and elsewhere (${count} places)`)
    : t('', '');
}

function quoted(text: string): string {
  if (text === '') return '';
  return `: “${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}

function more(count: string): Text {
  return count === '1' ? t('', '') : t(` (${count} chỗ)`, ` (${count} places)`);
}
