/** Over how much of the year a report speaks: its window, or all since the year began, of which the window is the end. */
import { say } from '../vocabulary/text.ts';
import { addDays, dayNumber } from './calendar.ts';
import { languageOf } from './language.ts';
import type { Period, Regime } from './regime.ts';

const daysOfMonth = 365.25 / 12;

/** Whole months from the first to the last day, to the nearest. */
function monthsBetween(from: string, to: string): number {
  return Math.round((dayNumber(to) - dayNumber(from) + 1) / daysOfMonth);
}

/** Months that the window spans; null where the period has none. */
export function monthsOfWindow({ window }: Pick<Period, 'window'>): number | null {
  return window ? monthsBetween(window.from, window.to) : null;
}

/** Months from the year's beginning to the window's last day; null where either is not said. */
export function monthsSoFar({ window, cumulativeFrom }: Period): number | null {
  return window && cumulativeFrom ? monthsBetween(cumulativeFrom, window.to) : null;
}

/**
 * Whether the title is of all since the year began and not of the window: of a "báo cáo 6 tháng đầu năm" whose window is
 * its second quarter. Its cumulative figures are the report's, those of the window are of a part of it. Not where the
 * report adds up its periods itself.
 */
export function isOfYearSoFar(regime: Regime, period: Period): boolean {
  const { window, cumulativeFrom, sumOf } = period;
  if (period.kind !== 'periodic' || sumOf || !window || !cumulativeFrom) return false;
  const named = monthsNamed(say(period.title, languageOf(regime)), window);
  return (
    cumulativeFrom < window.from && named === monthsTold(regime, period) && named !== monthsOfWindow(period)
  );
}

/** A year's report may close before the year does; what has fewer months is called by them, whatever its title says. */
const fewestOfYear = 10;

/**
 * As how many months a report tells its figures: those between its days, and twelve where nearly that many are a year by
 * the title, as of a year's report that closes in November.
 * @param months between the days; all since the year began, or since the first period that is added up, where nothing
 *   else is given, null where they are not known
 */
export function monthsTold(
  regime: Regime,
  period: Period,
  months = monthsSoFar(period) ?? monthsAddedUp(regime, period),
): number | null {
  if (months === null || months < fewestOfYear) return months;
  return monthsNamed(say(period.title, languageOf(regime)), period.window) === 12 ? 12 : months;
}

function monthsAddedUp({ periods }: Regime, { window, sumOf }: Period): number | null {
  const first = periods.find(({ id }) => id === sumOf?.[0]);
  return window && first?.window ? monthsBetween(first.window.from, window.to) : null;
}

const counts: Readonly<Record<string, number>> = {
  hai: 2,
  ba: 3,
  bốn: 4,
  sáu: 6,
  tám: 8,
  chín: 9,
  'mười hai': 12,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
  eight: 8,
  nine: 9,
  twelve: 12,
};
/** "6 tháng cuối năm" lies ahead, unless the report is of them: then it is its window. */
const monthCount = new RegExp(
  String.raw`(?<![\p{L}\d])(\d{1,2}|${Object.keys(counts).join('|')})(?:\s+\([^)]{1,12}\))?\s+(?:tháng|months)(?!\p{L}|\s+(?:còn lại|cuối|tiếp|tới))`,
  'iu',
);
const half = /nửa (?:đầu )?năm|bán niên|half[ -]year|first half/iu;
/** No count of months, "báo cáo định kỳ 6 tháng" is of six. */
const ordinal = String.raw`\s*(?:[ivx]+|\d{1,2}|một|nhất|hai|ba|tư|bốn)(?![\p{L}\d]|\s+(?:\([^)]{1,12}\)\s+)?(?:tháng|months))`;
/** One quarter, one month: a part of the year, whatever else the title names behind it. */
const partOfYear = new RegExp(
  String.raw`(?<!\p{L})(?:qu[ýí]${ordinal}|tháng\s*\d|(?:quarter|month of)(?!\p{L}))`,
  'iu',
);
/**
 * What may number any report of a year, or be short for something else, so that months or a half named anywhere say more:
 * kỳ, lần, T12. Not "năm 2024 (lần 2)", which is the year's once more.
 */
const numbered = new RegExp(
  String.raw`(?<!\p{L})(?:(?:(?<!nhiệm )k[ỳì]|(?<!năm \d{4}[ ,(–-]{1,3})lần)${ordinal}|t\.?\s*\d)`,
  'iu',
);
/** Q1, Q.IV: a quarter, or one of a city's districts; that of the window itself is always the quarter. */
const letterQ = /(?<!\p{L})q(?<dot>\.?)\s?(?<number>[1-4]|i{1,3}|iv)(?![\p{L}\d])/giu;
const quarters: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
/** Who sits in a district stands before its name, but for "UBND huyện Cao Lộc Q4", which lies in another. */
const inDistrict =
  /(?<!\p{L})(?:UBND|HĐND|MTTQ|(?:ủy|uỷ) ban|hội đồng nhân dân|quận|phường|P\.)(?:(?!huyện|thị xã|xã|thành phố|tỉnh|sở).)*$/isu;
/** Of which city it is, or that it is the one who reports, stands behind it: "Q.1 TP. Hồ Chí Minh", "Q.3 báo cáo". */
const districtOf = /^[\s,–-]*(?:TP|thành phố|báo cáo)(?!\p{L})/u;
/** A name alone may be a subject's ("Q4 Kết quả cải cách"); behind a dot it is more likely a city's. */
const districtIn = /^[\s,–-]*(?!N[ăĂ][mM]|Year|Report)\p{Lu}\p{Ll}/u;
const otherSpan = /tháng|qu[ýí]|tuần|đợt|month|quarter|week/iu;
const wholeYear = /(?<!\p{L})(?:năm|year|annual)(?!\p{L})/iu;

/** Where a title turns to what is to be done: "…, phương hướng 6 tháng cuối năm". */
const ahead = /(?<!\p{L})(?:phương hướng|nhiệm vụ|kế hoạch|dự kiến|tasks|plans?|outlook)(?!\p{L})/giu;

/** 6 of "6 tháng đầu năm", 12 of "báo cáo năm 2024"; null where the title names neither months nor the year alone first. */
function monthsNamed(title: string, window: Period['window']): number | null {
  const text = behindUs(title.normalize('NFC'), window);
  const months = monthCount.exec(text) ?? half.exec(text);
  const part = partOfYear.exec(text);
  if (months && !(part && part.index < months.index)) {
    const [, count = ''] = months;
    return count === '' ? 6 : (counts[count.toLowerCase()] ?? Number(count));
  }
  if (part || isNumbered(text, window) || otherSpan.test(text)) return null;
  return wholeYear.test(text) ? 12 : null;
}

function isNumbered(text: string, window: Period['window']): boolean {
  if (numbered.test(text)) return true;
  const own = window && quarterOf(window);
  return [...text.matchAll(letterQ)].some(({ 0: quarter, index, groups }) => {
    const { dot, number = '' } = groups ?? {};
    if ((quarters[number.toLowerCase()] ?? Number(number)) === own) return true;
    const [before, behind] = [text.slice(0, index), text.slice(index + quarter.length)];
    return !inDistrict.test(before) && !districtOf.test(behind) && !(dot && districtIn.test(behind));
  });
}

/** That of its middle: a quarter's report may run from the 15th to the 14th. */
function quarterOf({ from, to }: { readonly from: string; readonly to: string }): number {
  const middle = addDays(from, Math.floor((dayNumber(to) - dayNumber(from)) / 2));
  return Math.ceil(Number(middle.slice(5, 7)) / 3);
}

/** What the report is of: "thực hiện nhiệm vụ 6 tháng đầu năm" is, "quý II, nhiệm vụ 9 tháng" is up to the comma. */
function behindUs(title: string, window: Period['window']): string {
  const spans = [monthCount, half, partOfYear, otherSpan, wholeYear];
  const before = [...title.matchAll(ahead)].map(({ index }) => title.slice(0, index));
  const turns = (text: string) => /(?:[,;]|\s(?:và|and))\s*$/iu.test(text) && isNumbered(text, window);
  return before.find((text) => spans.some((span) => span.test(text)) || turns(text)) ?? title;
}
