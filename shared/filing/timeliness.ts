/** Whether a file came in time, as its receipt says it. */

import type { Period, Regime } from '../regime/regime.ts';
import type { Text } from '../vocabulary/text.ts';
import { cameAt, candidates, firstFiled, notedDay, takenAway } from './counting.ts';
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
  /** Of a file that came after the deadline and is in time all the same: the unit's earlier report by which it is. */
  readonly datedBy?: {
    /** When that one came, ISO 8601. */
    readonly at: string;
    /** The day on which by the office's note the paper came of which that one is the entry. */
    readonly notedDay?: string;
  };
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
  const could = candidates(filings, unit).some(({ ulid }) => ulid === upload);
  // What was left out never was the unit's report: it is judged by itself alone.
  const isLeftOut = takenAway(filings, unit).get(upload)?.kind === 'exclude-version';
  const own = could ? cameAt(filings, version, timeZone) : receivedAt;
  // A correction of a report that was on time is on time.
  const first = could && !isLeftOut ? firstFiled(filings, unit, timeZone) : null;
  const late = isAfter(first ? cameAt(filings, first, timeZone) : own, onTimeUntil);
  const dating = first && !late && isAfter(own, onTimeUntil) ? first : null;
  return {
    late,
    due,
    rule: ruleSentence(period, deadline, timeZone),
    ...dayOf(filings, version),
    ...(dating && { datedBy: { at: dating.receivedAt, ...dayOf(filings, dating) } }),
  };
}

function dayOf(filings: Filings, version: Version): { readonly notedDay?: string } {
  const day = notedDay(filings, version);
  return day === null ? {} : { notedDay: day };
}
