/** Finds, among lines of text, those that stand in columns: tables without borders, and what stands side by side. */
import { type PlacedSegment, placeInColumns } from './columns.ts';
import type { PageLine } from './page-layout.ts';
import type { Segment } from './text-lines.ts';

export interface ColumnCell {
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  /** From top to bottom; never empty. */
  readonly segments: Segment[];
  readonly page: number;
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
/** Lines of one segment alone between rows: titles of parts, names broken into lines. */
const MOST_SINGLE = 3;
/** Words of a column's title. */
const LONGEST_TITLE = 8;
const ALIGNED = 2;
const SET_APART = 1.3;

/** The lines as they are, but for those that stand in columns. */
export function findUnruled(lines: readonly PageLine[]): readonly (PageLine | UnruledTable)[] {
  const found: (PageLine | UnruledTable)[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line) break;
    const end = isSeveral(line) ? endOfBlock(lines, at) : at + 1;
    const block = lines.slice(at, end);
    found.push(...(isSeveral(line) ? tablesIn(block) : block));
    at = end;
  }
  return found;
}

function isSeveral({ segments }: PageLine): boolean {
  const [first, second, third] = segments;
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
    } else single += 1;
  }
  // The last row's name may run on below it.
  for (; end < lines.length; end += 1) {
    const [line, before] = [lines[end], lines[end - 1]];
    if (!line || !before || line.segments.length > 1) break;
    const goesOn =
      runsOn(line, before) || (isClose(line, before, lines.slice(start, end)) && isUnder(line, before));
    if (!goesOn) break;
  }
  return end;
}

/** Tables may follow each other without a line between them: each begins with the titles of its columns. */
function tablesIn(block: readonly PageLine[]): readonly (PageLine | UnruledTable)[] {
  const starts = block.flatMap((line, n) => {
    const before = block[n - 1];
    return isTitles(line) && !(before && isTitles(before)) ? [n] : [];
  });
  const cuts = [0, ...starts.filter((n) => n > 0), block.length];
  return cuts.slice(1).flatMap((end, n) => tablesOf(block.slice(cuts[n], end)));
}

function isTitles({ segments }: PageLine): boolean {
  const isTitle = ({ text }: Segment) =>
    /\p{L}/u.test(text) && !/\d/.test(text) && text.split(' ').length <= LONGEST_TITLE;
  return segments.length > 2 && segments.every(isTitle);
}

function tablesOf(block: readonly PageLine[]): readonly (PageLine | UnruledTable)[] {
  const placed = placeInColumns(block);
  if (!placed) return block.map((line) => (isSeveral(line) ? sideBySide(line) : line));
  const rows: { row: number; cells: ColumnCell[] }[] = [];
  const rights = new Map<number, number>();
  for (const { segment, to } of placed.flat()) rights.set(to, Math.max(rights.get(to) ?? 0, segment.right));
  const isText = !placed.flat().some(({ segment }) => /^[\d.,%]+$/.test(segment.text));
  placed.forEach((segments, n) => {
    const [line, before] = [block[n], block[n - 1]];
    const last = rows.at(-1);
    const above = placed[n - 1] ?? [];
    const goesOn =
      line &&
      before &&
      (runsOn(line, before) ||
        (isText &&
          fills(segments, above, rights) &&
          (isOneText(segments, above) || isClose(line, before, block))));
    if (last && goesOn && fits(segments, last.cells)) {
      for (const each of segments) put(last.cells, last.row, each, line.page);
    } else {
      const row = rows.length + 1;
      const cells: ColumnCell[] = [];
      for (const each of segments) put(cells, row, each, line?.page ?? 0);
      rows.push({ row, cells });
    }
  });
  const columns = Math.max(...placed.flat().map(({ to }) => to));
  return [{ kind: 'unruled', columns, cells: rows.flatMap(({ cells }) => cells.toSorted(byColumn)) }];
}

function byColumn(a: ColumnCell, b: ColumnCell): number {
  return a.column - b.column;
}

function put(cells: ColumnCell[], row: number, { segment, from, to }: PlacedSegment, page: number): void {
  const known = cells.find(({ column, columnSpan }) => from < column + columnSpan && to >= column);
  if (known) known.segments.push(segment);
  else cells.push({ row, column: from, columnSpan: to - from + 1, segments: [segment], page });
}

/** Of what stands side by side once, each piece is a cell. */
function sideBySide({ segments, page }: PageLine): UnruledTable {
  const cells = segments.map((segment, n) => ({
    row: 1,
    column: n + 1,
    columnSpan: 1,
    segments: [segment],
    page,
  }));
  return { kind: 'unruled', columns: segments.length, cells };
}

/** Whether a line goes on with what the line above began: names begin with a capital, what runs on does not. */
function runsOn(line: PageLine, before: PageLine): boolean {
  if (distance(before, line) > NEXT_LINE * sizeOf(line)) return false;
  const words = line.segments.filter(isWords);
  return words.length > 0 && words.every(({ text }) => /^[\p{Ll}(,;]/u.test(text));
}

function isWords({ text }: Segment): boolean {
  return /\p{L}/u.test(text);
}

/** A row has one figure in a column: where there is one already, another row begins. */
function fits(segments: readonly PlacedSegment[], cells: readonly ColumnCell[]): boolean {
  return segments.every(({ segment, from, to }) => {
    const filled = cells.some(({ column, columnSpan }) => from < column + columnSpan && to >= column);
    return !filled || isWords(segment);
  });
}

/** Where there are no figures, a cell goes on in the next line if the line's first word had no room in its own. */
function fills(
  segments: readonly PlacedSegment[],
  above: readonly PlacedSegment[],
  rights: ReadonlyMap<number, number>,
): boolean {
  return segments.every(({ segment, from }) => {
    const over = above.find((each) => each.from === from);
    if (!over || /[.:;!?…]$/.test(over.segment.text)) return false;
    const word = segment.firstWordEnd - segment.left;
    return over.segment.right + word > (rights.get(from) ?? Number.POSITIVE_INFINITY);
  });
}

/** Titles in capitals, and what stands in the middle, are lines as somebody wrote them. */
function isOneText(segments: readonly PlacedSegment[], above: readonly PlacedSegment[]): boolean {
  return segments.every(({ segment, from }) => {
    const over = above.find((each) => each.from === from)?.segment;
    return over && /\p{Ll}/u.test(over.text) && Math.abs(segment.left - over.left) <= ALIGNED;
  });
}

function isUnder({ segments }: PageLine, above: PageLine): boolean {
  const [only] = segments;
  return above.segments.some(({ left, right }) => only && only.left < right && only.right > left);
}

/** Whether two lines stand closer than others of their block do: what is one text is not set apart. */
function isClose(line: PageLine, before: PageLine, block: readonly PageLine[]): boolean {
  const distances = block.flatMap((each, n) => {
    const over = block[n - 1];
    return over && over.page === each.page ? [distance(over, each)] : [];
  });
  const own = distance(before, line);
  return own <= NEXT_LINE * sizeOf(line) && own * SET_APART <= Math.max(...distances);
}

/** From one page to the next nothing is known of it. */
function distance(above: PageLine, below: PageLine): number {
  return above.page === below.page ? below.baseline - above.baseline : 0;
}

function sizeOf({ segments }: PageLine): number {
  return Math.max(...segments.map(({ size }) => size));
}
