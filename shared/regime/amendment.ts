/** What the office itself changes in a regime between two versions of an admin's: an overlay that each new version keeps. */
import * as z from 'zod';
import { Instant, Ulid } from '../vocabulary/codes.ts';
import { Period, Regime, Unit } from './regime.ts';

export const AmendmentChange = z.discriminatedUnion('kind', [
  /** Where a unit is reached; what is left out stays as it is, and an empty number is none any more. */
  z.object({
    kind: z.literal('contact'),
    unit: z.string(),
    email: Unit.shape.email.optional(),
    phone: Unit.shape.phone,
  }),
  /** A report that the regime did not foresee. */
  z.object({ kind: z.literal('duty'), period: Period }),
  /** Takes another back. */
  z.object({ kind: z.literal('undo'), undone: Ulid }),
]);
export type AmendmentChange = z.output<typeof AmendmentChange>;

export const Amendment = z.object({
  amendment: Ulid,
  regime: z.string(),
  /** As decisions have it: `office:` and the recipient's id. */
  actor: z.string(),
  /** The beginning of the hash of the link it came by. */
  link: z.string(),
  reason: z.string(),
  madeAt: Instant,
  change: AmendmentChange,
});
export type Amendment = z.output<typeof Amendment>;

/**
 * Those that hold, in their order, without those that only take others back. From the newest to the oldest: one that was
 * not taken back itself takes back an older one, so taking back a taking back restores.
 */
export function amendmentsInForce(all: readonly Amendment[]): readonly Amendment[] {
  const gone = takenBackIn(all);
  return all.filter(({ amendment, change }) => change.kind !== 'undo' && !gone.has(amendment));
}

/** By the ULID of a change that no longer holds: the one that took it back. */
export function takenBackIn(all: readonly Amendment[]): ReadonlyMap<string, Amendment> {
  const gone = new Map<string, Amendment>();
  for (const each of all.toReversed()) {
    if (each.change.kind === 'undo' && !gone.has(each.amendment)) gone.set(each.change.undone, each);
  }
  return gone;
}

/** What a change is about in the end: of one that takes back, what is taken back. */
export function rootOf(amendment: Amendment, all: readonly Amendment[]): Amendment {
  const { change } = amendment;
  if (change.kind !== 'undo') return amendment;
  const older = all.find((each) => each.amendment === change.undone && each.amendment < amendment.amendment);
  return older ? rootOf(older, all) : amendment;
}

/**
 * The regime with the office's changes on it. What the regime itself says by now changes nothing: a unit that it no
 * longer has, a period of the same id. Throws ZodError where a change no longer fits.
 */
export function amended(regime: Regime, all: readonly Amendment[]): Regime {
  const inForce = amendmentsInForce(all).map(({ change }) => change);
  const contacts = Map.groupBy(
    inForce.filter((change) => change.kind === 'contact'),
    ({ unit }) => unit,
  );
  const periods = [...regime.periods];
  for (const change of inForce) {
    if (change.kind !== 'duty' || periods.some(({ id }) => id === change.period.id)) continue;
    periods.push(change.period);
  }
  if (contacts.size === 0 && periods.length === regime.periods.length) return regime;
  const units = regime.units.map((unit) => reachedAt(unit, contacts.get(unit.code) ?? []));
  return Regime.parse({ ...regime, units, periods });
}

/** Where the newest of the changes says, each for what it speaks of. */
function reachedAt(unit: Unit, changes: readonly Extract<AmendmentChange, { kind: 'contact' }>[]): Unit {
  const email = changes.findLast((change) => change.email !== undefined)?.email ?? unit.email;
  const number = changes.findLast((change) => change.phone !== undefined)?.phone ?? unit.phone;
  const { phone: _, ...bare } = unit;
  return { ...bare, email, ...(number && { phone: number }) };
}
