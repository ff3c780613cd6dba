/** When a unit was reminded last of a period: by the schedule, or by a press of the office. */
import type { Dependencies } from '../../ports/dependencies.ts';
import { readNotes } from '../../records/notes.ts';
import { outboxId, readMessage, reminderByHandId } from '../../records/outbox.ts';
import type { OutboxRow } from '../../records/rows.ts';
import { dayOf } from '../../regime/calendar.ts';
import { allWork } from '../../regime/duties.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { withGuidance } from '../guidance.ts';
import { byHour } from './remind.ts';

/**
 * The moment (ISO 8601) by unit's code; null where it never was. The hours of the schedule are looked for once, and of each
 * unit the mails by their names, newest first: two or three reads, however many there were.
 */
export function lastReminders(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  regime: Regime,
  period: Period,
): (unit: string) => Promise<string | null> {
  const now = clock.now();
  const hours = withGuidance({ table }, regime).then((guided) =>
    byHour(allWork(guided, `${regime.year - 1}-12-01T00:00:00Z`, now))
      .filter(({ works }) => works.some((each) => each.period.id === period.id))
      .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)),
  );
  return async (unit) => {
    const [scheduled, pressed] = await Promise.all([
      newestOf(
        table,
        (await hours).map(({ at, lead }) => scheduledId(regime, lead, unit, at)),
        period,
      ),
      newestOf(table, await pressedIds(table, regime, period, unit), period),
    ]);
    const all = [scheduled, pressed].filter((each) => each !== null);
    return all.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
  };
}

function scheduledId({ id: regime }: Regime, lead: string, unit: string, at: string): string {
  return outboxId({ kind: 'reminder', regime, period: lead, unit, scheduledAt: new Date(at).toISOString() });
}

/** Each press is noted: on those days there may be one. */
async function pressedIds(
  table: Dependencies['table'],
  { timeZone }: Regime,
  period: Period,
  unit: string,
): Promise<readonly string[]> {
  const notes = await readNotes(table, period.id, unit);
  const days = new Set(notes.map(({ notedAt }) => dayOf(notedAt, timeZone)));
  return [...days]
    .toSorted()
    .toReversed()
    .map((day) => reminderByHandId(period.id, unit, day));
}

/** Of these mails, newest first, the first that went, or goes, out about the period. */
async function newestOf(
  table: Dependencies['table'],
  ids: readonly string[],
  period: Period,
): Promise<string | null> {
  for (const id of ids) {
    const row = await readMessage(table, id);
    if (row && isOf(row, period)) return row.sentAt ?? row.createdAt;
  }
  return null;
}

function isOf({ message, state }: OutboxRow, { id }: Period): boolean {
  if (message.kind !== 'reminder' || state === 'superseded' || state === 'withheld') return false;
  return (message.periods ?? [message.period]).includes(id);
}
