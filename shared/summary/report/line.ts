/** What a report is made of before it is laid out: one line, one paragraph. */
import type { Judged } from '../choice/choose.ts';

/** `draft`: for the office, marked, with what is still to be filled in; `issued`: as it goes upward. */
export type Stage = 'draft' | 'issued';

export type Line =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  /**
   * Totals of indicators, in sentences; from `answers` on what units answered in words; `doubts`: what looks wrong among them,
   * for a comment at their paragraph.
   */
  | {
      readonly kind: 'figures';
      readonly text: string;
      readonly codes: readonly string[];
      readonly answers: number;
      readonly doubts: readonly string[];
    }
  /**
   * A sentence of a unit; `own`: where in `text` its words begin and end; `with`: those that are told together with it, for
   * they begin with the same words, where nothing is told apart.
   */
  | {
      readonly kind: 'said';
      readonly text: string;
      readonly own: readonly [from: number, to: number];
      readonly of: Judged;
      readonly with?: readonly Judged[];
    }
  /** `announces`: what follows it, on the same page. */
  | { readonly kind: 'text'; readonly text: string; readonly announces?: true }
  /** What the office has to write; in the draft alone. */
  | { readonly kind: 'wanted'; readonly text: string };
