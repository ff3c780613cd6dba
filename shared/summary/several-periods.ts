/** A report of several periods: each unit's figures over all of them, by each indicator's rule across periods. */

import type { Version } from '../filing/version.ts';
import type { Indicator, Regime } from '../regime/regime.ts';
import type { Figure, Value } from '../vocabulary/figure.ts';
import type { Discrepancy, Part } from './summary.ts';
import { byIndicator, type CountedReport, withDerived, withoutDust } from './totals.ts';

/** A unit's report that counts for one of the periods. */
export interface PeriodReport extends CountedReport {
  readonly period: string;
  readonly version: Version;
}

/** The version that counts as a report of its period. */
export function reportOf(version: Version): PeriodReport {
  const { unit, period, upload, values = [] } = version;
  return { unit, period, upload, values, version };
}

/** The periods between whose first day and whose last a year's figures come and go. */
export interface YearsEnds {
  readonly opening: string;
  readonly closing: string;
}

/**
 * One report made of a unit's reports, which come oldest first. `sum` adds what was given; `first` takes what opened the
 * year, `last` what closed it; `derived` is computed anew. The cumulative figure is the newest one given. Null where the
 * unit has no report at all.
 */
export function overPeriods(
  regime: Regime,
  reports: readonly PeriodReport[],
  year: YearsEnds,
): CountedReport | null {
  const newest = reports.at(-1);
  if (!newest) return null;
  const given = reports.map(byIndicator);
  const parts = new Map<string, readonly Part[]>();
  const values = regime.indicators.map((indicator): Value => {
    const own = reports.flatMap(({ period, upload }, at): Part[] => {
      const { value = null, source = null } = given[at]?.get(indicator.code) ?? {};
      return value === null ? [] : [{ period, upload, value, source }];
    });
    const stated = reports.flatMap(({ period, upload }, at): Part[] => {
      const { cumulative = null, cumulativeSource = null } = given[at]?.get(indicator.code) ?? {};
      return cumulative === null ? [] : [{ period, upload, value: cumulative, source: cumulativeSource }];
    });
    const closes = newest.period === year.closing;
    const used = madeOf(indicator, { own, stated, opening: year.opening, closes });
    parts.set(indicator.code, used);
    return {
      indicator: indicator.code,
      ...over(indicator, used),
      cumulative: stated.at(-1)?.value ?? null,
      cumulativeSource: stated.at(-1)?.source ?? null,
    };
  });
  const figures = new Map(values.map((value) => [value.indicator, value.value]));
  const computed = withDerived(regime, (code) => numberOf(figures.get(code) ?? null));
  return {
    unit: newest.unit,
    upload: newest.upload,
    parts,
    values: values.map((value, at) =>
      regime.indicators[at]?.acrossUnits === 'derived'
        ? { ...value, value: computed(value.indicator), source: null }
        : value,
    ),
  };
}

interface Given {
  /** Of each period, and what was stated of the year so far, oldest first. */
  readonly own: readonly Part[];
  readonly stated: readonly Part[];
  readonly opening: string;
  /** Whether the unit has reported the period that closes the year. */
  readonly closes: boolean;
}

/**
 * What a year's figure is made of. What a unit had in stock at the end of an earlier period is not what it closed the year
 * with, nor what it had in store at the beginning of a later one what it opened it with; that a later report may state.
 */
function madeOf(
  { acrossPeriods, type }: Indicator,
  { own, stated, opening, closes }: Given,
): readonly Part[] {
  const isCounted = type === 'count' || type === 'percent';
  switch (acrossPeriods) {
    case 'first':
      return !isCounted || own.at(0)?.period === opening ? own.slice(0, 1) : stated.slice(-1);
    case 'last':
      return isCounted && !closes ? [] : own.slice(-1);
    case 'sum':
      return isCounted ? own : own.slice(-1);
    case 'derived':
      return own;
  }
}

/** The sum of its parts, which has no place of its own; of a single part itself. */
function over({ acrossPeriods, type }: Indicator, parts: readonly Part[]): Pick<Value, 'value' | 'source'> {
  if (acrossPeriods === 'derived') return { value: null, source: null };
  const isSum = acrossPeriods === 'sum' && (type === 'count' || type === 'percent');
  if (!isSum) return { value: parts.at(-1)?.value ?? null, source: parts.at(-1)?.source ?? null };
  const numbers = parts.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  if (numbers.length === 0) return { value: null, source: null };
  return { value: withoutDust(numbers.reduce((sum, each) => sum + each, 0)), source: null };
}

function numberOf(figure: Figure): number | null {
  return typeof figure === 'number' ? figure : null;
}

/** Where a unit's periods added up and the cumulative figure it stated last are not the same number. */
export function discrepanciesIn(regime: Regime, reports: readonly CountedReport[]): readonly Discrepancy[] {
  const added = new Set(
    regime.indicators.filter((each) => each.acrossPeriods === 'sum').map(({ code }) => code),
  );
  return reports.flatMap(({ unit, values }) =>
    values.flatMap(({ indicator, value, cumulative, cumulativeSource }): Discrepancy[] => {
      if (!added.has(indicator) || typeof value !== 'number' || typeof cumulative !== 'number') return [];
      if (Math.abs(value - cumulative) < 1e-6) return [];
      return [{ unit, indicator, added: value, stated: cumulative, source: cumulativeSource }];
    }),
  );
}

/**
 * What a report of the year before is compared by, where this one is of a whole year: of figures that add up, or
 * that opened the year, its cumulative ones.
 */
export function asYear(regime: Regime, report: CountedReport): CountedReport {
  const whole = new Set(
    regime.indicators
      .filter(({ acrossPeriods }) => acrossPeriods === 'sum' || acrossPeriods === 'first')
      .map(({ code }) => code),
  );
  return {
    ...report,
    values: report.values.map((value) =>
      whole.has(value.indicator)
        ? { ...value, value: value.cumulative, source: value.cumulativeSource }
        : value,
    ),
  };
}
