/** What the figures tell among the shortcomings, by the regime: more left than there was, fewer answered than received. */
import { comparesPeriods, evaluateRule, parseRule, type Rule } from '../../regime/rule.ts';
import { namesOfPeriods, ruleInPlace, totalPlaces } from '../../regime/sentence.ts';
import { paperWords as words } from '../../wording/report.ts';
import { spanWords } from '../../wording/spans.ts';
import { numberInText } from '../../wording/vietnamese.ts';
import type { Comparable } from '../comparison.ts';
import type { Summary } from '../summary.ts';
import type { Line } from './line.ts';
import { baseOf, figure, toldIn } from './sentences.ts';
import { commonBase, comparedOf, leadingOf, spanOf } from './standing-of-figures.ts';

/** Each where its rule holds for the very figures that the report tells; of figures that are not told nothing is said. */
export function shortcomings(summary: Summary): readonly Line[] {
  const { regime } = summary;
  const told = leadingFigures(summary);
  return (regime.report.shortcomings ?? []).flatMap(({ when, sentence }): readonly Line[] => {
    if (comparesPeriods(when)) return comparedLine(summary, when, sentence);
    const holds = evaluateRule(parseRule(when), {
      figure: ({ indicator, cumulative }) => (cumulative ? null : (told.get(indicator) ?? null)),
    });
    if (holds !== true) return [];
    const { sentences, codes, own } = toldIn(summary, { sentences: [sentence] });
    // Of the last part alone the sentence would tell other figures than those for which the rule holds.
    if (own.size > 0) return [];
    return sentences.map((each) => lineOf(each, [...codes]));
  });
}

/** Those that say how it stands against the period before; `sentence`: as the regime has it, with the rules of its figures. */
export function worsened(summary: Summary): readonly { readonly text: string; readonly sentence: string }[] {
  return (summary.regime.report.shortcomings ?? [])
    .filter(({ when }) => comparesPeriods(when))
    .flatMap(({ when, sentence }) =>
      comparedLine(summary, when, sentence).map(({ text }) => ({
        text: text.slice(words.point.length),
        sentence,
      })),
    );
}

function lineOf(sentence: string, codes: readonly string[]): Line {
  const text = `${words.point}${sentence}`;
  return { kind: 'figures', text, codes, answers: text.length, doubts: [] };
}

function leadingFigures(summary: Summary): ReadonlyMap<string, number | null> {
  const indicators = new Map(summary.regime.indicators.map((each) => [each.code, each]));
  return new Map(
    summary.totals.map((total) => {
      const indicator = indicators.get(total.indicator);
      return [total.indicator, indicator ? leadingOf(summary, indicator, total).value : null];
    }),
  );
}

/** Of both periods the figures of the same units, by what is said of them at the beginning; else nothing is told. */
function comparedLine(summary: Summary, when: string, sentence: string): readonly Line[] {
  const rules = [...sentence.matchAll(totalPlaces)].flatMap(
    ([, code = '']) => ruleInPlace.exec(code)?.[1] ?? [],
  );
  const parsed = new Map([when, ...rules].map((text) => [text, parseRule(text)]));
  const pairs = new Map(
    [...parsed.values()].flatMap(({ names }) => names).map((code) => [code, pairOf(summary, code)]),
  );
  const said = commonBase(summary, 'previous');
  if ([...pairs.values()].some((pair) => pair === null || pair.units !== said)) return [];
  const of = (rule: Rule) =>
    evaluateRule(rule, {
      figure: ({ indicator, previous, cumulative }) =>
        cumulative ? null : (pairs.get(indicator)?.[previous ? 'before' : 'now'] ?? null),
    });
  const [holds, ...values] = [...parsed.values()].map(of);
  if (holds !== true || values.some((value) => typeof value !== 'number')) return [];
  const { kind, own } = spanOf(summary);
  const filled = sentence.replace(totalPlaces, (_, code: string) => {
    if (namesOfPeriods.has(code)) {
      return code === 'before'
        ? baseOf(summary, 'previous')
        : kind === 'year-so-far'
          ? own
          : spanWords.thisPeriod;
    }
    const rule = parsed.get(ruleInPlace.exec(code)?.[1] ?? '');
    return rule ? written(summary, rule, Number(of(rule))) : '';
  });
  return [lineOf(`${filled}.`, [...pairs.keys()])];
}

function pairOf(summary: Summary, code: string): Comparable | null {
  const indicator = summary.regime.indicators.find((each) => each.code === code);
  const total = summary.totals.find((each) => each.indicator === code);
  return indicator && total ? comparedOf(summary, indicator, total, 'previous') : null;
}

/** A share where the rule is nothing but one, else a number. */
function written({ regime }: Summary, { root, names }: Rule, value: number): string {
  const indicator = regime.indicators.find(({ code }) => code === names[0]);
  return root.kind === 'figure' && indicator ? figure(indicator, value) : numberInText(value);
}
