/** The words of the office's view of the page. `{name}` marks what is filled in. */
import type { Text } from '../vocabulary/text.ts';

type Words = Record<string, Text>;

export const office = {
  title: { vi: 'Theo dõi báo cáo', en: 'Reports at a glance' },
  secrecy: {
    vi: 'Liên kết là của riêng người nhận tại văn phòng, không chuyển cho người khác.',
    en: 'The link belongs to its recipient in the office; do not pass it on.',
  },
  asOf: { vi: 'Tình hình đến {time}.', en: 'As things stood on {time}.' },
  refresh: { vi: 'Cập nhật', en: 'Refresh' },
  print: { vi: 'In', en: 'Print' },
  none: { vi: 'Chưa có kỳ báo cáo nào mở.', en: 'No period is open yet.' },
  filed: {
    vi: '{filed}/{expected} đơn vị đã nộp hoặc khai không phát sinh',
    en: '{filed} of {expected} units have filed or declared nil',
  },
  nobody: { vi: 'Không có đơn vị nào phải nộp', en: 'No unit has to file' },
  late: { vi: '{count} nộp muộn', en: '{count} late' },
  units: { vi: 'Xem từng đơn vị ({count})', en: 'Show the units ({count})' },
  filedAt: { vi: 'Nộp lúc {time}', en: 'Filed {time}' },
  declaredAt: { vi: 'Khai lúc {time}', en: 'Declared {time}' },
  attempt: { vi: 'Lần gửi gần nhất, không được tính.', en: 'The newest file, which does not count.' },
  sentAt: { vi: 'nhận lúc {time}', en: 'received {time}' },
  nothingYet: { vi: 'Chưa gửi tệp nào.', en: 'No file has come.' },
  reason: { vi: 'Lý do', en: 'Reason' },
  report: { vi: 'Báo cáo tổng hợp', en: 'Consolidated report' },
  interim: { vi: 'Số liệu tạm tính, chưa phải báo cáo', en: 'Interim figures, not the report' },
  edition: {
    vi: 'Báo cáo tổng hợp, từ dự thảo lần {edition}',
    en: 'Consolidated report, from draft {edition}',
  },
  draft: { vi: 'Dự thảo báo cáo tổng hợp, chưa ký', en: 'Draft of the consolidated report, not signed' },
  draftEdition: {
    vi: 'Dự thảo báo cáo tổng hợp lần {edition}, chưa ký',
    en: 'Draft {edition} of the consolidated report, not signed',
  },
  draftsOfSigned: { vi: 'Dự thảo trước khi ký:', en: 'The draft before it was signed:' },
  staleDraft: {
    vi: 'Dự thảo không còn khớp: sau khi lập đã có bản nộp hoặc quyết định mới.',
    en: 'The draft no longer matches: a report or a decision came after it was drawn up.',
  },
  stale: {
    vi: 'Không còn khớp: từ sau khi lập dự thảo đã có bản nộp hoặc quyết định mới.',
    en: 'No longer matches: a report or a decision came after its draft was drawn up.',
  },
  superseded: {
    vi: 'Số liệu cũ. Đã có bản mới hơn: {newer}, số liệu đến {time}.',
    en: 'These are older figures. There is something newer: {newer}, of {time}.',
  },
  toNewer: { vi: 'Xem bản mới hơn', en: 'Go to the newer one' },
  olderFiles: { vi: 'Tải số liệu cũ', en: 'Download the older figures' },
  reportAsOf: { vi: 'lập theo số liệu đến {time}', en: 'made of what had come by {time}' },
  downloadDocx: { vi: 'Tải bản Word', en: 'Download for Word' },
  downloadTexts: { vi: 'Tải toàn văn của các đơn vị', en: 'Download all that units wrote' },
  downloadBrief: { vi: 'Tải bản tóm tắt cho lãnh đạo', en: 'Download the page for the leadership' },
  downloadXlsx: { vi: 'Tải bảng Excel', en: 'Download for Excel' },
  noReport: { vi: 'Chưa có báo cáo tổng hợp cho kỳ này.', en: 'No consolidated report of this period yet.' },
  signedAs: { vi: 'Đã phát hành: số {number} ngày {day}', en: 'Issued: No. {number} of {day}' },
} as const satisfies Words;
