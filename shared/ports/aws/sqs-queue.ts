import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Queue, SendOptions } from '../queue.ts';
import { leanClient } from './lean-client.ts';

/** By the variables that AWS sets. */
export function queueClient(): SQSClient {
  return leanClient(SQSClient, {});
}

/** A queue of SQS. */
export class SqsQueue implements Queue {
  readonly #client: SQSClient;
  readonly #url: string;

  constructor(client: SQSClient, url: string) {
    this.#client = client;
    this.#url = url;
  }

  async send(body: string, { group, delaySeconds }: SendOptions = {}): Promise<void> {
    await this.#client.send(
      new SendMessageCommand({
        QueueUrl: this.#url,
        MessageBody: body,
        DelaySeconds: delaySeconds,
        // On a standard queue the group makes it a fair one, without an order and without holding any back.
        MessageGroupId: group,
      }),
    );
  }
}
