/** What the office itself puts into the report: which sentences, its number and day, and whose place it takes. */
import * as z from 'zod';
import { Day } from '../vocabulary/codes.ts';

export const Paper = z.object({
  /** Sentences of units by id: `in` stand first, in that order; `out` do not stand in the report. */
  choices: z.object({ in: z.array(z.string()), out: z.array(z.string()) }).default({ in: [], out: [] }),
  /** The report's number, such as "45"; null until the office has entered it. */
  number: z.string().nullable().default(null),
  date: Day.nullable().default(null),
  /** The issued report whose place this one takes. */
  replaces: z.object({ number: z.string(), date: Day }).nullable().default(null),
});
export type Paper = z.output<typeof Paper>;

/** Nothing chosen by hand, and nothing entered yet. */
export const blankPaper: Paper = { choices: { in: [], out: [] }, number: null, date: null, replaces: null };
