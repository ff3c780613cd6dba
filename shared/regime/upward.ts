/** By when a report goes to those above the office, and how long that is. */
import { type TimeLeft, timeLeft, upwardDay } from './calendar.ts';
import { aboveOffice } from './recipients.ts';
import type { Period, Recipient, Regime } from './regime.ts';

export interface UpwardBy {
  readonly to: readonly Recipient[];
  /** `yyyy-mm-dd`, included. */
  readonly day: string;
  readonly left: TimeLeft;
}

/** Null where the regime names no day or nobody. */
export function upwardBy(regime: Regime, period: Period, today: string): UpwardBy | null {
  const day = upwardDay(period, regime);
  const to = aboveOffice(regime);
  if (day === null || to.length === 0) return null;
  return { to, day, left: timeLeft(today, day, regime.holidays) };
}
