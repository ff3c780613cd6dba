import type { Cell, Doubt, Source, Table } from '../../model/document.ts';
import type { LegacyFont } from '../legacy-fonts/legacy-text.ts';
import type { Colour } from '../looks/colours.ts';

/** Word itself ends at 63 columns; a span beyond this is nonsense and counts as this. */
const WIDEST_SPAN = 1000;

/** A cell while its content is read. Coordinates are those of the table's grid, from 1. */
export interface CellDraft {
  readonly source: { readonly table: number; readonly row: number; readonly column: number };
  columnSpan: number;
  rowSpan: number;
  vertical: 'none' | 'restart' | 'continue';
  /** Continues the cell to its left (the old way of merging). */
  continuesLeft: boolean;
  readonly lines: string[];
  /** The lines as the file stores them, for a font of before Unicode. */
  readonly storedLines: string[];
  /** What is painted behind its text; null for nothing. */
  behind?: Colour | null;
  legacyFont?: LegacyFont;
  decomposed?: true;
  /** What makes its figure doubtful. */
  doubt?: Doubt;
}

/** In twips: of a lower row nothing is seen. */
const LOWEST_ROW = 60;

/** Puts a table together row by row; merged cells become one cell with spans. */
export class TableDraft {
  /** Tables in its cells, in document order; each is a table of its own behind this one. */
  readonly nested: TableDraft[] = [];
  /** The cell of another table it stands in. */
  within?: Source;
  /** Whether the table, or its style, may paint cells that say nothing of it themselves. */
  painted = false;
  style?: string;
  readonly #number: number;
  readonly #cells: CellDraft[] = [];
  /** For each grid column the cell that a continuing cell below would belong to. */
  readonly #open = new Map<number, CellDraft>();
  #row = 0;
  #column = 1;
  #columns = 0;
  #declared = 0;
  #left: CellDraft | null = null;
  #rowDeleted = false;
  readonly #hiddenRows = new Set<number>();

  /** @param number of the table, from 1 in the order of the document */
  constructor(number: number) {
    this.#number = number;
  }

  /** Columns that the file says the grid has, whether or not a row fills them. */
  declareColumns(count: number): void {
    this.#declared = Math.min(this.#declared + count, WIDEST_SPAN);
    this.#columns = Math.max(this.#columns, this.#declared);
  }

  openRow(): void {
    this.#row++;
    this.#column = 1;
    this.#left = null;
    this.#rowDeleted = false;
  }

  /** The grid columns before the row's first cell. */
  skipColumns(count: number): void {
    this.#column += Math.min(Math.max(0, count), WIDEST_SPAN);
  }

  /** The row was taken out by a tracked change: the next one takes its number. */
  deleteRow(): void {
    this.#rowDeleted = true;
  }

  /**
   * The row is exactly so high, whatever stands in it.
   * @param twips twentieths of a point
   */
  setHeight(twips: number): void {
    if (twips < LOWEST_ROW) this.#hiddenRows.add(this.#row);
  }

  closeRow(): void {
    if (this.#rowDeleted) this.#hiddenRows.delete(this.#row--);
  }

  openCell(): CellDraft {
    return {
      source: { table: this.#number, row: Math.max(1, this.#row), column: this.#column },
      columnSpan: 1,
      rowSpan: 1,
      vertical: 'none',
      continuesLeft: false,
      lines: [],
      storedLines: [],
    };
  }

  /** @param onCovered told where a merge hides a cell that is not empty */
  closeCell(cell: CellDraft, onCovered: (where: Source) => void): void {
    cell.columnSpan = Math.min(Math.max(1, Math.floor(cell.columnSpan) || 1), WIDEST_SPAN);
    this.#column = cell.source.column + cell.columnSpan;
    if (this.#rowDeleted) return;
    this.#columns = Math.max(this.#columns, this.#column - 1);
    const { row, column } = cell.source;
    const above = cell.vertical === 'continue' ? this.#open.get(column) : undefined;
    if (above && above.source.row + above.rowSpan >= row) {
      above.rowSpan = row - above.source.row + 1;
      this.#left = above;
    } else if (cell.continuesLeft && this.#left) {
      this.#left.columnSpan += cell.columnSpan;
    } else {
      this.#keep(cell);
      return;
    }
    if (cell.lines.length > 0) onCovered(cell.source);
  }

  finish(): Table {
    const cells = this.#cells.flatMap((cell): Cell[] => {
      const { source, lines, storedLines, legacyFont, decomposed, doubt, rowSpan, columnSpan } = cell;
      if (lines.length === 0) return [];
      const { row, column } = source;
      const legacy = legacyFont && { legacyFont, storedText: storedLines.join('\n') };
      return [
        {
          row,
          column,
          text: lines.join('\n'),
          ...legacy,
          ...(decomposed && { decomposed }),
          ...(doubt && { doubt }),
          rowSpan,
          columnSpan,
          source,
        },
      ];
    });
    const within = this.within && { within: this.within };
    const hiddenRows = this.#hiddenRows.size > 0 && { hiddenRows: this.#hiddenRows };
    const table = { kind: 'table' as const, sheet: null, hidden: false };
    return { ...table, ...within, ...hiddenRows, columns: this.#columns, cells };
  }

  #keep(cell: CellDraft): void {
    this.#cells.push(cell);
    this.#left = cell;
    for (let column = cell.source.column; column < this.#column; column++) this.#open.delete(column);
    // One that continues nothing begins something: some writers forget the restart.
    if (cell.vertical !== 'none') this.#open.set(cell.source.column, cell);
  }
}
