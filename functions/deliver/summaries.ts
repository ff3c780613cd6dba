import { consolidate } from '../../shared/consolidation/consolidate.ts';
import { writeReport } from '../../shared/consolidation/report-docx.ts';
import { writeWorkbook } from '../../shared/consolidation/report-xlsx.ts';
import type { Summary } from '../../shared/consolidation/summary.ts';
import type { Attachment, Mail } from '../../shared/mail/mail.ts';
import { summaryMail } from '../../shared/mail/summary.ts';
import { readReading } from '../../shared/records/filings.ts';
import { readRegimeVersion } from '../../shared/records/regimes.ts';
import type { Manifest, Message } from '../../shared/records/rows.ts';
import { keepRunFile, readManifest, readRunFile } from '../../shared/records/runs.ts';
import type { Store } from '../../shared/records/store.ts';
import type { Reading } from '../../shared/report/reading.ts';

const documents = [
  {
    extension: 'docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeReport,
  },
  {
    extension: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeWorkbook,
  },
] as const;

/** The summary mail to one recipient. The documents are built once, into the bucket: everybody gets those bytes. */
export async function summaryFor(
  { store }: { store: Store },
  message: Extract<Message, { kind: 'summary' }>,
): Promise<{ mail: Mail; replyTo: string }> {
  const manifest = await readManifest(store, message.run);
  const summary = await readSummary(store, manifest);
  const { office } = summary.regime;
  const recipient = office.recipients.find(({ id }) => id === message.recipient);
  if (!recipient) throw new Error(`the run ${message.run} knows no recipient ${message.recipient}`);
  const attachments = await Promise.all(documents.map((document) => keptDocument(store, summary, document)));
  return {
    mail: summaryMail({ summary, recipient, attachments, portalLink: null }),
    replyTo: office.replyTo,
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

async function keptDocument(
  store: Store,
  summary: Summary,
  { extension, contentType, write }: (typeof documents)[number],
): Promise<Attachment> {
  const name = `bao-cao-tong-hop.${extension}`;
  const bytes =
    (await readRunFile(store, summary.run, name)) ??
    (await keepRunFile(store, summary.run, { name, contentType, bytes: await write(summary) }));
  return { fileName: `BaoCaoTongHop_${summary.period.id}.${extension}`, contentType, bytes };
}
