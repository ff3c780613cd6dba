/** The letter with which the issued report goes to those who are named "để B/c" under "Nơi nhận". */
import type { Text } from '../vocabulary/text.ts';

type Words = Record<string, Text | string>;

export const issuedReport = {
  subject: '[{regime}] {authority}: {period}{edition}',
  edition: ' (bản {edition})',
  title: { vi: '{period}', en: '{period}' },
  preheader: '{authority} gửi {period}, kèm tệp Word.',
  lead: '{authority} kính gửi {whom} “{period}”{edition}, tệp Word kèm theo thư này; số liệu tổng hợp lúc {at}.',
  replaces: 'Bản này thay bản {before} đã gửi (tổng hợp lúc {at}).',
  signedSubject: '[{regime}] {authority}: {period} (số {number} ngày {day})',
  signedPreheader: '{authority} gửi {period}, bản đã ký số {number} ngày {day}.',
  signedLead:
    '{authority} kính gửi {whom} “{period}” số {number} ngày {day}, bản đã ký (PDF) kèm theo thư này; số liệu tổng hợp lúc {at}.',
  signedReplaces:
    'Báo cáo này thay thế Báo cáo số {before} ngày {beforeDay} đã gửi; đề nghị không sử dụng văn bản đã được thay thế.',
  signedSum: 'Mã kiểm tra tệp (SHA-256): {sum}',
  signedFile: 'Báo cáo đã ký.',
  signedEnglish: {
    vi: 'Bản tiếng Anh',
    en: '{authority} hereby sends "{period}", No. {number} of {day}, as the attached signed PDF; figures as of {at}.{replaces}',
  },
  signedEnglishReplaces: ' It replaces report No. {before} of {beforeDay}.',
  signed:
    'Đây là bản điện tử để tiện theo dõi. Nếu có văn bản ký, đóng dấu gửi theo đường công văn thì văn bản đó là bản chính thức.',
  tooLarge:
    'Báo cáo quá lớn để gửi kèm thư; {office} sẽ chuyển bằng cách khác. Cần sớm, xin trả lời chính thư này.',
  attached: 'Tệp đính kèm',
  docx: 'Báo cáo, kèm phụ lục số liệu.',
  english: {
    vi: 'Bản tiếng Anh',
    en: '{authority} hereby sends "{period}", figures as of {at}, as the attached Word file. A signed copy sent by post, if any, prevails.',
  },
  englishTooLarge: 'The report is too large for a mail; {office} will send it in another way.',
} as const satisfies Words;
