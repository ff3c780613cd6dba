/** What a sentence is worth by the part it stands in and by how many wrote it. */
import type { Part } from './statements.ts';
import { type Sign, type Substance, scoreOf, signsOfLack } from './substance.ts';

/** A sentence of several units counts so much more, or less, for each other one, and for no more than so many. */
const mostCounted = 2;

/** A result in the same words tells less of each; what many lack, plan or ask for weighs more, most so what most do. */
export function sharedWorth(part: Part, others: number, reporting: number): number {
  const shared = Math.min(mostCounted, others);
  if (part === 'strengths' && others >= mostCounted) return 0;
  if (glitters.has(part)) return -shared;
  return shared + (lacks.has(part) && others > mostCounted && 2 * (others + 1) > reporting ? ofMost : 0);
}

/** So that what any unit could have is told where most have it. */
const ofMost = 2;

/** A shortcoming, a plan or a request tells what is to be done, often in the words that are filler in a result. */
export function weightIn(part: Part, shown: string, { signs }: Substance, isOfMost: boolean): Substance {
  const counted = signs.filter((sign) =>
    sign === 'denial' ? isMerit.has(part) && !isOfMost : glitters.has(part) || worthAnywhere.has(sign),
  );
  const all = lacks.has(part) ? [...counted, ...signsOfLack(shown, counted)] : counted;
  return { signs: all, score: scoreOf(all) };
}

const lacks: ReadonlySet<Part> = new Set(['weaknesses', 'causes']);

/** Where few say that there was none of something, it is none the less so of the others. */
export const isMerit: ReadonlySet<Part> = new Set(['results', 'strengths']);

const glitters: ReadonlySet<Part> = new Set(['results', 'strengths', 'directions']);

const worthAnywhere: ReadonlySet<Sign> = new Set([
  'named',
  'figure',
  'place',
  'nothing',
  'refers-back',
  'long',
]);
