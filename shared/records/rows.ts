/** What the rows of the table mean, parsed again whenever they are read back. */
import * as z from 'zod';
import type * as reading from '../reading/model/reading.ts';
import { Text } from '../vocabulary/bilingual.ts';
import { Instant, Sha256, Ulid } from '../vocabulary/codes.ts';
import { Value } from '../vocabulary/figure.ts';
import { Finding } from '../vocabulary/finding.ts';
import { Format } from '../vocabulary/format.ts';
import { NarrativeSection, PieceCounts, Skipped } from '../vocabulary/reading.ts';
import { VerdictState } from '../vocabulary/states.ts';

/** What is told of the copy with every finding marked; the copy itself is `annotated/<ULID>`. Size in bytes. */
const AnnotatedCopy = z.object({ fileName: z.string(), contentType: z.string(), size: z.int() });
export type AnnotatedCopy = z.output<typeof AnnotatedCopy>;

/** The object `results/<ULID>.json`: everything read from one file. */
export const StoredReading = z.object({
  state: VerdictState,
  format: Format.nullable(),
  findings: z.array(Finding),
  values: z.array(Value),
  narrative: z.array(NarrativeSection),
  skipped: z.array(Skipped),
  counts: PieceCounts,
  /** Null where there is none; old readings do not say. */
  annotated: AnnotatedCopy.nullable().default(null),
}) satisfies z.ZodType<reading.Reading>;

/** What a file said, and the copy that was made of it. */
export interface KeptReading extends reading.Reading {
  readonly annotated: AnnotatedCopy | null;
}

/** What was announced of a file before it came; a version repeats it, so that one Query tells all. */
const Announced = z.object({
  upload: Ulid,
  regime: z.string(),
  regimeHash: Sha256,
  period: z.string(),
  unit: z.string(),
  fileName: z.string(),
  size: z.int(),
  sha256: Sha256,
  sender: z.string().nullable(),
});

/** What was minted: one row for each upload link, whether or not a file ever came. */
export const Upload = Announced.extend({
  contentType: z.string(),
  mintedAt: Instant,
  expiresAt: Instant,
});
export type Upload = z.output<typeof Upload>;

/** Immutable: one for each upload that arrived. */
export const Version = Announced.extend({
  state: VerdictState,
  /** S3's time: on time is judged by it. */
  receivedAt: Instant,
  recordedAt: Instant,
  receipt: z.string(),
  counts: PieceCounts,
  severities: z.object({ error: z.int(), warning: z.int(), note: z.int() }),
  /** The five that matter first; all of them stand in the results object. */
  firstFindings: z.array(Finding),
  values: z.array(Value),
  /** Of the text, to find the reports that are like it (reading/compare/text-sketch.ts); a short text has none. */
  sketch: z.string().optional(),
});
export type Version = z.output<typeof Version>;

const Deciding = z.object({
  /** A ULID: decisions of a period are ordered by it. */
  decision: Ulid,
  period: z.string(),
  unit: z.string(),
  actor: z.string(),
  reason: z.string(),
  decidedAt: Instant,
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
  /** The guidance came: the review is due. `unit` is "*". */
  Deciding.extend({ kind: z.literal('guidance'), until: z.iso.date() }),
]);
export type Decision = z.output<typeof Decision>;

/** Everything filed and decided for one period, in any order. */
export interface Filings {
  readonly versions: readonly Version[];
  readonly decisions: readonly Decision[];
}

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
});
export type Link = z.output<typeof Link>;

/** What one mail is about; the text is rendered when it is sent (a summary once, into S3). */
export const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invitation'), regime: z.string(), unit: z.string() }),
  z.object({ kind: z.literal('office-invitation'), regime: z.string(), recipient: z.string() }),
  z.object({ kind: z.literal('verdict'), period: z.string(), unit: z.string(), upload: Ulid }),
  z.object({
    kind: z.literal('reminder'),
    regime: z.string(),
    period: z.string(),
    unit: z.string(),
    scheduledAt: Instant,
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
  }),
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

export const OutboxRow = z.object({
  id: z.string(),
  message: Message,
  /** `superseded`: no longer needed when its turn came. */
  state: z.enum(['pending', 'leased', 'sent', 'superseded']),
  createdAt: Instant,
  leasedUntil: Instant.nullable(),
  attempts: z.int(),
  sentAt: Instant.nullable(),
  /** SES's message id, or null. */
  sesMessageId: z.string().nullable(),
  /** True where an earlier attempt ended unknown, so that the mail may have gone out twice. */
  ambiguous: z.boolean(),
});
export type OutboxRow = z.output<typeof OutboxRow>;

/** That somebody issued an edition, and to whom above the office (ids of recipients) it was to go. */
const Act = z.object({
  actor: z.string(),
  reason: z.string().nullable(),
  at: Instant,
  recipients: z.array(z.string()),
});
export type Act = z.output<typeof Act>;

/** One issue of a period's report: the first, or "bản 2" and so on after a correction. */
export const Edition = z.object({
  edition: z.int(),
  run: z.string(),
  scheduledAt: Instant,
  /** Of what it is made of (see fingerprint.ts); null while it is being issued. */
  fingerprint: z.string().nullable(),
  /** Oldest first; none of an edition that only the schedule made. */
  acts: z.array(Act).default([]),
});
export type Edition = z.output<typeof Edition>;

/** What was filed and decided for an earlier period, as it stood when the manifest was frozen. */
export const Earlier = z.object({
  period: z.string(),
  title: Text,
  /** Those that count alone. */
  versions: z.array(Version),
  decisions: z.array(Decision),
});
export type Earlier = z.output<typeof Earlier>;

/** `runs/<run>/manifest.json`: what a summary is made of, frozen before it is built. Old ones lack what has a default. */
export const Manifest = z.object({
  run: z.string(),
  regime: z.string(),
  regimeHash: Sha256,
  period: z.string(),
  /** `interim`: while the period is open, for the office alone; only a `final` one is issued and has an edition. */
  kind: z.enum(['interim', 'final']).default('final'),
  scheduledAt: Instant,
  /** 1 for the first issue; an interim summary has that of the issue to come. */
  edition: z.int(),
  expected: z.array(z.string()),
  versions: z.array(Version),
  decisions: z.array(Decision),
  /** Uploads whose file had come by the scheduled time and was not yet read. */
  pending: z.array(z.object({ upload: Ulid, unit: z.string(), fileName: z.string() })),
  /** What the figures are compared with and added to; null where the regime names no such period. */
  earlier: z
    .object({
      previous: Earlier.nullable(),
      /** The same period a year ago; it may be of another regime. */
      lastYear: Earlier.nullable(),
      /** The periods of the regime's `sumOf`, oldest first, the period itself not among them. */
      year: z.array(Earlier),
    })
    .default(() => nothingEarlier),
  /** The run of the edition issued before; null where none was. */
  issued: z.string().nullable().default(null),
});
export type Manifest = z.output<typeof Manifest>;

/** Of a period that is compared with none and adds up none. */
export const nothingEarlier: Manifest['earlier'] = { previous: null, lastYear: null, year: [] };
