/** Runs the regime's cross-checks over figures and says, with the figures, which of them do not hold. */
import { dayNumber } from '../../regime/calendar.ts';
import { planDue } from '../../regime/duties.ts';
import { languageOf } from '../../regime/language.ts';
import type { Check } from '../../regime/regime.ts';
import { evaluateRule, type Operand, parseRule, type RuleFacts } from '../../regime/rule.ts';
import { checkFailed } from '../../wording/check-findings.ts';
import { placesOf } from '../../wording/places.ts';
import type { Source } from '../model/document.ts';
import { nameOf, spokenName } from '../model/finding.ts';
import type { Figure, Finding, Task, Value } from '../model/reading.ts';
import { type Written, writeEquation, writeExpected } from './equation.ts';

/** The checks that this report alone can answer. What a blank cell leaves open is skipped. */
export function judgeChecks(values: readonly Value[], task: Task): readonly Finding[] {
  return runChecks('this-report', values, [], task);
}

/**
 * Runs the checks of one kind; a check with `forEach` once for each of its indicators.
 * @param previous the values of the period before; empty where there are none
 */
export function runChecks(
  needs: Check['needs'],
  values: readonly Value[],
  previous: readonly Value[],
  { regime, unit }: Task,
): readonly Finding[] {
  const now = new Map(values.map((value) => [value.indicator, value]));
  const before = new Map(previous.map((value) => [value.indicator, value]));
  const figureOf = ({ indicator, cumulative, previous: earlier }: Operand): Figure => {
    const value = (earlier ? before : now).get(indicator);
    return (cumulative ? value?.cumulative : value?.value) ?? null;
  };
  const facts: RuleFacts = {
    figure: (operand) => comparable(figureOf(operand)),
    planDue: planDue(regime, unit),
  };
  const sourceOf = ({ indicator, cumulative, previous: earlier }: Operand): Source | null => {
    const value = earlier ? undefined : now.get(indicator);
    return (cumulative ? value?.cumulativeSource : value?.source) ?? null;
  };
  const indicatorOf = (code: string) => regime.indicators.find((indicator) => indicator.code === code);
  const spoken = (code: string) => {
    const indicator = indicatorOf(code);
    return indicator ? spokenName(indicator, regime) : code;
  };
  return regime.checks.flatMap((check) => {
    if (check.needs !== needs) return [];
    return (check.forEach ?? [undefined]).flatMap((subject): Finding[] => {
      const rule = parseRule(check.rule, subject);
      if (evaluateRule(rule, facts) !== false) return [];
      const written: Written = {
        rule,
        facts,
        figureOf,
        sourceOf,
        nameOf: spoken,
        language: languageOf(regime),
      };
      const sources = rule.operands.map(sourceOf).filter((source) => source !== null);
      const about = subject === undefined ? undefined : indicatorOf(subject);
      const words = checkFailed({
        id: check.id,
        severity: check.severity,
        message: check.message,
        about: about && nameOf(about, regime),
        places: placesOf(sources),
      });
      // An equation is no quotation from the file: it is never cut short.
      return [
        {
          ...words,
          where: sources[0] ?? null,
          found: writeEquation(written),
          expected: writeExpected(written),
        },
      ];
    });
  });
}

/** Dates compare as days; text compares with nothing. */
function comparable(figure: Figure): number | null {
  if (typeof figure !== 'string') return figure;
  return /^\d{4}-\d{2}-\d{2}$/.test(figure) ? dayNumber(figure) : null;
}
