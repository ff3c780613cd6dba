/** Runs the regime's cross-checks over figures and says, with the figures, which of them do not hold. */
import { dayNumber, lastDay } from '../regime/calendar.ts';
import type { Check, Regime, Unit } from '../regime/regime.ts';
import { evaluateRule, type Operand, parseRule, type Rule, type RuleFacts } from '../regime/rule.ts';
import { checkFailed } from '../wording/finding-words.ts';
import { finding } from './finding.ts';
import { writeDate, writeNumber } from './numbers.ts';
import type { Figure, Finding, Task, Value } from './reading.ts';

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
  return regime.checks.flatMap((check) => {
    if (check.needs !== needs) return [];
    return (check.forEach ?? [undefined]).flatMap((subject) => {
      const rule = parseRule(check.rule, subject);
      if (evaluateRule(rule, facts) !== false) return [];
      const operands = rule.operands.filter((operand) => !operand.previous);
      const value = now.get(operands[0]?.indicator ?? '');
      const words = checkFailed({
        id: check.id,
        severity: check.severity,
        message: check.message,
        indicators: [...new Set(operands.map(({ indicator }) => indicator))].join(', '),
      });
      const where = (operands[0]?.cumulative ? value?.cumulativeSource : value?.source) ?? null;
      const expected = subject === undefined ? check.rule : check.rule.replace(/\bit\b/g, subject);
      return [
        finding(words, { where, found: equation(rule, facts, figureOf), expected: inWords(expected, facts) }),
      ];
    });
  });
}

/** Dates compare as days; text compares with nothing. */
function comparable(figure: Figure): number | null {
  if (typeof figure !== 'string') return figure;
  return /^\d{4}-\d{2}-\d{2}$/.test(figure) ? dayNumber(figure) : null;
}

/** The last day for the unit's own plan as days since 1970; null for a unit that owes none. */
function planDue(regime: Regime, unit: Unit): number | null {
  const plan = regime.periods.find(
    ({ kind, assignedTo }) => kind === 'plan' && assignedTo.includes(unit.kind),
  );
  const day = plan ? lastDay(plan.deadline) : null;
  return day === null ? null : dayNumber(day);
}

type Node = Rule['root'];

/** `A05 = 5; A06 + A07 = 2 + 2 = 4`: each side of the comparison with its figures. */
function equation(rule: Rule, facts: RuleFacts, figureOf: (operand: Operand) => Figure): string {
  const sides = new Set<string>();
  const show = (node: Node) => {
    const text = side(node, rule, facts, figureOf);
    if (text !== null) sides.add(text);
  };
  const walk = (node: Node) => {
    if (node.kind === 'abs') walk(node.of);
    else if (node.kind === 'operation' && (isComparison(node.operator) || node.operator === '-')) {
      // |x − y| ≤ c is read as "x against y".
      for (const part of [node.left, node.right]) {
        if (part.kind === 'abs' || (part.kind === 'operation' && isComparison(part.operator))) walk(part);
        else show(part);
      }
    } else show(node);
  };
  walk(rule.root);
  return [...sides].join('; ');
}

function side(
  node: Node,
  rule: Rule,
  facts: RuleFacts,
  figureOf: (operand: Operand) => Figure,
): string | null {
  if (node.kind === 'number') return null;
  if (node.kind === 'plan-due') return `hạn kế hoạch = ${dueInWords(facts)}`;
  const names = write(node, (operand) => nameOf(operand), facts);
  const figures = write(node, (operand) => writeFigure(figureOf(operand)), facts);
  if (node.kind === 'figure') return `${names} = ${figures}`;
  const result = evaluateRule({ ...rule, root: node }, facts);
  return typeof result === 'number'
    ? `${names} = ${figures} = ${writeNumber(result)}`
    : `${names} = ${figures}`;
}

function write(node: Node, operand: (operand: Operand) => string, facts: RuleFacts): string {
  switch (node.kind) {
    case 'number':
      return writeNumber(node.value);
    case 'figure':
      return operand(node.operand);
    case 'plan-due':
      return dueInWords(facts);
    case 'abs':
      return `|${write(node.of, operand, facts)}|`;
    case 'operation':
      return `${write(node.left, operand, facts)} ${symbols[node.operator] ?? node.operator} ${write(node.right, operand, facts)}`;
  }
}

const symbols: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '<=': '≤', '>=': '≥', '<=>': '⇔' };

function isComparison(operator: string): boolean {
  return ['=', '<=', '>=', '<', '>', '<=>'].includes(operator);
}

function nameOf({ indicator, cumulative, previous }: Operand): string {
  const which = [cumulative && 'lũy kế', previous && 'kỳ trước'].filter(Boolean).join(' ');
  return which === '' ? indicator : `${indicator} (${which})`;
}

function writeFigure(figure: Figure): string {
  if (figure === null) return '—';
  if (typeof figure === 'number') return writeNumber(figure);
  return /^\d{4}-\d{2}-\d{2}$/.test(figure) ? writeDate(figure) : figure;
}

function dueInWords({ planDue: due }: RuleFacts): string {
  return due == null ? '—' : writeDate(new Date(due * 86_400_000).toISOString().slice(0, 10));
}

/** The rule as people write it: `A08 ≤ A05`, `B08 = B11 (kỳ trước)`. */
function inWords(rule: string, facts: RuleFacts): string {
  return rule
    .replace(/previous\(cumulative\((\w+)\)\)/g, '$1 (lũy kế kỳ trước)')
    .replace(/previous\((\w+)\)/g, '$1 (kỳ trước)')
    .replace(/cumulative\((\w+)\)/g, '$1 (lũy kế)')
    .replace(/abs\((.*)\)/, '|$1|')
    .replace(/planDue\(\)/g, dueInWords(facts))
    .replace(/<=>|<=|>=|\*|\//g, (symbol) => symbols[symbol] ?? symbol);
}
