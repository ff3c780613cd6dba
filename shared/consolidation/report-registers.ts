/** Two registers of the workbook: the findings still open, and who filed what when. */
import type { PlannedRow, PlannedSheet } from '../documents/workbook.ts';
import { workbookWords as words } from '../wording/documents.ts';
import { place } from './places.ts';
import { centred, head, plain, timeOf, titleStyle } from './report-styles.ts';
import type { Summary } from './summary.ts';
import { remarks, standing } from './unit-notes.ts';

export function findingsSheet({ units }: Summary): PlannedSheet {
  const rows = units.flatMap(({ unit, findings }) => findings.map((finding) => ({ unit, finding })));
  const small = { ...plain, size: 10 };
  return register(
    words.sheets.findings,
    words.findingsTitle,
    words.findingsColumns,
    [6, 11, 34, 11, 18, 24, 24, 48, 48],
    rows.map(({ unit, finding }, n) => ({
      cells: [
        { value: n + 1, style: centred },
        { value: unit.code, style: centred },
        { value: unit.name, style: plain },
        { value: words.severities[finding.severity], style: centred },
        { value: place(finding.where), style: { ...centred, size: 10 } },
        { value: finding.found, style: small },
        { value: finding.expected, style: small },
        { value: finding.message.vi, style: small },
        { value: finding.fix.vi, style: small },
      ],
    })),
    words.noFindings,
  );
}

export function filingsSheet({ units, regime }: Summary): PlannedSheet {
  return register(
    words.sheets.filings,
    words.filingsTitle,
    words.filingsColumns,
    [6, 11, 40, 20, 18, 36, 30, 34, 52],
    units.map((line, n) => ({
      cells: [
        { value: n + 1, style: centred },
        { value: line.unit.code, style: centred },
        { value: line.unit.name, style: plain },
        { value: standing(line), style: centred },
        timeOf(line.filedAt, regime.timeZone),
        { value: line.counting?.fileName ?? null, style: plain },
        { value: line.counting?.upload ?? null, style: { ...centred, size: 9 } },
        { value: line.counting?.sha256 ?? null, style: { ...centred, size: 8 } },
        { value: remarks(line, regime), style: { ...plain, size: 10 } },
      ],
    })),
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
