/** What a rich text says of the letters and rows that follow, and what it says where it begins. */
import type { Look } from '../looks/letters.ts';
import type { RtfCell } from './rows.ts';

/** What holds from here to the end of the group. */
export interface State {
  readonly destination:
    | 'text'
    | 'fonts'
    | 'colours'
    | 'styles'
    | 'label'
    | 'instruction'
    | 'template'
    | 'form-field'
    | 'list-entry'
    | 'list-result'
    | 'left-out';
  /** Within a text that is there twice: what the second one belongs to. */
  readonly instead?: State['destination'];
  readonly font: number;
  readonly bold: boolean;
  readonly look: Required<Omit<Look, 'pictures'>>;
  /** Numbers of colours: of letters, and of what is painted behind them and behind their paragraph; 0 for none. */
  readonly colour: number;
  readonly highlight: number;
  readonly shading: number;
  /** In half-points. */
  readonly size: number;
  readonly narrow: boolean;
  readonly deleted: boolean;
  /** How many bytes stand for a character of `\u` in programs that do not know it. */
  readonly fallback: number;
  readonly inTable: boolean;
  /** In the text of a shape, which belongs to the place it hangs on. */
  readonly inBox: boolean;
  readonly level: number | undefined;
}

/** In half-points: smaller letters are no more than a dot. */
export const UNREADABLE = 4;
/** In half-points, where nothing says it. */
export const DEFAULT_SIZE = 24;
/** In per cent of a letter's width: narrower ones are no more than a line. */
export const NARROWEST = 10;
const ON_THE_LINE: State['look'] = { struck: false, hidden: false, place: 'line' };
export const BEGINNING: State = {
  destination: 'text',
  font: 0,
  bold: false,
  look: ON_THE_LINE,
  deleted: false,
  colour: 0,
  highlight: 0,
  shading: 0,
  size: DEFAULT_SIZE,
  narrow: false,
  fallback: 1,
  inTable: false,
  inBox: false,
  level: undefined,
};

export const PLAIN = {
  bold: false,
  look: ON_THE_LINE,
  deleted: false,
  colour: 0,
  highlight: 0,
  size: DEFAULT_SIZE,
  narrow: false,
};

/** The edges and merges of a row's cells, as `\trowd` begins to describe them. */
export interface RowPlan {
  left: number;
  /** In twips where it is exactly so high, whatever stands in it. */
  height: number | null;
  cells: Omit<RtfCell, 'paragraphs'>[];
  /** Numbers of the colours that its cells are painted in; 0 for none. */
  painted: number[];
  paint: number;
  next: Omit<RtfCell, 'paragraphs' | 'right'>;
}

export const NO_ROW = (): RowPlan => ({
  left: 0,
  height: null,
  cells: [],
  painted: [],
  paint: 0,
  next: UNMERGED,
});
export const UNMERGED = { vertical: 'none', continuesLeft: false } as const;
