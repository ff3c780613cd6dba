/** Paragraphs and grids → what stands where on pages, in points from the top left corner. */
import type { Paper } from '../description.ts';
import type { Draft, DraftCell, Grid } from '../draft.ts';
import { widthOf } from './letter-widths.ts';

export interface DrawnText {
  /** Where the text begins, on its baseline; of turned text, at the bottom. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly turned: boolean;
  /** The cell that it may be clipped to: left, top, width, height. */
  readonly cell: readonly [number, number, number, number] | null;
}

export interface DrawnRule {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

export interface DrawnPage {
  readonly texts: readonly DrawnText[];
  readonly rules: readonly DrawnRule[];
}

export interface DrawnPages {
  readonly width: number;
  readonly height: number;
  readonly pages: readonly DrawnPage[];
}

const margin = 48;
const padding = 4;
const leading = 1.2;
const smallest = 4;
/** Where the letters of a line stand below its top. */
const ascent = 0.9;

interface OpenPage {
  readonly texts: DrawnText[];
  readonly rules: DrawnRule[];
}

/** A cell as it is set: its lines, and the place it has. */
interface SetCell extends DraftCell {
  readonly lines: readonly string[];
  readonly left: number;
  readonly width: number;
}

export function layOut({ before, grids, after }: Draft, paper: Paper): DrawnPages {
  const [width, height] = paper.landscape ? [842, 595] : [595, 842];
  const pages: OpenPage[] = [{ texts: [], rules: [] }];
  let y = margin;
  const page = () => pages.at(-1) ?? { texts: [], rules: [] };
  const turnPage = () => {
    pages.push({ texts: [], rules: [] });
    y = margin;
  };
  const line = (text: string, size: number, bold: boolean) => {
    const at = { x: margin, y: y + ascent * size, size, bold, turned: false, cell: null };
    for (const each of wrapped(text, size, width - 2 * margin)) {
      if (y + leading * size > height - margin) turnPage();
      page().texts.push({ ...at, y: y + ascent * size, text: each });
      y += leading * size;
    }
  };
  for (const text of before) line(text, 12, text === text.toUpperCase());
  y += Math.min(paper.top, height - 2 * margin - 200);
  for (const grid of grids) {
    y += 14;
    table(grid);
  }
  y += 14;
  for (const text of after) line(text, 12, false);
  if (paper.program === 'word-processor') {
    pages.forEach(({ texts }, n) => {
      const at = { x: width / 2, y: height - margin / 2, size: 10, bold: false, turned: false, cell: null };
      texts.push({ ...at, text: String(n + 1) });
    });
  }
  return { width, height, pages };

  function table(grid: Grid): void {
    const { size, lefts } = fitted(grid, paper.size, width - 2 * margin);
    const rows = grid.rows.map((row) => row.map((cell) => setCell(cell, lefts, size)));
    const head = rows.slice(0, grid.headerRows);
    const step = leading * size;
    const heights = rows.map((row) => heightOf(row, step));
    const headHeight = heights.slice(0, grid.headerRows).reduce((sum, each) => sum + each, 0);
    if (grid.headerRows > 0) {
      if (y + headHeight + 2 * step > height - margin) turnPage();
      drawHead();
    }
    rows.slice(grid.headerRows).forEach((row, n) => {
      let [left, tall] = [row, heights[n + grid.headerRows] ?? 0];
      while (y + tall > height - margin) {
        const fits = Math.floor((height - margin - y - 2 * padding) / step);
        const cut = paper.rowsCut && fits > 0;
        if (cut) {
          const part = left.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fits) }));
          drawRow(part, heightOf(part, step));
          left = left.map((cell) => ({ ...cell, lines: cell.lines.slice(fits) }));
          tall = heightOf(left, step);
        }
        turnPage();
        if (paper.headerAgain && grid.headerRows > 0) drawHead();
        if (!cut) break;
      }
      drawRow(left, tall);
    });

    function drawHead(): void {
      head.forEach((row, n) => {
        const below = heights.slice(n, grid.headerRows);
        drawRow(row, heights[n] ?? 0, (span) => below.slice(0, span).reduce((sum, each) => sum + each, 0));
      });
    }

    function drawRow(
      row: readonly SetCell[],
      tall: number,
      reach: (span: number) => number = () => tall,
    ): void {
      for (const cell of row) drawCell(cell, reach(cell.rowSpan), size);
      page().rules.push(...rulesOf(grid, row, lefts, y, tall, reach));
      y += tall;
    }
  }

  function drawCell(cell: SetCell, tall: number, size: number): void {
    const { lines, left, width: wide, align, bold, turned } = cell;
    const place = [left, y, wide, tall] as const;
    const shown = { size, bold, turned, cell: place };
    lines.forEach((text, n) => {
      const long = widthOf(text, size);
      if (turned) {
        const x = left + (wide - lines.length * leading * size) / 2 + (n + ascent) * leading * size;
        page().texts.push({ ...shown, text, x, y: y + (tall + long) / 2 });
        return;
      }
      const room = wide - 2 * padding - long;
      const x = left + padding + (align === 'left' ? 0 : align === 'right' ? room : room / 2);
      const free = tall - 2 * padding - lines.length * leading * size;
      const above = paper.program === 'browser' ? free / 2 : paper.program === 'spreadsheet' ? free : 0;
      const baseline = y + padding + above + (n + ascent) * leading * size;
      page().texts.push({ ...shown, text, x, y: baseline });
    });
  }
}

function heightOf(row: readonly SetCell[], step: number): number {
  const tall = row.map((cell) => {
    const own = cell.turned ? turnedHeight : cell.lines.length * step;
    return own / cell.rowSpan + 2 * padding;
  });
  return Math.max(step + 2 * padding, ...tall);
}

const turnedHeight = 110;

/** As large as every word has room for: no program breaks a figure where it can help it. */
function fitted(grid: Grid, wanted: number, room: number): { size: number; lefts: readonly number[] } {
  const letters = grid.columns.reduce((sum, each) => sum + each, 0);
  for (let size = wanted; ; size -= 0.5) {
    const natural = letters * size * 0.5 + 2 * padding * grid.columns.length;
    const scale = Math.min(1, room / natural);
    const lefts = [margin];
    for (const each of grid.columns)
      lefts.push((lefts.at(-1) ?? 0) + (each * size * 0.5 + 2 * padding) * scale);
    const fits = grid.rows.every((row) =>
      row.every(({ text, column, columnSpan, turned }) => {
        const wide = (lefts[column + columnSpan] ?? 0) - (lefts[column] ?? 0) - 2 * padding;
        return turned || wordsOf(text).every((word) => widthOf(word, size) <= wide);
      }),
    );
    if (fits || size <= smallest) return { size, lefts };
  }
}

function setCell(cell: DraftCell, lefts: readonly number[], size: number): SetCell {
  const left = lefts[cell.column] ?? 0;
  const width = (lefts[cell.column + cell.columnSpan] ?? 0) - left;
  return {
    ...cell,
    left,
    width,
    lines: wrapped(cell.text, size, cell.turned ? turnedHeight : width - 2 * padding),
  };
}

function wrapped(text: string, size: number, room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of wordsOf(text)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A number with spaces in it stays in one line. */
function wordsOf(text: string): readonly string[] {
  return /^[\d ]+$/.test(text) ? [text] : text.split(' ');
}

/** The rules around the cells of one row; those of a cell that reaches further down go with it. */
function rulesOf(
  { rules, columns }: Grid,
  row: readonly SetCell[],
  lefts: readonly number[],
  top: number,
  tall: number,
  reach: (span: number) => number,
): readonly DrawnRule[] {
  if (rules === 'none') return [];
  const [left, right] = [lefts[0] ?? 0, lefts[columns.length] ?? 0];
  const level = (from: number, to: number, at: number): DrawnRule => ({ from: [from, at], to: [to, at] });
  const upright = (at: number, height: number): DrawnRule => ({ from: [at, top], to: [at, top + height] });
  const isHead = row.some(({ bold }) => bold);
  if (rules === 'head') return isHead ? [level(left, right, top), level(left, right, top + tall)] : [];
  const levels = rules !== 'columns' || isHead;
  const uprights = rules !== 'rows';
  return [
    ...(levels && row.length === columns.length
      ? [level(left, right, top), level(left, right, top + tall)]
      : []),
    ...row.flatMap((cell) => {
      const height = reach(cell.rowSpan);
      const ends = [cell.left, cell.left + cell.width] as const;
      return [
        ...(levels ? [level(...ends, top), level(...ends, top + height)] : []),
        ...(uprights ? ends.map((at) => upright(at, height)) : []),
      ];
    }),
    // Empty cells have borders too; a row of one cell over all columns has none within.
    ...emptyColumns(row, columns.length).flatMap((column) => {
      const ends = [lefts[column] ?? 0, lefts[column + 1] ?? 0] as const;
      return [
        ...(levels ? [level(...ends, top), level(...ends, top + tall)] : []),
        ...(uprights ? ends.map((at) => upright(at, tall)) : []),
      ];
    }),
  ];
}

function emptyColumns(row: readonly SetCell[], count: number): readonly number[] {
  // The second row of a header is covered where the first reaches down.
  if (row.every(({ bold }) => bold) && row.length > 1) return [];
  return Array.from({ length: count }, (_, column) => column).filter(
    (column) => !row.some((cell) => cell.column <= column && column < cell.column + cell.columnSpan),
  );
}
