import type { DraftCell } from '../sheets/finish-sheets.ts';
import type { Area } from './cell-address.ts';

const COLUMNS = 16_384;

/**
 * Gives the top left cell of each merged area its spans, and takes out the cells below it: people do not see them.
 * One sweep from top to bottom; the time is bounded by cells + merges, however the areas lie.
 * @param cells in reading order; taken over
 * @param onCovered told each cell that an area hides
 */
export function applyMerges(
  cells: DraftCell[],
  merges: readonly Area[],
  onCovered: (cell: DraftCell) => void,
): DraftCell[] {
  if (merges.length === 0) return cells;
  const areas = [...merges].sort((a, b) => a.from.row - b.from.row || a.from.column - b.from.column);
  const anchors = new Map(areas.map((area) => [keyOf(area.from), area]));
  /** For each column the row down to which an area above reaches. */
  const coveredTo = new Int32Array(COLUMNS + 1);
  const visible: DraftCell[] = [];
  let next = 0;
  for (const cell of cells) {
    for (let area = areas[next]; area && area.from.row <= cell.row; area = areas[++next]) {
      // An area that ended above this row hides nothing any more.
      if (area.to.row >= cell.row) coveredTo.fill(area.to.row, area.from.column, area.to.column + 1);
    }
    const anchor = anchors.get(keyOf(cell));
    if (anchor) {
      cell.rowSpan = anchor.to.row - anchor.from.row + 1;
      cell.columnSpan = anchor.to.column - anchor.from.column + 1;
    } else if ((coveredTo[cell.column] ?? 0) >= cell.row) {
      onCovered(cell);
      continue;
    }
    visible.push(cell);
  }
  return visible;
}

function keyOf({ row, column }: { readonly row: number; readonly column: number }): number {
  return row * (COLUMNS + 1) + column;
}
