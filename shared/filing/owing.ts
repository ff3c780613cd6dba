/** Apart from what works a duty out: the page asks it too, and must not load the schemas of all that was filed. */
import type { DutyStatus } from '../vocabulary/duty-states.ts';

/** Whether the unit is still to be asked for its report; one that was granted an extension is not, until it ends. */
export function isOwing(status: DutyStatus): boolean {
  return status === 'missing' || status === 'overdue' || status === 'returned';
}

/** Whether what is owed has come, in time or late, or there is nothing to report. */
export function isFiled(status: DutyStatus): boolean {
  return status === 'on-time' || status === 'late' || status === 'nil';
}
