/** The words of the consolidated report (.docx and .xlsx), and the titles that reports and forms share. */
import type { Period, Regime } from '../regime/regime.ts';

/** What the regime reports on, without its year: "công tác dân vận". */
export function subject(regime: Regime): string {
  return regime.title.vi.replace(/^chế độ báo cáo /i, '').replace(` năm ${regime.year}`, '');
}

/** The period's title with its year, once: "Báo cáo quý I năm 2024", "Báo cáo năm 2024". */
export function periodInYear(regime: Regime, period: Period): string {
  const title = period.title.vi;
  if (title.includes(String(regime.year))) return title;
  return / năm$/.test(title) ? `${title} ${regime.year}` : `${title} năm ${regime.year}`;
}

/** What the report is about: "Kết quả công tác dân vận quý I năm 2024"; else the period's own title. */
export function reportSubject(regime: Regime, period: Period): string {
  if (period.kind !== 'periodic') return period.title.vi;
  const span = periodInYear(regime, period).replace(/^báo cáo /i, '');
  return `Kết quả ${subject(regime)} ${span}`;
}

const units = (count: number) => `${String(count).padStart(2, '0')} phòng, đơn vị`;

/** Sentences and headings of the consolidated report. Numbers and days come in as they are to be shown. */
export const reportWords = {
  kind: 'BÁO CÁO',
  edition: (edition: number) => `(Bản ${edition})`,
  number: (code: string) => `Số:        /BC-${code}`,
  placeAndDate: (place: string, day: string) => `${place}, ${day}`,
  opening: (regime: string, about: string) =>
    `Thực hiện ${regime}, ${about} của các phòng, đơn vị được tổng hợp như sau:`,
  window: (from: string, to: string, cumulativeFrom: string) =>
    `Số liệu trong kỳ lấy từ ngày ${from} đến hết ngày ${to}; số lũy kế lấy từ ngày ${cumulativeFrom}.`,
  filing: 'Tình hình gửi báo cáo',
  results: 'Kết quả thực hiện các nội dung trọng tâm',
  rate: (at: string, filed: number, owing: number, ratio: string) =>
    `Đến ${at}, ${filed}/${owing} phòng, đơn vị đã có báo cáo được tính (đạt ${ratio}).`,
  nobodyExpected: 'Không có phòng, đơn vị nào phải gửi báo cáo kỳ này (tỷ lệ: —).',
  due: (at: string) => `Hạn gửi chung: ${at}.`,
  late: (count: number, names: string) => `Gửi muộn ${units(count)}: ${names}.`,
  nil: (count: number, names: string) => `Báo không phát sinh ${units(count)}: ${names}.`,
  excluded: (count: number, names: string) => `Không phải gửi (loại trừ) ${units(count)}: ${names}.`,
  notFiled: (count: number) => `Chưa có báo cáo được tính của ${units(count)}, gồm:`,
  allFiled: 'Tất cả phòng, đơn vị phải gửi đều đã có báo cáo được tính.',
  notFiledColumns: ['STT', 'Phòng, đơn vị', 'Tình trạng', 'Ghi chú'],
  figures: (count: number) => `Số liệu tổng hợp từ báo cáo của ${units(count)}:`,
  figure: (name: string, value: string, last: boolean) => `- ${name}: ${value}${last ? '.' : ';'}`,
  cumulative: (value: string) => ` (lũy kế: ${value})`,
  said: (value: string, codes: string) => `${value} (${codes})`,
  allUnits: (count: number) => `${count} đơn vị`,
  silent: '(Chưa có phòng, đơn vị nào báo cáo nội dung này.)',
  closing: (about: string, appendices: string) => `Trên đây là báo cáo ${about} (kèm theo ${appendices})./.`,
  appendices: ['Phụ lục I', 'Phụ lục II'],
  totalsTitle: 'Số liệu tổng hợp',
  sourcesTitle: 'Nguồn số liệu và lời văn',
  attached: (code: string, day: string) => `(Kèm theo Báo cáo số        /BC-${code} ${day})`,
  totalsColumns: ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', 'Trong kỳ', 'Lũy kế', 'Ghi chú'],
  blank: (codes: string) => `Chưa có số: ${codes}`,
  contained: (codes: string) => `Không cộng thêm: ${codes} (đã có trong số của cấp trên)`,
  computed: (formula: string) => `Tính từ các số tổng: ${formula}`,
  notAdded: 'Không cộng; xem từng đơn vị ở Phụ lục II',
  filesTitle: '1. Tệp báo cáo được tính',
  filesColumns: ['STT', 'Mã', 'Phòng, đơn vị', 'Tệp', 'Nhận lúc', 'Phiên bản, SHA-256'],
  sourcesTableTitle: '2. Số liệu và lời văn lấy từ ô, đoạn nào',
  sourcesColumns: ['Mã', 'Nội dung', '[Nơi lấy trong tệp của đơn vị] Đơn vị: trong kỳ | lũy kế'],
  made: (at: string, run: string, edition: number) =>
    `Tổng hợp tự động lúc ${at}, bản ${edition}, theo bản kê ${run}. Cùng một bản kê luôn cho cùng một văn bản.`,
} as const;

/** Why a unit is not among those that filed. */
export const notFiledWords = {
  missing: 'Chưa nộp',
  rejected: 'Từ chối tiếp nhận',
  unreadable: 'Đã nhận, không trích xuất được',
  returned: 'Yêu cầu chỉnh lý',
  extended: 'Được gia hạn',
  pending: 'Đang xử lý',
} as const;

/** The words of the workbook beside those it shares with the report. */
export const workbookWords = {
  sheets: {
    overview: 'Tổng hợp',
    figures: 'Số liệu',
    sources: 'Nguồn',
    findings: 'Lưu ý',
    filings: 'Ai đã gửi',
  },
  title: (about: string) => `Tổng hợp: ${about}`,
  scheduled: (at: string, due: string, edition: number) =>
    `Tổng hợp lúc ${at} (bản ${edition}). Hạn gửi chung: ${due}.`,
  noDate: 'chưa có',
  counts: {
    expected: 'Phải gửi',
    excluded: 'Loại trừ',
    filed: 'Đã gửi',
    late: 'trong đó muộn',
    nil: 'không phát sinh',
    missing: 'Chưa nộp',
    rejected: 'Từ chối',
    unreadable: 'Không đọc được',
    returned: 'Chỉnh lý',
    extended: 'Gia hạn',
    pending: 'Đang xử lý',
  },
  ratio: 'Tỷ lệ',
  unitsTitle: 'Phòng, đơn vị',
  unitsColumns: ['STT', 'Mã', 'Phòng, đơn vị', 'Tình trạng', 'Gửi lúc', '', 'Ghi chú'],
  totalsTitle: 'Số liệu tổng',
  totalsColumns: ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', 'Trong kỳ', 'Lũy kế', 'Ghi chú'],
  notAdded: 'Không cộng; xem từng đơn vị ở trang “Số liệu”',
  matrixTitle: (about: string) => `Số liệu từng đơn vị: ${about}`,
  matrixHint:
    'Nguồn của mỗi số liệu ở cùng địa chỉ ô trên trang “Nguồn”. Ô trống không phải là 0. Số in nghiêng: đã có trong số của cấp trên, không cộng thêm.',
  sourcesTitle: (about: string) => `Nguồn của từng số liệu: ${about}`,
  sourcesHint:
    'Cùng địa chỉ ô với trang “Số liệu”: đơn vị · phiên bản (10 ký tự cuối, như trên phiếu tiếp nhận) · nơi lấy trong tệp.',
  inPeriod: 'Trong kỳ',
  cumulative: 'Lũy kế',
  matrixColumns: ['Mã', 'Chỉ tiêu', 'ĐVT', 'Tổng'],
  findingsTitle: 'Lưu ý còn mở trong các báo cáo được tính',
  findingsColumns: [
    'STT',
    'Mã',
    'Phòng, đơn vị',
    'Mức độ',
    'Nơi',
    'Có trong tệp',
    'Cần có',
    'Nội dung',
    'Cách xử lý',
  ],
  noFindings: 'Không có lưu ý nào.',
  severities: { error: 'Lỗi', warning: 'Lưu ý', note: 'Ghi nhận' },
  filingsTitle: 'Ai đã gửi, lúc nào, phiên bản nào được tính',
  filingsColumns: [
    'STT',
    'Mã',
    'Phòng, đơn vị',
    'Tình trạng',
    'Gửi lúc',
    'Tệp được tính',
    'Phiên bản',
    'SHA-256',
    'Ghi chú',
  ],
} as const;

/** Details about a unit that stand beside its status. */
export const lineWords = {
  attempt: (fileName: string, state: string, at: string) => `Tệp “${fileName}”: ${state} (${at})`,
  pending: 'Có tệp đã nhận, đang xử lý',
  extended: (at: string) => `Được gia hạn đến ${at}`,
  withReason: (name: string, reason: string) => `${name} (${reason})`,
  reason: (reason: string) => `Lý do: ${reason}`,
} as const;

/** Where a figure or a paragraph stood in the unit's own file, in a few characters. */
export const placeWords = {
  table: (table: number, row: number, column: number) => `bảng ${table}, dòng ${row}, cột ${column}`,
  paragraph: (paragraph: number) => `đoạn ${paragraph}`,
} as const;
