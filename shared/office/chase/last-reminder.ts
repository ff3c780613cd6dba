/** When a unit was reminded last of a period: by the schedule, or by a press of the office. */
import type { Dependencies } from '../../ports/dependencies.ts';
import { readNotes } from '../../records/notes.ts';
import { outboxId, readMessage, reminderByHandId } from '../../records/outbox.ts';
import type { OutboxRow } from '../../records/rows.ts';
import { atHour, dayOf } from '../../regime/calendar.ts';
import { allWork } from '../../regime/duties.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { withGuidance } from '../guidance.ts';
import { failedMails } from './bounces.ts';
import { byHour } from './remind.ts';

/**
 * The moment (ISO 8601) by unit's code; null where it never was, or the mail came back. The hours of the schedule are
 * looked for once, and of each unit the mails by their names, newest first: a few reads, however many there were.
 */
export function lastReminders(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  regime: Regime,
  period: Period,
): (unit: string) => Promise<string | null> {
  const hours = hoursOf(table, regime, period, {
    from: `${regime.year - 1}-12-01T00:00:00Z`,
    to: clock.now(),
  });
  return async (unit) => {
    const went = await whatWent(table, regime, period, unit);
    const [scheduled, pressed] = await Promise.all([
      newestOf(table, scheduledIds(regime, await hours, unit), went),
      newestOf(table, await pressedIds(table, regime, period, unit), went),
    ]);
    const all = [scheduled, pressed].flatMap((row) => (row ? [row.sentAt ?? row.createdAt] : []));
    return all.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
  };
}

/** The mail by which the schedule has reminded the unit of the period today; null where it has not, or it came back. */
export async function remindedToday(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  { regime, period, unit }: { readonly regime: Regime; readonly period: Period; readonly unit: string },
): Promise<OutboxRow | null> {
  const now = clock.now();
  const midnight = atHour(dayOf(now, regime.timeZone), '00:00', regime.timeZone);
  const justBefore = new Date(Date.parse(midnight) - 1).toISOString();
  const hours = await hoursOf(table, regime, period, { from: justBefore, to: now });
  const went = await whatWent(table, regime, period, unit);
  return newestOf(table, scheduledIds(regime, hours, unit), went);
}

/** Whether a row is a reminder of the unit's about the period that went, or goes, out and did not come back. */
async function whatWent(
  table: Dependencies['table'],
  { units }: Regime,
  period: Period,
  unit: string,
): Promise<(row: OutboxRow) => boolean> {
  const email = units.find(({ code }) => code === unit)?.email;
  const returned = await failedMails(table, email === undefined ? [] : [email]);
  return ({ message, state, sesMessageId }) =>
    message.kind === 'reminder' &&
    state !== 'superseded' &&
    state !== 'withheld' &&
    !returned.has(sesMessageId ?? '') &&
    (message.periods ?? [message.period]).includes(period.id);
}

type Hours = ReturnType<typeof byHour>;

/** The hours within `from` and `to` (ISO 8601) at which the schedule reminds of the period, newest first. */
async function hoursOf(
  table: Dependencies['table'],
  regime: Regime,
  { id }: Period,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Hours> {
  // As the schedule sees it: a review whose guidance has come has reminders too.
  const guided = await withGuidance({ table }, regime);
  return byHour(allWork(guided, from, to))
    .filter(({ works }) => works.some(({ period }) => period.id === id))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

function scheduledIds({ id: regime }: Regime, hours: Hours, unit: string): readonly string[] {
  return hours.map(({ at, lead: period }) =>
    outboxId({ kind: 'reminder', regime, period, unit, scheduledAt: new Date(at).toISOString() }),
  );
}

/** Each press is noted: on those days there may be one. */
async function pressedIds(
  table: Dependencies['table'],
  { timeZone }: Regime,
  { id }: Period,
  unit: string,
): Promise<readonly string[]> {
  const notes = await readNotes(table, id, unit);
  const days = [...new Set(notes.map(({ notedAt }) => dayOf(notedAt, timeZone)))];
  return days
    .sort()
    .reverse()
    .map((day) => reminderByHandId(id, unit, day));
}

/** Of these mails, newest first, the first that went, or goes, out. */
async function newestOf(
  table: Dependencies['table'],
  ids: readonly string[],
  went: (row: OutboxRow) => boolean,
): Promise<OutboxRow | null> {
  for (const id of ids) {
    const row = await readMessage(table, id);
    if (row && went(row)) return row;
  }
  return null;
}
