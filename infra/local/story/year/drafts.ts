/** A unit's later reports as files: a workbook, or a document with its form behind the text. */
import { body, decreeSection, decreeStyles, headingLine, line } from '../../../../shared/documents/decree.ts';
import { grid } from '../../../../shared/documents/decree-tables.ts';
import type { PlannedRow } from '../../../../shared/documents/sheet-plan.ts';
import { writeWord } from '../../../../shared/documents/word.ts';
import { writeWorkbook } from '../../../../shared/documents/workbook.ts';
import { languageOf } from '../../../../shared/regime/language.ts';
import type { Period, Regime, Unit } from '../../../../shared/regime/regime.ts';
import { say } from '../../../../shared/vocabulary/text.ts';
import { figure } from '../../../../shared/wording/vietnamese.ts';
import type { Figures } from './figures.ts';

export interface Draft {
  readonly regime: Regime;
  readonly unit: Unit;
  readonly period: Period;
  readonly figures: Figures;
  /** By section. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

const head = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', 'Trong kỳ', 'Lũy kế', 'Ghi chú'];
const made = '2024-12-16T08:00:00+07:00';

/** The figures on one sheet, the text on another. */
export function workbookOf({ regime, unit, period, figures, texts }: Draft): Promise<Uint8Array> {
  const language = languageOf(regime);
  const rows = regime.sections.flatMap(({ id, title }): PlannedRow[] => [
    { cells: [{ value: id }, { value: say(title, language) }] },
    ...regime.indicators
      .filter(({ section }) => section === id)
      .map(({ code, name, unitOfMeasure }, n) => ({
        cells: [
          n + 1,
          code,
          say(name, language),
          unitOfMeasure,
          ...(figures[code] ?? [null, null]),
          null,
        ].map((value) => ({ value })),
      })),
  ]);
  const said = regime.sections.flatMap(({ id, title }) => [
    `${id}. ${say(title, language)}`,
    ...(texts[id] ?? []),
  ]);
  return writeWorkbook({
    title: say(period.title, language),
    author: unit.name,
    at: made,
    sheets: [
      {
        name: 'Số liệu',
        widths: [6, 8, 60, 12, 14, 14, 20],
        landscape: false,
        rows: [
          { cells: [{ value: unit.name }] },
          { cells: [{ value: `${say(period.title, language)}: công tác dân vận` }] },
          { cells: head.map((value) => ({ value, style: { bold: true } })) },
          ...rows,
        ],
      },
      {
        name: 'Lời văn',
        widths: [100],
        landscape: false,
        rows: said.map((value) => ({ cells: [{ value, style: { wrap: true } }] })),
      },
    ],
  });
}

/** The text, then the form as a table. */
export function documentOf({ regime, unit, period, figures, texts }: Draft): Promise<Uint8Array> {
  const language = languageOf(regime);
  const rows = regime.indicators.map(({ code, name, unitOfMeasure }, n) =>
    [
      String(n + 1),
      code,
      say(name, language),
      unitOfMeasure,
      ...(figures[code] ?? [null, null]).map((each) => figure(each)),
      '',
    ].map((text) => ({ text })),
  );
  return writeWord({
    title: say(period.title, language),
    author: unit.name,
    at: made,
    styles: decreeStyles,
    sections: [
      decreeSection([
        line(unit.name.toLocaleUpperCase('vi'), { bold: true }),
        line(`${say(period.title, language)}: công tác dân vận`, { align: 'center', bold: true }),
        ...regime.sections.flatMap(({ id, title }) => [
          headingLine(2, `${id}. ${say(title, language)}`),
          ...(texts[id] ?? []).map((text) => body(text)),
        ]),
        line('Biểu số liệu', { align: 'center', bold: true }),
        grid([11, 13, 66, 20, 20, 20, 15], head, rows, 11),
      ]),
    ],
  });
}
