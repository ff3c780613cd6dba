/** Lines of a page or a cell → paragraphs, as they were before somebody's program broke them into lines. */
import { isBrokenDate, isFigure } from './tables/figures.ts';
import type { TextLine } from './text-lines.ts';
import { firstWordEnd, lastWordStart, type Run, type Segment } from './words.ts';

/** One line of running text. */
export interface Line {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly baseline: number;
  readonly left: number;
  readonly right: number;
  /** How wide the first and the last word are. */
  readonly firstWord: number;
  readonly lastWord: number;
  readonly size: number;
  readonly bold: boolean;
  /** Where it stands if that is only a part of the page's width: in one of two columns, beside something else. */
  readonly area: Area | null;
}

export interface FoundParagraph {
  readonly runs: readonly Run[];
  readonly bold: boolean;
}

/** Begins a paragraph wherever it stands: a bullet, "1.", "1.1.", "a)", "II." before more text. */
const LABEL = /^([-–+•*]|\(?([IVX]{1,5}|\d{1,2}|[a-zđ])(\.\d{1,2})*[.)])(\s|$)/u;
const INDENT = 5;
/** Of a letter's size: the space that a next word would need; what programs reckon differently, in points. */
const SPACE = 0.25;
const SLACK = 1;
/** Lines of one paragraph are hardly further apart than the closest ones of the page. */
const PITCH = 1.22;

/** The segments of a line that is no row of a table, as one: a number and its text stand apart. */
export function lineOf({ baseline, segments }: TextLine): Line {
  const runs = segments.flatMap(({ runs: own }, n) =>
    own.map((run, m) => (n > 0 && m === 0 ? { ...run, text: ` ${run.text}` } : run)),
  );
  const [first, last] = [segments[0], segments.at(-1)];
  const [left, right] = [first?.left ?? 0, last?.right ?? 0];
  return {
    text: segments.map(({ text }) => text).join(' '),
    runs,
    baseline,
    left,
    right,
    firstWord: (first ? firstWordEnd(first) : left) - left,
    lastWord: right - (last ? lastWordStart(last) : right),
    size: Math.max(...segments.map(({ size }) => size)),
    // A heading's number often is not bold though the heading is.
    area: null,
    bold: (isLabel(first) ? segments.slice(1) : segments).every(({ bold }) => bold),
  };
}

/** Whether a segment is the number of what stands behind it. */
function isLabel(segment: Segment | undefined): boolean {
  return segment !== undefined && !/\s/.test(segment.text) && LABEL.test(segment.text);
}

/** Where lines begin and end that are full. */
export interface Area {
  readonly left: number;
  readonly right: number;
}

/** @param areaOf the area in which a line stands */
export function paragraphsOf(
  lines: readonly Line[],
  areaOf: (line: Line) => Area,
): readonly FoundParagraph[] {
  const pitch = closest(lines);
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && continues(open, line, areaOf(open.at(-1) ?? line), pitch)) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((own) => ({
    bold: own.every(({ bold }) => bold),
    runs: own.flatMap((line, n) => {
      const before = own[n - 1];
      const space = before && !isOneWord(before, line);
      return line.runs.map((run, m) => (space && m === 0 ? { ...run, text: ` ${run.text}` } : run));
    }),
  }));
}

function continues(open: readonly Line[], line: Line, area: Area, pitch: number): boolean {
  const [first, last] = [open[0], open.at(-1)];
  if (!first || !last) return false;
  if (
    last.area !== line.area &&
    (last.area?.left !== line.area?.left || last.area?.right !== line.area?.right)
  )
    return false;
  const apart = line.baseline - last.baseline;
  // What goes on at the top of the next page stands above, not below.
  if (apart > 0 && apart > Math.max(pitch * PITCH, last.size)) return false;
  if (line.bold !== last.bold || Math.abs(line.size - last.size) > 1.5) return false;
  if (isFigure(line) && isFigure(last)) return isBrokenDate([last.text, line.text]);
  if (LABEL.test(line.text) && /[.:;!?…]$/.test(last.text)) return false;
  if (LABEL.test(line.text) && /^([-–+•*]|\S+\s+\p{Lu})/u.test(line.text)) return false;
  const isCentred = Math.abs(centreOf(line) - centreOf(last)) < INDENT && line.left > area.left + 4 * INDENT;
  const room = isCentred
    ? 2 * Math.min(area.right - last.right, last.left - area.left)
    : area.right - last.right;
  if (line.firstWord + last.size * SPACE < room - SLACK) return false;
  const moved = line.left - last.left;
  if (isCentred || Math.abs(moved) <= INDENT) return true;
  // A first line set in, or lines that hang below a number.
  if (open.length > 1) return false;
  return moved < 0 ? true : LABEL.test(first.text);
}

function centreOf({ left, right }: Line): number {
  return (left + right) / 2;
}

/** A date too long for its line is broken wherever the line ends, and any word behind a hyphen in it. */
function isOneWord(above: Line, below: Line): boolean {
  if (/[\p{L}\p{N}][-–/]$/u.test(above.text)) return true;
  return isBrokenDate([above.text, below.text]);
}

/** The distance of the two lines that are closest to each other. */
function closest(lines: readonly Line[]): number {
  const distances = lines.flatMap(({ baseline, size }, n) => {
    const before = lines[n - 1];
    const distance = before ? baseline - before.baseline : 0;
    return before && distance >= 0.9 * size ? [distance] : [];
  });
  return Math.min(...distances, Number.POSITIVE_INFINITY);
}
