/** Reminding: only who still owes the report, and whom the regime has reminded at all. */
import { dutyStatus, isOwing } from '../filing/duty.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { readPeriod } from '../records/filings.ts';
import type { Period, Regime } from '../regime/regime.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { unitsOwing } from './open-period.ts';

interface Hour {
  readonly period: Period;
  /** When the reminder is due, ISO 8601. */
  readonly at: string;
}

/** The codes of the units that a reminder of this hour goes to, as things stand now. */
export async function unitsToRemind(
  { table }: Pick<Dependencies, 'table'>,
  regime: Regime,
  { period, at }: Hour,
): Promise<string[]> {
  const filings = await readPeriod(table, period.id);
  const { expected } = filings;
  const unasked = new Set(regime.units.filter(({ reminded }) => reminded === false).map(({ code }) => code));
  return (expected ?? unitsOwing(regime, period, at)).filter(
    (unit) =>
      !unasked.has(unit) &&
      isOwing(dutyStatus({ ...filings, regime, period, unit, now: at, expected }).status),
  );
}

/** Queues a reminder for each of them; deliver asks once more when the mail's turn comes. */
export async function queueReminders(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  regime: Regime,
  hour: Hour,
): Promise<void> {
  for (const unit of await unitsToRemind(dependencies, regime, hour)) {
    await enqueueMail(dependencies, {
      ...{ kind: 'reminder', regime: regime.id, period: hour.period.id, unit },
      scheduledAt: new Date(hour.at).toISOString(),
    });
  }
}
