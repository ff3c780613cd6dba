/** The layouts of all pages → paragraphs and tables in reading order, those that run over pages as one. */
import type { Cell, Paragraph, Table } from '../../model/document.ts';
import { LegacyReader, type LegacyReading } from '../legacy-fonts/legacy-text.ts';
import { ofPlainWidth } from '../looks/plain-width.ts';
import { plainText } from '../plain-text.ts';
import type { SkippedLog } from '../skipped-log.ts';
import { withoutUncertain } from './misnamed-digits.ts';
import type { PageLayout, PageLine, RuledCell, RuledTable } from './page-layout.ts';
import { type Area, type Line, lineOf, paragraphsOf } from './paragraphs.ts';
import { isFigure } from './tables/figures.ts';
import { continued, withColumnsThatGoOn } from './tables/over-pages.ts';
import { findUnruled, type UnruledTable } from './tables/unruled-tables.ts';

type Block = Paragraph | Table;

interface PlacedCell extends Cell {
  readonly page: number;
}

/** Tables and paragraphs in their order, joined where a page ended within one. */
export function assemble(pages: readonly PageLayout[], skipped: SkippedLog): readonly Block[] {
  return new Assembly(skipped).blocks(withColumnsThatGoOn(pages).flatMap(({ items }) => items));
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
        const joined: RuledTable | null = table && continued(table, item, this.#skipped);
        if (table && !joined) this.#addRuled(table);
        table = joined ?? item;
      }
    }
    if (table) this.#addRuled(table);
    this.#addLines(lines);
    return this.#blocks;
  }

  #addRuled({ cells, edges, laidOut }: RuledTable): void {
    const number = ++this.#tables;
    this.#addTable(
      edges.length - 1,
      cells.flatMap((cell) => this.#cell(cell, number)),
      laidOut,
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
    this.#addTable(columns, filled, true);
  }

  #addTable(columns: number, cells: readonly PlacedCell[], laidOut: boolean): void {
    const ordered = inDoubtWithoutNames(cells).toSorted((a, b) => a.row - b.row || a.column - b.column);
    const pages = new Map(cells.map(({ row, page }) => [row, page]));
    const places = { pages, ...(laidOut && { laidOut }) };
    this.#blocks.push({ kind: 'table', sheet: null, hidden: false, ...places, columns, cells: ordered });
  }

  #cell(
    { row, column, rowSpan, columnSpan, paragraphs, doubt, page }: RuledCell,
    table: number,
  ): PlacedCell[] {
    const read = paragraphs.map(({ runs }) => this.#letters.read(runs));
    const text = plainText(read.map((each) => each.text).join('\n'));
    if (text === '') return [];
    const font = read.find(({ legacyFont }) => legacyFont)?.legacyFont;
    const legacy = font && {
      legacyFont: font,
      storedText: read.map((each) => each.storedText ?? each.text).join('\n'),
    };
    const source = { table, row, column };
    return [{ row, column, rowSpan, columnSpan, text, ...legacy, ...(doubt && { doubt }), source, page }];
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
        text.push({ page: item.page, line: { ...lineOf(withoutUncertain(item)), area: item.area ?? null } });
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

/** So many figures are a table's; fewer may be anything. */
const FEWEST_FIGURES = 3;

/** Figures in whose table nothing names a row: their names stand elsewhere, perhaps on another page. */
function inDoubtWithoutNames(cells: readonly PlacedCell[]): readonly Cell[] {
  const isPlainFigure = ({ text }: Pick<Cell, 'text'>) => isFigure({ text: ofPlainWidth(text) });
  const figures = cells.filter(isPlainFigure);
  const first = Math.min(...figures.map(({ row }) => row));
  const named = cells.some(({ row, text }) => row >= first && /\p{L}/u.test(text));
  const nameless = !named && figures.length >= FEWEST_FIGURES;
  return cells.map(({ page, ...cell }) =>
    nameless && !cell.doubt && isPlainFigure(cell) ? { ...cell, doubt: { why: 'row', page } } : cell,
  );
}
