/** Of whose figures a total is made, and which figures may stand beside each other. */
import type { Indicator } from '../../regime/regime.ts';
import { parseRule } from '../../regime/rule.ts';
import type { Summary, Total } from '../summary.ts';

/** Units whose figures could be in the report: those of the period, and in a year those of its earlier periods. */
export function reporting(summary: Summary): number {
  return new Set(summary.totals.flatMap(({ contributions }) => contributions.map(({ unit }) => unit))).size;
}

/** Units that gave the figure. */
export function givenBy({ contributions, blank }: Total): number {
  return contributions.length - blank.length;
}

/** Nobody who owes is missing, in a year from none of its periods, and of those who reported nobody left the figure blank. */
export function isOfAll({ rate, gaps }: Summary, total: Total): boolean {
  return rate.filed === rate.expected - rate.excluded && gaps.length === 0 && total.blank.length === 0;
}

/** Whether the period opens the year: its cumulative figures then are those of the period. */
export function opensYear({ period }: Summary): boolean {
  return period.window !== undefined && period.window.from === period.cumulativeFrom;
}

/**
 * The cumulative figure, where it may stand beside the one of the period: of what is added over periods, told by all who
 * gave the other, not below it, and not at odds with the period before. Over a whole year there is one number alone.
 */
export function cumulativeOf(summary: Summary, indicator: Indicator, total: Total): number | null {
  const { value, cumulative, contributions, previous } = total;
  if (summary.earlier.year.length > 0 || opensYear(summary)) return null;
  if (indicator.acrossPeriods !== 'sum' && indicator.acrossPeriods !== 'derived') return null;
  if (value === null || cumulative === null) return null;
  if (indicator.acrossPeriods === 'derived') return allPartsAdd(summary, indicator) ? cumulative : null;
  const half = contributions.some(
    (each) => (typeof each.value === 'number') !== (typeof each.cumulative === 'number'),
  );
  if (half || cumulative < value) return null;
  return previous?.atOdds ? null : cumulative;
}

/** Whether any figure stands beside its cumulative one. */
export function tellsCumulative(summary: Summary): boolean {
  return summary.totals.some((total) => {
    const indicator = summary.regime.indicators.find(({ code }) => code === total.indicator);
    return indicator !== undefined && cumulativeOf(summary, indicator, total) !== null;
  });
}

/** A percentage since the year's beginning has meaning where both of its parts are added over periods. */
function allPartsAdd(summary: Summary, { formula }: Indicator): boolean {
  if (formula === undefined) return false;
  return [...parseRule(formula).names].every((code) => {
    const part = summary.regime.indicators.find((each) => each.code === code);
    const total = summary.totals.find((each) => each.indicator === code);
    return (
      part?.acrossPeriods === 'sum' && total !== undefined && cumulativeOf(summary, part, total) !== null
    );
  });
}
