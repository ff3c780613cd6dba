/** When a unit was reminded last of a period: by the schedule, or by a press of the office. */
import type { Dependencies } from '../../ports/dependencies.ts';
import { readAddress } from '../../records/addresses.ts';
import { readOwnDecisions } from '../../records/filings.ts';
import { type Note, readNotes } from '../../records/notes.ts';
import { outboxId, readMessage, remindersByHand } from '../../records/outbox.ts';
import type { OutboxRow } from '../../records/rows.ts';
import { addDays, atHour, dayOf } from '../../regime/calendar.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { returnedOf } from './bounces.ts';
import { ownDaysEver } from './own-days.ts';
import { type CommonHours, commonHours, hoursOf, type Within } from './scheduled-hours.ts';
import { type Reached, saysOf, whatReaches } from './what-went.ts';

/** What is known of the last reminders of one unit, and of the last call; each moment ISO 8601. */
export interface LastReminder {
  /** When it was reminded last, or what is to remind it was queued; null where it never was. */
  readonly at: string | null;
  /** What was queued then has not gone yet. */
  readonly waits: boolean;
  /** One since then that reached nobody: it came back, or is kept until the address is mended; null where there is none. */
  readonly failed: { readonly at: string; readonly why: 'returned' | 'withheld' } | null;
  /** What somebody of the office noted last of it; null where nobody did. */
  readonly note: { readonly at: string; readonly text: string } | null;
}

/**
 * By unit's code. The hours of the schedule are looked for once, and of each unit the mails by their names, newest first: a
 * few reads, however many there were.
 */
export function lastReminders(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  regime: Regime,
  period: Period,
): (unit: string) => Promise<LastReminder> {
  const hours = commonHours(table, regime, { from: beforeAll(regime), to: clock.now() });
  return async (unit) => {
    const fateOf = fates(table, period.id, addressOf(regime, unit));
    const ids = await scheduledIds(table, regime, await hours, { period: period.id, unit });
    const notes = await readNotes(table, period.id, unit);
    const tries = await Promise.all([
      newestTry(fateOf, rowsNamed(table, ids)),
      newestTry(fateOf, rowsPressed(table, daysOf(notes, regime))),
    ]);
    const went = newestBy(tries.flatMap((each) => each.went ?? []));
    const failed = newestBy(tries.flatMap((each) => each.failed ?? []));
    const since = went && failed && Date.parse(failed.at) <= Date.parse(went.at) ? null : failed;
    const noted = notes.findLast(({ byPress }) => byPress !== true);
    return {
      at: went?.at ?? null,
      waits: went !== null && went.fate === 'waits',
      failed: since,
      note: noted ? { at: noted.notedAt, text: noted.text } : null,
    };
  };
}

type Fate = 'went' | 'waits' | 'returned' | 'withheld';

/** What became of a row; null where it is no reminder of the period, or was not needed. Each address is looked up once. */
function fates(
  table: Dependencies['table'],
  period: string,
  registered: string | null,
): (row: OutboxRow) => Promise<Fate | null> {
  const marks = new Map<string, Promise<ReadonlySet<string>>>();
  const returnedTo = (address: string) => {
    const known = marks.get(address);
    if (known) return known;
    const asked = readAddress(table, address).then((mark) => new Set(mark ? returnedOf(mark) : []));
    marks.set(address, asked);
    return asked;
  };
  return async (row) => {
    if (row.state === 'superseded' || !saysOf(row, period)) return null;
    if (row.state !== 'sent') return row.state === 'withheld' ? 'withheld' : 'waits';
    // Where it went: the unit may have another address since.
    const to = (row.to ?? registered)?.toLowerCase();
    const returned = to === undefined ? null : await returnedTo(to);
    return returned?.has(row.sesMessageId ?? '') ? 'returned' : 'went';
  };
}

interface Try<Kind> {
  readonly at: string;
  readonly fate: Kind;
}

interface Tries {
  readonly went: Try<'went' | 'waits'> | null;
  readonly failed: { readonly at: string; readonly why: 'returned' | 'withheld' } | null;
}

/** Of these rows, newest first, the first that went or goes out, and the newest before it that reached nobody. */
async function newestTry(
  fateOf: (row: OutboxRow) => Promise<Fate | null>,
  rows: AsyncIterable<OutboxRow>,
): Promise<Tries> {
  let failed: Tries['failed'] = null;
  for await (const row of rows) {
    const fate = await fateOf(row);
    const at = row.sentAt ?? row.createdAt;
    if (fate === 'went' || fate === 'waits') return { went: { at, fate }, failed };
    if (fate !== null) failed ??= { at, why: fate };
  }
  return { went: null, failed };
}

function newestBy<T extends { readonly at: string }>(all: readonly T[]): T | null {
  return all.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0] ?? null;
}

async function* rowsNamed(table: Dependencies['table'], ids: readonly string[]): AsyncGenerator<OutboxRow> {
  for (const id of ids) {
    const row = await readMessage(table, id);
    if (row) yield row;
  }
}

async function* rowsPressed(
  table: Dependencies['table'],
  days: readonly DayPressed[],
): AsyncGenerator<OutboxRow> {
  for (const on of days) {
    yield* (await remindersByHand(table, on)).rows.toReversed();
  }
}

/**
 * The mail by which a press, or the schedule, has reminded the unit of the period today, at the address that it has now; null
 * where none went. Of a unit at whose address mail arrives: what a mending that was cut off has left there will go.
 */
export async function remindedToday(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  { regime, period, unit }: { readonly regime: Regime; readonly period: Period; readonly unit: string },
): Promise<OutboxRow | null> {
  const now = clock.now();
  const day = dayOf(now, regime.timeZone);
  const reached = await reachedAt(table, addressOf(regime, unit));
  const went = whatReaches(period.id, reached);
  const days = [addDays(day, -1), day];
  const pressed = await pressesGoing(table, regime, { period: period.id, unit, days, from: day });
  const newest = pressed.findLast(went);
  if (newest) return newest;
  const hours = await commonHours(table, regime, { from: endOfDayBefore(day, regime), to: now });
  const ids = await scheduledIds(table, regime, hours, { period: period.id, unit });
  const own = await newestOf(table, ids, went);
  return own ?? caughtUpOn(table, regime, { period: period.id, unit, reached }, day);
}

/**
 * The mail of the schedule that was due on a day before and told the address of the period on the day `today` (`yyyy-mm-dd`); null
 * where none did. Of several that waited only the newest goes. Asked for a mail of the schedule itself: one of an hour before its own.
 */
export async function caughtUpOn(
  table: Dependencies['table'],
  regime: Regime,
  {
    period,
    reached,
    scheduledAt,
    ...to
  }: ScheduledTo & {
    readonly period: string;
    readonly reached: Reached;
    readonly scheduledAt?: string;
  },
  today: string,
): Promise<OutboxRow | null> {
  const end = Date.parse(endOfDayBefore(today, regime));
  const until = scheduledAt === undefined ? end : Math.min(end, Date.parse(scheduledAt) - 1);
  const before = { from: beforeAll(regime), to: new Date(until).toISOString() };
  const ids = await scheduledIds(table, regime, await commonHours(table, regime, before), { period, ...to });
  const newest = await newestOf(table, ids, whatReaches(period, reached));
  const wentOn = newest?.state === 'sent' && newest.sentAt !== null && dayOf(newest.sentAt, regime.timeZone);
  return wentOn === today ? newest : null;
}

/** Before the first of its mails. */
function beforeAll({ year }: Pick<Regime, 'year'>): string {
  return `${year - 1}-12-01T00:00:00Z`;
}

function endOfDayBefore(day: string, { timeZone }: Pick<Regime, 'timeZone'>): string {
  return new Date(Date.parse(atHour(day, '00:00', timeZone)) - 1).toISOString();
}

/** The mails of the schedule to the same one, of the hours within `from` and `to` (ISO 8601), newest first. */
export async function scheduledBetween(
  table: Dependencies['table'],
  regime: Regime,
  to: ScheduledTo & { readonly period: string },
  within: Within,
): Promise<readonly OutboxRow[]> {
  const ids = await scheduledIds(table, regime, await commonHours(table, regime, within), to);
  return (await Promise.all(ids.map((id) => readMessage(table, id)))).flatMap((row) => row ?? []);
}

/** An address and what is known of it; null for none. */
export async function reachedAt(table: Dependencies['table'], address: string | null): Promise<Reached> {
  return { address, mark: address === null ? null : await readAddress(table, address) };
}

/** Null of a unit that the regime no longer has. */
export function addressOf({ units }: Pick<Regime, 'units'>, unit: string): string | null {
  return units.find(({ code }) => code === unit)?.email ?? null;
}

/** Whom the schedule writes to: a unit that owes, or one of the office, which is to chase. */
export type ScheduledTo =
  | {
      /** The unit's code. */
      readonly unit: string;
      /** Where it is not the registered address. */
      readonly contact?: string | undefined;
    }
  | {
      /** The recipient's id. */
      readonly recipient: string;
    };

/** The names of the schedule's mails about the period, newest first. */
async function scheduledIds(
  table: Dependencies['table'],
  regime: Regime,
  hours: CommonHours,
  { period, ...to }: ScheduledTo & { readonly period: string },
): Promise<readonly string[]> {
  const owns =
    'unit' in to ? ownDaysEver(regime, await readOwnDecisions(table, period, to.unit), to.unit) : [];
  return hoursOf(hours, period, owns).flatMap(({ at, leads }) => {
    const about = { regime: regime.id, scheduledAt: new Date(at).toISOString() };
    if ('recipient' in to) return [outboxId({ kind: 'chase', periods: [], ...about, ...to })];
    return leads.map((lead) => outboxId({ kind: 'reminder', ...about, ...to, period: lead }));
  });
}

interface DayPressed {
  readonly period: string;
  readonly unit: string;
  /** `yyyy-mm-dd`. */
  readonly day: string;
}

/** The days on which the office may have pressed for a reminder, newest first. */
export async function daysPressed(
  table: Dependencies['table'],
  regime: Regime,
  { period, unit }: { readonly period: string; readonly unit: string },
): Promise<readonly DayPressed[]> {
  return daysOf(await readNotes(table, period, unit), regime);
}

/** Each press is noted; `notes` of one unit, oldest first. */
function daysOf(notes: readonly Note[], { timeZone }: Regime): DayPressed[] {
  const days = new Map(
    notes.map(({ period, unit, notedAt }) => {
      const day = dayOf(notedAt, timeZone);
      return [day, { period, unit, day }];
    }),
  );
  return [...days.values()].reverse();
}

/** The presses of these days that went on the day `from` or since, or have not gone yet: they go when the mail service takes them. */
export async function pressesGoing(
  table: Dependencies['table'],
  { timeZone }: Pick<Regime, 'timeZone'>,
  about: {
    readonly period: string;
    readonly unit: string;
    /** `yyyy-mm-dd`, as is `from`. */
    readonly days: readonly string[];
    readonly from: string;
  },
): Promise<readonly OutboxRow[]> {
  const { days, from, ...of } = about;
  const pressed = await Promise.all(days.map((day) => remindersByHand(table, { ...of, day })));
  return pressed
    .flatMap(({ rows }) => rows)
    .filter(({ state, sentAt }) => state !== 'sent' || sentAt === null || dayOf(sentAt, timeZone) >= from);
}

/** Of these mails, newest first, the first that went, or goes, out. */
async function newestOf(
  table: Dependencies['table'],
  ids: readonly string[],
  went: (row: OutboxRow) => boolean,
): Promise<OutboxRow | null> {
  for await (const row of rowsNamed(table, ids)) if (went(row)) return row;
  return null;
}
