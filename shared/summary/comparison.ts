/** Totals beside those of an earlier period. What is not known on either side stays unknown. */
import type { Regime } from '../regime/regime.ts';
import type { Change, Comparison, Summary, Total } from './summary.ts';
import { type PlainTotal, partsOfShare, shareOver, withoutDust } from './totals.ts';

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
  const now = byIndicator(totals);
  const against = (earlier: readonly PlainTotal[] | null) => {
    const before = earlier && byIndicator(earlier);
    return (total: PlainTotal): Comparison | null => {
      if (before === null) return null;
      const { indicator, value, cumulative } = total;
      const then = before.get(indicator);
      const inPoints = percentages.has(indicator);
      return {
        value: changeOf(value, then?.value ?? null, inPoints),
        cumulative: changeOf(cumulative, then?.cumulative ?? null, inPoints),
        ...(then &&
          isOfOthers(total, then) && {
            otherUnits: true,
            ofBoth: ofBoth(regime, { total, among: now }, { total: then, among: before }),
          }),
        ...(then && isAtOdds(total, then) && { atOdds: true }),
        ...(then && lostIn(total, then).length > 0 && { fewer: true }),
      };
    };
  };
  const [toPrevious, toLastYear] = [against(previous), against(lastYear)];
  return totals.map((total) => ({ ...total, previous: toPrevious(total), lastYear: toLastYear(total) }));
}

/** Whether some unit gave the one figure and not the other: then it is no rise or fall, however many units reported. */
function isOfOthers(now: PlainTotal, then: PlainTotal): boolean {
  const [fresh, old] = [givers(now), givers(then)];
  return fresh.size !== old.size || [...fresh].some((unit) => !old.has(unit));
}

function givers({ contributions, blank }: PlainTotal): ReadonlySet<string> {
  const left = new Set(blank);
  return new Set(contributions.flatMap(({ unit }) => (left.has(unit) ? [] : [unit])));
}

/** One period's total, and all those of its period by indicator. */
interface Side {
  readonly total: PlainTotal;
  readonly among: ReadonlyMap<string, PlainTotal>;
}

function byIndicator(totals: readonly PlainTotal[]): Side['among'] {
  return new Map(totals.map((total) => [total.indicator, total]));
}

/**
 * The two figures of the units that gave both, a share computed anew; null where these are not most of either, where a
 * parent's figure contains a branch's on one side alone, and of what is neither a plain sum nor a share of such.
 */
function ofBoth(regime: Regime, now: Side, then: Side): NonNullable<Comparison['ofBoth']> | null {
  const [fresh, old] = [givers(now.total), givers(then.total)];
  const both = new Set([...fresh].filter((unit) => old.has(unit)));
  if (2 * both.size <= Math.max(fresh.size, old.size)) return null;
  for (const part of partsOfShare(regime, now.total.indicator) ?? [now.total.indicator]) {
    const [added, addedThen] = [addedIn(now.among.get(part)), addedIn(then.among.get(part))];
    if ([...both].some((unit) => added.has(unit) !== addedThen.has(unit))) return null;
  }
  if (valueOver(regime, now, fresh) !== now.total.value) return null;
  if (valueOver(regime, then, old) !== then.total.value) return null;
  const [value, before] = [valueOver(regime, now, both), valueOver(regime, then, both)];
  return value === null || before === null ? null : { units: both.size, now: value, before };
}

/** Of some of the units alone. */
function valueOver(regime: Regime, { total, among }: Side, units: ReadonlySet<string>): number | null {
  const { indicator } = total;
  if (partsOfShare(regime, indicator) !== null) return shareOver(regime, indicator, among, units);
  let sum = 0;
  for (const [unit, figure] of addedIn(total)) if (units.has(unit)) sum += figure;
  return withoutDust(sum);
}

function addedIn(total: PlainTotal | undefined): ReadonlyMap<string, number> {
  return new Map(
    (total?.contributions ?? []).flatMap(({ unit, value, added }) =>
      typeof value === 'number' && added.value ? [[unit, value] as const] : [],
    ),
  );
}

/** `inPoints`: the figures are percentages, whose difference is told in points and not in percent. */
export function changeOf(now: number | null, before: number | null, inPoints: boolean): Change {
  if (now === null || before === null) return { before, delta: null, percent: null };
  const delta = withoutDust(now - before);
  return { before, delta, percent: inPoints || before === 0 ? null : withoutDust((100 * delta) / before) };
}

/**
 * Unit by unit, so that a new one puts nothing at odds. What a unit had that is missing now is missing in the sum too:
 * of one that reported nothing that can be said, but no sum stands below what went upward before.
 */
function isAtOdds(now: PlainTotal, then: PlainTotal): boolean {
  const before = new Map(then.contributions.map(({ unit, cumulative }) => [unit, cumulative]));
  const after = new Map(now.contributions.map(({ unit, cumulative }) => [unit, cumulative]));
  const lost = lostIn(now, then);
  if (lost.some((unit) => after.has(unit))) return true;
  if (lost.length > 0 && (now.cumulative ?? 0) < (then.cumulative ?? 0)) return true;
  const gap = now.contributions.reduce((sum, { unit, value, cumulative }) => {
    const old = before.get(unit);
    const known = typeof value === 'number' && typeof cumulative === 'number' && typeof old === 'number';
    return known ? sum + cumulative - value - old : sum;
  }, 0);
  return withoutDust(gap) !== 0;
}

/** Who had a cumulative figure, and has none now. */
function lostIn(now: PlainTotal, then: PlainTotal): readonly string[] {
  const after = new Map(now.contributions.map(({ unit, cumulative }) => [unit, cumulative]));
  return then.contributions.flatMap(({ unit, cumulative }) =>
    typeof cumulative === 'number' && cumulative !== 0 && typeof after.get(unit) !== 'number' ? [unit] : [],
  );
}

/** Two figures that may stand against each other. */
export interface Comparable {
  readonly now: number;
  readonly before: number;
  /** How many units gave both, where others gave one of them; else null. */
  readonly units: number | null;
}

/** Of the same units, or of those that gave both; null where nothing may be compared. */
export function comparable(
  { value }: Pick<Total, 'value'>,
  comparison: Comparison | null,
): Comparable | null {
  if (comparison === null || value === null) return null;
  if (comparison.otherUnits) return comparison.ofBoth ?? null;
  const { before } = comparison.value;
  return before === null ? null : { now: value, before, units: null };
}

/** How many units gave most of the figures that are compared, where most are not of all who gave them; else null. */
export function commonBase(
  { totals }: Pick<Summary, 'totals'>,
  against: 'previous' | 'lastYear',
): number | null {
  const counts = new Map<number | null, number>();
  for (const total of totals) {
    const pair = comparable(total, total[against]);
    if (pair) counts.set(pair.units, (counts.get(pair.units) ?? 0) + 1);
  }
  let common: number | null = null;
  for (const [units, count] of counts) if (count > (counts.get(common) ?? 0)) common = units;
  return common;
}
