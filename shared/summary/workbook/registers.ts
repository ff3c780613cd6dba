/** Two registers of the workbook: the findings still open, and who filed what when. */

import type { PlannedRow, PlannedSheet } from '../../documents/sheet-plan.ts';
import { languageOf } from '../../regime/language.ts';
import { say } from '../../vocabulary/text.ts';
import { lowerFirst, workbookWords as words } from '../../wording/documents.ts';
import { number } from '../../wording/vietnamese.ts';
import { place } from '../places.ts';
import type { CountedFile, Summary, UnitLine } from '../summary.ts';
import { remarks, standing } from '../unit-notes.ts';
import { centred, head, markedFill, plain, timeOf, titleStyle } from './styles.ts';

/** What is to be looked at before anybody signs: what files say of themselves, and what they say beside each other. */
export function findingsSheet(summary: Summary): PlannedSheet {
  return register(
    words.sheets.findings,
    words.findingsTitle,
    words.findingsColumns,
    [6, 11, 34, 12, 18, 24, 24, 48, 48],
    noticesOf(summary).map((notice, n) => ({
      cells: [
        { value: n + 1, style: centred },
        { value: notice.unit.code, style: centred },
        { value: notice.unit.name, style: plain },
        { value: notice.kind, style: { ...centred, ...(notice.marked && { fill: markedFill }) } },
        { value: notice.where, style: { ...centred, size: 10 } },
        ...[notice.found, notice.expected, notice.message, notice.fix].map((value) => ({
          value,
          style: small,
        })),
      ],
    })),
    words.noFindings,
  );
}

const small = { ...plain, size: 10 };

interface Notice {
  readonly unit: UnitLine['unit'];
  readonly kind: string;
  readonly where: string;
  readonly found: string | null;
  readonly expected: string | null;
  readonly message: string;
  readonly fix: string;
  readonly marked?: boolean;
}

function noticesOf(summary: Summary): readonly Notice[] {
  const { units, contributors, outliers, discrepancies, gaps, totals } = summary;
  const language = languageOf(summary.regime);
  const names = new Map(contributors.map((unit) => [unit.code, unit]));
  const unitOf = (code: string) => names.get(code) ?? { code, name: code };
  const places = new Map(
    totals.flatMap(({ indicator, contributions }) =>
      contributions.map(({ unit, source, parts }) => [
        `${unit} ${indicator}`,
        place(source ?? parts.at(-1)?.source ?? null),
      ]),
    ),
  );
  const titles = periodTitles(summary);
  const found = (fits: (severity: keyof typeof words.severities) => boolean) =>
    units.flatMap(({ unit, findings, waived }) =>
      findings
        .filter(({ severity }) => fits(severity))
        .map(
          (finding): Notice => ({
            ...{ unit, kind: words.severities[finding.severity], where: place(finding.where) },
            ...(finding.severity === 'error' &&
              waived !== undefined && { kind: words.waivedError, marked: true }),
            ...{ found: finding.found, expected: finding.expected },
            ...{
              message: say(finding.message, language),
              fix:
                finding.severity === 'error' && waived !== undefined
                  ? words.waivedWhy(waived)
                  : say(finding.fix, language),
            },
          }),
        ),
    );
  // What may change a figure stands above the notes about how a cell was read, of which there may be dozens.
  return [
    ...found((severity) => severity === 'error'),
    ...found((severity) => severity === 'warning'),
    ...outliers.map(
      ({ unit, indicator, value, usual, why }): Notice => ({
        ...{ unit: unitOf(unit), kind: words.outlier, where: places.get(`${unit} ${indicator}`) ?? '' },
        ...{
          found: number(value),
          expected: words.usual(number(usual)),
          message: `${indicator}: ${say(why, language)}`,
        },
        ...{ fix: words.checkFigure, marked: true },
      }),
    ),
    ...discrepancies.map(
      ({ unit, indicator, added, stated, source }): Notice => ({
        ...{ unit: unitOf(unit), kind: words.discrepancy, where: place(source) },
        ...{ found: number(stated), expected: number(added) },
        ...{ message: words.discrepancyWhy(indicator), fix: words.mendDiscrepancy },
      }),
    ),
    ...gaps.map(
      ({ unit, periods }): Notice => ({
        ...{ unit: unitOf(unit), kind: words.gap, where: '', found: null, expected: null },
        ...{
          message: words.gapWhy(periods.map((id) => lowerFirst(titles.get(id) ?? id))),
          fix: words.mendGap,
        },
      }),
    ),
    ...found((severity) => severity === 'note'),
  ];
}

/** By period; those of this year that the report is made of. */
function periodTitles({ earlier, regime }: Pick<Summary, 'earlier' | 'regime'>): ReadonlyMap<string, string> {
  return new Map(earlier.year.map(({ period, title }) => [period, say(title, languageOf(regime))]));
}

/** Who filed when for this period, then the files of the earlier periods that the figures were taken from too. */
export function filingsSheet(summary: Summary): PlannedSheet {
  const { units, regime, files, period, contributors } = summary;
  const titles = periodTitles(summary);
  const received = new Map(contributors.map(({ code, name }) => [code, name]));
  const row = (given: {
    readonly unit: UnitLine['unit'];
    readonly status: string;
    readonly at: string | null;
    readonly file: Pick<CountedFile, 'fileName' | 'upload' | 'sha256'> | null;
    readonly remark: string;
  }) => [
    { value: given.unit.code, style: centred },
    { value: given.unit.name, style: plain },
    { value: given.status, style: centred },
    timeOf(given.at, regime.timeZone),
    { value: given.file?.fileName ?? null, style: plain },
    { value: given.file?.upload ?? null, style: { ...centred, size: 9 } },
    { value: given.file?.sha256 ?? null, style: { ...centred, size: 8 } },
    { value: given.remark, style: { ...plain, size: 10 } },
  ];
  const earlier = files.filter((file) => file.period !== period.id);
  const rows = [
    ...units.map((line) =>
      row({
        ...{ unit: line.unit, status: standing(line), at: line.filedAt, file: line.counting },
        remark: remarks(line, regime),
      }),
    ),
    ...earlier.map((file) =>
      row({
        unit: { code: file.unit, name: received.get(file.unit) ?? file.unit },
        ...{ status: titles.get(file.period) ?? file.period, at: file.receivedAt, file, remark: '' },
      }),
    ),
  ];
  return register(
    words.sheets.filings,
    words.filingsTitle,
    words.filingsColumns,
    [6, 11, 40, 20, 18, 36, 30, 34, 52],
    rows.map((cells, n) => ({ cells: [{ value: n + 1, style: centred }, ...cells] })),
    '',
  );
}

function register(
  name: string,
  title: string,
  columns: readonly string[],
  widths: readonly number[],
  rows: readonly PlannedRow[],
  whenEmpty: string,
): PlannedSheet {
  const empty: PlannedRow = { cells: [{ value: whenEmpty, style: plain, columns: columns.length }] };
  return {
    name,
    widths,
    rows: [
      { height: 28, cells: [{ value: title, style: titleStyle, columns: columns.length }] },
      { height: 24, cells: columns.map((value) => ({ value, style: head })) },
      ...(rows.length > 0 ? rows : [empty]),
    ],
    frozen: { rows: 2, columns: 3 },
    filter: `A2:${String.fromCharCode(64 + columns.length)}${Math.max(3, rows.length + 2)}`,
    landscape: true,
    printTitles: '2:2',
  };
}
