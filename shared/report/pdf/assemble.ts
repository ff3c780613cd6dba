/** The layouts of all pages → paragraphs and tables in reading order, those that run over pages as one. */
import type { Cell, Paragraph, Table } from '../document.ts';
import { LegacyReader, type LegacyReading } from '../legacy-fonts/legacy-text.ts';
import { plainText } from '../plain-text.ts';
import type { SkippedLog } from '../skipped-log.ts';
import type { PageLayout, PageLine, RuledCell, RuledTable } from './page-layout.ts';
import { type FoundParagraph, type Line, lineOf, paragraphsOf } from './paragraphs.ts';
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
  #continued(table: RuledTable, next: RuledTable): RuledTable | null {
    const same =
      table.edges.length === next.edges.length &&
      table.edges.every((edge, n) => Math.abs(edge - (next.edges[n] ?? 0)) <= SAME_PLACE);
    if (!same || next.top > table.top) return null;
    const repeated = repeatedRows(table, next);
    const kept = next.cells.filter(({ row }) => row > repeated);
    const left = next.cells.length - kept.length;
    if (left > 0) this.#skipped.add('cell', 'repeated-header', null, left);
    const moved = kept.map((cell) => ({ ...cell, row: cell.row + table.rows - repeated }));
    return {
      ...table,
      top: next.top,
      rows: table.rows + next.rows - repeated,
      cells: [...table.cells, ...moved],
    };
  }

  #addRuled({ cells, edges }: RuledTable): void {
    const number = ++this.#tables;
    this.#addTable(
      edges.length - 1,
      cells.flatMap((cell) => this.#cell(cell, cell.paragraphs, number)),
    );
  }

  #addUnruled({ columns, cells }: UnruledTable): void {
    const number = ++this.#tables;
    const filled = cells.flatMap((cell) => {
      const runs = cell.segments.flatMap((segment, n) =>
        segment.runs.map((run, m) => (n > 0 && m === 0 ? { ...run, text: ` ${run.text}` } : run)),
      );
      return this.#cell({ ...cell, rowSpan: 1 }, [{ runs, bold: false }], number);
    });
    this.#addTable(columns, filled);
  }

  #addTable(columns: number, cells: readonly Cell[]): void {
    const ordered = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
    this.#blocks.push({ kind: 'table', sheet: null, hidden: false, columns, cells: ordered });
  }

  #cell(
    { row, column, rowSpan, columnSpan }: Pick<RuledCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>,
    paragraphs: readonly FoundParagraph[],
    table: number,
  ): Cell[] {
    const read = paragraphs.map(({ runs }) => this.#letters.read(runs));
    const text = plainText(read.map((each) => each.text).join('\n'));
    if (text === '') return [];
    const font = read.find(({ legacyFont }) => legacyFont)?.legacyFont;
    const legacy = font && {
      legacyFont: font,
      storedText: read.map((each) => each.storedText ?? each.text).join('\n'),
    };
    return [{ row, column, rowSpan, columnSpan, text, ...legacy, source: { table, row, column } }];
  }

  #addLines(lines: readonly PageLine[]): void {
    const text: Line[] = [];
    let page = 0;
    const flush = () => this.#addParagraphs(text.splice(0));
    for (const item of findUnruled(lines)) {
      if (item.kind === 'unruled') {
        flush();
        this.#addUnruled(item);
      } else {
        // Pages may be of different widths, and only what fills the last line goes on over the page.
        if (item.page !== page && !goesOn(text.at(-1))) flush();
        page = item.page;
        text.push(lineOf(item));
      }
    }
    flush();
  }

  #addParagraphs(lines: readonly Line[]): void {
    if (lines.length === 0) return;
    const area = {
      left: Math.min(...lines.map(({ left }) => left)),
      right: Math.max(...lines.map(({ right }) => right)),
    };
    for (const { runs, bold } of paragraphsOf(lines, area))
      this.#addParagraph(this.#letters.read(runs), bold);
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
