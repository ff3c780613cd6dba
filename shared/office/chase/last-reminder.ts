/** When a unit was reminded last of a period: by the schedule, or by a press of the office. */
import type { Dependencies } from '../../ports/dependencies.ts';
import { readNotes } from '../../records/notes.ts';
import { outboxId, readMessage, reminderByHandId } from '../../records/outbox.ts';
import type { OutboxRow } from '../../records/rows.ts';
import { dayOf } from '../../regime/calendar.ts';
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
  const hours = hoursOf(table, regime, period, clock.now());
  const emails = new Map(regime.units.map(({ code, email }) => [code, email]));
  return async (unit) => {
    const email = emails.get(unit);
    const returned = await failedMails(table, email === undefined ? [] : [email]);
    const went = ({ message, state, sesMessageId }: OutboxRow) =>
      message.kind === 'reminder' &&
      state !== 'superseded' &&
      state !== 'withheld' &&
      !returned.has(sesMessageId ?? '') &&
      (message.periods ?? [message.period]).includes(period.id);
    const [scheduled, pressed] = await Promise.all([
      newestOf(table, scheduledIds(regime, await hours, unit), went),
      newestOf(table, await pressedIds(table, regime, period, unit), went),
    ]);
    const all = [scheduled, pressed].filter((each) => each !== null);
    return all.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
  };
}

type Hours = ReturnType<typeof byHour>;

/** Newest first. */
async function hoursOf(
  table: Dependencies['table'],
  regime: Regime,
  { id }: Period,
  now: string,
): Promise<Hours> {
  const guided = await withGuidance({ table }, regime);
  return byHour(allWork(guided, `${regime.year - 1}-12-01T00:00:00Z`, now))
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

/** Of these mails, newest first, the hour of the first that went, or goes, out. */
async function newestOf(
  table: Dependencies['table'],
  ids: readonly string[],
  went: (row: OutboxRow) => boolean,
): Promise<string | null> {
  for (const id of ids) {
    const row = await readMessage(table, id);
    if (row && went(row)) return row.sentAt ?? row.createdAt;
  }
  return null;
}
