import { recordsOf } from './fields.ts';

/** Each with what one of it proves: sentences and figures are full of commas, and never hold tabs. */
const CANDIDATES = [
  { delimiter: ';', proof: 2 },
  { delimiter: '\t', proof: 3 },
  { delimiter: ',', proof: 1 },
  { delimiter: '|', proof: 2 },
] as const;
const RECORDS_JUDGED = 500;

export interface Delimited {
  readonly delimiter: string;
  /** The text without the line that names its delimiter. */
  readonly text: string;
}

/**
 * What stands between the fields: what a line `sep=;` says, else the character that cuts most records into the same
 * number of fields. A comma in a title, or in the figures of a table cut by semicolons, comes to less.
 * @returns null where nothing cuts even two records alike: a text, not a table
 */
export function findDelimiter(text: string): Delimited | null {
  const said = /^sep=([;,\t|])(?:\r\n?|\n|$)/i.exec(text);
  if (said?.[1]) return { delimiter: said[1], text: text.slice(said[0].length) };
  let best: { delimiter: string; weight: number } | null = null;
  for (const { delimiter, proof } of CANDIDATES) {
    const weight = proof * weightOf(text, delimiter);
    if (weight > (best?.weight ?? 0)) best = { delimiter, weight };
  }
  return best && { delimiter: best.delimiter, text };
}

/** Delimiters in those records that have equally many, for the number that comes to most. */
function weightOf(text: string, delimiter: string): number {
  if (!text.includes(delimiter)) return 0;
  const records = new Map<number, number>();
  let judged = 0;
  for (const { length } of recordsOf(text, delimiter)) {
    if (length === 1) continue;
    records.set(length, (records.get(length) ?? 0) + 1);
    judged += 1;
    if (judged === RECORDS_JUDGED) break;
  }
  const weights = [...records].map(([fields, count]) => (count < 2 ? 0 : (fields - 1) * count));
  return Math.max(0, ...weights);
}
