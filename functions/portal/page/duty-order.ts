/** Which duties ask for something, in the order a unit should look at them, and what there is to say of each. */
import type { DutyStatus } from '../../../shared/vocabulary/duty-states.ts';
import { deadlineWords } from '../../../shared/wording/deadlines.ts';
import type { Duty } from '../contract/duties.ts';
import { dateTime } from './words.ts';

export type DutyGroup = 'todo' | 'coming' | 'waiting' | 'done';

export const groupOf: Record<DutyStatus, DutyGroup> = {
  overdue: 'todo',
  returned: 'todo',
  missing: 'todo',
  extended: 'todo',
  // Its period has not opened: the portal would refuse a file.
  'not-due': 'coming',
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
  return (['todo', 'coming', 'waiting', 'done'] as const)
    .map((group) => ({
      group,
      duties: duties
        .filter(({ status }) => groupOf[status] === group)
        .sort((a, b) => urgency(a) - urgency(b) || distance(a, group) - distance(b, group)),
    }))
    .filter(({ duties: found }) => found.length > 0);
}

function urgency({ status }: Duty): number {
  return status === 'overdue' ? 0 : status === 'returned' ? 1 : 2;
}

/** Smaller stands first; a duty without a deadline stands last in every group. */
function distance({ due }: Duty, group: DutyGroup): number {
  if (due === null) return Number.MAX_SAFE_INTEGER;
  return group === 'done' ? -Date.parse(due) : Date.parse(due);
}

/** True where the sentence of the rule tells more than the date shown beside it: "before", an extension, grace. */
export function ruleSaysMore({
  due,
  ruleText,
  timeZone,
}: Pick<Duty, 'due' | 'ruleText' | 'timeZone'>): boolean {
  const day = due === null ? null : dateTime(due, timeZone)?.slice(0, 10);
  return day == null || !Object.values(deadlineWords.by(day)).includes(ruleText);
}
