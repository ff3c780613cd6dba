import type * as z from 'zod';
import { takenAway } from '../../shared/filing/counting.ts';
import { receiptNumber } from '../../shared/filing/recording.ts';
import type { Upload } from '../../shared/filing/version.ts';
import { newUlid } from '../../shared/ports/randomness.ts';
import { readFilings, readReading, readVersion } from '../../shared/records/filings.ts';
import { inboxObject } from '../../shared/records/keys.ts';
import { countUploads, putUpload, readUpload } from '../../shared/records/uploads.ts';
import { ulidPattern } from '../../shared/vocabulary/codes.ts';
import type { Finding } from '../../shared/vocabulary/finding.ts';
import { contentTypeOf } from '../../shared/vocabulary/formats.ts';
import type { Language } from '../../shared/vocabulary/text.ts';
import { printable } from '../../shared/vocabulary/visible-text.ts';
import { compareVersion } from './comparisons.ts';
import type { Answer } from './contract/terms.ts';
import type { Mint, MintRequest, UploadReport } from './contract/uploads.ts';
import { openDuty } from './duties.ts';
import { Refused } from './refused.ts';
import { type Doorway, officeOf, type Visitor } from './visitor.ts';

/** A quarter of an hour for 50 MB on a slow line, and room to try again. */
const formSeconds = 3600;

/** Far above what fourteen files with all their second tries take; below what a script gone wild would. */
const mintsAnHour = 120;

/** Mints one upload: key, size, type and SHA-256 are pinned by the form. Throws Refused. */
export async function mintUpload(
  doorway: Doorway,
  visitor: Visitor,
  wish: z.output<typeof MintRequest>,
): Promise<Answer<typeof Mint>> {
  const period = await openDuty(doorway, visitor, wish.period);
  const now = Date.parse(doorway.clock.now());
  await bound(doorway, visitor, now);
  await refuseTakenAway(doorway, visitor, period.id, wish.sha256);
  const upload: Upload = {
    upload: newUlid(doorway.randomBytes, now),
    regime: visitor.regime.id,
    regimeHash: visitor.regimeHash,
    period: period.id,
    unit: visitor.unit.code,
    fileName: wish.fileName,
    size: wish.size,
    sha256: wish.sha256,
    contentType: contentTypeOf(wish.fileName),
    sender: wish.sender?.normalize('NFC').trim() || null,
    mintedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + formSeconds * 1000).toISOString(),
  };
  // The row stands before the form leaves: a file can never come of which nobody knows.
  await putUpload(doorway.table, upload);
  const { size, sha256, contentType } = upload;
  const pinned = { key: inboxObject(upload.upload), size, sha256, contentType };
  const { url, fields } = await doorway.signer.signUpload({ ...pinned, seconds: formSeconds });
  return { uploadId: upload.upload, url, fields: { ...fields } };
}

async function bound({ table }: Doorway, { regime, unit }: Visitor, now: number): Promise<void> {
  const minted = await countUploads(
    table,
    { regime: regime.id, unit: unit.code },
    { since: new Date(now - 3_600_000).toISOString(), now: new Date(now).toISOString() },
  );
  if (minted >= mintsAnHour) throw new Refused('TOO_MANY_UPLOADS', { limit: String(mintsAnHour) });
}

/** What the office gave back or left out does not count again because it is sent again. Throws Refused. */
async function refuseTakenAway(
  { table }: Doorway,
  { regime, unit }: Visitor,
  period: string,
  sha256: string,
): Promise<void> {
  const filings = await readFilings(table, period, unit.code);
  const gone = takenAway(filings, unit.code);
  const same = filings.versions.findLast((version) => version.sha256 === sha256 && gone.has(version.upload));
  const decision = same && gone.get(same.upload);
  if (!decision) return;
  const code = decision.kind === 'return' ? 'FILE_RETURNED' : 'FILE_EXCLUDED';
  throw new Refused(code, {
    receipt: same.receipt,
    reason: printable(decision.reason),
    office: officeOf(regime),
  });
}

/** What became of an upload: its verdict, or, until there is one, whether S3 has the file. Throws Refused. */
export async function reportUpload(
  doorway: Doorway,
  visitor: Visitor,
  id: string,
  language: Language,
): Promise<Answer<typeof UploadReport>> {
  const { table, store, clock } = doorway;
  const upload = await ownUpload(doorway, visitor, id);
  const { period, fileName, size, sha256, sender, mintedAt, expiresAt } = upload;
  const about = { uploadId: id, period, fileName, size, sha256, sender, mintedAt, expiresAt };
  const version = await readVersion(table, upload);
  if (!version) {
    const arrival = await store.arrival(inboxObject(id));
    const expired = Date.parse(clock.now()) > Date.parse(expiresAt);
    return {
      ...about,
      state: arrival ? 'received' : expired ? 'expired' : 'minted',
      receipt: receiptNumber(upload),
      receivedAt: arrival,
      ...{ findings: [], values: [], narrative: [], skipped: [], annotated: null },
    };
  }
  const reading = await readReading(store, id);
  if (!reading) throw new Error(`the version ${id} has no results object`);
  const compared = await compareVersion(doorway, visitor, version, reading);
  const { values, narrative, skipped, counts, annotated } = reading;
  return {
    ...about,
    state: version.state,
    receipt: version.receipt,
    receivedAt: version.receivedAt,
    findings: [...reading.findings, ...compared].map((finding) => inLanguage(finding, language)),
    ...{ values, narrative, skipped, counts },
    annotated: annotated && { fileName: annotated.fileName, size: annotated.size },
  };
}

/** The visitor's own upload of this id. Throws Refused. */
export async function ownUpload(
  { table }: Pick<Doorway, 'table'>,
  visitor: Visitor,
  id: string,
): Promise<Upload> {
  const upload = ulidPattern.test(id) ? await readUpload(table, id) : null;
  // Another unit's upload is answered like none at all: its existence is not this visitor's to know.
  if (upload?.unit !== visitor.unit.code || upload.regime !== visitor.regime.id) {
    throw new Refused('UPLOAD_UNKNOWN', { upload: id });
  }
  return upload;
}

function inLanguage({ message, fix, ...finding }: Finding, language: Language) {
  return { ...finding, message: message[language], fix: fix[language] };
}
