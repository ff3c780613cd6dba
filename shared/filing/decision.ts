/** What units declare and the office decides about a duty. */
import * as z from 'zod';
import { Text } from '../vocabulary/bilingual.ts';
import { Instant, Ulid } from '../vocabulary/codes.ts';
import { DutyStatus } from '../vocabulary/duty-states.ts';
import { mostHours } from '../vocabulary/hours.ts';

/** In place of a unit’s code: what was decided for every unit at once. */
export const everyUnit = '*';

/** What a unit's duty stood at, for the record of a decision about it. */
const Stand = z.object({
  status: DutyStatus,
  /** The last valid second; null without a date. */
  due: Instant.nullable(),
  /** The upload that counts; null where none does. */
  counts: Ulid.nullable(),
});
export type Stand = z.output<typeof Stand>;

const Deciding = z.object({
  /** A ULID: decisions of a period are ordered by it. */
  decision: Ulid,
  period: z.string(),
  unit: z.string(),
  /** `unit:` and its code, `office:` and the recipient's id, or the name that an admin gave. */
  actor: z.string(),
  reason: z.string(),
  decidedAt: Instant,
  /** The first twelve characters of the hash of the link it came by; absent where it came by command. */
  link: z.string().optional(),
  /** What the unit's duty stood at without the decision and with it; absent where it concerns every unit, or a file to come. */
  before: Stand.optional(),
  after: Stand.optional(),
});

/** An error of a report that no longer keeps it from counting. */
export const WaivedError = z.object({
  /** Its place among the findings of the report's reading, from 0. */
  finding: z.int().nonnegative(),
  /** Of the check that does not hold. */
  code: z.string(),
  message: Text,
});
export type WaivedError = z.output<typeof WaivedError>;

/** Append-only. `extension-request` comes from the unit, `nil` from it or from the office in its place, the others from the office. */
export const Decision = z.discriminatedUnion('kind', [
  Deciding.extend({ kind: z.literal('nil') }),
  Deciding.extend({ kind: z.literal('extension-request'), until: z.iso.date() }),
  Deciding.extend({ kind: z.literal('extension'), until: z.iso.date() }),
  /**
   * So many hours more than the unit had, for a fault that was not its own. `press`: one press of the button, so that the
   * same request come again is the same decision, and a later one of the same words is another.
   */
  Deciding.extend({
    kind: z.literal('prolong'),
    hours: z.int().min(1).max(mostHours),
    press: z.string().optional(),
  }),
  /** The unit asked for more time (`request`, a decision) and does not get it. */
  Deciding.extend({ kind: z.literal('extension-refusal'), request: Ulid }),
  /** The version must be corrected: it no longer counts. */
  Deciding.extend({ kind: z.literal('return'), upload: Ulid }),
  /** The version is left out of the report. */
  Deciding.extend({ kind: z.literal('exclude-version'), upload: Ulid }),
  /** The unit owes nothing for this period. */
  Deciding.extend({ kind: z.literal('exclude-unit') }),
  /** The version came late, stays late, and the office takes it as it is. */
  Deciding.extend({ kind: z.literal('accept-late'), upload: Ulid }),
  /** The version counts although these checks do not hold; `reading`: in that later reading of it, absent for the first. */
  Deciding.extend({
    kind: z.literal('waive'),
    upload: Ulid,
    reading: Ulid.optional(),
    errors: z.array(WaivedError).min(1),
  }),
  /** Nobody reminds the unit of this period up to and on that day; it owes the report as before. */
  Deciding.extend({ kind: z.literal('hold-reminders'), until: z.iso.date() }),
  /** With an entry of the office's: by the stamp on its paper the report came on that day, which counts whole. */
  Deciding.extend({ kind: z.literal('received-on'), upload: Ulid, day: z.iso.date() }),
  /** The guidance came: the review is due. `unit` is `everyUnit`. */
  Deciding.extend({ kind: z.literal('guidance'), until: z.iso.date() }),
  /** Another decision of the same unit is taken back (in-force.ts). */
  Deciding.extend({ kind: z.literal('undo'), undone: Ulid }),
]);
export type Decision = z.output<typeof Decision>;

/** The day that it names, `yyyy-mm-dd`; null where it names none. */
export function dayNamed(decision: Decision): string | null {
  if (decision.kind === 'received-on') return decision.day;
  return 'until' in decision ? decision.until : null;
}

/** Whether the unit said it itself, and not the office. */
export function isUnitsOwn({ actor }: Pick<Decision, 'actor'>): boolean {
  return actor.startsWith('unit:');
}
