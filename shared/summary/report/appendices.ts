/** Phụ lục I: the figures, one row for each that is known; no codes, and nothing that only the office understands. */

import { type Block, line } from '../../documents/decree.ts';
import { columnFor, type GridCell, grid } from '../../documents/decree-tables.ts';
import { languageOf } from '../../regime/language.ts';
import type { Indicator } from '../../regime/regime.ts';
import { say } from '../../vocabulary/text.ts';
import { changeSign } from '../../wording/changes.ts';
import { measure, nameAsPart, reportSubject } from '../../wording/documents.ts';
import { paperWords as words } from '../../wording/report.ts';
import { spanWords } from '../../wording/spans.ts';
import { dayInText, longDay, number, percentage, withCurlyQuotes } from '../../wording/vietnamese.ts';
import { unbalanced } from '../balances.ts';
import type { Summary, Total } from '../summary.ts';
import { abbreviationsOf } from './abbreviations.ts';
import { nameInRow, unitNoun } from './names.ts';
import { baseOf, ownBase } from './sentences.ts';
import type { SourceNotes } from './source-notes.ts';
import {
  commonBase,
  comparedIn,
  comparedOf,
  cumulativeOf,
  lacksPeriods,
  leadingOf,
  leadsSoFar,
  madeBy,
  reporting,
  spanOf,
} from './standing-of-figures.ts';
import { firstFiguresOnly, whoIsIn } from './who-is-in.ts';

const comparisons = ['previous', 'lastYear'] as const;

interface Columns {
  /** Beside the figure that leads the total's other one: the cumulative one, or that of the part units report anew. */
  readonly other: boolean;
  readonly shown: readonly (typeof comparisons)[number][];
  readonly note: boolean;
  /** How many units' figures there are. */
  readonly units: number;
}

/** Between the margins, in millimetres; the name takes what the others leave. */
const wide = {
  number: 10,
  measure: [14, 24],
  figure: [15.5, 35],
  comparison: [18, 20.5],
  note: [14, 20],
  all: 165,
} as const;

/** Letters in points, and what is left above and below them: thirty rows and what is said of them stand on one page. */
const small = { size: 10.5, padding: 0.2 } as const;

/** Phụ lục I: each indicator that anybody reported, with what it is compared with. */
export function totalsAppendix(summary: Summary, notes: SourceNotes): readonly Block[] {
  const { regime } = summary;
  const columns = columnsOf(summary);
  const { other, shown, note, units } = columns;
  const { columns: names } = words;
  const span = spanOf(summary);
  const head = [
    names.number,
    names.name,
    names.measure,
    span.name,
    ...(other ? [span.kind === 'year-so-far' ? spanWords.ownColumn(span.own) : spanWords.cumulative] : []),
    ...shown.map((each) => comparedHead(summary, each)),
    ...(note ? [names.note] : []),
  ];
  // Nobody may add up what does not agree: the office has it in the workbook.
  const left = unbalanced(summary);
  const rows = regime.sections.flatMap(({ id, title }): { title: string; rows: GridCell[][] }[] => {
    const known = regime.indicators
      .filter(({ section }) => section === id)
      .flatMap((indicator) => {
        const total = summary.totals.find((each) => each.indicator === indicator.code);
        return total && total.value !== null && !left.has(indicator.code) ? [{ indicator, total }] : [];
      });
    if (known.length === 0) return [];
    return [
      {
        title: say(title, languageOf(regime)),
        rows: known.map(({ indicator, total }, n) =>
          totalRow(indicator, total, n + 1, summary, columns, notes),
        ),
      },
    ];
  });
  const cells = rows.flatMap((section) => section.rows);
  // Behind number, name and measure.
  const signs = cells.flatMap((row) => row.slice(3).map(({ text }) => text));
  const remarked = note ? cells.map((row) => row.at(-1)?.text.trim() ?? '') : [];
  const whose = whoIsIn(summary, words.appendixItself);
  const texts = [whose, ...rows.map(({ title }) => title), ...cells.flat().map(({ text }) => text)];
  const remarks = [
    whose,
    ...firstFiguresOnly(summary),
    ...datesOf(summary, other),
    ...words.legend(signs),
    ...shown.flatMap((each) => {
      const base = commonBase(summary, each);
      return base === null ? [] : [words.comparedOver(baseOf(summary, each), base, unitNoun(summary.regime))];
    }),
    ...(remarked.some((text) => text.includes(words.short)) ? [words.shortNote] : []),
    ...(remarked.some((text) => text.replace(words.short, '') !== '') ? [words.ofSomeNote(units)] : []),
    ...abbreviationsOf(regime)
      .filter(({ pattern }) => texts.some((text) => pattern.test(text)))
      .map(({ short, whole }) => words.abbreviated(short, whole)),
  ];
  const table = rows.flatMap((section, n) => [sectionRow(section.title, n, head.length), ...section.rows]);
  const last = table.pop();
  // What is said of the table would tell nothing on a page of its own.
  if (last) table.push(last.map((cell) => ({ ...cell, keepNext: true })));
  return [
    ...heading(summary),
    grid(widthsOf(columns, head, cells), head, table, small.size, small.padding),
    line(remarks.join(' '), { size: small.size, italics: true, before: 4, whole: true }),
  ];
}

/** Of which days the figures are: the table may be read without the report. @param two columns of figures of one total */
function datesOf(summary: Summary, two: boolean): readonly string[] {
  const { window, cumulativeFrom } = summary.period;
  if (!window || !cumulativeFrom) return [];
  const [from, to, since] = [dayInText(window.from), dayInText(window.to), dayInText(cumulativeFrom)];
  const { kind, name, own } = spanOf(summary);
  if (!two) return [words.window(kind === 'period' ? from : since, to)];
  return [(kind === 'year-so-far' ? words.spansSoFar(name, own) : words.spans)(from, to, since)];
}

/** As wide as what stands in the rows below `head` needs, within bounds. */
function widthsOf(
  { other, shown, note }: Columns,
  head: readonly string[],
  rows: readonly (readonly GridCell[])[],
): readonly number[] {
  const figures = other ? [3, 4] : [3];
  const compared = shown.map((_, n) => 3 + figures.length + n);
  const within = (columns: readonly number[], [least, most]: readonly [number, number]) => {
    const texts = rows.flatMap((row) => columns.map((column) => row[column]?.text ?? ''));
    return Math.min(most, Math.max(least, columnFor(texts, small.size)));
  };
  // What heads the figures is short, and bold.
  const figure = Math.max(
    within(figures, wide.figure),
    columnFor(
      figures.map((column) => `${head[column]} `),
      small.size,
    ),
  );
  const widths = [
    wide.number,
    within([2], wide.measure),
    ...figures.map(() => figure),
    ...compared.map(() => within(compared, wide.comparison)),
    ...(note ? [within([head.length - 1], wide.note)] : []),
  ];
  return widths.toSpliced(1, 0, wide.all - widths.reduce((sum, width) => sum + width, 0));
}

function columnsOf(summary: Summary): Columns {
  const units = reporting(summary);
  const indicators = new Map(summary.regime.indicators.map((each) => [each.code, each]));
  const known = summary.totals.filter(({ value }) => value !== null);
  return {
    units,
    other: known.some((total) => {
      const indicator = indicators.get(total.indicator);
      return indicator !== undefined && otherOf(summary, indicator, total) !== null;
    }),
    shown: comparisons.filter((each) => comparedIn(summary, each).length > 0),
    note: known.some((total) => noteOf(summary, indicators.get(total.indicator), total, units) !== ''),
  };
}

/** "Quý II so với quý trước" where the part of the year so far is compared that units report anew. */
function comparedHead(summary: Summary, against: (typeof comparisons)[number]): string {
  const { kind, own } = spanOf(summary);
  const base = baseOf(summary, against);
  if (kind === 'year-so-far' && against === 'previous') return spanWords.comparedColumn(own, base);
  return words.comparedWith(base);
}

/** The figure beside the one that leads; null where there is none. */
function otherOf(summary: Summary, indicator: Indicator, total: Total): number | null {
  if (leadsSoFar(summary, indicator)) return total.value;
  return cumulativeOf(summary, indicator, total);
}

/** How many gave the figure, where not all did; that it lacks what somebody did in a part of the year. */
function noteOf(summary: Summary, indicator: Indicator | undefined, total: Total, units: number): string {
  const isTotal = indicator !== undefined && indicator.acrossUnits !== 'none';
  const givers = madeBy(summary, total);
  return [
    ...(isTotal && givers < units ? [words.ofSome(givers)] : []),
    ...(indicator !== undefined && lacksPeriods(summary, indicator) ? [words.short] : []),
  ].join(' ');
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** A section's title at the foot of a page would head nothing. */
const ofSection = { bold: true, fill: 'EEF2F7', keepNext: true } as const;

function sectionRow(title: string, n: number, columns: number): GridCell[] {
  return [
    { ...ofSection, text: romans[n] ?? String(n + 1), align: 'center' },
    { ...ofSection, text: withCurlyQuotes(title), columns: columns - 1, align: 'left' },
  ];
}

function heading(summary: Summary): readonly Block[] {
  const { regime, period, paper } = summary;
  const centred = { align: 'center' } as const;
  const { code, name } = regime.authority;
  return [
    line(words.appendix, { ...centred, bold: true, outline: 1 }),
    line(words.appendixTitle.toLocaleUpperCase('vi'), { ...centred, bold: true }),
    line(reportSubject(regime, period), { ...centred, bold: true }),
    line(words.attached(paper.number, code, paper.date && longDay(paper.date), name), {
      ...centred,
      italics: true,
      size: 13,
      after: 8,
    }),
  ];
}

function totalRow(
  indicator: Indicator,
  total: Total,
  n: number,
  summary: Summary,
  { other, shown, note, units }: Columns,
  notes: SourceNotes,
): GridCell[] {
  const figure = (value: number | null, unknown = ''): GridCell => ({
    text: value === null ? unknown : (indicator.unitOfMeasure === '%' ? percentage : number)(value),
    align: 'right',
  });
  const { column, value } = leadingOf(summary, indicator, total);
  return [
    { text: String(n), align: 'center' },
    {
      text: nameInRow(summary, indicator),
      ...(nameAsPart(indicator, languageOf(summary.regime)) !== null && { indent: 4 }),
    },
    { text: measure(indicator), align: 'center' },
    { ...figure(value, '—'), ...notes.ofTotal(total, column) },
    ...(other ? [figure(otherOf(summary, indicator, total))] : []),
    ...shown.map((each): GridCell => ({ text: signOf(summary, indicator, total, each), align: 'right' })),
    ...(note
      ? [
          {
            text: noteOf(summary, indicator, total, units),
            align: 'center',
          } as const,
        ]
      : []),
  ];
}

/** In a narrow column; "" where there is nothing to compare, "—" where the earlier figure is not known. */
function signOf(
  summary: Summary,
  indicator: Indicator,
  total: Total,
  against: 'previous' | 'lastYear',
): string {
  if (total[against] === null || indicator.acrossUnits === 'none') return '';
  // What opened the year stands beside it; the last part's opening is no growth of it.
  if (against === 'previous' && indicator.acrossPeriods === 'first' && spanOf(summary).kind === 'year-so-far')
    return '';
  const pair = comparedOf(summary, indicator, total, against);
  if (pair === null) return '—';
  const sign = changeSign({ ...pair, inPoints: indicator.type === 'percent' });
  const units = ownBase(indicator, total, against, commonBase(summary, against));
  return units === null ? sign : words.signOver(sign, units);
}
