/** The report's appendices: their common heading, and Phụ lục I with the totals. */

import type { Paragraph } from 'docx';
import { type Block, line } from '../../documents/decree.ts';
import { type GridCell, grid } from '../../documents/decree-tables.ts';
import { languageOf } from '../../regime/language.ts';
import type { Indicator } from '../../regime/regime.ts';
import { say } from '../../vocabulary/text.ts';
import { changeSign } from '../../wording/changes.ts';
import {
  measure,
  nameAsPart,
  nameInReport,
  reportSubject,
  reportWords as words,
} from '../../wording/documents.ts';
import { number } from '../../wording/vietnamese.ts';
import type { Comparison, Summary, Total } from '../summary.ts';
import { isToldInText } from './figures.ts';
import { type SourceNotes, written } from './source-notes.ts';

const comparisons = ['previous', 'lastYear'] as const;

/** "Phụ lục I": one row for each indicator. `day`: the report's day in words. */
export function totalsAppendix(summary: Summary, day: string, notes: SourceNotes): readonly Block[] {
  const { regime } = summary;
  const shown = comparisons.filter((each) => summary.totals.some((total) => total[each] !== null));
  const columns = [
    ...words.totalsColumns.slice(0, -1),
    ...shown.map((each) => words.comparisonColumns[each]),
    ...words.totalsColumns.slice(-1),
  ];
  const rows = regime.sections.flatMap(({ id, title }): GridCell[][] => {
    const indicators = regime.indicators.filter(({ section }) => section === id);
    if (indicators.length === 0) return [];
    return [
      [
        { text: id, bold: true, align: 'center', fill: 'EEF2F7' },
        {
          text: say(title, languageOf(regime)),
          bold: true,
          columns: columns.length - 1,
          fill: 'EEF2F7',
          align: 'left',
        },
      ],
      ...indicators.map((indicator, n) => totalRow(indicator, n + 1, summary, shown, notes)),
    ];
  });
  return [
    ...appendixHeading(0, words.totalsTitle, summary, day),
    grid(widths[shown.length] ?? [], columns, rows, 11),
    ...(shown.length > 0 ? [line(words.comparisonNote, { size: 11, italics: true, before: 6 })] : []),
  ];
}

/** By the number of comparisons beside the figures, in millimetres. */
const widths: readonly (readonly number[])[] = [
  [11, 13, 60, 17, 19, 19, 26],
  [10, 12, 53, 16, 18, 18, 17, 21],
  [9, 12, 46, 15, 18, 18, 16, 16, 15],
];

export function appendixHeading(
  index: 0 | 1,
  title: string,
  { regime, period }: Summary,
  day: string,
): readonly Paragraph[] {
  const centred = { align: 'center' } as const;
  const { code, name } = regime.authority;
  return [
    line(words.appendices[index], { ...centred, bold: true, outline: 1 }),
    line(title.toLocaleUpperCase('vi'), { ...centred, bold: true }),
    line(reportSubject(regime, period), { ...centred, bold: true }),
    line(words.attached(code, day, name), { ...centred, italics: true, size: 13, after: 8 }),
  ];
}

function totalRow(
  indicator: Indicator,
  n: number,
  summary: Summary,
  shown: readonly (typeof comparisons)[number][],
  notes: SourceNotes,
): GridCell[] {
  const total = summary.totals.find((each) => each.indicator === indicator.code);
  const figure = (column: 'value' | 'cumulative'): GridCell => ({
    text: figureOf(total?.[column] ?? null),
    align: 'right',
    ...(total && notes.ofTotal(total, column)),
  });
  const language = languageOf(summary.regime);
  const notAdded = isToldInText(summary, indicator) ? words.toldInText : words.notAdded;
  return [
    { text: String(n), align: 'center' },
    { text: indicator.code, align: 'center' },
    {
      text: nameInReport(indicator, language),
      ...(nameAsPart(indicator, language) !== null && { indent: 4 }),
    },
    { text: measure(indicator), align: 'center' },
    figure('value'),
    figure('cumulative'),
    ...shown.map(
      (each): GridCell => ({
        text: signOf(indicator, total?.value ?? null, total?.[each] ?? null),
        align: 'right',
        size: 10,
      }),
    ),
    { text: total ? totalNote(indicator, total, notAdded, inWords(summary)) : '', size: 9 },
  ];
}

/** In a narrow column; "" where there is nothing to compare, "—" where the earlier figure is not known. */
export function signOf(indicator: Indicator, now: number | null, comparison: Comparison | null): string {
  if (comparison === null || indicator.acrossUnits === 'none') return '';
  const { before } = comparison.value;
  return now === null || before === null
    ? '—'
    : changeSign({ now, before, inPoints: indicator.type === 'percent' });
}

function figureOf(value: number | null): string {
  return value === null ? '—' : number(value);
}

const mostNames = 2;

/** Units' names, or how many they are: codes say nothing to a reader outside. */
function inWords({ contributors }: Summary): (codes: readonly string[]) => string {
  const names = new Map(contributors.map(({ code, name }) => [code, name]));
  return (codes) =>
    codes.length > mostNames
      ? words.units(codes.length)
      : codes.map((code) => names.get(code) ?? code).join(', ');
}

/** How the total was made, and which units are missing from it; `notAdded`: what to say of dates and texts. */
export function totalNote(
  indicator: Indicator,
  { blank, contributions }: Total,
  notAdded: string,
  named: (codes: readonly string[]) => string,
): string {
  if (indicator.acrossUnits === 'none') return notAdded;
  if (indicator.formula !== undefined) return words.computed(written(indicator.formula));
  const contained = contributions
    .filter(({ added }) => !added.value || !added.cumulative)
    .map(({ unit }) => unit);
  return [
    blank.length > 0 ? words.blank(named(blank)) : '',
    contained.length > 0 ? words.notAddedOnce(named(contained)) : '',
  ]
    .filter(Boolean)
    .join('. ');
}
