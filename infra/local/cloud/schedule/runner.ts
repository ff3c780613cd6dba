import { randomUUID } from 'node:crypto';
import type { SchedulePlan } from '../template/plan.ts';
import { firstAfter } from './hour-rule.ts';
import { ClockCannotGoBack, type PipelineClock } from './pipeline-clock.ts';

export interface ScheduleDeps {
  readonly clock: PipelineClock;
  /** Runs a function on an event; settles when it is done, retried or put aside. */
  invoke(functionName: string, event: unknown): Promise<void>;
  /** Settles when nothing is in flight any more. */
  settled(): Promise<void>;
  onProblem(problem: unknown): void;
}

interface Firing {
  readonly schedule: SchedulePlan;
  readonly time: number;
}

/** How long a timer may sleep (ms): the pipeline's clock may leap, and the machine's be set. */
const longestSleep = 1000;

/** Fires schedules in order: those the clock passes as it flows, and all on the way when it is set. */
export class ScheduleRunner {
  readonly #deps: ScheduleDeps;
  readonly #schedules: readonly SchedulePlan[];
  #turn: Promise<void> = Promise.resolve();
  #turns = 0;
  #nextAt = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(schedules: readonly SchedulePlan[], deps: ScheduleDeps) {
    this.#deps = deps;
    this.#schedules = schedules;
  }

  /** Fires, once for each schedule, what was missed while nothing ran, and begins to follow the clock. */
  async start(): Promise<void> {
    const { clock } = this.#deps;
    const now = clock.now();
    await this.#inTurn(async () => {
      const latest = new Map<string, Firing>();
      for (const firing of this.#between(clock.firedThrough, now)) latest.set(firing.schedule.name, firing);
      for (const firing of [...latest.values()].sort((a, b) => a.time - b.time)) await this.#fire(firing);
      clock.markFired(now);
    });
    this.#arm();
  }

  /**
   * Sets the clock to a time; each schedule passed on the way fires in order, the clock standing at its time until
   * nothing is in flight any more.
   * @throws ClockCannotGoBack
   */
  async advanceTo(time: number): Promise<void> {
    const { clock, settled } = this.#deps;
    await this.#inTurn(async () => {
      if (time < clock.now()) throw new ClockCannotGoBack(clock.now(), time);
      try {
        for (const firing of this.#between(clock.firedThrough, time)) {
          // One that the clock has reached by itself meanwhile is fired late, not back in time.
          clock.standAt(firing.time);
          await this.#fire(firing);
          await settled();
          clock.markFired(firing.time);
        }
        clock.flowFrom(time);
        clock.markFired(time);
      } finally {
        clock.flow();
      }
    });
    this.#arm();
  }

  /** Whether schedules are due or being fired, or the clock is being set. */
  get busy(): boolean {
    return this.#turns > 0 || this.#nextAt <= this.#deps.clock.now();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  /** All firings after `after` up to and including `until`, in order; lazily, a year has many hours. */
  *#between(after: number, until: number): Generator<Firing> {
    const next = (schedule: SchedulePlan, since: number): Firing => ({
      schedule,
      time: firstAfter(schedule.rule, since),
    });
    let upcoming = this.#schedules.map((schedule) => next(schedule, after));
    for (;;) {
      const time = Math.min(...upcoming.map((firing) => firing.time));
      if (!(time <= until)) return;
      yield* upcoming.filter((firing) => firing.time === time);
      upcoming = upcoming.map((firing) => (firing.time === time ? next(firing.schedule, time) : firing));
    }
  }

  async #fire({ schedule, time }: Firing): Promise<void> {
    await this.#deps.invoke(schedule.functionName, eventOf(schedule, time));
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    const { clock } = this.#deps;
    const { value: next } = this.#between(clock.firedThrough, Number.MAX_SAFE_INTEGER).next();
    this.#nextAt = next?.time ?? Number.POSITIVE_INFINITY;
    if (!next) return;
    const sleep = Math.min(Math.max(0, next.time - clock.now()), longestSleep);
    this.#timer = setTimeout(() => void this.#followClock(), sleep);
  }

  async #followClock(): Promise<void> {
    const { clock, onProblem } = this.#deps;
    try {
      await this.#inTurn(async () => {
        for (const firing of this.#between(clock.firedThrough, clock.now())) {
          await this.#fire(firing);
          clock.markFired(firing.time);
        }
      });
    } catch (problem) {
      onProblem(problem);
    }
    this.#arm();
  }

  /** One after the other: a clock that is being set is not set, nor followed, at the same time. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turns += 1;
    const mine = this.#turn.then(work).finally(() => {
      this.#turns -= 1;
    });
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
function eventOf({ input, arn }: SchedulePlan, time: number): unknown {
  const scheduledTime = new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
  return JSON.parse(
    input
      .replaceAll('<aws.scheduler.scheduled-time>', scheduledTime)
      .replaceAll('<aws.scheduler.schedule-arn>', arn)
      .replaceAll('<aws.scheduler.execution-id>', randomUUID())
      .replaceAll('<aws.scheduler.attempt-number>', '1'),
  );
}
