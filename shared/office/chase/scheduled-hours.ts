/** At which hours the schedule reminds of a period, and by which names its mails are found. */
import type { Table } from '../../ports/table.ts';
import { dayOf } from '../../regime/calendar.ts';
import { ownReminders, periodWork } from '../../regime/duties.ts';
import type { OwnDay } from '../../regime/ladder.ts';
import type { Regime } from '../../regime/regime.ts';
import { withGuidance } from '../guidance.ts';
import { byHour, type ReminderHour } from './remind.ts';

export interface ScheduledHour {
  /** ISO 8601 with offset. */
  readonly at: string;
  /** The periods (ids) of which one may name the mails of that hour. */
  readonly leads: readonly string[];
}

export interface Within {
  /** ISO 8601, as is `to`. */
  readonly from: string;
  readonly to: string;
}

/** The hours of all periods, and the regime as the schedule sees it: a review whose guidance has come has reminders too. */
export interface CommonHours {
  readonly regime: Regime;
  readonly hours: readonly ReminderHour[];
  readonly within: Within;
}

export async function commonHours(table: Table, regime: Regime, within: Within): Promise<CommonHours> {
  const guided = await withGuidance({ table }, regime);
  return { regime: guided, hours: byHour(periodWork(guided, within.from, within.to)), within };
}

/** Those of one period, newest first; `owns`: every day of its own that the unit had in it. */
export function hoursOf(
  { regime, hours, within }: CommonHours,
  asked: string,
  owns: readonly OwnDay[],
): readonly ScheduledHour[] {
  const found = new Map<number, ScheduledHour>();
  const leadAt = new Map(hours.map(({ at, lead }) => [Date.parse(at), lead]));
  for (const { at, lead, works } of hours) {
    if (lead === null || !works.some(({ period }) => period.id === asked)) continue;
    found.set(Date.parse(at), { at, leads: [lead] });
  }
  for (const at of ownHours(regime, asked, owns, within)) {
    const lead = leadAt.get(Date.parse(at));
    // Where nobody else is reminded then, by the first of those that the unit had a day of its own in.
    const leads = lead ? [lead] : regime.periods.map(({ id }) => id);
    if (!found.has(Date.parse(at))) found.set(Date.parse(at), { at, leads });
  }
  return [...found].toSorted(([a], [b]) => b - a).map(([, hour]) => hour);
}

function ownHours(
  regime: Regime,
  asked: string,
  owns: readonly OwnDay[],
  { from, to }: Within,
): readonly string[] {
  const period = regime.periods.find(({ id }) => id === asked);
  if (!period || owns.length === 0) return [];
  const days = { first: dayOf(from, regime.timeZone), last: dayOf(to, regime.timeZone) };
  return ownReminders(regime, period, owns, days).flatMap(({ at }) =>
    Date.parse(from) < Date.parse(at) && Date.parse(at) <= Date.parse(to) ? [at] : [],
  );
}
