/** What the office mails by a press. */
import * as z from 'zod';
import { mostUnits } from './desk.ts';
import { type Answer, named, PeriodId, Reason } from './terms.ts';

const UnitCode = z.string().describe('The unit’s code.');

export const MailRequest = z
  .object({
    period: PeriodId,
    units: z.array(UnitCode).min(1).max(mostUnits).describe('At most 100 at once.'),
    reason: Reason.describe('On record; of a reminder it is told to the unit.'),
  })
  .register(named, { id: 'MailRequest' });

export const Mailed = z
  .strictObject({
    outcomes: z.array(
      z.strictObject({
        unit: UnitCode,
        refused: z
          .strictObject({ code: z.string(), message: z.string() })
          .nullable()
          .describe('Why nothing was mailed; null where the mail is on its way to the registered address.'),
      }),
    ),
  })
  .register(named, { id: 'Mailed' });
export type Mailed = Answer<typeof Mailed>;

export const MendRequest = z
  .object({
    period: PeriodId.describe('Where it is noted.'),
    unit: UnitCode,
    address: z.email('BODY_INVALID'),
    reason: Reason,
  })
  .register(named, { id: 'MendRequest' });

export const Mended = z.strictObject({ mended: z.literal(true) }).register(named, { id: 'Mended' });
export type Mended = Answer<typeof Mended>;
