/** What the portal tells of a duty so that the engine can judge a file for it, parsed before it is believed. */
import * as z from 'zod/mini';
import type { Task } from '../../../../shared/reading/model/reading.ts';

const text = z.object({ vi: z.string(), en: z.string() });
const unitKind = z.enum(['phòng', 'đơn vị trực thuộc', 'chi nhánh']);

const unit = z.object({
  code: z.string(),
  name: z.string(),
  kind: unitKind,
  parent: z.string(),
  aliases: z.array(z.string()),
});

const period = z.object({
  id: z.string(),
  title: text,
  kind: z.enum(['plan', 'periodic', 'review']),
  assignedTo: z.array(unitKind),
  window: z.optional(z.object({ from: z.string(), to: z.string() })),
  cumulativeFrom: z.optional(z.string()),
  previous: z.optional(z.string()),
  deadline: z.discriminatedUnion('rule', [
    z.object({ rule: z.literal('by'), date: z.string() }),
    z.object({ rule: z.literal('before'), date: z.string() }),
    z.object({ rule: z.literal('on-guidance') }),
  ]),
  aliases: z.array(z.string()),
});

const indicator = z.object({
  code: z.string(),
  section: z.string(),
  name: text,
  unitOfMeasure: z.string(),
  type: z.enum(['count', 'percent', 'date', 'text']),
  acrossUnits: z.enum(['sum', 'derived', 'none']),
  acrossPeriods: z.enum(['sum', 'first', 'last', 'derived']),
  formula: z.optional(z.string()),
  aliases: z.array(z.string()),
});

const check = z.object({
  id: z.string(),
  severity: z.enum(['error', 'warning']),
  rule: z.string(),
  message: text,
  needs: z.enum(['this-report', 'other-report', 'narrative']),
  forEach: z.optional(z.array(z.string())),
});

const taskAnswer = z.object({
  unit,
  period,
  regime: z.object({
    year: z.number(),
    authority: z.object({ code: z.string(), name: z.string() }),
    sections: z.array(z.object({ id: z.string(), title: text, aliases: z.array(z.string()) })),
    indicators: z.array(indicator),
    checks: z.array(check),
    units: z.array(unit),
    periods: z.array(period),
  }),
});

/** The task of every file of that duty; null where the answer is none. */
export function taskOf(answer: unknown): Omit<Task, 'fileName'> | null {
  const parsed = z.safeParse(taskAnswer, answer);
  return parsed.success ? parsed.data : null;
}
