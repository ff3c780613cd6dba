/** What the figures tell among the shortcomings, by the regime: more left than there was, fewer answered than received. */
import { evaluateRule, parseRule } from '../../regime/rule.ts';
import { paperWords as words } from '../../wording/report.ts';
import type { Summary } from '../summary.ts';
import type { Line } from './line.ts';
import { toldIn } from './sentences.ts';
import { leadingOf } from './standing-of-figures.ts';

/** Each where its rule holds for the very figures that the report tells; of figures that are not told nothing is said. */
export function shortcomings(summary: Summary): readonly Line[] {
  const { regime, totals } = summary;
  const indicators = new Map(regime.indicators.map((each) => [each.code, each]));
  const told = new Map(
    totals.map((total) => {
      const indicator = indicators.get(total.indicator);
      return [total.indicator, indicator ? leadingOf(summary, indicator, total).value : null];
    }),
  );
  return (regime.report.shortcomings ?? []).flatMap(({ when, sentence }): Line[] => {
    const holds = evaluateRule(parseRule(when), {
      figure: ({ indicator, previous, cumulative }) =>
        previous || cumulative ? null : (told.get(indicator) ?? null),
    });
    if (holds !== true) return [];
    const { sentences, codes, own } = toldIn(summary, { sentences: [sentence] });
    // Of the last part alone the sentence would tell other figures than those for which the rule holds.
    if (own.size > 0) return [];
    return sentences.map((each) => {
      const text = `${words.point}${each}`;
      return { kind: 'figures', text, codes: [...codes], answers: text.length, doubts: [] };
    });
  });
}
