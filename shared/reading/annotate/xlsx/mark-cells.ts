/** Gives cells of one sheet another style; cells and rows that are not there yet are put in. */
import { formatAddress, type Position, parseAddress } from '../../open/xlsx/cell-address.ts';
import { NotAnnotatable } from '../not-annotatable.ts';
import {
  applyChanges,
  attributesOf,
  type Change,
  opened,
  rootOf,
  type Tag,
  tagsOf,
  withAttribute,
} from '../xml-text.ts';

interface Row {
  readonly number: number;
  readonly tag: Tag;
  /** Where a cell behind all others goes; the tag itself where the row is empty. */
  end: number;
  readonly cells: { readonly column: number; readonly tag: Tag }[];
}

interface Grid {
  readonly prefix: string;
  readonly data: Tag;
  /** The end of the sheet's data: its closing tag's beginning. */
  readonly end: number;
  readonly rows: readonly Row[];
  readonly columnStyles: readonly { readonly from: number; readonly to: number; readonly style: number }[];
}

/**
 * @param cells which cells
 * @param restyle the style of a cell that had this one
 */
export function markCells(
  xml: string,
  cells: readonly Position[],
  restyle: (style: number, cell: Position) => number,
): string {
  const grid = readGrid(xml);
  const changes: Change[] = [];
  const missing = new Map<number, Position[]>();
  const byNumber = Map.groupBy(grid.rows, ({ number }) => number);
  for (const cell of cells.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const there = byNumber
      .get(cell.row)
      ?.flatMap((row) => row.cells)
      .find(({ column }) => column === cell.column);
    if (there) changes.push(restyled(there.tag, cell));
    else missing.set(cell.row, [...(missing.get(cell.row) ?? []), cell]);
  }
  for (const [number, wanted] of missing) {
    const [row] = byNumber.get(number) ?? [];
    if (row) changes.push(...inRow(row, wanted));
    else changes.push(newRow(number, wanted));
  }
  if (grid.data.kind !== 'empty') return applyChanges(xml, changes);
  // The new rows of a sheet without any go into its one empty tag.
  const { from, to, name } = grid.data;
  const content = changes.map(({ text }) => text).join('');
  return applyChanges(xml, [{ from, to, text: opened(xml.slice(from, to), name, content) }]);

  function restyled(tag: Tag, cell: Position): Change {
    const style = Number(attributesOf(xml, tag).s ?? 0);
    const text = withAttribute(xml.slice(tag.from, tag.to), 's', String(restyle(style, cell)));
    return { from: tag.from, to: tag.to, text };
  }

  function inRow(row: Row, wanted: readonly Position[]): Change[] {
    const { s, customFormat } = attributesOf(xml, row.tag);
    const style = /^(1|true)$/.test(customFormat ?? '') ? Number(s ?? 0) : null;
    const texts = wanted.map((cell) => ({ cell, text: newCell(cell, style) }));
    if (row.tag.kind === 'empty') {
      const content = texts.map(({ text }) => text).join('');
      const text = opened(xml.slice(row.tag.from, row.tag.to), row.tag.name, content);
      return [{ from: row.tag.from, to: row.tag.to, text }];
    }
    return texts.map(({ cell, text }) => {
      const at = row.cells.find(({ column }) => column > cell.column)?.tag.from ?? row.end;
      return { from: at, to: at, text };
    });
  }

  function newRow(number: number, wanted: readonly Position[]): Change {
    const name = `${grid.prefix}row`;
    const text = `<${name} r="${number}">${wanted.map((cell) => newCell(cell, null)).join('')}</${name}>`;
    const at = grid.rows.find((row) => row.number > number)?.tag.from ?? grid.end;
    return { from: at, to: at, text };
  }

  function newCell(cell: Position, rowStyle: number | null): string {
    const column = grid.columnStyles.find(({ from, to }) => cell.column >= from && cell.column <= to);
    const style = restyle(rowStyle ?? column?.style ?? 0, cell);
    return `<${grid.prefix}c r="${formatAddress(cell)}" s="${style}"/>`;
  }
}

function readGrid(whole: string): Grid {
  const { prefix } = rootOf(whole);
  const rows: Row[] = [];
  const columnStyles: { from: number; to: number; style: number }[] = [];
  let data: Tag | null = null;
  let row: Row | null = null;
  let column = 0;
  for (const tag of tagsOf(whole)) {
    if (tag.name === `${prefix}sheetData`) {
      if (tag.kind !== 'close') data = tag;
      if (tag.kind === 'open') continue;
      return { prefix, data: data ?? tag, end: tag.from, rows, columnStyles };
    }
    if (tag.name === `${prefix}col` && tag.kind !== 'close') {
      const { min, max, style } = attributesOf(whole, tag);
      if (style !== undefined)
        columnStyles.push({ from: Number(min), to: Number(max), style: Number(style) });
    } else if (data && tag.name === `${prefix}row`) {
      if (tag.kind === 'close') {
        if (row) row.end = tag.from;
        continue;
      }
      const { r } = attributesOf(whole, tag);
      const number: number = r === undefined ? (row?.number ?? 0) + 1 : Number(r);
      row = { number, tag, end: tag.to, cells: [] };
      rows.push(row);
      column = 0;
    } else if (row && tag.name === `${prefix}c` && tag.kind !== 'close') {
      const { r } = attributesOf(whole, tag);
      column = r === undefined ? column + 1 : parseAddress(r).column;
      row.cells.push({ column, tag });
    }
  }
  throw new NotAnnotatable('a sheet without data');
}
