/** What can be said of a workbook's cells only when all of its sheets are read. */
import type { Cell } from '../../model/document.ts';
import type { FormulaCell } from '../formulas/settle.ts';
import type { LeftOutLetters } from '../looks/letters.ts';
import type { SkippedLog } from '../skipped-log.ts';

/** A cell on its way; where `text` is empty only what was left out, or a formula, tells of it. */
export type DraftCell = FormulaCell & { readonly leftOut?: readonly LeftOutLetters[] };

/** What a reader says of a cell's value, before it is known what other cells say. */
export type CellValue = Pick<
  Cell,
  'text' | 'legacyFont' | 'storedText' | 'decomposed' | 'number' | 'date' | 'percent' | 'trouble'
> &
  Pick<DraftCell, 'formula' | 'leftOut'>;

export interface DraftSheet {
  readonly name: string;
  /** Those that a merge covers are among them. */
  readonly all: readonly DraftCell[];
  /** In reading order. */
  readonly visible: readonly DraftCell[];
  readonly hiddenRows: ReadonlySet<number>;
}

/**
 * The cells of each sheet as the document lists them: results of formulas held against the formulas, letters that do
 * not count accounted for in `skipped`.
 */
export async function finishSheets(
  sheets: readonly DraftSheet[],
  skipped: SkippedLog,
): Promise<readonly (readonly Cell[])[]> {
  if (sheets.some(({ all }) => all.some(({ formula }) => formula !== undefined))) {
    // A part of its own in bundles: most reports have no formulas.
    const { settleFormulas } = await import('../formulas/settle.ts');
    settleFormulas(sheets.map(({ name, all, hiddenRows }) => ({ name, cells: all, hiddenRows })));
  }
  return sheets.map(({ visible }) => {
    if (!visible.some(isUnfinished)) return visible;
    return visible.flatMap((cell) => (isUnfinished(cell) ? finish(cell, skipped) : [cell]));
  });
}

function isUnfinished({ formula, leftOut }: DraftCell): boolean {
  return formula !== undefined || leftOut !== undefined;
}

function finish({ formula: _, leftOut = [], ...cell }: DraftCell, skipped: SkippedLog): readonly Cell[] {
  for (const { what, why, text } of leftOut) skipped.add(what, why, cell.source, 1, text);
  return cell.text === '' ? [] : [cell];
}

/** A value that its cell's look takes away as a whole: struck through, or in a format that shows nothing. */
export function withoutLetters(value: CellValue, why: 'struck-text' | 'hidden-text'): CellValue {
  const what = why === 'struck-text' ? 'deleted-text' : 'paragraph';
  return { ...value, text: '', leftOut: [{ what, why, text: value.text }] };
}
