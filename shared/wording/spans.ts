/** What the span of a report's figures is called, and that of the part of it which units report anew. */

const romans = ['I', 'II', 'III', 'IV'];

export const spanWords = {
  inPeriod: 'Trong kỳ',
  wholeYear: 'Cả năm',
  cumulative: 'Lũy kế',
  /** What units state of a year that is added up. */
  stated: 'Lũy kế khai',
  /** From the year's beginning on. */
  soFar: (months: number) => (months === 12 ? 'Cả năm' : `${months} tháng`),
  quarter: (n: number) => `quý ${romans[n - 1] ?? n}`,
  month: (n: number) => `tháng ${n}`,
  thisPeriod: 'kỳ này',
  /** Of a year that is added up. */
  lastPeriod: 'kỳ cuối',
  /** In a sentence about the part alone: "Riêng quý II, Sở đã tổ chức …". */
  ownSentence: (own: string, text: string) => `Riêng ${own}, ${text}`,
  /** Behind the figure of the whole: "riêng quý II: 545". */
  ownFigure: (own: string, figure: string) => `riêng ${own}: ${figure}`,
  ownName: (name: string, own: string) => `${name}, riêng ${own}`,
  /** Of a unit's figure: "số đơn tiếp nhận trong kỳ của riêng quý II". */
  nameOfPart: (name: string, own: string) => `${name} của riêng ${own}`,
  ownColumn: capital,
  /** In one row what the year and its part opened with: "Số đơn năm trước (quý II: quý trước) chuyển sang". */
  openings: (name: string, own: string, base: string) =>
    name.replace(/kỳ trước(?= chuyển sang)/u, `năm trước (${own}: ${base})`),
  comparedColumn: (own: string, base: string) => `${capital(own)} so với ${base}`,
} as const;

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** "kỳ", "năm", "6 tháng". */
export function withinSpan(span: 'year' | 'year-so-far' | 'period', name: string): string {
  if (span === 'period') return 'kỳ';
  return span === 'year' && name === spanWords.wholeYear ? 'năm' : name.toLocaleLowerCase('vi');
}

/** A report's own words for its span: "kỳ" is the year in a year's report, the half-year in a half-year's. */
export function inSpan(text: string, span: 'year' | 'year-so-far' | 'period', name: string): string {
  if (span === 'period') return text;
  const within = withinSpan(span, name);
  const told = text
    .replace(/kỳ trước chuyển sang/gu, 'năm trước chuyển sang')
    .replace(/trong kỳ(?!\p{L})/gu, `trong ${within}`);
  return within === 'năm' ? told.replace(/cuối kỳ(?!\p{L})/gu, 'cuối năm') : told;
}
