/** Which decisions still hold: nothing is deleted, but a decision can be taken back by another. */
import type { Decision } from './decision.ts';

/**
 * The decisions that hold, without those that only take others back. From the newest to the oldest: one that was not
 * taken back itself takes back an older one of the same unit, so taking back a taking back restores. What arrived in
 * which order changes nothing.
 */
export function inForce(decisions: readonly Decision[]): readonly Decision[] {
  if (!decisions.some(({ kind }) => kind === 'undo')) return decisions;
  const gone = takenBack(decisions);
  return decisions.filter((each) => each.kind !== 'undo' && !gone.has(each.decision));
}

/** By the ULID of a decision that no longer holds: the one that took it back. */
export function takenBack(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const units = new Map(decisions.map(({ decision, unit }) => [decision, unit]));
  const gone = new Map<string, Decision>();
  for (const each of decisions.toSorted((a, b) => (a.decision < b.decision ? 1 : -1))) {
    if (each.kind !== 'undo' || gone.has(each.decision)) continue;
    if (each.undone < each.decision && units.get(each.undone) === each.unit) gone.set(each.undone, each);
  }
  return gone;
}

/** What a decision is about in the end: of one that takes back, what is taken back. */
export function rootOf(decision: Decision, all: readonly Decision[]): Decision {
  if (decision.kind !== 'undo') return decision;
  const older = all.find((each) => each.decision === decision.undone && each.decision < decision.decision);
  return older ? rootOf(older, all) : decision;
}
