/** The form as a workbook: "Số liệu" (periodic reports only), "Lời văn", "Hướng dẫn". */

import {
  address,
  type CellStyle,
  type PlannedCell,
  type PlannedRow,
  type PlannedSheet,
  type Validation,
} from '../documents/sheet-plan.ts';
import { writeWorkbook } from '../documents/workbook.ts';
import type { Indicator } from '../regime/regime.ts';
import { say } from '../vocabulary/text.ts';
import { measure, nameAsPart } from '../wording/documents.ts';
import { formColumns, formSheets, formWords, guideLines } from '../wording/forms.ts';
import { withCurlyQuotes } from '../wording/vietnamese.ts';
import { type Form, type FormRequest, formOf, hasCumulative } from './form.ts';

const ink = '1F3A5F';
const tint = 'FFF8E1';
const band = 'DCE6F1';
const widths = [7, 8, 62, 12, 15, 15, 42];

const head: CellStyle = {
  bold: true,
  align: 'center',
  wrap: true,
  border: 'thin',
  fill: ink,
  color: 'FFFFFF',
};
const label: CellStyle = { border: 'thin', wrap: true, indent: 1 };
const middle: CellStyle = { border: 'thin', wrap: true, align: 'center' };
const closed: CellStyle = { border: 'thin', fill: 'E3E6EA' };
const input: CellStyle = { border: 'thin', fill: tint, unlocked: true, wrap: true };

// Not wrapped: some programs forget the indent of a wrapped number.
const amount: CellStyle = { ...input, wrap: false, align: 'right', indent: 1 };

/** The same request always gives the same bytes. */
export async function writeFormXlsx(request: FormRequest): Promise<Uint8Array> {
  const form = formOf(request);
  const { regime, period } = request;
  const figures = form.figures.length > 0;
  return writeWorkbook({
    title: `${form.about} – ${form.issuer}`,
    author: regime.authority.name,
    at: `${period.opens ?? `${regime.year}-01-01`}T00:00:00Z`,
    sheets: [...(figures ? [figuresSheet(form)] : []), narrativeSheet(form), guideSheet(form, request)],
  });
}

function titleRows(form: Form, columns: number): readonly PlannedRow[] {
  const across = (value: string, style: CellStyle, height?: number): PlannedRow => ({
    ...(height !== undefined && { height }),
    cells: [{ value, style, columns }],
  });
  const upper = (text: string) => text.toLocaleUpperCase('vi');
  return [
    across(upper(form.parent), { size: 11 }),
    across(upper(form.issuer), { size: 11, bold: true }),
    across(form.kind, { size: 15, bold: true, align: 'center', color: ink }, 26),
    across(form.about, { size: 13, bold: true, align: 'center' }, 22),
    ...form.identity.map((text, n) => across(text, { size: n === 0 ? 12 : 10, wrap: true, bold: n === 0 })),
    across(say(form.rule, form.language), { size: 12, wrap: true, italic: true, color: '7A4B00' }),
    { height: 8, cells: [] },
  ];
}

function figuresSheet(form: Form): PlannedSheet {
  const title = titleRows(form, widths.length);
  const headerRow = title.length + 1;
  const rows: PlannedRow[] = [
    ...title,
    { height: 24, cells: formColumns.map((value) => ({ value, style: head })) },
  ];
  const validations: Validation[] = [];
  for (const { section, lines } of form.figures) {
    const bold: CellStyle = { bold: true, border: 'thin', fill: band, wrap: true };
    rows.push({
      cells: [
        { value: section.id, style: { ...bold, align: 'center' } },
        { value: say(section.title, form.language), style: bold, columns: widths.length - 1 },
      ],
    });
    for (const { indicator, number, opening, note } of lines) {
      const row = rows.length + 1;
      const cumulative = hasCumulative(indicator);
      const rule = validationOf(indicator, `${address(row, 5)}:${address(row, cumulative ? 6 : 5)}`);
      if (rule) validations.push(rule);
      rows.push({
        cells: [
          { value: number, style: { ...middle } },
          { value: indicator.code, style: { ...middle, color: '55606B' } },
          {
            value: withCurlyQuotes(say(indicator.name, form.language)),
            style: { ...label, indent: nameAsPart(indicator, form.language) === null ? 1 : 3 },
          },
          { value: measure(indicator), style: { ...middle } },
          { value: opening, style: inputStyle(indicator) },
          { value: null, style: cumulative ? inputStyle(indicator) : closed },
          { value: note || null, style: { ...input, indent: 1, fill: 'FFFFFF', size: 10, color: '55606B' } },
        ],
      });
    }
  }
  return {
    name: formSheets.figures,
    widths,
    rows,
    frozen: { rows: headerRow, columns: 3 },
    landscape: true,
    printTitles: `${headerRow}:${headerRow}`,
    validations,
    protect: true,
    tab: ink,
  };
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

function validationOf({ type }: Indicator, range: string): Validation | null {
  switch (type) {
    case 'count':
      return { range, type: 'whole', min: 0, ...formWords.wholeNumber };
    case 'percent':
      return { range, type: 'decimal', min: 0, ...formWords.decimalNumber };
    case 'date':
      return { range, type: 'date', min: firstDate, ...formWords.date };
    case 'text':
      return null;
  }
}

// Excel's serial number of 1 January 2000: an earlier date in a report is a slip.
const firstDate = 36_526;
const paragraphsPerSection = 5;

function narrativeSheet(form: Form): PlannedSheet {
  const cell = (value: string | null, style: CellStyle): readonly PlannedCell[] => [{ value, style }];
  const heading: CellStyle = { bold: true, size: 12, wrap: true, fill: band, border: 'thin' };
  const room: CellStyle = { ...input, size: 12, vertical: 'top', align: 'justify' };
  return {
    name: formSheets.narrative,
    widths: [96],
    rows: [
      ...titleRows(form, 1),
      ...form.sections.flatMap(({ id, title }): PlannedRow[] => [
        { cells: cell(`${id}. ${say(title, form.language)}`, heading) },
        ...Array.from({ length: paragraphsPerSection }, () => ({ height: 48, cells: cell(null, room) })),
      ]),
    ],
    landscape: false,
    tab: 'C8A24A',
  };
}

function guideSheet(form: Form, { regime }: FormRequest): PlannedSheet {
  const lines = guideLines({
    figures: form.figures.length > 0,
    rule: form.rule,
    office: regime.office.name,
    replyTo: regime.office.replyTo,
  });
  const top = { vertical: 'top' } as const;
  return {
    name: formSheets.guide,
    widths: [5, 90],
    rows: [
      {
        height: 26,
        cells: [{ value: formSheets.guide, columns: 2, style: { bold: true, size: 14, color: ink } }],
      },
      ...lines.flatMap(({ vi, en }, n): PlannedRow[] => [
        {
          cells: [
            { value: n + 1, style: { ...top, bold: true, align: 'center' } },
            { value: vi, style: { ...top, wrap: true, size: 12 } },
          ],
        },
        {
          cells: [
            null,
            { value: en, style: { ...top, wrap: true, size: 10, italic: true, color: '6B7580' } },
          ],
        },
      ]),
    ],
    landscape: false,
  };
}
