import * as z from 'zod';
import { readCurrentRegimes, readRegimeVersion } from '../../shared/records/regimes.ts';
import { advanceWatermark, readWatermark } from '../../shared/records/runs.ts';
import { dueWork } from '../../shared/regime/duties.ts';
import { type Office, openDuePeriod, queueReminders, queueSummary } from './due-work.ts';
import { withGuidance } from './guidance.ts';
import { repair } from './repair.ts';

/** EventBridge Scheduler fills in its own scheduled time: a run is named by it, never by now. */
const Hour = z.object({ scheduledTime: z.iso.datetime({ offset: true }) });

/** What is due in (watermark, scheduled time], for each regime, in the order of its hours; then the repairs. */
export function createHandler(office: Office) {
  return async (event: unknown): Promise<void> => {
    const { scheduledTime } = Hour.parse(event);
    for (const { regime: id, hash } of await readCurrentRegimes(office.table)) {
      const watermark = await readWatermark(office.table, id);
      if (watermark === null) continue;
      const regime = { ...(await withGuidance(office, await readRegimeVersion(office.store, hash))), hash };
      for (const work of dueWork(regime, watermark, scheduledTime)) {
        office.logger.info('WORK_DUE: scheduled work begins', {
          kind: work.kind,
          period: work.period.id,
          at: work.at,
        });
        if (work.kind === 'opening') await openDuePeriod(office, regime, work);
        if (work.kind === 'reminder') await queueReminders(office, regime, work);
        if (work.kind === 'summary') await queueSummary(office, regime, work);
      }
      // Only now: a run that fails half-way is caught up whole, and each of its steps is done once.
      await advanceWatermark(office.table, id, scheduledTime);
    }
    await repair(office, scheduledTime);
  };
}
