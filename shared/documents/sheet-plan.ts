/** What callers plan of a sheet, and the measures that do not depend on who writes it. */

export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** In points; 11 where absent. */
  readonly size?: number;
  /** `RRGGBB`, likewise `fill`. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: 'thin' | 'bottom';
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  /** `center` where absent. */
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  /** A number format such as `#,##0` (each reader's own language decides how it looks). */
  readonly format?: string;
  /** Stays writable on a protected sheet. */
  readonly unlocked?: boolean;
}

/** Text is neutralised; a formula (without "=") stands with the value it had when it was written. */
export interface PlannedCell {
  readonly value?: string | number | null;
  readonly formula?: string;
  readonly style?: CellStyle;
  /** Shown when somebody points at the cell. */
  readonly note?: string;
  /** Merged over so many columns and rows, itself included. */
  readonly columns?: number;
  readonly rows?: number;
}

export interface PlannedRow {
  /** In points; where absent the row is made high enough for its wrapped text. */
  readonly height?: number;
  /** From column A; null leaves a cell alone. */
  readonly cells: readonly (PlannedCell | null)[];
}

/** Shown when somebody points at the cell, and again where what he typed does not fit; nothing is refused. */
export type Validation = {
  readonly range: string;
  readonly title: string;
  readonly message: string;
} & (
  | { readonly type: 'whole' | 'decimal' | 'date'; readonly min: number }
  /** Offered to choose from; other text is taken without a word. */
  | { readonly type: 'list'; readonly values: readonly string[] }
  /** Holds a formula: whatever is typed over it is warned of. */
  | { readonly type: 'computed' }
);

/** Cells that stand out while a formula (without "=", as it would stand in the first cell) is true. */
export interface Highlight {
  readonly range: string;
  readonly formula: string;
  /** `RRGGBB` */
  readonly fill: string;
}

export interface PlannedSheet {
  readonly name: string;
  /** Column widths in characters, from column A. */
  readonly widths: readonly number[];
  /** May be made as it is walked through, the same each time. */
  readonly rows: Iterable<PlannedRow>;
  /** Of tens of thousands of cells or more: written without the library, which would keep them all in memory. */
  readonly large?: boolean;
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** The area with filter buttons, such as `A4:F20`. */
  readonly filter?: string;
  readonly landscape: boolean;
  /** Rows repeated on each printed page, such as `4:5`, or rows and columns: `4:5,A:B`. */
  readonly printTitles?: string;
  /** Rows after which a new printed page begins, from 1. */
  readonly breaks?: readonly number[];
  /** How many printed pages stand side by side; 1 where absent. */
  readonly pagesWide?: number;
  readonly validations?: readonly Validation[];
  readonly highlights?: readonly Highlight[];
  /** What goes on paper, such as `A1:G60`; everything where absent. */
  readonly printArea?: string;
  /** Without a password: it keeps labels from slips, not from people. */
  readonly protect?: boolean;
  readonly tab?: string;
}

/** A sheet's name as it stands in formulas. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** `(1, 5)` → `E1`; both count from 1. */
export function address(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** `5` → `E`. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnName(Math.floor((column - 1) / 26)) + letter : letter;
}

/** Programs do not agree on when to fit a row, and never fit merged cells: so the height is written, in points. */
export function fittingHeight(row: PlannedRow, widths: readonly number[]): number {
  const heights = row.cells.map((cell, c) => {
    const size = cell?.style?.size ?? 11;
    const columns = widths.slice(c, c + (cell?.columns ?? 1)).reduce((sum, width) => sum + width, 0);
    const wide = columns - 1.5 * (cell?.style?.indent ?? 0);
    // A column's width counts digits of 11 points; Vietnamese text runs a tenth narrower, bold does not.
    const perLine = Math.max(1, (wide * 11 * (cell?.style?.bold ? 1 : 1.08)) / size);
    const text = cell?.style?.wrap && typeof cell.value === 'string' ? cell.value : '';
    // Most are short, and need no counting even in capitals.
    if (1.35 * text.length <= perLine && !text.includes('\n')) return size * 1.28 + 4;
    const lines = text
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil(lettersIn(part) / perLine)), 0);
    return lines * size * 1.28 + 4;
  });
  // Excel refuses rows above 409 points.
  return Math.min(409, Math.round(Math.max(18, ...heights)));
}

/** Capitals count more: they are wider. */
function lettersIn(text: string): number {
  return text.length + 0.35 * (text.match(/\p{Lu}/gu)?.length ?? 0);
}
