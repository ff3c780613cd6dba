/** When the schedule runs on a day: as it should, and as it does on bad days. */
import { Chance } from '../../fuzz/chance.ts';
import type { Tick } from './memory-place.ts';

export type Ticks = (day: string) => readonly Tick[];

/** The hours at which anything is due, and noon, by which a skipped one is caught up. */
const busy = [0, 8, 9, 12];
const noon = 12;
const whole = Array.from({ length: 24 }, (_, hour) => hour);

/** Once in each hour at which anything is due. */
export const calmly: Ticks = (day) => busy.map((hour) => ({ hour: at(day, hour), times: 1 }));

/** Once in each of the 24 hours, as it is deployed. */
export const hourly: Ticks = (day) => whole.map((hour) => ({ hour: at(day, hour), times: 1 }));

/** Hours are skipped, others run twice at once or once more later; at noon it runs. */
export function badly(ticks: Ticks, seed: number): Ticks {
  const chance = new Chance(seed);
  return (day) =>
    ticks(day).flatMap((tick): readonly Tick[] => {
      const skips = tick.hour === at(day, noon) ? 0 : 1;
      switch (chance.below(3 + skips)) {
        case 0:
          return [tick];
        case 1:
          return [{ ...tick, times: 2 }];
        case 2:
          return [tick, tick];
        default:
          return [];
      }
    });
}

/** In which it was away, `from` up to `to`, ISO 8601; what was missed comes with the next run. */
const outages = [
  // One reminder is missed.
  { from: '2024-07-04T16:00:00+07:00', to: '2024-07-09T10:00:00+07:00' },
  // Two are: they come as one.
  { from: '2024-10-03T16:00:00+07:00', to: '2024-10-14T09:00:00+07:00' },
];

/** The same but for the days on which the schedule was away. */
export function withOutages(ticks: Ticks): Ticks {
  return (day) => ticks(day).filter(({ hour }) => !outages.some(({ from, to }) => from <= hour && hour < to));
}

function at(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:00:00+07:00`;
}
