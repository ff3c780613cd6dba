/** The layouts of all pages → paragraphs and tables in reading order, those that run over pages as one. */
import type { Cell, Paragraph, Table } from '../document.ts';
import { LegacyReader, type LegacyReading } from '../legacy-fonts/legacy-text.ts';
import { plainText } from '../plain-text.ts';
import type { SkippedLog } from '../skipped-log.ts';
import type { PageLayout, PageLine, RuledCell, RuledTable } from './page-layout.ts';
import { type Area, type Line, lineOf, paragraphsOf } from './paragraphs.ts';
import { findUnruled, type UnruledTable } from './unruled-tables.ts';

type Block = Paragraph | Table;

/** Upright lines of one table stand in the same places on every page. */
const SAME_PLACE = 3;
const MOST_HEADER_ROWS = 4;

export function assemble(pages: readonly PageLayout[], skipped: SkippedLog): readonly Block[] {
  return new Assembly(skipped).blocks(pages.flatMap(({ items }) => items));
}

class Assembly {
  readonly #skipped: SkippedLog;
  readonly #letters = new LegacyReader();
  readonly #blocks: Block[] = [];
  #paragraphs = 0;
  #tables = 0;

  constructor(skipped: SkippedLog) {
    this.#skipped = skipped;
  }

  blocks(items: PageLayout['items']): readonly Block[] {
    const lines: PageLine[] = [];
    let table: RuledTable | null = null;
    for (const item of items) {
      if (item.kind === 'line') {
        if (table) this.#addRuled(table);
        table = null;
        lines.push(item);
      } else {
        this.#addLines(lines.splice(0));
        const joined: RuledTable | null = table && this.#continued(table, item);
        if (table && !joined) this.#addRuled(table);
        table = joined ?? item;
      }
    }
    if (table) this.#addRuled(table);
    this.#addLines(lines);
    return this.#blocks;
  }

  /** The table with the rows of the next page's; null where that one is a table of its own. */
  #continued(above: RuledTable, below: RuledTable): RuledTable | null {
    const edges = commonEdges(above.edges, below.edges);
    if (!edges || below.top > above.top) return null;
    const [table, next] = [onEdges(above, edges), onEdges(below, edges)];
    const repeated = repeatedRows(table, next);
    const kept = next.cells.filter(({ row }) => row > repeated);
    const left = next.cells.length - kept.length;
    if (left > 0) this.#skipped.add('cell', 'repeated-header', null, left);
    // A row that the page cut in two is one.
    const rest = kept.filter(({ row }) => row === repeated + 1);
    const last = table.cells.filter(({ row, rowSpan }) => row + rowSpan - 1 === table.rows);
    const cut = goesOnIn(last, rest);
    const shift = table.rows - repeated - (cut ? 1 : 0);
    const moved = kept.map((cell) => ({ ...cell, row: cell.row + shift }));
    return {
      ...table,
      top: next.top,
      rows: next.rows + shift,
      cells: cut ? joinedRow(table.cells, moved, table.rows) : [...table.cells, ...moved],
    };
  }

  #addRuled({ cells, edges }: RuledTable): void {
    const number = ++this.#tables;
    this.#addTable(
      edges.length - 1,
      cells.flatMap((cell) => this.#cell(cell, number)),
    );
  }

  #addUnruled({ columns, cells }: UnruledTable): void {
    const number = ++this.#tables;
    const filled = cells.flatMap((cell) => {
      const runs = cell.segments.flatMap((segment, n) =>
        segment.runs.map((run, m) => (n > 0 && m === 0 ? { ...run, text: ` ${run.text}` } : run)),
      );
      return this.#cell({ ...cell, rowSpan: 1, paragraphs: [{ runs, bold: false }], full: false }, number);
    });
    this.#addTable(columns, filled);
  }

  #addTable(columns: number, cells: readonly Cell[]): void {
    const ordered = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
    this.#blocks.push({ kind: 'table', sheet: null, hidden: false, columns, cells: ordered });
  }

  #cell({ row, column, rowSpan, columnSpan, paragraphs, doubt }: RuledCell, table: number): Cell[] {
    const read = paragraphs.map(({ runs }) => this.#letters.read(runs));
    const text = plainText(read.map((each) => each.text).join('\n'));
    if (text === '') return [];
    const font = read.find(({ legacyFont }) => legacyFont)?.legacyFont;
    const legacy = font && {
      legacyFont: font,
      storedText: read.map((each) => each.storedText ?? each.text).join('\n'),
    };
    const source = { table, row, column };
    return [{ row, column, rowSpan, columnSpan, text, ...legacy, ...(doubt && { doubt }), source }];
  }

  #addLines(lines: readonly PageLine[]): void {
    const text: { readonly page: number; readonly line: Line }[] = [];
    const flush = () => this.#addParagraphs(text.splice(0));
    for (const item of findUnruled(lines)) {
      if (item.kind === 'unruled') {
        flush();
        this.#addUnruled(item);
      } else {
        const last = text.at(-1);
        if (last && last.page !== item.page && !goesOn(last.line)) flush();
        text.push({ page: item.page, line: { ...lineOf(item), area: item.area ?? null } });
      }
    }
    flush();
  }

  /** Lines are as long as those of their own page: pages may be of different widths. */
  #addParagraphs(text: readonly { readonly page: number; readonly line: Line }[]): void {
    const areas = new Map<Line, Area>();
    for (const own of Map.groupBy(text, ({ page }) => page).values()) {
      const lines = own.map(({ line }) => line).filter(({ area }) => area === null);
      const area = {
        left: Math.min(...lines.map(({ left }) => left)),
        right: Math.max(...lines.map(({ right }) => right)),
      };
      for (const line of lines) areas.set(line, area);
    }
    const areaOf = (line: Line) => line.area ?? areas.get(line) ?? line;
    for (const { runs, bold } of paragraphsOf(
      text.map(({ line }) => line),
      areaOf,
    )) {
      this.#addParagraph(this.#letters.read(runs), bold);
    }
  }

  #addParagraph(read: LegacyReading, bold: boolean): void {
    const text = plainText(read.text);
    if (text === '') return;
    const source = { paragraph: ++this.#paragraphs };
    this.#blocks.push({ kind: 'paragraph', ...read, text, ...(bold ? { bold } : {}), source });
  }
}

/** Whether a line may run on: it does not end as a sentence does. */
function goesOn(line: Line | undefined): boolean {
  return line !== undefined && !/[.:;!?…]$/.test(line.text);
}

/** The upright lines of both; null unless those of one are all among the other's: what is empty may have no borders. */
function commonEdges(a: readonly number[], b: readonly number[]): readonly number[] | null {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const found = fewer.length > 2 && fewer.every((edge) => more.some((other) => isSame(edge, other)));
  return found ? more : null;
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_PLACE;
}

/** The table on a grid of more upright lines than its own. */
function onEdges(table: RuledTable, edges: readonly number[]): RuledTable {
  const place = (column: number) => {
    const edge = table.edges[column - 1] ?? 0;
    return edges.findIndex((other) => isSame(edge, other)) + 1;
  };
  const cells = table.cells.map((cell) => {
    const [column, end] = [place(cell.column), place(cell.column + cell.columnSpan)];
    return { ...cell, column, columnSpan: Math.max(1, end - column) };
  });
  return { ...table, edges, cells };
}

/** Whether cells go on with what the cells above them began: each with a word that begins no name. */
function goesOnIn(above: readonly RuledCell[], below: readonly RuledCell[]): boolean {
  return (
    below.length > 0 &&
    below.length < above.length &&
    below.every((cell) => {
      const begins = cell.paragraphs[0]?.runs[0]?.text ?? '';
      return /^[\p{Ll}(,;]/u.test(begins) && above.some(({ column }) => column === cell.column);
    })
  );
}

/** The cells of both, those that meet in the row as one. */
function joinedRow(
  above: readonly RuledCell[],
  below: readonly RuledCell[],
  row: number,
): readonly RuledCell[] {
  const meets = (a: RuledCell, b: RuledCell) =>
    b.row === row && a.column === b.column && a.row + a.rowSpan - 1 === row;
  const joined = above.map((cell) => {
    const rest = below.find((each) => meets(cell, each));
    if (!rest) return cell;
    const paragraphs = [...cell.paragraphs, ...rest.paragraphs];
    const runs = paragraphs.flatMap(({ runs: own }, n) =>
      n === 0 ? own : [{ text: ' ', font: null }, ...own],
    );
    const bold = paragraphs.every((each) => each.bold);
    return { ...cell, rowSpan: cell.rowSpan + rest.rowSpan - 1, paragraphs: [{ runs, bold }] };
  });
  return [...joined, ...below.filter((cell) => !above.some((each) => meets(each, cell)))];
}

/** How many of the next page's first rows are the table's own titles once more. */
function repeatedRows(table: RuledTable, next: RuledTable): number {
  let rows = 0;
  for (let row = 1; row <= MOST_HEADER_ROWS; row += 1) {
    const [here, there] = [rowText(table, row), rowText(next, row)];
    if (here !== there) break;
    // What a span covers has no text of its own, and belongs to the row above.
    rows = row;
  }
  return rowText(next, 1) === '' ? 0 : rows;
}

function rowText({ cells }: RuledTable, row: number): string {
  return cells
    .filter((cell) => cell.row === row)
    .map(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' '))
    .join('|');
}
