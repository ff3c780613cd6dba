/** Which lines of a table of words alone are one row: a cell goes on in the next line where its own had no room. */

import { firstWordEnd } from '../words.ts';
import type { PlacedSegment } from './columns.ts';
import type { PlacedLine } from './rows.ts';

/** Of a letter's size between lines of one cell. */
const NEXT_LINE = 1.5;
const ALIGNED = 2;
const SET_APART = 1.3;

/** The row of each line, counting from 1. */
export function rowsOfText(lines: readonly PlacedLine[]): readonly number[] {
  const rights = new Map<number, number>();
  for (const { placed } of lines) {
    for (const { segment, to } of placed) rights.set(to, Math.max(rights.get(to) ?? 0, segment.right));
  }
  const furthest = furthestApart(lines);
  let row = 0;
  return lines.map((line, n) => {
    const before = lines[n - 1];
    const goesOn =
      before &&
      !line.ruledAbove &&
      (runsOn(line, before) ||
        (fills(line.placed, before.placed, rights) &&
          (isOneText(line.placed, before.placed) || isClose(line, before, furthest))));
    if (!goesOn) row += 1;
    return row;
  });
}

/** Whether a line goes on with what the line above began: names begin with a capital, what runs on does not. */
function runsOn(line: PlacedLine, before: PlacedLine): boolean {
  if (distance(before, line) > NEXT_LINE * sizeOf(line)) return false;
  const words = line.placed.filter(({ segment }) => /\p{L}/u.test(segment.text));
  return words.length > 0 && words.every(({ segment }) => /^[\p{Ll}(,;]/u.test(segment.text));
}

function fills(
  placed: readonly PlacedSegment[],
  above: readonly PlacedSegment[],
  rights: ReadonlyMap<number, number>,
): boolean {
  return placed.every(({ segment, from }) => {
    const over = above.find((each) => each.from === from);
    if (!over || /[.:;!?…]$/.test(over.segment.text)) return false;
    const word = firstWordEnd(segment) - segment.left;
    return over.segment.right + word > (rights.get(from) ?? Number.POSITIVE_INFINITY);
  });
}

/** Titles in capitals, and what stands in the middle, are lines as somebody wrote them. */
function isOneText(placed: readonly PlacedSegment[], above: readonly PlacedSegment[]): boolean {
  return placed.every(({ segment, from }) => {
    const over = above.find((each) => each.from === from)?.segment;
    return over && /\p{Ll}/u.test(over.text) && Math.abs(segment.left - over.left) <= ALIGNED;
  });
}

/** Whether two lines stand closer than others of their block do: what is one text is not set apart. */
function isClose(line: PlacedLine, before: PlacedLine, furthest: number): boolean {
  const own = distance(before, line);
  return own <= NEXT_LINE * sizeOf(line) && own * SET_APART <= furthest;
}

function furthestApart(lines: readonly PlacedLine[]): number {
  return lines.reduce((most, line, n) => {
    const above = lines[n - 1];
    return above?.page === line.page ? Math.max(most, distance(above, line)) : most;
  }, Number.NEGATIVE_INFINITY);
}

/** From one page to the next nothing is known of it. */
function distance(above: PlacedLine, below: PlacedLine): number {
  return above.page === below.page ? below.baseline - above.baseline : 0;
}

function sizeOf({ placed }: PlacedLine): number {
  return Math.max(...placed.map(({ segment }) => segment.size));
}
