/**
 * Figures far from what their own unit gave before, or from what the other units give. The measure is the modified
 * z-score (distance from the median over the median absolute deviation; Iglewicz and Hoaglin take 3.5 for the limit),
 * on a logarithmic scale, since units differ in size by orders of magnitude; of percentages on a plain one.
 */
import type { Indicator, Regime } from '../regime/regime.ts';
import { type OutlierFacts, outlierWords } from '../wording/outliers.ts';
import type { Contribution, Outlier, Total } from './summary.ts';

/** By unit and indicator: the figures of earlier periods, in any order. */
export type History = (unit: string, indicator: string) => readonly number[];

const scoreLimit = 3.5;
/** Turns a median absolute deviation into what a standard deviation would be. */
const consistency = 1.4826;
/** With fewer figures a deviation says nothing. */
const fewestPeers = 8;
const fewestPeriods = 3;
/** However alike the others are: what is nearer than that is no outlier. */
const leastFactor = { history: 3, peers: 8 } as const;
const leastDifference = 20;
const leastPoints = 20;
/** With one or two earlier figures only what looks like a slip of the pen is marked: a digit more or less. */
const slipFactor = 10;
const slipSize = 50;

/** In the order of the totals, then of their contributions. `period`: the one whose figures are judged by history. */
export function outliersIn(
  regime: Regime,
  period: string,
  totals: readonly Total[],
  history: History,
): readonly Outlier[] {
  const kindOf = new Map(regime.units.map(({ code, kind }) => [code, kind as string]));
  return regime.indicators.flatMap((indicator, at) => {
    const contributions = totals[at]?.contributions ?? [];
    if (indicator.type !== 'count' && indicator.type !== 'percent') return [];
    const peers = peersOf(indicator, contributions, kindOf);
    return contributions.flatMap((contribution): Outlier[] => {
      const recent = recentFigure(contribution, period);
      const own =
        recent === null ? null : byHistory(indicator, recent, history(contribution.unit, indicator.code));
      const found =
        own ?? (typeof contribution.value === 'number' ? peers(contribution.unit, contribution.value) : null);
      if (found === null) return [];
      const { value, usual, against } = found;
      return [
        {
          unit: contribution.unit,
          indicator: indicator.code,
          value,
          usual,
          against,
          why: outlierWords[against](found),
        },
      ];
    });
  });
}

/** The figure of this very period, where the report adds several up. */
function recentFigure({ value, parts }: Contribution, period: string): number | null {
  const figure = parts.length === 0 ? value : (parts.find((part) => part.period === period)?.value ?? null);
  return typeof figure === 'number' ? figure : null;
}

type Found = OutlierFacts & { readonly against: Outlier['against'] };

function byHistory(indicator: Indicator, value: number, earlier: readonly number[]): Found | null {
  if (earlier.length === 0) return null;
  const usual = median(earlier);
  const found: Found = { value, usual, count: earlier.length, indicator, against: 'history' };
  if (earlier.length >= fewestPeriods) {
    return isFar(indicator, value, spreadOf(indicator, earlier), leastFactor.history) ? found : null;
  }
  const [less, more] = [Math.min(value, usual), Math.max(value, usual)];
  return indicator.type === 'count' && less > 0 && more >= slipSize && more >= slipFactor * less
    ? found
    : null;
}

/** A unit is compared with those of its kind where they are enough, else with all. */
function peersOf(
  indicator: Indicator,
  contributions: readonly Contribution[],
  kindOf: ReadonlyMap<string, string>,
): (unit: string, value: number) => Found | null {
  const groups = new Map<string, number[]>([['', []]]);
  for (const { unit, value } of contributions) {
    if (typeof value !== 'number') continue;
    groups.get('')?.push(value);
    const kind = kindOf.get(unit);
    if (kind === undefined) continue;
    const group = groups.get(kind);
    if (group) group.push(value);
    else groups.set(kind, [value]);
  }
  const spreads = new Map(
    [...groups]
      .filter(([, figures]) => figures.length >= fewestPeers)
      .map(([kind, figures]) => [kind, spreadOf(indicator, figures)]),
  );
  return (unit, value) => {
    const spread = spreads.get(kindOf.get(unit) ?? '') ?? spreads.get('');
    if (!spread || !isFar(indicator, value, spread, leastFactor.peers)) return null;
    return { value, usual: spread.usual, count: spread.count - 1, indicator, against: 'peers' };
  };
}

interface Spread {
  readonly usual: number;
  readonly count: number;
  /** Both on the scale of the indicator. */
  readonly middle: number;
  readonly deviation: number;
}

function spreadOf(indicator: Indicator, figures: readonly number[]): Spread {
  const scaled = figures.map((figure) => scale(indicator, figure));
  const middle = median(scaled);
  const deviation = median(scaled.map((each) => Math.abs(each - middle)));
  return { usual: median(figures), count: figures.length, middle, deviation };
}

function isFar(indicator: Indicator, value: number, { usual, middle, deviation }: Spread, factor: number) {
  const distance = Math.abs(scale(indicator, value) - middle);
  const limit = scoreLimit * consistency * deviation;
  return indicator.type === 'percent'
    ? distance > Math.max(limit, leastPoints)
    : distance > Math.max(limit, Math.log(factor)) && Math.abs(value - usual) >= leastDifference;
}

function scale({ type }: Indicator, figure: number): number {
  return type === 'percent' ? figure : Math.sign(figure) * Math.log1p(Math.abs(figure));
}

function median(figures: readonly number[]): number {
  const sorted = Float64Array.from(figures).sort();
  const half = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[half - 1], sorted[half]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
