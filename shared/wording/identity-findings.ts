/** Whether a file is the right one: unit, period, title, outline. */

import { fillEach, type Text } from '../vocabulary/text.ts';
import { findingWords as words } from './finding-words.ts';

const t = (vi: string, en: string): Text => ({ vi, en });

export const identityFindings = {
  /** `other`: the unit the file is of, with its code where the regime knows it. */
  OTHER_UNIT: (p: { unit: string; other: string }) =>
    words(
      'OTHER_UNIT',
      'error',
      t(
        `Tệp này là báo cáo của ${p.other}, không phải của ${p.unit}.`,
        `The file is a report of ${p.other}, not of ${p.unit}.`,
      ),
      t(
        'Hãy chọn đúng tệp báo cáo của đơn vị mình. Nếu đây đúng là báo cáo của đơn vị nhưng ghi nhầm tên, hãy sửa tên trong tệp rồi gửi lại.',
        "Please choose your own unit's report. If it is yours and only names another unit by mistake, correct the name in the file and send it again.",
      ),
    ),
  CONSOLIDATED_REPORT: (p: { unit: string }) =>
    words(
      'CONSOLIDATED_REPORT',
      'error',
      t(
        `Tệp này là báo cáo tổng hợp của nhiều đơn vị do hệ thống lập, không phải báo cáo của ${p.unit}.`,
        `The file is a consolidated report of many units, made by the system; it is not the report of ${p.unit}.`,
      ),
      t(
        'Hãy chọn tệp báo cáo do chính đơn vị mình lập rồi gửi lại. Không sửa tệp tổng hợp để làm báo cáo của đơn vị; nếu chưa có báo cáo, hãy tải biểu mẫu về và điền số liệu của đơn vị.',
        "Please choose the report that your own unit drew up and send it again. Do not alter the consolidated file into a unit's report; if there is none yet, download the form and fill in your unit's figures.",
      ),
    ),
  /** `authority`: whose name stands at the top. */
  ISSUED_BY_AUTHORITY: (p: { unit: string; authority: string }) =>
    words(
      'ISSUED_BY_AUTHORITY',
      'error',
      t(
        `Theo phần đầu văn bản, cơ quan ban hành là ${p.authority}, không phải ${p.unit}.`,
        `By its head the document is issued by ${p.authority}, not by ${p.unit}.`,
      ),
      t(
        `Hãy gửi báo cáo do đơn vị lập, không gửi báo cáo tổng hợp của cả cơ quan. Nếu đây đúng là báo cáo của đơn vị, hãy ghi tên đơn vị ngay dưới tên ${p.authority}, ghi số, ký hiệu văn bản của đơn vị (nếu có), rồi gửi lại.`,
        `Please send the report drawn up by your unit, not that of the whole authority. If it is your unit's, put the unit's name right below ${p.authority}, with the unit's own document number (if any), and send it again.`,
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
      fillEach(t('Không tìm thấy tiêu đề "{kind}" trong văn bản.', 'No title of {kind} was found.'), p),
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
};
