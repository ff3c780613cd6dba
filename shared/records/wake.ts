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

/** As much of the mail service's own events as is looked at: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
const Mailed = z.object({ messageId: z.string() });
const Recipients = z.array(z.object({ emailAddress: z.string(), diagnosticCode: z.string().optional() }));
const MailEvent = z.object({
  source: z.literal('aws.ses'),
  detail: z.union([
    z.object({
      mail: Mailed,
      bounce: z.object({ bounceType: z.string(), bouncedRecipients: Recipients }),
    }),
    z.object({ mail: Mailed, complaint: z.object({ complainedRecipients: Recipients }) }),
    z.object({ mail: Mailed, delivery: z.object({ recipients: z.array(z.string()) }) }),
  ]),
});

const Delivered = z.union([OutboxMessage, CodeMessage, MailEvent]);

/** What became of a mail at one address. */
export interface MailNotice {
  readonly address: string;
  /** By the service's id. */
  readonly mail: string;
  readonly what: 'delivered' | 'hard' | 'soft' | 'complaint';
  /** What the other side said. */
  readonly said: string | null;
}

export type Delivery =
  | { readonly outbox: string }
  | { readonly code: CodeWanted }
  | { readonly notices: readonly MailNotice[] };

/** What a message means to deliver: a row of the outbox, a code to be minted, or what became of a mail. Throws StrangeMessage. */
export function parseDelivery(body: string): Delivery {
  const message = Delivered.safeParse(parseJson(body));
  if (!message.success)
    throw new StrangeMessage('neither a row of the outbox nor a code nor a mail is named in this message');
  return 'detail' in message.data ? { notices: noticesIn(message.data.detail) } : message.data;
}

function noticesIn(detail: z.output<typeof MailEvent>['detail']): readonly MailNotice[] {
  const mail = detail.mail.messageId;
  if ('delivery' in detail) {
    return detail.delivery.recipients.map((address) => ({ address, mail, what: 'delivered', said: null }));
  }
  const [what, recipients] =
    'bounce' in detail
      ? // What could not be told apart is tried again: it may have been a full mailbox.
        ([
          detail.bounce.bounceType === 'Permanent' ? 'hard' : 'soft',
          detail.bounce.bouncedRecipients,
        ] as const)
      : (['complaint', detail.complaint.complainedRecipients] as const);
  return recipients.map(({ emailAddress, diagnosticCode = null }) => ({
    address: bare(emailAddress),
    mail,
    what,
    said: diagnosticCode,
  }));
}

/** The service may name a recipient as the head of the mail does. */
function bare(address: string): string {
  return /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address;
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
