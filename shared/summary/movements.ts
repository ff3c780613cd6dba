/** Which figures moved most against an earlier period. */
import { languageOf } from '../regime/language.ts';
import type { Indicator } from '../regime/regime.ts';
import { nameAsPart } from '../wording/documents.ts';
import { unbalanced } from './balances.ts';
import { comparedOf } from './report/standing-of-figures.ts';
import type { Summary, Total } from './summary.ts';

export interface Movement {
  readonly indicator: Indicator;
  readonly total: Total;
  readonly against: 'previous' | 'lastYear';
}

/** The most telling first: a large figure that doubled before a small one that did. Empty where nothing is compared. */
export function movementsOf(summary: Summary): readonly Movement[] {
  const { totals, regime } = summary;
  const indicators = new Map(regime.indicators.map((each) => [each.code, each]));
  const left = unbalanced(summary);
  const moved = totals.flatMap((total): (Movement & { weight: number })[] => {
    const indicator = indicators.get(total.indicator);
    // A part moves with its whole, and says nothing without its name.
    if (!indicator || left.has(total.indicator) || nameAsPart(indicator, languageOf(regime)) !== null)
      return [];
    // What is compared is the figure that leads, where it can be.
    const order = total.lastYear?.of ? lastYearFirst : previousFirst;
    const [compared] = order.flatMap((against) => {
      const pair = comparedOf(summary, indicator, total, against);
      return pair === null ? [] : [{ against, ...pair }];
    });
    if (!compared || compared.now === compared.before) return [];
    const { against, now, before } = compared;
    return [{ indicator, total, against, weight: weightOf(indicator, now, before) }];
  });
  return moved.sort((a, b) => b.weight - a.weight).map(({ weight: _, ...movement }) => movement);
}

/** Whatever else there is: what moved most. */
const alwaysShown = 2;

/**
 * As many as there is room for: those that moved most, one that falls where any does, then what the regime names, so that
 * increases alone do not speak for all.
 */
export function telling(summary: Summary, room: number): readonly Movement[] {
  const moved = movementsOf(summary);
  const main = summary.regime.report.mainFigures ?? [];
  const most = moved.slice(0, alwaysShown);
  const falls = moved.filter((each) => hasFallen(summary, each));
  const named = main.flatMap((code) => moved.find(({ indicator }) => indicator.code === code) ?? []);
  const inOrder = new Set([
    ...most,
    ...(most.some((each) => falls.includes(each)) ? [] : falls.slice(0, 1)),
    ...named,
  ]);
  return [...new Set([...inOrder, ...moved])].slice(0, room);
}

function hasFallen(summary: Summary, { indicator, total, against }: Movement): boolean {
  const pair = comparedOf(summary, indicator, total, against);
  return pair !== null && pair.now < pair.before;
}

const previousFirst = ['previous', 'lastYear'] as const;
const lastYearFirst = ['lastYear', 'previous'] as const;

/** By how many times it changed, small figures counting less; of a percentage by its points. */
function weightOf({ type }: Indicator, now: number, before: number): number {
  if (type === 'percent') return Math.abs(now - before) / 10;
  return Math.abs(Math.log((now + 1) / (before + 1))) * Math.log(2 + Math.max(now, before));
}
