import type { Draft } from '../draft.ts';
import { onASheet, rowsOf } from './on-a-sheet.ts';

/** As a Vietnamese Excel saves it: semicolons, a mark in front, what is shown rather than what is stored. */
export function csvOf(draft: Draft): Uint8Array {
  const cells = onASheet(draft);
  const width = Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan));
  const lines = rowsOf(cells).map((row) => {
    const fields = Array.from({ length: width }, () => '');
    for (const { column, text } of row) fields[column] = quoted(text);
    return fields.join(';');
  });
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function quoted(text: string): string {
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
