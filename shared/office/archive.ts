/** What an archive holds: exactly the files that a summary was made of, with what was issued, and the sum of each. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Manifest } from '../filing/manifest.ts';
import type { Version } from '../filing/version.ts';
import type { Store } from '../ports/store.ts';
import { inboxObject, issuedObject, runObject } from '../records/keys.ts';
import {
  documentName,
  documentsOf,
  issuedDocument,
  officeDocuments,
  type RunDocument,
  readManifest,
} from '../records/runs.ts';
import { RejectError, RetryError } from '../vocabulary/errors.ts';
import { countingVersions } from './report/summarise.ts';

/** What lies in the bucket is not what the manifest pins, or is gone; the archive is worth nothing then. */
export class ArchiveBroken extends RejectError {
  override readonly name = 'ArchiveBroken';
  readonly code = 'ARCHIVE_BROKEN';
  readonly mendable = true;
}

/** The run's documents are built by the first mail about it, which has not been written yet. */
export class NotBuiltYet extends RetryError {
  override readonly name = 'NotBuiltYet';
  readonly code = 'NOT_BUILT_YET';
  readonly mendable = true;
}

export interface Entry {
  readonly path: string;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly open: () => Promise<Readable | Uint8Array>;
}

/** The entries of a run's archive, in an order that is always the same. Throws NotBuiltYet. */
export async function archiveEntries(
  store: Store,
  run: string,
): Promise<{ readonly scheduledAt: string; readonly entries: readonly Entry[] }> {
  const manifest = await readManifest(store, run);
  const entries = [
    ...(await issuedEntries(store, manifest)),
    ...(await signedEntries(store, manifest)),
    ...fileEntries(store, manifest),
  ];
  return { scheduledAt: manifest.scheduledAt, entries };
}

/** The manifest itself and the documents that were made of it. */
async function issuedEntries(store: Store, manifest: Manifest): Promise<Entry[]> {
  const wanted = (object: RunDocument, required: boolean) => ({
    path: documentName(manifest, object),
    object,
    required,
  });
  const all: { path: string; object: string; required: boolean }[] = [
    { path: 'manifest.json', object: 'manifest.json', required: true },
    ...documentsOf(manifest).map((name) => wanted(name, true)),
    // What goes upward is there only when it has gone; of an older run there is no more than report and workbook.
    ...[...officeDocuments, issuedDocument].map((name) => wanted(name, false)),
  ];
  const entries: Entry[] = [];
  for (const { path, object, required } of all) {
    const file = await store.get(runObject(manifest.run, object));
    if (!file && !required) continue;
    if (!file)
      throw new NotBuiltYet(`${object} of ${manifest.run} is built with its first mail; try again then`);
    const { bytes } = file;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    entries.push({ path, sha256, size: bytes.length, open: async () => bytes });
  }
  return entries;
}

/** What the office put beside it: signed and corrected files, and what was shown when it was issued. */
async function signedEntries(store: Store, { run }: Manifest): Promise<Entry[]> {
  const folder = issuedObject(run, '');
  const entries: Entry[] = [];
  for (let after: string | null = null; ; ) {
    const page = await store.list(folder, { after });
    for (const key of page.keys) {
      const file = await store.get(key);
      if (!file) continue;
      const { bytes } = file;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = `phat-hanh/${key.slice(folder.length)}`;
      entries.push({ path, sha256, size: bytes.length, open: async () => bytes });
    }
    if (page.next === null) return entries;
    after = page.next;
  }
}

/** `Q1-2024/QLDD/Báo cáo.xlsx`: the files that count, of this period and of those it is compared with or adds up. */
function fileEntries(store: Store, manifest: Manifest): Entry[] {
  const { previous, lastYear, year } = manifest.earlier;
  const earlier = [previous, lastYear, ...year].filter((each) => each !== null);
  const versions = [manifest, ...earlier].flatMap((filings) => countingVersions(filings));
  const byUpload = [...new Map(versions.map((version) => [version.upload, version])).values()];
  const erased = byUpload.filter((version) => version.erased !== undefined);
  const entries = byUpload
    .filter((version) => version.erased === undefined)
    .map((version) => entryOf(store, version));
  return [...erasedEntry(erased), ...entries.sort((a, b) => (a.path < b.path ? -1 : 1))];
}

/** Which files the report was made of and are no longer kept, with their sums: whoever has one can still prove it. */
function erasedEntry(versions: readonly Version[]): Entry[] {
  if (versions.length === 0) return [];
  const lines = versions
    .map(({ sha256, receipt, erased }) => `${sha256}  ${receipt}  erased ${erased}\n`)
    .sort();
  const bytes = new TextEncoder().encode(lines.join(''));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return [{ path: 'DA-XOA.txt', sha256, size: bytes.length, open: async () => bytes }];
}

function entryOf(store: Store, { period, unit, upload, fileName, sha256, size }: Version): Entry {
  return {
    path: `${period}/${unit}/${safeName(fileName)}`,
    sha256,
    size,
    open: async () => {
      const stream = await store.open(inboxObject(upload));
      if (!stream) throw new ArchiveBroken(`the file of the version ${upload} is no longer in the bucket`);
      return stream;
    },
  };
}

const longestName = 120;

/** The unit's own name for the file, as every system can write it: a version has a folder of its own. */
function safeName(fileName: string): string {
  const plain = fileName
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]/gu, '_')
    .replace(/^[\s.]+|(?<![\s.])[\s.]+$/g, '');
  const characters = [...(plain === '' ? 'file' : plain)];
  if (characters.length <= longestName) return characters.join('');
  return [...characters.slice(0, longestName - 8), ...characters.slice(-8)].join('');
}
