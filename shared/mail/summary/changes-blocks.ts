/** What is said otherwise than in the report issued before: figures, units, texts. */

import type { Changes, FigureChange, UnitChange } from '../../summary/changes.ts';
import type { Summary, UnitLine } from '../../summary/summary.ts';
import { fill, first, say } from '../../vocabulary/text.ts';
import { changes as words } from '../../wording/changes-mail.ts';
import { standingWords } from '../../wording/summary-mail.ts';
import type { Block, Cell } from '../layout/letter.ts';
import { writtenFigure, writtenInstant, writtenNumber } from '../layout/notation.ts';
import { oneLine, shortFileName } from '../layout/visible-text.ts';
import { standingOf } from './standing.ts';

const unitsAtMost = 20;
/** Whose figure changed, in the row of an indicator. */
const namedAtMost = 3;

/** "12 chỉ tiêu, 2 đơn vị và 3 mục nội dung". */
export function extentOf({ figures, units, texts }: Changes): string {
  return fill(words.extent, {
    figures: writtenNumber(new Set(figures.map(({ indicator }) => indicator)).size),
    units: writtenNumber(units.length),
    texts: writtenNumber(texts.length),
  });
}

/** A row for each indicator; `now` is what the changes lead to, and `issued` whether that is an edition itself. */
export function changedFigures(changes: Changes, now: Summary, issued: boolean, figuresAtMost = 40): Block[] {
  const indicators = [...new Set(changes.figures.map(({ indicator }) => indicator))];
  if (indicators.length === 0) return [];
  const more = indicators.length - figuresAtMost;
  const figure = (title: string) => ({ title, align: 'right', width: 17 }) as const;
  return [
    { kind: 'heading', text: words.figures },
    {
      kind: 'table',
      columns: [
        { title: words.indicator, align: 'left', width: 49 },
        figure(fill(words.from, { edition: changes.since.edition })),
        figure(issued ? fill(words.toEdition, { edition: now.edition }) : words.to),
        figure(words.delta),
      ],
      rows: indicators.slice(0, figuresAtMost).map((code) => figureRow(code, changes, now)),
    },
    ...(more > 0
      ? [{ kind: 'paragraph', text: fill(words.moreFigures, { count: writtenNumber(more) }) } as const]
      : []),
  ];
}

function figureRow(code: string, { figures }: Changes, { regime }: Summary): Cell[] {
  const indicator = regime.indicators.find((each) => each.code === code);
  const measure = indicator && indicator.unitOfMeasure !== '-' ? [oneLine(indicator.unitOfMeasure)] : [];
  const change = (column: FigureChange['column']) =>
    figures.find((each) => each.indicator === code && each.column === column);
  const [value, cumulative] = [change('value'), change('cumulative')];
  // In the first period of a year both columns hold the same figure: told once.
  const same = value?.from === cumulative?.from && value?.to === cumulative?.to;
  const cell = (of: (change: FigureChange) => string, strong = false): Cell => {
    const below = cumulative && !same ? of(cumulative) : '';
    return {
      text: value ? of(value) : '',
      notes: below === '' ? [] : [fill(words.cumulative, { figure: below })],
      strong,
    };
  };
  const figure = (given: number | null) => writtenFigure(given, indicator?.type ?? 'count');
  const by = (value ?? cumulative)?.units ?? [];
  const whose = by
    .slice(0, namedAtMost)
    .map(({ unit, from, to }) => `${unit} ${figure(from)} → ${figure(to)}`);
  if (by.length > namedAtMost) whose.push(fill(words.moreWhose, { count: by.length - namedAtMost }));
  return [
    {
      text: oneLine(indicator ? say(indicator.name, first) : code),
      notes: [[code, ...measure].join(' · '), ...(whose.length === 0 ? [] : [whose.join('; ')])],
    },
    cell(({ from }) => figure(from)),
    cell(({ to }) => figure(to), true),
    cell(({ from, to }) => (from === null || to === null ? '' : signed(to - from))),
  ];
}

/** A true minus, so that a figure and its sign are of one width: +12, −3. */
function signed(difference: number): string {
  const written = writtenNumber(Math.abs(difference));
  return difference < 0 ? `−${written}` : `+${written}`;
}

/** Which units stand elsewhere now, and by which file. */
export function changedUnits({ units }: Changes, now: Summary): Block[] {
  if (units.length === 0) return [];
  const more = units.length - unitsAtMost;
  return [
    { kind: 'heading', text: words.units },
    {
      kind: 'entries',
      items: units
        .slice(0, unitsAtMost)
        .map((change) => ({ title: oneLine(change.unit.name), text: unitText(change, now) })),
    },
    ...(more > 0
      ? [{ kind: 'paragraph', text: fill(words.moreUnits, { count: writtenNumber(more) }) } as const]
      : []),
  ];
}

function unitText({ from, to }: UnitChange, { regime }: Summary): string {
  const said = (line: UnitLine | null) =>
    line ? say(standingWords[standingOf(line)], first) : words.notExpected;
  const file = to?.counting && {
    file: shortFileName(to.counting.fileName),
    at: writtenInstant(to.filedAt ?? '', regime.timeZone),
  };
  const isOther = file && to?.counting?.upload !== from?.counting?.upload;
  const about = { from: said(from), to: said(to), standing: said(to), ...file };
  if (said(from) === said(to) && isOther) return fill(words.otherFile, about);
  return fill(isOther ? words.movedWithFile : words.moved, about);
}

/** Sections whose text is another, with those who wrote it, and what is compared with other figures now. */
export function changedTexts(changes: Changes, summary: Summary): Block[] {
  return [...textBlocks(changes, summary), ...comparisonBlocks(changes, summary)];
}

function comparisonBlocks({ comparisons }: Changes, { earlier }: Summary): Block[] {
  if (comparisons.length === 0) return [];
  return [
    { kind: 'heading', text: words.comparisons },
    {
      kind: 'entries',
      items: comparisons.map(({ period, indicators }) => {
        const line = [earlier.previous, earlier.lastYear].find((each) => each?.period === period);
        return { title: oneLine(line ? say(line.title, first) : period), text: indicators.join(', ') };
      }),
    },
  ];
}

function textBlocks({ texts }: Changes, { regime }: Summary): Block[] {
  if (texts.length === 0) return [];
  return [
    { kind: 'heading', text: words.texts },
    {
      kind: 'entries',
      items: texts.map(({ section, units }) => {
        const found = regime.sections.find(({ id }) => id === section);
        const title = found ? say(found.title, first) : '';
        return {
          title: `${fill(words.text, { section })} (${oneLine(title)})`,
          text: units.map(({ name }) => oneLine(name)).join(', '),
        };
      }),
    },
  ];
}
