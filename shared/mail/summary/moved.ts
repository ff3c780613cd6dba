/** Which figures moved, and what units ask of the office itself: a few lines each, the rest lies in the workbook. */

import { wordsOf } from '../../reading/understand/folding.ts';
import { containment } from '../../reading/understand/names/similarity.ts';
import type { Indicator } from '../../regime/regime.ts';
import { onlyBefore } from '../../summary/choice/authors.ts';
import { choose, type Judged } from '../../summary/choice/choose.ts';
import { mainFigures } from '../../summary/main-figures.ts';
import { type Movement, telling } from '../../summary/movements.ts';
import { movementTold, nameOfTotal } from '../../summary/report/sentences.ts';
import { unitsOf } from '../../summary/report/shared-heads.ts';
import { worsened } from '../../summary/report/shortcomings.ts';
import { commonBase, lacksPeriods, leadingOf, leadsSoFar } from '../../summary/report/standing-of-figures.ts';
import type { Summary } from '../../summary/summary.ts';
import { fill } from '../../vocabulary/text.ts';
import { briefWords, paperWords } from '../../wording/report.ts';
import { localRequests, requests, moved as words } from '../../wording/summary-mail.ts';
import { withCurlyQuotes } from '../../wording/vietnamese.ts';
import type { Block } from '../layout/letter.ts';
import { writtenFigure, writtenNumber } from '../layout/notation.ts';
import { capitalised, cut, oneLine } from '../layout/visible-text.ts';

const figuresShown = 5;
const requestsShown = 3;
const requestLimit = 180;

/** Where nothing is compared, or nothing differs, a few of the main figures; nothing where there are none. */
export function movedBlocks(summary: Summary): Block[] {
  const shown = telling(summary, figuresShown);
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
        ...worsened(summary).map((text) => ({ title: words.worse, text: oneLine(text) })),
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

const mainShown = 3;

function mainBlocks(summary: Summary): Block[] {
  const items = mainFigures(summary)
    .slice(0, mainShown)
    .map(({ indicator, value }) => ({
      title: oneLine(nameOfTotal(summary, indicator)),
      text: markedShort(summary, indicator, measured(indicator, value)),
    }));
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: words.main },
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

/** What units ask of the authority and of each other: it stays here; and of districts and communes, as long as nobody put it in. */
export function requestBlocks(summary: Summary): Block[] {
  if (summary.kind === 'interim') return [];
  const { all } = choose(summary);
  return [
    ...asked(
      all.filter(({ part, verdict }) => part === 'internal' && verdict !== 'folded'),
      requests,
      summary.period.id,
    ),
    ...asked(
      all.filter(({ verdict }) => verdict === 'for-localities'),
      localRequests,
      summary.period.id,
    ),
  ];
}

interface Request {
  readonly whose: string;
  readonly text: string;
  readonly asking: number;
  readonly isOpen: boolean;
}

function asked(all: readonly Judged[], words: typeof requests | typeof localRequests, now: string): Block[] {
  const shown = differing(mostAskedFirst(all, now));
  if (shown.length === 0) return [];
  const told = new Set(shown.map(({ text }) => text));
  const others = all.filter(({ shown: own }) => !told.has(requestText(own)));
  const more = new Set(others.map(({ shown: own }) => requestText(own))).size;
  return [
    { kind: 'heading', text: words.heading },
    {
      kind: 'entries',
      items: shown.map(({ whose, text }) => ({ title: whose, text: cut(oneLine(text), requestLimit) })),
    },
    {
      kind: 'paragraph',
      text:
        more > 0
          ? fill(words.more, { count: writtenNumber(more), units: writtenNumber(unitsOf(others).size) })
          : words.stays,
      quiet: true,
    },
  ];
}

/** What names nobody comes first, for the office has to decide of it; then what most ask word for word. */
function mostAskedFirst(all: readonly Judged[], now: string): readonly Request[] {
  return all
    .map((each): Request => {
      const asking = unitsOf([each]).size;
      const whose = asking > 1 ? many(asking, onlyBefore([each], now)) : each.unit.name;
      const isOpen = each.unaddressed === true && each.verdict === 'stays-inside';
      return {
        whose: isOpen ? fill(requests.unaddressed, { whose: oneLine(whose) }) : oneLine(whose),
        text: requestText(each.shown),
        asking,
        isOpen,
      };
    })
    .toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen) || b.asking - a.asking);
}

/** Letter for letter the same is one request, however often it came. */
function requestText(shown: string): string {
  return capitalised(withCurlyQuotes(shown));
}

function many(count: number, before: number): string {
  if (before === count) return fill(requests.unitsBefore, { count });
  return fill(before > 0 ? requests.unitsSomeBefore : requests.units, { count, before });
}

const muchAlike = 0.85;

/** A few of them, none of which asks for the same as another. */
function differing(all: readonly Request[]): readonly Request[] {
  const told: { request: Request; words: readonly string[] }[] = [];
  for (const request of all) {
    if (told.length === requestsShown) break;
    const words = wordsOf(request.text);
    if (!told.some((other) => containment(words, other.words) >= muchAlike)) told.push({ request, words });
  }
  return told.map(({ request }) => request);
}
