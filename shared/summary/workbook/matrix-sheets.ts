/** The two ways a sheet of figures by unit may lie, and where each figure stands in it: a unit is a column, or a row. */

import {
  address,
  type CellStyle,
  columnName,
  type PlannedCell,
  type PlannedRow,
  type PlannedSheet,
} from '../../documents/sheet-plan.ts';
import { head, ink } from '../../documents/table-head.ts';
import { languageOf } from '../../regime/language.ts';
import type { Indicator } from '../../regime/regime.ts';
import { say } from '../../vocabulary/text.ts';
import { measure, workbookWords as words } from '../../wording/documents.ts';
import { cumulativeName, valueName } from '../report/standing-of-figures.ts';
import type { Contribution, Outlier, Summary, Total } from '../summary.ts';
import type { Column } from '../totals.ts';
import { standing } from '../unit-notes.ts';
import { nameCell, plain, titleStyle } from './styles.ts';

// Title, hint, header (code, name and status of each unit); then the block of the period and the block of the year.
const headerRow = 3;
const firstBlock = headerRow + 2;
const totalColumn = words.matrixColumns.length;
const firstUnit = totalColumn + 1;
/** Code, name and unit of measure stand on every printed page. */
const repeated = 3;
/** Where units stand in rows: code, name and status before the figures, and the totals above the first unit. */
const whoseColumns = words.unitColumns.length;
const totalRow = headerRow + 2;

/** Everything that is looked up for each cell, once. */
export interface Matrix {
  readonly summary: Summary;
  /** Whether a unit is a row instead of a column. */
  readonly inRows: boolean;
  readonly cells: Cells;
  readonly indicators: Readonly<Record<Column, readonly Indicator[]>>;
  readonly totals: ReadonlyMap<string, Total>;
  /** By indicator, then by unit. */
  readonly given: ReadonlyMap<string, ReadonlyMap<string, Contribution>>;
  readonly outliers: ReadonlyMap<string, Outlier>;
}

/** Addresses of figures, by indicator and column of the report. */
interface Cells {
  readonly total: (code: string, column: Column) => string;
  /** `place` of the unit among the contributors, from 0. */
  readonly unit: (code: string, column: Column, place: number) => string;
}

/** What Excel's sheets, and LibreOffice's, have. */
const columnsOfSheet = 16_384;

/** Whether there are more units than a sheet has columns. */
export function standInRows({ contributors }: Summary, mostColumns: number = columnsOfSheet): boolean {
  return totalColumn + contributors.length > mostColumns;
}

/** Where the figures of these indicators stand. */
export function cellsOf({ value, cumulative }: Matrix['indicators'], inRows: boolean): Cells {
  const between = inRows ? 0 : 1;
  const first = inRows ? whoseColumns : firstBlock;
  const numbered = (indicators: readonly Indicator[], from: number) =>
    new Map(indicators.map(({ code }, n) => [code, from + 1 + n]));
  const lines = {
    value: numbered(value, first),
    cumulative: numbered(cumulative, first + value.length + between),
  };
  const line = (code: string, column: Column) => lines[column].get(code) ?? 0;
  return inRows
    ? {
        total: (code, column) => address(totalRow, line(code, column)),
        unit: (code, column, place) => address(totalRow + 1 + place, line(code, column)),
      }
    : {
        total: (code, column) => address(line(code, column), totalColumn),
        unit: (code, column, place) => address(line(code, column), firstUnit + place),
      };
}

/** The sheet with one unit a column, or one a row; `filling` says what stands in a cell. */
export function sheetOf(matrix: Matrix, headed: Headed, filling: Filling): PlannedSheet {
  return (matrix.inRows ? tallSheet : wideSheet)(matrix, headed, filling);
}

interface Headed {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
}

export interface Filling {
  /** Of a unit's column. */
  readonly width: number;
  readonly pagesWide: number;
  readonly total: (indicator: Indicator, column: Column) => PlannedCell;
  readonly cell: (
    contribution: Contribution | undefined,
    indicator: Indicator,
    column: Column,
  ) => PlannedCell;
}

/** From so many units on the sheets are too large to be held whole. */
const manyUnits = 300;

function wideSheet(matrix: Matrix, { name, title, hint }: Headed, filling: Filling): PlannedSheet {
  const { contributors, units } = matrix.summary;
  const columns = totalColumn + contributors.length;
  // A band over thousands of columns is nothing that anybody sees whole.
  const wide = Math.min(columns, 30);
  const lastRow = firstBlock + 1 + matrix.indicators.value.length + matrix.indicators.cumulative.length;
  function* block(label: string, column: Column): Generator<PlannedRow> {
    yield {
      height: 20,
      // Merged only over what every printed page repeats: further a band would run off the paper.
      cells: [
        { value: label, style: band, columns: repeated },
        ...Array.from({ length: wide - 1 }, (_, n) => (n + 1 < repeated ? null : { style: band })),
      ],
    };
    for (const indicator of matrix.indicators[column]) {
      const given = matrix.given.get(indicator.code);
      yield {
        cells: [
          { value: indicator.code, style: centredPlain },
          nameCell(indicator, languageOf(matrix.summary.regime)),
          { value: measure(indicator), style: centredPlain },
          filling.total(indicator, column),
          ...contributors.map(({ code }) => filling.cell(given?.get(code), indicator, column)),
        ],
      };
    }
  }
  function* rows(): Generator<PlannedRow> {
    yield { height: 26, cells: [{ value: title, style: titleStyle, columns: wide }] };
    yield { height: 18, cells: [{ value: hint, style: hintStyle, columns: wide }] };
    yield {
      height: 24,
      cells: [...words.matrixColumns, ...contributors.map(({ code }) => code)].map((value) => ({
        value,
        style: head,
      })),
    };
    yield { cells: [...words.matrixColumns.map(() => ({ value: null, style: whoseStyle })), ...whose] };
    yield* block(valueName(matrix.summary), 'value');
    yield* block(cumulativeName(matrix.summary), 'cumulative');
  }
  const standings = new Map(units.map((line) => [line.unit.code, standing(line)]));
  const whose = contributors.map((unit) => ({
    value: `${unit.name}\n${standings.get(unit.code) ?? words.formerUnit}`,
    style: whoseStyle,
  }));
  return {
    name,
    widths: [8, 44, 11, 12, ...contributors.map(() => filling.width)],
    rows: { [Symbol.iterator]: rows },
    large: contributors.length >= manyUnits,
    frozen: { rows: firstBlock - 1, columns: totalColumn },
    filter: `A${firstBlock - 1}:${address(lastRow, columns)}`,
    landscape: true,
    printTitles: `${headerRow}:${firstBlock - 1},A:${columnName(repeated)}`,
    pagesWide: filling.pagesWide,
  };
}

/** One row a unit, one column a figure: first the period's, then the year's. */
function tallSheet(matrix: Matrix, { name, title, hint }: Headed, filling: Filling): PlannedSheet {
  const { contributors, units, regime } = matrix.summary;
  const columns = (['value', 'cumulative'] as const).flatMap((column) =>
    matrix.indicators[column].map((indicator) => ({ indicator, column })),
  );
  const wide = Math.min(whoseColumns + columns.length, 30);
  const standings = new Map(units.map((line) => [line.unit.code, standing(line)]));
  const labels = { value: valueName(matrix.summary), cumulative: cumulativeName(matrix.summary) };
  function* rows(): Generator<PlannedRow> {
    yield { height: 26, cells: [{ value: title, style: titleStyle, columns: wide }] };
    const told = `${words.unitsInRows(contributors.length)} ${hint}`;
    yield { height: 30, cells: [{ value: told, style: hintStyle, columns: wide }] };
    yield {
      height: 24,
      cells: [...words.unitColumns, ...columns.map(({ indicator }) => indicator.code)].map((value) => ({
        value,
        style: head,
      })),
    };
    yield {
      height: 90,
      cells: [
        ...words.unitColumns.map(() => ({ value: null, style: whoseStyle })),
        ...columns.map(({ indicator, column }) => ({
          value: `${say(indicator.name, languageOf(regime))} (${measure(indicator)}) – ${labels[column]}`,
          style: whoseStyle,
        })),
      ],
    };
    yield {
      cells: [
        { value: null, style: centredPlain },
        { value: words.matrixColumns.at(-1) ?? null, style: band },
        { value: null, style: centredPlain },
        ...columns.map(({ indicator, column }) => filling.total(indicator, column)),
      ],
    };
    for (const unit of contributors) {
      yield {
        cells: [
          { value: unit.code, style: centredPlain },
          { value: unit.name, style: plain },
          { value: standings.get(unit.code) ?? words.formerUnit, style: plain },
          ...columns.map(({ indicator, column }) =>
            filling.cell(matrix.given.get(indicator.code)?.get(unit.code), indicator, column),
          ),
        ],
      };
    }
  }
  return {
    name,
    widths: [12, 40, 20, ...columns.map(() => filling.width)],
    rows: { [Symbol.iterator]: rows },
    large: true,
    frozen: { rows: totalRow, columns: whoseColumns },
    filter: `A${totalRow - 1}:${address(totalRow + contributors.length, whoseColumns + columns.length)}`,
    landscape: true,
    printTitles: `${headerRow}:${totalRow - 1},A:${columnName(whoseColumns)}`,
    pagesWide: filling.pagesWide * 3,
  };
}

const band: CellStyle = { border: 'thin', bold: true, fill: 'DCE6F1', color: ink, indent: 1 };
const whoseStyle: CellStyle = { border: 'thin', wrap: true, align: 'center', size: 9, fill: 'F5F7FA' };
const hintStyle: CellStyle = { italic: true, size: 10 };
const centredPlain: CellStyle = { ...plain, align: 'center' };
export const sourceStyle: CellStyle = { border: 'thin', wrap: true, size: 8 };
