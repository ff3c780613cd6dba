/** What the rows mean that only storage knows, parsed again whenever they are read back. */
import * as z from 'zod';
import { Text } from '../vocabulary/bilingual.ts';
import { Instant, Sha256, Ulid } from '../vocabulary/codes.ts';

/** A token lets in whoever holds it; only its SHA-256 is stored. */
export const Link = z.object({
  hash: Sha256,
  regime: z.string(),
  holder: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('unit'), unit: z.string() }),
    z.object({ kind: z.literal('office'), recipient: z.string() }),
  ]),
  issuedAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
  /** What it is good for besides looking; a link of before is good for everything. */
  scope: z
    .object({ period: z.string(), may: z.enum(['look', 'send']) })
    .nullable()
    .default(null),
});
export type Link = z.output<typeof Link>;

/** What one mail is about; the text is rendered when it is sent (a summary once, into S3). */
export const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invitation'), regime: z.string(), unit: z.string() }),
  z.object({ kind: z.literal('office-invitation'), regime: z.string(), recipient: z.string() }),
  /** `reading`: the file was read again, and this is what it says now. */
  z.object({
    kind: z.literal('verdict'),
    period: z.string(),
    unit: z.string(),
    upload: Ulid,
    reading: Ulid.optional(),
  }),
  z.object({
    kind: z.literal('reminder'),
    regime: z.string(),
    period: z.string(),
    unit: z.string(),
    scheduledAt: Instant,
    /** All that the unit is reminded of by this one mail; absent: of the one period. */
    periods: z.array(z.string()).min(1).optional(),
    /** Of those, whichever the unit has until a day of its own, and that day: it is reminded before it too. */
    longer: z.array(z.object({ period: z.string(), until: z.iso.date() })).optional(),
    /** Another address than the registered one. */
    contact: z.email().optional(),
    /** What the step says besides. */
    words: Text.nullable().optional(),
    /** Somebody of the office pressed for it. */
    byHand: z.literal(true).optional(),
  }),
  /** The period has opened, and the unit owes its report. */
  z.object({
    kind: z.literal('announcement'),
    regime: z.string(),
    period: z.string(),
    unit: z.string(),
    scheduledAt: Instant,
    contact: z.email().optional(),
  }),
  /** To the office: who still owes the reports of these periods. */
  z.object({
    kind: z.literal('chase'),
    regime: z.string(),
    periods: z.array(z.string()).min(1),
    recipient: z.string(),
    scheduledAt: Instant,
  }),
  /** To the office: nothing arrives at this address of its units any more. */
  z.object({
    kind: z.literal('bounce'),
    regime: z.string(),
    address: z.string(),
    /** Of the mail that did not arrive, by the service's id. */
    mail: z.string(),
    recipient: z.string(),
  }),
  z.object({ kind: z.literal('summary'), run: z.string(), recipient: z.string() }),
  /** The issued report alone, for somebody named "để B/c": queued where it was issued, never by an hour's summary. */
  z.object({ kind: z.literal('issued-report'), run: z.string(), recipient: z.string() }),
  /** Something was decided about a duty. `recipient` null: the unit is told, else somebody of the office. */
  z.object({
    kind: z.literal('decision'),
    regime: z.string(),
    period: z.string(),
    unit: z.string(),
    decision: Ulid,
    recipient: z.string().nullable(),
    /** It was decided for every unit, and this mail tells one of them. */
    forAll: z.literal(true).optional(),
    /** Decided of the unit at the same press in other periods. */
    also: z.array(z.object({ period: z.string(), decision: Ulid })).optional(),
  }),
  /** Somebody of the office wants the next draft of a report (`ask`); the office gets it by the summary's mail. */
  z.object({ kind: z.literal('draft'), regime: z.string(), period: z.string(), ask: z.string() }),
  /** Somebody of the office takes a draft back that was not signed: done by the first of these, and told to each of it. */
  z.object({
    kind: z.literal('draft-taken-back'),
    regime: z.string(),
    period: z.string(),
    ask: z.string(),
    recipient: z.string(),
  }),
  /** The office changed something in a regime: it is brought into force, and confirmed to who of the office did it. */
  z.object({
    kind: z.literal('amendment'),
    regime: z.string(),
    amendment: Ulid,
    recipient: z.string(),
  }),
  /** The same told to a unit, at the address that it had: deliver knows it. */
  z.object({
    kind: z.literal('amendment-notice'),
    regime: z.string(),
    amendment: Ulid,
    unit: z.string(),
  }),
  /** What one of the office is told together: more came in the hour that began then than is told one by one. */
  z.object({ kind: z.literal('bundle'), regime: z.string(), recipient: z.string(), from: Instant }),
  /** The report issued as `issued` is stale: `run` froze what is filed now, and `fingerprint` is of that. */
  z.object({
    kind: z.literal('correction'),
    run: z.string(),
    issued: z.string(),
    fingerprint: z.string(),
    recipient: z.string(),
  }),
]);
export type Message = z.output<typeof Message>;

/** One thing that the office is told of. */
export const Bundled = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('decision'), period: z.string(), unit: z.string(), decision: Ulid }),
  z.object({ kind: z.literal('reading'), period: z.string(), unit: z.string(), upload: Ulid, reading: Ulid }),
]);
export type Bundled = z.output<typeof Bundled>;

export const OutboxRow = z.object({
  id: z.string(),
  message: Message,
  /** `superseded`: no longer needed when its turn came, or done without a mail of its own; `withheld`: until its address is mended. */
  state: z.enum(['pending', 'leased', 'sent', 'superseded', 'withheld']),
  createdAt: Instant,
  leasedUntil: Instant.nullable(),
  attempts: z.int(),
  sentAt: Instant.nullable(),
  /** SES's message id, or null. */
  sesMessageId: z.string().nullable(),
  /** True where an earlier attempt ended unknown, so that the mail may have gone out twice. */
  ambiguous: z.boolean(),
  /** Where it went; absent of mails that did not go, and of those from before it was kept. */
  to: z.string().optional(),
  /** The periods (ids) of which a reminder told: of less than it was queued with where something else told of it. */
  said: z.array(z.string()).optional(),
});
export type OutboxRow = z.output<typeof OutboxRow>;
