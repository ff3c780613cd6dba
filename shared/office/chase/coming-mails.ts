/** What the schedule will send, as things stand now, by the rules it sends by: nothing is queued by asking. */
import pMap from 'p-map';
import { countingOf } from '../../filing/counting.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readAddresses } from '../../records/addresses.ts';
import { eachUnit } from '../../records/filings.ts';
import { readCurrentRegimes, readRegimeVersion } from '../../records/regimes.ts';
import { readWatermark } from '../../records/runs.ts';
import { dayOf } from '../../regime/calendar.ts';
import { allWork, type DueWork, dueWork, isOpen } from '../../regime/duties.ts';
import { aboveOffice, officeItself, sentOnSchedule } from '../../regime/recipients.ts';
import type { Recipient, Regime } from '../../regime/regime.ts';
import { withGuidance } from '../guidance.ts';
import { announcementsDue } from './announce.ts';
import { periodsToChase, periodsToRemindOf } from './left-to-say.ts';
import { ownDays } from './own-days.ts';
import { readOnce } from './read-once.ts';
import {
  byHour,
  chaseMails,
  type HeldBack,
  type ReminderHour,
  remindersDue,
  unitsStillOwing,
} from './remind.ts';

/** The mails of one kind and hour. */
export interface ComingMails {
  readonly regime: Regime;
  /** `chase`: to the office, of who still owes. */
  readonly kind: 'announcement' | 'reminder' | 'chase' | 'interim' | 'final';
  /** ISO 8601 with offset. */
  readonly at: string;
  /** Ids; of a reminder and of a chase all that it speaks of. */
  readonly periods: readonly string[];
  /** Codes of units, each with its address where that is not the registered one, or ids of recipients; see goesToUnits. */
  readonly to: readonly string[];
  /** The same of those whose address returns mail: theirs waits until it is mended. */
  readonly kept: readonly string[];
  /** Units that the office does not let be reminded then. With `to` and `kept` at least one. */
  readonly held: readonly Held[];
}

/** Whose codes stand in `to`: of units, or of recipients of the office, which may be the same letters. */
export function goesToUnits(kind: ComingMails['kind']): boolean {
  return kind === 'announcement' || kind === 'reminder';
}

export interface Held {
  readonly unit: string;
  /** The last day on which it is not reminded, `yyyy-mm-dd`. */
  readonly until: string;
  /** The decision's ULID. */
  readonly decision: string;
}

type Found = Omit<ComingMails, 'kept' | 'held'> & Partial<Pick<ComingMails, 'held'>>;

export interface Outlook {
  /** In the order of their hours. */
  readonly mails: readonly ComingMails[];
  /** Ids of the recipients to whom nothing goes by itself. */
  readonly byHand: readonly string[];
  /** Addresses at which nothing arrives: what would go there waits until they are mended, and is not among the mails. */
  readonly withheld: readonly string[];
}

/** The mails due by `until` (ISO 8601) that have not gone yet: also what the schedule has missed. */
export async function comingMails(
  { table, store, clock }: Pick<Dependencies, 'table' | 'store' | 'clock'>,
  until: string,
  /** The id of the one regime that is asked about; null: all of them. */
  only: string | null = null,
): Promise<Outlook> {
  // Each period is asked about at each of its hours.
  const dependencies = { table: readOnce(table), store, clock };
  const mails: ComingMails[] = [];
  const byHand = new Set<string>();
  const withheld = await bouncedAddresses(dependencies);
  for (const { regime: id, hash } of await readCurrentRegimes(dependencies.table)) {
    if (only !== null && id !== only) continue;
    const regime = await withGuidance(dependencies, await readRegimeVersion(dependencies.store, hash));
    if (regime.upward === 'by-hand') for (const { id } of aboveOffice(regime)) byHand.add(id);
    const work = await workUntil(dependencies, regime, until);
    const found = [
      ...(await remindersIn(dependencies, regime, work)),
      ...(await Promise.all(work.map((each) => othersIn(dependencies, regime, each)))).flat(),
    ];
    for (const { held = [], ...mail } of found) {
      const isKept = (each: string) => withheld.has(addressOf(regime, mail.kind, each));
      const to = mail.to.filter((each) => !isKept(each));
      if (mail.to.length + held.length > 0) mails.push({ ...mail, to, kept: mail.to.filter(isKept), held });
    }
  }
  return {
    mails: mails.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    byHand: [...byHand],
    withheld: [...withheld],
  };
}

/** What was missed comes with the next run, as one; what lies ahead comes each in its hour. */
async function workUntil(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  regime: Regime,
  until: string,
): Promise<readonly DueWork[]> {
  const now = clock.now();
  const done = await readWatermark(table, regime.id);
  const owns = await ownDays({ table }, regime);
  const missed = done === null ? [] : dueWork(regime, done, now, owns);
  return [...missed, ...allWork(regime, now, until, owns)];
}

async function bouncedAddresses({ table }: Pick<Dependencies, 'table'>): Promise<ReadonlySet<string>> {
  const marks = await readAddresses(table);
  return new Set(marks.filter(({ state }) => state === 'bounced').map(({ address }) => address));
}

/** In small letters, of one of `to`. */
function addressOf({ units, office }: Regime, kind: ComingMails['kind'], to: string): string {
  const contact = to.endsWith('>') ? to.slice(to.indexOf('<') + 1, -1) : null;
  const registered = goesToUnits(kind)
    ? units.find(({ code }) => code === to)
    : office.recipients.find(({ id }) => id === to);
  return (contact ?? registered?.email ?? to).toLowerCase();
}

async function remindersIn(
  dependencies: Pick<Dependencies, 'table' | 'clock'>,
  regime: Regime,
  work: readonly DueWork[],
): Promise<readonly Found[]> {
  const hours = await Promise.all(
    byHour(work).map(async (hour) => {
      const { said, held } = await saidThen(dependencies, regime, hour);
      return { at: hour.at, told: [...said, ...(await chasesThen(dependencies, regime, hour))], held };
    }),
  );
  return withoutCaughtUp(hours, dayOf(dependencies.clock.now(), regime.timeZone), regime).flatMap(
    ({ at, told, held }) => {
      const about = { regime, at };
      const alike = new Map<string, Pick<Found, 'kind' | 'periods'> & { to: string[]; held: Held[] }>();
      const alikeOf = (kind: Told['kind'], periods: readonly string[]) => {
        const key = `${kind}/${periods.join()}`;
        const same = alike.get(key) ?? { kind, periods, to: [], held: [] };
        alike.set(key, same);
        return same;
      };
      for (const { kind, periods, to } of told) alikeOf(kind, periods).to.push(to);
      for (const { unit, period, by } of held) {
        alikeOf('reminder', [period]).held.push({ unit, until: by.until, decision: by.decision });
      }
      return [...alike.values()].map((each) => ({ ...about, ...each }));
    },
  );
}

/** One mail, and of what it tells. */
interface Told {
  readonly kind: 'reminder' | 'chase';
  readonly periods: readonly string[];
  readonly to: string;
}

/** What a mail that was missed on a day before tells today, no other of today tells the same one. */
function withoutCaughtUp<Hour extends { readonly at: string; readonly told: readonly Told[] }>(
  hours: readonly Hour[],
  today: string,
  { timeZone }: Pick<Regime, 'timeZone'>,
): readonly Hour[] {
  const key = ({ kind, to }: Told, period: string) => `${kind}/${period}/${to}`;
  const missed = hours.filter(({ at }) => dayOf(at, timeZone) < today);
  const caughtUp = new Set(
    missed.flatMap(({ told }) => told.flatMap((each) => each.periods.map((period) => key(each, period)))),
  );
  const leftOf = (mail: Told) => ({
    ...mail,
    periods: mail.periods.filter((period) => !caughtUp.has(key(mail, period))),
  });
  return hours.map((hour) => {
    if (dayOf(hour.at, timeZone) !== today) return hour;
    return { ...hour, told: hour.told.map(leftOf).filter(({ periods }) => periods.length > 0) };
  });
}

/** Each mail of the hour to a unit, with what will be left to say in it, and what the office holds back. */
async function saidThen(
  dependencies: Pick<Dependencies, 'table' | 'clock'>,
  regime: Regime,
  hour: ReminderHour,
): Promise<{
  readonly said: readonly Told[];
  readonly held: readonly HeldBack[];
}> {
  const today = dayOf(dependencies.clock.now(), regime.timeZone);
  const isOfToday = goesToday(dependencies, regime, hour);
  const { mails, held } = await remindersDue(dependencies, regime, hour);
  const said = await pMap(
    mails,
    async (mail) => {
      const all = mail.periods ?? [mail.period];
      const periods = isOfToday ? await periodsToRemindOf(dependencies, regime, mail, today) : all;
      return { kind: 'reminder' as const, periods, to: addressIn(mail) };
    },
    { concurrency: readAtOnce },
  );
  return { said: said.filter(({ periods }) => periods.length > 0), held };
}

/** What was missed goes out with the next run. What will be told by tomorrow nobody knows. */
function goesToday(
  { clock }: Pick<Dependencies, 'clock'>,
  { timeZone }: Regime,
  { at }: ReminderHour,
): boolean {
  const now = clock.now();
  return Date.parse(at) <= Date.parse(now) || dayOf(at, timeZone) === dayOf(now, timeZone);
}

/** The mails of the hour to the office. */
async function chasesThen(
  dependencies: Pick<Dependencies, 'table' | 'clock'>,
  regime: Regime,
  hour: ReminderHour,
): Promise<readonly Told[]> {
  const mails = chaseMails(regime, hour);
  const owed = await chasedPeriods(dependencies, regime, mails);
  const told: Told[] = [];
  for (const mail of owed.length > 0 ? mails : []) {
    const left = goesToday(dependencies, regime, hour)
      ? await periodsToChase(dependencies, regime, mail)
      : owed;
    const periods = owed.filter((period) => left.includes(period));
    if (periods.length > 0) told.push({ kind: 'chase', periods, to: mail.recipient });
  }
  return told;
}

const readAtOnce = 16;

/** Of the periods that the office is to chase then, those of which somebody still owes. */
async function chasedPeriods(
  dependencies: Pick<Dependencies, 'table'>,
  regime: Regime,
  [mail]: ReturnType<typeof chaseMails>,
): Promise<readonly string[]> {
  const owed: string[] = [];
  for (const id of mail?.periods ?? []) {
    const period = regime.periods.find((each) => each.id === id);
    if (!mail || !period) continue;
    const owing = await unitsStillOwing(dependencies, regime, { period, at: mail.scheduledAt });
    if (owing.length > 0) owed.push(id);
  }
  return owed;
}

async function othersIn(
  dependencies: Pick<Dependencies, 'table'>,
  regime: Regime,
  work: DueWork,
): Promise<readonly Found[]> {
  if (work.kind === 'opening' || work.kind === 'check' || work.kind === 'reminder') return [];
  const about = { regime, kind: work.kind, at: work.at, periods: [work.period.id] };
  switch (work.kind) {
    case 'announcement':
      return [{ ...about, to: (await announcementsDue(dependencies, regime, work)).map(addressIn) }];
    case 'interim':
      return [{ ...about, to: officeItself(regime).map(({ id }) => id) }];
    case 'final': {
      const above = await unhindered(dependencies, regime, work);
      return [{ ...about, to: [...officeItself(regime), ...above].map(({ id }) => id) }];
    }
  }
}

/** To whom above the office the schedule sends the report: nobody while nobody has filed. */
async function unhindered(
  { table }: Pick<Dependencies, 'table'>,
  regime: Regime,
  { period, at }: Extract<DueWork, { kind: 'final' }>,
): Promise<readonly Recipient[]> {
  const above = sentOnSchedule(regime, period);
  if (above.length === 0 || !isOpen(period, dayOf(at, regime.timeZone))) return [];
  for await (const { unit, ...filings } of eachUnit(table, period.id)) {
    if (countingOf(filings, unit) !== null) return above;
  }
  return [];
}

function addressIn({
  unit,
  contact,
}: {
  readonly unit: string;
  readonly contact?: string | undefined;
}): string {
  return contact === undefined ? unit : `${unit} <${contact}>`;
}
