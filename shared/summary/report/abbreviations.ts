/** Abbreviations that a reader above need not know, and what they stand for (Nghị định 30/2020). */

import type { Regime } from '../../regime/regime.ts';
import { literally } from '../../vocabulary/literal-pattern.ts';

export interface Abbreviation {
  readonly short: string;
  readonly whole: string;
  /** Finds it as a word of its own: "MT" is none within "TN&MT". */
  readonly pattern: RegExp;
}

/** In the regime's order. */
export function abbreviationsOf({ report }: Pick<Regime, 'report'>): readonly Abbreviation[] {
  return Object.entries(report.abbreviations ?? {}).map(([short, whole]) => {
    const literal = literally(short);
    return { short, whole, pattern: new RegExp(`(?<![\\p{L}\\d&])${literal}(?![\\p{L}\\d&])`, 'u') };
  });
}
