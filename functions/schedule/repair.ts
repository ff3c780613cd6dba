import { unreadUploads } from '../../shared/office/unread-uploads.ts';
import { ringArrival, ringOutbox } from '../../shared/records/doorbell.ts';
import { readUnsent } from '../../shared/records/outbox.ts';
import type { Office } from './due-work.ts';

/** A ring that is being answered must not be answered twice: what is younger is left alone. */
const patience = 10 * 60_000;

/** Rings again for every file without a version and every mail that waits: events and doorbells may get lost. */
export async function repair(office: Office, scheduledTime: string): Promise<void> {
  const before = Date.parse(scheduledTime) - patience;
  for (const { upload, receivedAt } of await unreadUploads(office, scheduledTime)) {
    if (Date.parse(receivedAt) > before) continue;
    office.logger.warn('ARRIVAL_REPAIRED: a file has no version yet, its arrival is rung again', {
      upload: upload.upload,
    });
    await ringArrival(office.arrivals, upload.upload);
  }
  for (const id of await readUnsent(office.table, new Date(before).toISOString())) {
    office.logger.warn('MAIL_REPAIRED: a mail waits, its row is rung again', { id });
    await ringOutbox(office.outbox, id);
  }
}
