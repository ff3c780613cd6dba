/** Which figures moved, and what units ask of the office itself: a few lines each, the rest lies in the workbook. */

import { wordsOf } from '../../reading/understand/folding.ts';
import { containment } from '../../reading/understand/similarity.ts';
import { choose, type Judged } from '../../summary/choice/choose.ts';
import { commonBase } from '../../summary/comparison.ts';
import { movementsOf } from '../../summary/movements.ts';
import { movementTold, nameOfTotal } from '../../summary/report/sentences.ts';
import { leadingOf, leadsSoFar } from '../../summary/report/standing-of-figures.ts';
import type { Summary } from '../../summary/summary.ts';
import { fill } from '../../vocabulary/text.ts';
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
  const [first] = shown;
  if (!first) return [];
  const base = commonBase(summary, first.against);
  const over = base === null ? null : { count: writtenNumber(base) };
  return [
    { kind: 'heading', text: over ? fill(words.headingOver, over) : words.heading },
    {
      kind: 'entries',
      items: shown.map((movement) => {
        const { indicator, total } = movement;
        const { value } = leadingOf(summary, indicator, total);
        const measure =
          indicator.unitOfMeasure === '-' || indicator.type === 'percent'
            ? ''
            : ` ${oneLine(indicator.unitOfMeasure)}`;
        return {
          title: oneLine(nameOfTotal(summary, indicator, total)),
          text: [
            ...(value === null ? [] : [`${writtenFigure(value, indicator.type)}${measure}`]),
            movementTold(summary, movement, base),
          ].join(leadsSoFar(summary, indicator) ? '; ' : ', '),
        };
      }),
    },
  ];
}

/** What units ask of the authority and of each other: it stays here and goes nowhere above. */
export function requestBlocks(summary: Summary): Block[] {
  if (summary.kind === 'interim') return [];
  const inside = choose(summary).all.filter(
    ({ part, verdict }) => part === 'internal' && verdict !== 'folded',
  );
  if (inside.length === 0) return [];
  const shown = differing(inside);
  const more = inside.length - shown.length;
  return [
    { kind: 'heading', text: requests.heading },
    {
      kind: 'entries',
      items: shown.map(({ unit, shown: text }) => ({
        title: oneLine(unit.name),
        text: cut(withCurlyQuotes(oneLine(text)), requestLimit),
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

const muchAlike = 0.55;

/** A few of them, none of which asks for much the same as another. */
function differing(all: readonly Judged[]): readonly Judged[] {
  const told: { judged: Judged; words: readonly string[] }[] = [];
  for (const judged of all) {
    if (told.length === requestsShown) break;
    const words = wordsOf(judged.shown);
    if (!told.some((other) => containment(words, other.words) >= muchAlike)) told.push({ judged, words });
  }
  return told.map(({ judged }) => judged);
}
