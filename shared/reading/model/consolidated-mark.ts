/** By what a consolidated report is known again when somebody sends it as a unit's: it goes with the file's properties. */

export interface ConsolidatedMark {
  /** Whose reports were put together: the authority's code. */
  readonly instance: string;
  readonly regime: string;
  readonly run: string;
}

const scheme = 'unit-reports/consolidated';

/** One word without spaces, commas, colons and semicolons: programs cut keywords there. */
export function writeMark({ instance, regime, run }: ConsolidatedMark): string {
  return [scheme, ...[instance, regime, run].map(encodeURIComponent)].join('/');
}

/** Codes and names of ours are shorter, each letter written as up to nine signs. */
const word = String.raw`([\w.!~*'()%-]{1,500})`;
const pattern = new RegExp([scheme, word, word, word].join('/'));

/** The mark in the text of a property, or null. */
export function markIn(text: string): ConsolidatedMark | null {
  const [, instance, regime, run] = pattern.exec(text) ?? [];
  if (instance === undefined || regime === undefined || run === undefined) return null;
  return { instance: decoded(instance), regime: decoded(regime), run: decoded(run) };
}

/** An escape that somebody cut or altered stands as it was found: it is a mark all the same. */
function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
