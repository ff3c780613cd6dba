/** What the page works out itself while a report is typed: shares by the regime's formulas, and how far it has come. */
import { evaluateRule, parseRule } from '../../../../shared/regime/rule.ts';
import type { DutyDetail } from '../../contract/duties.ts';
import { nothingTyped, type Typed } from './filled-form.ts';

type Indicator = DutyDetail['indicators'][number];

/** A share of what was typed, as the form works it out; null while its parts are not there. */
export function workedOut(
  { formula }: Pick<Indicator, 'formula'>,
  { figures }: Pick<Typed, 'figures'>,
  which: 'value' | 'cumulative',
): number | null {
  if (formula === undefined) return null;
  const found = evaluateRule(parseRule(formula), {
    figure: ({ indicator, cumulative, previous }) => {
      if (previous) return null;
      const typed = Object.hasOwn(figures, indicator) ? figures[indicator] : undefined;
      return typed ? figureIn(typed[cumulative ? 'cumulative' : which]) : null;
    },
  });
  return typeof found === 'number' ? Math.round(found * 100) / 100 : null;
}

/** A figure in the Vietnamese way, as far as nobody can read it otherwise; null for everything else. */
function figureIn(said: string): number | null {
  const plain = said.trim();
  if (!/^(?:\d{1,15}|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$/.test(plain)) return null;
  return Number(plain.replaceAll('.', '').replace(',', '.'));
}

/** How many of the indicators have a figure: what was typed, and what the form works out of it. */
export function progressOf(
  indicators: readonly Indicator[],
  { figures }: Pick<Typed, 'figures'>,
): { readonly done: number; readonly all: number } {
  const done = indicators.filter(({ code, formula }) => {
    if (formula !== undefined) return workedOut({ formula }, { figures }, 'value') !== null;
    const typed = Object.hasOwn(figures, code) ? figures[code] : undefined;
    return typed !== undefined && `${typed.value}${typed.cumulative}`.trim() !== '';
  });
  return { done: done.length, all: indicators.length };
}

/** Without what the form works out: kept from a time when it could be typed, nobody would see it any more. */
export function onlyTyped(indicators: readonly Indicator[], typed: Typed): Typed {
  if (typed === nothingTyped) return typed;
  const worked = new Set(indicators.flatMap(({ code, formula }) => (formula === undefined ? [] : [code])));
  return {
    ...typed,
    figures: Object.fromEntries(Object.entries(typed.figures).filter(([code]) => !worked.has(code))),
  };
}
