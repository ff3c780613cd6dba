import type { Manifest } from '../../../shared/filing/manifest.ts';
import type { Attachment } from '../../../shared/mail/mail.ts';
import { readSummary } from '../../../shared/office/report/summarise.ts';
import type { Store } from '../../../shared/ports/store.ts';
import {
  documentName,
  documentsOf,
  issuedDocument,
  keepRunFile,
  keptOf,
  type RunDocument,
  readManifest,
  readRunFile,
  runDocuments,
} from '../../../shared/records/runs.ts';
import { type Changes, changesBetween } from '../../../shared/summary/changes.ts';
import type { Stage } from '../../../shared/summary/report/line.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import { formats } from '../../../shared/vocabulary/formats.ts';

/** Loaded with the first run that is built: most mails bring no document. */
const writers: Readonly<Record<RunDocument, (summary: Summary) => Promise<Uint8Array>>> = {
  'bao-cao-tong-hop.docx': (summary) => report(summary, 'draft'),
  'bao-cao-tong-hop.xlsx': async (summary) => {
    const { writeWorkbook } = await import('../../../shared/summary/workbook/write-workbook.ts');
    return writeWorkbook(summary);
  },
  'phu-luc-loi-van.docx': async (summary) => {
    const { writeFullTexts } = await import('../../../shared/summary/report/full-texts.ts');
    return writeFullTexts(summary);
  },
  'tom-tat-lanh-dao.docx': async (summary) => {
    const { writeBrief } = await import('../../../shared/summary/report/write-brief.ts');
    return writeBrief(summary);
  },
  'bao-cao-phat-hanh.docx': (summary) => report(summary, 'issued'),
};

async function report(summary: Summary, stage: Stage): Promise<Uint8Array> {
  const { writeReport } = await import('../../../shared/summary/report/write-report.ts');
  return writeReport(summary, stage);
}

export interface BuiltSummary {
  readonly manifest: Manifest;
  readonly summary: Summary;
  /** What goes with the mail. Built once, into the bucket: everybody gets those bytes. */
  readonly documents: readonly Attachment[];
  /** Against the edition issued before; null for a first edition and for an interim summary. */
  readonly changes: Changes | null;
}

/** A run's summary and its documents for the office. */
export async function buildSummary(store: Store, run: string): Promise<BuiltSummary> {
  const manifest = await readManifest(store, run);
  const summary = await readSummary(store, manifest);
  const changes =
    manifest.kind === 'final' && manifest.issued !== null
      ? changesBetween(await summaryOfRun(store, manifest.issued), summary)
      : null;
  const attached = new Set<RunDocument>(documentsOf(manifest));
  const documents: Attachment[] = [];
  // One after the other: each holds the whole report in memory while it is written.
  for (const name of keptOf(manifest)) {
    const bytes = await keptBytes(store, manifest, summary, name);
    if (attached.has(name)) documents.push(attachmentOf(manifest, name, bytes));
  }
  return { manifest, summary, documents, changes };
}

/** A run's summary and its report as it goes upward; null for an interim one. */
export async function buildIssued(
  store: Store,
  run: string,
): Promise<{ readonly summary: Summary; readonly report: Attachment } | null> {
  const manifest = await readManifest(store, run);
  if (manifest.kind !== 'final') return null;
  const summary = await readSummary(store, manifest);
  const [draft] = runDocuments;
  // Of a run frozen before the draft was another document, what goes upward is what the office was sent.
  const name = manifest.paper === null ? draft : issuedDocument;
  return { summary, report: attachmentOf(manifest, draft, await keptBytes(store, manifest, summary, name)) };
}

/** What a frozen run says, without its documents. */
export async function summaryOfRun(store: Store, run: string): Promise<Summary> {
  return readSummary(store, await readManifest(store, run));
}

function attachmentOf(manifest: Manifest, name: RunDocument, bytes: Uint8Array): Attachment {
  return { fileName: documentName(manifest, name), contentType: contentTypeOf(name), bytes };
}

function contentTypeOf(name: RunDocument): string {
  return name.endsWith('.xlsx') ? formats.xlsx.contentType : formats.docx.contentType;
}

/** What lies in the bucket, whenever and by whichever version it was built; else built now. */
async function keptBytes(
  store: Store,
  manifest: Manifest,
  summary: Summary,
  name: RunDocument,
): Promise<Uint8Array> {
  return (
    (await readRunFile(store, manifest.run, name)) ??
    (await keepRunFile(store, manifest.run, {
      name,
      contentType: contentTypeOf(name),
      bytes: await writers[name](summary),
    }))
  );
}
