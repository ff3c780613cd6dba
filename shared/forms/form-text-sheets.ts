/** The sheets of the form that hold words: the head of each, the room for the text, the guide. */

import type { CellStyle, PlannedCell, PlannedRow, PlannedSheet } from '../documents/sheet-plan.ts';
import { ink } from '../documents/table-head.ts';
import { say } from '../vocabulary/text.ts';
import { formSheets, guideLines } from '../wording/forms.ts';
import type { Form, FormRequest } from './form.ts';
import { band, input } from './form-styles.ts';

export function titleRows(form: Form, columns: number): readonly PlannedRow[] {
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

const paragraphsPerSection = 5;

export function narrativeSheet(form: Form): PlannedSheet {
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

export function guideSheet(form: Form, { regime }: FormRequest): PlannedSheet {
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
