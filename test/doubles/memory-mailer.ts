import type { Clock } from '../../shared/ports/clock.ts';
import {
  type Mailer,
  MailRefused,
  type OutgoingMail,
  type Quota,
  SendingAmbiguous,
  SendingThrottled,
} from '../../shared/ports/mailer.ts';

/** What goes wrong on purpose: `lost` before the mail is taken, `answer-lost` after. */
export type SendFault = 'throttled' | 'lost' | 'answer-lost';

export interface SentMail extends OutgoingMail {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A mail service in memory that answers as SES does; its rate is not held, since its time is the test's. */
export class MemoryMailer implements Mailer {
  readonly sent: SentMail[] = [];
  /** Milliseconds since the epoch. */
  readonly #sentAt: number[] = [];
  readonly #clock: Clock;
  readonly #daily: number;
  readonly #perSecond: number;
  #fault: SendFault | null = null;

  constructor(clock: Clock, { daily = 50_000, perSecond = 14 } = {}) {
    this.#clock = clock;
    this.#daily = daily;
    this.#perSecond = perSecond;
  }

  /** The next mail, and it alone, meets this; null takes it back. */
  failNext(fault: SendFault | null): void {
    this.#fault = fault;
  }

  async send(mail: OutgoingMail): Promise<string> {
    const fault = this.#fault;
    this.#fault = null;
    if (!isMail(mail)) throw new MailRefused('the mail service refused the mail');
    if (fault === 'lost') throw new SendingAmbiguous('the connection broke');
    if (fault === 'throttled' || this.#left() < 1) throw new SendingThrottled('no more now');
    const id = `memory-${this.sent.length + 1}`;
    const at = this.#clock.now();
    this.sent.push({ ...mail, raw: mail.raw.slice(), id, at });
    this.#sentAt.push(Date.parse(at));
    if (fault === 'answer-lost') throw new SendingAmbiguous('the connection broke');
    return id;
  }

  async quota(): Promise<Quota> {
    return { perSecond: this.#perSecond, left: this.#left() };
  }

  #left(): number {
    const dayAgo = Date.parse(this.#clock.now()) - 86_400_000;
    const lately = this.#sentAt.filter((at) => at > dayAgo).length;
    return Math.max(0, this.#daily - lately);
  }
}

function isMail({ raw, to }: OutgoingMail): boolean {
  const head = /^[\s\S]*?\r?\n\r?\n/.exec(new TextDecoder().decode(raw))?.[0] ?? '';
  const bounded =
    raw.length <= 10 * 1024 * 1024 && /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(\.[\w-]+)+$/.test(to);
  return bounded && /^from:/im.test(head) && /^to:/im.test(head);
}
