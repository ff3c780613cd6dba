/** The figures that are shown first where nothing is compared. */
import { languageOf } from '../regime/language.ts';
import type { Indicator } from '../regime/regime.ts';
import { nameAsPart } from '../wording/documents.ts';
import { unbalanced } from './balances.ts';
import { totalOf } from './report/sentences.ts';
import { leadingOf } from './report/standing-of-figures.ts';
import type { Summary } from './summary.ts';

/** What the regime names, then the figures with which the report's sections begin, one of each at a time. */
export function mainFigures(summary: Summary): readonly { indicator: Indicator; value: number }[] {
  const first = summary.regime.report.mainFigures ?? [];
  const left = unbalanced(summary);
  const known = summary.regime.sections.map(({ id }) =>
    summary.regime.indicators.flatMap((indicator) => {
      const isPart = nameAsPart(indicator, languageOf(summary.regime)) !== null;
      const total = indicator.section === id && !isPart ? totalOf(summary, indicator.code) : undefined;
      const value = total && !left.has(indicator.code) && leadingOf(summary, indicator, total).value;
      return value ? [{ indicator, value }] : [];
    }),
  );
  const longest = Math.max(0, ...known.map(({ length }) => length));
  return Array.from({ length: longest }, (_, n) => known.flatMap((each) => each.slice(n, n + 1)))
    .flat()
    .toSorted((a, b) => placeIn(first, a.indicator.code) - placeIn(first, b.indicator.code));
}

function placeIn(named: readonly string[], code: string): number {
  const at = named.indexOf(code);
  return at < 0 ? named.length : at;
}
