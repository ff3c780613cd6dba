/** Every format that Node alone can write, and who writes it. */
import type { Description } from './description.ts';
import { draftOf } from './draft.ts';
import { csvOf } from './write/csv.ts';
import { odsOf, odtOf } from './write/open-document.ts';
import { pdfOf } from './write/pdf.ts';
import { wordOf } from './write/word.ts';
import { byExceljs, byHucre, bySheetJs } from './write/workbooks.ts';

const writers = {
  'xlsx by hucre': (description) => byHucre(draftOf(description)),
  'xlsx by exceljs': (description) => byExceljs(draftOf(description)),
  xls: (description) => bySheetJs(draftOf(description)),
  ods: (description) => odsOf(draftOf(description)),
  csv: (description) => csvOf(draftOf(description)),
  docx: (description) => wordOf(draftOf(description)),
  odt: (description) => odtOf(draftOf(description)),
  pdf: (description) => pdfOf(draftOf(description), description),
} as const satisfies Record<string, (description: Description) => Uint8Array | Promise<Uint8Array>>;

export type FormatName = keyof typeof writers;

export const formatNames = Object.keys(writers) as readonly FormatName[];

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(writers, name);
}

export async function written(description: Description, format: FormatName): Promise<Uint8Array> {
  return writers[format](description);
}
