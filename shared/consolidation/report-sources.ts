/** "Phụ lục II": the reports that were added up, and every figure with the place where it stood. */
import { type Block, line } from '../documents/decree.ts';
import { type GridCell, grid } from '../documents/decree-tables.ts';
import type { Source } from '../report/document.ts';
import { reportWords as words } from '../wording/documents.ts';
import { moment, number } from '../wording/vietnamese.ts';
import { areas, place } from './places.ts';
import { appendixHeading } from './report-appendices.ts';
import { originsOf } from './source-notes.ts';
import type { Summary } from './summary.ts';
import type { Column } from './totals.ts';

/** Of more reports a reader follows no figure on paper: they stand in the workbook alone. */
const mostReports = 40;

/** `day`: the report's day in words. */
export function sourcesAppendix(summary: Summary, day: string): readonly Block[] {
  const { regime, scheduledAt, edition, files } = summary;
  const rows = reportRows(summary);
  const ofYear = summary.earlier.year.length > 0;
  const [widths, columns] = ofYear
    ? [[10, 41, 20, 36, 22, 36], words.yearSourcesColumns]
    : [[11, 44, 38, 26, 46], words.sourcesColumns];
  return [
    ...appendixHeading(1, words.sourcesTitle, summary, day),
    line(words.reportsHeading, { bold: true, size: 13, after: 4, keepNext: true }),
    grid(widths, columns, rows, 10),
    ...(files.length > 0 && files.length <= mostReports ? figuresOf(summary) : []),
    line(words.made(moment(scheduledAt, regime.timeZone), edition), { size: 11, italics: true, before: 8 }),
  ];
}

interface Reports {
  /** By upload: its number in the first table. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly sources: ReadonlyMap<string, readonly Source[]>;
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
    line(words.figuresHeading, { bold: true, size: 13, before: 10, keepNext: true }),
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
  const { sources } = sourcesBy(summary);
  const ofYear = earlier.year.length > 0;
  const time = (at: string | null): GridCell => ({
    text: at === null ? '' : moment(at, regime.timeZone),
    align: 'center',
  });
  const nil = units.filter(({ status }) => status === 'nil');
  return [
    ...files.map(({ unit, period, upload, receipt, receivedAt }) => ({
      ...{ unit, period, receipt, at: receivedAt, where: whereOf(sources.get(upload), summary, upload) },
    })),
    ...nil.map(({ unit, filedAt }) => ({
      ...{ unit: unit.code, period: summary.period.id, receipt: words.nilReport, at: filedAt, where: '' },
    })),
  ].map(({ unit, period, receipt, at, where }, n): GridCell[] => [
    { text: String(n + 1), align: 'center' },
    { text: names.get(unit) ?? unit },
    ...(ofYear ? [{ text: period, align: 'center' as const }] : []),
    { text: receipt },
    time(at),
    { text: where },
  ]);
}

function sourcesBy({ totals }: Summary): Pick<Reports, 'sources'> {
  const sources = new Map<string, Source[]>();
  const note = (upload: string, source: Source | null) => {
    if (source === null) return;
    const known = sources.get(upload);
    if (known) known.push(source);
    else sources.set(upload, [source]);
  };
  for (const { contributions } of totals) {
    for (const { upload, source, cumulativeSource, parts } of contributions) {
      if (parts.length === 0) note(upload, source);
      for (const part of parts) note(part.upload, part.source);
      note(upload, cumulativeSource);
    }
  }
  return { sources };
}

function whereOf(figures: readonly Source[] | undefined, { narrative }: Summary, upload: string): string {
  const texts = narrative
    .flatMap(({ entries }) => entries.filter((entry) => entry.upload === upload))
    .flatMap(({ paragraphs }) => paragraphs.map(({ source }) => source));
  const [figuresAt, textsAt] = [areas(figures ?? []), areas(texts)];
  return [figuresAt && words.figuresAt(figuresAt), textsAt && words.textAt(textsAt)]
    .filter(Boolean)
    .join('\n');
}
