import type { Queue, SendOptions } from '../../shared/ports/queue.ts';

export interface SimMessage {
  readonly body: string;
  receives: number;
  /** Milliseconds since the epoch; who takes it sooner does not see it. */
  visibleAt: number;
}

// As the template has it (infra/wake-queue.ts).
const maxReceives = 5;

/** A queue as SQS keeps it: what is taken stays until it is deleted, and comes again when its time is over. */
export class SimQueue implements Queue {
  readonly messages: SimMessage[] = [];
  readonly dead: SimMessage[] = [];
  readonly #now: () => number;
  readonly #visibility: number;

  constructor(now: () => number, visibilityMinutes: number) {
    this.#now = now;
    this.#visibility = visibilityMinutes * 60_000;
  }

  async send(body: string, { delaySeconds = 0 }: SendOptions = {}): Promise<void> {
    this.messages.push({ body, receives: 0, visibleAt: this.#now() + delaySeconds * 1000 });
  }

  /** The nth of the messages that can be seen, or null. One that was received too often goes to the dead letters. */
  take(nth: number): SimMessage | null {
    const visible = this.messages.filter(({ visibleAt }) => visibleAt <= this.#now());
    const message = visible[nth % visible.length];
    if (!message) return null;
    if (message.receives >= maxReceives) {
      this.delete(message);
      this.dead.push(message);
      return null;
    }
    message.receives += 1;
    message.visibleAt = this.#now() + this.#visibility;
    return message;
  }

  delete(message: SimMessage): void {
    const at = this.messages.indexOf(message);
    if (at >= 0) this.messages.splice(at, 1);
  }

  /** Somebody moves the dead letters back. */
  redrive(): void {
    for (const { body } of this.dead.splice(0)) {
      this.messages.push({ body, receives: 0, visibleAt: this.#now() });
    }
  }
}
