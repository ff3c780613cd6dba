/** Minting: a file is announced before it comes, and what is announced is all that the store then takes. */
import { takenAwayBytes } from '../filing/counting.ts';
import type { Filings } from '../filing/filings.ts';
import type { Entry, Upload } from '../filing/version.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { newUlid } from '../ports/randomness.ts';
import type { UploadRequest } from '../ports/signer.ts';
import { readOwnFilings } from '../records/filings.ts';
import { inboxObject } from '../records/keys.ts';
import { putUpload } from '../records/uploads.ts';
import { officeOf } from '../regime/recipients.ts';
import { contentTypeOf } from '../vocabulary/formats.ts';
import { printable } from '../vocabulary/visible-text.ts';
import { allowMint, refuseAfterBadFiles } from './caps.ts';
import { openDuty, type Sender } from './open-duty.ts';
import { Refused } from './refused.ts';

/** A quarter of an hour for 50 MB on a slow line, and room to try again. */
const uploadSeconds = 3600;

/** What is announced of a file. */
interface Announcement extends Pick<Upload, 'period' | 'fileName' | 'size' | 'sha256'> {
  /** Whom to ask about the file, as it was typed. */
  readonly sender?: string | undefined;
  /** Given where the office sends it in the unit's place: then no lock and no cap of the unit's holds it up. */
  readonly entered?: Entry;
}

/** Mints one upload: key, size, type and SHA-256 are pinned by what is signed, and it stores once. Throws Refused. */
export async function mintUpload(
  dependencies: Pick<Dependencies, 'table' | 'signer' | 'clock' | 'randomBytes'>,
  sender: Sender,
  announced: Announcement,
): Promise<{ readonly upload: Upload; readonly request: UploadRequest }> {
  const { table, signer, clock, randomBytes } = dependencies;
  const { entered } = announced;
  const evenLocked = entered !== undefined;
  const period = await openDuty(dependencies, sender, announced.period, { evenLocked });
  const now = Date.parse(clock.now());
  if (!entered) await allowMint(dependencies, sender);
  const filings = await readOwnFilings(table, period.id, sender.unit.code);
  refuseTakenAway(sender, filings, announced.sha256);
  if (entered) refuseUnknownScan(filings, sender, entered);
  else refuseAfterBadFiles(dependencies, sender, filings);
  const { fileName, size, sha256 } = announced;
  const upload: Upload = {
    upload: newUlid(randomBytes, now),
    regime: sender.regime.id,
    regimeHash: sender.regimeHash,
    period: period.id,
    unit: sender.unit.code,
    fileName,
    size,
    sha256,
    contentType: contentTypeOf(fileName),
    sender: announced.sender || null,
    ...(entered && { entered }),
    ...(sender.linkHash !== undefined && { link: sender.linkHash }),
    mintedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + uploadSeconds * 1000).toISOString(),
  };
  // The row stands before the signature leaves: a file can never come of which nobody knows.
  await putUpload(table, upload);
  const key = inboxObject(upload.upload);
  const { contentType } = upload;
  return {
    upload,
    request: await signer.signUpload({ key, size, sha256, contentType, seconds: uploadSeconds }),
  };
}

/** What an entry stands for is a file of the unit's in which nothing could be read: only that can be typed off. Throws Refused. */
function refuseUnknownScan(filings: Filings, { unit }: Sender, { standsFor }: Entry): void {
  if (standsFor === null) return;
  const known = filings.versions.some(
    ({ upload, unit: of, state }) => upload === standsFor && of === unit.code && state === 'unreadable',
  );
  if (!known) throw new Refused('VERSION_UNKNOWN', { unit: unit.code, receipt: standsFor });
}

/** What the office gave back or left out does not count again because it is sent again. Throws Refused. */
function refuseTakenAway({ regime, unit }: Sender, filings: Filings, sha256: string): void {
  const gone = takenAwayBytes(filings, unit.code, sha256);
  if (gone === null) return;
  const { version: same, decision } = gone;
  const code = decision.kind === 'return' ? 'FILE_RETURNED' : 'FILE_EXCLUDED';
  throw new Refused(code, {
    receipt: same.receipt,
    reason: printable(decision.reason),
    office: officeOf(regime),
  });
}
