/**
 * A simulation of discrete events: processes that wait for each other, and a clock that leaps from one event to the next.
 * A process is a generator; what it yields it waits for.
 */

/** Calls `go` once, at once or at a later moment of the simulation. */
export type Wait = (go: () => void) => void;
export type Process = Generator<Wait, void, void>;

interface Event {
  readonly time: number;
  /** Of two at one moment the one that was planned first comes first. */
  readonly order: number;
  readonly happen: () => void;
}

export class Simulation {
  /** Milliseconds since the beginning. */
  now = 0;
  /** How many events have happened. */
  happened = 0;
  #planned = 0;
  readonly #heap: Event[] = [];

  /** Plans an event; one of the past happens now. */
  at(time: number, happen: () => void): void {
    this.#planned += 1;
    push(this.#heap, { time: Math.max(time, this.now), order: this.#planned, happen });
  }

  pause(ms: number): Wait {
    return (go) => this.at(this.now + ms, go);
  }

  start(process: Process): void {
    const { done, value } = process.next();
    if (!done) value(() => this.start(process));
  }

  /** Until nothing is planned any more, or that moment has come. */
  run(until = Number.POSITIVE_INFINITY): void {
    for (let next = this.#heap[0]; next && next.time <= until; next = this.#heap[0]) {
      pop(this.#heap);
      this.now = next.time;
      this.happened += 1;
      next.happen();
    }
    if (until < Number.POSITIVE_INFINITY) this.now = until;
  }
}

/** Places that are taken one after the other in the order of asking, and given back. */
export class Places {
  /** How many there are; may be raised while some wait. */
  #count: number;
  #taken = 0;
  readonly #simulation: Simulation;
  readonly #waiting = new Queue<{ readonly since: number; readonly go: () => void }>();
  readonly waited = { total: 0, longest: 0, most: 0 };
  mostTaken = 0;

  constructor(simulation: Simulation, count: number) {
    this.#simulation = simulation;
    this.#count = count;
  }

  get count(): number {
    return this.#count;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Whether anybody has a place, or waits for one. */
  get inUse(): boolean {
    return this.#taken > 0 || this.waiting > 0;
  }

  /** Milliseconds for which the first has waited. */
  get age(): number {
    const first = this.#waiting.first;
    return first === undefined ? 0 : this.#simulation.now - first.since;
  }

  raise(count: number): void {
    this.#count = Math.max(this.#count, count);
    this.#let();
  }

  readonly take: Wait = (go) => {
    this.#waiting.push({ since: this.#simulation.now, go });
    this.#let();
    this.waited.most = Math.max(this.waited.most, this.#waiting.length);
  };

  /** Takes a place only where one is free and nobody waits for it. */
  tryTake(): boolean {
    if (this.#taken >= this.#count || this.#waiting.length > 0) return false;
    this.#took();
    return true;
  }

  give(): void {
    this.#taken -= 1;
    this.#let();
  }

  #took(): void {
    this.#taken += 1;
    this.mostTaken = Math.max(this.mostTaken, this.#taken);
  }

  #let(): void {
    while (this.#taken < this.#count) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#took();
      const waited = this.#simulation.now - next.since;
      this.waited.total += waited;
      this.waited.longest = Math.max(this.waited.longest, waited);
      next.go();
    }
  }
}

/** So much a second, and so much at once where it was not used before. */
export class Allowance {
  readonly #simulation: Simulation;
  readonly #perMs: number;
  readonly #burst: number;
  #left: number;
  #since = 0;
  readonly waited = { total: 0, longest: 0 };

  constructor(simulation: Simulation, perSecond: number, burst = perSecond) {
    this.#simulation = simulation;
    this.#perMs = perSecond / 1000;
    this.#burst = burst;
    this.#left = burst;
  }

  /** Whether it is allowed now; if not, nothing is taken. */
  tryTake(amount = 1): boolean {
    this.#refill();
    if (this.#left < amount) return false;
    this.#left -= amount;
    return true;
  }

  /** Waits behind whoever asked before until it is allowed. */
  take(amount: number): Wait {
    return (go) => {
      this.#refill();
      this.#left -= amount;
      // What is lacking has been promised: the next waits behind it.
      const wait = Math.max(0, -this.#left / this.#perMs);
      this.waited.total += wait;
      this.waited.longest = Math.max(this.waited.longest, wait);
      if (wait === 0) go();
      else this.#simulation.at(this.#simulation.now + wait, go);
    };
  }

  #refill(): void {
    const { now } = this.#simulation;
    this.#left = Math.min(this.#burst, this.#left + (now - this.#since) * this.#perMs);
    this.#since = now;
  }
}

/** Cores that all who work share equally, none taking more than one. */
export class Processor {
  readonly #simulation: Simulation;
  readonly #cores: number;
  /** By how much each of those at work has come on; they end when it reaches what they asked for. */
  #progress = 0;
  #since = 0;
  /** Whether the end that was planned is still the next. */
  #plan = 0;
  readonly #working: Event[] = [];

  constructor(simulation: Simulation, cores: number) {
    this.#simulation = simulation;
    this.#cores = cores;
  }

  work(ms: number): Wait {
    return (go) => {
      if (ms <= 0) return go();
      this.#goOn();
      this.#plan += 1;
      push(this.#working, { time: this.#progress + ms, order: this.#plan, happen: go });
      this.#planEnd();
    };
  }

  /** Of a core, for each of those at work. */
  get #share(): number {
    return Math.min(1, this.#cores / Math.max(1, this.#working.length));
  }

  #goOn(): void {
    const { now } = this.#simulation;
    this.#progress += (now - this.#since) * this.#share;
    this.#since = now;
  }

  #planEnd(): void {
    this.#plan += 1;
    const plan = this.#plan;
    const next = this.#working[0];
    if (next === undefined) return;
    const left = Math.max(0, next.time - this.#progress) / this.#share;
    this.#simulation.at(this.#simulation.now + left, () => {
      if (plan !== this.#plan) return;
      this.#goOn();
      // What it reached is told by whom it was planned for, not by a sum of fractions.
      this.#progress = Math.max(this.#progress, next.time);
      pop(this.#working);
      this.#planEnd();
      next.happen();
    });
  }
}

/** First in, first out, without moving what waits. */
class Queue<T> {
  #items: T[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  get first(): T | undefined {
    return this.#items[this.#head];
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    const item = this.#items[this.#head];
    if (this.#head < this.#items.length) this.#head += 1;
    if (this.#head > 1024 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }
}

const isBefore = (one: Event, other: Event) =>
  one.time < other.time || (one.time === other.time && one.order < other.order);

function push(heap: Event[], event: Event): void {
  let at = heap.length;
  heap.push(event);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !isBefore(event, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = event;
}

function pop(heap: Event[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const [one, other] = [heap[left], heap[left + 1]];
    if (one === undefined) break;
    const [below, child] =
      other !== undefined && isBefore(other, one) ? [left + 1, other] : ([left, one] as const);
    if (!isBefore(child, last)) break;
    heap[at] = child;
    at = below;
  }
  heap[at] = last;
}
