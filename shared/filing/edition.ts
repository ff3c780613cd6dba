/** The editions of a period’s report. */
import * as z from 'zod';
import { Instant } from '../vocabulary/codes.ts';

/**
 * That somebody had an edition drawn up, or took it back before it was signed; in old rows also to whom above the office (ids
 * of recipients) it went.
 */
const Act = z.object({
  actor: z.string(),
  reason: z.string().nullable(),
  at: Instant,
  recipients: z.array(z.string()),
  takesBack: z.literal(true).optional(),
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

/** The newest edition that was issued whole and not taken back, or null; `editions` oldest first. */
export function issuedLast(editions: readonly Edition[]): Edition | null {
  return (
    editions.findLast((edition) => edition.fingerprint !== null && takenBackBy(edition) === null) ?? null
  );
}

/** By whom, when and why the draft was taken back; null where it was not. */
export function takenBackBy({ acts }: Pick<Edition, 'acts'>): Act | null {
  return acts.find(({ takesBack }) => takesBack === true) ?? null;
}
