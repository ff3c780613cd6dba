/** Which figures moved, and what units ask of the office itself: a few lines each, the rest lies in the workbook. */

import { choose } from '../../summary/choice/choose.ts';
import { commonBase } from '../../summary/comparison.ts';
import { movementsOf } from '../../summary/movements.ts';
import { baseOf, nameOfTotal } from '../../summary/report/sentences.ts';
import type { Summary } from '../../summary/summary.ts';
import { fill } from '../../vocabulary/text.ts';
import { changeClause } from '../../wording/changes.ts';
import { paperWords } from '../../wording/report.ts';
import { requests, moved as words } from '../../wording/summary-mail.ts';
import { withCurlyQuotes } from '../../wording/vietnamese.ts';
import type { Block } from '../layout/letter.ts';
import { writtenFigure, writtenNumber } from '../layout/notation.ts';
import { cut, oneLine } from '../layout/visible-text.ts';

const figuresShown = 5;
const requestsShown = 3;
const requestLimit = 180;

/** Nothing where nothing is compared, or nothing differs. */
export function movedBlocks(summary: Summary): Block[] {
  const shown = movementsOf(summary).slice(0, figuresShown);
  if (shown.length === 0) return [];
  return [
    { kind: 'heading', text: words.heading },
    {
      kind: 'entries',
      items: shown.map(({ indicator, total, against, now, before }) => {
        const compared = { now, before, inPoints: indicator.type === 'percent' };
        const measure =
          indicator.unitOfMeasure === '-' || indicator.type === 'percent'
            ? ''
            : ` ${indicator.unitOfMeasure}`;
        return {
          title: oneLine(nameOfTotal(summary, indicator, total)),
          text: `${writtenFigure(total.value, indicator.type)}${oneLine(measure)}, ${changeClause(compared, baseOf(summary, against))}`,
        };
      }),
    },
    ...(['previous', 'lastYear'] as const).flatMap((against): Block[] => {
      const units = shown.some((each) => each.against === against) ? commonBase(summary, against) : null;
      if (units === null) return [];
      return [
        { kind: 'paragraph', text: paperWords.comparedOver(baseOf(summary, against), units), quiet: true },
      ];
    }),
  ];
}

/** What units ask of the authority and of each other: it stays here and goes nowhere above. */
export function requestBlocks(summary: Summary): Block[] {
  if (summary.kind === 'interim') return [];
  const inside = choose(summary).all.filter(
    ({ part, verdict }) => part === 'internal' && verdict !== 'folded',
  );
  if (inside.length === 0) return [];
  const more = inside.length - requestsShown;
  return [
    { kind: 'heading', text: requests.heading },
    {
      kind: 'entries',
      items: inside.slice(0, requestsShown).map(({ unit, shown }) => ({
        title: oneLine(unit.name),
        text: cut(withCurlyQuotes(oneLine(shown)), requestLimit),
      })),
    },
    ...(more > 0
      ? [
          {
            kind: 'paragraph',
            text: fill(requests.more, { count: writtenNumber(more) }),
            quiet: true,
          } as const,
        ]
      : []),
  ];
}
