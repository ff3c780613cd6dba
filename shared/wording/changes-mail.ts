/** What changed since a report was issued: in the notice that it is stale, and in the mail of the next edition. */
import type { Text } from '../vocabulary/text.ts';

type Words = Record<string, Text | string>;

export const changes = {
  figures: 'Số liệu thay đổi',
  indicator: 'Chỉ tiêu',
  from: 'Dự thảo lần {edition}',
  to: 'Hiện nay',
  toEdition: 'Dự thảo lần {edition}',
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
  preheader: 'Có bản nộp hoặc quyết định mới sau khi lập dự thảo của báo cáo đã phát hành.',
  bannerTitle:
    'Báo cáo đã phát hành (từ dự thảo lần {edition}, tổng hợp lúc {at}) không còn khớp với số liệu hiện nay',
  bannerText:
    'Sau khi phát hành, đơn vị đã nộp bản khác hoặc Văn phòng đã có quyết định mới. Bản đã phát hành được giữ nguyên. Tính đến {now}, thay đổi {extent}.',
  what: 'Cần quyết định',
  issue:
    'Nếu cần phát hành lại: trên trang của Văn phòng, mục “Hồ sơ phát hành, lập bản thay thế”, bấm “Lập dự thảo bản thay thế”; ký xong, phát hành tại đó. Nếu không, không phải làm gì: thư này chỉ gửi một lần cho mỗi lần thay đổi.',
  noFigure: 'Không có số liệu tổng hợp nào thay đổi.',
  english: {
    vi: 'Bản tiếng Anh',
    en: 'The issued report "{period}" (from draft {edition}, as of {at}) no longer matches what is filed: {figures} figures, {units} units and {texts} sections have changed. Nothing was changed in the issued report. To have another drawn up for signature: on the office’s page, under “What was issued, and what may replace it”, press “Draw up a draft to replace it”.',
  },
} as const satisfies Words;

export const reissue = {
  title: 'Dự thảo lần {edition} thay dự thảo lần {before}',
  text: 'So với dự thảo lần {before} (tổng hợp lúc {at}) thay đổi {extent}.',
  nothing: 'Không có số liệu, đơn vị hay nội dung nào thay đổi so với dự thảo lần {before}.',
} as const satisfies Words;
