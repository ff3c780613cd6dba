import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { FunctionPlan } from '../template/plan.ts';
import type { ClockCell } from './clock-cell.ts';
import { FunctionCrashed, FunctionTimedOut, HandlerThrew, type InvocationFailed } from './failures.ts';
import type { LogFile } from './log-file.ts';
import type { Invocation, WorkerBirth, WorkerReport } from './messages.ts';

interface Pending {
  readonly requestId: string;
  processor: number;
  resolve(value: string | undefined): void;
  reject(error: InvocationFailed): void;
}

/** What an invocation took. */
export interface Invoked {
  readonly functionName: string;
  /** Milliseconds on the wall. */
  readonly duration: number;
  /** Milliseconds of the processor, without threads that the function started; 0 where it was killed. */
  readonly processor: number;
}

interface Instance {
  readonly plan: FunctionPlan;
  /** Which of the function's instances this is, counted from 1. */
  readonly number: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: ClockCell;
  readonly log: LogFile;
  /** Whether each invocation says what its randomness is drawn from. */
  readonly seeded: boolean;
  readonly onInvoked: ((invoked: Invoked) => void) | undefined;
}

/** One instance of a function: a thread that answers one invocation at a time, and stays warm in between. */
export class WorkerThread {
  readonly #plan: FunctionPlan;
  readonly #worker: Worker;
  readonly #log: (line: string) => void;
  readonly #onInvoked: Instance['onInvoked'];
  readonly #ready: Promise<void>;
  #pending: Pending | undefined;
  #death: FunctionCrashed | undefined;

  constructor({ plan, number, environment, clock, log, seeded, onInvoked }: Instance) {
    this.#plan = plan;
    this.#onInvoked = onInvoked;
    this.#log = (line) => log.write(number, line);
    const birth: WorkerBirth = {
      folder: plan.folder,
      handler: plan.handler,
      clock,
      functionName: plan.name,
      functionArn: plan.arn,
      memoryMegabytes: plan.memoryMegabytes,
      seeded,
    };
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      name: `${plan.name}#${number}`,
      env: { ...environment },
      workerData: birth,
      // Only the JavaScript heap is bounded by this; buffers live outside of it.
      resourceLimits: { maxOldGenerationSizeMb: plan.memoryMegabytes },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    log.follow(number, this.#worker.stdout);
    log.follow(number, this.#worker.stderr);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#ready = promise;
    // A worker may die before anyone waits for it; whoever invokes it then is told.
    promise.catch(() => undefined);
    this.#worker.on('message', (report: WorkerReport) =>
      report.kind === 'ready' ? resolve() : this.#settle(report),
    );
    this.#worker.on('error', (error) =>
      this.#die(new FunctionCrashed(plan.name, String(error), { cause: error }), reject),
    );
    this.#worker.on('exit', (code) =>
      this.#die(new FunctionCrashed(plan.name, `exited with code ${code}`), reject),
    );
  }

  get alive(): boolean {
    return this.#death === undefined;
  }

  /**
   * Runs the handler on an event (JSON) and answers its value (JSON); `randomness` is what it draws from if seeded.
   * @throws HandlerThrew, FunctionTimedOut or FunctionCrashed; after the last two the thread is dead.
   */
  async invoke(event: string, randomness?: string): Promise<string | undefined> {
    await this.#ready;
    if (this.#death) throw this.#death;
    const requestId = randomUUID();
    const { promise, resolve, reject } = Promise.withResolvers<string | undefined>();
    const pending: Pending = { requestId, processor: 0, resolve, reject };
    this.#pending = pending;
    const timeoutMilliseconds = this.#plan.timeoutSeconds * 1000;
    const invocation: Invocation = {
      requestId,
      event,
      timeoutMilliseconds,
      ...(randomness !== undefined && { randomness }),
    };
    const started = performance.now();
    const timer = setTimeout(
      () => this.kill(new FunctionTimedOut(this.#plan.name, this.#plan.timeoutSeconds)),
      timeoutMilliseconds,
    );
    this.#worker.postMessage(invocation);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      const duration = performance.now() - started;
      const { processor } = pending;
      const took = `Duration: ${duration.toFixed(1)} ms Processor: ${processor.toFixed(1)} ms`;
      this.#log(`REPORT RequestId: ${requestId} ${took}`);
      this.#onInvoked?.({ functionName: this.#plan.name, duration, processor });
    }
  }

  /** Ends the thread at once, as a killed sandbox does; a running invocation fails with `reason`. */
  async kill(reason: InvocationFailed): Promise<void> {
    this.#death ??= new FunctionCrashed(this.#plan.name, reason.message, { cause: reason });
    this.#fail(reason);
    await this.#worker.terminate();
  }

  #settle(report: Exclude<WorkerReport, { kind: 'ready' }>): void {
    const pending = this.#pending;
    if (pending?.requestId !== report.requestId) return;
    this.#pending = undefined;
    pending.processor = report.processor;
    if (report.kind === 'answer') {
      pending.resolve(report.value);
    } else {
      this.#log(`ERROR ${report.error.trace || report.error.errorMessage}`);
      pending.reject(new HandlerThrew(this.#plan.name, report.error));
    }
  }

  #die(reason: FunctionCrashed, rejectReady: (error: Error) => void): void {
    this.#death ??= reason;
    rejectReady(this.#death);
    this.#fail(this.#death);
  }

  #fail(reason: InvocationFailed): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (!pending) return;
    this.#log(`ERROR ${reason.errorType} ${reason.message}`);
    pending.reject(reason);
  }
}
