/** What is left to say in a reminder when its turn comes: of one thing nobody is reminded twice at once. */
import type { Dependencies } from '../../ports/dependencies.ts';
import { remindersByHand } from '../../records/outbox.ts';
import type { OutboxRow } from '../../records/rows.ts';
import { dayOf } from '../../regime/calendar.ts';
import type { Regime } from '../../regime/regime.ts';
import { daysPressed, registered, scheduledBetween } from './last-reminder.ts';
import type { ReminderMail } from './remind.ts';
import { whatWent } from './what-went.ts';

type Needs = Pick<Dependencies, 'table' | 'clock'>;

/**
 * The periods (ids) of which a mail of the schedule still speaks when it goes out on the day `today` (`yyyy-mm-dd`): none of
 * which the office itself reminds the unit that day, nor, where the mail waited beyond its own day, any of which a later hour
 * does. A press reaches the registered address alone: heads and others are told by the schedule. Empty where the mail does
 * not go.
 */
export async function periodsToRemindOf(
  { table, clock }: Needs,
  regime: Regime,
  mail: Omit<ReminderMail, 'kind' | 'regime'>,
  today: string,
): Promise<readonly string[]> {
  const { byHand, contact, unit, periods = [mail.period] } = mail;
  if (byHand) return periods;
  const isTold = await Promise.all(
    periods.map(async (period) => {
      const others = await othersThen({ table, clock }, regime, { ...mail, period }, today);
      if (others.length === 0) return false;
      const addresses = contact === undefined ? registered(regime, unit) : [contact];
      // What waits for the address goes when mail arrives there; until then this one would not either.
      return others.some(await whatWent(table, { addresses, period, alsoWithheld: true }));
    }),
  );
  return periods.filter((_, n) => !isTold[n]);
}

/** The other reminders of the period that may reach the same address on that day. */
async function othersThen(
  needs: Needs,
  regime: Regime,
  { unit, period, contact, scheduledAt }: Omit<ReminderMail, 'kind' | 'regime'>,
  today: string,
): Promise<readonly OutboxRow[]> {
  const { table, clock } = needs;
  const day = dayOf(scheduledAt, regime.timeZone);
  if (day >= today) {
    return contact === undefined ? (await remindersByHand(table, { period, unit, day: today })).rows : [];
  }
  const hours = { from: scheduledAt, to: clock.now() };
  const later = await scheduledBetween(table, regime, { period, unit, contact }, hours);
  if (contact !== undefined) return later;
  const days = await daysPressed(table, regime, { period, unit });
  const pressed = await Promise.all(days.map(async (on) => (await remindersByHand(table, on)).rows));
  // One that went before this mail was due took nothing from it.
  const isSince = ({ sentAt }: OutboxRow) => sentAt === null || dayOf(sentAt, regime.timeZone) >= day;
  return [...later, ...pressed.flat().filter(isSince)];
}
