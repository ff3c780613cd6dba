/** Until when units have now, and until when they would have: of each its own deadline, not that of the others. */
import type { Reachable } from './deciding.ts';
import { dateTime, dayOf } from './words.ts';

/** Units that have until the same second. */
export interface SameDue {
  /** ISO 8601. */
  readonly due: string;
  /** Later than the deadline common to all. */
  readonly isOwn: boolean;
  readonly units: readonly Reachable[];
}

/** Earliest first. Who has no deadline is left out. */
export function byDue(units: readonly Reachable[], common: string | null): readonly SameDue[] {
  const found = new Map<number, SameDue>();
  for (const unit of units) {
    if (unit.due == null) continue;
    const at = Date.parse(unit.due);
    const isOwn = common !== null && at > Date.parse(common);
    const others = found.get(at)?.units ?? [];
    found.set(at, { due: unit.due, isOwn, units: [...others, unit] });
  }
  return [...found].toSorted(([a], [b]) => a - b).map(([, same]) => same);
}

/** Whom more time until the end of a day (`yyyy-mm-dd`, in `zone`) gives any, and who has as much or more already. */
export function extendedUntil(
  units: readonly Reachable[],
  day: string,
  zone: string,
): { readonly moved: readonly Reachable[]; readonly kept: readonly Reachable[] } {
  const isMoved = ({ due }: Reachable) => due == null || endsBefore(due, day, zone);
  return { moved: units.filter(isMoved), kept: units.filter((unit) => !isMoved(unit)) };
}

/** Whether the second comes before the last minute of the day. */
function endsBefore(due: string, day: string, zone: string): boolean {
  const dueDay = dayOf(Date.parse(due), zone);
  return dueDay < day || (dueDay === day && dateTime(due, zone)?.slice(-5) !== '23:59');
}
