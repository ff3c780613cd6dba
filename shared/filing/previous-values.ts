/** What a period takes over from the one before: the closing figures, and those that open the new period. */

import type { Regime } from '../regime/regime.ts';
import { parseRule } from '../regime/rule.ts';
import type { Figure, Value } from '../vocabulary/figure.ts';
import { countingOf } from './counting.ts';
import type { Filings } from './filings.ts';
import type { Version } from './version.ts';

/** The unit's report that counts in the previous period's filings; null where it has none (or nil). */
export function previousReport(previous: Filings, unit: string): Version | null {
  const counting = countingOf(previous, unit);
  return counting?.kind === 'version' ? counting.version : null;
}

/**
 * By indicator: the figure with which the period opens. Which figure closes into which is read off the regime's own
 * checks of the form `B08 = previous(B11)`.
 */
export function openingFigures(
  regime: Regime,
  previous: readonly Value[] | null,
): ReadonlyMap<string, Figure> {
  const opening = new Map<string, Figure>();
  if (previous === null) return opening;
  for (const check of regime.checks) {
    const { root } = parseRule(check.rule);
    if (root.kind !== 'operation' || root.operator !== '=') continue;
    if (root.left.kind !== 'figure' || root.right.kind !== 'figure') continue;
    const [opens, closed] = [root.left.operand, root.right.operand];
    if (opens.previous || opens.cumulative || !closed.previous || closed.cumulative) continue;
    const value = previous.find(({ indicator }) => indicator === closed.indicator)?.value ?? null;
    if (value !== null) opening.set(opens.indicator, value);
  }
  return opening;
}
