/** What shows only beside other reports; computed when a verdict is looked at, never part of it. */

import { fillEach, type Text } from '../vocabulary/text.ts';
import { findingWords as words } from './finding-words.ts';

const t = (vi: string, en: string): Text => ({ vi, en });

export const comparisonFindings = {
  SAME_FILE_AGAIN: (p: { file: string; receipt: string }) =>
    words(
      'SAME_FILE_AGAIN',
      'note',
      t(
        `Tệp này giống hệt từng byte tệp "${p.file}" đơn vị đã gửi cho kỳ này (biên nhận ${p.receipt}).`,
        `The file is byte for byte the one your unit sent before for this period, "${p.file}" (receipt ${p.receipt}).`,
      ),
      t(
        'Nếu định gửi bản đã sửa, hãy kiểm tra xem đã lưu tệp và chọn đúng tệp chưa.',
        'If you meant to send a corrected one, check that it was saved and that you chose the right file.',
      ),
    ),
  SAME_FILE_OTHER_PERIOD: (p: { file: string; receipt: string; earlier: Text }) =>
    words(
      'SAME_FILE_OTHER_PERIOD',
      'warning',
      fillEach(
        t(
          'Tệp này giống hệt từng byte tệp "{file}" đơn vị đã gửi cho {earlier} (biên nhận {receipt}).',
          'The file is byte for byte the one your unit sent for {earlier}, "{file}" (receipt {receipt}).',
        ),
        p,
      ),
      t('Đề nghị gửi báo cáo của đúng kỳ này.', 'Please send the report of this very period.'),
    ),
  SAME_FILE_OTHER_UNIT: (p: { unit: string }) =>
    words(
      'SAME_FILE_OTHER_UNIT',
      'warning',
      t(
        `Tệp này giống hệt từng byte tệp mà ${p.unit} đã gửi trước đó.`,
        `The file is byte for byte the one that ${p.unit} sent before.`,
      ),
      t('Đề nghị gửi báo cáo của chính đơn vị mình.', "Please send your own unit's report."),
    ),
  TEXT_AS_BEFORE: (p: { earlier: Text }) =>
    words(
      'TEXT_AS_BEFORE',
      'warning',
      fillEach(
        t(
          'Lời văn giống báo cáo của đơn vị ở {earlier}, chỉ khác ngày tháng.',
          "The text is that of your unit's report for {earlier}, apart from dates.",
        ),
        p,
      ),
      t(
        'Đề nghị viết lại phần lời văn theo kết quả của kỳ này, hoặc xác nhận không có gì thay đổi.',
        'Please rewrite the text for this period, or confirm that nothing has changed.',
      ),
    ),
  /** `percent`: how much of the longer text. */
  TEXT_MUCH_AS_BEFORE: (p: { earlier: Text; percent: string }) =>
    words(
      'TEXT_MUCH_AS_BEFORE',
      'warning',
      fillEach(
        t(
          '{percent}% lời văn giống nguyên văn báo cáo của đơn vị ở {earlier}.',
          "{percent}% of the text stands word for word in your unit's report for {earlier}.",
        ),
        p,
      ),
      t(
        'Đề nghị kiểm tra xem nội dung đã được cập nhật theo kỳ này chưa.',
        'Please check that the text was brought up to date for this period.',
      ),
    ),
  TEXT_OF_OTHER_UNIT: (p: { unit: string; percent: string }) =>
    words(
      'TEXT_OF_OTHER_UNIT',
      'warning',
      t(
        `${p.percent}% lời văn giống nguyên văn báo cáo mà ${p.unit} đã gửi cho kỳ này.`,
        `${p.percent}% of the text stands word for word in the report that ${p.unit} sent for this period.`,
      ),
      t(
        'Đề nghị viết theo kết quả của chính đơn vị mình; nếu hai đơn vị cùng làm, hãy ghi rõ.',
        "Please write of your own unit's results; where two units worked together, please say so.",
      ),
    ),
};
