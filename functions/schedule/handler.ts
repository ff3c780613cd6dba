import * as z from 'zod';
import { queueCorrections } from '../../shared/office/correct.ts';
import { withGuidance } from '../../shared/office/guidance.ts';
import { issueFinal, issueInterim } from '../../shared/office/issue.ts';
import { openDuePeriod } from '../../shared/office/open-period.ts';
import type { RegimeVersion } from '../../shared/office/regimes-in-force.ts';
import { queueReminders } from '../../shared/office/remind.ts';
import { repair } from '../../shared/office/repair.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import { type CurrentRegime, readCurrentRegimes, readRegimeVersion } from '../../shared/records/regimes.ts';
import { advanceWatermark, readWatermark } from '../../shared/records/runs.ts';
import { type DueWork, dueWork } from '../../shared/regime/duties.ts';

export type ScheduleDependencies = Pick<
  Dependencies,
  'table' | 'store' | 'outbox' | 'arrivals' | 'clock' | 'logger' | 'metrics'
>;

/** EventBridge Scheduler fills in its own scheduled time: a run is named by it, never by now. */
const Hour = z.object({ scheduledTime: z.iso.datetime({ offset: true }) });

/** What is due in (watermark, scheduled time], for each regime, in the order of its hours; then the repairs. */
export function createHandler(dependencies: ScheduleDependencies) {
  return async (event: unknown): Promise<void> => {
    const { scheduledTime } = Hour.parse(event);
    const failures: unknown[] = [];
    for (const current of await readCurrentRegimes(dependencies.table)) {
      // One regime's trouble is not another's, and the repairs are everybody's.
      await catchUp(dependencies, current, scheduledTime).catch((error: unknown) => failures.push(error));
    }
    await repair(dependencies, scheduledTime).catch((error: unknown) => failures.push(error));
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} parts of the hour failed`);
  };
}

async function catchUp(
  dependencies: ScheduleDependencies,
  { regime: id, hash }: CurrentRegime,
  scheduledTime: string,
): Promise<void> {
  const watermark = await readWatermark(dependencies.table, id);
  if (watermark === null) return;
  const late = hoursBetween(watermark, scheduledTime) - 1;
  if (late > 0) dependencies.metrics.record('HoursLate', late);
  const regime = {
    ...(await withGuidance(dependencies, await readRegimeVersion(dependencies.store, hash))),
    hash,
  };
  // Checks come last: a look at old reports that fails must not keep a new one from going out.
  const due = dueWork(regime, watermark, scheduledTime).toSorted(
    (a, b) => Number(a.kind === 'check') - Number(b.kind === 'check'),
  );
  for (const [index, work] of due.entries()) {
    const period = work.kind === 'check' ? undefined : work.period.id;
    dependencies.logger.info('WORK_DUE: scheduled work begins', { kind: work.kind, period, at: work.at });
    await dispatch(dependencies, regime, work).catch((error: unknown) => {
      const kept = due.slice(index).filter(({ kind }) => kind === 'interim' || kind === 'final');
      if (kept.length > 0) dependencies.metrics.record('SummariesNotGone', kept.length);
      throw error;
    });
  }
  // Only now: a run that fails half-way is caught up whole, and each of its steps is done once.
  await advanceWatermark(dependencies.table, id, scheduledTime);
}

/** Whole ones. */
function hoursBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 3_600_000);
}

async function dispatch(
  dependencies: ScheduleDependencies,
  regime: RegimeVersion,
  work: DueWork,
): Promise<void> {
  switch (work.kind) {
    case 'opening':
      return openDuePeriod(dependencies, regime, work);
    case 'reminder':
      return queueReminders(dependencies, regime, work);
    case 'interim':
      await issueInterim(dependencies, { regime, ...work });
      return;
    case 'final':
      await issueFinal(dependencies, { regime, ...work }, null);
      return;
    case 'check':
      return queueCorrections(dependencies, regime, work);
  }
}
