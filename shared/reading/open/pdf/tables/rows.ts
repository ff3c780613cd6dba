/** Which lines of a table without lines between its rows are one row. */

import { firstWordEnd } from '../words.ts';
import type { PlacedSegment } from './columns.ts';
import { isFigure } from './figures.ts';

export interface PlacedLine {
  readonly baseline: number;
  readonly page: number;
  /** A ruled line stands above it. */
  readonly ruledAbove: boolean;
  readonly placed: readonly PlacedSegment[];
}

/** Of a letter's size: lines that overlap, lines of one text, and how much wider a gap between rows is. */
const OVERLAP = 0.75;
const NEXT_LINE = 1.5;
const WIDER = 1.15;
const SPACE = 0.25;
/** So many ruled lines between lines are lines between rows. */
const FEWEST_RULED = 3;

/** The row of each line, counting from 1. */
export function rowsOfLines(lines: readonly PlacedLine[]): readonly number[] {
  const ruled = lines.filter(({ ruledAbove }) => ruledAbove).length >= FEWEST_RULED;
  const strips: PlacedLine[][] = [];
  for (const line of lines) {
    const last = strips.at(-1);
    if (last && !line.ruledAbove) last.push(line);
    else strips.push([line]);
  }
  const found: number[] = [];
  for (const strip of strips) {
    const before = found.at(-1) ?? 0;
    found.push(...rowsIn(strip, ruled).map((row) => before + row));
  }
  return found;
}

/** @param alone the lines stand between two ruled ones that separate rows */
function rowsIn(lines: readonly PlacedLine[], alone: boolean): readonly number[] {
  const groups = overlapping(lines);
  const first = groups.findIndex((group) => group.some(hasFigures));
  const isAnchor = (group: readonly PlacedLine[], n: number) =>
    group.some(hasFigures) || (first >= 0 && n > first && group.some(beginsRow));
  const anchors = groups.flatMap((group, n) => (isAnchor(group, n) ? [n] : []));
  if (alone && anchors.length < 2 && !groups.flat().some(spans)) return lines.map(() => 1);
  const homes =
    anchors.length === 0 ? headingRows(groups) : [...headings(groups, anchors), ...bodyRows(groups, anchors)];
  const rows: number[] = [];
  groups.forEach((group, n) => {
    for (const _ of group) rows.push(homes[n] ?? 1);
  });
  return rows;
}

/** Lines that stand beside each other though not on one line: figures in the middle of a name of two lines. */
function overlapping(lines: readonly PlacedLine[]): readonly (readonly PlacedLine[])[] {
  const groups: PlacedLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const near = last && distance(last, line) < OVERLAP * sizeOf(line);
    if (group && near && group.every((each) => !meet(each, line))) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

function meet(a: PlacedLine, b: PlacedLine): boolean {
  return a.placed.some((one) => b.placed.some((other) => one.from <= other.to && other.from <= one.to));
}

function hasFigures({ placed }: PlacedLine): boolean {
  return placed.some(({ segment }) => isFigure(segment));
}

/** A row of words alone begins in the first column, and holds something behind it. */
function beginsRow({ placed }: PlacedLine): boolean {
  const [first] = placed;
  return placed.length > 1 && first?.from === 1 && !RUNS_ON.test(first.segment.text);
}

function spans({ placed }: PlacedLine): boolean {
  return placed.some(({ from, to }) => from < to);
}

/** The rows of titles: those of several lines are one, unless a title stands over several others. */
function headingRows(groups: readonly (readonly PlacedLine[])[]): readonly number[] {
  const tiers = groups.slice(0, -1).some((group) => group.some(spans));
  let row = 0;
  return groups.map((group, n) => {
    const before = groups[n - 1];
    const [line, above] = [group[0], before?.at(-1)];
    const close = line && above && distance(above, line) <= NEXT_LINE * sizeOf(line);
    const oneTitle = close && goesOnAsTitle(group, before ?? []) && (!tiers || isBelow(group, before ?? []));
    if (!oneTitle) row += 1;
    return row;
  });
}

/** Whether titles are the second line of those above them, not a row of their own below them. */
function goesOnAsTitle(group: readonly PlacedLine[], before: readonly PlacedLine[]): boolean {
  const own = group.flatMap(({ placed }) => placed);
  const above = before.flatMap(({ placed }) => placed);
  if (own.some(({ segment }) => RUNS_ON.test(segment.text))) return true;
  return (
    [...own, ...above].every(({ segment }) => segment.bold) &&
    !own.some(({ segment }) => SECTION.test(segment.text))
  );
}

/** Whether each title goes on with one of the row before that is as wide. */
function isBelow(group: readonly PlacedLine[], before: readonly PlacedLine[]): boolean {
  const above = before.flatMap(({ placed }) => placed);
  return group
    .flatMap(({ placed }) => placed)
    .every((each) => above.some(({ from, to }) => from === each.from && to === each.to));
}

/** What stands above the first row of figures, without the lines of its own name. */
function headings(groups: readonly (readonly PlacedLine[])[], anchors: readonly number[]): readonly number[] {
  return headingRows(groups.slice(0, anchors[0] ?? 0));
}

/** Rows of figures; a line of words alone belongs to one of them, or is a row of its own. */
function bodyRows(groups: readonly (readonly PlacedLine[])[], anchors: readonly number[]): readonly number[] {
  let row = headings(groups, anchors).at(-1) ?? 0;
  const rights = rightsOf(groups.flat());
  return anchors.flatMap((anchor, n) => {
    row += 1;
    const own = row;
    const next = anchors[n + 1] ?? groups.length;
    const between = groups.slice(anchor + 1, next);
    const { above, below } = splitOf(groups[anchor] ?? [], between, groups[next] ?? null, rights);
    row += below - above;
    return [own, ...between.map((_, m) => (m < above ? own : m < below ? own + 1 + m - above : row + 1))];
  });
}

/** Where the longest line of each column ends. */
function rightsOf(lines: readonly PlacedLine[]): ReadonlyMap<number, number> {
  const rights = new Map<number, number>();
  for (const { placed } of lines) {
    for (const { segment, from, to } of placed) {
      if (from === to) rights.set(to, Math.max(rights.get(to) ?? 0, segment.right));
    }
  }
  return rights;
}

interface Split {
  /** So many lines belong to the row above. */
  readonly above: number;
  /** From here on they belong to the row below; what stands between are rows of their own. */
  readonly below: number;
}

function splitOf(
  above: readonly PlacedLine[],
  between: readonly (readonly PlacedLine[])[],
  below: readonly PlacedLine[] | null,
  rights: ReadonlyMap<number, number>,
): Split {
  const chain = [above, ...between, ...(below ? [below] : [])];
  const gaps = chain.slice(1).map((group, n) => gapBetween(chain[n] ?? [], group));
  const end = between.length;
  // Rows stand further apart than the lines of one.
  const widest = gaps.indexOf(Math.max(...gaps));
  const others = gaps.filter((_, n) => n !== widest);
  const close = others.length > 0 && Math.max(...others) <= NEXT_LINE;
  if (below && close && (gaps[widest] ?? 0) > WIDER * Math.max(...others))
    return { above: widest, below: widest };
  let from = 0;
  const isNext = (n: number) => (gaps[n] ?? 0) <= NEXT_LINE;
  while (from < end && isNext(from) && continues(between[from] ?? [], chain[from] ?? [], rights)) from += 1;
  let to = end;
  while (below && to > from && isNext(to) && begins(between[to - 1] ?? [], chain[to + 1] ?? [])) {
    to -= 1;
  }
  return { above: from, below: to };
}

/** Whether words are the beginning of what stands below them: that goes on with them, or has no words of its own. */
function begins(group: readonly PlacedLine[], below: readonly PlacedLine[]): boolean {
  const words = group.flatMap(({ placed }) => placed).filter(isWords);
  const under = below.flatMap(({ placed }) => placed).filter(isWords);
  const own = under.filter((each) => words.some(({ from, to }) => from <= each.to && each.from <= to));
  return own.length === 0 ? words.length > 0 : own.every(({ segment }) => RUNS_ON.test(segment.text));
}

/** Names begin with a capital, what runs on does not. */
const SECTION = /^([IVX]{1,5}|\d{1,2}|[A-Za-z])([.)]|\.\d{1,2})*$/;
const RUNS_ON = /^[\p{Ll}(,;]/u;

function isWords({ segment }: PlacedSegment): boolean {
  return /\p{L}/u.test(segment.text);
}

/** Whether a line goes on with what stands above it: it begins as no name does, or had no room there. */
function continues(
  group: readonly PlacedLine[],
  above: readonly PlacedLine[],
  rights: ReadonlyMap<number, number>,
): boolean {
  const words = group.flatMap(({ placed }) => placed).filter(isWords);
  const over = above.flatMap(({ placed }) => placed);
  return (
    words.length > 0 &&
    words.every(({ segment, from, to }) => {
      if (RUNS_ON.test(segment.text)) return true;
      const last = over.findLast((each) => each.from === from && each.to === to && from === to)?.segment;
      const needed = firstWordEnd(segment) - segment.left + SPACE * segment.size;
      return (
        last !== undefined &&
        last.words.length > 1 &&
        last.right + needed > (rights.get(to) ?? Number.POSITIVE_INFINITY)
      );
    })
  );
}

/** In parts of a letter's size. */
function gapBetween(above: readonly PlacedLine[], below: readonly PlacedLine[]): number {
  const [last, first] = [above.at(-1), below[0]];
  return last && first ? distance(last, first) / sizeOf(first) : Number.POSITIVE_INFINITY;
}

/** From one page to the next nothing is known of it. */
function distance(above: PlacedLine, below: PlacedLine): number {
  return above.page === below.page ? below.baseline - above.baseline : Number.POSITIVE_INFINITY;
}

function sizeOf({ placed }: PlacedLine): number {
  return Math.max(...placed.map(({ segment }) => segment.size));
}
