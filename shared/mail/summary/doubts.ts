/** Figures that whoever signs should look at first: far from the usual, at odds with each other, or incomplete. */

import type { Changes } from '../../summary/changes.ts';
import { type Doubts, doubtsIn, type FigureDoubt, figureDoubts } from '../../summary/matters.ts';
import { nameWithWhole } from '../../summary/report/names.ts';
import { partOfOutlier, spanOf } from '../../summary/report/standing-of-figures.ts';
import type { Outlier, Summary } from '../../summary/summary.ts';
import { fill, first, say } from '../../vocabulary/text.ts';
import { lowerFirst, periodAlone } from '../../wording/documents.ts';
import { briefWords, wayOutWords } from '../../wording/report.ts';
import { inSpan, spanWords } from '../../wording/spans.ts';
import { doubts as words } from '../../wording/summary-mail.ts';
import { dayInText, withCurlyQuotes } from '../../wording/vietnamese.ts';
import type { Block } from '../layout/letter.ts';
import { writtenFigure, writtenNumber } from '../layout/notation.ts';
import { oneLine } from '../layout/visible-text.ts';
import { crowdingOf } from './overview.ts';

const shownAtMost = { calm: 3, crowded: 2, overfull: 1 } as const;

/** Nothing where no figure is in doubt. */
export function doubtBlocks(summary: Summary): Block[] {
  return blocksOf(words.heading, itemsOf(summary, doubtsIn(summary)), shownAtMost[crowdingOf(summary)]);
}

/** What was in no doubt when the report was issued: figures, and warnings about the files that count since. */
export function freshDoubtBlocks({ doubts, units }: Changes, now: Summary): Block[] {
  const warned = units.flatMap(({ unit, from, to }): Item[] => {
    const [worst, ...others] = to?.findings.filter(({ severity }) => severity !== 'note') ?? [];
    if (!worst || to?.counting?.upload === from?.counting?.upload) return [];
    const text = oneLine(say(worst.message, first));
    const more =
      others.length > 0 ? fill(words.furtherWarnings, { count: writtenNumber(others.length) }) : '';
    return [{ title: oneLine(unit.name), text: `${text}${more}` }];
  });
  return blocksOf(words.fresh, [...itemsOf(now, doubts), ...warned]);
}

function blocksOf(heading: string, items: readonly Item[], most: number = shownAtMost.calm): Block[] {
  const more = items.length - most;
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'entries', items: items.slice(0, most) },
    ...(more > 0
      ? [{ kind: 'paragraph', text: fill(words.more, { count: writtenNumber(more) }), quiet: true } as const]
      : []),
  ];
}

interface Item {
  readonly title: string;
  readonly text: string;
}

function itemsOf(summary: Summary, doubts: Doubts): Item[] {
  return figureDoubts(doubts).map((doubt) => ({
    title: 'unit' in doubt ? nameOf(summary, doubt.unit) : words[doubt.kind].title,
    text: told(summary, doubt),
  }));
}

function told(summary: Summary, doubt: FigureDoubt): string {
  switch (doubt.kind) {
    case 'outlier':
      return outlierTold(summary, doubt);
    case 'discrepancy': {
      const { name, written } = indicatorIn(summary, doubt.indicator);
      const { added, stated } = doubt;
      return fill(words.discrepancy, { indicator: name, added: written(added), stated: written(stated) });
    }
    case 'stated': {
      const [most] = doubt.figures;
      if (!most) return '';
      const { name, written } = indicatorIn(summary, most.indicator);
      return fill(doubt.figures.length > 1 ? words.stated.andOthers : words.stated.one, {
        indicator: name,
        added: written(most.added),
        stated: written(most.stated),
        difference: written(Math.abs(most.stated - most.added)),
        others: writtenNumber(doubt.figures.length - 1),
      });
    }
    case 'untold':
      return fill(words.untold.text, {
        list: doubt.indicators.map((code) => lowerFirst(indicatorIn(summary, code).name)).join('; '),
      });
    case 'unbalanced': {
      const named = (code: string) => lowerFirst(indicatorIn(summary, code).name);
      return fill(words.unbalanced.text, {
        names: doubt.untold.map(named).join(', '),
        figures: doubt.figures
          .map(({ indicator, value }) => `${named(indicator)} ${writtenNumber(value)}`)
          .join(', '),
        wayOut: doubt.wayOut
          ? wayOutWords.told(
              doubt.wayOut.figures.map(({ value }) => writtenNumber(value)),
              [briefWords.units(doubt.wayOut.units.length)],
            )
          : '',
      });
    }
    case 'nil-dated':
      return fill(words.nilDated, {
        period: periodName(summary, doubt.period),
        indicator: lowerFirst(indicatorIn(summary, doubt.indicator).name),
        day: dayInText(doubt.day),
      });
    case 'gap':
      return fill(words.gap, { periods: doubt.periods.map((id) => periodName(summary, id)).join(', ') });
  }
}

/** In the words of the leadership's page: what is usual, and none of statistics. */
function outlierTold(summary: Summary, outlier: Outlier): string {
  const { indicator, value, against, usual } = outlier;
  const { name, written } = indicatorIn(summary, indicator, partOfOutlier(summary, outlier));
  return fill(words.outlier, {
    indicator: name,
    value: written(value),
    usual: briefWords.usual[against](written(usual)),
  });
}

function nameOf({ contributors, units }: Summary, code: string): string {
  const known = [...contributors, ...units.map(({ unit }) => unit)];
  return oneLine(known.find((unit) => unit.code === code)?.name ?? code);
}

function periodName({ earlier }: Summary, id: string): string {
  const known = [...earlier.year, earlier.previous, earlier.lastYear];
  const found = known.find((line) => line?.period === id);
  return oneLine(found ? lowerFirst(periodAlone(found, first)) : id);
}

/** @param part of which alone the figure is; null where it is of what the report is of */
function indicatorIn(summary: Summary, code: string, part: string | null = null) {
  const indicator = summary.regime.indicators.find((each) => each.code === code);
  const { kind, name: span } = spanOf(summary);
  const own = nameWithWhole(summary, code, ({ name: of }) =>
    part === null ? inSpan(say(of, first), kind, span) : say(of, first),
  );
  const name = part === null ? own : spanWords.nameOfPart(own, part);
  return {
    name: withCurlyQuotes(oneLine(name)),
    written: (figure: number) => writtenFigure(figure, indicator?.type ?? 'count'),
  };
}
