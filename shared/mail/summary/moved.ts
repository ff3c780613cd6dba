/** Which figures moved: a few lines, the rest lies in the workbook. */

import type { Indicator } from '../../regime/regime.ts';
import { mainFigures } from '../../summary/main-figures.ts';
import { type Movement, telling } from '../../summary/movements.ts';
import { movementTold, nameOfTotal } from '../../summary/report/sentences.ts';
import { worsened } from '../../summary/report/shortcomings.ts';
import {
  commonBase,
  fewerThanOwe,
  lacksPeriods,
  leadingOf,
  leadsSoFar,
} from '../../summary/report/standing-of-figures.ts';
import type { Summary } from '../../summary/summary.ts';
import { fill } from '../../vocabulary/text.ts';
import { briefWords, paperWords } from '../../wording/report.ts';
import { moved as words } from '../../wording/summary-mail.ts';
import type { Block } from '../layout/letter.ts';
import { writtenFigure, writtenNumber } from '../layout/notation.ts';
import { oneLine } from '../layout/visible-text.ts';
import { crowdingOf } from './overview.ts';

const figuresShown = { calm: 5, crowded: 3, overfull: 2 } as const;

/** Where nothing is compared, or nothing differs, a few of the main figures; nothing where there are none. */
export function movedBlocks(summary: Summary): Block[] {
  const shown = telling(summary, figuresShown[crowdingOf(summary)]);
  const [first] = shown;
  if (!first) return mainBlocks(summary);
  const base = commonBase(summary, first.against);
  const over = base === null ? null : { count: writtenNumber(base) };
  return [
    { kind: 'heading', text: over ? fill(words.headingOver, over) : words.heading },
    {
      kind: 'entries',
      items: [
        ...shown.map((movement) => movementItem(summary, movement, base)),
        ...worsened(summary).map(({ text }) => ({ title: words.worse, text: oneLine(text) })),
        ...shortNote(summary),
      ],
    },
  ];
}

function movementItem(summary: Summary, movement: Movement, base: number | null) {
  const { indicator, total } = movement;
  const { value } = leadingOf(summary, indicator, total);
  return {
    title: oneLine(nameOfTotal(summary, indicator)),
    text: [
      ...(value === null ? [] : [markedShort(summary, indicator, measured(indicator, value))]),
      movementTold(summary, movement, base),
    ].join(leadsSoFar(summary, indicator) ? '; ' : ', '),
  };
}

const mainShown = { calm: 3, crowded: 3, overfull: 2 } as const;

function mainBlocks(summary: Summary): Block[] {
  const units = fewerThanOwe(summary);
  const heading = units === null ? words.main : fill(words.mainOf, { count: writtenNumber(units) });
  const items = mainFigures(summary)
    .slice(0, mainShown[crowdingOf(summary)])
    .map(({ indicator, value }) => ({
      title: oneLine(nameOfTotal(summary, indicator)),
      text: markedShort(summary, indicator, measured(indicator, value)),
    }));
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'entries', items: [...items, ...shortNote(summary)] },
      ];
}

/** The same mark as in Phụ lục I, and what is to be done about it. */
function markedShort(summary: Summary, indicator: Indicator, figure: string): string {
  return lacksPeriods(summary, indicator) ? `${figure} ${paperWords.short}` : figure;
}

function shortNote(summary: Summary): { title: string; text: string }[] {
  const isMarked = summary.regime.indicators.some((each) => lacksPeriods(summary, each));
  if (!isMarked) return [];
  return [{ title: paperWords.short, text: briefWords.short }];
}

function measured({ unitOfMeasure, type }: Indicator, value: number): string {
  const measure = unitOfMeasure === '-' || type === 'percent' ? '' : ` ${oneLine(unitOfMeasure)}`;
  return `${writtenFigure(value, type)}${measure}`;
}
