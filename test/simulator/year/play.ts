/** Plays a year day by day. */
import { writeLetter } from '../../../functions/deliver/letters/write-letter.ts';
import type { composeMime } from '../../../shared/mail/mime.ts';
import { comingMails } from '../../../shared/office/chase/coming-mails.ts';
import { addDays } from '../../../shared/regime/calendar.ts';
import { composePlainly } from '../plain-letters.ts';
import { type Act, acts } from './acts.ts';
import { calmly, type Ticks, withOutages } from './hours.ts';
import { type MailLine, scheduled, sentLines, tableOf, toldLines } from './lines.ts';
import { MemoryPlace } from './memory-place.ts';
import { yearRegime } from './regime.ts';
import { Year } from './year.ts';

interface Course {
  /** The first and the last day, `yyyy-mm-dd`. */
  readonly from: string;
  readonly until: string;
  readonly acts: readonly Act[];
  /** The schedule's runs on this day, in order. */
  readonly ticks: Ticks;
  /** Called before the mails of each morning. */
  readonly morning?: (day: string) => Promise<void>;
}

/** Takes its runs, its acts and its mornings in the order of their times. */
export async function playYear(
  year: Year,
  place: MemoryPlace,
  { from, until, acts, ticks, morning = async () => {} }: Course,
): Promise<void> {
  await year.begin();
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const moments: { readonly at: string; readonly take: () => Promise<void> }[] = [
      { at: `${day}T07:59:00+07:00`, take: () => morning(day) },
      ...ticks(day).map((tick) => ({ at: tick.hour, take: () => place.tick(tick) })),
      ...acts
        .filter(({ at }) => at.startsWith(day))
        .map((act) => ({ at: act.at, take: () => year.act(act) })),
    ];
    for (const { at, take } of moments.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
      await place.moveTo(at);
      await take();
    }
  }
}

export const from = '2024-01-02';
const until = '2025-01-20';

export function midnight(day: string): string {
  return `${day}T00:00:00+07:00`;
}

export function morningOf(day: string): string {
  return `${day}T07:59:00+07:00`;
}

/** The year of acts.ts, but for what the mails look like; as tables of lines. */
export interface YearTold {
  readonly sent: readonly string[];
  /** What each morning told of the 24 hours to come. */
  readonly told: readonly string[];
  /** Of what was sent that which no act of an afternoon set off. */
  readonly byItself: readonly string[];
}

export async function playTheYear(
  ticks: Ticks,
  letters: typeof writeLetter = writeLetter,
  compose: typeof composeMime = composePlainly,
): Promise<YearTold> {
  const place = new MemoryPlace(midnight(from), { letters, compose });
  const year = new Year(yearRegime, place);
  const told: string[] = [];
  const morning = async (day: string) => {
    if (withOutages(calmly)(day).length === 0) return;
    const { mails } = await comingMails(place.office, morningOf(addDays(day, 1)));
    // What was missed goes with the day's first run.
    const lines = toldLines(mails).map((line) => ({ ...line, at: latest(line.at, morningOf(day)) }));
    told.push(...tableOf(lines));
  };
  await playYear(year, place, { from, until, acts, ticks: withOutages(ticks), morning });
  const sent = await sentLines(year);
  return { sent: tableOf(sent), told, byItself: tableOf(sent.filter(isByItself)) };
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}

function isByItself({ at, what }: MailLine): boolean {
  return scheduled.has(what) && at.slice(11) < '14';
}

/** March alone on the local cloud, with what was filed before it; its mails, as tables of lines. */
export async function playMarchOnCloud(): Promise<readonly string[]> {
  const { CloudPlace } = await import('./cloud-place.ts');
  const place = await CloudPlace.start('2024-02-29T12:00:00+07:00');
  try {
    const year = new Year(yearRegime, place);
    await year.begin();
    for (const act of acts.filter(({ at }) => at < march)) await year.act(act);
    for (let day = march; day < april; day = addDays(day, 1)) {
      for (const hour of ['00', '08', '09']) await place.moveTo(`${day}T${hour}:00:05+07:00`);
      for (const act of acts.filter(({ at }) => at.startsWith(day))) await year.act(act);
    }
    await place.moveTo(midnight(april));
    return tableOf(await sentLines(year)).filter(isOfMarch);
  } finally {
    await place.stop();
  }
}

const march = '2024-03-01';
const april = '2024-04-01';

export function isOfMarch(line: string): boolean {
  return march <= line && line < april;
}
