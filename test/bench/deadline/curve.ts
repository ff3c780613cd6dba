/** When units send: half of them in the hours before, half in the last hour, ever more of them. */

/** The hours of a working day before the deadline. */
export const hours = 8;
const lastHour = 0.5;
/** In the last hour so many double within that many minutes: 16 times as many at its end as at its beginning. */
const doublesWithin = 15;

/**
 * The hour, from 0 at the beginning of the day to `hours` at the deadline, by which that share of the units has begun to
 * send. `share` in [0, 1].
 */
export function hourOf(share: number): number {
  const before = 1 - lastHour;
  if (share < before) return ((hours - 1) * share) / before;
  const doublings = 60 / doublesWithin;
  const grown = 2 ** doublings - 1;
  return hours - 1 + Math.log2(1 + (grown * (share - before)) / lastHour) / doublings;
}
