/** How often is looked whether a wait is over. */
const glanceMilliseconds = 10;

/** The clock the waits are measured by. Times are milliseconds since the epoch. */
export interface LeapingClock {
  now(): number;
  /** Moves on to a time, and stands or flows there as before. */
  leapTo(time: number): void;
}

interface Wait {
  readonly dueAt: number;
  /** Wall time on the scale of performance.now(). */
  readonly notBefore: number;
  over(): void;
}

/**
 * The waits before something is tried again, which deployed take minutes. A wait is over when the pipeline's clock has
 * reached its end. So that nobody has to sit it out, the clock leaps there as soon as nothing else is going on: whoever
 * judges by time between two attempts (a lease, say) sees exactly what it would see deployed.
 */
export class RetryWaits {
  readonly #clock: LeapingClock;
  readonly #busy: () => number;
  readonly #longestSeconds: number;
  #waits: Wait[] = [];
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param busy how much is going on; a leap in the midst of it would make the others' time jump
   * @param longestSeconds of wall time, before the clock may leap
   */
  constructor(clock: LeapingClock, busy: () => number, longestSeconds: number) {
    this.#clock = clock;
    this.#busy = busy;
    this.#longestSeconds = longestSeconds;
  }

  /** Settles after so many seconds of the pipeline's time; never, when the cloud is closed before. */
  wait(seconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const notBefore = performance.now() + 1000 * Math.min(seconds, this.#longestSeconds);
    this.#waits.push({ dueAt: this.#clock.now() + 1000 * seconds, notBefore, over: resolve });
    this.#waits.sort((a, b) => a.dueAt - b.dueAt);
    this.#timer ??= setInterval(() => this.#glance(), glanceMilliseconds);
    return promise;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#waits = [];
  }

  #glance(): void {
    const [first] = this.#waits;
    if (!first) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const reached = first.dueAt <= this.#clock.now();
    if (!reached && (performance.now() < first.notBefore || this.#busy() > 0)) return;
    if (!reached) this.#clock.leapTo(first.dueAt);
    this.#waits.shift();
    first.over();
  }
}
