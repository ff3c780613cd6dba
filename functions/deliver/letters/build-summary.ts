import type { Manifest } from '../../../shared/filing/manifest.ts';
import type { Attachment } from '../../../shared/mail/mail.ts';
import { readSummary } from '../../../shared/office/summarise.ts';
import type { Store } from '../../../shared/ports/store.ts';
import {
  documentName,
  documentsOf,
  keepRunFile,
  type RunDocument,
  readManifest,
  readRunFile,
} from '../../../shared/records/runs.ts';
import { type Changes, changesBetween } from '../../../shared/summary/changes.ts';
import { writeReport } from '../../../shared/summary/report/write-report.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import { writeWorkbook } from '../../../shared/summary/workbook/write-workbook.ts';
import { formats } from '../../../shared/vocabulary/formats.ts';

const writers = {
  'bao-cao-tong-hop.docx': {
    contentType: formats.docx.contentType,
    write: writeReport,
  },
  'bao-cao-tong-hop.xlsx': {
    contentType: formats.xlsx.contentType,
    write: writeWorkbook,
  },
} as const satisfies Record<RunDocument, unknown>;

export interface BuiltSummary {
  readonly manifest: Manifest;
  readonly summary: Summary;
  /** Built once, into the bucket: everybody gets those bytes. */
  readonly documents: readonly Attachment[];
  /** Against the edition issued before; null for a first edition and for an interim summary. */
  readonly changes: Changes | null;
}

/** A run's summary and its documents. */
export async function buildSummary(store: Store, run: string): Promise<BuiltSummary> {
  const manifest = await readManifest(store, run);
  const summary = await readSummary(store, manifest);
  const changes =
    manifest.kind === 'final' && manifest.issued !== null
      ? changesBetween(await summaryOfRun(store, manifest.issued), summary)
      : null;
  const documents: Attachment[] = [];
  // One after the other: each holds the whole report in memory while it is written.
  for (const name of documentsOf(manifest))
    documents.push(await keptDocument(store, manifest, summary, name));
  return { manifest, summary, documents, changes };
}

/** What a frozen run says, without its documents. */
export async function summaryOfRun(store: Store, run: string): Promise<Summary> {
  return readSummary(store, await readManifest(store, run));
}

async function keptDocument(
  store: Store,
  manifest: Manifest,
  summary: Summary,
  name: RunDocument,
): Promise<Attachment> {
  const { contentType, write } = writers[name];
  const bytes =
    (await readRunFile(store, manifest.run, name)) ??
    (await keepRunFile(store, manifest.run, { name, contentType, bytes: await write(summary) }));
  return { fileName: documentName(manifest, name), contentType, bytes };
}
