/** Which figures hold together by the regime's own checks: what is left over is what there was and came less what went. */
import type { Regime } from '../../regime/regime.ts';
import { evaluateRule, parseRule } from '../../regime/rule.ts';

/**
 * Each report was checked by itself; put together from several periods, or where some left one of them blank, the same
 * figures need not agree.
 */
export function agree(regime: Regime, figures: ReadonlyMap<string, number | null>): boolean {
  return failedChecks(regime, figures).length === 0;
}

/** Of each check that these figures fail, the codes that it compares; of those alone that ask for equal sums where told so. */
export function failedChecks(
  regime: Regime,
  figures: ReadonlyMap<string, number | null>,
  which: 'all' | 'sums' = 'all',
): readonly (readonly string[])[] {
  return regime.checks.flatMap(({ severity, needs, rule: text, forEach }) => {
    if (severity !== 'error' || needs !== 'this-report' || forEach) return [];
    const rule = parseRule(text);
    const isSum = rule.root.kind === 'operation' && rule.root.operator === '=';
    if (which === 'sums' && !isSum) return [];
    const isOfThese = rule.operands.every(
      (each) => !each.previous && !each.cumulative && figures.has(each.indicator),
    );
    if (!isOfThese) return [];
    const holds = evaluateRule(rule, { figure: ({ indicator }) => figures.get(indicator) ?? null });
    return holds === false ? [[...new Set(rule.operands.map(({ indicator }) => indicator))]] : [];
  });
}
