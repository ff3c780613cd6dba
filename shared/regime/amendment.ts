/** What the office itself changes in a regime between two versions of an admin's: an overlay that each new version keeps. */
import * as z from 'zod';
import { Instant, Ulid } from '../vocabulary/codes.ts';
import { Period, Regime, Unit } from './regime.ts';

export const AmendmentChange = z.discriminatedUnion('kind', [
  /** Where a unit is reached; what is left out stays as it is. */
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

/** Those that hold, in their order: neither undone nor the undoing of another. */
export function amendmentsInForce(all: readonly Amendment[]): readonly Amendment[] {
  const undone = new Set(all.flatMap(({ change }) => (change.kind === 'undo' ? [change.undone] : [])));
  return all.filter(({ amendment, change }) => change.kind !== 'undo' && !undone.has(amendment));
}

/**
 * The regime with the office's changes on it. What the regime itself says by now changes nothing: a unit that it no
 * longer has, a period of the same id. Throws ZodError where a change no longer fits.
 */
export function amended(regime: Regime, all: readonly Amendment[]): Regime {
  const inForce = amendmentsInForce(all).map(({ change }) => change);
  const contacts = inForce.filter((change) => change.kind === 'contact');
  const duties = inForce.filter((change) => change.kind === 'duty');
  if (contacts.length + duties.length === 0) return regime;
  const known = new Set(regime.periods.map(({ id }) => id));
  const byUnit = Map.groupBy(contacts, ({ unit }) => unit);
  return Regime.parse({
    ...regime,
    units: regime.units.map((unit) => reachedAt(unit, byUnit.get(unit.code) ?? [])),
    periods: [...regime.periods, ...duties.flatMap(({ period }) => (known.has(period.id) ? [] : [period]))],
  });
}

/** Where the newest of the changes says, each for what it speaks of. */
function reachedAt(unit: Unit, changes: readonly Extract<AmendmentChange, { kind: 'contact' }>[]): Unit {
  const email = changes.findLast((change) => change.email !== undefined)?.email ?? unit.email;
  const phone = changes.findLast((change) => change.phone !== undefined)?.phone ?? unit.phone;
  return { ...unit, email, ...(phone !== undefined && { phone }) };
}
