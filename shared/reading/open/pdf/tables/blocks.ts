/** Which lines of text may be tables without borders: several pieces beside each other, titles, names that run on. */
import type { PageLine } from '../page-layout.ts';
import type { Segment } from '../words.ts';
import { figuresAtTheEnd, isLeader } from './figures.ts';

/** "1." and its text stand this far apart at most; what is further is a column of its own. */
const LABEL_GAP = 45;
const LABEL = /^([-–+•*]|\(?([IVX]{1,5}|\d{1,2}|[a-zđ])(\.\d{1,2})*[.)])$/u;
/** Parts of a letter's size between lines of one table, and between lines of one cell. */
const NEXT_ROW = 4;
const NEXT_LINE = 1.5;
const NEXT_TITLE = 1.35;
const NEXT_TIER = 2.7;
const CLOSER = 1.15;
const CLOSE_BELOW = 1.3;
/** So many lines above tell the columns: a row may leave its last ones blank. */
const NEAR = 12;
/** In points. */
const ALIGNED = 2;
/** Lines of one segment alone between rows: titles of parts, names broken into lines. */
const MOST_SINGLE = 3;
/** Words of a column's title, and lines of titles. */
const LONGEST_TITLE = 8;
const MOST_TITLE_LINES = 40;

/** Lines of text that may be tables: from the titles to the last row. All others are by themselves. */
export function blocksOf(lines: readonly PageLine[]): readonly (PageLine | readonly PageLine[])[] {
  const found: (PageLine | readonly PageLine[])[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line) break;
    if (!isSeveral(line)) {
      found.push(line);
      at += 1;
      continue;
    }
    const start = headStart(lines, at);
    // What was taken for text and stands over the titles is one of them.
    let above = 0;
    while (above < at - start && found.at(-1) === lines[at - above - 1]) {
      found.pop();
      above += 1;
    }
    const end = endOfBlock(lines, at);
    found.push(lines.slice(at - above, end));
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
  const label = isLabel(first) && second.left - first.right < LABEL_GAP;
  return third !== undefined || !label;
}

/** The number or the dash of a list. */
export function isLabel({ text }: Segment): boolean {
  return LABEL.test(text);
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
  let furthest = furthestApart(lines.slice(start, end));
  for (; end < lines.length; end += 1) {
    const [line, before] = [lines[end], lines[end - 1]];
    if (!line || !before || line.segments.length > 1 || line.page !== before.page) break;
    const own = distance(before, line);
    const close = own <= NEXT_LINE * sizeOf(line) && own * CLOSE_BELOW <= furthest;
    const lower = own <= NEXT_LINE * sizeOf(line) && /^[\p{Ll}(,;]/u.test(line.segments[0]?.text ?? '');
    if (line.ruledAbove || !(lower || (close && isUnder(line, before)))) break;
    furthest = Math.max(furthest, own);
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

/** The greatest distance of two lines that follow each other on a page. */
function furthestApart(lines: readonly PageLine[]): number {
  return furthestBefore(lines).at(-1) ?? Number.NEGATIVE_INFINITY;
}

/** For each line the greatest of the distances above it. */
function furthestBefore(lines: readonly PageLine[]): readonly number[] {
  let furthest = Number.NEGATIVE_INFINITY;
  return lines.map((line, n) => {
    const before = lines[n - 1];
    if (before && before.page === line.page) furthest = Math.max(furthest, distance(before, line));
    return furthest;
  });
}

/**
 * The tables of a block, each in its parts: they may follow each other without a line between them, and begin with the
 * titles of their columns. One that is cut repeats them.
 */
export function tablesIn(block: readonly PageLine[]): readonly (readonly (readonly PageLine[])[])[] {
  const furthest = furthestBefore(block);
  const isStart = (line: PageLine, n: number) => {
    const before = block[n - 1];
    if (!isTitles(line) || (before && (isTitles(before) || !hasFigures(before)))) return false;
    return !before || !goesOnFrom(n, block, furthest[n - 1] ?? Number.NEGATIVE_INFINITY);
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
  return tables;
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
  for (; start > 0 && at - start < MOST_TITLE_LINES; start -= 1) {
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
function goesOnFrom(n: number, block: readonly PageLine[], furthest: number): boolean {
  const [first, before, line] = [block[0], block[n - 1], block[n]];
  if (!first || !before || !line || line.ruledAbove) return false;
  if (line.page !== before.page) return line.segments.length < first.segments.length - 1;
  const own = distance(before, line);
  return own <= NEXT_LINE * sizeOf(line) && own * CLOSER <= furthest;
}

function isTitles({ segments }: PageLine): boolean {
  const isTitle = ({ text }: Segment) =>
    /\p{L}/u.test(text) && !/\d/.test(text) && text.split(' ').length <= LONGEST_TITLE;
  return segments.length > 2 && segments.every(isTitle);
}

function hasFigures({ segments }: PageLine): boolean {
  return segments.some(({ text }) => /\d/.test(text));
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
