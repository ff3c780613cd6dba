/** Works formulas out over the cells of a workbook, in bounded time whatever they say. */
import { type Argument, finite, functions, quotient } from './functions.ts';
import { lookups, type Placed } from './lookups.ts';
import type { Node, Reference } from './parse.ts';
import { compare, FormulaError, type FormulaValue, notComputable, numberOf, truthOf } from './values.ts';

/** The cells that formulas refer to. */
export interface Cells {
  /** The filled cells of an area in reading order. @throws NotComputable */
  valuesIn(reference: Reference, ownSheet: string): readonly FormulaValue[];
  /** The same with their places, each worked out when it is asked for. @throws NotComputable */
  placedIn(reference: Reference, ownSheet: string): readonly Placed[];
  /** @throws NotComputable where rows or subtotals in it do not count */
  plainValuesIn(reference: Reference, ownSheet: string): readonly FormulaValue[];
}

type Lazy = (given: readonly Node[], evaluate: (node: Node) => FormulaValue) => FormulaValue;

/** Functions that leave some of their arguments alone. */
const lazy: ReadonlyMap<string, Lazy> = new Map<string, Lazy>([
  [
    'IF',
    ([condition, yes, no], evaluate) => {
      const truth = truthOf(evaluate(needed(condition)));
      if (truth instanceof FormulaError) return truth;
      const taken = truth ? yes : no;
      if (taken === undefined) return truth;
      return taken.kind === 'missing' ? 0 : evaluate(taken);
    },
  ],
  ['IFERROR', otherwise((value) => value instanceof FormulaError)],
  ['IFNA', otherwise((value) => value instanceof FormulaError && value.code === '#N/A')],
]);

function otherwise(applies: (value: FormulaValue) => boolean): Lazy {
  return ([tried, other], evaluate) => {
    const value = evaluate(needed(tried));
    if (!applies(value)) return value;
    return other?.kind === 'missing' ? 0 : evaluate(needed(other));
  };
}

function needed(node: Node | undefined): Node {
  if (!node) throw notComputable;
  return node;
}

/** Of SUBTOTAL only the sum, with and without rows that are hidden. */
const subtotals: ReadonlySet<FormulaValue> = new Set([9, 109]);

/** @throws NotComputable */
export function evaluate(node: Node, cells: Cells, ownSheet: string): FormulaValue {
  const of = (inner: Node) => evaluate(inner, cells, ownSheet);
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'error':
      return new FormulaError(node.code);
    case 'missing':
      throw notComputable;
    case 'reference':
      if (sizeOf(node) !== 1) throw notComputable;
      return cells.valuesIn(node, ownSheet)[0] ?? null;
    case 'negative':
      return arithmetic(0, of(node.of), (a, b) => a - b);
    case 'percent':
      return arithmetic(of(node.of), 100, (a, b) => a / b);
    case 'operation':
      return operate(node.operator, of(node.left), of(node.right));
    case 'call':
      return call(node, cells, ownSheet);
  }
}

function call(
  { name, given }: Extract<Node, { kind: 'call' }>,
  cells: Cells,
  ownSheet: string,
): FormulaValue {
  const of = (inner: Node) => evaluate(inner, cells, ownSheet);
  const special = lazy.get(name);
  if (special) return special(given, of);
  const lookup = lookups.get(name);
  if (lookup) {
    return lookup(given, { evaluate: of, placedIn: (reference) => cells.placedIn(reference, ownSheet) });
  }
  if (name === 'SUBTOTAL') {
    const [which, area, ...more] = given;
    if (area?.kind !== 'reference' || more.length > 0 || !subtotals.has(of(needed(which))))
      throw notComputable;
    const values = cells.plainValuesIn(area, ownSheet);
    return sumOf([{ values, size: sizeOf(area), isArea: true }]);
  }
  const compute = functions.get(name);
  if (!compute) throw notComputable;
  return compute(given.map((node) => argument(node, cells, ownSheet)));
}

function sumOf(given: readonly Argument[]): FormulaValue {
  return functions.get('SUM')?.(given) ?? null;
}

function argument(node: Node, cells: Cells, ownSheet: string): Argument {
  if (node.kind === 'reference') {
    return { values: cells.valuesIn(node, ownSheet), size: sizeOf(node), isArea: true };
  }
  // An argument that is left out counts as 0.
  const value = node.kind === 'missing' ? 0 : evaluate(node, cells, ownSheet);
  return { values: [value], size: 1, isArea: false };
}

function sizeOf({ from, to }: Reference): number {
  return (to.row - from.row + 1) * (to.column - from.column + 1);
}

function operate(operator: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (left instanceof FormulaError) return left;
  if (right instanceof FormulaError) return right;
  switch (operator) {
    case '+':
      return arithmetic(left, right, (a, b) => a + b);
    case '-':
      return arithmetic(left, right, (a, b) => a - b);
    case '*':
      return arithmetic(left, right, (a, b) => a * b);
    case '/':
      return arithmetic(left, right, (a, b) => quotient(a, b));
    case '^':
      return arithmetic(left, right, (a, b) => finite(a ** b));
    case '=':
      return compare(left, right) === 0;
    case '<>':
      return compare(left, right) !== 0;
    case '<':
      return compare(left, right) < 0;
    case '>':
      return compare(left, right) > 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>=':
      return compare(left, right) >= 0;
    default:
      // How numbers are written into a text depends on the program's language.
      return joined(left, right);
  }
}

function joined(left: FormulaValue, right: FormulaValue): FormulaValue {
  const [a, b] = [left ?? '', right ?? ''];
  if (typeof a !== 'string' || typeof b !== 'string') throw notComputable;
  return a + b;
}

function arithmetic(
  left: FormulaValue,
  right: FormulaValue,
  compute: (a: number, b: number) => FormulaValue,
): FormulaValue {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a instanceof FormulaError) return a;
  return b instanceof FormulaError ? b : compute(a, b);
}
