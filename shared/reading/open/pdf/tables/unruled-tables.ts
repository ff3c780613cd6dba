/** Finds, among lines of text, those that stand in columns: tables without borders, and what stands side by side. */
import type { Doubt } from '../../../model/document.ts';
import type { PageLine } from '../page-layout.ts';
import type { Segment } from '../words.ts';
import { placeInColumns } from './columns.ts';
import { doubtsOf } from './doubts.ts';
import { cutSegment, figuresAtTheEnd, type Gap, gapsIn, isEntry, isFigure, isLeader } from './figures.ts';
import { byGutters } from './gutters.ts';
import { headingCells } from './headings.ts';
import { rowsByGaps } from './row-gaps.ts';
import { type PlacedLine, rowsOfLines } from './rows.ts';
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

/** "1." and its text stand this far apart at most; what is further is a column of its own. */
const LABEL_GAP = 45;
const LABEL = /^([-–+•*]|\(?([IVX]{1,5}|\d{1,2}|[a-zđ])(\.\d{1,2})*[.)])$/u;
/** Parts of a letter's size between lines of one table, and between lines of one cell. */
const NEXT_ROW = 4;
const NEXT_LINE = 1.5;
const NEXT_TITLE = 1.35;
const NEXT_TIER = 2.7;
const CLOSER = 1.15;
/** So many lines above tell the columns: a row may leave its last ones blank. */
const NEAR = 12;
/** In points. */
const ALIGNED = 2;
/** Lines of one segment alone between rows: titles of parts, names broken into lines. */
const MOST_SINGLE = 3;
/** Words of a column's title, and of a line of prose. */
const LONGEST_TITLE = 8;
const SHORTEST_PROSE = 5;
/** Of a table's places, those that hold something. */
const FEWEST_FILLED = 0.3;
/** Of lines of prose in two columns, those that have both; and how even they are. */
const MOST = 0.7;
const EVEN = 1.3;

/** The lines as they are, but for those that stand in columns. */
export function findUnruled(lines: readonly PageLine[]): readonly (PageLine | UnruledTable)[] {
  const found: (PageLine | UnruledTable)[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line) break;
    const end = isSeveral(line) ? endOfBlock(lines, at) : at + 1;
    const start = isSeveral(line) ? headStart(lines, at) : at;
    // What was taken for text and stands over the titles is one of them.
    let above = 0;
    while (above < at - start && found.at(-1) === lines[at - above - 1]) {
      found.pop();
      above += 1;
    }
    const block = lines.slice(at - above, end);
    found.push(...(isSeveral(line) ? tablesIn(block) : block));
    at = end;
  }
  return found;
}

function isSeveral({ segments }: PageLine): boolean {
  const [first, second, third] = segments;
  const last = segments.at(-1);
  if (last && last.words.length > 2 && figuresAtTheEnd(last) > 1) return true;
  if (segments.some(({ words }) => words.some((word, n) => n > 0 && n < words.length - 1 && isLeader(word))))
    return true;
  if (!first || !second) return false;
  const label = LABEL.test(first.text) && second.left - first.right < LABEL_GAP;
  return third !== undefined || !label;
}

function endOfBlock(lines: readonly PageLine[], start: number): number {
  let end = start + 1;
  let at = start + 1;
  for (let single = 0; at < lines.length && single <= MOST_SINGLE; at += 1) {
    const [line, before] = [lines[at], lines[at - 1]];
    if (!line || !before || distance(before, line) > NEXT_ROW * sizeOf(line)) break;
    if (isSeveral(line)) {
      single = 0;
      end = at + 1;
    } else if (!lines.slice(Math.max(start, end - NEAR), end).some((row) => isWithinColumn(line, row))) {
      single += 1;
    }
  }
  // The last row's name may run on below it.
  for (; end < lines.length; end += 1) {
    const [line, before] = [lines[end], lines[end - 1]];
    if (!line || !before || line.segments.length > 1 || line.page !== before.page) break;
    const [own, others] = [distance(before, line), distancesIn(lines.slice(start, end))];
    const close = own <= NEXT_LINE * sizeOf(line) && own * 1.3 <= Math.max(...others);
    const lower = own <= NEXT_LINE * sizeOf(line) && /^[\p{Ll}(,;]/u.test(line.segments[0]?.text ?? '');
    if (line.ruledAbove || !(lower || (close && isUnder(line, before)))) break;
  }
  return end;
}

/** Whether a line goes on below one piece of a row, and reaches no other one. */
function isWithinColumn({ segments }: PageLine, row: PageLine): boolean {
  const [only, ...more] = segments;
  if (!only || more.length > 0) return false;
  const under = row.segments.findLastIndex(({ left }) => left <= only.left + ALIGNED);
  const next = row.segments[under + 1];
  return under >= 0 && next !== undefined && only.right < next.left;
}

function distancesIn(lines: readonly PageLine[]): readonly number[] {
  return lines.slice(1).flatMap((line, n) => {
    const before = lines[n];
    return before && before.page === line.page ? [distance(before, line)] : [];
  });
}

/** Tables may follow each other without a line between them: each begins with the titles of its columns. */
function tablesIn(block: readonly PageLine[]): readonly (PageLine | UnruledTable)[] {
  const isStart = (line: PageLine, n: number) => {
    const before = block[n - 1];
    if (!isTitles(line) || (before && (isTitles(before) || !hasFigures(before)))) return false;
    return !before || !goesOnFrom(n, block);
  };
  const starts = block.flatMap((line, n) => (isStart(line, n) ? [headStart(block, n)] : []));
  const cuts = [0, ...starts.filter((n) => n > 0), block.length];
  const parts = cuts.slice(1).map((end, n) => block.slice(cuts[n], end));
  const tables: (readonly PageLine[])[][] = [];
  for (const part of parts) {
    const last = tables.at(-1);
    if (last?.[0] && hasSameTitles(last[0], part)) last.push(part);
    else tables.push([part]);
  }
  return tables.flatMap((own): readonly (PageLine | UnruledTable)[] => {
    return gutteredTable(own) ?? own.flatMap(tablesByPlaces);
  });
}

/** Whether a part begins with the titles of another one, at the same places. */
function hasSameTitles(one: readonly PageLine[], other: readonly PageLine[]): boolean {
  const [first, again] = [one.find(isTitles), other.find(isTitles)];
  return (
    first !== undefined &&
    again?.segments.length === first.segments.length &&
    again.segments.every(({ text, left }, n) => {
      const same = first.segments[n];
      return same?.text === text && Math.abs(same.left - left) <= ALIGNED;
    })
  );
}

/** Where titles begin of which `at` is a line: titles of several lines stand above it, and such as go over several. */
function headStart(lines: readonly PageLine[], at: number): number {
  let start = at;
  for (; start > 0; start -= 1) {
    const [line, above] = [lines[start], lines[start - 1]];
    if (!line || !above || hasFigures(line) || !isTitleLine(above) || above.page !== line.page) break;
    if (isBold(above) !== isBold(line) || hasFigures(above)) break;
    const gap = line.baseline - above.baseline;
    const goesOver = ({ left, right }: Segment) =>
      lines
        .slice(start, at + 2)
        .some(({ segments }) => segments.filter((each) => each.left < right && left < each.right).length > 1);
    const close = gap <= NEXT_TITLE * sizeOf(line) && !line.ruledAbove;
    if (!close && !(gap <= NEXT_TIER * sizeOf(line) && above.segments.some(goesOver))) break;
    if (!isAmid(above, lines.slice(start, at + 2))) break;
  }
  return start;
}

/** A line of titles: few words, and no sentence ("Đơn vị tính: ha"). */
function isTitleLine({ segments }: PageLine): boolean {
  return segments.every(({ text }) => !text.includes(':') && text.split(' ').length <= LONGEST_TITLE);
}

/** Whether a line stands within the width of others, and does not begin where they do. */
function isAmid({ segments }: PageLine, below: readonly PageLine[]): boolean {
  const [left, right] = [
    leftOf(below),
    Math.max(...below.flatMap((line) => line.segments.map((each) => each.right))),
  ];
  return segments.every((each) => each.left > left + ALIGNED && each.right <= right + sizeOf({ segments }));
}

function leftOf(lines: readonly PageLine[]): number {
  return Math.min(...lines.map(({ segments }) => segments[0]?.left ?? 0));
}

function isBold({ segments }: PageLine): boolean {
  return segments.every(({ bold }) => bold);
}

/** Whether a line goes on with the row above it: it stands closer than rows do, or has fewer pieces on a new page. */
function goesOnFrom(n: number, block: readonly PageLine[]): boolean {
  const [first, before, line] = [block[0], block[n - 1], block[n]];
  if (!first || !before || !line || line.ruledAbove) return false;
  if (line.page !== before.page) return line.segments.length < first.segments.length - 1;
  const own = distance(before, line);
  return own <= NEXT_LINE * sizeOf(line) && own * CLOSER <= Math.max(...distancesIn(block.slice(0, n)));
}

function isTitles({ segments }: PageLine): boolean {
  const isTitle = ({ text }: Segment) =>
    /\p{L}/u.test(text) && !/\d/.test(text) && text.split(' ').length <= LONGEST_TITLE;
  return segments.length > 2 && segments.every(isTitle);
}

function hasFigures({ segments }: PageLine): boolean {
  return segments.some(({ text }) => /\d/.test(text));
}

/** A table whose columns gutters tell and whose titles and rows the gaps between lines. */
function gutteredTable(blocks: readonly (readonly PageLine[])[]): readonly UnruledTable[] | null {
  const guttered = byGutters(blocks);
  if (!guttered) return null;
  const { parts, columns } = guttered;
  const lines = parts.map(({ body }) =>
    body.map(({ line: { baseline, page, ruledAbove }, placed }, n): PlacedLine => {
      return { baseline, page, ruledAbove: ruledAbove || n === 0, placed };
    }),
  );
  const rows = rowsByGaps(lines.flat());
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

/** Whether two columns are running text: lines of several words in both, all as far apart as the lines of one text. */
function isProse(lines: readonly PlacedLine[]): boolean {
  const sides = [1, 2].map((side) =>
    lines.flatMap(({ placed }) => placed.flatMap(({ segment, to }) => (to === side ? [segment] : []))),
  );
  const isText = (own: readonly Segment[]) =>
    own.length > 2 && own.reduce((sum, { words }) => sum + words.length, 0) >= SHORTEST_PROSE * own.length;
  const pitches = lines.slice(1).map(({ baseline }, n) => baseline - (lines[n]?.baseline ?? 0));
  const beside = lines.filter(({ placed }) => placed.length > 1).length;
  return (
    sides.every(isText) && beside > MOST * lines.length && Math.max(...pitches) < EVEN * Math.min(...pitches)
  );
}

/** Prose in two columns is read one after the other. */
function flowing(lines: readonly PageLine[]): readonly PageLine[] {
  const starts = lines.flatMap(({ segments }) => (segments.length > 1 ? [segments[1]?.left ?? 0] : []));
  const border = Math.min(...starts) - 1;
  return [false, true].flatMap((right) => {
    const own = lines.flatMap((line) => {
      const segments = line.segments.filter(({ left }) => left >= border === right);
      return segments.length > 0 ? [{ ...line, segments }] : [];
    });
    const ends = own.flatMap(({ segments }) => segments);
    const area = {
      left: Math.min(...ends.map((segment) => segment.left)),
      right: Math.max(...ends.map((segment) => segment.right)),
    };
    return own.map((line) => ({ ...line, area }));
  });
}

/** What stands on one line without being a table: each piece by itself, but for a number and its text. */
function apart(line: PageLine): readonly PageLine[] {
  const [first, second] = line.segments;
  if (!first || !second || LABEL.test(first.text) || isEntry(first)) return [line];
  return line.segments.map((segment) => ({ ...line, segments: [segment], area: segment }));
}

function isUnder({ segments }: PageLine, above: PageLine): boolean {
  const [only] = segments;
  return above.segments.some(({ left, right }) => only && only.left < right && only.right > left);
}

/** From one page to the next nothing is known of it. */
function distance(above: PageLine, below: PageLine): number {
  return above.page === below.page ? below.baseline - above.baseline : 0;
}

function sizeOf({ segments }: Pick<PageLine, 'segments'>): number {
  return Math.max(...segments.map(({ size }) => size));
}
