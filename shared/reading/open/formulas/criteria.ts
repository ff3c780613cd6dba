/** What COUNTIF and its kin ask of a cell. */
import { compare, FormulaError, type FormulaValue, notComputable } from './values.ts';

const criterion = /^(<=|>=|<>|=|<|>)?(.*)$/s;
/** Wildcards, and what a program may be set to read as a regular expression. */
const PATTERN = /[*?~^$()|[\]{}+\\]|\.\*/;
const PLAIN_NUMBER = /^-?\d{1,15}$/;
/** Points and commas, shares, days and times are numbers in one language or another, or texts. */
const PERHAPS_NUMBER = /^[^\p{L}]*\d|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg|tháng).*\d/iu;
const NO_TEXT = /^#|^(true|false)$/i;

/** Tells of a value that is there whether it is asked for. */
export interface Criterion {
  /** Blank cells are what is asked for, too. */
  readonly takesBlanks: boolean;
  holds(value: FormulaValue): boolean;
}

/** @throws NotComputable for what programs read in their own way: wildcards, blanks, truths, fractions in a text */
export function criterionOf(wanted: FormulaValue): Criterion {
  if (wanted === null || wanted instanceof FormulaError || typeof wanted === 'boolean') throw notComputable;
  const [, operator = '=', right = ''] = criterion.exec(String(wanted)) ?? [];
  const number = typeof wanted === 'number' ? wanted : PLAIN_NUMBER.test(right) ? Number(right) : null;
  if (number === null && !isText(right)) throw notComputable;
  return {
    takesBlanks: operator === '<>',
    holds: (value) => {
      // A text of digits is that number for some.
      if (number !== null && typeof value === 'string' && /\d/.test(value)) throw notComputable;
      const alike = number === null ? typeof value === 'string' : typeof value === 'number';
      const order = alike ? compare(value, number ?? right) : Number.NaN;
      if (operator === '<>') return order !== 0;
      return (
        { '=': order === 0, '<': order < 0, '>': order > 0, '<=': order <= 0, '>=': order >= 0 }[operator] ??
        false
      );
    },
  };
}

function isText(right: string): boolean {
  return (
    right !== '' &&
    ![PATTERN, PERHAPS_NUMBER, NO_TEXT].some((each) => each.test(right)) &&
    right === right.trim()
  );
}

/** Whether a cell holds the very value that is looked up. @throws NotComputable as above */
export function isValue(key: FormulaValue): (value: FormulaValue) => boolean {
  if (key === null || key === '' || key instanceof FormulaError || typeof key === 'boolean')
    throw notComputable;
  if (typeof key === 'string' && PATTERN.test(key)) throw notComputable;
  return (value) => typeof value === typeof key && compare(value, key) === 0;
}
