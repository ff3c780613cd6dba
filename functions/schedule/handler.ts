import * as z from 'zod';
import type { RegimeVersion } from '../../shared/office/freeze.ts';
import { withGuidance } from '../../shared/office/guidance.ts';
import { issueFinal, issueInterim } from '../../shared/office/issue.ts';
import { type CurrentRegime, readCurrentRegimes, readRegimeVersion } from '../../shared/records/regimes.ts';
import { advanceWatermark, readWatermark } from '../../shared/records/runs.ts';
import { type DueWork, dueWork } from '../../shared/regime/duties.ts';
import { queueCorrections } from './corrections.ts';
import { type Office, openDuePeriod, queueReminders } from './due-work.ts';
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
  const due = dueWork(regime, watermark, scheduledTime);
  // Checks come last: a look at old reports that fails must not keep a new one from going out.
  for (const work of due.toSorted((a, b) => Number(a.kind === 'check') - Number(b.kind === 'check'))) {
    const period = work.kind === 'check' ? undefined : work.period.id;
    office.logger.info('WORK_DUE: scheduled work begins', { kind: work.kind, period, at: work.at });
    await does(office, regime, work);
  }
  // Only now: a run that fails half-way is caught up whole, and each of its steps is done once.
  await advanceWatermark(office.table, id, scheduledTime);
}

async function does(office: Office, regime: RegimeVersion, work: DueWork): Promise<void> {
  switch (work.kind) {
    case 'opening':
      return openDuePeriod(office, regime, work);
    case 'reminder':
      return queueReminders(office, regime, work);
    case 'interim':
      await issueInterim(office, { regime, ...work });
      return;
    case 'final':
      await issueFinal(office, { regime, ...work }, null);
      return;
    case 'check':
      return queueCorrections(office, regime, work);
  }
}
