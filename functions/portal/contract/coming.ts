/** What the schedule will send by itself. */
import * as z from 'zod';
import { type Answer, Count, Day, Instant, named, PeriodId, UnitName } from './terms.ts';

export const Coming = z
  .strictObject({
    mails: z
      .array(
        z.strictObject({
          at: Instant,
          kind: z.enum(['announcement', 'reminder', 'chase', 'interim', 'final']),
          periods: z.array(PeriodId),
          titles: z.array(z.string()).describe('Of the periods, in the language asked for.'),
          count: Count,
          to: z
            .array(z.string())
            .describe(
              'Names of the first of them; of another than the registered address with role and address.',
            ),
          keptCount: Count.describe('How many mails wait: their address returns them. Not among `count`.'),
          kept: z.array(z.string()).describe('Names of the first of those.'),
          units: z
            .array(UnitName)
            .describe('The first units that a reminder goes to: those that can be held back from it.'),
          unitCount: Count.describe('How many units those are in all.'),
          heldCount: Count.describe(
            'How many units are not reminded then, by a decision of the office. Not among `count`.',
          ),
          held: z
            .array(
              z.strictObject({
                unit: UnitName,
                until: Day.describe('The last day without a reminder.'),
                decision: z.string().describe('The decision that can be taken back.'),
                others: z
                  .array(z.strictObject({ at: Instant, titles: z.array(z.string()) }))
                  .optional()
                  .describe(
                    'Reminders that go to it until that day all the same, of other periods: the first three.',
                  ),
              }),
            )
            .describe('The first of those.'),
        }),
      )
      .describe('Of the next 90 days as things stand now, in the order of their hours.'),
    unreminded: z
      .array(z.string())
      .describe('Names of the units that the regime reminds of nothing; they are told when a period opens.'),
    byHand: z.array(z.string()).describe('Names of the recipients to whom nothing goes by itself.'),
  })
  .register(named, { id: 'Coming' });
export type Coming = Answer<typeof Coming>;

export const NextReminder = z
  .strictObject({ next: Instant.nullable().describe('Null where the schedule has none then.') })
  .register(named, { id: 'NextReminder' });
export type NextReminder = Answer<typeof NextReminder>;
