/** What the office sees with a link of its own. */
import * as z from 'zod';
import { Finding } from '../../../shared/vocabulary/finding.ts';
import {
  type Answer,
  BouncedAddress,
  Count,
  Day,
  Due,
  DutyStatus,
  Instant,
  named,
  PeriodId,
  Sha256,
  TimeZone,
  UnitName,
  UploadId,
  VerdictState,
} from './terms.ts';

const Role = z
  .enum(['decides', 'reads'])
  .describe('`reads`: looks and downloads; `decides`: decides too, on a device on which a code was entered.')
  .register(named, { id: 'Role' });

const Rate = z
  .strictObject({
    expected: Count,
    excluded: Count,
    filed: Count.describe('On time, late and nil.'),
    late: Count,
    nil: Count,
    missing: Count,
    rejected: Count.describe('Not filed: the newest attempt was rejected.'),
    unreadable: Count,
    returned: Count,
    extended: Count,
    pending: Count.describe('Received and not yet read.'),
    ratio: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .describe('filed ÷ (expected − excluded), 0 to 1; null where nobody is expected.'),
    onTime: Count.describe('Of those filed, by the deadline and its days of grace; nil too.'),
    onTimeRatio: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .describe('onTime ÷ (expected − excluded), 0 to 1; null where nobody is expected.'),
  })
  .describe('Numbers of units.')
  .register(named, { id: 'Rate' });

const Attempt = z.strictObject({
  upload: UploadId,
  fileName: z.string(),
  state: VerdictState,
  receivedAt: Instant,
  firstFinding: Finding.nullable(),
});

const OfficeUnit = z
  .strictObject({
    unit: UnitName,
    status: DutyStatus,
    filedAt: Instant.nullable().describe('When the file that counts arrived, or nil was declared.'),
    judgedAt: Instant.optional().describe(
      'By when it is judged on time or late where that is not `filedAt`: its first file, or the day noted of a paper.',
    ),
    attempt: Attempt.nullable().describe('The newest file where it does not count.'),
    reason: z.string().nullable().describe('Given with nil, extension, return or exclusion.'),
    email: z
      .email()
      .optional()
      .describe('The unit’s registered address; left out where the regime has the unit no more.'),
    phone: z.string().optional().describe('Left out where the regime names none.'),
    askedUntil: Day.nullable()
      .optional()
      .describe('The day until which it asks for time; null where no request waits for an answer.'),
    ownDue: Instant.optional().describe('Its own last valid second, where it has more time than the others.'),
    prolonged: z
      .array(
        z.strictObject({
          press: z.string().nullable().describe('Shared by all units that got hours at one press.'),
          hours: z.int(),
          decidedAt: Instant,
        }),
      )
      .optional()
      .describe('The hours it was given, those in force; left out where there are none.'),
    held: z
      .strictObject({ until: Day.describe('The last day without.'), reason: z.string() })
      .optional()
      .describe('It owes the report, and the office does not let it be reminded; left out where it is.'),
    bounced: z
      .boolean()
      .optional()
      .describe('Mail to one of its addresses does not arrive; nothing goes there.'),
    bouncedSince: Instant.optional().describe('Since when; left out where mail arrives.'),
  })
  .register(named, { id: 'OfficeUnit' });

export type OfficeUnit = Answer<typeof OfficeUnit>;

const Next = z
  .string()
  .nullable()
  .describe('The code after which the next page of units begins; null at the end.');

/** A page of a period of very many units. */
export const OfficeUnits = z
  .strictObject({ units: z.array(OfficeUnit).describe('By code.'), next: Next })
  .register(named, { id: 'OfficeUnits' });
export type OfficeUnits = Answer<typeof OfficeUnits>;

const OfficePeriod = z
  .strictObject({
    period: PeriodId,
    title: z.string().describe('In the language asked for.'),
    status: z
      .enum(['open', 'awaiting-guidance'])
      .describe(
        '`awaiting-guidance`: a review without a date yet; nobody is expected, so its rate is all 0.',
      ),
    due: Due,
    rate: Rate,
    asOf: Instant.optional().describe(
      'As of when the rate is: of very many units it is counted once an hour.',
    ),
    units: z
      .array(OfficeUnit)
      .describe('In the regime’s order; of more than a thousand the first page, by code.'),
    next: Next.optional(),
    reports: z
      .array(
        z.strictObject({
          run: z.string().describe('The run that made the consolidated report.'),
          kind: z.enum(['interim', 'final']).describe('`interim`: how far it had come, not yet issued.'),
          edition: z.int().describe('Of a final one: 1 is the first issued, 2 and more correct it.'),
          scheduledAt: Instant.describe('As of when.'),
          stale: z.boolean().describe('The report issued last, and what is filed has changed since.'),
          signed: z
            .strictObject({ number: z.string(), day: Day, pdf: Sha256.describe('The signed file.') })
            .nullable()
            .optional()
            .describe('As what it was issued; null where it is a draft.'),
          files: z.array(z.string()).describe('The names of its documents.'),
        }),
      )
      .describe('Oldest first.'),
  })
  .register(named, { id: 'OfficePeriod' });

export type OfficePeriod = Answer<typeof OfficePeriod>;

export const OfficeView = z
  .strictObject({
    recipient: z.string().describe('Whose link this is.'),
    role: Role,
    device: z
      .strictObject({ until: Instant })
      .nullable()
      .describe('Until when this browser may decide; null: a code has to be entered first.'),
    regime: z.string().describe('The regime’s title, in the language asked for.'),
    timeZone: TimeZone,
    everyUnit: z
      .strictObject({
        count: z.int(),
        first: z.array(UnitName).describe('In the regime’s order; at most 30.'),
      })
      .describe('Whom a report asked of every unit would be asked of today.'),
    bounced: z
      .array(
        BouncedAddress.extend({
          name: z.string().describe('Of the recipient.'),
          own: z.boolean().describe('It is the address of whose link this is.'),
        }),
      )
      .optional()
      .describe('Addresses of the office, and of those above it, at which nothing arrives.'),
    periods: z
      .array(OfficePeriod)
      .describe('Open ones and reviews that await guidance, in the regime’s order.'),
  })
  .register(named, { id: 'OfficeView' });
export type OfficeView = Answer<typeof OfficeView>;
