/** What is left to say in a mail of the chase when its turn comes: of one thing nobody is told twice on one day. */
import type { Dependencies } from '../../ports/dependencies.ts';
import type { OutboxRow } from '../../records/rows.ts';
import { addDays, dayOf } from '../../regime/calendar.ts';
import type { Regime } from '../../regime/regime.ts';
import {
  addressOf,
  caughtUpOn,
  daysPressed,
  pressesGoing,
  reachedAt,
  type ScheduledTo,
  scheduledBetween,
} from './last-reminder.ts';
import type { ChaseMail, ReminderMail } from './remind.ts';
import { type Reached, whatReaches } from './what-went.ts';

type Needs = Pick<Dependencies, 'table' | 'clock'>;

/**
 * The periods (ids) of which a mail of the schedule still speaks when it goes out on the day `today` (`yyyy-mm-dd`): none of
 * which the office itself reminds the unit that day, whether it pressed then or its mail waited for the address until then,
 * and none of which a mail of a day before has told it today, having waited until then; nor, where this one waited beyond its
 * own day, any of which a later hour tells. Only what the address that the unit has now
 * has got, or gets, leaves something out. A press reaches the registered address alone: heads and others are told by the
 * schedule. Empty where the mail does not go.
 */
export async function periodsToRemindOf(
  { table, clock }: Needs,
  regime: Regime,
  mail: Omit<ReminderMail, 'kind' | 'regime'>,
  today: string,
): Promise<readonly string[]> {
  const { byHand, contact, unit, periods = [mail.period] } = mail;
  const isOfToday = dayOf(mail.scheduledAt, regime.timeZone) >= today;
  if (byHand) return periods;
  const reached = await reachedAt(table, contact ?? addressOf(regime, unit));
  const isTold = await Promise.all(
    periods.map(async (period) => {
      const asked = { ...mail, period, reached };
      const byOthers = isOfToday
        ? (await caughtUpOn(table, regime, asked, today)) !== null
        : await isToldSince({ table, clock }, regime, asked);
      if (byOthers || contact !== undefined) return byOthers;
      // What waits for the address goes when mail arrives there; until then this one would not either.
      return (await pressedFor(table, regime, asked, today)).some(whatReaches(period, reached));
    }),
  );
  return periods.filter((_, n) => !isTold[n]);
}

/** The same of a mail that tells one of the office who owes, which no press does. */
export async function periodsToChase(
  { table, clock }: Needs,
  regime: Regime,
  { periods, recipient, scheduledAt }: Omit<ChaseMail, 'kind' | 'regime'>,
): Promise<readonly string[]> {
  const today = dayOf(clock.now(), regime.timeZone);
  const isOfToday = dayOf(scheduledAt, regime.timeZone) >= today;
  const known = regime.office.recipients.find(({ id }) => id === recipient);
  const reached = await reachedAt(table, known?.email ?? null);
  const isTold = await Promise.all(
    periods.map(async (period) => {
      const asked = { recipient, period, reached, scheduledAt };
      return isOfToday
        ? (await caughtUpOn(table, regime, asked, today)) !== null
        : isToldSince({ table, clock }, regime, asked);
    }),
  );
  return periods.filter((_, n) => !isTold[n]);
}

type Asked = Omit<ReminderMail, 'kind' | 'regime'> & { readonly reached: Reached };

/** Whether the schedule has told, or will tell, the same address of the period at an hour behind the mail's own. */
async function isToldSince(
  { table, clock }: Needs,
  regime: Regime,
  {
    scheduledAt,
    ...asked
  }: ScheduledTo & {
    readonly period: string;
    readonly reached: Reached;
    readonly scheduledAt: string;
  },
): Promise<boolean> {
  const later = await scheduledBetween(table, regime, asked, { from: scheduledAt, to: clock.now() });
  return later.some(whatReaches(asked.period, asked.reached));
}

/** The presses for the period that went on the mail's own day or since, or have not gone yet: one that went before took nothing from it. */
async function pressedFor(
  table: Needs['table'],
  regime: Regime,
  { unit, period, scheduledAt, reached }: Asked,
  today: string,
): Promise<readonly OutboxRow[]> {
  const day = dayOf(scheduledAt, regime.timeZone);
  // The mail service may take on the next day what was pressed before midnight; only for an address of which something is
  // known does a mail wait longer.
  const isLookedFor = day < today || reached.mark !== null;
  const days = isLookedFor ? await daysPressed(table, regime, { period, unit }) : [];
  const all = new Set([addDays(today, -1), today, ...days.map((pressed) => pressed.day)]);
  return pressesGoing(table, regime, { period, unit, days: [...all], from: day });
}
