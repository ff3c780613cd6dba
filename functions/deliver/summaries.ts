import { consolidate } from '../../shared/consolidation/consolidate.ts';
import { writeReport } from '../../shared/consolidation/report-docx.ts';
import { writeWorkbook } from '../../shared/consolidation/report-xlsx.ts';
import type { Summary } from '../../shared/consolidation/summary.ts';
import type { Attachment } from '../../shared/mail/mail.ts';
import { readReading } from '../../shared/records/filings.ts';
import { readRegimeVersion } from '../../shared/records/regimes.ts';
import type { Manifest } from '../../shared/records/rows.ts';
import {
  keepRunFile,
  type RunDocument,
  readManifest,
  readRunFile,
  runDocuments,
} from '../../shared/records/runs.ts';
import type { Store } from '../../shared/records/store.ts';
import type { Reading } from '../../shared/report/reading.ts';

const writers = {
  'bao-cao-tong-hop.docx': {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeReport,
  },
  'bao-cao-tong-hop.xlsx': {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeWorkbook,
  },
} as const satisfies Record<RunDocument, unknown>;

/** A run's summary and its documents, which are built once, into the bucket: everybody gets those bytes. */
export async function buildSummary(
  store: Store,
  run: string,
): Promise<{ summary: Summary; documents: Attachment[] }> {
  const summary = await readSummary(store, await readManifest(store, run));
  return {
    summary,
    documents: await Promise.all(runDocuments.map((name) => keptDocument(store, summary, name))),
  };
}

/** The manifest and what was read of its versions, consolidated; the same manifest always gives the same summary. */
async function readSummary(store: Store, manifest: Manifest): Promise<Summary> {
  const regime = await readRegimeVersion(store, manifest.regimeHash);
  const readings = new Map<string, Reading>();
  for (const { upload } of manifest.versions) {
    const reading = await readReading(store, upload);
    if (!reading) throw new Error(`the version ${upload} has no results object`);
    readings.set(upload, reading);
  }
  return consolidate({
    regime,
    // A head quotes long texts; the report has room for all of them.
    manifest: {
      ...manifest,
      versions: manifest.versions.map((version) => ({
        ...version,
        values: [...(readings.get(version.upload)?.values ?? version.values)],
      })),
    },
    narratives: new Map([...readings].map(([upload, { narrative }]) => [upload, narrative])),
    findings: new Map([...readings].map(([upload, { findings }]) => [upload, findings])),
  });
}

async function keptDocument(store: Store, summary: Summary, name: RunDocument): Promise<Attachment> {
  const { contentType, write } = writers[name];
  const bytes =
    (await readRunFile(store, summary.run, name)) ??
    (await keepRunFile(store, summary.run, { name, contentType, bytes: await write(summary) }));
  return { fileName: `${summary.period.id}_${name}`, contentType, bytes };
}
