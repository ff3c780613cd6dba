/** Strikes ports: any call of an invocation may lose its process or its answer, before its effect or after. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Chance } from '../fuzz/chance.ts';
import type { Fault } from './schedule.ts';

/** The process is gone: whatever its code still tries meets this too. */
export class Crashed extends Error {}

/** One call did not get its answer. */
export class CallFailed extends Error {}

/** One run of a function, from its event to its answer. */
export class Invocation {
  dead = false;
  #calls = 0;
  readonly #fault: Fault | null;
  readonly #chance: Chance;

  /** `turns` seeds how calls of invocations at the same time are interleaved. */
  constructor(fault: Fault | null, turns: number) {
    this.#fault = fault;
    this.#chance = new Chance(turns);
  }

  async around<T>(call: () => Promise<T>, unanswered: () => Error): Promise<T> {
    const number = this.#calls++;
    for (let turn = this.#chance.below(3); turn > 0; turn -= 1) await Promise.resolve();
    this.#meet(number, 'before', () => new CallFailed());
    const answer = await call();
    this.#meet(number, 'after', unanswered);
    return answer;
  }

  /** The process ends here and now. */
  die(): never {
    this.dead = true;
    throw new Crashed();
  }

  #meet(number: number, when: Fault['when'], failed: () => Error): void {
    if (this.dead) throw new Crashed();
    const fault = this.#fault;
    if (fault?.call !== number || fault.when !== when) return;
    if (fault.kind === 'crash') this.die();
    throw failed();
  }
}

const running = new AsyncLocalStorage<Invocation>();

/** Runs the function's code as this invocation; null where its process was lost. */
export async function invoke<T>(invocation: Invocation, code: () => Promise<T>): Promise<T | null> {
  try {
    const answer = await running.run(invocation, code);
    return invocation.dead ? null : answer;
  } catch (error) {
    if (invocation.dead) return null;
    throw error;
  }
}

/** Ends the process of whoever calls it. */
export function die(): never {
  const invocation = running.getStore();
  if (!invocation) throw new Error('nothing runs that could end');
  return invocation.die();
}

/**
 * The same port, whose calls belong to the invocation that makes them. `unanswered` is what the port throws for a call
 * that had its effect and got no answer.
 */
export function struck<Port extends object>(port: Port, unanswered = (): Error => new CallFailed()): Port {
  return new Proxy(port, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        const call = () => Reflect.apply(value, target, args) as unknown;
        const invocation = running.getStore();
        return invocation ? invocation.around(async () => call(), unanswered) : call();
      };
    },
  });
}
