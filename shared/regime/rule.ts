/**
 * The language of cross-checks and formulas: `A05 = A06 + A07`, `(A02 = 0) <=> (A03 = 0)`,
 * `abs(B14 - 100 * B13 / B12) <= 0.05`, `B08 = previous(B11)`.
 *
 * An operand is an indicator's code (its value in the period), `it` (see Check.forEach), a number, or one of
 * `cumulative(X)`, `previous(X)`, `previous(cumulative(X))`, `abs(…)`, `planDue()`. A rule about a date compares it
 * as days since 1970. What is not known (a blank cell, a division by zero) makes the whole answer `null`:
 * the check is skipped, never failed.
 */

import jsep from 'jsep';
import { RejectError } from '../vocabulary/errors.ts';

jsep.addBinaryOp('=', 6);
jsep.addBinaryOp('<=>', 3);

/** The rule cannot be understood; the message says what stands there and what may. */
export class RuleNotUnderstood extends RejectError {
  override readonly name = 'RuleNotUnderstood';
  readonly code = 'RULE_NOT_UNDERSTOOD';
  readonly mendable = true;
}

/** One figure a rule asks for. */
export interface Operand {
  readonly indicator: string;
  readonly cumulative: boolean;
  readonly previous: boolean;
}

export interface RuleFacts {
  /** The figure, or null where it is not known. */
  readonly figure: (operand: Operand) => number | null;
  /** The last day for the unit's plan as days since 1970, or null. */
  readonly planDue?: number | null;
}

type Node =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'figure'; readonly operand: Operand }
  | { readonly kind: 'plan-due' }
  | { readonly kind: 'abs'; readonly of: Node }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Node; readonly right: Node };

type Operator = '+' | '-' | '*' | '/' | '=' | '<=' | '>=' | '<' | '>' | '<=>';
const operators: readonly string[] = ['+', '-', '*', '/', '=', '<=', '>=', '<', '>', '<=>'];

export interface Rule {
  /** The codes named, `it` included, each once. */
  readonly names: readonly string[];
  /** The figures named, each once, in the order of the text. */
  readonly operands: readonly Operand[];
  readonly root: Node;
}

/** Parses a rule; `it` is replaced by `subject` where given. Throws RuleNotUnderstood. */
export function parseRule(text: string, subject?: string): Rule {
  let tree: jsep.Expression;
  try {
    tree = jsep(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RuleNotUnderstood(`the rule "${text}" cannot be parsed: ${reason}`, { cause });
  }
  const operands = new Map<string, Operand>();
  const root = build(tree, { text, subject, operands, cumulative: false, previous: false });
  const all = [...operands.values()];
  return { names: [...new Set(all.map((operand) => operand.indicator))], operands: all, root };
}

interface Building {
  readonly text: string;
  readonly subject: string | undefined;
  readonly operands: Map<string, Operand>;
  readonly cumulative: boolean;
  readonly previous: boolean;
}

function build(expression: jsep.Expression, at: Building): Node {
  if (isKind<jsep.Literal>(expression, 'Literal') && typeof expression.value === 'number') {
    return { kind: 'number', value: expression.value };
  }
  if (isKind<jsep.Identifier>(expression, 'Identifier')) {
    const indicator = expression.name === 'it' && at.subject !== undefined ? at.subject : expression.name;
    const operand = { indicator, cumulative: at.cumulative, previous: at.previous };
    at.operands.set(JSON.stringify(operand), operand);
    return { kind: 'figure', operand };
  }
  if (
    isKind<jsep.BinaryExpression>(expression, 'BinaryExpression') &&
    operators.includes(expression.operator)
  ) {
    return {
      kind: 'operation',
      operator: expression.operator as Operator,
      left: build(expression.left, at),
      right: build(expression.right, at),
    };
  }
  if (isKind<jsep.CallExpression>(expression, 'CallExpression')) return buildCall(expression, at);
  throw new RuleNotUnderstood(
    `the rule "${at.text}" has a part that is neither a code, a number nor a comparison`,
  );
}

function buildCall(call: jsep.CallExpression, at: Building): Node {
  const name = isKind<jsep.Identifier>(call.callee, 'Identifier') ? call.callee.name : '';
  const [argument] = call.arguments;
  if (name === 'planDue' && argument === undefined) return { kind: 'plan-due' };
  if (argument !== undefined && call.arguments.length === 1) {
    if (name === 'abs') return { kind: 'abs', of: build(argument, at) };
    if (name === 'cumulative') return build(argument, { ...at, cumulative: true });
    if (name === 'previous') return build(argument, { ...at, previous: true });
  }
  throw new RuleNotUnderstood(
    `the rule "${at.text}" calls ${name}(…): only abs(x), cumulative(X), previous(X) and planDue() are known`,
  );
}

function isKind<T extends jsep.Expression>(expression: jsep.Expression, type: T['type']): expression is T {
  return expression.type === type;
}

/** Whether it asks for a figure of the period before; not where it cannot be understood. */
export function comparesPeriods(text: string): boolean {
  try {
    return parseRule(text).operands.some(({ previous }) => previous);
  } catch (error) {
    if (error instanceof RuleNotUnderstood) return false;
    throw error;
  }
}

/** True or false for a comparison, the number for a formula, null where a figure is not known. */
export function evaluateRule(rule: Rule, facts: RuleFacts): number | boolean | null {
  return evaluate(rule.root, facts);
}

function evaluate(node: Node, facts: RuleFacts): number | boolean | null {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'figure':
      return facts.figure(node.operand);
    case 'plan-due':
      return facts.planDue ?? null;
    case 'abs': {
      const value = evaluate(node.of, facts);
      return typeof value === 'number' ? Math.abs(value) : null;
    }
    case 'operation':
      return operate(node.operator, evaluate(node.left, facts), evaluate(node.right, facts));
  }
}

// Sums of decimal fractions miss equality by a few ulps (0.1 + 0.2); figures of reports have at most two decimals.
const tolerance = 1e-9;

function operate(
  operator: Operator,
  left: number | boolean | null,
  right: number | boolean | null,
): number | boolean | null {
  if (left === null || right === null) return null;
  if (operator === '<=>') return left === right;
  const a = Number(left);
  const b = Number(right);
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? null : a / b;
    case '=':
      return Math.abs(a - b) <= tolerance;
    case '<=':
      return a <= b + tolerance;
    case '>=':
      return a >= b - tolerance;
    case '<':
      return a < b - tolerance;
    case '>':
      return a > b + tolerance;
  }
}
