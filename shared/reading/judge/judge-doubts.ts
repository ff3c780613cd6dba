/** Where a table could not be put together beyond doubt: a report that rests on such a place is rejected. */
import type { Indicator } from '../../regime/regime.ts';
import { pdfFindings as words } from '../../wording/pdf-findings.ts';
import type { Cell, Doubt, NeutralDocument, Table } from '../model/document.ts';
import { finding } from '../model/finding.ts';
import type { Finding, ReadingRegime } from '../model/reading.ts';
import type { Form, FormRow } from '../understand/form-rows.ts';
import { notTakenApart } from './lost-rows.ts';
import { besideStrays, unassigned } from './unassigned.ts';

interface Doubtful {
  readonly cell: Cell;
  readonly doubt: Doubt;
}

/**
 * The doubts that touch a form: its headings, its rows, and what else with digits stands among them. One finding for
 * each column and reason.
 */
export function judgeDoubts(
  document: NeutralDocument,
  forms: readonly Form[],
  regime: ReadingRegime,
): readonly Finding[] {
  return forms.flatMap((form) => {
    const { table, layouts, rows, span } = form;
    const headings = new Set(layouts.flatMap(({ cells }) => cells));
    // A name tells nothing where the code beside it does, nor does a remark.
    const spared = new Set(
      rows.flatMap(({ match, cells: { note, name } }) => [note, match.by === 'code' ? name : undefined]),
    );
    const taken = new Set(rows.flatMap(({ cells }) => Object.values(cells)));
    const known = new Set(rows.map(({ cells }) => firstRow(cells)));
    // A row that means nothing may do so for its doubt alone.
    const hidesFigure = (row: number) =>
      !known.has(row) && table.cells.some((cell) => cell.row === row && /\d/.test(cell.text));
    const touches = (cell: Cell) =>
      headings.has(cell) ||
      (taken.has(cell) && !spared.has(cell)) ||
      // Where no heading was understood, what stands above is one.
      cell.row < Math.min(...rows.map(({ cells }) => firstRow(cells))) ||
      (!spared.has(cell) &&
        cell.row >= span.from &&
        cell.row <= span.to &&
        (/\d/.test(cell.text) || hidesFigure(cell.row)));
    const more = new Map([...besideStrays(document, form, regime), ...unassigned(form)]);
    return said(table, touches, more);
  });
}

function firstRow(cells: FormRow['cells']): number {
  return Object.values(cells)[0]?.row ?? 0;
}

/** Rows that are not missing but were not told apart. */
export function judgeRowsInDoubt(
  document: NeutralDocument,
  forms: readonly Form[],
  absent: readonly Indicator[],
  regime: ReadingRegime,
): readonly Finding[] {
  if (absent.length === 0) return [];
  return [...notTakenApart(document, forms, absent, regime)].flatMap(([table, doubts]) =>
    said(table, () => false, doubts),
  );
}

/** The doubts about all other tables: what a report seems to lack may stand there. */
export function judgeOtherDoubts(document: NeutralDocument, forms: readonly Form[]): readonly Finding[] {
  const known = new Set(forms.map(({ table }) => table));
  return document.blocks.flatMap((block) =>
    block.kind === 'table' && !block.hidden && !known.has(block) ? said(block, () => true) : [],
  );
}

function said(
  table: Table,
  touches: (cell: Cell) => boolean,
  more: ReadonlyMap<Cell, Doubt> = new Map(),
): readonly Finding[] {
  const doubtful = table.cells.flatMap((cell): Doubtful[] => {
    const doubt = cell.doubt && touches(cell) ? cell.doubt : more.get(cell);
    return doubt ? [{ cell, doubt }] : [];
  });
  // A row that is cut otherwise is so in all its columns.
  const groups = Map.groupBy(doubtful, ({ cell, doubt }) =>
    doubt.why === 'shifted' ? doubt.why : `${cell.column} ${doubt.why}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { cell, doubt } = first;
    const { source } = cell;
    const place = {
      why: doubt.why,
      page: doubt.page,
      // A sheet has no number; what is said of one names none.
      table: 'table' in source ? source.table : 0,
      rows: [...new Set(group.map(({ cell: each }) => each.row))],
      column: cell.column,
    };
    return [finding(words.TABLE_IN_DOUBT(place), { where: source, found: cell.text })];
  });
}
