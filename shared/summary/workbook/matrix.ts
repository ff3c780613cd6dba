/** Two sheets of one shape: the figures of every unit with their totals, and at the same addresses where each stood. */

import type { CellStyle, PlannedCell, PlannedSheet } from '../../documents/sheet-plan.ts';
import { languageOf } from '../../regime/language.ts';
import type { Indicator } from '../../regime/regime.ts';
import { parseRule } from '../../regime/rule.ts';
import { say } from '../../vocabulary/text.ts';
import { reportSubject, workbookWords as words } from '../../wording/documents.ts';
import { place } from '../places.ts';
import type { Contribution, Summary } from '../summary.ts';
import { type Column, withDerived } from '../totals.ts';
import { shortUpload } from '../unit-notes.ts';
import { added, joined } from './formulas.ts';
import { cellsOf, type Matrix, sheetOf, sourceStyle, standInRows } from './matrix-sheets.ts';
import { amount, figureCell, markedFill, numberFormat, plain } from './styles.ts';

/** Everything that is looked up for each cell. */
function matrixFor(summary: Summary, inRows: boolean): Matrix {
  const totals = new Map(summary.totals.map((total) => [total.indicator, total]));
  const value = summary.regime.indicators;
  // Dates and texts have no cumulative row, unless a unit wrote something there.
  const cumulative = value.filter(
    ({ acrossUnits, code }) =>
      acrossUnits !== 'none' || totals.get(code)?.contributions.some((each) => each.cumulative !== null),
  );
  return {
    summary,
    totals,
    indicators: { value, cumulative },
    inRows,
    cells: cellsOf({ value, cumulative }, inRows),
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

/** A unit is a column; where there are more of them than a sheet has columns, a row, and the sheet says so. */
export function matrixOf(summary: Summary, mostColumns?: number): MatrixSheets {
  const matrix = matrixFor(summary, standInRows(summary, mostColumns));
  const about = reportSubject(summary.regime, summary.period);
  const ofYear = summary.earlier.year.length > 0;
  const figures = sheetOf(
    matrix,
    { name: words.sheets.figures, title: words.matrixTitle(about), hint: words.matrixHint(ofYear) },
    {
      width: 14,
      pagesWide: 1,
      total: (indicator, column) => totalCell(matrix, indicator, column),
      cell: (contribution, indicator, column) => unitCell(matrix, contribution, indicator, column),
    },
  );
  const sources = sheetOf(
    matrix,
    {
      name: words.sheets.sources,
      title: words.sourcesTitle(about),
      hint: words.sourcesHint(summary.run, ofYear),
    },
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
    cellOfTotal: matrix.cells.total,
  };
}

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
    return parts
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
  if (indicator.formula !== undefined) {
    return isOfTotals(matrix, indicator.code, column) ? derived(matrix, indicator.formula, column) : null;
  }
  const given = matrix.given.get(indicator.code);
  const runs = joined(contributors.map(({ code }) => given?.get(code)?.added[column] !== false));
  return added(runs, (place) => matrix.cells.unit(indicator.code, column, place), known);
}

/** Whether a share is that of the totals beside it: where units left a part of it blank, it is of the others alone. */
function isOfTotals({ summary, totals }: Matrix, code: string, column: Column): boolean {
  const share = withDerived(summary.regime, (part) => totals.get(part)?.[column] ?? null)(code);
  const own = totals.get(code)?.[column] ?? null;
  return share === null || own === null ? share === own : Math.abs(share - own) < 1e-9;
}

/** `100 * B13 / B12` over the totals' own cells; null where the formula asks for more than a spreadsheet can. */
function derived(matrix: Matrix, formula: string, column: Column): string | null {
  const { names, operands } = parseRule(formula);
  if (operands.some(({ cumulative, previous }) => cumulative || previous)) return null;
  const cells = new Map(names.map((code) => [code, matrix.cells.total(code, column)]));
  const inCells = formula.replace(/[A-Za-z][\w-]*/g, (name) => cells.get(name) ?? name).replaceAll(' ', '');
  return `IFERROR(${inCells},"—")`;
}
