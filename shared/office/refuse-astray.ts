import { isAstray } from '../regime/calendar.ts';
import type { Regime } from '../regime/regime.ts';
import { shortDay } from '../wording/vietnamese.ts';
import { Refused } from './refused.ts';

/** A day typed in another century would keep its unit from being reminded for ever. Throws Refused. */
export function refuseAstray({ year }: Pick<Regime, 'year'>, day: string): void {
  if (isAstray(day, { year })) throw new Refused('DAY_ASTRAY', { day: shortDay(day), year: String(year) });
}
