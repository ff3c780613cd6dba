/** Figures in one cell merged over the rows of several indicators: nobody can tell whose they are. */
import type { Indicator } from '../../regime/regime.ts';
import type { Cell } from '../model/document.ts';
import type { Form } from './form-rows.ts';

export interface SpanningFigure {
  readonly cell: Cell;
  /** From top to bottom, at least two. */
  readonly indicators: readonly Indicator[];
}

/** An answer in words may well be meant for each of the rows. */
const counted: ReadonlySet<Indicator['type']> = new Set(['count', 'percent']);

/** The cells of figures that reach into the row of another indicator of figures. */
export function spanningFigures({ rows }: Form): readonly SpanningFigure[] {
  return rows.flatMap(({ cells, layout }) =>
    [cells.value, cells.cumulative].flatMap((cell): SpanningFigure[] => {
      if (!cell || cell.rowSpan === 1) return [];
      const below = cell.row + cell.rowSpan;
      const covered = rows.filter(
        (each) => each.layout === layout && each.row >= cell.row && each.row < below,
      );
      const indicators = [...new Set(covered.map(({ match }) => match.indicator))];
      return indicators.length > 1 && indicators.every(({ type }) => counted.has(type))
        ? [{ cell, indicators }]
        : [];
    }),
  );
}
