/** Totals across units, by each indicator's own rule. Blank is kept apart from 0 everywhere. */

import type { Indicator, Regime } from '../regime/regime.ts';
import { evaluateRule, parseRule, type Rule } from '../regime/rule.ts';
import type { Value } from '../vocabulary/figure.ts';
import type { Contribution, Part, Total } from './summary.ts';

/** One unit's report that counts; of several periods, with what its figures are made of by indicator. */
export interface CountedReport {
  readonly unit: string;
  readonly upload: string;
  readonly values: readonly Value[];
  readonly parts?: ReadonlyMap<string, readonly Part[]>;
}

export type Column = 'value' | 'cumulative';

/** A total before it is compared with those of other periods. */
export type PlainTotal = Omit<Total, 'previous' | 'lastYear'>;

/**
 * One total for each indicator, in the regime's order. `sum` adds what the units gave; `derived` is computed from the
 * totals of its parts, never added up or averaged; `none` is null. A branch's figure is shown and not added where a
 * parent that reports for its branches gave the same figure. `reports`: one for each unit, in the regime's order.
 */
export function totalsOf(regime: Regime, reports: readonly CountedReport[]): readonly PlainTotal[] {
  const given = reports.map(byIndicator);
  const parents = parentsIncluding(regime, reports);
  const each = regime.indicators.map((indicator) => ({
    indicator,
    contributions: contributionsTo(indicator.code, reports, given, parents),
  }));
  const byCode = new Map(each.map(({ indicator, contributions }) => [indicator.code, contributions]));
  const parts = each.map(({ indicator, contributions }) => {
    const whole = wholeUnits(regime, indicator, byCode, 'value');
    const blank = whole
      ? contributions.filter((_, at) => !whole.has(at)).map(({ unit }) => unit)
      : blankUnits(indicator, contributions);
    return { indicator, contributions, blank };
  });
  const added = (column: Column) => {
    const sums = new Map(
      parts.map(({ indicator, contributions }) => [indicator.code, sumOf(indicator, contributions, column)]),
    );
    return (indicator: Indicator) => {
      const whole = wholeUnits(regime, indicator, byCode, column);
      if (whole === null) return sums.get(indicator.code) ?? null;
      // Of units that gave all of its parts: others would change the share by what they left blank.
      const of = (code: string) =>
        sumOf(
          { acrossUnits: 'sum' },
          (byCode.get(code) ?? []).filter((_, at) => whole.has(at)),
          column,
        );
      return withDerived(regime, of)(indicator.code);
    };
  };
  const inPeriod = added('value');
  const cumulative = added('cumulative');
  return parts.map(({ indicator, contributions, blank }) => ({
    indicator: indicator.code,
    value: inPeriod(indicator),
    cumulative: cumulative(indicator),
    contributions,
    blank,
  }));
}

/** Looks a figure up, or computes it by its formula where the regime derives it; null where a part is not known. */
export function withDerived(
  regime: Regime,
  known: (code: string) => number | null,
): (code: string) => number | null {
  const formulas = formulasOf(regime);
  const computed = new Map<string, number | null>();
  const figure = (code: string): number | null => {
    const rule = formulas.get(code);
    if (!rule) return known(code);
    const cached = computed.get(code);
    if (cached !== undefined) return cached;
    // Stands while its own parts are computed, so that formulas in a circle end as unknown.
    computed.set(code, null);
    const answer = evaluateRule(rule, {
      figure: (operand) => (operand.previous ? null : figure(operand.indicator)),
    });
    const value = typeof answer === 'number' ? answer : null;
    computed.set(code, value);
    return value;
  };
  return figure;
}

const parsed = new WeakMap<Regime, ReadonlyMap<string, Rule>>();

function formulasOf(regime: Regime): ReadonlyMap<string, Rule> {
  const known = parsed.get(regime);
  if (known) return known;
  const rules = new Map(
    regime.indicators.flatMap(({ code, formula }) =>
      formula === undefined ? [] : [[code, parseRule(formula)] as const],
    ),
  );
  parsed.set(regime, rules);
  return rules;
}

const indexed = new WeakMap<readonly Value[], ReadonlyMap<string, Value>>();

/** A report's figures by indicator; where one stands twice, the first. */
export function byIndicator({ values }: Pick<CountedReport, 'values'>): ReadonlyMap<string, Value> {
  const known = indexed.get(values);
  if (known) return known;
  const figures = new Map(values.toReversed().map((value) => [value.indicator, value]));
  indexed.set(values, figures);
  return figures;
}

/** By report: the places of the reports whose figures may already contain its own. */
function parentsIncluding(regime: Regime, reports: readonly CountedReport[]): readonly (readonly number[])[] {
  const including = new Set(regime.parentsIncludingBranches);
  if (including.size === 0) return reports.map(() => []);
  const parentOf = new Map(regime.units.map(({ code, parent }) => [code, parent]));
  const places = new Map(reports.map(({ unit }, at) => [unit, at]));
  return reports.map(({ unit }) => {
    const chain = new Set<string>();
    for (let at = parentOf.get(unit); at !== undefined && !chain.has(at); at = parentOf.get(at)) {
      chain.add(at);
    }
    chain.delete(unit);
    return [...chain].flatMap((parent) => {
      const place = including.has(parent) ? places.get(parent) : undefined;
      return place === undefined ? [] : [place];
    });
  });
}

const noParts: readonly Part[] = [];
const both = { value: true, cumulative: true };

function contributionsTo(
  code: string,
  reports: readonly CountedReport[],
  given: readonly ReadonlyMap<string, Value>[],
  parents: readonly (readonly number[])[],
): readonly Contribution[] {
  return reports.map(({ unit, upload, parts }, at) => {
    const figures = given[at]?.get(code);
    const above = parents[at] ?? [];
    // What the parent left blank it does not contain either: each column is looked at by itself.
    const isAdded = (column: Column) =>
      !above.some((parent) => typeof given[parent]?.get(code)?.[column] === 'number');
    return {
      unit,
      upload,
      value: figures?.value ?? null,
      source: figures?.source ?? null,
      cumulative: figures?.cumulative ?? null,
      cumulativeSource: figures?.cumulativeSource ?? null,
      added: above.length === 0 ? both : { value: isAdded('value'), cumulative: isAdded('cumulative') },
      parts: parts?.get(code) ?? noParts,
    };
  });
}

/** Places of the units that gave every figure of which a share is made; null of what is no share. */
function wholeUnits(
  regime: Regime,
  { code }: Indicator,
  byCode: ReadonlyMap<string, readonly Contribution[]>,
  column: Column,
): ReadonlySet<number> | null {
  const leaves = partsOfShare(regime, code);
  if (leaves === null) return null;
  const figures = [...leaves].map((leaf) => byCode.get(leaf) ?? []);
  const count = figures[0]?.length ?? 0;
  const places = Array.from({ length: count }, (_, at) => at).filter((at) => {
    const given = figures.map((of) => of[at]);
    if (given.some((each) => typeof each?.[column] !== 'number')) return false;
    // A branch whose parent contains a part of it alone has no share of its own there.
    return new Set(given.map((each) => each?.added[column])).size <= 1;
  });
  return new Set(places);
}

/** The figures of which a share is made; null of what is no share. */
export function partsOfShare(regime: Regime, code: string): ReadonlySet<string> | null {
  return leavesOf(formulasOf(regime), code, new Set());
}

/**
 * Whether what is told since the year began is another figure than that of the period: of what is added over periods or
 * opens them, and of shares of what is added. What is counted at one moment is the same by both.
 */
export function growsOverYear(regime: Regime, { code, acrossPeriods }: Indicator): boolean {
  if (acrossPeriods !== 'derived') return acrossPeriods !== 'last';
  const parts = partsOfShare(regime, code) ?? new Set();
  const added = regime.indicators.filter((each) => parts.has(each.code) && each.acrossPeriods === 'sum');
  return parts.size > 0 && added.length === parts.size;
}

/** The sum of some of those whose figures are in the totals, or the share made of such sums; null where it is not known. */
export function totalOver(
  regime: Regime,
  code: string,
  totals: ReadonlyMap<string, PlainTotal>,
  units: ReadonlySet<string>,
  column: Column,
): number | null {
  const of = (leaf: string) =>
    sumOf(
      { acrossUnits: 'sum' },
      (totals.get(leaf)?.contributions ?? []).filter(({ unit }) => units.has(unit)),
      column,
    );
  return withDerived(regime, of)(code);
}

/** The figures that units give themselves, by way of other shares; null of what is no share. */
function leavesOf(
  formulas: ReadonlyMap<string, Rule>,
  code: string,
  seen: ReadonlySet<string>,
): ReadonlySet<string> | null {
  const rule = formulas.get(code);
  if (!rule || seen.has(code)) return null;
  const names = rule.operands.filter(({ previous }) => !previous).map(({ indicator }) => indicator);
  return new Set(
    names.flatMap((name) => [...(leavesOf(formulas, name, new Set([...seen, code])) ?? [name])]),
  );
}

function sumOf(
  { acrossUnits }: Pick<Indicator, 'acrossUnits'>,
  contributions: readonly Contribution[],
  column: Column,
): number | null {
  if (acrossUnits !== 'sum') return null;
  let sum: number | null = null;
  for (const contribution of contributions) {
    const figure = contribution[column];
    if (typeof figure === 'number' && contribution.added[column]) sum = (sum ?? 0) + figure;
  }
  return sum === null ? null : withoutDust(sum);
}

function blankUnits(indicator: Indicator, contributions: readonly Contribution[]): readonly string[] {
  const counted = indicator.type === 'count' || indicator.type === 'percent';
  return contributions
    .filter(({ value }) => (counted ? typeof value !== 'number' : value === null))
    .map(({ unit }) => unit);
}

/** 0.1 + 0.2 is shown as 0.3: figures of reports have far fewer than six decimals. */
export function withoutDust(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}
