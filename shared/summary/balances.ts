/** Balances that do not close: what there was, came and went does not come to what is left, for not the same reports tell it. */
import type { Indicator } from '../regime/regime.ts';
import { failedChecks } from './report/agreement.ts';
import { leadingOf, spanOf } from './report/standing-of-figures.ts';
import type { Summary } from './summary.ts';

export interface OpenBalance {
  /** All that the check compares. */
  readonly figures: readonly { readonly indicator: string; readonly value: number }[];
  /** Codes of what was counted at one moment: beside what came and went nobody may read it, so it is not told. */
  readonly untold: readonly string[];
}

/** By the figures that the report tells; of checks that hold the same figures together the one that holds most. */
export function openBalances(summary: Summary): readonly OpenBalance[] {
  const indicators = new Map(summary.regime.indicators.map((each) => [each.code, each]));
  const told = new Map(
    summary.totals.flatMap((total): [string, number][] => {
      const indicator = indicators.get(total.indicator);
      const value = indicator ? leadingOf(summary, indicator, total).value : null;
      return value === null ? [] : [[total.indicator, value]];
    }),
  );
  const isOf = (kinds: readonly Indicator['acrossPeriods'][]) => (code: string) => {
    const kind = indicators.get(code)?.acrossPeriods;
    return kind !== undefined && kinds.includes(kind);
  };
  const blank = new Map(summary.totals.map((total) => [total.indicator, total.blank.join(' ')]));
  // Of one period what the same units gave agrees, for each report was checked.
  const isPeriod = spanOf(summary).kind === 'period';
  const open = failedChecks(summary.regime, told, 'sums').filter(
    (codes) =>
      codes.some(isOf(['sum'])) &&
      codes.some(isOf(['first', 'last'])) &&
      !(isPeriod && new Set(codes.map((code) => blank.get(code))).size === 1),
  );
  return open
    .filter(
      (codes) =>
        !open.some((other) => other.length > codes.length && codes.every((each) => other.includes(each))),
    )
    .map((codes) => ({
      figures: codes.flatMap((indicator) => {
        const value = told.get(indicator);
        return value === undefined ? [] : [{ indicator, value }];
      }),
      untold: codes.filter(isOf(['first', 'last'])),
    }));
}

/** Codes of all that is left out for that. */
export function unbalanced(summary: Summary): ReadonlySet<string> {
  const known = found.get(summary);
  if (known) return known;
  const codes = new Set(openBalances(summary).flatMap(({ untold }) => untold));
  found.set(summary, codes);
  return codes;
}

const found = new WeakMap<Summary, ReadonlySet<string>>();
