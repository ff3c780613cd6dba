import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { ulid } from 'ulid';
import type * as z from 'zod';
import { receiptNumber } from '../../shared/filing/recording.ts';
import { readReading, readVersion } from '../../shared/records/filings.ts';
import { inboxObject } from '../../shared/records/keys.ts';
import type { Upload } from '../../shared/records/rows.ts';
import { arrivalOf } from '../../shared/records/store.ts';
import { countUploads, putUpload, readUpload } from '../../shared/records/uploads.ts';
import { ulidPattern } from '../../shared/vocabulary/codes.ts';
import type { Finding } from '../../shared/vocabulary/finding.ts';
import { contentTypeOf } from '../../shared/vocabulary/formats.ts';
import type { Language } from '../../shared/vocabulary/text.ts';
import { compareVersion } from './comparisons.ts';
import type { Answer } from './contract/terms.ts';
import type { Mint, MintRequest, UploadReport } from './contract/uploads.ts';
import { openDuty } from './duties.ts';
import { Refused } from './refused.ts';
import type { Doorway, Visitor } from './visitor.ts';

/** A quarter of an hour for 50 MB on a slow line, and room to try again. */
const policySeconds = 3600;

/** Far above what fourteen files with all their second tries take; below what a script gone wild would. */
const mintsAnHour = 120;

/** Mints one upload: key, size, type and SHA-256 are pinned by the policy. Throws Refused. */
export async function mintUpload(
  doorway: Doorway,
  visitor: Visitor,
  wish: z.output<typeof MintRequest>,
): Promise<Answer<typeof Mint>> {
  const period = await openDuty(doorway, visitor, wish.period);
  const now = Date.parse(doorway.now());
  await bound(doorway, visitor, now);
  const upload: Upload = {
    upload: ulid(now),
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
    expiresAt: new Date(now + policySeconds * 1000).toISOString(),
  };
  // The row stands before the policy leaves: a file can never come of which nobody knows.
  await putUpload(doorway.table, upload);
  return { uploadId: upload.upload, ...(await signForm(doorway, upload)) };
}

async function bound({ table }: Doorway, { regime, unit }: Visitor, now: number): Promise<void> {
  const minted = await countUploads(
    table,
    { regime: regime.id, unit: unit.code },
    { since: new Date(now - 3_600_000).toISOString(), now: new Date(now).toISOString() },
  );
  if (minted >= mintsAnHour) throw new Refused('TOO_MANY_UPLOADS', { limit: String(mintsAnHour) });
}

/** Where the browser sends files; the page's policy has to allow it. */
export async function uploadOrigin({ store }: Doorway): Promise<string> {
  const { url } = await createPresignedPost(store.client, { Bucket: store.bucket, Key: 'origin' });
  return new URL(url).origin;
}

async function signForm({ store }: Doorway, upload: Upload) {
  const pinned = {
    'Content-Type': upload.contentType,
    'x-amz-checksum-algorithm': 'SHA256',
    'x-amz-checksum-sha256': Buffer.from(upload.sha256, 'hex').toString('base64'),
  };
  return createPresignedPost(store.client, {
    Bucket: store.bucket,
    Key: inboxObject(upload.upload),
    Fields: pinned,
    Conditions: [
      ['content-length-range', upload.size, upload.size],
      ...Object.entries(pinned).map(([name, value]) => ({ [name]: value })),
    ],
    Expires: policySeconds,
  });
}

/** What became of an upload: its verdict, or, until there is one, whether S3 has the file. Throws Refused. */
export async function reportUpload(
  doorway: Doorway,
  visitor: Visitor,
  id: string,
  language: Language,
): Promise<Answer<typeof UploadReport>> {
  const { table, store, now } = doorway;
  const upload = await ownUpload(doorway, visitor, id);
  const { period, fileName, size, sha256, sender, mintedAt, expiresAt } = upload;
  const about = { uploadId: id, period, fileName, size, sha256, sender, mintedAt, expiresAt };
  const version = await readVersion(table, upload);
  if (!version) {
    const arrival = await arrivalOf(store, inboxObject(id));
    const expired = Date.parse(now()) > Date.parse(expiresAt);
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
