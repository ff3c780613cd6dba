/** Whether a file came in time, as its receipt says it. */

import type { Period, Regime } from '../regime/regime.ts';
import type { Text } from '../vocabulary/text.ts';
import { cameAt, candidates, firstFiled, notedDay } from './counting.ts';
import { deadlineOf, ruleSentence } from './deadline.ts';
import { isAfter } from './duty.ts';
import type { Filings } from './filings.ts';
import type { Version } from './version.ts';

export interface Timeliness {
  readonly late: boolean;
  /** The last valid second, ISO 8601 with offset, extension and guidance honoured. */
  readonly due: string;
  /** The sentence that explains the deadline. */
  readonly rule: Text;
  /** Of an entry of the office's: the day on which by its note the paper came; absent without one. */
  readonly notedDay?: string;
}

/** By the deadline that holds for the unit now; null where there is no date. */
export function timelinessOf(
  filings: Filings,
  { regime, period }: { readonly regime: Regime; readonly period: Period },
  version: Version,
): Timeliness | null {
  const { unit, upload, receivedAt } = version;
  const { timeZone } = regime;
  const deadline = deadlineOf({ regime, period, unit, decisions: filings.decisions });
  const { due, onTimeUntil } = deadline;
  if (due === null) return null;
  // A correction of a report that was on time is on time.
  const could = candidates(filings, unit).some(({ ulid }) => ulid === upload);
  const first = could ? firstFiled(filings, unit, timeZone) : null;
  const late = isAfter(first ? cameAt(filings, first, timeZone) : receivedAt, onTimeUntil);
  const day = notedDay(filings, version);
  const rule = ruleSentence(period, deadline, timeZone);
  return { late, due, rule, ...(day !== null && { notedDay: day }) };
}
