/** What is left to say in a reminder when its turn comes: of one thing nobody is reminded twice at once. */
import type { Dependencies } from '../../ports/dependencies.ts';
import type { OutboxRow } from '../../records/rows.ts';
import { addDays, dayOf } from '../../regime/calendar.ts';
import type { Regime } from '../../regime/regime.ts';
import { addressOf, daysPressed, pressesGoing, reachedAt, scheduledBetween } from './last-reminder.ts';
import type { ReminderMail } from './remind.ts';
import { type Reached, whatReaches } from './what-went.ts';

type Needs = Pick<Dependencies, 'table' | 'clock'>;

/**
 * The periods (ids) of which a mail of the schedule still speaks when it goes out on the day `today` (`yyyy-mm-dd`): none of
 * which the office itself reminds the unit that day, whether it pressed then or its mail waited for the address until then;
 * nor, where the mail waited beyond its own day, any of which a later hour does. Only what the address that the unit has now
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
  if (byHand || (isOfToday && contact !== undefined)) return periods;
  const reached = await reachedAt(table, contact ?? addressOf(regime, unit));
  const isTold = await Promise.all(
    periods.map(async (period) => {
      const others = isOfToday
        ? await pressedFor(table, regime, { ...mail, period, reached }, today)
        : await othersSince({ table, clock }, regime, { ...mail, period, reached }, today);
      // What waits for the address goes when mail arrives there; until then this one would not either.
      return others.some(whatReaches(period, reached));
    }),
  );
  return periods.filter((_, n) => !isTold[n]);
}

type Asked = Omit<ReminderMail, 'kind' | 'regime'> & { readonly reached: Reached };

/** The other reminders of the period that may reach the same address since the day on which the mail was due. */
async function othersSince(
  { table, clock }: Needs,
  regime: Regime,
  mail: Asked,
  today: string,
): Promise<readonly OutboxRow[]> {
  const { unit, period, contact, scheduledAt } = mail;
  const hours = { from: scheduledAt, to: clock.now() };
  const later = await scheduledBetween(table, regime, { period, unit, contact }, hours);
  return contact === undefined ? [...later, ...(await pressedFor(table, regime, mail, today))] : later;
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
