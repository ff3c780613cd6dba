/** A check's comparison as people read it: every figure with its name and its cell, both sides worked out. */
import { evaluateRule, type Operand, type Rule, type RuleFacts } from '../../regime/rule.ts';
import { type Language, say } from '../../vocabulary/text.ts';
import { type Comparison, equationWords, lowerFirst, relations } from '../../wording/check-findings.ts';
import { placesOf } from '../../wording/places.ts';
import type { Source } from '../model/document.ts';
import type { Figure } from '../model/reading.ts';
import { writeDate } from '../understand/dates.ts';
import { writeNumber } from '../understand/numbers.ts';

/** What an equation needs to know of its operands. */
export interface Written {
  readonly rule: Rule;
  readonly facts: RuleFacts;
  readonly figureOf: (operand: Operand) => Figure;
  /** Null for figures of another report: their cells are not in the file people have before them. */
  readonly sourceOf: (operand: Operand) => Source | null;
  readonly nameOf: (indicator: string) => string;
  readonly language: Language;
}

type Node = Rule['root'];
type Operation = Extract<Node, { kind: 'operation' }>;

/** `(1) Số mô hình đăng ký (ô E15) = 3; (2) mô hình – tập thể (ô E16) 1 + mô hình – cá nhân (ô E17) 1 = 2`. */
export function writeEquation(written: Written): string {
  const named = new Set<string>();
  const { root } = written.rule;
  const found = [...new Set(sidesOf(root).map((side) => writeSide(side, written, named)))];
  // Where a value is expected, the sides need no numbers to be spoken of.
  const compared = root.kind === 'operation' && !differenceIn(root) && root.right.kind !== 'plan-due';
  const numbered = compared && found.length === 2;
  return found.map((side, n) => (numbered ? relations.numbered(side, n + 1) : side)).join('; ');
}

/** What should have been: `số (1) bằng số (2)`, `98,5 (chênh lệch không quá 0,05)`; null for a rule that compares nothing. */
export function writeExpected({ rule, facts }: Written): string | null {
  const { root } = rule;
  if (root.kind !== 'operation') return null;
  const bounded = differenceIn(root);
  if (bounded) {
    const most = numberOf(root.right, rule, facts);
    // A share is known by its parts: the figure that belongs into the cell can be named.
    const computed = bounded.right.kind === 'operation' ? numberOf(bounded.right, rule, facts) : null;
    return computed === null
      ? relations.apartAtMost(rounded(most))
      : relations.recomputed(rounded(computed), rounded(most));
  }
  if (root.right.kind === 'plan-due') return relations.notAfter(dueInWords(facts));
  if (root.operator === '<=>') {
    return [root.left, root.right].every(comparesWithZero)
      ? relations.bothZeroOrNot
      : relations.bothOrNeither;
  }
  if (!isComparison(root.operator)) return null;
  const { right } = root;
  if (right.kind === 'number') return relations.toNumber(root.operator, writeNumber(right.value));
  return relations.sides(root.operator);
}

const sides: Readonly<Record<Comparison, true>> = { '=': true, '<=': true, '>=': true, '<': true, '>': true };

function isComparison(operator: string): operator is Comparison {
  return operator in sides;
}

/** The parts of a comparison worth showing: plain numbers are not, `|x − y| ≤ c` is read as "x against y". */
function sidesOf(node: Node): readonly Node[] {
  if (node.kind === 'number') return [];
  if (node.kind !== 'operation' || !(node.operator in sides || node.operator === '<=>')) return [node];
  const bounded = differenceIn(node);
  return bounded ? [bounded.left, bounded.right] : [...sidesOf(node.left), ...sidesOf(node.right)];
}

/** The difference in `abs(x - y) <= c`. */
function differenceIn({ operator, left }: Operation): Operation | null {
  if (operator !== '<=' || left.kind !== 'abs' || left.of.kind !== 'operation') return null;
  return left.of.operator === '-' ? left.of : null;
}

function comparesWithZero(node: Node): boolean {
  return (
    node.kind === 'operation' &&
    node.operator === '=' &&
    node.right.kind === 'number' &&
    node.right.value === 0
  );
}

function writeSide(node: Node, written: Written, named: Set<string>): string {
  const { rule, facts } = written;
  if (node.kind === 'plan-due') return `${equationWords.planDue} = ${dueInWords(facts)}`;
  if (node.kind === 'figure') {
    return `${spoken(node.operand, written, named)} = ${figureInWords(written.figureOf(node.operand))}`;
  }
  const text = write(node, written, named);
  const result = numberOf(node, rule, facts);
  return `${isShare(node) ? `${equationWords.recomputed}: ` : ''}${text} = ${rounded(result)}`;
}

function write(node: Node, written: Written, named: Set<string>): string {
  switch (node.kind) {
    case 'number':
      return writeNumber(node.value);
    case 'figure': {
      const figure = figureInWords(written.figureOf(node.operand));
      return `${spoken(node.operand, written, named)} ${figure}`;
    }
    case 'plan-due':
      return dueInWords(written.facts);
    case 'abs':
      return `|${write(node.of, written, named)}|`;
    case 'operation':
      return `${write(node.left, written, named)} ${symbols[node.operator] ?? node.operator} ${write(node.right, written, named)}`;
  }
}

const symbols: Readonly<Record<string, string>> = { '-': '−', '*': '×', '/': '÷', '<=': '≤', '>=': '≥' };

/** The name with what tells it apart and its cell; an indicator named before is not named again. */
function spoken(operand: Operand, { language, nameOf, sourceOf }: Written, named: Set<string>): string {
  const source = sourceOf(operand);
  const place = source && say(placesOf([source]), language);
  const which = whichOf(operand);
  const repeated = named.has(operand.indicator);
  const name = repeated ? (which ?? equationWords.inPeriod) : nameOf(operand.indicator);
  const beside = [repeated ? null : which, place].filter(Boolean).join(', ');
  const first = named.size === 0;
  named.add(operand.indicator);
  return `${first ? name : lowerFirst(name)}${beside === '' ? '' : ` (${beside})`}`;
}

function whichOf({ cumulative, previous }: Operand): string | null {
  if (previous) return cumulative ? equationWords.previousCumulative : equationWords.previous;
  return cumulative ? equationWords.cumulative : null;
}

function isShare(node: Node): boolean {
  return node.kind === 'operation' && (node.operator === '/' || isShare(node.left) || isShare(node.right));
}

function numberOf(node: Node, rule: Rule, facts: RuleFacts): number | null {
  const result = evaluateRule({ ...rule, root: node }, facts);
  return typeof result === 'number' ? result : null;
}

/** Shares have more decimals than anybody writes down. */
function rounded(value: number | null): string {
  return value === null ? '—' : writeNumber(Math.round(value * 100) / 100);
}

function figureInWords(figure: Figure): string {
  if (figure === null) return '—';
  if (typeof figure === 'number') return writeNumber(figure);
  return /^\d{4}-\d{2}-\d{2}$/.test(figure) ? writeDate(figure) : figure;
}

function dueInWords({ planDue: due }: RuleFacts): string {
  return due == null ? '—' : writeDate(new Date(due * 86_400_000).toISOString().slice(0, 10));
}
