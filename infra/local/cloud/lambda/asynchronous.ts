import type { Queues } from '../gateway/queues.ts';
import type { FunctionPlan } from '../template/plan.ts';
import { InvocationFailed } from './failures.ts';
import type { LambdaHost } from './host.ts';
import type { RetryWaits } from './retry-waits.ts';

/** Lambda tries an asynchronous event three times, a minute and two minutes apart: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const pausesSeconds = [60, 120];

interface AsynchronousDeps {
  readonly host: LambdaHost;
  readonly queues: Queues;
  readonly functions: readonly FunctionPlan[];
  readonly waits: RetryWaits;
  onProblem(problem: unknown): void;
}

/** Invokes functions the way asynchronous callers do: retried, then put into the function's dead-letter queue. */
export class AsynchronousInvoker {
  readonly #deps: AsynchronousDeps;
  /** Events taken over and not yet done with. */
  pending = 0;

  constructor(deps: AsynchronousDeps) {
    this.#deps = deps;
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
      await this.#deps.host.invoke(functionName, event);
    } catch (error) {
      if (!(error instanceof InvocationFailed)) throw error;
      const pause = pausesSeconds[failures];
      if (pause === undefined) return this.#putAside(functionName, event, error);
      await this.#deps.waits.wait(pause);
      await this.#attempt(functionName, event, failures + 1);
    }
  }

  #putAside(functionName: string, event: unknown, error: InvocationFailed): void {
    const { functions, queues, onProblem } = this.#deps;
    onProblem(error);
    const arn = functions.find(({ name }) => name === functionName)?.deadLetterArn;
    if (arn === undefined) return;
    queues.enqueue(queues.nameOf(arn), JSON.stringify(event), {
      attributes: {
        ErrorCode: { DataType: 'Number', StringValue: '200' },
        ErrorMessage: { DataType: 'String', StringValue: error.message },
      },
    });
  }
}
