/** The words of the consolidated report (.docx and .xlsx), and the titles that reports and forms share. */
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

/** As the column ĐVT shows it: no unit of measure is a dash. */
export function measure({ unitOfMeasure }: Indicator): string {
  return unitOfMeasure === '-' ? '–' : unitOfMeasure;
}

/** Inside a sentence: "Báo cáo quý I" → "báo cáo quý I". */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

const units = (count: number) => `${numberInText(count)} phòng, đơn vị`;

/** Sentences and headings of the consolidated report. Days come in as they are to be shown. */
export const reportWords = {
  kind: 'BÁO CÁO',
  edition: (edition: number) => `(Bản ${edition}, thay bản ${edition - 1})`,
  interim: (at: string) => `(Số liệu tạm tính, tính đến ${at})`,
  number: (code: string) => `Số:        /BC-${code}`,
  placeAndDate: (place: string, day: string) => `${place}, ${day}`,
  opening: (regime: string, about: string) =>
    `Thực hiện ${regime}, ${about} của các phòng, đơn vị được tổng hợp như sau:`,
  window: (from: string, to: string, cumulativeFrom: string) =>
    `Số liệu trong kỳ lấy từ ngày ${from} đến hết ngày ${to}; số lũy kế lấy từ ngày ${cumulativeFrom}.`,
  firstWindow: (from: string, to: string) =>
    `Số liệu lấy từ ngày ${from} đến hết ngày ${to}; đây là kỳ đầu năm nên số lũy kế là số trong kỳ.`,
  yearWindow: (from: string, to: string) => `Số liệu lấy từ ngày ${from} đến hết ngày ${to}.`,
  year: (periods: readonly string[]) =>
    `Số liệu trong kỳ của báo cáo này được tính từ số trong kỳ của các báo cáo: ${periods.join('; ')}.`,
  gaps: (units: string) =>
    `Số liệu trong kỳ chưa đầy đủ do chưa có báo cáo kỳ trước của: ${units}; vì vậy một số chỉ tiêu trong kỳ khác số lũy kế do phòng, đơn vị ghi trong báo cáo.`,
  notYetIn: (count: number, names: string | null, fromEarlier: boolean) => {
    const who = `${units(count)}${names === null ? '' : `: ${names}`}`;
    return fromEarlier
      ? `Chưa có báo cáo kỳ này của ${who}; số liệu của phòng, đơn vị này (nếu có) lấy từ báo cáo các kỳ trước.`
      : `Chưa có số liệu kỳ này của ${who}.`;
  },
  gap: (unit: string, periods: readonly string[]) => `${unit} (${periods.join(', ')})`,
  otherBase: (earlier: string, then: number, now: number) =>
    `${earlier} có ${numberInText(then)} phòng, đơn vị gửi báo cáo, kỳ này có ${numberInText(now)}; cần lưu ý khi so sánh số liệu.`,
  previousPeriod: 'Kỳ trước',
  lastYearPeriod: 'Cùng kỳ năm trước',
  filing: 'Tình hình thực hiện chế độ báo cáo',
  chapters: {
    results: 'Kết quả thực hiện',
    assessment: 'Đánh giá chung',
    directions: 'Phương hướng, nhiệm vụ',
    proposals: 'Kiến nghị, đề xuất',
  },
  rate: (at: string, filed: number, owing: number, nil: number, ratio: string) => {
    const kinds =
      nil > 0 ? ` (${numberInText(filed - nil)} gửi báo cáo, ${numberInText(nil)} khai không phát sinh)` : '';
    const share = `${numberInText(filed)}/${numberInText(owing)}`;
    return `Tính đến ${at}, ${share} phòng, đơn vị đã thực hiện chế độ báo cáo${kinds}, đạt ${ratio}.`;
  },
  onTime: (count: number, owing: number, ratio: string) =>
    `Đúng hạn ${numberInText(count)}/${numberInText(owing)}, đạt ${ratio}.`,
  nobodyExpected: 'Không có phòng, đơn vị nào phải báo cáo kỳ này (tỷ lệ: —).',
  due: (day: string) => `Hạn nộp: hết ngày ${day}.`,
  late: (count: number, names: string) => `Nộp muộn ${units(count)}: ${names}.`,
  nil: (count: number, names: string) => `Khai không phát sinh ${units(count)}: ${names}.`,
  excluded: (count: number, names: string) => `Loại trừ ${units(count)}: ${names}.`,
  notFiled: (count: number) => `Chưa thực hiện chế độ báo cáo ${units(count)}, gồm:`,
  allFiled: 'Tất cả phòng, đơn vị phải báo cáo đều đã thực hiện chế độ báo cáo.',
  notFiledColumns: ['STT', 'Phòng, đơn vị', 'Trạng thái', 'Ghi chú'],
  figures: (count: number, more: boolean) =>
    more ? 'Các số liệu khác:' : `Số liệu tổng hợp từ báo cáo của ${units(count)}:`,
  zero: 'không phát sinh',
  alike: (count: number) => `${numberInText(count)} phòng, đơn vị cùng nội dung`,
  alikeNames: (names: readonly string[]) => `(Gồm: ${names.join('; ')}; theo văn bản của ${names[0] ?? ''}.)`,
  said: (units: string, text: string) => `- ${units}: ${text}`,
  figure: (name: string, value: string, last: boolean) => `- ${name}: ${value}${last ? '.' : ';'}`,
  cumulativeSum: (value: string) => `lũy kế: ${value}`,
  within: (parts: readonly string[]) => `, trong đó: ${parts.join(', ')}`,
  days: (given: number, counted: number, first: string, last: string) => {
    const when = first === last ? `ngày ${first}` : `từ ngày ${first} đến ngày ${last}`;
    return `${numberInText(given)}/${units(counted)}, ${when}`;
  },
  statementColumns: ['Nội dung', 'Tình hình thực hiện', 'Phòng, đơn vị'],
  units,
  otherUnits: (count: number) => `${units(count)} còn lại`,
  silent: '(Chưa có phòng, đơn vị nào báo cáo nội dung này.)',
  closing: (about: string, appendices: readonly string[]) =>
    `Trên đây là báo cáo ${about} (kèm theo ${appendices.map((each) => each.replaceAll(' ', '\u00a0')).join(', ')})./.`,
  signerName: '(Họ và tên)',
  appendices: ['Phụ lục I', 'Phụ lục II'],
  totalsTitle: 'Số liệu tổng hợp',
  sourcesTitle: 'Nguồn số liệu',
  attached: (code: string, day: string, issuer: string) =>
    `(Kèm theo Báo cáo số        /BC-${code} ${day} của ${issuer})`,
  totalsColumns: ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', 'Trong kỳ', 'Lũy kế', 'Ghi chú'],
  comparisonColumns: { previous: 'So với kỳ trước', lastYear: 'So với cùng kỳ' },
  comparisonNote: 'So sánh theo số trong kỳ; điểm: điểm phần trăm; ×: gấp bao nhiêu lần.',
  blank: (names: string) => `Chưa có số: ${names}`,
  notAddedOnce: (names: string) => `Không cộng thêm: ${names} (đã có trong số của cấp trên)`,
  computed: (formula: string) => `Tính từ các số tổng: ${formula}`,
  toldInText: 'Nêu ở phần lời văn',
  notAdded: 'Theo báo cáo của từng phòng, đơn vị',
  sourcesColumns: [
    'STT',
    'Phòng, đơn vị',
    'Báo cáo (số biên nhận)',
    'Thời điểm nhận',
    'Nơi ghi số liệu, lời văn',
  ],
  yearSourcesColumns: [
    'STT',
    'Phòng, đơn vị',
    'Kỳ',
    'Báo cáo (số biên nhận)',
    'Thời điểm nhận',
    'Nơi ghi số liệu, lời văn',
  ],
  reportsElsewhere: (count: number, office: string) =>
    `Báo cáo này được tổng hợp từ ${numberInText(count)} báo cáo; danh sách và nguồn của từng số liệu có trong tệp Excel lưu tại ${office}.`,
  reportsHeading: 'Báo cáo đã tổng hợp',
  figuresHeading: 'Số liệu của từng báo cáo',
  figuresHint:
    'Trước dấu hai chấm là số thứ tự của báo cáo ở bảng trên, sau đó là số liệu và ô (hoặc dòng, cột của bảng) ghi số liệu trong báo cáo ấy.',
  figuresColumns: ['Mã', 'Tổng', 'Số liệu của từng báo cáo'],
  cumulativeOf: (code: string) => `${code} lũy kế`,
  origin: (report: string, value: string, where: string) => `${report}: ${value} [${where}]`,
  contained: (text: string) => `(${text}, không cộng thêm)`,
  columnNames: { value: 'trong kỳ', cumulative: 'lũy kế' },
  comment: (code: string, column: string, total: string, origins: string) =>
    `${code}, ${column}: ${total} = ${origins}.`,
  commentOrigin: (unit: string, value: string, receipt: string, where: string) =>
    `${unit} ${value} (${receipt}, ${where})`,
  commentMore: (count: number) => `và ${numberInText(count)} báo cáo khác`,
  commentText: (unit: string, receipt: string, where: string) => `${unit} (${receipt}), ${where}.`,
  nilReport: 'Khai không phát sinh',
  figuresAt: (where: string) => `Số liệu: ${where}.`,
  textAt: (where: string) => `Lời văn: ${where}.`,
  made: (at: string, edition: number, office: string) =>
    `Tổng hợp lúc ${at} (bản ${numberInText(edition)}). Nguồn của từng số liệu có trong tệp Excel lưu tại ${office}.`,
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
    previous: ['Kỳ trước', 'Tăng, giảm', 'Tỷ lệ'],
    lastYear: ['Cùng kỳ năm trước', 'Tăng, giảm', 'Tỷ lệ'],
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
  totalsColumns: reportWords.totalsColumns,
  notAdded: `Không cộng; xem từng đơn vị ở trang tính “${sheets.figures}”`,
  matrixTitle: (about: string) => `Số liệu từng đơn vị: ${about}`,
  matrixHint: (ofYear: boolean) =>
    `Nguồn của mỗi số liệu ở cùng địa chỉ ô trên trang tính “Nguồn”. Ô trống không phải là 0. Số in nghiêng: đã có trong số của cấp trên, không cộng thêm. Ô tô màu cam: số khác thường, xem ghi chú của ô.${ofYear ? ' Công thức của ô là phép cộng số của từng kỳ.' : ''}`,
  formerUnit: 'Không phải báo cáo kỳ này',
  computedSource: 'Tính lại từ các số thành phần',
  sourcesTitle: (about: string) => `Nguồn của từng số liệu: ${about}`,
  sourcesHint: (run: string, ofYear: boolean) =>
    `Cùng địa chỉ ô với trang tính “Số liệu”: ${ofYear ? 'kỳ · ' : ''}đơn vị · phiên bản (10 ký tự cuối, như trên biên nhận) · nơi ghi trong tệp. Bản kê: ${run}.`,
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
  outlier: 'Khác thường',
  usual: (value: string) => `khoảng ${value}`,
  checkFigure: 'Hỏi lại đơn vị; nếu đúng thì không phải sửa.',
  discrepancy: 'Lệch lũy kế',
  discrepancyWhy: (code: string) =>
    `${code}: cộng các kỳ không bằng số lũy kế đơn vị ghi trong báo cáo cuối kỳ.`,
  mendDiscrepancy: 'Đối chiếu các kỳ với đơn vị; yêu cầu chỉnh lý kỳ có số sai.',
  gap: 'Thiếu kỳ',
  gapWhy: (periods: readonly string[]) => `Chưa có ${periods.join(', ')}: số trong kỳ chưa đủ.`,
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
  report: (at: string, why: string) => `Báo cáo nhận lúc ${at}: ${why}`,
  pending: 'Có tệp đã nhận, đang xử lý',
  extended: (day: string) => `Được gia hạn đến hết ngày ${day}`,
  withReason: (name: string, reason: string) => `${name} (${reason})`,
  reason: (reason: string) => `Lý do: ${reason}`,
  corrected: (first: string, day: string) => `Nộp lần đầu ngày ${first}, chỉnh lý ngày ${day}`,
  waived: (reason: string) => `Được tính do miễn phép kiểm: ${reason}`,
} as const;

const span = ([first = '', last = '']: readonly string[]) => (first === last ? first : `${first}–${last}`);

/** Where a figure or a paragraph stood in the unit's own file, in a few characters; spans are first and last. */
export const placeWords = {
  table: (table: number, row: number, column: number) => `bảng ${table}, dòng ${row}, cột ${column}`,
  paragraph: (paragraph: number) => `đoạn ${paragraph}`,
  sheet: (name: string) => `trang tính “${name}”`,
  wholeTable: (table: number) => `bảng ${table}`,
  columns: (columns: readonly string[]) => `cột ${span(columns)}`,
  rows: (rows: readonly string[]) => `dòng ${span(rows)}`,
  paragraphs: (paragraphs: readonly string[]) => `đoạn ${span(paragraphs)}`,
} as const;
