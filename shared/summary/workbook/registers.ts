/** Two registers of the workbook: the findings still open, and who filed what when. */

import { manyRows, rowByRow } from '../../documents/large-sheets.ts';
import type { PlannedRow, PlannedSheet } from '../../documents/sheet-plan.ts';
import { head } from '../../documents/table-head.ts';
import { languageOf } from '../../regime/language.ts';
import type { Severity } from '../../vocabulary/finding.ts';
import { say } from '../../vocabulary/text.ts';
import { lowerFirst, workbookWords as words } from '../../wording/documents.ts';
import { dayInText, number } from '../../wording/vietnamese.ts';
import { type OpenBalance, openBalances } from '../balances.ts';
import { nilDatedIn } from '../nil-dated.ts';
import { place } from '../places.ts';
import { worsened } from '../report/shortcomings.ts';
import { statedOtherwise, untoldSoFar } from '../stated.ts';
import type { CountedFile, Summary, UnitLine } from '../summary.ts';
import { remarks, standing } from '../unit-notes.ts';
import { centred, markedFill, plain, timeOf, titleStyle } from './styles.ts';

/** What is to be looked at before anybody signs: what files say of themselves, and what they say beside each other. */
export function findingsSheet(summary: Summary): PlannedSheet {
  const kept = {
    name: words.sheets.findings,
    title: words.findingsTitle,
    columns: words.findingsColumns,
    widths: [6, 11, 34, 12, 18, 24, 24, 48, 48],
    whenEmpty: words.noFindings,
  };
  return register(kept, noticesOf(summary), (notice, n) => ({
    cells: [
      { value: n + 1, style: centred },
      { value: notice.unit.code, style: centred },
      { value: notice.unit.name, style: plain },
      { value: notice.kind, style: notice.marked ? markedKind : centred },
      { value: notice.where, style: smallCentred },
      ...[notice.found, notice.expected, notice.message, notice.fix].map((value) => ({
        value,
        style: small,
      })),
    ],
  }));
}

const small = { ...plain, size: 10 };
const smallCentred = { ...centred, size: 10 };
const markedKind = { ...centred, fill: markedFill };
const tiny = { ...centred, size: 9 };
const tiniest = { ...centred, size: 8 };

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

// What may change a figure stands above the notes about how a cell was read, of which there may be dozens.
function noticesOf(summary: Summary): readonly Notice[] {
  return [
    ...findingsOf(summary, 'error'),
    ...findingsOf(summary, 'warning'),
    ...outliersOf(summary),
    ...discrepanciesOf(summary),
    ...statedOf(summary),
    ...untoldOf(summary),
    ...unbalancedOf(summary),
    ...nilDatedOf(summary),
    ...gapsOf(summary),
    ...worsenedOf(summary),
    ...findingsOf(summary, 'note'),
  ];
}

function findingsOf({ units, regime }: Summary, severity: Severity): readonly Notice[] {
  const language = languageOf(regime);
  return units.flatMap(({ unit, findings, waived }) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map(({ where, found, expected, message, fix }): Notice => {
        const stands = { unit, where: place(where), found, expected, message: say(message, language) };
        return severity === 'error' && waived !== undefined
          ? { ...stands, kind: words.waivedError, fix: words.waivedWhy(waived), marked: true }
          : { ...stands, kind: words.severities[severity], fix: say(fix, language) };
      }),
  );
}

function namesIn({ contributors }: Summary): (code: string) => UnitLine['unit'] {
  const names = new Map(contributors.map((unit) => [unit.code, unit]));
  return (code) => names.get(code) ?? { code, name: code };
}

function outliersOf(summary: Summary): readonly Notice[] {
  const unitOf = namesIn(summary);
  const places = new Map(
    summary.totals.flatMap(({ indicator, contributions }) =>
      contributions.map(({ unit, source, parts }) => [
        `${unit} ${indicator}`,
        place(source ?? parts.at(-1)?.source ?? null),
      ]),
    ),
  );
  return summary.outliers.map(({ unit, indicator, value, usual, why }) => ({
    unit: unitOf(unit),
    kind: words.outlier,
    where: places.get(`${unit} ${indicator}`) ?? '',
    found: number(value),
    expected: words.usual(number(usual)),
    message: `${indicator}: ${say(why, languageOf(summary.regime))}`,
    fix: words.checkFigure,
    marked: true,
  }));
}

function discrepanciesOf(summary: Summary): readonly Notice[] {
  const unitOf = namesIn(summary);
  return summary.discrepancies.map(({ unit, indicator, added, stated, source }) => ({
    unit: unitOf(unit),
    kind: words.discrepancy,
    where: place(source),
    found: number(stated),
    expected: number(added),
    message: words.discrepancyWhy(indicator),
    fix: words.mendDiscrepancy,
  }));
}

function statedOf(summary: Summary): readonly Notice[] {
  return statedOtherwise(summary).map(({ indicator, added, stated }) => ({
    unit: words.ofTotals,
    kind: words.discrepancy,
    where: '',
    found: number(added),
    expected: number(stated),
    message: words.statedWhy(indicator, number(Math.abs(stated - added))),
    fix: words.mendGap,
  }));
}

function untoldOf(summary: Summary): readonly Notice[] {
  const totals = new Map(summary.totals.map((total) => [total.indicator, total]));
  return untoldSoFar(summary).map((code) => {
    const cumulative = totals.get(code)?.cumulative ?? null;
    return {
      unit: words.ofTotals,
      kind: words.untold,
      where: '',
      found: cumulative === null ? null : number(cumulative),
      expected: null,
      message: words.untoldWhy(code),
      fix: words.mendUntold,
    };
  });
}

function unbalancedOf(summary: Summary): readonly Notice[] {
  const listed = (figures: OpenBalance['figures']) =>
    figures.map(({ indicator, value }) => `${indicator} = ${number(value)}`).join(', ');
  return openBalances(summary).map(({ untold, figures, wayOut }) => ({
    unit: words.ofTotals,
    kind: words.untold,
    where: '',
    found: listed(figures),
    expected: wayOut && listed(wayOut.figures),
    message: words.unbalancedWhy(untold),
    fix: wayOut
      ? words.mendUnbalanced(
          wayOut.units.map((each) => {
            const own = each.figures.map(({ indicator, added, stated }) =>
              words.statedInstead(indicator, number(stated), added === null ? null : number(added)),
            );
            return `${each.unit}: ${own.join(', ')}`;
          }),
        )
      : words.mendUntold,
  }));
}

function nilDatedOf(summary: Summary): readonly Notice[] {
  const unitOf = namesIn(summary);
  const titles = new Map(
    summary.regime.periods.map(({ id, title }) => [id, say(title, languageOf(summary.regime))]),
  );
  return nilDatedIn(summary).map(({ unit, indicator, day, period }) => ({
    unit: unitOf(unit),
    kind: words.untold,
    where: '',
    found: dayInText(day),
    expected: null,
    message: words.nilDatedWhy(indicator, lowerFirst(titles.get(period) ?? period)),
    fix: words.checkFigure,
  }));
}

/** Of what the report reckons from figures of two periods how it does. */
function worsenedOf(summary: Summary): readonly Notice[] {
  return worsened(summary).map(({ text, sentence }) => ({
    unit: words.ofTotals,
    kind: words.reckoned,
    where: '',
    found: null,
    expected: null,
    message: text,
    fix: words.reckonedHow(sentence),
  }));
}

function gapsOf(summary: Summary): readonly Notice[] {
  const unitOf = namesIn(summary);
  const titles = periodTitles(summary);
  return summary.gaps.map(({ unit, periods }) => ({
    unit: unitOf(unit),
    kind: words.gap,
    where: '',
    found: null,
    expected: null,
    message: words.gapWhy(periods.map((id) => lowerFirst(titles.get(id) ?? id))),
    fix: words.mendGap,
  }));
}

/** By period; those of this year that the report is made of. */
function periodTitles({ earlier, regime }: Pick<Summary, 'earlier' | 'regime'>): ReadonlyMap<string, string> {
  return new Map(earlier.year.map(({ period, title }) => [period, say(title, languageOf(regime))]));
}

interface Filing {
  readonly unit: UnitLine['unit'];
  readonly status: string;
  readonly at: string | null;
  readonly file: Pick<CountedFile, 'fileName' | 'upload' | 'sha256'> | null;
  readonly remark: string;
}

/** Who filed when for this period, then the files of the earlier periods that the figures were taken from too. */
export function filingsSheet(summary: Summary): PlannedSheet {
  const { units, regime, files, period, contributors } = summary;
  const titles = periodTitles(summary);
  const received = new Map(contributors.map(({ code, name }) => [code, name]));
  const row = (given: Filing) => [
    { value: given.unit.code, style: centred },
    { value: given.unit.name, style: plain },
    { value: given.status, style: centred },
    timeOf(given.at, regime.timeZone),
    { value: given.file?.fileName ?? null, style: plain },
    { value: given.file?.upload ?? null, style: tiny },
    { value: given.file?.sha256 ?? null, style: tiniest },
    { value: given.remark, style: small },
  ];
  const earlier = files.filter((file) => file.period !== period.id);
  const filings: readonly Filing[] = [
    ...units.map((line) => ({
      unit: line.unit,
      status: standing(line),
      at: line.filedAt,
      file: line.counting,
      remark: remarks(line, regime),
    })),
    ...earlier.map((file) => ({
      unit: { code: file.unit, name: received.get(file.unit) ?? file.unit },
      status: titles.get(file.period) ?? file.period,
      at: file.receivedAt,
      file,
      remark: '',
    })),
  ];
  const kept = {
    name: words.sheets.filings,
    title: words.filingsTitle,
    columns: words.filingsColumns,
    widths: [6, 11, 40, 20, 18, 36, 30, 34, 52],
    whenEmpty: '',
  };
  return register(kept, filings, (filing, n) => ({
    cells: [{ value: n + 1, style: centred }, ...row(filing)],
  }));
}

interface Register {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly string[];
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  readonly whenEmpty: string;
}

function register<T>(
  { name, title, columns, widths, whenEmpty }: Register,
  entries: readonly T[],
  rowOf: (entry: T, n: number) => PlannedRow,
): PlannedSheet {
  const empty: PlannedRow = { cells: [{ value: whenEmpty, style: plain, columns: columns.length }] };
  const above: readonly PlannedRow[] = [
    { height: 28, cells: [{ value: title, style: titleStyle, columns: columns.length }] },
    { height: 24, cells: columns.map((value) => ({ value, style: head })) },
  ];
  return {
    name,
    widths,
    rows: rowByRow([...above, ...(entries.length > 0 ? [] : [empty])], entries, rowOf),
    large: entries.length > manyRows,
    frozen: { rows: 2, columns: 3 },
    filter: `A2:${String.fromCharCode(64 + columns.length)}${Math.max(3, entries.length + 2)}`,
    landscape: true,
    printTitles: '2:2',
  };
}
