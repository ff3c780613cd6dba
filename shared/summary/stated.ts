/** Where what units state of the year, or of the year so far, is another figure than the report tells. */
import { languageOf } from '../regime/language.ts';
import { nameAsPart } from '../wording/documents.ts';
import { leadingOf, leadsSoFar } from './report/standing-of-figures.ts';
import type { Summary, Total } from './summary.ts';

export interface StatedOtherwise {
  readonly indicator: string;
  /** What the periods add up to, and what it would be by what units that lack a period state of the whole year. */
  readonly added: number;
  readonly stated: number;
}

/** Of a year, the farthest off first: a period that is missing is missing in its sums. */
export function statedOtherwise({ regime, totals, gaps }: Summary): readonly StatedOtherwise[] {
  const language = languageOf(regime);
  const lacking = new Set(gaps.map(({ unit }) => unit));
  const summed = new Set(
    regime.indicators
      .filter(({ acrossUnits, acrossPeriods }) => acrossUnits === 'sum' && acrossPeriods === 'sum')
      // A part goes with its whole, and says nothing without its name.
      .filter((each) => nameAsPart(each, language) === null)
      .map(({ code }) => code),
  );
  return totals
    .flatMap((total): StatedOtherwise[] => {
      const more = summed.has(total.indicator) ? missingIn(total, lacking) : 0;
      if (total.value === null || Math.abs(more) < 1e-6) return [];
      return [{ indicator: total.indicator, added: total.value, stated: total.value + more }];
    })
    .toSorted((a, b) => share(b) - share(a));
}

function missingIn({ contributions }: Total, lacking: ReadonlySet<string>): number {
  return contributions.reduce((sum, { unit, value, cumulative, added }) => {
    const counts = lacking.has(unit) && added.value && added.cumulative && typeof cumulative === 'number';
    return counts ? sum + cumulative - (typeof value === 'number' ? value : 0) : sum;
  }, 0);
}

function share({ added, stated }: StatedOtherwise): number {
  return Math.abs(stated - added) / (1 + Math.abs(added));
}

/**
 * Of the year so far: codes of figures whose cumulative one is not told, because it is at odds with the period before or
 * with others, or not everybody gave both figures.
 */
export function untoldSoFar(summary: Summary): readonly string[] {
  return summary.totals.flatMap((total) => {
    const indicator = summary.regime.indicators.find(({ code }) => code === total.indicator);
    if (!indicator || !leadsSoFar(summary, indicator)) return [];
    if (total.value === null && total.cumulative === null) return [];
    return leadingOf(summary, indicator, total).value === null ? [total.indicator] : [];
  });
}
