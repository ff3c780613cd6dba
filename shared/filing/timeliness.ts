/** Whether a file came in time, as its receipt says it. */

import type { Period, Regime } from '../regime/regime.ts';
import type { Text } from '../vocabulary/text.ts';
import { cameAt, firstFiled } from './counting.ts';
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
}

/** By the deadline that holds for the unit now; null where there is no date. */
export function timelinessOf(
  filings: Filings,
  { regime, period }: { readonly regime: Regime; readonly period: Period },
  { unit, receivedAt, state }: Pick<Version, 'unit' | 'receivedAt' | 'state'>,
): Timeliness | null {
  const deadline = deadlineOf({ regime, period, unit, decisions: filings.decisions });
  const { due, onTimeUntil } = deadline;
  if (due === null) return null;
  // A correction of a report that was on time is on time.
  const first = state === 'rejected' || state === 'unreadable' ? null : firstFiled(filings, unit);
  const late = isAfter(first ? cameAt(filings, first) : receivedAt, onTimeUntil);
  return { late, due, rule: ruleSentence(period, deadline, regime.timeZone) };
}
