/**
 * Which time words speak of: a title ("6 tháng đầu năm 2024", "quý I/2024", "năm 2024"), or a remark beside a figure
 * ("lũy kế", "kế hoạch", "quý II").
 */

import { languageOf } from '../../regime/language.ts';
import { say } from '../../vocabulary/text.ts';
import type { ReadingPeriod, ReadingRegime } from '../model/reading.ts';
import { fold, foldKeepingMarks, hasPhrase, withOrWithoutMarks } from './folding.ts';

/** Quarters, months from the beginning of a year, its second half, and a year as a whole. */
export const spans = ['q1', 'q2', 'q3', 'q4', 'm3', 'm6', 'm9', 'm12', 'h2', 'y'] as const;

export interface StatedPeriod {
  /** One of `spans`. */
  readonly span: string;
  readonly year: number | null;
  /** False for a mere "năm 2024", which stands in the title of every report of that year. */
  readonly sure: boolean;
}

const numerals: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, ba: 3, sau: 6, chin: 9 };
const numberOf = (text: string) => numerals[text] ?? Number(text);

const patterns: readonly { readonly of: RegExp; readonly span: (match: readonly string[]) => string }[] = [
  { of: /\bquy (iv|iii|ii|i|[1-4])\b(?: nam)?(?: (20\d\d))?/g, span: ([, n = '']) => `q${numberOf(n)}` },
  { of: /\b(?:6|sau) thang cuoi nam(?: (20\d\d))?/g, span: () => 'h2' },
  {
    of: /\b0?(3|6|9|12|ba|sau|chin) thang\b(?: dau nam)?(?: nam)?(?: (20\d\d))?/g,
    span: ([, n = '']) => `m${numberOf(n)}`,
  },
  { of: /\b(?:ca nam|bao cao(?: tong ket)? nam)(?: (20\d\d))?/g, span: () => 'y' },
];

/**
 * The periods a line states; what it announces for the next one ("phương hướng quý II") or compares with ("so với
 * cùng kỳ năm 2023") is left out.
 */
export function statedPeriods(text: string): readonly StatedPeriod[] {
  let left = statementIn(text);
  const stated: StatedPeriod[] = [];
  for (const { of, span } of patterns) {
    left = left.replace(of, (...parts) => {
      const groups = parts.slice(0, -2).map((part) => (typeof part === 'string' ? part : ''));
      const year = groups.find((group, n) => n > 0 && /^20\d\d$/.test(group));
      stated.push({ span: span(groups), year: year ? Number(year) : null, sure: true });
      return ' ';
    });
  }
  const named = [...left.matchAll(/\bnam (20\d\d)\b/g)].map(([, year]) => Number(year));
  const years = named.length > 0 ? named : loneYears(left);
  if (stated.length === 0) return years.map((year) => ({ span: 'y', year, sure: false }));
  // "Báo cáo quý I công tác dân vận năm 2024": the year belongs to the quarter.
  return stated.map((each) => (each.year === null ? { ...each, year: years[0] ?? null } : each));
}

/** Whether a statement fits the period, going by how the regime's title and aliases state it. */
export function isOf(stated: StatedPeriod, period: ReadingPeriod, regime: ReadingRegime): boolean {
  if (stated.year !== null && stated.year !== regime.year) return false;
  return [say(period.title, languageOf(regime)), ...period.aliases]
    .flatMap(statedPeriods)
    .some(({ span }) => alike(span) === alike(stated.span));
}

function alike(span: string): string {
  if (span === 'q1') return 'm3';
  return span === 'm12' ? 'y' : span;
}

/** The periods whose id, or whose symbol such as "27-CT/TU", the line carries. */
export function namedPeriods(text: string, regime: ReadingRegime): readonly ReadingPeriod[] {
  const folded = fold(text);
  return regime.periods.filter(({ id, kind, aliases }) => {
    const marks = kind === 'review' ? [id, ...aliases] : [id];
    return marks.some((mark) => hasPhrase(folded, fold(mark)));
  });
}

/**
 * Whether the line carries an id of the regime with the year of another: "Q1-2023" where the regime has "Q1-2024".
 * A report may cite plans and reviews, so only ids of the asked period's kind count.
 */
export function namesAnotherYear(text: string, { kind }: ReadingPeriod, regime: ReadingRegime): boolean {
  const left = ` ${statementIn(text)} `;
  const year = String(regime.year);
  const ids = regime.periods.filter((period) => period.kind === kind && period.id.includes(year));
  return ids.some(({ id }) => {
    const [before = '', after = ''] = ` ${fold(id)} `.split(year);
    return [...left.matchAll(new RegExp(`${before}(20\\d\\d)${after}`, 'g'))].some(
      ([, other]) => other !== year,
    );
  });
}

/** The years a line names by themselves, outside dates, spans of years ("2021-2025") and symbols ("09/2019/NĐ-CP"). */
export function yearsIn(text: string): readonly number[] {
  return loneYears(statementIn(text));
}

function statementIn(text: string): string {
  return withoutDates(fold(text)).split(/\b(?:phuong huong|nhiem vu|so (?:voi|sanh)|cung ky)\b/)[0] ?? '';
}

function loneYears(folded: string): number[] {
  const words = folded.split(' ');
  const isNumber = (word: string | undefined) => /^\d+$/.test(word ?? '');
  return words
    .filter((word, at) => /^20\d\d$/.test(word) && !isNumber(words[at - 1]) && !isNumber(words[at + 1]))
    .map(Number);
}

function withoutDates(folded: string): string {
  return folded
    .replace(/\bngay( \d{1,2})?( thang( \d{1,2})?)? nam( 20\d\d)?\b/g, ' ')
    .replace(/\b\d{1,2} \d{1,2} 20\d\d\b/g, ' ')
    .replace(/\b(ngay )?\d{1,2} thang \d{1,2}( nam 20\d\d)?\b/g, ' ');
}

/** A column of figures: of the period, or since the year began. */
export type Slot = 'value' | 'cumulative';

/** Folded words that make another figure of one, in its name, its heading or a remark beside it. */
export const otherTimes = {
  cumulative: ['luy ke', 'cong don'],
  planned: ['du kien', 'ke hoach'],
  years: ['cung ky', 'nam truoc', 'nam ngoai'],
  spans: ['quy truoc', 'ky truoc', 'thang truoc'],
} as const;

const OF = '(?:(?:theo|tinh|ke|so lieu|so|cua|la) ){0,4}';
const WITH = '(?:(?:da|co|bao gom|gom|ca|cong|cung|voi|them|kem) ){0,4}';
/** Plans may be what is counted: "3 (kế hoạch, công văn)", "3 (gồm kế hoạch và báo cáo)". */
const COUNTED =
  '(?! (?:va|cong van|bao cao|huong dan|thong bao|quyet dinh|chuong trinh|to trinh|chi thi|nghi quyet|chi dao|trien khai|thuc hien)(?: |$))';
const [EXPECTED, PLAN] = otherTimes.planned;
const PLANNED = `(?:muc tieu|du toan|chi tieu|duoc giao|${EXPECTED}|${PLAN}${COUNTED})`;
/** Not what was carried over: "2 (kỳ trước chuyển sang)". */
const BEFORE =
  '(?:cung ky|(?:nam|quy|ky|thang)(?: (?:[ivx]{1,4}|mot|hai|ba|bon|tu))?(?: nam)? (?:truoc|ngoai|cu)(?! chuyen(?: |$)))';
const SHORT = '(?:kh|dk|lk|ck)$';
const SINCE = `(?:${otherTimes.cumulative.join('|')}|tu dau nam)`;
const another: Record<Slot, RegExp> = {
  value: new RegExp(`^${OF}(?:${SHORT}|${PLANNED}(?= |$)|${WITH}${OF}(?:${BEFORE}|${SINCE})(?= |$))`),
  cumulative: new RegExp(
    `^${OF}(?:(?:kh|dk|ck)$|(?:${PLANNED}|${BEFORE}|(?:chi|rieng|trong) (?:trong )?(?:ky|quy|thang)|(?:ky|quy|thang) nay)(?= |$))`,
  ),
};

/** "Ba tháng một lần" tells how often, "sau tháng thanh niên" after what. */
const SPAN =
  '(?:quy (?:iv|iii|ii|i)|(?:12|ba|sau|chin) thang(?! (?:(?:mot |moi )?lan|thanh nien)(?: |$))(?: (?:dau|cuoi) nam)?|ca nam)(?: nam)?';
const namedSpan = new RegExp(
  `(?<=^| )(?:${SPAN}|bao cao (?:tong ket )?nam)(?: (?:truoc|ngoai|cu)(?! (?:chuyen|han)(?: |$)))?(?= |$)`,
  'g',
);
/** Whatever the report is of, these are not. */
const neverItsOwn = /(?:(?:12|ba|chin) thang cuoi nam|(?:truoc|ngoai|cu))$/;
const PAPER = `(?:bao cao|ke hoach)(?: (?:tong ket|so ket))?(?: (?:${SPAN}|nam|quy|thang))?`;
const PAPERS = `(?:${PAPER}|cong van|huong dan|thong bao|quyet dinh|chuong trinh|to trinh|chi thi|nghi quyet)`;
/**
 * Papers may be what is counted: "3 (báo cáo năm, báo cáo quý)", "3 (có kế hoạch quý II)". A single "báo cáo quý II" may
 * be where the figure is from.
 */
const countedPapers = new RegExp(
  `^(?:bao cao (?:tong ket )?nam|co ${PAPER}|(?:(?:co|gom|bao gom) )?${PAPERS}(?: (?:va )?${PAPERS}){1,5})$`,
);

/** Whether a remark beside a figure, which has no digits, says that it is planned, or of another time than its column's. */
export function isOfAnotherTime(
  remark: string,
  slot: Slot,
  asked: { readonly period: ReadingPeriod; readonly regime: ReadingRegime },
): boolean {
  if (remark === '') return false;
  const folded = spanned(remark);
  return another[slot].test(folded) || (slot === 'value' && isOfAnotherPeriod(folded, asked));
}

function isOfAnotherPeriod(
  remark: string,
  { period, regime }: { readonly period: ReadingPeriod; readonly regime: ReadingRegime },
): boolean {
  if (countedPapers.test(remark)) return false;
  const isFirst = period.window?.from === period.cumulativeFrom;
  return [...remark.matchAll(namedSpan)].some(
    ([span]) =>
      neverItsOwn.test(span) ||
      statedPeriods(span).some(
        (stated) => !isOf(stated, period, regime) || (!isFirst && beginsWithYear(stated)),
      ),
  );
}

/** Such a span is what the column of figures since the year began is for, but in the year's first period. */
function beginsWithYear({ span }: StatedPeriod): boolean {
  return span === 'y' || span.startsWith('m');
}

const QUARTERS: Readonly<Record<string, string>> = {
  mot: 'i',
  nhat: 'i',
  hai: 'ii',
  ba: 'iii',
  bon: 'iv',
  tu: 'iv',
};
/** Not of "mỗi quý hai lần". */
const quarterInWords = new RegExp(
  withOrWithoutMarks('(?<=^| )(?<!(?:mỗi|một|hàng|hằng|từng) )(?:quý|quí) (một|nhất|hai|ba|bốn|tư)(?= |$)'),
  'gu',
);

/** Folded, with its spans of time in one spelling and without what reads like one: "cả nam và nữ". */
function spanned(remark: string): string {
  const marked = foldKeepingMarks(remark)
    .replace(/(?<=^| )cả nam(?= |$)/gu, ' ')
    .replace(quarterInWords, (_, n: string) => `quy ${QUARTERS[fold(n)]}`);
  return fold(marked)
    .replace(/\bca nam(?= (?:va |lan )?nu\b)/g, 'ca')
    .replace(/\bmuoi hai thang\b/g, '12 thang');
}
