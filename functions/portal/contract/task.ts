/** The duty as the reading engine takes it, so that a file can be judged in the browser before it travels. */
import * as z from 'zod';
import { Day, named, PeriodId, PeriodKind, Text, UnitKind } from './terms.ts';

const Unit = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    kind: UnitKind,
    parent: z.string(),
    aliases: z.array(z.string()),
  })
  .register(named, { id: 'TaskUnit' });

const Period = z
  .strictObject({
    id: PeriodId,
    title: Text,
    kind: PeriodKind,
    assignedTo: z.array(UnitKind),
    window: z.strictObject({ from: Day, to: Day }).optional(),
    cumulativeFrom: Day.optional(),
    previous: PeriodId.optional(),
    deadline: z.discriminatedUnion('rule', [
      z.strictObject({ rule: z.literal('by'), date: Day }),
      z.strictObject({ rule: z.literal('before'), date: Day }),
      z.strictObject({ rule: z.literal('on-guidance') }),
    ]),
    aliases: z.array(z.string()),
  })
  .register(named, { id: 'TaskPeriod' });

const Section = z.strictObject({ id: z.string(), title: Text, aliases: z.array(z.string()) });

const Indicator = z.strictObject({
  code: z.string(),
  section: z.string(),
  name: Text,
  unitOfMeasure: z.string(),
  type: z.enum(['count', 'percent', 'date', 'text']),
  acrossUnits: z.enum(['sum', 'derived', 'none']),
  acrossPeriods: z.enum(['sum', 'first', 'last', 'derived']),
  formula: z.string().optional(),
  aliases: z.array(z.string()),
});

const Check = z.strictObject({
  id: z.string(),
  severity: z.enum(['error', 'warning']),
  rule: z.string(),
  message: Text,
  needs: z.enum(['this-report', 'other-report', 'narrative']),
  forEach: z.array(z.string()).optional(),
});

export const DutyTask = z
  .strictObject({
    unit: Unit,
    period: Period,
    regime: z.strictObject({
      year: z.int(),
      authority: z.strictObject({ code: z.string(), name: z.string() }),
      sections: z.array(Section),
      indicators: z.array(Indicator),
      checks: z.array(Check),
      units: z.array(Unit),
      periods: z.array(Period),
    }),
  })
  .describe('What a file for this duty is judged by. Nobody’s address is in it.')
  .register(named, { id: 'DutyTask' });
