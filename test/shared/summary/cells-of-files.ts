/** Reads one cell of a unit's file by readers that are not ours: SheetJS for sheets, bare XML for tables of documents. */
import { read } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';

/** What stands at a place as the workbook writes it: `Số liệu!E9`, `bảng 1, dòng 5, cột 4`; "" for nothing. */
export type CellReader = (place: string) => number | string;

export function cellsOf(fileName: string, bytes: Uint8Array): CellReader {
  if (/\.(xlsx|ods)$/.test(fileName)) {
    const book = read(bytes, { cellDates: false });
    return (place) => {
      const [, sheet = '', cell = ''] = /^(.*)!([A-Z]+\d+)$/.exec(place) ?? [];
      return book.Sheets[sheet]?.[cell]?.v ?? '';
    };
  }
  const parts = unzipSync(bytes);
  const tables = fileName.endsWith('.odt')
    ? openDocumentTables(strFromU8(parts['content.xml'] ?? new Uint8Array()))
    : wordTables(strFromU8(parts['word/document.xml'] ?? new Uint8Array()));
  return (place) => {
    const [table = 0, row = 0, column = 0] = (place.match(/\d+/g) ?? []).map(Number);
    return tables[table - 1]?.[row - 1]?.[column - 1] ?? '';
  };
}

type Rows = readonly (readonly string[])[];

function wordTables(xml: string): readonly Rows[] {
  return [...xml.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<w:tr[ >](.*?)<\/w:tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].flatMap(([, cell = '']) => {
        const text = [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, each = '']) => each).join('');
        const wide = Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1);
        return [text, ...Array.from({ length: wide - 1 }, () => '')];
      }),
    ),
  );
}

function openDocumentTables(xml: string): readonly Rows[] {
  return [...xml.matchAll(/<table:table[ >](.*?)<\/table:table>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<table:table-row[ >](.*?)<\/table:table-row>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<table:(?:covered-)?table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
        ([, attributes = '', cell = '']) => {
          const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
          return Array.from({ length: times }, () => cell.replace(/<[^>]+>/g, ''));
        },
      ),
    ),
  );
}

/** A figure as people type it: `1.250`, `98,54%`, `12 cuộc`, `không`; a day as Excel counts it; NaN where there is none. */
export function numberOf(cell: number | string): number {
  if (typeof cell === 'number') return cell;
  if (/^không$/i.test(cell.trim())) return 0;
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell.trim()) ?? [];
  const date =
    year === undefined
      ? /^\d{4}-\d{2}-\d{2}$/.exec(cell)?.[0]
      : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  if (date !== undefined) return Date.parse(date) / 86_400_000 + 25_569;
  const digits = /-?\d[\d.]*(?:,\d+)?/.exec(cell)?.[0] ?? '';
  return digits === '' ? Number.NaN : Number(digits.replaceAll('.', '').replace(',', '.'));
}
