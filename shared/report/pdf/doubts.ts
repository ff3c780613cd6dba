/** What in a rebuilt table may be something else than the page shows. */
import type { Doubt, DoubtReason } from '../document.ts';
import type { Segment, TextLine } from './text-lines.ts';

/** A figure by itself, as it stands in a cell. */
const FIGURE = /^[-–+(]?\d[\d.,\s]*%?\)?$/;

export function isFigure({ text }: { readonly text: string }): boolean {
  return FIGURE.test(text);
}

/** The doubt about a cell with these lines; null where there is none. */
export function doubtOf(lines: readonly TextLine[], page: number): Doubt | null {
  const why = reasonFor(lines.flatMap(({ segments }) => segments));
  return why && { why, page };
}

function reasonFor(segments: readonly Segment[]): DoubtReason | null {
  if (segments.some(({ turned }) => turned)) return 'turned';
  return segments.filter(isFigure).length > 1 ? 'figures' : null;
}
