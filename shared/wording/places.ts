/** Several places of one file as a person looks for them, each sheet and table named once. */

import type { Source } from '../vocabulary/source.ts';
import type { Text } from '../vocabulary/text.ts';
import { placeWords } from './check-findings.ts';

/** `các ô E15, E16 và E17`; the sheet is named only where the places stand on several. */
export function placesOf(sources: readonly Source[]): Text {
  const sheets = new Map<string, Set<string>>();
  const tables = new Map<number, Map<string, Text>>();
  const paragraphs = new Set<number>();
  for (const source of sources) {
    if ('sheet' in source) sheets.set(source.sheet, (sheets.get(source.sheet) ?? new Set()).add(source.cell));
    else if ('table' in source) {
      const rows = tables.get(source.table) ?? new Map<string, Text>();
      const { row, column } = source;
      tables.set(source.table, rows.set(`${row} ${column}`, placeWords.rowAndColumn(row, column)));
    } else paragraphs.add(source.paragraph);
  }
  const places = [
    ...[...sheets].map(([sheet, named]) => {
      const cells = [...named];
      const text = cells.length === 1 ? placeWords.cell(cells.join()) : placeWords.cells(cells);
      return sheets.size === 1 ? text : placeWords.onSheet(text, sheet);
    }),
    ...[...tables].map(([table, rows]) => placeWords.inTable(table, [...rows.values()])),
    ...[...paragraphs].map((paragraph) => placeWords.paragraph(paragraph)),
  ];
  return places.length === 0 ? placeWords.theFigures : placeWords.and(places);
}
