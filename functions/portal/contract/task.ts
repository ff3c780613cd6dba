/** The duty as the reading engine takes it, so that a file can be judged in the browser before it travels. */
import * as z from 'zod';
import * as regime from '../../../shared/regime/regime.ts';
import { named, PeriodId, Text } from './terms.ts';

/** What the regime may leave out is answered all the same. */
const given = { aliases: z.array(z.string()) };

const Unit = regime.Unit.pick({ code: true, name: true, kind: true, parent: true })
  .extend(given)
  .register(named, { id: 'TaskUnit' });

const Period = regime.Period.pick({
  kind: true,
  assignedTo: true,
  window: true,
  cumulativeFrom: true,
  previous: true,
  deadline: true,
})
  .extend({ id: PeriodId, title: Text, ...given })
  .register(named, { id: 'TaskPeriod' });

const Section = regime.Section.pick({ id: true }).extend({ title: Text, optional: z.boolean(), ...given });
const Indicator = regime.Indicator.extend({ name: Text, ...given });
const Check = regime.Check.extend({ message: Text });

export const DutyTask = z
  .strictObject({
    unit: Unit,
    period: Period,
    regime: z.strictObject({
      year: z.int(),
      language: regime.Regime.shape.language,
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
/** Mutable, as the engine's own types are. */
export type DutyTask = z.output<typeof DutyTask>;
