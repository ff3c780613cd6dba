/** Abbreviations that a reader above need not know, and what they stand for (Nghị định 30/2020). */

import type { Regime } from '../../regime/regime.ts';
import { literally } from '../../vocabulary/literal-pattern.ts';

export interface Abbreviation {
  readonly short: string;
  readonly whole: string;
  /** Finds it as a word of its own: "MT" is none within "TN&MT". */
  readonly pattern: RegExp;
}

/**
 * The text with what the abbreviation stands for where it stands first: in its place, or behind the name of the unit of which
 * it is a part, which would be torn apart; null where it stands nowhere.
 */
export function spelledOut(
  text: string,
  { short, whole, pattern }: Abbreviation,
  names: readonly string[],
): string | null {
  const at = text.search(pattern);
  if (at < 0) return null;
  const ends = names.flatMap((name) => {
    const from = name.includes(short) ? text.lastIndexOf(name, at) : -1;
    return from >= 0 && from + name.length > at ? [from + name.length] : [];
  });
  const end = Math.max(-1, ...ends);
  if (end < 0) return text.replace(pattern, () => `${whole} (${short})`);
  const before = text.slice(0, end);
  // Brackets within brackets nobody writes.
  const told =
    before.lastIndexOf('(') > before.lastIndexOf(')') ? `; ${short}: ${whole}` : ` (${short}: ${whole})`;
  return before + told + text.slice(end);
}

/** In the regime's order. */
export function abbreviationsOf({ report }: Pick<Regime, 'report'>): readonly Abbreviation[] {
  return Object.entries(report.abbreviations ?? {}).map(([short, whole]) => {
    const literal = literally(short);
    return { short, whole, pattern: new RegExp(`(?<![\\p{L}\\d&])${literal}(?![\\p{L}\\d&])`, 'u') };
  });
}
