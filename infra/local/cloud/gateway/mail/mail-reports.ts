import type { EventOutbox } from '../event-outbox.ts';
import type { Clock } from '../options.ts';
import { type BounceKind, mailEvent } from './mail-event.ts';
import type { OutgoingMail } from './mail-message.ts';

/** Says of every mail that was taken with a configuration set what became of it: it arrived, unless another was asked for. */
export class MailReports {
  readonly #events: EventOutbox;
  readonly #clock: Clock;
  readonly #place: { readonly account: string; readonly region: string };
  /** By address, in small letters: what the next mails meet. */
  readonly #planned = new Map<string, BounceKind[]>();

  constructor(
    events: EventOutbox,
    clock: Clock,
    place: { readonly account: string; readonly region: string },
  ) {
    this.#events = events;
    this.#clock = clock;
    this.#place = place;
  }

  /** Asked again, it is the mail after the next. Kept in memory: a restart forgets it. */
  bounceNext(address: string, kind: BounceKind): void {
    const key = address.toLowerCase();
    this.#planned.set(key, [...(this.#planned.get(key) ?? []), kind]);
  }

  report({ from, recipients, configurationSet, tags }: OutgoingMail, messageId: string): void {
    if (configurationSet === undefined) return;
    for (const to of recipients) {
      const kind = this.#planned.get(to.toLowerCase())?.shift() ?? null;
      const about = { ...this.#place, now: this.#clock.now() };
      this.#events.add(mailEvent({ messageId, from, to, configurationSet, tags }, kind, about));
    }
    this.#events.notify();
  }
}
