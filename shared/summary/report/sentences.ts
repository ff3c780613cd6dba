/** A section's totals as sentences: the regime's own, filled in with figures and how they stand against earlier ones. */

import { dayNumber } from '../../regime/calendar.ts';
import type { Indicator, Period, Section } from '../../regime/regime.ts';
import { totalPlaces } from '../../regime/sentence.ts';
import { baseWords, changeClause } from '../../wording/changes.ts';
import { reportWords as words } from '../../wording/documents.ts';
import { number, numberInText, withCurlyQuotes } from '../../wording/vietnamese.ts';
import type { Summary, Total } from '../summary.ts';

export interface Told {
  /** Each ends with a full stop. */
  readonly sentences: readonly string[];
  /** The indicators that they tell, so that no figure is told twice. */
  readonly codes: ReadonlySet<string>;
}

/**
 * The sentences of which every figure is known and the first is not 0: "Toàn Sở tổ chức 0 hội nghị" is none. What
 * stands in no sentence is told as a line of its own (report-figures.ts).
 */
export function toldIn(summary: Summary, { sentences }: Section): Told {
  const codes = new Set<string>();
  const told = sentences.flatMap((template) => {
    const named = [...template.matchAll(totalPlaces)].flatMap(([, code = '', change]) =>
      change ? [] : [code],
    );
    const figures = named.map((code) => totalOf(summary, code)?.value ?? null);
    if (figures.length === 0 || figures.includes(null) || figures[0] === 0) return [];
    for (const code of named) codes.add(code);
    return [`${filled(summary, withCurlyQuotes(template))}.`];
  });
  return { sentences: told, codes };
}

function filled(summary: Summary, template: string): string {
  return template.replace(
    totalPlaces,
    (whole: string, code: string, change: string | undefined, at: number) => {
      const indicator = summary.regime.indicators.find((each) => each.code === code);
      const total = totalOf(summary, code);
      if (!indicator || !total) return '';
      if (change === undefined) return total.value === null ? '' : figure(indicator, total.value);
      const atTheEnd = at + whole.length === template.length;
      return beside(summary, indicator, total, atTheEnd);
    },
  );
}

/** ", tăng 12,5% so với quý trước (lũy kế: 45)" at a sentence's end, " (tăng …; lũy kế: 45)" within. */
function beside(summary: Summary, indicator: Indicator, total: Total, atTheEnd: boolean): string {
  const clauses = changeClauses(summary, indicator, total).join(', ');
  const sum = cumulativeTold(summary, indicator, total);
  if (atTheEnd) return `${clauses && `, ${clauses}`}${sum && ` (${sum})`}`;
  const within = [clauses, sum].filter(Boolean).join('; ');
  return within && ` (${within})`;
}

/** "lũy kế: 45", where it tells anything that the figure itself does not. */
export function cumulativeTold(summary: Summary, indicator: Indicator, { value, cumulative }: Total): string {
  if (cumulative === null || isSame(summary, indicator, value, cumulative)) return '';
  return words.cumulativeSum(figure(indicator, cumulative));
}

/** Of a stock, over the whole year and in its first period an equal figure is the same one; else it is news. */
function isSame(summary: Summary, indicator: Indicator, value: number | null, cumulative: number): boolean {
  const adds = indicator.acrossPeriods === 'sum' && summary.earlier.year.length === 0 && !opensYear(summary);
  return value === cumulative && !adds;
}

/** Whether the period opens the year: its cumulative figures then are those of the period. */
export function opensYear({ period }: Summary): boolean {
  return period.window !== undefined && period.window.from === period.cumulativeFrom;
}

/** Against the period before and the year before, where both figures are known. */
export function changeClauses(summary: Summary, indicator: Indicator, total: Total): readonly string[] {
  const now = total.value;
  if (now === null) return [];
  const inPoints = indicator.type === 'percent';
  const against = (before: number | null | undefined, base: string) =>
    before === null || before === undefined ? [] : [changeClause({ now, before, inPoints }, base)];
  return [
    ...against(total.previous?.value.before, previousBase(summary)),
    ...against(
      total.lastYear?.value.before,
      summary.earlier.year.length > 0 ? baseWords.wholeYear : baseWords.lastYear,
    ),
  ];
}

/** A quarter after a quarter is "quý trước". */
export function previousBase({ regime, period, earlier }: Summary): string {
  const before = regime.periods.find(({ id }) => id === earlier.previous?.period);
  const [now, then] = [daysOf(period), before ? daysOf(before) : 0];
  const both = (least: number, most: number) => [now, then].every((days) => days >= least && days <= most);
  if (both(89, 93)) return baseWords.quarter;
  return both(28, 31) ? baseWords.month : baseWords.period;
}

function daysOf({ window }: Period): number {
  return window ? dayNumber(window.to) - dayNumber(window.from) + 1 : 0;
}

/** As it stands in running text: "05", "1.250", "98,54%". */
export function figure({ unitOfMeasure }: Indicator, value: number): string {
  return unitOfMeasure === '%' ? `${number(value)}%` : numberInText(value);
}

export function totalOf({ totals }: Summary, code: string): Total | undefined {
  return totals.find(({ indicator }) => indicator === code);
}
