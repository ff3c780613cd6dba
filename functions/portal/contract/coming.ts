/** What the schedule will send by itself. */
import * as z from 'zod';
import { type Answer, Count, Instant, named, PeriodId } from './terms.ts';

export const Coming = z
  .strictObject({
    mails: z
      .array(
        z.strictObject({
          at: Instant,
          kind: z.enum(['announcement', 'reminder', 'chase', 'interim', 'final']),
          periods: z.array(PeriodId),
          count: Count,
          to: z.array(z.string()).describe('The first of them: codes of units, or names of recipients.'),
        }),
      )
      .describe('Of the next 90 days as things stand now, in the order of their hours.'),
    byHand: z.array(z.string()).describe('Names of the recipients to whom nothing goes by itself.'),
  })
  .register(named, { id: 'Coming' });
export type Coming = Answer<typeof Coming>;
