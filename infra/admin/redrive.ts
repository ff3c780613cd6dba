/** `redrive`: puts what lies in the dead letters back to where it failed, once the cause is mended. */
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Commands, SystemOptions } from './commands.ts';

/** Messages that failed until they were put aside, and the queue they are for. */
export interface DeadLetters {
  /** As the command names it. */
  readonly name: string;
  /** Some may not be counted yet: it is an estimate, as SQS gives it. */
  readonly count: () => Promise<number>;
  /** Puts all back, each with its own body and group; a copy is sent before the message is deleted. Returns how many. */
  readonly putBack: () => Promise<number>;
}

const Redrive = z.object({ deadLetterTargetArn: z.string() });

/** The dead letters of a queue that has some. */
export function deadLettersOf(client: SQSClient, name: string, queue: string): DeadLetters {
  return between(client, { name, to: queue, from: () => asideOf(client, queue) });
}

/** Messages that could not be put into the queue at all, and lie in another. */
export function undelivered(client: SQSClient, name: string, from: string, queue: string): DeadLetters {
  return between(client, { name, to: queue, from: async () => from });
}

async function asideOf(client: SQSClient, queue: string): Promise<string> {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: queue, AttributeNames: ['RedrivePolicy'] }),
  );
  const { deadLetterTargetArn } = Redrive.parse(JSON.parse(Attributes?.RedrivePolicy ?? '{}'));
  const name = deadLetterTargetArn.split(':').at(-1);
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: name }));
  return z.string().parse(QueueUrl);
}

function between(
  client: SQSClient,
  { name, to, from }: { readonly name: string; readonly to: string; readonly from: () => Promise<string> },
): DeadLetters {
  return {
    name,
    count: async () => {
      const asked = { QueueUrl: await from(), AttributeNames: ['ApproximateNumberOfMessages' as const] };
      const { Attributes } = await client.send(new GetQueueAttributesCommand(asked));
      return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    },
    putBack: async () => {
      const aside = await from();
      let moved = 0;
      for (;;) {
        // A second's patience asks all of SQS's servers; without it some messages seem not to be there.
        const { Messages = [] } = await client.send(
          new ReceiveMessageCommand({
            QueueUrl: aside,
            MaxNumberOfMessages: 10,
            WaitTimeSeconds: 1,
            MessageSystemAttributeNames: ['MessageGroupId'],
          }),
        );
        if (Messages.length === 0) return moved;
        for (const { Body, Attributes, ReceiptHandle } of Messages) {
          const group = Attributes?.MessageGroupId;
          await client.send(
            new SendMessageCommand({
              QueueUrl: to,
              MessageBody: Body,
              ...(group && { MessageGroupId: group }),
            }),
          );
          // Cut off here it is there twice: what is woken twice looks twice, and does its work once.
          await client.send(new DeleteMessageCommand({ QueueUrl: aside, ReceiptHandle }));
          moved += 1;
        }
      }
    },
  };
}

interface RedriveOptions extends SystemOptions {
  readonly dryRun?: boolean;
}

export function addRedriveCommand({ program, onSystem, open, say }: Commands): void {
  onSystem(program.command('redrive'))
    .description(
      'put the dead letters of files and mails back, once their cause is mended; safe to repeat: a message only wakes',
    )
    .argument('[queue...]', 'files, events or mails; all of them unless named')
    .option('--dry-run', 'only say how many there are')
    .action(async (queues: string[], options: RedriveOptions) => {
      const { deadLetters } = await open(options);
      const known = deadLetters.map(({ name }) => name);
      const unknown = queues.find((queue) => !known.includes(queue));
      if (unknown !== undefined) program.error(`error: no queue ${unknown}; there are ${known.join(', ')}`);
      const chosen = deadLetters.filter(({ name }) => queues.length === 0 || queues.includes(name));
      await redrive(chosen, options.dryRun ?? false, say);
    });
}

export async function redrive(
  chosen: readonly DeadLetters[],
  dryRun: boolean,
  say: (line: string) => void,
): Promise<void> {
  for (const { name, count, putBack } of chosen) {
    if (dryRun) say(`${name}: about ${await count()} dead letters`);
    else say(`${name}: ${await putBack()} dead letters were put back`);
  }
  if (dryRun) say('dry run: nothing was put back');
}
