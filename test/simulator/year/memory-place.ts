/** The year's place in one process: the functions over the doubles, whose messages are taken until none waits. */
import type { SQSEvent } from 'aws-lambda';
import { writeLetter } from '../../../functions/deliver/letters/write-letter.ts';
import { type BounceKind, mailEvent } from '../../../infra/local/cloud/gateway/mail/mail-event.ts';
import type { composeMime } from '../../../shared/mail/mime.ts';
import type { Row } from '../../../shared/ports/table.ts';
import { inboxObject } from '../../../shared/records/keys.ts';
import { Chance } from '../../fuzz/chance.ts';
import { type Consumer, fileOf, OneProcess, type SignedPut } from '../one-process.ts';
import { composePlainly } from '../plain-letters.ts';
import type { FileKind } from '../schedule.ts';
import type { SimQueue } from '../sim-queue.ts';
import type { FileAbout, Place, Sent } from './place.ts';

/** A run of the schedule; `times` at once. */
export interface Tick {
  /** ISO 8601. */
  readonly hour: string;
  readonly times: 1 | 2;
}

export class MemoryPlace implements Place {
  readonly office: OneProcess['office'];
  readonly #functions: OneProcess;
  #now: number;
  #told = 0;
  /** By address: what the mail service says of mails to it. */
  readonly #broken = new Map<string, BounceKind>();

  constructor(
    from: string,
    writing: { readonly letters?: typeof writeLetter; readonly compose?: typeof composeMime } = {},
  ) {
    const { letters = writeLetter, compose = composePlainly } = writing;
    this.#now = Date.parse(from);
    this.#functions = new OneProcess({ now: () => this.#now, chance: new Chance(1), letters, compose });
    this.office = this.#functions.office;
  }

  async tick({ hour, times }: Tick): Promise<void> {
    await this.moveTo(hour);
    const runs = Array.from({ length: times }, () => this.#functions.schedule({ scheduledTime: hour }));
    await Promise.all(runs);
    await this.settle();
  }

  /** What was done before may have taken longer. */
  async moveTo(instant: string): Promise<void> {
    this.#now = Math.max(this.#now, Date.parse(instant));
  }

  ask(token: string, path: string, body: object): Promise<Response> {
    return this.#functions.ask(token, path, body);
  }

  fileOf(kind: FileKind, { number }: FileAbout): { readonly name: string; readonly bytes: Uint8Array } {
    return { name: `bao-cao-${number}.xlsx`, bytes: fileOf(kind, number) };
  }

  async fileComes(upload: string, request: SignedPut, bytes: Uint8Array): Promise<void> {
    const status = await this.#functions.store.send(request, bytes);
    if (status !== 200) throw new Error(`the file was not taken: ${status}`);
    await this.#functions.arrivals.send(JSON.stringify({ detail: { object: { key: inboxObject(upload) } } }));
  }

  breaks(address: string, how: BounceKind | null): void {
    if (how === null) this.#broken.delete(address);
    else this.#broken.set(address, how);
  }

  async rows(): Promise<readonly Row[]> {
    return this.#functions.table.rows();
  }

  async sent(): Promise<readonly Sent[]> {
    return this.#functions.mailer.sent;
  }

  /** Until nothing waits in the queues, what the mail service says of the mails among it. */
  async settle(): Promise<void> {
    const { arrivals, outbox, ingest, deliver } = this.#functions;
    for (let left = 2000; left > 0; left -= 1) {
      this.#now += 10;
      const busy = [await this.#consume(arrivals, ingest), await this.#consume(outbox, deliver)];
      await this.#hearOfMails();
      if (!busy.includes(true)) return;
    }
    throw new Error('the queues never empty');
  }

  async #consume(queue: SimQueue, handler: Consumer): Promise<boolean> {
    const message = queue.take(0);
    if (!message) return false;
    const attributes = { ApproximateReceiveCount: String(message.receives) };
    const record = { messageId: '1', body: message.body, attributes } as SQSEvent['Records'][number];
    const { batchItemFailures } = await handler({ Records: [record] });
    if (batchItemFailures.length === 0) queue.delete(message);
    return true;
  }

  async #hearOfMails(): Promise<void> {
    for (const { id, to, isDoubtful } of this.#functions.mailer.sent.slice(this.#told)) {
      this.#told += 1;
      const kind = this.#broken.get(to) ?? null;
      if (kind === null && !isDoubtful) continue;
      const sent = { messageId: id, from: 'x@so.example', to, configurationSet: 'reports', tags: {} };
      const event = mailEvent(sent, kind, { now: this.#now, account: '0', region: 'x' });
      await this.#functions.outbox.send(JSON.stringify(event));
    }
  }
}
