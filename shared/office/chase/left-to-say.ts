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
 * and none of which a mail of an hour before has told it today, having waited until then; nor, where this one waited beyond its
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
  if (byHand) return periods;
  const reached = await reachedAt(table, contact ?? addressOf(regime, unit));
  const isTold = await Promise.all(
    periods.map(async (period) => {
      const asked = { ...mail, period, reached };
      const byOthers = await isToldBeside({ table, clock }, regime, asked, today);
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
  const known = regime.office.recipients.find(({ id }) => id === recipient);
  const reached = await reachedAt(table, known?.email ?? null);
  const isTold = await Promise.all(
    periods.map((period) =>
      isToldBeside({ table, clock }, regime, { recipient, period, reached, scheduledAt }, today),
    ),
  );
  return periods.filter((_, n) => !isTold[n]);
}

type Asked = Omit<ReminderMail, 'kind' | 'regime'> & { readonly reached: Reached };

/**
 * Whether another mail of the schedule has told the same address of the period today, having waited from an hour before this
 * one's, or, where this one waited beyond its own day, has told or will tell it at an hour behind.
 */
async function isToldBeside(
  { table, clock }: Needs,
  regime: Regime,
  about: ScheduledTo & {
    readonly period: string;
    readonly reached: Reached;
    readonly scheduledAt: string;
  },
  today: string,
): Promise<boolean> {
  if ((await caughtUpOn(table, regime, about, today)) !== null) return true;
  const { scheduledAt, ...asked } = about;
  if (dayOf(scheduledAt, regime.timeZone) >= today) return false;
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
