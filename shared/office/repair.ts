import type { Dependencies } from '../ports/dependencies.ts';
import { readUnsent } from '../records/outbox.ts';
import { wakeDeliver, wakeIngest } from '../records/wake.ts';
import { unreadUploads } from './unread-uploads.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'arrivals' | 'logger'>;

/** A message that is being worked on must not be worked on twice: what is younger is left alone. */
const patience = 10 * 60_000;

/** Another message for every file without a version and every mail that waits: events and messages may get lost. */
export async function repair(dependencies: Needs, scheduledTime: string): Promise<void> {
  const before = Date.parse(scheduledTime) - patience;
  for (const { upload, receivedAt } of await unreadUploads(dependencies, scheduledTime)) {
    if (Date.parse(receivedAt) > before) continue;
    dependencies.logger.warn('ARRIVAL_REPAIRED: a file has no version yet, ingest is woken again', {
      upload: upload.upload,
    });
    await wakeIngest(dependencies.arrivals, upload.upload);
  }
  for (const id of await readUnsent(dependencies.table, new Date(before).toISOString())) {
    dependencies.logger.warn('MAIL_REPAIRED: a mail waits, deliver is woken again', { id });
    await wakeDeliver(dependencies.outbox, id);
  }
}
