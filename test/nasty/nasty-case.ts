import type { Answer } from './messages.ts';

/** One file that must end well, whatever it is. */
export interface NastyCase {
  /** As numbered in the list of what every release must survive. */
  readonly number: number;
  readonly name: string;
  readonly make: () => Uint8Array;
  /** How it must end; of values and pieces those that are named. */
  readonly ends: Ending;
  /** Large enough to be read in a process of its own. */
  readonly heavy?: true;
  /** Seconds that the reading may take, where it needs all there are to end; ingest's 20 else. */
  readonly within?: number;
  readonly fileName?: string;
  readonly unit?: string;
  readonly period?: string;
}

interface Ending {
  readonly state: Answer['state'];
  /** The codes of all findings, in no order. */
  readonly says: readonly string[];
  readonly values?: Answer['values'];
  readonly pieces?: Answer['pieces'];
  readonly narrative?: Answer['narrative'];
}

export const unreadable = (code: string): Ending => ({ state: 'unreadable', says: [code] });

/** The sample report, read without anything to say of its figures; it has no text. */
export const sampleRead = { state: 'accepted-with-warnings', says: ['NARRATIVE_MISSING'] } as const;
