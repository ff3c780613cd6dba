/** What changed since a report was issued: in the notice that it is stale, and in the mail of the next edition. */
import type { Text } from '../vocabulary/text.ts';

type Words = Record<string, Text | string>;

export const changes = {
  figures: 'Số liệu thay đổi',
  indicator: 'Chỉ tiêu',
  from: 'Bản {edition}',
  to: 'Hiện nay',
  toEdition: 'Bản {edition}',
  delta: 'Chênh lệch',
  cumulative: 'lũy kế {figure}',
  extent: '{figures} chỉ tiêu, {units} đơn vị và {texts} mục nội dung',
  moreWhose: '+{count} đơn vị',
  moreFigures: '… và {count} chỉ tiêu khác.',
  units: 'Đơn vị có thay đổi',
  otherFile: '{standing}, nay tính bản “{file}” nhận {at}',
  moved: 'trước: {from}; nay: {to}',
  movedWithFile: 'trước: {from}; nay: {to}, tính bản “{file}” nhận {at}',
  notExpected: 'không có trong danh sách',
  moreUnits: '… và {count} đơn vị khác.',
  comparisons: 'Số liệu kỳ so sánh thay đổi',
  texts: 'Nội dung thay đổi',
  text: 'Mục {section}',
} as const satisfies Words;

export const correction = {
  subject: '[{regime}] {period}: báo cáo đã phát hành không còn khớp{what}',
  subjectFigures: ', {count} số liệu thay đổi',
  title: {
    vi: 'Báo cáo đã phát hành không còn khớp: {period}',
    en: 'The issued report no longer matches what is filed: {period}',
  },
  preheader: 'Có bản nộp hoặc quyết định mới sau khi phát hành bản {edition}.',
  bannerTitle: 'Bản {edition} (tổng hợp lúc {at}) không còn khớp với số liệu hiện nay',
  bannerText:
    'Sau khi phát hành, đơn vị đã nộp bản khác hoặc Văn phòng đã có quyết định mới. Bản đã phát hành được giữ nguyên. Tính đến {now}, thay đổi {extent}.',
  what: 'Cần quyết định',
  issue:
    'Nếu cần phát hành lại, quản trị viên chạy lệnh dưới đây để lập dự thảo bản {next}; ký xong, phát hành trên trang của Văn phòng. Nếu không, không phải làm gì: thư này chỉ gửi một lần cho mỗi lần thay đổi.',
  command: 'Lệnh lập dự thảo bản {next}',
  noFigure: 'Không có số liệu tổng hợp nào thay đổi.',
  english: {
    vi: 'Bản tiếng Anh',
    en: 'Edition {edition} of "{period}", issued as of {at}, no longer matches what is filed: {figures} figures, {units} units and {texts} sections have changed. Nothing was changed in the issued report. To have edition {next} drawn up for signature: {command}.',
  },
} as const satisfies Words;

export const reissue = {
  title: 'Bản {edition} thay bản {before}',
  text: 'So với bản {before} (tổng hợp lúc {at}) thay đổi {extent}.',
  nothing: 'Không có số liệu, đơn vị hay nội dung nào thay đổi so với bản {before}.',
} as const satisfies Words;
