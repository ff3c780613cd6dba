/** A file that a unit sends: announced, stored, read; the verdict on it is immutable. */
import * as z from 'zod';
import type { Reading } from '../reading/model/reading.ts';
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
}) satisfies z.ZodType<Reading>;

/** What a file said, and the copy that was made of it. */
export interface KeptReading extends Reading {
  readonly annotated: AnnotatedCopy | null;
}

/** That somebody of the office sent the file in the unit's place: a paper, a scan that they typed, a file from elsewhere. */
export const Entry = z.object({
  /** As decisions have it: `office:` and the recipient's id. */
  actor: z.string(),
  link: z.string(),
  reason: z.string(),
  /** The unit's own file whose figures these are; it dates them. Null where nothing of the unit came by the portal. */
  standsFor: Ulid.nullable(),
});
export type Entry = z.output<typeof Entry>;

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
  /** Absent where the unit itself sent it. */
  entered: Entry.optional(),
});

/** What was minted: one row for each upload link, whether or not a file ever came. */
export const Upload = Announced.extend({
  /** SHA-256 of the token by which it was announced; what was minted before it was kept has none. */
  link: Sha256.optional(),
  contentType: z.string(),
  mintedAt: Instant,
  expiresAt: Instant,
});
export type Upload = z.output<typeof Upload>;

/** What one reading of a file came to, in short. */
const Verdict = z.object({
  state: VerdictState,
  counts: PieceCounts,
  severities: z.object({ error: z.int(), warning: z.int(), note: z.int() }),
  /** Of a file that was not accepted the one that matters most, quoted; all of them stand in the results object. */
  firstFindings: z.array(Finding),
  /** Of the text, to find the reports that are like it (reading/compare/text-sketch.ts); a short text has none. */
  sketch: z.string().optional(),
});
export type Verdict = z.output<typeof Verdict>;

/** That a file was read once more, by a later engine, and who had it done. */
const Again = z.object({
  /** Readings of a file are ordered by it. */
  reading: Ulid,
  readAt: Instant,
  actor: z.string(),
  reason: z.string(),
  /** Whether the unit is told: its verdict or its figures changed. */
  told: z.boolean(),
});

/**
 * The head of what one upload became, under 1 KB where the file was accepted: what a board of many units needs. Its row
 * is immutable and holds the first reading's verdict; where the file was read again, the verdict is the newest reading's.
 * Everything read from the file stands in the reading's results object.
 */
export const Version = Announced.extend({
  ...Verdict.shape,
  /** S3's time: on time is judged by it. */
  receivedAt: Instant,
  recordedAt: Instant,
  receipt: z.string(),
  /** Only in what an older version froze or wrote: the figures stand in the results object alone. */
  values: z.array(Value).optional(),
  /** Which reading speaks for the file; absent where it is the first. A manifest pins it. */
  again: Again.optional(),
  /** Since when the file, what was read in it and whose it was are erased; that it came, and its verdict, stay. */
  erased: Instant.optional(),
});
export type Version = z.output<typeof Version>;

/** A reading after the first: appended beside the version, never in its place. */
export const LaterReading = z.object({
  ...Verdict.shape,
  ...Again.shape,
  ...Announced.pick({ upload: true, period: true, unit: true }).shape,
});
export type LaterReading = z.output<typeof LaterReading>;

/** A reading of a file by its names: what is stored of it lies under them. */
export interface ReadingName extends Pick<Version, 'upload' | 'erased'> {
  readonly again?: Pick<z.output<typeof Again>, 'reading'> | undefined;
}

/** The version as the newest of the readings has it; those of other files are passed over. */
export function withNewest(version: Version, readings: readonly LaterReading[]): Version {
  const newest = readings
    .filter(({ upload }) => upload === version.upload)
    .reduce<LaterReading | null>((best, each) => (best && best.reading >= each.reading ? best : each), null);
  if (newest === null) return version;
  const { sketch: _, ...first } = version;
  return { ...first, ...Verdict.parse(newest), again: Again.parse(newest) };
}
