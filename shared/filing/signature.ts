/** That an edition was issued: what was signed, what was shown before it went, and to whom it goes. */
import * as z from 'zod';
import { signForms } from '../regime/signing.ts';
import { Instant, Sha256 } from '../vocabulary/codes.ts';

/** Bytes of a signed report, at most: it travels in a mail (`attachmentLimit` in shared/mail), whole or not at all. */
export const largestSigned = 7_000_000;

/** A file that somebody of the office put beside an edition: the signed report, or the draft as they corrected it. */
export const OfficeFile = z.object({ fileName: z.string(), size: z.int().positive(), sha256: Sha256 });
export type OfficeFile = z.output<typeof OfficeFile>;

/** Who signed, by which form in the head's place; of the head itself the name alone. */
export const Signer = z.object({
  form: z.enum(signForms).optional(),
  /** The title, such as "PHÓ GIÁM ĐỐC". */
  role: z.string().optional(),
  name: z.string(),
});
export type Signer = z.output<typeof Signer>;

/** Written once for an edition, before any mail is queued; nothing changes it. */
export const Signature = z.object({
  period: z.string(),
  edition: z.int(),
  run: z.string(),
  /** The document's own: `125/BC-STNMT`, and the day it bears, `yyyy-mm-dd`. */
  number: z.string(),
  day: z.iso.date(),
  /** Absent where it was issued before anybody was asked. */
  signer: Signer.optional(),
  pdf: OfficeFile,
  corrected: OfficeFile.nullable(),
  /** Of what the edition was frozen of (see fingerprint.ts). */
  fingerprint: z.string(),
  /** Of the object that holds what was shown: figures, doubts, recipients, corrections. */
  shown: Sha256,
  /** Ids of recipients above the office. */
  recipients: z.array(z.string()),
  /** As decisions have it: `office:` and the recipient's id. */
  actor: z.string(),
  /** The first characters of the hash of the link it was done with; null by command. */
  link: z.string().nullable(),
  reason: z.string(),
  /** Why figures of the draft were changed by hand; absent where none was. */
  figuresReason: z.string().optional(),
  /** Why the signed file went though it lacks much of what was to be signed; absent where it does not. */
  lackingReason: z.string().optional(),
  at: Instant,
});
export type Signature = z.output<typeof Signature>;

/** The newest one of an edition before this one: what it takes the place of. `signatures` by edition. */
export function replacedBy(signatures: readonly Signature[], edition: number): Signature | null {
  return signatures.findLast((each) => each.edition < edition) ?? null;
}
