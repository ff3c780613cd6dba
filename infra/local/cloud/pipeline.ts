import type { Controls } from './control/app.ts';
import type { Faults } from './control/faults.ts';
import { precedenceOf } from './events/precedence.ts';
import { QueueConsumer } from './events/queue-consumer.ts';
import { EventRouter } from './events/router.ts';
import type { BounceKind } from './gateway/mail/mail-event.ts';
import type { Queues } from './gateway/queues.ts';
import { AsynchronousInvoker } from './lambda/asynchronous.ts';
import type { LambdaHost } from './lambda/host.ts';
import { RetryWaits } from './lambda/retry-waits.ts';
import type { PipelineClock } from './schedule/pipeline-clock.ts';
import { ScheduleRunner } from './schedule/runner.ts';
import { settle } from './settling.ts';
import type { CloudPlan } from './template/plan.ts';

export interface PipelineDeps {
  readonly plan: CloudPlan;
  readonly clock: PipelineClock;
  readonly queues: Queues;
  readonly host: LambdaHost;
  readonly faults: Faults;
  /** Has the mail service say this of the next mail to the address. */
  bounceNext(address: string, kind: BounceKind): void;
  /** Calls to the gateway that are being answered, and its events that have not been routed yet. */
  underway(): number;
  readonly longestRetrySeconds: number;
  onProblem(problem: unknown): void;
}

/** What moves by itself: events to queues, queues to functions, schedules to functions. */
export interface Pipeline extends Controls {
  readonly router: EventRouter;
  /** Begins to move; settles when the schedules missed meanwhile have run. */
  start(): Promise<void>;
  close(): void;
}

/** Connects queues, functions and schedules as the plan says. Nothing moves before `start`. */
export function connectPipeline(deps: PipelineDeps): Pipeline {
  const { plan, clock, queues, host, faults, onProblem } = deps;
  const goingOn = () => deps.underway() + host.running + sumOf(consumers, ({ ready }) => ready);
  const waits = new RetryWaits(clock, goingOn, deps.longestRetrySeconds);
  const router = new EventRouter(plan.rules, queues, (objectKey) => faults.passage(objectKey));
  const asynchronous = new AsynchronousInvoker({ host, queues, functions: plan.functions, waits, onProblem });
  const consumers: QueueConsumer[] = plan.mappings.map((mapping) => {
    const first = precedenceOf(plan, mapping);
    return new QueueConsumer(mapping, {
      queues,
      region: plan.region,
      waits,
      yields: () =>
        first.some((name) => host.runningOf(name) > 0) ||
        consumers.some((other) => first.includes(other.functionName) && other.ready > 0),
      invoke: (functionName, event) => host.invoke(functionName, event),
      onProblem,
    });
  });
  const inFlight = [
    () => deps.underway(),
    () => host.running + asynchronous.pending,
    () => sumOf(consumers, ({ unfinished }) => unfinished),
  ];
  const schedules = new ScheduleRunner(plan.schedules, {
    clock,
    invoke: (functionName, event) => asynchronous.invoke(functionName, event),
    settled: () => settle(inFlight),
    onProblem,
  });
  const consumed = new Set(plan.mappings.map(({ queueArn }) => queueArn));

  return {
    router,
    async start() {
      for (const consumer of consumers) consumer.start();
      await schedules.start();
    },
    close() {
      schedules.close();
      waits.close();
      router.close();
      for (const consumer of consumers) consumer.close();
    },
    now: () => clock.now(),
    setClock: async (now) => schedules.advanceTo(millisecondsOf(now)),
    idle: () => settle([...inFlight, () => Number(schedules.busy)]),
    fault: (request) => faults.plan(request),
    faults: () => faults.list(),
    clearFaults: () => {
      faults.clear();
      return router.releaseHeld();
    },
    queues: () =>
      plan.queues.map(({ name, arn }) => ({ name, deadLetters: !consumed.has(arn), ...queues.counts(name) })),
    bounceNext: (address, kind) => deps.bounceNext(address, kind),
    redrive: (queue) => queues.redrive(queue),
  };
}

function millisecondsOf(iso: string): number {
  const milliseconds = Date.parse(iso);
  if (Number.isNaN(milliseconds)) throw new RangeError(`"${iso}" is no ISO 8601 date and time`);
  return milliseconds;
}

function sumOf<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0);
}
