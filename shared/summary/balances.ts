/** Balances that do not close: what there was, came and went does not come to what is left, for not the same reports tell it. */
import type { Indicator } from '../regime/regime.ts';
import { failedChecks } from './report/agreement.ts';
import { leadingOf, spanOf } from './report/standing-of-figures.ts';
import type { Summary, Total } from './summary.ts';

export interface OpenBalance {
  /** All that the check compares. */
  readonly figures: readonly { readonly indicator: string; readonly value: number }[];
  /**
   * Codes of what was counted at one moment and is told nowhere that goes upward: what is left at the end, and what there
   * was at the beginning where not every unit gave it, or less would have been there than went.
   */
  readonly untold: readonly string[];
  /** By what would close it; null where what the units state of the whole year does not either. */
  readonly wayOut: WayOut | null;
}

/** A year's balance by what units that lack a part of it state of the whole. */
export interface WayOut {
  readonly figures: OpenBalance['figures'];
  readonly units: readonly {
    readonly unit: string;
    /** `added`: null where the unit's reports do not tell the figure. */
    readonly figures: readonly {
      readonly indicator: string;
      readonly added: number | null;
      readonly stated: number;
    }[];
  }[];
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
    .map((codes) => {
      const left = codes.filter(isOf(['last']));
      const without = new Map([...told].filter(([code]) => !left.includes(code)));
      // What there was, came and went: all of it is sure, and nothing is said of what is left.
      const isSure =
        left.length > 0 &&
        codes.filter(isOf(['first'])).every((code) => blank.get(code) === '') &&
        !failedChecks(summary.regime, without).some((failed) => failed.every((code) => codes.includes(code)));
      return {
        figures: figuresOf(codes, told),
        untold: isSure ? left : codes.filter(isOf(['first', 'last'])),
        wayOut: wayOutOf(summary, codes),
      };
    });
}

function figuresOf(codes: readonly string[], of: ReadonlyMap<string, number>): OpenBalance['figures'] {
  return codes.flatMap((indicator) => {
    const value = of.get(indicator);
    return value === undefined ? [] : [{ indicator, value }];
  });
}

function wayOutOf(summary: Summary, codes: readonly string[]): WayOut | null {
  if (spanOf(summary).kind !== 'year') return null;
  const totals = codes.flatMap((code) => summary.totals.filter(({ indicator }) => indicator === code));
  const lacking = new Set([...summary.gaps.map(({ unit }) => unit), ...totals.flatMap(({ blank }) => blank)]);
  const figures = new Map(totals.map((total) => [total.indicator, statedIn(total, lacking)]));
  if (failedChecks(summary.regime, figures, 'sums').length > 0) return null;
  const units = [...lacking].flatMap((unit) => {
    const own = totals.flatMap(({ indicator, contributions }) => {
      const given = contributions.find((each) => each.unit === unit);
      const added = typeof given?.value === 'number' ? given.value : null;
      const stated = given?.cumulative;
      return typeof stated === 'number' && stated !== added ? [{ indicator, added, stated }] : [];
    });
    return own.length > 0 ? [{ unit, figures: own }] : [];
  });
  return units.length > 0 ? { figures: figuresOf(codes, figures), units } : null;
}

/** The total where of those units what they state of the year stands for what their periods add up to. */
function statedIn({ contributions }: Total, lacking: ReadonlySet<string>): number {
  return contributions.reduce((sum, { unit, value, cumulative, added }) => {
    if (lacking.has(unit) && typeof cumulative === 'number') return added.cumulative ? sum + cumulative : sum;
    return added.value && typeof value === 'number' ? sum + value : sum;
  }, 0);
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
