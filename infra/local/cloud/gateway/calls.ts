import type { Fault, GatewayCall, GatewayOptions } from './options.ts';
import { Throttled, Unanswered } from './refusal.ts';

/** Announces every authorised call before and after its effect, and plays the faults asked for. */
export class Calls {
  readonly #onCall: GatewayOptions['onCall'];
  #running = 0;

  constructor(onCall: GatewayOptions['onCall']) {
    this.#onCall = onCall;
  }

  /** Calls whose effect or announcement is under way. */
  get running(): number {
    return this.#running;
  }

  /**
   * Runs `effect` between the two announcements; `took` says of its result what it cost. Throws Throttled or Unanswered
   * where a fault was asked for.
   */
  async run<Result>(
    call: Omit<GatewayCall, 'phase' | 'units'>,
    effect: () => Result | Promise<Result>,
    took: (result: Result) => Pick<GatewayCall, 'units'> = () => ({}),
  ): Promise<Result> {
    this.#running += 1;
    try {
      play(await this.#onCall?.({ ...call, phase: 'before' }));
      const result = await effect();
      play(await this.#onCall?.({ ...call, phase: 'after', ...took(result) }));
      return result;
    } finally {
      this.#running -= 1;
    }
  }
}

function play(fault: 'continue' | Fault | undefined): void {
  if (fault === 'throttle') throw new Throttled('Throttled on purpose.');
  if (fault === 'hang-up' || fault === 'stall') throw new Unanswered(fault);
}
