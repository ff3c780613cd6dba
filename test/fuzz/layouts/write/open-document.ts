/** Sheets and texts of OpenDocument, as its programs write them. */
import { strToU8, zipSync } from 'fflate';
import type { Draft, DraftCell, Grid } from '../draft.ts';
import { onASheet, rowsOf, type SheetCell } from './on-a-sheet.ts';

const namespaces = ['office', 'style', 'text', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

export function odsOf(draft: Draft): Uint8Array {
  const cells = onASheet(draft);
  const width = Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan));
  const rows = rowsOf(cells).map((row) => `<table:table-row>${cellsOf(row, width)}</table:table-row>`);
  return packed(
    'spreadsheet',
    `<table:table table:name="Số liệu"><table:table-column table:number-columns-repeated="${width}"/>${rows.join('')}</table:table>`,
  );
}

export function odtOf({ before, grids, after }: Draft): Uint8Array {
  const paragraph = (text: string) => `<text:p>${escaped(text)}</text:p>`;
  const tables = grids.map((grid, n) => {
    const covered = coveredIn(grid);
    const rows = grid.rows.map((row, r) => {
      return `<table:table-row>${cellsOf(row, grid.columns.length, covered[r])}</table:table-row>`;
    });
    const head = rows.slice(0, grid.headerRows).join('');
    return [
      `<table:table table:name="Bảng${n + 1}"><table:table-column table:number-columns-repeated="${grid.columns.length}"/>`,
      head && `<table:table-header-rows>${head}</table:table-header-rows>`,
      `${rows.slice(grid.headerRows).join('')}</table:table><text:p/>`,
    ].join('');
  });
  return packed('text', [...before.map(paragraph), ...tables, ...after.map(paragraph)].join(''));
}

/** Empty cells are counted rather than written; what a merge covers is said to be covered. */
function cellsOf(
  row: readonly (DraftCell | SheetCell)[],
  width: number,
  covered: ReadonlySet<number> = new Set(),
): string {
  let written = '';
  for (let column = 0; column < width; ) {
    const cell = row.find((each) => each.column === column);
    if (cell) {
      written += cellOf(cell) + '<table:covered-table-cell/>'.repeat(cell.columnSpan - 1);
      column += cell.columnSpan;
    } else if (covered.has(column)) {
      written += '<table:covered-table-cell/>';
      column += 1;
    } else {
      const from = column;
      while (column < width && !covered.has(column) && !row.some((each) => each.column === column))
        column += 1;
      written += `<table:table-cell table:number-columns-repeated="${column - from}"/>`;
    }
  }
  return written;
}

function cellOf({ text, number, percent, date, rowSpan, columnSpan }: DraftCell | SheetCell): string {
  const spans = [
    rowSpan > 1 ? ` table:number-rows-spanned="${rowSpan}"` : '',
    columnSpan > 1 ? ` table:number-columns-spanned="${columnSpan}"` : '',
  ].join('');
  const value =
    date !== undefined
      ? `office:value-type="date" office:date-value="${date}"`
      : number !== undefined
        ? `office:value-type="${percent ? 'percentage' : 'float'}" office:value="${number}"`
        : 'office:value-type="string"';
  return `<table:table-cell ${value}${spans}><text:p>${escaped(text)}</text:p></table:table-cell>`;
}

/** By row, the columns over which a cell of a row above reaches. */
function coveredIn({ rows }: Grid): readonly ReadonlySet<number>[] {
  const covered = rows.map(() => new Set<number>());
  rows.forEach((row, r) => {
    for (const { column, columnSpan, rowSpan } of row) {
      for (let below = 1; below < rowSpan; below += 1) {
        for (let beside = 0; beside < columnSpan; beside += 1) covered[r + below]?.add(column + beside);
      }
    }
  });
  return covered;
}

function packed(kind: 'spreadsheet' | 'text', body: string): Uint8Array {
  return zipSync(
    {
      mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
      'content.xml': strToU8(
        `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
      ),
    },
    { level: 1 },
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
