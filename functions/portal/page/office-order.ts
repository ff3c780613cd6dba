/** What the office looks at first: periods with open work, and in each of them the units that still owe something. */
import type { DutyStatus } from '../../../shared/vocabulary/duty-states.ts';
import type { OfficePeriod, OfficeUnit } from '../contract/office.ts';
import { groupOf } from './duty-order.ts';

/** What asks for the office's attention stands above what is done. */
const attention: readonly DutyStatus[] = [
  'overdue',
  'returned',
  'missing',
  'extended',
  'not-due',
  'awaiting-guidance',
  'late',
  'on-time',
  'nil',
  'excluded',
];

export function hasOpenWork({ units }: OfficePeriod): boolean {
  return units.some(({ status }) => groupOf[status] === 'todo');
}

/** True where nothing has come and nothing was made: such a period is folded. */
export function isUntouched({ units, reports }: OfficePeriod): boolean {
  return (
    reports.length === 0 &&
    units.every(({ filedAt, attempt, reason }) => filedAt === null && attempt === null && reason === null)
  );
}

/** Periods with open work first; within both, the newest deadline first and those without one last. */
export function orderPeriods(periods: readonly OfficePeriod[]): readonly OfficePeriod[] {
  const deadline = ({ due }: OfficePeriod) => (due === null ? Number.NEGATIVE_INFINITY : Date.parse(due));
  return [...periods].sort((a, b) => {
    const openFirst = Number(hasOpenWork(b)) - Number(hasOpenWork(a));
    // Two periods without a deadline: infinity minus itself is no number.
    return openFirst || deadline(b) - deadline(a) || 0;
  });
}

/** Units by what they stand at, without empty groups; within one in the regime's order. */
export function groupUnits(
  units: readonly OfficeUnit[],
): readonly { readonly status: DutyStatus; readonly units: readonly OfficeUnit[] }[] {
  return attention
    .map((status) => ({ status, units: units.filter((unit) => unit.status === status) }))
    .filter((group) => group.units.length > 0);
}
