/** Which duties ask for something, in the order a unit should look at them. */
import type { DutyStatusName } from '../../../shared/wording/statuses.ts';
import type { Duty } from './answers.ts';

export type DutyGroup = 'todo' | 'waiting' | 'done';

export const groupOf: Record<DutyStatusName, DutyGroup> = {
  overdue: 'todo',
  returned: 'todo',
  missing: 'todo',
  extended: 'todo',
  'not-due': 'todo',
  'awaiting-guidance': 'waiting',
  'on-time': 'done',
  late: 'done',
  nil: 'done',
  excluded: 'done',
};

/** Late and returned first, then by deadline; done ones newest first. Groups without a duty are left out. */
export function groupDuties(
  duties: readonly Duty[],
): readonly { group: DutyGroup; duties: readonly Duty[] }[] {
  return (['todo', 'waiting', 'done'] as const)
    .map((group) => ({
      group,
      duties: duties
        .filter(({ status }) => groupOf[status] === group)
        .sort((a, b) => urgency(a) - urgency(b) || (group === 'done' ? -1 : 1) * (dueTime(a) - dueTime(b))),
    }))
    .filter(({ duties: found }) => found.length > 0);
}

function urgency({ status }: Duty): number {
  return status === 'overdue' ? 0 : status === 'returned' ? 1 : 2;
}

function dueTime({ due }: Duty): number {
  return due === null ? Number.MAX_SAFE_INTEGER : Date.parse(due);
}
