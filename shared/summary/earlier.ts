/** The earlier periods that a manifest pins: the reports that count in each, and what they tell of a unit's past. */

import { countingOf, exclusionOf, filingsByUnit } from '../filing/counting.ts';
import type { Earlier, Manifest } from '../filing/manifest.ts';
import { expectedUnits } from '../regime/duties.ts';
import type { Regime } from '../regime/regime.ts';
import type { History } from './outliers.ts';
import { type PeriodReport, reportOf } from './several-periods.ts';
import type { EarlierLine, Gap } from './summary.ts';
import { byIndicator } from './totals.ts';

export interface EarlierPeriod extends EarlierLine {
  /** Of the units in the order given, each that has one. */
  readonly reports: ReadonlyMap<string, PeriodReport>;
  /** Units whose duty was met without a report: nothing to report, or excluded. */
  readonly without: ReadonlySet<string>;
  /** Those of them that have nothing to report. */
  readonly nil: ReadonlySet<string>;
}

/** What counts in an earlier period, by the same rules as in this one. */
export function earlierPeriod({ period, title, versions, decisions }: Earlier): EarlierPeriod {
  const filed = new Set([...versions, ...decisions].map(({ unit }) => unit));
  const filings = filingsByUnit({ versions, decisions });
  const reports = new Map<string, PeriodReport>();
  const without = new Set<string>();
  const nil = new Set<string>();
  for (const unit of [...filed].sort()) {
    const counting = countingOf(filings(unit), unit);
    if (counting?.kind === 'version') {
      reports.set(unit, reportOf(counting.version));
    } else if (counting !== null || exclusionOf(filings(unit), unit) !== null) {
      without.add(unit);
      if (counting !== null) nil.add(unit);
    }
  }
  return { period, title, reported: reports.size, reports, without, nil };
}

export interface EarlierPeriods {
  readonly previous: EarlierPeriod | null;
  readonly lastYear: EarlierPeriod | null;
  readonly year: readonly EarlierPeriod[];
}

/** What counts in the earlier periods that the manifest pins: the one before, the same of last year, those of the year. */
export function earlierPeriods({ previous, lastYear, year }: Manifest['earlier']): EarlierPeriods {
  return {
    previous: previous && earlierPeriod(previous),
    lastYear: lastYear && earlierPeriod(lastYear),
    year: year.map(earlierPeriod),
  };
}

/** The reports in the regime's order of units; those of units it no longer has stand last. */
export function inOrder(regime: Regime, { reports }: EarlierPeriod): readonly PeriodReport[] {
  const known = regime.units.flatMap(({ code }) => reports.get(code) ?? []);
  const codes = new Set(regime.units.map(({ code }) => code));
  return [...known, ...[...reports.values()].filter(({ unit }) => !codes.has(unit))];
}

/** A unit's figures in the earlier periods, each period once however often the manifest names it. */
export function historyOf({ previous, lastYear, year }: EarlierPeriods): History {
  const periods = new Map(
    [...year, previous, lastYear].flatMap((each) => (each === null ? [] : [[each.period, each] as const])),
  );
  const reports = [...periods.values()].map((each) => each.reports);
  return (unit, indicator) => {
    const figures: number[] = [];
    for (const filed of reports) {
      const report = filed.get(unit);
      const value = report && byIndicator(report).get(indicator)?.value;
      if (typeof value === 'number') figures.push(value);
    }
    return figures;
  };
}

/** Earlier periods of a whole year that a unit owed and has no report for, in the order of the units given. */
export function gapsIn(
  regime: Regime,
  year: readonly EarlierPeriod[],
  units: readonly string[],
): readonly Gap[] {
  const owing = year.map(({ period }) => {
    const known = regime.periods.find(({ id }) => id === period);
    const opened = known?.opens;
    return new Set(
      known && opened !== undefined ? expectedUnits(regime, known, opened).map(({ code }) => code) : [],
    );
  });
  return units.flatMap((unit) => {
    const periods = year.flatMap(({ period, reports, without }, at) =>
      reports.has(unit) || without.has(unit) || !owing[at]?.has(unit) ? [] : [period],
    );
    return periods.length === 0 ? [] : [{ unit, periods }];
  });
}

/** Of the units given who declared in an earlier period that it has nothing to report, and in which. */
export function nilIn({ previous, year }: EarlierPeriods, units: readonly string[]): readonly Gap[] {
  const periods = new Map([...year, ...(previous ? [previous] : [])].map((each) => [each.period, each.nil]));
  return units.flatMap((unit) => {
    const of = [...periods].flatMap(([period, nil]) => (nil.has(unit) ? [period] : []));
    return of.length === 0 ? [] : [{ unit, periods: of }];
  });
}
