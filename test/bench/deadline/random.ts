import { Chance } from '../../fuzz/chance.ts';

/** Chance as a simulation needs it; the same seed gives the same numbers. */
export class Random {
  readonly #chance: Chance;

  constructor(seed: number) {
    this.#chance = new Chance(seed);
  }

  /** In [0, 1). */
  share(): number {
    return this.#chance.below(2 ** 31) / 2 ** 31;
  }

  between(from: number, to: number): number {
    return from + this.share() * (to - from);
  }

  /** Of a wait without memory, such as the time between two who know nothing of each other. */
  exponential(mean: number): number {
    return -Math.log(1 - this.share()) * mean;
  }
}
