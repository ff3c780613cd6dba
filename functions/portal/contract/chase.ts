/** What the office mails by a press. */
import * as z from 'zod';
import { mostUnits } from '../../../shared/vocabulary/most-units.ts';
import { type Answer, Instant, named, PeriodId, Reason, UnitCode } from './terms.ts';

export const MailRequest = z
  .object({
    period: PeriodId,
    units: z.array(UnitCode).min(1).max(mostUnits).describe('At most 100 at once.'),
    reason: Reason.describe('On record; of a reminder it is told to the unit.'),
  })
  .register(named, { id: 'MailRequest' });

export const ReachRequest = MailRequest.pick({ period: true, units: true })
  .extend({ mail: z.enum(['reminder', 'link']) })
  .register(named, { id: 'ReachRequest' });

export const PreviewRequest = z
  .object({ period: PeriodId, unit: UnitCode, reason: z.string().max(1000).default('') })
  .register(named, { id: 'PreviewRequest' });

export const MailPreview = z
  .strictObject({ to: z.email(), subject: z.string(), text: z.string() })
  .describe('The mail as a press would send it now; its link is made as it goes.')
  .register(named, { id: 'MailPreview' });
export type MailPreview = Answer<typeof MailPreview>;

export const Reach = z
  .strictObject({
    units: z.array(
      z.strictObject({
        unit: UnitCode,
        hindered: z
          .strictObject({
            code: z.string(),
            message: z.string(),
            since: Instant.nullable().describe('When it was reminded, or since when mail comes back.'),
          })
          .nullable()
          .describe('Why nothing would be mailed; null where a mail would go.'),
      }),
    ),
  })
  .describe('Whom a press would reach now. Nothing is mailed by it.')
  .register(named, { id: 'Reach' });
export type Reach = Answer<typeof Reach>;

export const RemindedRequest = MailRequest.pick({ period: true, units: true }).register(named, {
  id: 'RemindedRequest',
});

export const Reminded = z
  .strictObject({
    units: z.array(
      z.strictObject({
        unit: UnitCode,
        at: Instant.nullable().describe('Null where it never was.'),
        waits: z.boolean().optional().describe('What was queued then has not gone yet.'),
        failed: z
          .strictObject({ at: Instant, why: z.enum(['returned', 'withheld']) })
          .nullable()
          .optional()
          .describe(
            'A reminder since then that reached nobody: `returned`: the other side did not take it; `withheld`: kept until its address is mended.',
          ),
        note: z
          .strictObject({ at: Instant, text: z.string() })
          .nullable()
          .optional()
          .describe('What somebody of the office noted last of it.'),
      }),
    ),
  })
  .describe('When each was reminded last of the period, and what was noted last of it.')
  .register(named, { id: 'Reminded' });
export type Reminded = Answer<typeof Reminded>;

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
    period: PeriodId.optional().describe('Where it is noted of a unit.'),
    unit: UnitCode.optional().describe('Left out where the address is a recipient’s of the office.'),
    address: z.email(),
    reason: Reason,
  })
  .refine(
    ({ period, unit }) => (period === undefined) === (unit === undefined),
    'period and unit go together',
  )
  .register(named, { id: 'MendRequest' });

export const Mended = z.strictObject({ mended: z.literal(true) }).register(named, { id: 'Mended' });
export type Mended = Answer<typeof Mended>;

export const MendOwnRequest = z.object({ reason: Reason }).register(named, { id: 'MendOwnRequest' });
