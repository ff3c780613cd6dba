/** The form as a workbook: "Số liệu" (periodic reports only), "Lời văn", "Hướng dẫn". */

import {
  address,
  type CellStyle,
  type PlannedCell,
  type PlannedRow,
  type PlannedSheet,
  type Validation,
} from '../documents/sheet-plan.ts';
import { head, ink } from '../documents/table-head.ts';
import { writeWorkbook } from '../documents/workbook.ts';
import { planDue } from '../regime/duties.ts';
import { languageOf } from '../regime/language.ts';
import type { Indicator } from '../regime/regime.ts';
import { parseRule } from '../regime/rule.ts';
import { cumulativeFormula } from '../vocabulary/form-formulas.ts';
import { say } from '../vocabulary/text.ts';
import { measure, nameAsPart } from '../wording/documents.ts';
import { formColumns, formSheets, formWords } from '../wording/forms.ts';
import { withCurlyQuotes } from '../wording/vietnamese.ts';
import { type Form, type FormLine, type FormRequest, formOf, hasCumulative } from './form.ts';
import { amount, band, closed, computed, input, label, middle, said } from './form-styles.ts';
import { guideSheet, narrativeSheet, titleRows } from './form-text-sheets.ts';
import { checkFormula, type Places, shareIn } from './formulas.ts';

const widths = [7, 8, 62, 12, 15, 15, 42];
/** What the checks say stands beside the form, and is not printed. */
const checksColumn = widths.length + 1;

/** The same request always gives the same bytes. */
export async function writeFormXlsx(request: FormRequest): Promise<Uint8Array> {
  const form = formOf(request);
  const { regime, period } = request;
  const figures = form.figures.length > 0;
  return writeWorkbook({
    title: `${form.about} – ${form.issuer}`,
    author: regime.authority.name,
    at: `${period.opens ?? `${regime.year}-01-01`}T00:00:00Z`,
    sheets: [
      ...(figures ? [figuresSheet(form, request)] : []),
      narrativeSheet(form),
      guideSheet(form, request),
    ],
  });
}

function figuresSheet(form: Form, request: FormRequest): PlannedSheet {
  const title = titleRows(form, widths.length);
  const headerRow = title.length + 1;
  const rows: PlannedRow[] = [
    ...title,
    {
      height: 24,
      cells: [
        ...formColumns.map((value) => ({ value, style: head })),
        { value: formWords.checks, style: { ...said, italic: true } },
      ],
    },
  ];
  const validations: Validation[] = [];
  const places = placesIn(form, request, headerRow);
  const checks = checksBeside(request, places);
  for (const { section, lines } of form.figures) {
    const bold: CellStyle = { bold: true, border: 'thin', fill: band, wrap: true };
    rows.push({
      cells: [
        { value: section.id, style: { ...bold, align: 'center' } },
        { value: say(section.title, form.language), style: bold, columns: widths.length - 1 },
      ],
    });
    for (const line of lines) {
      const { indicator, number, note } = line;
      const row = rows.length + 1;
      const [inPeriod, cumulative] = figureCells(line, address(row, valueColumn), places);
      for (const [cell, column] of [
        [inPeriod, valueColumn] as const,
        [cumulative, cumulativeColumn] as const,
      ]) {
        if (cell.style !== closed) validations.push(...validationOf(indicator, cell, address(row, column)));
      }
      rows.push({
        cells: [
          { value: number, style: { ...middle } },
          { value: indicator.code, style: { ...middle, color: '55606B' } },
          {
            value: withCurlyQuotes(say(indicator.name, form.language)),
            style: { ...label, indent: nameAsPart(indicator, form.language) === null ? 1 : 3 },
          },
          { value: measure(indicator), style: { ...middle } },
          inPeriod,
          cumulative,
          { value: note || null, style: { ...input, indent: 1, fill: 'FFFFFF', size: 10, color: '55606B' } },
          checks.get(indicator.code) ?? null,
        ],
      });
    }
  }
  return {
    name: formSheets.figures,
    widths: [...widths, 60],
    rows,
    frozen: { rows: headerRow, columns: 3 },
    landscape: true,
    printArea: `A1:${address(rows.length, widths.length)}`,
    highlights: [
      {
        range: `${address(headerRow + 1, valueColumn)}:${address(rows.length, cumulativeColumn)}`,
        formula: `LEN($${address(headerRow + 1, checksColumn)})>0`,
        fill: 'F9C9C5',
      },
    ],
    printTitles: `${headerRow}:${headerRow}`,
    validations,
    protect: true,
    tab: ink,
  };
}

const [valueColumn, cumulativeColumn] = [5, 6];

/** The cells of an indicator's figures: to be filled in, worked out by the form, or closed. */
function figureCells(
  { indicator, opening, addsTo }: FormLine,
  own: string,
  places: Places,
): readonly [PlannedCell, PlannedCell] {
  const style = inputStyle(indicator);
  const worked = (formula: string | null): PlannedCell =>
    formula === null
      ? { value: null, style }
      : { value: '', formula, style: { ...computed, format: style.format ?? '#,##0' } };
  if (indicator.formula !== undefined) {
    const { formula } = indicator;
    return [worked(shareIn(formula, places)), worked(shareIn(formula, sinceOpening(places)))];
  }
  const cumulative = !hasCumulative(indicator)
    ? { value: null, style: closed }
    : worked(addsTo === null ? null : cumulativeFormula(own, addsTo));
  return [{ value: opening, style }, cumulative];
}

/** A share since the year's beginning is made of figures since the year's beginning. */
function sinceOpening(places: Places): Places {
  return { ...places, cellOf: (operand) => places.cellOf({ ...operand, cumulative: true }) };
}

/** Where the form has each figure, section by section below its header. */
function placesIn({ figures }: Form, { regime, unit, previous }: FormRequest, headerRow: number): Places {
  const rows = new Map<string, number>();
  let row = headerRow;
  for (const { lines } of figures) {
    row += 1;
    for (const { indicator } of lines) rows.set(indicator.code, ++row);
  }
  const due = planDue(regime, unit);
  return {
    cellOf: ({ indicator, cumulative, previous: earlier }) => {
      const at = rows.get(indicator);
      return earlier || at === undefined ? null : address(at, cumulative ? cumulativeColumn : valueColumn);
    },
    knownOf: ({ indicator, cumulative, previous: earlier }) => {
      const before = earlier ? previous?.find((each) => each.indicator === indicator) : undefined;
      const figure = cumulative ? before?.cumulative : before?.value;
      return typeof figure === 'number' ? figure : null;
    },
    planDue: due === null ? null : due + serialOf1970,
  };
}

// Spreadsheets count days from the end of 1899.
const serialOf1970 = 25_569;
/** Of one string in a formula. */
const longestText = 255;

/** By indicator: what the regime's checks say of the figures as they are typed, beside the first that each names. */
function checksBeside({ regime }: FormRequest, places: Places): ReadonlyMap<string, PlannedCell> {
  const language = languageOf(regime);
  const beside = new Map<string, string[]>();
  for (const { rule, forEach, severity, message, needs } of regime.checks) {
    if (needs === 'narrative') continue;
    const text = `${formWords.checkSays[severity]} ${say(message, language)}. `.slice(0, longestText);
    for (const subject of forEach ?? [undefined]) {
      const parsed = parseRule(rule, subject);
      const formula = checkFormula(parsed, text, places);
      const first = parsed.operands.find((operand) => places.cellOf(operand) !== null);
      if (formula === null || !first) continue;
      beside.set(first.indicator, [...(beside.get(first.indicator) ?? []), formula]);
    }
  }
  return new Map(
    [...beside].map(([code, formulas]) => [code, { value: '', formula: formulas.join('&'), style: said }]),
  );
}

function inputStyle({ type }: Indicator): CellStyle {
  switch (type) {
    case 'count':
      return { ...amount, format: '#,##0' };
    case 'percent':
      return { ...amount, format: '#,##0.##' };
    case 'date':
      return { ...input, align: 'center', format: 'dd/mm/yyyy' };
    case 'text':
      return { ...input, align: 'left' };
  }
}

function validationOf(
  { type, choices }: Indicator,
  { formula }: PlannedCell,
  range: string,
): readonly Validation[] {
  if (formula !== undefined) return [{ range, type: 'computed', ...formWords.computedCell }];
  switch (type) {
    case 'count':
      return [{ range, type: 'whole', min: 0, ...formWords.wholeNumber }];
    case 'percent':
      return [{ range, type: 'decimal', min: 0, ...formWords.decimalNumber }];
    case 'date':
      return [{ range, type: 'date', min: firstDate, ...formWords.date }];
    case 'text':
      return choices ? [{ range, type: 'list', values: choices, ...formWords.choice }] : [];
  }
}

// Excel's serial number of 1 January 2000: an earlier date in a report is a slip.
const firstDate = 36_526;
