/** What is said otherwise than in the report issued before: figures, units, texts. */
import type { Changes, FigureChange, UnitChange } from '../../consolidation/changes.ts';
import type { Summary, UnitLine } from '../../consolidation/summary.ts';
import { changes as words } from '../../wording/changes-mail.ts';
import { standingWords } from '../../wording/summary-mail.ts';
import type { Block, Cell } from '../letter.ts';
import { writtenFigure, writtenInstant, writtenNumber } from '../notation.ts';
import { fill, oneLine, shortFileName } from '../visible-text.ts';
import { standingOf } from './standing.ts';

const figuresAtMost = 40;
const unitsAtMost = 20;

/** `now` is the summary that `changes` leads to; `issued` where it is an edition itself and not yet to be issued. */
export function changesBlocks(changes: Changes, now: Summary, issued: boolean): Block[] {
  return [
    ...figureBlocks(changes, now, issued),
    ...unitBlocks(changes.units, now),
    ...textBlocks(changes, now),
  ];
}

interface Row {
  readonly change: FigureChange;
  readonly columns: string;
}

function figureBlocks(changes: Changes, now: Summary, issued: boolean): Block[] {
  const rows = together(changes.figures);
  if (rows.length === 0) return [];
  const more = rows.length - figuresAtMost;
  const edition = changes.since.edition;
  return [
    { kind: 'heading', text: words.figures },
    {
      kind: 'table',
      columns: [
        { title: words.indicator, align: 'left', width: 49 },
        { title: fill(words.from, { edition }), align: 'right', width: 17 },
        {
          title: issued ? fill(words.toEdition, { edition: now.edition }) : words.to,
          align: 'right',
          width: 17,
        },
        { title: words.delta, align: 'right', width: 17 },
      ],
      rows: rows.slice(0, figuresAtMost).map((row) => figureRow(row, now)),
    },
    ...(more > 0
      ? [
          {
            kind: 'paragraph',
            text: fill(issued ? words.moreFigures : words.moreFiguresInTables, {
              count: writtenNumber(more),
            }),
          } as const,
        ]
      : []),
  ];
}

/** In the first period of a year both columns hold the same figure: told once. */
function together(figures: readonly FigureChange[]): Row[] {
  return figures.flatMap((change, index): Row[] => {
    const same = (other: FigureChange | undefined) =>
      other?.indicator === change.indicator && other.from === change.from && other.to === change.to;
    if (change.column === 'cumulative') {
      return same(figures[index - 1]) ? [] : [{ change, columns: words.cumulative }];
    }
    return [{ change, columns: same(figures[index + 1]) ? words.both : words.inPeriod }];
  });
}

function figureRow({ change: { indicator: code, from, to }, columns }: Row, { regime }: Summary): Cell[] {
  const indicator = regime.indicators.find((each) => each.code === code);
  const type = indicator?.type ?? 'count';
  const measure = indicator && indicator.unitOfMeasure !== '-' ? [oneLine(indicator.unitOfMeasure)] : [];
  return [
    { text: oneLine(indicator?.name.vi ?? code), notes: [[code, ...measure, columns].join(' · ')] },
    { text: writtenFigure(from, type) },
    { text: writtenFigure(to, type), strong: true },
    { text: from === null || to === null ? '' : signed(to - from) },
  ];
}

/** A true minus, so that a figure and its sign are of one width: +12, −3. */
function signed(difference: number): string {
  const written = writtenNumber(Math.abs(difference));
  return difference < 0 ? `−${written}` : `+${written}`;
}

function unitBlocks(units: readonly UnitChange[], now: Summary): Block[] {
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
  const said = (line: UnitLine | null) => (line ? standingWords[standingOf(line)].vi : words.notExpected);
  const file = to?.counting && {
    file: shortFileName(to.counting.fileName),
    at: writtenInstant(to.filedAt ?? '', regime.timeZone),
  };
  const isOther = file && to?.counting?.upload !== from?.counting?.upload;
  const about = { from: said(from), to: said(to), standing: said(to), ...file };
  if (said(from) === said(to) && isOther) return fill(words.otherFile, about);
  return fill(isOther ? words.movedWithFile : words.moved, about);
}

function textBlocks({ texts }: Changes, { regime }: Summary): Block[] {
  if (texts.length === 0) return [];
  return [
    { kind: 'heading', text: words.texts },
    {
      kind: 'entries',
      items: texts.map(({ section, units }) => {
        const title = regime.sections.find(({ id }) => id === section)?.title.vi ?? '';
        return {
          title: `${fill(words.text, { section })} (${oneLine(title)})`,
          text: units.map(({ name }) => oneLine(name)).join(', '),
        };
      }),
    },
  ];
}
