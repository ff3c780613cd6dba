/** What units declare and the office decides about a duty. */
import * as z from 'zod';
import { Instant, Ulid } from '../vocabulary/codes.ts';

/** In place of a unit’s code: what was decided for every unit at once. */
export const everyUnit = '*';

const Deciding = z.object({
  /** A ULID: decisions of a period are ordered by it. */
  decision: Ulid,
  period: z.string(),
  unit: z.string(),
  actor: z.string(),
  reason: z.string(),
  decidedAt: Instant,
  /** The first letters of the SHA-256 of the token by which it was declared. */
  link: z.string().optional(),
});

/** Append-only. `nil` and `extension-request` come from the unit, the others from the office. */
export const Decision = z.discriminatedUnion('kind', [
  Deciding.extend({ kind: z.literal('nil') }),
  Deciding.extend({ kind: z.literal('extension-request'), until: z.iso.date() }),
  Deciding.extend({ kind: z.literal('extension'), until: z.iso.date() }),
  /** The version must be corrected: it no longer counts. */
  Deciding.extend({ kind: z.literal('return'), upload: Ulid }),
  /** The version is left out of the report. */
  Deciding.extend({ kind: z.literal('exclude-version'), upload: Ulid }),
  /** The unit owes nothing for this period. */
  Deciding.extend({ kind: z.literal('exclude-unit') }),
  /** The guidance came: the review is due. `unit` is `everyUnit`. */
  Deciding.extend({ kind: z.literal('guidance'), until: z.iso.date() }),
]);
export type Decision = z.output<typeof Decision>;
