/** The report's appendices: the totals, and where each figure and paragraph came from. */
import type { Paragraph, Table } from 'docx';
import { line } from '../documents/decree.ts';
import { type GridCell, grid } from '../documents/decree-tables.ts';
import type { Indicator } from '../regime/regime.ts';
import { reportSubject, reportWords as words } from '../wording/documents.ts';
import { figure, moment, number } from '../wording/vietnamese.ts';
import type { Contribution, Summary, Total } from './summary.ts';
import { places, shortUpload } from './unit-notes.ts';

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

/** "Phụ lục II": the files that count, and for each indicator and section what was taken from where. */
export function sourcesAppendix(summary: Summary, day: string): readonly Block[] {
  const { regime, scheduledAt, run, edition } = summary;
  const made = words.made(moment(scheduledAt, regime.timeZone), run, edition);
  return [
    ...heading(1, words.sourcesTitle, summary, day),
    line(words.filesTitle, { size: 13, bold: true, before: 4, after: 4, keepNext: true }),
    grid([11, 20, 38, 44, 22, 30], words.filesColumns, fileRows(summary), 10),
    line(words.sourcesTableTitle, { size: 13, bold: true, before: 10, after: 4, keepNext: true }),
    grid([14, 46, 105], words.sourcesColumns, [...figureRows(summary), ...textRows(summary)], 9),
    line(made, { size: 10, italics: true, before: 8 }),
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
    { text: indicator.name.vi },
    { text: indicator.unitOfMeasure, align: 'center' },
    { text: shown(total?.value ?? null), align: 'right' },
    { text: shown(total?.cumulative ?? null), align: 'right' },
    { text: total ? totalNote(indicator, total) : '', size: 9 },
  ];
}

function shown(value: number | null): string {
  return value === null ? '—' : number(value);
}

/** How the total was made, and which units are missing from it; `notAdded`: what to say of dates and texts. */
export function totalNote(
  indicator: Indicator,
  { blank, contributions }: Total,
  notAdded: string = words.notAdded,
): string {
  if (indicator.acrossUnits === 'none') return notAdded;
  if (indicator.formula !== undefined) return words.computed(indicator.formula.replaceAll(' * ', ' × '));
  const contained = contributions.filter(({ added }) => !added).map(({ unit }) => unit);
  return [
    blank.length > 0 ? words.blank(blank.join(', ')) : '',
    contained.length > 0 ? words.contained(contained.join(', ')) : '',
  ]
    .filter(Boolean)
    .join('. ');
}

function fileRows({ units, regime }: Summary): GridCell[][] {
  return units
    .filter(({ counting }) => counting !== null)
    .map(({ unit, counting, filedAt }, n) => [
      { text: String(n + 1), align: 'center' },
      { text: unit.code, align: 'center' },
      { text: unit.name },
      { text: counting?.fileName ?? '' },
      { text: filedAt === null ? '' : moment(filedAt, regime.timeZone), align: 'center' },
      {
        text: counting ? `${shortUpload(counting.upload)}\n${counting.sha256.slice(0, 16)}` : '',
        align: 'center',
        size: 9,
      },
    ]);
}

function figureRows({ regime, totals }: Summary): GridCell[][] {
  return regime.indicators.map((indicator) => {
    const total = totals.find((each) => each.indicator === indicator.code);
    const given = (total?.contributions ?? []).filter(
      ({ value, cumulative }) => value !== null || cumulative !== null,
    );
    return sourceRow(
      indicator.code,
      indicator.name.vi,
      given.map((each) => ({ where: places([each.source, each.cumulativeSource]), what: taken(each) })),
    );
  });
}

function textRows({ regime, narrative }: Summary): GridCell[][] {
  return regime.sections.map(({ id, title }) => {
    const entries = narrative.find(({ section }) => section === id)?.entries ?? [];
    return sourceRow(
      id,
      title.vi,
      entries.map(({ unit, paragraphs }) => ({
        where: places(paragraphs.map(({ source }) => source)),
        what: unit.code,
      })),
    );
  });
}

/** Most units use the form, so their figures stand in the same cell: the place is named once, then who wrote what. */
function sourceRow(
  code: string,
  name: string,
  taken: readonly { readonly where: string; readonly what: string }[],
): GridCell[] {
  const by = new Map<string, string[]>();
  for (const { where, what } of taken) by.set(where, [...(by.get(where) ?? []), what]);
  const lines = [...by].map(([where, what]) => `[${where || '—'}] ${what.join('; ')}`);
  return [{ text: code, align: 'center' }, { text: name }, { text: lines.join('\n') || '—' }];
}

function taken({ unit, value, cumulative }: Contribution): string {
  const inPeriod = beginning(figure(value)) || '—';
  return cumulative === null
    ? `${unit}: ${inPeriod}`
    : `${unit}: ${inPeriod} | ${beginning(figure(cumulative))}`;
}

/** The report's text quotes in full; here the words only say which passage is meant. */
function beginning(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text;
}
