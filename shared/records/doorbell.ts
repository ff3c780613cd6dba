/** The queues' messages. They only point at what to do; what is true stands in the table and the bucket. */
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { inboxObject, uploadOfObject } from './keys.ts';

export interface Doorbell {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/** As much of EventBridge's "Object Created" as says which file came; the repair rings with the same form. */
const Arrival = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

const OutboxRing = z.object({ outbox: z.string() });

/** The message's body is not what this queue carries. Trying again changes nothing: it ends in the DLQ. */
export class StrangeMessage extends Error {
  override readonly name = 'StrangeMessage';
}

/** The upload a message of the arrivals queue points at. Throws StrangeMessage. */
export function parseArrival(body: string): string {
  const arrival = Arrival.safeParse(parseJson(body));
  const upload = arrival.success ? uploadOfObject(arrival.data.detail.object.key) : null;
  if (upload === null) throw new StrangeMessage('no upload is named in this message');
  return upload;
}

export async function ringArrival(doorbell: Doorbell, upload: string): Promise<void> {
  await ring(doorbell, { source: 'repair', detail: { object: { key: inboxObject(upload) } } });
}

/** The outbox row a message of the outbox queue points at. Throws StrangeMessage. */
export function parseOutboxRing(body: string): string {
  const message = OutboxRing.safeParse(parseJson(body));
  if (!message.success) throw new StrangeMessage('no outbox row is named in this message');
  return message.data.outbox;
}

export async function ringOutbox(doorbell: Doorbell, id: string): Promise<void> {
  await ring(doorbell, { outbox: id });
}

async function ring(doorbell: Doorbell, message: object): Promise<void> {
  await doorbell.client.send(
    new SendMessageCommand({ QueueUrl: doorbell.queueUrl, MessageBody: JSON.stringify(message) }),
  );
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new StrangeMessage('the message is not JSON', { cause });
  }
}
