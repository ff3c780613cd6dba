import { LocalCloudError } from '../errors.ts';
import type { FunctionPlan } from '../template/plan.ts';
import { type ClockCell, readCell } from './clock-cell.ts';
import { FunctionCrashed, IllegalEvent } from './failures.ts';
import { FairPool } from './fair-pool.ts';
import { LogFile } from './log-file.ts';
import { InvocationKeys } from './seeded-randomness.ts';
import { type Invoked, WorkerThread } from './worker-thread.ts';

/** No function of that name is in the template. */
export class UnknownFunction extends LocalCloudError {
  override readonly name = 'UnknownFunction';
  readonly code = 'UNKNOWN_FUNCTION';
}

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const largestSynchronousPayload = 6 * 1024 * 1024;

/** A function together with what its instances are born with. */
export interface HostedFunction {
  readonly plan: FunctionPlan;
  /** One environment for each instance there may be; their number bounds the concurrency. */
  readonly environments: readonly Readonly<Record<string, string>>[];
}

export interface HostOptions {
  /** What all randomness of the functions is drawn from; the machine's where there is none. */
  readonly seed?: string | undefined;
  /** Hears of each invocation that has ended, however it did. */
  readonly onInvoked?: ((invoked: Invoked) => void) | undefined;
}

/** Runs the functions of a template in worker threads: warm where possible, one invocation a worker. */
export class LambdaHost {
  readonly #pools: ReadonlyMap<string, Pool>;

  constructor(
    functions: readonly HostedFunction[],
    clock: ClockCell,
    logFolder: string,
    { seed, onInvoked }: HostOptions = {},
  ) {
    const keys = seed === undefined ? null : new InvocationKeys(seed);
    const shared = { clock, logFolder, keys, onInvoked };
    this.#pools = new Map(functions.map((one) => [one.plan.name, new Pool(one, shared)]));
  }

  /**
   * Invokes a function with an event and answers its value, both as JSON values. Waits while all instances are busy; those who
   * call (`caller`) come in turns, and none of them has all instances at once.
   * @throws UnknownFunction
   * @throws InvocationFailed in one of its kinds
   */
  async invoke(functionName: string, event: unknown, caller = ''): Promise<unknown> {
    const answer = await this.#pool(functionName).invoke(JSON.stringify(event), caller);
    return answer === undefined ? null : JSON.parse(answer);
  }

  /** Kills one instance (counted from 1) as if its sandbox had died; without effect when it is not there. */
  async kill(functionName: string, instance: number, why: string): Promise<void> {
    await this.#pool(functionName).kill(instance, why);
  }

  /** Invocations running or waiting for an instance. */
  get running(): number {
    return [...this.#pools.values()].reduce((sum, pool) => sum + pool.running, 0);
  }

  /** The same of one function. */
  runningOf(functionName: string): number {
    return this.#pool(functionName).running;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
  }

  #pool(functionName: string): Pool {
    const pool = this.#pools.get(functionName);
    if (!pool) throw new UnknownFunction(functionName);
    return pool;
  }
}

interface Slot {
  readonly number: number;
  readonly environment: Readonly<Record<string, string>>;
  worker?: WorkerThread;
}

/** What all pools have in common. */
interface Shared extends Pick<HostOptions, 'onInvoked'> {
  readonly clock: ClockCell;
  readonly logFolder: string;
  readonly keys: InvocationKeys | null;
}

/** The instances of one function. */
class Pool {
  readonly #plan: FunctionPlan;
  readonly #clock: ClockCell;
  readonly #log: LogFile;
  readonly #keys: InvocationKeys | null;
  readonly #onInvoked: HostOptions['onInvoked'];
  readonly #slots: readonly Slot[];
  readonly #free: FairPool<Slot>;
  running = 0;

  constructor({ plan, environments }: HostedFunction, { clock, logFolder, keys, onInvoked }: Shared) {
    this.#keys = keys;
    this.#onInvoked = onInvoked;
    this.#plan = plan;
    this.#clock = clock;
    this.#log = new LogFile(logFolder, plan.name, () => readCell(clock, Date.now()));
    this.#slots = environments.map((environment, index) => ({ number: index + 1, environment }));
    this.#free = new FairPool(this.#slots);
  }

  async invoke(event: string, caller: string): Promise<string | undefined> {
    if (Buffer.byteLength(event) > largestSynchronousPayload) {
      throw new IllegalEvent(this.#plan.name, 'the event is larger than 6 MB');
    }
    this.running += 1;
    const slot = await this.#free.take(caller);
    try {
      return await this.#alive(slot).invoke(event, this.#keys?.next(this.#plan.name, JSON.parse(event)));
    } finally {
      this.#free.give(slot, caller);
      this.running -= 1;
    }
  }

  async kill(instance: number, why: string): Promise<void> {
    await this.#slots[instance - 1]?.worker?.kill(new FunctionCrashed(this.#plan.name, why));
  }

  async close(): Promise<void> {
    await Promise.all(this.#slots.map(({ number }) => this.kill(number, 'the local cloud is closing')));
    await this.#log.close();
  }

  #alive(slot: Slot): WorkerThread {
    if (!slot.worker?.alive) {
      slot.worker = new WorkerThread({
        number: slot.number,
        environment: slot.environment,
        plan: this.#plan,
        clock: this.#clock,
        log: this.#log,
        seeded: this.#keys !== null,
        onInvoked: this.#onInvoked,
      });
    }
    return slot.worker;
  }
}
