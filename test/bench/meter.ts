/** What the functions of a local cloud asked of the services, and how much of the processor they took. */
import type { LocalCloudOptions } from '../../infra/local/cloud/local-cloud.ts';

export interface FunctionUse {
  invocations: number;
  /** Milliseconds of the threads that answer, not of those they start. */
  processor: number;
  /** By action, as a policy names it: `dynamodb:GetItem`. */
  readonly calls: Map<string, number>;
  /** By the beginning of the partition key, up to its `#`: units of reading and of writing. */
  readonly read: Map<string, number>;
  readonly written: Map<string, number>;
}

export interface Use {
  /** By function; `admin` for commands. */
  readonly of: ReadonlyMap<string, FunctionUse>;
  /** Milliseconds of the processor: of this thread, in which the gateway and whoever asks run, and of all threads. */
  readonly main: number;
  readonly process: number;
}

/** Is told by a local cloud what goes on in it, and says what a piece of work took. */
export class Meter {
  #of = new Map<string, FunctionUse>();

  /** What the local cloud is to be started with. */
  readonly listeners: Pick<LocalCloudOptions, 'onCall' | 'onInvoked'> = {
    onCall: ({ principal, action, phase, units }) => {
      if (phase === 'before') return;
      const use = this.#useOf(principal.split('#')[0] ?? principal);
      count(use.calls, action, 1);
      if (!units) return;
      const isRead = /^dynamodb:(GetItem|BatchGetItem|Query)$/.test(action);
      for (const { partition, taken } of units) {
        count(isRead ? use.read : use.written, partition.replace(/#.*/s, ''), taken);
      }
    },
    onInvoked: ({ functionName, processor }) => {
      const use = this.#useOf(functionName);
      use.invocations += 1;
      use.processor += processor;
    },
  };

  async during(work: () => Promise<unknown>): Promise<Use> {
    this.#of = new Map();
    const of = this.#of;
    const [thread, all] = [process.threadCpuUsage(), process.cpuUsage()];
    await work();
    return { of, main: sum(process.threadCpuUsage(thread)), process: sum(process.cpuUsage(all)) };
  }

  #useOf(name: string): FunctionUse {
    const known = this.#of.get(name);
    if (known) return known;
    const use = { invocations: 0, processor: 0, calls: new Map(), read: new Map(), written: new Map() };
    this.#of.set(name, use);
    return use;
  }
}

function count(into: Map<string, number>, name: string, by: number): void {
  into.set(name, (into.get(name) ?? 0) + by);
}

/** Of microseconds; in milliseconds. */
function sum({ user, system }: { readonly user: number; readonly system: number }): number {
  return (user + system) / 1000;
}
