/** Neutral documents built by hand, so that reading is tested apart from any file format. */
import { readFileSync } from 'node:fs';
import type { Cell, NeutralDocument, Paragraph, Table } from '../../../shared/reading/model/document.ts';
import type { Reading, Task } from '../../../shared/reading/model/reading.ts';
import { readDocument } from '../../../shared/reading/read-report.ts';
import { readRegime } from '../../../shared/regime/load.ts';

const file = new URL('../../../infra/regimes/dan-van-2024.yaml', import.meta.url);
export const regime = readRegime(readFileSync(file, 'utf8'), 'dan-van-2024.yaml');

export function taskOf(unitCode = 'VPDK', periodId = 'Q1-2024') {
  const unit = regime.units.find(({ code }) => code === unitCode);
  const period = regime.periods.find(({ id }) => id === periodId);
  if (!unit || !period) throw new Error(`the regime has no ${unitCode} or no ${periodId}`);
  return { fileName: 'bao-cao.xlsx', unit, period, regime } satisfies Task;
}

/** What a cell is written as: text, a number, nothing, or anything a reader may say of a cell. */
export type Written = string | number | null | (Partial<Cell> & { readonly text: string });

const letter = (column: number) => String.fromCharCode(64 + column);

/** A sheet whose first row stands in row `from`. */
export function sheet(
  name: string,
  rows: readonly (readonly Written[])[],
  options: { hidden?: boolean } = {},
): Table {
  const cells = rows.flatMap((row, r) =>
    row.flatMap((written, c): Cell[] => {
      if (written === null || written === '') return [];
      const place = {
        row: r + 1,
        column: c + 1,
        rowSpan: 1,
        columnSpan: 1,
        source: { sheet: name, cell: `${letter(c + 1)}${r + 1}` },
      };
      if (typeof written === 'string') return [{ ...place, text: written }];
      if (typeof written === 'number') return [{ ...place, text: String(written), number: written }];
      return [{ ...place, ...written }];
    }),
  );
  return { kind: 'table', sheet: name, hidden: options.hidden ?? false, cells };
}

export function workbook(...sheets: readonly Table[]): NeutralDocument {
  return { format: 'xlsx', blocks: sheets, skipped: [] };
}

export interface Line {
  readonly text: string;
  readonly level?: number;
  readonly label?: string;
  readonly bold?: boolean;
}

export type Part = string | Line | readonly (readonly string[])[];

/** A Word document of paragraphs and tables (rows of texts), numbered as the readers number them. */
export function word(...parts: readonly Part[]): NeutralDocument {
  let paragraphs = 0;
  let tables = 0;
  const blocks = parts.map((part): Paragraph | Table => {
    if (typeof part === 'string')
      return { kind: 'paragraph', text: part, source: { paragraph: ++paragraphs } };
    if ('text' in part) return { kind: 'paragraph', ...part, source: { paragraph: ++paragraphs } };
    const table = ++tables;
    const cells = part.flatMap((row, r) =>
      row.flatMap((text, c): Cell[] => {
        if (text === '') return [];
        const source = { table, row: r + 1, column: c + 1 };
        return [{ row: r + 1, column: c + 1, text, rowSpan: 1, columnSpan: 1, source }];
      }),
    );
    const columns = Math.max(...part.map((row) => row.length));
    return { kind: 'table', sheet: null, hidden: false, columns, cells };
  });
  return { format: 'docx', blocks, skipped: [] };
}

export const title: readonly (readonly Written[])[] = [
  ['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG'],
  ['BÁO CÁO KẾT QUẢ CÔNG TÁC DÂN VẬN'],
  ['Quý I năm 2024'],
  ['Đơn vị báo cáo: Văn phòng Đăng ký đất đai (VPDK)'],
  ['Kỳ báo cáo: Báo cáo quý I (Q1-2024)'],
];

export const header: readonly Written[] = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', 'Trong kỳ', 'Lũy kế', 'Ghi chú'];

/** A report in which every check holds. */
export const figures: Readonly<Record<string, number | string>> = {
  A01: 3,
  A02: 2,
  A03: 120,
  A04: 5,
  A05: 4,
  A06: 2,
  A07: 2,
  A08: 1,
  A09: 1,
  B01: '15/02/2024',
  B02: 1,
  B03: 40,
  B04: 1,
  B05: 30,
  B06: 12,
  B07: 14,
  B08: 2,
  B09: 10,
  B10: 9,
  B11: 3,
  B12: 200,
  B13: 197,
  B14: 98.5,
  C01: 4,
  C02: 3,
  C03: 30,
  C04: 45,
  C05: 60,
  D01: 'Chưa có hướng dẫn',
  D02: 'Chưa có hướng dẫn',
  D03: 'Chưa có hướng dẫn',
  D04: 'Chưa có hướng dẫn',
  E01: 50,
  E02: '20/02/2024',
  E03: 'Không',
};

export type Changes = Readonly<Record<string, Written>>;

/** The form's rows, filled in; `changes` replace the figure in the period, `cumulative` that of the year. */
export function formRows(changes: Changes = {}, cumulative: Changes = {}): readonly (readonly Written[])[] {
  const withFigures = regime.sections.filter(({ id }) =>
    regime.indicators.some(({ section }) => section === id),
  );
  return withFigures.flatMap((section) => [
    [section.id, section.title.vi],
    ...regime.indicators
      .filter((indicator) => indicator.section === section.id)
      .map((indicator, n): readonly Written[] => {
        const { code, name, unitOfMeasure } = indicator;
        const own = code in changes ? (changes[code] ?? null) : (figures[code] ?? null);
        const counted = indicator.type === 'count' || indicator.type === 'percent';
        const total =
          code in cumulative ? (cumulative[code] ?? null) : counted ? (figures[code] ?? null) : null;
        return [n + 1, code, name.vi, unitOfMeasure, own, total, null];
      }),
  ]);
}

export const narrative = sheet('Lời văn', [
  ...regime.sections.flatMap(({ id, title: { vi } }) => [[`${id}. ${vi}`], [`Nội dung của mục ${id}.`]]),
]);

/** A whole workbook in which nothing is amiss but what `changes` bring in. */
export function report(changes: Changes = {}, cumulative: Changes = {}): NeutralDocument {
  return workbook(sheet('Số liệu', [...title, header, ...formRows(changes, cumulative)]), narrative);
}

export function read(document: NeutralDocument, task: Task = taskOf()): Reading {
  return readDocument(document, task);
}

/** Codes of the findings, each with the severity's first letter: `e:X01`. */
export function codes(reading: Reading): readonly string[] {
  return reading.findings.map(({ severity, code }) => `${severity[0]}:${code}`);
}

export function valueFor(reading: Reading, code: string) {
  const value = reading.values.find(({ indicator }) => indicator === code);
  if (!value) throw new Error(`no value for ${code}`);
  return value;
}

export function findingOf(reading: Reading, code: string) {
  const finding = reading.findings.find((each) => each.code === code);
  if (!finding) throw new Error(`no finding ${code}, but ${codes(reading).join(' ')}`);
  return finding;
}
