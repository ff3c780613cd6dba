/** Rows of a table as a rich text gives them: cells by their right edges, which make columns only all together. */
import type { DocumentDraft } from '../docx/document-draft.ts';
import type { FinishedParagraph } from '../docx/paragraph-draft.ts';

export interface RtfCell {
  /** In twips from the page's margin. */
  readonly right: number;
  readonly vertical: 'none' | 'restart' | 'continue';
  /** Goes on from the cell to its left. */
  readonly continuesLeft: boolean;
  readonly paragraphs: readonly FinishedParagraph[];
}

export interface RtfRow {
  readonly left: number;
  /** In twips where it is exactly so high; null where it grows with its text. */
  readonly height: number | null;
  readonly cells: readonly RtfCell[];
}

/** Edges drawn by hand rarely meet; columns are never as narrow. */
const SAME_EDGE = 60;

/** Puts the rows of one table into the document. */
export function addTable(draft: DocumentDraft, rows: readonly RtfRow[]): void {
  const edges = edgesOf(rows);
  const columnAt = (edge: number) => edges.findIndex((each) => edge <= each + SAME_EDGE);
  const table = draft.openTable();
  for (const { left, height, cells } of rows) {
    table.openRow();
    if (height !== null) table.setHeight(height);
    let column = columnAt(left);
    table.skipColumns(column);
    for (const { right, vertical, continuesLeft, paragraphs } of cells) {
      const cell = table.openCell();
      const end = columnAt(right);
      cell.columnSpan = Math.max(1, end - column);
      cell.vertical = vertical;
      cell.continuesLeft = continuesLeft;
      const flow = draft.cellFlow(cell, table);
      for (const paragraph of paragraphs) flow.paragraph(paragraph);
      table.closeCell(cell, (where) => draft.skipped.add('cell', 'covered-by-merge', where));
      column = Math.max(column + 1, end);
    }
    table.closeRow();
  }
  draft.body.table(table);
}

/** All edges of the table from left to right, those that nearly meet as one. */
function edgesOf(rows: readonly RtfRow[]): readonly number[] {
  const all = rows.flatMap(({ left, cells }) => [left, ...cells.map(({ right }) => right)]);
  const edges: number[] = [];
  for (const edge of all.toSorted((a, b) => a - b)) {
    const last = edges.at(-1);
    if (last === undefined || edge - last > SAME_EDGE) edges.push(edge);
  }
  return edges;
}
