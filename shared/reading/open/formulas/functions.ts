/** The functions that forms of figures use. */
import { FormulaError, type FormulaValue, notComputable, numberOf, truthOf } from './values.ts';

/** An argument: values of an area (blank cells left out), or one value; `size` counts blank cells, too. */
export interface Argument {
  readonly values: readonly FormulaValue[];
  readonly size: number;
  readonly isArea: boolean;
}

type Compute = (given: readonly Argument[]) => FormulaValue;

/** Functions whose arguments are all worked out first; IF and its kin stand in evaluate.ts. */
export const functions: ReadonlyMap<string, Compute> = new Map<string, Compute>([
  ['SUM', over((numbers) => numbers.reduce((sum, each) => sum + each, 0))],
  ['PRODUCT', over((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum * each, 1)))],
  [
    'AVERAGE',
    over((numbers) =>
      quotient(
        numbers.reduce((sum, each) => sum + each, 0),
        numbers.length,
      ),
    ),
  ],
  ['MIN', over((numbers) => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0))],
  ['MAX', over((numbers) => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0))],
  ['COUNT', (given) => valuesOf(given).filter((value) => typeof value === 'number').length],
  ['COUNTA', (given) => valuesOf(given).filter((value) => value !== null).length],
  ['COUNTBLANK', ([area]) => blankIn(needed(area))],
  ['ROUND', rounding((scaled) => Math.sign(scaled) * Math.floor(Math.abs(scaled) + 0.5))],
  ['ROUNDUP', rounding((scaled) => Math.sign(scaled) * Math.ceil(Math.abs(scaled)))],
  ['ROUNDDOWN', rounding(Math.trunc)],
  ['TRUNC', rounding(Math.trunc)],
  ['INT', numeric(([value = 0]) => Math.floor(value))],
  ['ABS', numeric(([value = 0]) => Math.abs(value))],
  ['SIGN', numeric(([value = 0]) => Math.sign(value))],
  ['SQRT', numeric(([value = 0]) => (value < 0 ? new FormulaError('#NUM!') : Math.sqrt(value)))],
  ['POWER', numeric(([base = 0, exponent = 0]) => finite(base ** exponent))],
  ['QUOTIENT', numeric(([a = 0, b = 0]) => (b === 0 ? divisionByZero : Math.trunc(a / b)))],
  ['MOD', numeric(([a = 0, b = 0]) => (b === 0 ? divisionByZero : a - b * Math.floor(a / b)))],
  ['AND', (given) => truths(given, (all) => all.every(Boolean))],
  ['OR', (given) => truths(given, (all) => all.some(Boolean))],
  ['NOT', ([value]) => truths(value ? [value] : [], ([truth]) => truth !== true)],
  ['ISBLANK', ([value]) => single(value) === null],
  ['ISNUMBER', ([value]) => typeof single(value) === 'number'],
  ['ISTEXT', ([value]) => typeof single(value) === 'string'],
  ['ISERROR', ([value]) => single(value) instanceof FormulaError],
  ['N', ([value]) => (typeof single(value) === 'number' ? single(value) : 0)],
  ['SUMPRODUCT', sumProduct],
]);

export const divisionByZero = new FormulaError('#DIV/0!');

/** `#DIV/0!` where `b` is 0. */
export function quotient(a: number, b: number): FormulaValue {
  return b === 0 ? divisionByZero : a / b;
}

/** `#NUM!` for what is no number that a cell could hold. */
export function finite(value: number): FormulaValue {
  return Number.isFinite(value) ? value : new FormulaError('#NUM!');
}

function needed(argument: Argument | undefined): Argument {
  if (!argument) throw notComputable;
  return argument;
}

function blankIn({ size, values }: Argument): number {
  return size - values.filter((value) => value !== null && value !== '').length;
}

function valuesOf(given: readonly Argument[]): readonly FormulaValue[] {
  return given.flatMap(({ values }) => values);
}

function single(argument: Argument | undefined): FormulaValue {
  const { size, values } = needed(argument);
  if (size !== 1) throw notComputable;
  return values[0] ?? null;
}

/** In areas texts and truths do not count; given by themselves they are taken for numbers. */
function numbersIn(given: readonly Argument[]): readonly number[] | FormulaError {
  const numbers: number[] = [];
  for (const { values, isArea } of given) {
    for (const value of values) {
      if (value instanceof FormulaError) return value;
      const number = isArea ? value : numberOf(value);
      if (number instanceof FormulaError) return number;
      if (typeof number === 'number') numbers.push(number);
    }
  }
  return numbers;
}

function over(compute: (numbers: readonly number[]) => FormulaValue): Compute {
  return (given) => {
    const numbers = numbersIn(given);
    return numbers instanceof FormulaError ? numbers : compute(numbers);
  };
}

function numeric(compute: (numbers: readonly number[]) => FormulaValue): Compute {
  return (given) => {
    const numbers = given.map((each) => numberOf(single(each)));
    const error = numbers.find((each) => each instanceof FormulaError);
    return error ?? compute(numbers.filter((each) => typeof each === 'number'));
  };
}

function rounding(round: (scaled: number) => number): Compute {
  return numeric(([value = 0, digits = 0]) => {
    const factor = 10 ** Math.trunc(digits);
    // 1.005 × 100 is 100.49999999999999 in binary; 15 digits are what a spreadsheet itself keeps.
    return round(Number((value * factor).toPrecision(15))) / factor;
  });
}

function truths(given: readonly Argument[], judge: (all: readonly boolean[]) => boolean): FormulaValue {
  const all: boolean[] = [];
  for (const value of valuesOf(given)) {
    const truth = truthOf(value);
    if (truth instanceof FormulaError) return truth;
    all.push(truth);
  }
  return judge(all);
}

function sumProduct(given: readonly Argument[]): FormulaValue {
  // Blank cells are not listed, so only areas without them line up.
  const [first] = given;
  if (!first || given.some(({ size, values }) => size !== first.size || values.length !== size))
    throw notComputable;
  let sum = 0;
  for (let at = 0; at < first.size; at += 1) {
    let product = 1;
    for (const { values } of given) {
      const value = values[at] ?? null;
      if (value instanceof FormulaError) return value;
      product *= typeof value === 'number' ? value : 0;
    }
    sum += product;
  }
  return sum;
}
