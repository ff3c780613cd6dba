/**
 * The neutral document: what every reader yields, whatever the file's format was. Matching and checks know
 * nothing beyond it. All text is NFC.
 */

import type { DoubtReason } from '../../vocabulary/finding.ts';
import type { Format } from '../../vocabulary/formats.ts';
import type * as told from '../../vocabulary/reading.ts';
import type { Source } from '../../vocabulary/source.ts';
import type { Encoding } from '../open/csv/decode.ts';
import type { LegacyFont } from '../open/legacy-fonts/legacy-text.ts';
import type { ConsolidatedMark } from './consolidated-mark.ts';

export type { Format } from '../../vocabulary/formats.ts';
export type { Source } from '../../vocabulary/source.ts';

/** As readers tell it; `text` is not kept with a reading. */
export interface Skipped extends told.Skipped {
  /** The letters left out (struck through, hidden), or what a field is called. */
  readonly text?: string;
}

export interface Doubt {
  readonly why: DoubtReason;
  /** Counts from 1; 0 where there are no pages. */
  readonly page: number;
}

export interface Cell {
  /** Counts from 1. */
  readonly row: number;
  readonly column: number;
  /** As a person sees it, NFC, trimmed; never empty (an empty cell is not listed). */
  readonly text: string;
  /** The font of before Unicode whose letters the text was read as; `storedText` is what the file stores instead. */
  readonly legacyFont?: LegacyFont | undefined;
  readonly storedText?: string | undefined;
  /** The file stores letters and their marks apart (NFD). */
  readonly decomposed?: true | undefined;
  /** Set when the file stores a number (xlsx `t="n"` without a date format); docx cells have text alone. */
  readonly number?: number | undefined;
  /** Set when the file stores a date: `yyyy-mm-dd`. */
  readonly date?: string | undefined;
  /** True when the number is shown as a percentage (0.985 displayed as 98,5%). */
  readonly percent?: boolean | undefined;
  /**
   * Of pdf files, whose tables are put together from places, of csv rows that commas cut, of letters that show another
   * figure. A cell in doubt is no figure.
   */
  readonly doubt?: Doubt | undefined;
  /**
   * `uncached-formula`: a formula with no stored result; one of the form handed out has what it comes to in `computed`.
   * `error`: `#REF!` and its kin. `stale-formula`: the stored
   * result is not what the formula comes to, which is `computed` where it can be worked out (empty: nothing).
   */
  readonly trouble?: 'uncached-formula' | 'stale-formula' | 'error' | undefined;
  readonly computed?: string;
  /** Holds a formula that the form handed out has there. */
  readonly ofForm?: true;
  /** What a cumulative formula of the form adds to the figure of its row, which it took for none: "-", "12 lượt". */
  readonly adds?: number;
  /** A stored 0 of a formula that cannot be worked out here. */
  readonly unchecked?: true;
  /** A stored number, not 0, of a formula that cannot be worked out here. */
  readonly unproven?: true;
  /** A merged cell is listed once, at its top left, with the area it covers. */
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Tells the place: judgements compare places as objects, so it is the same one whenever it is asked for. */
  readonly source: Source;
  /** All of the above as an object of its own, where it is looked up in a sheet's columns when asked for. */
  toJSON?(): Cell;
}

export interface Table {
  readonly kind: 'table';
  /** The sheet's name; for a docx table `null`. */
  readonly sheet: string | null;
  readonly hidden: boolean;
  /**
   * Rows and columns that hold something, or lie under a merged cell, and are hidden, filtered out or too small to be seen;
   * absent where none is.
   */
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
  /** Only tables of pdf files have it: the page of each row. */
  readonly pages?: ReadonlyMap<number, number>;
  /** Rows or columns of a pdf file's table were told by the places of the words, not by lines around each cell. */
  readonly laidOut?: true;
  /** The cell of another table it stands in. */
  readonly within?: Source;
  /** How many columns the table's grid has, empty ones included; a sheet has no such end. */
  readonly columns?: number;
  /** In reading order: by row, then by column. */
  readonly cells: readonly Cell[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** NFC, trimmed, never empty; a number that Word generates is not part of it (see `label`). */
  readonly text: string;
  /** The font of before Unicode whose letters the text was read as; `storedText` is what the file stores instead. */
  readonly legacyFont?: LegacyFont;
  readonly storedText?: string;
  /** The file stores letters and their marks apart (NFD). */
  readonly decomposed?: true;
  /** 1 to 9 where a heading style or an outline level says so. */
  readonly level?: number;
  /** The number Word's own list numbering shows before the paragraph: "I.", "1.1.", "a)", "-". */
  readonly label?: string;
  /** True when all of its text is bold: people's own headings often are nothing more. */
  readonly bold?: boolean;
  readonly source: Source;
}

export interface NeutralDocument {
  readonly format: Format;
  /** Paragraphs and tables in the order of the file; each sheet of a workbook is one table. */
  readonly blocks: readonly (Paragraph | Table)[];
  readonly skipped: readonly Skipped[];
  /** How plain text (csv) stores its letters; for a code of before Unicode the text is what its fonts show. */
  readonly encoding?: Encoding;
  /** Set where a scanner's program recognised the text on pictures of pages: letters and figures may be wrong. */
  readonly recognised?: true;
  /** Set where the file's properties tell that it is a consolidated report of this system. */
  readonly mark?: ConsolidatedMark;
}
