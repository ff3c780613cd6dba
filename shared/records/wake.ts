/** The queues' messages. They only point at what to do; what is true stands in the table and the bucket. */

import * as z from 'zod';
import type { Queue, SendOptions } from '../ports/queue.ts';
import { RejectError } from '../vocabulary/errors.ts';
import { inboxObject, uploadOfObject } from './keys.ts';

/** As much of EventBridge's "Object Created" as says which file came; the repair wakes with the same form. */
const Arrival = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

const OutboxMessage = z.object({ outbox: z.string() });

const CodeMessage = z.object({ code: z.object({ link: z.string(), id: z.string() }) });

/** Which request for a code (records/codes.ts) is meant. */
export type CodeWanted = z.output<typeof CodeMessage>['code'];

/** The message's body is not what this queue carries. Trying again changes nothing: it ends in the DLQ. */
export class StrangeMessage extends RejectError {
  override readonly name = 'StrangeMessage';
  readonly code = 'STRANGE_MESSAGE';
  readonly mendable = false;
}

/** The upload a message of the arrivals queue points at. Throws StrangeMessage. */
export function parseArrival(body: string): string {
  const arrival = Arrival.safeParse(parseJson(body));
  const upload = arrival.success ? uploadOfObject(arrival.data.detail.object.key) : null;
  if (upload === null) throw new StrangeMessage('no upload is named in this message');
  return upload;
}

/** Wakes ingest for an upload whose file has come. */
export async function wakeIngest(arrivals: Queue, upload: string, options?: SendOptions): Promise<void> {
  await send(arrivals, { source: 'repair', detail: { object: { key: inboxObject(upload) } } }, options);
}

/** Wakes deliver for a code that was asked for, by a queue that no other mail waits in. */
export async function wakeForCode(codes: Queue, code: CodeWanted): Promise<void> {
  await send(codes, { code });
}

/** What a message means to deliver: a row of the outbox, or a code to be minted. Throws StrangeMessage. */
export function parseDelivery(body: string): { readonly outbox: string } | { readonly code: CodeWanted } {
  const message = z.union([OutboxMessage, CodeMessage]).safeParse(parseJson(body));
  if (!message.success)
    throw new StrangeMessage('neither a row of the outbox nor a code is named in this message');
  return message.data;
}

/** Wakes deliver for a row of the outbox; `group`: whose mail it is, so that nobody's stands behind another's flood. */
export async function wakeDeliver(outbox: Queue, id: string, options?: SendOptions): Promise<void> {
  await send(outbox, { outbox: id }, options);
}

async function send(queue: Queue, message: object, { group, ...options }: SendOptions = {}): Promise<void> {
  // A code may hold any letter; a group holds ASCII, and at most 128 of it.
  const asked =
    group === undefined ? options : { ...options, group: encodeURIComponent(group).slice(0, 128) };
  await queue.send(JSON.stringify(message), asked);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new StrangeMessage('the message is not JSON', { cause });
  }
}
