/** "Phụ lục II": the reports that were added up, and every figure with the place where it stood. */
import { type Block, line } from '../../documents/decree.ts';
import { type GridCell, grid } from '../../documents/decree-tables.ts';
import { languageOf } from '../../regime/language.ts';
import type { Source } from '../../vocabulary/source.ts';
import { periodAlone, reportWords as words } from '../../wording/documents.ts';
import { moment, number, shortMoment } from '../../wording/vietnamese.ts';
import { areas, place } from '../places.ts';
import type { Summary } from '../summary.ts';
import type { Column } from '../totals.ts';
import { appendixHeading } from './appendices.ts';
import { originsOf } from './source-notes.ts';

/** Of more reports a reader follows no figure on paper, or not even their list: the workbook has both. */
const mostReports = 40;
const mostListed = 400;

/** `day`: the report's day in words. */
export function sourcesAppendix(summary: Summary, day: string): readonly Block[] {
  const { regime, scheduledAt, edition, files } = summary;
  const ofYear = summary.earlier.year.length > 0;
  const [widths, columns] = ofYear
    ? [[10, 40, 20, 39, 22, 34], words.yearSourcesColumns]
    : [[11, 44, 38, 26, 46], words.sourcesColumns];
  const toldOneByOne = files.length > 0 && files.length <= mostReports;
  return [
    ...appendixHeading(1, words.sourcesTitle, summary, day),
    ...(files.length > mostListed
      ? [line(words.reportsElsewhere(files.length, regime.office.name), { size: 13, align: 'justify' })]
      : [
          line(toldOneByOne ? `1. ${words.reportsHeading}` : words.reportsHeading, {
            bold: true,
            size: 13,
            after: 4,
            keepNext: true,
          }),
          grid(widths, columns, reportRows(summary), 10),
        ]),
    ...(toldOneByOne ? figuresOf(summary) : []),
    line(words.made(moment(scheduledAt, regime.timeZone), edition, regime.office.name), {
      size: 11,
      italics: true,
      before: 8,
    }),
  ];
}

function figuresOf(summary: Summary): readonly Block[] {
  const numbers = new Map(summary.files.map(({ upload }, n) => [upload, n + 1]));
  const rows = summary.regime.indicators
    .filter(({ acrossUnits }) => acrossUnits === 'sum')
    .flatMap(({ code }) => {
      const total = summary.totals.find(({ indicator }) => indicator === code);
      if (!total) return [];
      const inPeriod = figureRow(code, summary, 'value', numbers);
      // Figures that are the same twice, at the same hand, are told once.
      const cumulative =
        total.cumulative === total.value ? [] : figureRow(code, summary, 'cumulative', numbers);
      return [...inPeriod, ...cumulative];
    });
  return [
    line(`2. ${words.figuresHeading}`, { bold: true, size: 13, before: 10, keepNext: true }),
    line(words.figuresHint, { size: 11, italics: true, after: 4, keepNext: true, align: 'justify' }),
    grid([17, 18, 130], words.figuresColumns, rows, 9),
  ];
}

function figureRow(
  code: string,
  { totals }: Summary,
  column: Column,
  numbers: ReadonlyMap<string, number>,
): GridCell[][] {
  const total = totals.find(({ indicator }) => indicator === code);
  const value = total?.[column] ?? null;
  if (!total || value === null) return [];
  const origins = originsOf(total, column).map(({ upload, value: figure, source }) =>
    words.origin(String(numbers.get(upload) ?? '?'), number(figure), place(source)),
  );
  return [
    [
      { text: column === 'value' ? code : words.cumulativeOf(code), align: 'center' },
      { text: number(value), align: 'right', bold: true },
      { text: origins.join('; ') },
    ],
  ];
}

/** Files first, each with its number; who declared that there was nothing to report stands below. */
function reportRows(summary: Summary): GridCell[][] {
  const { regime, files, contributors, units, earlier } = summary;
  const names = new Map(contributors.map(({ code, name }) => [code, name]));
  const places = placesBy(summary);
  const periods = new Map(
    [...earlier.year, { period: summary.period.id, title: summary.period.title }].map((each) => [
      each.period,
      periodAlone(each, languageOf(regime)),
    ]),
  );
  const ofYear = earlier.year.length > 0;
  const time = (at: string | null): GridCell => ({
    text: at === null ? '' : shortMoment(at, regime.timeZone),
    align: 'center',
  });
  const nil = units.filter(({ status }) => status === 'nil');
  return [
    ...files.map(({ unit, period, upload, receipt, receivedAt }) => ({
      ...{ unit, period, receipt, at: receivedAt, where: whereOf(places.get(upload)) },
    })),
    ...nil.map(({ unit, filedAt }) => ({
      ...{ unit: unit.code, period: summary.period.id, receipt: words.nilReport, at: filedAt, where: '' },
    })),
  ].map(({ unit, period, receipt, at, where }, n): GridCell[] => [
    { text: String(n + 1), align: 'center' },
    { text: names.get(unit) ?? unit },
    ...(ofYear ? [{ text: periods.get(period) ?? period, align: 'center' as const }] : []),
    { text: receipt },
    time(at),
    { text: where },
  ]);
}

/** By upload: where its figures stood, and where its text. */
function placesBy({
  totals,
  narrative,
}: Summary): ReadonlyMap<string, { figures: Source[]; texts: Source[] }> {
  const places = new Map<string, { figures: Source[]; texts: Source[] }>();
  const of = (upload: string) => {
    const known = places.get(upload) ?? { figures: [], texts: [] };
    places.set(upload, known);
    return known;
  };
  for (const { contributions } of totals) {
    for (const { upload, source, cumulativeSource, parts } of contributions) {
      const given = parts.length === 0 ? [{ upload, source }] : parts;
      for (const each of [...given, { upload, source: cumulativeSource }]) {
        if (each.source !== null) of(each.upload).figures.push(each.source);
      }
    }
  }
  for (const { upload, paragraphs } of narrative.flatMap(({ entries }) => entries)) {
    of(upload).texts.push(...paragraphs.map(({ source }) => source));
  }
  return places;
}

function whereOf(places: { figures: readonly Source[]; texts: readonly Source[] } | undefined): string {
  const [figuresAt, textsAt] = [areas(places?.figures ?? []), areas(places?.texts ?? [])];
  return [figuresAt && words.figuresAt(figuresAt), textsAt && words.textAt(textsAt)]
    .filter(Boolean)
    .join('\n');
}
