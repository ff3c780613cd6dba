import type { Queues } from '../gateway/queues.ts';
import type { FunctionPlan } from '../template/plan.ts';
import { InvocationFailed } from './failures.ts';
import type { LambdaHost } from './host.ts';
import type { RetryWaits } from './retry-waits.ts';

/** Lambda tries an asynchronous event three times, a minute and two minutes apart: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const pausesSeconds = [60, 120];

/** Invokes functions the way asynchronous callers do: retried, then put into the function's dead-letter queue. */
export class AsynchronousInvoker {
  readonly #host: LambdaHost;
  readonly #queues: Queues;
  readonly #waits: RetryWaits;
  readonly #functions: ReadonlyMap<string, FunctionPlan>;
  readonly #onProblem: (problem: unknown) => void;
  /** Events taken over and not yet done with. */
  pending = 0;

  constructor(
    host: LambdaHost,
    queues: Queues,
    functions: readonly FunctionPlan[],
    waits: RetryWaits,
    onProblem: (problem: unknown) => void,
  ) {
    this.#host = host;
    this.#queues = queues;
    this.#functions = new Map(functions.map((plan) => [plan.name, plan]));
    this.#waits = waits;
    this.#onProblem = onProblem;
  }

  /** Settles when the function has answered, or the event was put aside after the last attempt. */
  async invoke(functionName: string, event: unknown): Promise<void> {
    this.pending += 1;
    try {
      await this.#attempt(functionName, event, 0);
    } finally {
      this.pending -= 1;
    }
  }

  async #attempt(functionName: string, event: unknown, failures: number): Promise<void> {
    try {
      await this.#host.invoke(functionName, event);
    } catch (error) {
      if (!(error instanceof InvocationFailed)) throw error;
      const pause = pausesSeconds[failures];
      if (pause === undefined) return this.#putAside(functionName, event, error);
      await this.#waits.wait(pause);
      await this.#attempt(functionName, event, failures + 1);
    }
  }

  #putAside(functionName: string, event: unknown, error: InvocationFailed): void {
    this.#onProblem(error);
    const arn = this.#functions.get(functionName)?.deadLetterArn;
    if (arn === undefined) return;
    this.#queues.enqueue(this.#queues.nameOf(arn), JSON.stringify(event), {
      attributes: {
        ErrorCode: { DataType: 'Number', StringValue: '200' },
        ErrorMessage: { DataType: 'String', StringValue: error.message },
      },
    });
  }
}
