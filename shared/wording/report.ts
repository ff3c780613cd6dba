/** The words of the report that goes upward, of its draft, and of what is told of each sentence in it. */
import { fillEach, type Text } from '../vocabulary/text.ts';
import { withoutEnd } from '../vocabulary/visible-text.ts';
import { dayInText, numberInText } from './vietnamese.ts';

/** What stands in the draft alone, for the office to fill in. */
export const draftWords = {
  mark: 'DỰ THẢO',
  again: (edition: number) => `DỰ THẢO (lần ${edition})`,
  notFound: '(Chưa tìm thấy nội dung này trong báo cáo của các đơn vị; đề nghị bổ sung trước khi trình ký.)',
  notChosen: (count: number) =>
    `(Các đơn vị có ${numberInText(count)} câu về nội dung này, chưa câu nào được chọn: xem trang tính “Câu chọn”; đề nghị chọn hoặc bổ sung trước khi trình ký.)`,
  causesTold:
    '(Nguyên nhân mới được nêu trong các câu ở mục Tồn tại, hạn chế; đề nghị bổ sung trước khi trình ký.)',
  localRequests: (count: number) =>
    `(Các đơn vị có ${numberInText(count)} kiến nghị với UBND huyện, xã: muốn đưa vào mục này, ghi “Có” ở trang tính “Câu chọn”.)`,
  unaddressed: (requests: readonly string[], more: number) =>
    `(Kiến nghị chưa rõ gửi cấp trên hay trong nội bộ, chưa đưa vào: ${requests.join('; ')}${more > 0 ? `; và ${numberInText(more)} kiến nghị khác` : ''}, muốn đưa vào thì ghi “Có” ở trang tính “Câu chọn”; đề nghị quyết định trước khi trình ký.)`,
  request: (text: string, unit: string) => `“${withoutEnd(text, /[.;\s]/u)}” (${unit})`,
  /** Of so few the report may be signed as a first one, or wait. */
  signOrWait: (filed: number, owing: number) =>
    `(Mới có ${numberInText(filed)}/${numberInText(owing)} đơn vị báo cáo: ký báo cáo bước đầu hay chờ bổ sung; đề nghị quyết định trước khi trình ký.)`,
  noRequests:
    '(Chưa tìm thấy kiến nghị, đề xuất với cấp trên trong báo cáo của các đơn vị; nếu không bổ sung, bản trình ký bỏ mục này.)',
  signerName: '(Họ và tên)',
  /** How every line goes by which the draft asks for something. */
  asking: { from: '(', by: '; đề nghị ', to: ' trước khi trình ký.)' },
  unnumbered: (bases: readonly string[]) =>
    `(Căn cứ chưa ghi số, ngày ban hành: ${bases.join('; ')}, khi phát hành sẽ hỏi; đề nghị bổ sung trước khi trình ký.)`,
  notReceiving: (bodies: readonly string[]) =>
    `(Có kiến nghị với ${bodies.join(', ')}, chưa có tên ở phần Nơi nhận, khi phát hành sẽ hỏi; đề nghị bổ sung Nơi nhận hoặc chuyển kiến nghị qua nơi nhận báo cáo trước khi trình ký.)`,
  doubtful: (figures: readonly string[], more: number) =>
    `(Cần xem lại: ${figures.join('; ')}${more > 0 ? `; và ${numberInText(more)} điểm khác, xem tệp số liệu` : ''}, khi phát hành sẽ hỏi; đề nghị xác nhận với đơn vị hoặc sửa trước khi trình ký.)`,
  /** @param figures that stand in a sentence of the unit below too */
  alsoSaid: (doubt: string, figures: readonly string[]) =>
    figures.length > 0 ? `${doubt} (câu của đơn vị trong báo cáo cũng nêu số ${figures.join(', ')})` : doubt,
  short: (figures: readonly string[]) =>
    `(Số cộng các kỳ khác với lũy kế các đơn vị khai: ${figures.join('; ')}, khi phát hành sẽ hỏi; đề nghị đôn đốc đơn vị gửi kỳ còn thiếu hoặc giữ ghi chú (*) ở Phụ lục I trước khi trình ký.)`,
  /** @param others beside those that are told */
  untoldAnswers: (name: string, units: readonly string[], others: boolean) =>
    `(Chưa nêu câu trả lời${others ? ' khác' : ''} về ${name} của ${units.join('; ')}; xem tệp số liệu; đề nghị bổ sung nếu cần trước khi trình ký.)`,
  /** @param figures each with its name */
  unbalanced: (names: readonly string[], figures: readonly string[], wayOut: string) =>
    `(Không nêu ${names.join(', ')} vì các số liên quan cộng lại chưa khớp: ${figures.join(', ')}${wayOut}; xem tệp số liệu; đề nghị đối chiếu với các đơn vị, bổ sung trước khi trình ký.)`,
} as const;

/** What stood there in drafts that were drawn up before, and are signed still. */
export const earlierDraftWords: readonly string[] = [
  '(Chưa chọn được nội dung này từ báo cáo của các đơn vị; đề nghị bổ sung trước khi trình ký.)',
  '(Không có kiến nghị, đề xuất với cấp trên trong báo cáo của các đơn vị; đề nghị xem lại.)',
];

export const paperWords = {
  kind: 'BÁO CÁO',
  number: (number: string | null, code: string) =>
    number === null ? `Số:        /BC-${code}` : `Số: ${numbered(number, code)}`,
  placeAndDate: (place: string, day: string | null) => `${place}, ${day ?? openDay}`,
  interim: (at: string) => `(Số liệu tạm tính, tính đến ${at})`,
  replaces: (number: string, code: string, day: string) =>
    `(Thay thế Báo cáo số ${numbered(number, code)} ngày ${dayInText(day)})`,
  attached: (number: string | null, code: string, day: string | null, issuer: string) =>
    `(Kèm theo Báo cáo số ${number === null ? `       /BC-${code}` : numbered(number, code)} ${day ?? openDay} của ${issuer})`,
  opening: (bases: string, issuer: string, about: string) =>
    `Thực hiện ${bases}, ${issuer} báo cáo ${about} như sau:`,
  chapters: {
    results: 'Kết quả thực hiện',
    assessment: 'Đánh giá chung',
    /** By the month in which the period's data close (Nghị định 09/2019/NĐ-CP, Điều 12). */
    directions: (closes: number | null, year: number) => {
      const ahead = closes === null ? undefined : aheadOf[closes];
      return `Phương hướng, nhiệm vụ ${ahead === undefined ? 'kỳ tới' : `${ahead} năm ${year}`}`;
    },
    nextYear: (year: number) => `Phương hướng, nhiệm vụ năm ${year}`,
    requests: 'Kiến nghị, đề xuất',
  },
  assessed: { strengths: 'Ưu điểm', weaknesses: 'Tồn tại, hạn chế', causes: 'Nguyên nhân' },
  outstanding: 'Một số kết quả nổi bật:',
  closing: (about: string, issuer: string, appendix: string) =>
    `Trên đây là báo cáo ${about} của ${issuer} (kèm theo ${appendix.replaceAll(' ', '\u00a0')})./.`,
  /** What those who report are called where the regime does not say it. */
  unit: 'đơn vị',
  /** "97/100 UBND xã". */
  filedOf: ofOwing,
  /** Who is in the figures and who is not, said once. */
  report: 'Báo cáo',
  appendixItself: 'Phụ lục',
  allIn: (what: string, filed: Filed) => `${what} được tổng hợp từ ${ofOwing(filed)}${nilOf(filed, '')}.`,
  someIn: (what: string, filed: Filed, lacking: string) =>
    `${what} được tổng hợp từ ${ofOwing(filed)}${nilOf(filed, '')}; ${lacking}.`,
  yearOfAll: (what: string, filed: Filed) =>
    `${what} được tổng hợp từ số liệu các kỳ trong năm của ${ofOwing(filed)}${nilOf(filed, ' kỳ cuối năm')}.`,
  /** So many units have figures of the year, and so many of those who owe have filed the report of its end. */
  yearOfSome: (what: string, units: number, filed: Filed, lacking: string) =>
    `${what} được tổng hợp từ số liệu các kỳ trong năm của ${numberInText(units)} ${filed.noun}; ${ofOwing(filed)} có báo cáo năm${nilOf(filed, ' kỳ cuối năm')}; ${lacking}.`,
  lackingNames: (names: readonly string[]) => `chưa có số liệu của: ${names.join('; ')}`,
  lackingCount: (count: number, noun: string) => `chưa có số liệu của ${numberInText(count)} ${noun} còn lại`,
  /** Each is in the year's figures with its other periods. */
  lackingInYear: (names: readonly string[]) => `chưa gồm số liệu ${names.join('; ')}`,
  lackingBut: (names: readonly string[], count: number, noun: string) =>
    `gồm: ${names.join('; ')}; chưa có số liệu của ${numberInText(count)} ${noun} còn lại`,
  /** Of fewer than half nobody takes the figures for those of the whole. */
  firstFigures: 'Đây mới là số liệu bước đầu.',
  noneIn: (noun: string) => `Chưa có số liệu của ${noun} nào.`,
  lackingIn: (periods: string, names: readonly string[]) => `${periods} của ${names.join(', ')}`,
  lackingOf: (period: string, count: number, noun: string) => `${period} của ${numberInText(count)} ${noun}`,
  lastPeriod: 'cuối năm',
  window: (from: string, to: string) => `Số liệu tính từ ngày ${from} đến hết ngày ${to}.`,
  windowAndSum: (from: string, to: string, since: string) =>
    `Số liệu là của riêng kỳ từ ngày ${from} đến hết ngày ${to}; số lũy kế tính từ ngày ${since} ghi trong ngoặc.`,
  windowSoFar: (name: string, since: string, to: string, own: string, from: string) =>
    `Số liệu ${name.toLocaleLowerCase('vi')} tính từ ngày ${since} đến hết ngày ${to}; số riêng ${own} tính từ ngày ${from}.`,
  comparedOver: (base: string, count: number, noun: string) =>
    `So sánh với ${base} tính trên ${numberInText(count)} ${noun} có số liệu cả hai kỳ.`,
  /** Said once, in place of "so với quý trước" behind every figure. @param own "quý II" */
  comparedPart: (own: string, base: string, count: number, noun: string) =>
    `Mức tăng, giảm ghi cùng số riêng ${own} là so với ${base}. ${paperWords.comparedOver(base, count, noun)}`,
  ofBoth: (count: number, clause: string) =>
    `tính trên ${numberInText(count)} đơn vị có số liệu cả hai kỳ, ${clause}`,
  /** In place of "Toàn Sở", before what they did: "11 đơn vị có số liệu đã ban hành". */
  units: (count: number, did: string) =>
    `${reportingUnits(count)}${/^(?:đã|có|còn|là|chưa|không|được)(?!\p{L})/u.test(did) ? '' : ' đã'}`,
  /** Whoever declared nothing to report has reported too, and has none of it. */
  reporting: 'của các đơn vị báo cáo',
  /** Of some units no total: "Tổng số người là" becomes "Số người … của 11 đơn vị có số liệu". */
  totalNumber: /^Tổng số\s+/,
  numberOf: 'Số ',
  ofSomeUnits: (count: number) => ` (số liệu của ${numberInText(count)} đơn vị)`,
  ofUnits: (count: number) => `của ${reportingUnits(count)}`,
  sinceOpening: (value: string) => `lũy kế ${value}`,
  /** @param whose "03 đơn vị có số liệu"; "" for the whole authority */
  nothingOf: (names: readonly string[], within: string, whose: string) =>
    `Trong ${within}${whose === '' ? '' : `, ${whose}`} không phát sinh: ${names.join('; ')}.`,
  havingFigures: reportingUnits,
  further: (figures: readonly string[]) => `${figures.join('; ')}.`,
  figure: (name: string, value: string) => `${name}${/^\d/.test(value) ? ' là' : ':'} ${value}`,
  within: (parts: readonly string[]) => ` (trong đó ${parts.join(', ')})`,
  /** Of a whole that is told already, or that nobody gave. */
  parts: (parts: readonly string[]) => `trong đó ${parts.join(', ')}`,
  /** A day on which something was issued tells that it was: "11 đơn vị đã ban hành kế hoạch dân vận của đơn vị". */
  days: (name: string, count: number, first: string, last: string) =>
    /^ngày ban hành /i.test(name)
      ? `${numberInText(count)} đơn vị đã ban hành ${name.slice('ngày ban hành '.length)}`
      : first === last
        ? `${name}: ngày ${first} (${numberInText(count)} đơn vị)`
        : `${name}: từ ngày ${first} đến ngày ${last} (${numberInText(count)} đơn vị)`,
  partOf: (whole: string, part: string) => `${whole}, trong đó ${part}`,
  statement: (name: string, said: readonly string[]) => `${name}: ${said.join('; ')}.`,
  statedBy: (text: string, whom: string) => `${text} (${whom})`,
  /** Of the answers those that are told. */
  answeredBy: (name: string, told: number, all: number) =>
    `${name} (${numberInText(told)}/${numberInText(all)} đơn vị)`,
  someUnits: (count: number) => `${numberInText(count)} đơn vị`,
  /** Before each sentence of a unit. */
  point: '- ',
  /** Whose it is, and of which report. @param others see `alsoSaidBy` */
  inBrackets: (of: readonly string[], others: readonly string[] = []) => {
    const said = [...(of.length > 0 ? [of.join(', ')] : []), ...others];
    return said.length === 0 ? '' : ` (${said.join('; ')})`;
  },
  /** @param ownFigures they fill what is said with numbers of their own */
  alsoSaidBy: (count: number, ownFigures: boolean) =>
    `${numberInText(count)} đơn vị khác nêu tương tự${ownFigures ? ', với số liệu riêng' : ''}`,
  /** Not the period alone: "(9 tháng)" behind a result says how long it took. */
  inReport: (period: string) => `báo cáo ${period}`,
  /** Of what an earlier report of the year tells more fully than the newest, in which the unit says it still. */
  since: (period: string) => `nêu từ ${period}`,
  /** Of many the workbook has the names. */
  manyReport: (many: string) => `${many} cùng nêu: `,
  manyAsk: (many: string) => `${many} cùng `,
  /** @param before how many of them said it in an earlier period of the year alone */
  many: (count: number, before: number) => {
    const units = `${counted(count)} đơn vị`;
    if (before === 0) return units;
    return `${units} (${before === count ? '' : `${numberInText(before)} đơn vị `}nêu ở báo cáo trước trong năm)`;
  },
  askedByMany: (many: string, head: string, others: boolean, requests: readonly string[]) =>
    `- ${many} cùng ${head}${others ? ', như' : ''}: ${requests.join('; ')}.`,
  plannedByMany: (many: string, head: string, others: boolean, plans: readonly string[]) =>
    `- ${many} ${/^(?:dự kiến|phấn đấu|đăng ký|sẽ)(?!\p{L})/u.test(head) ? '' : 'dự kiến '}${head}${others ? ', như' : ''}: ${plans.join('; ')}.`,
  registered: (models: readonly string[]) => `- Các đơn vị đăng ký: ${models.join('; ')}.`,
  task: (text: string) => `- ${text.replace(/[.;]?$/, '.')}`,
  appendix: 'Phụ lục I',
  appendixTitle: 'Số liệu tổng hợp',
  columns: {
    number: 'STT',
    name: 'Chỉ tiêu',
    measure: 'ĐVT',
    note: 'Ghi chú',
  },
  comparedWith: (base: string) => `So với ${base}`,
  signOver: (sign: string, units: number) => `${sign} (${units}\u00a0ĐV)`,
  /** What the signs in the table mean, those that stand in it. */
  legend: (signs: readonly string[]) => {
    const meant = [
      ...(signs.some((sign) => / điểm(?: \(|$)/.test(sign)) ? ['điểm: điểm phần trăm'] : []),
      ...(signs.some((sign) => / ×(?: \(|$)/.test(sign)) ? ['×: gấp bao nhiêu lần'] : []),
      ...(signs.some((sign) => sign.endsWith('\u00a0ĐV)')) ? ['ĐV: số đơn vị có số liệu cả hai kỳ'] : []),
      ...(signs.some((sign) => /^=(?: \(|$)/.test(sign)) ? ['=: bằng kỳ được so sánh'] : []),
      ...(signs.includes('—') ? ['—: chưa đủ số liệu'] : []),
    ].join('; ');
    return meant === '' ? [] : [`${meant.charAt(0).toLocaleUpperCase('vi')}${meant.slice(1)}.`];
  },
  spans: (from: string, to: string, since: string) =>
    `Trong kỳ: từ ngày ${from} đến ngày ${to}; lũy kế: từ ngày ${since}, để trống ở chỉ tiêu không cộng dồn.`,
  spansSoFar: (name: string, own: string) => (from: string, to: string, since: string) =>
    `${name}: từ ngày ${since} đến ngày ${to}; ${own}: từ ngày ${from}, để trống ở chỉ tiêu tính đến cuối kỳ.`,
  abbreviated: (short: string, whole: string) => `${short}: ${whole}.`,
  ofSome: (count: number) => `${numberInText(count)} đơn vị`,
  /** In the last column: short of what somebody did in a part of the year. */
  short: '(*)',
  shortNote: '(*): chưa gồm số liệu các kỳ nêu trên.',
  ofSomeNote: (count: number) =>
    `Ghi chú: số đơn vị có số liệu của chỉ tiêu, nếu ít hơn ${numberInText(count)} đơn vị.`,
} as const;

const aheadOf: Readonly<Record<number, string>> = { 3: 'quý II', 6: '6 tháng cuối', 9: 'quý IV' };

const openDay = 'ngày      tháng      năm       ';

/** By the decree numbers below 10 take a zero. */
function padded(number: string): string {
  return /^\d$/.test(number) ? `0${number}` : number;
}

/** "7" or "125/BC-STNMT", however it was entered. */
function numbered(number: string, code: string): string {
  return number.includes('/') ? number : `${padded(number)}/BC-${code}`;
}

function reportingUnits(count: number): string {
  return `${numberInText(count)} đơn vị có số liệu`;
}

/**
 * Who reported, of those who owe; `nil`: who of them declared nothing to report, by name where they are few; `noun`: what
 * they are.
 */
interface Filed {
  readonly filed: number;
  readonly owing: number;
  readonly noun: string;
  readonly nil: { readonly count: number; readonly names: readonly string[] };
}

function ofOwing({ filed, owing, noun }: Omit<Filed, 'nil'>): string {
  return `${numberInText(filed)}/${numberInText(owing)} ${noun}`;
}

/** @param when behind "không phát sinh" */
function nilOf({ filed, nil }: Filed, when: string): string {
  const { count, names } = nil;
  if (count === 0) return '';
  const whose = names.length > 0 ? names.join('; ') : `${numberInText(count)} đơn vị`;
  const others = when === '' ? `${reportingUnits(filed - count)}; ` : '';
  return ` (${others}${whose} không phát sinh${when})`;
}

function counted(count: number): string {
  const words = ['Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười'];
  return words[count - 2] ?? String(count);
}

/** What each line under "Nơi nhận:" is for. */
export const receiverWords = {
  report: '(để b/c)',
  direct: '(để chỉ đạo)',
  coordinate: '(để phối hợp)',
  'carry-out': '(để thực hiện)',
  know: '(để biết)',
  file: '',
} as const;

export const filed = (name: string) => `Lưu: ${name}`;

/** The workbook's words about each sentence. */
export const choiceWords = {
  sheet: 'Câu chọn',
  title: 'Từng câu của các đơn vị: vào báo cáo hay không, vì sao',
  hint: 'Muốn đổi: ở cột “Vào báo cáo” ghi “Có” để đưa vào, “–” để bỏ ra, số 1, 2, 3… để xếp thứ tự, rồi lập lại dự thảo theo tệp này. Câu tô màu cam: được xếp theo nội dung, cần xem lại.',
  gone: (ids: readonly string[]) => `Đã chọn nhưng nay không còn câu nào mang mã: ${ids.join(', ')}.`,
  columns: [
    'STT',
    'Phần của báo cáo',
    'Phòng, đơn vị',
    'Câu của đơn vị',
    'Vào báo cáo',
    'Vì sao',
    'Điểm',
    'Nơi ghi trong tệp',
    'Biên nhận',
    'Mã câu',
  ],
  parts: {
    results: 'Kết quả',
    strengths: 'Ưu điểm',
    weaknesses: 'Tồn tại, hạn chế',
    causes: 'Nguyên nhân',
    directions: 'Phương hướng, nhiệm vụ',
    upward: 'Kiến nghị với cấp trên',
    local: 'Kiến nghị với UBND huyện, xã',
    internal: 'Kiến nghị nội bộ',
  },
  resultsOf: (section: string) => `Kết quả, mục ${section}`,
  yes: 'Có',
  no: '–',
  verdicts: {
    pinned: 'Văn phòng đưa vào',
    chosen: 'Được chọn',
    struck: 'Văn phòng bỏ ra',
    folded: 'Gộp với câu giống của đơn vị khác hoặc kỳ khác',
    'internal-word': 'Chuyện nội bộ, không đưa lên trên',
    fragment: 'Không thành câu riêng',
    contradicts: 'Nêu việc đã làm trong đoạn nói về tồn tại: Văn phòng chọn nơi đưa vào',
    'last-year': 'Ghi thời gian của năm trước',
    'as-before': 'Giống báo cáo kỳ trước',
    'nil-period': 'Ghi ngày trong kỳ đơn vị đã khai không phát sinh: cần hỏi lại đơn vị',
    overtaken: 'Chỉ đúng với riêng một kỳ trong năm (không để xảy ra, so với kỳ khác, số của kỳ)',
    'stays-inside': 'Kiến nghị với Sở và các đơn vị, không đưa lên trên',
    'for-localities': 'Kiến nghị với UBND huyện, xã: ghi “Có” để đưa vào báo cáo',
    'no-substance': 'Chưa nêu kết quả, con số hoặc nơi cụ thể',
    similar: 'Gần giống một câu đã được chọn',
    'less-full': 'Đơn vị có câu khác nói cùng ý, đầy đủ hơn',
    'no-room': 'Hết chỗ theo độ dài, số câu đã định',
  },
  signs: {
    named: 'có tên gọi riêng',
    model: 'có mô hình, điển hình',
    figure: 'có con số riêng',
    place: 'có địa danh',
    outcome: 'có kết quả cụ thể',
    explained: 'nêu được nguyên nhân',
    large: 'chiếm từ một phần ba tổng số của các đơn vị',
    people: 'liên quan người dân, doanh nghiệp',
    registered: 'mới đăng ký, chưa nêu kết quả',
    denial: 'chỉ nói không xảy ra, ít đơn vị nêu',
    'repeats-form': 'chỉ nhắc lại số trong biểu',
    filler: 'câu chung chung',
    vague: 'nêu chung, không rõ việc, nơi hoặc nguyên nhân',
    scrap: 'câu quá ngắn để người ngoài hiểu',
    earlier: 'nêu ở báo cáo kỳ trước trong năm',
    nothing: 'chưa có việc cụ thể',
    'refers-back': 'phải đọc cùng câu trước',
    long: 'câu dài',
  },
  doubtful: 'xếp theo nội dung, cần xem lại',
  alike: (count: number) => `giống ${numberInText(count)} câu khác`,
  word: (word: string) => `có từ “${word}”`,
  none: 'Các đơn vị chưa viết phần lời văn.',
} as const;

/** Why a list of sentences that came back cannot be followed. */
export const choicesFileWords = {
  noList: (file: string): Text =>
    fillEach(
      {
        vi: `Tệp “{file}” không có trang tính “${choiceWords.sheet}”. Hãy ghi vào chính tệp số liệu của dự thảo (.xlsx) rồi lưu lại.`,
        en: `“{file}” has no sheet “${choiceWords.sheet}”. Write into the draft's own workbook (.xlsx) and save it.`,
      },
      { file },
    ),
  noColumns: {
    vi: `Trang tính “${choiceWords.sheet}” thiếu cột “${choiceWords.columns[4]}” hoặc “${choiceWords.columns[9]}”. Hãy giữ nguyên hàng tiêu đề.`,
    en: `The sheet “${choiceWords.sheet}” lacks the column “${choiceWords.columns[4]}” or “${choiceWords.columns[9]}”. Leave its head as it is.`,
  } satisfies Text,
  unclear: (row: number, said: string): Text =>
    fillEach(
      {
        vi: `Trang tính “${choiceWords.sheet}”, hàng {row}: cột “${choiceWords.columns[4]}” ghi “{said}”. Hãy ghi “Có”, “–” hoặc một số thứ tự.`,
        en: `Sheet “${choiceWords.sheet}”, row {row}: “${choiceWords.columns[4]}” says “{said}”. Write “Có”, “–” or a number.`,
      },
      { row, said },
    ),
} as const;

/** What would close a balance: the figures it would have, and of which units. */
export const wayOutWords = {
  /** @param values in the order of the figures that do not agree */
  told: (values: readonly string[], units: readonly string[]) =>
    `; khớp (lần lượt là ${values.join(', ')}) nếu lấy lũy kế khai của ${units.join('; ')}`,
} as const;

/** One page for the leadership. */
export const briefWords = {
  kind: 'TÓM TẮT CHO LÃNH ĐẠO',
  rate: '1. Tỷ lệ báo cáo',
  figures: '2. Số liệu chính',
  figuresOf: (units: number) => `2. Số liệu chính (của ${reportingUnits(units)})`,
  moved: '2. Một số số liệu chính tăng, giảm',
  decisions: '3. Cần quyết định',
  /** @param more that the draft has beside them */
  upward: '4. Kiến nghị lên cấp trên (có trong dự thảo)',
  request: (text: string) => `- ${text}.`,
  moreRequests: (count: number) => `- Và ${numberInText(count)} kiến nghị khác.`,
  nobody: (noun: string) => `Không có ${noun} nào phải báo cáo kỳ này.`,
  /** @param of who reported, of those who owe */
  filed: (of: string, share: string, nil: number) =>
    `${of} đã báo cáo (${share})${nil > 0 ? `, trong đó ${numberInText(nil)} không phát sinh` : ''}.`,
  onTime: (count: number, owing: number, nil: number, due: string | null) => {
    const told = [
      ...(nil > 0 ? [`${numberInText(nil)} không phát sinh`] : []),
      ...(due === null ? [] : [`hạn: hết ngày ${due}`]),
    ];
    return `Đúng hạn ${numberInText(count)}/${numberInText(owing)}${told.length > 0 ? ` (${told.join('; ')})` : ''}.`;
  },
  late: (names: string) => `Nộp muộn: ${names}.`,
  andMore: (names: string, count: number) => `${names} và ${numberInText(count)} đơn vị khác`,
  columns: ['Chỉ tiêu', 'ĐVT'],
  compared: 'So sánh',
  units: (count: number) => `${numberInText(count)} đơn vị`,
  short: 'chưa gồm các kỳ còn thiếu; đôn đốc đơn vị gửi bổ sung, hoặc giữ ghi chú này khi ký.',
  silent: (count: number, names: string) =>
    `${numberInText(count)} đơn vị chưa gửi báo cáo: ${names}. Đôn đốc, gia hạn hoặc loại trừ.`,
  /** Where fewer than half have reported. */
  signOrWait: (filed: number, owing: number) =>
    `Mới có ${numberInText(filed)}/${numberInText(owing)} đơn vị báo cáo: ký báo cáo bước đầu hay chờ bổ sung.`,
  misplaced: (sender: string, of: string) =>
    `${sender} đã gửi nhầm báo cáo của ${of}, là đơn vị đang thiếu: đề nghị ${sender} gửi lại báo cáo của mình, ${of} gửi báo cáo.`,
  /** Of several of whom the same is to be decided. */
  alike: (count: number, standing: string, names: string, todo: string) =>
    `${numberInText(count)} đơn vị ở tình trạng “${lowered(standing)}”: ${names}${todo && `; ${todo}`}.`,
  open: (unit: string, standing: string, why: string | null, todo: string) =>
    `${unit}: ${lowered(standing)}${why === null ? '' : ` (${withoutEnd(why, /[.\s]/)})`}${todo && `; ${todo}`}.`,
  /** What is to be decided of one that has not reported; of one with more time, or a file that is read, nothing. */
  openTodo: {
    missing: 'đôn đốc, gia hạn hoặc loại trừ',
    rejected: 'đề nghị sửa, gửi lại',
    unreadable: 'đề nghị gửi lại bằng tệp khác',
    returned: 'đôn đốc gửi lại',
    extended: '',
    pending: '',
  },
  newer: (unit: string) =>
    `${unit}: đã có báo cáo, nhưng bản gửi sau chưa dùng được; hỏi đơn vị có thay bản trước không.`,
  point: (text: string) => `- ${text}`,
  within: (text: string) => `+ ${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}.`,
  doubts: 'Xem lại số liệu trước khi ký:',
  moreDoubts: (count: number) => `và ${numberInText(count)} điểm khác, xem tệp số liệu`,
  outlier: (unit: string, name: string, value: string, usual: string) =>
    `${unit} báo cáo ${name} là ${value}, ${usual}`,
  usual: {
    history: (usual: string) => `các kỳ trước khoảng ${usual}`,
    peers: (usual: string) => `các đơn vị khác khoảng ${usual}`,
  },
  /** @param span "cả năm" */
  discrepancy: (unit: string, name: string, added: string, stated: string, span: string) =>
    `${unit} báo cáo ${name} ${span} là ${stated}, cộng các kỳ được ${added}`,
  /** Of the year, where units that lack a period state more or less than their periods add up to. */
  stated: (name: string, added: string, stated: string, difference: string, others: number) =>
    `${name}: báo cáo cộng các kỳ được ${added}, theo lũy kế các đơn vị khai là ${stated} (chênh ${difference} do thiếu kỳ${others > 0 ? `; ${numberInText(others)} số liệu khác cũng chênh` : ''})`,
  untold: (names: readonly string[]) =>
    `lũy kế các đơn vị khai chưa đủ hoặc chưa khớp, báo cáo chỉ nêu số của riêng kỳ này nếu có: ${names.join('; ')}`,
  /** @param figures each with its name */
  unbalanced: (names: readonly string[], figures: readonly string[], wayOut: string) =>
    `báo cáo không nêu ${names.join(', ')}, vì các số sau cộng lại chưa khớp: ${figures.join(', ')}${wayOut}`,
  nilDated: (unit: string, period: string, name: string, day: string) =>
    `${unit} khai không phát sinh ${period} nhưng ghi ${name} là ${day}, trong kỳ đó; báo cáo không đếm ngày này`,
  gap: (unit: string, periods: readonly string[]) => `${unit} thiếu báo cáo ${periods.join(', ')}`,
  gaps: (count: number) => `${numberInText(count)} đơn vị thiếu báo cáo của kỳ trước`,
  nothing: 'Không có việc gì cần quyết định.',
  /** @param silent units of which nothing came, where that is among it */
  more: (count: number, silent: number) => {
    const others = `Còn ${numberInText(count)} việc khác trên trang theo dõi`;
    return silent === 0 ? `${others}.` : `${others} (${numberInText(silent)} đơn vị chưa gửi báo cáo).`;
  },
  made: (at: string, office: string) => `${office} tổng hợp lúc ${at}.`,
} as const;

function lowered(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
