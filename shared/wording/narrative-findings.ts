/** Cumulative figures, and the narrative. */

import { fillEach, inEach, localeOf, type Text } from '../vocabulary/text.ts';
import { findingWords as words } from './finding-words.ts';

const t = (vi: string, en: string): Text => ({ vi, en });

interface Named {
  /** Name and code of the indicator, as `Số mô hình… (A05)`. */
  readonly indicator: string;
}

export const narrativeFindings = {
  CUMULATIVE_BELOW_PERIOD: (p: Named) =>
    words(
      'CUMULATIVE_BELOW_PERIOD',
      'warning',
      t(
        `Số lũy kế của chỉ tiêu ${p.indicator} nhỏ hơn số trong kỳ.`,
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
        `Đây là kỳ đầu năm nhưng số lũy kế của chỉ tiêu ${p.indicator} khác số trong kỳ.`,
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
  /** Letters taken and left out. */
  NARRATIVE_CUT: (p: { section: string; kept: number; letters: number }) => {
    const written = (count: number) => inEach((language) => count.toLocaleString(localeOf[language]));
    return words(
      'NARRATIVE_CUT',
      'warning',
      fillEach(
        t(
          'Lời văn của mục {section} quá dài: chỉ lấy khoảng {kept} ký tự đầu, không đưa vào tổng hợp {letters} ký tự sau đó. Tệp gốc vẫn được lưu nguyên vẹn.',
          'The text of section {section} is too long: about the first {kept} letters were taken, the {letters} behind them enter no consolidated report. The file itself is kept whole.',
        ),
        { section: p.section, kept: written(p.kept), letters: written(p.letters) },
      ),
      t(
        'Đề nghị rút gọn mục này, đưa danh sách và phụ lục ra tệp riêng rồi gửi lại; nếu phần đầu đã đủ thì không cần gửi lại.',
        'Please shorten the section, move lists and annexes to a file of their own and send it again; where the beginning is enough, nothing need be sent again.',
      ),
    );
  },
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
