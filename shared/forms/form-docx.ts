/** The form as a Word document: letterhead, title, the table of figures (periodic reports only), headings to write under. */

import type { Paragraph, Table } from 'docx';
import { body, decreeSection, decreeStyles, headingLine, line, titleBlock } from '../documents/decree.ts';
import { type GridCell, grid, letterhead, signatureBlock } from '../documents/decree-tables.ts';
import { writeWord } from '../documents/word.ts';
import { say } from '../vocabulary/text.ts';
import { measure, nameAsPart } from '../wording/documents.ts';
import { formColumns, formWords } from '../wording/forms.ts';
import { figure, withCurlyQuotes } from '../wording/vietnamese.ts';
import { type Form, type FormRequest, formOf, hasCumulative } from './form.ts';

const widths = [11, 13, 63, 17, 18, 18, 25];
const tint = 'FFF8E1';
const grey = 'E3E6EA';

/** The same request always gives the same bytes. */
export async function writeFormDocx(request: FormRequest): Promise<Uint8Array> {
  const form = formOf(request);
  const { regime, period } = request;
  const plan = period.kind === 'plan';
  return writeWord({
    title: `${form.about} – ${form.issuer}`,
    author: regime.authority.name,
    at: `${period.opens ?? `${regime.year}-01-01`}T00:00:00Z`,
    styles: decreeStyles,
    sections: [
      decreeSection([
        letterhead({
          parent: form.parent,
          issuer: form.issuer,
          number: plan ? formWords.planNumber : formWords.number,
          placeAndDate: form.placeAndDate,
        }),
        ...titleBlock(form.kind, [form.about]),
        ...form.identity.map((text, n) => line(text, { size: n === 0 ? 13 : 11, bold: n === 0, after: 3 })),
        line(say(form.rule, form.language), { size: 13, italics: true, after: 6 }),
        ...figures(form),
        ...form.sections.flatMap(({ id, title }) => [
          headingLine(2, `${id}. ${say(title, form.language)}`),
          body(''),
          body(''),
        ]),
        signatureBlock(formWords.addressees(regime.office.name), [formWords.signer], formWords.signerName),
      ]),
    ],
  });
}

function figures(form: Form): readonly (Paragraph | Table)[] {
  if (form.figures.length === 0) return [];
  const rows = form.figures.flatMap(({ section, lines }): GridCell[][] => [
    [
      { text: section.id, bold: true, align: 'center', fill: 'EEF2F7' },
      {
        text: say(section.title, form.language),
        bold: true,
        columns: widths.length - 1,
        fill: 'EEF2F7',
      },
    ],
    ...lines.map(({ indicator, number, opening, note }): GridCell[] => [
      { text: String(number), align: 'center' },
      { text: indicator.code, align: 'center' },
      {
        text: withCurlyQuotes(say(indicator.name, form.language)),
        ...(nameAsPart(indicator, form.language) !== null && { indent: 6 }),
      },
      { text: measure(indicator), align: 'center' },
      { text: figure(opening), align: 'right', fill: tint },
      { text: '', align: 'right', fill: hasCumulative(indicator) ? tint : grey },
      { text: note, size: 9 },
    ]),
  ]);
  return [
    line(formWords.figuresTitle, { bold: true, align: 'center', before: 6, after: 4, keepNext: true }),
    grid(widths, formColumns, rows, 11),
    line('', { size: 8 }),
  ];
}
