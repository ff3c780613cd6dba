/** Days that a unit gives within a period of which it declared that it has nothing to report. */
import type { Summary } from './summary.ts';

export interface NilDated {
  readonly unit: string;
  readonly indicator: string;
  /** `yyyy-mm-dd`. */
  readonly day: string;
  readonly period: string;
}

/** In the order of the totals: which of both is so only the unit knows. */
export function nilDatedIn({ regime, totals, nil }: Summary): readonly NilDated[] {
  const windows = new Map(
    nil.map(({ unit, periods }) => [
      unit,
      regime.periods.filter(({ id, window }) => window && periods.includes(id)),
    ]),
  );
  const dates = new Set(regime.indicators.filter(({ type }) => type === 'date').map(({ code }) => code));
  return totals
    .filter(({ indicator }) => dates.has(indicator))
    .flatMap(({ indicator, contributions }) =>
      contributions.flatMap(({ unit, value }): NilDated[] => {
        const day = String(value);
        const found = windows
          .get(unit)
          ?.find(({ window }) => window && day >= window.from && day <= window.to);
        return found ? [{ unit, indicator, day, period: found.id }] : [];
      }),
    );
}
