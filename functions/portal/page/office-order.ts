/** What the office looks at first: periods with open work. */
import type { OfficePeriod } from '../contract/office.ts';
import { groupOf } from './duty-order.ts';

/** Of very many units only the first page is here: of the others the rate tells, which may be an hour old. */
export function hasOpenWork({ units, next = null, rate }: OfficePeriod): boolean {
  const beyond = next !== null && rate.filed < rate.expected - rate.excluded;
  return beyond || units.some(({ status }) => groupOf[status] === 'todo');
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

/** Whether somebody still owes it after its deadline; `now` in ms since 1970. */
export function isOverdue({ due, rate }: Pick<OfficePeriod, 'due' | 'rate'>, now: number): boolean {
  return due !== null && Date.parse(due) < now && rate.filed < rate.expected - rate.excluded;
}

type Report = OfficePeriod['reports'][number];

/** The newest of the reports, where it is newer than this one, which nobody has issued; else null. */
export function newerThan(reports: readonly Report[], { scheduledAt, signed }: Report): Report | null {
  if (signed) return null;
  return reports.findLast((each) => Date.parse(each.scheduledAt) > Date.parse(scheduledAt)) ?? null;
}
