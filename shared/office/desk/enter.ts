/** The office sends a file in a unit's place: a paper, a scan that it typed, what came by another way. */
import type { Version } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { Recipient } from '../../regime/regime.ts';
import type { UnreadableCode } from '../../vocabulary/finding.ts';
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

/** Why a file was not read that somebody can open and read all the same. */
const forEyes: ReadonlySet<string> = new Set<UnreadableCode>([
  'SCANNED_PDF',
  'DYNAMIC_FORM',
  'PICTURE',
  'OLD_WORD_FORMAT',
  'BINARY_WORKBOOK',
  'PRESENTATION',
  'WEB_PAGE',
  'PLAIN_TEXT',
  'TOO_MUCH_TO_READ',
  'ENGINE_FAILED',
]);

/** Whether somebody can type from a file that was not read: not from one that is damaged, empty or under a password. */
export function isForEyes({
  state,
  firstFindings: [first],
}: Pick<Version, 'state' | 'firstFindings'>): boolean {
  return state === 'unreadable' && first !== undefined && forEyes.has(first.code);
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
