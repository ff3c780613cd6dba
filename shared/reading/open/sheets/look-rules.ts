/** Rules by which a sheet changes how its cells look (conditional formats), as far as they take something away. */
import type { Formula } from '../formulas/parse.ts';
import { areAlike, type Colour, vanishes } from '../looks/colours.ts';
import { shapeOf, showsNothing } from '../number-shapes/number-format.ts';
import type { Area } from '../xlsx/cell-address.ts';

/** What a rule does to a cell in which it holds. */
export interface TakenAway {
  readonly why: 'struck-text' | 'hidden-text';
  /** Whether the cell's own look cannot undo it. */
  readonly certain: boolean;
}

export interface LookRule extends TakenAway {
  /** For its first cell; null for one that is not understood. */
  readonly holds: Formula | null;
  /** The rules before it that leave it no turn. */
  readonly unless: readonly (Formula | null)[];
}

/** A rule for areas; its formulas are written for the upper left corner of the first. */
export interface AreaRule extends LookRule {
  readonly areas: readonly Area[];
}

/** What a rule changes of a cell. */
export interface ChangedLook {
  readonly struck?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly letters?: Colour | undefined;
  readonly ground?: Colour | undefined;
  /** The code of a number format. */
  readonly format?: string | undefined;
  /** Its number format shows another number. */
  readonly another?: boolean | undefined;
}

const BLACK = '000000';

/** Null for a rule that takes nothing away: one that only paints. */
export function takenAwayBy(changed: ChangedLook): TakenAway | null {
  const { struck, hidden, letters, ground, format, another = false } = changed;
  if (struck) return { why: 'struck-text', certain: true };
  if (hidden || (format !== undefined && showsNothing(format))) return { why: 'hidden-text', certain: true };
  if (letters !== undefined && ground !== undefined) {
    return vanishes(letters, ground) ? { why: 'hidden-text', certain: true } : null;
  }
  // The other colour is the cell's own: most often white paper, and black letters.
  const mayVanish = ground === undefined ? vanishes(letters, null) : areAlike(ground, BLACK);
  const shape = format === undefined ? 'number' : shapeOf(format);
  const showsAnother = another || (typeof shape === 'object' && 'code' in shape);
  return mayVanish || showsAnother ? { why: 'hidden-text', certain: false } : null;
}

/** Comparisons of a cell, by the word that formats have for them; `%` stands for the cell. */
const COMPARISONS: Readonly<Record<string, string | undefined>> = {
  greaterThan: '%>(1)',
  greaterThanOrEqual: '%>=(1)',
  lessThan: '%<(1)',
  lessThanOrEqual: '%<=(1)',
  equal: '%=(1)',
  notEqual: '%<>(1)',
  between: '(%>=(1))*(%<=(2))',
  notBetween: '(%<(1))+(%>(2))',
};

/** @returns null for a word that is none of them */
export function comparison(word: string, cell: string, given: readonly string[]): string | null {
  const pattern = COMPARISONS[word];
  if (pattern === undefined || given.length === 0) return null;
  return pattern.replace(/%|\((\d)\)/g, (found, n?: string) =>
    n === undefined ? (found === '%' ? cell : found) : `(${given[Number(n) - 1] ?? ''})`,
  );
}
