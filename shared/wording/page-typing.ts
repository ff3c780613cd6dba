/** The words of the form that is typed on the page. `{name}` marks what is filled in. */
import type { Text } from '../vocabulary/text.ts';

type Words = Record<string, Text>;

export const typing = {
  open: { vi: 'Nhập trực tiếp trên trang này', en: 'Type it on this page' },
  openLead: {
    vi: 'Không có Excel, Word trên máy? Nhập số liệu và lời văn ngay tại đây; hệ thống điền vào biểu mẫu và kiểm tra khi đang nhập.',
    en: 'No Excel or Word at hand? Type figures and words here; they are put into the form and checked as you type.',
  },
  close: { vi: 'Thôi nhập trực tiếp', en: 'Close the form' },
  title: { vi: 'Nhập báo cáo trên trang', en: 'Type the report' },
  lead: {
    vi: 'Không phát sinh thì ghi 0; chưa có số liệu thì để trống. Số thập phân dùng dấu phẩy. Lũy kế để trống thì biểu mẫu tự cộng từ kỳ trước. Những gì đã nhập được giữ trên máy này đến khi gửi.',
    en: 'Write 0 for nothing, leave blank what is not known. Decimals take a comma. A cumulative figure left blank is worked out from last period’s. What you type stays on this device until it is sent.',
  },
  value: { vi: 'Trong kỳ', en: 'In the period' },
  cumulative: { vi: 'Lũy kế', en: 'Cumulative' },
  before: { vi: 'Kỳ trước: {figure}', en: 'Last period: {figure}' },
  beforeCumulative: { vi: 'lũy kế {figure}', en: 'cumulative {figure}' },
  text: { vi: 'Lời văn', en: 'Words' },
  line: { vi: 'TT', en: 'No.' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  behind: { vi: 'Đang điền số vừa nhập vào biểu mẫu…', en: 'Putting what you typed into the form…' },
  worked: { vi: 'tự tính', en: 'worked out' },
  openAll: { vi: 'Mở tất cả các phần', en: 'Open every section' },
  foldAll: { vi: 'Gập tất cả các phần', en: 'Fold every section' },
  next: { vi: 'Phần tiếp theo: {title}', en: 'Next section: {title}' },
  sectionDone: { vi: 'có số liệu {done}/{all}', en: '{done} of {all} there' },
  hasText: { vi: 'đã có lời văn', en: 'words are there' },
  noText: { vi: 'chưa có lời văn', en: 'no words yet' },
  amiss: { vi: '{count} chỗ cần xem', en: '{count} to look at' },
  faults: {
    vi: 'Có {count} chỗ cần sửa hoặc xem lại trong những gì đã nhập.',
    en: '{count} of what you typed is to be mended or looked at.',
  },
  toFault: { vi: 'Đến chỗ đầu tiên', en: 'To the first' },
  progress: {
    vi: 'Đã có số liệu {done}/{all} chỉ tiêu',
    en: 'Figures of {done} of {all} indicators are there',
  },
  place: { vi: '{section}, dòng {line}: {name} ({code})', en: '{section}, line {line}: {name} ({code})' },
  placeText: { vi: '{section}, phần lời văn', en: '{section}, the words' },
  ofIndicators: { vi: 'chỉ tiêu {codes}', en: 'indicator {codes}' },
} as const satisfies Words;
