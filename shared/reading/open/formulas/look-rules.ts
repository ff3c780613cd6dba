/** Decides in which cells the rules hold that take something away from how a sheet looks. */
import type { DraftCell } from '../sheets/finish-sheets.ts';
import type { AreaRule, LookRule, TakenAway } from '../sheets/look-rules.ts';
import type { FormulaBook } from './book.ts';
import type { Formula } from './parse.ts';
import { FormulaError, NotComputable, truthOf } from './values.ts';

export interface RuledSheet {
  readonly name: string;
  readonly all: readonly DraftCell[];
  readonly rules?: readonly AreaRule[];
}

type Taken = readonly [cell: DraftCell, by: TakenAway];

/** The cells in which a rule strikes or hides what they show, or, of figures, may do so. */
export function takenByRules(
  sheets: readonly RuledSheet[],
  book: FormulaBook,
): ReadonlyMap<DraftCell, TakenAway> {
  const taken = sheets.flatMap((sheet) => [...inAreas(sheet, book), ...inCells(sheet, book)]);
  // What is certain outweighs what may be.
  return new Map(taken.toSorted(([, a], [, b]) => Number(a.certain) - Number(b.certain)));
}

function inAreas({ name, rules = [] }: RuledSheet, book: FormulaBook): readonly Taken[] {
  return rules.flatMap((rule) => {
    const [first] = rule.areas;
    if (!first) return [];
    return rule.areas.flatMap(({ from, to }) =>
      book.cellsWithin({ kind: 'reference', sheet: name, from, to }).flatMap((cell) => {
        const moved = { rows: cell.row - first.from.row, columns: cell.column - first.from.column };
        return decided(cell, rule, (formula) => holds({ ...formula, ...moved }, name, book));
      }),
    );
  });
}

function inCells({ name, all }: RuledSheet, book: FormulaBook): readonly Taken[] {
  return all.flatMap((cell) =>
    (cell.rules ?? []).flatMap((rule) => decided(cell, rule, (formula) => holds(formula, name, book))),
  );
}

function decided(
  cell: DraftCell,
  rule: LookRule,
  ask: (formula: Formula) => boolean | undefined,
): readonly Taken[] {
  // Many a sheet shows no noughts.
  if (rule.why === 'hidden-text' && cell.number === 0) return [];
  const asked = (formula: Formula | null) => (formula === null ? undefined : ask(formula));
  const own = asked(rule.holds);
  if (own === false) return [];
  const before = rule.unless.map(asked);
  if (before.includes(true)) return [];
  const certain = rule.certain && own === true && !before.includes(undefined);
  const isFigure = cell.number !== undefined || /^\s*\p{Nd}/u.test(cell.text);
  return certain || isFigure ? [[cell, { why: rule.why, certain }]] : [];
}

/** Undefined where it cannot be worked out. */
function holds(formula: Formula, sheet: string, book: FormulaBook): boolean | undefined {
  const value = book.computeAlone(formula, sheet);
  try {
    const truth = value === undefined ? undefined : truthOf(value);
    return truth instanceof FormulaError ? false : truth;
  } catch (error) {
    if (error instanceof NotComputable) return undefined;
    throw error;
  }
}
