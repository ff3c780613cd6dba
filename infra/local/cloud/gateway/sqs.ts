import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Guards } from './guards.ts';
import { jsonReply, jsonSignatureRefusal, operationName, parseJson } from './json-protocol.ts';
import { MAX_SMALL_BODY } from './limits.ts';
import { type Queues, type ReceivedMessage, StaleReceipt, UnknownQueue } from './queues.ts';
import { AccessRefused, Refusal, Throttled } from './refusal.ts';
import { type GatewayRequest, type Reply, readBody, sha256Hex } from './request.ts';
import type { VerifiedSignature } from './signature.ts';
import { SendInput, SqsInputs } from './sqs-inputs.ts';

const CONTENT_TYPE = 'application/x-amz-json-1.0';
const MAX_MESSAGE_BYTES = 1024 * 1024;
/** Older clients read the code from this header. */
const QUERY_CODES: Readonly<Record<string, string>> = {
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
};

/** SQS with the JSON protocol. */
export class SqsService {
  readonly #queues: Queues;
  readonly #guards: Guards;
  readonly #queueUrl: (name: string) => string;

  constructor(queues: Queues, guards: Guards, queueUrl: (name: string) => string) {
    this.#queues = queues;
    this.#guards = guards;
    this.#queueUrl = queueUrl;
  }

  async handle(request: GatewayRequest): Promise<Reply> {
    const text = await readBody(request, MAX_SMALL_BODY);
    const signature = await this.#guards.verifier.verify(request, 'sqs', sha256Hex(text));
    const json = parseJson(text);
    switch (operationName(request)) {
      case 'SendMessage': {
        const input = parseInput(SendInput, json);
        return this.#on(signature, input.QueueUrl, 'SendMessage', (queue) => this.#send(queue, input));
      }
      case 'SendMessageBatch': {
        const input = parseInput(SqsInputs.SendMessageBatch, json);
        return this.#on(signature, input.QueueUrl, 'SendMessage', (queue) => this.#sendBatch(queue, input));
      }
      case 'GetQueueAttributes': {
        const input = parseInput(SqsInputs.GetQueueAttributes, json);
        return this.#on(signature, input.QueueUrl, 'GetQueueAttributes', (queue) => ({
          Attributes: this.#attributes(queue, input.AttributeNames),
        }));
      }
      case 'GetQueueUrl': {
        const input = parseInput(SqsInputs.GetQueueUrl, json);
        return this.#on(signature, input.QueueName, 'GetQueueUrl', (queue) => ({
          QueueUrl: this.#queueUrl(queue),
        }));
      }
      case 'ReceiveMessage': {
        const input = parseInput(SqsInputs.ReceiveMessage, json);
        return this.#on(signature, input.QueueUrl, 'ReceiveMessage', (queue) => {
          const { MaxNumberOfMessages: max, VisibilityTimeout: visibilityTimeout } = input;
          const options = { max, ...(visibilityTimeout === undefined ? {} : { visibilityTimeout }) };
          return { Messages: this.#queues.receive(queue, options).map(describe) };
        });
      }
      case 'DeleteMessage': {
        const input = parseInput(SqsInputs.DeleteMessage, json);
        return this.#on(signature, input.QueueUrl, 'DeleteMessage', (queue) => {
          this.#queues.delete(queue, input.ReceiptHandle);
          return {};
        });
      }
      case 'ChangeMessageVisibility': {
        const input = parseInput(SqsInputs.ChangeMessageVisibility, json);
        return this.#on(signature, input.QueueUrl, 'ChangeMessageVisibility', (queue) => {
          this.#queues.changeVisibility(queue, input.ReceiptHandle, input.VisibilityTimeout);
          return {};
        });
      }
      case 'PurgeQueue': {
        const input = parseInput(SqsInputs.PurgeQueue, json);
        return this.#on(signature, input.QueueUrl, 'PurgeQueue', (queue) => {
          this.#queues.purge(queue);
          return {};
        });
      }
      default:
        throw new Refusal(
          400,
          'UnsupportedOperation',
          `SQS ${operationName(request)} is not part of the local cloud.`,
        );
    }
  }

  /** SQS's JSON error; undefined for what is no refusal but a fault of the gateway. */
  refusal(problem: unknown): Reply | undefined {
    const refusal = toRefusal(problem);
    if (refusal === undefined) return undefined;
    const reply = jsonReply(
      refusal.status,
      { __type: `com.amazonaws.sqs#${refusal.code}`, message: refusal.message },
      CONTENT_TYPE,
    );
    const code = QUERY_CODES[refusal.code] ?? refusal.code;
    return { ...reply, headers: { ...reply.headers, 'x-amzn-query-error': `${code};Sender` } };
  }

  async #on(
    signature: VerifiedSignature,
    urlOrName: string,
    action: string,
    effect: (queue: string) => object,
  ): Promise<Reply> {
    // Only the name is read, so an address from before a restart on another port stays good.
    const { name, arn } = this.#queues.config(urlOrName.split('/').at(-1) ?? '');
    const { principal } = signature;
    const call = { service: 'sqs', action: `sqs:${action}`, resource: arn } as const;
    this.#guards.permissions.demand({ principal, ...call, context: { 'aws:SecureTransport': 'true' } });
    const result = await this.#guards.calls.run({ principal: principal.name, ...call }, () => effect(name));
    return jsonReply(200, result, CONTENT_TYPE);
  }

  #send(queue: string, input: Omit<SendInput, 'QueueUrl'>) {
    if (Buffer.byteLength(input.MessageBody) > MAX_MESSAGE_BYTES) {
      throw new Refusal(
        400,
        'InvalidParameterValue',
        'One or more parameters are invalid. Reason: Message too long.',
      );
    }
    const { messageId } = this.#queues.enqueue(queue, input.MessageBody, {
      ...(input.DelaySeconds === undefined ? {} : { delaySeconds: input.DelaySeconds }),
      ...(input.MessageGroupId === undefined ? {} : { group: input.MessageGroupId }),
      attributes: input.MessageAttributes,
    });
    return {
      MessageId: messageId,
      MD5OfMessageBody: md5(input.MessageBody),
    };
  }

  #sendBatch(queue: string, input: z.output<typeof SqsInputs.SendMessageBatch>) {
    const ids = new Set(input.Entries.map((entry) => entry.Id));
    if (ids.size < input.Entries.length) {
      throw new Refusal(400, 'BatchEntryIdsNotDistinct', 'Two or more batch entries have the same Id.');
    }
    return {
      Successful: input.Entries.map((entry) => ({ Id: entry.Id, ...this.#send(queue, entry) })),
      Failed: [],
    };
  }

  #attributes(queue: string, names: readonly string[]): Record<string, string> {
    const config = this.#queues.config(queue);
    const counts = this.#queues.counts(queue);
    const all: Record<string, string> = {
      QueueArn: config.arn,
      ApproximateNumberOfMessages: String(counts.visible),
      ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
      ApproximateNumberOfMessagesDelayed: String(counts.delayed),
      VisibilityTimeout: String(config.visibilityTimeout ?? 30),
      DelaySeconds: String(config.delay ?? 0),
      ...(config.redrive ? { RedrivePolicy: JSON.stringify(config.redrive) } : {}),
    };
    const unknown = names.find((name) => name !== 'All' && name !== 'RedrivePolicy' && !(name in all));
    if (unknown !== undefined) {
      throw new Refusal(400, 'InvalidAttributeName', `Unknown Attribute ${unknown}.`);
    }
    return names.includes('All')
      ? all
      : Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
  }
}

function describe(message: ReceivedMessage) {
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      SentTimestamp: String(message.sentAt),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
      ...(message.group === undefined ? {} : { MessageGroupId: message.group }),
    },
    ...(Object.keys(message.messageAttributes).length > 0
      ? { MessageAttributes: message.messageAttributes }
      : {}),
  };
}

function parseInput<Schema extends z.ZodType>(schema: Schema, json: unknown): z.output<Schema> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, 'InvalidParameterValue', z.prettifyError(parsed.error), { cause: parsed.error });
}

function toRefusal(problem: unknown): Refusal | undefined {
  if (problem instanceof Refusal) return problem;
  if (problem instanceof AccessRefused) return new Refusal(403, 'AccessDenied', problem.message);
  if (problem instanceof Throttled) return new Refusal(403, 'RequestThrottled', problem.message);
  if (problem instanceof UnknownQueue) {
    return new Refusal(400, 'QueueDoesNotExist', 'The specified queue does not exist.', { cause: problem });
  }
  if (problem instanceof StaleReceipt) {
    return new Refusal(400, 'MessageNotInflight', 'The message referred to is not in flight.', {
      cause: problem,
    });
  }
  return jsonSignatureRefusal(problem, 403);
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
