/** Lines that are drawn dot by dot. */
import { type Ruling, SHORTEST } from '../rulings.ts';

/** In points: how far dots of a line are apart, how far off it, and how long it is at least. */
const NEXT_DOT = 3;
const SAME_LINE = 0.6;
const LEAST_LENGTH = 9;

/** The lines as they are, with those that dots make instead of the dots. */
export function withoutDots(rulings: readonly Ruling[]): readonly Ruling[] {
  const lines = rulings.filter((each) => !isDot(each));
  if (lines.length === rulings.length) return rulings;
  return [...lines, ...[true, false].flatMap((upright) => dotted(rulings, upright))];
}

function isDot({ from, to }: Ruling): boolean {
  return to - from < SHORTEST;
}

function dotted(rulings: readonly Ruling[], upright: boolean): readonly Ruling[] {
  const dots = rulings.filter((each) => each.upright === upright && isDot(each));
  const sorted = dots.toSorted((a, b) => a.at - b.at);
  const found: Ruling[] = [];
  let row: Ruling[] = [];
  for (const dot of sorted) {
    if (row[0] && dot.at - row[0].at > SAME_LINE) {
      found.push(...chains(row));
      row = [];
    }
    row.push(dot);
  }
  return [...found, ...chains(row)];
}

function chains(row: readonly Ruling[]): readonly Ruling[] {
  const found: { upright: boolean; at: number; from: number; to: number }[] = [];
  for (const { upright, at, from, to } of row.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from - last.to <= NEXT_DOT) last.to = Math.max(last.to, to);
    else found.push({ upright, at, from, to });
  }
  return found.filter(({ from, to }) => to - from >= LEAST_LENGTH);
}
