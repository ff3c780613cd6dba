/** How much of the machine others leave to this process. */
import { cpus } from 'node:os';

/** Cores, of all there are; what others took of them was not to be had. At least half of one. */
export class LeftCores {
  #taken = 0;
  #wall = 0;

  async during<T>(work: () => Promise<T>): Promise<T> {
    const [from, all, own] = [performance.now(), busy(), process.cpuUsage()];
    const done = await work();
    const { user, system } = process.cpuUsage(own);
    this.#taken += Math.max(0, busy() - all - (user + system) / 1000);
    this.#wall += performance.now() - from;
    return done;
  }

  get count(): number {
    return Math.max(0.5, cpus().length - this.#taken / Math.max(1, this.#wall));
  }
}

/** Milliseconds for which the cores worked, for whomever. */
function busy(): number {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
}
