/** The chase: who is reminded because it still owes. */
import pMap from 'p-map';
import { filingsByUnit, type Hold, holdOf } from '../../filing/counting.ts';
import { dutyStatus } from '../../filing/duty.ts';
import { isOwing } from '../../filing/owing.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { Table } from '../../ports/table.ts';
import { readUnits } from '../../records/filings.ts';
import type { Message } from '../../records/rows.ts';
import { dayOf } from '../../regime/calendar.ts';
import { addressesOf } from '../../regime/contacts.ts';
import type { DueWork, Reminder } from '../../regime/duties.ts';
import { officeItself } from '../../regime/recipients.ts';
import type { ContactRole, Period, Regime, Unit } from '../../regime/regime.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { inPages, type Work } from '../in-pages.ts';
import { expectedAt } from '../open-period.ts';

/** The reminders of one hour, in the regime's order of periods: whoever owes several gets one mail. */
export interface ReminderHour {
  /** ISO 8601 with offset. */
  readonly at: string;
  /**
   * The first period with a reminder at this hour, whichever of them are sent now: the mails are named by it. Null where only
   * units with a day of their own are reminded then: each mail is named by the first of the unit's own periods, so that what
   * is decided of one unit names no other's mail anew.
   */
  readonly lead: string | null;
  readonly works: readonly Reminder[];
}

export type ReminderMail = Extract<Message, { kind: 'reminder' }>;
export type ChaseMail = Extract<Message, { kind: 'chase' }>;

/** Units looked at in one Query. */
export const atOnce = 200;
export const queuedAtOnce = 16;

/**
 * The reminders that fall on the same hour, together; in the order of their hours. `all`: also those that are not sent
 * because they come too late.
 */
export function byHour(work: readonly DueWork[], all: readonly DueWork[] = work): readonly ReminderHour[] {
  const isReminder = (each: DueWork): each is Reminder => each.kind === 'reminder';
  const leads = new Map<string, string>();
  for (const { at, period, own } of all.filter(isReminder)) {
    if (!own && !leads.has(at)) leads.set(at, period.id);
  }
  const hours = new Map<string, Reminder[]>();
  for (const each of work.filter(isReminder)) hours.set(each.at, [...(hours.get(each.at) ?? []), each]);
  return [...hours].map(([at, works]) => ({ at, lead: leads.get(at) ?? null, works }));
}

/** Of what a unit would have been reminded at an hour, had the office not held it back. */
export interface HeldBack {
  readonly unit: string;
  readonly period: string;
  readonly by: Hold;
}

interface Reminders {
  readonly mails: readonly ReminderMail[];
  readonly held: readonly HeldBack[];
}

/** The mails that go to units at this hour, as things stand now, and what was held back from it. */
export async function remindersDue(
  { table }: Pick<Dependencies, 'table'>,
  regime: Regime,
  hour: ReminderHour,
): Promise<Reminders> {
  const asked = await askedIn(table, regime, hour);
  const codes = [...asked.all].sort();
  const pages: Reminders[] = [];
  for (let first = 0; first < codes.length; first += atOnce) {
    pages.push(await remindersFor(table, regime, hour, asked, codes.slice(first, first + atOnce)));
  }
  return { mails: pages.flatMap(({ mails }) => mails), held: pages.flatMap(({ held }) => held) };
}

/** The mails of the hour to the office: one to each of it, of all that it is to chase. */
export function chaseMails(regime: Regime, hour: ReminderHour): readonly ChaseMail[] {
  const periods = hour.works.filter(({ to }) => to.includes('office')).map(({ period }) => period.id);
  if (periods.length === 0) return [];
  const scheduledAt = new Date(hour.at).toISOString();
  return officeItself(regime).map(({ id: recipient }) => ({
    kind: 'chase',
    regime: regime.id,
    periods,
    recipient,
    scheduledAt,
  }));
}

/** Queues them all, the units' in pages; deliver asks once more when a mail's turn comes. Throws WorkLeft. */
export async function queueReminders(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  regime: Regime,
  hour: ReminderHour,
  isOver?: Work['isOver'],
): Promise<void> {
  const { table } = dependencies;
  const asked = await askedIn(table, regime, hour);
  // First: when the pages are done nobody comes here again.
  for (const mail of chaseMails(regime, hour)) await enqueueMail(dependencies, mail);
  const name = `reminder/${hour.lead ?? `own/${regime.id}`}/${new Date(hour.at).toISOString()}`;
  await inPages(dependencies, { name, items: [...asked.all], pageSize: atOnce, isOver }, async (codes) => {
    const { mails } = await remindersFor(table, regime, hour, asked, codes);
    await pMap(mails, (mail) => enqueueMail(dependencies, mail), { concurrency: queuedAtOnce });
  });
}

interface Asked {
  readonly all: ReadonlySet<string>;
  readonly of: ReadonlyMap<Reminder, ReadonlySet<string>>;
}

/** Who is asked for each: whoever owes its period, is reminded at all, has not left, and goes by this one's days. */
async function askedIn(table: Table, regime: Regime, hour: ReminderHour): Promise<Asked> {
  const of = new Map<Reminder, ReadonlySet<string>>();
  for (const work of hour.works) {
    const { period, at } = work;
    const unasked = new Set(regime.units.filter(({ reminded }) => !reminded).map(({ code }) => code));
    const gone = leftBy(regime, at);
    const expected = await expectedAt(table, regime, { period, at });
    const goesByIt = unitsOf(work);
    const isAsked = (unit: string) => goesByIt(unit) && !unasked.has(unit) && !gone.has(unit);
    of.set(work, new Set(expected.filter(isAsked)));
  }
  return { all: new Set([...of.values()].flatMap((codes) => [...codes])), of };
}

/** Whether a unit, by its code, is reminded by this work, and not by that of another day. */
function unitsOf({ own, except }: Reminder): (unit: string) => boolean {
  const named = new Set(own ? own.units : except);
  return (unit) => named.has(unit) === (own !== undefined);
}

/** The units that have left by then: whoever owed before is not chased after. */
export function leftBy({ units, timeZone }: Regime, at: string): ReadonlySet<string> {
  const day = dayOf(at, timeZone);
  return new Set(units.filter((unit) => hasLeft(unit, day)).map(({ code }) => code));
}

/** Whether the unit was there until a day before that one, `yyyy-mm-dd`. */
export function hasLeft({ validTo }: Pick<Unit, 'validTo'>, day: string): boolean {
  return validTo !== undefined && validTo < day;
}

/** The mails to these units, which follow each other in the order of codes. */
async function remindersFor(
  table: Table,
  regime: Regime,
  hour: ReminderHour,
  asked: Asked,
  codes: readonly string[],
): Promise<Reminders> {
  const { lead, at } = hour;
  const owing = new Map<string, Reminder[]>();
  const held: HeldBack[] = [];
  for (const work of hour.works) {
    const { period, to } = work;
    const some = codes.filter((code) => asked.of.get(work)?.has(code));
    for (const { unit, hold } of await owingAmong(table, regime, work, some)) {
      if (hold === null) owing.set(unit, [...(owing.get(unit) ?? []), work]);
      else if (roles.some((role) => to.includes(role))) held.push({ unit, period: period.id, by: hold });
    }
  }
  const units = new Map(regime.units.map((unit) => [unit.code, unit]));
  const mails = codes.flatMap((code) => {
    const works = owing.get(code) ?? [];
    // Owed or not: of a run that goes on after one was cut off, the mails are named as by that.
    const own = hour.works.find((work) => asked.of.get(work)?.has(code));
    const period = lead ?? own?.period.id ?? '';
    const about = { regime: regime.id, period, unit: code, scheduledAt: new Date(at).toISOString() };
    return roles.flatMap((role) =>
      mailsTo(units.get(code), role, works, dayOf(at, regime.timeZone)).map((mail) => ({
        ...about,
        ...mail,
      })),
    );
  });
  return { mails, held };
}

const roles: readonly ContactRole[] = ['clerk', 'head'];

function mailsTo(
  unit: Unit | undefined,
  role: ContactRole,
  works: readonly Reminder[],
  day: string,
): readonly Pick<ReminderMail, 'kind' | 'periods' | 'longer' | 'contact' | 'words'>[] {
  const mine = works.filter(({ to }) => to.includes(role));
  if (mine.length === 0) return [];
  // One that the regime no longer has is queued all the same: deliver says on record that there is nobody to write to.
  const nobody = role === 'clerk' ? [{ email: '', registered: true }] : [];
  const addresses = unit ? addressesOf(unit, role, day) : nobody;
  const words = mine.findLast((work) => work.words !== null)?.words ?? null;
  const longer = mine.flatMap(({ period, own }) => (own ? [{ period: period.id, until: own.day }] : []));
  return addresses.map(({ email, registered }) => ({
    kind: 'reminder',
    periods: mine.map(({ period }) => period.id),
    ...(longer.length > 0 && { longer }),
    ...(registered ? {} : { contact: email }),
    ...(words === null ? {} : { words }),
  }));
}

interface Owing {
  readonly unit: string;
  /** By which it is not reminded on that day; null where it is. */
  readonly hold: Hold | null;
}

/** Of these units, which follow each other in the order of codes, those that still owe. */
async function owingAmong(
  table: Table,
  regime: Regime,
  { period, at, own }: Pick<Reminder, 'period' | 'at' | 'own'>,
  codes: readonly string[],
): Promise<Owing[]> {
  if (codes.length === 0) return [];
  const filings = filingsByUnit(await readUnits(table, period.id, codes));
  const day = dayOf(at, regime.timeZone);
  return codes.flatMap((unit) => {
    const question = { regime, period, unit, now: at, expected: [unit] };
    const { status } = dutyStatus({ ...filings(unit), ...question });
    // Before its own day too, of which it would hear nothing else.
    if (!isOwing(status) && !(own && status === 'extended')) return [];
    return [{ unit, hold: holdOf(filings(unit), unit, day) }];
  });
}

/** The units that still owe the period at `at` (ISO 8601), reminded or not: whom the office has to chase. */
export async function unitsStillOwing(
  { table }: Pick<Dependencies, 'table'>,
  regime: Regime,
  asked: { readonly period: Period; readonly at: string },
): Promise<readonly string[]> {
  const gone = leftBy(regime, asked.at);
  const codes = (await expectedAt(table, regime, asked)).filter((code) => !gone.has(code)).toSorted();
  const owing: string[] = [];
  for (let first = 0; first < codes.length; first += atOnce) {
    const some = await owingAmong(table, regime, asked, codes.slice(first, first + atOnce));
    owing.push(...some.map(({ unit }) => unit));
  }
  return owing;
}
