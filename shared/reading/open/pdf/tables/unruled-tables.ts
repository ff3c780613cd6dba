/** Finds, among lines of text, those that stand in columns: tables without borders, and what stands side by side. */
import type { Doubt } from '../../../model/document.ts';
import type { PageLine } from '../page-layout.ts';
import type { Segment } from '../words.ts';
import { blocksOf, tablesIn } from './blocks.ts';
import { placeInColumns } from './columns.ts';
import { doubtsOf } from './doubts.ts';
import { cutSegment, type Gap, gapsIn, isFigure } from './figures.ts';
import { byGutters } from './gutters.ts';
import { headingCells } from './headings.ts';
import { rowsByGaps } from './row-gaps.ts';
import { type PlacedLine, rowsOfLines } from './rows.ts';
import { apart, flowing, isProse } from './side-by-side.ts';
import { rowsOfText } from './text-rows.ts';

export interface ColumnCell {
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  /** From top to bottom; never empty. */
  readonly segments: readonly Segment[];
  readonly page: number;
  readonly doubt: Doubt | null;
}

export interface UnruledTable {
  readonly kind: 'unruled';
  readonly columns: number;
  readonly cells: readonly ColumnCell[];
}

/** Of a table's places, those that hold something. */
const FEWEST_FILLED = 0.3;

/** The lines as they are, but for those that stand in columns. */
export function findUnruled(lines: readonly PageLine[]): readonly (PageLine | UnruledTable)[] {
  return blocksOf(lines).flatMap((block): readonly (PageLine | UnruledTable)[] => {
    if ('segments' in block) return [block];
    return tablesIn(block).flatMap(
      (own): readonly (PageLine | UnruledTable)[] => gutteredTable(own) ?? own.flatMap(tablesByPlaces),
    );
  });
}

/** A table whose columns gutters tell and whose titles and rows the gaps between lines. */
function gutteredTable(blocks: readonly (readonly PageLine[])[]): readonly UnruledTable[] | null {
  const guttered = byGutters(blocks);
  if (!guttered) return null;
  const { parts, columns } = guttered;
  const lines = parts.map(({ body }) =>
    body.map(({ line: { baseline, page, ruledAbove }, placed }): PlacedLine => {
      return { baseline, page, ruledAbove, placed };
    }),
  );
  const rows = rowsByGaps(lines);
  if (!rows) return null;
  const cells: DraftCell[] = [];
  let [row, at, shift] = [0, 0, 0];
  parts.forEach(({ head }, n) => {
    const titles = headingCells(head);
    cells.push(...titles.map((cell) => ({ ...cell, row: row + cell.row })));
    shift += Math.max(...titles.map((cell) => cell.row));
    const own = lines[n] ?? [];
    const numbers = rows.slice(at, at + own.length).map((number) => number + shift);
    cells.push(...cellsOf(own, numbers));
    at += own.length;
    row = numbers.at(-1) ?? row;
  });
  const doubts = doubtsOf(cells);
  return [
    { kind: 'unruled', columns, cells: cells.map((cell) => ({ ...cell, doubt: doubts.get(cell) ?? null })) },
  ];
}

function tablesByPlaces(block: readonly PageLine[]): readonly (PageLine | UnruledTable)[] {
  const cut = cutLines(block);
  const placed = placeInColumns(cut);
  if (!placed) return cut.flatMap(apart);
  const lines = cut.map(({ baseline, page, ruledAbove }, n): PlacedLine => {
    return { baseline, page, ruledAbove, placed: placed[n] ?? [] };
  });
  const figures = placed.flat().some(({ segment }) => isFigure(segment));
  const rows = figures ? rowsOfLines(lines) : rowsOfText(lines);
  const cells = cellsOf(lines, rows);
  const columns = Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan - 1));
  if (!figures && columns === 2 && isProse(lines)) return flowing(cut);
  if (!isTable(cells, columns, figures)) return block.flatMap(apart);
  const doubts = doubtsOf(cells);
  return [
    { kind: 'unruled', columns, cells: cells.map((cell) => ({ ...cell, doubt: doubts.get(cell) ?? null })) },
  ];
}

/** The lines with their segments cut where other lines of the block have gaps too. */
function cutLines(block: readonly PageLine[]): readonly PageLine[] {
  const gaps = block.map(({ segments }) => [
    ...segments.flatMap(gapsIn),
    ...segments.slice(1).map(({ left }, n): Gap => ({ left: segments[n]?.right ?? left, right: left })),
  ]);
  const meets = (gap: Gap) => (other: Gap) => gap.left < other.right && other.left < gap.right;
  return block.map((line, n) => {
    const isShared = (gap: Gap) => gaps.some((others, m) => m !== n && others.some(meets(gap)));
    return { ...line, segments: line.segments.flatMap((segment) => cutSegment(segment, isShared)) };
  });
}

interface DraftCell extends Omit<ColumnCell, 'segments' | 'doubt'> {
  readonly segments: Segment[];
}

function cellsOf(lines: readonly PlacedLine[], rows: readonly number[]): readonly DraftCell[] {
  const inRows = new Map<number, DraftCell[]>();
  lines.forEach(({ placed, page }, n) => {
    const row = rows[n] ?? 1;
    const cells = inRows.get(row) ?? [];
    inRows.set(row, cells);
    for (const { segment, from, to } of placed) {
      const known = cells.find(({ column, columnSpan }) => from < column + columnSpan && to >= column);
      if (known) known.segments.push(segment);
      else cells.push({ row, column: from, columnSpan: to - from + 1, segments: [segment], page });
    }
  });
  return [...inRows.values()].flatMap((cells) => cells.toSorted((a, b) => a.column - b.column));
}

/** Whether cells are a table, not prose in columns, the marks of a chart, or a line with its page's number. */
function isTable(cells: readonly DraftCell[], columns: number, figures: boolean): boolean {
  const rows = [...Map.groupBy(cells, ({ row }) => row).values()];
  if (rows.filter((row) => row.length > 1).length < 2) return false;
  if (figures) {
    const words = cells.some(({ segments }) => segments.some(({ text }) => /\p{L}{2}/u.test(text)));
    return (
      cells.length >= FEWEST_FILLED * rows.length * columns && (words || rows.every((row) => row.length > 1))
    );
  }
  return true;
}
