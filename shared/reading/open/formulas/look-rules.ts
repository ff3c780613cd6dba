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

interface Taken extends TakenAway {
  readonly cell: DraftCell;
}

/**
 * Takes the letters out of cells in which a rule strikes or hides them; where that is not beyond doubt they stay, and
 * `look-by-rule` is said of a figure.
 */
export function applyLookRules(sheets: readonly RuledSheet[], book: FormulaBook): void {
  // What a rule takes from a cell still counts for other rules.
  const taken = sheets.flatMap((sheet) => [...inAreas(sheet, book), ...inCells(sheet, book)]);
  for (const { cell, why, certain } of taken) {
    if (cell.leftOut || cell.text === '') continue;
    const what = why === 'struck-text' && certain ? 'deleted-text' : 'paragraph';
    cell.leftOut = [{ what, why: certain ? why : 'look-by-rule', text: cell.text }];
    if (certain) cell.text = '';
  }
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
  return certain || isFigure ? [{ cell, why: rule.why, certain }] : [];
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
