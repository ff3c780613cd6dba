/** The words of the consolidated workbook and of the office's annex, and the titles that reports and forms share. */
import { languageOf } from '../regime/language.ts';
import type { Indicator, Period, Regime } from '../regime/regime.ts';
import { first, type Language, say, type Text } from '../vocabulary/text.ts';
import { dutyStatusWords, uploadStateWords } from './statuses.ts';
import { numberInText, withCurlyQuotes } from './vietnamese.ts';

/** What the regime reports on, without its year: "công tác dân vận". */
export function subject(regime: Regime): string {
  return say(regime.title, languageOf(regime))
    .replace(/^chế độ báo cáo /i, '')
    .replace(` năm ${regime.year}`, '');
}

/** What the report is about: "Kết quả công tác dân vận quý I năm 2024"; else the period's own title. */
export function reportSubject(regime: Regime, period: Period): string {
  if (period.kind !== 'periodic') return say(period.title, languageOf(regime));
  const span = periodInYear(regime, period).replace(/^báo cáo /i, '');
  return `Kết quả ${subject(regime)} ${span}`;
}

/** The period's title with its year, once. */
function periodInYear(regime: Regime, period: Period): string {
  const title = say(period.title, languageOf(regime));
  return title.includes(String(regime.year)) ? title : `${title} năm ${regime.year}`;
}

/** "tập thể" of an indicator named "Trong đó: tập thể", which is a part of the one before it; else null. */
export function nameAsPart({ name }: Indicator, language: Language): string | null {
  return /^trong đó:?\s+(\S.*)$/i.exec(say(name, language))?.[1] ?? null;
}

/** Without what its name tells those who fill in the form, as in "Tổng kết Chỉ thị (trạng thái; số, ngày báo cáo)". */
export function nameInReport({ name, type }: Indicator, language: Language): string {
  const whole = say(name, language);
  return withCurlyQuotes(type === 'text' ? whole.replace(/\([^()]*\)$/, '').trimEnd() : whole);
}

/** A period beside others: "Quý I năm 2024" of "Báo cáo quý I năm 2024"; "Báo cáo năm 2024" is "Năm 2024". */
export function periodAlone({ title }: Pick<Period, 'title'>, language: Language): string {
  return alone(say(title, language).replace(/^báo cáo /i, ''));
}

/** "quý I" within the report of its year, "6 tháng đầu năm" within the same. */
export function inTheYear(period: string, year: number): string {
  return period.replace(new RegExp(`(?<!đầu|cuối) năm ${year}| ${year}`), '');
}

/** As the column ĐVT shows it: no unit of measure is a dash. */
export function measure({ unitOfMeasure }: Indicator): string {
  return unitOfMeasure === '-' ? '–' : unitOfMeasure;
}

/** Written with a capital wherever they stand (Nghị định 30/2020, Phụ lục II). */
const alwaysCapital =
  /^(?:Đảng|Tỉnh ủy|Huyện ủy|Thành ủy|Nhân dân|Ủy ban|Hội đồng nhân dân|Mặt trận|Trung ương|Chính phủ|Quốc hội|Nhà nước|Thủ tướng)(?!\p{L})/u;

/** Inside a sentence: "Báo cáo quý I" → "báo cáo quý I"; what begins with capitals or a name stays: "UBND", "Sở", "Ban Dân vận". */
export function lowerFirst(text: string): string {
  if (alwaysCapital.test(text) || /^(?:\p{Lu}{2}|Sở(?!\p{L})|\p{Lu}\p{Ll}{0,9} \p{Lu}\p{Ll})/u.test(text))
    return text;
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

const units = (count: number) => `${numberInText(count)} phòng, đơn vị`;

/** What the workbook says beside a total. */
export const totalNoteWords = {
  blank: (names: string) => `Chưa có số: ${names}`,
  notAddedOnce: (names: string) => `Không cộng thêm: ${names} (đã có trong số của cấp trên)`,
  computed: (formula: string) => `Tính từ các số tổng: ${formula}`,
  ofTheOthers: (names: string) => `Không tính đơn vị thiếu số thành phần: ${names}`,
  untold: 'Báo cáo không nêu: các số liên quan cộng lại chưa khớp',
  short: 'Chưa gồm các kỳ còn thiếu, xem trang tính “Lưu ý”',
} as const;

/** Comments of Word in the office's draft, and the annex with all that units wrote. */
export const sourceWords = {
  contained: (text: string) => `(${text}, không cộng thêm)`,
  columnNames: { value: 'trong kỳ', cumulative: 'lũy kế' },
  comment: (code: string, column: string, total: string, origins: string) =>
    `${code}, ${column}: ${total} = ${origins}.`,
  commentOrigin: (unit: string, value: string, receipt: string, where: string) =>
    `${unit} ${value} (${receipt}, ${where})`,
  commentMore: (count: number) => `và ${numberInText(count)} báo cáo khác`,
  commentText: (unit: string, receipt: string, where: string) => `${unit} (${receipt}), ${where}.`,
} as const;

export const annexWords = {
  kind: 'PHỤ LỤC LỜI VĂN',
  about: (subject: string) => `Toàn văn báo cáo của các phòng, đơn vị: ${lowerFirst(subject)}`,
  forOffice: (office: string) => `(Tài liệu làm việc của ${office}, không gửi lên trên)`,
  alike: (count: number) => `${numberInText(count)} phòng, đơn vị cùng nội dung`,
  alikeNames: (names: readonly string[]) => `(Gồm: ${names.join('; ')}; theo văn bản của ${names[0] ?? ''}.)`,
  silent: '(Chưa có phòng, đơn vị nào viết nội dung này.)',
} as const;

const sheets = {
  overview: 'Tổng hợp',
  figures: 'Số liệu',
  sources: 'Nguồn',
  findings: 'Lưu ý',
  filings: 'Ai đã nộp',
} as const;

const alone = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Of the papers' own words there is one language. */
const aloneInPapers = (text: Text) => alone(say(text, first));

/** Why a unit is not among those that filed. */
export const notFiledWords = {
  missing: aloneInPapers(dutyStatusWords.missing),
  rejected: aloneInPapers(uploadStateWords.rejected),
  unreadable: aloneInPapers(uploadStateWords.unreadable),
  returned: aloneInPapers(dutyStatusWords.returned),
  extended: aloneInPapers(dutyStatusWords.extended),
  pending: `${aloneInPapers(uploadStateWords.received)}, đang xử lý`,
} as const;

/** What a duty stands at where it stands alone: "Nộp đúng hạn". */
export function dutyStatusAlone(status: keyof typeof dutyStatusWords): string {
  return aloneInPapers(dutyStatusWords[status]);
}

/** The words of the workbook beside those it shares with the report. */
export const workbookWords = {
  sheets,
  title: (about: string) => `Tổng hợp: ${about}`,
  scheduled: (at: string, due: string, edition: number | null) =>
    `Tổng hợp lúc ${at} (${edition === null ? 'số liệu tạm tính' : `bản ${numberInText(edition)}`}). Hạn nộp: ${due}.`,
  comparisonColumns: {
    before: { previous: 'Kỳ trước', lastYear: 'Cùng kỳ năm trước' },
    both: {
      previous: ['Số ĐV có cả hai kỳ', 'Kỳ này của các ĐV đó', 'Kỳ trước của các ĐV đó'],
      lastYear: ['Số ĐV có cả hai năm', 'Năm nay của các ĐV đó', 'Năm trước của các ĐV đó'],
    },
    changes: ['Tăng, giảm', 'Tỷ lệ'],
  },
  countOfUnits: units,
  due: (day: string) => `hết ngày ${day}`,
  noDate: 'chưa ấn định',
  counts: {
    expected: 'Phải báo cáo',
    excluded: aloneInPapers(dutyStatusWords.excluded),
    filed: 'Đã thực hiện',
    onTime: 'Đúng hạn',
    late: say(dutyStatusWords.late, first),
    nil: say(dutyStatusWords.nil, first),
    ...notFiledWords,
  },
  within: (counts: string) => ` (trong đó ${counts})`,
  ratio: 'Tỷ lệ',
  unitsTitle: 'Phòng, đơn vị',
  unitsColumns: ['STT', 'Mã', 'Phòng, đơn vị', 'Trạng thái', 'Thời điểm nhận', 'Ghi chú'],
  totalsTitle: 'Số liệu tổng hợp',
  totalsColumns: (value: string, cumulative: string) => [
    ...['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', value, cumulative, 'Ghi chú'],
  ],
  notAdded: `Không cộng; xem từng đơn vị ở trang tính “${sheets.figures}”`,
  matrixTitle: (about: string) => `Số liệu từng đơn vị: ${about}`,
  matrixHint: (ofYear: boolean) =>
    `Nguồn của mỗi số liệu ở cùng địa chỉ ô trên trang tính “Nguồn”. Ô trống không phải là 0. Số in nghiêng: đã có trong số của cấp trên, không cộng thêm. Ô tô màu cam: số khác thường, xem ghi chú của ô.${ofYear ? ' Công thức của ô là phép cộng số của từng kỳ.' : ''}`,
  formerUnit: 'Không phải báo cáo kỳ này',
  computedSource: 'Tính lại từ các số thành phần',
  sourcesTitle: (about: string) => `Nguồn của từng số liệu: ${about}`,
  sourcesHint: (run: string, ofYear: boolean) =>
    `Cùng địa chỉ ô với trang tính “Số liệu”: ${ofYear ? 'kỳ · ' : ''}đơn vị · phiên bản (10 ký tự cuối, như trên biên nhận) · nơi ghi trong tệp. Bản kê: ${run}.`,
  matrixColumns: ['Mã', 'Chỉ tiêu', 'ĐVT', 'Tổng'],
  unitColumns: ['Mã', 'Phòng, đơn vị', 'Tình trạng'],
  unitsInRows: (count: number) =>
    `Có ${count.toLocaleString('vi-VN')} đơn vị, nhiều hơn số cột của một trang tính, nên mỗi đơn vị là một hàng, mỗi chỉ tiêu là một cột.`,
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
  outlier: 'Khác thường',
  usual: (value: string) => `khoảng ${value}`,
  checkFigure: 'Hỏi lại đơn vị; nếu đúng thì không phải sửa.',
  discrepancy: 'Lệch lũy kế',
  discrepancyWhy: (code: string) =>
    `${code}: cộng các kỳ không bằng số lũy kế đơn vị ghi trong báo cáo cuối kỳ.`,
  mendDiscrepancy: 'Đối chiếu các kỳ với đơn vị; yêu cầu chỉnh lý kỳ có số sai.',
  /** Of a total, which is no single unit's. */
  ofTotals: { code: '', name: 'Số tổng hợp' },
  statedWhy: (code: string, difference: string) =>
    `${code}: báo cáo cộng các kỳ; theo lũy kế các đơn vị thiếu kỳ khai thì là số khác (chênh ${difference}).`,
  nilDatedWhy: (code: string, period: string) =>
    `${code}: đơn vị khai không phát sinh ${period} nhưng ghi ngày trong kỳ đó; báo cáo không đếm ngày này.`,
  reckoned: 'Tính từ chỉ tiêu',
  reckonedHow: (sentence: string) => `Câu của chế độ báo cáo, số tính theo mã chỉ tiêu: ${sentence}.`,
  untold: 'Chưa nêu',
  untoldWhy: (code: string) =>
    `${code}: lũy kế các đơn vị khai chưa đủ hoặc chưa khớp, báo cáo chỉ nêu số của riêng kỳ này nếu có.`,
  unbalancedWhy: (codes: readonly string[]) =>
    `${codes.join(', ')}: các số liên quan cộng lại chưa khớp, báo cáo không nêu.`,
  mendUnbalanced: (units: readonly string[]) =>
    `Khớp nếu lấy lũy kế đơn vị khai; đề nghị các đơn vị gửi kỳ còn thiếu hoặc chỉnh lý: ${units.join('; ')}.`,
  statedInstead: (code: string, stated: string, added: string | null) =>
    `${code} = ${stated} ${added === null ? '(nay chưa có)' : `(thay cho ${added})`}`,
  mendUntold: 'Đối chiếu lũy kế với các đơn vị; yêu cầu chỉnh lý báo cáo có số sai hoặc thiếu.',
  gap: 'Thiếu kỳ',
  gapWhy: (periods: readonly string[]) => `Chưa có ${periods.join(', ')}: số cộng các kỳ chưa đủ.`,
  mendGap: 'Đôn đốc đơn vị gửi báo cáo kỳ còn thiếu.',
  severities: { error: 'Lỗi', warning: 'Lưu ý', note: 'Ghi nhận' },
  waivedError: 'Lỗi, đã miễn',
  waivedWhy: (reason: string) => `Văn phòng miễn phép kiểm này: ${reason}`,
  filingsTitle: 'Ai đã nộp, lúc nào, phiên bản nào được tính',
  filingsColumns: [
    'STT',
    'Mã',
    'Phòng, đơn vị',
    'Trạng thái',
    'Thời điểm nhận',
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
  extended: (until: string) => `Được gia hạn đến ${until}`,
  withReason: (name: string, reason: string) => `${name} (${reason})`,
  reason: (reason: string) => `Lý do: ${reason}`,
  corrected: (first: string, day: string) => `Nộp lần đầu ngày ${first}, chỉnh lý ngày ${day}`,
  noted: (day: string) => `Văn phòng ghi: nhận ngày ${day}`,
  waived: (reason: string) => `Được tính do miễn phép kiểm: ${reason}`,
} as const;

/** Where a figure or a paragraph stood in the unit's own file, in a few characters. */
export const placeWords = {
  table: (table: number, row: number, column: number) => `bảng ${table}, dòng ${row}, cột ${column}`,
  paragraph: (paragraph: number) => `đoạn ${paragraph}`,
} as const;
