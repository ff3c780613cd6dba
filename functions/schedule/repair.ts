import { unreadUploads } from '../../shared/office/unread-uploads.ts';
import { readUnsent } from '../../shared/records/outbox.ts';
import { wakeDeliver, wakeIngest } from '../../shared/records/wake.ts';
import type { Office } from './due-work.ts';

/** A message that is being worked on must not be worked on twice: what is younger is left alone. */
const patience = 10 * 60_000;

/** Another message for every file without a version and every mail that waits: events and messages may get lost. */
export async function repair(office: Office, scheduledTime: string): Promise<void> {
  const before = Date.parse(scheduledTime) - patience;
  for (const { upload, receivedAt } of await unreadUploads(office, scheduledTime)) {
    if (Date.parse(receivedAt) > before) continue;
    office.logger.warn('ARRIVAL_REPAIRED: a file has no version yet, ingest is woken again', {
      upload: upload.upload,
    });
    await wakeIngest(office.arrivals, upload.upload);
  }
  for (const id of await readUnsent(office.table, new Date(before).toISOString())) {
    office.logger.warn('MAIL_REPAIRED: a mail waits, deliver is woken again', { id });
    await wakeDeliver(office.outbox, id);
  }
}
