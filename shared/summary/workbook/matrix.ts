/** Two sheets of one shape: the figures of every unit with their totals, and at the same addresses where each stood. */

import {
  address,
  type CellStyle,
  columnName,
  type PlannedCell,
  type PlannedRow,
  type PlannedSheet,
} from '../../documents/sheet-plan.ts';
import { languageOf } from '../../regime/language.ts';
import type { Indicator } from '../../regime/regime.ts';
import { parseRule } from '../../regime/rule.ts';
import { say } from '../../vocabulary/text.ts';
import { measure, reportSubject, workbookWords as words } from '../../wording/documents.ts';
import { place } from '../places.ts';
import type { Contribution, Outlier, Summary, Total } from '../summary.ts';
import type { Column } from '../totals.ts';
import { shortUpload, standing } from '../unit-notes.ts';
import { added, joined } from './formulas.ts';
import {
  amount,
  figureCell,
  head,
  ink,
  markedFill,
  nameCell,
  numberFormat,
  plain,
  titleStyle,
} from './styles.ts';

// Title, hint, header (code, name and status of each unit); then the block of the period and the block of the year.
const headerRow = 3;
const firstBlock = headerRow + 2;
const totalColumn = words.matrixColumns.length;
const firstUnit = totalColumn + 1;
/** Code, name and unit of measure stand on every printed page. */
const repeated = 3;

/** Everything that is looked up for each cell, once. */
interface Matrix {
  readonly summary: Summary;
  readonly rows: Readonly<Record<Column, ReadonlyMap<string, number>>>;
  readonly indicators: Readonly<Record<Column, readonly Indicator[]>>;
  readonly totals: ReadonlyMap<string, Total>;
  /** By indicator, then by unit. */
  readonly given: ReadonlyMap<string, ReadonlyMap<string, Contribution>>;
  readonly outliers: ReadonlyMap<string, Outlier>;
}

function matrixFor(summary: Summary): Matrix {
  const totals = new Map(summary.totals.map((total) => [total.indicator, total]));
  const value = summary.regime.indicators;
  // Dates and texts have no cumulative row, unless a unit wrote something there.
  const cumulative = value.filter(
    ({ acrossUnits, code }) =>
      acrossUnits !== 'none' || totals.get(code)?.contributions.some((each) => each.cumulative !== null),
  );
  const numbered = (indicators: readonly Indicator[], from: number) =>
    new Map(indicators.map(({ code }, n) => [code, from + 1 + n]));
  return {
    summary,
    totals,
    indicators: { value, cumulative },
    rows: {
      value: numbered(value, firstBlock),
      cumulative: numbered(cumulative, firstBlock + value.length + 1),
    },
    given: new Map(
      summary.totals.map(({ indicator, contributions }) => [
        indicator,
        new Map(contributions.map((contribution) => [contribution.unit, contribution])),
      ]),
    ),
    outliers: new Map(summary.outliers.map((outlier) => [`${outlier.unit} ${outlier.indicator}`, outlier])),
  };
}

export interface MatrixSheets {
  readonly figures: PlannedSheet;
  readonly sources: PlannedSheet;
  /** Where the matrix holds an indicator's total, such as `D17`. */
  readonly cellOfTotal: (code: string, column: Column) => string;
}

export function matrixOf(summary: Summary): MatrixSheets {
  const matrix = matrixFor(summary);
  const about = reportSubject(summary.regime, summary.period);
  const ofYear = summary.earlier.year.length > 0;
  const figures = sheetOf(matrix, words.sheets.figures, words.matrixTitle(about), words.matrixHint(ofYear), {
    width: 14,
    pagesWide: 1,
    total: (indicator, column) => totalCell(matrix, indicator, column),
    cell: (contribution, indicator, column) => unitCell(matrix, contribution, indicator, column),
  });
  const sources = sheetOf(
    matrix,
    words.sheets.sources,
    words.sourcesTitle(about),
    words.sourcesHint(summary.run, ofYear),
    {
      width: ofYear ? 40 : 25,
      pagesWide: ofYear ? 3 : 2,
      total: () => ({ value: null, style: plain }),
      cell: (contribution, indicator, column) => ({
        value: contribution ? originOf(contribution, indicator, column) : null,
        style: sourceStyle,
      }),
    },
  );
  return {
    figures: { ...figures, tab: '2E7D5B' },
    sources,
    cellOfTotal: (code, column) => cellOfTotal(matrix, code, column),
  };
}

function cellOfTotal({ rows }: Matrix, code: string, column: Column): string {
  return address(rows[column].get(code) ?? 0, totalColumn);
}

interface Filling {
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

function sheetOf(matrix: Matrix, name: string, title: string, hint: string, filling: Filling): PlannedSheet {
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
    yield* block(words.inPeriod, 'value');
    yield* block(words.cumulative, 'cumulative');
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

const band: CellStyle = { border: 'thin', bold: true, fill: 'DCE6F1', color: ink, indent: 1 };
const whoseStyle: CellStyle = { border: 'thin', wrap: true, align: 'center', size: 9, fill: 'F5F7FA' };
const hintStyle: CellStyle = { italic: true, size: 10 };
const centredPlain: CellStyle = { ...plain, align: 'center' };
const sourceStyle: CellStyle = { border: 'thin', wrap: true, size: 8 };

function unitCell(
  { outliers, summary }: Matrix,
  contribution: Contribution | undefined,
  indicator: Indicator,
  column: Column,
): PlannedCell {
  const cell = figureCell(contribution?.[column] ?? null, indicator);
  if (!contribution) return cell;
  const outlier = column === 'value' ? outliers.get(`${contribution.unit} ${indicator.code}`) : undefined;
  const italic = contribution.added[column] === false;
  const formula = column === 'value' ? sumOfParts(contribution, indicator) : null;
  return {
    ...cell,
    ...(formula !== null && { formula }),
    ...(outlier && { note: say(outlier.why, languageOf(summary.regime)) }),
    ...((italic || outlier) && cell.style && { style: variant(cell.style, italic, outlier !== undefined) }),
  };
}

const variants = new WeakMap<CellStyle, Map<string, CellStyle>>();

/** The same style, slanted or marked; one for all cells that look so. */
function variant(style: CellStyle, italic: boolean, marked: boolean): CellStyle {
  const own = variants.get(style) ?? new Map<string, CellStyle>();
  variants.set(style, own);
  const key = `${italic} ${marked}`;
  const known = own.get(key) ?? { ...style, ...(italic && { italic }), ...(marked && { fill: markedFill }) };
  own.set(key, known);
  return known;
}

/** "8+2+5+7": the periods of a year in the order in which "Nguồn" lists them. */
function sumOfParts({ parts }: Contribution, { acrossPeriods }: Indicator): string | null {
  const numbers = parts.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  if (acrossPeriods !== 'sum' || numbers.length < 2) return null;
  return numbers.map((each) => (each < 0 ? `(${each})` : String(each))).join('+');
}

function originOf(contribution: Contribution, indicator: Indicator, column: Column): string | null {
  const { unit, upload, source, cumulativeSource, parts } = contribution;
  if (column === 'value' && parts.length > 0) {
    if (indicator.acrossUnits === 'derived') return words.computedSource;
    const used =
      indicator.acrossPeriods === 'first'
        ? parts.slice(0, 1)
        : indicator.acrossPeriods === 'last'
          ? parts.slice(-1)
          : parts;
    return used
      .map((part) => `${part.period} · ${unit} · ${shortUpload(part.upload)} · ${place(part.source)}`)
      .join('\n');
  }
  const where = place(column === 'value' ? source : cumulativeSource);
  return where === '' ? null : `${unit} · ${shortUpload(upload)} · ${where}`;
}

function totalCell(matrix: Matrix, indicator: Indicator, column: Column): PlannedCell {
  let style: CellStyle = { ...amount, bold: true, fill: 'FFF8E1', format: numberFormat(indicator) };
  const value = matrix.totals.get(indicator.code)?.[column] ?? null;
  const formula = formulaOf(matrix, indicator, column, value !== null);
  // An unknown total stands as a dash: 0 would be a figure that nobody gave.
  if (value === null) style = { ...style, align: 'center', indent: 0 };
  return formula === null ? { value: value ?? '—', style } : { formula, value: value ?? '—', style };
}

function formulaOf(matrix: Matrix, indicator: Indicator, column: Column, known: boolean): string | null {
  const { contributors } = matrix.summary;
  if (contributors.length === 0 || indicator.acrossUnits === 'none') return null;
  if (indicator.formula !== undefined) return derived(matrix, indicator.formula, column);
  const row = matrix.rows[column].get(indicator.code) ?? 0;
  const given = matrix.given.get(indicator.code);
  const runs = joined(contributors.map(({ code }) => given?.get(code)?.added[column] !== false));
  return added(runs, row, firstUnit, known);
}

/** `100 * B13 / B12` over the totals' own cells; null where the formula asks for more than a spreadsheet can. */
function derived(matrix: Matrix, formula: string, column: Column): string | null {
  const { names, operands } = parseRule(formula);
  if (operands.some(({ cumulative, previous }) => cumulative || previous)) return null;
  const cells = new Map(names.map((code) => [code, cellOfTotal(matrix, code, column)]));
  const inCells = formula.replace(/[A-Za-z][\w-]*/g, (name) => cells.get(name) ?? name).replaceAll(' ', '');
  return `IFERROR(${inCells},"—")`;
}
