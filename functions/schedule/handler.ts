import * as z from 'zod';
import { type CurrentRegime, readCurrentRegimes, readRegimeVersion } from '../../shared/records/regimes.ts';
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
    const failures: unknown[] = [];
    for (const current of await readCurrentRegimes(office.table)) {
      // One regime's trouble is not another's, and the repairs are everybody's.
      await catchUp(office, current, scheduledTime).catch((error: unknown) => failures.push(error));
    }
    await repair(office, scheduledTime).catch((error: unknown) => failures.push(error));
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} parts of the hour failed`);
  };
}

async function catchUp(
  office: Office,
  { regime: id, hash }: CurrentRegime,
  scheduledTime: string,
): Promise<void> {
  const watermark = await readWatermark(office.table, id);
  if (watermark === null) return;
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
