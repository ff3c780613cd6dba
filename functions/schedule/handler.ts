import * as z from 'zod';
import type { ReminderHour } from '../../shared/office/chase/remind.ts';
import { withGuidance } from '../../shared/office/guidance.ts';
import { WorkLeft } from '../../shared/office/in-pages.ts';
import type { RegimeVersion } from '../../shared/office/regimes-in-force.ts';
import { repair } from '../../shared/office/repair.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import { type CurrentRegime, readCurrentRegimes, readRegimeVersion } from '../../shared/records/regimes.ts';
import { advanceWatermark, keepGap, readWatermark } from '../../shared/records/runs.ts';
import { atHour, dayOf } from '../../shared/regime/calendar.ts';
import { allWork, type DueWork, dueWork } from '../../shared/regime/duties.ts';
import type { OwnDay } from '../../shared/regime/ladder.ts';

// What is due is loaded when it is: in most hours nothing is.
const reminders = () => import('../../shared/office/chase/remind.ts');
const summaries = () => import('../../shared/office/report/issue.ts');

export type ScheduleDependencies = Pick<
  Dependencies,
  'table' | 'store' | 'outbox' | 'arrivals' | 'clock' | 'logger' | 'metrics'
>;

/** EventBridge Scheduler fills in its own scheduled time: a run is named by it, never by now. */
const Hour = z.object({ scheduledTime: z.iso.datetime({ offset: true }) });

/** As much of Lambda's context as says when the run is killed. */
interface Context {
  getRemainingTimeInMillis(): number;
}

/** What is begun before this is ended in time: a page of reminders, a period's count. */
const reserve = 45_000;

/** What is due in (watermark, scheduled time], for each regime, in the order of its hours; then the repairs. */
export function createHandler(dependencies: ScheduleDependencies) {
  return async (event: unknown, context?: Context): Promise<void> => {
    const { scheduledTime } = Hour.parse(event);
    const isOver = () => context !== undefined && context.getRemainingTimeInMillis() < reserve;
    const failures: unknown[] = [];
    for (const current of await readCurrentRegimes(dependencies.table)) {
      // One regime's trouble is not another's, and the repairs are everybody's.
      await catchUp(dependencies, current, { scheduledTime, isOver }).catch((error: unknown) =>
        failures.push(error),
      );
    }
    await repair(dependencies, scheduledTime, isOver).catch((error: unknown) => failures.push(error));
    if (failures.some((error) => error instanceof WorkLeft)) dependencies.logger.warn(workLeft);
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} parts of the hour failed`);
  };
}

const workLeft = 'WORK_LEFT: the hour is not finished; it is asked for again and goes on where it stopped';

interface Run {
  readonly scheduledTime: string;
  /** Whether the run must end soon. */
  readonly isOver: () => boolean;
}

async function catchUp(
  dependencies: ScheduleDependencies,
  { regime: id, hash }: CurrentRegime,
  { scheduledTime, isOver }: Run,
): Promise<void> {
  const watermark = await readWatermark(dependencies.table, id);
  if (watermark === null) return;
  const late = hoursBetween(watermark, scheduledTime) - 1;
  if (late > 0) {
    dependencies.metrics.record('HoursLate', late);
    // The office asks for it when it gives units more hours.
    await keepGap(dependencies.table, id, { from: watermark, to: new Date(scheduledTime).toISOString() });
  }
  const regime = {
    ...(await withGuidance(dependencies, await readRegimeVersion(dependencies.store, hash))),
    hash,
  };
  // Checks come last: a look at old reports that fails must not keep a new one from going out.
  const owns = await ownDaysIfReminded(dependencies, regime, { after: watermark, until: scheduledTime });
  const due = dueWork(regime, watermark, scheduledTime, owns).toSorted(
    (a, b) => Number(a.kind === 'check') - Number(b.kind === 'check'),
  );
  const hours =
    due.length === 0 ? [] : (await reminders()).byHour(due, allWork(regime, watermark, scheduledTime, owns));
  for (const [index, work] of due.entries()) {
    const period = work.kind === 'check' ? undefined : work.period.id;
    dependencies.logger.info('WORK_DUE: scheduled work begins', { kind: work.kind, period, at: work.at });
    // The reminders of an hour go out with the first of them: whoever owes several reports gets one mail.
    const hour = hours.find(({ works }) => works[0] === work) ?? null;
    await dispatch(dependencies, regime, { ...work, isOver }, hour).catch((error: unknown) => {
      const kept = due.slice(index).filter(({ kind }) => kind === 'interim' || kind === 'final');
      if (kept.length > 0) dependencies.metrics.record('SummariesNotGone', kept.length);
      throw error;
    });
  }
  const { finishAmendments } = await import('../../shared/office/amend/finish-amendments.ts');
  await finishAmendments(dependencies, id, watermark);
  // Only now: what a run left is asked for again, and goes on behind the pages that are done.
  await advanceWatermark(dependencies.table, id, scheduledTime);
  const { finishSettled } = await import('../../shared/office/report/finish-settled.ts');
  await finishSettled(dependencies, regime);
  const { refreshOverviews } = await import('../../shared/office/overview.ts');
  await refreshOverviews(dependencies, regime, { now: dependencies.clock.now(), isOver });
}

/** Nothing is read for it in the hours in which nobody is ever reminded. */
async function ownDaysIfReminded(
  dependencies: ScheduleDependencies,
  regime: RegimeVersion,
  { after, until }: { readonly after: string; readonly until: string },
): Promise<readonly OwnDay[]> {
  const [from, to] = [Date.parse(after), Date.parse(until)];
  const isReminded = [after, until].some((instant) => {
    const at = Date.parse(atHour(dayOf(instant, regime.timeZone), regime.reminders.at, regime.timeZone));
    return from < at && at <= to;
  });
  if (!isReminded && to - from < 86_400_000) return [];
  return (await import('../../shared/office/chase/own-days.ts')).ownDays(dependencies, regime);
}

/** Whole ones. */
function hoursBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 3_600_000);
}

async function dispatch(
  dependencies: ScheduleDependencies,
  regime: RegimeVersion,
  work: DueWork & Pick<Run, 'isOver'>,
  hour: ReminderHour | null,
): Promise<void> {
  switch (work.kind) {
    case 'opening':
      return (await import('../../shared/office/open-period.ts')).openDuePeriod(dependencies, regime, work);
    case 'announcement':
      return (await import('../../shared/office/chase/announce.ts')).queueAnnouncements(
        dependencies,
        regime,
        work,
      );
    case 'reminder':
      if (hour === null) return;
      return (await reminders()).queueReminders(dependencies, regime, hour, work.isOver);
    case 'interim':
      await (await summaries()).issueInterim(dependencies, { regime, ...work });
      return;
    case 'final':
      await (await summaries()).issueFinal(dependencies, { regime, ...work }, null);
      return;
    case 'check':
      return (await import('../../shared/office/report/correct.ts')).queueCorrections(
        dependencies,
        regime,
        work,
      );
  }
}
