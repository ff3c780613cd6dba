/** Where figures and paragraphs stood in a unit's own file: one by one for the workbook, as areas for paper. */
import type { Source } from '../vocabulary/source.ts';
import { placeWords as words } from '../wording/documents.ts';

/** `Số liệu!E9`, `bảng 1, dòng 5, cột 4`, `đoạn 12`; "" where nothing is known. */
export function place(source: Source | null): string {
  if (source === null) return '';
  if ('cell' in source) return `${source.sheet}!${source.cell}`;
  if ('paragraph' in source) return words.paragraph(source.paragraph);
  return words.table(source.table, source.row, source.column);
}

interface Area {
  readonly head: string;
  readonly columns: string[];
  readonly rows: string[];
}

/** The area of each sheet or table that holds the sources: `trang tính “Số liệu”, cột E–F, dòng 12–46`; "" for none. */
export function areas(sources: readonly (Source | null)[]): string {
  const found = new Map<string, Area>();
  for (const source of sources) {
    if (source === null) continue;
    const { head, column, row } = partsOf(source);
    const area = found.get(head) ?? { head, columns: [], rows: [] };
    if (column !== '') area.columns.push(column);
    area.rows.push(row);
    found.set(head, area);
  }
  return [...found.values()].map(written).join('; ');
}

function partsOf(source: Source): { head: string; column: string; row: string } {
  if ('paragraph' in source) return { head: '', column: '', row: String(source.paragraph) };
  if ('cell' in source) {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(source.cell) ?? [];
    return { head: words.sheet(source.sheet), column, row };
  }
  return { head: words.wholeTable(source.table), column: String(source.column), row: String(source.row) };
}

function written({ head, columns, rows }: Area): string {
  if (head === '') return words.paragraphs(ends(rows));
  const across = columns.length > 0 ? [words.columns(ends(columns))] : [];
  return [head, ...across, words.rows(ends(rows))].join(', ');
}

/** The first and the last; `Z` comes before `AA` and `9` before `10`. */
function ends(names: readonly string[]): readonly string[] {
  const sorted = names.toSorted((a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0));
  return [sorted.at(0) ?? '', sorted.at(-1) ?? ''];
}
