/** More hours for many units at one press, and what the records know of interruptions. */
import * as z from 'zod';
import { mostHours } from '../../../shared/vocabulary/hours.ts';
import { mostUnits } from '../../../shared/vocabulary/most-units.ts';
import { type Answer, Count, Instant, named, PeriodId, Reason, UnitCode } from './terms.ts';

export const ProlongRequest = z
  .object({
    periods: z.array(PeriodId).min(1).max(20),
    units: z.array(UnitCode).min(1).max(mostUnits).describe('At most 100 at once.'),
    hours: z
      .int('HOURS_MISSING')
      .min(1, 'HOURS_MISSING')
      .max(mostHours, 'HOURS_MISSING')
      .describe('On top of the deadline that each unit has; the days of grace and the lock move as far.'),
    reason: Reason.describe('Told to the units, and on record.'),
    press: z
      .string()
      .min(8)
      .max(64)
      .describe(
        'Made anew for each press: sent again with the same, no hours are given twice. Names it when it is taken back.',
      ),
  })
  .register(named, { id: 'ProlongRequest' });
export type ProlongRequest = z.input<typeof ProlongRequest>;

export const Prolonged = z
  .strictObject({
    outcomes: z.array(
      z.strictObject({
        unit: UnitCode,
        periods: z.array(PeriodId).describe('In which hours were given; empty where they were refused.'),
        refused: z
          .strictObject({ code: z.string(), message: z.string() })
          .nullable()
          .describe('Why no hours were given.'),
      }),
    ),
  })
  .register(named, { id: 'Prolonged' });
export type Prolonged = Answer<typeof Prolonged>;

export const Interruptions = z
  .strictObject({
    since: Instant.describe('From when on hours were looked at.'),
    uploadsSince: Instant.describe('From when on uploads were; later than `since` where they are many.'),
    scheduleDone: Instant.nullable().describe('Up to which hour the schedule’s work is done.'),
    gaps: z
      .array(z.strictObject({ from: Instant, to: Instant }))
      .describe('The schedule’s work of these hours was done at the end of them, not hour by hour.'),
    uploads: z
      .strictObject({
        looked: Count.describe('Announced more than ten minutes ago; at most the newest 300.'),
        notCome: Count.describe('Announced, and no file came.'),
        unread: Count.describe('Come and not read yet.'),
        readLate: Count.describe('Read more than ten minutes after they came.'),
        cutOff: Count.describe('An attempt at reading was cut off.'),
      })
      .describe('Numbers of files.'),
  })
  .describe('What the records know of interruptions; requests that never came are not among it.')
  .register(named, { id: 'Interruptions' });
export type Interruptions = Answer<typeof Interruptions>;
