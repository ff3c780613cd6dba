/** A section's totals as sentences: the regime's own, filled in with figures and how they stand against earlier ones. */

import { dayNumber } from '../../regime/calendar.ts';
import { languageOf } from '../../regime/language.ts';
import type { Indicator, Period, Section } from '../../regime/regime.ts';
import { totalPlaces } from '../../regime/sentence.ts';
import { baseWords, changeClause, isEqual, isFlat } from '../../wording/changes.ts';
import { nameAsPart, nameInReport } from '../../wording/documents.ts';
import { paperWords as words } from '../../wording/report.ts';
import { number, numberInText, withCurlyQuotes } from '../../wording/vietnamese.ts';
import { commonBase, comparable } from '../comparison.ts';
import type { Summary, Total } from '../summary.ts';
import { cumulativeOf, givenBy, isOfAll } from './standing-of-figures.ts';

export interface Told {
  /** Each ends with a full stop. */
  readonly sentences: readonly string[];
  /** The indicators that they tell, so that no figure is told twice. */
  readonly codes: ReadonlySet<string>;
}

/**
 * The sentences of which every figure is known and not every one is 0: "Toàn Sở tổ chức 0 hội nghị" is none. What
 * stands in no sentence is told by itself (figures.ts).
 */
export function toldIn(summary: Summary, { sentences }: Section): Told {
  const codes = new Set<string>();
  let [whose, lacking] = ['', ''];
  const told = sentences.flatMap((template) => {
    const named = [...template.matchAll(totalPlaces)].flatMap(([, code = '', change]) =>
      change ? [] : [code],
    );
    const totals = named.flatMap((code) => totalOf(summary, code) ?? []);
    const known = totals.length === named.length && totals.every(({ value }) => value !== null);
    if (!known || totals.every(({ value }) => value === 0)) return [];
    const [blank = '', ...others] = new Set(totals.map((total) => total.blank.join(' ')));
    // Figures of different units make no sentence: each is told by itself, with how many gave it.
    if (others.length > 0) return [];
    for (const code of named) codes.add(code);
    const told = ofWhom(summary, totals, withCurlyQuotes(withoutZeroParts(summary, template)));
    // "11 đơn vị báo cáo" goes on for the very next sentence about the very same ones.
    const again = whose !== '' && told.startsWith(whose) && blank === lacking;
    [whose, lacking] = [opened.exec(told)?.[0] ?? '', blank];
    return [`${filled(summary, again ? upperFirst(told.slice(whose.length)) : told)}.`];
  });
  return { sentences: told, codes };
}

/** Figures with their own few words, the last behind "và": "{A06} tập thể và {A07} cá nhân". */
const one = String.raw`\{[\w-]+\}(?:\s\p{L}+){1,3}`;
const list = new RegExp(`${one}(?:, ${one}){0,9} và ${one}(?=$|, |; )`, 'gu');

/**
 * "Gồm 02 tập thể và 0 cá nhân" has a part too many; of parts that are all 0 none goes, nor one that some left blank, which
 * does not say that there was nothing.
 */
function withoutZeroParts(summary: Summary, template: string): string {
  return template.replace(list, (whole) => {
    const parts = whole.split(/, | và (?=\{)/u).map((words) => {
      const code = /^\{([\w-]+)\}/.exec(words)?.[1];
      const indicator = summary.regime.indicators.find((each) => each.code === code);
      const isPart = indicator !== undefined && nameAsPart(indicator, languageOf(summary.regime)) !== null;
      const total = indicator && totalOf(summary, indicator.code);
      return { words, isPart, isZero: total?.value === 0 && total.blank.length === 0 };
    });
    const kept = parts.filter(({ isZero }) => !isZero).map(({ words }) => words);
    const last = kept.pop();
    if (last === undefined || !parts.every(({ isPart }) => isPart)) return whole;
    return kept.length === 0 ? last : `${kept.join(', ')} và ${last}`;
  });
}

const opened = /^\d[\d.]* đơn vị báo cáo /;

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/**
 * "Toàn Sở" only where all are in every figure of the sentence, and no total of people where some are missing.
 * All figures are of the same units.
 */
function ofWhom(summary: Summary, totals: readonly Total[], template: string): string {
  const { whole } = summary.regime.report;
  if (totals.every((total) => isOfAll(summary, total))) return template;
  const [first] = totals;
  const givers = first ? givenBy(first) : 0;
  if (template.includes(whole)) {
    const units = words.units(givers);
    return template.replace(whole, template.startsWith(whole) ? upperFirst(units) : units);
  }
  if (!words.totalNumber.test(template)) return template;
  const opened = template.replace(words.totalNumber, words.numberOf);
  const whose = words.ofUnits(givers);
  return / là \{/.test(opened)
    ? opened.replace(' là {', ` ${whose} là {`)
    : opened.replace(/(\})([^{}]*)$/, `$1$2 ${whose}`);
}

function filled(summary: Summary, template: string): string {
  return template.replace(
    totalPlaces,
    (whole: string, code: string, change: string | undefined, at: number) => {
      const indicator = summary.regime.indicators.find((each) => each.code === code);
      const total = totalOf(summary, code);
      if (!indicator || !total) return '';
      if (change === undefined) return total.value === null ? '' : figure(indicator, total.value);
      return beside(summary, indicator, total, at + whole.length === template.length);
    },
  );
}

/** ", tăng 12,5% so với quý trước (lũy kế 45)" at a sentence's end, " (tăng …; lũy kế 45)" within. */
function beside(summary: Summary, indicator: Indicator, total: Total, atTheEnd: boolean): string {
  const clauses = changeClauses(summary, indicator, total).join(', ');
  const sum = cumulativeTold(summary, indicator, total);
  if (atTheEnd) return `${clauses && `, ${clauses}`}${sum && ` (${sum})`}`;
  const within = [clauses, sum].filter(Boolean).join('; ');
  return within && ` (${within})`;
}

/** "lũy kế 45"; "" where there is nothing to tell beside the figure itself. */
export function cumulativeTold(summary: Summary, indicator: Indicator, total: Total): string {
  // A percentage of the period and one since the year's beginning in one line are two figures for one.
  if (indicator.type === 'percent') return '';
  const cumulative = cumulativeOf(summary, indicator, total);
  return cumulative === null ? '' : words.sinceOpening(figure(indicator, cumulative));
}

/** Against the period before and the year before, where both figures are known. */
export function changeClauses(summary: Summary, indicator: Indicator, total: Total): readonly string[] {
  return (['previous', 'lastYear'] as const).flatMap(
    (against) => changeTold(summary, indicator, total, against) ?? [],
  );
}

/** Null where nothing is compared. @param said of how many units, as it is said at the beginning; null where it is not */
export function changeTold(
  summary: Summary,
  indicator: Indicator,
  total: Total,
  against: 'previous' | 'lastYear',
  said: number | null = commonBase(summary, against),
): string | null {
  const pair = comparable(total, total[against]);
  if (pair === null) return null;
  const clause = changeClause({ ...pair, inPoints: indicator.type === 'percent' }, baseOf(summary, against));
  const units = ownBase(indicator, total, against, said);
  return units === null ? clause : words.ofBoth(units, clause);
}

/**
 * Of how many units a figure is compared, where that must stand beside it: they are not as many as is said at the
 * beginning, or it would say of the figure itself that it is the same, or what it was, which is true of theirs alone.
 */
export function ownBase(
  indicator: Indicator,
  total: Total,
  against: 'previous' | 'lastYear',
  said: number | null,
): number | null {
  const pair = comparable(total, total[against]);
  if (pair === null) return null;
  if (pair.units === null) return said === null || said === givenBy(total) ? null : givenBy(total);
  const change = { ...pair, inPoints: indicator.type === 'percent' };
  const ofAll = pair.now === total.value && pair.before === total[against]?.value.before;
  // "Bằng quý trước" is true of the figure itself where it is of those units alone.
  const isTrue = ofAll || !isFlat(change) || (pair.now === total.value && isEqual(change));
  return isTrue && pair.units === said ? null : pair.units;
}

/** With what a figure is compared, in the same words in every document and mail. */
export function baseOf(summary: Summary, against: 'previous' | 'lastYear'): string {
  if (against === 'previous') return previousBase(summary);
  return summary.earlier.year.length > 0 ? baseWords.wholeYear : baseWords.lastYear;
}

/** A quarter after a quarter is "quý trước". */
function previousBase({ regime, period, earlier }: Summary): string {
  const before = regime.periods.find(({ id }) => id === earlier.previous?.period);
  const [now, then] = [daysOf(period), before ? daysOf(before) : 0];
  const both = (least: number, most: number) => [now, then].every((days) => days >= least && days <= most);
  if (both(89, 93)) return baseWords.quarter;
  return both(28, 31) ? baseWords.month : baseWords.period;
}

function daysOf({ window }: Period): number {
  return window ? dayNumber(window.to) - dayNumber(window.from) + 1 : 0;
}

/** No total of people, or of anything, where some who owe are missing: then "Tổng số" is a number among others. */
export function nameOfTotal(summary: Summary, indicator: Indicator, total: Total): string {
  const name = nameInReport(indicator, languageOf(summary.regime));
  return isOfAll(summary, total) ? name : name.replace(words.totalNumber, words.numberOf);
}

/** As it stands in running text: "05", "1.250", "98,54%". */
export function figure({ unitOfMeasure }: Indicator, value: number): string {
  return unitOfMeasure === '%' ? `${number(value)}%` : numberInText(value);
}

/** Undefined where nobody reported the indicator. */
export function totalOf({ totals }: Summary, code: string): Total | undefined {
  return totals.find(({ indicator }) => indicator === code);
}
