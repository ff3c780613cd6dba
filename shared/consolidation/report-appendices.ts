/** The report's appendices: the totals, and the reports they were made from. */
import type { Paragraph, Table } from 'docx';
import { line } from '../documents/decree.ts';
import { type GridCell, grid } from '../documents/decree-tables.ts';
import type { Indicator } from '../regime/regime.ts';
import { measure, nameAsPart, reportSubject, reportWords as words } from '../wording/documents.ts';
import { moment, number, withCurlyQuotes } from '../wording/vietnamese.ts';
import { areas } from './places.ts';
import type { Summary, Total, UnitLine } from './summary.ts';

type Block = Paragraph | Table;

/** "Phụ lục I": one row for each indicator. `day`: the report's day in words. */
export function totalsAppendix(summary: Summary, day: string): readonly Block[] {
  const { regime } = summary;
  const rows = regime.sections.flatMap(({ id, title }): GridCell[][] => [
    [
      { text: id, bold: true, align: 'center', fill: 'EEF2F7' },
      { text: title.vi, bold: true, columns: words.totalsColumns.length - 1, fill: 'EEF2F7' },
    ],
    ...regime.indicators
      .filter(({ section }) => section === id)
      .map((indicator, n) => totalRow(indicator, n + 1, summary)),
  ]);
  return [
    ...heading(0, words.totalsTitle, summary, day),
    grid([11, 13, 60, 17, 19, 19, 26], words.totalsColumns, rows, 11),
  ];
}

/** "Phụ lục II": one row for each report that counts; the workbook says of each figure where it stood. */
export function sourcesAppendix(summary: Summary, day: string): readonly Block[] {
  const { regime, scheduledAt, edition } = summary;
  return [
    ...heading(1, words.sourcesTitle, summary, day),
    grid([11, 42, 37, 27, 48], words.sourcesColumns, reportRows(summary), 10),
    line(words.made(moment(scheduledAt, regime.timeZone), edition), { size: 11, italics: true, before: 8 }),
  ];
}

function heading(
  index: 0 | 1,
  title: string,
  { regime, period }: Summary,
  day: string,
): readonly Paragraph[] {
  const centred = { align: 'center' } as const;
  return [
    line(words.appendices[index], { ...centred, bold: true }),
    line(title.toLocaleUpperCase('vi'), { ...centred, bold: true }),
    line(reportSubject(regime, period), { ...centred, bold: true }),
    line(words.attached(regime.authority.code, day), { ...centred, italics: true, size: 13, after: 8 }),
  ];
}

function totalRow(indicator: Indicator, n: number, summary: Summary): GridCell[] {
  const total = summary.totals.find((each) => each.indicator === indicator.code);
  return [
    { text: String(n), align: 'center' },
    { text: indicator.code, align: 'center' },
    { text: withCurlyQuotes(indicator.name.vi), ...(nameAsPart(indicator) !== null && { indent: 6 }) },
    { text: measure(indicator), align: 'center' },
    { text: shown(total?.value ?? null), align: 'right' },
    { text: shown(total?.cumulative ?? null), align: 'right' },
    { text: total ? totalNote(indicator, total, words.notAdded, inWords(summary)) : '', size: 9 },
  ];
}

function shown(value: number | null): string {
  return value === null ? '—' : number(value);
}

const mostNames = 2;

/** Units' names, or how many they are: codes say nothing to a reader outside. */
function inWords({ units }: Summary): (codes: readonly string[]) => string {
  return (codes) =>
    codes.length > mostNames
      ? words.units(codes.length)
      : codes.map((code) => units.find(({ unit }) => unit.code === code)?.unit.name ?? code).join(', ');
}

/** How the total was made, and which units are missing from it; `notAdded`: what to say of dates and texts. */
export function totalNote(
  indicator: Indicator,
  { blank, contributions }: Total,
  notAdded: string,
  named: (codes: readonly string[]) => string,
): string {
  if (indicator.acrossUnits === 'none') return notAdded;
  if (indicator.formula !== undefined) return words.computed(indicator.formula.replaceAll(' * ', ' × '));
  const contained = contributions
    .filter(({ added }) => !added.value || !added.cumulative)
    .map(({ unit }) => unit);
  return [
    blank.length > 0 ? words.blank(named(blank)) : '',
    contained.length > 0 ? words.contained(named(contained)) : '',
  ]
    .filter(Boolean)
    .join('. ');
}

function reportRows(summary: Summary): GridCell[][] {
  return summary.units
    .filter(({ counting, status }) => counting !== null || status === 'nil')
    .map((unitLine, n) => [
      { text: String(n + 1), align: 'center' },
      { text: unitLine.unit.name },
      { text: unitLine.counting?.receipt ?? words.nilReport },
      {
        text: unitLine.filedAt === null ? '' : moment(unitLine.filedAt, summary.regime.timeZone),
        align: 'center',
      },
      { text: whereIn(summary, unitLine) },
    ]);
}

function whereIn({ totals, narrative }: Summary, { unit, counting }: UnitLine): string {
  if (counting === null) return '';
  const figures = totals
    .flatMap(({ contributions }) => contributions)
    .filter((each) => each.unit === unit.code)
    .flatMap(({ source, cumulativeSource }) => [source, cumulativeSource]);
  const texts = narrative
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.unit.code === unit.code)
    .flatMap(({ paragraphs }) => paragraphs.map(({ source }) => source));
  const [figuresAt, textsAt] = [areas(figures), areas(texts)];
  return [figuresAt && words.figuresAt(figuresAt), textsAt && words.textAt(textsAt)]
    .filter(Boolean)
    .join('\n');
}
