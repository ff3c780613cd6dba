/** Totals across units, by each indicator's own rule. Blank is kept apart from 0 everywhere. */
import type { Indicator, Regime } from '../regime/regime.ts';
import { evaluateRule, parseRule } from '../regime/rule.ts';
import type { Value } from '../report/reading.ts';
import type { Contribution, Total } from './summary.ts';

/** One unit's report that counts. */
export interface CountedReport {
  readonly unit: string;
  readonly upload: string;
  readonly values: readonly Value[];
}

/**
 * One total for each indicator, in the regime's order. `sum` adds what the units gave; `derived` is computed from the
 * totals of its parts, never added up or averaged; `none` is null. A branch's figure is shown and not added where a
 * parent that reports for its branches gave the same figure. `reports`: one for each unit, in the regime's order.
 */
export function totalsOf(regime: Regime, reports: readonly CountedReport[]): readonly Total[] {
  const parts = regime.indicators.map((indicator) => {
    const contributions = contributionsTo(indicator, regime, reports);
    return { indicator, contributions, blank: blankUnits(indicator, contributions) };
  });
  const lookUp = (column: Column): ((code: string) => number | null) => {
    const known = new Map<string, number | null>();
    const total = (code: string): number | null => {
      const cached = known.get(code);
      if (cached !== undefined) return cached;
      // Stands while its own parts are computed, so that formulas in a circle end as unknown.
      known.set(code, null);
      const part = parts.find(({ indicator }) => indicator.code === code);
      const value = part ? totalOf(part.indicator, part.contributions, column, total) : null;
      known.set(code, value);
      return value;
    };
    return total;
  };
  const inPeriod = lookUp('value');
  const cumulative = lookUp('cumulative');
  return parts.map(({ indicator, contributions, blank }) => ({
    indicator: indicator.code,
    value: inPeriod(indicator.code),
    cumulative: cumulative(indicator.code),
    contributions,
    blank,
  }));
}

type Column = 'value' | 'cumulative';

function contributionsTo(
  indicator: Indicator,
  regime: Regime,
  reports: readonly CountedReport[],
): readonly Contribution[] {
  const given = new Map(
    reports.map((report) => [
      report.unit,
      report.values.find((value) => value.indicator === indicator.code) ?? nothing(indicator.code),
    ]),
  );
  return reports.map(({ unit, upload }) => {
    const { value, source, cumulative, cumulativeSource } = given.get(unit) ?? nothing(indicator.code);
    const parents = ancestors(unit, regime).filter((parent) =>
      regime.parentsIncludingBranches.includes(parent),
    );
    // What the parent left blank it does not contain either: each column is looked at by itself.
    const isAdded = (column: Column) =>
      !parents.some((parent) => typeof given.get(parent)?.[column] === 'number');
    const added = { value: isAdded('value'), cumulative: isAdded('cumulative') };
    return { unit, upload, value, source, cumulative, cumulativeSource, added };
  });
}

function totalOf(
  indicator: Indicator,
  contributions: readonly Contribution[],
  column: Column,
  total: (code: string) => number | null,
): number | null {
  switch (indicator.acrossUnits) {
    case 'none':
      return null;
    case 'derived': {
      if (indicator.formula === undefined) return null;
      const answer = evaluateRule(parseRule(indicator.formula), {
        figure: (operand) => (operand.previous ? null : total(operand.indicator)),
      });
      return typeof answer === 'number' ? answer : null;
    }
    case 'sum': {
      const numbers = contributions
        .filter(({ added }) => added[column])
        .map((contribution) => contribution[column])
        .filter((figure) => typeof figure === 'number');
      if (numbers.length === 0) return null;
      return withoutDust(numbers.reduce((sum, each) => sum + each, 0));
    }
  }
}

function blankUnits(indicator: Indicator, contributions: readonly Contribution[]): readonly string[] {
  const counted = indicator.type === 'count' || indicator.type === 'percent';
  return contributions
    .filter(({ value }) => (counted ? typeof value !== 'number' : value === null))
    .map(({ unit }) => unit);
}

function ancestors(unit: string, regime: Regime): readonly string[] {
  const chain: string[] = [];
  for (let at: string | undefined = unit; at !== undefined; ) {
    const parent: string | undefined = regime.units.find(({ code }) => code === at)?.parent;
    if (parent === undefined || chain.includes(parent)) break;
    chain.push(parent);
    at = parent;
  }
  return chain;
}

function nothing(indicator: string): Value {
  return { indicator, value: null, source: null, cumulative: null, cumulativeSource: null };
}

// 0.1 + 0.2 is shown as 0.3: figures of reports have far fewer than six decimals.
function withoutDust(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}
