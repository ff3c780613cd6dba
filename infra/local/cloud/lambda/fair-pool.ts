/**
 * Instances, handed out in turns by who asks: whoever waits does so behind one of each other caller, and no caller has all of
 * them. On AWS nobody waits for an instance behind others; a machine has few, and forty requests by one link would take them all.
 */
export class FairPool<T> {
  readonly #idle: T[];
  /** How many one caller has at once. Nobody's ('') are not counted. */
  readonly #most: number;
  readonly #taken = new Map<string, number>();
  /** By caller; whose turn comes next stands first. */
  readonly #waiting = new Map<string, ((one: T) => void)[]>();

  constructor(all: readonly T[]) {
    // The last one is taken first, so that one which was given back is preferred to one that never was in use.
    this.#idle = [...all].reverse();
    this.#most = Math.max(1, all.length - 1);
  }

  take(caller: string): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<T>();
    this.#waiting.set(caller, [...(this.#waiting.get(caller) ?? []), resolve]);
    this.#handOut();
    return promise;
  }

  give(one: T, caller: string): void {
    const taken = (this.#taken.get(caller) ?? 0) - 1;
    // Whoever makes up a link for each request is not remembered.
    if (taken > 0) this.#taken.set(caller, taken);
    else this.#taken.delete(caller);
    this.#idle.push(one);
    this.#handOut();
  }

  /** A caller that is served moves behind the others, and is met again if there is still something to hand out. */
  #handOut(): void {
    for (const [caller, [first, ...others]] of this.#waiting) {
      const taken = this.#taken.get(caller) ?? 0;
      if (caller !== '' && taken >= this.#most) continue;
      const one = this.#idle.pop();
      if (one === undefined || first === undefined) return;
      this.#waiting.delete(caller);
      if (others.length > 0) this.#waiting.set(caller, others);
      this.#taken.set(caller, taken + 1);
      first(one);
    }
  }
}
