import type * as z from 'zod';
import { receiptNumber } from '../../shared/filing/recording.ts';
import type { Upload, Version } from '../../shared/filing/version.ts';
import { compareVersion } from '../../shared/office/compare-version.ts';
import { mintUpload } from '../../shared/office/mint.ts';
import { Refused } from '../../shared/office/refused.ts';
import { readAttempts } from '../../shared/records/attempts.ts';
import { isRecorded, readReading, readVersions } from '../../shared/records/filings.ts';
import { inboxObject } from '../../shared/records/keys.ts';
import { placeOfUpload, readUpload } from '../../shared/records/uploads.ts';
import { ulidPattern } from '../../shared/vocabulary/codes.ts';
import type { Finding } from '../../shared/vocabulary/finding.ts';
import type { Language } from '../../shared/vocabulary/text.ts';
import type { Answer } from './contract/terms.ts';
import type { Mint, MintRequest, UploadReport } from './contract/uploads.ts';
import type { PortalDependencies, Visitor } from './visitor.ts';

/** Mints one upload. Throws Refused. */
export async function mint(
  dependencies: PortalDependencies,
  visitor: Visitor,
  request: z.output<typeof MintRequest>,
): Promise<Answer<typeof Mint>> {
  const { upload, request: put } = await mintUpload(dependencies, visitor, request);
  return { uploadId: upload.upload, method: put.method, url: put.url, headers: { ...put.headers } };
}

/** An upload, and what is on record of its file by now. */
interface Found {
  readonly upload: Upload;
  readonly version: Version | null;
  /** What the unit has sent for the period, this file among it; none while it is not taken in. */
  readonly own: readonly Version[];
  /** When the file came, if ingest has met it; null says nothing. */
  readonly receivedAt: string | null;
}

/** Of whichever unit: it is told to nobody but its own. Null where no upload of this id was ever minted. */
export async function lookUp(
  { table }: Pick<PortalDependencies, 'table'>,
  id: string,
): Promise<Found | null> {
  if (!ulidPattern.test(id)) return null;
  const onRecord = (of: Pick<Upload, 'upload' | 'period' | 'unit'>) =>
    Promise.all([isRecorded(table, of), readAttempts(table, id)]);
  // Whoever asked before, or minted it, knows where all the rest would stand: then everything is one request.
  const place = placeOfUpload(table, id);
  const [upload, early] = await Promise.all([readUpload(table, id), place && onRecord(place)]);
  if (!upload) return null;
  const [recorded, attempts] = early ?? (await onRecord(upload));
  const own = recorded ? await readVersions(table, upload.period, upload.unit) : [];
  const version = own.find((each) => each.upload === id) ?? null;
  return { upload, version, own, receivedAt: attempts?.receivedAt ?? null };
}

/** What became of an upload: its verdict, or, until there is one, whether S3 has the file. Throws Refused. */
export async function reportUpload(
  dependencies: PortalDependencies,
  visitor: Visitor,
  id: string,
  language: Language,
  lookedUp?: Found | null,
): Promise<Answer<typeof UploadReport>> {
  const { store, clock } = dependencies;
  const found = lookedUp === undefined ? await lookUp(dependencies, id) : lookedUp;
  const upload = ownOf(visitor, id, found?.upload ?? null);
  const { period, fileName, size, sha256, sender, mintedAt, expiresAt } = upload;
  const about = { uploadId: id, period, fileName, size, sha256, sender, mintedAt, expiresAt };
  const version = found?.version ?? null;
  if (!version) {
    const arrival = found?.receivedAt ?? (await store.arrival(inboxObject(id)));
    const expired = Date.parse(clock.now()) > Date.parse(expiresAt);
    return {
      ...about,
      state: arrival ? 'received' : expired ? 'expired' : 'minted',
      receipt: receiptNumber(upload),
      receivedAt: arrival,
      findings: [],
      values: [],
      narrative: [],
      skipped: [],
      annotated: null,
    };
  }
  if (version.erased !== undefined) {
    const { state, receipt, receivedAt, counts, erased } = version;
    const nothing = { findings: [], values: [], narrative: [], skipped: [], annotated: null };
    return { ...about, state, receipt, receivedAt, counts, erased, ...nothing };
  }
  const reading = await readReading(store, version);
  if (!reading) throw new Error(`the version ${id} has no results object`);
  const compared = await compareVersion(dependencies, visitor, version, reading, found?.own);
  const { values, narrative, skipped, counts, annotated } = reading;
  return {
    ...about,
    state: version.state,
    receipt: version.receipt,
    receivedAt: version.receivedAt,
    findings: [...reading.findings, ...compared].map((finding) => inLanguage(finding, language)),
    values,
    narrative,
    skipped,
    counts,
    annotated: annotated && { fileName: annotated.fileName, size: annotated.size },
  };
}

/** The visitor's own upload of this id. Throws Refused. */
export async function ownUpload(
  { table }: Pick<PortalDependencies, 'table'>,
  visitor: Visitor,
  id: string,
): Promise<Upload> {
  return ownOf(visitor, id, ulidPattern.test(id) ? await readUpload(table, id) : null);
}

/** Throws Refused. */
function ownOf(visitor: Visitor, id: string, upload: Upload | null): Upload {
  // Another unit's upload is answered like none at all: its existence is not this visitor's to know.
  if (upload?.unit !== visitor.unit.code || upload.regime !== visitor.regime.id) {
    throw new Refused('UPLOAD_UNKNOWN', { upload: id });
  }
  if (visitor.scope && visitor.scope.period !== upload.period) {
    throw new Refused('LINK_OF_OTHER_DUTY', { period: upload.period });
  }
  return upload;
}

function inLanguage({ message, fix, ...finding }: Finding, language: Language) {
  return { ...finding, message: message[language], fix: fix[language] };
}
