import type { Dependencies } from '../ports/dependencies.ts';
import { bringsReport, readWaiting } from '../records/outbox.ts';
import { wakeDeliver, wakeIngest } from '../records/wake.ts';
import { unreadUploads } from './unread-uploads.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'arrivals' | 'logger' | 'metrics'>;

/** A message that is being worked on must not be worked on twice: what is younger is left alone. */
const patience = 10 * 60_000;
/** A summary is mailed within minutes. */
const patienceForReports = 60 * 60_000;

/**
 * Another message for every file without a version and every mail that waits: events and messages may get lost. How much
 * waits, and how long, is measured on the way.
 */
export async function repair(dependencies: Needs, scheduledTime: string): Promise<void> {
  const { metrics } = dependencies;
  const now = Date.parse(scheduledTime);
  const before = now - patience;
  const unread = await unreadUploads(dependencies, scheduledTime);
  const files = unread.filter(({ receivedAt }) => Date.parse(receivedAt) <= before);
  metrics.record('FilesWaiting', files.length);
  for (const { upload } of files) {
    dependencies.logger.warn('ARRIVAL_REPAIRED: a file has no version yet, ingest is woken again', {
      upload: upload.upload,
    });
    await wakeIngest(dependencies.arrivals, upload.upload);
  }
  const mails = await readWaiting(dependencies.table, new Date(before).toISOString());
  metrics.record('MailsWaiting', mails.length);
  metrics.record('OldestMailSeconds', (ages(mails, now)[0] ?? 0) / 1000);
  const reports = mails.filter(({ id }) => bringsReport(id));
  const late = ages(reports, now).filter((age) => age > patienceForReports);
  if (late.length > 0) metrics.record('SummariesNotGone', late.length);
  for (const { id } of mails) {
    dependencies.logger.warn('MAIL_REPAIRED: a mail waits, deliver is woken again', { id });
    await wakeDeliver(dependencies.outbox, id);
  }
}

function ages(mails: readonly { readonly since: string }[], now: number): number[] {
  return mails.map(({ since }) => now - Date.parse(since));
}
