/** Which figures moved most against an earlier period. */
import type { Indicator } from '../regime/regime.ts';
import type { Change, Summary, Total } from './summary.ts';

export interface Movement {
  readonly indicator: Indicator;
  readonly total: Total;
  readonly against: 'previous' | 'lastYear';
  readonly change: Change;
}

/** The most telling first: a large figure that doubled before a small one that did. Empty where nothing is compared. */
export function movementsOf({ totals, regime }: Summary): readonly Movement[] {
  const indicators = new Map(regime.indicators.map((each) => [each.code, each]));
  const moved = totals.flatMap((total): (Movement & { weight: number })[] => {
    const indicator = indicators.get(total.indicator);
    const against = (['previous', 'lastYear'] as const).find(
      (each) => total[each]?.value.before != null && !total[each].otherUnits,
    );
    const change = against && total[against]?.value;
    if (!indicator || !change || change.before === null || total.value === null || !change.delta) return [];
    return [{ indicator, total, against, change, weight: weightOf(indicator, total.value, change.before) }];
  });
  return moved.sort((a, b) => b.weight - a.weight).map(({ weight: _, ...movement }) => movement);
}

/** By how many times it changed, small figures counting less; of a percentage by its points. */
function weightOf({ type }: Indicator, now: number, before: number): number {
  if (type === 'percent') return Math.abs(now - before) / 10;
  return Math.abs(Math.log((now + 1) / (before + 1))) * Math.log(2 + Math.max(now, before));
}
