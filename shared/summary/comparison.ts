/** Totals beside those of an earlier period. What is not known on either side stays unknown. */
import type { Regime } from '../regime/regime.ts';
import type { Change, Comparison, Total } from './summary.ts';
import { type PlainTotal, withoutDust } from './totals.ts';

/** The totals, each with how it stands against those of the earlier periods; null where there is no such period. */
export function compared(
  regime: Regime,
  totals: readonly PlainTotal[],
  previous: readonly PlainTotal[] | null,
  lastYear: readonly PlainTotal[] | null,
): readonly Total[] {
  const percentages = new Set(
    regime.indicators.filter(({ type }) => type === 'percent').map(({ code }) => code),
  );
  const against = (earlier: readonly PlainTotal[] | null) => {
    const before = earlier && new Map(earlier.map((total) => [total.indicator, total]));
    return (total: PlainTotal): Comparison | null => {
      if (before === null) return null;
      const { indicator, value, cumulative } = total;
      const then = before.get(indicator);
      const inPoints = percentages.has(indicator);
      return {
        value: changeOf(value, then?.value ?? null, inPoints),
        cumulative: changeOf(cumulative, then?.cumulative ?? null, inPoints),
        ...(then && isOfOthers(total, then) && { otherUnits: true }),
      };
    };
  };
  const [toPrevious, toLastYear] = [against(previous), against(lastYear)];
  return totals.map((total) => ({ ...total, previous: toPrevious(total), lastYear: toLastYear(total) }));
}

/** Whether some unit gave the one figure and not the other: then it is no rise or fall, however many units reported. */
function isOfOthers(now: PlainTotal, then: PlainTotal): boolean {
  const given = ({ contributions, blank }: PlainTotal) => {
    const left = new Set(blank);
    return new Set(contributions.flatMap(({ unit }) => (left.has(unit) ? [] : [unit])));
  };
  const [fresh, old] = [given(now), given(then)];
  return fresh.size !== old.size || [...fresh].some((unit) => !old.has(unit));
}

/** `inPoints`: the figures are percentages, whose difference is told in points and not in percent. */
export function changeOf(now: number | null, before: number | null, inPoints: boolean): Change {
  if (now === null || before === null) return { before, delta: null, percent: null };
  const delta = withoutDust(now - before);
  return { before, delta, percent: inPoints || before === 0 ? null : withoutDust((100 * delta) / before) };
}
