/** How many of the units that owe a report filed one, and why the others did not. */
import * as z from 'zod';

/** Numbers of units. Rate = (accepted + nil) ÷ (expected − excluded); `ratio` is null ("—") where nobody is expected. */
export const Rate = z.object({
  expected: z.int(),
  excluded: z.int(),
  /** Accepted (on time or late) plus nil. */
  filed: z.int(),
  late: z.int(),
  nil: z.int(),
  missing: z.int(),
  /** Named among those not filed: their newest attempt was rejected, unreadable, or returned. */
  rejected: z.int(),
  unreadable: z.int(),
  returned: z.int(),
  extended: z.int(),
  pending: z.int(),
  /** Between 0 and 1. */
  ratio: z.number().nullable(),
  /** Of those filed, the reports and nil declarations that came by the unit's deadline and its days of grace. */
  onTime: z.int(),
  /** onTime ÷ (expected − excluded), between 0 and 1; null where nobody is expected. */
  onTimeRatio: z.number().nullable(),
});
export type Rate = Readonly<z.output<typeof Rate>>;
