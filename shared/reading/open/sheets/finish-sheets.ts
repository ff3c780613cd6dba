/** What can be said of a workbook's cells only when all of its sheets are read. */
import type { Cell } from '../../model/document.ts';
import type { FormulaCell } from '../formulas/book.ts';
import type { LeftOutLetters } from '../looks/letters.ts';
import type { SkippedLog } from '../skipped-log.ts';
import type { AreaRule, LookRule, TakenAway } from './look-rules.ts';

/** A cell on its way; where `text` is empty only what was left out, or a formula, tells of it. */
export type DraftCell = FormulaCell & {
  readonly leftOut?: readonly LeftOutLetters[];
  /** Those of its own, written for this very cell. */
  readonly rules?: readonly LookRule[];
};

/** What a reader says of a cell's value, before it is known what other cells say. */
export type CellValue = Pick<
  Cell,
  'text' | 'legacyFont' | 'storedText' | 'decomposed' | 'number' | 'date' | 'percent' | 'doubt' | 'trouble'
> &
  Pick<DraftCell, 'formula' | 'asStored' | 'leftOut' | 'rules'>;

export interface DraftSheet {
  readonly name: string;
  /** Those that a merge covers are among them. */
  readonly all: readonly DraftCell[];
  /** In reading order. */
  readonly visible: readonly DraftCell[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly rules?: readonly AreaRule[];
}

/**
 * The cells of each sheet as the document lists them: results of formulas held against the formulas, letters that do
 * not count accounted for in `skipped`.
 */
export async function finishSheets(
  sheets: readonly DraftSheet[],
  skipped: SkippedLog,
): Promise<readonly (readonly Cell[])[]> {
  let taken: ReadonlyMap<DraftCell, TakenAway> = new Map();
  const unfinished = sheets.map(({ all }) => all.filter(isUnfinished));
  const hasRules = sheets.some(({ rules = [] }) => rules.length > 0);
  if (hasRules || unfinished.flat().some(({ formula, rules }) => formula ?? rules)) {
    // A part of its own in bundles: most reports have neither.
    const { settleSheets } = await import('../formulas/settle-sheets.ts');
    taken = settleSheets(sheets);
  }
  return sheets.map(({ visible }, n) => {
    if (taken.size === 0 && unfinished[n]?.length === 0) return visible;
    return visible.flatMap((cell) => {
      const rule = taken.get(cell);
      if (rule && cell.leftOut === undefined && cell.text !== '') {
        const { what, why } = seenBy(rule);
        skipped.add(what, why, cell.source, 1, cell.text);
        if (rule.certain) return [];
      }
      return isUnfinished(cell) ? finish(cell, skipped) : [cell];
    });
  });
}

/** What is said of a cell whose look a rule changes. */
function seenBy({ why, certain }: TakenAway): Omit<LeftOutLetters, 'text'> {
  if (!certain) return { what: 'paragraph', why: 'look-by-rule' };
  return { what: why === 'struck-text' ? 'deleted-text' : 'paragraph', why };
}

/** Whether more is to be found out about the cell, or to be told of it, than a document's cell says. */
export function isUnfinished({
  formula,
  asStored,
  leftOut,
  rules,
}: Pick<DraftCell, 'formula' | 'asStored' | 'leftOut' | 'rules'>): boolean {
  return (formula ?? asStored ?? leftOut ?? rules) !== undefined;
}

function finish(
  { formula: _, rules: __, asStored: ___, leftOut = [], ...cell }: DraftCell,
  skipped: SkippedLog,
): readonly Cell[] {
  for (const { what, why, text } of leftOut) skipped.add(what, why, cell.source, 1, text);
  return cell.text === '' ? [] : [cell];
}

/** A value that its cell's look takes away as a whole: struck through, or in a format that shows nothing. */
export function withoutLetters(value: CellValue, why: 'struck-text' | 'hidden-text'): CellValue {
  const what = why === 'struck-text' ? 'deleted-text' : 'paragraph';
  return { ...value, text: '', leftOut: [{ what, why, text: value.text }] };
}
