/** What goes between the tests and the process that reads. Memory in MB. */
import type { Figure } from '../../shared/vocabulary/figure.ts';
import type { VerdictState } from '../../shared/vocabulary/states.ts';

export interface Request {
  readonly path: string;
  readonly fileName: string;
  readonly unit: string;
  readonly period: string;
  /** Whether the pieces of the document are wanted too; it is opened once more for them. */
  readonly pieces: boolean;
  /** Seconds that the reading may take. */
  readonly within: number;
}

/** A number, a date or a text; or the trouble with a cell. */
export type Piece = string | number;

export interface Answer {
  readonly seconds: number;
  /** Seconds of processor that the reading took, in all threads: the same however busy the machine is. */
  readonly processor: number;
  /** The most the process ever had. */
  readonly peak: number;
  readonly state: VerdictState;
  readonly says: readonly string[];
  readonly values: Readonly<Record<string, readonly [Figure, Figure]>>;
  readonly narrative: Readonly<Record<string, readonly string[]>>;
  /** By place: `Sheet1!A1`, `table 1, 2, 3`, `paragraph 4`. */
  readonly pieces: Readonly<Record<string, Piece>>;
}

export type Message = { readonly ready: number } | { readonly said: Answer } | { readonly threw: string };
