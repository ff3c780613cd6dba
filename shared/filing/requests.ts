/** What units ask the office for and wait to be told. */
import { countingOf, newestDecision } from './counting.ts';
import type { Decision } from './decision.ts';
import type { Filings } from './filings.ts';

/** What answers a request for more time, or makes it idle. */
const answers: ReadonlySet<Decision['kind']> = new Set([
  'extension-request',
  'extension',
  'extension-refusal',
  'exclude-unit',
]);

/**
 * The unit's request for more time that nobody has answered, and that nothing filed since has made idle; else null.
 * Behind the lock a unit asks whose report counts already: it has another.
 */
export function openRequest(
  filings: Filings,
  unit: string,
): Extract<Decision, { kind: 'extension-request' }> | null {
  const newest = newestDecision(filings.decisions, (each) => each.unit === unit && answers.has(each.kind));
  if (newest?.kind !== 'extension-request') return null;
  const counting = countingOf(filings, unit);
  return counting === null || counting.ulid < newest.decision ? newest : null;
}
