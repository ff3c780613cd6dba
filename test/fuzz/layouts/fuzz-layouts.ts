/** Draws tables, writes each in every format, reads it back, and counts how it came back. */
import { type Description, descriptionOf } from './description.ts';
import { type FormatName, formatNames } from './formats.ts';
import { type Outcome, type ReadBack, readBack } from './read-back.ts';

export interface Fault {
  readonly seed: number;
  readonly format: FormatName;
  readonly description: Description;
  readonly readBack: ReadBack;
}

export interface Count {
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Why reports were refused, and how often. */
  readonly refusals: ReadonlyMap<string, number>;
}

const faulty: ReadonlySet<Outcome> = new Set(['silent', 'called-blank', 'thrown']);

/**
 * Seeds `from`, `from + 1` and so on.
 * @param onFault told of each table that came back wrong
 */
export async function fuzzLayouts(
  from: number,
  tables: number,
  onFault: (fault: Fault) => Promise<void> | void,
  formats: readonly FormatName[] = formatNames,
): Promise<ReadonlyMap<FormatName, Count>> {
  const counts = new Map(
    formats.map((format) => {
      const outcomes = { whole: 0, named: 0, refused: 0, 'called-blank': 0, silent: 0, thrown: 0 };
      return [format, { outcomes, refusals: new Map<string, number>() }];
    }),
  );
  for (let seed = from; seed < from + tables; seed += 1) {
    const description = descriptionOf(seed);
    for (const [format, { outcomes, refusals }] of counts) {
      const back = await readBack(description, format);
      outcomes[back.outcome] += 1;
      if (back.outcome === 'refused') refusals.set(back.why, (refusals.get(back.why) ?? 0) + 1);
      if (faulty.has(back.outcome)) await onFault({ seed, format, description, readBack: back });
    }
  }
  return counts;
}
