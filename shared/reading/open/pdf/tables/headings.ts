/** The titles of columns that stand in several lines, each its own way: cells of one row or two. */

import type { Segment } from '../words.ts';
import type { GutteredLine } from './gutters.ts';

export interface TitleCell {
  /** Counts from 1. */
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly segments: Segment[];
  readonly page: number;
}

interface Draft {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  bottom: number;
  readonly segments: Segment[];
  readonly page: number;
}

/** Of a letter's size: lines of one title are no further apart. */
const NEXT_LINE = 1.5;

/**
 * Titles as cells: what stands over several columns above what stands over one. A row of numbers below them is one of
 * its own.
 */
export function headingCells(lines: readonly GutteredLine[]): readonly TitleCell[] {
  const drafts: Draft[] = [];
  for (const { line, placed } of lines) {
    for (const { segment, from, to } of placed) {
      const above = drafts.findLast((each) => each.from === from && each.to === to);
      const close =
        above && above.page === line.page && line.baseline - above.bottom <= NEXT_LINE * segment.size;
      if (above && close && !isNumber(segment)) {
        above.segments.push(segment);
        above.bottom = line.baseline;
      } else {
        drafts.push({
          from,
          to,
          top: line.baseline,
          bottom: line.baseline,
          segments: [segment],
          page: line.page,
        });
      }
    }
  }
  const depth = new Map<Draft, number>();
  const over = (draft: Draft) =>
    drafts.filter(
      (other) =>
        other !== draft && other.bottom < draft.top && other.from <= draft.to && other.to >= draft.from,
    );
  for (const draft of drafts.toSorted((a, b) => a.top - b.top)) {
    depth.set(draft, 1 + Math.max(0, ...over(draft).map((each) => depth.get(each) ?? 0)));
  }
  const last = Math.max(...depth.values());
  return drafts.map((draft) => ({
    row: draft.segments.every(isNumber) ? last : (depth.get(draft) ?? 1),
    column: draft.from,
    columnSpan: draft.to - draft.from + 1,
    segments: draft.segments,
    page: draft.page,
  }));
}

/** What stands below titles to number them. */
function isNumber({ text }: Segment): boolean {
  return /^\(?\d{1,2}\)?$/.test(text);
}
