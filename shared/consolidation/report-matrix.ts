/** Two sheets of one shape: the figures of every unit with their totals, and at the same addresses where each stood. */
import {
  address,
  type CellStyle,
  type PlannedCell,
  type PlannedRow,
  type PlannedSheet,
} from '../documents/workbook.ts';
import type { Indicator } from '../regime/regime.ts';
import { parseRule } from '../regime/rule.ts';
import { measure, reportSubject, workbookWords as words } from '../wording/documents.ts';
import { place } from './places.ts';
import { amount, figureCell, head, ink, nameCell, numberFormat, plain, titleStyle } from './report-styles.ts';
import type { Contribution, Summary, Total } from './summary.ts';
import { shortUpload, standing } from './unit-notes.ts';

type Column = 'value' | 'cumulative';

// Title, hint, header (code, name and status of each unit); then the block of the period and the block of the year.
const headerRow = 3;
const firstBlock = headerRow + 2;
const totalColumn = words.matrixColumns.length;
const firstUnit = totalColumn + 1;

/** Where the matrix holds an indicator's total, such as `D17`. */
export function cellOfTotal(summary: Summary, code: string, column: Column): string {
  return address(rowOf(summary, code, column), totalColumn);
}

function rowOf(summary: Summary, code: string, column: Column): number {
  const block = column === 'value' ? firstBlock : firstBlock + indicatorsOf(summary, 'value').length + 1;
  return block + 1 + indicatorsOf(summary, column).findIndex((indicator) => indicator.code === code);
}

/** Dates and texts have no cumulative row, unless a unit wrote something there. */
function indicatorsOf(summary: Summary, column: Column): readonly Indicator[] {
  const { indicators } = summary.regime;
  if (column === 'value') return indicators;
  return indicators.filter(
    (indicator) =>
      indicator.acrossUnits !== 'none' ||
      totalOf(summary, indicator)?.contributions.some(({ cumulative }) => cumulative !== null),
  );
}

export function matrixOf(summary: Summary): { figures: PlannedSheet; sources: PlannedSheet } {
  const about = reportSubject(summary.regime, summary.period);
  const figures = sheetOf(summary, words.sheets.figures, words.matrixTitle(about), words.matrixHint, {
    width: 14,
    pagesWide: 1,
    total: totalCell,
    cell: (contribution, indicator, column) => {
      const cell = figureCell(contribution?.[column] ?? null, indicator);
      return contribution?.added[column] === false
        ? { ...cell, style: { ...cell.style, italic: true } }
        : cell;
    },
  });
  const sources = sheetOf(
    summary,
    words.sheets.sources,
    words.sourcesTitle(about),
    words.sourcesHint(summary.run),
    {
      width: 22,
      pagesWide: 2,
      total: () => ({ value: null, style: plain }),
      cell: (contribution, _, column) => ({
        value: contribution ? originOf(contribution, column) : null,
        style: { border: 'thin', wrap: true, size: 8 },
      }),
    },
  );
  return { figures: { ...figures, tab: '2E7D5B' }, sources };
}

interface Filling {
  /** Of a unit's column. */
  readonly width: number;
  readonly pagesWide: number;
  readonly total: (summary: Summary, indicator: Indicator, column: Column) => PlannedCell;
  readonly cell: (
    contribution: Contribution | undefined,
    indicator: Indicator,
    column: Column,
  ) => PlannedCell;
}

function sheetOf(
  summary: Summary,
  name: string,
  title: string,
  hint: string,
  filling: Filling,
): PlannedSheet {
  const { units } = summary;
  const columns = totalColumn + units.length;
  const lastRow =
    firstBlock + 1 + indicatorsOf(summary, 'value').length + indicatorsOf(summary, 'cumulative').length;
  const block = (label: string, column: Column): readonly PlannedRow[] => [
    { height: 20, cells: [{ value: label, style: band, columns }] },
    ...indicatorsOf(summary, column).map((indicator) => ({
      cells: [
        { value: indicator.code, style: { ...plain, align: 'center' as const } },
        nameCell(indicator),
        { value: measure(indicator), style: { ...plain, align: 'center' as const } },
        filling.total(summary, indicator, column),
        ...units.map(({ unit }) =>
          filling.cell(contributionOf(summary, indicator, unit.code), indicator, column),
        ),
      ],
    })),
  ];
  const whose = units.map((line) => ({ value: `${line.unit.name}\n${standing(line)}`, style: whoseStyle }));
  return {
    name,
    widths: [8, 44, 11, 12, ...units.map(() => filling.width)],
    rows: [
      { height: 26, cells: [{ value: title, style: titleStyle, columns }] },
      { height: 18, cells: [{ value: hint, style: { italic: true, size: 10 }, columns }] },
      {
        height: 24,
        cells: [...words.matrixColumns, ...units.map(({ unit }) => unit.code)].map((value) => ({
          value,
          style: head,
        })),
      },
      { cells: [...words.matrixColumns.map(() => ({ value: null, style: whoseStyle })), ...whose] },
      ...block(words.inPeriod, 'value'),
      ...block(words.cumulative, 'cumulative'),
    ],
    frozen: { rows: firstBlock - 1, columns: totalColumn },
    filter: `A${firstBlock - 1}:${address(lastRow, columns)}`,
    landscape: true,
    printTitles: `${headerRow}:${firstBlock - 1},A:C`,
    pagesWide: filling.pagesWide,
  };
}

const band: CellStyle = { border: 'thin', bold: true, fill: 'DCE6F1', color: ink, indent: 1 };
const whoseStyle: CellStyle = { border: 'thin', wrap: true, align: 'center', size: 9, fill: 'F5F7FA' };

function contributionOf(summary: Summary, indicator: Indicator, unit: string): Contribution | undefined {
  return totalOf(summary, indicator)?.contributions.find((each) => each.unit === unit);
}

function totalOf({ totals }: Summary, { code }: Indicator): Total | undefined {
  return totals.find(({ indicator }) => indicator === code);
}

function originOf({ unit, upload, source, cumulativeSource }: Contribution, column: Column): string | null {
  const where = place(column === 'value' ? source : cumulativeSource);
  return where === '' ? null : `${unit} · ${shortUpload(upload)} · ${where}`;
}

function totalCell(summary: Summary, indicator: Indicator, column: Column): PlannedCell {
  let style: CellStyle = { ...amount, bold: true, fill: 'FFF8E1', format: numberFormat(indicator) };
  const formula = formulaOf(summary, indicator, column);
  const value = totalOf(summary, indicator)?.[column] ?? null;
  // An unknown total stands as a dash: 0 would be a figure that nobody gave.
  if (value === null) style = { ...style, align: 'center', indent: 0 };
  return formula === null ? { value: value ?? '—', style } : { formula, value: value ?? '—', style };
}

function formulaOf(summary: Summary, indicator: Indicator, column: Column): string | null {
  if (summary.units.length === 0 || indicator.acrossUnits === 'none') return null;
  if (indicator.formula !== undefined) return derived(summary, indicator.formula, column);
  const row = rowOf(summary, indicator.code, column);
  const added = summary.units.flatMap(({ unit }, n) =>
    contributionOf(summary, indicator, unit.code)?.added[column] === false
      ? []
      : [address(row, firstUnit + n)],
  );
  const range = added.length === summary.units.length ? `${added.at(0)}:${added.at(-1)}` : added.join(',');
  const known = (totalOf(summary, indicator)?.[column] ?? null) !== null;
  return known ? `SUM(${range})` : `IF(COUNT(${range})=0,"—",SUM(${range}))`;
}

/** `100 * B13 / B12` over the totals' own cells; null where the formula asks for more than a spreadsheet can. */
function derived(summary: Summary, formula: string, column: Column): string | null {
  const { names, operands } = parseRule(formula);
  if (operands.some(({ cumulative, previous }) => cumulative || previous)) return null;
  const cells = new Map(names.map((code) => [code, cellOfTotal(summary, code, column)]));
  const written = formula.replace(/[A-Za-z][\w-]*/g, (name) => cells.get(name) ?? name).replaceAll(' ', '');
  return `IFERROR(${written},"—")`;
}
