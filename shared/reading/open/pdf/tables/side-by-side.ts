/** What stands side by side without being a table: prose in two columns, pieces of one line. */
import type { PageLine } from '../page-layout.ts';
import type { Segment } from '../words.ts';
import { isLabel } from './blocks.ts';
import { isEntry } from './figures.ts';
import type { PlacedLine } from './rows.ts';

/** Words of a line of prose. */
const SHORTEST_PROSE = 5;
/** Of lines of prose in two columns, those that have both; and how even they are. */
const MOST = 0.7;
const EVEN = 1.3;

/** Whether two columns are running text: lines of several words in both, all as far apart as the lines of one text. */
export function isProse(lines: readonly PlacedLine[]): boolean {
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
export function flowing(lines: readonly PageLine[]): readonly PageLine[] {
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
export function apart(line: PageLine): readonly PageLine[] {
  const [first, second] = line.segments;
  if (!first || !second || isLabel(first) || isEntry(first)) return [line];
  return line.segments.map((segment) => ({ ...line, segments: [segment], area: segment }));
}
