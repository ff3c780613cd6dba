import type { Source, Table } from '../../model/document.ts';
import type { CellAllowance } from '../cell-allowance.ts';
import { timesOf } from '../odf/times.ts';
import type { CellValue, DraftCell, DraftSheet } from '../sheets/finish-sheets.ts';
import { type Lines, unseenAmong } from '../sheets/unseen-sizes.ts';
import { checkPosition, formatAddress } from '../xlsx/cell-address.ts';
import { type MapRule, ruleAt } from './look-rules.ts';

/** A cell and what repeats it; spans of 1 cover nothing else. */
interface Placed {
  readonly value: CellValue | null;
  /** A merged cell lies over it. */
  readonly covered: boolean;
  readonly repeated: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly rules: readonly MapRule[];
}

interface ColumnStyle {
  /** Hidden, or too narrow to be seen. */
  readonly unseen: boolean;
  /** Of cells that name no style. */
  readonly cellStyle: string | undefined;
}

/** A sheet while its rows are read. Rows and cells say how often they repeat, mostly to fill the sheet with nothing. */
export class SheetDraft {
  readonly name: string;
  readonly #cells: DraftCell[] = [];
  readonly #covered: DraftCell[] = [];
  readonly #allowance: CellAllowance;
  /** Rows that hold something and are hidden, or filtered out. */
  readonly #hiddenRows = new Set<number>();
  /** All that are hidden or too small to be seen. */
  readonly #unseenRows: Lines[] = [];
  readonly #unseenColumns: Lines[] = [];
  /** Columns described so far. */
  #described = 0;
  readonly #cellStyles: { readonly from: number; readonly to: number; readonly cellStyle: string }[] = [];
  #rowHidden = false;
  #inRow: {
    readonly cell: Omit<DraftCell, 'row' | 'source'>;
    readonly covered: boolean;
    readonly rules: readonly MapRule[];
  }[] = [];
  #row = 1;
  #repeated = 1;
  #column = 1;

  constructor(name: string, allowance: CellAllowance) {
    this.name = name;
    this.#allowance = allowance;
  }

  get draft(): DraftSheet {
    const all = this.#covered.length === 0 ? this.#cells : [...this.#cells, ...this.#covered];
    return { name: this.name, all, visible: this.#cells, hiddenRows: this.#hiddenRows };
  }

  /** Where the next cell stands. */
  get here(): Source {
    return this.#source(this.#row, this.#column);
  }

  /** Rows and columns that hold something of which nothing is seen; nothing where none is. */
  unseen(): Pick<Table, 'hiddenRows' | 'hiddenColumns'> {
    const hiddenRows = unseenAmong(this.#cells, 'row', this.#unseenRows);
    const hiddenColumns = unseenAmong(this.#cells, 'column', this.#unseenColumns);
    return {
      ...(hiddenRows.size > 0 && { hiddenRows }),
      ...(hiddenColumns.size > 0 && { hiddenColumns }),
    };
  }

  describeColumns(repeated: string | undefined, { unseen, cellStyle }: ColumnStyle): void {
    const from = this.#described + 1;
    this.#described += timesOf(repeated);
    if (unseen) this.#unseenColumns.push({ from, to: this.#described });
    if (cellStyle !== undefined) this.#cellStyles.push({ from, to: this.#described, cellStyle });
  }

  /** The style of the next cell, where it has none of its own. */
  get cellStyle(): string | undefined {
    return rangeAt(this.#cellStyles, this.#column)?.cellStyle;
  }

  /** @param unseen hidden, or too low to be seen */
  openRow(
    repeated: string | undefined,
    { hidden, unseen }: { readonly hidden: boolean; readonly unseen: boolean },
  ): void {
    this.#repeated = timesOf(repeated);
    this.#rowHidden = hidden;
    if (unseen) this.#unseenRows.push({ from: this.#row, to: this.#row + this.#repeated - 1 });
    this.#column = 1;
    this.#inRow = [];
  }

  add({ value, covered, repeated, rowSpan, columnSpan, rules }: Placed): void {
    if (value) {
      this.#allowance.take(value.text.length, repeated);
      for (let n = 0; n < repeated; n += 1) {
        const cell = { column: this.#column + n, ...value, rowSpan, columnSpan };
        this.#inRow.push({ cell, covered, rules });
      }
    }
    this.#column += repeated;
  }

  closeRow(): void {
    if (this.#inRow.length > 0) {
      // Once they were counted when the row was read.
      for (const { cell } of this.#inRow) this.#allowance.take(cell.text.length, this.#repeated - 1);
      for (let n = 0; n < this.#repeated; n += 1) {
        const row = this.#row + n;
        if (this.#rowHidden && this.#inRow.some(({ covered }) => !covered)) this.#hiddenRows.add(row);
        for (const { cell, covered, rules } of this.#inRow) {
          const place = checkPosition(row, cell.column);
          const own = rules.length > 0 && { rules: rules.map((rule) => ruleAt(rule, place)) };
          const placed = { row, ...cell, ...own, source: this.#source(row, cell.column) };
          (covered ? this.#covered : this.#cells).push(placed);
        }
      }
    }
    this.#row += this.#repeated;
  }

  #source(row: number, column: number): Source {
    return { sheet: this.name, cell: formatAddress({ row, column }) };
  }
}

/** Of ranges in order that do not overlap, the one that holds a column: a sheet may describe thousands of them. */
function rangeAt<R extends { readonly from: number; readonly to: number }>(
  ranges: readonly R[],
  column: number,
): R | undefined {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((ranges[middle]?.to ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range && range.from <= column ? range : undefined;
}
