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

/**
 * One report made of a unit's reports, which come oldest first. `sum` adds what was given, `first` and `last` take
 * the oldest and the newest figure given, `derived` is computed anew. The cumulative figure is the newest one given.
 * Null where the unit has no report at all.
 */
export function overPeriods(regime: Regime, reports: readonly PeriodReport[]): CountedReport | null {
  const newest = reports.at(-1);
  if (!newest) return null;
  const given = reports.map(byIndicator);
  const parts = new Map<string, readonly Part[]>();
  const values = regime.indicators.map((indicator): Value => {
    const own = reports.flatMap(({ period, upload }, at): Part[] => {
      const { value = null, source = null } = given[at]?.get(indicator.code) ?? {};
      return value === null ? [] : [{ period, upload, value, source }];
    });
    parts.set(indicator.code, own);
    const cumulative = given
      .map((figures) => figures.get(indicator.code))
      .findLast((value) => value !== undefined && value.cumulative !== null);
    return {
      indicator: indicator.code,
      ...over(indicator, own),
      cumulative: cumulative?.cumulative ?? null,
      cumulativeSource: cumulative?.cumulativeSource ?? null,
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

function over({ acrossPeriods, type }: Indicator, parts: readonly Part[]): Pick<Value, 'value' | 'source'> {
  const one = (part: Part | undefined) => ({ value: part?.value ?? null, source: part?.source ?? null });
  switch (acrossPeriods) {
    case 'first':
      return one(parts.at(0));
    case 'last':
      return one(parts.at(-1));
    case 'derived':
      return { value: null, source: null };
    case 'sum': {
      if (type !== 'count' && type !== 'percent') return one(parts.at(-1));
      const numbers = parts.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
      if (numbers.length === 0) return one(undefined);
      return { value: withoutDust(numbers.reduce((sum, each) => sum + each, 0)), source: null };
    }
  }
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
