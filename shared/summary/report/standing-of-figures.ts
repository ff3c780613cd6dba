/** Of whose figures a total is made, over which span, and which figures may stand beside each other. */
import type { Indicator, Period } from '../../regime/regime.ts';
import { isOfYearSoFar, monthsOfWindow, monthsSoFar, monthsTold } from '../../regime/span.ts';
import { spanWords as words } from '../../wording/spans.ts';
import { type Comparable, comparable } from '../comparison.ts';
import type { Outlier, Summary, Total } from '../summary.ts';
import { type Column, growsOverYear, partsOfShare } from '../totals.ts';
import { failedChecks } from './agreement.ts';

/** Units whose figures could be in the report: those of the period, and in a year those of its earlier periods. */
export function reporting(summary: Summary): number {
  return reportingUnits(summary).size;
}

/** As many as have figures, where fewer have than owe a report: whoever copies a figure needs to know. */
export function fewerThanOwe(summary: Summary): number | null {
  const { expected, excluded } = summary.rate;
  const units = reporting(summary);
  return units < expected - excluded ? units : null;
}

function reportingUnits({ totals }: Summary): ReadonlySet<string> {
  return new Set(totals.flatMap(({ contributions }) => contributions.map(({ unit }) => unit)));
}

/** Units that gave the figure. */
export function givenBy({ contributions, blank }: Total): number {
  return contributions.length - blank.length;
}

/** The same; of a share, which is computed anew whoever filled it in, units that gave every figure it is made of. */
export function madeBy({ regime, totals }: Summary, total: Total): number {
  const parts = partsOfShare(regime, total.indicator);
  if (parts === null) return givenBy(total);
  const made = totals.filter(({ indicator }) => parts.has(indicator));
  return total.contributions.length - new Set(made.flatMap(({ blank }) => blank)).size;
}

/**
 * Nobody who owes is missing, in a year from none of its periods, and of those who reported nobody left the figure blank;
 * of what is told since the year began nobody else has reported earlier in it.
 */
export function isOfAll(summary: Summary, total: Total, column: Column = 'value'): boolean {
  const { rate, gaps } = summary;
  if (column === 'cumulative' && sumsLackUnits(summary)) return false;
  return rate.filed === rate.expected - rate.excluded && gaps.length === 0 && total.blank.length === 0;
}

/** Whoever reports nothing now is not in the cumulative figures with what it may have reported earlier in the year. */
function sumsLackUnits(summary: Summary): boolean {
  const reporting = reportingUnits(summary);
  if (summary.units.some(({ unit }) => !reporting.has(unit.code))) return true;
  return summary.totals.some(({ previous }) => previous?.fewer === true && previous.atOdds !== true);
}

/** Of a year: short of what somebody did in a part of it, and marked so wherever it stands beside others. */
export function lacksPeriods({ earlier, gaps, rate, regime }: Summary, indicator: Indicator): boolean {
  if (earlier.year.length === 0 || (gaps.length === 0 && rate.filed === rate.expected - rate.excluded))
    return false;
  return indicator.acrossPeriods !== 'first' && growsOverYear(regime, indicator);
}

/** Whether the period opens the year: its cumulative figures then are those of the period. */
export function opensYear({ period }: Summary): boolean {
  return period.window !== undefined && period.window.from === period.cumulativeFrom;
}

/** Of what the report tells: of a year added up, of the year so far, or of its period. */
export interface Span {
  readonly kind: 'year' | 'year-so-far' | 'period';
  /** As it heads a column: "Cả năm", "6 tháng", "Trong kỳ". */
  readonly name: string;
  /** The part of the year so far that units report anew, such as "quý II". */
  readonly own: string;
}

export function spanOf({ regime, period, earlier }: Summary): Span {
  if (earlier.year.length > 0) {
    return { kind: 'year', name: words.soFar(monthsTold(regime, period) ?? 12), own: words.thisPeriod };
  }
  const so = isOfYearSoFar(regime, period) ? monthsTold(regime, period) : null;
  if (so === null) return { kind: 'period', name: words.inPeriod, own: words.thisPeriod };
  return { kind: 'year-so-far', name: words.soFar(so), own: partOfYear(period) ?? words.thisPeriod };
}

/**
 * The part of the report's span of which an outlier is; null where it is of the whole. Against its own past stands what the
 * unit reported last, against the others in a year what it did in all.
 */
export function partOfOutlier(summary: Summary, { against }: Pick<Outlier, 'against'>): string | null {
  const { kind, own } = spanOf(summary);
  if (kind === 'year-so-far') return own;
  return kind === 'year' && against === 'history' ? (partOfYear(summary.period) ?? words.lastPeriod) : null;
}

/** What heads the figures that stand beside the cumulative ones: those of the year that is added up, else of the period. */
export function valueName(summary: Summary): string {
  const { kind, name } = spanOf(summary);
  return kind === 'year' ? name : words.inPeriod;
}

/** What heads the cumulative figures: beside a year that is added up no other total, but what units state of it. */
export function cumulativeName(summary: Summary): string {
  return spanOf(summary).kind === 'year' ? words.stated : words.cumulative;
}

/** What only its own report tells of the year: "quý III"; null where its window is no such part. */
export function partOfYear(period: Period): string | null {
  const so = monthsSoFar(period);
  const part = so === null ? words.thisPeriod : ownName(period.window?.to ?? '', so, monthsOfWindow(period));
  return part === words.thisPeriod ? null : part;
}

/** @param so months since the year began; @param own those of the window, which ends on the day `to` */
function ownName(to: string, so: number, own: number | null): string {
  if (own === 3 && so % 3 === 0) return words.quarter(so / 3);
  return own === 1 ? words.month(Number(to.slice(5, 7))) : words.thisPeriod;
}

/** Whether what the report tells is of a whole year, added up or reported at once. */
export function isOfYear(summary: Summary): boolean {
  const { regime, period } = summary;
  const { kind } = spanOf(summary);
  if (kind === 'period') return monthsTold(regime, period, monthsOfWindow(period)) === 12;
  return (monthsTold(regime, period) ?? 12) === 12;
}

/** The figure that stands for the report's title, and which of the total's two it is. */
export interface Leading {
  readonly column: Column;
  readonly value: number | null;
}

/**
 * Of a half-year whose units report its second quarter anew the cumulative figure, null where none can be told; of what is
 * counted at one moment, and in every other report, the figure of the period.
 */
export function leadingOf(summary: Summary, indicator: Indicator, total: Total): Leading {
  if (!leadsSoFar(summary, indicator)) return { column: 'value', value: total.value };
  return { column: 'cumulative', value: allSoFar(summary).get(total.indicator) ?? null };
}

const soFar = new WeakMap<Summary, ReadonlyMap<string, number>>();

/** The figures since the year began that can be told; none of those that contradict each other by the regime's checks. */
function allSoFar(summary: Summary): ReadonlyMap<string, number> {
  const known = soFar.get(summary);
  if (known) return known;
  const { regime, totals } = summary;
  const indicators = new Map(regime.indicators.map((each) => [each.code, each]));
  const leading = new Map<string, number>();
  const figures = new Map(totals.map(({ indicator, value }) => [indicator, value]));
  for (const total of totals) {
    const indicator = indicators.get(total.indicator);
    if (!indicator || !leadsSoFar(summary, indicator)) continue;
    const value = sinceOpening(summary, indicator, total);
    figures.set(indicator.code, value);
    if (value !== null) leading.set(indicator.code, value);
  }
  const blank = new Map(totals.map((total) => [total.indicator, total.blank.join(' ')]));
  // What not the same units gave need not agree.
  const failed = failedChecks(summary.regime, figures).filter(
    (check) => new Set(check.map((code) => blank.get(code))).size === 1,
  );
  const wrong = new Set(failed.flat());
  for (const code of leading.keys()) {
    // A share of what is not told is not told either.
    const parts = partsOfShare(regime, code) ?? [];
    if ([code, ...parts].some((each) => wrong.has(each))) leading.delete(code);
  }
  soFar.set(summary, leading);
  return leading;
}

export function leadsSoFar(summary: Summary, indicator: Indicator): boolean {
  return spanOf(summary).kind === 'year-so-far' && growsOverYear(summary.regime, indicator);
}

/**
 * The cumulative figure, where it may stand beside the one of the period: of what is added over periods, and with another
 * that leads. Over a whole year there is one number alone.
 */
export function cumulativeOf(summary: Summary, indicator: Indicator, total: Total): number | null {
  if (spanOf(summary).kind !== 'period' || opensYear(summary)) return null;
  if (indicator.acrossPeriods === 'first') return null;
  return sinceOpening(summary, indicator, total);
}

/** Told by all who gave the other figure, not below it, and not at odds with the period before; of shares by its parts. */
function sinceOpening(summary: Summary, indicator: Indicator, total: Total): number | null {
  const { value, cumulative, contributions, previous } = total;
  if (value === null || cumulative === null || !growsOverYear(summary.regime, indicator)) return null;
  if (indicator.acrossPeriods === 'derived') return everyPartIsKnown(summary, indicator) ? cumulative : null;
  const half = contributions.some(
    (each) => (typeof each.value === 'number') !== (typeof each.cumulative === 'number'),
  );
  if (half) return null;
  // What the year opened with is no sum.
  if (indicator.acrossPeriods === 'first') return cumulative;
  return cumulative < value || previous?.atOdds ? null : cumulative;
}

function everyPartIsKnown(summary: Summary, { code }: Indicator): boolean {
  return [...(partsOfShare(summary.regime, code) ?? [])].every((name) => {
    const part = summary.regime.indicators.find((each) => each.code === name);
    const total = summary.totals.find(({ indicator }) => indicator === name);
    return part && total && sinceOpening(summary, part, total) !== null;
  });
}

/** What stands against an earlier figure; null where it does not, or is a cumulative figure that cannot be told. */
export function comparedOf(
  summary: Summary,
  indicator: Indicator,
  total: Total,
  against: 'previous' | 'lastYear',
): Comparable | null {
  const comparison = total[against];
  if (comparison?.of && leadingOf(summary, indicator, total).value === null) return null;
  return comparable(total, comparison);
}

/** How many units gave most of the figures that are compared, where most are not of all who gave them; else null. */
export function commonBase(summary: Summary, against: 'previous' | 'lastYear'): number | null {
  const counts = new Map<number | null, number>();
  for (const { units } of comparedIn(summary, against)) counts.set(units, (counts.get(units) ?? 0) + 1);
  let common: number | null = null;
  for (const [units, count] of counts) if (count > (counts.get(common) ?? 0)) common = units;
  return common;
}

/** Every figure that the report sets against an earlier one. */
export function comparedIn(summary: Summary, against: 'previous' | 'lastYear'): readonly Comparable[] {
  const indicators = new Map(summary.regime.indicators.map((each) => [each.code, each]));
  return summary.totals.flatMap((total) => {
    const indicator = indicators.get(total.indicator);
    const pair = indicator && comparedOf(summary, indicator, total, against);
    return pair ? [pair] : [];
  });
}

/** Whether any figure stands beside its cumulative one. */
export function tellsCumulative(summary: Summary): boolean {
  return summary.totals.some((total) => {
    const indicator = summary.regime.indicators.find(({ code }) => code === total.indicator);
    return indicator !== undefined && cumulativeOf(summary, indicator, total) !== null;
  });
}
