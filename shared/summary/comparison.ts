/** Totals beside those of an earlier period. What is not known on either side stays unknown. */
import type { Indicator, Regime } from '../regime/regime.ts';
import type { Change, Comparison, Total } from './summary.ts';
import { type Column, type PlainTotal, partsOfShare, totalOver, withoutDust } from './totals.ts';

/**
 * The totals, each with how it stands against those of the earlier periods; null where there is no such period.
 * `ofLastYear`: which figure of each stands against last year's; against the period before stands that of the period.
 */
export function compared(
  regime: Regime,
  totals: readonly PlainTotal[],
  previous: readonly PlainTotal[] | null,
  lastYear: readonly PlainTotal[] | null,
  ofLastYear: (indicator: Indicator) => Column = () => 'value',
): readonly Total[] {
  const indicators = new Map(regime.indicators.map((each) => [each.code, each]));
  const now = totalsByIndicator(totals);
  const against = (earlier: readonly PlainTotal[] | null, columnOf: (indicator: Indicator) => Column) => {
    const before = earlier && totalsByIndicator(earlier);
    return (total: PlainTotal): Comparison | null => {
      if (before === null) return null;
      const { value, cumulative } = total;
      const then = before.get(total.indicator);
      const indicator = indicators.get(total.indicator);
      const inPoints = indicator?.type === 'percent';
      const of = indicator ? columnOf(indicator) : 'value';
      return {
        value: changeOf(value, then?.value ?? null, inPoints),
        cumulative: changeOf(cumulative, then?.cumulative ?? null, inPoints),
        ...(of === 'cumulative' && { of }),
        ...(then && baseOf(regime, { total, among: now, of }, { total: then, among: before, of })),
        ...(then && isAtOdds(total, then) && { atOdds: true }),
        ...(then && lostIn(total, then).length > 0 && { fewer: true }),
      };
    };
  };
  const [toPrevious, toLastYear] = [against(previous, () => 'value'), against(lastYear, ofLastYear)];
  return totals.map((total) => ({ ...total, previous: toPrevious(total), lastYear: toLastYear(total) }));
}

/** One period's total, all those of its period by indicator, and which of its figures is compared. */
interface Side {
  readonly total: PlainTotal;
  readonly among: ReadonlyMap<string, PlainTotal>;
  readonly of: Column;
}

function totalsByIndicator(totals: readonly PlainTotal[]): Side['among'] {
  return new Map(totals.map((total) => [total.indicator, total]));
}

/** Where some unit gave the one figure and not the other it is no rise or fall, however many units reported. */
function baseOf(regime: Regime, now: Side, then: Side): Pick<Comparison, 'otherUnits' | 'ofBoth'> {
  const [fresh, old] = [givers(regime, now), givers(regime, then)];
  if (fresh.size === old.size && [...fresh].every((unit) => old.has(unit))) return {};
  return { otherUnits: true, ofBoth: ofBoth(regime, now, then, fresh, old) };
}

/** Who gave the figure, of a share all of its parts. */
function givers(regime: Regime, { total, among, of }: Side): ReadonlySet<string> {
  if (of === 'value') {
    const left = new Set(total.blank);
    return new Set(total.contributions.flatMap(({ unit }) => (left.has(unit) ? [] : [unit])));
  }
  const parts = [...(partsOfShare(regime, total.indicator) ?? [total.indicator])].map(
    (code) =>
      new Set(
        (among.get(code)?.contributions ?? []).flatMap(({ unit, cumulative }) =>
          typeof cumulative === 'number' ? [unit] : [],
        ),
      ),
  );
  const [first = new Set<string>(), ...others] = parts;
  return new Set([...first].filter((unit) => others.every((each) => each.has(unit))));
}

/**
 * The two figures of the units that gave both, a share computed anew; null where these are not most of either, where a
 * parent's figure contains a branch's on one side alone, and of what is neither a plain sum nor a share of such.
 */
function ofBoth(
  regime: Regime,
  now: Side,
  then: Side,
  fresh: ReadonlySet<string>,
  old: ReadonlySet<string>,
): NonNullable<Comparison['ofBoth']> | null {
  const both = new Set([...fresh].filter((unit) => old.has(unit)));
  if (2 * both.size <= Math.max(fresh.size, old.size)) return null;
  const { of } = now;
  for (const part of partsOfShare(regime, now.total.indicator) ?? [now.total.indicator]) {
    const [added, addedThen] = [addersOf(now, part), addersOf(then, part)];
    if ([...both].some((unit) => added.has(unit) !== addedThen.has(unit))) return null;
  }
  const over = ({ total, among }: Side, units: ReadonlySet<string>) =>
    totalOver(regime, total.indicator, among, units, of);
  if (over(now, fresh) !== now.total[of] || over(then, old) !== then.total[of]) return null;
  const [value, before] = [over(now, both), over(then, both)];
  return value === null || before === null ? null : { units: both.size, now: value, before };
}

/** Units whose own figure is in the sum. */
function addersOf({ among, of }: Side, code: string): ReadonlySet<string> {
  return new Set(
    (among.get(code)?.contributions ?? []).flatMap((each) =>
      typeof each[of] === 'number' && each.added[of] ? [each.unit] : [],
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
  total: Pick<Total, 'value' | 'cumulative'>,
  comparison: Comparison | null,
): Comparable | null {
  const now = comparison && total[columnOf(comparison)];
  if (comparison === null || now === null) return null;
  if (comparison.otherUnits) return comparison.ofBoth ?? null;
  const { before } = comparison[columnOf(comparison)];
  return before === null ? null : { now, before, units: null };
}

/** Which of a total's figures is compared. */
export function columnOf({ of }: Pick<Comparison, 'of'>): Column {
  return of ?? 'value';
}
