/**
 * Sheets of more cells than the library can hold in a Lambda function's memory. It writes such a sheet with one cell
 * for each style, and with what notes and merged areas need; the cells themselves are then written row by row.
 */
import { strFromU8 } from 'fflate';
import { neutralised } from '../vocabulary/visible-text.ts';
import {
  address,
  type CellStyle,
  fittingHeight,
  type PlannedCell,
  type PlannedRow,
  type PlannedSheet,
} from './sheet-plan.ts';

/** From so many rows on a sheet is too large for the library to hold all its cells at once. */
export const manyRows = 4000;

/** Rows of a sheet, each planned when it is asked for: those above, then one of each entry. */
export function rowByRow<T>(
  above: readonly PlannedRow[],
  entries: readonly T[],
  rowOf: (entry: T, n: number) => PlannedRow,
): Iterable<PlannedRow> {
  return {
    *[Symbol.iterator]() {
      yield* above;
      for (const [n, entry] of entries.entries()) yield rowOf(entry, n);
    },
  };
}

/** The looks of a sheet that was sampled, in the order of the sample's cells. */
const looks = new WeakMap<PlannedSheet, readonly string[]>();

/** The sheet as the library is to write it. `rows` is walked through twice and must give the same each time. */
export function sampleOf(plan: PlannedSheet): PlannedSheet {
  const styles = new Map<string, CellStyle>();
  const rows: PlannedRow[] = [];
  let at = 0;
  for (const { cells } of plan.rows) {
    for (const cell of cells) {
      if (cell?.style && !styles.has(keyOf(cell.style))) styles.set(keyOf(cell.style), cell.style);
    }
    const needed = (cell: PlannedCell | null) =>
      cell !== null && (cell.note !== undefined || (cell.columns ?? 1) > 1);
    if (cells.some(needed)) {
      while (rows.length < at) rows.push(nothing);
      rows.push({ height: 15, cells: cells.map((cell) => (needed(cell) ? cell : null)) });
    }
    at += 1;
  }
  looks.set(plan, [...styles.keys()]);
  const samples = [...styles.values()].map((style) => ({ value: null, style }));
  return { ...plan, rows: [...rows, { height: 15, cells: samples }] };
}

const nothing: PlannedRow = { height: 15, cells: [] };

const keys = new WeakMap<CellStyle, string>();

function keyOf(style: CellStyle): string {
  const known = keys.get(style) ?? JSON.stringify(style);
  keys.set(style, known);
  return known;
}

/** Puts the sheets' own cells into what the library wrote of the samples; `sheets`: all, in order. */
export function putCells(parts: Record<string, Uint8Array>, sheets: readonly PlannedSheet[]): void {
  sheets.forEach((plan, n) => {
    const path = `xl/worksheets/sheet${n + 1}.xml`;
    const part = parts[path];
    if (plan.large && part) parts[path] = filled(strFromU8(part), plan);
  });
}

const encoder = new TextEncoder();

function filled(xml: string, plan: PlannedSheet): Uint8Array {
  const opens = '<sheetData>';
  const [start, end] = [xml.indexOf(opens) + opens.length, xml.indexOf('</sheetData>')];
  const samples = xml.slice(xml.lastIndexOf('<row ', end), end);
  const numbers = [...samples.matchAll(/<c r="[A-Z]+\d+"(?: s="(\d+)")?/g)].map(([, format = '0']) => format);
  const formats = new Map(looks.get(plan)?.map((style, n) => [style, numbers[n] ?? '0']));
  const pieces = [encoder.encode(xml.slice(0, start).replace(/<dimension [^<>]*>/, ''))];
  let row = 0;
  for (const planned of plan.rows) {
    row += 1;
    const height = planned.height ?? fittingHeight(planned, plan.widths);
    const cells = planned.cells.map((cell, at) => cellsOf(cell, row, at + 1, formats));
    pieces.push(encoder.encode(`<row r="${row}" ht="${height}" customHeight="1">${cells.join('')}</row>`));
  }
  pieces.push(encoder.encode(xml.slice(end)));
  return joined(pieces);
}

/** The cell, and those that it covers to its right. */
function cellsOf(
  cell: PlannedCell | null,
  row: number,
  column: number,
  formats: ReadonlyMap<string, string>,
): string {
  if (cell === null) return '';
  const format = cell.style === undefined ? '' : ` s="${formats.get(keyOf(cell.style))}"`;
  const covered = Array.from(
    { length: (cell.columns ?? 1) - 1 },
    (_, n) => `<c r="${address(row, column + 1 + n)}"${format}/>`,
  );
  return [written(cell, `r="${address(row, column)}"${format}`), ...covered].join('');
}

function written({ value = null, formula }: PlannedCell, head: string): string {
  const text = typeof value === 'string' ? escaped(neutralised(value)) : null;
  if (formula !== undefined) {
    const type = text === null ? '' : ' t="str"';
    return `<c ${head}${type}><f>${escaped(formula)}</f><v>${text ?? value ?? ''}</v></c>`;
  }
  if (text !== null) return `<c ${head} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  return value === null ? `<c ${head}/>` : `<c ${head}><v>${value}</v></c>`;
}

function escaped(text: string): string {
  return /[&<>]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
