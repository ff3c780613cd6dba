/** Where figures and paragraphs stood in a unit's own file. */
import type { Source } from '../vocabulary/source.ts';
import { placeWords as words } from '../wording/documents.ts';

/** `Số liệu!E9`, `bảng 1, dòng 5, cột 4`, `đoạn 12`; "" where nothing is known. */
export function place(source: Source | null): string {
  if (source === null) return '';
  if ('cell' in source) return `${source.sheet}!${source.cell}`;
  if ('paragraph' in source) return words.paragraph(source.paragraph);
  return words.table(source.table, source.row, source.column);
}
