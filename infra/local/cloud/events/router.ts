import type { MailEvent } from '../gateway/mail/mail-event.ts';
import type { ObjectCreatedEvent } from '../gateway/object-created.ts';
import type { Queues } from '../gateway/queues.ts';
import type { RulePlan } from '../template/plan.ts';
import { matches } from './pattern.ts';

/** What becomes of one event on its way: delivered so many times, late by some seconds, or held until released. */
export type Passage = { readonly copies: number } | { readonly delaySeconds: number } | 'hold';

const own = (name: string) => ({ name, arn: `arn:aws:sqs:local:000000000000:${name}` });
const held = own('local-held-events');
const delayed = own('local-delayed-events');
/** Queues of the local cloud's own, where events wait that a fault keeps back; durable like the others. */
export const waitingRooms = [held, delayed];

/** Takes the events of S3 and SES to the queues whose rules match. */
export class EventRouter {
  readonly #rules: readonly RulePlan[];
  readonly #queues: Queues;
  readonly #passage: (objectKey: string) => Passage;
  readonly #stopListening: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(rules: readonly RulePlan[], queues: Queues, passage: (objectKey: string) => Passage) {
    this.#rules = rules;
    this.#queues = queues;
    this.#passage = passage;
    this.#stopListening = queues.onArrival((queue) => {
      if (queue === delayed.name) setImmediate(() => this.#deliverDelayed());
    });
    this.#deliverDelayed();
  }

  /** Durable when it returns: the event lies in every queue it belongs to. */
  route(event: ObjectCreatedEvent): void {
    const passage = this.#passage(event.detail.object.key);
    const body = JSON.stringify(event);
    if (passage === 'hold') this.#queues.enqueue(held.name, body);
    else if ('delaySeconds' in passage) this.#queues.enqueue(delayed.name, body, passage);
    else for (let copy = 0; copy < passage.copies; copy += 1) this.#deliver(body);
  }

  /** The same of what became of a mail, which no fault holds up. */
  routeMail(event: MailEvent): void {
    this.#deliver(JSON.stringify(event));
  }

  /** Delivers what was held back; answers how many events. */
  releaseHeld(): number {
    return this.#deliverFrom(held.name);
  }

  close(): void {
    this.#stopListening();
    clearTimeout(this.#timer);
  }

  #deliverDelayed(): void {
    this.#deliverFrom(delayed.name);
    clearTimeout(this.#timer);
    const next = this.#queues.nextVisibleAt(delayed.name);
    if (next === undefined) return;
    this.#timer = setTimeout(() => this.#deliverDelayed(), Math.max(1, next - Date.now()));
  }

  #deliverFrom(room: string): number {
    for (let delivered = 0; ; delivered += 1) {
      const [waiting] = this.#queues.receive(room);
      if (!waiting) return delivered;
      this.#deliver(waiting.body);
      this.#queues.delete(room, waiting.receiptHandle);
    }
  }

  #deliver(body: string): void {
    const event: unknown = JSON.parse(body);
    for (const { pattern, targets } of this.#rules) {
      if (!matches(pattern, event)) continue;
      for (const { queueArn } of targets) this.#queues.enqueue(this.#queues.nameOf(queueArn), body);
    }
  }
}
