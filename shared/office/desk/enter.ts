/** The office sends a file in a unit's place: a paper, a scan that it typed, what came by another way. */
import type { Dependencies } from '../../ports/dependencies.ts';
import type { Recipient } from '../../regime/regime.ts';
import { enteredFor } from '../../wording/entries.ts';
import { mintUpload } from '../mint.ts';
import type { Sender } from '../open-duty.ts';

interface Announced {
  readonly period: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly reason: string;
  readonly standsFor: string | null;
}

/**
 * Mints the upload as for the unit itself; it is marked as the office's entry, and read, judged and answered as any
 * file. Throws Refused.
 */
export function mintEntry(
  dependencies: Pick<Dependencies, 'table' | 'signer' | 'clock' | 'randomBytes'>,
  sender: Sender,
  { reason, standsFor, ...file }: Announced,
  by: { readonly recipient: Recipient; readonly actor: string; readonly link: string },
): ReturnType<typeof mintUpload> {
  const { recipient, actor, link } = by;
  return mintUpload(dependencies, sender, {
    ...file,
    sender: enteredFor(recipient.name),
    entered: { actor, link, reason, standsFor },
  });
}
